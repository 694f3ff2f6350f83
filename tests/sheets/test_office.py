# SPDX-License-Identifier: MIT
"""What Word, PowerPoint and Excel have in common: texts, marks, charts without data."""

import pytest
from msgspec.structs import replace

from azmodels_gui.charts.chart import Amount, Axis, Chart, Fill, Line, Plot, Row, Rows, Stroke
from azmodels_gui.sheets.formats import FORMATS, Layout
from azmodels_gui.sheets.native_chart import native_charts
from azmodels_gui.sheets.office import marked, plain
from azmodels_gui.sheets.sheet import Cell, CellKind, Mark, Part, SheetKind
from tests.sheets.samples import made, order

NOTHING = Axis("x", 0.0, "{:g}".format)
AT_ZERO = Line(Stroke.TOKEN, "a line", (0.0,), (0.0,))
UNKNOWN = Row("a model", ((Amount(Fill.STRONG, None, "unknown"),),))


@pytest.mark.parametrize("suffix", ["pdf", "docx", "pptx", "xlsx", "html", "md", "csv"])
@pytest.mark.parametrize(
    "body",
    [
        pytest.param(Rows(("price",), (1.0,), ()), id="no rows"),
        pytest.param(Rows(("price",), (1.0,), (UNKNOWN,)), id="nothing known"),
        pytest.param((), id="no plots"),
        pytest.param((Plot(NOTHING, NOTHING, lines=(AT_ZERO,)),), id="no extent"),
    ],
)
def test_a_chart_without_data_is_told_in_words(body: tuple[Plot, ...] | Rows, suffix: str) -> None:
    chart = Chart("A chart", body, 200, "What it would show")
    sheet = replace(made(SheetKind.FACTS, order("en")), parts=(Part("chart", "Chart", (chart,)),))
    assert FORMATS[suffix].make(sheet, Layout())


def test_a_chart_without_extent_is_none_of_the_programs_own() -> None:
    assert native_charts(Chart("A chart", (Plot(NOTHING, NOTHING),), 200)) == ()
    assert native_charts(Chart("A chart", Rows(("price",), (1.0,), ()), 200)) == ()


@pytest.mark.parametrize(
    ("mark", "told"),
    [
        pytest.param(Mark.BEST, "▲\N{NO-BREAK SPACE}5", id="best"),
        pytest.param(Mark.WARNING, "!\N{NO-BREAK SPACE}5", id="a warning"),
        pytest.param(Mark.NONE, "5", id="nothing"),
    ],
)
def test_a_mark_is_a_sign(mark: Mark, told: str) -> None:
    assert marked(Cell(CellKind.NUMBER, "5", 5, mark=mark)) == told


def test_a_sign_stands_for_a_text_where_it_is_asked_for() -> None:
    cell = Cell(CellKind.CONFLICT, "conflicting sources", mark=Mark.WARNING, sign="!")
    assert marked(cell, signs=True) == "!"
    assert marked(cell) == "!\N{NO-BREAK SPACE}conflicting sources"


def test_signs_that_no_file_may_hold_are_seen_to_be_missing() -> None:
    assert plain("a\x00b\ud800c\td\ne\U0001f600") == "a\ufffdb\ufffdc\td\ne\U0001f600"
