# SPDX-License-Identifier: MIT
"""Prices on a fact sheet: scopes across, ways of processing down, a sign beside secondary ones."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from msgspec import Struct
from msgspec.structs import replace

from azmodels_gui.answers import answer
from azmodels_gui.answers.answer import Money, Qualifier, Status
from azmodels_gui.answers.prices import (
    BASIC,
    TIERS,
    Alike,
    PriceLine,
    Time,
    concerns,
    stated_prices,
    together,
    token_price,
    token_prices,
)
from azmodels_gui.catalog import labels
from azmodels_gui.catalog.document import Entry
from azmodels_gui.catalog.fact_dates import promised_told
from azmodels_gui.catalog.facts import Price
from azmodels_gui.catalog.terms import (
    Availability,
    Billing,
    ContextBand,
    PriceTier,
    Scope,
    Term,
    TokenCategory,
    Unit,
    newer_words,
)
from azmodels_gui.language.figures import NO_BREAK_SPACE
from azmodels_gui.language.words import capitalized
from azmodels_gui.sheets.answer_cells import DASH, cell, line_how
from azmodels_gui.sheets.order import SheetOrder
from azmodels_gui.sheets.remarks import shortened
from azmodels_gui.sheets.sheet import Block, Cell, Column, Group, Row, Sentence, Table, Text

_SIGN = f"†{NO_BREAK_SPACE}"


def signed(cell: Cell, order: SheetOrder) -> Cell:
    """Return a cell with the sign for the words; files of data find these beside the figure."""
    words = order.words("price_secondary", amount="")
    if words not in cell.text:
        return cell
    return replace(cell, text=f"{_SIGN}{cell.text.replace(words, '')}")


def explained(table: Table, order: SheetOrder) -> Table:
    """Return a table with the sign in its legend, if it is in a cell."""
    if not any(cell.text.startswith(_SIGN) for row in table.rows for cell in row.cells):
        return table
    told = f"{_SIGN}{order.words('secondary')}"
    return replace(table, legend="   ".join(filter(None, (table.legend, told))))


def explained_once(table: Table, order: SheetOrder) -> Table:
    """Return a table of prices alike; where all of them are copied, cells need no sign."""
    texts = [cell.text for row in table.rows for cell in row.cells if cell.text != DASH]
    if not texts or not all(each.startswith(_SIGN) for each in texts):
        return explained(table, order)

    def bare(row: Row) -> Row:
        shown = (replace(each, text=each.text.removeprefix(_SIGN)) for each in row.cells)
        return replace(row, cells=tuple(shown))

    groups = tuple(replace(each, rows=tuple(map(bare, each.rows))) for each in table.groups)
    legend = " ".join(filter(None, (order.words("all_copied"), table.legend)))
    return replace(table, groups=groups, legend=legend)


MAX_PRICES = 24
"""Rows of the price table; the rest is counted."""
MOST_DOWN = 12
"""More rows with scopes across, and ways of processing go down, with what is paid for across."""
HEADED = 3
"""So many rows of one way of processing stand under a heading."""


def price_table(entry: Entry, order: SheetOrder) -> tuple[Block, ...]:
    """Return the prices in force, scopes across; expired ones only by their number."""
    words, view = order.words, order.view
    priced = order.conversion.priced(entry)
    lines = token_prices((entry,), view).rows
    if view.data_zones:  # what leaves the zone stands beside it
        world = token_prices((entry,), view.anywhere).rows
        lines = (*lines, *(each for each in world if f":{Scope.GLOBAL}:" in each.key))
    stated = stated_prices(priced.prices, order.day)
    here = [price for price in stated[Time.IN_FORCE] if concerns(price, view)]
    keys = {each.key for each in lines}
    more = dict.fromkeys(line for each in here if (line := _line(each)) and line.key not in keys)
    told_more = (
        answer.Row(line.key, line.label, (token_price(priced, line, view),)) for line in more
    )
    grid = by_scope(
        sorted((*lines, *told_more), key=_rank),
        words("price_per_million"),
        Grid(entry, False, order),
    )
    others = together((price for price in here if _line(price) is None), order.day)
    told = tuple(_beside(len(others), len(stated[Time.EXPIRED]), order))
    text = (Text(told),) if told else ()
    if not grid and not others:
        return (Text((Sentence(words("no_price")), *told)),)
    return (*grid, *_other_prices(others, order), *text)


def _line(price: Price) -> PriceLine | None:
    """Return the line of a price among those per 1M tokens; None: it has no place there."""
    if price.unit is not Unit.MILLION_TOKENS or price.fine_tuned or price.variant:
        return None
    if not price.category.known or not price.tier.known:
        return None
    scope, band = price.scope or Scope.GLOBAL, price.context_band or ContextBand.SHORT
    return PriceLine(price.category, scope, band, price.tier)


def _line_of(row: answer.Row) -> PriceLine:
    """Return the line that a row of prices per 1M tokens is about, as its key says."""
    _, scope, tier, band, category = row.key.split(":")
    with newer_words():
        return PriceLine(TokenCategory(category), Scope(scope), ContextBand(band), PriceTier(tier))


def _rank(row: answer.Row) -> tuple[int, ...]:
    """Sort by how it is processed, then by what is paid for."""
    _, _, tier, band, category = row.key.split(":")
    ways = [(tier.value, band.value) for tier, band in TIERS]
    way = ways.index((tier, band)) if (tier, band) in ways else len(ways)
    basic = [each.value for each in BASIC]
    return way, basic.index(category) if category in basic else len(basic)


def _other_prices(others: Sequence[Alike[Price]], order: SheetOrder) -> tuple[Block, ...]:
    """Return what is priced otherwise: of images, of fine-tuned models, scopes across."""
    found: dict[_What, dict[Scope, list[Alike[Price]]]] = {}
    for each in others[:MAX_PRICES]:
        scope = each.price.scope or Scope.GLOBAL
        found.setdefault(_what_else(each.price, order), {}).setdefault(scope, []).append(each)
    if not found:
        return ()
    words = order.words
    scopes = Scope.of(scope for by_scope in found.values() for scope in by_scope)
    columns = tuple(Column(words.named(each, "scope_"), figures=True) for each in scopes)
    told = (
        _Priced(what, tuple(_other_price(by_scope.get(each, ()), order) for each in scopes))
        for what, by_scope in found.items()
    )
    spare = words("spare_prices", count=len(found))
    return (Table(words("other_prices"), columns, _by_way(told), by_column=True, spare=spare),)


class _What(NamedTuple):
    """What a price is for, and how that is processed; the latter empty: as usual."""

    thing: str
    way: str = ""

    @property
    def whole(self) -> str:
        """Both on one line."""
        return ", ".join(filter(None, self))


class _Priced(Struct, frozen=True):
    """A row of prices before it is known under which heading it stands."""

    what: _What
    cells: tuple[Cell, ...]
    key: str = "price"


def _by_way(told: Iterable[_Priced]) -> tuple[Group, ...]:
    """Return rows, those of one way of processing under a heading, which their labels leave out.

    A way of one or two rows has none: it would be as high as what it saves.
    """
    by_way: dict[str, list[_Priced]] = {}
    for each in told:
        by_way.setdefault(each.what.way, []).append(each)
    headed = {way for way, rows in by_way.items() if way and len(rows) >= HEADED}
    plain = [each for way, rows in by_way.items() if way not in headed for each in rows]
    first = [Row(each.key, each.what.whole, each.cells) for each in plain]
    made = [Group("prices", "", tuple(first))] if first else []
    for way in by_way:
        if way in headed:
            rows = tuple(Row(each.key, each.what.thing, each.cells) for each in by_way[way])
            made.append(Group(f"prices:{way}", capitalized(way), rows))
    return tuple(made)


def _what_else(price: Price, order: SheetOrder) -> _What:
    what = capitalized(labels.category(price.category, order.language))
    unit = labels.unit(price.unit, order.language)
    per = "" if price.unit is Unit.MILLION_TOKENS else order.words("per_unit", unit=unit)
    return _What(what, ", ".join(filter(None, (*_how(price, order), per))))


def _other_price(found: Sequence[Alike[Price]], order: SheetOrder) -> Cell:
    """Return one price, or the lowest and the highest of several regions."""
    cells = order.cells
    if not found:
        return cells.text(DASH)
    ranked = sorted(found, key=lambda each: each.price.amount)
    low, high = (
        cells.price(each.price.amount, each.price.currency, *each.sources)
        for each in (ranked[0], ranked[-1])
    )
    if low.text == high.text:
        return low
    sources = tuple(dict.fromkeys(source for each in found for source in each.sources))
    return cells.text(f"{low.text} {DASH} {high.text}", *sources)


class Grid(Struct, frozen=True):
    """Forms the cells of prices with their scopes across, and what they have no room for."""

    entry: Entry
    on_ptu: bool
    order: SheetOrder

    def what(self, by_scope: dict[Scope, answer.Row]) -> _What:
        """Return what is paid for, without where it is processed."""
        each = next(iter(by_scope.values()))
        if self.on_ptu:
            with newer_words():
                term = Term(each.key.rpartition(":")[2])
                return _What(capitalized(self.order.words.named(term, "term_")))
        line = _line_of(each)
        thing = capitalized(labels.category(line.category, self.order.language))
        return _What(thing, line_how(line, self.order))

    def cell(self, each: answer.Row | None, scope: Scope) -> Cell:
        """Return a price as a narrow column shows it."""
        order = self.order
        if each is None:
            return order.cells.text(DASH)
        told = each.answers[0]
        if told.status is Status.UNKNOWN:
            return order.cells.unknown(*told.sources)
        one = _one_known(told)
        shown = cell(replace(one, qualifiers=one.qualifiers - {Qualifier.OTHER_REGION}), order)
        if one.by_place:
            shown = replace(shown, text=self._span(told))
        elif one.values and one.status is Status.KNOWN:
            shown = replace(shown, text=self._from_to(one, shown.text))
        shown = signed(shown, order)
        return replace(shown, gap=bool(self._gaps(told, scope)))

    def note(self, told: answer.Answer, scope: Scope) -> str:
        """Return what the narrow column leaves out; empty: nothing."""
        order = self.order
        if told.status is Status.UNKNOWN:
            return cell(told, order).text if told.values else ""
        one = _one_known(told)
        if one.by_place:
            return cell(told, order).text
        said = []
        if Qualifier.OTHER_REGION in one.qualifiers:
            said.append(order.words("of_other_regions").strip(" ()"))
        gaps = self._gaps(told, scope)
        if gaps:
            said.append(order.words("price_unknown_in", regions=", ".join(gaps)))
        return "; ".join(said)

    def _from_to(self, told: answer.Answer, whole: str) -> str:
        """Return the lowest and the highest price without words, which the legend has."""
        amounts = [each for each in told.values if isinstance(each, Money)]
        cells = [self.order.cells.price(each.amount, each.currency) for each in amounts]
        if len({each.currency for each in cells}) != 1:
            return whole
        low, *_, high = sorted(cells, key=lambda each: each.value or 0)
        copied = self.order.words("price_secondary", amount="")
        return f"{low.text} {DASH} {high.text}{copied if copied in whole else ''}"

    def _span(self, told: answer.Answer) -> str:
        """Return the lowest and the highest price of several regions."""
        cells = [cell(part, self.order) for _, part in told.by_place]
        known = [each for each in cells if isinstance(each.value, Decimal)]
        if len({each.currency for each in known}) != 1:
            return self.order.words("by_region_below")
        low = min(known, key=lambda each: each.value or 0)
        high = max(known, key=lambda each: each.value or 0)
        return f"{low.text} {DASH} {high.text}"

    def _gaps(self, told: answer.Answer, scope: Scope) -> list[str]:
        """Return the regions that offer it and have no known price."""
        kinds = [
            kind.id
            for kind in self.order.view.shown_types
            if kind.scope is scope and (kind.billing is Billing.PROVISIONED) is self.on_ptu
        ]
        return [
            self.order.region_names.get(region, region)
            for region, part in told.by_place
            if part.has_gap
            and any(self.entry.availability(kind, region) in _MAYBE for kind in kinds)
        ]


_MAYBE = frozenset({Availability.OFFERED, Availability.CONFLICT})


def by_scope(
    rows: Iterable[answer.Row], stub: str, grid: Grid, spare: str = ""
) -> tuple[Block, ...]:
    """Return rows of prices with their scopes across; what a cell has no room for stands below.

    A scope none of whose prices is known here has no column, only what is said of it.
    """
    order = grid.order
    found: dict[str, dict[Scope, answer.Row]] = {}
    for each in rows:
        scope = scope_of(each.key)
        thing = each.key.replace(f":{scope}", "", 1)
        found.setdefault(thing, {})[scope] = each
    stated = {
        scope
        for by_scope in found.values()
        for scope, each in by_scope.items()
        if each.answers[0].status in (Status.KNOWN, Status.DISPUTED)
    }
    shown = {thing: by_scope for thing, by_scope in found.items() if stated & set(by_scope)}
    lay_out = _ways_down if _many_ways(shown, grid) else _scopes_across
    tables: tuple[Table, ...] = ()
    if shown:
        made = lay_out(shown, Scope.of(stated), stub, grid)
        spans = any(f" {DASH} " in each.text for line in made.rows for each in line.cells)
        made = replace(made, legend=order.words("by_region_span") if spans else "")
        made = explained_once(made, order)
        tables = (replace(made, spare=spare),)
    texts = tuple(_noted(found.values(), grid))
    notes = Text(texts, spare=order.words("spare_gaps"))
    return (*tables, *((notes,) if texts else ()))


_Shown = Mapping[str, dict[Scope, answer.Row]]


def _scopes_across(shown: _Shown, scopes: Sequence[Scope], stub: str, grid: Grid) -> Table:
    """Return what is paid for down, scopes across."""
    columns = tuple(Column(grid.order.words.named(each, "scope_"), figures=True) for each in scopes)
    told = (
        _Priced(
            grid.what(by_scope),
            tuple(grid.cell(by_scope.get(scope), scope) for scope in scopes),
            thing,
        )
        for thing, by_scope in shown.items()
    )
    return Table(stub, columns, _by_way(told), by_column=True)


def _many_ways(shown: _Shown, grid: Grid) -> bool:
    """Tell whether ways of processing down, for each scope, make a table less high."""
    if grid.on_ptu or len(shown) <= MOST_DOWN:
        return False
    return len({_line_of(next(iter(each.values()))).category for each in shown.values()}) <= 4


def _ways_down(shown: _Shown, scopes: Sequence[Scope], stub: str, grid: Grid) -> Table:
    """Return ways of processing down, for each scope, and what is paid for across."""
    order, empty = grid.order, grid.cell(None, Scope.GLOBAL)
    usual = labels.in_words(labels.RECKONED_TIERS, PriceTier.STANDARD, order.language)
    by_scope: dict[Scope, dict[str, dict[str, Cell]]] = {}
    things: dict[str, None] = {}
    for found in shown.values():
        what = grid.what(found)
        things.setdefault(what.thing)
        for scope, each in found.items():
            if scope in scopes:
                ways = by_scope.setdefault(scope, {})
                ways.setdefault(what.way, {})[what.thing] = grid.cell(each, scope)
    made = tuple(
        Group(
            f"prices:{scope}",
            capitalized(order.words.named(scope, "scope_")),
            tuple(
                Row(
                    f"price:{scope}",
                    capitalized(way) or usual,
                    tuple(cells.get(each, empty) for each in things),
                )
                for way, cells in by_scope[scope].items()
            ),
        )
        for scope in scopes
    )
    columns = tuple(Column(each, figures=True) for each in things)
    return Table(stub, columns, made, by_column=True)


def scope_of(key: str) -> Scope:
    """Return where is processed what a row tells, as its key says; also a newer word."""
    with newer_words():
        return Scope(key.split(":")[1])


def _one_known(told: answer.Answer) -> answer.Answer:
    """Return the price that is the same in all regions in which one is known, else the same."""
    known = [part for _, part in told.by_place if part.status is not Status.UNKNOWN]
    alike = {(part.status, part.value, part.values) for part in known}
    return known[0] if len(alike) == 1 else told


def _noted(found: Iterable[dict[Scope, answer.Row]], grid: Grid) -> Iterator[Sentence]:
    """Yield what the cells leave out, what is alike together."""
    by_note: dict[tuple[str, str], list[tuple[Scope, answer.Answer]]] = {}
    for by_scope in found:
        for scope, each in by_scope.items():
            note = grid.note(each.answers[0], scope)
            if note:
                said = by_note.setdefault((grid.what(by_scope).whole, note), [])
                said.append((scope, each.answers[0]))
    together: dict[tuple[tuple[Scope, ...], str], list[str]] = {}
    sources: dict[tuple[tuple[Scope, ...], str], list[answer.Answer]] = {}
    for (thing, note), said in by_note.items():
        key = (tuple(scope for scope, _ in said), note)
        together.setdefault(key, []).append(thing)
        sources.setdefault(key, []).extend(told for _, told in said)
    for (scopes, note), things in together.items():
        names = ", ".join(grid.order.words.named(scope, "scope_") for scope in scopes)
        told = f"{capitalized(names)} ({', '.join(things)}): {note}"
        yield Sentence(told, answer.cited(sources[scopes, note]))


def _beside(count: int, ended: int, order: SheetOrder) -> Iterator[Sentence]:
    if count > MAX_PRICES:
        yield Sentence(order.words("more_rows", count=count - MAX_PRICES))
    if ended:
        yield Sentence(order.words("ended_price" if ended == 1 else "ended_prices", count=ended))


def price_row(alike: Alike[Price], order: SheetOrder) -> Row:
    """Return prices that are told as one as the table tells them."""
    cells, language, price = order.cells, order.language, alike.price
    what = labels.category(price.category, language)
    return Row(
        "price",
        capitalized(what),
        (
            cells.price(price.amount, price.currency, *alike.sources),
            cells.text(labels.unit(price.unit, language).replace(" ", NO_BREAK_SPACE)),
            cells.text(", ".join(_where_priced(alike, order)) or DASH),
            cells.text(", ".join(_how(price, order)) or DASH),
            _day_cell(price.effective_from, order),
            _day_cell(price.effective_until, order),
        ),
    )


def _day_cell(day: date | None, order: SheetOrder) -> Cell:
    return order.cells.text(DASH) if day is None else order.cells.day(day)


def _where_priced(alike: Alike[Price], order: SheetOrder) -> Iterator[str]:
    price = alike.price
    if price.scope is not None:
        yield order.words.named(price.scope, "scope_")
    if price.data_zone is not None:
        yield price.data_zone
    if alike.regions and price.scope is not Scope.GLOBAL:
        yield shortened((order.region_names.get(each, each) for each in alike.regions), order)


def _how(price: Price, order: SheetOrder) -> Iterator[str]:
    """Yield what sets a price apart from the plain one."""
    language = order.language
    if price.tier is not PriceTier.STANDARD:
        yield labels.in_words(labels.TIERS, price.tier, language)
    if price.context_band is not None:
        yield labels.in_words(labels.BANDS, price.context_band, language)
    if price.fine_tuned:
        yield order.words("fine_tuned")
    if price.variant:
        yield price.variant
    promised = promised_told(price, language)
    if promised:
        yield promised
    if price.secondary:
        yield order.words("secondary")
