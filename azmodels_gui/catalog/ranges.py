# SPDX-License-Identifier: MIT
"""What a list of entries can be narrowed by that is a figure: a record for each range.

Panel, chips, filters as text, options of `azmodels list`, sheets and the index read these records.
A range more is a member of `Asked` with its fields in `CatalogQuery`, and a record here.
"""

from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal
from enum import Enum, auto

from msgspec import Struct

from azmodels_gui.catalog.folding import laid_out
from azmodels_gui.catalog.query import Asked, CatalogQuery
from azmodels_gui.catalog.terms import TokenCategory
from azmodels_gui.language.words import N_, Message, in_language, language_codes

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
