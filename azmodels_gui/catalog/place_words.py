# SPDX-License-Identifier: MIT
"""What people call places: cities, countries' usual names and data zones, English and German.

Wherever a place can be typed, these words find it: search, filters, choices of a region, commands.
"""

from collections.abc import Mapping

from azmodels_gui.catalog.countries import Country, country_of
from azmodels_gui.catalog.document import DataZone, Region

_CITIES: Mapping[str, tuple[str, ...]] = {
    "australiacentral": ("Canberra",),
    "australiacentral2": ("Canberra",),
    "australiaeast": ("New South Wales", "Sydney"),
    "australiasoutheast": ("Victoria", "Melbourne"),
    "austriaeast": ("Vienna", "Wien"),
    "belgiumcentral": ("Brussels", "Brüssel"),
    "brazilsouth": ("Sao Paulo",),
    "brazilsoutheast": ("Rio", "Rio de Janeiro"),
    "canadacentral": ("Toronto",),
    "canadaeast": ("Quebec",),
    "centralindia": ("Pune",),
    "centralus": ("Iowa",),
    "chilecentral": ("Santiago",),
    "denmarkeast": ("Copenhagen", "Kopenhagen"),
    "eastasia": ("Hong Kong",),
    "eastus": ("Virginia",),
    "eastus2": ("Virginia",),
    "francecentral": ("Paris",),
    "francesouth": ("Marseille",),
    "germanynorth": ("Berlin",),
    "germanywestcentral": ("Frankfurt", "Frankfurt am Main"),
    "indonesiacentral": ("Jakarta",),
    "italynorth": ("Milan", "Mailand", "Milano"),
    "japaneast": ("Tokyo", "Tokio", "Saitama"),
    "japanwest": ("Osaka",),
    "jioindiacentral": ("Nagpur",),
    "jioindiawest": ("Jamnagar",),
    "koreacentral": ("Seoul",),
    "koreasouth": ("Busan",),
    "malaysiawest": ("Kuala Lumpur",),
    "mexicocentral": ("Querétaro",),
    "newzealandnorth": ("Auckland",),
    "northcentralus": ("Illinois", "Chicago"),
    "northeurope": ("Dublin",),
    "norwayeast": ("Oslo",),
    "norwaywest": ("Stavanger",),
    "polandcentral": ("Warsaw", "Warschau"),
    "qatarcentral": ("Doha",),
    "southafricanorth": ("Johannesburg",),
    "southafricawest": ("Cape Town", "Kapstadt"),
    "southcentralus": ("Texas", "San Antonio"),
    "southeastasia": ("Singapore", "Singapur"),
    "southindia": ("Chennai",),
    "spaincentral": ("Madrid",),
    "swedencentral": ("Gävle", "Gavle"),
    "switzerlandnorth": ("Zurich", "Zürich"),
    "switzerlandwest": ("Geneva", "Genf"),
    "uaecentral": ("Abu Dhabi",),
    "uaenorth": ("Dubai",),
    "uksouth": ("London",),
    "ukwest": ("Cardiff",),
    "westcentralus": ("Wyoming",),
    "westeurope": ("Amsterdam",),
    "westindia": ("Mumbai",),
    "westus": ("California", "Kalifornien"),
    "westus2": ("Washington",),
    "westus3": ("Phoenix", "Arizona"),
}
"""Where a region is, as Azure's list of regions has it (`physicalLocation`), with the German name.

Where the list names a country or a state alone, the city that stands for the region follows.
"""
_COMPASS = frozenset({"North", "East", "South", "West"})
_COUNTRIES: Mapping[str, tuple[str, ...]] = {
    "AE": ("United Arab Emirates", "Emirates", "Emirate", "VAE"),
    "CH": ("Suisse", "Svizzera"),
    "CZ": ("Czech Republic",),
    "GB": ("UK", "Great Britain", "Britain", "England", "Großbritannien"),
    "KR": ("South Korea", "Südkorea"),
    "NL": ("Holland", "the Netherlands", "die Niederlande"),
    "US": ("USA", "America", "Amerika"),
}
"""By ISO code: what else a country is called."""
_ZONES: Mapping[str, tuple[str, ...]] = {
    "EU": ("Europe", "Europa", "European Union", "Europäische Union"),
    "US": ("USA",),
    "APAC": ("Asia", "Asien", "Asia Pacific", "Asien-Pazifik"),
}


def region_words(region: Region) -> tuple[str, ...]:
    """Return what else a region is called: its cities and its country."""
    country = country_of(region)
    named = () if country is None else country_words(country)
    return (*_CITIES.get(region.id, ()), *named)


def short_region(name: str) -> str:
    """Return a region's name with points of the compass but the last word as letters.

    "Germany West Central" is "Germany W. Central", "West Europe" is "W. Europe".
    """
    *words, last = name.split(" ")
    return " ".join([*(f"{word[0]}." if word in _COMPASS else word for word in words), last])


def country_words(country: Country) -> tuple[str, ...]:
    """Return what a country is called in both languages."""
    return (country.name.en, country.name.de, *_COUNTRIES.get(country.code, ()))


def zone_words(zone: DataZone) -> tuple[str, ...]:
    """Return what else a data zone is called."""
    return _ZONES.get(zone.id, ())
