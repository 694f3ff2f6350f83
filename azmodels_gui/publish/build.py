# SPDX-License-Identifier: MIT
"""From a folder of sources and our own texts to a catalogue and an account of the build.

The account names every file, row and meter that was not used, with totals that add up. The bytes
of the catalogue are the same for the same sources, and readable line by line in a review.
"""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache, cached_property
from pathlib import Path
from typing import Annotated, Any

from msgspec import NODEFAULT, to_builtins
from msgspec.structs import FieldInfo, fields

from azmodels_gui.catalog.document import (
    SCHEMA_VERSION,
    CapabilityKind,
    Catalog,
    Feature,
    Model,
    Region,
    Source,
)
from azmodels_gui.catalog.doubts import DOUBT_KINDS, Doubt, counts_of, doubts_of, doubts_told
from azmodels_gui.catalog.fact_dates import first_day
from azmodels_gui.catalog.facts import CatalogPart, Conflict, LocalText, ModelVersion
from azmodels_gui.catalog.outside import AS_IN_THE_CATALOGUE, FilePart
from azmodels_gui.catalog.terms import EntryKind
from azmodels_gui.language.words import N_, Message, Phrase, worded
from azmodels_gui.publish.assemble import NOT_STATED, Assembled, assemble_model
from azmodels_gui.publish.check import cited_sources
from azmodels_gui.publish.data_zones import (
    ZoneRules,
    data_zones,
    load_zone_rules,
    membership_conflicts,
    new_regions,
    unlisted_regions,
)
from azmodels_gui.publish.deployment_types import ListedType, load_deployment_types, unlisted_types
from azmodels_gui.publish.editorial import Editorial, load_editorial
from azmodels_gui.publish.editorial_files import ServiceText, read_editorial
from azmodels_gui.publish.facts import AnyFact, Fact, FeatureFact, MatrixFact, PtuPriceFact
from azmodels_gui.publish.forms import Remark, parsers
from azmodels_gui.publish.ground import Ground, group_facts
from azmodels_gui.publish.identity import (
    AliasRule,
    Identity,
    canonical_names,
    load_aliases,
    version_conflicts,
)
from azmodels_gui.publish.ledger import Ledger, Row
from azmodels_gui.publish.price_gaps import each_once
from azmodels_gui.publish.price_history import MeterPrice, price_history
from azmodels_gui.publish.ptu_prices import ptu_price_sources
from azmodels_gui.publish.reading import Reading, not_read, read_sources
from azmodels_gui.publish.sources import (
    Register,
    SourceFile,
    catalog_sources,
    load_register,
    with_cited,
)
from azmodels_gui.publish.stated_facts import StatedFacts, load_stated_facts

Line = str | Phrase
_ROW = Message("{source:<34}{read:>10}{used:>8}{refused:>10}")
"""Of the table of sources; nothing in it to translate."""


@dataclass(frozen=True)
class BuildReport:
    """The account of one build."""

    files: tuple[SourceFile, ...]
    ledger: Ledger
    catalog: Catalog
    remarks: tuple[Phrase, ...] = ()
    """What the assembly left out or had to decide, one sentence each."""

    @cached_property
    def doubts(self) -> tuple[Doubt, ...]:
        """What the catalogue gives reason to doubt on the day of its publication."""
        return doubts_of(self.catalog, self.catalog.published)

    def summary(self, language: str) -> str:
        """Return a few lines with the totals."""
        return "\n".join(str(worded(line, language)) for line in self._summary())

    def text(self, language: str) -> str:
        """Return the whole report; why single rows were not used is told in English."""
        parts = (
            self._summary(),
            self._files(),
            self._rows(),
            self._conflicts(),
            self._doubts(),
            self._remarks(),
        )
        lines = (str(worded(line, language)) for part in parts for line in part)
        return "\n".join(lines) + "\n"

    def _summary(self) -> Iterator[Line]:
        catalog = self.catalog
        day = catalog.published.isoformat()
        yield Phrase(N_("Catalogue {serial}, as of {day}"), serial=catalog.serial, day=day)
        yield Phrase(
            N_("{models} models, {entries} entries, {prices} prices"),
            models=len(catalog.models),
            entries=sum(len(model.versions) for model in catalog.models),
            prices=sum(len(model.prices) for model in catalog.models),
        )
        missing = not_read(self.files)
        if missing:
            words = N_("files that could not be read, so what they state is missing: {count}")
            yield Phrase(words, count=len(missing))
            yield from (f"  {file.name}: {file.unused_because}" for file in missing)
        yield from self._totals()
        yield doubts_told(self.doubts)

    def _totals(self) -> Iterator[Line]:
        heads = {"read": N_("rows read"), "used": N_("used"), "refused": N_("not used")}
        yield Phrase(_ROW, source=N_("source"), **heads)
        totals = sorted(self.ledger.totals().items())
        for source, (read, used, refused) in totals:
            yield Phrase(_ROW, source=source, read=read, used=used, refused=refused)
        read, used, refused = (sum(counts[i] for _, counts in totals) for i in range(3))
        yield Phrase(_ROW, source=N_("all"), read=read, used=used, refused=refused)

    def _files(self) -> Iterator[Line]:
        unused = [file for file in self.files if file.unused_because]
        yield ""
        yield Phrase(
            N_("# Files: {count} = {read} read + {unused} not read"),
            count=len(self.files),
            read=len(self.files) - len(unused),
            unused=len(unused),
        )
        yield from (f"{file.name}: {file.unused_because}" for file in unused)

    def _rows(self) -> Iterator[Line]:
        refused = self.ledger.refused()
        yield ""
        yield Phrase(N_("# Rows not used: {count}"), count=len(refused))
        for reason in dict.fromkeys(row.reason for row in refused):
            rows = [row for row in refused if row.reason == reason]
            yield ""
            yield f"## {reason} ({len(rows)})"
            yield from map(_line, rows)

    def _conflicts(self) -> Iterator[Line]:
        found = list(_all_conflicts(self.catalog))
        yield ""
        yield Phrase(N_("# Conflicts kept in the catalogue: {count}"), count=len(found))
        for about, conflict in found:
            claims = "; ".join(f"{claim.value} ({claim.source})" for claim in conflict.claims)
            yield f"{about}: {conflict.about}: {claims}"

    def _doubts(self) -> Iterator[Line]:
        yield ""
        yield Phrase(N_("# Doubts: {count}"), count=len(self.doubts))
        for kind, count in counts_of(self.doubts).items():
            yield ""
            yield Phrase(N_("## {kind} ({count})"), kind=DOUBT_KINDS[kind], count=count)
            for doubt in self.doubts:
                if doubt.kind is kind:
                    yield Phrase(N_("{place}: {why}"), place=doubt.about, why=doubt.detail)

    def _remarks(self) -> Iterator[Line]:
        yield ""
        yield Phrase(N_("# Remarks of the assembly: {count}"), count=len(self.remarks))
        yield from self.remarks


def _line(row: Row) -> str:
    return f"{row.source}: {row.place}: {row.text}"


def _all_conflicts(catalog: Catalog) -> Iterator[tuple[str, Conflict]]:
    yield from (("catalogue", conflict) for conflict in catalog.conflicts)
    for model in catalog.models:
        for version in model.versions:
            title = f"{model.id} {version.version}".rstrip()
            yield from ((title, conflict) for conflict in version.conflicts)


TITLE = "Azure OpenAI and Microsoft Foundry models"
ATTRIBUTION = (
    "Facts from Microsoft's documentation (Microsoft and contributors, CC BY 4.0, "
    "https://creativecommons.org/licenses/by/4.0/) and from the other documents listed in sources, "
    "each under its licence; taken out, put together and compared. Texts by the azmodels project "
    "(MIT). No offer, no legal advice."
)
SCHEDULE = "retirement schedule"
"""Form of the documents that list the retirement of all models."""
SPELLING_PREFERENCE = (
    "schedule",
    "models-openai-2026-09",
    "models-others",
    "models-openai-2026-06",
    "matrix-standard",
    "matrix-provisioned",
    "matrix-batch",
    "matrix-marketplace",
    "retired",
)
"""Sources whose spelling of a model's name counts, the first one most."""


class CapabilityList(FilePart):
    """Our list of what models can do."""

    capability: tuple[Annotated[CapabilityKind, AS_IN_THE_CATALOGUE], ...]


@dataclass(frozen=True)
class Built:
    """A catalogue and how it came about."""

    catalog: Catalog
    report: BuildReport


@dataclass(frozen=True)
class OwnTexts:
    """All that we say ourselves, read once."""

    editorial: Editorial
    register: Register
    types: tuple[ListedType, ...]
    zones: ZoneRules
    aliases: tuple[AliasRule, ...]
    stated: StatedFacts
    capabilities: tuple[CapabilityKind, ...]


def _in_silence(_: Phrase | Message) -> None:
    """Tell nobody how far a build is."""


def build_catalog(
    sources: Path,
    editorial: Path,
    *,
    published: date | None = None,
    revision: int = 1,
    progress: Callable[[Phrase | Message], None] = _in_silence,
) -> Built:
    """Return the catalogue that the sources and our own texts give.

    Args:
        sources: folder of the public sources.
        editorial: folder of our own texts (`resources/editorial`).
        published: "as of" date; None: the newest date among the documents.
        revision: number of the publication on that day, 1 to 999.
        progress: told what the build does next.
    """
    progress(N_("reading the sources"))
    own = _own_texts(editorial)
    reading = read_sources(sources, own.register, parsers(editorial, own.zones, own.types))
    documents = _documents(reading, own.register, sources)
    regions = {item.id: item for item in reading.stated if isinstance(item, Region)}
    dates = {source.id: first_day(source.as_of) for source in documents}
    read = N_("files read: {count}; joining the histories of price meters")
    progress(Phrase(read, count=len(reading.files)))
    meters = [item for item in reading.stated if isinstance(item, MeterPrice)]
    state_days = _state_days(own.register, dates)
    prices, account = price_history(meters, regions, dates, state_days)
    facts: list[AnyFact] = [
        *(item for item in reading.stated if isinstance(item, Fact | MatrixFact | PtuPriceFact)),
        *own.stated.facts(),
        *prices,
    ]
    regions |= {region.id: region for region in new_regions(facts, regions)}
    ground = _ground(own, documents, facts, regions, state_days, published)
    groups = group_facts((fact for fact in facts if isinstance(fact, Fact)), ground.identity)
    progress(Phrase(N_("models to assemble: {count}"), count=len(groups)))
    assembled = [assemble_model(group, ground) for group in groups]
    catalog = _catalog(own, ground, assembled, facts)
    cited = with_cited(catalog.sources, cited_sources(catalog), own.register, sources)
    serial = int(f"{ground.day:%Y%m%d}{revision:03d}")
    catalog = catalog.but(serial=serial, sources=cited)
    remarks = [*_remarks(reading, facts, catalog, own), *account.remarks()]
    remarks += [remark for one in assembled for remark in one.remarks]
    return Built(catalog, BuildReport(reading.files, reading.ledger, catalog, tuple(remarks)))


def _own_texts(folder: Path) -> OwnTexts:
    return OwnTexts(
        editorial=load_editorial(folder),
        register=load_register(folder / "sources.toml"),
        types=load_deployment_types(folder / "deployment_types.toml"),
        zones=load_zone_rules(folder / "data_zones.toml"),
        aliases=load_aliases(folder / "aliases.toml").alias,
        stated=load_stated_facts(folder / "stated_facts.toml"),
        capabilities=read_editorial(folder / "capabilities.toml", CapabilityList).capability,
    )


def _ground(
    own: OwnTexts,
    documents: list[Source],
    facts: list[AnyFact],
    regions: Mapping[str, Region],
    price_days: Mapping[str, date],
    published: date | None,
) -> Ground:
    identity = Identity(own.aliases, canonical_names(facts, SPELLING_PREFERENCE))
    about_models = [fact for fact in facts if isinstance(fact, Fact)]
    dates = {source.id: first_day(source.as_of) for source in documents}
    return Ground(
        sources=tuple(documents),
        editorial=own.editorial,
        identity=identity,
        zones=own.zones,
        stated=own.stated,
        types=own.types,
        matrices=tuple(fact for fact in facts if isinstance(fact, MatrixFact)),
        ptu_prices=tuple(
            each_once([fact.price for fact in facts if isinstance(fact, PtuPriceFact)])
        ),
        regions=regions,
        version_conflicts=version_conflicts(about_models, identity, dates),
        price_days=price_days,
        schedules=tuple(
            document.id
            for document in own.register.document
            if document.id in dates and any(file.form == SCHEDULE for file in document.file)
        ),
        day=published or max(dates.values()),
    )


def _state_days(register: Register, dates: Mapping[str, date]) -> dict[str, date]:
    """Return the day of the state of prices that each document tells."""
    same = {document.id: document.agrees_with for document in register.document}
    return {name: dates.get(same.get(name) or name, dates[name]) for name in dates}


def _documents(reading: Reading, register: Register, folder: Path) -> list[Source]:
    """Return the documents; a collection of PTU prices brings those it was collected from."""
    documents = catalog_sources(list(reading.files), register, folder)
    for file in reading.files:
        if file.form == "PTU prices" and file.document:
            documents += ptu_price_sources(file.path, file.document.id)
    return documents


def _catalog(
    own: OwnTexts, ground: Ground, assembled: Sequence[Assembled], facts: Iterable[AnyFact]
) -> Catalog:
    regions = tuple(sorted(ground.regions.values(), key=lambda region: region.id))
    features = [fact for fact in facts if isinstance(fact, FeatureFact)]
    new_providers = {one.new_provider for one in assembled if one.new_provider}
    return Catalog(
        schema_version=SCHEMA_VERSION,
        serial=0,
        published=ground.day,
        title=TITLE,
        attribution=ATTRIBUTION,
        sources=ground.sources,
        providers=(
            *own.editorial.providers,
            *sorted(new_providers, key=lambda provider: provider.id),
        ),
        families=own.editorial.families,
        data_zones=data_zones(own.zones),
        regions=regions,
        deployment_types=tuple(each.plain() for each in own.types),
        capabilities=own.capabilities,
        use_cases=own.editorial.use_cases,
        models=_with_services(
            (one.model for one in assembled), own.editorial.services, features, ground.source_texts
        ),
        ptu_prices=ground.ptu_prices,
        conflicts=membership_conflicts(own.zones, regions),
        notes=own.editorial.notes,
        general_facts=own.editorial.general_facts,
        successors=own.editorial.successors,
    )


def _remarks(
    reading: Reading, facts: list[AnyFact], catalog: Catalog, own: OwnTexts
) -> Iterator[Phrase]:
    """Yield what needs saying although no row was lost over it."""
    for item in reading.stated:
        if isinstance(item, Remark):
            yield Phrase(N_("{place}: {why}"), place=item.source, why=item.text)
    yield from _new_words(reading, facts, catalog, own)
    read = {file.document.id for file in reading.files if file.document}
    for document in own.register.document:
        if document.file and document.id not in read:
            yield Phrase(
                N_("{document} ({title}): none of its files is in the folder"),
                document=document.id,
                title=document.title,
            )
    for model in catalog.models:
        if model.provider == NOT_STATED:
            yield Phrase(N_("{model}: no source or rule says who makes it"), model=model.id)
        if model.family is None:
            yield Phrase(N_("{model}: belongs to no family of ours"), model=model.id)


def _new_words(
    reading: Reading, facts: list[AnyFact], catalog: Catalog, own: OwnTexts
) -> Iterator[Phrase]:
    """Yield what the sources name and our lists do not, for review."""
    listed = [item for item in reading.stated if isinstance(item, Region)]
    for region, sources in unlisted_regions(facts, listed).items():
        yield Phrase(
            N_("region {region} is named by {sources} but not in the list of regions"),
            region=region,
            sources=", ".join(sources),
        )
    for sku, source in unlisted_types(facts, own.types).items():
        yield Phrase(
            N_("deployment type {sku} is named by {source} but not one of ours: left out"),
            sku=sku,
            source=source,
        )
    for model in catalog.models:
        for version in model.versions:
            stage = version.lifecycle.stage
            if stage is not None and not stage.known:
                yield Phrase(
                    N_("{model} {version}: stage {stage} is new: taken as it is"),
                    model=model.id,
                    version=version.version,
                    stage=stage,
                )
    ours = {provider.id for provider in own.editorial.providers} | {NOT_STATED}
    for provider in catalog.providers:
        if provider.id not in ours:
            yield Phrase(
                N_("provider {name} is new: taken from a heading, for review"), name=provider.name
            )


def _with_services(
    models: Iterable[Model],
    texts: Sequence[ServiceText],
    features: Sequence[FeatureFact],
    source_dates: Mapping[str, str],
) -> tuple[Model, ...]:
    """Return the models with our texts on services put in, sorted by id.

    Args:
        models: as they were assembled.
        texts: our texts on services.
        features: what the sources state of services.
        source_dates: `Source.as_of` by the source's id.
    """
    by_id = {model.id: model for model in models}
    for text in texts:
        own = _features(text, features, source_dates)
        by_id[text.id] = _service(text, by_id.get(text.id)).but(features=tuple(own))
    return tuple(sorted(by_id.values(), key=lambda model: (model.id.casefold(), model.id)))


def _features(
    text: ServiceText, stated: Sequence[FeatureFact], source_dates: Mapping[str, str]
) -> Iterator[Feature]:
    """Yield the features that a source states; one that we have no words for keeps its own."""
    names = {one.column: one.local() for one in text.feature}
    for fact in stated:
        if fact.name == text.id:
            yield Feature(
                name=names.get(fact.feature, LocalText(en=fact.feature, de=fact.feature)),
                available=tuple(sorted(fact.available)),
                covered=tuple(sorted(fact.listed)),
                as_of=source_dates.get(fact.source),
                source=fact.source,
            )


def _service(text: ServiceText, priced: Model | None) -> Model:
    """Return the service; `priced` holds what the sources state of it, such as prices.

    It has no deployment types: what the matrices leave out of them says nothing about it.
    """
    stated = priced or Model(
        id=text.id, provider=text.provider, versions=(ModelVersion(version=""),)
    )
    return stated.but(
        kind=EntryKind.SERVICE,
        provider=text.provider,
        family=text.family,
        summary=text.summary.local(),
        use_cases=text.use_cases,
        strengths=tuple(strength.local() for strength in text.strength),
        notes=(*stated.notes, *(note.note() for note in text.note)),
        versions=tuple(version.but(offers=()) for version in stated.versions),
    )


ONE_LINE = 2
"""Values nested no deeper than this (a price, an offer, a text in two languages) share a line."""


def catalog_bytes(catalog: Catalog) -> bytes:
    """Return the file's bytes: UTF-8, one fact a line, values that are the default left out."""
    document = plain(catalog)
    return ("".join(_spread(document, 0)) + "\n").encode()


def plain(value: Any) -> Any:
    """Return a part of the catalogue as JSON values, fields that are the default left out."""
    match value:
        case CatalogPart():
            told = ((name, getattr(value, name), usual) for name, usual in _usual(type(value)))
            return {name: plain(item) for name, item, usual in told if item != usual}
        case tuple():
            return [plain(item) for item in value]
    return to_builtins(value)


@cache
def _usual(kind: type[CatalogPart]) -> tuple[tuple[str, Any], ...]:
    """Return the fields of a class with their defaults."""
    return tuple((field.name, _default(field)) for field in fields(kind))


def _default(field: FieldInfo) -> Any:
    made = field.default_factory
    return field.default if made is NODEFAULT else made()


def _spread(value: Any, level: int) -> Iterator[str]:
    if _is_flat(value, ONE_LINE) and not _lists_parts(value):
        yield json.dumps(value, ensure_ascii=False, separators=(", ", ": "))
        return
    opening, closing = ("{", "}") if isinstance(value, dict) else ("[", "]")
    items = value.items() if isinstance(value, dict) else ((None, item) for item in value)
    yield opening
    for position, (key, item) in enumerate(items):
        yield ("," if position else "") + "\n" + " " * (level + 1)
        if key is not None:
            yield f"{json.dumps(key)}: "
        yield from _spread(item, level + 1)
    yield "\n" + " " * level + closing


def _lists_parts(value: Any) -> bool:
    return isinstance(value, list) and any(isinstance(item, dict) for item in value)


def _is_flat(value: Any, levels: int) -> bool:
    """Tell whether a value is nested no deeper than so many levels."""
    if not isinstance(value, dict | list):
        return True
    inner = value.values() if isinstance(value, dict) else value
    return levels > 0 and all(_is_flat(item, levels - 1) for item in inner)
