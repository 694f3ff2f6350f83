# SPDX-License-Identifier: MIT
"""Prices of a region beside the global ones, as lines of a table."""

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

from azmodels_gui.calculator.ptu_prices import PtuPriceAnswer
from azmodels_gui.calculator.region_ptu_prices import RegionPtuPrice
from azmodels_gui.catalog import labels
from azmodels_gui.catalog.price_lookup import PriceQuestion, PriceStatus
from azmodels_gui.catalog.prices import Price, PtuPrice
from azmodels_gui.catalog.region_prices import Comparison, RegionPrice
from azmodels_gui.catalog.terms import PriceTier
from azmodels_gui.language.shown import tr
from azmodels_gui.language.words import N_
from azmodels_gui.qtmodels.cell_context import CellContext
from azmodels_gui.qtmodels.fact_tree import FactRow
from azmodels_gui.qtmodels.formats import day, money, number, percent
from azmodels_gui.views.panes.price_words import BANDS, CATEGORIES, TERMS, TIERS, word
from azmodels_gui.views.regions.entry_lines import EntryGroup, EntryLine, plain_lines

CONTEXT = "RegionPrices"
_NOT_GLOBAL = "not_global"
OPENED = 2
"""So few groups are unfolded from the start."""

_WHY_OPEN = {
    PriceStatus.ELSEWHERE.value: N_("Priced in other regions, unknown here"),
    PriceStatus.UNKNOWN.value: N_("No source states a price"),
    PriceStatus.EXPIRED.value: N_("Expired; what follows is unknown"),
    PriceStatus.CONFLICTING.value: N_("Sources state several prices"),
    PriceStatus.BY_REGION.value: N_("Sources state several prices"),
    _NOT_GLOBAL: N_("No global price to compare with"),
}


def differing_groups(prices: Iterable[RegionPrice], context: CellContext) -> list[EntryGroup]:
    """Return the prices that differ from the global ones, by entry."""
    found: dict[str, list[RegionPrice]] = {}
    for price in prices:
        if price.comparison is Comparison.DIFFERS:
            found.setdefault(price.entry.title, []).append(price)
    return [
        EntryGroup(
            EntryLine(FactRow((title, "", "", _span(some, context))), some[0].entry.key),
            tuple(_priced(each, context) for each in some),
            opened=len(found) <= OPENED,
        )
        for title, some in found.items()
    ]


def open_groups(prices: Iterable[RegionPrice], context: CellContext) -> list[EntryGroup]:
    """Return what cannot be compared, by reason and entry."""
    found: dict[str, dict[str, list[RegionPrice]]] = {}
    for price in prices:
        if price.comparison is Comparison.OPEN:
            status = price.here.status.value
            reason = status if price.here.price is None else _NOT_GLOBAL
            found.setdefault(_told(reason), {}).setdefault(price.entry.title, []).append(price)
    return [
        EntryGroup(
            EntryLine(FactRow((words, _count(entries.values(), context)), "", "muted")),
            tuple(_unpriced(some, context) for some in entries.values()),
        )
        for words, entries in found.items()
    ]


def ptu_groups(prices: Sequence[RegionPtuPrice], context: CellContext) -> list[EntryGroup]:
    """Return the prices of a PTU, by product; unknown ones stay unknown."""
    found: dict[str, list[FactRow]] = {}
    for price in prices:
        name = f"{context.word(labels.SCOPES, price.scope.value)} · {word(TERMS, price.term)}"
        cells = (
            name,
            _known_amount(price.here, context),
            _known_amount(price.worldwide, context),
            _change(price.ratio, context),
        )
        stated = dict.fromkeys((*_to_cite(price.here), *_to_cite(price.worldwide)))
        tip = "\n\n".join(_tip(each, context) for each in stated)
        tone = "" if price.here.price is not None else "muted"
        found.setdefault(price.product, []).append(FactRow(cells, tip, tone))
    return [
        EntryGroup(EntryLine(FactRow((product,))), plain_lines(rows), opened=len(found) <= OPENED)
        for product, rows in found.items()
    ]


def _priced(price: RegionPrice, context: CellContext) -> EntryLine:
    here, worldwide = price.here.price, price.worldwide.price
    cells = (
        _thing(price.question, context),
        _amount(here, context),
        _amount(worldwide, context),
        _change(price.ratio, context),
    )
    tip = "\n\n".join(_tip(each, context) for each in (here, worldwide) if each is not None)
    return EntryLine(FactRow(cells, tip), price.entry.key)


def _unpriced(prices: Sequence[RegionPrice], context: CellContext) -> EntryLine:
    """Return one line for an entry; what is not priced, and the last price, show on hover."""
    things = "\n".join(dict.fromkeys(_thing(price.question, context) for price in prices))
    last = (stated for price in prices for stated in price.here.ended)
    tips = dict.fromkeys((things, *(_tip(stated, context) for stated in last)))
    entry = prices[0].entry
    cells = (entry.title, _count([prices], context))
    return EntryLine(FactRow(cells, "\n\n".join(tips), "muted"), entry.key)


def _count(groups: Iterable[Sequence[RegionPrice]], context: CellContext) -> str:
    return number(sum(map(len, groups)), context.language)


def _thing(question: PriceQuestion, context: CellContext) -> str:
    parts = [word(CATEGORIES, question.category)]
    if question.scope is not None:
        parts.insert(0, context.word(labels.SCOPES, question.scope.value))
    if question.tier is not PriceTier.STANDARD:
        parts.append(word(TIERS, question.tier))
    if question.context_band is not None:
        parts.append(word(BANDS, question.context_band))
    if question.variant:
        parts.append(question.variant)
    return " · ".join(parts)


def _amount(price: Price | PtuPrice | None, context: CellContext) -> str:
    if price is None:
        return context.word(labels.AVAILABILITY, "unknown")
    return money(price.amount, context.language, price.currency)


def _known_amount(answer: PtuPriceAnswer, context: CellContext) -> str:
    """Return the amount, or why there is none: expired, or unknown."""
    if answer.status is PriceStatus.EXPIRED:
        return context.word(labels.FIGURES, "expired")
    return _amount(answer.price, context)


def _to_cite(answer: PtuPriceAnswer) -> tuple[PtuPrice, ...]:
    """Return the prices that stand behind an answer; those of other regions do not."""
    if answer.status is PriceStatus.EXPIRED:
        return answer.prices
    return () if answer.price is None else (answer.price,)


def _change(ratio: Decimal | None, context: CellContext) -> str:
    """Return "+10%", with a decimal only where there is one; empty without a comparison."""
    if ratio is None:
        return ""
    change = round(ratio - 1, 3)
    places = 0 if change == round(change, 2) else 1
    return f"{'+' if change >= 0 else ''}{percent(change, context.language, places)}"


def _span(prices: Sequence[RegionPrice], context: CellContext) -> str:
    ratios = sorted(price.ratio for price in prices if price.ratio is not None)
    ends = dict.fromkeys(_change(ratio, context) for ratio in (ratios[0], ratios[-1]))
    return " … ".join(ends)


def _tip(price: Price | PtuPrice, context: CellContext) -> str:
    lines = [_amount(price, context), context.source_line(price.source)]
    if price.effective_from is not None:
        since = tr("valid from {day}")
        lines.append(since.format(day=day(price.effective_from, context.language)))
    if price.effective_until is not None:
        until = tr("valid until {day}")
        lines.append(until.format(day=day(price.effective_until, context.language)))
    return "\n".join(line for line in lines if line)


def _told(reason: str) -> str:
    return tr(_WHY_OPEN[reason])


def same_sentence(prices: Sequence[RegionPrice], context: CellContext) -> Iterator[str]:
    """Yield how many prices equal the global ones, if any do."""
    count = sum(price.comparison is Comparison.SAME for price in prices)
    if count:
        words = tr("Equal to the global price: {count}.")
        yield words.format(count=number(count, context.language))
