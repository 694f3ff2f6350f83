# SPDX-License-Identifier: MIT
"""What a request costs without PTU, thing by thing: tokens, images, minutes."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from azmodels_gui.calculator.counted import COUNTED, UNITS, Count, measure_of
from azmodels_gui.calculator.exact import divided, product, total
from azmodels_gui.calculator.overrides import NO_OVERRIDES, Overrides, discounted
from azmodels_gui.calculator.place import Place, neighbours
from azmodels_gui.calculator.price_cautions import (
    listed,
    no_region_caution,
    price_caution,
    promise_caution,
)
from azmodels_gui.calculator.refusal import Refusal
from azmodels_gui.calculator.statements import CautionId, RefusalId, Statement, caution
from azmodels_gui.calculator.tokens import band_of
from azmodels_gui.calculator.workload import Workload, as_priced
from azmodels_gui.catalog.document import Region
from azmodels_gui.catalog.entry import Entry
from azmodels_gui.catalog.price_lookup import PriceAnswer, PriceQuestion, price_among
from azmodels_gui.catalog.prices import Price
from azmodels_gui.catalog.terms import PriceTier, TokenCategory, Unit


@dataclass(frozen=True)
class PaygPart:
    """One thing in a request, and what it costs."""

    count: Count
    amount: Decimal
    """Of it in one request."""
    answer: PriceAnswer
    """What the catalogue knows of the price."""
    price: Decimal | None
    """Of one `unit` after discount, or the negotiated one; None: not known."""
    given: bool
    """True: the price is the user's."""

    @property
    def category(self) -> TokenCategory:
        """What is paid for."""
        return COUNTED[self.count].category

    @property
    def unit(self) -> Unit:
        """What the price is for."""
        listed = self.listed_price
        return COUNTED[self.count].unit if listed is None else listed.unit

    @property
    def factor(self) -> tuple[int, int]:
        """From the amount to units of the price: times the first, by the second."""
        return COUNTED[self.count].each, UNITS[self.unit][1]

    @property
    def cost(self) -> Decimal | None:
        """Cost in one request; None where the price is not known."""
        if self.price is None:
            return None
        times, by = self.factor
        return divided(product(self.amount, times, self.price), by)

    @property
    def listed_price(self) -> Price | None:
        """The catalogue's price that was reckoned with."""
        return None if self.given else self.answer.price


@dataclass(frozen=True)
class PaygRequest:
    """What one request costs per token."""

    parts: tuple[PaygPart, ...]
    currency: str
    cautions: tuple[Statement, ...]

    @property
    def cost(self) -> Decimal | None:
        """Cost of one request; None where a price is missing: a part is not the whole."""
        costs = [part.cost for part in self.parts]
        known = [cost for cost in costs if cost is not None]
        return total(known) if len(known) == len(costs) else None

    @property
    def sources(self) -> tuple[str, ...]:
        """Ids of the sources of the list prices in it, each once."""
        used = (price.source for part in self.parts if (price := part.listed_price) is not None)
        return tuple(dict.fromkeys(used))


@dataclass(frozen=True, kw_only=True)
class PaygTerms:
    """Where, when and how requests are processed that are paid for per token."""

    place: Place
    day: date
    tier: PriceTier = PriceTier.STANDARD
    overrides: Overrides = NO_OVERRIDES
    regions: tuple[Region, ...] = ()
    """All regions of the catalogue, to know which ones share a data zone."""


def payg_request(entry: Entry, workload: Workload, terms: PaygTerms) -> PaygRequest:
    """Return what one request costs.

    Cached tokens have the cached price; a long request has the long price as a whole.

    Raises:
        Refusal: the prices are in several currencies.
    """
    parts = tuple(
        _part(count, amount, _answer(entry, count, workload, terms), terms)
        for count, amount in as_priced(workload, entry).amounts.items()
    )
    currencies = {price.currency for part in parts if (price := part.listed_price) is not None}
    if len(currencies) > 1:
        raise Refusal(RefusalId.CURRENCIES_MIXED, currencies=tuple(sorted(currencies)))
    cautions = tuple(said for part in parts for said in _cautions(part, terms))
    return PaygRequest(parts, next(iter(currencies), "USD"), cautions)


def _answer(entry: Entry, count: Count, workload: Workload, terms: PaygTerms) -> PriceAnswer:
    """Return what is known of a price; one in another measure is none of this thing."""
    place, counted = terms.place.priced_at(terms.overrides), COUNTED[count]
    question = PriceQuestion(
        category=counted.category,
        scope=place.scope,
        context_band=band_of(workload),
        tier=terms.tier,
        region=place.region_id,
        data_zone=place.data_zone,
        neighbours=neighbours(place, terms.regions),
    )
    prices = entry.prices_by_category.get(counted.category, ())
    measured = [price for price in prices if measure_of(price.unit) is counted.measure]
    return price_among(measured, question, terms.day)


def _part(count: Count, amount: Decimal, answer: PriceAnswer, terms: PaygTerms) -> PaygPart:
    overrides, category = terms.overrides, COUNTED[count].category
    if category in overrides.payg_prices:
        return PaygPart(count, amount, answer, overrides.payg_prices[category], given=True)
    listed = answer.price
    price = None
    if listed is not None:
        price = discounted(listed.amount, overrides.payg_discount_percent)
    return PaygPart(count, amount, answer, price, given=False)


def _cautions(part: PaygPart, terms: PaygTerms) -> list[Statement]:
    if part.given:
        return []
    answer, place = part.answer, terms.place.priced_at(terms.overrides)
    what = part.category.value
    said = [price_caution(what, answer.status, answer.prices, place.region_name)]
    if part.listed_price is not None:
        said.append(promise_caution(what, part.listed_price))
        said.append(no_region_caution(what, place, answer.prices))
    found = [each for each in said if each is not None]
    if answer.newer_elsewhere:
        newer = listed(answer.newer_elsewhere)
        found.append(caution(CautionId.PRICE_NEWER_ELSEWHERE, what=what, prices=newer))
    return found
