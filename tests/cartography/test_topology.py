# SPDX-License-Identifier: MIT
"""Two countries with a border between them, the shipped outlines, and files that are none."""

import json

import pytest

from azmodels_gui.cartography.topology import (
    OutlinesDamaged,
    Topology,
    joined,
    outer_arcs,
    read_topology,
    shared_arcs,
)
from azmodels_gui.cartography.viewport import CUT
from azmodels_gui.storage.bundled import resource

BORDER, WEST_COAST, EAST_COAST = 0, 1, 2


def two_countries() -> bytes:
    """Return West (0 to 1 east) and East (1 to 2 east), with the border between."""
    return json.dumps(
        {
            "type": "Topology",
            "transform": {"scale": [0.5, 0.5], "translate": [0, 0]},
            "arcs": [
                [[2, 0], [0, 2]],
                [[2, 2], [-2, 0], [0, -2], [2, 0]],
                [[2, 2], [2, 0], [0, -2], [-2, 0]],
            ],
            "objects": {
                "countries": {
                    "geometries": [
                        {"type": "Polygon", "arcs": [[0, 1]], "properties": {"name": "West"}},
                        {
                            "type": "MultiPolygon",
                            "arcs": [[[0, 2]]],
                            "properties": {"name": "East"},
                        },
                        {"type": None, "properties": {"name": "Nowhere"}},
                    ]
                }
            },
        }
    ).encode()


@pytest.fixture(scope="module")
def shipped() -> Topology:
    return read_topology(resource("map/countries.topo.json").read_bytes())


def test_steps_become_degrees() -> None:
    topology = read_topology(two_countries())
    west = topology.countries[0]
    assert joined(west.rings[0], topology.arcs) == [(1, 0), (1, 1), (0, 1), (0, 0), (1, 0)]


def test_an_arc_runs_backwards_too() -> None:
    topology = read_topology(two_countries())
    assert joined((~WEST_COAST, ~BORDER), topology.arcs) == [(1, 0), (0, 0), (0, 1), (1, 1), (1, 0)]


def test_borders_and_the_line_around_both() -> None:
    countries = read_topology(two_countries()).countries
    assert shared_arcs(countries) == {BORDER}
    assert outer_arcs(countries) == {WEST_COAST, EAST_COAST}
    assert outer_arcs(countries[:1]) == {BORDER, WEST_COAST}
    assert outer_arcs(()) == frozenset()


def test_a_country_without_outlines_is_kept_by_name() -> None:
    assert read_topology(two_countries()).countries[2].rings == ()


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(b"", id="nothing"),
        pytest.param(b"[1, 2]", id="a list"),
        pytest.param(b'{"arcs": []}', id="no countries"),
        pytest.param(b"\xff\xfe", id="no UTF-8"),
        pytest.param(
            two_countries().replace(b'"arcs": [[0, 1]]', b'"arcs": [[0, 9]]'), id="arc missing"
        ),
    ],
)
def test_another_file_is_refused(data: bytes) -> None:
    with pytest.raises(OutlinesDamaged):
        read_topology(data)


def test_the_shipped_outlines_are_small_and_say_where_they_come_from(shipped: Topology) -> None:
    assert resource("map/countries.topo.json").stat().st_size < 130_000
    assert "Natural Earth" in shipped.attribution


def test_the_shipped_outlines_hold_every_member_of_the_zones_and_no_ice(shipped: Topology) -> None:
    names = {country.name for country in shipped.countries}
    assert {"Malta", "Luxembourg", "Cyprus", "Singapore", "Hong Kong", "Germany"} <= names
    assert "Antarctica" not in names


def test_every_shipped_ring_is_closed_and_goes_around_something(shipped: Topology) -> None:
    for country in shipped.countries:
        for ring in country.rings:
            line = joined(ring, shipped.arcs)
            assert line[0] == line[-1], country.name
            assert len(set(line)) >= 3, country.name


def test_no_shipped_line_crosses_the_cut(shipped: Topology) -> None:
    for arc in shipped.arcs:
        across = [x for x, _ in arc]
        assert max(across) - min(across) < 180
        assert min(across) >= CUT - 0.01
        assert max(across) <= CUT + 360
