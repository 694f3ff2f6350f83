# SPDX-License-Identifier: MIT
"""Inputs left, results right: how many PTU, what each way to pay costs, from when it pays."""

from PySide6.QtCore import Qt, QUrl, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QVBoxLayout, QWidget

from azmodels_gui.catalog.entry import EntryKey
from azmodels_gui.catalog.index import CatalogIndex
from azmodels_gui.qtmodels.formats import Language
from azmodels_gui.views.calculator.asking import Answer, Asker
from azmodels_gui.views.calculator.card_texts import CardTexts
from azmodels_gui.views.calculator.cards import CardRow
from azmodels_gui.views.calculator.explanation import parts_of
from azmodels_gui.views.calculator.explanation_view import ExplanationView
from azmodels_gui.views.calculator.first_inputs import first_inputs, with_model
from azmodels_gui.views.calculator.input_panel import InputPanel
from azmodels_gui.views.calculator.inputs import Inputs, inputs_from, inputs_state
from azmodels_gui.views.calculator.money_words import MoneyWords
from azmodels_gui.views.pages.page import PageParts, PageState
from azmodels_gui.views.theme.tokens import SPACE_M, SPACE_S

INPUTS_PX = 330
EXPLANATION_PX = 330
CARDS = 5


class CalculatorPage(QWidget):
    """Every change of a field is answered at once.

    Signals:
        state_changed: something changed that is worth remembering.
        news: a sentence for the status bar.
        link_asked: a `QUrl` the user wants to open.
    """

    key = "calculator"
    state_changed = Signal()
    news = Signal(str)
    link_asked = Signal(QUrl)

    def __init__(self, parts: PageParts, language: Language) -> None:
        super().__init__()
        self._parts = parts
        self._language = language
        around = parts.around
        self._asker = Asker(around.current.index)
        self.inputs = first_inputs(self._asker, parts.pins.keys)
        self.answer = Answer(self.inputs, None)
        self.panel = InputPanel(around.theme, self._asker, language)
        self.cards = CardRow(around.theme, CARDS)
        self.explanation = ExplanationView(around.theme)
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self._build()
        self._connect()
        self._reckon()

    def widget(self) -> QWidget:
        """Return what to show."""
        return self

    def set_language(self, language: Language) -> None:
        """Show texts and figures in another language; its translator is installed."""
        self._language = language
        self.panel.set_language(language)
        self._show_answer()

    def state(self) -> PageState:
        """Return what the page would like to remember."""
        return {
            "inputs": inputs_state(self.inputs),
            "words": self.explanation.words_shown,
            "splitter": self.splitter.sizes(),
        }

    def restore(self, state: PageState) -> None:
        """Bring the page into a remembered state; rubbish is passed over."""
        kept = state.get("inputs")
        if isinstance(kept, dict):
            inputs = inputs_from(kept)
            if self._asker.entry(inputs) is not None:
                self.show_inputs(inputs)
        self.explanation.set_words_shown(state.get("words") is True)
        sizes = state.get("splitter")
        if isinstance(sizes, list) and len(sizes) == self.splitter.count():
            self.splitter.setSizes([size for size in sizes if isinstance(size, int)])

    @Slot(object)
    def show_inputs(self, inputs: Inputs) -> None:
        """Take other inputs and answer at once."""
        self.inputs = inputs
        self._reckon()
        self.state_changed.emit()

    def use(self, key: EntryKey) -> None:
        """Reckon with another model; everything else stays."""
        self.show_inputs(with_model(self._asker, self.inputs, key))

    def _build(self) -> None:
        results = QWidget()
        column = QVBoxLayout(results)
        column.setContentsMargins(SPACE_M, SPACE_M, SPACE_M, SPACE_M)
        column.setSpacing(SPACE_S)
        column.addWidget(self.cards)
        row = QHBoxLayout()
        row.setSpacing(SPACE_S)
        row.addWidget(QWidget(), 3)
        row.addWidget(self.explanation, 2)
        column.addLayout(row, 1)
        self.splitter.addWidget(self.panel)
        self.splitter.addWidget(results)
        self.splitter.setStretchFactor(1, 1)
        self.splitter.setHandleWidth(1)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.setSizes([INPUTS_PX, 1_000])
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self.splitter)

    def _connect(self) -> None:
        self.panel.inputs_asked.connect(self.show_inputs)
        self.explanation.link_asked.connect(self.link_asked)
        self.explanation.words_shown_changed.connect(self.state_changed)
        self.explanation.copied.connect(self._on_copied)
        self.splitter.splitterMoved.connect(self.state_changed)
        self._parts.around.current.changed.connect(self._on_catalog)

    def _reckon(self) -> None:
        self.answer = self._asker.answer(self.inputs)
        self.panel.show_inputs(self.inputs)
        self._show_answer()

    def _show_answer(self) -> None:
        found = self.answer.estimate
        currency = "USD" if found is None else found.currency
        money = MoneyWords.of(self.inputs, currency, self._language)
        self.cards.show_texts(() if found is None else CardTexts(found, money).all())
        self.explanation.show_parts(parts_of(self.answer, self._asker.catalog, money))

    @Slot(object)
    def _on_catalog(self, index: CatalogIndex) -> None:
        self._asker = Asker(index)
        if self._asker.entry(self.inputs) is None:
            self.inputs = first_inputs(self._asker, self._parts.pins.keys)
        self.panel.set_asker(self._asker)
        self._reckon()

    @Slot()
    def _on_copied(self) -> None:
        self.news.emit(self.tr("The calculation was copied as text."))
