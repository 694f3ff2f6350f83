# SPDX-License-Identifier: MIT
"""How many PTU a load needs, and how many can be deployed.

Source: Microsoft Learn, "Determine PTU costs and sizing", 23 September 2026 (`ptu-2026-09`).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from azmodels_gui.calculator.counted import COUNTED
from azmodels_gui.calculator.exact import product, quotient, total, whole_steps
from azmodels_gui.calculator.statements import CautionId, RefusalId, Statement, caution
from azmodels_gui.calculator.wording import Refusal
from azmodels_gui.calculator.workload import Workload, check_number
from azmodels_gui.catalog.entry import Entry
from azmodels_gui.catalog.prices import PtuParameters, ScopeSizing
from azmodels_gui.catalog.terms import ContextBand, Scope, TokenCategory

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
