# SPDX-License-Identifier: MIT
"""A choice is found by its words and by others that it does not show."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from azmodels_gui.window.calculator.fields import ChoiceField


@pytest.fixture
def region(qtbot: QtBot) -> ChoiceField:
    field = ChoiceField(searchable=True)
    field.find_also({"gwc": ("Frankfurt", "Deutschland"), "ch": ("Zürich",)})
    field.set_choices((("", "any"), ("gwc", "Germany West Central"), ("ch", "Switzerland North")))
    qtbot.addWidget(field)
    field.show()
    qtbot.waitExposed(field)
    return field


@pytest.mark.parametrize(
    ("typed", "value", "shown"),
    [
        pytest.param("west", "gwc", "Germany West Central", id="what it shows"),
        pytest.param("deutsch", "gwc", "Germany West Central", id="another word"),
        pytest.param("zurich", "ch", "Switzerland North", id="another word without its dots"),
    ],
)
def test_a_choice_is_found_by_words_it_does_not_show(
    region: ChoiceField, qtbot: QtBot, typed: str, value: str, shown: str
) -> None:
    line, completer = region.lineEdit(), region.completer()
    assert line is not None
    assert completer is not None
    line.selectAll()
    QTest.keyClicks(line, typed)
    popup = completer.popup()
    assert popup is not None
    qtbot.waitUntil(popup.isVisible)
    found = popup.model()
    assert [found.index(row, 0).data() for row in range(found.rowCount())] == [shown]
    popup.setCurrentIndex(found.index(0, 0))
    with qtbot.waitSignal(region.edited):
        QTest.keyClick(popup, Qt.Key.Key_Return)
    assert (region.choice(), line.text()) == (value, shown)


def test_a_name_too_long_shows_its_beginning(qtbot: QtBot) -> None:
    """It showed its end, so that all regions with something to say looked alike."""
    field = ChoiceField(searchable=True)
    long = "Germany West Central (in this region only the smaller deployment types are offered)"
    field.set_choices((("", "any"), ("gwc", long)))
    qtbot.addWidget(field)
    field.resize(400, 30)
    field.show_choice("gwc")
    field.show()
    qtbot.waitExposed(field)
    line = field.lineEdit()
    assert line is not None
    changes: tuple[Callable[[], object], ...] = (
        lambda: field.resize(120, 30),
        lambda: QTest.keyClick(field, Qt.Key.Key_Return),
        lambda: field.set_choices((("gwc", long), ("", "any"))),
    )
    for change in changes:
        line.end(False)
        change()
        assert line.cursorPosition() == 0
