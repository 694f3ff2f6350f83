# SPDX-License-Identifier: MIT
"""Which country a region lies in: from Azure's name of its geography to a country.

The documents promise processing in a geography. Nearly all geographies are one country; the
two that are not are named here with the countries of their regions, as Azure's list of
regions states them (`physicalLocation`).
"""

from collections.abc import Iterable

from msgspec import Struct

from azmodels_gui.catalog.document import Catalog, Region
from azmodels_gui.catalog.part import LocalText


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


def crosses_borders(region: Region) -> bool:
    """Tell whether the geography of a region is wider than one country."""
    return region.geography in _OF_SEVERAL_COUNTRIES


def countries_of(catalog: Catalog) -> tuple[Country, ...]:
    """Return the countries with a region, by English name."""
    return tuple(sorted(_distinct(catalog.regions), key=lambda country: country.name.en))


def _distinct(regions: Iterable[Region]) -> Iterable[Country]:
    found = (country_of(region) for region in regions)
    return {country.code: country for country in found if country is not None}.values()
