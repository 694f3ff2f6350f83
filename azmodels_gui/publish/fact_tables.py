# SPDX-License-Identifier: MIT
"""Small tables of facts: who hosts Claude, limits of partners' models, Speech by region."""

import csv
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from azmodels_gui.catalog.facts import AZURE
from azmodels_gui.publish.cells import UnreadableCell, read_tokens, says_nothing
from azmodels_gui.publish.facts import (
    SPEECH_SERVICE,
    Fact,
    FeatureFact,
    HostingFact,
    LimitFact,
    NamedFact,
)
from azmodels_gui.publish.identity import read_stage
from azmodels_gui.publish.ledger import Ledger, Row

HOSTS = {
    "hosted on Azure (version 2)": ("2", AZURE),
    "hosted on Anthropic infrastructure (version 1)": ("1", "anthropic"),
}
"""Column, the version it is about, and who runs that version."""
GATED = "gated research "
"""Before a stage: offered to few, but in that stage."""
MARKS = {"y": True, "-": False}
OTHER_COLUMNS = "the row has another number of cells than the table has columns"


@dataclass(frozen=True)
class Line:
    """A row of a table, its cells by the titles of their columns."""

    cells: Mapping[str, str]
    row: Row

    def __getitem__(self, column: str) -> str:
        """Return a cell.

        Raises:
            UnreadableCell: the table has no such column.
        """
        if column not in self.cells:
            raise UnreadableCell(f"no column {column!r}")
        return self.cells[column]


def read_claude_models(path: Path, source: str, ledger: Ledger) -> Iterator[Fact]:
    """Yield stage and host of each version that the table marks, and the limits of both."""
    for line in _lines(path, source, ledger):
        yield from ledger.settle(line.row, _claude_facts(line, source))


def _claude_facts(line: Line, source: str) -> Iterator[Fact]:
    name, place = line["model"], line.row.place
    window, output = read_tokens(line["context"]), read_tokens(line["max output"])
    for column, (version, host) in HOSTS.items():
        if says_nothing(line[column]):
            continue
        stage = read_stage(line[column].casefold().removeprefix(GATED))
        if stage is None:
            raise UnreadableCell(line[column])
        named = NamedFact(
            name=name,
            version=version,
            source=source,
            row=place,
            provider="Anthropic",
            channel="marketplace",
            stage=stage,
        )
        yield named
        yield HostingFact(**named.spot, by=host)
        yield LimitFact(**named.spot, context_window=window, max_output=output)


def read_partner_limits(path: Path, source: str, ledger: Ledger) -> Iterator[Fact]:
    """Yield the limits in tokens; sizes of vectors and numbers of images are none."""
    for line in _lines(path, source, ledger):
        yield from ledger.settle(line.row, _limits(line, source))


def _limits(line: Line, source: str) -> Iterator[Fact]:
    output = line["max output tokens"]
    yield LimitFact(
        name=line["model"],
        source=source,
        row=line.row.place,
        max_input=read_tokens(line["input tokens"]),
        max_output=read_tokens(output) if output.isdecimal() else None,
        context_window=read_tokens(line["context"]),
    )


def read_speech_regions(path: Path, source: str, ledger: Ledger) -> Iterator[Fact]:
    """Yield each feature of the speech service with the regions that have it."""
    lines = list(_lines(path, source, ledger))
    marks: dict[str, dict[str, bool]] = {}
    for line in lines:
        ledger.use(line.row)
        for feature, cell in line.cells.items():
            if feature == "region":
                continue
            if cell in MARKS:
                marks.setdefault(feature, {})[line["region"]] = MARKS[cell]
            else:
                place = f"{line.row.place}, {feature}"
                ledger.refuse(ledger.read(source, place, cell), "cell is neither 'y' nor '-'")
    for feature, by_region in marks.items():
        yield FeatureFact(
            name=SPEECH_SERVICE,
            source=source,
            row=feature,
            feature=feature,
            available=frozenset(region for region, yes in by_region.items() if yes),
            listed=frozenset(by_region),
        )


def _lines(path: Path, source: str, ledger: Ledger) -> Iterator[Line]:
    """Yield the rows of a table; lines with `#` say where it is from."""
    with path.open(encoding="utf-8", newline="") as lines:
        table = csv.reader((line for line in lines if line[:1] != "#"), delimiter="\t")
        header = next(table, [])
        for number, cells in enumerate(table, start=1):
            row = ledger.read(source, f"row {number}", " | ".join(cells))
            if len(cells) != len(header):
                ledger.refuse(row, OTHER_COLUMNS)
                continue
            texts = zip(header, (cell.strip() for cell in cells), strict=True)
            yield Line(dict(texts), row)
