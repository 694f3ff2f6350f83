# SPDX-License-Identifier: MIT
"""From the fields of the page to the calculator's question, and to its answer."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields, replace
from datetime import date
from decimal import Decimal
from functools import lru_cache
from typing import TypeVar

from azmodels_gui.calculator.beside import documents
from azmodels_gui.calculator.counted import BESIDE_TEXT, EVERYTHING, ONLY_TUNED, Count
from azmodels_gui.calculator.deployment import Deployment
from azmodels_gui.calculator.estimate import Estimate, Question, estimate, payg_type
from azmodels_gui.calculator.exact import product
from azmodels_gui.calculator.inputs import (
    BESIDE_BY,
    Inputs,
    LoadFrom,
    asked_of,
    usage_of,
    with_counts,
)
from azmodels_gui.calculator.load_profile import DayProfile, LoadDuration, LoadProfile
from azmodels_gui.calculator.measured_load import MeasuredRequest
from azmodels_gui.calculator.month import Month
from azmodels_gui.calculator.month_load import BusyHours, MonthLoad, Sessions, Users
from azmodels_gui.calculator.overrides import Overrides
from azmodels_gui.calculator.profile_estimate import ProfileEstimate, profile_estimate
from azmodels_gui.calculator.quota_check import Arrival, OwnQuota, OwnQuotas
from azmodels_gui.calculator.statements import RefusalId, Statement
from azmodels_gui.calculator.wording import Refusal
from azmodels_gui.calculator.workload import (
    MAX_DECIMAL_PLACES,
    RequestShape,
    TextAmount,
    Workload,
    check_stated,
)
from azmodels_gui.catalog.document import Catalog, DeploymentType, Entry, Region, in_one_currency
from azmodels_gui.catalog.index import CatalogIndex
from azmodels_gui.catalog.terms import Billing, PriceTier, Term, TokenCategory
from azmodels_gui.language.figures import read_day, rounded

PERCENT = Decimal("0.01")
TOKEN_PRICES = {
    "input_price": TokenCategory.INPUT,
    "cached_input_price": TokenCategory.CACHED_INPUT,
    "output_price": TokenCategory.OUTPUT,
}
PTU_PRICES = {
    "ptu_hour_price": Term.HOUR,
    "ptu_month_price": Term.MONTH,
    "ptu_year_price": Term.YEAR,
}
WEIGHTS = {"output_weight": TokenCategory.OUTPUT}
"""Attributes of `Inputs` and what they are prices or weights of."""
Key = TypeVar("Key")


@dataclass(frozen=True)
class Answer:
    """What the page shows: an estimate, or the reason why there is none."""

    inputs: Inputs
    estimate: Estimate | None
    refusal: Statement | None = None
    """Why there is no estimate at all."""
    load: MonthLoad | None = None
    """What the fields come to, with or without a model; None: nothing."""


@dataclass(frozen=True)
class Series:
    """A load by minute from a file, with its minutes in order of their load."""

    profile: LoadProfile
    duration: LoadDuration
    request: MeasuredRequest | None = None
    """What the file measured of an average request."""


@dataclass(frozen=True)
class ProfileAnswer:
    """The cost curves, or the reason why there are none."""

    estimate: ProfileEstimate | None
    refusal: Statement | None = None

    def is_about(self, entry: Entry) -> bool:
        """Tell whether the curves are those of an entry."""
        if self.estimate is None:
            return False
        asked, found = self.estimate.question, self.estimate.found
        _, reckoned = in_one_currency(found.catalog, entry, asked.currency)
        return asked.deployment.entry == reckoned


class Asker:
    """Puts questions to the calculator for one catalogue."""

    def __init__(self, index: CatalogIndex, own: OwnQuotas | None = None) -> None:
        """Make it.

        Args:
            index: of the catalogue.
            own: finds what the client's subscription has left; None: nobody told.
        """
        self.index, self._own = index, own
        self.catalog: Catalog = index.catalog
        self._regions = {region.id: region for region in self.catalog.regions}
        self.types = tuple(provisioned_types(self.catalog))

    @property
    def today(self) -> date:
        """Day whose prices hold."""
        return self.index.today

    def entry(self, inputs: Inputs) -> Entry | None:
        """Return the chosen entry; None: the catalogue has no such one."""
        row = self.index.row_of((inputs.model, inputs.version))
        return None if row is None else self.index.entries[row]

    def region(self, region_id: str) -> Region | None:
        """Return a region by id."""
        return self._regions.get(region_id)

    def deployment_type(self, inputs: Inputs) -> DeploymentType | None:
        """Return the chosen provisioned deployment type."""
        return next((kind for kind in self.types if kind.id == inputs.deployment_type), None)

    def known(self, inputs: Inputs) -> Inputs:
        """Return the inputs without what the model is not asked for: its fields are hidden.

        Raises:
            Refusal: it is not told how much there is of what the model takes and gives.
        """
        entry = self.entry(inputs)
        if entry is None:
            return inputs
        known = asked_of(entry)
        stated = {name: rest for name, rest in known.items() if getattr(inputs, name) != rest}
        asked = with_counts(inputs, stated) if stated else inputs
        check_stated(entry, beside_text(asked))
        return asked

    def answer(self, inputs: Inputs, series: LoadProfile | None = None) -> Answer:
        """Return the whole answer; a question that makes no sense has the reason instead.

        Args:
            inputs: the page's fields.
            series: what the file held that the inputs name; None: they name none.
        """
        load: MonthLoad | None = None
        try:
            known = self.known(inputs)
            load = load_of(known, series)
            question = self._question(known, load)
            found = None if question is None else estimate(self.catalog, question)
        except Refusal as refusal:
            return Answer(inputs, None, refusal.statement, load)
        return Answer(inputs, found, load=load)

    def question(self, inputs: Inputs, series: LoadProfile | None = None) -> Question | None:
        """Return what `answer` answers; None: no model or deployment type is chosen.

        Raises:
            Refusal: the figures make no sense.
        """
        known = self.known(inputs)
        return self._question(known, load_of(known, series))

    def _question(self, inputs: Inputs, load: MonthLoad) -> Question | None:
        deployment = self.deployment(inputs, load)
        if deployment is None:
            return None
        return Question(
            deployment=deployment,
            day=self.today,
            tier=PriceTier(inputs.processing),
            quota_tier=inputs.quota_tier or None,
            arrival=Arrival(
                max_output=inputs.max_output_tokens or None,
                headroom_percent=inputs.quota_headroom_percent,
            ),
            reserved_ptu=inputs.reserved_ptu,
            overrides=self.overrides(inputs),
            beside=beside_requests(inputs),
            own=self._own_quotas(deployment, PriceTier(inputs.processing)),
            currency=inputs.currency,
        )

    def _own_quotas(self, deployment: Deployment, tier: PriceTier) -> tuple[OwnQuota, ...]:
        return quotas_of(self._own, deployment, tier, self.catalog)

    def deployment(self, inputs: Inputs, load: MonthLoad) -> Deployment | None:
        """Return what is deployed where; None: no model or deployment type is chosen."""
        entry, kind = self.entry(inputs), self.deployment_type(inputs)
        if entry is None or kind is None:
            return None
        return Deployment(
            entry=entry,
            deployment_type=kind,
            loads=(load,),
            region=self.region(inputs.region),
            deployed_ptu=inputs.deployed_ptu,
        )

    def overrides(self, inputs: Inputs) -> Overrides:
        """Return what the user set instead of the catalogue's figures.

        Raises:
            Refusal: a discount of 100 % or more.
        """
        return Overrides(
            payg_discount_percent=inputs.payg_discount_percent,
            ptu_discount_percent=inputs.ptu_discount_percent,
            payg_prices=_stated(inputs, TOKEN_PRICES),
            ptu_prices=_stated(inputs, PTU_PRICES),
            token_weights=_stated(inputs, WEIGHTS),
            agreed_on=read_day(inputs.agreed_on) if inputs.agreed_on else None,
            variants=self._variants(inputs),
            price_region=self.region(inputs.price_region),
            ptu_price_region=self.region(inputs.ptu_price_region),
        )

    def _variants(self, inputs: Inputs) -> dict[TokenCategory, str]:
        """Return what has a price of the variant that was chosen."""
        entry, variant = self.entry(inputs), inputs.variant
        if entry is None or not variant:
            return {}
        return {
            price.category: variant
            for price in entry.prices
            if price.variant == variant
            and price.fine_tuned is (inputs.fine_tuned or price.category in ONLY_TUNED)
        }


def quotas_of(
    own: OwnQuotas | None, deployment: Deployment, tier: PriceTier, catalog: Catalog
) -> tuple[OwnQuota, ...]:
    """Return what the subscription has left for a deployment, on PTU and per token."""
    if own is None or deployment.region is None:
        return ()
    kind = deployment.deployment_type
    paid = payg_type(catalog, kind.scope, tier)
    kinds = [each.id for each in (kind, paid) if each is not None]
    return own(deployment.entry, deployment.region, kinds)


def _stated(inputs: Inputs, names: Mapping[str, Key]) -> dict[Key, Decimal]:
    """Return the figures that the user stated; 0 states nothing."""
    figures = ((key, getattr(inputs, name)) for name, key in names.items())
    return {key: figure for key, figure in figures if figure}


def beside_text(inputs: Inputs) -> dict[Count, Decimal]:
    """Return what is stated beside text: nothing at all, or with one thing also the zeros."""
    beside = {count: getattr(inputs, count.value) for count in BESIDE_TEXT}
    return beside if any(beside.values()) else {}


def beside_requests(inputs: Inputs) -> dict[Count, Decimal]:
    """Return what is paid for once or every month, however many requests there are."""
    embedded = (inputs.documents, inputs.updated_documents, inputs.document_tokens)
    tuning = {count: getattr(inputs, name) for name, count in BESIDE_BY.items()}
    stated = {count: tuning[count] for count in tuning if EVERYTHING[count].fine_tuned}
    return documents(*embedded) | {count: amount for count, amount in stated.items() if amount}


def shape_of(inputs: Inputs) -> RequestShape | None:
    """Return what the tokens of a request are reckoned from; None: they are as stated.

    Raises:
        Refusal: the figures make no sense.
    """
    if inputs.turns == 1 and not inputs.reasoning and not inputs.system_prompt:
        return None
    return RequestShape(
        question=TextAmount(tokens=inputs.input_tokens),
        answer=TextAmount(tokens=inputs.output_tokens),
        system_prompt=inputs.system_prompt,
        system_prompt_cached=inputs.system_cached and not inputs.cached_percent,
        turns=inputs.turns,
        reasoning=inputs.reasoning,
    )


def workload(
    inputs: Inputs, requests_per_minute: Decimal, shape: RequestShape | None = None
) -> Workload:
    """Return the requests that the fields describe.

    Raises:
        Refusal: the figures make no sense.
    """
    tokens = inputs.input_tokens if shape is None else shape.input_tokens
    share = rounded(product(tokens, inputs.cached_percent, PERCENT), MAX_DECIMAL_PLACES)
    return Workload(
        requests_per_minute=requests_per_minute,
        input_tokens=tokens,
        cached_tokens=share if shape is None or share else shape.cached_tokens,
        cache_write_tokens=inputs.cache_write_tokens,
        output_tokens=inputs.output_tokens if shape is None else shape.output_tokens,
        beside=beside_text(inputs),
        long_context=inputs.long_context,
        fine_tuned=inputs.fine_tuned,
    )


def load_of(inputs: Inputs, series: LoadProfile | None) -> MonthLoad:
    """Return the load that the fields state.

    Args:
        inputs: the page's fields.
        series: what the file held that the inputs name; None: they name none.

    Raises:
        Refusal: the figures make no sense, or nobody has stated a profile yet.
    """
    shape = shape_of(inputs)
    request = workload(inputs, inputs.requests_per_minute, shape)
    return replace(_timed(inputs, request, series), shape=shape, preset=usage_of(inputs))


def _timed(inputs: Inputs, request: Workload, series: LoadProfile | None) -> MonthLoad:
    """Return the load of such requests, as many as the fields state."""
    month = Month(inputs.month)
    match inputs.load_from:
        case LoadFrom.USERS:
            return MonthLoad.of_users(_figures(Users, inputs), request, month)
        case LoadFrom.SESSIONS:
            hours = _figures(BusyHours, inputs)
            each = Sessions(
                sessions=inputs.sessions, session_seconds=inputs.session_seconds, average=hours
            )
            return MonthLoad.of_sessions(each, request, month)
        case LoadFrom.REQUESTS:
            share = product(inputs.average_percent, PERCENT)
            return MonthLoad.of_peak(request, None if share == 1 else share, month)
        case LoadFrom.PROFILE:
            if series is None and inputs.profile_is_example:
                raise Refusal(RefusalId.NO_PROFILE)
            return MonthLoad.of_profile(series or week_of(inputs), request, month)


Made = TypeVar("Made", bound=BusyHours)


def _figures(kind: type[Made], inputs: Inputs) -> Made:
    return kind(**{each.name: getattr(inputs, each.name) for each in fields(kind)})


def week_of(inputs: Inputs) -> LoadProfile:
    """Return the minutes of a week with the hours of the fields."""
    return _week(inputs.requests_per_minute, inputs.working_day, inputs.weekend)


@lru_cache(maxsize=4)
def _week(
    peak: Decimal, working_day: tuple[Decimal, ...], weekend: tuple[Decimal, ...]
) -> LoadProfile:
    """Return the minutes of a week; kept, since other fields leave them as they are."""
    days = (tuple(product(peak, share, PERCENT) for share in day) for day in (working_day, weekend))
    return DayProfile(*days).week()


def provisioned_types(catalog: Catalog) -> Iterator[DeploymentType]:
    """Yield the deployment types that PTU are deployed with, in the catalogue's order."""
    for kind in catalog.deployment_types:
        if kind.billing is Billing.PROVISIONED:
            yield kind


def profile_answer(asker: Asker, inputs: Inputs, series: Series | None) -> ProfileAnswer:
    """Return the answer with all its curves; made to run away from the window."""
    try:
        question = asker.question(inputs, None if series is None else series.profile)
        if question is None or question.deployment.loads[0].profile is None:
            return ProfileAnswer(None)
        found = profile_estimate(asker.catalog, question)
    except Refusal as refusal:
        return ProfileAnswer(None, refusal.statement)
    for curve in found.curves.values():
        _ = curve.points  # reckoned here and kept, not in the window's thread
    return ProfileAnswer(found)
