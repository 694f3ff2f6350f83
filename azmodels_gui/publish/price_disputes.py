# SPDX-License-Identifier: MIT
"""Data-zone deployments that the matrices deny and the price lists price."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from azmodels_gui.catalog.facts import Offer
from azmodels_gui.catalog.part import Claim, Conflict, LocalText
from azmodels_gui.catalog.prices import Price, PtuPrice
from azmodels_gui.catalog.terms import (
    DATA_ZONE_BATCH,
    DATA_ZONE_PROVISIONED,
    DATA_ZONE_STANDARD,
    Availability,
    PriceTier,
    Scope,
)
from azmodels_gui.publish.data_zones import ZoneRule
from azmodels_gui.publish.facts import MatrixFact

SKUS = {PriceTier.STANDARD: DATA_ZONE_STANDARD, PriceTier.BATCH: DATA_ZONE_BATCH}

NOTE = LocalText(
    en="The region matrix offers no such deployment here, but prices for it are in force. "
    "Ask Microsoft before you plan with it.",
    de="Die Regionstabelle nennt hier kein solches Angebot, es gelten aber Preise dafür. "
    "Klären Sie das mit Microsoft, bevor Sie damit planen.",
)


@dataclass(frozen=True)
class Priced:
    """A region for which a price of a data-zone deployment is in force."""

    region: str
    since: date | None
    """First day of the price; None: the source does not say."""
    source: str


@dataclass(frozen=True)
class Denial:
    """The matrix that says otherwise."""

    source: str
    as_of: date


def dispute_by_prices(
    offers: Sequence[Offer],
    prices: Iterable[Price],
    zones: Sequence[ZoneRule],
    matrices: Sequence[MatrixFact],
) -> tuple[tuple[Offer, ...], tuple[Conflict, ...]]:
    """Mark regions of a version as disputed where its data-zone prices contradict its offers.

    Only zones of which the rules say so (`prices_contradict`), only prices of the model itself
    that hold on the matrix's day or later, and only where the matrix denies the offer: unknown
    stays unknown. Prices for fine-tuned models and from secondary lists do not count.
    """
    found = list(prices)
    priced = {
        sku: [
            Priced(region, price.effective_from, price.source)
            for price in found
            if SKUS.get(price.tier) == sku
            and price.scope is Scope.DATA_ZONE
            and not (price.fine_tuned or price.secondary)
            and _after(price.effective_until, _denial(sku, offers, matrices))
            for region in price.regions
        ]
        for sku in SKUS.values()
    }
    return _dispute(offers, priced, zones, matrices)


def dispute_by_ptu_prices(
    offers: Sequence[Offer],
    ptu_prices: Iterable[PtuPrice],
    zones: Sequence[ZoneRule],
    matrices: Sequence[MatrixFact],
) -> tuple[tuple[Offer, ...], tuple[Conflict, ...]]:
    """Do the same for provisioned deployments, whose prices are those of a whole product.

    Pass the prices of the model's product only. They say something of a version that is
    offered as data-zone PTU at all, in whatever region; of others they say nothing.
    """
    offered = any(
        offer.available for offer in offers if offer.deployment_type == DATA_ZONE_PROVISIONED
    )
    denial = _denial(DATA_ZONE_PROVISIONED, offers, matrices)
    priced = [
        Priced(region, price.effective_from, price.source)
        for price in ptu_prices
        if offered
        and price.scope is Scope.DATA_ZONE
        and not price.superseded
        and _after(price.effective_until, denial)
        for region in price.regions
    ]
    return _dispute(offers, {DATA_ZONE_PROVISIONED: priced}, zones, matrices)


def _denial(sku: str, offers: Iterable[Offer], matrices: Iterable[MatrixFact]) -> Denial | None:
    """Return the newest matrix that the offer stands on."""
    sources = {name for offer in offers if offer.deployment_type == sku for name in offer.sources}
    days = [
        Denial(matrix.source, matrix.as_of)
        for matrix in matrices
        if matrix.deployment_type == sku and matrix.source in sources
    ]
    return max(days, key=lambda denial: (denial.as_of, denial.source), default=None)


def _after(effective_until: date | None, denial: Denial | None) -> bool:
    return effective_until is None or denial is None or denial.as_of <= effective_until


def _dispute(
    offers: Sequence[Offer],
    priced: Mapping[str, Sequence[Priced]],
    zones: Sequence[ZoneRule],
    matrices: Sequence[MatrixFact],
) -> tuple[tuple[Offer, ...], tuple[Conflict, ...]]:
    disputed: list[Offer] = []
    conflicts: list[Conflict] = []
    for offer in offers:
        sku = offer.deployment_type
        denial = _denial(sku, offers, matrices)
        regions: set[str] = set()
        for zone in zones if denial is not None else ():
            inside = [item for item in priced.get(sku, ()) if item.region in zone.disputed_regions]
            denied = _denied(offer, _regions(zone, inside))
            if denial is not None and denied:
                regions |= denied
                conflicts.append(_conflict(sku, denial, inside, denied))
        together = tuple(sorted({*offer.disputed, *regions}))
        disputed.append(offer.but(disputed=together))
    return tuple(disputed), tuple(conflicts)


def _regions(zone: ZoneRule, priced: Collection[Priced]) -> set[str]:
    """Return the priced regions, and with them those whose prices nobody could look up."""
    regions = {item.region for item in priced}
    return regions | set(zone.without_price_list) if regions else regions


def _denied(offer: Offer, regions: Iterable[str]) -> set[str]:
    return {name for name in regions if offer.in_region(name) is Availability.NOT_OFFERED}


def _conflict(
    sku: str, denial: Denial, priced: Iterable[Priced], denied: Iterable[str]
) -> Conflict:
    day = denial.as_of.isoformat()
    denied_claim = Claim(
        value=f"not offered (as of {day})",
        de=f"nicht angeboten (Stand {day})",
        source=denial.source,
    )
    claims = [denied_claim]
    by_source: dict[str, list[Priced]] = {}
    for item in priced:
        by_source.setdefault(item.source, []).append(item)
    for source in sorted(by_source):
        names = ", ".join(sorted({item.region for item in by_source[source]}))
        days = [item.since for item in by_source[source] if item.since is not None]
        since, seit = (f" {word} {min(days)}" if days else "" for word in ("since", "seit"))
        value, german = f"priced{since}: {names}", f"Preis{seit}: {names}"
        claims.append(Claim(value=value, de=german, source=source))
    return Conflict(
        about=f"availability:{sku}",
        claims=tuple(claims),
        note=NOTE,
        regions=tuple(sorted(denied)),
    )
