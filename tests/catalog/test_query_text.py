# SPDX-License-Identifier: MIT
"""A filter survives being sent as text."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from azmodels_gui.catalog.query import CatalogQuery
from azmodels_gui.catalog.query_text import FilterTextInvalid, parse_query_text, query_text

ids = st.frozensets(st.text(min_size=1, max_size=12), max_size=3)
tokens = st.none() | st.integers(0, 10**12 - 1)
prices = st.none() | st.decimals(0, 10**6, places=6)
queries = st.builds(
    CatalogQuery,
    text=st.text(max_size=40),
    use_cases=ids,
    regions=ids,
    data_zones=ids,
    countries=ids,
    deployment_types=ids,
    providers=ids,
    stages=ids,
    modalities=ids,
    capabilities=ids,
    min_context_tokens=tokens,
    max_context_tokens=tokens,
    min_input_price=prices,
    max_input_price=prices,
    min_output_price=prices,
    max_output_price=prices,
    retires_after=st.none() | st.dates(),
    newest_only=st.booleans(),
    usable_only=st.booleans(),
    listed_only=st.booleans(),
)


@given(query=queries)
def test_every_filter_comes_back_equal(query: CatalogQuery) -> None:
    assert parse_query_text(query_text(query)) == query


def test_the_text_reads_like_a_sentence() -> None:
    query = CatalogQuery(
        text="mini turbo",
        regions=frozenset({"germanywestcentral"}),
        stages=frozenset({"preview"}),
        min_context_tokens=128_000,
        max_input_price=Decimal("2.50"),
        retires_after=date(2027, 7, 31),
        newest_only=True,
    )
    assert query_text(query) == (
        "region:germanywestcentral stage:preview price<=2.50 retires>2027-07-31 "
        "context>=128000 newest mini turbo"
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("", CatalogQuery(), id="nothing is the empty filter"),
        pytest.param("  gpt \n mini ", CatalogQuery(text="gpt mini"), id="spaces do not count"),
        pytest.param('"a:b"', CatalogQuery(text="a:b"), id="quotes make a colon plain text"),
        pytest.param('"newest"', CatalogQuery(text="newest"), id="quotes make newest plain text"),
        pytest.param(
            "region:a region:b gpt",
            CatalogQuery(text="gpt", regions=frozenset("ab")),
            id="a key may come twice",
        ),
        pytest.param(
            "modality:in:text",
            CatalogQuery(modalities=frozenset({"in:text"})),
            id="a value may hold a colon",
        ),
    ],
)
def test_text_written_by_hand_is_understood(text: str, expected: CatalogQuery) -> None:
    assert parse_query_text(text) == expected


@pytest.mark.parametrize(
    ("text", "told"),
    [
        pytest.param("regoin:x", "did you mean region:", id="a slip of the pen"),
        pytest.param("weight:heavy", "known are use-case", id="a key that does not exist"),
        pytest.param("context>=many", "not a number", id="a bound in words"),
        pytest.param("context>=1.5", "not a number", id="half a token"),
        pytest.param("retires>July", "not a day", id="a day in words"),
        pytest.param("retires>=2027-07-31", "not a range", id="a day the other way round"),
        pytest.param("price<=-1", "not a number", id="a negative price"),
        pytest.param("price<=1e999999", "not a number", id="a number too large to write out"),
        pytest.param("size>=3", "not a range", id="a range that does not exist"),
        pytest.param('gpt "open', "not understood", id="an open quotation mark"),
        pytest.param("a" * 10_001, "longer than", id="a text without end"),
    ],
)
def test_what_is_no_filter_is_refused_with_a_reason(text: str, told: str) -> None:
    with pytest.raises(FilterTextInvalid, match=told):
        parse_query_text(text)


@given(text=st.text(max_size=60))
def test_any_text_is_either_a_filter_or_refused(text: str) -> None:
    try:
        query = parse_query_text(text)
    except FilterTextInvalid:
        return
    assert parse_query_text(query_text(query)) == query
