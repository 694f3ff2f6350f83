# SPDX-License-Identifier: MIT
"""Where can we have all of them? Conditions above, the answer in cards, all regions below."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from msgspec.structs import replace
from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QLabel, QStackedWidget, QToolButton, QWidget

from azmodels_gui.catalog.coverage import Coverage, CoverageRefused, RefusedBecause, coverage
from azmodels_gui.catalog.coverage_notes import coverage_notes
from azmodels_gui.catalog.document import Entry, EntryKey, Region
from azmodels_gui.catalog.fact_dates import FactKind, nos_told
from azmodels_gui.catalog.kept_record import read_state, written_state
from azmodels_gui.catalog.region_alternatives import best_pairs
from azmodels_gui.catalog.terms import Billing, Scope
from azmodels_gui.language.words import tr
from azmodels_gui.window.grids.grid import Grid, Ground
from azmodels_gui.window.grids.grid_view import GridView
from azmodels_gui.window.grids.signs import (
    DISPUTED,
    LETTERS,
    NO,
    UNKNOWN,
    GridLegend,
    LegendItem,
    ToldLine,
    billing_items,
    foot,
    offer_mark,
    scope_items,
)
from azmodels_gui.window.models.cell_context import CellContext
from azmodels_gui.window.page import PageParts, PageState
from azmodels_gui.window.regions.answer_cards import AnswerCards, Card, summary
from azmodels_gui.window.regions.cell_words import MatrixSlots, RegionCodes, RegionWords
from azmodels_gui.window.regions.coverage_conditions_bar import ConditionsBar
from azmodels_gui.window.regions.coverage_grid import coverage_grid
from azmodels_gui.window.regions.coverage_text import coverage_text
from azmodels_gui.window.regions.document_view import DocumentView, RichText
from azmodels_gui.window.regions.region_part import RegionPart, RegionScope
from azmodels_gui.window.sheets.subject import Subject, coverage_subject
from azmodels_gui.window.step_history import StepHistory, Undoable
from azmodels_gui.window.theme import SPACE_M, SPACE_S, SPACE_XS, Tone
from azmodels_gui.window.widgets.entry_field import EntryField
from azmodels_gui.window.widgets.icons import FollowingIcon
from azmodels_gui.window.widgets.layouts import column, in_type, row

LEAST_PX, LOW_PX = 270, 400
"""Least height; below the second there is no room for the lines under the table."""
ADDER_PX, NARROW_PX = 190, 960
"""Least width of the field that adds models; below the second it stands above the conditions."""


@dataclass(frozen=True)
class QuestionState:
    """What is remembered of the question."""

    entries: tuple[EntryKey, ...] | None = None
    """None: those that are pinned."""
    conditions: dict[str, str] = field(default_factory=dict)
    in_words: bool = False


def legend_items(no: str) -> list[LegendItem]:
    """Return the signs with their words; a no is told with its date."""
    grey = replace(offer_mark(Scope.GLOBAL, LETTERS[Billing.PAYG]), tone=Tone.MUTED)
    return [
        *scope_items(),
        (grey, tr("does not meet the conditions")),
        *billing_items(),
        (NO, no),
        (UNKNOWN, tr("unknown, not “no”")),
        (DISPUTED, tr("disputed")),
        (Ground.MISSING, tr("missing")),
        (Ground.OPEN, tr("open")),
        (Ground.ENDED, tr("retired or past its date")),
    ]


class CoveragePart(Undoable, RegionPart):
    """A view of the Regions page (`RegionPart`).

    It asks for the pinned models until others are added or taken out; every change is answered
    at once.
    """

    def __init__(self, parts: PageParts, scope: RegionScope) -> None:
        super().__init__(parts, scope)
        self.entries: tuple[Entry, ...] = ()
        self._of_its_own = False
        """True: other models than the pinned ones are asked for."""
        self.found: Coverage | None = None
        self._take_catalog()
        theme = self._theme
        self.bar = ConditionsBar(theme, scope.index.catalog, parts.language)
        self.adder = EntryField(
            tr("Add models ..."),
            tr("Type a name and press Enter; several names with commas between them"),
        )
        self.words_button, self.sheet_button = QToolButton(), QToolButton()
        self.asked = QLabel()
        self.cards = AnswerCards(theme)
        self.view = GridView(theme, removable=True)
        self.text = DocumentView()
        self.line = ToldLine()
        self.legend = GridLegend(theme)
        self._build()
        self._connect()
        self._follow_pins()
        self.history = StepHistory(self._question_now())

    @property
    def undoable(self) -> Undoable:
        """Models and conditions, as they were before."""
        return self

    def show_region(self, region: str) -> None:
        """Let a region stand out; empty: none."""
        self.view.mark_row(region or None)

    def set_presenting(self, presenting: bool) -> None:
        """Tell the conditions in words instead of fields, or show the fields again."""
        self._question.setVisible(not presenting)
        self.asked.setText(self.bar.in_words())
        self.asked.setVisible(presenting and bool(self.asked.text()))

    def current_entry(self) -> EntryKey | None:
        """Return the model of the column that the keyboard is in."""
        column = self.view.currentIndex().column()
        return self.entries[column].key if 0 <= column < len(self.entries) else None

    def go_to(self, key: EntryKey) -> bool:
        """Put the keyboard into the column of a model; False if it is not asked for."""
        if key not in [entry.key for entry in self.entries]:
            return False
        rows, row = self.view.grid_model.grid.rows, self.view.currentIndex().row()
        self.view.go_to(rows[row].key if row >= 0 else None, key)
        return True

    def subjects(self, regions: tuple[Region, ...]) -> Sequence[Subject]:
        """Return the sheet of the question; nothing while it has no answer."""
        found = self.found
        return [] if found is None else [coverage_subject(found.entries, found.conditions, regions)]

    def state(self) -> PageState:
        """Return the conditions, and the models where they are not the pinned ones."""
        return written_state(self._question_now(in_words=self.words_button.isChecked()))

    def restore(self, state: PageState) -> None:
        """Bring a remembered question back; rubbish is passed over."""
        kept = read_state(QuestionState, state)
        self.words_button.setChecked(kept.in_words)
        known = self._known(kept.entries or ())
        self._ask(tuple(entry.key for entry in known) or None, kept.conditions)
        self.history.begin_with(self._question_now())
        self.steps_changed.emit()

    def in_tab_order(self) -> tuple[QWidget, ...]:
        """Return what takes the keyboard, in reading order."""
        shown = self.text if self.words_button.isChecked() else self.view
        buttons = (self.words_button, self.sheet_button)
        return (*self.bar.in_tab_order(), self.adder, *buttons, shown)

    def _follow_catalog(self) -> None:
        """Answer from another catalogue; models that it does not have are dropped."""
        self._take_catalog()
        self.bar.set_catalog(self._scope.index.catalog)
        self._ask_for(self._known(entry.key for entry in self.entries))

    def _take_catalog(self) -> None:
        index = self._scope.index
        self._codes = RegionCodes(index.catalog)
        self._context = CellContext(index, self._language)
        self._words = RegionWords(MatrixSlots(index.catalog, self._codes), self._context)

    def _known(self, keys: Iterable[EntryKey]) -> tuple[Entry, ...]:
        rows = (self._scope.index.row_of(key) for key in keys)
        return tuple(self._scope.index.entries[row] for row in rows if row is not None)

    def _pinned(self) -> tuple[Entry, ...]:
        return self._known(self._parts.pins.keys)

    def _question_now(self, *, in_words: bool = False) -> QuestionState:
        keys = tuple(entry.key for entry in self.entries) if self._of_its_own else None
        return QuestionState(keys, self.bar.choices(), in_words)

    def _ask(self, keys: tuple[EntryKey, ...] | None, conditions: Mapping[str, str]) -> None:
        self.bar.show_choices(conditions)
        self._of_its_own = keys is not None
        self._ask_for(self._pinned() if keys is None else self._known(keys))

    def _show_step(self) -> None:
        self._ask(self.history.value.entries, self.history.value.conditions)
        self.state_changed.emit()
        self.steps_changed.emit()

    def _take_step(self) -> None:
        """Keep what is asked now, to go back to it."""
        self.history.change(self._question_now())
        self.state_changed.emit()
        self.steps_changed.emit()

    def _ask_for(self, entries: tuple[Entry, ...]) -> None:
        self.entries = entries
        self._reckon()

    def _take(self, entries: Sequence[Entry]) -> None:
        self._of_its_own = True
        self._ask_for(tuple(entries))
        self._take_step()

    def _reckon(self) -> None:
        index = self._scope.index
        self.adder.offer(index, [entry.key for entry in self.entries])
        try:
            self.found = coverage(self.entries, self.bar.conditions(), index.catalog, index.today)
            self._show_answer(self.found)
        except CoverageRefused as refused:
            self.found = None
            self._show_refusal(refused)

    def _show_answer(self, found: Coverage) -> None:
        today = self._scope.index.today
        self.cards.show_cards(summary(found, self._language, today))
        self.view.show_grid(coverage_grid(found, self._words, self._codes, self._context))
        as_of = found.dates_on_show.get(FactKind.AVAILABILITY)
        self.legend.show_items(legend_items(nos_told(as_of, today, self._language)))
        self._show_foot()
        self.sheet_button.setEnabled(True)
        self._write()
        self._show_stacked()

    def _show_foot(self) -> None:
        self._foot.setVisible(self.found is not None and self.height() >= in_type(self, LOW_PX))

    def _show_refusal(self, refused: CoverageRefused) -> None:
        hint = ""
        if refused.reason is RefusedBecause.NO_MODEL:
            hint = tr("Name models above, one or several with commas, or pin them in the table.")
        told = refused.told(self._language)
        tone = Tone.PLAIN if hint else Tone.WARN
        self.cards.show_cards((Card("", told, hint, tone),))
        self.view.show_grid(Grid())
        self.sheet_button.setEnabled(False)
        self._foot.hide()
        self._stack.setCurrentWidget(self._empty)

    def _write(self) -> None:
        """Write the answer in words, where it is on show."""
        found = self.found
        if found is None or not self.words_button.isChecked():
            return
        rich = RichText(self._theme.tokens, self._language)
        pairs = () if found.complete else best_pairs(found)
        notes = coverage_notes(found, self._scope.index.today)
        text = coverage_text(found, pairs, notes, rich, self._scope.index.today)
        self.text.show_html(rich.page([text]))

    def _show_stacked(self) -> None:
        in_words = self.words_button.isChecked()
        self._stack.setCurrentWidget(self.text if in_words else self.view)

    def _build(self) -> None:
        self.text.setAccessibleName(tr("Regions that offer all chosen models"))
        self.view.setAccessibleName(tr("Table of regions and the chosen models"))
        self.view.setAccessibleDescription(
            tr("Enter opens the region, Delete takes the model of the column out")
        )
        self.words_button.setText(tr("In words"))
        self.words_button.setToolTip(tr("The answer as a text, with remarks and sources"))
        self.words_button.setCheckable(True)
        self.words_button.setProperty("kind", "choice")
        self.sheet_button.setText(tr("Sheet ..."))
        FollowingIcon(self.sheet_button, "file-output", self._theme)
        self.sheet_button.setProperty("kind", "framed")
        for button in (self.words_button, self.sheet_button):
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.adder.setMinimumWidth(ADDER_PX)
        # What is left over belongs to the conditions, which stand on one line then.
        self.adder.setMaximumWidth(ADDER_PX * 5 // 4)
        self._lay_out()

    def _lay_out(self) -> None:
        top, edges = Qt.AlignmentFlag.AlignTop, (SPACE_M, SPACE_XS, SPACE_M, SPACE_XS)
        self._question, self._empty = QFrame(), QWidget()
        self._asking = QBoxLayout(QBoxLayout.Direction.LeftToRight, self._question)
        self._asking.setContentsMargins(SPACE_M, SPACE_S, SPACE_M, 0)
        self._asking.setSpacing(SPACE_S)
        self._asking.addWidget(self.bar, 3)
        line = row((self.adder, 1), self.words_button, self.sheet_button, gap=SPACE_S)
        for widget in (self.adder, self.words_button, self.sheet_button):
            line.setAlignment(widget, top)
        self._asking.addLayout(line, 2)
        self.asked.setContentsMargins(SPACE_M, SPACE_S, SPACE_M, 0)
        self.asked.hide()
        self._foot = foot(self.line, self.legend, edges=edges)
        self._stack = QStackedWidget()
        for each in (self.view, self.text, self._empty):
            self._stack.addWidget(each)
        above = (self._question, self.asked, self.cards)
        column(*above, (self._stack, 1), self._foot, within=self)
        self.setMinimumHeight(LEAST_PX)

    def _connect(self) -> None:
        self.bar.edited.connect(self._on_conditions)
        self.adder.chosen.connect(self._on_added)
        self.adder.not_found.connect(self._on_not_found)
        self.words_button.toggled.connect(self._on_words)
        self.sheet_button.clicked.connect(self.sheet_asked)
        self.view.told.connect(self.line.tell)
        self.view.row_asked.connect(self._on_row)
        self.view.column_asked.connect(self.entry_asked)
        self.view.column_removed.connect(self._on_removed)
        self.text.region_asked.connect(self.page_asked)
        self.text.link_asked.connect(self.link_asked)
        self._parts.pins.changed.connect(self._follow_pins)

    @Slot()
    def _follow_pins(self) -> None:
        if not self._of_its_own:
            self._ask_for(self._pinned())

    @Slot(object)
    def _on_added(self, keys: Sequence[EntryKey]) -> None:
        self._take((*self.entries, *self._known(keys)))

    @Slot(str)
    def _on_not_found(self, name: str) -> None:
        self.news.emit(tr("No model is called {name}.").replace("{name}", name))

    @Slot(object)
    def _on_removed(self, key: EntryKey) -> None:
        self._take([entry for entry in self.entries if entry.key != key])
        if not self.entries:
            self.adder.setFocus()

    @Slot(object)
    def _on_row(self, region: str) -> None:
        self.page_asked.emit(region)

    @Slot()
    def _on_conditions(self) -> None:
        self._reckon()
        self._take_step()

    @Slot()
    def _on_words(self) -> None:
        if self.found is not None:
            self._write()
            self._show_stacked()
        self.state_changed.emit()

    # Qt overrides

    def setFocus(self, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason) -> None:
        (self.view if self.entries else self.adder).setFocus(reason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = event.size().width() < NARROW_PX
        ways = QBoxLayout.Direction
        self._asking.setDirection(ways.BottomToTop if narrow else ways.LeftToRight)
        self.adder.setMaximumWidth(self.width() if narrow else ADDER_PX * 5 // 4)
        self._show_foot()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not self.entries:
            self.adder.setFocus()
