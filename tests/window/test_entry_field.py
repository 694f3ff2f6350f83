# SPDX-License-Identifier: MIT
"""Models are added by name: best hit first, several at once, the field stays where it is."""

from collections.abc import Iterable

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from azmodels_gui.catalog.document import Entry, EntryKey
from azmodels_gui.catalog.index import CatalogIndex
from azmodels_gui.catalog.terms import Stage
from azmodels_gui.window.widgets.entry_field import EntryField, best_hits
from tests.builders import TODAY, catalog, model, version

NAMES = ("gpt-5.2", "gpt-5", "gpt-5-mini", "o3-mini", "o3")
CATALOG = catalog(
    *(model(name, version("2026-01-01"), version("2026-02-02")) for name in NAMES),
)
INDEX = CatalogIndex(CATALOG, TODAY)


@pytest.fixture
def asked() -> list[EntryKey]:
    return []


@pytest.fixture
def field(qtbot: QtBot, asked: list[EntryKey]) -> EntryField:
    made = EntryField("Add", "hint")
    qtbot.addWidget(made)
    made.offer(CatalogIndex(CATALOG, TODAY), [("o3", "2026-02-02")])
    made.chosen.connect(asked.extend)
    made.show()
    made.setFocus()
    return made


def titles(found: Iterable[Entry]) -> list[str]:
    return [entry.title for entry in found]


@pytest.mark.parametrize(
    ("text", "first"),
    [
        pytest.param("gpt-5", "gpt-5 2026-02-02", id="the id itself, the newest version"),
        pytest.param("GPT 5 mini", "gpt-5-mini 2026-02-02", id="spaces and case do not count"),
        pytest.param("gpt52", "gpt-5.2 2026-02-02", id="nor do dots"),
        pytest.param("gtp-5.2", "gpt-5.2 2026-02-02", id="with a slip"),
        pytest.param("gpt-5 2026-01", "gpt-5 2026-01-01", id="with a version"),
    ],
)
def test_the_best_hit_comes_first(text: str, first: str) -> None:
    assert titles(best_hits(INDEX, text))[0] == first


def test_the_newest_version_comes_first_even_if_it_is_a_preview() -> None:
    newest = version("2026-02-02", stage=Stage.PREVIEW)
    index = CatalogIndex(catalog(model("gpt-5", version("2026-01-01"), newest)), TODAY)
    assert titles(best_hits(index, "gpt5")) == ["gpt-5 2026-02-02", "gpt-5 2026-01-01"]


@pytest.mark.parametrize("text", ["", "  ", "nothing of that kind"])
def test_what_names_nothing_finds_nothing(text: str) -> None:
    assert titles(best_hits(INDEX, text)) == []


def test_enter_takes_what_stands_out_and_the_field_is_ready_for_the_next(
    field: EntryField, asked: list[EntryKey]
) -> None:
    QTest.keyClicks(field, "gpt-5m")
    assert field.popup.isVisible()
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert asked == [("gpt-5-mini", "2026-02-02")]
    assert field.text() == ""
    assert not field.popup.isVisible()
    QTest.keyClicks(field, "o3")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert asked[1:] == [("o3", "2026-01-01")], "the other version is there already"


def test_no_second_one_is_lost(field: EntryField, asked: list[EntryKey]) -> None:
    """One in two was lost when models were added from a list one after the other."""
    for name in NAMES:
        QTest.keyClicks(field, name)
        QTest.keyClick(field, Qt.Key.Key_Return)
    assert [key[0] for key in asked] == list(NAMES)


def test_a_click_on_the_list_takes_a_name(field: EntryField, asked: list[EntryKey]) -> None:
    QTest.keyClicks(field, "gpt-5.2")
    area: QRect = field.popup.visualRect(field.popup.model().index(1, 0))
    QTest.mouseClick(
        field.popup.viewport(),
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
        area.center(),
    )
    assert asked == [("gpt-5.2", "2026-01-01")]


def test_the_arrow_keys_choose_another_name_and_leave_what_is_typed(
    field: EntryField, asked: list[EntryKey]
) -> None:
    QTest.keyClicks(field, "gpt-5.2")
    QTest.keyClick(field.popup, Qt.Key.Key_Down)
    assert field.text() == "gpt-5.2"
    QTest.keyClick(field.popup, Qt.Key.Key_Return)
    assert asked == [("gpt-5.2", "2026-01-01")]


def test_a_comma_takes_the_name_before_it(field: EntryField, asked: list[EntryKey]) -> None:
    QTest.keyClicks(field, "gpt-5,o3m")
    assert asked == [("gpt-5", "2026-02-02")]
    assert field.text() == "o3m"


def test_a_list_is_taken_whole_and_an_unknown_name_is_told(
    field: EntryField, asked: list[EntryKey], qtbot: QtBot
) -> None:
    field.setText("gpt-5; nobody, o3-mini")
    with qtbot.waitSignal(field.not_found) as told:
        field.textEdited.emit(field.text())
        QTest.keyClick(field, Qt.Key.Key_Return)
    assert told.args == ["nobody"]
    assert asked == [("gpt-5", "2026-02-02"), ("o3-mini", "2026-02-02")]
