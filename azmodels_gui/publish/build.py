# SPDX-License-Identifier: MIT
"""From a folder of sources and our own texts to a catalogue and an account of the build."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from msgspec import Struct

from azmodels_gui.catalog.document import (
    SCHEMA_VERSION,
    CapabilityKind,
    Catalog,
    DeploymentType,
    Model,
    Region,
    Source,
)
from azmodels_gui.catalog.fact_dates import first_day
from azmodels_gui.publish.assemble import assemble_model
from azmodels_gui.publish.data_zones import data_zones, load_zone_rules, membership_conflicts
from azmodels_gui.publish.deployment_types import load_deployment_types
from azmodels_gui.publish.editorial import load_editorial
from azmodels_gui.publish.facts import AnyFact, Fact, MatrixFact, PtuPriceFact
from azmodels_gui.publish.forms import Remark, parsers
from azmodels_gui.publish.ground import Ground
from azmodels_gui.publish.grouping import group_facts
from azmodels_gui.publish.identity import (
    Identity,
    canonical_names,
    load_aliases,
    version_conflicts,
)
from azmodels_gui.publish.own_lists import read_list
from azmodels_gui.publish.price_merging import each_once, merge_regions
from azmodels_gui.publish.ptu_prices import ptu_price_sources
from azmodels_gui.publish.reading import Reading, read_sources
from azmodels_gui.publish.regions import unlisted_regions
from azmodels_gui.publish.report import BuildReport
from azmodels_gui.publish.services import with_services
from azmodels_gui.publish.sources import Register, catalog_sources, load_register

TITLE = "Azure OpenAI and Microsoft Foundry models"
ATTRIBUTION = (
    "Facts from Microsoft's documentation (CC BY 4.0, Microsoft and contributors) and from the "
    "other documents listed in sources, each under its licence. Texts by the azmodels project "
    "(MIT). No offer, no legal advice."
)
SPELLING_PREFERENCE = (
    "schedule",
    "models-openai-2026-09",
    "models-others",
    "models-openai-2026-06",
    "matrix-standard",
    "matrix-provisioned",
    "matrix-batch",
    "matrix-marketplace",
    "matrix-others-global-standard",
    "retired",
)
"""Sources whose spelling of a model's name counts, the first one most."""


class CapabilityList(Struct, frozen=True, kw_only=True):
    """Our list of what models can do."""

    capability: tuple[CapabilityKind, ...]


@dataclass(frozen=True)
class Built:
    """A catalogue and how it came about."""

    catalog: Catalog
    report: BuildReport


@dataclass(frozen=True)
class Folders:
    """Where the build reads."""

    sources: Path
    """Folder of the public sources."""
    editorial: Path
    """Folder of our own texts, `resources/editorial`."""


def build_catalog(
    sources: Path, editorial: Path, *, published: date | None = None, revision: int = 1
) -> Built:
    """Return the catalogue that the sources and our own texts give.

    Args:
        sources: folder of the public sources.
        editorial: folder of our own texts (`resources/editorial`).
        published: "as of" date; None: the newest date among the documents.
        revision: number of the publication on that day, 1 to 999.
    """
    folders = Folders(sources, editorial)
    types = load_deployment_types(editorial / "deployment_types.toml")
    zones = load_zone_rules(editorial / "data_zones.toml")
    register = load_register(editorial / "sources.toml")
    reading = read_sources(sources, register, parsers(editorial, zones, types))
    facts = merge_regions(
        item for item in reading.stated if isinstance(item, Fact | MatrixFact | PtuPriceFact)
    )
    ground = _ground(folders, reading, facts, published)
    groups = group_facts((fact for fact in facts if isinstance(fact, Fact)), ground.identity)
    assembled = [assemble_model(group, ground) for group in groups]
    catalog = _catalog(ground, reading, [one.model for one in assembled], types).but(
        serial=int(f"{ground.day:%Y%m%d}{revision:03d}"),
        capabilities=_capabilities(editorial / "capabilities.toml"),
    )
    remarks = [*_remarks(reading, facts, catalog)]
    remarks += [remark for one in assembled for remark in one.remarks]
    return Built(catalog, BuildReport(reading.files, reading.ledger, catalog, tuple(remarks)))


def _ground(
    folders: Folders, reading: Reading, facts: list[AnyFact], published: date | None
) -> Ground:
    register = load_register(folders.editorial / "sources.toml")
    documents = _documents(reading, register, folders.sources)
    aliases = load_aliases(folders.editorial / "aliases.toml").alias
    identity = Identity(aliases, canonical_names(facts, SPELLING_PREFERENCE))
    about_models = [fact for fact in facts if isinstance(fact, Fact)]
    dates = {source.id: first_day(source.as_of) for source in documents}
    return Ground(
        sources=tuple(documents),
        editorial=load_editorial(folders.editorial),
        identity=identity,
        zones=load_zone_rules(folders.editorial / "data_zones.toml"),
        matrices=tuple(fact for fact in facts if isinstance(fact, MatrixFact)),
        ptu_prices=tuple(
            each_once([fact.price for fact in facts if isinstance(fact, PtuPriceFact)])
        ),
        region_zones={
            item.id: item.data_zone
            for item in reading.stated
            if isinstance(item, Region) and item.data_zone
        },
        version_conflicts=version_conflicts(about_models, identity, dates),
        day=published or max(dates.values()),
    )


def _documents(reading: Reading, register: Register, folder: Path) -> list[Source]:
    """Return the documents; a collection of PTU prices brings those it was collected from."""
    documents = catalog_sources(list(reading.files), register, folder)
    for file in reading.files:
        if file.form == "PTU prices" and file.document:
            documents += ptu_price_sources(file.path, file.document.id)
    return documents


def _catalog(
    ground: Ground,
    reading: Reading,
    models: list[Model],
    types: tuple[DeploymentType, ...],
) -> Catalog:
    regions = tuple(item for item in reading.stated if isinstance(item, Region))
    return Catalog(
        schema_version=SCHEMA_VERSION,
        serial=0,
        published=ground.day,
        title=TITLE,
        attribution=ATTRIBUTION,
        sources=ground.sources,
        providers=ground.editorial.providers,
        families=ground.editorial.families,
        data_zones=data_zones(ground.zones),
        regions=regions,
        deployment_types=types,
        use_cases=ground.editorial.use_cases,
        models=with_services(models, ground.editorial.services),
        ptu_prices=ground.ptu_prices,
        conflicts=membership_conflicts(ground.zones, regions),
        notes=ground.editorial.notes,
        general_facts=ground.editorial.general_facts,
        successors=ground.editorial.successors,
    )


def _capabilities(path: Path) -> tuple[CapabilityKind, ...]:
    return read_list(path, CapabilityList).capability


def _remarks(reading: Reading, facts: list[AnyFact], catalog: Catalog) -> Iterator[str]:
    """Yield what needs saying although no row was lost over it."""
    for item in reading.stated:
        if isinstance(item, Remark):
            yield f"{item.source}: {item.text}"
    for region, sources in unlisted_regions(facts, catalog.regions).items():
        yield f"region {region} is named by {', '.join(sources)} but not in the list of regions"
    for model in catalog.models:
        if model.provider == "unknown":
            yield f"{model.id}: no source or rule says who makes it"
        if model.family is None:
            yield f"{model.id}: belongs to no family of ours"
