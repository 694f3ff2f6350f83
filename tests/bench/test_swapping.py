# SPDX-License-Identifier: MIT
"""What the measurement of a swap rests on: every page is made, and really shows what is new."""

import gc
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from bench.refreshing import newer
from bench.swapping import PAGES, PINNED, opened_on, prepared, show, swaps
from tests.builders import shipped_catalog


@pytest.fixture
def garbage_of_others_left() -> Iterator[None]:
    """Look for garbage, as each measurement does, among what this test makes alone."""
    gc.collect()
    gc.freeze()
    yield
    gc.unfreeze()


@pytest.mark.usefixtures("garbage_of_others_left")
def test_every_page_is_measured(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("CONFIG", "DATA", "SITE"):
        monkeypatch.setenv(f"AZMODELS_{name}_DIR", "")  # given back afterwards
    opened = opened_on(tmp_path)
    qtbot.addWidget(opened.window)
    shipped = shipped_catalog()
    models = (each for at, each in enumerate(shipped.models) if each.id in PINNED or at % 10 == 0)
    found = swaps(opened, shipped.but(models=tuple(models)), runs=1)
    assert list(found) == list(PAGES)
    assert all(swap.swapped > 0 and swap.shown_later > 0 for swap in found.values())
    assert all(page.is_made for page in opened.window.pages[1:])


def test_a_hidden_page_shows_the_new_catalogue_when_somebody_looks(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("CONFIG", "DATA", "SITE"):
        monkeypatch.setenv(f"AZMODELS_{name}_DIR", "")
    opened = opened_on(tmp_path)
    qtbot.addWidget(opened.window)
    (calculator,) = (page for page in opened.window.pages[1:] if page.key == "calculator")
    show(opened, "calculator")
    panel = calculator.page.panel  # type: ignore[attr-defined]
    before = panel.fields["entry"].count()
    show(opened, "models")
    catalog = newer(shipped_catalog())
    fewer = catalog.but(models=catalog.models[:100])
    opened.around.current.show_index(prepared(fewer))
    assert panel.fields["entry"].count() == before
    show(opened, "calculator")
    assert panel.fields["entry"].count() == len(opened.around.current.index.entries) < before
