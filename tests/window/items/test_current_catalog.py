# SPDX-License-Identifier: MIT
"""The catalogue on show is replaced as a whole."""

from datetime import timedelta

from pytestqt.qtbot import QtBot

from azmodels_gui.window.page import CurrentCatalog
from tests.builders import TODAY, catalog, model


def test_a_new_catalogue_is_told_with_its_index(qtbot: QtBot) -> None:
    current = CurrentCatalog(catalog(model("old")), TODAY)
    newer = catalog(model("new"))
    with qtbot.waitSignal(current.changed) as changed:
        current.show(newer)
    assert changed.args == [current.index]
    assert current.catalog is newer
    assert current.today == TODAY


def test_the_day_can_change_with_the_catalogue(qtbot: QtBot) -> None:
    current = CurrentCatalog(catalog(), TODAY)
    tomorrow = TODAY + timedelta(days=1)
    with qtbot.waitSignal(current.changed):
        current.show(catalog(), tomorrow)
    assert current.today == tomorrow
