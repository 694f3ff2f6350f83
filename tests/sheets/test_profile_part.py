# SPDX-License-Identifier: MIT
"""The load profile on a sizing sheet: its figures are those of the calculator."""

from decimal import Decimal

import pytest

from azmodels_gui.answers.viewpoint import Conversion
from azmodels_gui.calculator.profile_estimate import ProfileEstimate, profile_estimate
from azmodels_gui.calculator.statements import RefusalId, Statement
from azmodels_gui.catalog.terms import Term
from azmodels_gui.charts.chart import Chart, ticks
from azmodels_gui.charts.profile import cost_curve_chart
from azmodels_gui.sheets.order import SheetOrder
from azmodels_gui.sheets.sheet import CellKind, Row, Table, Text
from azmodels_gui.sheets.sizing_sheet import ShownProfile, profile_part
from tests.builders import catalog, model
from tests.sheets.profile_samples import OFFICE, PRICED, SERIES, answer, asked
from tests.sheets.samples import order


def rows(found: ProfileEstimate, base_ptu: int | None = None) -> dict[str, Row]:
    part = profile_part(ShownProfile(found, base_ptu), "x", "Load profile", order("en", PRICED))
    table, _risk = (block for block in part.blocks if isinstance(block, Table))
    return {row.key: row for row in table.rows}


def load_chart(found: ProfileEstimate, ptu: int, asked: SheetOrder) -> Chart:
    """Return the chart as it stands on the sheet."""
    (chart, *_) = (
        block
        for block in profile_part(ShownProfile(found, ptu), "x", "", asked).blocks
        if isinstance(block, Chart)
    )
    return chart


def test_the_least_of_each_term_is_that_of_its_curve() -> None:
    found = answer()
    told = rows(found)
    for term, curve in found.curves.items():
        least = curve.minimum
        assert least is not None
        assert least.cost is not None
        size, cost, spilled, _used = told[f"least_{term}"].cells
        assert (size.value, cost.value) == (least.ptu, round(least.cost, 2))
        assert spilled.value == least.spilled_share
    everything = next(iter(found.curves.values())).points[0]
    assert everything.cost is not None
    assert told["no_ptu"].cells[1].value == round(everything.cost, 2)


def test_a_size_that_was_chosen_is_shown_beside_the_least() -> None:
    found = answer()
    told = rows(found, 40)
    assert all(told[f"shown_{term}"].cells[0].value == 40 for term in Term)
    assert not any(
        key.startswith("shown") and row.cells[0].value != 40 for key, row in told.items()
    )


def test_an_unknown_price_leaves_gaps_and_no_curve() -> None:
    unpriced = catalog(model("other"))
    found = profile_estimate(unpriced, asked())
    sheet_order = order("en", unpriced)
    assert cost_curve_chart(found, 15, sheet_order.amounts("USD")) is None
    part = profile_part(ShownProfile(found), "x", "Load profile", sheet_order)
    texts = [
        line.text for block in part.blocks if isinstance(block, Text) for line in block.sentences
    ]
    assert "No cost curve: a price is missing." in texts
    table, _risk = (block for block in part.blocks if isinstance(block, Table))
    least = next(row for row in table.rows if row.key == "least_month")
    assert {cell.kind for cell in least.cells} == {CellKind.UNKNOWN}


def test_why_there_is_no_answer_is_said() -> None:
    refusal = Statement(RefusalId.NO_LOAD)
    part = profile_part(ShownProfile(None, refusal=refusal), "x", "Lastprofil", order("de"))
    (block,) = part.blocks
    assert isinstance(block, Text)
    assert block.sentences[0].warning


@pytest.mark.parametrize("ptu", [0, 15, 40, 65])
def test_the_summary_tells_what_the_ptu_carry(ptu: int) -> None:
    found = answer()
    chart = load_chart(found, ptu, order("en", PRICED))
    spilling = [bar for plot in chart.plots for bar in plot.bars if bar.spilled]
    if not ptu:
        assert "All of them are paid per token" in chart.summary
        return
    spill = found.spill.spills[found.spill.sizes.index(ptu)]
    carried = Decimal(100) * (OFFICE.total_requests - spill.requests) / OFFICE.total_requests
    assert f"{ptu} PTU carry {carried:.1f}%" in chart.summary
    assert bool(spilling) == bool(spill.requests)


def test_a_week_has_two_days_of_24_hours_and_a_series_its_time() -> None:
    week = load_chart(answer(), 15, order("de", PRICED))
    assert [(plot.title, len(plot.bars)) for plot in week.plots] == [
        ("Werktag", 24),
        ("Wochenende", 24),
    ]
    assert "Durchschnitt von" not in week.summary
    series = load_chart(answer(SERIES), 15, order("de", PRICED))
    assert series.plots[0].x.title == "Tage seit dem Beginn"
    assert "Durchschnitt von 30 Minuten" in series.summary


def test_marks_are_round_in_the_currency_of_the_sheet() -> None:
    found = answer()
    euros = order("en", PRICED, conversion=Conversion("EUR", Decimal("0.92")))
    curve = cost_curve_chart(found, 15, euros.amounts(found.currency))
    assert curve is not None
    (plot,) = curve.plots
    assert plot.y.title == "EUR a month"
    marks = [plot.y.tell(mark) for mark in ticks(plot.y.high, 6)]
    assert all(mark.rstrip("0") != mark for mark in marks[1:])


def test_the_minimum_is_marked_and_told() -> None:
    found = answer()
    cheapest = found.cheapest
    assert cheapest is not None
    curve = cost_curve_chart(found, 15, order("en", PRICED).amounts(found.currency))
    assert curve is not None
    assert f"Least: {cheapest.point.ptu} PTU" in curve.summary
    (plot,) = curve.plots
    assert len(plot.lines) == len(plot.marks) == len(found.curves)
    (named,) = (mark for mark in plot.marks if mark.label)
    assert named.label.startswith(f"{cheapest.point.ptu} PTU: ")
