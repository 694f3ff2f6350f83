# SPDX-License-Identifier: MIT
"""The tables of a fact sheet: offers by region, prices in force."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from azmodels_gui.answers.answer import DOES_NOT_APPLY, Status
from azmodels_gui.answers.availability import TypeRegions, regions_by_type
from azmodels_gui.answers.prices import concerns
from azmodels_gui.answers.quotas import QuotaLine, TypeQuota, quotas
from azmodels_gui.catalog import price_words
from azmodels_gui.catalog.age_words import end_told
from azmodels_gui.catalog.entry import Entry
from azmodels_gui.catalog.fact_told import promised_told
from azmodels_gui.catalog.price_lookup import prices_on
from azmodels_gui.catalog.price_words import tier_name
from azmodels_gui.catalog.prices import Price
from azmodels_gui.catalog.terms import PriceTier, Scope
from azmodels_gui.language.words import capitalized
from azmodels_gui.sheets.answer_cells import DASH, cell
from azmodels_gui.sheets.cells import NO_BREAK_SPACE
from azmodels_gui.sheets.order import SheetOrder
from azmodels_gui.sheets.remarks import shortened
from azmodels_gui.sheets.sheet import Block, Cell, Column, Group, Mark, Row, Sentence, Table, Text

MAX_PRICES = 60
"""Rows of the price table; the rest is counted."""


def offer_table(entry: Entry, order: SheetOrder) -> Table:
    """Return each deployment type, or feature of a service, with its regions by what is known."""
    words, service = order.words, entry.is_service
    disputed = () if service else (Column(words("disputed_where"), weight=2),)
    columns = (
        Column(words("offered_in"), weight=4),
        *disputed,
        Column(words("unknown_where"), weight=2),
    )
    told = regions_by_type(entry, order.view, order.view.shown_types)
    rows = tuple(_offer_row(each, order) for each in told)
    heading = words("feature") if service else words("deployment_type")
    return Table(heading, columns, (Group("offers", "", rows),))


def _offer_row(each: TypeRegions, order: SheetOrder) -> Row:
    cells, regions, together = order.cells, each.regions, each.together
    label = each.name.in_language(order.language)
    if regions.offered and together.until is not None:
        label = f"{label} ({end_told(together.until, order.day, order.language)})"
    named = ", ".join(order.region_names.get(name, name) for name in regions.offered)
    # Of what is unknown everywhere the first column says so.
    unknown = () if together.status is Status.UNKNOWN else regions.unknown
    return Row(
        each.key,
        label,
        (
            cells.text(named, *together.sources)
            if named
            else cell(each.elsewhere or together, order),
            *(() if each.kind is None else (_where(regions.disputed, order, Mark.WARNING),)),
            _where(unknown, order),
        ),
    )


def _where(names: Sequence[str], order: SheetOrder, mark: Mark = Mark.NONE) -> Cell:
    if not names:
        return order.cells.text(DASH)
    told = [order.region_names.get(name, name) for name in names]
    return order.cells.text(shortened(told, order), mark=mark)


def quota_table(entry: Entry, order: SheetOrder) -> Table | None:
    """Return the default quota of every deployment type and tier; None: no source has any."""
    words = order.words
    told = quotas(entry, order.view)
    if not told:
        return None
    columns = (
        Column(words("tier_name")),
        Column(words("tpm"), figures=True),
        Column(words("requests_of"), figures=True),
        Column(words("enqueued_tokens"), figures=True),
    )
    rows = tuple(_quota_row(each, line, order) for each in told for line in each.tiers)
    return Table(words("deployment_type"), columns, (Group("quotas", "", rows),))


def _quota_row(each: TypeQuota, line: QuotaLine, order: SheetOrder) -> Row:
    tokens, none = cell(line.tokens, order), order.cells.text(DASH)
    tier = tier_name(line.tier, order.language, "{tier}")
    named = f"{tier} ({line.note})" if line.note else tier
    requests = none if line.requests is DOES_NOT_APPLY else cell(line.requests, order)
    figures = (none, requests, tokens) if each.queued else (tokens, requests, none)
    label = order.kind_names.get(each.kind or "", each.kind or DASH)
    return Row("quota", label, (order.cells.text(named), *figures))


def price_table(entry: Entry, order: SheetOrder) -> tuple[Block, ...]:
    """Return the prices in force; expired ones only by their number."""
    words = order.words
    priced = order.conversion.priced(entry)
    found = sorted(
        (p for p in prices_on(priced, order.day) if concerns(p, order.view)), key=price_rank
    )
    shown = tuple(_alike_together(found, order))
    told = tuple(_beside(priced, shown, order))
    text = (Text(told),) if told else ()
    if not found:
        return (Text((Sentence(words("no_price")), *told)),)
    columns = (
        Column(words("amount"), figures=True),
        Column(words("per")),
        Column(words("where"), weight=2),
        Column(words("how"), weight=2),
        Column(words("from")),
        Column(words("until")),
    )
    rows = tuple(price_row(price, order) for price in shown[:MAX_PRICES])
    return (Table(words("what"), columns, (Group("prices", "", rows),)), *text)


def _alike_together(found: Iterable[Price], order: SheetOrder) -> Iterator[Price]:
    """Yield each price once whose rows would read alike, with the sources of all of them.

    A global price is told without its regions, of which each source names others.
    """
    alike: dict[Row, list[Price]] = {}
    for price in found:
        bare = price.but(source="", also=())
        alike.setdefault(price_row(bare, order), []).append(price)
    for same in alike.values():
        sources = dict.fromkeys(each for price in same for each in (price.source, *price.also))
        first, *more = sources
        yield same[0].but(source=first, also=tuple(more))


def price_rank(price: Price) -> tuple[int, int, int, int, str, date]:
    """Sort by scope, tier, context and what is paid for, as somebody would look it up."""
    return (
        len(Scope) + 1 if price.scope is None else price.scope.position,
        price.tier.position + price.fine_tuned * (len(PriceTier) + 1),
        -1 if price.context_band is None else price.context_band.position,
        price.category.position,
        price.variant,
        price.effective_from or date.min,
    )


def _beside(entry: Entry, found: Sequence[Price], order: SheetOrder) -> Iterator[Sentence]:
    if len(found) > MAX_PRICES:
        yield Sentence(order.words("more_rows", count=len(found) - MAX_PRICES))
    ended = [
        price
        for price in entry.prices
        if price.effective_until is not None and price.effective_until < order.day
    ]
    if ended:
        key = "ended_price" if len(ended) == 1 else "ended_prices"
        yield Sentence(order.words(key, count=len(ended)))


def price_row(price: Price, order: SheetOrder) -> Row:
    """Return one price as the table tells it."""
    cells, language = order.cells, order.language
    what = price_words.category(price.category, language)
    return Row(
        "price",
        capitalized(what),
        (
            cells.price(price.amount, price.currency, price.source, *price.also),
            cells.text(price_words.unit(price.unit, language).replace(" ", NO_BREAK_SPACE)),
            cells.text(", ".join(_where_priced(price, order)) or DASH),
            cells.text(", ".join(_how(price, order)) or DASH),
            _day_cell(price.effective_from, order),
            _day_cell(price.effective_until, order),
        ),
    )


def _day_cell(day: date | None, order: SheetOrder) -> Cell:
    return order.cells.text(DASH) if day is None else order.cells.day(day)


def _where_priced(price: Price, order: SheetOrder) -> Iterator[str]:
    if price.scope is not None:
        yield order.words.named(price.scope, "scope_")
    if price.data_zone is not None:
        yield price.data_zone
    if price.regions and price.scope is not Scope.GLOBAL:
        yield shortened((order.region_names.get(each, each) for each in price.regions), order)


def _how(price: Price, order: SheetOrder) -> Iterator[str]:
    """Yield what sets a price apart from the plain one."""
    language = order.language
    if price.tier is not PriceTier.STANDARD:
        yield price_words.in_words(price_words.TIERS, price.tier, language)
    if price.context_band is not None:
        yield price_words.in_words(price_words.BANDS, price.context_band, language)
    if price.fine_tuned:
        yield order.words("fine_tuned")
    if price.variant:
        yield price.variant
    promised = promised_told(price, language)
    if promised:
        yield promised
    if price.secondary:
        yield order.words("secondary")
