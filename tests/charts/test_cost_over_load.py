# SPDX-License-Identifier: MIT
"""Cost over the load: equal to a new estimate of each load, drawn in steps."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from azmodels_gui.calculator.sensitivity import steps_of_load
from azmodels_gui.catalog.terms import Term
from azmodels_gui.charts.amounts import Amounts
from azmodels_gui.charts.chart import Plot
from azmodels_gui.charts.over_load import Compared, cost_over_load_chart, in_requests
from tests.calculator.samples import load
from tests.calculator.test_estimate import answer, plan

THOUSAND = answer(load(1_000, 200, 20), average_load=Decimal("0.5"))
"""105.88 PTU raw, 110 deployed in steps of 5 from 15; $15,176.70 a month per token."""
ENGLISH = Amounts("en")
QUARTER = Decimal("0.25")


def plot(*options: Compared) -> Plot:
    chart = cost_over_load_chart(options, in_requests(Decimal(1_000)), ENGLISH)
    assert chart is not None
    (only,) = chart.plots
    return only


@given(thousandths=st.integers(1, 4_000), way=st.sampled_from(["payg", *map(str, Term)]))
def test_a_line_passes_through_what_the_estimate_of_each_load_costs(
    thousandths: int, way: str
) -> None:
    again = Compared("A", answer(load(thousandths, 200, 20), average_load=Decimal("0.5")), way)
    line = plot(Compared("A", THOUSAND, way)).lines[0]
    pieces = zip(line.xs, line.ys, line.xs[1:], line.ys[1:], strict=False)
    heights = [
        y0 + (y1 - y0) * (thousandths - x0) / (x1 - x0)
        for x0, y0, x1, y1 in pieces
        if x0 <= thousandths <= x1 and x1 > x0
    ]
    assert again.cost is not None
    if way == "payg":
        assert heights[0] == pytest.approx(float(again.cost))
    else:  # 220 steps are drawn from corner to corner: at most one stride of them away
        assert heights[0] == pytest.approx(float(again.cost), rel=0.02, abs=5 * 5 * 803)


def test_scenarios_of_equal_cost_share_a_line_that_names_them_all() -> None:
    """The one drawn last hid the other, and its name stood beside no line."""
    there = Compared("A", THOUSAND, "payg"), Compared("B", THOUSAND, "payg")
    drawn = plot(*there, Compared("C", THOUSAND, "year"))
    assert [line.name for line in drawn.lines] == ["A, per token = B, per token", "C, PTU"]
    assert len(drawn.marks) == 2


def test_the_steps_are_where_five_ptu_more_are_needed() -> None:
    """One PTU carries 3,400 of 360 normalised tokens: 9.44 requests, so 15 carry 141.67."""
    steps = [(ptu, round(times * 1_000, 2)) for ptu, times in steps_of_load(THOUSAND, QUARTER)]
    assert steps == [
        (15, Decimal("141.67")),
        (20, Decimal("188.89")),
        (25, Decimal("236.11")),
        (30, Decimal("283.33")),
    ]


def test_a_small_load_is_drawn_step_by_step() -> None:
    """A tenth of the load needs 15 PTU up to 141.67 requests, so the line is flat until there."""
    small = answer(load(100, 200, 20), average_load=Decimal("0.5"))
    chart = cost_over_load_chart([Compared("A", small, "year")], in_requests(Decimal(100)), ENGLISH)
    assert chart is not None
    (line,) = chart.plots[0].lines
    assert line.xs[:3] == pytest.approx((0, 141.667, 141.667), abs=0.01)
    assert line.ys[:3] == (15 * 243, 15 * 243, 20 * 243)
    assert line.xs[-1] == 400


def test_the_users_own_ptu_end_where_they_are_full() -> None:
    given = answer(load(1_000, 200, 20), deployment={"deployed_ptu": 110})
    ((ptu, times),) = steps_of_load(given, Decimal(4))
    assert ptu == 110
    assert round(times, 4) == Decimal("1.0389")
    line = plot(Compared("A", given, "year")).lines[0]
    assert line.xs[-1] == pytest.approx(1_038.9, abs=0.1)


def test_the_readers_load_stands_where_the_lines_cost_what_the_cards_say() -> None:
    token = Compared("A", THOUSAND, "payg")
    year = Compared("B", THOUSAND, "year")
    picture = plot(token, year)
    assert picture.upright is not None
    assert picture.upright.x == 1_000
    assert [mark.y for mark in picture.marks] == [15_176.7, 26_730.0]
    assert picture.lines[0].ys[-1] == pytest.approx(4 * 15_176.7)
    told = picture.tell(2_000.0)
    assert told == (
        "2,000 requests in the busiest minute",
        "A: $30,353",
        "B: $52,245 (215 PTU)",
    )


def test_a_scenario_without_a_known_cost_is_left_out() -> None:
    unknown = Compared("B", answer(load(1_000, 200, 20), plan=plan(ptu_prices=[])), "year")
    assert cost_over_load_chart([unknown], in_requests(Decimal(1_000)), ENGLISH) is None
    assert len(plot(Compared("A", THOUSAND, "payg"), unknown).lines) == 1
    assert cost_over_load_chart([], in_requests(Decimal(0)), ENGLISH) is None
