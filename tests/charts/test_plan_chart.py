# SPDX-License-Identifier: MIT
"""Charts of a plan: bars that add up to the total, lines through what the sentence says."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from azmodels_gui.answers.plan_verdict import planned
from azmodels_gui.calculator.plan import Planned, over_load
from azmodels_gui.calculator.statements import RefusalId, Statement
from azmodels_gui.charts.amounts import Amounts
from azmodels_gui.charts.chart import Chart, Fill, Rows, Stroke
from azmodels_gui.charts.drawing import drawn
from azmodels_gui.charts.over_load import plan_chart, plan_over_load_chart
from azmodels_gui.language.figures import rounded
from azmodels_gui.sheets.native_chart import Bars, native_charts
from tests.answers.test_plan import BATCH, CHAT, SEARCH, option

PLAN = planned([CHAT, SEARCH, BATCH])
ENGLISH = Amounts("en")


def rows_of(chart: Chart | None) -> Rows:
    assert chart is not None
    assert isinstance(chart.body, Rows)
    return chart.body


def test_each_bar_begins_where_the_one_before_ends_and_the_last_is_their_sum() -> None:
    *parts, whole = (row.groups[0][0] for row in rows_of(plan_chart(PLAN, ENGLISH)).rows)
    reached = 0.0
    for part in parts:
        assert part.start == pytest.approx(reached)
        reached += part.value or 0.0
    assert whole.start == 0
    assert whole.value == pytest.approx(reached)
    assert [part.fill for part in parts] == [Fill.STRONG, Fill.HATCHED, Fill.SOFT]
    assert whole.text == "$130,236.70"


def test_what_a_shared_reservation_saves_is_a_bar_that_goes_back() -> None:
    roomy = option("Chat", "month", reserved_ptu=160)
    plan = planned([roomy, option("Search", "hour", 400)])
    rows = rows_of(plan_chart(plan, ENGLISH)).rows
    back, whole = (row.groups[0][0] for row in rows[-2:])
    assert rows[-2].name == "Shared reservation"
    assert back.text == "−$36,135.00"
    assert back.start == pytest.approx(whole.value)


def test_a_part_that_is_not_known_has_no_bar_and_the_total_no_figure() -> None:
    plan = planned([CHAT], [("Broken", Statement(RefusalId.EMPTY_REQUEST))])
    rows = rows_of(plan_chart(plan, ENGLISH)).rows
    assert [(row.name, row.groups[0][0].text) for row in rows] == [
        *(("Chat", "$26,730.00"), ("Broken", "unknown"), ("Together", "unknown"))
    ]
    assert plan_over_load_chart(plan, ENGLISH) is None


def test_bars_are_drawn_where_they_begin() -> None:
    chart = plan_chart(PLAN, ENGLISH)
    assert chart is not None
    picture = drawn(chart).svg
    assert picture.count("$") == 4


SMALL = [option(way, way, 100) for way in ("year", "hour", "payg", "month")]


@given(st.integers(1, 4), st.decimals("0.05", 4, places=2))
def test_a_stretch_costs_what_the_month_costs_there(count: int, times: Decimal) -> None:
    """PTU in steps and tokens in a slope meet what the plan says of that load."""
    plan = planned(SMALL[:count]).plan
    stretch = next(
        each for each in over_load(plan, plan.ways, Decimal(4)) if each.begin < times <= each.end
    )
    share = (times - stretch.begin) / (stretch.end - stretch.begin)
    there = stretch.first + (stretch.last - stretch.first) * share
    told = plan.cost_of(plan.months_at(times), plan.ways)
    assert told is not None
    assert rounded(there, 2) == rounded(told, 2)


def test_the_readers_loads_cost_what_the_sentence_says() -> None:
    chart = plan_over_load_chart(PLAN, ENGLISH)
    assert chart is not None
    (plot,) = chart.plots
    strokes = [line.stroke for line in plot.lines]
    assert strokes == [Stroke.LEVEL, Stroke.TOKEN, Stroke.YEAR]
    assert plot.marks[0].y == pytest.approx(130_236.70)
    assert plot.tell(1.0) == (
        *("× 1", "as planned: $130,237", "all per token: $45,530", "all on PTU, 1 year: $80,190"),
    )


def test_ptu_that_are_set_end_where_they_are_full() -> None:
    given_size = option("Chat", "year", deployment={"deployed_ptu": 220})
    plan: Planned = planned([given_size, BATCH])
    last = list(over_load(plan.plan, plan.plan.ways, Decimal(4)))[-1]
    assert rounded(last.end, 4) == Decimal("2.0778")


def test_equal_ways_are_drawn_once() -> None:
    chart = plan_over_load_chart(planned([BATCH, BATCH]), ENGLISH)
    assert chart is not None
    assert Stroke.TOKEN not in [line.stroke for line in chart.plots[0].lines]


def test_bars_of_several_meanings_are_no_series_of_one_of_them() -> None:
    """In PowerPoint and Excel the bars are one series, though each has the fill of its way."""
    chart = plan_chart(PLAN, ENGLISH)
    assert chart is not None
    (bars,) = native_charts(chart)
    assert isinstance(bars, Bars)
    (series,) = bars.series
    assert series.name == "USD a month"
    assert series.values[-1] == pytest.approx(130_236.70)
