# SPDX-License-Identifier: MIT
"""What an estimate comes to: what to buy, when that changes, and what speaks against it.

One sentence in three parts. A price that is not known is told and never ranked; what ends
before its time is never advised, and its successor stands in its place.
"""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from msgspec import Struct
from msgspec.structs import replace

from azmodels_gui.answers.answer import Cost, Hundredths, Message, PartialDay, Share, message
from azmodels_gui.answers.objections import objections, price_gap, where_told
from azmodels_gui.answers.sizing import Paid, on_entry, paid_beside, view_of
from azmodels_gui.calculator.checks import ends_in_time, lasts, usable_on
from azmodels_gui.calculator.cost_curve import PaysFrom
from azmodels_gui.calculator.estimate import NO_PTU, Estimate, advised_way
from azmodels_gui.calculator.exact import quotient
from azmodels_gui.calculator.kept import kept
from azmodels_gui.calculator.month_load import Users
from azmodels_gui.calculator.statements import Statement
from azmodels_gui.calculator.ways import PAYG, carries_all, spilling, spills, term_of
from azmodels_gui.catalog.document import DeploymentType, Entry
from azmodels_gui.catalog.successors import ModelToday, Standing
from azmodels_gui.catalog.terms import PriceTier, Term


class Change(Struct, frozen=True):
    """Where another way to pay would cost as much as the one advised."""

    way: str
    """The other way."""
    utilization: Decimal
    """Average share of the PTU in use where both cost the same; above 1 it is never reached."""
    times: Decimal | None
    """The load there as a multiple of this one; None: more of this load never gets there."""


class Verdict(Struct, frozen=True):
    """The sentence, and the figures in it."""

    entry: Entry
    """What to take: the model asked about, or its successor where that can no longer be taken."""
    way: str | None = None
    """One of the ways to pay; None: nothing can be advised."""
    ptu: int | None = None
    """PTU to deploy; None: paid per token."""
    monthly: Cost | None = None
    certain: bool = False
    """False: a price is missing, and the way stands alone or for those that are known."""
    spilled: Share | None = None
    """Share of the requests that spills over a base load on PTU; None: nothing is to."""
    utilization: Decimal | None = None
    """Average share of the PTU in use, those that are compared with or advised."""
    change: Change | None = None
    lead: tuple[Message, ...] = ()
    """What to buy and what it costs a month: sentences."""
    changes: tuple[Message, ...] = ()
    """When that would change: sentences."""
    against: tuple[Message, ...] = ()
    """What speaks against it: parts of one sentence."""
    beside: Paid | None = None
    """What is paid beside the requests; None: nothing can be advised."""
    lasts: bool = True
    """False: the model ends within `LASTING_DAYS`."""
    instead: "Verdict | None" = None
    """The same load on the successor of a model that is, or soon will be, past its date."""


def verdict(found: Estimate) -> Verdict:
    """Return what an estimate comes to."""
    view = view_of(found)
    entry, day = found.question.deployment.entry, found.question.day
    if lasts(entry, day):
        standing = view.successors.of(entry).standing
        return _Words(found).verdict(tuple(_only_existing(standing)))
    named = view.successors.of(entry)
    instead = _on_successor(found, named)
    if not usable_on(entry, day):
        return _past(found, instead)
    against = (*_ends_soon(entry, day, instead), *_only_existing(named.standing))
    return _Words(found).verdict(against, instead)


@kept
def speaks_against(found: Estimate, way: str) -> tuple[Message, ...]:
    """Return what speaks against paying for an estimate some way, as parts of one sentence."""
    entry, day = found.question.deployment.entry, found.question.day
    if not usable_on(entry, day):
        return (message("verdict_ended"),)
    named = view_of(found).successors.of(entry)
    ends: tuple[Message, ...] = ()
    if not lasts(entry, day):
        ends = tuple(_ends_soon(entry, day, _on_successor(found, named)))
    words = _Words(found)
    points = (*ends, *_only_existing(named.standing), *words.unfit(way), *words.against(way))
    return tuple(dict.fromkeys(points))


def why_unknown(found: Estimate, way: str | None) -> Message | Statement:
    """Return why the cost of a way to pay is not known; None: no way has a known cost."""
    words = _Words(found)
    term = None if way is None else term_of(way)
    if term is not None and (way is None or not spills(way) or found.payg_monthly is not None):
        return found.refusal or words.why_ptu(term)
    if not usable_on(found.question.deployment.entry, found.question.day):
        return message("verdict_ended")
    return words.why_payg() if found.payg_monthly is None else message("verdict_why_not_offered")


def place_told(found: Estimate) -> Message:
    """Return where an estimate is deployed."""
    return _Words(found).place


def _on_successor(found: Estimate, named: ModelToday) -> Verdict | None:
    if named.successor is None:
        return None
    after = on_entry(found, named.successor.entry)
    return None if after is None else _Words(after).verdict(())


def _past(found: Estimate, instead: Verdict | None) -> Verdict:
    """Return that there is nothing to buy any more, and what to take instead."""
    entry = found.question.deployment.entry
    retirement = entry.version.lifecycle.retirement_date
    past = message("verdict_past", model=entry.title, day=retirement)
    if retirement is None:
        past = message("verdict_retired", model=entry.title)
    if instead is None:
        return Verdict(entry, lead=(past, message("verdict_no_successor")))
    told = (past, message("verdict_successor", model=instead.entry.title), *instead.lead)
    return replace(instead, lead=told, instead=instead)


def _ends_soon(entry: Entry, day: date, instead: Verdict | None) -> Iterator[Message]:
    lifecycle = entry.version.lifecycle
    left = entry.stage_on(day).days_left
    key = "guide_ends_not_before" if lifecycle.retirement_not_before else "guide_ends"
    days = message("guide_days", count=left)
    end = message(key, day=lifecycle.retirement_date, days=days)
    if instead is None:
        yield message("verdict_ends_alone", end=end)
    elif instead.monthly is None or not instead.lasts:
        yield message("verdict_ends_successor", end=end, model=instead.entry.title)
    else:
        yield message(
            "verdict_ends_instead",
            end=end,
            what=_what(instead.entry, instead.way or PAYG, instead.ptu),
            cost=instead.monthly,
        )


def _only_existing(standing: Standing) -> Iterator[Message]:
    if standing is Standing.EXISTING_ONLY:
        yield message("verdict_existing_only")


def _what(entry: Entry, way: str, ptu: int | None, place: Message | None = None) -> Message:
    """Return what is bought; without a place where that was told before."""
    key = f"verdict_{way}" if place is not None else f"verdict_{way}_alone"
    return message(key, model=entry.title, ptu=ptu or 0, place=place or "")


class _Words:
    """Forms the parts of one estimate's sentence."""

    def __init__(self, found: Estimate) -> None:
        self._found = found
        self._deployment = found.question.deployment
        self._entry = self._deployment.entry

    def verdict(self, against: tuple[Message, ...], instead: Verdict | None = None) -> Verdict:
        """Return the verdict; what the model's end says against it stands first."""
        found = self._found
        way, certain = advised_way(found), found.cheapest is not None
        cost = None if way is None else found.costs[way]
        if way is None or cost is None:
            told = (*self._nothing_known(), *paid_beside(found.beside, None).told)
            return Verdict(self._entry, lead=told, instead=instead)
        change, point = self._change(way), found.point_of(way)
        beside = paid_beside(found.beside, Cost(cost, found.currency))
        return Verdict(
            self._entry,
            way,
            found.ptu_of(way),
            Cost(cost, found.currency),
            certain=certain,
            spilled=None if point is None else Share(point.spilled_share),
            utilization=found.average_utilization if point is None else point.utilization,
            change=change,
            lead=(self._lead(way, cost, certain), *beside.told),
            changes=tuple(self._changes(way, change)),
            against=tuple(dict.fromkeys((*against, *self.against(way)))),
            beside=beside,
            lasts=lasts(self._entry, found.question.day),
            instead=instead,
        )

    def _lead(self, way: str, cost: Decimal, certain: bool) -> Message:
        what = _what(self._entry, way, self._found.ptu_of(way), self._processed(way))
        key = "verdict_take" if certain else "verdict_known_least"
        return message(key, what=what, cost=Cost(cost, self._found.currency))

    @property
    def place(self) -> Message:
        """Where it is deployed."""
        deployment = self._deployment
        return where_told(deployment.deployment_type, deployment.region, self._found.catalog)

    def _processed(self, way: str) -> Message:
        """Return the place, and how requests are processed unless that is standard."""
        tier = self._found.question.tier
        if way != PAYG or tier is PriceTier.STANDARD:
            return self.place
        return message("verdict_processed", place=self.place, tier=tier)

    def _change(self, way: str) -> Change | None:
        """Return where the best of the other ways costs as much; None: nothing to compare with."""
        found = self._found
        if found.base is not None and PAYG in found.ways and (way == PAYG or spills(way)):
            return self._base_change(way)
        if way != PAYG:
            point = found.break_even[Term(way)]
            if point is None or PAYG not in found.ways:
                return None
            return Change(PAYG, point.utilization, self._times(point.utilization))
        if not carries_all(found.sized):
            return None
        points = [
            (point.utilization, each)
            for each in found.ways
            if each != PAYG and (point := found.break_even[Term(each)]) is not None
        ]
        if not points:
            return None
        utilization, term = min(points)
        return Change(term, utilization, self._times(utilization))

    def _base_change(self, way: str) -> Change | None:
        """Return where a base load on PTU costs as much as all per token."""
        pays = self._pays_from(term_of(way))
        if pays is None:
            return None
        term, point = pays
        other = spilling(term) if way == PAYG else PAYG
        return Change(other, point.utilization, point.times)

    def _pays_from(self, only: Term | None) -> tuple[Term, PaysFrom] | None:
        """Return the term, that one or the best that may be advised, and from where on it pays."""
        found = self._found
        terms = [term for each in found.ways if (term := term_of(each)) is not None]
        asked = dict.fromkeys(terms if only is None else [only])
        points = {
            term: point
            for term in asked
            if found.base is not None and (point := found.base.pays_from(term)) is not None
        }
        return min(points.items(), key=lambda each: each[1].utilization, default=None)

    def _times(self, utilization: Decimal) -> Decimal | None:
        """Return the multiple of this load that uses the same PTU so much; None: they do not fit.

        More of the same load has the same ratio of average to peak, so the average use of PTU
        never exceeds that ratio, however many there are.
        """
        found, used = self._found, self._found.average_utilization
        if not used or found.sized is None:
            return None
        fullest = quotient(used, found.sized.size.utilization)
        return quotient(utilization, used) if utilization <= fullest else None

    def _changes(self, way: str, change: Change | None) -> Iterator[Message]:
        if change is not None:
            yield (
                self._base_turn(change) if spills(way) or spills(change.way) else self._turn(change)
            )
        if spills(way):
            yield from self._whole(way)
        yield from self._too_long(way)
        yield from self._unknown(way)
        yield from self._left_out()

    def _turn(self, change: Change) -> Message:
        found = self._found
        share, yours = Share(change.utilization), Share(found.average_utilization or 0)
        if change.way == PAYG:
            return message("verdict_payg_below", share=share, yours=yours)
        ptu = 0 if found.sized is None else found.sized.size.deployable
        told = {"ptu": ptu, "term": message(f"term_{change.way}"), "yours": yours}
        if change.utilization > 1:
            return message("verdict_ptu_never", **told)
        if change.times is None:
            loads = self._deployment.loads
            users = all(isinstance(each.origin, Users) for each in loads)
            key = "verdict_ptu_hardly_users" if users else "verdict_ptu_hardly"
            return message(key, share=share, **told)
        return message("verdict_ptu_from", share=share, times=Hundredths(change.times), **told)

    def _base_turn(self, change: Change) -> Message:
        """Return from or up to which load a base load on PTU pays."""
        times = None if change.times is None else Hundredths(change.times)
        if change.way == PAYG:
            return message("verdict_spill_below", times=times)
        told = {"term": message(f"term_{term_of(change.way)}"), "share": Share(change.utilization)}
        if change.utilization > 1 or times is None:
            return message("verdict_spill_never", **told)
        return message("verdict_spill_from", times=times, **told)

    def _whole(self, way: str) -> Iterator[Message]:
        """Yield what PTU for the busiest minute would cost instead, where they carry it."""
        found, term = self._found, term_of(way)
        cost = None if term is None else found.ptu_monthly[term]
        if cost is not None and found.sized is not None and carries_all(found.sized):
            told = Cost(cost, found.currency)
            yield message("verdict_spill_whole", ptu=found.sized.size.deployable, cost=told)

    def _too_long(self, way: str) -> Iterator[Message]:
        """Yield the terms that would cost less but do not end before the model."""
        found = self._found
        mine, end = found.costs[way], self._entry.version.lifecycle.retirement_date
        for term in found.question.terms:
            known = [found.cost_of(each) for each in (term.value, spilling(term))]
            cost = min((each for each in known if each is not None), default=None)
            if cost is None or mine is None or cost >= mine:
                continue
            if not ends_in_time(self._entry, term, found.question.day):
                told = {"term": message(f"term_{term}"), "cost": Cost(cost, found.currency)}
                if end is None:
                    yield message("verdict_end_unknown", **told)
                else:
                    yield message("verdict_too_long", day=end, **told)

    def _unknown(self, way: str) -> Iterator[Message]:
        """Yield the ways whose price is not known, and why; none of them was compared."""
        found = self._found
        if PAYG in found.costs and found.costs[PAYG] is None:
            yield message("verdict_unknown", ways=message(f"cost_{PAYG}"), why=self.why_payg())
        if found.sized is None:
            return
        by_why: dict[Message, list[str]] = {}
        for each, cost in found.costs.items():
            if each != PAYG and not spills(each) and cost is None:
                by_why.setdefault(self.why_ptu(Term(each)), []).append(each)
        for why, terms in by_why.items():
            names = tuple(message(f"cost_{each}") for each in terms)
            yield message("verdict_unknown", ways=message("listed", values=names), why=why)

    def why_payg(self) -> Message:
        """Return why the cost per token is not known."""
        parts = [part for request in self._found.payg for part in request.parts]
        part = next(each for each in parts if each.price is None)
        return price_gap(part.answer.status, part.answer.prices)

    def why_ptu(self, term: Term) -> Message:
        """Return why the price of PTU is not known."""
        answer = self._found.rates[term].answer
        return price_gap(answer.status, answer.prices)

    def _left_out(self) -> Iterator[Message]:
        """Yield why PTU, or paying per token, are not among what is compared."""
        found = self._found
        if found.refusal is not None and usable_on(self._entry, found.question.day):
            key = "verdict_no_ptu" if found.refusal.id in NO_PTU else "verdict_size_unknown"
            yield message(key, reason=found.refusal)
        elif found.sized is not None and not self._compared():
            yield message("verdict_in_part", ptu=found.sized.size.deployable)
        if found.base_refusal is not None and self._compared():
            yield message("verdict_no_base", reason=found.base_refusal)
        if PAYG not in found.ways and found.payg_type is not None:
            yield self._not_offered(found.payg_type)
        hourly = any(each != PAYG for each in found.ways)
        if found.sized is not None and not hourly and Term.HOUR in found.question.terms:
            yield self._not_offered(self._deployment.deployment_type)

    def _compared(self) -> bool:
        """Tell whether the PTU carry the load, or a base load of it."""
        return carries_all(self._found.sized) or any(map(spills, self._found.ways))

    def _not_offered(self, kind: DeploymentType) -> Message:
        offer = self._entry.offers.get(kind.id)
        if offer is None or not offer.as_of:
            return message("verdict_not_offered", kind=kind.name)
        return message("verdict_not_offered_on", kind=kind.name, day=PartialDay(offer.as_of))

    def _nothing_known(self) -> Iterator[Message]:
        yield message("verdict_nothing", model=self._entry.title, place=self.place)
        yield from self._unknown("")
        yield from self._left_out()

    def unfit(self, way: str) -> Iterator[Message]:
        """Yield why a way to pay would not be advised, whatever it costs."""
        found = self._found
        if not found.compares(way):
            yield message("verdict_carries_in_part")
        if way in found.ways:
            return
        term = term_of(way)
        if term is not None and not ends_in_time(self._entry, term, found.question.day):
            yield message("verdict_outlives")
        else:
            yield message("verdict_why_not_offered")

    def against(self, way: str) -> Iterator[Message]:
        """Yield what speaks against a way to pay, and what it was priced with."""
        return objections(self._found, way, compared=self._change(way) is not None)
