# SPDX-License-Identifier: MIT
"""What a region offers, and what another one has in addition, as lines of a table."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from PySide6.QtCore import QModelIndex

from azmodels_gui.catalog import labels
from azmodels_gui.catalog.document import DataZone, Entry, EntryKey, Region
from azmodels_gui.catalog.listing import Listing
from azmodels_gui.catalog.region_alternatives import Additions, TypeOffers
from azmodels_gui.catalog.terms import Availability, Stage
from azmodels_gui.language.words import tr
from azmodels_gui.window.formats import number
from azmodels_gui.window.models.cell_context import CellContext
from azmodels_gui.window.models.fact_tree import FactGroup, FactRow
from azmodels_gui.window.models.pane import Fact
from azmodels_gui.window.theme import Tone


@dataclass(frozen=True)
class EntryLine:
    """One line; `key` is the entry it is about, or None."""

    row: FactRow
    key: EntryKey | None = None


@dataclass(frozen=True)
class EntryGroup:
    """A heading and the lines below."""

    head: EntryLine
    lines: tuple[EntryLine, ...] = ()
    opened: bool = False


@dataclass
class LineKeys:
    """Finds the entry of a line in a `FactTreeView` that shows the groups."""

    _keys: dict[tuple[int, int], EntryKey | None] = field(default_factory=dict)

    def take(self, groups: Sequence[EntryGroup]) -> list[FactGroup]:
        """Remember the entries and return what the view shows."""
        for at, group in enumerate(groups):
            self._keys[(-1, at)] = group.head.key
            self._keys.update({(at, line): each.key for line, each in enumerate(group.lines)})
        return [
            FactGroup(group.head.row, tuple(line.row for line in group.lines), group.opened)
            for group in groups
        ]

    def key_at(self, index: QModelIndex) -> EntryKey | None:
        """Return the entry of a line; None: it is about none."""
        parent = index.parent()
        return self._keys.get((parent.row() if parent.isValid() else -1, index.row()))


def plain_lines(rows: Iterable[FactRow]) -> tuple[EntryLine, ...]:
    """Return lines that are about no entry."""
    return tuple(EntryLine(row) for row in rows)


_SIGNS = {
    Availability.OFFERED: ("●", "good"),
    Availability.CONFLICT: ("!", "warn"),
    Availability.UNKNOWN: ("?", "muted"),
    Availability.NOT_OFFERED: ("–", "muted"),
}


def offer_groups(offers: Iterable[TypeOffers], context: CellContext) -> list[EntryGroup]:
    """Return one heading for each deployment type, the entries below."""
    return [_offer_group(each, context) for each in offers]


def addition_groups(
    additions: Iterable[Additions], region: Region, context: CellContext
) -> list[EntryGroup]:
    """Return what another region has in addition, and what is known of it in `region`."""

    groups = []
    for each in additions:
        name = context.text(each.deployment_type.name)
        count = number(len(each.not_here) + len(each.uncertain_here), context.language)
        kind = each.deployment_type.id
        lines = tuple(
            _line(one, kind, one.availability(kind, region.id), context, before=("",))
            for one in (*each.not_here, *each.uncertain_here)
        )
        groups.append(EntryGroup(EntryLine(FactRow((name, count))), lines))
    return groups


def listed_groups(listing: Listing, region: Region, context: CellContext) -> Iterator[EntryGroup]:
    """Yield a heading for each deployment type that is listed here, the entries below."""
    for kind in context.index.catalog.deployment_types:
        listed = [
            entry
            for entry in context.index.entries
            if listing.listed_on(entry, kind.id, region.id) is not None
        ]
        lines = tuple(
            _line(each, kind.id, each.availability(kind.id, region.id), context, before=("",))
            for each in listed
        )
        if lines:
            count = number(len(lines), context.language)
            yield EntryGroup(EntryLine(FactRow((context.text(kind.name), count))), lines)


def _offer_group(offers: TypeOffers, context: CellContext) -> EntryGroup:
    kind = offers.deployment_type
    counts = (len(offers.offered), len(offers.disputed), len(offers.unknown))
    figures = (number(count, context.language) if count else "" for count in counts)
    tone = "" if offers.offered else "muted"
    head = FactRow((context.text(kind.name), *figures), context.text(kind.description), tone)
    return EntryGroup(EntryLine(head), tuple(_offer_lines(offers, context)))


def _offer_lines(offers: TypeOffers, context: CellContext) -> Iterator[EntryLine]:
    kind = offers.deployment_type.id
    for entry in offers.offered:
        yield _line(entry, kind, Availability.OFFERED, context)
    for entry in offers.disputed:
        yield _line(entry, kind, Availability.CONFLICT, context, before=("",))
    if offers.unknown:
        words = tr("Entries no source speaks of")
        count = number(len(offers.unknown), context.language)
        yield EntryLine(FactRow((words, "", "", f"? {count}"), "", "muted"))


def _line(
    entry: Entry,
    kind: str,
    known: Availability,
    context: CellContext,
    before: tuple[str, ...] = (),
) -> EntryLine:
    """Return a line; `before` are empty cells before what is known."""
    sign, tone = _SIGNS[known]
    offer = entry.offers.get(kind)
    word = context.answer(known, (offer,))
    if not is_usable(entry, context):
        word, tone = f"{word} · {context.word(labels.STAGE_CHIPS, _over(entry))}", "warn"
    tip = "\n".join(filter(None, map(context.source_line, offer.sources))) if offer else ""
    return EntryLine(FactRow((entry.title, *before, f"{sign} {word}"), tip, tone), entry.key)


def is_usable(entry: Entry, context: CellContext) -> bool:
    """Tell whether an entry is neither retired nor past its date today."""
    return entry.stage_on(context.index.today).usable


def _over(entry: Entry) -> str:
    """Return the label of what has ended an entry."""
    return "retired" if entry.version.lifecycle.stage is Stage.RETIRED else "past_date"


@dataclass(frozen=True)
class Heading:
    """A small heading."""

    text: str


@dataclass(frozen=True)
class Paragraph:
    """A text."""

    text: str
    tone: Tone = Tone.PLAIN


@dataclass(frozen=True)
class Note:
    """A text that must not be missed."""

    text: str


@dataclass(frozen=True)
class Facts:
    """Figures with their names."""

    facts: tuple[Fact, ...]


@dataclass(frozen=True)
class RegionLink:
    """The name of a region, which leads to its page."""

    region: Region


@dataclass(frozen=True)
class Table:
    """Lines under headings that fold."""

    name: str
    headers: tuple[str, ...]
    groups: tuple[EntryGroup, ...]


Block = Heading | Paragraph | Note | Facts | RegionLink | Table


@dataclass(frozen=True)
class RegionOnShow:
    """A region and the context (catalogue, day, language) it is read in."""

    region: Region
    context: CellContext
    is_disputed: Callable[[Region], bool] = lambda _region: False
    """Tells whether a region's published place is not in its country."""

    @cached_property
    def zone(self) -> DataZone | None:
        """The data zone of the region."""
        zones = self.context.index.catalog.data_zones
        return next((zone for zone in zones if zone.id == self.region.data_zone), None)
