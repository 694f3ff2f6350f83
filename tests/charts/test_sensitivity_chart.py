# SPDX-License-Identifier: MIT
"""The chart of other loads: a plot for each lever, a line for each way to pay."""

from decimal import Decimal

from azmodels_gui.charts.amounts import Amounts
from azmodels_gui.charts.drawing import drawn
from azmodels_gui.charts.estimate import sensitivity_chart
from tests.calculator.samples import load
from tests.calculator.test_estimate import answer, gpt_5_2, plan

ENGLISH = Amounts("en")


def test_each_lever_passes_through_what_the_cards_say() -> None:
    """15,176.70 per token and 26,730 reserved for a year, at the load and answers as they are."""
    chart = sensitivity_chart(
        answer(load(1_000, 200, 20), average_load=Decimal("0.5")), ENGLISH, "A gpt-5.2"
    )
    assert chart is not None
    assert chart.title == "A gpt-5.2: what if the load turns out otherwise?"
    amount, output, cache = chart.plots
    for plot, here in ((amount, 1.0), (output, 1.0), (cache, 0.0)):
        assert plot.upright is not None
        assert plot.upright.x == here
        costs = {line.name: line.ys[line.xs.index(here)] for line in plot.lines}
        assert costs["per token"] == 15_176.7
        assert costs["PTU, 1 year"] == 26_730
    assert amount.lines[0].ys[-1] == 2 * 15_176.7
    assert amount.tell(2.0)[:2] == ("load: × 2", "per token: $30,353")
    assert cache.x.tell(0.9) == "90%"


def test_names_of_plots_side_by_side_stand_above_once() -> None:
    chart = sensitivity_chart(answer(load(1_000, 200, 20)), ENGLISH, "A gpt-5.2")
    assert chart is not None
    assert drawn(chart).svg.count(">PTU, 1 year</text>") == 1


def test_without_any_price_there_is_no_chart() -> None:
    unpriced = answer(load(1_000, 200, 20), one=gpt_5_2(prices=()), plan=plan(ptu_prices=[]))
    assert sensitivity_chart(unpriced, ENGLISH, "A gpt-5.2") is None
