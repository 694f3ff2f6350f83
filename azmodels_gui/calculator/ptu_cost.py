# SPDX-License-Identifier: MIT
"""What PTU cost in a month: hourly, or reserved for a month or a year, with overage."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from azmodels_gui.calculator.exact import product, quotient, total
from azmodels_gui.calculator.month import MONTHS_PER_YEAR, Month
from azmodels_gui.calculator.overrides import NO_OVERRIDES, Overrides, discounted
from azmodels_gui.calculator.place import Place
from azmodels_gui.calculator.price_cautions import listed, no_region_caution, price_caution
from azmodels_gui.calculator.ptu_prices import PtuPriceAnswer, ptu_price_of
from azmodels_gui.calculator.statements import CautionId, Statement, caution
from azmodels_gui.catalog.document import Catalog, Model
from azmodels_gui.catalog.terms import Term


@dataclass(frozen=True)
class PtuRate:
    """The price of one PTU for a term."""

    term: Term
    answer: PtuPriceAnswer
    amount: Decimal | None
    """For the whole term, after discount, or negotiated; None: not known."""
    given: bool
    """True: the price is the user's."""
    cautions: tuple[Statement, ...]

    @property
    def currency(self) -> str:
        """Currency of the price."""
        return "USD" if self.answer.price is None else self.answer.price.currency

    @property
    def sources(self) -> tuple[str, ...]:
        """Ids of its sources, each once; a negotiated price has none."""
        prices = () if self.given else self.answer.prices
        return tuple(dict.fromkeys(price.source for price in prices))

    def monthly(self, month: Month) -> Decimal | None:
        """Return the price of one PTU for a month; None where it is not known."""
        return None if self.amount is None else per_month(self.amount, self.term, month)


@dataclass(frozen=True, kw_only=True)
class PtuTerms:
    """Where and when PTU are bought."""

    place: Place
    day: date
    overrides: Overrides = NO_OVERRIDES


@dataclass(frozen=True)
class PooledCost:
    """PTU of one deployment type in a month: what is reserved, and the rest by the hour."""

    deployed: int
    """PTU of all deployments together, each rounded by itself."""
    reserved: int
    """PTU reserved; paid for whether deployed or not."""
    reserved_cost: Decimal
    overage_cost: Decimal

    @property
    def overage(self) -> int:
        """Deployed PTU beyond the reservation."""
        return max(0, self.deployed - self.reserved)

    @property
    def cost(self) -> Decimal:
        """Cost of a month."""
        return total([self.reserved_cost, self.overage_cost])


def per_month(amount: Decimal, term: Term, month: Month) -> Decimal:
    """Return the monthly part of a price for a whole term.

    A reserved month costs the same however long it is; a year counts as twelve of them.
    """
    match term:
        case Term.HOUR:
            return product(amount, month.hours)
        case Term.MONTH:
            return amount
        case Term.YEAR:
            return quotient(amount, MONTHS_PER_YEAR)


def ptu_rate(catalog: Catalog, model: Model, term: Term, terms: PtuTerms) -> PtuRate:
    """Return the price of one PTU of a model for a term."""
    overrides, place = terms.overrides, terms.place.ptu_priced_at(terms.overrides)
    answer = ptu_price_of(catalog, model, place, term, terms.day)
    if term in overrides.ptu_prices:
        return PtuRate(term, answer, overrides.ptu_prices[term], True, ())
    price = answer.price
    amount = None
    if price is not None:
        amount = discounted(price.amount, overrides.ptu_discount_percent)
    return PtuRate(term, answer, amount, False, _cautions(term, answer, place))


def ptu_rates(catalog: Catalog, model: Model, terms: PtuTerms) -> dict[Term, PtuRate]:
    """Return the price of one PTU for every term."""
    return {term: ptu_rate(catalog, model, term, terms) for term in Term}


def pooled_cost(
    sizes: Iterable[int], reserved: int, reserved_monthly: Decimal, hourly_monthly: Decimal
) -> PooledCost:
    """Return the cost of deployments that share one reservation.

    Args:
        sizes: PTU of each deployment of one deployment type.
        reserved: PTU reserved for all of them; 0: everything by the hour.
        reserved_monthly: price of one reserved PTU for a month.
        hourly_monthly: price of one PTU by the hour for a month.
    """
    deployed = sum(sizes)
    overage = max(0, deployed - reserved)
    return PooledCost(
        deployed, reserved, product(reserved, reserved_monthly), product(overage, hourly_monthly)
    )


def check_reserved(reserved: int | None, deployed: int) -> Iterator[Statement]:
    """Yield a caution for a reservation that the deployed PTU do not use up."""
    if reserved is not None and reserved > deployed:
        yield caution(CautionId.RESERVED_ABOVE_DEPLOYED, reserved=reserved, deployed=deployed)


def _cautions(term: Term, answer: PtuPriceAnswer, place: Place) -> tuple[Statement, ...]:
    what = f"ptu_{term.value}"
    said = [price_caution(what, answer.status, answer.prices, place.region_name)]
    if answer.price is not None:
        said.append(no_region_caution(what, place, answer.prices))
    found = [each for each in said if each is not None]
    if answer.other_region:
        found.append(
            caution(
                CautionId.PRICE_FROM_OTHER_REGION,
                what=what,
                region=place.region_name,
                prices=listed(answer.prices),
            )
        )
    return tuple(found)
