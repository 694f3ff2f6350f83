# SPDX-License-Identifier: MIT
"""From tokens of all kinds to one number: the normalised tokens that PTU are measured in.

Source: Microsoft Learn, "Determine PTU costs and sizing", 23 September 2026 (`ptu-2026-09`).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from azmodels_gui.calculator.counted import COUNTED
from azmodels_gui.calculator.exact import product, total
from azmodels_gui.calculator.refusal import Refusal
from azmodels_gui.calculator.statements import RefusalId
from azmodels_gui.calculator.workload import Workload
from azmodels_gui.catalog.prices import PtuParameters
from azmodels_gui.catalog.terms import ContextBand, TokenCategory

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
