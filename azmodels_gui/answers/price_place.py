# SPDX-License-Identifier: MIT
"""Where prices are stated that a place lacks: the nearest region, as an assumption to offer."""

from collections.abc import Iterator
from dataclasses import replace
from math import inf

from msgspec import Struct

from azmodels_gui.answers.answer import Message, PartialDay, message
from azmodels_gui.calculator.estimate import Estimate, payg_terms_of
from azmodels_gui.calculator.payg import payg_request
from azmodels_gui.calculator.ptu_cost import PtuTerms, ptu_rate
from azmodels_gui.calculator.ways import PAYG
from azmodels_gui.calculator.wording import Refusal
from azmodels_gui.catalog.document import Region
from azmodels_gui.catalog.fact_dates import source_dates
from azmodels_gui.catalog.facts import Price, PtuPrice
from azmodels_gui.catalog.price_lookup import ptu_prices_for
from azmodels_gui.catalog.region_alternatives import distance_km
from azmodels_gui.catalog.terms import Term


class PricePlace(Struct, frozen=True):
    """A region whose prices could be taken; taking them is an assumption, and said so."""

    region: Region
    same_zone: bool
    """True: it lies in the data zone of the deployment's region."""
    distance_km: int | None
    """From the deployment's region; None: a position is not known."""
    states: tuple[str, ...]
    """The ways to pay that it has a price for and the place has not: `payg`, terms."""
    lacks: tuple[str, ...]
    """Those that stay unknown with its prices, too."""
    as_of: PartialDay | None
    """How old the oldest of its prices is; None: not known."""

    @property
    def ptu_only(self) -> bool:
        """Tell whether only prices of PTU have to be taken from there."""
        return PAYG not in self.states

    @property
    def said(self) -> Message:
        """The offer in words."""
        names = tuple(message(f"cost_{way}") for way in self.states)
        told = {"ways": message("listed", values=names), "region": self.region.name}
        if self.distance_km is None:
            return message("price_place", **told)
        key = "price_place_zone" if self.same_zone else "price_place_far"
        return message(key, distance=self.distance_km, **told)


def price_place(found: Estimate) -> PricePlace | None:
    """Return the nearest region with a price that the estimate lacks for its place.

    One that states all that is lacking goes before one that states a part, then one in the same
    data zone, then the nearer one. None where nothing is lacking, where no region was
    chosen or another one's prices are taken already, and where no region helps.
    """
    here = found.question.deployment.region
    lacking = tuple(_lacking(found))
    if here is None or not lacking:
        return None
    best: PricePlace | None = None
    for region in _candidates(found, here):
        place = _place(found, here, region, lacking)
        if place.states and (best is None or len(place.lacks) < len(best.lacks)):
            best = place
        if best is not None and not best.lacks:
            break
    return best


def _lacking(found: Estimate) -> Iterator[str]:
    """Yield the ways whose price is not known, though what is bought is."""
    overrides = found.question.overrides
    if overrides.price_region is not None:
        return
    if found.payg_monthly is None:
        yield PAYG
    if found.sized is not None and overrides.ptu_price_region is None:
        yield from (term.value for term in found.question.terms if found.ptu_monthly[term] is None)


def _candidates(found: Estimate, here: Region) -> list[Region]:
    """Return the regions that any price in force names, the same data zone first, then nearest."""
    question = found.question
    entry, scope = question.deployment.entry, question.deployment.deployment_type.scope
    prices: tuple[Price | PtuPrice, ...] = (
        *entry.prices,
        *ptu_prices_for(entry, found.catalog),
    )
    named = {
        region
        for price in prices
        if price.scope is scope and price.in_force_on(question.day)
        for region in price.regions
    }
    named.discard(here.id)
    there = [region for region in found.catalog.regions if region.id in named]
    return sorted(there, key=lambda each: (not _same_zone(here, each), _far(here, each)))


def _place(found: Estimate, here: Region, region: Region, lacking: tuple[str, ...]) -> PricePlace:
    dates = source_dates(found.catalog)
    priced = {way: _sources(found, region, way) for way in lacking}
    stated = tuple(way for way, sources in priced.items() if sources is not None)
    days = [dates[each] for way in stated for each in priced[way] or () if each in dates]
    away = distance_km(here, region)
    return PricePlace(
        region,
        _same_zone(here, region),
        None if away is None else round(away),
        stated,
        tuple(way for way in lacking if way not in stated),
        PartialDay(min(days)) if days else None,
    )


def _sources(found: Estimate, region: Region, way: str) -> tuple[str, ...] | None:
    """Return the sources of the price of a way with a region's prices; None: it has none."""
    question = found.question
    overrides = replace(question.overrides, price_region=region, ptu_price_region=None)
    entry = question.deployment.entry
    if way != PAYG:
        terms = PtuTerms(place=question.deployment.place, day=question.day, overrides=overrides)
        rate = ptu_rate(found.catalog, entry.model, Term(way), terms)
        return None if rate.amount is None else rate.sources
    paid = payg_terms_of(found.catalog, replace(question, overrides=overrides))
    try:
        requests = [payg_request(entry, load, paid) for load in question.deployment.workloads]
    except Refusal:  # prices in several currencies
        return None
    if any(request.cost is None for request in requests):
        return None
    return tuple(source for request in requests for source in request.sources)


def _same_zone(here: Region, there: Region) -> bool:
    return here.data_zone is not None and here.data_zone == there.data_zone


def _far(here: Region, there: Region) -> float:
    away = distance_km(here, there)
    return inf if away is None else away
