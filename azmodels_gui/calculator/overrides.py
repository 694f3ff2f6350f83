# SPDX-License-Identifier: MIT
"""What the user sets instead of the catalogue's figures.

All of it is told as an assumption of the result; nothing works in silence.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, fields
from datetime import date
from decimal import Decimal
from typing import Any

from azmodels_gui.calculator.exact import product, quotient
from azmodels_gui.calculator.statements import AssumptionId, RefusalId, Statement, assumption
from azmodels_gui.calculator.wording import Refusal
from azmodels_gui.calculator.workload import check_number
from azmodels_gui.catalog.document import Region
from azmodels_gui.catalog.terms import Term, TokenCategory

MAX_AMOUNT = 10**9


@dataclass(frozen=True, kw_only=True)
class Overrides:
    """What holds instead of the catalogue's figures.

    Raises:
        Refusal: a figure is no number, negative or absurd, or a discount is 100 % or more.
    """

    payg_discount_percent: Decimal = Decimal(0)
    """Off the list prices per token."""
    ptu_discount_percent: Decimal = Decimal(0)
    """Off the list prices per PTU, for every term."""
    payg_prices: Mapping[TokenCategory, Decimal] = field(default_factory=dict)
    """Negotiated prices of 1M tokens; no discount comes off them."""
    ptu_prices: Mapping[Term, Decimal] = field(default_factory=dict)
    """Negotiated prices of one PTU for the whole term; no discount comes off them."""
    token_weights: Mapping[TokenCategory, Decimal] = field(default_factory=dict)
    """PTU weights where no source states one."""
    agreed_on: date | None = None
    """Day of the client's agreement that discounts and prices are of; None: they are of none."""
    variants: Mapping[TokenCategory, str] = field(default_factory=dict)
    """Which of several prices of one thing holds (resolution, quality), as the source spells it."""
    price_region: Region | None = None
    """Reckon with the prices of this region, though the deployment is elsewhere."""
    ptu_price_region: Region | None = None
    """The same for PTU alone; None: `price_region` holds for them, too."""

    def __post_init__(self) -> None:
        for name in ("payg_discount_percent", "ptu_discount_percent"):
            percent: Decimal = getattr(self, name)
            check_number(name, percent, MAX_AMOUNT)
            if percent >= 100:
                raise Refusal(RefusalId.DISCOUNT_OUT_OF_RANGE, given=percent)
        for amounts in (self.payg_prices, self.ptu_prices, self.token_weights):
            for what, amount in amounts.items():
                check_number(str(what), amount, MAX_AMOUNT)

    def assumptions(self) -> Iterator[Statement]:
        """Yield every override as a statement."""
        if self.payg_discount_percent:
            yield assumption(AssumptionId.PAYG_DISCOUNT, percent=self.payg_discount_percent)
        if self.ptu_discount_percent:
            yield assumption(AssumptionId.PTU_DISCOUNT, percent=self.ptu_discount_percent)
        if not self.payg_discount_percent and not self.ptu_discount_percent:
            yield assumption(AssumptionId.NO_DISCOUNT)
        if self.agreed_on is not None:
            yield assumption(AssumptionId.AGREED, agreed_on=self.agreed_on)
        yield from self._prices()

    def _prices(self) -> Iterator[Statement]:
        """Yield which prices were stated or chosen."""
        for category, amount in self.payg_prices.items():
            yield assumption(AssumptionId.PAYG_PRICE_GIVEN, what=category.value, amount=amount)
        for term, amount in self.ptu_prices.items():
            yield assumption(AssumptionId.PTU_PRICE_GIVEN, what=f"ptu_{term.value}", amount=amount)
        for category, variant in self.variants.items():
            yield assumption(AssumptionId.PRICE_VARIANT, what=category.value, variant=variant)
        if self.price_region is not None:
            yield assumption(AssumptionId.PRICE_REGION, region=self.price_region.name)
        if self.ptu_price_region is not None:
            yield assumption(AssumptionId.PTU_PRICE_REGION, region=self.ptu_price_region.name)


def merged(first: Overrides, others: Overrides) -> Overrides:
    """Return overrides with what others set where the first set nothing."""
    found: dict[str, Any] = {}
    for each in fields(Overrides):
        mine, theirs = getattr(first, each.name), getattr(others, each.name)
        found[each.name] = {**theirs, **mine} if isinstance(mine, Mapping) else mine or theirs
    return Overrides(**found)


def discounted(amount: Decimal, percent: Decimal) -> Decimal:
    """Return what is left of a price after a discount."""
    return quotient(product(amount, 100 - percent), 100)


NO_OVERRIDES = Overrides()
