# SPDX-License-Identifier: MIT
"""Simplified outlines: specks gone, borders still shared, the tip of Siberia in the east."""

from pathlib import Path

from azmodels_gui.cartography.topology import Country, Topology, joined, read_topology, shared_arcs
from tools.map_outlines import main, simplified, topojson

ZIGZAG = tuple((10 + 0.0005 * (at % 2), 48 + at / 100) for at in range(101))
"""A border of one degree that is straight but for a few metres."""


def neighbours() -> Topology:
    """Return two countries, an island of the first, and ice."""
    arcs = (
        ZIGZAG,
        (ZIGZAG[-1], (8.0, 49.0), (8.0, 48.0), ZIGZAG[0]),
        (ZIGZAG[-1], (12.0, 49.0), (12.0, 48.0), ZIGZAG[0]),
        ((6.0, 48.0), (6.01, 48.0), (6.01, 48.01), (6.0, 48.0)),
        ((0.0, -80.0), (20.0, -80.0), (20.0, -70.0), (0.0, -80.0)),
        ((178.0, 66.0), (-178.0, 66.0), (-178.0, 68.0), (178.0, 68.0), (178.0, 66.0)),
    )
    countries = (
        Country("West", ((0, 1), (3,))),
        Country("East", ((0, 2),)),
        Country("Antarctica", ((4,),)),
        Country("Tip", ((5,),)),
    )
    return Topology(arcs, countries)


def test_what_cannot_be_seen_is_gone() -> None:
    made = simplified(neighbours())
    assert [(each.name, len(each.rings)) for each in made.countries] == [
        ("East", 1),
        ("Tip", 1),
        ("West", 1),
    ]
    assert sum(map(len, made.arcs)) < 20


def test_neighbours_still_share_their_border() -> None:
    made = simplified(neighbours())
    assert len(shared_arcs(made.countries)) == 1
    for country in made.countries:
        line = joined(country.rings[0], made.arcs)
        assert line[0] == line[-1]


def test_what_goes_over_the_date_line_stays_in_one_piece() -> None:
    tip = next(each for each in simplified(neighbours()).countries if each.name == "Tip")
    made = simplified(neighbours())
    assert {x for x, _ in joined(tip.rings[0], made.arcs)} == {178.0, 182.0}


def test_the_file_is_read_back_and_the_same_every_time(tmp_path: Path) -> None:
    source, target = tmp_path / "in.json", tmp_path / "out.json"
    source.write_bytes(topojson(neighbours()))
    main([str(source), str(target)])
    first = target.read_bytes()
    main([str(source), str(target)])
    assert target.read_bytes() == first
    assert [each.name for each in read_topology(first).countries] == ["East", "Tip", "West"]
