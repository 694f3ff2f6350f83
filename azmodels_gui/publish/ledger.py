# SPDX-License-Identifier: MIT
"""Book-keeping of the build: every row that was read is used or refused with a reason."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TypeVar

from msgspec.structs import asdict

from azmodels_gui.catalog.facts import CatalogPart
from azmodels_gui.language.words import N_, Message, Phrase, ToldError
from azmodels_gui.publish.cells import UnreadableCell


class Severity(StrEnum):
    """Whether a fault forbids publishing."""

    ERROR = "error"
    WARNING = "warning"
    """Worth a look; may be just what the sources say."""


@dataclass(frozen=True)
class Fault:
    """Something wrong or odd in a catalogue."""

    path: str
    """Place inside the document: `models[3].prices[12].amount`."""
    why: Phrase
    severity: Severity = Severity.ERROR

    @property
    def told_at(self) -> Phrase:
        """The fault with its place."""
        return Phrase(N_("{place}: {why}"), place=self.path, why=self.why)


def error(path: str, message: Message, /, **values: object) -> Fault:
    """Return a fault that forbids publishing."""
    return Fault(path, Phrase(message, **values))


def warning(path: str, message: Message, /, **values: object) -> Fault:
    """Return a fault that does not forbid publishing."""
    return Fault(path, Phrase(message, **values), Severity.WARNING)


def parts(part: CatalogPart, path: str = "") -> Iterator[tuple[str, CatalogPart]]:
    """Yield a part and everything inside it, each with its place; outer parts first."""
    yield path, part
    for name, value in asdict(part).items():
        place = f"{path}.{name}" if path else name
        if isinstance(value, CatalogPart):
            yield from parts(value, place)
        elif isinstance(value, tuple):
            for number, item in enumerate(value):
                if isinstance(item, CatalogPart):
                    yield from parts(item, f"{place}[{number}]")


Found = TypeVar("Found")

MALFORMED = (LookupError, TypeError, ValueError, AttributeError, ArithmeticError)
"""What reading raises where a key is missing, or a value is of another kind than it should be."""


class LedgerOpen(ToldError):
    """Rows were read but neither used nor refused: the parser lost them."""


def shortened(text: object, length: int = 300) -> str:
    """Return a text on one line, cut to a length that a report can bear."""
    return " ".join(str(text).split())[:length]


def told(fault: Exception) -> str:
    """Return a fault met while reading, with its kind: of a missing key its text is the key."""
    return f"{type(fault).__name__}: {shortened(fault, 200)}"


@dataclass
class Row:
    """A table row, price meter or list item of a source."""

    source: str
    place: str
    """Where, readable: `Global standard > Americas, row 4`, or a meter's name and region."""
    text: str
    """What it says, shortened, so that the report can be read without the source."""
    used: bool | None = None
    reason: str = ""
    """Why it was not used; empty for a used row."""


@dataclass
class Ledger:
    """All rows that the build has read."""

    rows: list[Row] = field(default_factory=list)

    def read(self, source: str, place: str, text: str) -> Row:
        """Enter a row. The caller must settle it with `use` or `refuse`."""
        row = Row(source, str(place), shortened(text))
        self.rows.append(row)
        return row

    def rows_of(
        self, source: str, place: str, rows: Iterable[tuple[str, ...]]
    ) -> Iterator[tuple[Row, tuple[str, ...]]]:
        """Yield the rows of a table with their cells, each entered when it is its turn.

        Args:
            source: the document's id.
            place: of the table.
            rows: the cells of each.
        """
        for number, cells in enumerate(rows, start=1):
            yield self.read(source, f"{place}, row {number}", " | ".join(cells)), cells

    def attempt(
        self, source: str, place: str, item: object, read: Callable[["Ledger"], Iterable[Found]]
    ) -> list[Found]:
        """Return what is read of one item of a list.

        A malformed one is refused as a whole: it costs no other, and rows that were entered
        before its fault was met are taken back.

        Args:
            source: the document's id.
            place: where the item is, for the report.
            item: what it holds, for the report.
            read: reads it, with a ledger for its rows.
        """
        own = Ledger()
        try:
            found = list(read(own))
        except MALFORMED as fault:
            self.refuse(self.read(source, place, str(item)), f"malformed: {told(fault)}")
            return []
        self.rows += own.rows
        return found

    def settle(self, row: Row, facts: Iterable[Found]) -> list[Found]:
        """Use a row, or refuse it where reading it meets a fault; return what it gave.

        Args:
            row: an entered row.
            facts: what it gives, not read yet.
        """
        try:
            found = list(facts)
        except MALFORMED as fault:
            # A column that is gone, or a cell that holds something else.
            reason = fault if isinstance(fault, UnreadableCell) else told(fault)
            self.refuse(row, f"cannot be read: {reason}")
            return []
        self.use(row)
        return found

    def use(self, row: Row) -> None:
        """Settle a row that gave at least one fact. A refused row can still become used."""
        row.used, row.reason = True, ""

    def refuse(self, row: Row, reason: str) -> None:
        """Settle a row that gave nothing, and say why."""
        row.used, row.reason = False, reason

    def close(self) -> None:
        """Check that no row was lost.

        Raises:
            LedgerOpen: a row was neither used nor refused.
        """
        lost = [row for row in self.rows if row.used is None]
        if lost:
            first = lost[0]
            raise LedgerOpen(
                N_("{count} rows lost, first: {source}: {place}"),
                count=len(lost),
                source=first.source,
                place=first.place,
            )

    def refused(self) -> list[Row]:
        """Return the rows that were not used, in the order they were read."""
        return [row for row in self.rows if row.used is False]

    def totals(self) -> dict[str, tuple[int, int, int]]:
        """Return for each source: rows read, used, not used."""
        read = Counter(row.source for row in self.rows)
        used = Counter(row.source for row in self.rows if row.used)
        return {
            source: (read[source], used[source], read[source] - used[source]) for source in read
        }
