# SPDX-License-Identifier: MIT
"""A filter in words: one piece for each thing that can be taken away again."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from azmodels_gui.catalog.query import CatalogQuery, Facet
from azmodels_gui.language.shown import tr
from azmodels_gui.language.words import N_
from azmodels_gui.qtmodels import formats

CONTEXT = "QueryWords"

_FACETS = {
    Facet.USE_CASES: N_("Use case: {value}"),
    Facet.REGIONS: N_("Region: {value}"),
    Facet.DATA_ZONES: N_("Data zone: {value}"),
    Facet.DEPLOYMENT_TYPES: N_("Deployment type: {value}"),
    Facet.PROVIDERS: N_("Provider: {value}"),
    Facet.STAGES: N_("Stage: {value}"),
    Facet.MODALITIES: N_("Modality: {value}"),
    Facet.CAPABILITIES: N_("Capability: {value}"),
}
_TEXT = N_("Search: {value}")
_BOUNDS = {
    "min_context_tokens": N_("Context from {value} tokens"),
    "max_context_tokens": N_("Context up to {value} tokens"),
    "min_input_price": N_("Input price from {value}"),
    "max_input_price": N_("Input price up to {value}"),
}
_NEWEST = N_("Newest version only")

LabelOf = Callable[[Facet, str], str]
"""Returns the words for a value of a facet, in the language on show."""


@dataclass(frozen=True)
class ActiveFilter:
    """One piece of a filter."""

    words: str
    without: CatalogQuery
    """The filter once this piece is taken away."""


def active_filters(
    query: CatalogQuery, label_of: LabelOf, language: str
) -> tuple[ActiveFilter, ...]:
    """Return the pieces of a filter in the order of the panel."""
    return tuple(_pieces(query, label_of, language))


def _pieces(query: CatalogQuery, label_of: LabelOf, language: str) -> Iterator[ActiveFilter]:
    if query.text.strip():
        yield ActiveFilter(_words(_TEXT, query.text.strip()), replace(query, text=""))
    for facet, value in query.chosen():
        without = query.with_values(facet, query.values(facet) - {value})
        yield ActiveFilter(_words(_FACETS[facet], label_of(facet, value)), without)
    for name, source in _BOUNDS.items():
        bound = getattr(query, name)
        if bound is not None:
            figure = (
                formats.number(bound, language)
                if "tokens" in name
                else formats.money(bound, language)
            )
            without = replace(query, **{name: None})  # type: ignore[arg-type]
            yield ActiveFilter(_words(source, figure), without)
    if query.newest_only:
        yield ActiveFilter(_words(_NEWEST, ""), replace(query, newest_only=False))


def _words(source: str, value: str) -> str:
    return tr(source).replace("{value}", value)
