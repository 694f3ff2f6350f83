# SPDX-License-Identifier: MIT
"""Questions of a meeting put to the Regions page; each action of the user is counted.

An action is a click, a key or a word that is typed and sent with Enter.
"""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from azmodels_gui.app.application import Opened
from azmodels_gui.window.calculator.fields import ChoiceField
from azmodels_gui.window.grids.grid import Ground
from azmodels_gui.window.regions.coverage_part import CoveragePart
from azmodels_gui.window.regions.features_part import FeaturesPart
from azmodels_gui.window.regions.regions_page import RegionsPage

Key = Qt.Key
GERMANY = "germanywestcentral"


def three_provisioned_in_one_eu_region(opened: Opened) -> None:
    """From a fresh window: which regions have three models on PTU inside the EU? 8 actions."""
    window = opened.window
    _click(window.page_bar.buttons[1])  # 1
    page = window.stack.page
    assert isinstance(page, RegionsPage)
    _click(page.toolbar.part_buttons["coverage"])  # 2
    part = page.part
    assert isinstance(part, CoveragePart)
    for words in ("gpt-5.2", "gpt-5-mini", "gpt-4.1"):  # 3, 4, 5
        _type(window, words)
    _click(part.bar.billings["provisioned"])  # 6
    _choose(part.bar.place, "zone:EU")  # 7, 8
    assert [entry.model.id for entry in part.entries] == ["gpt-5.2", "gpt-5-mini", "gpt-4.1"]
    answer, best, second = part.cards.cards
    assert answer.words.text() == "7 regions offer all 3 models."
    assert best.words.text() == "France Central and 6 more: 3 of 3"
    assert second.title.text() == "As much without France Central"
    model = part.view.grid_model
    assert model.grid.rows[model.row_of(GERMANY)].note == "3 of 3"
    assert model.cell(model.row_of("northeurope"), 0).ground is Ground.MISSING
    assert model.grid.rows[model.row_of("switzerlandnorth")].note.endswith("disputed")
    assert model.grid.rows[model.row_of("eastus2")].note == "does not count"
    part.view.row_asked.emit(GERMANY)
    assert (page.choice.part, page.choice.region) == ("region", GERMANY)


def _click(button: QWidget) -> None:
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    QApplication.processEvents()


def _type(window: QWidget, words: str) -> None:
    """Type where the keyboard is and press Enter."""
    field = window.focusWidget()
    assert field is not None
    QTest.keyClicks(field, words)
    QTest.keyClick(field, Key.Key_Return)
    QApplication.processEvents()


def _choose(field: ChoiceField, value: str) -> None:
    """Open a field and choose a value; two actions."""
    _click(field)
    view = field.view()
    view.setCurrentIndex(field.model().index(field.findData(value), 0))
    QTest.keyClick(view, Key.Key_Return)


def pdf_and_high_reasoning(opened: Opened) -> None:
    """From a fresh window: which models take PDF and reason with "high"? 4 actions."""
    window = opened.window
    _click(window.page_bar.buttons[window.stack.number_of("regions")])  # 1
    page = window.stack.page
    assert isinstance(page, RegionsPage)
    _click(page.toolbar.part_buttons["features"])  # 2
    part = page.part
    assert isinstance(part, FeaturesPart)
    for feature in ("document-input", "reasoning-effort=high"):  # 3, 4
        heads = part.view.column_heads
        at = part.view.grid_model.column_of(feature)
        middle = heads.sectionViewportPosition(at) + heads.sectionSize(at) // 2
        assert middle < heads.viewport().width(), "seen without scrolling"
        place = QPoint(middle, heads.height() - 6)
        QTest.mouseClick(heads.viewport(), Qt.MouseButton.LeftButton, pos=place)
        QApplication.processEvents()
    fits = {entry.model.id for entry in part.fits}
    assert {"gpt-5.2", "gpt-5.4", "gpt-5-mini"} <= fits
    assert not {"gpt-4.1", "DeepSeek-V4-Pro", "whisper"} & fits
    assert len(part.fits) > 20
    assert part.counts.text().startswith(f"{len(part.fits)} models can do all of it · Of ")
    assert [chip.text() for chip in part.chips.chips] == [
        "PDF input",
        "Adjustable reasoning effort: high",
    ]
