# SPDX-License-Identifier: MIT
"""What has to be said about a price that is not simply known."""

from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal

from azmodels_gui.calculator.place import Place
from azmodels_gui.calculator.statements import CautionId, Datum, Statement, caution
from azmodels_gui.catalog.price_lookup import PriceStatus
from azmodels_gui.catalog.prices import Price, PtuPrice
from azmodels_gui.catalog.terms import Scope, Unit

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
    what: str, status: PriceStatus, prices: Sequence[ListedPrice], region: str
) -> Statement | None:
    """Return what the status of a price obliges to say; None for a known price.

    Args:
        what: a token category, or `ptu_hour`, `ptu_month`, `ptu_year`.
        status: what is known of the price.
        prices: the price, or those that stand in the way of one.
        region: name of the region asked about; empty: none.
    """
    which = _BY_STATUS.get(status)
    if which is None:
        return None
    told: dict[str, Datum] = {"what": what, "region": region, "prices": listed(prices)}
    if which is not CautionId.PRICE_EXPIRED:
        return caution(which, **told)
    return caution(which, **told, until=_last_day(prices))


def promise_caution(what: str, price: Price) -> Statement | None:
    """Return what has to be said of a promotion; None for a price without a promised end."""
    if price.at_least_until is None:
        return None
    return caution(
        CautionId.PRICE_PROMISED, what=what, prices=listed([price]), until=price.at_least_until
    )


def no_region_caution(what: str, place: Place, prices: Sequence[ListedPrice]) -> Statement | None:
    """Return what has to be said of a price of some places, taken where none was chosen."""
    if place.region is not None or place.scope is Scope.GLOBAL or not any(map(_places, prices)):
        return None
    return caution(CautionId.PRICE_WITHOUT_REGION, what=what, prices=listed(prices))


def listed(prices: Iterable[ListedPrice]) -> tuple[str, ...]:
    """Return prices in words that need no language: `1.1 USD (eastus2)`, each once.

    One of something else than a million tokens or a PTU names its unit: `0.36 USD/hour`.
    """
    by_amount: dict[tuple[Decimal, str], dict[str, None]] = {}
    for price in prices:
        regions = by_amount.setdefault((price.amount.normalize(), _bought(price)), {})
        regions.update(dict.fromkeys(_places(price)))
    return tuple(
        f"{amount:f} {bought}{_where(list(regions))}"
        for (amount, bought), regions in list(by_amount.items())[:LISTED_PRICES]
    )


def _bought(price: ListedPrice) -> str:
    """Return the currency, and the unit where it does not go without saying."""
    if isinstance(price, PtuPrice) or price.unit is Unit.MILLION_TOKENS:
        return price.currency
    return f"{price.currency}/{price.unit}"


def _places(price: ListedPrice) -> tuple[str, ...]:
    zone = price.data_zone if isinstance(price, Price) else None
    return (*price.regions, *(() if zone is None else (zone,)))


def _where(regions: list[str]) -> str:
    if not regions:
        return ""
    more = ", ..." if len(regions) > NAMED_REGIONS else ""
    return f" ({', '.join(regions[:NAMED_REGIONS])}{more})"


def _last_day(prices: Iterable[ListedPrice]) -> date | str:
    ends = [price.effective_until for price in prices if price.effective_until is not None]
    return max(ends) if ends else ""
