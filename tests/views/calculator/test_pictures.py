# SPDX-License-Identifier: MIT
"""What the charts show: figures of the estimate, in the reader's words."""

from dataclasses import replace
from decimal import Decimal

import pytest

from azmodels_gui.calculator.estimate import Estimate
from azmodels_gui.calculator.exact import quotient
from azmodels_gui.catalog.terms import Term
from azmodels_gui.views.calculator.break_even_picture import BreakEvenPicture
from azmodels_gui.views.calculator.cost_curve_picture import MOST_PLACES, CostCurvePicture
from azmodels_gui.views.calculator.inputs import Inputs
from azmodels_gui.views.calculator.load_pictures import Capacity, DayLoad, LoadPictures
from azmodels_gui.views.calculator.money_words import MoneyWords
from azmodels_gui.views.calculator.profile_answer import capacity, profile_answer
from azmodels_gui.views.charts.line_picture import LineLook
from tests.views.calculator.samples import asker, inputs

ENGLISH, GERMAN = MoneyWords("en"), MoneyWords("de")
EUROS = MoneyWords("de", "USD", "EUR", Decimal("0.5"))


def found(asked: Inputs | None = None) -> Estimate:
    estimate = asker().answer(asked or inputs()).estimate
    assert estimate is not None
    return estimate


def test_a_crossing_lies_where_both_ways_to_pay_cost_the_same() -> None:
    estimate = found()
    picture = BreakEvenPicture(estimate, ENGLISH).picture()
    assert picture is not None
    by_look = {line.look: line for line in picture.lines}
    token = by_look[LineLook.TOKEN]
    slope = token.ys[-1] / token.xs[-1]
    assert picture.points
    for point in picture.points:
        assert point.y == pytest.approx(slope * point.x)
        assert point.y == by_look[point.look].ys[0]


def test_the_readers_own_load_costs_what_the_cards_say() -> None:
    estimate = found()
    picture = BreakEvenPicture(estimate, ENGLISH).picture()
    assert picture is not None
    assert picture.upright is not None
    token = picture.lines[0]
    at_load = token.ys[-1] / token.xs[-1] * picture.upright.x
    assert at_load == pytest.approx(float(estimate.payg_monthly or 0))


def test_a_line_above_the_picture_is_told_instead_of_squashing_it() -> None:
    estimate = found()
    picture = BreakEvenPicture(estimate, ENGLISH).picture()
    assert picture is not None
    hourly = estimate.ptu_monthly[Term.HOUR]
    assert hourly is not None
    assert float(hourly) > picture.y_axis.high
    assert LineLook.HOUR not in {line.look for line in picture.lines}
    (note,) = picture.notes
    assert "hourly: never" in note


def test_amounts_are_in_the_currency_the_reader_asked_for() -> None:
    in_dollars = BreakEvenPicture(found(), GERMAN).picture()
    in_euros = BreakEvenPicture(found(), EUROS).picture()
    assert in_dollars is not None
    assert in_euros is not None
    assert in_euros.lines[0].ys[-1] == pytest.approx(in_dollars.lines[0].ys[-1] / 2)
    assert "€" in in_euros.tell(50.0)[1]


def test_without_a_size_there_is_nothing_to_compare() -> None:
    estimate = found(inputs(deployment_type="ProvisionedManaged", image_output_tokens=Decimal(5)))
    assert estimate.sized is None
    assert BreakEvenPicture(estimate, ENGLISH).picture() is None


def test_the_cost_curve_marks_the_cheapest_size_of_every_term() -> None:
    answer = profile_answer(asker(), inputs(), None)
    assert answer.estimate is not None
    picture = CostCurvePicture(answer.estimate, ENGLISH, 0).picture()
    assert picture is not None
    for line, point in zip(picture.lines, picture.points, strict=True):
        assert point.y == min(line.ys)
        assert line.ys[line.xs.index(point.x)] == point.y


def test_a_place_on_the_axis_means_the_nearest_size() -> None:
    answer = profile_answer(asker(), inputs(), None)
    assert answer.estimate is not None
    curve = CostCurvePicture(answer.estimate, ENGLISH, 0)
    sizes = answer.estimate.spill.sizes
    for place in (-5.0, 1.0, 16.9, 57.6, 1e9):
        assert curve.size_at(place) == min(sizes, key=lambda size: abs(size - place))


def test_thousands_of_sizes_are_thinned_out_but_never_the_minimum() -> None:
    busy = inputs(requests_per_minute=Decimal(200_000))
    answer = profile_answer(asker(), busy, None)
    assert answer.estimate is not None
    picture = CostCurvePicture(answer.estimate, ENGLISH, 0).picture()
    assert picture is not None
    assert len(answer.estimate.spill.sizes) > 4 * MOST_PLACES
    assert all(len(line.xs) <= MOST_PLACES + 5 for line in picture.lines)
    for point in picture.points:
        assert point.x in picture.lines[0].xs


def test_the_base_load_is_the_cheapest_unless_another_size_is_asked_for() -> None:
    answer = profile_answer(asker(), inputs(), None)
    assert answer.estimate is not None
    cheapest = answer.estimate.cheapest
    assert cheapest is not None
    assert answer.estimate.base_ptu(None) == cheapest.point.ptu
    assert answer.estimate.base_ptu(60) == 60
    assert answer.estimate.base_ptu(61) == cheapest.point.ptu


def test_bars_part_what_fits_from_what_spills() -> None:
    answer = profile_answer(asker(), inputs(), None)
    assert answer.estimate is not None
    limit = capacity(answer.estimate, 60)
    assert limit.requests_per_minute == 60 * 3_400 // 360
    rates = tuple(Decimal(1_000 if hour == 12 else 100) for hour in range(24))
    picture = LoadPictures("en", limit).day(DayLoad(rates, Decimal(1_000)), 3)
    assert picture.bars[12].carried == limit.requests_per_minute
    assert picture.bars[12].carried + picture.bars[12].spilled == 1_000
    assert picture.bars[0].spilled == 0
    assert picture.tell(12) == (
        "12:00 to 13:00",
        "1,000 requests a minute",
        "434 of them spill over",
    )


def test_an_example_says_that_nobody_measured_it() -> None:
    day = DayLoad((Decimal(1),) * 24, Decimal(10), weekend=True, is_example=True)
    capacity_of_60 = Capacity(60, 566, quotient(94, 100))
    title = LoadPictures("en", capacity_of_60).day(day, 0).title
    assert title == "Weekend (example, not measured): 60 PTU carry 94.0%"
    measured = replace(day, is_example=False, weekend=False)
    assert LoadPictures("en", None).day(measured, 0).title == "Working day"
