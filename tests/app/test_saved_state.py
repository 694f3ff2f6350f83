# SPDX-License-Identifier: MIT
"""The window's state survives the file, and the file survives everything."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import fields

from azmodels_gui.app.saved_state import KEY, state_from_json, state_to_json
from azmodels_gui.catalog.query import CatalogQuery
from azmodels_gui.storage.preferences import JsonValue
from azmodels_gui.window.state import FIRST_FILTER, SavedFilter, WindowState
from azmodels_gui.window.theme import ThemeChoice

names = st.text(max_size=8)
keys = st.tuples(names, names)
queries = st.builds(CatalogQuery, text=names, regions=st.frozensets(st.text(min_size=1)))
states = st.builds(
    WindowState,
    language=st.sampled_from(["", "de", "en"]),
    theme=st.sampled_from(ThemeChoice),
    size_px=st.none() | st.tuples(st.integers(0, 9_000), st.integers(0, 9_000)),
    maximised=st.booleans(),
    query=queries,
    saved_filters=st.lists(
        st.builds(SavedFilter, names, queries), unique_by=lambda saved: saved.name, max_size=4
    ).map(tuple),
    pinned=st.lists(keys, max_size=3).map(tuple),
    page=names,
    pages=st.dictionaries(names, st.dictionaries(names, names, max_size=3), max_size=3),
)
json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(names, inner, max_size=3),
    max_leaves=8,
)


@given(state=states)
def test_every_state_comes_back_equal_through_json(state: WindowState) -> None:
    written = json.dumps(state_to_json(state))
    assert state_from_json(json.loads(written)) == state


@pytest.mark.parametrize(
    "values",
    [
        pytest.param({}, id="an empty file"),
        pytest.param({KEY: None}, id="nothing where the state should be"),
        pytest.param({KEY: [1, 2]}, id="a list where the state should be"),
        pytest.param({"other": {}}, id="a file of something else"),
    ],
)
def test_without_a_state_it_is_the_first_start(values: dict[str, JsonValue]) -> None:
    assert state_from_json(values) == WindowState()


def test_only_the_damaged_part_is_lost() -> None:
    values = state_to_json(WindowState(language="de", page="regions"))
    inside = values[KEY]
    assert isinstance(inside, dict)
    inside |= {"language": 7, "query": "colour:red", "saved_filters": {"a": "newest", "b": "x:y"}}
    state = state_from_json(values)
    assert (state.language, state.page, state.query) == ("", "regions", FIRST_FILTER)
    assert state.saved_filters == (SavedFilter("a", CatalogQuery(newest_only=True)),)


parts = [each.name for each in fields(WindowState)]


@given(inside=st.dictionaries(st.sampled_from(parts), json_values))
def test_any_json_makes_some_state(inside: dict[str, JsonValue]) -> None:
    assert isinstance(state_from_json({KEY: inside}), WindowState)
