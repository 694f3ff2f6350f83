# SPDX-License-Identifier: MIT
"""Which country a region lies in: from Azure's name of its geography to a country.

The documents promise processing in a geography. Nearly all geographies are one country; the
two that are not are named here with the countries of their regions, as Azure's list of
regions states them (`physicalLocation`).
"""

from collections.abc import Iterable

from msgspec import Struct

from azmodels_gui.catalog.document import Catalog, Region
from azmodels_gui.catalog.facts import LocalText
from azmodels_gui.catalog.terms import Availability, Scope


class Country(Struct, frozen=True):
    """A country with regions in it."""

    code: str
    """ISO 3166-1 alpha-2, such as `DE`; the geography's name where none is known here."""
    name: LocalText


_CODES: dict[str, tuple[str, str]] = {
    "Australia": ("AU", "Australien"),
    "Austria": ("AT", "Österreich"),
    "Belgium": ("BE", "Belgien"),
    "Brazil": ("BR", "Brasilien"),
    "Bulgaria": ("BG", "Bulgarien"),
    "Canada": ("CA", "Kanada"),
    "Chile": ("CL", "Chile"),
    "Croatia": ("HR", "Kroatien"),
    "Cyprus": ("CY", "Zypern"),
    "Czechia": ("CZ", "Tschechien"),
    "Denmark": ("DK", "Dänemark"),
    "Estonia": ("EE", "Estland"),
    "Finland": ("FI", "Finnland"),
    "France": ("FR", "Frankreich"),
    "Germany": ("DE", "Deutschland"),
    "Greece": ("GR", "Griechenland"),
    "Hong Kong": ("HK", "Hongkong"),
    "Hungary": ("HU", "Ungarn"),
    "India": ("IN", "Indien"),
    "Indonesia": ("ID", "Indonesien"),
    "Ireland": ("IE", "Irland"),
    "Israel": ("IL", "Israel"),
    "Italy": ("IT", "Italien"),
    "Japan": ("JP", "Japan"),
    "Korea": ("KR", "Korea"),
    "Latvia": ("LV", "Lettland"),
    "Lithuania": ("LT", "Litauen"),
    "Luxembourg": ("LU", "Luxemburg"),
    "Malaysia": ("MY", "Malaysia"),
    "Malta": ("MT", "Malta"),
    "Mexico": ("MX", "Mexiko"),
    "Netherlands": ("NL", "Niederlande"),
    "New Zealand": ("NZ", "Neuseeland"),
    "Norway": ("NO", "Norwegen"),
    "Poland": ("PL", "Polen"),
    "Portugal": ("PT", "Portugal"),
    "Qatar": ("QA", "Katar"),
    "Romania": ("RO", "Rumänien"),
    "Saudi Arabia": ("SA", "Saudi-Arabien"),
    "Singapore": ("SG", "Singapur"),
    "Slovakia": ("SK", "Slowakei"),
    "Slovenia": ("SI", "Slowenien"),
    "South Africa": ("ZA", "Südafrika"),
    "Spain": ("ES", "Spanien"),
    "Sweden": ("SE", "Schweden"),
    "Switzerland": ("CH", "Schweiz"),
    "Taiwan": ("TW", "Taiwan"),
    "Thailand": ("TH", "Thailand"),
    "UAE": ("AE", "Vereinigte Arabische Emirate"),
    "United Kingdom": ("GB", "Vereinigtes Königreich"),
    "United States": ("US", "Vereinigte Staaten"),
}
ZONES_OF_ONE_COUNTRY = {"US": "US"}
"""Data zones that are a single country by every document: whoever deploys into the zone
processes in the country."""
_OF_SEVERAL_COUNTRIES = frozenset({"Europe", "Asia Pacific"})
"""Geographies in which Azure may move regional processing across a border."""
_COUNTRY_OF_REGION = {
    "eastasia": "Hong Kong",
    "northeurope": "Ireland",
    "southeastasia": "Singapore",
    "westeurope": "Netherlands",
}


def country_of(region: Region) -> Country | None:
    """Return the country of a region; None: not known."""
    name = region.geography
    if name in _OF_SEVERAL_COUNTRIES:
        name = _COUNTRY_OF_REGION.get(region.id, "")
    if not name:
        return None
    code, german = _CODES.get(name, (name, name))
    return Country(code, LocalText(en=name, de=german))


def country_name(region: Region) -> LocalText:
    """Return the name of a region's country, or of Azure's geography where that is not known."""
    country = country_of(region)
    if country is None:
        return LocalText(en=region.geography, de=region.geography)
    return country.name


def crosses_borders(region: Region) -> bool:
    """Tell whether the geography of a region is wider than one country."""
    return region.geography in _OF_SEVERAL_COUNTRIES


def keeps_data_in(country: str) -> frozenset[Scope]:
    """Return the scopes that can keep processing in a country."""
    if country in ZONES_OF_ONE_COUNTRY.values():
        return frozenset({Scope.DATA_ZONE, Scope.REGIONAL})
    return frozenset({Scope.REGIONAL})


def processed_in_country(scope: Scope, region: Region, country: str) -> Availability:
    """Tell whether a deployment in a region processes in a country, by its `Country.code`.

    CONFLICT: in its geography, which is wider than the country. UNKNOWN: nobody says which country
    the region is in, or this program does not know the scope.
    """
    if not scope.known:
        return Availability.UNKNOWN
    if scope is Scope.DATA_ZONE:
        inside = ZONES_OF_ONE_COUNTRY.get(region.data_zone or "") == country
        return yes_or_no(inside, disputed=region.data_zone_disputed)
    if scope is not Scope.REGIONAL:
        return Availability.NOT_OFFERED
    found = country_of(region)
    if found is None:
        return Availability.UNKNOWN
    return yes_or_no(found.code == country, disputed=crosses_borders(region))


def yes_or_no(inside: bool, *, disputed: bool) -> Availability:
    """Return whether something lies in a place whose borders may be disputed."""
    if not inside:
        return Availability.NOT_OFFERED
    return Availability.CONFLICT if disputed else Availability.OFFERED


def countries_of(catalog: Catalog) -> tuple[Country, ...]:
    """Return the countries with a region, by English name."""
    return tuple(sorted(_distinct(catalog.regions), key=lambda country: country.name.en))


def _distinct(regions: Iterable[Region]) -> Iterable[Country]:
    found = (country_of(region) for region in regions)
    return {country.code: country for country in found if country is not None}.values()
