# SPDX-License-Identifier: MIT
"""Marks tell by their shape what is known, each by itself."""

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFont, QImage, QPainter

from azmodels_gui.catalog.terms import Availability
from azmodels_gui.window.theme import CONTRAST, LIGHT, Tokens
from azmodels_gui.window.widgets.mark_painter import Mark, MarkPainter

YES, NO = Availability.OFFERED, Availability.NOT_OFFERED


def painted(marks: tuple[Mark, ...], tokens: Tokens = LIGHT, ratio: float = 1.0) -> QImage:
    """Return a picture of marks."""
    picture = QImage(int(300 * ratio), int(40 * ratio), QImage.Format.Format_RGB32)
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.white if tokens is LIGHT else Qt.GlobalColor.black)
    painter = QPainter(picture)
    MarkPainter(QFont(), tokens).paint(painter, [(marks, 12)], 0, 300)
    painter.end()
    return picture


@pytest.mark.parametrize("ratio", [1.0, 1.5, 2.0])
@pytest.mark.usefixtures("qapp")
def test_a_struck_word_leaves_its_neighbour_alone(ratio: float) -> None:
    first = Mark("", YES, "Token")
    alone = painted((first,), ratio=ratio)
    beside = painted((first, Mark("", NO, "PTU")), ratio=ratio)
    width = int(MarkPainter(QFont(), LIGHT).width(first) * ratio) - 1
    where = QRect(0, 0, width, alone.height())
    assert alone.copy(where) == beside.copy(where)
    assert alone != beside


@pytest.mark.parametrize("tokens", [LIGHT, CONTRAST], ids=lambda each: each.name)
@pytest.mark.parametrize("sign", ["regional", "data_zone", "global", "yes", ""])
@pytest.mark.usefixtures("qapp")
def test_all_that_can_be_known_looks_different_without_colours(sign: str, tokens: Tokens) -> None:
    grey = [
        painted((Mark(sign, known, "" if sign else "PTU"),), tokens).convertToFormat(
            QImage.Format.Format_Mono
        )
        for known in (*Availability, *([None] if sign else []))
    ]
    for at, each in enumerate(grey):
        assert all(each != other for other in grey[at + 1 :])


@pytest.mark.usefixtures("qapp")
def test_the_three_scopes_look_different_without_colours() -> None:
    scopes = [painted((Mark(each, YES),)) for each in ("regional", "data_zone", "global")]
    grey = [each.convertToFormat(QImage.Format.Format_Mono) for each in scopes]
    assert grey[0] != grey[1] != grey[2] != grey[0]
