# SPDX-License-Identifier: MIT
"""A filter in the words of a sheet, whatever language the window speaks."""

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal

from azmodels_gui.catalog.document import CapabilityKind, Catalog, DataZone, DeploymentType, UseCase
from azmodels_gui.catalog.query import PAST_DATE, UNKNOWN_STAGE, CatalogQuery, Facet
from azmodels_gui.catalog.terms import Stage
from azmodels_gui.language import figures
from azmodels_gui.reports.conversion import BASE
from azmodels_gui.reports.order import SheetOrder

Named = Iterable[UseCase | DataZone | DeploymentType | CapabilityKind]
_LABELS = {
    Facet.USE_CASES: "filter_use_case",
    Facet.DATA_ZONES: "filter_data_zone",
    Facet.DEPLOYMENT_TYPES: "filter_deployment_type",
    Facet.PROVIDERS: "filter_provider",
    Facet.STAGES: "filter_stage",
    Facet.MODALITIES: "filter_modality",
    Facet.CAPABILITIES: "filter_capability",
}
"""Regions are not among them: they have a line of their own in the head."""
_BOUNDS = ("min_context_tokens", "max_context_tokens", "min_input_price", "max_input_price")
_SIDES = {"in": "input_kinds", "out": "output_kinds"}


def filters_in_words(query: CatalogQuery, order: SheetOrder) -> tuple[str, ...]:
    """Return a line for each thing the filter asks for, but for regions."""
    return tuple(_lines(query, order))


def _lines(query: CatalogQuery, order: SheetOrder) -> Iterator[str]:
    words = order.words
    if query.text.strip():
        yield f"{words('filter_text')}: {query.text.strip()}"
    for facet, label in _LABELS.items():
        names = [_value(facet, value, order) for value in sorted(query.values(facet))]
        if names:
            yield f"{words(label)}: {words('or').join(names)}"
    for name in _BOUNDS:
        bound = getattr(query, name)
        if bound is not None:
            yield words(f"filter_{name}", value=_bound(name, bound, order))
    if query.newest_only:
        yield words("filter_newest")


def _value(facet: Facet, value: str, order: SheetOrder) -> str:
    """Return the words for one value; what nobody knows is shown as it is."""
    words = order.words
    if facet is Facet.MODALITIES:
        side, _, kind = value.rpartition(":")
        named = words(f"kind_{kind}") if words.has(f"kind_{kind}") else kind
        return f"{words(_SIDES[side])} {named}" if side in _SIDES else named
    if facet is Facet.STAGES:
        return words(value) if value in (*Stage, UNKNOWN_STAGE, PAST_DATE) else value
    return _names(facet, order.catalog, order.language).get(value, value)


def _names(facet: Facet, catalog: Catalog, language: str) -> Mapping[str, str]:
    if facet is Facet.PROVIDERS:
        return {each.id: each.name for each in catalog.providers}
    named: dict[Facet, Named] = {
        Facet.USE_CASES: catalog.use_cases,
        Facet.DATA_ZONES: catalog.data_zones,
        Facet.DEPLOYMENT_TYPES: catalog.deployment_types,
        Facet.CAPABILITIES: catalog.capabilities,
    }
    return {each.id: each.name.in_language(language) for each in named[facet]}


def _bound(name: str, bound: Decimal | int, order: SheetOrder) -> str:
    """Return a number of tokens, or a price: bounds are in the catalogue's currency."""
    if "tokens" in name:
        return figures.number(bound, order.language)
    return figures.unit_price(Decimal(bound), BASE, order.language)
