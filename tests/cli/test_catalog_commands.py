# SPDX-License-Identifier: MIT
"""`azmodels catalog build`, `check`, `diff` and `schema`."""

import json
from pathlib import Path

import pytest

from azmodels_gui.catalog.document import Catalog
from azmodels_gui.catalog.facts import Offer
from azmodels_gui.cli.catalog_build import publish
from azmodels_gui.cli.schema_export import schema_bytes
from azmodels_gui.publish.build import catalog_bytes
from azmodels_gui.storage.catalog_file import read_catalog
from tests.builders import catalog, model, offer, price, version
from tests.cli.ran import Run, english_in

REGIONS = ("germanywestcentral", "swedencentral", "switzerlandnorth", "eastus2", "japaneast")
TEN_CELLS = [offer("Standard", *REGIONS), offer("GlobalStandard", *REGIONS)]


def with_offers(*offers: Offer) -> Catalog:
    return catalog(model("gpt-x", version("1", offers=offers)))


def saved(path: Path, document: Catalog) -> Path:
    path.write_bytes(catalog_bytes(document))
    return path


def test_a_sound_file_passes_the_check(run: Run, tmp_path: Path) -> None:
    path = saved(tmp_path / "catalog.json", with_offers())
    ran = run("catalog", "check", path, "--on", "2026-11-22")
    assert (ran.code, ran.err) == (0, "")
    counted, doubts = ran.out.splitlines()[-2:]
    assert counted.endswith("1 models, 1 entries, 0 errors, 0 warnings.")
    assert doubts.startswith("Doubts: 2 = 0 contradiction + 1 no region + 1 no date")


def test_doubts_are_listed_on_demand(run: Run, tmp_path: Path) -> None:
    path = saved(tmp_path / "catalog.json", with_offers())
    ran = run("catalog", "check", path, "--on", "2026-11-22", "--doubts")
    told = [line for line in ran.out.splitlines() if line.startswith("doubt: ")]
    assert len(told) == 2
    assert told[1].endswith("generally available without a date")
    asked = ("catalog", "check", path, "--on", "2026-11-22", "--format", "json")
    assert run(*asked).json["faults"] == []
    in_json = run(*asked, "--doubts").json["faults"]
    assert [
        ": ".join((each["severity"], each["path"], each["message"])) for each in in_json
    ] == told


def test_a_catalogue_that_readers_would_refuse_is_not_written(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Parts are not checked while they are made in Python; the file is, by reading it back."""
    output = tmp_path / "catalog.json"
    assert publish(catalog(model("m" * 300)), output, allow_shrink=True, language="en") == 1
    assert "models[0].id: expected a text with a length of at most 200" in capsys.readouterr().err
    assert not output.exists()


def test_a_fault_ends_the_check_with_1_and_its_place(run: Run, tmp_path: Path) -> None:
    faulty = catalog(model("gpt-x", use_cases=("no-such-use",)))
    path = saved(tmp_path / "catalog.json", faulty)
    ran = run("catalog", "check", path, "--format", "json", "--on", "2026-11-22")
    assert ran.code == 1
    assert [(fault["severity"], fault["path"]) for fault in ran.json["faults"]] == [
        ("error", "models[0].use_cases[0]")
    ]
    assert "error: models[0].use_cases[0]: " in run("catalog", "check", path).out


def test_a_file_from_the_future_is_a_fault(run: Run, tmp_path: Path) -> None:
    path = saved(tmp_path / "catalog.json", with_offers())
    assert run("catalog", "check", path, "--on", "2026-11-21").code == 1


def test_an_unknown_field_is_refused_by_the_check_and_ignored_by_the_list(
    run: Run, tmp_path: Path
) -> None:
    path = tmp_path / "catalog.json"
    document = json.loads(catalog_bytes(with_offers()))
    path.write_text(json.dumps(document | {"colour": "blue"}), encoding="utf-8")
    ran = run("catalog", "check", path)
    assert ran.code == 2
    assert "colour: unknown field" in ran.err
    assert run("list", "--catalog", path, "--format", "json").models == ["gpt-x"]


def test_the_difference_of_two_files_is_told_as_text_and_json(run: Run, tmp_path: Path) -> None:
    old = saved(tmp_path / "old.json", with_offers(offer("Standard")))
    newer = catalog(
        model("gpt-x", version("1", offers=[offer("Standard", "eastus2")])),
        model("gpt-y", prices=(price("1.00"),)),
        serial=20261122002,
    )
    new = saved(tmp_path / "new.json", newer)
    ran = run("catalog", "diff", old, new)
    assert ran.code == 0
    assert ran.out.splitlines() == [
        *("20261122001 -> 20261122002", ""),
        *("New models and versions (1)", "  gpt-y 2026-01-01: new model", ""),
        *(
            "Availability gained (1)",
            "  gpt-x 1: payg regional: not offered -> offered (+1); East US 2",
        ),
    ]
    german = run("catalog", "diff", old, new, "--language", "de").out
    assert "  gpt-x 1: payg regional (de): nicht angeboten -> angeboten (+1); East US 2" in german
    told = run("catalog", "diff", old, new, "--format", "json").json
    assert told["models_added"] == ["gpt-y"]
    assert told["versions_added"] == [{"model": "gpt-y", "version": "2026-01-01"}]
    assert told["offers"][0]["regions"] == ["eastus2"]


def test_equal_files_have_no_difference(run: Run, catalog_file: Path) -> None:
    diff = ("catalog", "diff", catalog_file, catalog_file)
    assert "no difference" in run(*diff).out
    assert "kein Unterschied" in run(*diff, "--language", "de").out


def test_what_a_publisher_reads_is_in_the_language(
    run: Run, tmp_path: Path, catalog_file: Path
) -> None:
    """No German output has an English sentence that the catalogues know."""
    wrong = catalog(
        model("gpt-x", version("1", offers=[offer("Standard", "nowhere")]), prices=(price("0"),))
    )
    path = saved(tmp_path / "wrong.json", wrong)
    key = tmp_path / "key"
    for command in (
        ("check", path, "--doubts"),
        ("check", catalog_file),
        ("info", "--catalog", catalog_file),
        ("keygen", key, "--no-password"),
        ("sign", catalog_file, "--key", key),
    ):
        ran = run("catalog", *command, "--language", "de")
        assert ran.code in {0, 1}, ran.err
        assert english_in(ran.out + ran.err) == [], command
    told = run("catalog", "check", path, "--language", "de").out
    assert "Fehler: models[0].prices[0].amount: ein Preis von null" in told


def test_the_schema_command_prints_the_schema(run: Run) -> None:
    assert run("catalog", "schema").out.encode() == schema_bytes()


@pytest.mark.parametrize(
    ("kept", "code"),
    [
        pytest.param(10, 0, id="nothing lost"),
        pytest.param(9, 0, id="exactly a tenth lost"),
        pytest.param(8, 1, id="more than a tenth lost"),
    ],
)
def test_a_catalogue_that_loses_too_many_offers_is_not_published(
    tmp_path: Path, kept: int, code: int
) -> None:
    output = saved(tmp_path / "catalog.json", with_offers(*TEN_CELLS))
    newer = with_offers(offer("Standard", *REGIONS), offer("GlobalStandard", *REGIONS[: kept - 5]))
    assert publish(newer, output, allow_shrink=False, language="en") == code
    assert read_catalog(output) == (with_offers(*TEN_CELLS) if code else newer)


def test_losing_offers_can_be_allowed(tmp_path: Path) -> None:
    output = saved(tmp_path / "catalog.json", with_offers(*TEN_CELLS))
    assert publish(with_offers(), output, allow_shrink=True, language="en") == 0
    assert read_catalog(output) == with_offers()


def test_a_damaged_output_file_is_not_replaced_unasked(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    output = tmp_path / "catalog.json"
    output.write_bytes(b"{ my notes")
    assert publish(with_offers(), output, allow_shrink=False, language="en") == 1
    assert output.read_bytes() == b"{ my notes"
    assert "--allow-shrink replaces it" in capsys.readouterr().err


def test_a_catalogue_with_errors_is_not_published(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    output = tmp_path / "catalog.json"
    faulty = catalog(model("gpt-x", use_cases=("no-such-use",)))
    assert publish(faulty, output, allow_shrink=True, language="en") == 1
    assert not output.exists()
    assert "models[0].use_cases[0]" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        pytest.param(["--sources", "missing"], "there is no folder", id="no such folder"),
        pytest.param(["--sources", ".", "--revision", "0"], "no number from 1", id="revision 0"),
        pytest.param(["--sources", ".", "--published", "soon"], "no day", id="no date"),
        pytest.param([], "--sources", id="no sources"),
    ],
)
def test_a_build_that_is_not_possible_ends_with_2(
    run: Run, tmp_path: Path, arguments: list[str], told: str
) -> None:
    ran = run("catalog", "build", *arguments, "--output", tmp_path / "catalog.json")
    assert ran.code == 2
    assert told in ran.err
    assert not (tmp_path / "catalog.json").exists()


def test_a_damaged_source_is_told_without_a_traceback(run: Run, tmp_path: Path) -> None:
    (tmp_path / "advice.json").write_text("{ half", encoding="utf-8")
    ran = run("catalog", "build", "--sources", tmp_path, "--output", tmp_path / "catalog.json")
    assert ran.code == 1
    assert "advice.json: cannot be read" in ran.out
    assert "was not written" in ran.err
    assert not (tmp_path / "catalog.json").exists()


def test_without_our_own_texts_nothing_is_built(run: Run, tmp_path: Path) -> None:
    ran = run(
        *("catalog", "build", "--sources", tmp_path, "--editorial", tmp_path / "none"),
        *("--output", tmp_path / "catalog.json"),
    )
    assert ran.code == 2
    assert "providers.toml cannot be read: there is no such file" in ran.err


def test_the_build_writes_the_same_bytes_as_the_committed_catalogue(
    run: Run, tmp_path: Path, sources_dir: Path
) -> None:
    output, report = tmp_path / "catalog.json", tmp_path / "report.txt"
    ran = run("catalog", "build", "--sources", sources_dir, "--output", output, "--report", report)
    assert ran.code == 0
    assert "rows read" in ran.out
    assert "# Rows not used" in report.read_text(encoding="utf-8")
    committed = Path(__file__).parents[2] / "catalog.json"
    assert output.read_bytes() == committed.read_bytes(), "run: azmodels catalog build"
