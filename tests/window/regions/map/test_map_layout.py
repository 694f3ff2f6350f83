# SPDX-License-Identifier: MIT
"""Dots and labels of whole catalogues and of bad ones."""

from itertools import combinations
from math import dist, nan

import pytest
from hypothesis import given
from hypothesis import strategies as st

from azmodels_gui.cartography.placing import crosses
from azmodels_gui.cartography.plane import Box, Point, box_at
from azmodels_gui.cartography.topology import Place, box_of
from azmodels_gui.cartography.viewport import Viewport, fitted
from azmodels_gui.window.regions.map_layout import (
    MapLayout,
    has_place,
    in_view,
    laid_out,
    placed_dots,
    radius_px,
)
from azmodels_gui.window.regions.region_dots import RegionDot
from tests.window.regions.map.samples import dot, dots

WORLD = fitted(box_of(Place.WORLD), 1_200, 700)
VIEW = Box(0, 0, 1_200, 700)
ZONES = {"EU": "EU data zone", "US": "US data zone"}


def text_size(text: str) -> tuple[float, float]:
    return 7.0 * len(text), 14.0


def layout(*shown: RegionDot, view: Viewport = WORLD) -> MapLayout:
    placed = in_view(placed_dots(shown, view, frozenset()), view)
    return laid_out(placed, ZONES, VIEW, text_size, Box(0, 500, 200, 700))


some_dots = st.lists(
    st.builds(
        dot,
        latitude=st.one_of(st.none(), st.floats(-90, 90)),
        longitude=st.one_of(st.none(), st.floats(-180, 180)),
        offered=st.integers(0, 4),
        unknown=st.integers(0, 2),
        total=st.just(6),
        name=st.text(min_size=1, max_size=25),
        region=st.just("germanywestcentral"),
    ),
    max_size=30,
).map(
    lambda listed: [
        RegionDot(**{**each.__dict__, "region": f"r{at}"}) for at, each in enumerate(listed)
    ]
)


@given(shown=some_dots, place=st.sampled_from(Place))
def test_nothing_overlaps_and_no_label_leaves_the_view(
    shown: list[RegionDot], place: Place
) -> None:
    found = layout(*shown, view=fitted(box_of(place), 1_200, 700))
    labels = [*found.labels.values(), *found.zone_labels.values()]
    discs = [box_at(each.place, each.radius_px) for each in found.dots]
    assert all(VIEW.encloses(label) for label in labels)
    assert not any(one.overlaps(other) for one, other in combinations(labels, 2))
    assert not any(label.overlaps(disc) for label in labels for disc in discs)
    for one, other in combinations(found.dots, 2):
        assert dist(one.place, other.place) >= one.radius_px + other.radius_px
    lines = found.leads.values()
    assert not any(crosses(line, label) for line in lines for label in found.labels.values())
    places = {each.dot.region: each.place for each in found.dots}
    for region, (start, end) in found.leads.items():
        assert start == places[region]
        assert end[0] in (found.labels[region].left, found.labels[region].right)


def test_what_is_offered_in_a_crowd_has_its_name_farther_away_with_a_line() -> None:
    """Issue 14: German regions had no names on the map of the world."""
    places = [(f"Number {at}", 50 + at % 3, 9 + at / 3) for at in range(9)]
    crowd = [
        RegionDot(**{**dot(name=name, latitude=north, longitude=east).__dict__, "region": name})
        for name, north, east in places
    ]
    found = layout(*crowd)
    assert set(found.labels) == {each.region for each in crowd}
    assert found.leads
    open_only = [RegionDot(**{**each.__dict__, "offered": 0, "unknown": 1}) for each in crowd]
    assert not layout(*open_only).leads


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        pytest.param(((0, 5), (30, 5)), True, id="through the middle"),
        pytest.param(((0, 5), (10, 5)), False, id="ends at the edge"),
        pytest.param(((0, 0), (30, 0)), False, id="along the edge"),
        pytest.param(((0, 20), (30, 21)), False, id="below"),
        pytest.param(((12, 2), (14, 8)), True, id="inside"),
    ],
)
def test_a_line_crosses_a_box(line: tuple[Point, Point], expected: bool) -> None:
    assert crosses(line, Box(10, 0, 20, 10)) is expected


def test_regions_of_one_city_are_both_seen_and_both_clicked() -> None:
    found = layout(dot("australiacentral"), dot("australiacentral2"))
    assert len(found.dots) == 2
    hit = [found.at(each.place) for each in found.dots]
    assert [each.dot.region for each in hit if each] == [
        "australiacentral",
        "australiacentral2",
    ]
    assert all(each.is_moved for each in found.dots)


@pytest.mark.parametrize(
    ("latitude", "longitude"),
    [
        pytest.param(None, 8.0, id="no latitude"),
        pytest.param(50.0, None, id="no longitude"),
        pytest.param(95.0, 8.0, id="north of the pole"),
        pytest.param(50.0, 999.0, id="three times round"),
        pytest.param(nan, nan, id="no numbers"),
    ],
)
def test_a_region_without_a_place_is_not_on_the_map(
    latitude: float | None, longitude: float | None
) -> None:
    lost = dot(latitude=latitude, longitude=longitude)
    assert not has_place(lost)
    assert layout(lost).dots == ()


def test_dragging_moves_every_dot_alike() -> None:
    before = {each.dot.region: each.place for each in layout(*dots()).dots}
    moved = WORLD.zoomed(2, (600, 350))
    after = {each.dot.region: each.place for each in layout(*dots(), view=moved).dots}
    panned = moved.panned(-15, 10)
    again = {each.dot.region: each.place for each in layout(*dots(), view=panned).dots}
    assert before
    for region in after.keys() & again.keys():
        assert again[region] == pytest.approx((after[region][0] - 15, after[region][1] + 10))


def test_more_offered_is_larger_and_unknown_is_not_the_size_of_none() -> None:
    sizes = [radius_px(dot(offered=offered, total=4), 3) for offered in range(5)]
    assert sizes == sorted(set(sizes))
    assert radius_px(dot(offered=0, unknown=2), 3) > radius_px(dot(offered=0), 3)


def test_more_digits_have_more_room_and_a_single_entry_needs_none() -> None:
    assert radius_px(dot(offered=100, total=400), 3) > radius_px(dot(offered=2, total=8), 3)
    assert radius_px(dot(offered=1, total=1), 3) < radius_px(dot(offered=8, total=8), 3)


def test_a_click_beside_a_small_dot_means_it_and_far_away_nothing() -> None:
    found = layout(dot(offered=0))
    x, y = found.dots[0].place
    assert found.at((x + 9, y)) == found.dots[0]
    assert found.at((x, y + 200)) is None


def test_a_click_on_a_label_means_its_dot() -> None:
    found = layout(dot("eastus2"))
    assert found.at(found.labels["eastus2"].centre) == found.dots[0]


def test_the_name_of_a_zone_without_a_dot_in_view_is_left_out() -> None:
    assert set(layout(dot("eastus2")).zone_labels) == {"US"}
    assert layout().zone_labels == {}
