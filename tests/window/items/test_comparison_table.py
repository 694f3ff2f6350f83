# SPDX-License-Identifier: MIT
"""The comparison by value: folding, only differences, signs beside colours, sources in tooltips."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from pytestqt.modeltest import ModelTester

from azmodels_gui.language.figures import NO_BREAK_SPACE
from azmodels_gui.sheets.sheet import Cell, CellKind, Column, Group, Mark, Row, Table
from azmodels_gui.window.compare.comparison_table import ComparisonModel

DOWN, TIP = Qt.Orientation.Vertical, Qt.ItemDataRole.ToolTipRole
ACCESSIBLE = Qt.ItemDataRole.AccessibleTextRole
BEST = Cell(CellKind.NUMBER, "400", 400, sources=("s1",), mark=Mark.BEST)
PLAIN = Cell(CellKind.NUMBER, "100", 100, sources=("s2",))
DISPUTED = Cell(CellKind.CONFLICT, "conflict", mark=Mark.WARNING)
ALIKE = Cell(CellKind.TEXT, "<b>text</b>")
LIMITS = Group(
    "limits",
    "Limits",
    (Row("context", "Context", (BEST, PLAIN), differs=True), Row("same", "Same", (ALIKE, ALIKE))),
)
PRICES = Group("prices", "Prices", (Row("flat", "Flat", (ALIKE, DISPUTED)),))


@pytest.fixture
def model() -> ComparisonModel:
    made = ComparisonModel()
    table = Table("Model", (Column("a"), Column("b")), (LIMITS, PRICES))
    made.show(table, ("a", "b"), {"s1": "Limits of models, 1 Nov 2026"})
    return made


def labels(model: ComparisonModel) -> list[str]:
    return [str(model.headerData(line, DOWN)) for line in range(model.rowCount())]


def test_the_comparison_keeps_qts_contract(
    model: ComparisonModel, qtmodeltester: ModelTester
) -> None:
    qtmodeltester.check(model)  # type: ignore[no-untyped-call]
    model.toggle(0)
    model.set_only_differences(True)


def test_a_folded_section_keeps_its_heading_only(model: ComparisonModel) -> None:
    assert labels(model) == ["▾ Limits", "Context ≠", "Same", "▾ Prices", "Flat"]
    model.toggle(0)
    assert labels(model) == ["▸ Limits", "▾ Prices", "Flat"]


def test_only_differences_leaves_out_rows_and_sections_that_are_alike(
    model: ComparisonModel,
) -> None:
    model.set_only_differences(True)
    assert labels(model) == ["▾ Limits", "Context ≠"]


def test_a_line_that_is_no_heading_does_not_fold(model: ComparisonModel) -> None:
    model.toggle(1)
    assert model.folded == frozenset()


def test_the_best_value_is_told_by_a_sign_and_in_words(model: ComparisonModel) -> None:
    best = model.index(1, 0)
    assert best.data() == f"▲{NO_BREAK_SPACE}400"
    assert best.data(ACCESSIBLE) == "Context: 400 (best of the values known)"


def test_a_tooltip_names_source_and_date(model: ComparisonModel) -> None:
    assert "Limits of models, 1 Nov 2026" in str(model.index(1, 0).data(TIP))


def test_a_source_that_the_catalogue_lacks_is_named_by_its_id(model: ComparisonModel) -> None:
    assert "s2" in str(model.index(1, 1).data(TIP))


def test_texts_never_become_html(model: ComparisonModel) -> None:
    assert "<\u2060b>" in str(model.index(2, 0).data(TIP))


def test_disagreeing_sources_are_told_in_words(model: ComparisonModel) -> None:
    assert "sources disagree" in str(model.index(4, 1).data(ACCESSIBLE))


@given(st.lists(st.integers(-3, 8), max_size=12))
def test_folding_never_loses_a_section(lines: list[int]) -> None:
    model = ComparisonModel()
    table = Table("Model", (Column("a"), Column("b")), (LIMITS, PRICES))
    model.show(table, ("a", "b"), {})
    for line in lines:
        model.toggle(line)
    assert [each.group.key for each in model.lines if each.row is None] == ["limits", "prices"]
