# SPDX-License-Identifier: MIT
"""What a request costs without PTU, thing by thing: tokens, images, minutes."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from functools import cached_property

from azmodels_gui.calculator.counted import EVERYTHING, UNITS, Count, Period, countable, measure_of
from azmodels_gui.calculator.deployment import band_of
from azmodels_gui.calculator.exact import Number, divided, product, total_known
from azmodels_gui.calculator.overrides import NO_OVERRIDES, Overrides, discounted
from azmodels_gui.calculator.place import Place, neighbours
from azmodels_gui.calculator.ptu_cost import (
    first_day,
    listed,
    no_region_caution,
    price_caution,
    promise_caution,
)
from azmodels_gui.calculator.statements import CautionId, Datum, RefusalId, Statement, caution
from azmodels_gui.calculator.wording import Refusal
from azmodels_gui.calculator.workload import Workload, as_priced, check_number
from azmodels_gui.catalog.document import Catalog, Entry, Region
from azmodels_gui.catalog.facts import Price
from azmodels_gui.catalog.price_lookup import PriceAnswer, PriceQuestion, PriceStatus, price_among
from azmodels_gui.catalog.terms import ContextBand, PriceTier, TokenCategory, Unit

MOST_BESIDE = 10**15
"""Tokens or hours of one order; above it somebody mistyped."""


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
    gap: Statement | None = None
    """What would have a price where this has none: another variant, or another unit."""

    @property
    def category(self) -> TokenCategory:
        """What is paid for."""
        return EVERYTHING[self.count].category

    @property
    def unit(self) -> Unit:
        """What the price is for."""
        listed = self.listed_price
        return EVERYTHING[self.count].unit if listed is None else listed.unit

    @property
    def factor(self) -> tuple[int, int]:
        """From the amount to units of the price: times the first, by the second."""
        return EVERYTHING[self.count].each, UNITS[self.unit][1]

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

    @cached_property
    def cost(self) -> Decimal | None:
        """Cost of one request; None where a price is missing: a part is not the whole."""
        return total_known(part.cost for part in self.parts)

    def paid(self, every: Period) -> Decimal | None:
        """Return the cost of what is paid for so often; None where a price is missing."""
        return total_known(
            part.cost for part in self.parts if EVERYTHING[part.count].every is every
        )

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
    """All regions of the catalogue: their names, and which ones share a data zone."""


def payg_request(entry: Entry, workload: Workload, terms: PaygTerms) -> PaygRequest:
    """Return what one request costs.

    Cached tokens have the cached price; a long request has the long price as a whole.

    Raises:
        Refusal: the prices are in several currencies.
    """
    amounts = as_priced(workload, entry).amounts
    asked = _Asked(entry, terms, band_of(workload), workload.fine_tuned)
    parts = [asked.part(count, amount) for count, amount in amounts.items()]
    return _request(parts, terms)


def beside_requests(entry: Entry, amounts: Mapping[Count, Number], terms: PaygTerms) -> PaygRequest:
    """Return what is paid for beside requests, once or every month (`BESIDE_REQUESTS`).

    Training and hosting have no other processing than the standard one.

    Raises:
        Refusal: the prices are in several currencies, or an amount makes no sense.
    """
    for count, amount in amounts.items():
        check_number(count.value, Decimal(amount), MOST_BESIDE)
        embeds = EVERYTHING[count].category is TokenCategory.INPUT
        if embeds and Count.OUTPUT in countable(entry):
            raise Refusal(RefusalId.NO_EMBEDDINGS, model=entry.title)
    parts = []
    for count, amount in amounts.items():
        tuned = EVERYTHING[count].fine_tuned
        asked = replace(terms, tier=PriceTier.STANDARD) if tuned else terms
        parts.append(_Asked(entry, asked, ContextBand.SHORT, tuned).part(count, Decimal(amount)))
    return _request(parts, terms)


def _request(parts: Iterable[PaygPart], terms: PaygTerms) -> PaygRequest:
    found = tuple(parts)
    listed_prices = (part.listed_price for part in found)
    currency = one_currency(price.currency for price in listed_prices if price is not None)
    cautions = tuple(said for part in found for said in _cautions(part, terms))
    return PaygRequest(found, currency, cautions)


def one_currency(currencies: Iterable[str]) -> str:
    """Return the currency of all amounts, that of the lists where there is none.

    Raises:
        Refusal: they are in several, which are never compared or added.
    """
    found = set(currencies)
    if len(found) > 1:
        raise Refusal(RefusalId.CURRENCIES_MIXED, currencies=tuple(sorted(found)))
    return next(iter(found), "USD")


@dataclass(frozen=True)
class _Asked:
    """For which requests of a model prices are asked."""

    entry: Entry
    terms: PaygTerms
    band: ContextBand
    fine_tuned: bool

    def part(self, count: Count, amount: Decimal) -> PaygPart:
        """Return one thing with its price."""
        overrides, category = self.terms.overrides, EVERYTHING[count].category
        answer = self._answer(count, overrides.variants.get(category, ""))
        if category in overrides.payg_prices:
            return PaygPart(count, amount, answer, overrides.payg_prices[category], given=True)
        listed_price = answer.price
        if listed_price is None:
            unknown = answer.status is PriceStatus.UNKNOWN
            gap = self._gap(count) if unknown else None
            return PaygPart(count, amount, answer, None, given=False, gap=gap)
        price = discounted(listed_price.amount, overrides.payg_discount_percent)
        return PaygPart(count, amount, answer, price, given=False)

    def _answer(self, count: Count, variant: str) -> PriceAnswer:
        """Return what is known of a price; one in another measure is none of this thing."""
        terms, counted = self.terms, EVERYTHING[count]
        place = terms.place.priced_at(terms.overrides)
        question = PriceQuestion(
            category=counted.category,
            scope=place.scope,
            context_band=self.band,
            tier=terms.tier,
            region=place.region_id,
            data_zone=place.data_zone,
            neighbours=neighbours(place, terms.regions),
            fine_tuned=self.fine_tuned,
            variant=variant,
        )
        prices = self.entry.prices_by_category.get(counted.category, ())
        measured = [price for price in prices if measure_of(price.unit) is counted.measure]
        return price_among(measured, question, terms.day)

    def _gap(self, count: Count) -> Statement | None:
        """Return which variants have a price, or in which other units one is stated."""
        category = EVERYTHING[count].category
        prices = self.entry.prices_by_category.get(category, ())
        alike = [count, *(c for c in EVERYTHING if EVERYTHING[c].category is category)]
        variants = sorted({price.variant for price in prices})
        stated = {
            (other, variant)
            for other in alike
            for variant in variants
            if self._answer(other, variant).status is not PriceStatus.UNKNOWN
        }
        here = tuple(variant for variant in variants if (count, variant) in stated)
        if here:
            told: dict[str, Datum] = {"what": category.value, "variants": here}
            return caution(CautionId.PRICE_BY_VARIANT, **told, option=f"--variant {category}=...")
        units = tuple(
            dict.fromkeys(other for other in alike for each, _ in stated if each is other)
        )
        if not units:
            return None
        return caution(
            CautionId.PRICE_IN_OTHER_UNIT,
            counted=count.value,
            what=category.value,
            counts=units,
            options=tuple(other.option for other in units),
        )


def _cautions(part: PaygPart, terms: PaygTerms) -> list[Statement]:
    if part.given:
        return []
    answer, place = part.answer, terms.place.priced_at(terms.overrides)
    what, regions = part.category.value, terms.regions
    said = [part.gap or price_caution(what, answer.status, answer.prices, place, regions)]
    if part.listed_price is not None:
        said.append(promise_caution(what, part.listed_price, regions))
        said.append(no_region_caution(what, place, answer.prices, regions))
    found = [each for each in said if each is not None]
    if answer.newer_elsewhere:
        newer = listed(answer.newer_elsewhere, regions)
        found.append(caution(CautionId.PRICE_NEWER_ELSEWHERE, what=what, prices=newer))
    return found


_A_YEAR_IN_DAYS = 366


def check_days(
    catalog: Catalog, asked: date, payg: Sequence[PaygRequest], ptu: Iterable[str]
) -> Iterator[Statement]:
    """Yield a price that no source states for that day, and that all are older than a year.

    Args:
        catalog: knows when each source was read.
        asked: the day.
        payg: what was paid per token.
        ptu: ids of the sources of the prices of PTU.
    """
    read = {source.id: first_day(source.as_of) for source in catalog.sources}
    listed = [
        (part.category.value, price)
        for request in payg
        for part in request.parts
        if (price := part.listed_price) is not None
    ]
    for what, price in listed:
        since = read.get(price.source, date.min)
        if price.effective_from is None and asked < since:
            yield caution(
                CautionId.PRICE_BEFORE_SOURCE,
                what=what,
                source=price.source,
                read=since,
                asked=asked,
            )
    used = [*(price.source for _, price in listed), *ptu]
    newest = max((read.get(each, date.min) for each in used), default=date.min)
    if newest > date.min and (asked - newest).days > _A_YEAR_IN_DAYS:
        yield caution(CautionId.PRICES_OLD, read=newest, asked=asked)
