# SPDX-License-Identifier: MIT
"""Names of lines stand where nothing strikes through them."""

from hypothesis import given
from hypothesis import strategies as st

from azmodels_gui.charts.labels import Box, Free, Points

AREA: Box = (0.0, 0.0, 200.0, 100.0)
SLOPE: Points = ((0.0, 100.0), (200.0, 0.0))
FLAT: Points = ((0.0, 40.0), (200.0, 40.0))


def test_a_name_stands_close_above_its_line() -> None:
    box = Free(AREA, [FLAT]).beside(FLAT, 60, 10)
    assert box is not None
    left, top, wide, high = box
    assert (wide, high) == (60, 10)
    assert 20 <= top < top + high < 40
    assert 0 <= left <= 140


def test_another_line_pushes_the_name_along() -> None:
    box = Free(AREA, [FLAT, SLOPE]).beside(FLAT, 60, 10)
    assert box is not None
    left, top, wide, high = box
    # The slope is at height 100 - x / 2: none of its points lies in the box.
    assert not any(
        left <= x <= left + wide and top <= 100 - x / 2 <= top + high for x in range(201)
    )


def test_an_upright_is_no_place_for_a_name() -> None:
    walls = [FLAT, ((100.0, 0.0), (100.0, 100.0))]
    box = Free(AREA, walls).beside(FLAT, 60, 10)
    assert box is not None
    assert box[0] + box[2] < 100 or box[0] > 100


def test_there_is_none_where_a_name_is_wider_than_the_area() -> None:
    assert Free(AREA, [FLAT]).beside(FLAT, 300, 10) is None
    assert Free(AREA, [FLAT]).along(50, 300, 10) is None
    assert Free(AREA, [FLAT]).near((50, 50), 300, 10) is None


def test_two_names_never_share_a_place() -> None:
    free = Free(AREA, [FLAT])
    boxes = [free.beside(FLAT, 90, 12) for _ in range(6)]
    found = [box for box in boxes if box is not None]
    assert 2 <= len(found) < 6
    for at, one in enumerate(found):
        for other in found[at + 1 :]:
            apart = one[0] + one[2] <= other[0] or other[0] + other[2] <= one[0]
            assert apart or one[1] + one[3] <= other[1] or other[1] + other[3] <= one[1]


HEIGHTS = st.lists(st.floats(0, 100), min_size=2, max_size=6)


@given(st.lists(HEIGHTS, min_size=1, max_size=5), st.floats(5, 120))
def test_no_line_goes_through_a_name(heights: list[list[float]], wide: float) -> None:
    lines = [tuple((200 * at / (len(ys) - 1), y) for at, y in enumerate(ys)) for ys in heights]
    box = Free(AREA, lines).beside(lines[0], wide, 10)
    if box is None:
        return
    left, top, across, high = box
    for ys in heights:
        for step in range(101):
            x = left + across * step / 100
            piece = min(int(x / 200 * (len(ys) - 1)), len(ys) - 2)
            share = x / 200 * (len(ys) - 1) - piece
            y = ys[piece] + (ys[piece + 1] - ys[piece]) * share
            assert not top + 1e-6 < y < top + high - 1e-6
