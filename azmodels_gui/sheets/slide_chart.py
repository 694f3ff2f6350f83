# SPDX-License-Identifier: MIT
"""Charts that PowerPoint draws itself: bars, lines and columns whose figures can be edited."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from azmodels_gui.charts.chart import PAPER, Axis, Fill, Stroke
from azmodels_gui.sheets.native_chart import (
    FILLS,
    Bars,
    Columns,
    Curves,
    Native,
    colour,
    number_format,
    unit,
)
from azmodels_gui.sheets.office import plain
from azmodels_gui.sheets.slide_deck import LEAST, Box, describe

if TYPE_CHECKING:
    from pptx.slide import Slide

_CHART = 'xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"'
GRID, EDGE = PAPER.grid, PAPER.muted


def add_native(slide: "Slide", native: Native, box: Box, told: str, language: str) -> None:
    """Put a chart into a place of a slide.

    Args:
        slide: gets it.
        native: what it shows.
        box: where.
        told: what it shows in words.
        language: with its country.
    """
    match native:
        case Bars():
            frame = _bars(slide, native, box)
        case Curves():
            frame = _curves(slide, native, box, language)
        case Columns():
            frame = _columns(slide, native, box, language)
    describe(frame, told)
    chart = frame.chart
    _set_text(chart, native.title, language)


def _by_category(slide: "Slide", native: Bars | Columns, kind: Any, box: Box) -> Any:
    """Add a chart whose series have a figure for each category."""
    from pptx.chart.data import CategoryChartData

    data = CategoryChartData()
    data.categories = [plain(each) for each in native.categories]
    for series in native.series:
        data.add_series(plain(series.name), series.values)
    return slide.shapes.add_chart(kind, *box.emu, data)


def _bars(slide: "Slide", native: Bars, box: Box) -> Any:
    from pptx.enum.chart import XL_CHART_TYPE, XL_LABEL_POSITION, XL_TICK_LABEL_POSITION

    frame = _by_category(slide, native, XL_CHART_TYPE.BAR_CLUSTERED, box)
    chart = frame.chart
    chart.plots[0].gap_width, chart.plots[0].overlap = 60, -10
    chart.category_axis.reverse_order = True
    chart.category_axis.format.line.color.rgb = _rgb(EDGE)
    chart.value_axis.minimum_scale, chart.value_axis.maximum_scale = 0, native.high * 1.6
    chart.value_axis.has_major_gridlines = False
    chart.value_axis.tick_label_position = XL_TICK_LABEL_POSITION.NONE
    chart.value_axis.format.line.fill.background()
    for made, series in zip(chart.plots[0].series, native.series, strict=True):
        _fill(made, next((each for each in series.fills if each is not Fill.OPEN), Fill.OPEN))
        made.data_labels.show_value = True
        made.data_labels.position = XL_LABEL_POSITION.OUTSIDE_END
        for at, (value, text) in enumerate(zip(series.values, series.texts, strict=True)):
            if value is None:
                continue
            if series.fills[at] is Fill.OPEN:
                _fill(made.points[at], Fill.OPEN)
            label = made.points[at].data_label
            label.text_frame.text = plain(text)
            label.position = XL_LABEL_POSITION.OUTSIDE_END
    return frame


def _curves(slide: "Slide", native: Curves, box: Box, language: str) -> Any:
    from pptx.chart.data import XyChartData
    from pptx.enum.chart import XL_CHART_TYPE

    data = XyChartData()
    for series in native.series:
        points = data.add_series(plain(series.name))
        for x, y in zip(series.xs, series.values, strict=True):
            points.add_data_point(x, y)
    kind = XL_CHART_TYPE.XY_SCATTER_LINES_NO_MARKERS
    frame = slide.shapes.add_chart(kind, *box.emu, data)
    chart = frame.chart
    for made, series in zip(chart.plots[0].series, native.series, strict=True):
        if series.point:
            _as_points(made, _rgb(colour(series.stroke)))
        else:
            _stroke(made, series.stroke)
    _hide_keys(chart, [at for at, series in enumerate(native.series) if series.point])
    _axis(chart.category_axis, native.x, language)
    _axis(chart.value_axis, native.y, language)
    return frame


def _as_points(made: Any, ink: Any) -> None:
    from pptx.enum.chart import XL_MARKER_STYLE
    from pptx.util import Pt

    made.format.line.fill.background()
    marker = made.marker
    marker.style, marker.size = XL_MARKER_STYLE.CIRCLE, 9
    marker.format.fill.solid()
    marker.format.fill.fore_color.rgb = marker.format.line.color.rgb = ink
    marker.format.line.width = Pt(1)


def _columns(slide: "Slide", native: Columns, box: Box, language: str) -> Any:
    from pptx.enum.chart import XL_CHART_TYPE

    frame = _by_category(slide, native, XL_CHART_TYPE.COLUMN_STACKED, box)
    chart = frame.chart
    chart.plots[0].gap_width, chart.plots[0].overlap = 30, 100
    for made, series in zip(list(chart.plots[0].series), native.series, strict=True):
        if series.fills:
            _fill(made, series.fills[0])
        else:
            _as_line(chart, made)
    _axis(chart.value_axis, native.y, language)
    _titled(chart.category_axis, native.x.title)
    chart.category_axis.format.line.color.rgb = _rgb(EDGE)
    return frame


def _as_line(chart: Any, series: Any) -> None:
    """Draw one series of a chart of columns as a line: the library makes charts of one kind."""
    from pptx.oxml import parse_xml

    columns = series._element.getparent()
    line = parse_xml(
        f'<c:lineChart {_CHART}><c:grouping val="standard"/><c:varyColors val="0"/></c:lineChart>'
    )
    found = series._element
    columns.remove(found)
    for old in found.findall("./{*}invertIfNegative"):
        found.remove(old)
    _stroke(series, Stroke.LEVEL)
    marker = parse_xml(f'<c:marker {_CHART}><c:symbol val="none"/></c:marker>')
    found.find("./{*}spPr").addnext(marker)
    line.append(found)
    line.append(parse_xml(f'<c:marker {_CHART} val="1"/>'))
    for axis in columns.findall("./{*}axId"):
        line.append(parse_xml(f'<c:axId {_CHART} val="{axis.get("val")}"/>'))
    columns.addnext(line)


def _axis(axis: Any, told: Axis, language: str) -> None:
    axis.minimum_scale, axis.maximum_scale = 0, told.high
    axis.major_unit = unit(told)
    axis.tick_labels.number_format = number_format(told, language[:2])
    axis.tick_labels.number_format_is_linked = False
    axis.has_major_gridlines = True
    axis.major_gridlines.format.line.color.rgb = _rgb(GRID)
    axis.format.line.color.rgb = _rgb(EDGE)
    _titled(axis, told.title)


def _titled(axis: Any, title: str) -> None:
    axis.has_title = True
    axis.axis_title.text_frame.text = plain(title)


def _set_text(chart: Any, title: str, language: str) -> None:
    """Give a chart its title, legend and type; nothing in it is smaller than 12 points."""
    from pptx.enum.chart import XL_LEGEND_POSITION
    from pptx.oxml import parse_xml
    from pptx.util import Pt

    chart.font.size = Pt(LEAST)
    chart.has_title = True
    chart.chart_title.text_frame.text = plain(title)
    for run in chart.chart_title.text_frame.paragraphs[0].runs:
        run.font.size, run.font.bold = Pt(LEAST + 2), True
    shown = len([each for plot in chart.plots for each in plot.series]) > 1
    chart.has_legend = shown
    if shown:
        chart.legend.position, chart.legend.include_in_layout = XL_LEGEND_POSITION.BOTTOM, False
    for run in chart._chartSpace.iter("{*}rPr", "{*}defRPr", "{*}endParaRPr"):
        run.set("lang", language)
        if run.tag.endswith("}rPr") and run.get("sz") is None:
            run.set("sz", str(LEAST * 100))
    if chart._chartSpace.find("./{*}lang") is None:
        first = chart._chartSpace.find("./{*}date1904")
        made = parse_xml(f'<c:lang {_CHART} val="{language}"/>')
        if first is None:
            chart._chartSpace.insert(0, made)
        else:
            first.addnext(made)


def _hide_keys(chart: Any, places: Sequence[int]) -> None:
    """Leave points that have no name of their own out of the legend."""
    from pptx.oxml import parse_xml

    if not places:
        return
    chart.has_legend = True
    legend = chart.legend._element
    for at in reversed(places):
        entry = f'<c:legendEntry {_CHART}><c:idx val="{at}"/><c:delete val="1"/></c:legendEntry>'
        legend.find("./{*}legendPos").addnext(parse_xml(entry))


def _fill(made: Any, fill: Fill) -> None:
    """Fill bars so that they stay apart without colour."""
    from pptx.enum.dml import MSO_PATTERN

    form = made.format
    if fill is Fill.OPEN:
        form.fill.background()
    elif fill is Fill.HATCHED:
        form.fill.patterned()
        form.fill.pattern = MSO_PATTERN.WIDE_UPWARD_DIAGONAL
        form.fill.fore_color.rgb = _rgb(PAPER.spilled)
        form.fill.back_color.rgb = _rgb(PAPER.spilled_ground)
    else:
        form.fill.solid()
        form.fill.fore_color.rgb = _rgb(FILLS[fill])
    form.line.color.rgb = _rgb(PAPER.strong if fill is Fill.OPEN else EDGE)


def _stroke(series: Any, stroke: Stroke) -> None:
    """Draw a line in its colour and with its dash."""
    from pptx.enum.dml import MSO_LINE
    from pptx.util import Pt

    dashes = {
        Stroke.TOKEN: MSO_LINE.SOLID,
        Stroke.HOUR: MSO_LINE.ROUND_DOT,
        Stroke.MONTH: MSO_LINE.DASH,
        Stroke.YEAR: MSO_LINE.DASH_DOT,
        Stroke.LEVEL: MSO_LINE.SQUARE_DOT,
    }
    line = series.format.line
    line.color.rgb, line.width = _rgb(colour(stroke)), Pt(2.25)
    line.dash_style = dashes[stroke]


def _rgb(ink: str) -> Any:
    from pptx.dml.color import RGBColor

    return RGBColor.from_string(ink.lstrip("#").upper())
