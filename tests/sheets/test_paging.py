# SPDX-License-Identifier: MIT
"""What a page break must never do, for any strips."""

from hypothesis import given
from hypothesis import strategies as st

from azmodels_gui.sheets.paper.paging import Placed, Strip, paged

ROOM = 100.0
HEAD = Strip(8, lambda painter, top: None, keep_with_next=True)


def strip(height: float, *, keep: bool = False, headed: bool = False) -> Strip:
    heads = (HEAD,) if headed else ()
    return Strip(height, lambda painter, top: None, keep_with_next=keep, heads=heads)


def dividable(lines: int, line: float = 10) -> Strip:
    """Return a row of lines that can be divided between them."""

    def split(room: float) -> tuple[Strip, Strip] | None:
        fitting = int(room // line)
        if not 0 < fitting < lines:
            return None
        return dividable(fitting), dividable(lines - fitting)

    return Strip(lines * line, lambda painter, top: None, split=split, heads=(HEAD,))


strips = st.lists(
    st.builds(strip, st.floats(1, 40), keep=st.just(False), headed=st.booleans()), max_size=60
)


def bottom(page: list[Placed]) -> float:
    return max((placed.top + placed.strip.height for placed in page), default=0.0)


@given(strips, st.floats(45, 100))
def test_every_strip_is_placed_once_whole_and_in_order(
    given_strips: list[Strip], first_room: float
) -> None:
    pages = paged(given_strips, first_room, ROOM)
    placed = [each.strip for page in pages for each in page if each.strip is not HEAD]
    assert [id(each) for each in placed] == [id(each) for each in given_strips]
    assert bottom(pages[0]) <= first_room + 1e-6
    assert all(bottom(page) <= ROOM + 1e-6 for page in pages)


@given(strips)
def test_strips_never_overlap(given_strips: list[Strip]) -> None:
    for page in paged(given_strips, ROOM, ROOM):
        ends = [each.top + each.strip.height for each in page]
        starts = [each.top for each in page]
        assert all(end <= start + 1e-6 for end, start in zip(ends[:-1], starts[1:], strict=True))


@given(strips)
def test_a_page_that_begins_inside_a_table_has_its_header_again(given_strips: list[Strip]) -> None:
    for page in paged(given_strips, ROOM, ROOM)[1:]:
        first_own = next(each.strip for each in page if each.strip is not HEAD)
        assert (page[0].strip is HEAD) == bool(first_own.heads)


def test_a_heading_is_never_the_last_line_of_a_page() -> None:
    heading = strip(10, keep=True)
    pages = paged([strip(85), heading, strip(20)], ROOM, ROOM)
    assert [len(page) for page in pages] == [1, 2]
    assert pages[1][0].strip is heading


def test_a_row_that_fits_a_page_is_never_divided() -> None:
    row = dividable(9)
    pages = paged([strip(50), row], ROOM, ROOM)
    assert [each.strip for each in pages[1]] == [HEAD, row]


def test_only_a_row_higher_than_a_page_is_divided_between_its_lines() -> None:
    pages = paged([dividable(25)], ROOM, ROOM)
    heights = [sum(p.strip.height for p in page if p.strip is not HEAD) for page in pages]
    assert heights == [100, 90, 60]
    assert all(page[0].strip is HEAD for page in pages[1:])


def test_empty_space_is_left_out_on_top_of_a_page() -> None:
    space = Strip(10, lambda painter, top: None, is_space=True)
    pages = paged([strip(99), space, strip(5)], ROOM, ROOM)
    assert [[each.strip.height for each in page] for page in pages] == [[99], [5]]


def test_a_part_can_begin_a_page() -> None:
    chapter = Strip(10, lambda painter, top: None, new_page=True)
    assert [len(page) for page in paged([strip(5), chapter], ROOM, ROOM)] == [1, 1]
    assert [len(page) for page in paged([chapter], ROOM, ROOM)] == [1]
