# SPDX-License-Identifier: MIT
"""What the charts show: figures of the estimate, in the reader's words."""

from dataclasses import replace
from decimal import Decimal

import pytest

from azmodels_gui.calculator.asking import Asker, profile_answer
from azmodels_gui.calculator.estimate import Estimate
from azmodels_gui.calculator.exact import quotient
from azmodels_gui.calculator.inputs import Inputs
from azmodels_gui.catalog.index import CatalogIndex
from azmodels_gui.catalog.terms import Term
from azmodels_gui.charts.amounts import Amounts
from azmodels_gui.charts.chart import Chart, Plot, Stroke
from azmodels_gui.charts.estimate import break_even_chart
from azmodels_gui.charts.profile import (
    MOST_PLACES,
    Capacity,
    DayLoad,
    LoadCharts,
    capacity,
    cost_curve_chart,
    size_at,
)
from tests.builders import TODAY, catalog
from tests.calculator.test_estimate import gpt_5_2
from tests.window.calculator.samples import asker, hours, inputs

ENGLISH, GERMAN = Amounts("en"), Amounts("de")
EUROS = Amounts("de", "USD", "EUR", Decimal("0.5"))


def only_plot(chart: Chart | None) -> Plot:
    assert chart is not None
    (plot,) = chart.plots
    return plot


def found(asked: Inputs | None = None) -> Estimate:
    estimate = asker().answer(asked or inputs()).estimate
    assert estimate is not None
    return estimate


def test_a_crossing_lies_where_both_ways_to_pay_cost_the_same() -> None:
    estimate = found()
    picture = only_plot(break_even_chart(estimate, ENGLISH))
    by_stroke = {line.stroke: line for line in picture.lines}
    token = by_stroke[Stroke.TOKEN]
    slope = token.ys[-1] / token.xs[-1]
    assert picture.marks
    for point in picture.marks:
        assert point.y == pytest.approx(slope * point.x)
        assert point.y == by_stroke[point.stroke].ys[0]


def test_the_readers_own_load_costs_what_the_cards_say() -> None:
    estimate = found()
    picture = only_plot(break_even_chart(estimate, ENGLISH))
    assert picture.upright is not None
    token = picture.lines[0]
    at_load = token.ys[-1] / token.xs[-1] * picture.upright.x
    assert at_load == pytest.approx(float(estimate.payg_monthly or 0))


def test_a_line_above_the_picture_is_told_instead_of_squashing_it() -> None:
    estimate = found()
    picture = only_plot(break_even_chart(estimate, ENGLISH))
    hourly = estimate.ptu_monthly[Term.HOUR]
    assert hourly is not None
    assert float(hourly) > picture.y.high
    assert Stroke.HOUR not in {line.stroke for line in picture.lines}
    chart = break_even_chart(estimate, ENGLISH)
    assert chart is not None
    _, note = chart.notes
    assert "PTU, hourly: $88,330, never (" in note


def test_amounts_are_in_the_currency_the_reader_asked_for() -> None:
    in_dollars = only_plot(break_even_chart(found(), GERMAN))
    in_euros = only_plot(break_even_chart(found(), EUROS))
    assert in_euros.lines[0].ys[-1] == pytest.approx(in_dollars.lines[0].ys[-1] / 2)
    assert "€" in in_euros.tell(50.0)[1]


def test_without_a_size_there_is_nothing_to_compare() -> None:
    entry = gpt_5_2()
    without = Asker(CatalogIndex(catalog(entry.model.but(ptu=())), TODAY))
    estimate = without.answer(inputs()).estimate
    assert estimate is not None
    assert estimate.sized is None
    assert break_even_chart(estimate, ENGLISH) is None


def test_the_cost_curve_marks_the_cheapest_size_of_every_term() -> None:
    answer = profile_answer(asker(), hours(), None)
    assert answer.estimate is not None
    picture = only_plot(cost_curve_chart(answer.estimate, 0, ENGLISH))
    for line, point in zip(picture.lines, picture.marks, strict=True):
        assert point.y == min(line.ys)
        assert line.ys[line.xs.index(point.x)] == point.y


def test_a_place_on_the_axis_means_the_nearest_size() -> None:
    answer = profile_answer(asker(), hours(), None)
    assert answer.estimate is not None
    sizes = answer.estimate.spill.sizes
    for place in (-5.0, 1.0, 16.9, 57.6, 1e9):
        assert size_at(answer.estimate, place) == min(sizes, key=lambda size: abs(size - place))


def test_thousands_of_sizes_are_thinned_out_but_never_the_minimum() -> None:
    busy = hours(requests_per_minute=Decimal(200_000))
    answer = profile_answer(asker(), busy, None)
    assert answer.estimate is not None
    picture = only_plot(cost_curve_chart(answer.estimate, 0, ENGLISH))
    assert len(answer.estimate.spill.sizes) > 4 * MOST_PLACES
    assert all(len(line.xs) <= MOST_PLACES + 5 for line in picture.lines)
    for point in picture.marks:
        assert point.x in picture.lines[0].xs


def test_the_base_load_is_the_cheapest_unless_another_size_is_asked_for() -> None:
    answer = profile_answer(asker(), hours(), None)
    assert answer.estimate is not None
    cheapest = answer.estimate.cheapest
    assert cheapest is not None
    assert answer.estimate.base_ptu(None) == cheapest.point.ptu
    assert answer.estimate.base_ptu(60) == 60
    assert answer.estimate.base_ptu(61) == cheapest.point.ptu


def test_bars_part_what_fits_from_what_spills() -> None:
    answer = profile_answer(asker(), hours(), None)
    assert answer.estimate is not None
    limit = capacity(answer.estimate, 60)
    assert limit is not None
    assert limit.requests_per_minute == 60 * 3_400 // 360
    rates = tuple(Decimal(1_000 if hour == 12 else 100) for hour in range(24))
    picture = only_plot(LoadCharts(ENGLISH, limit).day(DayLoad(rates, Decimal(1_000)), 3))
    assert picture.bars[12].carried == limit.requests_per_minute
    assert picture.bars[12].carried + picture.bars[12].spilled == 1_000
    assert picture.bars[0].spilled == 0
    assert picture.tell(12) == (
        "12:00 to 13:00",
        "1,000 requests per minute",
        "434 of them spill over",
    )


def test_an_example_says_that_nobody_measured_it() -> None:
    day = DayLoad((Decimal(1),) * 24, Decimal(10), weekend=True, is_example=True)
    capacity_of_60 = Capacity(60, 566, quotient(94, 100))
    title = LoadCharts(ENGLISH, capacity_of_60).day(day, 0).title
    assert title == "Weekend (example, not measured): 60 PTU carry 94.0%"
    measured = replace(day, is_example=False, weekend=False)
    assert LoadCharts(ENGLISH, None).day(measured, 0).title == "Working day"


def test_just_below_or_above_full_use_is_not_told_as_full_use() -> None:
    told = break_even_chart(found(), ENGLISH)
    assert told is not None
    (month,) = (line for line in told.plots[0].lines if line.stroke is Stroke.MONTH)
    assert "99.8%" in month.name
    assert "equal at 99.8%" in told.summary


def test_charts_say_in_words_what_they_show() -> None:
    answer = profile_answer(asker(), hours(), None)
    assert answer.estimate is not None
    chart = cost_curve_chart(answer.estimate, 60, ENGLISH)
    assert chart is not None
    assert "Least: 0 PTU" in chart.summary
    assert "60 PTU" in chart.summary
