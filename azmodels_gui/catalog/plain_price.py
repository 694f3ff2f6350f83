# SPDX-License-Identifier: MIT
"""One price to stand for an entry under a filter: the lowest plain one of the deployments that fit.

"Plain" is the price per 1M tokens of a short request to a model that is not fine-tuned. What a
deployment costs is said by `price_lookup.price_of`, here as in the calculator.
"""

from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import date
from decimal import Decimal
from functools import lru_cache

from msgspec import Struct
from msgspec.structs import replace

from azmodels_gui.catalog.deployment_masks import deployments_asked
from azmodels_gui.catalog.document import Catalog, Entry, Region
from azmodels_gui.catalog.facts import Price
from azmodels_gui.catalog.price_lookup import PriceAnswer, PriceQuestion, PriceStatus, price_among
from azmodels_gui.catalog.query import CatalogQuery
from azmodels_gui.catalog.terms import Availability, Billing, PriceTier, Scope, TokenCategory, Unit

_PAID_FIRST = (Billing.PAYG, Billing.BATCH, Billing.PROVISIONED)
"""A price per token is asked of the first of these ways to pay that a filter has. Who asks for
PTU alone sees what the same processing costs per token."""

KEPT_FILTERS = 200
"""So many filters are remembered: a count asks for one with each region and type."""


class _Way(Struct, frozen=True):
    """One deployment type, and the regions it is asked for in."""

    kind: str
    scope: Scope
    tier: PriceTier
    places: tuple[tuple[Region, bool], ...] | None
    """Regions, and whether they surely meet the filter; None: anywhere."""


class PriceWays:
    """The deployments whose price is asked for: all, or those that a filter lets through."""

    def __init__(self, query: CatalogQuery, catalog: Catalog) -> None:
        self._ways = None if query.place.is_empty else tuple(_ways(query, catalog))

    def questions(
        self, entry: Entry, category: TokenCategory, stated: Collection[Price]
    ) -> Iterator[PriceQuestion]:
        """Yield what has to be asked: one question where several would have the same answer."""
        scopes: dict[Scope, list[tuple[str | None, frozenset[str]]]] = {}
        for price in stated:
            place = (price.data_zone, region_set(price.regions))
            scopes.setdefault(price.scope or Scope.GLOBAL, []).append(place)
        if self._ways is None:
            for scope in Scope:
                if scope in scopes:
                    yield PriceQuestion(category=category, scope=scope)
            return
        asked = set()
        for way, region in self._deployments(entry, scopes):
            places = scopes[way.scope]
            alike = tuple(_names(*place, region) for place in places) if region else ()
            key = (way.scope, way.tier, alike)
            if key not in asked:
                asked.add(key)
                yield PriceQuestion(
                    category=category,
                    scope=way.scope,
                    tier=way.tier,
                    region=region.id if region else None,
                    data_zone=region.data_zone if region else None,
                )

    def _deployments(
        self, entry: Entry, scopes: Collection[Scope]
    ) -> list[tuple[_Way, Region | None]]:
        """Return the deployments that are offered; where none is, those that may be; else all."""
        offered: list[tuple[_Way, Region | None]] = []
        unsure: list[tuple[_Way, Region | None]] = []
        rest: list[tuple[_Way, Region | None]] = []
        for way in self._ways or ():
            if way.scope not in scopes:
                continue
            if way.places is None:
                rest.append((way, None))
                continue
            offer = entry.offers.get(way.kind)
            for region, sure in way.places:
                known = Availability.UNKNOWN if offer is None else offer.in_region(region.id)
                deployment = (way, region)
                if known is Availability.NOT_OFFERED:
                    rest.append(deployment)
                elif known is Availability.OFFERED and sure:
                    offered.append(deployment)
                else:
                    unsure.append(deployment)
        return offered or unsure or rest


class KeptPrices:
    """Prices of the rows of a catalogue under the filters asked last, each found once."""

    def __init__(
        self, catalog: Catalog, entries: Sequence[Entry], category: TokenCategory, day: date
    ) -> None:
        self._catalog, self._entries = catalog, entries
        self._category, self._day = category, day
        self._kept: dict[CatalogQuery, tuple[PriceWays, dict[int, Decimal | None]]] = {}

    def of_all(self, query: CatalogQuery) -> list[Decimal | None]:
        """Return the price of every row; None: unknown."""
        return self.of(query, range(len(self._entries)))

    def of(self, query: CatalogQuery, rows: Iterable[int]) -> list[Decimal | None]:
        """Return the price of some rows; None: unknown."""
        asked = query.place
        if asked not in self._kept:
            while len(self._kept) >= KEPT_FILTERS:
                self._kept.pop(next(iter(self._kept)))
            self._kept[asked] = (PriceWays(asked, self._catalog), {})
        ways, found = self._kept[asked]
        told = []
        for row in rows:
            if row not in found:
                price = plain_price(self._entries[row], self._category, ways, self._day).price
                found[row] = None if price is None else price.amount
            told.append(found[row])
        return told


def plain_price(
    entry: Entry, category: TokenCategory, ways: PriceWays, day: date, currency: str = "USD"
) -> PriceAnswer:
    """Return the lowest plain price that holds on a day; without one, the last that ended.

    Of `KNOWN`, `SECONDARY` and `EXPIRED` one price is named. Prices of secondary sources count
    only where no primary source has one; prices of variants only where there is no other.
    """
    stated = [
        price
        for price in entry.prices_by_category.get(category, ())
        if is_plain(price) and price.currency == currency
    ]
    if not stated:
        return PriceAnswer(PriceStatus.UNKNOWN)
    asked = tuple(ways.questions(entry, category, stated))
    found = _lowest([price_among(stated, question, day) for question in asked])
    if found.status is not PriceStatus.UNKNOWN:
        return found
    variants = dict.fromkeys(price.variant for price in stated if price.variant)
    questions = (replace(each, variant=variant) for variant in variants for each in asked)
    return _lowest([price_among(stated, question, day) for question in questions])


def is_plain(price: Price) -> bool:
    """Tell whether it is a price per 1M tokens, not fine-tuned, of a scope we know."""
    return (
        price.unit is Unit.MILLION_TOKENS
        and not price.fine_tuned
        and (price.scope is None or price.scope.known)
    )


def _lowest(answers: Iterable[PriceAnswer]) -> PriceAnswer:
    by_status: dict[PriceStatus, list[PriceAnswer]] = {}
    holding = []
    for answer in answers:
        if answer.status in _HOLDING:
            holding += [(price.secondary, price.amount, price, answer) for price in answer.prices]
        by_status.setdefault(answer.status, []).append(answer)
    if holding:
        secondary, _, price, answer = min(holding, key=lambda each: each[:2])
        if answer.status is PriceStatus.CONFLICTING:
            return answer
        status = PriceStatus.SECONDARY if secondary else PriceStatus.KNOWN
        return PriceAnswer(status, (price,), answer.ended, answer.newer_elsewhere)
    ended = [price for each in by_status.get(PriceStatus.EXPIRED, ()) for price in each.prices]
    if ended:
        last = max(price.effective_until or date.min for price in ended)
        same = [price for price in ended if price.effective_until == last]
        one = (min(same, key=lambda price: (price.secondary, price.amount)),)
        return PriceAnswer(PriceStatus.EXPIRED, one, one)
    elsewhere = by_status.get(PriceStatus.ELSEWHERE)
    return elsewhere[0] if elsewhere else PriceAnswer(PriceStatus.UNKNOWN)


_HOLDING = frozenset(
    {
        *(PriceStatus.KNOWN, PriceStatus.SECONDARY),
        *(PriceStatus.BY_REGION, PriceStatus.CONFLICTING),
    }
)


def _ways(query: CatalogQuery, catalog: Catalog) -> Iterator[_Way]:
    places: dict[str, list[tuple[Region, bool]]] = {}
    somewhere = bool(query.regions or query.data_zones or query.countries)
    if somewhere:
        regions = {region.id: region for region in catalog.regions}
        for name, region, place in deployments_asked(query, catalog):
            places.setdefault(name, []).append((regions[region], place is Availability.OFFERED))
    kinds = catalog.deployment_types
    asked = query.deployment_types or {kind.id for kind in kinds if kind.billing is Billing.PAYG}
    chosen = [kind for kind in kinds if kind.scope.known and kind.id in asked]
    paid = {kind.billing for kind in chosen}
    first = next((each for each in _PAID_FIRST if each in paid), None)
    for kind in chosen:
        if kind.billing is first:
            tier = PriceTier.BATCH if kind.billing is Billing.BATCH else PriceTier.STANDARD
            here = tuple(places.get(kind.id, ())) if somewhere else None
            yield _Way(kind.id, kind.scope, tier, here)


def _names(data_zone: str | None, regions: frozenset[str], region: Region) -> bool:
    """Tell whether a price states that it is for a region, or its data zone."""
    if regions:
        return region.id in regions
    return data_zone is not None and data_zone == region.data_zone


@lru_cache(maxsize=4096)
def region_set(listed: tuple[str, ...]) -> frozenset[str]:
    """Return a list of regions as a set; prices share a few such lists."""
    return frozenset(listed)
