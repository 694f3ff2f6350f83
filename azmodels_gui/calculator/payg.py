# SPDX-License-Identifier: MIT
"""What a request costs per token, category by category."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from azmodels_gui.calculator.exact import product, total
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
from azmodels_gui.calculator.tokens import band_of, tokens_by_category
from azmodels_gui.calculator.workload import Workload
from azmodels_gui.catalog.document import Region
from azmodels_gui.catalog.entry import Entry
from azmodels_gui.catalog.price_lookup import PriceAnswer, PriceQuestion, PriceStatus, price_of
from azmodels_gui.catalog.prices import Price
from azmodels_gui.catalog.terms import PriceTier, TokenCategory, Unit

PER_TOKEN = Decimal("0.000001")
"""Prices are for a million tokens."""


@dataclass(frozen=True)
class PaygPart:
    """Tokens of one category in a request, and what they cost."""

    category: TokenCategory
    tokens: Decimal
    answer: PriceAnswer
    """What the catalogue knows of the price."""
    per_million: Decimal | None
    """Price of 1M tokens after discount, or the negotiated one; None: not known."""
    given: bool
    """True: the price is the user's."""

    @property
    def cost(self) -> Decimal | None:
        """Cost in one request; None where the price is not known."""
        if self.per_million is None:
            return None
        return product(self.tokens, self.per_million, PER_TOKEN)

    @property
    def listed_price(self) -> Price | None:
        """The catalogue's price that was reckoned with."""
        return None if self.given else _usable(self.answer)


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
        _part(
            category,
            tokens,
            price_of(entry, _question(category, workload, terms), terms.day),
            terms,
        )
        for category, tokens in tokens_by_category(workload).items()
    )
    currencies = {price.currency for part in parts if (price := part.listed_price) is not None}
    if len(currencies) > 1:
        raise Refusal(RefusalId.CURRENCIES_MIXED, currencies=tuple(sorted(currencies)))
    cautions = tuple(said for part in parts for said in _cautions(part, terms))
    return PaygRequest(parts, next(iter(currencies), "USD"), cautions)


def _question(category: TokenCategory, workload: Workload, terms: PaygTerms) -> PriceQuestion:
    place = terms.place.priced_at(terms.overrides)
    return PriceQuestion(
        category=category,
        scope=place.scope,
        context_band=band_of(workload),
        tier=terms.tier,
        region=place.region_id,
        data_zone=place.data_zone,
        neighbours=neighbours(place, terms.regions),
    )


def _part(
    category: TokenCategory, tokens: Decimal, answer: PriceAnswer, terms: PaygTerms
) -> PaygPart:
    overrides = terms.overrides
    if category in overrides.payg_prices:
        return PaygPart(category, tokens, answer, overrides.payg_prices[category], given=True)
    price = _usable(answer)
    amount = None
    if price is not None:
        amount = discounted(price.amount, overrides.payg_discount_percent)
    return PaygPart(category, tokens, answer, amount, given=False)


def _usable(answer: PriceAnswer) -> Price | None:
    price = answer.price
    return price if price is not None and price.unit is Unit.MILLION_TOKENS else None


def _cautions(part: PaygPart, terms: PaygTerms) -> list[Statement]:
    if part.given:
        return []
    answer, place = part.answer, terms.place.priced_at(terms.overrides)
    status = answer.status
    if answer.price is not None and _usable(answer) is None:
        status = PriceStatus.UNKNOWN  # priced by the image or the hour: not a price of tokens
    what = part.category.value
    said = [price_caution(what, status, answer.prices, place.region_name)]
    if part.listed_price is not None:
        said.append(promise_caution(what, part.listed_price))
        said.append(no_region_caution(what, place, answer.prices))
    found = [each for each in said if each is not None]
    if answer.newer_elsewhere:
        newer = listed(answer.newer_elsewhere)
        found.append(caution(CautionId.PRICE_NEWER_ELSEWHERE, what=what, prices=newer))
    return found
