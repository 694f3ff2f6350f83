# SPDX-License-Identifier: MIT
"""A filter in words, each piece removable."""

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from azmodels_gui.catalog.filter_words import active_filters
from azmodels_gui.catalog.query import CatalogQuery
from tests.builders import catalog, region

ids = st.frozensets(st.sampled_from(["a", "b", "c"]))
queries = st.builds(
    CatalogQuery,
    text=st.sampled_from(["", "gpt mini"]),
    use_cases=ids,
    regions=ids,
    stages=ids,
    min_context_tokens=st.none() | st.integers(0, 10**6),
    max_input_price=st.none() | st.just(Decimal("2.5")),
    newest_only=st.booleans(),
    usable_only=st.booleans(),
    listed_only=st.booleans(),
)


CATALOG = catalog(regions=(region("West", None, "Utopia", "Europe"),))


def test_each_piece_is_named_in_the_order_of_the_panel() -> None:
    query = CatalogQuery(
        text=" mini ",
        regions=frozenset({"west"}),
        min_context_tokens=128_000,
        max_input_price=Decimal("2.5"),
        newest_only=True,
    )
    words = [piece.words for piece in active_filters(query, CATALOG, "en")]
    assert words == [
        "Search: mini",
        "Region: West",
        "Input price up to $2.50 per 1M tokens",
        "Context from 128,000 tokens",
        "Newest version only",
    ]


def test_figures_are_written_as_the_language_does() -> None:
    query = CatalogQuery(min_context_tokens=128_000)
    (piece,) = active_filters(query, CATALOG, "de")
    assert "128.000" in piece.words


def test_a_label_in_braces_is_not_taken_for_a_placeholder() -> None:
    query = CatalogQuery(providers=frozenset({"{value}"}))
    (piece,) = active_filters(query, CATALOG, "en")
    assert piece.words == "Provider: {value}"


@given(query=queries)
def test_taking_away_every_piece_in_turn_leaves_no_filter(query: CatalogQuery) -> None:
    steps = 0
    while pieces := active_filters(query, CATALOG, "en"):
        query = pieces[0].without
        steps += 1
        assert steps < 50
    assert query.is_empty
