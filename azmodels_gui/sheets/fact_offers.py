# SPDX-License-Identifier: MIT
"""Where an entry is offered, as a grid of signs: regions down, ways to pay across."""

from collections import Counter
from collections.abc import Iterator, Sequence

from msgspec import Struct

from azmodels_gui.answers.answer import unique
from azmodels_gui.answers.availability import regions_by_type
from azmodels_gui.catalog.document import DeploymentType, Region
from azmodels_gui.catalog.entry import Entry
from azmodels_gui.catalog.fact_dates import FactKind
from azmodels_gui.catalog.fact_told import end_told
from azmodels_gui.catalog.terms import Availability, Billing, Scope
from azmodels_gui.language.words import capitalized
from azmodels_gui.sheets.order import SheetOrder
from azmodels_gui.sheets.sheet import (
    Block,
    Cell,
    CellKind,
    Column,
    Group,
    Row,
    Sentence,
    Table,
    Text,
)

SCOPE_SIGNS = {Scope.REGIONAL: "■", Scope.DATA_ZONE: "◐", Scope.GLOBAL: "○"}
MOST_REGIONS = 12
"""More regions stand together where the same is offered in them."""
MOST_NAMED = 6
"""More regions in which nothing is offered are counted."""
_NO, _OPEN, _DISPUTED = "–", "?", "!"
_BETWEEN = "   "
"""Between the meanings of a legend, each of which begins with its sign."""


class _Line(Struct, frozen=True):
    """What is known of one region."""

    region: Region
    cells: tuple[Cell, ...]

    @property
    def key(self) -> tuple[tuple[str, str], ...]:
        return tuple((cell.sign, cell.text) for cell in self.cells)

    @property
    def offers_anything(self) -> bool:
        return any(sign not in (_NO, _OPEN) for cell in self.cells for sign in cell.sign)

    @property
    def says_anything(self) -> bool:
        return any(cell.sign != _NO for cell in self.cells)


def offer_grid(entry: Entry, order: SheetOrder) -> tuple[Block, ...]:
    """Return the grid; regions that offer nothing are counted where none was chosen."""
    words, kinds = order.words, order.view.shown_types
    billings = Billing.of(kind.billing for kind in kinds)
    lines = [
        _Line(region, tuple(_cell(entry, each, region, order) for each in billings))
        for region in _regions(order)
    ]
    told = [line for line in lines if order.regions or line.says_anything]
    columns = tuple(Column(capitalized(words.named(each))) for each in billings)
    grid = Table(
        words("region"),
        columns,
        (Group("offers", "", tuple(_rows(told, order))),),
        _legend(told, _no(entry, order), order),
        by_column=True,
        signs=True,
        spare="" if order.regions else _counted(told, billings, order),
    )
    below = tuple(_below(entry, len(lines) - len(told), order))
    table = (grid,) if told else ()
    return (*table, *((Text(below),) if below else ()))


def _counted(told: Sequence[_Line], billings: Sequence[Billing], order: SheetOrder) -> str:
    """Return in how many regions is offered what, where a page has no room for their names."""
    words, ways = order.words, []
    for at, billing in enumerate(billings):
        signs = Counter(sign for line in told for sign in line.cells[at].sign)
        counts = [
            f"{words.named(scope, 'scope_')} {signs[sign]}"
            for scope, sign in SCOPE_SIGNS.items()
            if signs[sign]
        ]
        if counts:
            ways.append(f"{words.named(billing)}: {', '.join(counts)}")
    return words("spare_offers", ways="; ".join(ways))


def _legend(told: Sequence[_Line], no: str, order: SheetOrder) -> str:
    """Return what the signs in the grid mean, and that of a no also where only words say it."""
    cells = [cell for line in told for cell in line.cells]
    seen = {sign for cell in cells for sign in cell.sign}
    if any(order.words("not_offered") in cell.text for cell in cells):
        seen.add(_NO)
    meanings = order.words("offer_legend", no=no).split(_BETWEEN)
    return _BETWEEN.join(each for each in meanings if each[0] in seen)


def _regions(order: SheetOrder) -> Sequence[Region]:
    if order.regions:
        return order.regions
    zones = order.data_zones
    return [each for each in order.catalog.regions if not zones or each.data_zone in zones]


def _rows(lines: Sequence[_Line], order: SheetOrder) -> Iterator[Row]:
    """Yield a row for each region, or of many regions one for those alike."""
    if len(lines) <= MOST_REGIONS:
        alike = [[line] for line in lines]
    else:
        by_key: dict[object, list[_Line]] = {}
        for line in lines:
            by_key.setdefault(line.key, []).append(line)
        alike = list(by_key.values())
    for same in alike:
        names = ", ".join(_name(line.region, order) for line in same)
        if len(same) > MOST_NAMED and not same[0].offers_anything:
            names = order.words("other_regions", count=len(same))
        yield Row(same[0].region.id, names, same[0].cells)


def _name(region: Region, order: SheetOrder) -> str:
    return f"{region.name} *" if order.data_zones and region.data_zone_disputed else region.name


def _cell(entry: Entry, billing: Billing, region: Region, order: SheetOrder) -> Cell:
    """Return by which scopes it is offered in a region, paid in one way."""
    by_answer: dict[Availability, list[DeploymentType]] = {}
    for kind in order.view.shown_types:
        if kind.billing is billing:
            known = entry.availability(kind.id, region.id)
            by_answer.setdefault(known, []).append(kind)
    words = order.words
    offers = (entry.offers.get(kind.id) for kinds in by_answer.values() for kind in kinds)
    sources = unique(source for offer in offers if offer is not None for source in offer.sources)
    told, sign = [], ""
    for known, mark in _MARKS.items():
        kinds = sorted(by_answer.get(known, ()), key=lambda each: -each.scope.position)
        if not kinds:
            continue
        scopes = ", ".join(words.named(kind.scope, "scope_") for kind in kinds)
        alone = len(by_answer) == 1 and known is not Availability.OFFERED
        told.append(words(known.value) if alone else f"{words(known.value)}: {scopes}")
        sign += mark or "".join(SCOPE_SIGNS.get(kind.scope, "●") for kind in kinds)
    sign = sign if sign == _NO else sign.replace(_NO, "")
    held = CellKind.UNKNOWN if set(by_answer) == {Availability.UNKNOWN} else CellKind.TEXT
    if Availability.CONFLICT in by_answer:
        held = CellKind.CONFLICT
    return Cell(held, "; ".join(told), sources=sources, sign=sign)


_MARKS = {
    Availability.OFFERED: "",
    Availability.CONFLICT: _DISPUTED,
    Availability.UNKNOWN: _OPEN,
    Availability.NOT_OFFERED: _NO,
}
"""The sign of each answer; of an offer it is that of its scope."""


def _no(entry: Entry, order: SheetOrder) -> str:
    """Return that it is not offered, with the dates of the sources."""
    return order.dated_no(
        order.dates((entry,), (FactKind.AVAILABILITY,)).get(FactKind.AVAILABILITY)
    )


def _below(entry: Entry, left_out: int, order: SheetOrder) -> Iterator[Sentence]:
    words = order.words
    if left_out:
        yield Sentence(words("offers_nowhere_else", count=left_out, no=_no(entry, order)))
    if order.data_zones and any(each.data_zone_disputed for each in _regions(order)):
        yield Sentence(words("offers_zone_disputed"))
    for each in regions_by_type(entry, order.view, order.view.shown_types):
        until = each.together.until
        if each.regions.offered and until is not None:
            name = each.name.in_language(order.language)
            end = end_told(until, order.day, order.language)
            yield Sentence(f"{name}: {end}", each.together.sources)
