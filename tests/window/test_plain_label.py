# SPDX-License-Identifier: MIT
"""A label of the program measures its text once, and as Qt's own label would."""

import pytest
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from azmodels_gui.window.widgets.texts import plain_label

TEXTS = (
    "a\tb\tc",
    *("–", "EU", "Two\nlines", "gpt-4o-realtime-preview", "1.050.000 Tokens", "<b>x</b> & y"),
    "Bereitstellungstypen mit einem langen Namen, der in keiner Spalte auf einer Zeile steht",
    "A first paragraph that takes several lines where it has little room.\n\n• and a point",
)


@pytest.mark.parametrize("selectable", [False, True])
@pytest.mark.parametrize("text", TEXTS)
def test_a_label_is_as_high_as_what_it_paints(qtbot: QtBot, text: str, selectable: bool) -> None:
    label = plain_label(text, selectable=selectable)
    qtbot.addWidget(label)
    for edges in ((0, 0, 0, 0), (3, 5, 7, 11)):
        label.setContentsMargins(*edges)
        for width in (40, 120, 333, 2_000):
            assert label.heightForWidth(width) == QLabel.heightForWidth(label, width)
        assert label.minimumSizeHint().width() >= QLabel.minimumSizeHint(label).width() - 1


def test_another_text_or_font_is_measured_anew(qtbot: QtBot) -> None:
    label = plain_label("short")
    qtbot.addWidget(label)
    line = label.heightForWidth(100)
    label.setText("so long that a hundred pixels are too few for it")
    lines = label.heightForWidth(100)
    assert lines > line
    label.setFont(QFont(label.font().family(), 30))
    assert label.heightForWidth(100) > lines
    assert label.heightForWidth(100) == QLabel.heightForWidth(label, 100)
