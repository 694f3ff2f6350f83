# SPDX-License-Identifier: MIT
"""A provisioned deployment with its workloads, how many PTU they need, and the size to deploy.

Source: Microsoft Learn, "Determine PTU costs and sizing", 23 September 2026 (`ptu-2026-09`).
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

from azmodels_gui.calculator.checks import (
    check_data_zone,
    check_limits,
    check_offer,
    check_ptu_prompt,
)
from azmodels_gui.calculator.counted import COUNTED, Count, images_are_prompt
from azmodels_gui.calculator.exact import product, quotient, total, whole_part, whole_steps
from azmodels_gui.calculator.month import Month
from azmodels_gui.calculator.month_load import MonthLoad
from azmodels_gui.calculator.overrides import NO_OVERRIDES, Overrides
from azmodels_gui.calculator.place import Place
from azmodels_gui.calculator.statements import (
    AssumptionId,
    CautionId,
    RefusalId,
    Statement,
    assumption,
    caution,
)
from azmodels_gui.calculator.wording import Refusal
from azmodels_gui.calculator.workload import Workload, as_priced, check_number, check_stated
from azmodels_gui.catalog.document import DeploymentType, Entry, Region
from azmodels_gui.catalog.facts import PtuParameters, ScopeSizing
from azmodels_gui.catalog.terms import ContextBand, Scope, TokenCategory
from azmodels_gui.language.figures import rounded

GivenWeights = Mapping[TokenCategory, Decimal]
"""Weights the user states where no source does, or instead of it."""


@dataclass(frozen=True)
class WeightedTokens:
    """Tokens of one category in one request, and what they count as."""

    category: TokenCategory
    tokens: Decimal
    weight: Decimal
    """Normalised tokens that one token counts as."""
    given: bool
    """True: the weight is the user's, not a source's."""

    @property
    def normalized(self) -> Decimal:
        """Tokens times weight."""
        return product(self.tokens, self.weight)


@dataclass(frozen=True)
class NormalizedRequest:
    """One request in normalised tokens, category by category."""

    parts: tuple[WeightedTokens, ...]

    @property
    def tokens(self) -> Decimal:
        """Normalised tokens of the request."""
        return total([part.normalized for part in self.parts])


def band_of(workload: Workload) -> ContextBand:
    """Return the price band; a long request is long as a whole."""
    return ContextBand.LONG if workload.long_context else ContextBand.SHORT


def normalized_request(
    workload: Workload, parameters: PtuParameters, given: GivenWeights | None = None
) -> NormalizedRequest:
    """Return one request in normalised tokens.

    Raises:
        Refusal: a category of the request has no published weight and none is given.
    """
    band = band_of(workload)
    return NormalizedRequest(
        tuple(
            _weighted(COUNTED[count].category, amount, parameters, band, given or {})
            for count, amount in workload.amounts.items()
        )
    )


def _weighted(
    category: TokenCategory,
    tokens: Decimal,
    parameters: PtuParameters,
    band: ContextBand,
    given: GivenWeights,
) -> WeightedTokens:
    if category in given:
        return WeightedTokens(category, tokens, given[category], given=True)
    weight = published_weight(parameters, category, band)
    if weight is None:
        raise Refusal(RefusalId.WEIGHT_UNKNOWN, category=category.value, band=band.value)
    return WeightedTokens(category, tokens, weight, given=False)


def published_weight(
    parameters: PtuParameters, category: TokenCategory, band: ContextBand
) -> Decimal | None:
    """Return the weight of a category, that of the band before one for any length; None: none."""
    stated = {
        weight.context_band: weight.weight
        for weight in parameters.weights
        if weight.category is category
    }
    return stated.get(band, stated.get(None))


MAX_PTU = 1_000_000
"""Of one deployment or reservation; above it somebody mistyped."""


@dataclass(frozen=True)
class PtuSize:
    """PTU for a load in its busiest minute."""

    normalized_tpm: Decimal
    """Normalised tokens per minute."""
    input_tpm_per_ptu: int
    """Normalised tokens per minute that one PTU carries."""
    sizing: ScopeSizing
    deployable: int
    """PTU to deploy: whole increments or the minimum, whichever is larger."""
    other_reading: int | None
    """PTU by the other reading of the rule; None where there is only one.

    Where the minimum is no multiple of the increment, sizes may be the increment's
    multiples from the minimum up (`deployable`), or the minimum plus whole increments.
    """

    @property
    def raw(self) -> Decimal:
        """PTU the load needs, before rounding to what can be deployed."""
        return quotient(self.normalized_tpm, self.input_tpm_per_ptu)

    @property
    def utilization(self) -> Decimal:
        """Share of the deployed capacity in use at the peak; above 1 the rest is turned away."""
        return quotient(self.normalized_tpm, self.capacity_tpm)

    @property
    def capacity_tpm(self) -> Decimal:
        """Normalised tokens per minute the deployed PTU carry."""
        return product(self.deployable, self.input_tpm_per_ptu)

    @property
    def spare_ptu(self) -> Decimal:
        """Deployed PTU beyond the need; negative where too few are deployed."""
        return self.deployable - self.raw

    @property
    def cautions(self) -> tuple[Statement, ...]:
        """What the size leaves open."""
        found = []
        if self.other_reading is not None:
            found.append(
                caution(
                    CautionId.TWO_SIZE_READINGS,
                    minimum=self.sizing.minimum_ptu,
                    increment=self.sizing.scale_increment,
                    deployable=self.deployable,
                    other=self.other_reading,
                )
            )
        if self.normalized_tpm > self.capacity_tpm:
            found.append(
                caution(CautionId.PEAK_ABOVE_PTU, deployable=self.deployable, raw=self.raw)
            )
        return tuple(found)


def parameters_of(entry: Entry) -> PtuParameters:
    """Return the parameters of the newest page that has any for the entry.

    Raises:
        Refusal: no page has.
    """
    current = [item for item in entry.ptu if not item.history]
    for parameters in (*current, *entry.ptu):
        return parameters
    raise Refusal(RefusalId.NO_PTU_PARAMETERS, model=entry.title)


def sizing_of(parameters: PtuParameters, scope: Scope) -> ScopeSizing:
    """Return minimum and increment of a scope.

    Raises:
        Refusal: the model is not offered as provisioned in this scope.
    """
    for sizing in parameters.sizing:
        if sizing.scope is scope:
            if not sizing.scale_increment or not parameters.input_tpm_per_ptu:
                raise Refusal(RefusalId.PARAMETERS_UNUSABLE, scope=scope.value)
            return sizing
    offered = tuple(sizing.scope.value for sizing in parameters.sizing)
    raise Refusal(RefusalId.SCOPE_NOT_OFFERED, scope=scope.value, offered=offered)


def ptu_size(
    normalized_tpm: Decimal,
    parameters: PtuParameters,
    scope: Scope,
    *,
    deployed: int | None = None,
) -> PtuSize:
    """Return the size for a load.

    Args:
        normalized_tpm: of all workloads of the deployment together, at the peak.
        parameters: what one PTU carries.
        scope: where the deployment may process.
        deployed: PTU the user wants instead of the computed number; None: computed.

    Raises:
        Refusal: the scope is not offered, or `deployed` is no size that can be deployed.
    """
    sizing = sizing_of(parameters, scope)
    tpm = parameters.input_tpm_per_ptu
    if deployed is None:
        size = deployable_ptu(normalized_tpm, tpm, sizing)
        other = counted_from_minimum(normalized_tpm, tpm, sizing) if _two_readings(sizing) else None
    else:
        check_deployable(deployed, sizing)
        size, other = deployed, None
    return PtuSize(normalized_tpm, tpm, sizing, size, other)


def deployable_ptu(normalized_tpm: Decimal, tpm_per_ptu: int, sizing: ScopeSizing) -> int:
    """Return the need rounded up to whole increments, or the minimum if that is larger."""
    step = sizing.scale_increment
    increments = whole_steps(normalized_tpm, product(tpm_per_ptu, step))
    return max(sizing.minimum_ptu, increments * step)


def counted_from_minimum(normalized_tpm: Decimal, tpm_per_ptu: int, sizing: ScopeSizing) -> int:
    """Return the minimum plus as many whole increments as the need asks for."""
    step = sizing.scale_increment
    beyond = normalized_tpm - product(tpm_per_ptu, sizing.minimum_ptu)
    if beyond <= 0:
        return sizing.minimum_ptu
    return sizing.minimum_ptu + whole_steps(beyond, product(tpm_per_ptu, step)) * step


def check_deployable(ptu: int, sizing: ScopeSizing) -> None:
    """Raise `Refusal` unless a deployment can have this size under one of the readings."""
    check_number("deployed_ptu", Decimal(max(0, ptu)), MAX_PTU)
    step, least = sizing.scale_increment, sizing.minimum_ptu
    if ptu >= least and (ptu % step == 0 or (ptu - least) % step == 0):
        return
    lower = max(least, ptu // step * step)
    upper = max(least, -(-ptu // step) * step)
    raise Refusal(
        RefusalId.SIZE_NOT_DEPLOYABLE,
        given=ptu,
        minimum=least,
        increment=step,
        near=tuple(str(size) for size in sorted({lower, upper})),
    )


def _two_readings(sizing: ScopeSizing) -> bool:
    return sizing.minimum_ptu % sizing.scale_increment != 0


REASONING = "reasoning"
"""Capability of a model that thinks before it answers."""


@dataclass(frozen=True, kw_only=True)
class Deployment:
    """One deployment: its loads share the PTU, so their busiest minutes add up before rounding.

    Raises:
        Refusal: the model takes or gives something of which a workload does not say how much.
    """

    entry: Entry
    deployment_type: DeploymentType
    loads: tuple[MonthLoad, ...]
    """At least one; all with months of the same length."""
    region: Region | None = None
    """None: not chosen."""
    deployed_ptu: int | None = None
    """PTU the user wants; None: as many as the load needs."""
    name: str = ""
    """What the user calls it."""

    def __post_init__(self) -> None:
        for workload in self.workloads:
            check_stated(self.entry, workload.beside)

    @property
    def place(self) -> Place:
        """Scope and region."""
        return Place(self.deployment_type.scope, self.region)

    @property
    def workloads(self) -> tuple[Workload, ...]:
        """The busiest minute of each load."""
        return tuple(load.workload for load in self.loads)

    @property
    def longest(self) -> tuple[Workload, ...]:
        """The longest request of each load that is known of."""
        return tuple(load.longest for load in self.loads)

    @property
    def month(self) -> Month:
        """How long a month is."""
        return self.loads[0].month

    @property
    def peak_rpm(self) -> Decimal:
        """Requests in the busiest minute."""
        return total([load.peak_rpm for load in self.loads])

    @property
    def monthly_requests(self) -> Decimal:
        """Requests of the month, to 28 digits."""
        return total([load.monthly_requests for load in self.loads])

    @property
    def input_tpm(self) -> Decimal:
        """Tokens per minute that go in, at the peak."""
        return total([workload.input_tpm for workload in self.workloads])

    @property
    def output_tpm(self) -> Decimal:
        """Tokens per minute that come out, at the peak."""
        return total([workload.output_tpm for workload in self.workloads])


class Said:
    """What an answer says beside its numbers, each thing once."""

    @cached_property
    def cautions(self) -> tuple[Statement, ...]:
        """What must be known before trusting the numbers."""
        return unique(self._cautions())

    @cached_property
    def assumptions(self) -> tuple[Statement, ...]:
        """What the numbers take for granted."""
        return unique(self._assumptions())

    @cached_property
    def sources(self) -> tuple[str, ...]:
        """Ids of the sources the numbers rest on."""
        return tuple(dict.fromkeys(self._sources()))

    def _cautions(self) -> Iterator[Statement]:
        raise NotImplementedError

    def _assumptions(self) -> Iterator[Statement]:
        raise NotImplementedError

    def _sources(self) -> Iterator[str]:
        raise NotImplementedError


@dataclass(frozen=True)
class SizedDeployment(Said):
    """A deployment with its size and everything the size rests on."""

    deployment: Deployment
    parameters: PtuParameters
    requests: tuple[NormalizedRequest, ...]
    """One request of each workload."""
    size: PtuSize

    def _cautions(self) -> Iterator[Statement]:
        deployment = self.deployment
        entry, kind = deployment.entry, deployment.deployment_type
        yield from self.size.cautions
        if self.parameters.history:
            yield caution(CautionId.OLDER_PARAMETERS, source=self.parameters.source)
        yield from check_offer(entry, kind, deployment.region, self.parameters)
        yield from check_data_zone(kind, deployment.region, self.parameters)
        for workload in deployment.longest:
            yield from check_ptu_prompt(self.parameters, workload)
            yield from check_limits(entry, workload)
        for load in deployment.loads:
            yield from load.cautions
        yield from check_reasoning(deployment)

    def _sources(self) -> Iterator[str]:
        yield self.parameters.source

    def _assumptions(self) -> Iterator[Statement]:
        yield assumption(AssumptionId.BUSIEST_MINUTE)
        for load in self.deployment.loads:
            yield from load.assumptions
        yield assumption(AssumptionId.TOKENS_ONCE)
        yield from cache_rates(self.deployment)
        yield from counted_as_told(self.deployment)
        yield from _weights(self.requests)
        if any(workload.long_context for workload in self.deployment.workloads):
            yield assumption(AssumptionId.LONG_CONTEXT)
        if self.deployment.deployed_ptu is not None:
            yield assumption(AssumptionId.SIZE_GIVEN, ptu=self.deployment.deployed_ptu)
        if self.parameters.latency_target:
            yield assumption(AssumptionId.LATENCY_TARGET, target=self.parameters.latency_target)


def sized(deployment: Deployment, overrides: Overrides = NO_OVERRIDES) -> SizedDeployment:
    """Return the size of a deployment.

    Raises:
        Refusal: no parameters, no such scope, a weight that nobody states, an impossible size.
    """
    parameters = parameters_of(deployment.entry)
    requests = tuple(
        normalized_request(
            as_priced(workload, deployment.entry), parameters, overrides.token_weights
        )
        for workload in deployment.workloads
    )
    normalized_tpm = total(
        [
            product(workload.requests_per_minute, request.tokens)
            for workload, request in zip(deployment.workloads, requests, strict=True)
        ]
    )
    size = ptu_size(
        normalized_tpm,
        parameters,
        deployment.deployment_type.scope,
        deployed=deployment.deployed_ptu,
    )
    return SizedDeployment(deployment, parameters, requests, size)


def cache_rates(deployment: Deployment) -> Iterator[Statement]:
    """Yield how much of the input comes from the cache."""
    for workload in deployment.workloads:
        if workload.input_tokens:
            share = quotient(product(workload.cached_tokens, 100), Decimal(workload.input_tokens))
            yield assumption(AssumptionId.CACHE_RATE, percent=rounded(share, 1))


def counted_as_told(deployment: Deployment) -> Iterator[Statement]:
    """Yield as what tokens of reasoning and of images count, and that the latter are a figure
    of the user."""
    entry, workloads = deployment.entry, deployment.workloads
    if _reasons(entry) and any(each.output_tokens for each in workloads):
        yield assumption(AssumptionId.REASONING_IS_OUTPUT, model=entry.title)
    if any(each.fine_tuned for each in workloads):
        yield assumption(AssumptionId.FINE_TUNED)
    if any(each.amount(Count.IMAGE_INPUT) for each in workloads):
        yield assumption(AssumptionId.IMAGE_TOKENS_GIVEN, model=entry.title)
        if images_are_prompt(entry):
            yield assumption(AssumptionId.IMAGES_AS_PROMPT)


def check_reasoning(deployment: Deployment) -> Iterator[Statement]:
    """Yield a caution for reasoning tokens of a model of which no source says that it reasons."""
    shapes = [load.shape for load in deployment.loads if load.shape is not None]
    if any(shape.reasoning for shape in shapes) and not _reasons(deployment.entry):
        yield caution(CautionId.REASONING_NOT_KNOWN, model=deployment.entry.title)


def _reasons(entry: Entry) -> bool:
    return any(each.id == REASONING and each.supported for each in entry.version.capabilities)


def unique(statements: Iterator[Statement]) -> tuple[Statement, ...]:
    """Return the statements in order, equal ones once."""
    kept: list[Statement] = []
    for statement in statements:
        if statement not in kept:
            kept.append(statement)
    return tuple(kept)


def _weights(requests: tuple[NormalizedRequest, ...]) -> Iterator[Statement]:
    for request in requests:
        for part in request.parts:
            which = AssumptionId.WEIGHT_GIVEN if part.given else AssumptionId.WEIGHTS
            yield assumption(which, what=part.category.value, weight=part.weight)


PLACES = 2
"""Places of requests per minute; what is beyond is cut off, not rounded."""


@dataclass(frozen=True)
class Carried:
    """The fullest minute of some PTU, with requests of one shape."""

    ptu: int
    requests_per_minute: Decimal
    """Cut off after `PLACES` places."""
    input_tpm: int
    """Whole tokens per minute that go in; cut off likewise."""
    output_tpm: int
    """Whole tokens per minute that come out."""
    normalized_tpm: Decimal
    """Normalised tokens per minute of the PTU."""


def carried(sized: SizedDeployment) -> Carried:
    """Return what the deployed PTU carry of requests like those of the first load."""
    (request, *_), (workload, *_) = sized.requests, sized.deployment.workloads
    size = sized.size
    capacity = size.capacity_tpm
    hundredths = whole_part(product(capacity, 10**PLACES), request.tokens)
    return Carried(
        size.deployable,
        Decimal(hundredths).scaleb(-PLACES),
        whole_part(product(capacity, workload.prompt_tokens), request.tokens),
        whole_part(product(capacity, workload.answer_tokens), request.tokens),
        capacity,
    )
