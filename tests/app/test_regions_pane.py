# SPDX-License-Identifier: MIT
"""`--pane` together with `--page regions` chooses a view of that page."""

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from azmodels_gui.app.application import open_window
from azmodels_gui.cli.window_options import Arguments
from azmodels_gui.storage.preferences import StateFile


@pytest.mark.parametrize(
    ("pane", "part", "place"),
    [
        pytest.param("zones", "zones", None, id="a view"),
        pytest.param("map:europe", "map", "europe", id="the map of a part of the world"),
    ],
)
def test_the_pane_is_a_view_of_the_regions_page(
    qapp: QApplication, tmp_path: Path, pane: str, part: str, place: str | None
) -> None:
    asked = Arguments(
        screenshot=tmp_path / "x.png", page="regions", pane=pane, today=date(2026, 11, 22)
    )
    window = open_window(asked, StateFile(tmp_path / "state.json")).window
    state = window.state().pages["regions"]
    window.deleteLater()
    parts = state.get("parts", {})
    assert state["part"] == part
    assert isinstance(parts, dict)
    assert parts.get("map", {}).get("place") == place
