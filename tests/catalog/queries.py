# SPDX-License-Identifier: MIT
"""Hypothesis strategies: small catalogues with every oddity, and queries over them."""

from datetime import timedelta
from decimal import Decimal
from typing import Any

from hypothesis import strategies as st

from azmodels_gui.catalog.document import Alias, Catalog, Feature, Modalities, Model, Region
from azmodels_gui.catalog.facts import Capability, Limits, ModelVersion, Offer, Price, TokenLimit
from azmodels_gui.catalog.query import PAST_DATE, UNKNOWN_STAGE, CatalogQuery
from azmodels_gui.catalog.terms import ContextBand, EntryKind, PriceTier, Stage, TokenCategory
from tests.builders import (
    DEPLOYMENT_TYPES,
    REGIONS,
    TODAY,
    catalog,
    model,
    offer,
    price,
    text,
    version,
)

DISPUTED_REGION = Region(
    id="norwayeast",
    name="Norway East",
    geography="Norway",
    geography_group="Europe",
    data_zone="EU",
    data_zone_disputed=True,
    source="regions",
)
WIDE_REGION = Region(
    id="westeurope",
    name="West Europe",
    geography="Europe",
    geography_group="Europe",
    data_zone="EU",
    source="regions",
)
ALL_REGIONS = (*REGIONS, DISPUTED_REGION, WIDE_REGION)
REGION_IDS = [region.id for region in ALL_REGIONS]
UNLISTED_REGION = "atlantis"
"""A region that offers name and the catalogue does not list."""
SKUS = [kind.id for kind in DEPLOYMENT_TYPES]
VERSIONS = ["2026-01-01", "2025-08-07", "0613", "001", "2", "1", "preview", "", "turbo-2024-04-09"]

region_sets = st.lists(
    st.sampled_from([*REGION_IDS, UNLISTED_REGION]), max_size=5, unique=True
).map(tuple)
limits = st.sampled_from([None, 8_192, 128_000, 1_000_000]).map(
    lambda tokens: Limits(
        context_window=None if tokens is None else TokenLimit(tokens=tokens, source="types")
    )
)
retirements = st.none() | st.integers(-2, 2).map(lambda days: TODAY + timedelta(days=days))
capabilities = st.lists(
    st.builds(
        Capability,
        id=st.sampled_from(["vision", "tools"]),
        supported=st.booleans(),
        levels=st.sampled_from([(), ("low",), ("low", "high")]),
        source=st.just("types"),
    ),
    max_size=2,
    unique_by=lambda each: each.id,
).map(tuple)


@st.composite
def offers(draw: st.DrawFn) -> tuple[Offer, ...]:
    skus = draw(st.lists(st.sampled_from(SKUS), max_size=4, unique=True))
    return tuple(
        offer(sku, *draw(region_sets), covered=draw(region_sets), disputed=draw(region_sets))
        for sku in skus
    )


@st.composite
def versions(draw: st.DrawFn, name: str) -> ModelVersion:
    built = version(
        name,
        stage=draw(st.none() | st.sampled_from(list(Stage))),
        retirement=draw(retirements),
        offers=draw(offers()),
        limits=draw(limits),
        capabilities=draw(capabilities),
    )
    not_before = draw(st.booleans())
    return built.but(lifecycle=built.lifecycle.but(retirement_not_before=not_before))


@st.composite
def prices(draw: st.DrawFn) -> Price:
    return price(
        draw(st.sampled_from(["0.5", "1", "2.50", "10"])),
        category=draw(st.sampled_from([TokenCategory.INPUT, TokenCategory.OUTPUT])),
        tier=draw(st.sampled_from([PriceTier.STANDARD, PriceTier.BATCH])),
        context_band=draw(st.none() | st.sampled_from(list(ContextBand))),
        effective_until=draw(retirements),
        secondary=draw(st.booleans()),
    )


@st.composite
def models(draw: st.DrawFn, name: str) -> Model:
    names = draw(st.lists(st.sampled_from(VERSIONS), min_size=1, max_size=3, unique=True))
    modalities = Modalities(input=("text", "audio"), output=("text",), source="types")
    return model(
        name,
        *[draw(versions(each)) for each in names],
        provider=draw(st.sampled_from(["openai", "xai", "unlisted"])),
        family=draw(st.sampled_from([None, "gpt"])),
        modalities=draw(st.sampled_from([None, modalities])),
        use_cases=tuple(sorted(draw(st.sets(st.sampled_from(["chat", "code", "unlisted"]))))),
        summary=draw(st.sampled_from([None, text("Fast and small", "Für große Mengen, Café")])),
        aliases=draw(st.sampled_from([(), (Alias(name="grok-4.1"),)])),
        prices=tuple(draw(st.lists(prices(), max_size=3))),
    )


@st.composite
def catalogs(draw: st.DrawFn) -> Catalog:
    names = draw(st.lists(st.sampled_from(["gpt-x", "grok", "GPT-image", "phi"]), unique=True))
    return catalog(*[draw(models(name)) for name in names], regions=ALL_REGIONS)


@st.composite
def catalogs_with_services(draw: st.DrawFn) -> Catalog:
    """Catalogues that may have a service, which has features in regions instead of offers."""
    built = draw(catalogs())
    features = st.builds(
        Feature,
        name=st.just(text("Live")),
        available=region_sets,
        covered=region_sets,
        as_of=st.just("2026"),
        source=st.just("types"),
    )
    listed = tuple(draw(st.lists(features, max_size=2)))
    service = model("speech", version("", offers=()), kind=EntryKind.SERVICE, features=listed)
    return built.but(models=(*built.models, service)) if listed else built


def some(*values: str) -> st.SearchStrategy[frozenset[str]]:
    return st.frozensets(st.sampled_from(values), min_size=1, max_size=2)


prices_asked = st.sampled_from([Decimal("0.5"), Decimal(1), Decimal("2.5")])
tokens_asked = st.sampled_from([8_192, 8_193, 200_000])

# No text is one letter off a name: the plain rule forgives no typing errors.
ASKED: dict[str, st.SearchStrategy[Any]] = {
    "text": st.sampled_from([" ", "gpt", "GPT zqzq", "grosse", "GRÖSSE", "cafe", "2025", "xai ok"]),
    "use_cases": some("chat", "code", "unlisted"),
    "regions": some(*REGION_IDS, UNLISTED_REGION, "nowhere"),
    "data_zones": some("EU", "US", "APAC", "MARS"),
    "countries": some("DE", "NL", "NO", "US", "XX"),
    "deployment_types": some(*SKUS, "Unheard"),
    "providers": some("openai", "xai", "unlisted"),
    "stages": some(*Stage, UNKNOWN_STAGE, PAST_DATE),
    "modalities": some("in:text", "in:audio", "out:text", "out:smell"),
    "capabilities": some("vision", "tools", "tools=high"),
    "min_context_tokens": tokens_asked,
    "max_context_tokens": tokens_asked,
    "min_input_price": prices_asked,
    "max_input_price": prices_asked,
    "min_output_price": prices_asked,
    "max_output_price": prices_asked,
    "retires_after": st.integers(-2, 2).map(lambda days: TODAY + timedelta(days=days)),
    "newest_only": st.just(True),
    "usable_only": st.just(True),
    "listed_only": st.just(True),
}


@st.composite
def queries(draw: st.DrawFn) -> CatalogQuery:
    """Ask for one to three things: more of them would leave nothing to compare."""
    names = draw(st.lists(st.sampled_from(list(ASKED)), max_size=3, unique=True))
    return CatalogQuery(**{name: draw(ASKED[name]) for name in names})
