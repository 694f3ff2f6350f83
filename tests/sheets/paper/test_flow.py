# SPDX-License-Identifier: MIT
"""What stays together when a sheet is laid out."""

from itertools import dropwhile

import pytest

from azmodels_gui.sheets.paper.flow import sheet_strips
from azmodels_gui.sheets.paper.paging import paged
from azmodels_gui.sheets.paper.type_scale import POINT
from azmodels_gui.sheets.sheet import SheetKind
from tests.sheets.samples import made, order

WIDTH, ROOM = 500 * POINT, 700 * POINT


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("kind", SheetKind)
def test_the_last_words_share_a_page_with_a_source(kind: SheetKind) -> None:
    """A last page with nothing on it but "no offer" looked like a misprint."""
    strips = list(sheet_strips(made(kind, order()), WIDTH, ROOM))
    begin = max((at for at, strip in enumerate(strips) if strip.new_page), default=0)
    end = list(dropwhile(lambda strip: strip.is_space, strips[begin:]))
    height = sum(strip.height for strip in end)
    # The first page ends just before the last line: what is kept together follows it.
    pages = paged(end, height - end[-1].height / 2, ROOM)
    heights = [placed.strip.height for placed in pages[-1]]
    assert len(pages) == 2
    assert len(heights) >= 3
