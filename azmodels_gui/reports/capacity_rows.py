# SPDX-License-Identifier: MIT
"""Rows about PTU (what one carries, sizes, price) and about default quota."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from azmodels_gui.catalog.age_words import not_offered_told
from azmodels_gui.catalog.entry import Entry
from azmodels_gui.catalog.prices import PtuParameters, PtuPrice, Quota
from azmodels_gui.catalog.ptu_products import ptu_prices_for
from azmodels_gui.catalog.quota_tiers import tier_name
from azmodels_gui.catalog.terms import ContextBand, Scope, Term, TokenCategory
from azmodels_gui.reports import price_words
from azmodels_gui.reports.cells import compared_row
from azmodels_gui.reports.order import SheetOrder
from azmodels_gui.reports.price_rows import amounts_label, compared_prices, several_amounts
from azmodels_gui.reports.sheet import Cell, Group, Row

QuotaLine = tuple[str | None, str]
"""Deployment type and tier."""


def capacity(entries: Sequence[Entry], order: SheetOrder) -> Group:
    """Return what a PTU carries and costs, and the quota of each tier."""
    rows = (
        *_ptu_rows(entries, order),
        *_ptu_price_rows(entries, order),
        *_quota_rows(entries, order),
    )
    return Group("capacity", order.words("capacity"), rows)


def parameters(entry: Entry) -> PtuParameters | None:
    """Return the newest PTU parameters; None: no source has any."""
    return next(iter(entry.ptu), None)


def _ptu_rows(entries: Sequence[Entry], order: SheetOrder) -> Iterator[Row]:
    words, cells = order.words, order.cells
    found = [parameters(entry) for entry in entries]
    tpm = [cells.number(each.input_tpm_per_ptu if each else None, *_source(each)) for each in found]
    yield compared_row("tpm_per_ptu", words("tpm_per_ptu"), tpm)
    weighed = (weight.category for each in found if each for weight in each.weights)
    for category in TokenCategory.of(weighed):
        weights = [_weight(each, category, order) for each in found]
        if category is not TokenCategory.INPUT and any(cell.sources for cell in weights):
            what = price_words.category(category, order.language)
            yield compared_row(f"weight:{category}", words("weight_of", what=what), weights)
    for scope in Scope.of(size.scope for each in found if each for size in each.sizing):
        sizes = [_sizes(each, scope, order) for each in found]
        if any(minimum.sources for minimum, _ in sizes):
            name = words.named(scope, "scope_")
            least = [minimum for minimum, _ in sizes]
            yield compared_row(
                f"minimum:{scope}", words("minimum_of", scope=name), least, best="low"
            )
            steps = [step for _, step in sizes]
            yield compared_row(f"step:{scope}", words("increment_of", scope=name), steps)


def _weight(found: PtuParameters | None, category: TokenCategory, order: SheetOrder) -> Cell:
    if found is None:
        return order.cells.unknown()
    weights = [
        weight.weight
        for weight in found.weights
        if weight.category is category and weight.context_band in (None, ContextBand.SHORT)
    ]
    return order.cells.number(weights[0], found.source) if weights else order.cells.unknown()


def _sizes(found: PtuParameters | None, scope: Scope, order: SheetOrder) -> tuple[Cell, Cell]:
    cells = order.cells
    if found is None:
        return cells.unknown(), cells.unknown()
    for sizing in found.sizing:
        if sizing.scope is scope:
            least = cells.number(sizing.minimum_ptu, found.source)
            return least, cells.number(sizing.scale_increment, found.source)
    as_of = order.source_dates.get(found.source)
    no = not_offered_told(as_of, order.day, order.language)
    return cells.text(no), cells.text("–")


def _source(found: PtuParameters | None) -> tuple[str, ...]:
    return () if found is None else (found.source,)


def _ptu_price_rows(entries: Sequence[Entry], order: SheetOrder) -> Iterator[Row]:
    priced = [ptu_prices_for(entry, order.catalog) if entry.ptu else () for entry in entries]
    stated = [price for prices in priced for price in prices]
    for scope in Scope.of(price.scope for price in stated):
        for term in Term.of(price.term for price in stated):
            cells = [ptu_price_cell(prices, scope, term, order) for prices in priced]
            if any(cell.sources for cell in cells):
                label = order.words(
                    "ptu_price_of",
                    term=order.words.named(term, "term_"),
                    scope=order.words.named(scope, "scope_"),
                )
                yield compared_prices(f"ptu_price:{scope}:{term}", label, cells)


def ptu_price_cell(prices: Sequence[PtuPrice], scope: Scope, term: Term, order: SheetOrder) -> Cell:
    """Return the price of one PTU in the chosen regions, or the range over all regions."""
    asked = {region.id for region in order.regions}
    held = order.conversion.counted(
        [
            price
            for price in prices
            if price.scope is scope
            and price.term is term
            and not price.superseded
            and price.in_force_on(order.day)
        ]
    )
    here = [
        price
        for price in held
        if not asked or not price.regions or asked.intersection(price.regions)
    ]
    if not here:
        return order.cells.unknown()
    sources = tuple(dict.fromkeys(price.source for price in here))
    if len({(price.amount, price.currency) for price in here}) == 1:
        return order.cells.price(here[0].amount, here[0].currency, *sources)
    amounts = [(price.amount, price.currency) for price in here]
    text = order.cells.text(amounts_label(amounts, order), *sources)
    return several_amounts(text, amounts, order)


def _quota_rows(entries: Sequence[Entry], order: SheetOrder) -> Iterator[Row]:
    """Yield tokens per minute of the lowest and the highest tier of each deployment type."""
    lines = {
        (quota.deployment_type, quota.tier): None
        for entry in entries
        for quota in entry.quotas
        if quota.tpm is not None
    }
    kinds = [kind.id for kind in order.catalog.deployment_types]
    for kind, tier in _outer(sorted(lines, key=lambda line: (_place(line[0], kinds), line[1]))):
        cells = [_quota(entry, kind, tier, order) for entry in entries]
        name = "" if kind is None else order.kind_names.get(kind, kind)
        called = tier_name(tier, order.language, order.words("quota_tier", tier="{tier}"))
        label = f"{', '.join(filter(None, (called, name)))} (TPM)"
        yield compared_row(f"quota:{kind}:{tier}", label, cells, best="high")


def _outer(lines: Sequence[QuotaLine]) -> Iterator[QuotaLine]:
    """Yield the first and the last line of each deployment type."""
    for _, alike in groupby(lines, key=lambda line: line[0]):
        same = list(alike)
        yield from dict.fromkeys((same[0], same[-1]))


def _place(kind: str | None, kinds: Sequence[str]) -> int:
    return kinds.index(kind) if kind in kinds else len(kinds)


def _quota(entry: Entry, kind: str | None, tier: str, order: SheetOrder) -> Cell:
    found: list[Quota] = [
        quota
        for quota in entry.quotas
        if quota.deployment_type == kind and quota.tier == tier and quota.tpm is not None
    ]
    if not found:
        return order.cells.unknown()
    return order.cells.number(found[0].tpm, found[0].source)
