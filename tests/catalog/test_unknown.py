# SPDX-License-Identifier: MIT
"""Entries that a filter drops although nothing known speaks against them."""

import pytest

from azmodels_gui.catalog.facts import Capability, Limits, Offer, TokenLimit
from azmodels_gui.catalog.filter_words import unknown_told
from azmodels_gui.catalog.index import CatalogIndex
from azmodels_gui.catalog.query import Asked, CatalogQuery
from azmodels_gui.catalog.terms import DEVELOPER_TIER, Billing, Scope
from tests.builders import DEPLOYMENT_TYPES, TODAY, catalog, deployment_type, model, offer, version
from tests.catalog.queries import SKUS

TYPES = (*DEPLOYMENT_TYPES, deployment_type(DEVELOPER_TIER, Billing.PAYG, Scope.GLOBAL))
WINDOW = Limits(context_window=TokenLimit(tokens=8_192, source="types"))


def with_offer(changed: Offer) -> list[Offer]:
    """Return an offer with all others known not to exist."""
    return [changed, *(offer(sku) for sku in SKUS if sku != changed.deployment_type)]


def thinking(*levels: str, supported: bool = True) -> tuple[Capability, ...]:
    return (Capability(id="thinking", levels=levels, supported=supported, source="types"),)


INDEX = CatalogIndex(
    catalog(
        model("yes", version(offers=with_offer(offer("Standard", "eastus2")), limits=WINDOW,
                             capabilities=thinking("low", "high"))),
        model("no", version(offers=with_offer(offer("Standard")), limits=WINDOW,
                            capabilities=thinking(supported=False))),
        model("unknown", version(stage=None)),
        model("disputed", version(offers=with_offer(offer("Standard", disputed=["eastus2"])),
                                  limits=WINDOW, capabilities=thinking())),
        deployment_types=TYPES,
    ),
    TODAY,
)  # fmt: skip


@pytest.mark.parametrize(
    ("query", "fitting", "unknown"),
    [
        pytest.param(
            CatalogQuery(regions=frozenset({"eastus2"})),
            ["yes"],
            ["unknown", "disputed"],
            id="the developer tier makes no question of a no",
        ),
        pytest.param(
            CatalogQuery(deployment_types=frozenset({DEVELOPER_TIER})),
            [],
            ["yes", "no", "unknown", "disputed"],
            id="the developer tier by name",
        ),
        pytest.param(
            CatalogQuery(data_zones=frozenset({"US"}), text="dis"), [], ["disputed"], id="zone"
        ),
        pytest.param(
            CatalogQuery(capabilities=frozenset({"thinking"})),
            ["yes", "disputed"],
            ["unknown"],
            id="a capability that is not named is unknown, a denied one is a no",
        ),
        pytest.param(
            CatalogQuery(capabilities=frozenset({"thinking=high"})),
            ["yes"],
            ["unknown", "disputed"],
            id="a level is unknown where none is named",
        ),
        pytest.param(
            CatalogQuery(capabilities=frozenset({"thinking=max"})),
            [],
            ["unknown", "disputed"],
            id="a level that is not among those named is a no",
        ),
        pytest.param(
            CatalogQuery(min_context_tokens=10_000), [], ["unknown"], id="a context window"
        ),
        pytest.param(
            CatalogQuery(stages=frozenset({"past_date"})), [], ["unknown"], id="past its date"
        ),
        pytest.param(CatalogQuery(providers=frozenset({"xai"})), [], [], id="never unknown"),
        pytest.param(CatalogQuery(), ["yes", "no", "unknown", "disputed"], [], id="nothing asked"),
    ],
)
def test_the_unknown_is_told_apart_from_yes_and_no(
    query: CatalogQuery, fitting: list[str], unknown: list[str]
) -> None:
    result = INDEX.run(query)

    assert [INDEX.entries[row].model.id for row in result.rows()] == fitting
    assert [INDEX.entries[row].model.id for row in result.unknown_by_rank()] == unknown


def test_each_open_question_is_counted() -> None:
    asked = CatalogQuery(regions=frozenset({"eastus2"}), max_context_tokens=10_000)

    assert INDEX.run(asked).unknown_counts == {Asked.AVAILABILITY: 2, Asked.CONTEXT: 1}


@pytest.mark.parametrize(
    ("query", "english", "german"),
    [
        pytest.param(
            CatalogQuery(regions=frozenset({"eastus2"}), max_context_tokens=10_000),
            "2 more entries of which the offer there or the context window is unknown",
            "2 weitere Einträge, von denen das Angebot dort oder das Kontextfenster unbekannt ist",
            id="two",
        ),
        pytest.param(
            CatalogQuery(capabilities=frozenset({"thinking"})),
            "1 more entry of which the capability is unknown",
            "1 weiterer Eintrag, von dem die Fähigkeit unbekannt ist",
            id="one",
        ),
        pytest.param(CatalogQuery(), "", "", id="none"),
    ],
)
def test_what_is_unknown_is_told(query: CatalogQuery, english: str, german: str) -> None:
    assert unknown_told(INDEX.run(query), "en") == english
    assert unknown_told(INDEX.run(query), "de") == german
