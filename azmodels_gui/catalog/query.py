# SPDX-License-Identifier: MIT
"""What the user asked for, as a value, and the plain rule that says whether an entry fits."""

from collections.abc import Iterable, Iterator
from datetime import date
from decimal import Decimal
from enum import StrEnum

from msgspec import Struct


class Facet(StrEnum):
    """What a list of entries can be narrowed by; each is a set of ids in `CatalogQuery`."""

    USE_CASES = "use_cases"
    REGIONS = "regions"
    DATA_ZONES = "data_zones"
    COUNTRIES = "countries"
    DEPLOYMENT_TYPES = "deployment_types"
    PROVIDERS = "providers"
    STAGES = "stages"
    MODALITIES = "modalities"
    CAPABILITIES = "capabilities"


class Asked(StrEnum):
    """What a query asks of an entry, each answered by itself: yes, no or unknown."""

    TEXT = "text"
    NEWEST = "newest"
    USABLE = "usable"
    AVAILABILITY = "availability"
    """Region, data zone, country and deployment type together."""
    USE_CASES = "use_cases"
    PROVIDERS = "providers"
    STAGES = "stages"
    MODALITIES = "modalities"
    CAPABILITIES = "capabilities"
    CONTEXT = "context"
    PRICE = "price"
    OUTPUT_PRICE = "output_price"
    RETIREMENT = "retirement"


LEVEL = "="
"""Between a capability and one of its levels in `Facet.CAPABILITIES`: `reasoning-effort=high`."""
UNKNOWN_STAGE = "unknown"
"""Value of `Facet.STAGES` for entries of which no source states a stage."""
PAST_DATE = "past_date"
"""Value of `Facet.STAGES` for entries whose retirement date has passed on the day asked."""


class CatalogQuery(Struct, frozen=True):
    """A filter. Values inside one facet are "or", facets are "and"; empty accepts all.

    Regions, data zones, countries and deployment types belong together: one offer must satisfy all
    of them, in one region (`tests/catalog/plain_rule.py` has the rule in full). A data zone is
    satisfied by an offer of data-zone or regional scope that is available in a region of that zone
    (so that processing stays inside the zone), a country by a regional one in the country; a region
    by an offer of any scope that is available there.
    """

    text: str = ""
    """A name as it is remembered, or words of what a model is for and can do (`TextSearch`)."""
    use_cases: frozenset[str] = frozenset()
    regions: frozenset[str] = frozenset()
    data_zones: frozenset[str] = frozenset()
    countries: frozenset[str] = frozenset()
    """Codes of countries that processing must not leave (`countries.Country`)."""
    deployment_types: frozenset[str] = frozenset()
    providers: frozenset[str] = frozenset()
    stages: frozenset[str] = frozenset()
    modalities: frozenset[str] = frozenset()
    """`in:text`, `out:audio` ..."""
    capabilities: frozenset[str] = frozenset()
    min_context_tokens: int | None = None
    max_context_tokens: int | None = None
    min_input_price: Decimal | None = None
    """USD per 1M input tokens (lowest standard price in force); unknown does not fit."""
    max_input_price: Decimal | None = None
    min_output_price: Decimal | None = None
    """The same for 1M output tokens."""
    max_output_price: Decimal | None = None
    retires_after: date | None = None
    """Retired later than this day; what has no date may or may not be."""
    newest_only: bool = False
    """Only the newest version of each model."""
    usable_only: bool = False
    """Without what is retired or past its retirement date."""

    @property
    def is_empty(self) -> bool:
        """Tell whether it accepts every entry."""
        return self == CatalogQuery()

    @property
    def place(self) -> "CatalogQuery":
        """The part that asks for deployments: where, and of which type."""
        return CatalogQuery(
            regions=self.regions,
            data_zones=self.data_zones,
            countries=self.countries,
            deployment_types=self.deployment_types,
        )

    def values(self, facet: Facet) -> frozenset[str]:
        """Return the values chosen in one facet."""
        chosen: frozenset[str] = getattr(self, facet.value)
        return chosen

    def with_values(self, facet: Facet, values: Iterable[str]) -> "CatalogQuery":
        """Return the query with other values in one facet."""
        asked = {name: getattr(self, name) for name in self.__struct_fields__}
        return CatalogQuery(**(asked | {facet.value: frozenset(values)}))

    def chosen(self) -> Iterator[tuple[Facet, str]]:
        """Yield every chosen value with its facet, sorted inside the facet."""
        return ((facet, value) for facet in Facet for value in sorted(self.values(facet)))
