# SPDX-License-Identifier: MIT
"""The index against the plain rule: what fits, what may fit, how many a click leaves."""

from collections import Counter
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from azmodels_gui.catalog.document import Catalog
from azmodels_gui.catalog.facts import Capability, Limits, Offer, TokenLimit
from azmodels_gui.catalog.filter_words import unknown_told
from azmodels_gui.catalog.index import CatalogIndex, first_order
from azmodels_gui.catalog.query import Asked, CatalogQuery, Facet
from azmodels_gui.catalog.terms import DEVELOPER_TIER, Billing, Scope, Stage
from tests.builders import (
    DEPLOYMENT_TYPES,
    TODAY,
    catalog,
    deployment_type,
    entry,
    model,
    offer,
    version,
)
from tests.catalog.plain_rule import accepts, answers, may_fit
from tests.catalog.queries import SKUS, catalogs_with_services, queries


def plain_rows(index: CatalogIndex, query: CatalogQuery) -> list[int]:
    return [
        row
        for row, entry in enumerate(index.entries)
        if accepts(query, entry, index.catalog, index.today)
    ]


@given(built=catalogs_with_services(), query=queries())
def test_the_index_finds_what_the_plain_rule_finds(built: Catalog, query: CatalogQuery) -> None:
    index = CatalogIndex(built, TODAY)
    result = index.run(query)
    expected = plain_rows(index, query)
    assert result.rows() == expected
    assert result.count == len(expected)
    everything = plain_rows(index, replace(query, usable_only=False))
    assert result.hidden == len(everything) - len(expected)


@given(built=catalogs_with_services(), query=queries())
def test_the_index_finds_what_may_fit_apart_from_what_does(
    built: Catalog, query: CatalogQuery
) -> None:
    index = CatalogIndex(built, TODAY)
    result = index.run(query)
    given_answers = [answers(query, entry, index.catalog, index.today) for entry in index.entries]
    fitting = set(result.rows())
    expected = {
        row
        for row, entry in enumerate(index.entries)
        if row not in fitting and may_fit(query, entry, index.catalog, index.today)
    }
    assert set(result.unknown_by_rank()) == expected
    open_questions = Counter(
        asked for row in expected for asked, told in given_answers[row].items() if told is None
    )
    assert result.unknown_counts == open_questions


@given(built=catalogs_with_services(), query=queries())
def test_a_count_is_what_the_value_alone_would_leave(built: Catalog, query: CatalogQuery) -> None:
    index = CatalogIndex(built, TODAY)
    counts = index.run(query).counts
    for facet in Facet:
        assert counts[facet] == {
            value: len(plain_rows(index, query.with_values(facet, {value})))
            for value in index.values[facet]
        }


@given(
    built=catalogs_with_services(),
    query=queries(),
    facet=st.sampled_from(list(Facet)),
    data=st.data(),
)
def test_values_together_leave_what_the_plain_rule_says(
    built: Catalog, query: CatalogQuery, facet: Facet, data: st.DataObject
) -> None:
    index = CatalogIndex(built, TODAY)
    listed = index.values[facet]
    chosen = data.draw(st.sets(st.sampled_from(listed), min_size=1)) if listed else {"none"}
    count = index.run(query).count_with(facet, chosen)
    assert count == len(plain_rows(index, query.with_values(facet, chosen)))


@given(built=catalogs_with_services(), query=queries(), facet=st.sampled_from(list(Facet)))
def test_what_may_fit_with_a_value_is_counted_apart(
    built: Catalog, query: CatalogQuery, facet: Facet
) -> None:
    index = CatalogIndex(built, TODAY)
    for value in index.values[facet][:3]:
        asked = query.with_values(facet, {value})
        fitting = set(plain_rows(index, asked))
        expected = sum(
            row not in fitting and may_fit(asked, entry, index.catalog, index.today)
            for row, entry in enumerate(index.entries)
        )
        assert index.run(query).with_value(facet, value).unknown == expected


@given(built=catalogs_with_services(), asked=st.lists(queries(), min_size=2, max_size=4))
def test_an_answer_does_not_depend_on_what_was_asked_before(
    built: Catalog, asked: list[CatalogQuery]
) -> None:
    used = CatalogIndex(built, TODAY)
    for query in asked:
        fresh = CatalogIndex(built, TODAY).run(query)
        again = used.run(query)
        assert (again.rows(), again.counts) == (fresh.rows(), fresh.counts)


def test_every_value_an_entry_can_be_found_by_is_listed() -> None:
    index = CatalogIndex(catalog(model(use_cases=("unlisted",))), TODAY)
    assert index.values[Facet.USE_CASES] == ("chat", "code", "unlisted")
    assert index.values[Facet.MODALITIES] == ("in:text", "out:text")


def test_rows_come_in_the_order_asked_for() -> None:
    index = CatalogIndex(catalog(model("a"), model("b"), model("c", provider="xai")), TODAY)
    result = index.run(CatalogQuery(providers=frozenset({"openai"})))
    assert result.rows([2, 1, 0]) == [1, 0]


def test_an_empty_catalogue_answers_with_nothing() -> None:
    result = CatalogIndex(catalog(), TODAY).run(CatalogQuery())
    assert result.rows() == []
    assert result.count == 0
    assert set(result.counts[Facet.REGIONS].values()) == {0}


def test_an_entry_is_found_by_its_key() -> None:
    index = CatalogIndex(catalog(model("a", version("1"), version("2"))), TODAY)
    assert index.row_of(("a", "2")) == 1
    assert index.row_of(("a", "3")) is None


def test_more_regions_than_one_entry_offers_are_counted_apart() -> None:
    offered = version(offers=[offer("Standard", "swedencentral", "eastus2")])
    index = CatalogIndex(catalog(model("a", offered)), TODAY)
    counts = index.run(CatalogQuery(regions=frozenset({"swedencentral"}))).counts
    assert counts[Facet.REGIONS]["eastus2"] == 1
    assert counts[Facet.DATA_ZONES] == {"EU": 1, "US": 0, "APAC": 0}


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


OFFERS = [offer("GlobalStandard", "eastus2")]


def test_a_known_offer_comes_first_then_generally_available_then_the_newest() -> None:
    entries = [
        entry("unoffered", version("2026-11-01")),
        entry("tried-only", version("2026-10-30", offers=[offer(DEVELOPER_TIER, "eastus2")])),
        entry("old", version("2024-05-13", stage=Stage.RETIRED, offers=OFFERS)),
        entry("preview", version("2026-10-15", stage=Stage.PREVIEW, offers=OFFERS)),
        entry("b-numbered", version("2", offers=OFFERS)),
        entry("newest", version("2026-09-29", offers=OFFERS)),
        entry("overdue", version("2026-10-01", retirement=date(2026, 11, 1), offers=OFFERS)),
        entry("a-numbered", version("2", offers=OFFERS)),
        entry("older", version("2025-08-07", offers=OFFERS)),
        entry("nameless", version("", offers=OFFERS)),
        entry("unoffered-old", version("2025", stage=Stage.RETIRED)),
    ]
    ordered = [entries[row].model.id for row in first_order(entries, TODAY)]
    assert ordered == [
        *("newest", "older", "a-numbered", "b-numbered", "nameless"),
        *("preview", "overdue", "old"),
        *("unoffered", "tried-only", "unoffered-old"),
    ]
