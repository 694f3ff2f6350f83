# SPDX-License-Identifier: MIT
"""A filter in words: a piece for each thing that can be taken away, and what it drops unknown."""

from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal

from msgspec import Struct
from msgspec.structs import replace

from azmodels_gui.catalog.document import Catalog
from azmodels_gui.catalog.facets import FACETS, places_named, value_names
from azmodels_gui.catalog.index import QueryResult
from azmodels_gui.catalog.query import Asked, CatalogQuery, Facet, Figure, Measure, bounds_asked
from azmodels_gui.language import figures
from azmodels_gui.language.words import N_, Message, in_language

_LABELLED = N_("{label}: {value}")
_TEXT, _SIMILAR = N_("Search: {value}"), N_("Similar to: {value}")
_SWITCHES = {
    "newest_only": N_("Newest version only"),
    "usable_only": N_("Only usable"),
    "listed_only": N_("What we may deploy"),
}
_OR = N_(" or ")


class ActiveFilter(Struct, frozen=True):
    """One piece of a filter."""

    words: str
    without: CatalogQuery
    """The filter once this piece is taken away."""


class OfferedFilter(Struct, frozen=True):
    """A filter that may be meant."""

    words: str
    query: CatalogQuery
    """The filter once it is taken."""


def offered_places(
    query: CatalogQuery, catalog: Catalog, language: str
) -> tuple[OfferedFilter, ...]:
    """Return the places that the text names, as filters."""
    found = []
    for place in places_named(query, catalog):
        names = value_names(place.facet, catalog, language)
        told = in_language(_OR, language).join(map(names, sorted(place.values)))
        found.append(OfferedFilter(_labelled(place.facet, told, language), place.query))
    return tuple(found)


def active_filters(
    query: CatalogQuery, catalog: Catalog, language: str, *, similar: bool = False
) -> tuple[ActiveFilter, ...]:
    """Return the pieces of a filter: what is sought, a piece for each value, ranges, switches.

    Args:
        query: the filter.
        catalog: whose names are told.
        language: of the words.
        similar: nothing is called as the text says, but for a typing error.
    """
    return tuple(_pieces(query, catalog, language, similar=similar))


def filters_in_words(
    query: CatalogQuery, catalog: Catalog, language: str, *, similar: bool = False
) -> tuple[str, ...]:
    """Return a line for each thing a filter asks for, but for regions: sheets name them on top."""
    lines = []
    for facet in FACETS:
        chosen = sorted(query.values(facet))
        if chosen and facet is not Facet.REGIONS:
            names = value_names(facet, catalog, language)
            told = in_language(_OR, language).join(map(names, chosen))
            lines.append(_labelled(facet, told, language))
    others = (piece.words for piece in _others(query, language))
    text = (piece.words for piece in _text(query, language, similar=similar))
    return (*text, *lines, *others)


def _pieces(
    query: CatalogQuery, catalog: Catalog, language: str, *, similar: bool
) -> Iterator[ActiveFilter]:
    yield from _text(query, language, similar=similar)
    for facet in FACETS:
        chosen = query.values(facet)
        if chosen:
            names = value_names(facet, catalog, language)
            for value in sorted(chosen):
                words = _labelled(facet, names(value), language)
                yield ActiveFilter(words, query.with_values(facet, chosen - {value}))
    yield from _others(query, language)


def _text(query: CatalogQuery, language: str, *, similar: bool) -> Iterator[ActiveFilter]:
    if query.text.strip():
        words = _filled(_SIMILAR if similar else _TEXT, query.text.strip(), language)
        yield ActiveFilter(words, replace(query, text=""))


def _others(query: CatalogQuery, language: str) -> Iterator[ActiveFilter]:
    for spec, bound, figure in bounds_asked(query):
        told = _filled(bound.words, _figure(spec.measure, figure, language), language)
        yield ActiveFilter(told, replace(query, **{bound.field: None}))
    for name, words in _SWITCHES.items():
        if getattr(query, name):
            yield ActiveFilter(in_language(words, language), replace(query, **{name: False}))


def _labelled(facet: Facet, value: str, language: str) -> str:
    label = in_language(FACETS[facet].words, language)
    return in_language(_LABELLED, language).replace("{label}", label).replace("{value}", value)


def _filled(words: Message, value: str, language: str) -> str:
    return in_language(words, language).replace("{value}", value)


def _figure(measure: Measure, figure: Figure, language: str) -> str:
    """Return tokens, a day, or a price: bounds are in the catalogue's currency."""
    if isinstance(figure, date):
        return figures.day(figure, language)
    if measure is Measure.TOKENS:
        return figures.number(figure, language)
    return figures.kept_together(figures.unit_price(Decimal(figure), "USD", language))


_QUESTIONS: Mapping[Asked, Message] = {
    Asked.AVAILABILITY: N_("the offer there"),
    Asked.STAGES: N_("the stage"),
    Asked.MODALITIES: N_("the modality"),
    Asked.CAPABILITIES: N_("the capability"),
    Asked.CONTEXT: N_("the context window"),
    Asked.PRICE: N_("the price"),
    Asked.OUTPUT_PRICE: N_("the output price"),
    Asked.RETIREMENT: N_("the retirement date"),
}
"""What can be unknown; the other questions always have an answer."""
_ONE: Message = N_("1 more entry of which {what} is unknown")
_SEVERAL: Message = N_("{count} more entries of which {what} is unknown")


def unknown_told(result: QueryResult, language: str) -> str:
    """Return "7 more entries of which the offer there is unknown"; empty where there is none."""
    count = result.unknown
    if not count:
        return ""
    asked = (in_language(_QUESTIONS[each], language) for each in result.unknown_counts)
    what = in_language(_OR, language).join(asked)
    return in_language(_ONE if count == 1 else _SEVERAL, language).format(count=count, what=what)
