# SPDX-License-Identifier: MIT
"""`azmodels catalog publish`: what takes the place of the published catalogue."""

import argparse
from datetime import date
from pathlib import Path

import pytest

from azmodels_gui.catalog.document import Catalog
from azmodels_gui.cli.catalog_publish import numbered, release
from azmodels_gui.cli.output import Refused
from azmodels_gui.language.words import N_, Phrase
from azmodels_gui.publish.build import catalog_bytes
from azmodels_gui.publish.secret_key import SecretKey
from azmodels_gui.storage.catalog_file import read_catalog
from azmodels_gui.storage.trust import Trust, check_signature
from tests.builders import catalog, model, offer, price, version
from tests.cli.ran import Run, english_in
from tests.cli.test_catalog_collect import at
from tests.publish.public_hosts import public
from tests.publish.test_collected_build import hosts_of, real

__all__ = ["real"]  # the fixture with a part of the real sources

DAY = 20261122


def sample(*names: str, amount: str = "2.00", serial: int = DAY * 1000 + 1) -> Catalog:
    offered = version("1", offers=[offer("Standard", "eastus2")])
    models = (model(name, offered, prices=(price(amount),)) for name in names)
    return catalog(*models, serial=serial)


def options(output: Path, **more: object) -> argparse.Namespace:
    given: dict[str, object] = {"accept": False, "changes": None, "language": "en"}
    return argparse.Namespace(output=output, **given | more)


@pytest.fixture
def output(tmp_path: Path) -> Path:
    """A published catalogue of two models."""
    path = tmp_path / "catalog.json"
    path.write_bytes(catalog_bytes(sample("gpt-a", "gpt-b")))
    return path


def test_a_first_catalogue_is_written(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "new" / "catalog.json"
    assert release(sample("gpt-a"), options(path)) == 0
    assert read_catalog(path) == sample("gpt-a")
    assert capsys.readouterr().out == f"{path}: catalogue {DAY}001, not signed\n"


def test_a_second_one_of_a_day_has_the_next_serial(output: Path) -> None:
    assert release(sample("gpt-a", "gpt-b", "gpt-c"), options(output)) == 0
    assert read_catalog(output).serial == DAY * 1000 + 2


def test_what_is_as_it_was_is_not_written_again(
    output: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = output.read_bytes()
    assert release(sample("gpt-a", "gpt-b"), options(output)) == 0
    assert capsys.readouterr().out == f"Nothing new: {output} stays.\n"
    assert output.read_bytes() == before


def test_beyond_a_bound_the_published_one_stays(
    output: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = output.read_bytes()
    changed = tmp_path / "changes.txt"
    assert release(sample("gpt-a"), options(output, changes=changed)) == 1
    told = capsys.readouterr()
    assert "azmodels: 1 of 2 models would disappear (bound: 5 %)" in told.err.splitlines()
    assert told.err.endswith("--accept goes on.\n")
    assert output.read_bytes() == before
    assert "gpt-b" in changed.read_text(encoding="utf-8")
    assert release(sample("gpt-a"), options(output, accept=True)) == 0
    assert [each.id for each in read_catalog(output).models] == ["gpt-a"]


def test_a_catalogue_with_errors_is_never_written(output: Path) -> None:
    before = output.read_bytes()
    assert release(sample("gpt-a", "gpt-b", amount="0"), options(output, accept=True)) == 1
    assert output.read_bytes() == before


def test_what_cannot_be_compared_is_replaced_only_if_told_to(output: Path) -> None:
    output.write_text("{", encoding="utf-8")
    assert release(sample("gpt-a"), options(output)) == 1
    assert output.read_text(encoding="utf-8") == "{"
    assert release(sample("gpt-a"), options(output, accept=True)) == 0


def test_the_signature_fits_what_is_written(output: Path) -> None:
    key = SecretKey.generate()
    assert release(sample("gpt-a", "gpt-b", "gpt-c"), options(output), key) == 0
    signature = output.with_name("catalog.json.sig").read_bytes()
    data = output.read_bytes()
    assert check_signature("catalog.json", data, signature, (key.public,)) is Trust.SIGNED


@pytest.mark.parametrize(
    ("new", "serial"),
    [
        pytest.param(date(2026, 11, 23), 20261123001, id="a later day begins anew"),
        pytest.param(date(2026, 11, 22), 20261122008, id="the same day counts on"),
        pytest.param(date(2026, 11, 1), 20261122008, id="an older day does not go back"),
    ],
)
def test_serials_only_grow(new: date, serial: int) -> None:
    before = sample("gpt-a", serial=DAY * 1000 + 7)
    built = before.but(published=new, serial=int(f"{new:%Y%m%d}001"))
    found = numbered(built, before)
    assert found.serial == serial
    assert str(serial).startswith(f"{found.published:%Y%m%d}")


def test_a_day_with_all_its_serials_used_is_told() -> None:
    before = sample("gpt-a", serial=DAY * 1000 + 999)
    with pytest.raises(Refused, match="20261122999 is the last of its day"):
        numbered(before, before)


def test_an_unsigned_one_does_not_take_the_place_of_a_signed_one(
    run: Run, output: Path, tmp_path: Path
) -> None:
    output.with_name("catalog.json.sig").write_text("?", encoding="utf-8")
    ran = run("catalog", "publish", "--sources", tmp_path, "--output", output, "--no-collect")
    assert ran.code == 2
    assert "give the --key" in ran.err


def test_a_folder_instead_of_a_file_is_no_fault_of_the_program(run: Run, tmp_path: Path) -> None:
    ran = run("catalog", "publish", "--sources", tmp_path / "none", "--output", "/", "--no-collect")
    assert (ran.code, ran.out) == (2, "")
    assert "Traceback" not in ran.err


def test_from_the_public_hosts_to_a_signed_file(run: Run, real: Path, tmp_path: Path) -> None:
    """An outsider has nothing to put in: what our texts cite besides is listed all the same.

    The hosts here lack the pages of tiers 2 to 6: the user has looked into it.
    """
    key, output = tmp_path / "key", tmp_path / "out" / "catalog.json"
    assert run("catalog", "keygen", key, "--no-password").code == 0
    with public(hosts_of(real)) as (served, _):
        ran = run(
            *("catalog", "publish", "--sources", tmp_path / "s", "--output", output, "--accept"),
            *("--regions", "swedencentral", "--key", key, "--report", tmp_path / "report.txt"),
            *at(served.url),
        )
    assert (ran.code, output.with_name("catalog.json.sig").exists()) == (0, True)
    assert "missing: azure-ai-docs/articles/foundry/openai/includes/quota-tier/tier-2" in ran.out
    assert ran.out.splitlines()[-1].startswith(f"{output}: catalogue 20")
    assert (tmp_path / "report.txt").exists()
    found = read_catalog(output, strict=True)
    assert {"advice", "ptu-2026-05", "retail-2026-08"} <= {each.id for each in found.sources}
    (sized,) = (each for each in found.models if each.id == "gpt-5.4")
    assert not sized.ptu[0].history  # the page that was fetched is the one in force


def test_files_that_did_not_come_stop_it(output: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = output.read_bytes()
    missing = Phrase(N_("files that did not come: {count}"), count=5)
    assert release(sample("gpt-a", "gpt-b", "gpt-c"), options(output), doubts=[missing]) == 1
    assert "azmodels: files that did not come: 5" in capsys.readouterr().err.splitlines()
    assert output.read_bytes() == before


def test_german_says_all_of_it(output: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert release(sample("gpt-a"), options(output, language="de")) == 1
    told = capsys.readouterr()
    assert english_in(told.out + told.err) == []
    assert "1 von 2 Modellen" in told.err
