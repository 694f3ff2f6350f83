# SPDX-License-Identifier: MIT
"""Scenarios or models side by side: what each costs a month, on what it rests, which is least."""

from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal
from functools import cached_property

from msgspec import Struct

from azmodels_gui.answers.answer import (
    DOES_NOT_APPLY,
    NONE_NAMED,
    UNKNOWN,
    Answer,
    Cost,
    Difference,
    Money,
    More,
    Qualifier,
    Row,
    Section,
    Share,
    Status,
    cost_of,
    known,
    message,
    row,
    section,
    share_of,
    unique,
)
from azmodels_gui.answers.lifecycle import days_left, retirement
from azmodels_gui.answers.sizing import Paid, own_quota, paid_beside, way_sources
from azmodels_gui.answers.verdict import Verdict, verdict
from azmodels_gui.answers.viewpoint import Viewpoint
from azmodels_gui.calculator.counted import EVERYTHING, Period
from azmodels_gui.calculator.estimate import Estimate, advised_way
from azmodels_gui.calculator.quota_check import PTU, TPM, QuotaStatus
from azmodels_gui.calculator.ways import BEST, PAYG, term_of
from azmodels_gui.catalog.document import Entry
from azmodels_gui.language.words import ToldError


class Option(Struct, frozen=True, dict=True):
    """One scenario: a deployment under its load, and how it is to be paid."""

    found: Estimate
    way: str = BEST
    """One of `WAYS` or `SPILLING`."""

    @cached_property
    def paid(self) -> str | None:
        """The way to pay that is meant; None: which one costs least is not known.

        Where a price is missing the least of the known ones is meant, as in the verdict.
        """
        if self.way == BEST:
            return advised_way(self.found)
        term = term_of(self.way)
        if term is not None and self.found.point_of(self.way) is None:
            return term.value  # nothing spills over: all of it is on PTU
        return self.way

    @property
    def cost(self) -> Decimal | None:
        """What a month costs that way; None: a price or the size is not known."""
        paid = self.paid
        if paid is None:
            return None
        return self.found.cost_of(paid)

    @property
    def beside(self) -> Paid:
        """What is paid beside the requests, and a month with it."""
        return paid_beside(self.found.beside, cost_of(self.cost, self.found.currency))

    @property
    def whole(self) -> Decimal | None:
        """What a month costs with what is paid beside the requests; None: a part is not known."""
        whole = self.beside.whole
        return None if whole is None else whole.amount

    @property
    def ptu(self) -> int | None:
        """PTU that are deployed; None where none are, or how many is not known."""
        return None if self.paid is None else self.found.ptu_of(self.paid)

    @property
    def lives(self) -> bool:
        """Tell whether the model can still be used on the day of the question."""
        question = self.found.question
        return question.deployment.entry.stage_on(question.day).usable


class NamedOption(Struct, frozen=True):
    """A scenario and what it is called."""

    name: str
    option: Option


def least(options: Sequence[Option | None]) -> int | None:
    """Return the place of the scenario that costs least; the first of equals.

    None where there are not two to choose from. One whose cost is unknown or could be lower by a
    price that nobody states, whose model has ended or whose PTU do not carry its load is never it.

    Args:
        options: the scenarios in their order; None for one that has no answer.
    """
    costs = {
        place: whole
        for place, option in enumerate(options)
        if option is not None and (whole := option.whole) is not None and _can_be_least(option)
    }
    if len(options) < 2 or not costs:
        return None
    currencies = {option.found.currency for option in options if option is not None}
    return None if len(currencies) > 1 else min(costs, key=lambda place: costs[place] or 0)


def scenario_section(options: Sequence[Option], first: Option | None) -> Section:
    """Return the rows of a table of scenarios; differences are those to the first.

    Args:
        options: the scenarios that have an answer.
        first: what they are held against; None where the first has no answer.
    """
    spilled = [_spilled(option) for option in options]
    rows = (
        row("scenario_way", map(_way, options)),
        row("scenario_ptu", (known(o.ptu) if o.paid != PAYG else DOES_NOT_APPLY for o in options)),
        row("scenario_cost", map(_cost, options)),
        *_beside_rows(options),
        row("scenario_difference", (_difference(option, first) for option in options)),
        *_ptu_rows(options, first),
        row("per_request", map(_per_request, options)),
        row("average_utilization", (_used(option, average=True) for option in options)),
        row("utilization", (_used(option) for option in options)),
        *([row("share_spilled", spilled)] if any(map(_told, spilled)) else ()),
        row("scenario_quota", map(_quota, options)),
        row("retirement", (retirement(*_asked(option)) for option in options)),
        row("days_left", (days_left(*_asked(option)) for option in options)),
        row("scenario_assumed", map(_assumed, options)),
    )
    return section("scenarios", rows)


def _ptu_rows(options: Sequence[Option], first: Option | None) -> Iterator[Row]:
    """Yield how many PTU more than in the first are deployed; nothing where none are."""
    counts = [_deployed(option) for option in options]
    if not any(counts):
        return
    of_first = None if first is None else _deployed(first)
    answers = (
        NONE_NAMED
        if option is first
        else UNKNOWN
        if count is None or of_first is None
        else known(More(count - of_first))
        for option, count in zip(options, counts, strict=True)
    )
    yield row("scenario_more_ptu", answers)


def _deployed(option: Option) -> int | None:
    """Return the PTU that are deployed: per token none are; None: not known."""
    return 0 if option.paid == PAYG else option.ptu


def _beside_rows(options: Sequence[Option]) -> Iterator[Row]:
    """Yield what is paid beside the requests, and a month with it; nothing where nothing is."""
    paid = [option.beside for option in options]
    asked = [{EVERYTHING[count].every for count in each.found.question.beside} for each in options]
    for every in Period:
        if not any(every in periods for periods in asked):
            continue
        answers = (
            known(each.once if every is Period.ONCE else each.month)
            if every in periods
            else DOES_NOT_APPLY
            for each, periods in zip(paid, asked, strict=True)
        )
        yield row(f"beside_{every}", answers)
    if any(Period.MONTH in periods for periods in asked):
        yield row("scenario_whole", (known(each.whole) for each in paid))


def _can_be_least(option: Option) -> bool:
    """Tell whether the way is certain, may be advised, and carries the whole load."""
    paid, found = option.paid, option.found
    if option.way == BEST and found.cheapest is None:
        return False
    return paid is not None and paid in found.ways and found.compares(paid)


def _asked(option: Option) -> tuple[Entry, Viewpoint]:
    found = option.found
    return found.question.deployment.entry, Viewpoint(found.catalog, found.question.day)


def _way(option: Option) -> Answer:
    return UNKNOWN if option.paid is None else known(message(f"cost_{option.paid}"))


def _cost(option: Option) -> Answer:
    cost, found = option.cost, option.found
    if cost is None:
        return UNKNOWN
    past = frozenset(() if option.lives else (Qualifier.PAST,))
    return known(Cost(cost, found.currency), *_price_sources(option), qualifiers=past)


def _difference(option: Option, first: Option | None) -> Answer:
    if option is first:
        return NONE_NAMED
    if first is None:
        return UNKNOWN
    mine, others = option.whole, first.whole
    if mine is None or others is None or option.found.currency != first.found.currency:
        return UNKNOWN
    return known(Difference(mine - others, option.found.currency))


def _per_request(option: Option) -> Answer:
    """Return the cost of one request paid per token; PTU cost the same however many come."""
    if option.paid != PAYG:
        return UNKNOWN if option.paid is None else DOES_NOT_APPLY
    cost = option.found.payg[0].cost if len(option.found.payg) == 1 else None
    return known(None if cost is None else Money(cost, option.found.currency))


def _used(option: Option, *, average: bool = False) -> Answer:
    if option.paid == PAYG:
        return DOES_NOT_APPLY
    sized = option.found.sized
    if sized is None:
        return UNKNOWN
    share = option.found.average_utilization if average else sized.size.utilization
    point = None if option.paid is None else option.found.point_of(option.paid)
    if point is not None:
        share = point.utilization if average else Decimal(1)  # something spills, so they are full
    return share_of(share)


def _spilled(option: Option) -> Answer:
    """Return the share of the requests that a base load on PTU does not carry."""
    if option.paid is None:
        return UNKNOWN
    point = option.found.point_of(option.paid)
    return DOES_NOT_APPLY if point is None else known(Share(point.spilled_share))


def _told(answer: Answer) -> bool:
    return answer.status is Status.KNOWN


def _quota(option: Option) -> Answer:
    """Return which quota takes the busiest minute: the subscription's own, else which tier's."""
    own = _own_quota(option)
    return _tier(option) if own.status is Status.UNKNOWN else own


def _own_quota(option: Option) -> Answer:
    if option.paid is None:
        return UNKNOWN
    return own_quota(option.found, PTU if term_of(option.paid) else TPM)


def _tier(option: Option) -> Answer:
    """Return which tier's quota takes the busiest minute; that of PTU is another one."""
    quota = None if option.paid is None else option.found.quota_of(option.paid)
    if quota is None:
        return UNKNOWN if option.paid is None else DOES_NOT_APPLY
    sources = unique(source for tier in quota.tiers for source in tier.sources)
    enough = quota.sufficient_tier
    if quota.asked_tier is not None and quota.status is QuotaStatus.EXCEEDED:
        told = message("quota_exceeded", tier=quota.asked_tier)
        return known(told, *sources, qualifiers=frozenset({Qualifier.EXCEEDED}))
    if quota.asked_tier is not None and quota.status is QuotaStatus.ENOUGH:
        return known(message("quota_enough", tier=quota.asked_tier), *sources)
    if enough is not None:
        return known(message("quota_from", tier=enough), *sources)
    if quota.tiers and all(
        each.status(quota.needed_tpm, quota.needed_rpm) is QuotaStatus.EXCEEDED
        for each in quota.tiers
    ):
        told = message("quota_none", tier=quota.tiers[-1].tier)
        return known(told, *sources, qualifiers=frozenset({Qualifier.EXCEEDED}))
    return Answer(Status.UNKNOWN, sources=sources)


def _assumed(option: Option) -> Answer:
    """Return whose prices are taken though the deployment is elsewhere."""
    region = option.found.question.overrides.price_region
    own = option.found.question.deployment.region
    if region is None or region == own:
        return DOES_NOT_APPLY
    return known(message("prices_of", region=region.name))


def _price_sources(option: Option) -> tuple[str, ...]:
    return () if option.paid is None else way_sources(option.found, option.paid)


class ComparedModel(Struct, frozen=True):
    """One model under the load."""

    entry: Entry
    found: Estimate | None
    """None: it was refused."""
    said: Verdict | None
    refusal: ToldError | None = None
    """Why there is no estimate."""
    more: Cost | None = None
    """What a month costs more than on the first model; None: one of both is not known."""
    more_ptu: int | None = None
    """PTU more than on the first; per token none are deployed."""
    best: bool = False
    """It costs least of all whose cost is certain."""
    best_lasting: bool = False
    """It costs least of those that are not known to end within half a year."""

    @property
    def monthly(self) -> Cost | None:
        """What a month costs the way that is advised, with what is paid beside the requests.

        None: nothing is advised for this model, or a part is not known.
        """
        said = self.said
        if said is None or said.beside is None or said.entry.key != self.entry.key:
            return None
        return said.beside.whole


def compared(
    entries: Sequence[Entry], reckon: Callable[[Entry], Estimate]
) -> tuple[ComparedModel, ...]:
    """Return what the load comes to on each model; those that are refused stay in their place.

    Args:
        entries: the models, the first of which the others are held against.
        reckon: returns the estimate of one, or raises `ToldError` where there is none.
    """
    found = [_one(entry, reckon) for entry in entries]
    options = [None if each.found is None else Option(each.found) for each in found]
    best = least(options)
    lasting = least(
        [
            option if each.said is not None and each.said.lasts else None
            for each, option in zip(found, options, strict=True)
        ]
    )
    return tuple(
        ComparedModel(
            each.entry,
            each.found,
            each.said,
            each.refusal,
            _more(each.monthly, found[0].monthly),
            _more_ptu(each, found[0]),
            at == best,
            at == lasting,
        )
        for at, each in enumerate(found)
    )


def _one(entry: Entry, reckon: Callable[[Entry], Estimate]) -> ComparedModel:
    try:
        estimate = reckon(entry)
    except ToldError as refusal:
        return ComparedModel(entry, None, None, refusal)
    return ComparedModel(entry, estimate, verdict(estimate))


def _more(cost: Cost | None, first: Cost | None) -> Cost | None:
    if cost is None or first is None or cost.currency != first.currency:
        return None
    return Cost(Decimal(cost.amount - first.amount), cost.currency)


def _more_ptu(each: ComparedModel, first: ComparedModel) -> int | None:
    if each.monthly is None or first.monthly is None or each.said is None or first.said is None:
        return None
    return (each.said.ptu or 0) - (first.said.ptu or 0)
