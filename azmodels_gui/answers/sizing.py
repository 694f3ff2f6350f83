# SPDX-License-Identifier: MIT
"""The figures of sizings: one list for the cards, `size` and `cost`, and the sizing sheet.

Also what is paid for beside requests (documents, fine-tuning, hosting), what a sizing would come
to if the load turned out otherwise, and on the model's successor.
"""

import dataclasses
from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal

from msgspec import Struct
from msgspec.structs import replace

from azmodels_gui.answers.answer import (
    DOES_NOT_APPLY,
    UNKNOWN,
    Answer,
    Average,
    Better,
    Cost,
    Hundredths,
    Message,
    Qualifier,
    Row,
    Section,
    Share,
    StatedShare,
    Status,
    Value,
    cost_of,
    known,
    message,
    row,
    section,
    share_of,
    unique,
)
from azmodels_gui.answers.lifecycle import retirement
from azmodels_gui.answers.objections import price_gap, where_told
from azmodels_gui.answers.successor import change, same_ways, who
from azmodels_gui.answers.viewpoint import Viewpoint
from azmodels_gui.calculator.beside import BesideEstimate
from azmodels_gui.calculator.break_even import NEVER, BreakEven
from azmodels_gui.calculator.counted import EVERYTHING, Count, Period
from azmodels_gui.calculator.deployment import Deployment, SizedDeployment, carried
from azmodels_gui.calculator.estimate import NO_PTU, Estimate, estimate
from azmodels_gui.calculator.exact import count_told, product, quotient, total
from azmodels_gui.calculator.first_month import FirstMonth
from azmodels_gui.calculator.month_load import MonthLoad
from azmodels_gui.calculator.payg import PaygPart, PaygRequest
from azmodels_gui.calculator.quota_check import PTU, TPM, OwnQuota, QuotaCheck, QuotaStatus
from azmodels_gui.calculator.sensitivity import Lever, varied
from azmodels_gui.calculator.ways import PAYG, spilling, spills, term_of
from azmodels_gui.calculator.wording import Refusal
from azmodels_gui.catalog.document import Entry
from azmodels_gui.catalog.terms import Term
from azmodels_gui.language.figures import rounded


class Paid(Struct, frozen=True):
    """The sums of it, and the sentences that say them."""

    once: Cost | None
    """None: nothing is paid once, or a price is not known."""
    month: Cost | None
    whole: Cost | None
    """A month of the requests and of what is beside them; None: a part is not known."""
    told: tuple[Message, ...]


def paid_beside(beside: PaygRequest, monthly: Cost | None) -> Paid:
    """Return what stands beside the requests of a month.

    Args:
        beside: what is paid for.
        monthly: what the requests cost; None: not known.
    """
    once, month = (_sum(beside, every) for every in Period)
    whole = monthly
    if parts_of(beside, Period.MONTH):
        both = None if month is None or monthly is None else [monthly.amount, month.amount]
        whole = None if both is None else Cost(total(both), beside.currency)
    told = []
    if month is not None and whole is not None:
        items = names_of(parts_of(beside, Period.MONTH))
        told.append(message("verdict_beside_month", items=items, cost=month, whole=whole))
    if once is not None:
        items = names_of(parts_of(beside, Period.ONCE))
        told.append(message("verdict_beside_once", items=items, cost=once))
    return Paid(once, month, whole, (*told, *not_priced(beside)))


def alone_told(found: BesideEstimate) -> tuple[Message, ...]:
    """Return what it costs where there is no request beside it: sentences."""
    question, beside = found.question, found.beside
    place = where_told(question.deployment_type, question.region, found.catalog)
    sums = {every: _sum(beside, every) for every in Period}
    costs = tuple(
        message(f"verdict_alone_{every}", items=names_of(parts_of(beside, every)), cost=cost)
        for every, cost in sums.items()
        if cost is not None
    )
    head = message(
        "verdict_alone",
        model=question.entry.title,
        place=place,
        costs=message("listed", values=costs),
    )
    return (*([head] if costs else ()), *not_priced(beside))


def beside_section(found: Sequence[PaygRequest]) -> Section:
    """Return a row for each thing that is paid for; nothing where nothing is."""
    asked = dict.fromkeys(part.count for each in found for part in each.parts)

    rows = (row(f"beside_{count}", (_line(each, count) for each in found)) for count in asked)
    return section("beside", rows)


def _line(beside: PaygRequest, count: Count) -> Answer:
    for part in beside.parts:
        if part.count is count and part.cost is not None:
            sources = () if part.listed_price is None else (part.listed_price.source,)
            return known(Cost(part.cost, beside.currency), *sources)
    return UNKNOWN


def parts_of(beside: PaygRequest, every: Period) -> tuple[PaygPart, ...]:
    """Return what is paid for so often."""
    return tuple(part for part in beside.parts if EVERYTHING[part.count].every is every)


def _sum(beside: PaygRequest, every: Period) -> Cost | None:
    return cost_of(beside.paid(every) if parts_of(beside, every) else None, beside.currency)


def not_priced(beside: PaygRequest) -> Iterator[Message]:
    """Yield what has no known price, and why."""
    gaps: dict[Message, list[PaygPart]] = {}
    for part in beside.parts:
        if part.price is None:
            gaps.setdefault(price_gap(part.answer.status, part.answer.prices), []).append(part)
    for why, parts in gaps.items():
        yield message("verdict_beside_unknown", items=names_of(parts), why=why)


def names_of(parts: Sequence[PaygPart]) -> Message:
    """Return what is paid for, in words of a sentence."""
    names = (message(f"verdict_of_{part.count}") for part in parts)
    return message("listed", values=tuple(dict.fromkeys(names)))


Found = Estimate | SizedDeployment
_PAID = {term: message(f"cost_{term}") for term in Term}


def sizing_sections(found: Sequence[Estimate]) -> tuple[Section, ...]:
    """Return size, cost of a month and break-even of one deployment, or of several to compare.

    Where none of them has a size, what rests on one has no rows: a caution says why.
    """
    costs, beside = tuple(_cost_rows(found)), beside_section([each.beside for each in found])
    if all(each.sized is None for each in found):
        return size_section(found), _quota_section(found), section("costs", costs[:1]), beside
    return (
        size_section(found),
        _quota_section(found),
        section("costs", costs),
        beside,
        _by_term("pays", found, _pays, Better.LOW),
        _by_term("tokens_a_day", found, _tokens),
        _by_term("flips", found, _flips),
        _unused_section(found),
    )


KEY_COSTS = (f"cost_{PAYG}", *(f"cost_{term}" for term in Term))
KEY_ROWS = (
    *("monthly_requests", "raw_ptu", "deployable_ptu"),
    *KEY_COSTS,
    *("cheapest", "quota_lowest", "own_tpm", "own_ptu"),
)
"""What most choices are made by."""


def sizing_key(found: Sequence[Estimate]) -> Section:
    """Return the few rows that most choices are made by, and until when each entry lasts."""
    rows = {row.key: row for section in sizing_sections(found) for row in section.rows}
    for key in KEY_COSTS:
        if key in rows:
            rows[key] = replace(rows[key], label=message("a_month_by", way=rows[key].label))
    ends = (
        retirement(each.question.deployment.entry, Viewpoint(each.catalog, each.question.day))
        for each in found
    )
    last = Row("retires", message("retirement"), tuple(ends), Better.HIGH)
    kept = tuple(rows[key] for key in KEY_ROWS if key in rows)
    return Section("key_facts", message("key_facts"), (*kept, last))


def load_section(load: MonthLoad) -> Section:
    """Return what a load comes to: its busiest minute, and requests and tokens of a month."""
    tokens = load.of_month(load.workload.tokens_per_request)
    figures = {
        "peak_rpm": count_told(load.peak_rpm),
        "average_rpm": count_told(quotient(load.monthly_requests, load.month.minutes)),
        "monthly_requests": count_told(load.monthly_requests),
        "monthly_tokens": rounded(tokens, 0),
    }
    return section("load", (row(key, (known(each),)) for key, each in figures.items()))


def size_section(found: Sequence[Found]) -> Section:
    """Return the load of the busiest minute, and the PTU it needs."""
    sizes = [_size(each) for each in found]

    def of_size(size: SizedDeployment | Answer, value: _Figure) -> Answer:
        return size if isinstance(size, Answer) else known(value(size), *size.sources)

    rows = [row(key, (known(value(_deployment(each))) for each in found)) for key, value in _LOAD]
    one_fits = any(isinstance(each, SizedDeployment) for each in sizes)
    rows += [
        row(key, (of_size(size, value) for size in sizes), better)
        for key, value, better in _SIZE
        if one_fits or key == "deployable_ptu"
    ]
    return section("size", rows)


_LOAD: tuple[tuple[str, Callable[[Deployment], Value]], ...] = (
    ("peak_rpm", lambda each: count_told(each.peak_rpm)),
    ("monthly_requests", lambda each: count_told(each.monthly_requests)),
    ("input_tpm", lambda each: Average(each.input_tpm)),
    ("output_tpm", lambda each: Average(each.output_tpm)),
)


def carries_section(found: SizedDeployment) -> Section:
    """Return what the deployed PTU carry of such requests."""
    told = carried(found)
    figures: tuple[tuple[str, Value], ...] = (
        ("carries_rpm", told.requests_per_minute),
        ("carries_input", told.input_tpm),
        ("carries_output", told.output_tpm),
    )
    rows = (row(key, (known(value, *found.sources),)) for key, value in figures)
    return section("carries", rows, ptu=told.ptu)


def first_month_section(found: Estimate, begun: FirstMonth) -> Section:
    """Return what the month costs that begins on some day, each way to pay."""
    payg = _cost(found, begun.payg, _payg_sources(found))
    rows = [Row("first_payg", message(f"cost_{PAYG}"), (payg,))]
    for term, cost in begun.by_term.items():
        size = _size(found)
        told = size if isinstance(size, Answer) else _cost(found, cost, found.rates[term].sources)
        rows.append(Row(f"first_{term}", _PAID[term], (told,)))
    return section("first_month", rows, day=begun.first_day)


def _quota_section(found: Sequence[Estimate]) -> Section:
    """Return what paying per token takes of a quota, and the lowest tier that gives it."""

    def told(value: Callable[[QuotaCheck], Value | None]) -> Iterator[Answer]:
        for quota in (each.quota for each in found):
            sources = unique(source for tier in quota.tiers for source in tier.sources)
            yield known(value(quota), *sources)

    rows = (
        row("quota_tpm", told(lambda each: Average(each.needed_tpm)), Better.LOW),
        row("quota_rpm", told(lambda each: Average(each.needed_rpm))),
        row("quota_lowest", told(lambda each: each.sufficient_tier)),
        *(
            row(f"own_{unit.lower()}", (own_quota(each, unit) for each in found))
            for unit in (TPM, PTU)
            if any(quota.unit == unit for each in found for quota, _ in each.own_needs)
        ),
    )
    return section("quota_need", rows)


def own_quota(found: Estimate, unit: str) -> Answer:
    """Return what the client's subscription has left, and whether that is enough."""
    told = [(quota, needed) for quota, needed in found.own_needs if quota.unit == unit]
    if not told:
        return UNKNOWN
    enough = any(quota.status(needed) is QuotaStatus.ENOUGH for quota, needed in told)
    values = tuple(_own_told(quota, needed) for quota, needed in told)
    marks = frozenset(() if enough else (Qualifier.EXCEEDED,))
    if len(values) == 1:
        return known(values[0], qualifiers=marks)
    return Answer(Status.KNOWN, values=values, qualifiers=marks)


def _own_told(quota: OwnQuota, needed: Decimal | int) -> Message:
    if not quota.limit:
        return message("own_none", place=quota.place, day=quota.day)
    enough = quota.status(needed) is QuotaStatus.ENOUGH
    return message(
        "own_enough" if enough else "own_short",
        left=quota.left,
        limit=quota.limit,
        unit=quota.unit,
        place=quota.place,
        day=quota.day,
    )


def figures_by_key(sections: Sequence[Section]) -> dict[str, Answer]:
    """Return the figures of one deployment by their keys."""
    return {row.key: row.answers[0] for section in sections for row in section.rows}


_Figure = Callable[[SizedDeployment], Value]
_SIZE: tuple[tuple[str, _Figure, Better | None], ...] = (
    ("normalized_tpm", lambda each: Average(each.size.normalized_tpm), None),
    ("tpm_per_ptu", lambda each: each.size.input_tpm_per_ptu, None),
    ("raw_ptu", lambda each: Hundredths(each.size.raw), None),
    ("minimum_ptu", lambda each: each.size.sizing.minimum_ptu, None),
    ("scale_increment", lambda each: each.size.sizing.scale_increment, None),
    ("deployable_ptu", lambda each: each.size.deployable, Better.LOW),
    ("utilization", lambda each: Share(each.size.utilization), None),
    ("spare_ptu", lambda each: Hundredths(each.size.spare_ptu), None),
)


def _deployment(found: Found) -> Deployment:
    return found.deployment if isinstance(found, SizedDeployment) else found.question.deployment


def _size(found: Found) -> SizedDeployment | Answer:
    """Return the size, or what is known instead of one."""
    if isinstance(found, SizedDeployment):
        return found
    if found.sized is not None:
        return found.sized
    no = found.refusal is not None and found.refusal.id in NO_PTU
    return Answer(Status.NOT_OFFERED) if no else UNKNOWN


def _cost_rows(found: Sequence[Estimate]) -> Iterator[Row]:
    """Yield what a month costs each way, the cheapest, and how much is in use on average."""
    payg = (_cost(each, each.payg_monthly, _payg_sources(each)) for each in found)
    yield row(f"cost_{PAYG}", payg, Better.LOW)
    for term in Term:
        yield row(f"cost_{term}", (_ptu_cost(each, term) for each in found), Better.LOW)
    for way in map(spilling, Term):
        if any(each.point_of(way) is not None for each in found):
            costs = (_cost(each, each.cost_of(way), way_sources(each, way)) for each in found)
            yield row(f"cost_{way}", costs, Better.LOW)
    yield row("cheapest", map(_cheapest, found))
    yield row("average_utilization", (share_of(each.average_utilization) for each in found))


def _cheapest(found: Estimate) -> Answer:
    """Return the way that costs least; unknown, with the least of what is known, if one may be."""
    if found.cheapest is not None:
        return known(message(f"cost_{found.cheapest}"))
    if found.least_known is None:
        return UNKNOWN
    named = message("as_far_as_known", way=message(f"cost_{found.least_known}"))
    return Answer(Status.UNKNOWN, value=named)


def _cost(found: Estimate, amount: Decimal | None, sources: Sequence[str]) -> Answer:
    return known(cost_of(amount, found.currency), *sources)


def _ptu_cost(found: Estimate, term: Term) -> Answer:
    size = _size(found)
    if isinstance(size, Answer):
        return size
    return _cost(found, found.ptu_monthly[term], found.rates[term].sources)


def _by_term(
    key: str,
    found: Sequence[Estimate],
    answer: Callable[[BreakEven], Answer],
    better: Better | None = None,
) -> Section:
    """Return something of the break-even, a row for each term."""

    def of(each: Estimate, term: Term) -> Answer:
        point = each.break_even[term]
        if point is None:
            size = _size(each)
            return size if isinstance(size, Answer) else UNKNOWN
        cited = (*_payg_sources(each), *each.rates[term].sources)
        return replace(answer(point), sources=unique(cited))

    rows = (
        Row(f"{key}_{term}", _PAID[term], tuple(of(each, term) for each in found), better)
        for term in Term
    )
    return section(key, rows)


def _unused_section(found: Sequence[Estimate]) -> Section:
    """Return what PTU cost that nothing uses even at the peak; no rows where all are in use."""

    def of(each: Estimate, term: Term) -> Answer:
        size, cost = _size(each), each.ptu_monthly[term]
        if isinstance(size, Answer):
            return size
        spare = max(Decimal(0), size.size.spare_ptu)
        unused = None if cost is None else quotient(product(cost, spare), size.size.deployable)
        return _cost(each, unused, each.rates[term].sources)

    spares = (each.sized.size.spare_ptu for each in found if each.sized is not None)
    terms = tuple(Term) if any(spare > 0 for spare in spares) else ()
    rows = (
        Row(f"unused_{term}", _PAID[term], tuple(of(each, term) for each in found))
        for term in terms
    )
    return section("unused", rows)


def _pays(point: BreakEven) -> Answer:
    """Return from which utilisation on PTU pay; above all of it they never do."""
    never = frozenset(() if point.reachable else (Qualifier.NEVER,))
    return Answer(Status.KNOWN, Share(point.utilization), qualifiers=never)


def _tokens(point: BreakEven) -> Answer:
    """Return the tokens of a day there; more than PTU can carry are no figure to plan with."""
    return known(point.tokens_per_day) if point.reachable else DOES_NOT_APPLY


def _flips(point: BreakEven) -> Answer:
    """Return the ratio of peak to average below which PTU cost less; no load has one below 1."""
    at = point.peak_to_average
    return known(Hundredths(at)) if 1 <= at < NEVER else DOES_NOT_APPLY


def way_sources(found: Estimate, way: str) -> tuple[str, ...]:
    """Return ids of the sources that the cost of a way to pay rests on, each once."""
    term = term_of(way)
    paid = _payg_sources(found) if term is None or spills(way) else ()
    return unique((*paid, *(() if term is None else found.rates[term].sources)))


def _payg_sources(found: Estimate) -> tuple[str, ...]:
    return unique(source for request in found.payg for source in request.sources)


SHOWN = (
    (Lever.LOAD, Decimal(2)),
    (Lever.OUTPUT, Decimal(2)),
    (Lever.CACHE, Decimal("0.8")),
)
"""The variations that are told in a line; `sensitivity` has all of them."""


def what_if(found: Estimate, way: str | None) -> Section:
    """Return the cost of a month for some variations, as rows with one answer each.

    Args:
        found: the estimate.
        way: one of the ways to pay; None: nothing is advised, so there are no rows.
    """
    return section("what_if", () if way is None else _varied_rows(found, way))


def _varied_rows(found: Estimate, way: str) -> Iterator[Row]:
    sources = way_sources(found, way)
    for lever, at in SHOWN:
        month = varied(found, lever, at, (way,))
        if month is None:
            continue
        cost = month.cost(way)
        told = UNKNOWN if cost is None else known(Cost(cost, found.currency), *sources)
        value = StatedShare(at) if lever is Lever.CACHE else at
        yield row(f"what_if_{lever}", (told,), at=value)


FIGURES = ("deployable_ptu", f"cost_{PAYG}", *(f"cost_{term}" for term in Term))
"""What is told of both."""


def successor_load(found: Estimate) -> Section:
    """Return how PTU and costs change with the successor; no rows where none is known.

    Discounts hold for both; negotiated prices and weights are those of one model, and not taken.
    """
    entry, view = found.question.deployment.entry, view_of(found)
    named = view.successors.of(entry)
    instead = named.successor
    if instead is None:
        return section("successor_load", ())
    after = on_entry(found, instead.entry)
    today, then = _figures(found), {} if after is None else _figures(after)
    ways = same_ways(entry, instead.entry, view)
    rows = (
        row("successor", (who(entry, named, view),)),
        row("successor_offered", (ways,)),
        *(
            Row(f"then_{key}", message(key), (change(today[key], then[key]),))
            for key in FIGURES
            if key in today and key in then
        ),
    )
    return section("successor_load", rows)


def view_of(found: Estimate) -> Viewpoint:
    """Return the viewpoint of an estimate: its day, its region, its types."""
    deployment = found.question.deployment
    kinds = (deployment.deployment_type, found.payg_type)
    return Viewpoint(
        found.catalog,
        found.question.day,
        () if deployment.region is None else (deployment.region.id,),
        deployment_types=frozenset(kind.id for kind in kinds if kind is not None),
    )


def on_entry(found: Estimate, entry: Entry) -> Estimate | None:
    """Return the estimate of the same load on another entry; None where it cannot be reckoned.

    Discounts hold for both; negotiated prices and weights are those of one model, and not taken.
    """
    question = found.question
    overrides = dataclasses.replace(
        question.overrides, payg_prices={}, ptu_prices={}, token_weights={}
    )
    try:
        deployment = dataclasses.replace(question.deployment, entry=entry, deployed_ptu=None)
        asked = dataclasses.replace(
            question, deployment=deployment, overrides=overrides, reserved_ptu=None
        )
        return estimate(found.catalog, asked)
    except Refusal:  # the successor takes or gives what the load does not state, for one
        return None


def _figures(found: Estimate) -> dict[str, Answer]:
    return figures_by_key(sizing_sections([found]))
