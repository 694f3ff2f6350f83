# SPDX-License-Identifier: MIT
"""Names before bars: the longest one decides how wide they are, and is whole."""

from dataclasses import replace

import pytest

from azmodels_gui.charts.chart import PAPER, Amount, Chart, Fill, Row, Rows
from azmodels_gui.charts.drawing import drawn


@pytest.mark.parametrize("size", [7.0, 8.3, 9.0, 10.0, 11.7, 12.0])
@pytest.mark.parametrize("name", ["Zusammen", "Together", "gpt-5.4", "In all", "Search", "Batch"])
def test_the_longest_name_is_never_cut_where_it_has_room(name: str, size: float) -> None:
    bars = tuple(Row(each, ((Amount(Fill.STRONG, 1.0, "1"),),)) for each in (name, "x"))
    chart = Chart("Costs", Rows(("a month",), (1.0,), bars), 100)
    assert f">{name}<" in drawn(chart, replace(PAPER, size=size), (600.0, 0.0)).svg
