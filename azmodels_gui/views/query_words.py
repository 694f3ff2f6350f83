# SPDX-License-Identifier: MIT
"""A filter in words: one piece for each thing that can be taken away again."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from azmodels_gui.catalog.query import CatalogQuery, Facet
from azmodels_gui.qtmodels import formats
from azmodels_gui.qtmodels.formats import Language

CONTEXT = "QueryWords"

_FACETS = {
    Facet.USE_CASES: QT_TRANSLATE_NOOP("QueryWords", "Use case: {value}"),
    Facet.REGIONS: QT_TRANSLATE_NOOP("QueryWords", "Region: {value}"),
    Facet.DATA_ZONES: QT_TRANSLATE_NOOP("QueryWords", "Data zone: {value}"),
    Facet.DEPLOYMENT_TYPES: QT_TRANSLATE_NOOP("QueryWords", "Deployment type: {value}"),
    Facet.PROVIDERS: QT_TRANSLATE_NOOP("QueryWords", "Provider: {value}"),
    Facet.STAGES: QT_TRANSLATE_NOOP("QueryWords", "Stage: {value}"),
    Facet.MODALITIES: QT_TRANSLATE_NOOP("QueryWords", "Modality: {value}"),
    Facet.CAPABILITIES: QT_TRANSLATE_NOOP("QueryWords", "Capability: {value}"),
}
_TEXT = QT_TRANSLATE_NOOP("QueryWords", "Search: {value}")
_BOUNDS = {
    "min_context_tokens": QT_TRANSLATE_NOOP("QueryWords", "Context from {value} tokens"),
    "max_context_tokens": QT_TRANSLATE_NOOP("QueryWords", "Context up to {value} tokens"),
    "min_input_price": QT_TRANSLATE_NOOP("QueryWords", "Input price from {value}"),
    "max_input_price": QT_TRANSLATE_NOOP("QueryWords", "Input price up to {value}"),
}
_NEWEST = QT_TRANSLATE_NOOP("QueryWords", "Newest version only")

LabelOf = Callable[[Facet, str], str]
"""Returns the words for a value of a facet, in the language on show."""


@dataclass(frozen=True)
class ActiveFilter:
    """One piece of a filter."""

    words: str
    without: CatalogQuery
    """The filter once this piece is taken away."""


def active_filters(
    query: CatalogQuery, label_of: LabelOf, language: Language
) -> tuple[ActiveFilter, ...]:
    """Return the pieces of a filter in the order of the panel."""
    return tuple(_pieces(query, label_of, language))


def _pieces(query: CatalogQuery, label_of: LabelOf, language: Language) -> Iterator[ActiveFilter]:
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


def _words(source: object, value: str) -> str:
    return QCoreApplication.translate(CONTEXT, str(source)).replace("{value}", value)
