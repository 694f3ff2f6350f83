# SPDX-License-Identifier: MIT
"""Which models the versions of the model router pass requests to."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from azmodels_gui.publish.capability_words import reviewed_words
from azmodels_gui.publish.cells import FOOTNOTE, without_footnotes
from azmodels_gui.publish.facts import Fact, NamedFact, NoteFact, RouteFact
from azmodels_gui.publish.ledger import Ledger, Row
from azmodels_gui.publish.markdown import Page, Table, read_page
from azmodels_gui.publish.model_tables import capability_facts

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
