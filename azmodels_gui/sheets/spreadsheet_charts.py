# SPDX-License-Identifier: MIT
"""Charts that Excel draws itself, above the figures they are drawn from."""

from collections.abc import Sequence
from math import ceil
from typing import TYPE_CHECKING, Any

from azmodels_gui.charts.chart import PAPER, Axis, Fill, Stroke
from azmodels_gui.sheets.native_chart import (
    FILLS,
    Bars,
    Columns,
    Curves,
    Native,
    Series,
    colour,
    number_format,
    unit,
)

if TYPE_CHECKING:
    from xlsxwriter.workbook import Workbook
    from xlsxwriter.worksheet import Worksheet

WIDTH, HEIGHT, ROW = 760, 400, 20
"""In pixels."""
LINE_HEIGHT, TITLE_LETTERS = 15, 16
"""Height of a line, and how many letters of a title stand on it."""
_DASHES = {
    Stroke.TOKEN: "solid",
    Stroke.HOUR: "round_dot",
    Stroke.MONTH: "dash",
    Stroke.YEAR: "dash_dot",
    Stroke.LEVEL: "square_dot",
}


def write_chart(
    workbook: "Workbook",
    page: "Worksheet",
    native: Native,
    row: int,
    told: str,
    language: str,
) -> int:
    """Write a chart and below it its figures; return the next free row.

    Args:
        workbook: gets the chart.
        page: gets both.
        native: what it shows.
        row: where it begins.
        told: what it shows in words.
        language: "en" or "de".
    """
    writer = _Writer(workbook, page, row + HEIGHT // ROW + 1, language)
    match native:
        case Bars():
            chart = writer.bars(native)
        case Curves():
            chart = writer.curves(native)
        case Columns():
            chart = writer.columns(native)
    chart.set_title({"name": native.title, "name_font": {"size": 12}, "overlay": False})
    chart.set_legend({"position": "bottom", "delete_series": writer.nameless})
    chart.set_size({"width": WIDTH, "height": HEIGHT})
    page.insert_chart(row, 0, chart, {"description": told, "object_position": 1})
    return writer.end + 1


class _Writer:
    """Writes one chart; its figures stand below `row`, from the first column on."""

    def __init__(self, workbook: "Workbook", page: "Worksheet", row: int, language: str) -> None:
        self._workbook, self._page, self._row, self._language = workbook, page, row, language
        self._bold = workbook.add_format({"bold": True, "text_wrap": True, "valign": "top"})
        self._width, self._lines = 0, 1
        self.end = row
        """The first row below."""
        self.nameless: list[int] = []
        """Series that the legend leaves out."""

    def bars(self, native: Bars) -> Any:
        chart = self._workbook.add_chart({"type": "bar"})
        names = self._column("", native.categories)
        for series in native.series:
            labels = [
                {"delete": True} if value is None else {"value": text}
                for value, text in zip(series.values, series.texts, strict=True)
            ]
            looks = {
                "gap": 60,
                "points": [_filled(fill) for fill in series.fills],
                "data_labels": {"value": True, "custom": labels},
                **_filled(series.fills[0] if series.fills else Fill.STRONG),
            }
            self._add(chart, names, series, looks)
        chart.set_y_axis({"reverse": True, "line": {"color": PAPER.muted}})
        chart.set_x_axis(
            {"visible": False, "major_gridlines": {"visible": False}, "min": 0}
            | {"max": native.high * 1.6}
        )
        return chart

    def curves(self, native: Curves) -> Any:
        chart = self._workbook.add_chart({"type": "scatter", "subtype": "straight"})
        for series in native.series:
            look: dict[str, Any] = {"line": _stroke(series.stroke)}
            if series.point:
                self.nameless.append(len(chart.series))
                filled = {"color": look["line"]["color"]}
                marker = {"type": "circle", "size": 8, "fill": filled, "border": filled}
                look = {"line": {"none": True}, "marker": marker}
            self._add(chart, self._column(native.x.title, series.xs), series, look)
        chart.set_x_axis(self._axis(native.x))
        chart.set_y_axis(self._axis(native.y))
        return chart

    def columns(self, native: Columns) -> Any:
        chart = self._workbook.add_chart({"type": "column", "subtype": "stacked"})
        names = self._column(native.x.title, native.categories)
        for series in native.series:
            if series.fills:
                self._add(chart, names, series, {"gap": 30, **_filled(series.fills[0])})
                continue
            line = self._workbook.add_chart({"type": "line"})
            self._add(line, names, series, {"line": _stroke(series.stroke)})
            chart.combine(line)
        chart.set_x_axis({"name": native.x.title})
        chart.set_y_axis(self._axis(native.y))
        return chart

    def _add(self, chart: Any, names: list[Any], series: Series, look: dict[str, Any]) -> None:
        """Write the figures of a series and let the chart draw them."""
        values = self._column(series.name, series.values)
        title = [values[0], self._row, values[2]]
        chart.add_series({"name": title, "categories": names, "values": values, **look})

    def _column(self, title: str, values: Sequence[float | str | None]) -> list[Any]:
        """Write a column of figures below its title; return where they stand."""
        page, column = self._page, self._width
        page.write_string(self._row, column, title, self._bold)
        self._lines = max(self._lines, ceil(len(title) / TITLE_LETTERS))
        page.set_row(self._row, LINE_HEIGHT * self._lines)
        for at, value in enumerate(values, start=self._row + 1):
            if isinstance(value, str):
                page.write_string(at, column, value)
            elif value is not None:
                page.write_number(at, column, value)
        self._width += 1
        self.end = max(self.end, self._row + len(values) + 1)
        return [page.get_name(), self._row + 1, column, self._row + max(len(values), 1), column]

    def _axis(self, axis: Axis) -> dict[str, Any]:
        return {
            "name": axis.title,
            "min": 0,
            "max": axis.high,
            "major_unit": unit(axis),
            "num_format": number_format(axis, self._language),
            "major_gridlines": {"visible": True, "line": {"color": PAPER.grid}},
            "line": {"color": PAPER.muted},
        }


def _filled(fill: Fill) -> dict[str, Any]:
    """Return how bars are filled, so that they stay apart without colour."""
    if fill is Fill.OPEN:
        return {"fill": {"none": True}, "border": {"color": PAPER.strong}}
    if fill is Fill.HATCHED:
        look = {"fg_color": PAPER.spilled, "bg_color": PAPER.spilled_ground}
        pattern = {"pattern": "wide_upward_diagonal", **look}
        return {"pattern": pattern, "border": {"color": PAPER.muted}}
    return {"fill": {"color": FILLS[fill]}, "border": {"color": PAPER.muted}}


def _stroke(stroke: Stroke) -> dict[str, Any]:
    return {"color": colour(stroke), "width": 2.25, "dash_type": _DASHES[stroke]}
