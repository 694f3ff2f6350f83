# SPDX-License-Identifier: MIT
"""Small tables of facts: hosts of Claude, limits of partners' models, Speech by region, priority
processing, and what the model router passes requests to."""

import csv
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from azmodels_gui.catalog.facts import AZURE
from azmodels_gui.publish.cells import (
    FOOTNOTE,
    UnreadableCell,
    read_tokens,
    says_nothing,
    without_footnotes,
)
from azmodels_gui.publish.facts import (
    SPEECH_SERVICE,
    CapabilityFact,
    Fact,
    FeatureFact,
    HostingFact,
    LimitFact,
    NamedFact,
    NoteFact,
    RouteFact,
)
from azmodels_gui.publish.identity import read_stage
from azmodels_gui.publish.ledger import Ledger, Row
from azmodels_gui.publish.markdown import Page, Table, read_page
from azmodels_gui.publish.model_tables import capability_facts, reviewed_words

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


ROUTER = "model-router"
PARALLEL = 3
"""Lists of a row whose elements belong together: makers, models and their versions."""
REFUSALS = {
    "Region": "regions of April; the region matrix is newer",
    "Model": "quota before the tiers; the quota page states it by tier",
    "Issue": "help with faults, no fact about a model",
}
"""Why the other tables give nothing, by their first column."""

CONDITIONS = {
    "registration": (
        "Routing to {names} requires registration.",
        "Für die Weiterleitung an {names} ist eine Registrierung nötig.",
    ),
    "preview": (
        "Routing to {names} is in preview.",
        "Die Weiterleitung an {names} ist in der Vorschau.",
    ),
    "deployment": (
        "The router uses {names} only after you have deployed them yourself.",
        "Der Router nutzt {names} erst, wenn Sie diese Modelle selbst bereitgestellt haben.",
    ),
}
"""What the footnotes speak of, by a word in them."""


@dataclass(frozen=True)
class Target:
    """A model the router may choose, and the footnote mark beside it."""

    name: str
    version: str
    mark: str


def read_model_router(path: Path, source: str, ledger: Ledger) -> Iterator[Fact]:
    """Yield a route for each model of each router version.

    The target is spelled `name (version)`. Regions and quotas on these pages are stale.
    """
    page = read_page(path.read_text(encoding="utf-8"))
    for table in page.tables:
        for entry, cells in ledger.rows_of(source, table.place, table.rows):
            if table.header[0] == "Model router version":
                yield from _routes(cells, page, entry, ledger)
            else:
                ledger.refuse(entry, _why_not(table))


def _why_not(table: Table) -> str:
    return REFUSALS.get(table.header[0], "not a table of routes")


def _routes(cells: tuple[str, ...], page: Page, entry: Row, ledger: Ledger) -> Iterator[Fact]:
    """Pair the parallel lists of a row; lists of different lengths cannot be paired."""
    version = cells[0].split()[:1]
    lists = [cell.split("\n") for cell in cells[1:4]]
    if not version or len(lists) != PARALLEL or len(set(map(len, lists))) > 1:
        ledger.refuse(entry, "its lists have different lengths and cannot be paired")
        return
    _, names, versions = lists
    ledger.use(entry)
    targets = [_target(name, number) for name, number in zip(names, versions, strict=True)]
    named = NamedFact(name=ROUTER, version=version[0], source=entry.source, row=entry.place)
    yield named
    yield from capability_facts(named, reviewed_words().of_name(ROUTER))
    for target in targets:
        yield RouteFact(
            **named.spot,
            target=f"{target.name} ({target.version})",
        )
    yield from _notes(named, targets, page)


def _target(name: str, version: str) -> Target:
    mark = FOOTNOTE.search(name)
    return Target(without_footnotes(name), version.strip(), mark[1] if mark else "")


def _notes(named: NamedFact, targets: Sequence[Target], page: Page) -> Iterator[NoteFact]:
    for paragraph in page.paragraphs:
        marked = [item.name for item in targets if item.mark and _explains(paragraph.text, item)]
        for word, (english, german) in CONDITIONS.items():
            if marked and word in paragraph.text.casefold():
                names = ", ".join(marked)
                yield NoteFact(
                    **named.spot,
                    note_en=f"Version {named.version}: {english.format(names=names)}",
                    note_de=f"Version {named.version}: {german.format(names=names)}",
                )


def _explains(paragraph: str, target: Target) -> bool:
    return paragraph.startswith(target.mark)


LATENCY_COLUMN = "Latency target value"
TARGET = re.compile(r"(\d+)% > (\d+) TPS")
NAME_AND_VERSION = re.compile(r"(\S+),\s*(\S+)")
LONG_PROMPT = re.compile(r"(\d+)k prompt tokens")


def read_priority_processing(path: Path, source: str, ledger: Ledger) -> Iterator[Fact]:
    """Yield the versions that priority processing serves, with their latency targets."""
    page = read_page(path.read_text(encoding="utf-8"))
    for table in page.tables:
        for entry, cells in ledger.rows_of(source, table.place, table.rows):
            if table.header[1:2] == (LATENCY_COLUMN,):
                yield from _served(cells, page, entry, ledger)
            else:
                ledger.refuse(entry, "how requests are served, no fact about a model")


def _served(cells: tuple[str, ...], page: Page, entry: Row, ledger: Ledger) -> Iterator[Fact]:
    model = NAME_AND_VERSION.fullmatch(without_footnotes(cells[0]))
    target = TARGET.fullmatch(without_footnotes(cells[1]))
    if not model or not target:
        ledger.refuse(entry, "model, version or latency target cannot be read")
        return
    ledger.use(entry)
    named = NamedFact(name=model[1], version=model[2], source=entry.source, row=entry.place)
    yield named
    yield CapabilityFact(
        **named.spot,
        capabilities=("priority-processing",),
    )
    share, speed = target.groups()
    yield _note(
        named,
        f"priority processing targets more than {speed} tokens per second "
        f"for {share}% of requests.",
        f"Bei priorisierter Verarbeitung gilt als Latenzziel: {share} % der Anfragen mit mehr als "
        f"{speed} Token pro Sekunde.",
    )
    mark = FOOTNOTE.search(cells[0])
    if mark:
        yield from _limit_of_long_prompts(named, mark[1], page)


def _limit_of_long_prompts(named: NamedFact, mark: str, page: Page) -> Iterator[NoteFact]:
    for paragraph in page.paragraphs:
        length = LONG_PROMPT.search(paragraph.text)
        if paragraph.text.startswith(mark) and length:
            yield _note(
                named,
                f"prompts above {length[1]},000 tokens get no priority; they are served and "
                "billed as standard.",
                f"Prompts über {length[1]}.000 Token werden nicht bevorzugt, sondern normal "
                "bedient und abgerechnet.",
            )


def _note(named: NamedFact, english: str, german: str) -> NoteFact:
    title = f"{named.name} {named.version}"
    return NoteFact(
        **named.spot,
        note_en=f"{title}: {english}",
        note_de=f"{title}: {german}",
    )
