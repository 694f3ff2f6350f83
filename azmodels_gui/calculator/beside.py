# SPDX-License-Identifier: MIT
"""What is paid for where there are no requests: documents embedded, a model fine-tuned."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from azmodels_gui.calculator.checks import check_lifecycle, check_offer
from azmodels_gui.calculator.counted import Count
from azmodels_gui.calculator.deployment import Said
from azmodels_gui.calculator.estimate import payg_type
from azmodels_gui.calculator.exact import Number, product
from azmodels_gui.calculator.overrides import NO_OVERRIDES, Overrides
from azmodels_gui.calculator.payg import PaygRequest, PaygTerms, beside_requests
from azmodels_gui.calculator.place import Place
from azmodels_gui.calculator.statements import AssumptionId, Statement, assumption
from azmodels_gui.catalog.document import (
    BASE,
    Catalog,
    DeploymentType,
    Entry,
    Region,
    in_one_currency,
)
from azmodels_gui.catalog.terms import PriceTier


def documents(count: Number, updated: Number, tokens: Number) -> dict[Count, Decimal]:
    """Return the tokens of documents that are embedded, once and anew in a month."""
    asked = {Count.EMBEDDED: count, Count.EMBEDDED_ANEW: updated}
    return {each: product(amount, tokens) for each, amount in asked.items() if amount}


@dataclass(frozen=True, kw_only=True)
class BesideQuestion:
    """What is to be reckoned."""

    entry: Entry
    deployment_type: DeploymentType
    region: Region | None
    day: date
    amounts: Mapping[Count, Number]
    """Of `BESIDE_REQUESTS`."""
    tier: PriceTier = PriceTier.STANDARD
    overrides: Overrides = NO_OVERRIDES
    currency: str = BASE
    """As of `Question`."""


@dataclass(frozen=True)
class BesideEstimate(Said):
    """The answer."""

    catalog: Catalog
    question: BesideQuestion
    beside: PaygRequest

    @property
    def currency(self) -> str:
        """Currency of all amounts."""
        return self.beside.currency

    def _assumptions(self) -> Iterator[Statement]:
        question = self.question
        yield assumption(AssumptionId.PROCESSING_TIER, tier=question.tier.value)
        yield from question.overrides.assumptions()
        yield assumption(AssumptionId.NET_OF_TAX, currency=self.currency)

    def _cautions(self) -> Iterator[Statement]:
        question = self.question
        kind = payg_type(self.catalog, question.deployment_type.scope, question.tier)
        if kind is not None:
            yield from check_offer(question.entry, kind, question.region)
        yield from self.beside.cautions
        yield from check_lifecycle(question.entry, (), question.day)


def beside_estimate(catalog: Catalog, question: BesideQuestion) -> BesideEstimate:
    """Return what it costs.

    Raises:
        Refusal: the prices are in several currencies, or an amount makes no sense.
    """
    catalog, entry = in_one_currency(catalog, question.entry, question.currency)
    terms = PaygTerms(
        place=Place(question.deployment_type.scope, question.region),
        day=question.day,
        tier=question.tier,
        overrides=question.overrides,
        regions=catalog.regions,
    )
    asked = beside_requests(entry, question.amounts, terms)
    return BesideEstimate(catalog, question, asked)
