# SPDX-License-Identifier: MIT
"""What a window shows goes into a client's file and comes back equal; one's own stays one's own."""

import base64
import json
from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from azmodels_gui.app.saved_state import state_from_json, state_to_json
from azmodels_gui.calculator.kept_load import key_of
from azmodels_gui.catalog.query import CatalogQuery
from azmodels_gui.clients.client import Client, View, client_bytes, read_client
from azmodels_gui.language.words import N_, ToldError
from azmodels_gui.window.client.client_view import (
    Here,
    client_shown,
    clients_names,
    keep_loads,
    own_state,
    state_of,
)
from azmodels_gui.window.page_stack import shared_names
from azmodels_gui.window.sheets.kept_wishes import STATE_KEY
from azmodels_gui.window.state import FIRST_FILTER, SavedFilter, WindowState
from tests.app.test_saved_state import keys, names, queries

NAMES = {**clients_names(), "later": frozenset({"something"})}
own_names = ("columns", "splitter_px", "folder", "paper")
words = st.text(alphabet="abcäß -", max_size=8)
values = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**53), 2**53) | words,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(words, inner, max_size=3),
    max_leaves=5,
)


def records(key: str) -> st.SearchStrategy[dict[str, Any]]:
    """Return records of a page: values of the client's, and of the user's own."""
    texts = key == STATE_KEY
    inside = st.sampled_from([*sorted(NAMES[key]), *own_names])
    return st.dictionaries(inside, words if texts else values, min_size=1, max_size=4)


states = st.builds(
    WindowState,
    query=queries,
    saved_filters=st.lists(
        st.builds(SavedFilter, names, queries), unique_by=lambda saved: saved.name, max_size=3
    ).map(tuple),
    pinned=st.lists(keys, max_size=3, unique=True).map(tuple),
    page=st.sampled_from(["", *shared_names()]),
    pages=st.fixed_dictionaries({}, optional={key: records(key) for key in clients_names()}),
)


def no_load(key: str) -> bytes:
    raise ToldError(N_("there is none"))


def there(_path: str) -> bool:
    return True


HERE = Here(no_load, there, lambda _path: None)


def only_clients(state: WindowState) -> dict[str, Any]:
    return {
        key: kept
        for key, record in state.pages.items()
        if (kept := {name: each for name, each in record.items() if name in NAMES[key]})
    }


@given(states, states)
def test_what_is_shown_comes_back_out_of_the_file(shown: WindowState, own: WindowState) -> None:
    client = client_shown(Client(name="Contoso"), shown, HERE)
    read = read_client(client_bytes(client))
    assert read == client
    again = state_of(read, own, there)
    wished = {"client": "Contoso", **only_clients(shown).get(STATE_KEY, {})}
    assert only_clients(again) == {**only_clients(shown), STATE_KEY: wished}
    for name in ("query", "pinned", "page"):
        assert getattr(again, name) == getattr(shown, name)
    assert set(again.saved_filters) == set(shown.saved_filters)


@given(states, states)
def test_ones_own_state_is_the_same_after_a_client(shown: WindowState, own: WindowState) -> None:
    client = client_shown(Client(name="Contoso"), shown, HERE)
    back = own_state(state_of(client, own, there), own)
    assert back == replace(own, pages={key: each for key, each in own.pages.items() if each})
    assert state_from_json(json.loads(json.dumps(state_to_json(back)))) == back


def test_a_client_that_no_window_showed_yet_begins_as_at_first() -> None:
    own = WindowState(query=CatalogQuery(text="own"), pinned=(("a", "1"),))
    state = state_of(Client(name="Contoso"), own, there)
    assert (state.query, state.pinned) == (FIRST_FILTER, ())
    assert state.pages == {STATE_KEY: {"client": "Contoso"}}


def test_what_a_later_version_tells_of_its_pages_and_filters_stays() -> None:
    client = Client(
        name="Contoso",
        view=View(pages={"later": {"something": 1}}, filter="colour:red"),
        saved_filters={"mine": "newest", "later": "colour:red"},
    )
    state = state_of(client, WindowState(), there)
    assert state.query == FIRST_FILTER
    again = client_shown(client, state, HERE)
    assert again.view.pages == {"later": {"something": 1}}
    assert again.saved_filters == client.saved_filters


def test_load_profiles_travel_in_the_file_and_damaged_ones_do_not_arrive() -> None:
    data = b"a packed load"
    key = key_of(data)
    scenario = {"inputs": {"profile_file": "load.csv", "profile_key": key}}
    shown = WindowState(pages={"calculator": {"scenarios": [scenario]}})
    client = client_shown(
        Client(name="Contoso"), shown, HERE._replace(kept_load={key: data}.__getitem__)
    )
    read = read_client(client_bytes(client))
    kept: dict[str, bytes] = {}
    keep_loads(read, kept.__setitem__)
    assert kept == {key: data}
    # It is at hand already, so that nobody packs a year of minutes with each save.
    assert client_shown(read, shown, HERE).loads == read.loads
    assert client_shown(read, WindowState(), HERE).loads == {}
    kept.clear()
    for damaged in (base64.b64encode(b"another").decode(), "A"):
        keep_loads(read.but(loads={key: damaged}), kept.__setitem__)
    assert kept == {}


def test_a_file_from_elsewhere_has_no_load_profile_read_by_its_path() -> None:
    inputs = {"profile_file": "/home/secret.csv", "users": "3"}
    view = View(pages={"calculator": {"scenarios": [{"inputs": inputs}]}})
    state = state_of(Client(name="Contoso", view=view), WindowState(), there)
    assert state.pages["calculator"] == {"scenarios": [{"inputs": {"users": "3"}}]}


def test_files_that_only_another_computer_has_stay_named_and_are_not_asked_for() -> None:
    view = View(sheet={"logo": "D:/logo.png", "title": "Offer"})
    client = Client(name="Contoso", view=view)
    state = state_of(client, WindowState(), lambda _path: False)
    assert state.pages[STATE_KEY] == {"client": "Contoso", "title": "Offer"}
    again = client_shown(client, state, HERE._replace(is_there=lambda _path: False))
    assert again.view.sheet["logo"] == "D:/logo.png"
    assert client_shown(client, state, HERE).view.sheet.get("logo") is None
