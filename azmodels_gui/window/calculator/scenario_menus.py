# SPDX-License-Identifier: MIT
"""What can be done with scenarios: from the menus of their cards, and by keys."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject, QPoint, Qt, Signal, Slot
from PySide6.QtGui import QAction, QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QMenu

from azmodels_gui.calculator.asking import Asker
from azmodels_gui.calculator.choosing import placed, processing_place, with_model
from azmodels_gui.calculator.inputs import Inputs
from azmodels_gui.calculator.scenarios import LETTERS, MOST, Scenarios
from azmodels_gui.calculator.ways import BEST
from azmodels_gui.catalog.document import Entry
from azmodels_gui.language.words import tr
from azmodels_gui.window.calculator.cards import CardRow
from azmodels_gui.window.calculator.choices import Choices
from azmodels_gui.window.pins import Pins
from azmodels_gui.window.widgets.layouts import empty_menu
from azmodels_gui.window.widgets.texts import without_mnemonic


class ScenarioMenus(QObject):
    """Offers further scenarios and what can be done with the current one.

    Signals:
        scenarios_asked: `Scenarios` with a change, to be taken as a step.
        shown_asked: `Scenarios` with another one on show, which is no step.
        field_asked: the name of the field at the left in which the user goes on.
        copied: the text of a card is in the clipboard.
        plan_asked: the scenarios are to be those of a file.
    """

    scenarios_asked = Signal(object)
    shown_asked = Signal(object)
    field_asked = Signal(str)
    copied = Signal()
    plan_asked = Signal()

    def __init__(self, row: CardRow, pins: Pins, language: str) -> None:
        super().__init__(row)
        self._row, self._pins = row, pins
        self._language = language
        self._scenarios: Scenarios | None = None
        self._asker: Asker | None = None
        self.add_menu, self.card_menu = QMenu(row), QMenu(row)
        row.add_button.setMenu(self.add_menu)
        self.add_menu.aboutToShow.connect(self.fill_add_menu)
        row.chosen.connect(self._on_chosen)
        row.renamed.connect(self._on_renamed)
        row.moved.connect(self._on_moved)
        row.removed.connect(self._on_removed)
        row.menu_asked.connect(self.open_card_menu)
        row.toggled.connect(self._on_left_out)

    def add_keys(self, page: QObject) -> None:
        """Let Alt with a digit show a scenario wherever the keyboard is on a page."""
        for at in range(MOST):
            keys = QKeySequence(f"Alt+{(at + 1) % 10}")
            shortcut = QShortcut(keys, page)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(partial(self._on_chosen, at))

    def show_scenarios(self, scenarios: Scenarios, asker: Asker) -> None:
        """Offer what can be done with these from now on."""
        self._scenarios, self._asker = scenarios, asker

    @Slot()
    def fill_add_menu(self) -> None:
        """List what another scenario could be."""
        menu, scenarios, asker = self.add_menu, self._scenarios, self._asker
        empty_menu(menu)
        if scenarios is None or asker is None:
            return
        inputs = scenarios.inputs
        letter = LETTERS[scenarios.at]
        self._offer(menu, tr("&Duplicate {letter}").format(letter=letter), (inputs,))
        menu.addSeparator()
        self._fill_ways(menu.addMenu(tr("Paid another &way")), asker, inputs)
        self._fill_places(menu.addMenu(tr("In another &place")), asker, inputs)
        self._fill_models(menu.addMenu(tr("Another &model, same load")), asker, inputs)
        menu.addSeparator()
        self._act(menu, tr("&Open a plan instead ..."), self.plan_asked.emit)

    @Slot(QPoint)
    def open_card_menu(self, place: QPoint) -> None:
        """Show what can be done with the current scenario."""
        self.fill_card_menu()
        self.card_menu.popup(place)

    def fill_card_menu(self) -> None:
        """List what can be done with the current scenario."""
        menu, scenarios = self.card_menu, self._scenarios
        menu.clear()
        if scenarios is None:
            return
        at, last = scenarios.at, len(scenarios.all) - 1
        self._act(menu, tr("&Rename"), self._row.cards[at].begin_rename, keys="F2")
        self._offer(menu, tr("&Duplicate"), (scenarios.inputs,))
        own = self._act(menu, tr("Load of its &own"), self._on_own_load)
        own.setCheckable(True)
        own.setChecked(scenarios.current.own_load)
        own.setEnabled(not scenarios.is_plan)  # in a plan each has its own
        if scenarios.is_plan:
            inside = self._act(menu, tr("&Part of the plan"), self._on_left_out, keys="Space")
            inside.setCheckable(True)
            inside.setChecked(not scenarios.current.left_out)
        menu.addSeparator()
        left = self._act(menu, tr("Move to the &left"), partial(self._on_moved, at, at - 1))
        right = self._act(menu, tr("Move to the ri&ght"), partial(self._on_moved, at, at + 1))
        left.setShortcut(QKeySequence("Alt+Left"))
        right.setShortcut(QKeySequence("Alt+Right"))
        left.setEnabled(at > 0)
        right.setEnabled(at < last)
        menu.addSeparator()
        self._act(menu, tr("&Copy as text"), self._on_copy)
        remove = self._act(menu, tr("Re&move"), partial(self._on_removed, at), keys="Del")
        remove.setEnabled(last > 0)

    def _fill_ways(self, menu: QMenu, asker: Asker, inputs: Inputs) -> None:
        for way, words in Choices(asker, self._language).ways(inputs):
            if way not in (inputs.way, BEST):
                self._offer(menu, words, (replace(inputs, way=way),))

    def _fill_places(self, menu: QMenu, asker: Asker, inputs: Inputs) -> None:
        for place, words in Choices(asker, self._language).places(inputs):
            if place != processing_place(asker, inputs):
                self._offer(menu, words, (placed(asker, inputs, place),))
        menu.addSeparator()
        self._offer(menu, tr("Another &region ..."), (inputs,), field="region")

    def _fill_models(self, menu: QMenu, asker: Asker, inputs: Inputs) -> None:
        pinned = list(self._pinned(asker, inputs))
        others = [with_model(asker, inputs, entry.key) for entry in pinned]
        if len(pinned) > 1:
            words = tr("&All pinned models ({count})").format(count=len(pinned))
            self._offer(menu, words, tuple(others))
            menu.addSeparator()
        for entry, other in zip(pinned, others, strict=True):
            self._offer(menu, without_mnemonic(entry.title), (other,))
        menu.addSeparator()
        self._offer(menu, tr("&Choose a model ..."), (inputs,), field="entry")

    def _pinned(self, asker: Asker, inputs: Inputs) -> Iterator[Entry]:
        for key in self._pins.keys:
            row = asker.index.row_of(key)
            if row is not None and key != (inputs.model, inputs.version):
                yield asker.index.entries[row]

    def _offer(self, menu: QMenu, words: str, more: tuple[Inputs, ...], field: str = "") -> None:
        action = menu.addAction(words)
        action.setEnabled(self._scenarios is not None and not self._scenarios.full)
        action.triggered.connect(partial(self._add, more, field))

    def _act(self, menu: QMenu, words: str, what: Callable[[], object], keys: str = "") -> QAction:
        action = menu.addAction(words)
        if keys:
            action.setShortcut(QKeySequence(keys))
        action.triggered.connect(lambda _checked=False: what())
        return action

    def _add(self, more: tuple[Inputs, ...], field: str, _checked: bool = False) -> None:
        if self._scenarios is None:
            return
        self.scenarios_asked.emit(self._scenarios.added(*more))
        if field:
            self.field_asked.emit(field)

    @Slot(int)
    def _on_chosen(self, at: int) -> None:
        if self._scenarios is not None:
            self.shown_asked.emit(self._scenarios.shown(at))

    @Slot(int, str)
    def _on_renamed(self, at: int, name: str) -> None:
        if self._scenarios is not None and at < len(self._scenarios.all):
            inputs = self._scenarios.all[at].inputs
            own = "" if name.strip() == inputs.model else name
            self.scenarios_asked.emit(self._scenarios.renamed(at, own))

    @Slot(int, int)
    def _on_moved(self, at: int, to: int) -> None:
        if self._scenarios is not None:
            self.scenarios_asked.emit(self._scenarios.moved(at, to))

    @Slot(int)
    def _on_removed(self, at: int) -> None:
        if self._scenarios is not None:
            self.scenarios_asked.emit(self._scenarios.removed(at))

    def _on_own_load(self) -> None:
        if self._scenarios is not None:
            at = self._scenarios.at
            own = not self._scenarios.current.own_load
            self.scenarios_asked.emit(self._scenarios.with_own_load(at, own))

    @Slot()
    def _on_left_out(self) -> None:
        if self._scenarios is not None and self._scenarios.is_plan:
            at, left_out = self._scenarios.at, not self._scenarios.current.left_out
            self.scenarios_asked.emit(self._scenarios.with_left_out(at, left_out))

    def _on_copy(self) -> None:
        if self._scenarios is not None:
            QGuiApplication.clipboard().setText(self._row.cards[self._scenarios.at].text.plain)
            self.copied.emit()
