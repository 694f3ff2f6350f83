# SPDX-License-Identifier: MIT
"""Prices of a region beside the global ones, as lines of a table."""

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

from azmodels_gui.answers.answer import Answer, Money, Qualifier, Status
from azmodels_gui.answers.region_prices import (
    BesideGlobal,
    Comparison,
    RegionPrice,
    RegionPtuPrice,
)
from azmodels_gui.catalog import labels
from azmodels_gui.catalog.price_lookup import PriceQuestion
from azmodels_gui.catalog.price_words import (
    BANDS,
    CATEGORIES,
    TERMS,
    TIERS,
    beginning,
    in_words,
)
from azmodels_gui.catalog.terms import PriceTier
from azmodels_gui.language.shown import tr
from azmodels_gui.language.words import N_, Message
from azmodels_gui.window.formats import number, percent
from azmodels_gui.window.models.answer_cells import text, tooltip
from azmodels_gui.window.models.cell_context import CellContext
from azmodels_gui.window.models.fact_tree import FactRow
from azmodels_gui.window.regions.region_lines import EntryGroup, EntryLine, plain_lines

OPENED = 2
"""So few groups are unfolded from the start."""

_ELSEWHERE = N_("Priced in other regions, unknown here")
_UNKNOWN = N_("No source states a price")
_EXPIRED = N_("Expired; what follows is unknown")
_SEVERAL = N_("Sources state several prices")
_NOT_GLOBAL = N_("No global price to compare with")


def _why_open(here: Answer) -> Message:
    """Return why a price cannot be held against the global one."""
    if isinstance(here.value, Money):
        return _NOT_GLOBAL
    if Qualifier.ENDED in here.qualifiers:
        return _EXPIRED
    if Qualifier.ELSEWHERE in here.qualifiers:
        return _ELSEWHERE
    return _UNKNOWN if here.status is Status.UNKNOWN else _SEVERAL


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
            reason = tr(_why_open(price.here))
            found.setdefault(reason, {}).setdefault(price.entry.title, []).append(price)
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
        scope = context.word(labels.SCOPES, price.scope.value)
        name = f"{scope} · {in_words(TERMS, price.term, context.language)}"
        tone = "" if isinstance(price.here.value, Money) else "muted"
        row = FactRow((name, *_compared(price, context)), _tips(price, context), tone)
        found.setdefault(price.product, []).append(row)
    return [
        EntryGroup(EntryLine(FactRow((product,))), plain_lines(rows), opened=len(found) <= OPENED)
        for product, rows in found.items()
    ]


def _priced(price: RegionPrice, context: CellContext) -> EntryLine:
    cells = (_thing(price.question, context), *_compared(price, context))
    return EntryLine(FactRow(cells, _tips(price, context)), price.entry.key)


def _compared(price: BesideGlobal, context: CellContext) -> tuple[str, str, str]:
    here, worldwide = text(price.here, context), text(price.worldwide, context)
    return here, worldwide, _change(price.ratio, context)


def _tips(price: BesideGlobal, context: CellContext) -> str:
    tips = dict.fromkeys(tooltip(each, context) for each in (price.here, price.worldwide))
    return "\n\n".join(filter(None, tips))


def _unpriced(prices: Sequence[RegionPrice], context: CellContext) -> EntryLine:
    """Return one line for an entry; what is not priced, and the last price, show on hover."""
    things = "\n".join(dict.fromkeys(_thing(price.question, context) for price in prices))
    ended = (each.here for each in prices if Qualifier.ENDED in each.here.qualifiers)
    tips = dict.fromkeys((things, *(tooltip(each, context) for each in ended)))
    entry = prices[0].entry
    cells = (entry.title, _count([prices], context))
    return EntryLine(FactRow(cells, "\n\n".join(tips), "muted"), entry.key)


def _count(groups: Iterable[Sequence[RegionPrice]], context: CellContext) -> str:
    return number(sum(map(len, groups)), context.language)


def _thing(question: PriceQuestion, context: CellContext) -> str:
    language = context.language
    parts = [beginning(CATEGORIES, question.category, language)]
    if question.scope is not None:
        parts.insert(0, context.word(labels.SCOPES, question.scope.value))
    if question.tier is not PriceTier.STANDARD:
        parts.append(in_words(TIERS, question.tier, language))
    if question.context_band is not None:
        parts.append(in_words(BANDS, question.context_band, language))
    if question.variant:
        parts.append(question.variant)
    return " · ".join(parts)


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


def same_sentence(prices: Sequence[RegionPrice], context: CellContext) -> Iterator[str]:
    """Yield how many prices equal the global ones, if any do."""
    count = sum(price.comparison is Comparison.SAME for price in prices)
    if count:
        words = tr("Equal to the global price: {count}.")
        yield words.format(count=number(count, context.language))
