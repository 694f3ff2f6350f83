# SPDX-License-Identifier: MIT
"""A provisioned deployment with its workloads, and the size it needs."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

from azmodels_gui.calculator.checks import (
    check_data_zone,
    check_limits,
    check_offer,
    check_ptu_prompt,
)
from azmodels_gui.calculator.counted import Count, images_are_prompt
from azmodels_gui.calculator.exact import product, quotient, total, whole_part
from azmodels_gui.calculator.month import Month
from azmodels_gui.calculator.month_load import MonthLoad
from azmodels_gui.calculator.overrides import NO_OVERRIDES, Overrides
from azmodels_gui.calculator.place import Place
from azmodels_gui.calculator.ptu import (
    NormalizedRequest,
    PtuSize,
    normalized_request,
    parameters_of,
    ptu_size,
)
from azmodels_gui.calculator.statements import (
    AssumptionId,
    CautionId,
    Statement,
    assumption,
    caution,
)
from azmodels_gui.calculator.workload import Workload, as_priced, check_stated
from azmodels_gui.catalog.document import DeploymentType, Region
from azmodels_gui.catalog.entry import Entry
from azmodels_gui.catalog.prices import PtuParameters
from azmodels_gui.language.figures import rounded

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
