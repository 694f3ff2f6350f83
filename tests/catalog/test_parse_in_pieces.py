# SPDX-License-Identifier: MIT
"""Reading piece by piece gives what reading in one go gives, faults included."""

import json
import weakref
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from azmodels_gui.catalog.document import Catalog
from azmodels_gui.catalog.loading import (
    CatalogUnusable,
    SchemaTooNew,
    parse_catalog,
    parse_in_pieces,
    split_models,
)
from azmodels_gui.publish.build import catalog_bytes
from azmodels_gui.storage.bundled import bundled_catalog_bytes
from tests.builders import catalog, model, offer, text, version

TRICKY = 'a "quoted" { [ bracket ] } \\ "models": ['
GOOD = catalog(
    model("gpt-x", version("1", offers=[offer("Standard", "eastus2")]), summary=text(TRICKY)),
    model("gpt-y", version("1"), version("2")),
    title=TRICKY,
)
DATA = catalog_bytes(GOOD)
SMALLEST = b'"schema_version": "1.0", "serial": 1, "published": "2026-11-22"'


def outcome(read: Any, data: bytes) -> object:
    """Return the catalogue, or the words of the refusal."""
    try:
        return read(data)
    except CatalogUnusable as error:
        return type(error), str(error)


def test_the_shipped_catalogue_is_the_same_in_pieces() -> None:
    data = bundled_catalog_bytes()
    pieces = split_models(data)
    whole = parse_catalog(data)
    assert pieces is not None
    assert len(pieces.models) == len(whole.models)
    assert parse_in_pieces(data) == whole


@pytest.mark.parametrize("read", [parse_catalog, parse_in_pieces])
def test_what_another_catalogue_holds_is_not_held_twice(read: Callable[[bytes], Catalog]) -> None:
    held = parse_catalog(DATA)
    newer = GOOD.but(serial=GOOD.serial + 1, models=(GOOD.models[0], model("gpt-y", version("3"))))
    found = read(catalog_bytes(newer))
    assert found == newer
    assert found.models[0] is held.models[0]
    assert held == GOOD
    again = read(DATA)
    assert again == GOOD
    assert again.models[0] is held.models[0]


def test_what_nobody_holds_any_more_goes() -> None:
    gone = weakref.ref(parse_catalog(catalog_bytes(catalog(model("gpt-z")))).models[0])
    assert gone() is None


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(DATA, id="as we write it"),
        pytest.param(json.dumps(json.loads(DATA)).encode(), id="on one line, in ASCII"),
        pytest.param(json.dumps(json.loads(DATA), indent=4).encode(), id="spread wide"),
        pytest.param(b"{" + SMALLEST + b"}", id="no models"),
        pytest.param(b"{" + SMALLEST + b', "models": [ ]}', id="an empty list"),
        pytest.param(b"{" + SMALLEST + b', "models": [1]}', id="a number for a model"),
        pytest.param(b"{" + SMALLEST + b', "models": [{}]}', id="an empty model"),
        pytest.param(b"{" + SMALLEST + b', "models": [,]}', id="a comma alone"),
        pytest.param(b"{" + SMALLEST + b', "models": [], "models": []}', id="models twice"),
        pytest.param(b"{" + SMALLEST + b', "x": {"models": [{}]}}', id="models elsewhere"),
        pytest.param(b"{" + SMALLEST + rb', "a \"models": [{}]}', id="a key that ends alike"),
        pytest.param(b"{" + SMALLEST + rb', "\u006dodels": [{}]}', id="a key with escapes"),
        pytest.param(DATA.replace(b"}, {", b"} {"), id="a comma missing"),
        pytest.param(DATA[:-30], id="cut off"),
        pytest.param(DATA + b"]", id="one bracket too many"),
        pytest.param(DATA + b"x", id="a letter behind"),
        pytest.param(DATA.replace(b'"1.0"', b'"2.0"'), id="a newer schema"),
        pytest.param(DATA.replace(b'"gpt-y"', b'"gpt-x"'), id="a model twice"),
        pytest.param(b'"' + b"\\" * 99_999, id="backslashes without end"),
        pytest.param(b"[" * 99_999, id="brackets without end"),
        pytest.param(b"<html>{[</html>", id="a web page"),
    ],
)
def test_both_ways_agree(data: bytes) -> None:
    assert outcome(parse_in_pieces, data) == outcome(parse_catalog, data)


@given(data=st.data())
def test_both_ways_agree_whatever_is_changed(data: st.DataObject) -> None:
    changed = bytearray(DATA)
    for _ in range(data.draw(st.integers(1, 3))):
        at = data.draw(st.integers(0, len(changed) - 1))
        changed[at : at + data.draw(st.integers(0, 3))] = data.draw(
            st.sampled_from([b"", b"{", b"}", b"[", b"]", b'"', b"\\", b",", b" ", b"1", b"\xff"])
        )
    assert outcome(parse_in_pieces, bytes(changed)) == outcome(parse_catalog, bytes(changed))


def test_a_newer_schema_is_told_apart() -> None:
    with pytest.raises(SchemaTooNew):
        parse_in_pieces(DATA.replace(b'"1.0"', b'"2.0"'))
