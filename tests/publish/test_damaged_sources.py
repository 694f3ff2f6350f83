# SPDX-License-Identifier: MIT
"""Damaged sources: each fault is named in the report, and none stops the build unnamed."""

import json
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from random import Random
from typing import Any

import pytest
from hypothesis import HealthCheck, assume, example, given, settings
from hypothesis import strategies as st

from azmodels_gui.catalog.document import Region
from azmodels_gui.publish.build import build_catalog
from azmodels_gui.publish.check import Severity, check_catalog
from azmodels_gui.publish.data_zones import load_zone_rules
from azmodels_gui.publish.deployment_types import load_deployment_types
from azmodels_gui.publish.forms import parsers
from azmodels_gui.publish.reading import (
    NOT_READ,
    NoSources,
    Parser,
    Reading,
    not_read,
    read_sources,
)
from azmodels_gui.publish.sources import Register, load_register, source_files
from tests.conftest import SOURCES
from tests.publish.test_build import EDITORIAL, SCHEDULE, sources

__all__ = ["sources"]  # the fixture with a few made-up sources

JUNK = Random(1).randbytes(400)


@cache
def register() -> Register:
    return load_register(EDITORIAL / "sources.toml")


@cache
def readers() -> dict[str, Parser]:
    rules = load_zone_rules(EDITORIAL / "data_zones.toml")
    types = load_deployment_types(EDITORIAL / "deployment_types.toml")
    return dict(parsers(EDITORIAL, rules, types))


def real_files(wanted: str = "*") -> list[str]:
    """Return the names of the smallest sources of each form, two at most."""
    if not SOURCES.is_dir():
        return []
    files = [file for file in source_files(SOURCES, register()) if file.document]
    found: dict[str, list[str]] = {}
    for file in sorted(files, key=lambda file: file.path.stat().st_size):
        if file.path.match(wanted) and (file.path.suffix != ".md" or tables_of(file.path)):
            found.setdefault(file.form, []).append(file.name)
    return sorted(name for names in found.values() for name in names[:2])


def tables_of(path: Path) -> bool:
    return "\n|" in path.read_text(encoding="utf-8")


FILES, PAGES, LISTS = real_files(), real_files("*.md"), real_files("*.json")


@dataclass(frozen=True)
class Bench:
    """A folder with one source at a time, whole or damaged."""

    folder: Path
    wholes: dict[str, tuple[list[str], set[str]]] = field(default_factory=dict)

    def read(self, name: str, content: bytes) -> Reading:
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
        try:
            return read_sources(self.folder, register(), readers())
        finally:
            path.unlink()

    def faults(self, name: str, content: bytes) -> tuple[bool, set[str]]:
        """Return whether the damage changed what is stated, and what is told beyond the whole."""
        whole, damaged = self.whole(name), self.read(name, content)
        told = {f"{row.place}: {row.text}: {row.reason}" for row in damaged.ledger.refused()}
        return told_facts(damaged) != whole[0], told - whole[1]

    def whole(self, name: str) -> tuple[list[str], set[str]]:
        if name not in self.wholes:
            reading = self.read(name, (SOURCES / name).read_bytes())
            told = {f"{row.place}: {row.text}: {row.reason}" for row in reading.ledger.refused()}
            self.wholes[name] = (told_facts(reading), told)
        return self.wholes[name]


def told_facts(reading: Reading) -> list[str]:
    return [repr(fact) for fact in reading.stated]


@pytest.fixture(scope="module")
def bench(tmp_path_factory: pytest.TempPathFactory) -> Bench:
    return Bench(tmp_path_factory.mktemp("sources"))


@pytest.fixture(scope="module")
def bench_with_provenance(sources_dir: Path, tmp_path_factory: pytest.TempPathFactory) -> Bench:
    folder = tmp_path_factory.mktemp("proven")
    for table in (sources_dir / "azure-ai-docs").glob("SOURCES-*.tsv"):
        (folder / "azure-ai-docs").mkdir(exist_ok=True)
        shutil.copy(table, folder / "azure-ai-docs")
    return Bench(folder)


# Whole files


@pytest.mark.parametrize("name", FILES)
@pytest.mark.parametrize(
    "content",
    [
        pytest.param(b"", id="empty"),
        pytest.param(JUNK, id="no text at all"),
        pytest.param(b"\xe2\x9c", id="half a character"),
        pytest.param("✅ | # [x](#tab/y)\n".encode() * 3, id="words of another kind"),
        pytest.param(b"[1, null, [], {}]", id="a list of anything"),
        pytest.param(b'{"value": {"a": 1}, "Items": null}', id="an object of anything"),
    ],
)
def test_a_file_of_another_kind_is_named_with_the_reason(
    bench: Bench, name: str, content: bytes
) -> None:
    """A file in the form of its kind, where every item is refused, is named by its rows."""
    reading = bench.read(name, content)
    assert reading.stated == ()
    if file := next(iter(not_read(reading.files)), None):
        assert (file.name, file.document) == (name, None)
        assert file.unused_because.startswith(NOT_READ)
    assert reading.ledger.refused()


@settings(suppress_health_check=list(HealthCheck))
@given(name=st.sampled_from(FILES or [""]), share=st.floats(0, 0.999))
@example(name="azure-ai-docs-facts/claude-models-0cfe2de6.tsv", share=0.998)
def test_a_file_that_was_cut_short_is_named(
    bench_with_provenance: Bench, name: str, share: float
) -> None:
    """Of a page that ends behind a whole row only the table of provenance can tell.

    It names the pages alone: of a table of facts that ends behind a whole row nobody can tell.
    """
    content = (SOURCES / name).read_bytes().rstrip()
    cut = content[: int(len(content) * share)]
    assume(not (name.endswith(".tsv") and cut.endswith(b"\n")))
    changed, told = bench_with_provenance.faults(name, cut)
    assert told or not changed


def test_a_file_that_cannot_be_read_is_no_source_of_the_catalogue(sources: Path) -> None:
    """The summary is for the person who builds, the list of files for the one who looks why."""
    schedule = next(sources.rglob("*schedule-content.md"))
    schedule.write_bytes(schedule.read_bytes()[:-2] + b"\xe2\x9c")
    built = build_catalog(sources, EDITORIAL)
    assert "schedule" not in {source.id for source in built.catalog.sources}
    line = f"{schedule.relative_to(sources).as_posix()}: {NOT_READ}UnicodeDecodeError"
    assert line in built.report.text("en")
    assert line in built.report.summary("en")


def test_the_rows_of_a_file_that_cannot_be_read_do_not_count(bench: Bench) -> None:
    """A ledger of the rows before the fault would say that something of it was used."""
    reading = bench.read("azure-regions.json", b'[{"name": "x", "geography": "Y"}, ')
    assert [row.text for row in reading.ledger.rows] == ["the whole file"]


def test_a_table_of_provenance_that_cannot_be_read_is_named(bench: Bench) -> None:
    table = bench.folder / "azure-ai-docs" / "SOURCES-x.tsv"
    table.parent.mkdir(exist_ok=True)
    table.write_bytes(b"path\tsha256\n\xff\t1\n")
    try:
        reading = bench.read("azure-regions.json", b"[]")
    finally:
        table.unlink()
    (row,) = (row for row in reading.ledger.refused() if row.source == "provenance")
    assert row.place == "SOURCES-x.tsv"


# Tables


def tables(lines: list[str]) -> list[tuple[int, int]]:
    """Return header and end of each table of a page, as numbers of lines."""
    found = []
    start = None
    for number, line in enumerate([*lines, ""]):
        if line.startswith("|") and start is None:
            start = number
        elif not line.startswith("|") and start is not None:
            found.append((start, number))
            start = None
    return found


def widened(line: str, cell: str) -> str:
    return f"{line.rstrip().removesuffix('|')}| {cell} |"


def with_longer_row(lines: list[str], start: int, end: int) -> list[str]:
    return [*lines[: end - 1], widened(lines[end - 1], "extra"), *lines[end:]]


def with_longer_header(lines: list[str], start: int, _end: int) -> list[str]:
    return [*lines[:start], widened(lines[start], "Extra"), *lines[start + 1 :]]


def with_column(lines: list[str], start: int, end: int) -> list[str]:
    delimiter = widened(lines[start + 1], "---")
    rows = [widened(line, "extra") for line in lines[start + 2 : end]]
    return [*lines[:start], widened(lines[start], "Extra"), delimiter, *rows, *lines[end:]]


def emptied(lines: list[str], start: int, end: int) -> list[str]:
    return [*lines[: start + 2], *lines[end:]]


Damage = Callable[[list[str], int, int], list[str]]


@pytest.mark.parametrize("name", PAGES)
@pytest.mark.parametrize("damage", [with_longer_row, with_longer_header, emptied])
def test_a_table_of_another_shape_is_named(bench: Bench, name: str, damage: Damage) -> None:
    lines = (SOURCES / name).read_text(encoding="utf-8").split("\n")
    for start, end in Random(name).sample(tables(lines), min(2, len(tables(lines)))):
        _, told = bench.faults(name, "\n".join(damage(lines, start, end)).encode())
        assert told, lines[start]


@pytest.mark.parametrize(
    "form", ["retirement schedule", "retired models", "model tables, Azure OpenAI"]
)
def test_a_column_that_no_reader_knows_is_named(bench: Bench, sources_dir: Path, form: str) -> None:
    """The other columns are read as ever."""
    files = [file for file in source_files(sources_dir, register()) if file.form == form]
    lines = files[-1].path.read_text(encoding="utf-8").split("\n")
    start, end = tables(lines)[0]
    content = "\n".join(with_column(lines, start, end)).encode()
    changed, told = bench.faults(files[-1].name, content)
    assert not changed
    assert any("no reader knows the column" in line for line in told)


def test_a_row_that_is_too_long_is_not_read_shifted(bench: Bench) -> None:
    page = SCHEDULE.replace("| gpt-5 | 2025-08-07 |", "| gpt-5 | new | 2025-08-07 |")
    (name,) = (item.file[0].path for item in register().document if item.id == "schedule")
    reading = bench.read(name, page.encode())
    assert "gpt-5'" not in "".join(told_facts(reading))
    assert "gpt-6-sol" in "".join(told_facts(reading))


# Lists


def without_a_key(found: Any, random: Random) -> Iterator[Any]:
    """Yield copies of a list in which one object lacks one key, or has another kind of value."""
    items = found if isinstance(found, list) else next(iter(found.values()))
    if not isinstance(items, list):
        return
    numbers = [number for number, item in enumerate(items) if isinstance(item, dict)]
    for number in random.sample(numbers, min(3, len(numbers))):
        for key in list(items[number]):
            values: tuple[object, ...] = (None, [], {"x": 1}, "☃", -1)
            for value in values:
                copy = json.loads(json.dumps(found))
                target = copy if isinstance(copy, list) else next(iter(copy.values()))
                if value is None:
                    del target[number][key]
                else:
                    target[number][key] = value
                yield copy


@pytest.mark.parametrize("name", LISTS)
def test_no_malformed_item_stops_the_reading(bench: Bench, name: str) -> None:
    found = json.loads((SOURCES / name).read_text(encoding="utf-8"))
    damaged = list(without_a_key(found, Random(name)))
    for copy in Random(name).sample(damaged, min(12, len(damaged))):
        reading = bench.read(name, json.dumps(copy).encode())
        assert reading.ledger.rows


@pytest.mark.parametrize(
    ("name", "key", "fewer"),
    [
        pytest.param("azure-regions.json", "geography", 1, id="a region"),
        pytest.param("ptu-prices.json", "usd_per_ptu", 1, id="a price of PTU"),
    ],
)
def test_a_malformed_item_costs_itself_alone(
    bench: Bench, sources_dir: Path, name: str, key: str, fewer: int
) -> None:
    found = json.loads((sources_dir / name).read_text(encoding="utf-8"))
    whole = bench.read(name, json.dumps(found).encode())
    del found[0][key]
    damaged = bench.read(name, json.dumps(found).encode())
    (reason,) = [
        row.reason for row in damaged.ledger.refused() if row.reason.startswith("malformed: ")
    ]
    assert key in reason
    assert len(whole.stated) - len(damaged.stated) == fewer


@pytest.mark.parametrize("value", [None, {}, ["x"], 7])
def test_a_region_without_a_proper_name_is_none(bench: Bench, value: object) -> None:
    item = {"name": value, "geography": "Sweden", "displayName": "x", "geographyGroup": "Europe"}
    reading = bench.read("azure-regions.json", json.dumps([item]).encode())
    assert not [fact for fact in reading.stated if isinstance(fact, Region)]
    assert reading.ledger.refused()


# Whole builds with something new


def errors_of(folder: Path) -> tuple[str, list[str]]:
    """Return the report of a build and the errors of its catalogue."""
    built = build_catalog(folder, EDITORIAL)
    found = check_catalog(built.catalog)
    return built.report.text("en"), [
        f"{each.path}: {each.why}" for each in found if each.severity is Severity.ERROR
    ]


def test_a_new_heading_of_the_schedule_becomes_a_provider(sources: Path) -> None:
    schedule = next(sources.rglob("*schedule-content.md"))
    row = "| deci-lm-9b | 1 | GA | — | — |"
    header = "\n".join(
        line for line in SCHEDULE.splitlines() if line.startswith(("| Model", "|--"))
    )
    schedule.write_text(f"{SCHEDULE}\n### Deci AI\n\n{header}\n{row}\n", encoding="utf-8")
    built = build_catalog(sources, EDITORIAL)
    (made,) = [model for model in built.catalog.models if model.id == "deci-lm-9b"]
    (provider,) = [one for one in built.catalog.providers if one.id == made.provider]
    assert provider.name == "Deci AI"
    report, errors = errors_of(sources)
    assert [error for error in errors if "provider" in error] == []
    assert "Deci AI" in report.partition("# Remarks")[2]


def test_a_new_deployment_type_of_a_matrix_is_named(sources: Path) -> None:
    matrix = next(sources.rglob("deployments-standard.md"))
    text = matrix.read_text(encoding="utf-8")
    matrix.write_text(text.replace("## Global standard", "## Lunar standard"), encoding="utf-8")
    report, _ = errors_of(sources)
    assert "## stands under no heading that names a deployment type (1)" in report
    assert "Lunar standard > Europe, row 1" in report


def test_a_folder_without_any_of_the_sources_is_named(tmp_path: Path) -> None:
    (tmp_path / "holiday.txt").write_text("no source", encoding="utf-8")
    with pytest.raises(NoSources, match=r"holds none of the files .*sources\.toml"):
        read_sources(tmp_path, load_register(EDITORIAL / "sources.toml"), {})
