# SPDX-License-Identifier: MIT
"""Which versions can be served with priority, and the latency targets stated for them."""

import re
from collections.abc import Iterator
from pathlib import Path

from azmodels_gui.publish.cells import FOOTNOTE, without_footnotes
from azmodels_gui.publish.facts import CapabilityFact, Fact, NamedFact, NoteFact
from azmodels_gui.publish.ledger import Ledger, Row
from azmodels_gui.publish.markdown import Page, read_page

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
