# SPDX-License-Identifier: MIT
"""The key of a sign: where it has no room a part goes, and never the middle of a figure."""

import re

import pytest

from azmodels_gui.charts.chart import PAPER, Amount, Chart, Fill, Row, Rows, Stroke
from azmodels_gui.charts.drawing import drawn

BAR = (Row("x", ((Amount(Fill.STRONG, 1.0, "1"),),)),)


@pytest.mark.parametrize(
    ("words", "width", "expected"),
    [
        pytest.param("PTU, 1 year: 34.020 $, from 84 %", 600.0, "whole", id="room"),
        pytest.param(
            "PTU, 1 year: 34.020 $, from 84 %", 180.0, "PTU, 1 year: 34.020 $ …", id="its last part"
        ),
        pytest.param("gpt-realtime-2.1-mini, per token", 120.0, "gpt-realt…token", id="a name"),
    ],
)
def test_a_key_without_room_keeps_its_figure(words: str, width: float, expected: str) -> None:
    chart = Chart("Costs", Rows(("a month",), (1.0,), BAR), 100, legend=((Stroke.LEVEL, words),))
    told = re.findall(">([^<]+)<", drawn(chart, PAPER, (width, 0.0)).svg)
    assert (words if expected == "whole" else expected) in told
