# SPDX-License-Identifier: MIT
"""Rows of prices: what each answer of the price look-up looks like on a sheet."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import product

from msgspec import structs

from azmodels_gui.catalog.entry import Entry
from azmodels_gui.catalog.price_lookup import (
    PriceAnswer,
    PriceQuestion,
    PriceStatus,
    price_of,
    prices_on,
)
from azmodels_gui.catalog.prices import Price
from azmodels_gui.catalog.terms import ContextBand, PriceTier, Scope, TokenCategory, Unit
from azmodels_gui.language import figures
from azmodels_gui.reports import price_words
from azmodels_gui.reports.cells import compared_row
from azmodels_gui.reports.order import SheetOrder
from azmodels_gui.reports.sheet import Cell, CellKind, Group, Mark, Row
from azmodels_gui.reports.sheet_words import capitalized

BASIC = (
    *(TokenCategory.INPUT, TokenCategory.CACHED_INPUT, TokenCategory.CACHE_WRITE),
    *(TokenCategory.OUTPUT, TokenCategory.AUDIO_INPUT, TokenCategory.CACHED_AUDIO_INPUT),
    *(TokenCategory.AUDIO_OUTPUT, TokenCategory.IMAGE_INPUT, TokenCategory.CACHED_IMAGE_INPUT),
    TokenCategory.IMAGE_OUTPUT,
)
TIERS = (
    (PriceTier.STANDARD, ContextBand.SHORT),
    (PriceTier.STANDARD, ContextBand.LONG),
    (PriceTier.BATCH, ContextBand.SHORT),
    (PriceTier.PRIORITY, ContextBand.SHORT),
)
SHOWN_AMOUNTS, NAMED_REGIONS, MOST_REGIONS = 3, 3, 6
"""Amounts and regions that a cell tells one by one: regions without a price, with the same one."""


@dataclass(frozen=True)
class PriceLine:
    """What a row of prices is for."""

    category: TokenCategory
    scope: Scope
    band: ContextBand = ContextBand.SHORT
    tier: PriceTier = PriceTier.STANDARD

    @property
    def thing(self) -> tuple[TokenCategory, PriceTier]:
        """What is paid for, wherever it is processed."""
        return self.category, self.tier


MAIN = (TokenCategory.INPUT, TokenCategory.OUTPUT)
EXPECTED = frozenset(PriceLine(category, Scope.GLOBAL) for category in MAIN)
"""Shown even where no source states a price: a reader would miss them."""


def token_prices(entries: Sequence[Entry], order: SheetOrder) -> Group:
    """Return prices per 1M tokens, line by line of the price list."""
    priced = [order.conversion.priced(entry) for entry in entries]
    rows = tuple(_rows(priced, order))
    return Group("token_prices", order.words("token_prices"), rows)


def other_prices(entries: Sequence[Entry], order: SheetOrder) -> Group | None:
    """Return prices of images, seconds, pages and the like; None where nobody has any."""
    priced = [order.conversion.priced(entry) for entry in entries]
    cells = [_others(entry, order) for entry in priced]
    if all(cell.kind is CellKind.UNKNOWN for cell in cells):
        return None
    row = compared_row("other_prices", order.words("other_prices"), cells)
    return Group("other_prices", order.words("other_prices"), (row,))


def price_cell(entry: Entry, line: PriceLine, order: SheetOrder) -> Cell:
    """Return what is known of one price in the chosen regions, or anywhere."""
    told = list(region_cells(entry, line, order))
    if len({(cell.kind, cell.text) for cell in told}) == 1:
        return told[0]
    return _by_region(told, order)


def region_cells(entry: Entry, line: PriceLine, order: SheetOrder) -> Iterator[Cell]:
    """Yield the answer for each region; regions that the same prices name have the same one."""
    stated = [each for each in entry.prices if (each.category, each.tier) == line.thing]
    found: dict[tuple[object, ...], Cell] = {}
    for asked in _questions(line, order):
        alike = (asked.data_zone, *(asked.region in price.regions for price in stated))
        if alike not in found:
            found[alike] = _answer_cell(price_of(entry, asked, order.day), order)
        yield found[alike]


def amounts_label(amounts: Iterable[tuple[Decimal, str]], order: SheetOrder) -> str:
    """Return the lowest and the highest of some amounts that differ by region."""
    low, *_, high = sorted(amounts)
    return order.words(
        "price_range", low=order.cells.price_text(*low), high=order.cells.price_text(*high)
    )


def compared_prices(key: str, label: str, cells: Sequence[Cell]) -> Row:
    """Return a row of prices, the lowest marked.

    None is marked beside a range or amounts in dispute that begin lower: nobody knows which holds.
    """
    lowest = min((_amount(cell) for cell in cells if cell.kind is CellKind.MONEY), default=None)
    several = (cell for cell in cells if cell.kind in (CellKind.TEXT, CellKind.CONFLICT))
    clear = lowest is not None and all(_amount(cell) >= lowest for cell in several)
    return compared_row(key, label, cells, best="low" if clear else None)


def _amount(cell: Cell) -> Decimal:
    """Return the amount of a cell, of several the lowest; zero where it names none."""
    amount = cell.value if cell.kind is CellKind.MONEY else cell.lowest
    return amount if isinstance(amount, Decimal) else Decimal(0)


def several_amounts(cell: Cell, prices: Iterable[tuple[Decimal, str]], order: SheetOrder) -> Cell:
    """Return a cell of text that knows the lowest of its amounts."""
    converted = (order.conversion.converted(*each)[0] for each in prices)
    return replace(cell, lowest=min(converted))


def concerns(price: Price, order: SheetOrder) -> bool:
    """Tell whether a price holds in a chosen region; a global one is the same everywhere."""
    if not order.regions or price.scope in (Scope.GLOBAL, None):
        return True
    if price.regions:
        return any(region.id in price.regions for region in order.regions)
    return any(region.data_zone == price.data_zone for region in order.regions)


def _rows(entries: Sequence[Entry], order: SheetOrder) -> Iterator[Row]:
    """Yield the lines somebody states a price for; special ones only if one holds here."""
    for line in _lines():
        if any(_is_stated(entry, line) for entry in entries) or line in EXPECTED:
            cells = [price_cell(entry, line, order) for entry in entries]
            if _is_plain(line) or any(cell.kind is not CellKind.UNKNOWN for cell in cells):
                yield compared_prices(_key(line), label(line, order), cells)


def _is_stated(entry: Entry, line: PriceLine) -> bool:
    """Tell whether the price list has a line of its own; a band of None serves short ones."""
    bands = (line.band, None) if line.band is ContextBand.SHORT else (line.band,)
    return any(
        price.category is line.category
        and price.tier is line.tier
        and price.context_band in bands
        and price.unit is Unit.MILLION_TOKENS
        and not price.fine_tuned
        and not price.variant
        and (price.scope is line.scope or (price.scope is None and line.scope is Scope.GLOBAL))
        for price in entry.prices
    )


def _lines() -> Iterator[PriceLine]:
    """Yield what a comparison asks for: all of standard, input and output of the rest."""
    for scope, (tier, band), category in product(Scope, TIERS, BASIC):
        line = PriceLine(category, scope, band, tier)
        if _is_plain(line) or category in MAIN:
            yield line


def _is_plain(line: PriceLine) -> bool:
    return line.tier is PriceTier.STANDARD and line.band is ContextBand.SHORT


def _questions(line: PriceLine, order: SheetOrder) -> Iterator[PriceQuestion]:
    asked = PriceQuestion(
        category=line.category, scope=line.scope, context_band=line.band, tier=line.tier
    )
    if not order.regions:
        yield asked
    for region in order.regions:
        yield structs.replace(asked, region=region.id, data_zone=region.data_zone)


def label(line: PriceLine, order: SheetOrder) -> str:
    """Return what a row of prices is for, in words."""
    language = order.language
    how = [
        price_words.in_words(price_words.TIERS, line.tier, language),
        ""
        if line.band is ContextBand.SHORT
        else price_words.in_words(price_words.BANDS, line.band, language),
    ]
    what = price_words.category(line.category, language)
    told = ", ".join(filter(None, how))
    return order.words(
        "price_row_how" if told else "price_row",
        what=capitalized(what),
        scope=order.words.named(line.scope, "scope_"),
        how=told,
    )


def _key(line: PriceLine) -> str:
    return f"price:{line.scope}:{line.tier}:{line.band}:{line.category}"


def _answer_cell(answer: PriceAnswer, order: SheetOrder) -> Cell:
    sources = tuple(price.source for price in answer.prices)
    match answer.status:
        case PriceStatus.KNOWN | PriceStatus.SECONDARY:
            cell = _one(answer.prices[0], answer.status is PriceStatus.SECONDARY, order)
        case PriceStatus.BY_REGION:
            pairs = _pairs(answer.prices)
            cell = order.cells.text(amounts_label(pairs, order), *sources)
            cell = several_amounts(cell, pairs, order)
        case PriceStatus.CONFLICTING:
            told = order.words("price_conflicting", amounts=_amounts(answer.prices, order))
            cell = order.cells.conflict(*sources, text=told)
            cell = several_amounts(cell, _pairs(answer.prices), order)
        case PriceStatus.EXPIRED:
            cell = _expired(answer.prices, order)
        case PriceStatus.ELSEWHERE:
            told = order.words("price_elsewhere", amounts=_amounts(answer.prices, order))
            cell = order.cells.unknown(*sources, text=told)
        case PriceStatus.UNKNOWN:
            cell = order.cells.unknown()
    return cell


def _one(price: Price, secondary: bool, order: SheetOrder) -> Cell:
    cell = order.cells.price(price.amount, price.currency, price.source)
    if not secondary:
        return cell
    after = order.words("price_secondary", amount="")
    return replace(cell, text=f"{cell.text}{after}", after=after)


def _expired(prices: Sequence[Price], order: SheetOrder) -> Cell:
    until = prices[0].effective_until
    day = "" if until is None else figures.day(until, order.language)
    told = order.words("price_expired", day=day, amount=_amounts(prices, order))
    sources = tuple(dict.fromkeys(price.source for price in prices))
    return Cell(CellKind.UNKNOWN, told, sources=sources, mark=Mark.WARNING, sign="?")


def _by_region(cells: Sequence[Cell], order: SheetOrder) -> Cell:
    """Return one cell for the chosen regions, which differ in price."""
    if all(cell.kind is CellKind.UNKNOWN for cell in cells):
        return max(cells, key=lambda cell: len(cell.text))
    by_text: dict[str, list[str]] = {}
    unpriced: list[str] = []
    for region, cell in zip(order.regions, cells, strict=True):
        alike = by_text.setdefault(cell.text, []) if cell.kind is not CellKind.UNKNOWN else unpriced
        alike.append(region.name)
    told = [f"{_listed(names, order)}: {text}" for text, names in by_text.items()]
    told += _without_price(unpriced, order)
    sources = (each for cell in cells for each in cell.sources)
    text = order.cells.text("; ".join(told), *sources)
    stated = (each for each in cells if each.kind is not CellKind.UNKNOWN)
    return replace(text, lowest=min(map(_amount, stated)))


def _listed(names: Sequence[str], order: SheetOrder) -> str:
    """Return names, of many some and the number of the others."""
    more = len(names) - MOST_REGIONS
    if more <= 1:
        return ", ".join(names)
    return f"{', '.join(names[:MOST_REGIONS])} {order.words('more_prices', count=more)}"


def _without_price(names: Sequence[str], order: SheetOrder) -> list[str]:
    """Return that a price is unknown in some regions; many are counted."""
    if len(names) > NAMED_REGIONS:
        return [order.words("unknown_in_regions", count=len(names))]
    return [f"{', '.join(names)}: {order.words('unknown')}"] if names else []


def _pairs(prices: Iterable[Price]) -> list[tuple[Decimal, str]]:
    return [(price.amount, price.currency) for price in prices]


def _amounts(prices: Iterable[Price], order: SheetOrder) -> str:
    told = (order.cells.price_text(price.amount, price.currency) for price in prices)
    different = list(dict.fromkeys(told))
    return " / ".join(different[:SHOWN_AMOUNTS]) + (" …" if different[SHOWN_AMOUNTS:] else "")


def _others(entry: Entry, order: SheetOrder) -> Cell:
    found = [
        price
        for price in prices_on(entry, order.day)
        if price.unit is not Unit.MILLION_TOKENS and not price.fine_tuned
    ]
    if not found:
        return order.cells.unknown()
    told = list(dict.fromkeys(_other(price, order) for price in found))
    more = len(told) - SHOWN_AMOUNTS
    if more > 0:
        told = [*told[:SHOWN_AMOUNTS], order.words("more_prices", count=more)]
    return order.cells.text("; ".join(told), *(price.source for price in found))


def _other(price: Price, order: SheetOrder) -> str:
    what = price_words.category(price.category, order.language)
    amount = order.words(
        "amount_per",
        amount=order.cells.price_text(price.amount, price.currency),
        unit=price_words.unit(price.unit, order.language),
    )
    return f"{what}: {amount}"
