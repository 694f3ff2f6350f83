# SPDX-License-Identifier: MIT
"""The guide: from four questions to a short list, with what speaks for and against each entry.

The order: what is generally available and lasts long, by its cost; then by cost what ends sooner
or is not generally available; last what is not known to cost or to last so or so much.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from enum import StrEnum
from functools import cached_property

from msgspec import Struct
from msgspec.structs import replace

from azmodels_gui.answers.advice import Advice, advice_for
from azmodels_gui.answers.answer import Answer, Message, Qualifier, message, unique
from azmodels_gui.answers.guide_cost import GuideCost, GuideOffers, OfferedThere, cost_of
from azmodels_gui.answers.lifecycle import replacement, retirement, stage
from azmodels_gui.answers.viewpoint import Viewpoint
from azmodels_gui.calculator.checks import LASTING_DAYS, check_limits
from azmodels_gui.calculator.exact import quotient
from azmodels_gui.calculator.month_load import MonthLoad
from azmodels_gui.calculator.quota_check import check_quota
from azmodels_gui.calculator.statements import CautionId
from azmodels_gui.catalog.countries import countries_of
from azmodels_gui.catalog.document import Catalog, Entry
from azmodels_gui.catalog.fact_dates import days_later
from azmodels_gui.catalog.facts import LocalText
from azmodels_gui.catalog.query import CatalogQuery
from azmodels_gui.catalog.successors import Standing, entry_standing
from azmodels_gui.catalog.terms import Availability, Billing, Stage
from azmodels_gui.language.figures import rounded

TIMES_AS_DEAR = 2
"""From so many times the first one's cost on, the difference is told."""


class GuideQuestion(Struct, frozen=True):
    """The four answers of the client; what is not answered rules nothing out."""

    use_case: str | None = None
    load: MonthLoad | None = None
    data_zone: str | None = None
    """Processed inside this data zone."""
    country: str | None = None
    """Processed in this country (`Country.code`)."""
    region: str | None = None
    """Processed in this region: by a regional deployment."""
    billing: Billing | None = None
    generally_available: bool = False
    """Only what is."""
    lasts_until: date | None = None
    """Only what is not retired before this day."""

    def offers(self, catalog: Catalog) -> GuideOffers:
        """Return the deployments that place and billing leave."""
        return GuideOffers(
            catalog, self.data_zone, self.country, region=self.region, billing=self.billing
        )

    def query(self, catalog: Catalog) -> CatalogQuery:
        """Return the filter of the table that asks the same."""
        place, until = self.offers(catalog).query, self.lasts_until
        stages = (Stage.GENERALLY_AVAILABLE.value,) if self.generally_available else ()
        return CatalogQuery(
            use_cases=frozenset(() if self.use_case is None else (self.use_case,)),
            regions=place.regions,
            data_zones=place.data_zones,
            countries=place.countries,
            deployment_types=place.deployment_types,
            stages=frozenset(stages),
            retires_after=None if until is None else days_later(until, -1),
        )

    def put_into(self, query: CatalogQuery, catalog: Catalog) -> CatalogQuery:
        """Return a filter with what the guide asks in place of what it asked of that."""
        own = self.query(catalog)
        return replace(query, **{name: getattr(own, name) for name in ASKED})

    def following(self, query: CatalogQuery, catalog: Catalog) -> "GuideQuestion":
        """Return the question that asks what a filter asks; the load stays.

        What the guide has no words for, such as several use cases, is left open.
        """
        asked = replace(CatalogQuery(), **{name: getattr(query, name) for name in ASKED})
        if self.query(catalog) == asked:
            return self
        until = query.retires_after
        found = GuideQuestion(
            use_case=_only(query.use_cases),
            load=self.load,
            generally_available=query.stages == {Stage.GENERALLY_AVAILABLE.value},
            lasts_until=None if until is None else days_later(until, 1),
        )
        place = {
            "data_zone": _only(query.data_zones),
            "country": _only(query.countries),
            "region": _only(query.regions),
        }
        for billing in (None, *Billing):
            tried = replace(found, **place, billing=billing)
            if tried.query(catalog).place == query.place:
                return tried
        return found


ASKED = (
    *("use_cases", "regions", "data_zones", "countries", "deployment_types", "stages"),
    "retires_after",
)
"""Parts of a filter that the guide asks about."""


def _only(values: frozenset[str]) -> str | None:
    return next(iter(values)) if len(values) == 1 else None


class Sign(StrEnum):
    """Which way a reason speaks."""

    FOR = "for"
    CAUTION = "caution"
    AGAINST = "against"
    """What was asked is not met."""
    OPEN = "open"
    """What was asked is unknown or disputed."""
    UNKNOWN = "unknown"
    """Something that was not asked for is unknown."""


class Verdict(StrEnum):
    """Whether an entry fits."""

    FITS = "fits"
    UNKNOWN = "unknown"
    """Nothing known speaks against it, but not all that was asked is known."""
    FAILS = "fails"


class Reason(Struct, frozen=True):
    """One thing that speaks for or against an entry."""

    sign: Sign
    said: Message
    sources: tuple[str, ...] = ()


class Candidate(Struct, frozen=True):
    """An entry with the verdict on it and the reasons."""

    entry: Entry
    verdict: Verdict
    reasons: tuple[Reason, ...]
    cost: GuideCost
    retirement: Answer
    days_left: int | None
    lasting: bool | None
    """Generally available and for more than `LASTING_DAYS`; None: not known."""


class Guide(Struct, frozen=True):
    """The answer to the four questions."""

    question: GuideQuestion
    candidates: tuple[Candidate, ...]
    """First what fits, then what may fit, then what does not; each in the guide's order."""
    retired: int
    """Entries for the use case that are retired or past their date, and left out."""
    advice: tuple[Advice, ...]
    """What sources advise for the use case."""

    def of(self, verdict: Verdict) -> tuple[Candidate, ...]:
        """Return the candidates with a verdict."""
        return tuple(each for each in self.candidates if each.verdict is verdict)


def guide(question: GuideQuestion, entries: Sequence[Entry], view: Viewpoint) -> Guide:
    """Return the short list.

    Args:
        question: the four answers.
        entries: all entries of the catalogue.
        view: catalogue, day and currency; its place does not count, the question has one.
    """
    asked = [each for each in entries if question.use_case in (None, *each.model.use_cases)]
    usable = [each for each in asked if each.stage_on(view.day).usable]
    offers = question.offers(view.catalog)
    advice = tuple(
        said
        for use_case in view.catalog.use_cases
        if use_case.id == question.use_case
        for said in advice_for(use_case, view)
    )
    asking = _Asking(question, offers, view, advice)
    found = sorted(map(asking.candidate, usable), key=_order)
    return Guide(question, tuple(_compared(found)), len(asked) - len(usable), advice)


def _order(found: Candidate) -> tuple[object, ...]:
    cost = found.cost.rank
    # Without a price last of all: nobody can hold it against the others.
    known = cost is not None and found.lasting is not None
    return (
        tuple(Verdict).index(found.verdict),
        not known,
        cost is None,
        not found.lasting,
        cost or (),
        found.entry.model.id.casefold(),
        found.entry.version.version,
    )


def _compared(found: Sequence[Candidate]) -> Iterator[Candidate]:
    """Yield the candidates with how the cost of those that fit stands against the others'."""
    fitting = [each for each in found if each.verdict is Verdict.FITS and each.cost.rank]
    cheapest = min((each.cost.rank for each in fitting if each.cost.rank), default=None)
    first = fitting[0] if fitting else None
    for each in found:
        said = None
        if first is not None and each in fitting and len(fitting) > 1:
            if each.cost.rank == cheapest:
                said = Reason(Sign.FOR, message("guide_cheapest"), each.cost.sources)
            else:
                said = _dearer(each, first)
        yield each if said is None else replace(each, reasons=(*each.reasons, said))


def _dearer(found: Candidate, first: Candidate) -> Reason | None:
    cost, least = found.cost.monthly, first.cost.monthly
    if cost is None or not least or cost < least * TIMES_AS_DEAR:
        return None
    times = rounded(quotient(cost, least), 0)
    said = message("guide_times_as_dear", times=times, model=first.entry.model.id)
    return Reason(Sign.CAUTION, said, found.cost.sources)


class _Asking:
    """Puts the question to entries one by one."""

    def __init__(
        self,
        question: GuideQuestion,
        offers: GuideOffers,
        view: Viewpoint,
        advice: Sequence[Advice],
    ) -> None:
        self._question, self._offers, self._view = question, offers, view
        place = offers.query
        self._priced_view = replace(
            view,
            regions=tuple(sorted(place.regions)),
            data_zones=place.data_zones,
            countries=place.countries,
            deployment_types=place.deployment_types,
        )
        self._advised = {model.name for each in advice for model in each.models}
        self._advised_by = unique(each.source for each in advice)

    def candidate(self, entry: Entry) -> Candidate:
        """Return the verdict on one entry."""
        there = self._offers.of(entry)
        cost = cost_of(entry, self._question.load, there, self._priced_view)
        reasons = (
            self._place(entry, there),
            *self._stage(entry),
            *self._end(entry),
            *self._load(entry, cost),
            *self._advice(entry),
            *(() if cost.gap is None else (Reason(Sign.UNKNOWN, cost.gap),)),
        )
        signs = {each.sign for each in reasons}
        verdict = Verdict.FITS
        if Sign.OPEN in signs:
            verdict = Verdict.UNKNOWN
        if Sign.AGAINST in signs:
            verdict = Verdict.FAILS
        on = entry.stage_on(self._view.day)
        return Candidate(
            entry=entry,
            verdict=verdict,
            reasons=reasons,
            cost=cost,
            retirement=retirement(entry, self._view),
            days_left=on.days_left,
            lasting=self._lasting(entry),
        )

    def _lasting(self, entry: Entry) -> bool | None:
        on = entry.stage_on(self._view.day)
        if on.published is None:
            return None
        if on.published is not Stage.GENERALLY_AVAILABLE:
            return False
        return None if on.days_left is None else on.days_left > LASTING_DAYS

    def _place(self, entry: Entry, there: OfferedThere) -> Reason:
        sources, place = self._offers.sources(entry), self._asked_place
        match there.known:
            case Availability.OFFERED if entry.is_service:
                return Reason(Sign.FOR, message("guide_service"), sources)
            case Availability.OFFERED:
                paid = message("listed", values=tuple(there.billings))
                regions = message("guide_regions", count=len(there.regions))
                key = "guide_offered" if self._question.region else "guide_offered_in"
                said = message(key, place=self._place_name, paid=paid, regions=regions)
                return Reason(Sign.FOR, said, sources)
            case Availability.NOT_OFFERED:
                beside = tuple(kind.name for kind in self._offers.beside(entry))
                said = message("guide_not_offered", place=place)
                if beside:
                    kinds = message("listed", values=beside)
                    said = message("guide_only", place=place, kinds=kinds)
                return Reason(Sign.AGAINST, said, sources)
            case Availability.CONFLICT:
                return Reason(Sign.OPEN, message("guide_offer_disputed", place=place), sources)
            case _:
                return Reason(Sign.OPEN, message("guide_offer_unknown", place=place), sources)

    @property
    def _asked_place(self) -> Message:
        billing = self._question.billing
        if billing is None:
            return message("guide_place", place=self._place_name)
        return message("guide_place_paid", place=self._place_name, paid=billing)

    @cached_property
    def _place_name(self) -> Message | LocalText | str:
        question = self._question
        if question.region is not None:
            names = {region.id: region.name for region in self._view.catalog.regions}
            return names.get(question.region, question.region)
        if question.country is not None:
            found = {each.code: each.name for each in countries_of(self._view.catalog)}
            return found[question.country]
        zones = {zone.id: zone.name for zone in self._view.catalog.data_zones}
        return zones.get(question.data_zone or "", message("guide_anywhere"))

    def _stage(self, entry: Entry) -> Iterator[Reason]:
        told = stage(entry, self._view)
        if entry.is_service and told.value is None:
            return
        only = self._question.generally_available
        if not isinstance(told.value, Stage):
            sign = Sign.OPEN if only else Sign.UNKNOWN
            yield Reason(sign, message("guide_stage_unknown"), told.sources)
        elif told.value is Stage.GENERALLY_AVAILABLE:
            yield Reason(Sign.FOR, message("guide_available"), told.sources)
        else:
            sign = Sign.AGAINST if only else Sign.CAUTION
            yield Reason(sign, self._not_available(entry, told.value), told.sources)

    def _not_available(self, entry: Entry, published: Stage) -> Message:
        """Return the stage with what follows from it: who may deploy, what to take instead."""
        existing = entry_standing(entry, self._view.day) is Standing.EXISTING_ONLY
        key = "guide_existing_only" if existing else "guide_stage"
        named = replacement(entry, self._view).value
        if isinstance(named, str):
            return message(f"{key}_successor", stage=published, successor=named)
        return message(key, stage=published)

    def _end(self, entry: Entry) -> Iterator[Reason]:
        told, until = retirement(entry, self._view), self._question.lasts_until
        if not isinstance(told.value, date):
            if not entry.is_service:
                sign = Sign.UNKNOWN if until is None else Sign.OPEN
                yield Reason(sign, message("guide_end_unknown"), told.sources)
            return
        left = entry.stage_on(self._view.day).days_left or 0
        earliest = Qualifier.NOT_BEFORE in told.qualifiers
        key = "guide_ends_not_before" if earliest else "guide_ends"
        said = message(key, day=told.value, days=message("guide_days", count=left))
        if until is not None and told.value < until:
            # The earliest possible day is no end: it may last longer.
            yield Reason(Sign.OPEN if earliest else Sign.AGAINST, said, told.sources)
        else:
            yield Reason(Sign.FOR if left > LASTING_DAYS else Sign.CAUTION, said, told.sources)

    def _load(self, entry: Entry, cost: GuideCost) -> Iterator[Reason]:
        load = self._question.load
        if load is None:
            return
        for said in check_limits(entry, load.longest):
            key = _TOO_LONG.get(said.id)
            if key is not None:
                yield Reason(Sign.AGAINST, message(key, limit=said.data["limit"]))
        kind = cost.kind
        if kind is None or kind.billing is not Billing.PAYG:
            return
        quota = check_quota(entry, (load.workload,), kind.id, None)
        sources = unique(each for tier in quota.tiers for each in tier.sources)
        if quota.sufficient_tier is not None:
            said_of = message("guide_quota_from", tier=int(quota.sufficient_tier))
            yield Reason(Sign.FOR, said_of, sources)
        elif quota.tiers:
            yield Reason(Sign.CAUTION, message("guide_above_quota"), sources)

    def _advice(self, entry: Entry) -> Iterator[Reason]:
        if entry.model.id in self._advised:
            yield Reason(Sign.FOR, message("guide_advised"), self._advised_by)


END_KEYS = frozenset({"guide_ends", "guide_ends_not_before"})
"""Reasons that tell the end, for who shows it apart."""
_TOO_LONG: Mapping[object, str] = {
    CautionId.PROMPT_ABOVE_CONTEXT: "guide_above_context",
    CautionId.PROMPT_ABOVE_INPUT_LIMIT: "guide_above_input",
    CautionId.ANSWER_ABOVE_OUTPUT_LIMIT: "guide_above_output",
}
