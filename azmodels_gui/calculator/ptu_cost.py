# SPDX-License-Identifier: MIT
"""What PTU cost: whose price of one holds, and what they cost in a month, hourly or reserved; and
what has to be said about a price that is not simply known."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import lru_cache

from azmodels_gui.calculator.exact import product, quotient, total
from azmodels_gui.calculator.month import MONTHS_PER_YEAR, Month
from azmodels_gui.calculator.overrides import NO_OVERRIDES, Overrides, discounted
from azmodels_gui.calculator.place import Place
from azmodels_gui.calculator.statements import CautionId, Datum, Statement, caution
from azmodels_gui.catalog.document import Catalog, Model, Region
from azmodels_gui.catalog.facts import Price, PtuPrice
from azmodels_gui.catalog.price_lookup import SHARED_PRODUCTS, PriceStatus, product_of
from azmodels_gui.catalog.terms import Scope, Term, Unit

ListedPrice = Price | PtuPrice
NAMED_REGIONS = 3
LISTED_PRICES = 8

_BY_STATUS = {
    PriceStatus.UNKNOWN: CautionId.PRICE_UNKNOWN,
    PriceStatus.SECONDARY: CautionId.PRICE_SECONDARY,
    PriceStatus.CONFLICTING: CautionId.PRICE_CONFLICTING,
    PriceStatus.BY_REGION: CautionId.PRICE_BY_REGION,
    PriceStatus.ELSEWHERE: CautionId.PRICE_ELSEWHERE,
    PriceStatus.EXPIRED: CautionId.PRICE_EXPIRED,
}


def price_caution(
    what: str,
    status: PriceStatus,
    prices: Sequence[ListedPrice],
    place: Place,
    regions: Iterable[Region],
) -> Statement | None:
    """Return what the status of a price obliges to say; None for a known price.

    Args:
        what: a token category, or `ptu_hour`, `ptu_month`, `ptu_year`.
        status: what is known of the price.
        prices: the price, or those that stand in the way of one.
        place: the one asked about.
        regions: those of the catalogue, for their names.
    """
    which = _BY_STATUS.get(status)
    if which is None:
        return None
    named = listed(prices, regions)
    told: dict[str, Datum] = {"what": what, "region": place.region_name, "prices": named}
    if which is not CautionId.PRICE_EXPIRED:
        return caution(which, **told)
    return caution(which, **told, until=_last_day(prices))


def promise_caution(what: str, price: Price, regions: Iterable[Region]) -> Statement | None:
    """Return what has to be said of a promotion; None for a price without a promised end."""
    if price.at_least_until is None:
        return None
    named = listed([price], regions)
    return caution(CautionId.PRICE_PROMISED, what=what, prices=named, until=price.at_least_until)


def no_region_caution(
    what: str, place: Place, prices: Sequence[ListedPrice], regions: Iterable[Region]
) -> Statement | None:
    """Return what has to be said of a price of some places, taken where none was chosen."""
    if place.region is not None or place.scope is Scope.GLOBAL or not any(map(_places, prices)):
        return None
    return caution(CautionId.PRICE_WITHOUT_REGION, what=what, prices=listed(prices, regions))


def listed(prices: Iterable[ListedPrice], regions: Iterable[Region]) -> tuple[str, ...]:
    """Return prices in words that need no language: `1.1 USD (East US 2)`, each once.

    One of something else than a million tokens or a PTU names its unit: `0.36 USD/hour`.
    """
    by_amount: dict[tuple[Decimal, str], dict[str, None]] = {}
    for price in prices:
        places = by_amount.setdefault((price.amount.normalize(), _bought(price)), {})
        places.update(dict.fromkeys(_places(price)))
    names = {region.id: region.name for region in regions}
    return tuple(
        f"{amount:f} {bought}{_where([names.get(place, place) for place in places])}"
        for (amount, bought), places in list(by_amount.items())[:LISTED_PRICES]
    )


def _bought(price: ListedPrice) -> str:
    """Return the currency, and the unit where it does not go without saying."""
    if isinstance(price, PtuPrice) or price.unit is Unit.MILLION_TOKENS:
        return price.currency
    return f"{price.currency}/{price.unit}"


def _places(price: ListedPrice) -> tuple[str, ...]:
    zone = price.data_zone if isinstance(price, Price) else None
    return (*price.regions, *(() if zone is None else (zone,)))


def _where(names: list[str]) -> str:
    if not names:
        return ""
    more = ", ..." if len(names) > NAMED_REGIONS else ""
    return f" ({', '.join(names[:NAMED_REGIONS])}{more})"


def _last_day(prices: Iterable[ListedPrice]) -> date | str:
    ends = [price.effective_until for price in prices if price.effective_until is not None]
    return max(ends) if ends else ""


@dataclass(frozen=True)
class PtuPriceAnswer:
    """What the catalogue knows of the price of a PTU."""

    status: PriceStatus
    prices: tuple[PtuPrice, ...] = ()
    """The price; the several ones; the ended one (`EXPIRED`); those of other regions."""
    other_region: bool = False
    """True: a global price that the source states for other regions only."""

    @property
    def price(self) -> PtuPrice | None:
        """The price to reckon with; None unless there is exactly one in force."""
        usable = self.status in (PriceStatus.KNOWN, PriceStatus.SECONDARY)
        return self.prices[0] if usable else None


def ptu_price_of(
    catalog: Catalog, model: Model, place: Place, term: Term, day: date
) -> PtuPriceAnswer:
    """Return what is known of the price of one PTU for a whole term.

    A price that names the region comes first, then its ended one. The price of a global
    deployment is taken from other regions, which the answer says; those of data zones and
    regions are not. A price that names no region is a restatement and answers last. One whose
    source says no first day holds from the day of its source on: before, nobody says.
    """
    products = {product_of(model.provider, model.channel), *SHARED_PRODUCTS}
    secondary = {source.id for source in catalog.sources if source.secondary}
    asked = [
        price
        for price in catalog.ptu_prices
        if price.product in products
        and price.scope is place.scope
        and price.term is term
        and not price.superseded
    ]
    read = {source.id: source.as_of for source in catalog.sources}
    in_force = [price for price in asked if price.in_force_on(day) and _stated_by(price, day, read)]
    named = [price for price in in_force if price.regions]
    if place.region_id is None:
        return _anywhere(named, in_force, [each for each in asked if _over(each, day)], secondary)
    here = [price for price in named if place.region_id in price.regions]
    if here:
        return _one_of(here, secondary)
    ended = [price for price in asked if place.region_id in price.regions and _over(price, day)]
    if ended and place.scope is not Scope.GLOBAL:
        return PtuPriceAnswer(PriceStatus.EXPIRED, _last(ended))
    return _elsewhere(place.scope, named, in_force, secondary)


@lru_cache(maxsize=256)
def first_day(as_of: str) -> date:
    """Return the first day that a year, a month or a day can mean; `date.min` for anything else."""
    try:
        return date.fromisoformat(f"{as_of}-01-01"[:10])
    except ValueError:
        return date.min


def _stated_by(price: PtuPrice, day: date, read: Mapping[str, str]) -> bool:
    """Tell whether a price without a first day was stated by that day."""
    if price.effective_from is not None:
        return True
    return day >= min(first_day(read.get(each, "")) for each in (price.source, *price.also))


def _anywhere(
    named: list[PtuPrice],
    in_force: list[PtuPrice],
    ended: list[PtuPrice],
    secondary: set[str],
) -> PtuPriceAnswer:
    """Answer without a region: one price if all regions agree."""
    if named:
        current = _newest_by_region(named)
        if len(_amounts(current)) > 1:
            return PtuPriceAnswer(PriceStatus.BY_REGION, current)
        return _one_of(list(current), secondary)
    if in_force:
        return _one_of(in_force, secondary)
    return PtuPriceAnswer(PriceStatus.EXPIRED, _last(ended)) if ended else _nothing()


def _elsewhere(
    scope: Scope, named: list[PtuPrice], in_force: list[PtuPrice], secondary: set[str]
) -> PtuPriceAnswer:
    """Answer for a region that no source names."""
    if not in_force:
        return _nothing()
    if scope is Scope.GLOBAL:
        current = _newest_by_region(named) or tuple(in_force)
        answer = _one_of(list(current), secondary)
        return PtuPriceAnswer(answer.status, answer.prices, other_region=bool(named))
    return PtuPriceAnswer(PriceStatus.ELSEWHERE, _newest_by_region(named) or tuple(in_force))


def _one_of(prices: list[PtuPrice], secondary: set[str]) -> PtuPriceAnswer:
    """Return the newest price; primary sources go before restatements."""
    primary = [price for price in prices if price.source not in secondary]
    newest = _newest(primary or prices)
    if len(_amounts(newest)) > 1:
        return PtuPriceAnswer(PriceStatus.CONFLICTING, newest)
    return PtuPriceAnswer(PriceStatus.KNOWN if primary else PriceStatus.SECONDARY, newest)


def _newest(prices: Iterable[PtuPrice]) -> tuple[PtuPrice, ...]:
    """Keep the prices with the latest start, and those that state none: they may be newer."""
    found = list(prices)
    latest = max(map(_start, found))
    kept = [price for price in found if _start(price) == latest]
    undated = [price for price in found if price.effective_from is None]
    return tuple(dict.fromkeys([*kept, *undated]))


def _newest_by_region(prices: Iterable[PtuPrice]) -> tuple[PtuPrice, ...]:
    by_region: dict[str, list[PtuPrice]] = {}
    for price in prices:
        for region in price.regions:
            by_region.setdefault(region, []).append(price)
    return tuple(dict.fromkeys(price for each in by_region.values() for price in _newest(each)))


def _amounts(prices: Iterable[PtuPrice]) -> set[tuple[object, str]]:
    return {(price.amount, price.currency) for price in prices}


def _start(price: PtuPrice) -> date:
    return price.effective_from or date.min


def _over(price: PtuPrice, day: date) -> bool:
    return price.effective_until is not None and price.effective_until < day


def _last(prices: Iterable[PtuPrice]) -> tuple[PtuPrice, ...]:
    found = list(prices)
    last = max(price.effective_until or date.min for price in found)
    return tuple(price for price in found if (price.effective_until or date.min) == last)


def _nothing() -> PtuPriceAnswer:
    return PtuPriceAnswer(PriceStatus.UNKNOWN)


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
    return PtuRate(term, answer, amount, False, _cautions(term, answer, place, catalog.regions))


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


def _cautions(
    term: Term, answer: PtuPriceAnswer, place: Place, regions: tuple[Region, ...]
) -> tuple[Statement, ...]:
    what = f"ptu_{term.value}"
    said = [price_caution(what, answer.status, answer.prices, place, regions)]
    if answer.price is not None:
        said.append(no_region_caution(what, place, answer.prices, regions))
    found = [each for each in said if each is not None]
    if answer.other_region:
        found.append(
            caution(
                CautionId.PRICE_FROM_OTHER_REGION,
                what=what,
                region=place.region_name,
                prices=listed(answer.prices, regions),
            )
        )
    return tuple(found)
