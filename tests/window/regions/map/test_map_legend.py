# SPDX-License-Identifier: MIT
"""The legend says what is on the map, and hides no dot if it can help it."""

import pytest
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication

from azmodels_gui.cartography.plane import Box, box_at
from azmodels_gui.window.regions.map_signs import MapLegend, legend_rows, sample_dot
from azmodels_gui.window.regions.region_map import RegionMap
from azmodels_gui.window.theme import LIGHT
from tests.window.regions.map.samples import AGE, dot

IN_THE_LEFT, IN_THE_RIGHT = box_at((100, 550), 5), box_at((900, 550), 5)


@pytest.mark.parametrize(
    ("dots", "is_left"),
    [
        pytest.param([], True, id="below on the left"),
        pytest.param([IN_THE_LEFT], False, id="on the right where a dot is on the left"),
        pytest.param([IN_THE_LEFT, IN_THE_RIGHT], True, id="on the left where both hide one"),
    ],
)
def test_place(qapp: QApplication, dots: list[Box], is_left: bool) -> None:
    rows = legend_rows(6, ["EU data zone"], LIGHT, AGE)
    box = MapLegend(rows, 6, LIGHT, QFont()).box(1_000, 600, dots)
    assert (box.left < 500) is is_left
    assert Box(0, 0, 1_000, 600).encloses(box)


def test_rows_for_many_one_and_no_entries(qapp: QApplication) -> None:
    many = [row.words for row in legend_rows(6, ["EU data zone", "US data zone"], LIGHT, AGE)]
    assert many == [
        "all 6 offered",
        "some offered: how many",
        "unknown, or sources disagree",
        "none offered",
        "EU data zone",
        "US data zone",
        "hatched: sources disagree",
        AGE.told,
    ]
    one = [row.words for row in legend_rows(1, [], LIGHT, AGE)]
    assert one == ["offered", "unknown, or sources disagree", AGE.no, AGE.told]
    assert legend_rows(0, [], LIGHT, AGE) == ()


def test_samples_are_what_their_words_say() -> None:
    every, some, unknown, none = (sample_dot(kind, 6) for kind in range(4))
    assert every.has_all
    assert 0 < some.offered < some.total
    assert (unknown.offered, unknown.open_share) == (0, 1)
    assert (none.offered, none.open_share) == (0, 0)


def test_a_small_map_has_no_legend(region_map: RegionMap) -> None:
    region_map.show_dots([dot()])
    assert region_map.layout_on_show().legend is not None
    region_map.resize(400, 300)
    assert region_map.layout_on_show().legend is None


def test_no_label_lies_under_the_legend(region_map: RegionMap) -> None:
    found = region_map.layout_on_show()
    assert found.legend is not None
    assert not any(found.legend.overlaps(label) for label in found.labels.values())
