# SPDX-License-Identifier: MIT
"""Charts stay inside their picture, with large amounts and long names as well."""

from decimal import Decimal
from itertools import pairwise
from xml.etree import ElementTree

import pytest
from PySide6.QtGui import QFont, QFontMetricsF

from azmodels_gui.answers.viewpoint import Conversion
from azmodels_gui.calculator.deployment import Deployment
from azmodels_gui.calculator.estimate import Question, estimate
from azmodels_gui.calculator.load_profile import LoadProfile
from azmodels_gui.calculator.month_load import MonthLoad
from azmodels_gui.catalog.terms import Scope
from azmodels_gui.charts.chart import PAPER, WIDTH, Chart, Fill, Rows
from azmodels_gui.charts.drawing import NAMES, drawn
from azmodels_gui.charts.estimate import break_even_chart
from azmodels_gui.charts.profile import LoadCharts, capacity, cost_curve_chart
from azmodels_gui.sheets.price_chart import MOST_ROWS, price_charts
from tests.builders import catalog, model, price, version
from tests.calculator.samples import EAST_US_2, TYPES, load
from tests.sheets.profile_samples import OFFICE, PRICED, SERIES, answer
from tests.sheets.samples import DAY, OUTPUT, order, sheet_catalog, sheet_entries

SVG = "{http://www.w3.org/2000/svg}"
pytestmark = pytest.mark.usefixtures("qapp")


def real_width(text: str, *, bold: bool) -> float:
    """Return how wide a text is in the program's font, in the unit of the drawing."""
    font = QFont("Inter")
    font.setPixelSize(round(PAPER.size * 10))
    font.setBold(bold)
    return QFontMetricsF(font).horizontalAdvance(text) / 10


def edges(chart: Chart) -> list[tuple[str, float, float]]:
    """Return every text of a chart with its left and its right edge."""
    found = []
    for each in ElementTree.fromstring(drawn(chart).svg).iter(f"{SVG}text"):
        width = real_width(each.text or "", bold=each.get("font-weight") == "bold")
        x = float(each.get("x", "0"))
        left = x - width * {"end": 1.0, "middle": 0.5}.get(each.get("text-anchor", ""), 0.0)
        found.append((each.text or "", left, left + width))
    return found


def cost_chart(language: str, requests: int, rate: str = "1") -> Chart | None:
    found = sheet_catalog()
    question = Question(
        deployment=Deployment(
            entry=sheet_entries(found)[0],
            deployment_type=TYPES["DataZoneProvisionedManaged"],
            loads=(MonthLoad.of_peak(load(rpm=requests)),),
            region=EAST_US_2,
        ),
        day=DAY,
    )
    money = Conversion("EUR", Decimal(rate))
    answer = estimate(found, question)
    asked = order(language, found, conversion=money)
    return break_even_chart(answer, asked.amounts(answer.currency))


@pytest.mark.parametrize("language", ["de", "en"])
@pytest.mark.parametrize("requests", [1, 1_000, 50_000])
def test_names_of_lines_stay_inside(language: str, requests: int) -> None:
    chart = cost_chart(language, requests)
    assert chart is not None
    outside = [told for told, left, right in edges(chart) if left < 0 or right > WIDTH]
    assert not outside


def test_every_way_to_pay_has_a_line_of_its_own_kind() -> None:
    chart = cost_chart("en", 1_000)
    assert chart is not None
    lines = ElementTree.fromstring(drawn(chart).svg).iter(f"{SVG}polyline")
    dashes = {each.get("stroke-dasharray") for each in lines}
    assert len(dashes) == len(chart.plots[0].lines) == 3
    _, above = chart.notes
    assert "PTU, hourly: " in above
    assert "never" in above


def test_names_of_lines_do_not_touch() -> None:
    chart = cost_chart("en", 1_000)
    assert chart is not None
    texts = ElementTree.fromstring(drawn(chart).svg).iter(f"{SVG}text")
    names = {line.name for line in chart.plots[0].lines}
    heights = sorted(float(each.get("y", "0")) for each in texts if each.text in names)
    assert len(heights) == 3
    assert min(b - a for a, b in pairwise(heights)) >= 12


def test_the_summary_says_in_words_where_the_lines_cross() -> None:
    chart = cost_chart("en", 1_000)
    assert chart is not None
    assert "One-year reservation: €" in chart.summary
    assert "equal at " in chart.summary


def test_without_a_price_there_is_no_chart() -> None:
    found = sheet_catalog()
    question = Question(
        deployment=Deployment(
            entry=sheet_entries(found, 3)[2],
            deployment_type=TYPES["DataZoneProvisionedManaged"],
            loads=(MonthLoad.of_peak(load()),),
            region=EAST_US_2,
        ),
        day=DAY,
    )
    assert break_even_chart(estimate(found, question), order("en", found).amounts("USD")) is None


def test_bars_of_many_models_are_several_charts_with_one_scale() -> None:
    models = (
        model(
            f"a-model-with-a-name-of-forty-characters{number}",
            version("2026-01-01"),
            prices=(price(str(number + 1)), price("1234.5678", OUTPUT)),
        )
        for number in range(MOST_ROWS + 3)
    )
    found = catalog(*models)
    charts = price_charts(sheet_entries(found, MOST_ROWS + 3), order("de", found))
    assert len(charts) == 2
    for chart in charts:
        names = [right for told, _, right in edges(chart) if told.startswith("a-model")]
        assert len(names) > 2
        assert max(names) <= NAMES * WIDTH
        assert not [told for told, left, right in edges(chart) if left < 0 or right > WIDTH]


def test_one_price_is_no_comparison() -> None:
    found = catalog(model("a", prices=(price("1"),)), model("b"))
    assert price_charts(sheet_entries(found), order("de", found)) == ()


@pytest.mark.parametrize("language", ["de", "en"])
@pytest.mark.parametrize("profile", [OFFICE, SERIES], ids=["a week", "a series"])
def test_no_text_leaves_the_pictures_of_a_profile(profile: LoadProfile, language: str) -> None:
    found = answer(profile)
    asked = order(language, PRICED, conversion=Conversion("EUR", Decimal("0.92")))
    amounts = asked.amounts(found.currency)
    curve = cost_curve_chart(found, 40, amounts)
    assert curve is not None
    for chart in (curve, LoadCharts(amounts, capacity(found, 40)).profile(profile)):
        outside = [told for told, left, right in edges(chart) if left < 0 or right > WIDTH]
        assert not outside


def test_a_price_tells_its_scope_and_whether_its_source_is_secondary() -> None:
    stated = (price("1"), price("2", OUTPUT, Scope.DATA_ZONE, data_zone="EU", secondary=True))
    found = catalog(model("a", prices=stated), model("b", prices=(price("3"),)))
    (chart,) = price_charts(sheet_entries(found), order("de", found))
    assert isinstance(chart.body, Rows)
    (first, second), (_unknown,) = chart.body.rows[0].groups
    assert (first.text, first.fill) == ("1,00\N{NO-BREAK SPACE}$, global", Fill.STRONG)
    assert "Datenzone" in second.text
    assert "Sekundärquelle" in second.text
    assert second.fill is Fill.OPEN
    assert second.text in chart.summary
    assert Fill.OPEN in {sign for sign, _ in chart.legend}
