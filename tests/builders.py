# SPDX-License-Identifier: MIT
"""Small catalogues for tests: real shapes, invented figures."""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from functools import cache, lru_cache
from typing import Any

from azmodels_gui.catalog.document import (
    CapabilityKind,
    Catalog,
    DataZone,
    DeploymentType,
    Entry,
    Family,
    GeneralFact,
    Modalities,
    Model,
    NamedSuccessor,
    Provider,
    Recommendation,
    Region,
    Source,
    UseCase,
)
from azmodels_gui.catalog.facts import Lifecycle, LocalText, ModelVersion, Offer, Price
from azmodels_gui.catalog.terms import Billing, Channel, Coverage, Scope, Stage, TokenCategory, Unit
from azmodels_gui.publish.build import catalog_bytes
from azmodels_gui.storage.catalog_file import bundled_catalog

TODAY = date(2026, 11, 22)


written = lru_cache(maxsize=32)(catalog_bytes)
"""The file of a catalogue, written once where tests ask for the same one again and again."""


FEW = frozenset({"gpt-4.1", "gpt-4.1-mini", "gpt-4o", "gpt-5-mini", "gpt-5.2", "o3"})


@cache
def shipped_catalog() -> Catalog:
    """Return the catalogue that comes with the program, read once for all tests of a process."""
    return bundled_catalog()


@cache
def few() -> Catalog:
    """Return a fifth of what is shipped, and `FEW`: for what reads and shows it again and again."""
    models = enumerate(shipped_catalog().models)
    return shipped_catalog().but(
        models=tuple(each for at, each in models if at % 5 == 0 or each.id in FEW)
    )


@cache
def few_written() -> bytes:
    """Return the file of `few`."""
    return catalog_bytes(few())


def text(english: str, german: str | None = None) -> LocalText:
    return LocalText(en=english, de=german if german is not None else f"{english} (de)")


def deployment_type(sku: str, billing: Billing, scope: Scope) -> DeploymentType:
    words = f"{billing.value} {scope.value}"
    return DeploymentType(
        id=sku,
        name=text(words),
        short_name=text(words),
        billing=billing,
        scope=scope,
        description=text(f"About {words}."),
        source="types",
    )


DEPLOYMENT_TYPES = (
    deployment_type("GlobalStandard", Billing.PAYG, Scope.GLOBAL),
    deployment_type("DataZoneStandard", Billing.PAYG, Scope.DATA_ZONE),
    deployment_type("Standard", Billing.PAYG, Scope.REGIONAL),
    deployment_type("GlobalProvisionedManaged", Billing.PROVISIONED, Scope.GLOBAL),
    deployment_type("DataZoneProvisionedManaged", Billing.PROVISIONED, Scope.DATA_ZONE),
    deployment_type("ProvisionedManaged", Billing.PROVISIONED, Scope.REGIONAL),
    deployment_type("GlobalBatch", Billing.BATCH, Scope.GLOBAL),
    deployment_type("DataZoneBatch", Billing.BATCH, Scope.DATA_ZONE),
)


def region(name: str, data_zone: str | None, geography: str, group: str) -> Region:
    return Region(
        id=name.lower().replace(" ", ""),
        name=name,
        geography=geography,
        geography_group=group,
        data_zone=data_zone,
        source="regions",
    )


REGIONS = (
    region("Germany West Central", "EU", "Germany", "Europe"),
    region("Sweden Central", "EU", "Sweden", "Europe"),
    region("Switzerland North", None, "Switzerland", "Europe"),
    region("East US 2", "US", "United States", "US"),
    region("Japan East", "APAC", "Japan", "Asia Pacific"),
)

USE_CASES = (
    UseCase(id="chat", name=text("Chat and support", "Chat und Kundensupport")),
    UseCase(id="code", name=text("Code", "Code und Entwicklung")),
)


def offer(
    sku: str, *available: str, covered: Any = Coverage.ALL, disputed: Iterable[str] = ()
) -> Offer:
    return Offer(
        deployment_type=sku,
        available=available,
        covered=covered,
        disputed=tuple(disputed),
        sources=("matrix",),
    )


def version(
    name: str = "2026-01-01",
    *,
    stage: Stage | None = Stage.GENERALLY_AVAILABLE,
    retirement: date | None = None,
    offers: Iterable[Offer] = (),
    **more: Any,
) -> ModelVersion:
    lifecycle = Lifecycle(stage=stage, retirement_date=retirement, source="schedule")
    return ModelVersion(version=name, lifecycle=lifecycle, offers=tuple(offers), **more)


def price(
    amount: str,
    category: TokenCategory = TokenCategory.INPUT,
    scope: Scope = Scope.GLOBAL,
    **more: Any,
) -> Price:
    more.setdefault("unit", Unit.MILLION_TOKENS)
    return Price(amount=Decimal(amount), category=category, scope=scope, source="prices", **more)


def model(name: str = "gpt-x", *versions: ModelVersion, **more: Any) -> Model:
    more.setdefault("provider", "openai")
    if more.get("channel"):
        more["channel"] = Channel(more["channel"])
    more.setdefault("modalities", Modalities(input=("text",), output=("text",), source="types"))
    return Model(id=name, versions=versions or (version(),), **more)


def entry(name: str = "gpt-x", one_version: ModelVersion | None = None, **more: Any) -> Entry:
    built = model(name, one_version or version(), **more)
    return Entry(built, built.versions[0])


def chat_and_code(model_id: str) -> tuple[UseCase, UseCase]:
    """Return two use cases, of which the first recommends a model."""
    advice = Recommendation(
        models=(model_id,),
        why=text("It answers quickly.", "Es antwortet schnell."),
        start_with=Billing.PAYG,
        source="types",
    )
    return (
        UseCase(
            id="chat",
            name=text("Chat and support", "Chat und Kundensupport"),
            recommendations=(advice,),
        ),
        UseCase(id="code", name=text("Code", "Code und Entwicklung")),
    )


def with_old_advice(one: Catalog, model_id: str) -> Catalog:
    """Return a catalogue that advises a model beside a retired and a vanished one.

    It has an answer to what clients ask, and a question nobody answers.
    """
    advice = Recommendation(models=(model_id, "retired", "vanished"), source="types")
    replaced = Lifecycle(stage=Stage.RETIRED, replacements=(model_id,), source="schedule")
    nothing = text("Nobody makes it any more.", "Niemand stellt es noch her.")
    stored = text("Nothing is kept.", "Nichts wird aufbewahrt.")
    return one.but(
        models=(*one.models, model("retired", ModelVersion(version="1", lifecycle=replaced))),
        use_cases=(UseCase(id="chat", name=text("Chat"), recommendations=(advice, advice)),),
        successors=(NamedSuccessor(model="vanished", reason=nothing, source="types"),),
        general_facts=(
            GeneralFact(
                id="kept",
                topic="storage",
                question=text("What is kept?", "Was wird aufbewahrt?"),
                answer=stored,
                source="matrix",
            ),
            GeneralFact(id="place", topic="place", question=text("Where?", "Wo?")),
        ),
    )


def catalog(*models: Model, **more: Any) -> Catalog:
    parts: dict[str, Any] = {
        "schema_version": "1.0",
        "serial": 20261122001,
        "published": TODAY,
        "title": "Sample",
        "sources": tuple(
            Source(
                id=name,
                title=f"Document {name}",
                url=f"https://example.com/{name}",
                as_of="2026-10-05",
            )
            for name in ("types", "regions", "schedule", "matrix", "prices")
        ),
        "providers": (Provider(id="openai", name="OpenAI"), Provider(id="xai", name="xAI")),
        "families": (
            Family(id="gpt", name="GPT", provider="openai", summary=text("General models")),
        ),
        "data_zones": tuple(
            DataZone(id=zone, name=text(f"{zone} data zone")) for zone in ("EU", "US", "APAC")
        ),
        "regions": REGIONS,
        "deployment_types": DEPLOYMENT_TYPES,
        "capabilities": (CapabilityKind(id="vision", name=text("Vision")),),
        "use_cases": USE_CASES,
        "models": models,
    }
    return Catalog(**(parts | more))
