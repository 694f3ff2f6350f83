# SPDX-License-Identifier: MIT
"""A catalogue with a region for every oddity: disputed, without coordinates, without a zone."""

from datetime import date

from msgspec import convert

from azmodels_gui.catalog.document import Catalog, DataZone, Entry, Note, Region
from azmodels_gui.catalog.facts import Claim, Offer, PtuPrice
from azmodels_gui.catalog.index import CatalogIndex
from azmodels_gui.catalog.terms import Scope, Term, TokenCategory
from tests.builders import DEPLOYMENT_TYPES, TODAY, catalog, model, offer, price, text, version

GERMANY, SWEDEN, NORWAY = "germanywestcentral", "swedencentral", "norwayeast"
LONDON, LOST = "uksouth", "lostcentral"


def region(region_id: str, name: str, geography: str, **more: object) -> Region:
    parts = {"id": region_id, "name": name, "geography": geography, "geography_group": "Europe"}
    return convert({**parts, "source": "regions", **more}, Region)


REGIONS = (
    region(
        GERMANY,
        "Germany West Central",
        "Germany",
        data_zone="EU",
        latitude=50.1,
        longitude=8.7,
        paired_region="nowhere",
    ),
    region(
        SWEDEN,
        "Sweden Central",
        "Sweden",
        data_zone="EU",
        latitude=60.7,
        longitude=17.1,
        paired_region=NORWAY,
    ),
    region(
        NORWAY,
        "Norway East",
        "Norway",
        data_zone="EU",
        data_zone_disputed=True,
        latitude=59.9,
        longitude=10.8,
    ),
    region(LONDON, "UK South", "United Kingdom", latitude=50.9, longitude=-0.8),
    region(LOST, "Lost <b>Central</b>", "Europe", data_zone="EU"),
)
EU = DataZone(
    id="EU",
    name=text("EU data zone", "EU-Datenzone"),
    definitions=(
        Claim(value="Member states only", de="nur Mitgliedstaaten", source="matrix"),
        Claim(value="May include Norway", de="auch mit Norwegen", source="types"),
    ),
    note=text("Documents disagree on Norway.", "Zu Norwegen sind sie uneins."),
)
MARS = DataZone(id="MARS", name=text("Mars data zone", "Mars-Datenzone"))


def known(*offers: Offer) -> tuple[Offer, ...]:
    """Return the offers, every other deployment type known not to exist."""
    named = {each.deployment_type for each in offers}
    return (*offers, *(offer(kind.id) for kind in DEPLOYMENT_TYPES if kind.id not in named))


def sample() -> Catalog:
    """Return models in the EU zone, regional in Sweden, of unknown offer, and disputed."""
    zone = known(
        offer("DataZoneStandard", GERMANY, SWEDEN, NORWAY),
        offer("DataZoneProvisionedManaged", GERMANY),
    )
    prices = (
        price("2.50"),
        price("2.75", scope=Scope.DATA_ZONE, regions=(GERMANY,)),
        price("10", TokenCategory.OUTPUT),
        price("10", TokenCategory.OUTPUT, Scope.DATA_ZONE, regions=(GERMANY,)),
        price("1", TokenCategory.CACHED_INPUT),
        price(
            "1.1",
            TokenCategory.CACHED_INPUT,
            Scope.DATA_ZONE,
            regions=(GERMANY,),
            effective_until=date(2026, 8, 31),
        ),
    )
    return catalog(
        model("zonal", version("1", offers=zone), prices=prices, channel="azure_openai"),
        model("regional", version("1", offers=known(offer("Standard", SWEDEN)))),
        model("unheard", version("1", offers=())),
        model("disputed", version("1", offers=known(offer("Standard", disputed=(GERMANY,))))),
        regions=REGIONS,
        data_zones=(EU, MARS),
        ptu_prices=(
            _ptu_price("1.10", Scope.DATA_ZONE, effective_until="2026-08-31"),
            _ptu_price("1.00", Scope.GLOBAL),
        ),
        notes=(Note(text=text("Stored is not processed."), source="types", topic="residency"),),
    )


def _ptu_price(amount: str, scope: Scope, **more: object) -> PtuPrice:
    parts = {"product": "Azure OpenAI", "scope": scope, "term": Term.HOUR, "amount": amount}
    return convert({**parts, "regions": (GERMANY,), "source": "prices", **more}, PtuPrice)


def index() -> CatalogIndex:
    return CatalogIndex(sample(), TODAY)


def entries(found: CatalogIndex, *names: str) -> tuple[Entry, ...]:
    return tuple(entry for name in names for entry in found.entries if entry.model.id == name)
