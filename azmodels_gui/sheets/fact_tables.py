# SPDX-License-Identifier: MIT
"""The tables of a fact sheet: offers by region, prices in force."""

from collections.abc import Iterator, Sequence
from datetime import date

from azmodels_gui.answers.answer import DOES_NOT_APPLY, Status
from azmodels_gui.answers.availability import TypeRegions, regions_by_type
from azmodels_gui.answers.prices import concerns
from azmodels_gui.answers.quotas import QuotaLine, TypeQuota, quotas
from azmodels_gui.answers.stated_prices import Alike, Time, stated_prices, together
from azmodels_gui.catalog import price_words
from azmodels_gui.catalog.age_words import end_told
from azmodels_gui.catalog.entry import Entry
from azmodels_gui.catalog.fact_told import promised_told
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
    stated = stated_prices(order.conversion.priced(entry).prices, order.day)
    here = (price for price in stated[Time.IN_FORCE] if concerns(price, order.view))
    found = together(here)
    told = tuple(_beside(len(found), len(stated[Time.EXPIRED]), order))
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
    rows = tuple(price_row(each, order) for each in found[:MAX_PRICES])
    return (Table(words("what"), columns, (Group("prices", "", rows),)), *text)


def _beside(count: int, ended: int, order: SheetOrder) -> Iterator[Sentence]:
    if count > MAX_PRICES:
        yield Sentence(order.words("more_rows", count=count - MAX_PRICES))
    if ended:
        yield Sentence(order.words("ended_price" if ended == 1 else "ended_prices", count=ended))


def price_row(alike: Alike[Price], order: SheetOrder) -> Row:
    """Return prices that are told as one as the table tells them."""
    cells, language, price = order.cells, order.language, alike.price
    what = price_words.category(price.category, language)
    return Row(
        "price",
        capitalized(what),
        (
            cells.price(price.amount, price.currency, *alike.sources),
            cells.text(price_words.unit(price.unit, language).replace(" ", NO_BREAK_SPACE)),
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
