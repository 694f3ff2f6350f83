# SPDX-License-Identifier: MIT
"""The options of `azmodels list` that filter, and the query they make."""

import argparse
from collections.abc import Iterable, Iterator

from azmodels_gui.app.commands.arguments import wrapped
from azmodels_gui.app.commands.names import Names
from azmodels_gui.app.commands.words import Words
from azmodels_gui.catalog.document import CapabilityKind, Catalog, DataZone, UseCase
from azmodels_gui.catalog.part import LocalText
from azmodels_gui.catalog.query import LEVEL, PAST_DATE, UNKNOWN_STAGE, CatalogQuery
from azmodels_gui.catalog.terms import Stage

Spellings = Iterator[tuple[str, Iterable[str]]]

_MORE_STAGE_NAMES: dict[str, tuple[str, ...]] = {
    Stage.GENERALLY_AVAILABLE: ("GA", "allgemein verfügbar", "available", "generally available"),
}


def add_filter_options(parser: argparse.ArgumentParser) -> None:
    """Add the filters: "or" inside one option given several times, "and" between options."""
    group = parser.add_argument_group(
        "filters",
        wrapped(
            "An option given several times means any of its values; different options must "
            "all fit. "
            "Region, data zone and deployment type must be satisfied by one offer together. "
            "Ids and shown names both work, in any case.",
            indent="  ",
        ),
    )
    group.add_argument(
        "--text",
        default="",
        help="words that must all occur in name, version, family, provider, summary or use case",
    )
    for option, metavar, meaning in (
        ("--use-case", "ID", "what it is meant for"),
        ("--region", "ID", "offered there, whatever the scope: 'Germany West Central' works too"),
        ("--deployment-type", "SKU", "such as DataZoneStandard"),
        ("--provider", "ID", "who made the model"),
        ("--stage", "STAGE", f"{', '.join(Stage)}, {UNKNOWN_STAGE} or {PAST_DATE}"),
        ("--data-zone", "ZONE", "processed inside EU, US or APAC: data-zone or regional offers"),
        ("--modality", "KIND", "in:image takes images, out:audio speaks; 'audio' means either"),
        ("--capability", "ID[=LEVEL]", "such as structured-outputs or reasoning-effort=high"),
    ):
        group.add_argument(option, action="append", default=[], metavar=metavar, help=meaning)
    group.add_argument(
        "--newest", action="store_true", help="only the newest version of each model"
    )


def query_from(arguments: argparse.Namespace, catalog: Catalog) -> CatalogQuery:
    """Return the query that the options make.

    Raises:
        Refused: a name that the catalogue does not know.
    """
    regions = Names("region", ((each.id, (each.name,)) for each in catalog.regions))
    providers = Names("provider", ((each.id, (each.name,)) for each in catalog.providers))
    types = Names("deployment type", _types(catalog))
    use_cases = Names("use case", _named(catalog.use_cases))
    zones = Names("data zone", _named(catalog.data_zones))
    capabilities = Names("capability", _named(catalog.capabilities))
    return CatalogQuery(
        text=arguments.text,
        use_cases=_all(use_cases, arguments.use_case),
        regions=_all(regions, arguments.region),
        data_zones=_all(zones, arguments.data_zone),
        deployment_types=_all(types, arguments.deployment_type),
        providers=_all(providers, arguments.provider),
        stages=_all(Names("stage", _stages()), arguments.stage),
        modalities=_modalities(catalog, arguments.modality),
        capabilities=frozenset(
            _capability(name, capabilities, catalog) for name in arguments.capability
        ),
        newest_only=arguments.newest,
    )


def _all(names: Names, given: Iterable[str]) -> frozenset[str]:
    return frozenset(names.find(name) for name in given)


def _capability(given: str, capabilities: Names, catalog: Catalog) -> str:
    """Return a capability as the query names it, with its level where one is asked for."""
    name, asked, level = given.partition(LEVEL)
    found = capabilities.find(name)
    if not asked:
        return found
    known = (
        (each, ())
        for model in catalog.models
        for version in model.versions
        for capability in version.capabilities
        if capability.id == found
        for each in capability.levels
    )
    return f"{found}{LEVEL}{Names(f'level of {found}', known).find(level)}"


def _named(parts: Iterable[UseCase | DataZone | CapabilityKind]) -> Spellings:
    return ((part.id, _both(part.name)) for part in parts)


def _both(text: LocalText) -> tuple[str, str]:
    return (text.en, text.de)


def _types(catalog: Catalog) -> Spellings:
    for kind in catalog.deployment_types:
        yield kind.id, (*_both(kind.name), *_both(kind.short_name))


def _stages() -> Spellings:
    for stage in (*Stage, UNKNOWN_STAGE, PAST_DATE):
        translated = [Words(language)(str(stage)) for language in ("en", "de")]
        yield str(stage), (*translated, *_MORE_STAGE_NAMES.get(stage, ()))


def _modalities(catalog: Catalog, given: Iterable[str]) -> frozenset[str]:
    known = {
        f"{way}:{name}": None
        for model in catalog.models
        if model.modalities is not None
        for way, names in (("in", model.modalities.input), ("out", model.modalities.output))
        for name in names
    }
    kinds = dict.fromkeys(value.partition(":")[2] for value in sorted(known))
    names = Names("modality", ((value, ()) for value in (*kinds, *sorted(known))))
    found = (names.find(name) for name in given)
    return frozenset(
        value for name in found for value in (name, f"in:{name}", f"out:{name}") if value in known
    )
