# SPDX-License-Identifier: MIT
"""A client's file as bytes and back; what later versions add survives."""

import json
from functools import reduce
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from azmodels_gui.calculator.agreed import AGREED
from azmodels_gui.clients.client import (
    Agreement,
    Client,
    ClientTooNew,
    ClientUnusable,
    View,
    client_bytes,
    read_client,
)

WORDS = st.text(max_size=30)
NAMES = WORDS.filter(str.strip)
JSON = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**53), 2**53) | WORDS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(WORDS, inner, max_size=3),
    max_leaves=6,
)
AGREEMENTS = st.builds(
    Agreement,
    model=WORDS,
    figures=st.dictionaries(
        st.sampled_from(AGREED),
        st.decimals("0.0001", 99, places=4, allow_nan=False),
        max_size=3,
    ),
    agreed_on=st.dates(),
    note=WORDS,
)
CLIENTS = st.builds(
    Client,
    name=NAMES,
    notes=WORDS,
    model_notes=st.dictionaries(NAMES, WORDS, max_size=3),
    pinned=st.lists(st.tuples(NAMES, WORDS), max_size=4).map(tuple),
    view=st.builds(
        View, filter=WORDS, pages=st.dictionaries(NAMES, st.dictionaries(NAMES, JSON), max_size=2)
    ),
    saved_filters=st.dictionaries(NAMES, WORDS, max_size=3),
    agreed=st.lists(AGREEMENTS, max_size=2).map(tuple),
    catalog=st.none() | st.integers(0, 2**40),
)


@settings(deadline=None)
@given(CLIENTS)
def test_a_client_comes_back_as_it_was(client: Client) -> None:
    assert read_client(client_bytes(client)) == client


def changed(**fields: Any) -> bytes:
    return json.dumps({**json.loads(client_bytes(Client(name="Contoso"))), **fields}).encode()


def test_what_a_later_minor_version_adds_is_kept() -> None:
    client = read_client(changed(later={"a": [1]}, view={"filter": "x", "more": 2}))
    again = json.loads(client_bytes(client.but(notes="n")))
    assert (again["later"], again["view"]["more"], again["notes"]) == ({"a": [1]}, 2, "n")


def test_a_file_of_a_later_major_version_is_refused_in_words() -> None:
    with pytest.raises(ClientTooNew, match="newer azmodels"):
        read_client(changed(version=2))


HALF = "\ud800"
"""Half a surrogate pair: JSON can say it, UTF-8 cannot."""


def nested(depth: int) -> dict[str, Any]:
    return reduce(lambda inner, _: {"a": inner}, range(depth), {})


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "damaged"),
        (b"[]", "no client's file"),
        (b'{"format": "other"}', "no client's file"),
        (changed(name=" "), "name"),
        (changed(pinned=[["a"]]), r"pinned\[0\]"),
        (changed(notes=5), "notes: expected a text, found 5"),
        (changed(version="2"), "version: expected a whole number, found '2'"),
        (changed(version=True), "version: expected a whole number, found true"),
        (changed(version=2.0), "version: expected a whole number, found 2.0"),
        (changed(version=-5), "version: expected a number of at least 1, found -5"),
        (client_bytes(Client(name="Contoso"))[:-20], "damaged"),
        (b"[" * 100_000, "damaged"),
        (changed(pinned=[["a", HALF]]), "damaged"),
        (changed(later=HALF), "damaged"),
        (changed(saved_filters={HALF: "newest"}), "damaged"),
        (changed(view={"pages": {"map": {"place": HALF}}}), "damaged"),
        (changed(later=nested(300)), "cannot be written"),
        (changed(later=nested(900)), "cannot be written"),
    ],
)
def test_other_bytes_are_refused(data: bytes, words: str) -> None:
    with pytest.raises(ClientUnusable, match=words):
        read_client(data)


def test_what_a_later_minor_version_adds_to_the_tenant_is_kept() -> None:
    counter = {"name": "x", "used": 1, "limit": 2, "day": "2026-11-20", "reset": "monthly"}
    told = {"salt": "s", "counters": [counter], "advice": [1]}
    again = json.loads(client_bytes(read_client(changed(tenant=told)).but(notes="n")))
    assert again["tenant"]["advice"] == [1]
    assert again["tenant"]["counters"][0]["reset"] == "monthly"
