# SPDX-License-Identifier: MIT
"""What a PTU carries and costs, and the default quota of each deployment type and tier."""

from collections.abc import Callable, Iterator, Sequence
from itertools import product

from msgspec import Struct

from azmodels_gui.answers.answer import (
    DOES_NOT_APPLY,
    UNKNOWN,
    Answer,
    Better,
    Row,
    Section,
    Status,
    Value,
    known,
    message,
    row,
    section,
)
from azmodels_gui.answers.prices import by_place, priced
from azmodels_gui.answers.viewpoint import Viewpoint
from azmodels_gui.calculator.place import Place
from azmodels_gui.calculator.ptu_cost import ptu_price_of
from azmodels_gui.catalog.document import Entry, Model
from azmodels_gui.catalog.facts import PtuParameters, Quota, TokenWeight
from azmodels_gui.catalog.price_lookup import PriceStatus, product_of, ptu_prices_for
from azmodels_gui.catalog.terms import ContextBand, Scope, Term, TokenCategory


def capacity(entries: Sequence[Entry], view: Viewpoint) -> Section:
    """Return what a PTU carries and costs, and the quota of each tier."""
    found = [parameters(entry) for entry in entries]
    rows = (
        *parameter_rows(found, view),
        *ptu_prices(entries, view),
        *quota_rows(entries, view),
    )
    return section("capacity", rows)


def parameters(entry: Entry) -> PtuParameters | None:
    """Return the newest PTU parameters; None: no source has any."""
    return next(iter(entry.ptu), None)


def parameter_rows(found: Sequence[PtuParameters | None], view: Viewpoint) -> Iterator[Row]:
    """Yield what one PTU carries, as one page says it of each entry; None: no page."""

    def of_page(key: str, value: Callable[[PtuParameters], Value | None]) -> Row:
        told = (UNKNOWN if each is None else known(value(each), each.source) for each in found)
        return row(key, told)

    yield of_page("tpm_per_ptu", lambda each: each.input_tpm_per_ptu)
    for category, band in _weighed(found):
        if category is not TokenCategory.INPUT or band is not None:
            weights = tuple(weight_of(each, category, band) for each in found)
            key = f"weight:{category}:{band}" if band else f"weight:{category}"
            yield Row(key, message("weight", what=category, band=band), weights)
    for scope in Scope.of(size.scope for each in found if each for size in each.sizing):
        sizes = [_sizes(each, scope, view) for each in found]
        least, steps = (tuple(each[side] for each in sizes) for side in (0, 1))
        yield Row(f"minimum:{scope}", message("minimum_of", scope=scope), least, Better.LOW)
        yield Row(f"step:{scope}", message("increment_of", scope=scope), steps)
    if any(each is not None and each.latency_target for each in found):
        yield of_page("latency", lambda each: each.latency_target or None)
    if any(each is not None and each.long_context is not None for each in found):
        yield of_page("long_context", _long_context)


def _long_context(found: PtuParameters) -> Value | None:
    if found.long_context is None:
        return None
    return message("long_served" if found.long_context else "long_not_served")


def _weighed(
    found: Sequence[PtuParameters | None],
) -> list[tuple[TokenCategory, ContextBand | None]]:
    """Return what has a weight, and for which requests: None for short ones, and for all."""
    weights = [weight for each in found if each for weight in each.weights]
    bands = [None, *ContextBand.of(_band(weight) for weight in weights)]
    stated = {(weight.category, _band(weight)) for weight in weights}
    categories = TokenCategory.of(weight.category for weight in weights)
    return [pair for pair in product(categories, bands) if pair in stated]


def _band(weight: TokenWeight) -> ContextBand | None:
    return None if weight.context_band is ContextBand.SHORT else weight.context_band


def weight_of(
    found: PtuParameters | None, category: TokenCategory, band: ContextBand | None
) -> Answer:
    """Return how many input tokens one counts as; `band` None: in short requests, or in all."""
    if found is None:
        return UNKNOWN
    stated = (
        each.weight for each in found.weights if each.category is category and _band(each) is band
    )
    return known(next(stated, None), found.source)


def _sizes(found: PtuParameters | None, scope: Scope, view: Viewpoint) -> tuple[Answer, Answer]:
    """Return the smallest deployment and the step; a page that lists no scope says no."""
    if found is None:
        return UNKNOWN, UNKNOWN
    for sizing in found.sizing:
        if sizing.scope is scope:
            least = known(sizing.minimum_ptu, found.source)
            return least, known(sizing.scale_increment, found.source)
    no = Answer(Status.NOT_OFFERED, as_of=view.source_dates.get(found.source))
    return no, Answer(Status.DOES_NOT_APPLY, message("dash"))


def ptu_prices(entries: Sequence[Entry], view: Viewpoint) -> Iterator[Row]:
    """Yield the price of one PTU by scope and term: the one that holds in the place asked about."""
    sized = [entry for entry in entries if entry.ptu]
    stated = [each for entry in sized for each in ptu_prices_for(entry, view.catalog)]
    for scope in Scope.of(price.scope for price in stated):
        for term in Term.of(price.term for price in stated):
            told = tuple(
                ptu_price(entry, scope, term, view) if entry.ptu else UNKNOWN for entry in entries
            )
            if any(each.sources for each in told):
                label = message("ptu_price_of", term=term, scope=scope)
                yield Row(f"ptu_price:{scope}:{term}", label, told, Better.LOW)


def ptu_price(entry: Entry, scope: Scope, term: Term, view: Viewpoint) -> Answer:
    """Return the price of one PTU for a whole term, where it is asked for."""
    return by_place(scope, view, lambda place: ptu_price_at(entry.model, place, term, view))


def ptu_price_at(model: Model, place: Place, term: Term, view: Viewpoint) -> Answer:
    """Return the price in one place: it is the same for all models of a product."""
    named = product_of(model.provider, model.channel)
    alike = None if place.region_id is None else view.ptu_places.get(place.region_id, -1)
    asked = (named, place.scope, alike, term)
    kept = view.ptu_prices_kept
    if asked not in kept:
        kept[asked] = UNKNOWN
        for catalog in view.by_currency:
            found = ptu_price_of(catalog, model, place, term, view.day)
            if found.status is not PriceStatus.UNKNOWN:
                kept[asked] = priced(found.status, found.prices, other_region=found.other_region)
                break
    return kept[asked]


ONE_MINUTE_S = 60


class QuotaLine(Struct, frozen=True):
    """The quota of one tier."""

    tier: str
    tokens: Answer
    """Tokens per minute, or in the queue; in its place what the source says instead of a number."""
    requests: Answer
    note: str
    """A remark of the source, where it does not stand in the place of a number."""
    source: str


class TypeQuota(Struct, frozen=True):
    """The quota of one deployment type."""

    kind: str | None
    """SKU name; None: the source names none."""
    queued: bool
    """The tokens are those that may wait in the queue of batch jobs."""
    tiers: tuple[QuotaLine, ...]


def quotas(entry: Entry, view: Viewpoint) -> tuple[TypeQuota, ...]:
    """Return the quota of every tier by deployment type, in the order of the catalogue."""
    queued = {each.deployment_type for each in entry.quotas if each.enqueued_tokens is not None}
    groups: dict[tuple[str | None, bool], list[Quota]] = {}
    for quota in entry.quotas:
        of_queue = quota.deployment_type in queued and quota.tpm is None and quota.requests is None
        groups.setdefault((quota.deployment_type, of_queue), []).append(quota)
    order = [kind.id for kind in view.catalog.deployment_types]
    return tuple(
        TypeQuota(kind, of_queue, tuple(_line(each, queued=of_queue) for each in listed))
        for (kind, of_queue), listed in sorted(
            groups.items(), key=lambda group: _place(group[0][0], order)
        )
    )


def quota_rows(entries: Sequence[Entry], view: Viewpoint) -> Iterator[Row]:
    """Yield tokens per minute of the lowest and the highest tier of each deployment type."""
    found = [
        {(each.kind, line.tier): line.tokens for each in told for line in each.tiers}
        for told in ([t for t in quotas(entry, view) if not t.queued] for entry in entries)
    ]
    tiers: dict[str | None, set[str]] = {}
    for kind, tier in (
        line for told in found for line, each in told.items() if isinstance(each.value, int)
    ):
        tiers.setdefault(kind, set()).add(tier)
    order = [kind.id for kind in view.catalog.deployment_types]
    for kind in sorted(tiers, key=lambda each: _place(each, order)):
        for tier in dict.fromkeys((min(tiers[kind]), max(tiers[kind]))):
            told = tuple(each.get((kind, tier), UNKNOWN) for each in found)
            label = message("quota_line", tier=tier, kind=kind)
            yield Row(f"quota:{kind}:{tier}", label, told, Better.HIGH)


def _line(quota: Quota, *, queued: bool) -> QuotaLine:
    count = quota.enqueued_tokens if queued else quota.tpm
    told = quota.note if count is None and quota.requests is None else ""
    return QuotaLine(
        quota.tier,
        UNKNOWN if count is None and not told else known(told or count, quota.source),
        _requests(quota, applies=not (queued or told)),
        "" if told else quota.note,
        quota.source,
    )


def _requests(quota: Quota, *, applies: bool) -> Answer:
    count, seconds = quota.requests, quota.request_period_s
    if count is None:
        return UNKNOWN if applies else DOES_NOT_APPLY
    if seconds == ONE_MINUTE_S:
        return known(message("requests_a_minute_of", count=count), quota.source)
    return known(message("requests_per", count=count, seconds=seconds), quota.source)


def _place(kind: str | None, order: Sequence[str]) -> int:
    return order.index(kind) if kind in order else len(order)
