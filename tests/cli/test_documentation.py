# SPDX-License-Identifier: MIT
"""What the documentation shows is true: its examples run, its lists of keys are complete."""

import json
import re
import shlex
from pathlib import Path

import pytest
from msgspec import convert

from azmodels_gui.calculator.plan_file import COLUMNS
from azmodels_gui.catalog.coverage_notes import CoverageNoteId
from azmodels_gui.catalog.document import Catalog, entries
from azmodels_gui.catalog.facts import Conflict, Offer
from azmodels_gui.catalog.loading import parse_catalog
from azmodels_gui.catalog.terms import Availability
from azmodels_gui.cli.list_entries import CSV_COLUMNS
from azmodels_gui.cli.main import parser
from azmodels_gui.publish.check import check_catalog
from azmodels_gui.storage.catalog_file import read_catalog
from tests.builders import shipped_catalog
from tests.cli.ran import Run

ROOT = Path(__file__).parents[2]
COMMANDS = (ROOT / "docs" / "headless-commands.md").read_text(encoding="utf-8")
FORMAT = (ROOT / "docs" / "catalogue-format.md").read_text(encoding="utf-8")
EXAMPLES = re.findall(r"^\$ azmodels (.+)$", COMMANDS, re.MULTILINE)
WRITING = [example for example in EXAMPLES if example.startswith(("compare ", "dossier "))]
PRINTING = [example for example in EXAMPLES if example not in WRITING]
WITHOUT_FACTS = ("refresh", "catalog info", "catalog check", "catalog schema")
"""Commands whose document passes nothing on that a licence is asked for."""
JSON_BLOCKS = re.findall(r"```json\n(.+?)```", FORMAT, re.DOTALL)


def first_column(page: str, heading: str) -> set[str]:
    """Return the words in code marks of the first column of a section's tables."""
    section = page.partition(f"\n## {heading}\n")[2].partition("\n## ")[0]
    rows = re.findall(r"^\|([^|]+)\|", section, re.MULTILINE)
    return {word for row in rows for word in re.findall(r"`([a-z_]+)`", row)}


@pytest.fixture(scope="session")
def written_by_hand(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("docs") / "by-hand.json"
    path.write_text(JSON_BLOCKS[0], encoding="utf-8")
    return path


@pytest.mark.parametrize("example", PRINTING)
def test_an_example_runs(
    run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, example: str
) -> None:
    monkeypatch.chdir(ROOT)
    monkeypatch.setenv("AZMODELS_DATA_DIR", str(tmp_path))
    ran = run(*shlex.split(example))
    assert ran.code == 0
    assert not ran.err or "--include-unknown" in ran.err
    assert ran.out.strip()
    if "json" in example.split() or "schema" in example:
        assert ("attribution" in ran.json) is not example.startswith(WITHOUT_FACTS)


@pytest.mark.parametrize("example", WRITING)
def test_an_example_writes_its_sheet(run: Run, tmp_path: Path, example: str) -> None:
    words = shlex.split(example)
    # A PDF needs Qt, which these tests do without; tests/app/test_compare_pdf.py makes some.
    path = tmp_path / words[-1].replace(".pdf", ".md")
    ran = run(*words[:-1], path)
    assert (ran.code, ran.out, ran.err) == (0, "", "")
    assert path.stat().st_size > 2_000


@pytest.mark.parametrize("page", ["README.md", "docs/hosting.md", "docs/headless-commands.md"])
def test_a_publishers_commands_are_understood(page: str) -> None:
    """They ask public hosts and write: their words are read, and nothing is done."""
    text = (ROOT / page).read_text(encoding="utf-8")
    commands = re.findall(r"^\s*(?:\$ )?azmodels (catalog (?:.+\n\s+--)*.+)$", text, re.MULTILINE)
    assert commands
    for command in commands:
        words = shlex.split(command.partition(" >")[0], comments=True)
        assert parser("en").parse_args(words).run


def test_there_is_an_example_for_every_command_that_reads() -> None:
    shown = {" ".join(example.split()[:2]) for example in EXAMPLES}
    assert {"catalog check", "catalog diff", "catalog schema"} <= shown
    calculator = {"size", "cost", "profile", "plan"}
    others = {"list", "show", "where", "guide", "catalog", "compare", "dossier", "refresh"}
    assert {example.split()[0] for example in EXAMPLES} == others | calculator


def test_every_environment_variable_of_the_program_is_documented() -> None:
    sources = (ROOT / "azmodels_gui").rglob("*.py")
    texts = (path.read_text(encoding="utf-8") for path in sources)
    named = {name for text in texts for name in re.findall(r'"(AZMODELS_[A-Z_]+)"', text)}
    assert named == {*re.findall(r"^\| `(AZMODELS_\w+)` \|", COMMANDS, re.MULTILINE)}


def test_every_key_of_the_list_is_documented(run: Run, catalog_file: Path) -> None:
    arguments = ("list", "--catalog", catalog_file, "--region", "eastus2", "--format", "json")
    entry = run(*arguments).entries[0]
    keys = entry.keys() | entry["offers"][0].keys()
    assert first_column(COMMANDS, "azmodels list") == keys


def test_every_key_of_show_is_documented(run: Run, catalog_file: Path) -> None:
    asked = ("--catalog", catalog_file, "--format", "json")
    in_list = run("list", *asked).entries[0].keys()
    shown = run("show", "gpt-broad", *asked).entries[0].keys()
    documented = first_column(COMMANDS, "azmodels show")
    assert documented - {"capabilities"} == shown - in_list
    assert in_list < shown


def test_every_column_of_the_csv_is_documented() -> None:
    listed = COMMANDS.partition("CSV: the columns ")[2].partition(", then")[0]
    assert tuple(re.findall(r"`(\w+)`", listed)) == CSV_COLUMNS


def test_every_list_of_the_difference_is_documented(run: Run, catalog_file: Path) -> None:
    told = run("catalog", "diff", catalog_file, catalog_file, "--format", "json").answer
    section = COMMANDS.partition("## azmodels catalog diff")[2].partition("\n## ")[0]
    for key in told:
        assert f"`{key}`" in section


def test_the_catalogue_written_by_hand_passes_the_check(written_by_hand: Path) -> None:
    assert check_catalog(read_catalog(written_by_hand, strict=True)) == []


def test_the_catalogue_written_by_hand_says_what_the_page_says(written_by_hand: Path) -> None:
    (entry,) = entries(read_catalog(written_by_hand))
    assert entry.availability("GlobalStandard", "germanywestcentral") is Availability.OFFERED
    assert entry.availability("GlobalStandard", "eastus2") is Availability.NOT_OFFERED
    assert entry.availability("DataZoneStandard", "swedencentral") is Availability.OFFERED
    assert entry.availability("DataZoneStandard", "germanywestcentral") is Availability.UNKNOWN
    assert entry.availability("ProvisionedManaged", "swedencentral") is Availability.UNKNOWN
    assert entry.version.limits.max_output is None


def test_the_catalogue_written_by_hand_answers_a_question(run: Run, written_by_hand: Path) -> None:
    arguments = ("list", "--catalog", written_by_hand, "--data-zone", "EU", "--format", "json")
    assert run(*arguments).models == ["gpt-example"]
    assert run(*arguments, "--region", "germanywestcentral").models == []


def test_three_fields_are_enough() -> None:
    smallest = {"schema_version": "1.0", "serial": 1, "published": "2026-11-22"}
    assert parse_catalog(json.dumps(smallest).encode(), strict=True).models == ()
    assert "only `schema_version`, `serial` and `published` are required" in FORMAT


def test_the_conflict_of_the_page_is_one() -> None:
    conflict = convert(json.loads(JSON_BLOCKS[1]), Conflict)
    assert conflict.claims[0].value == "2026-10-18"


def test_every_part_and_field_of_the_file_is_named_on_the_page() -> None:
    for name in (*Catalog.__struct_fields__, *Offer.__struct_fields__):
        assert f"`{name}" in FORMAT, name


def test_every_deployment_type_is_named_on_the_page() -> None:
    known = [kind.id for kind in shipped_catalog().deployment_types]
    assert len(known) == 9
    for sku in known:
        assert f"`{sku}`" in FORMAT


def test_every_key_of_a_refresh_is_documented(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("AZMODELS_DATA_DIR", str(tmp_path))
    told = run("refresh", "--file", ROOT / "catalog.json", "--format", "json").answer
    assert first_column(COMMANDS, "azmodels refresh") == told.keys()


def documented_keys(command: str) -> set[str]:
    """Return the keys that the section of a command explains."""
    section = COMMANDS.partition(f"\n## azmodels {command}\n")[2].partition("\n## ")[0]
    return set(re.findall(r"`([a-z_]+)`", section))


def test_every_key_and_warning_of_where_is_documented(run: Run, catalog_file: Path) -> None:
    asked = ("where", "gpt-broad", "gpt-broad@2025-01-01", "--catalog", catalog_file)
    told = run(*asked, "--format", "json").answer
    known = documented_keys("where")
    assert told.keys() <= known
    for key in ("complete", "partial", "pairs", "warnings", "sources"):
        for part in told[key]:
            assert part.keys() <= known
    assert set(CoverageNoteId) <= known


LOAD = (
    "--deployment-type",
    "DataZoneProvisionedManaged",
    "--input-tokens",
    "200",
    "--output-tokens",
    "20",
)


def test_every_key_of_info_is_documented(run: Run, catalog_file: Path) -> None:
    told = run("catalog", "info", "--catalog", catalog_file, "--format", "json").answer
    keys = told.keys() | told["as_of"].keys() | told["counts"].keys()
    assert keys <= documented_keys("catalog info")


def test_every_key_of_the_calculator_is_documented(run: Run, calculator_file: Path) -> None:
    day = ROOT / "docs" / "examples" / "load-by-hour.csv"
    rate = ("--rpm", "1000")
    known: set[str] = set()
    for command, more in (("size", rate), ("cost", rate), ("profile", ("--day", day))):
        ran = run(
            command, "gpt-5.2", *LOAD, *more, "--catalog", calculator_file, "--format", "json"
        )
        known |= documented_keys(command)
        assert ran.answer.keys() <= known
    assert ran.json["curve"][0].keys() <= documented_keys("profile")
    file = ROOT / "docs" / "examples" / "plan.csv"
    planned = run("plan", "--csv", file, "--format", "json").answer
    known |= documented_keys("plan")
    assert planned.keys() <= known
    assert planned["deployments"][0].keys() <= known
    assert planned["pools"][0].keys() <= known


def test_every_column_of_a_plan_is_documented() -> None:
    assert set(COLUMNS) <= documented_keys("plan")
