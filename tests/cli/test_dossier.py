# SPDX-License-Identifier: MIT
"""`azmodels dossier`: chapters by what is asked, in every format, and every way to ask wrongly."""

from pathlib import Path

import pytest

from tests.cli.ran import Run
from tests.cli.test_compare import DAY, sheets_file

__all__ = ["sheets_file"]
LOAD = (
    *("--deployment-type", "DataZoneProvisionedManaged", "--region", "eastus2"),
    *("--rpm", "1000", "--input-tokens", "200", "--output-tokens", "20"),
)


def dossier(run: Run, file: Path, path: Path, *arguments: object) -> str:
    asked = ("--catalog", file, "--language", "en", *DAY, "--output", path)
    ran = run("dossier", "alpha", "beta-mini", *arguments, *asked)
    assert (ran.code, ran.out, ran.err) == (0, "", "")
    return path.read_text(encoding="utf-8-sig")


def headings(text: str) -> list[str]:
    return [line.removeprefix("## ") for line in text.splitlines() if line.startswith("## ")]


def test_without_a_load_it_compares_and_tells_regions_and_ends(
    run: Run, sheets_file: Path, tmp_path: Path
) -> None:
    found = headings(dossier(run, sheets_file, tmp_path / "d.md"))
    assert found[:3] == ["Model comparison", "Region coverage: 2 models", "Retirement radar"]


def test_a_load_and_a_use_case_bring_their_chapters(
    run: Run, sheets_file: Path, tmp_path: Path
) -> None:
    found = headings(dossier(run, sheets_file, tmp_path / "d.md", *LOAD, "--use-case", "chat"))
    assert found[:2] == ["Guide", "Sizing and cost: 2 models"]


def test_chapters_are_those_named_in_their_order(
    run: Run, sheets_file: Path, tmp_path: Path
) -> None:
    found = headings(dossier(run, sheets_file, tmp_path / "d.md", "--parts", "facts,comparison"))
    assert found[:2] == ["Fact sheets: 2 models", "Model comparison"]


@pytest.mark.parametrize("ending", ["pdf", "docx", "xlsx", "html", "csv"])
def test_every_format_is_the_same_each_time(
    run: Run, sheets_file: Path, tmp_path: Path, ending: str
) -> None:
    told = ("--edition", "1.0", "--author", "B. Muster", "--approval")
    for path in (tmp_path / f"1.{ending}", tmp_path / f"2.{ending}"):
        asked = ("--catalog", sheets_file, *DAY, "--output", path)
        assert run("dossier", "alpha", *LOAD, *told, *asked).code == 0
    assert (tmp_path / f"1.{ending}").read_bytes() == (tmp_path / f"2.{ending}").read_bytes()


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        pytest.param(("--parts", "comparison,poem"), "'poem' is no chapter", id="no chapter"),
        pytest.param(("--parts", ""), "is no chapter", id="none at all"),
        pytest.param(("--parts", "facts,facts"), "names a chapter twice", id="one twice"),
        pytest.param(("--parts", "facts", "--rpm", "5"), "--rpm belongs to", id="not its option"),
        pytest.param(("--parts", "sizing"), "--deployment-type", id="sizing of nothing"),
    ],
)
def test_what_makes_no_sense_is_refused(
    run: Run, sheets_file: Path, tmp_path: Path, arguments: tuple[str, ...], told: str
) -> None:
    path = tmp_path / "d.md"
    ran = run("dossier", "alpha", *arguments, "--catalog", sheets_file, "--output", path)
    assert ran.code == 2
    assert told in ran.err
    assert not path.exists()


def test_a_house_style_is_taken_on_by_option_or_from_the_companys_folder(
    run: Run, sheets_file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    style = tmp_path / "brand.toml"
    style.write_text('footer = "Example Consulting"')
    assert "Example Consulting" in dossier(run, sheets_file, tmp_path / "1.md", "--brand", style)
    monkeypatch.setenv("AZMODELS_SITE_DIR", str(tmp_path))
    assert "Example Consulting" in dossier(run, sheets_file, tmp_path / "2.md")


def test_a_house_style_that_cannot_be_used_is_told(
    run: Run, sheets_file: Path, tmp_path: Path
) -> None:
    style = tmp_path / "brand.toml"
    style.write_text('accent = "#ffff00"')
    path = tmp_path / "d.md"
    asked = ("--brand", style, "--catalog", sheets_file, "--output", path)
    ran = run("dossier", "alpha", *asked)
    assert ran.code == 2
    assert "--brand: brand.toml: #ffff00 cannot be read on paper" in ran.err
    assert not path.exists()
