# SPDX-License-Identifier: MIT
"""Charts stay inside their picture, with large amounts and long names as well."""

from decimal import Decimal
from itertools import pairwise
from xml.etree import ElementTree

import pytest

from azmodels_gui.calculator.deployment import Deployment
from azmodels_gui.calculator.estimate import Question, estimate
from azmodels_gui.calculator.load_profile import LoadProfile
from azmodels_gui.reports.conversion import Conversion
from azmodels_gui.reports.cost_curve_chart import cost_curve_chart
from azmodels_gui.reports.load_chart import load_chart
from azmodels_gui.reports.paper import type_scale as scale
from azmodels_gui.reports.price_chart import MOST_ROWS, NAME_WIDTH, price_charts
from azmodels_gui.reports.sheet import Chart
from azmodels_gui.reports.utilization_chart import utilization_chart
from tests.builders import catalog, model, price, version
from tests.calculator.samples import EAST_US_2, TYPES, load
from tests.reports.profile_samples import OFFICE, PRICED, SERIES, answer
from tests.reports.samples import DAY, OUTPUT, order, sheet_catalog, sheet_entries

pytestmark = pytest.mark.usefixtures("qapp")


def edges(chart: Chart) -> list[tuple[str, float, float]]:
    """Return every text of a chart with its left and its right edge."""
    found = []
    for each in ElementTree.fromstring(chart.svg).iter("{http://www.w3.org/2000/svg}text"):
        style = scale.Style(
            float(each.get("font-size", "10")), bold=each.get("font-weight") == "bold"
        )
        width = scale.text_width(each.text or "", style) / scale.POINT
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
            workloads=(load(rpm=requests),),
            region=EAST_US_2,
        ),
        day=DAY,
    )
    money = Conversion("EUR", Decimal(rate))
    return utilization_chart(estimate(found, question), order(language, found, conversion=money))


@pytest.mark.parametrize("language", ["de", "en"])
@pytest.mark.parametrize("requests", [1, 1_000, 50_000])
def test_names_of_lines_stay_inside(language: str, requests: int) -> None:
    chart = cost_chart(language, requests)
    assert chart is not None
    outside = [told for told, left, right in edges(chart) if left < 0 or right > chart.width]
    assert not outside


def test_every_way_to_pay_has_a_line_of_its_own_kind() -> None:
    chart = cost_chart("en", 1_000)
    assert chart is not None
    lines = ElementTree.fromstring(chart.svg).iter("{http://www.w3.org/2000/svg}line")
    dashes = {each.get("stroke-dasharray") for each in lines if each.get("stroke-width") == "1.4"}
    assert len(dashes) == 4


def test_names_of_lines_do_not_touch() -> None:
    chart = cost_chart("en", 1_000)
    assert chart is not None
    texts = ElementTree.fromstring(chart.svg).iter("{http://www.w3.org/2000/svg}text")
    heights = sorted(float(each.get("y", "0")) for each in texts if ": €" in (each.text or ""))
    assert len(heights) == 4
    assert min(b - a for a, b in pairwise(heights)) >= 12


def test_the_summary_says_in_words_where_the_lines_cross() -> None:
    chart = cost_chart("en", 1_000)
    assert chart is not None
    assert "PTU, one-year reservation: €" in chart.summary
    assert "equal at " in chart.summary


def test_without_a_price_there_is_no_chart() -> None:
    found = sheet_catalog()
    question = Question(
        deployment=Deployment(
            entry=sheet_entries(found, 3)[2],
            deployment_type=TYPES["DataZoneProvisionedManaged"],
            workloads=(load(),),
            region=EAST_US_2,
        ),
        day=DAY,
    )
    assert utilization_chart(estimate(found, question), order("en", found)) is None


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
        assert max(names) <= NAME_WIDTH
        assert not [told for told, left, right in edges(chart) if left < 0 or right > chart.width]


def test_one_price_is_no_comparison() -> None:
    found = catalog(model("a", prices=(price("1"),)), model("b"))
    assert price_charts(sheet_entries(found), order("de", found)) == ()


@pytest.mark.parametrize("language", ["de", "en"])
@pytest.mark.parametrize("profile", [OFFICE, SERIES], ids=["a week", "a series"])
def test_no_text_leaves_the_pictures_of_a_profile(profile: LoadProfile, language: str) -> None:
    found = answer(profile)
    asked = order(language, PRICED, conversion=Conversion("EUR", Decimal("0.92")))
    curve = cost_curve_chart(found, 40, asked)
    assert curve is not None
    for chart in (curve, load_chart(found, 40, asked)):
        outside = [told for told, left, right in edges(chart) if left < 0 or right > chart.width]
        assert not outside
