# SPDX-License-Identifier: MIT
"""What is measured is really painted, and the control shows the same."""

import pytest
from PySide6.QtGui import QColor, QPixmap
from PySide6.QtWidgets import QApplication

from bench import map_drag
from bench.map_drag import PictureWidget, measured


def test_both_parts_of_the_world_are_painted_in_every_step(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(map_drag, "CIRCLES", 2)
    monkeypatch.setattr(map_drag, "FIRST", map_drag.FIRST[:3])
    monkeypatch.setattr(map_drag, "ZOOMS", map_drag.ZOOMS[9:15])
    found = {each.place: each for each in measured(1)}
    assert set(found) == {"world", "europe"}
    for each in found.values():
        # A repaint of a widget that is not exposed takes next to nothing and paints nothing:
        # then the map would cost less than the ready picture of it.
        assert each.picture.minimum > 0
        assert each.drag.median > each.picture.median
        assert each.zoom.median > each.picture.median


def test_the_control_shows_its_picture(qapp: QApplication) -> None:
    picture = QPixmap(40, 30)
    picture.fill(QColor("#123456"))
    widget = PictureWidget(picture)
    widget.resize(40, 30)
    assert widget.grab().toImage().pixelColor(20, 15) == QColor("#123456")
