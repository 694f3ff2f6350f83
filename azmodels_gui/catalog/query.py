# SPDX-License-Identifier: MIT
"""What the user asked for, as a value; and what a list can be narrowed by that is a figure.

Panel, chips, filters as text, options of `azmodels list`, sheets and the index read the records of
ranges. A range more is a member of `Asked` with its fields in `CatalogQuery`, and a record here.
"""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from decimal import Decimal
from enum import Enum, StrEnum, auto

from msgspec import Struct

from azmodels_gui.catalog.folding import laid_out
from azmodels_gui.catalog.terms import TokenCategory
from azmodels_gui.language.words import N_, Message, in_language, language_codes


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
    by an offer of any scope that is available there. With `listed_only` an offer is what the
    client's subscription lists (`Listing`), asked for even where no place is.
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
    listed_only: bool = False
    """What the client's subscription lists counts as offered, in place of what is published."""

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


Figure = int | Decimal | date
"""A bound: tokens, US dollars per 1M tokens, or a day."""


class Measure(Enum):
    """What the figures of a range count."""

    TOKENS = auto()
    PRICE = auto()
    """US dollars per 1M tokens."""
    DAY = auto()


class Bound(Struct, frozen=True):
    """One end of a range."""

    field: str
    """Of `CatalogQuery`; None there is an open end."""
    operator: str
    """Between the key and the figure in a filter as text: `context>=128000`."""
    words: Message
    """A chip, with the figure as `{value}`."""
    option: str
    """Of commands."""
    meaning: Message
    """For the help of commands."""


class RangeSpec(Struct, frozen=True):
    """All that is particular of one range."""

    asked: Asked
    key: str
    """The word before the operator in a filter as text."""
    measure: Measure
    heading: Message
    """What it is, in full."""
    section: Message
    """Over it in the panel; ranges beside each other share one."""
    low: Bound
    high: Bound | None = None
    category: TokenCategory | None = None
    """Of a price: what is paid for."""
    label: Message = Message("")
    """Before its fields, where a section has several."""

    @property
    def found_by(self) -> str:
        """All that it is called in any language, laid out for `sought_in`."""
        names = (self.heading, self.section)
        return laid_out(in_language(name, each) for name in names for each in language_codes())

    @property
    def bounds(self) -> tuple[Bound, ...]:
        """The ends that can be asked for."""
        return (self.low,) if self.high is None else (self.low, self.high)

    def asked_by(self, query: CatalogQuery) -> tuple[Figure | None, Figure | None]:
        """Return the lowest and the highest figure that a query asks for; None: open."""
        high = None if self.high is None else getattr(query, self.high.field)
        return getattr(query, self.low.field), high

    def is_asked(self, query: CatalogQuery) -> bool:
        """Tell whether a query asks for this range at all."""
        return self.asked_by(query) != (None, None)


_PRICE = N_("Price ($ per 1M tokens)")
RANGES: Mapping[Asked, RangeSpec] = {
    spec.asked: spec
    for spec in (
        RangeSpec(
            Asked.PRICE,
            "price",
            Measure.PRICE,
            N_("Input price ($ per 1M tokens)"),
            _PRICE,
            Bound(
                "min_input_price",
                ">=",
                N_("Input price from {value} per 1M tokens"),
                "min-input-price",
                N_("lowest price in US dollars per 1M input tokens, for the place asked about"),
            ),
            Bound(
                "max_input_price",
                "<=",
                N_("Input price up to {value} per 1M tokens"),
                "max-input-price",
                N_("highest price per 1M input tokens"),
            ),
            category=TokenCategory.INPUT,
            label=N_("Input"),
        ),
        RangeSpec(
            Asked.OUTPUT_PRICE,
            "output-price",
            Measure.PRICE,
            N_("Output price ($ per 1M tokens)"),
            _PRICE,
            Bound(
                "min_output_price",
                ">=",
                N_("Output price from {value} per 1M tokens"),
                "min-output-price",
                N_("lowest price per 1M output tokens"),
            ),
            Bound(
                "max_output_price",
                "<=",
                N_("Output price up to {value} per 1M tokens"),
                "max-output-price",
                N_("highest price per 1M output tokens"),
            ),
            category=TokenCategory.OUTPUT,
            label=N_("Output"),
        ),
        RangeSpec(
            Asked.RETIREMENT,
            "retires",
            Measure.DAY,
            N_("Retires after"),
            N_("Retires after"),
            Bound(
                "retires_after",
                ">",
                N_("Retires after {value}"),
                "retires-after",
                N_("retired later than this day, as 2027-07-31; without a date it is unknown"),
            ),
        ),
        RangeSpec(
            Asked.CONTEXT,
            "context",
            Measure.TOKENS,
            N_("Context window (tokens)"),
            N_("Context window (tokens)"),
            Bound(
                "min_context_tokens",
                ">=",
                N_("Context from {value} tokens"),
                "min-context",
                N_("smallest context window in tokens"),
            ),
            Bound(
                "max_context_tokens",
                "<=",
                N_("Context up to {value} tokens"),
                "max-context",
                N_("largest context window in tokens"),
            ),
        ),
    )
}
"""In the order of the panel."""
PRICE_RANGES = tuple(spec for spec in RANGES.values() if spec.measure is Measure.PRICE)
"""Ranges whose figures depend on the deployments that are asked for."""


def bounds_asked(query: CatalogQuery) -> Iterator[tuple[RangeSpec, Bound, Figure]]:
    """Yield every bound that a query asks for, in the order of the panel."""
    for spec in RANGES.values():
        for bound in spec.bounds:
            figure = getattr(query, bound.field)
            if figure is not None:
                yield spec, bound, figure
