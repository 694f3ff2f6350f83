# SPDX-License-Identifier: MIT
"""The dialogs of the menu Help can be read to the end, on a low screen too."""

import re
from importlib.metadata import requires

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from azmodels_gui.window.help_dialogs import (
    PAGE_KEYS,
    KeysDialog,
    TextDialog,
    about_program,
    libraries,
    sections,
)
from azmodels_gui.window.main_window import MainWindow
from azmodels_gui.window.menus import ACTIONS
from tests.window.conftest import MakeWindow


@pytest.mark.parametrize("height_px", [300, 480, 1200])
@pytest.mark.parametrize("spoken", ["en", "de"], indirect=True)
def test_no_paragraph_is_cut_off(qtbot: QtBot, height_px: int, spoken: str) -> None:
    for dialog in (
        KeysDialog(tuple(sections("compare", "Compare"))),
        TextDialog("About", about_program(spoken)),
    ):
        qtbot.addWidget(dialog)
        dialog.resize(dialog.width(), height_px)
        dialog.show()
        QApplication.processEvents()
        for label in dialog.findChildren(QLabel):
            assert label.height() >= label.heightForWidth(label.width()), label.text()
            if not label.wordWrap():
                assert label.width() >= label.sizeHint().width(), label.text()


def test_an_address_or_a_version_can_be_copied(qtbot: QtBot) -> None:
    dialog = TextDialog("About", about_program("1.0"))
    qtbot.addWidget(dialog)
    (licence,) = (each for each in dialog.findChildren(QLabel) if "https://" in each.text())
    assert licence.textInteractionFlags() & Qt.TextInteractionFlag.TextSelectableByMouse


def test_a_short_text_needs_no_scroll_bar(qtbot: QtBot) -> None:
    dialog = TextDialog("About", ("One line.", "Another one."))
    qtbot.addWidget(dialog)
    dialog.show()
    QApplication.processEvents()
    assert not dialog.area.verticalScrollBar().maximum()
    assert dialog.height() < 250


def test_every_page_has_keys_of_its_own_and_all_of_the_menus(make_window: MakeWindow) -> None:
    window = make_window()
    with_keys = [spec for spec in ACTIONS.values() if spec.keys]
    for place in window.pages:
        assert place.key in PAGE_KEYS
        own, everywhere, *_ = sections(place.key, place.title)
        assert place.title in own.heading
        told = len(everywhere.lines) - 1
        assert told == sum(not spec.in_table for spec in with_keys)


def test_the_keys_begin_with_the_page_on_show(window: MainWindow) -> None:
    window.navigation.show_page_named("compare")
    window.actions_by_name["signs"].trigger()
    (dialog,) = window.findChildren(KeysDialog)
    first = dialog.findChildren(QLabel)[0].text()
    assert "Compare" in first
    dialog.close()


@pytest.mark.parametrize("spoken", ["de"], indirect=True)
def test_keys_are_called_as_on_the_keyboard_of_the_language(spoken: str) -> None:
    own, *_ = sections("compare", spoken)
    assert "Strg+Links, Strg+Rechts" in dict(own.lines)


@pytest.mark.parametrize("spoken", ["en", "de"], indirect=True)
def test_about_names_every_library_with_its_licence(spoken: str) -> None:
    told = "\n".join(about_program("1.0.0"))
    asked = [each for each in requires("azmodels-gui") or () if "extra ==" not in each]
    assert len(asked) > 10
    for line in libraries():
        assert line in told
        assert re.search(r" \d[\w.]* \(.+\)$", line), line
    assert len(libraries()) == len({re.split(r"[^\w.-]", each)[0] for each in asked})
    assert "LGPL" in next(line for line in libraries() if line.startswith("PySide6"))
    assert "https://creativecommons.org/licenses/by/4.0/" in told
