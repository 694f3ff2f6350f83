# SPDX-License-Identifier: MIT
"""The tree of filters as plain records: facets, groups inside them, values."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from azmodels_gui.catalog.document import Catalog, Region
from azmodels_gui.catalog.index import CatalogIndex
from azmodels_gui.catalog.query import Facet
from azmodels_gui.catalog.terms import Billing
from azmodels_gui.language.shown import tr
from azmodels_gui.language.words import N_
from azmodels_gui.qtmodels import labels

DATA_ZONES = N_("Data zones")
OTHER = N_("Other")


@dataclass
class Branch:
    """A facet (top row), a group inside a facet, or a value."""

    label: str
    facet: Facet
    value: str | None = None
    """None: a facet or a group."""
    tip: str = ""
    children: list["Branch"] = field(default_factory=list)


def facet_branches(index: CatalogIndex, language: str) -> list[Branch]:
    """Return the facets that have values, in the order of the panel."""
    catalog = index.catalog
    values = index.values
    facets = [
        _branch(Facet.USE_CASES, _use_cases(catalog, values[Facet.USE_CASES], language)),
        _branch(Facet.REGIONS, _regions(catalog, index, language)),
        _branch(
            Facet.DEPLOYMENT_TYPES,
            _deployment_types(catalog, values[Facet.DEPLOYMENT_TYPES], language),
        ),
        _branch(Facet.PROVIDERS, _providers(catalog, values[Facet.PROVIDERS])),
        _branch(Facet.STAGES, _stages(values[Facet.STAGES])),
        _branch(Facet.MODALITIES, _modalities(values[Facet.MODALITIES])),
        _branch(Facet.CAPABILITIES, _capabilities(catalog, values[Facet.CAPABILITIES], language)),
    ]
    return [facet for facet in facets if facet.children]


def _branch(facet: Facet, children: Iterable[Branch]) -> Branch:
    return Branch(labels.label(labels.FACETS, facet.value), facet, children=list(children))


def _use_cases(catalog: Catalog, values: Iterable[str], language: str) -> Iterable[Branch]:
    known = {each.id: each for each in catalog.use_cases}
    for value in values:
        each = known.get(value)
        name = value if each is None else each.name.in_language(language)
        tip = each.description.in_language(language) if each and each.description else ""
        yield Branch(name, Facet.USE_CASES, value, tip)


def _regions(catalog: Catalog, index: CatalogIndex, language: str) -> Iterable[Branch]:
    zones = {each.id: each for each in catalog.data_zones}
    zone_branches = [
        Branch(
            zones[value].name.in_language(language) if value in zones else value,
            Facet.DATA_ZONES,
            value,
        )
        for value in index.values[Facet.DATA_ZONES]
    ]
    if zone_branches:
        heading = tr(DATA_ZONES)
        yield Branch(heading, Facet.DATA_ZONES, children=zone_branches)
    known = {region.id: region for region in catalog.regions}
    groups: dict[str, list[Branch]] = {}
    for value in index.values[Facet.REGIONS]:
        group, branch = _region(value, known.get(value))
        groups.setdefault(group, []).append(branch)
    yield from _geography_groups(groups)


def _region(value: str, region: Region | None) -> tuple[str, Branch]:
    if region is None:
        return "", Branch(value, Facet.REGIONS, value)
    tip = f"{region.geography} · {region.id}"
    return region.geography_group, Branch(region.name, Facet.REGIONS, value, tip)


def _geography_groups(groups: dict[str, list[Branch]]) -> Iterable[Branch]:
    """Europe first, where most of the questions are about; what has no group comes last."""
    for group in sorted(groups, key=lambda name: (not name, name != "Europe", name)):
        name = labels.label(labels.GEOGRAPHY_GROUPS, group) if group else tr(OTHER)
        regions = sorted(groups[group], key=lambda branch: branch.label)
        yield Branch(name, Facet.REGIONS, children=regions)


def _deployment_types(catalog: Catalog, values: Iterable[str], language: str) -> Iterable[Branch]:
    offered = set(values)
    for billing in Billing.of(kind.billing for kind in catalog.deployment_types):
        kinds = [
            Branch(
                kind.name.in_language(language),
                Facet.DEPLOYMENT_TYPES,
                kind.id,
                kind.description.in_language(language),
            )
            for kind in catalog.deployment_types
            if kind.billing is billing and kind.id in offered
        ]
        if kinds:
            name = labels.label(labels.BILLING, billing.value)
            yield Branch(name, Facet.DEPLOYMENT_TYPES, children=kinds)


def _providers(catalog: Catalog, values: Iterable[str]) -> Iterable[Branch]:
    names = {each.id: each.name for each in catalog.providers}
    branches = [Branch(names.get(value, value), Facet.PROVIDERS, value) for value in values]
    return sorted(branches, key=lambda branch: branch.label.casefold())


def _stages(values: Iterable[str]) -> Iterable[Branch]:
    for value in values:
        yield Branch(labels.label(labels.STAGES, value), Facet.STAGES, value)


def _modalities(values: Iterable[str]) -> Iterable[Branch]:
    for side in labels.MODALITY_SIDES:
        kinds = [
            Branch(
                labels.label(labels.MODALITIES, value.partition(":")[2]), Facet.MODALITIES, value
            )
            for value in values
            if value.startswith(f"{side}:")
        ]
        if kinds:
            name = labels.label(labels.MODALITY_SIDES, side)
            yield Branch(name, Facet.MODALITIES, children=kinds)


def _capabilities(catalog: Catalog, values: Iterable[str], language: str) -> Iterable[Branch]:
    known = {each.id: each for each in catalog.capabilities}
    for value in values:
        each = known.get(value)
        name = value if each is None else each.name.in_language(language)
        tip = each.description.in_language(language) if each and each.description else ""
        yield Branch(name, Facet.CAPABILITIES, value, tip)
