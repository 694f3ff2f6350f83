# SPDX-License-Identifier: MIT
"""Made-up pages for the readers: written to a file, read, and the ledger closed."""

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TypeVar

from azmodels_gui.publish.facts import AnyFact
from azmodels_gui.publish.ledger import Ledger

Reader = Callable[[Path, str, Ledger], Iterable[AnyFact]]
AFact = TypeVar("AFact", bound=AnyFact)


def read_text(
    reader: Reader, folder: Path, text: str, name: str = "page.md"
) -> tuple[list[AnyFact], Ledger]:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return read_file(reader, path)


def read_file(reader: Reader, path: Path) -> tuple[list[AnyFact], Ledger]:
    ledger = Ledger()
    facts = list(reader(path, "page", ledger))
    ledger.close()
    return facts, ledger


def of(kind: type[AFact], facts: Iterable[AnyFact]) -> list[AFact]:
    return [fact for fact in facts if isinstance(fact, kind)]


def refusals(ledger: Ledger) -> list[tuple[str, str]]:
    return [(row.text, row.reason) for row in ledger.refused()]
