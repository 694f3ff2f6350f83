# SPDX-License-Identifier: MIT
"""The guide: four questions on the left, on the right what they leave and why."""

from collections.abc import Sequence
from dataclasses import fields
from functools import partial

from msgspec.structs import replace
from PySide6.QtCore import QEvent, Qt, QUrl, Signal, Slot
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QPushButton, QSplitter, QWidget

from azmodels_gui.answers.advice import Advice, Step, Topic, all_advice
from azmodels_gui.answers.guide import Candidate, Guide, GuideQuestion, Verdict, guide
from azmodels_gui.answers.viewpoint import Viewpoint
from azmodels_gui.catalog.index import CatalogIndex
from azmodels_gui.catalog.kept_record import written_state
from azmodels_gui.language.words import tr
from azmodels_gui.sheets.advice_sheet import advice_part, advice_sheet
from azmodels_gui.sheets.guide_told import load_told
from azmodels_gui.sheets.order import SheetOrder
from azmodels_gui.sheets.sheet import Part, Sheet, SheetKind
from azmodels_gui.window.background import LatestTask
from azmodels_gui.window.guide.guide_text import ENTRY_SCHEME, RECKON_SCHEME, GuideText, key_of
from azmodels_gui.window.guide.load_fields import LoadInputs, load_inputs
from azmodels_gui.window.guide.question_panel import Choice, QuestionPanel
from azmodels_gui.window.page import Page, PageParts, PageState, Reckoning
from azmodels_gui.window.regions.document_view import DocumentView
from azmodels_gui.window.sheets.subject import Subject
from azmodels_gui.window.theme import SPACE_M, SPACE_S
from azmodels_gui.window.widgets.icons import FollowingIcon
from azmodels_gui.window.widgets.layouts import column, in_type, row

PANEL_PX = 396
NARROW_PX, NARROW_SHARE = 960, 38
"""Width of the page below which both sides make do with less; what of a hundred the left has."""
ASK_PX = 40
"""Width of a button with a sign alone."""
LARGE = 1.7
"""From which times the usual type on a button has its sign alone."""
SHORT_LIST = "short_list"
"""In place of a topic."""


class GuidePage(Page):
    """Each answer sets the filter of the models; what is left is answered in the background.

    Signals:
        answered: the short list is on show.
        advised: a page of advice is on show.
    """

    key = "guide"
    shares = frozenset({"topic", *(each.name for each in fields(LoadInputs))})
    answered = Signal()
    advised = Signal()

    def __init__(self, parts: PageParts, parent: QWidget | None = None) -> None:
        super().__init__(parts, parent)
        current, theme = parts.around.current, parts.around.theme
        self._question = GuideQuestion()
        self._found: Guide | None = None
        self._topic: Topic | None = None
        self._stale = True
        self._narrow = False
        self.panel = QuestionPanel(theme, current.index.catalog, current.today, parts.language)
        order = SheetOrder(current.index.catalog, current.today, parts.language)
        topics = ((each.value, order.words(f"advice_{each}")) for each in Topic)
        short_list = (SHORT_LIST, order.words("guide_short_list"))
        self.topics = Choice(tr("What is shown"), (short_list, *topics))
        self.view = DocumentView()
        self.view.setAccessibleName(short_list[1])
        self.view.setPlaceholderText(tr("Finding what fits ..."))
        self.print_button, self.table_button = QPushButton(), QPushButton()
        self.calculator_button, self.ask_button = QPushButton(), QPushButton()
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self._asking, self._advising = LatestTask(self), LatestTask(self)
        self._build()
        self._connect()
        self._follow()

    @property
    def question(self) -> GuideQuestion:
        """The four answers."""
        return self._question

    @property
    def found(self) -> Guide | None:
        """The short list on show; None: not yet answered."""
        return self._found

    def parts(self) -> tuple[QWidget, ...]:
        """Return what F6 goes through: the questions and the answer."""
        return (self.panel.use_case, self.view)

    def state(self) -> PageState:
        """Return what the page would like to remember: the filter is remembered already."""
        topic = {} if self._topic is None else {"topic": self._topic.value}
        return written_state(self.panel.load.inputs) | topic

    def restore(self, state: PageState) -> None:
        """Bring the page into a remembered state; rubbish is passed over."""
        known = {topic.value: topic for topic in Topic}
        self.show_topic(known.get(str(state.get("topic"))))
        self._take_inputs(load_inputs(state))

    def show_topic(self, topic: Topic | None) -> None:
        """Show a page of advice; None: the short list."""
        self._topic = topic
        self.topics.show_choice(SHORT_LIST if topic is None else topic.value)
        for button in (self.table_button, self.calculator_button):
            button.setVisible(topic is None)
        self._show()

    def go_to(self, place: object) -> None:
        """Give the keyboard to the answer of a question."""
        if isinstance(place, Step):
            self.panel.go_to(place)

    def sheet_subjects(self) -> Sequence[Subject]:
        """Return the sheet of the short list, and that of all advice."""
        from azmodels_gui.sheets.guide_sheet import guide_sheet

        question, entries = self._question, self._parts.around.current.index.entries

        def make(order: SheetOrder) -> Sheet:
            view = Viewpoint(order.catalog, order.day, conversion=order.conversion)
            return guide_sheet(guide(question, entries, view), order)

        def advise(order: SheetOrder) -> Sheet:
            return advice_sheet(CatalogIndex(order.catalog, order.day), order)

        answers = Subject(SheetKind.GUIDE, make, asked=question != GuideQuestion())
        offered = (answers, Subject(SheetKind.ADVICE, advise))
        return offered if self._topic is None else offered[::-1]

    def _build(self) -> None:
        tabs = row(self.topics, edges=(SPACE_M, SPACE_S, SPACE_M, 0))
        edges = (SPACE_M, SPACE_S, SPACE_M, SPACE_S)
        bar = row(self.ask_button, 1, gap=SPACE_S, edges=edges)
        self.calculator_button.setDefault(True)
        self.ask_button.setToolTip(tr("Commands for the client's administrator"))
        self.ask_button.setAccessibleName(tr("Commands for the client's administrator"))
        for button, icon, words in (
            (self.print_button, "printer", tr("Print ...")),
            (self.table_button, "table-properties", tr("Show in the table")),
            (self.calculator_button, "calculator", tr("Open in the calculator")),
        ):
            button.setText(words)
            button.setAccessibleName(words)
            FollowingIcon(button, icon, self._parts.around.theme)
            bar.addWidget(button)
        # A sign alone: words beside those of the others would make a narrow window wider.
        FollowingIcon(self.ask_button, "clipboard-copy", self._parts.around.theme)
        self.ask_button.setFixedWidth(ASK_PX)
        self._show_words()
        right = QWidget()
        column(tabs, bar, (self.view, 1), within=right)
        self.splitter.addWidget(self.panel)
        self.splitter.addWidget(right)
        self.splitter.setSizes([PANEL_PX, 3 * PANEL_PX])
        self.splitter.setStretchFactor(1, 1)
        self.splitter.setChildrenCollapsible(False)
        column(self.splitter, within=self)
        self.setFocusProxy(self.panel)

    def _connect(self) -> None:
        around, history = self._parts.around, self._parts.history
        self.panel.question_asked.connect(self._on_question)
        self.panel.inputs_asked.connect(self._on_inputs)
        self.panel.restart_asked.connect(self._on_restart)
        self.view.link_asked.connect(self.link_asked)
        self.view.anchorClicked.connect(self._on_anchor)
        self.topics.chosen.connect(self._on_topic)
        self.print_button.clicked.connect(self.sheet_asked)
        self.ask_button.clicked.connect(partial(self.action_asked.emit, "admin_commands"))
        self.table_button.clicked.connect(self._on_table)
        self.calculator_button.clicked.connect(self._on_calculator)
        self._asking.succeeded.connect(self._on_found)
        self._advising.succeeded.connect(self._on_advised)
        history.query_changed.connect(self._follow)
        around.current.changed.connect(self._on_catalog)

    @Slot()
    def _follow(self) -> None:
        """Take the answers that the filter gives: it is changed elsewhere, and undone."""
        catalog = self._parts.around.current.index.catalog
        self._take(self._question.following(self._parts.history.query, catalog))

    @Slot(object)
    def _on_question(self, asked: GuideQuestion) -> None:
        """Answer, and let the filter of the models ask the same."""
        history, catalog = self._parts.history, self._parts.around.current.index.catalog
        self._question = replace(asked, load=self._question.load)
        history.change(self._question.put_into(history.query, catalog))
        self._take(self._question)

    @Slot(object)
    def _on_inputs(self, inputs: LoadInputs) -> None:
        self._take_inputs(inputs)
        self.state_changed.emit()

    @Slot()
    def _on_restart(self) -> None:
        self._take_inputs(LoadInputs())
        self._on_question(GuideQuestion())
        self.panel.setFocus()
        self.state_changed.emit()

    def _take_inputs(self, inputs: LoadInputs) -> None:
        self.panel.load.show_inputs(inputs)
        self._take(replace(self._question, load=inputs.load()))

    def _take(self, question: GuideQuestion) -> None:
        """Show the answers, and find out what they leave; while hidden, when somebody looks."""
        self._question = question
        self.panel.show_question(question)
        self._stale = not self.isVisible()
        if not self._stale:
            index = self._parts.around.current.index
            self._asking.ask(partial(_answered, question, index, self._text()))

    def _text(self) -> GuideText:
        """Return what writes in the look and the room of now."""
        index, theme = self._parts.around.current.index, self._parts.around.theme
        order = SheetOrder(index.catalog, index.today, self._language)
        return GuideText(theme.tokens, order, narrow=self._narrow)

    @Slot(object)
    def _on_found(self, answered: tuple[Guide, GuideText, str]) -> None:
        self._found, text, html = answered
        # A window that became narrow meanwhile has other columns.
        self._show(html if text.narrow is self._narrow else "")
        self.answered.emit()

    @Slot(str)
    def _on_topic(self, name: str) -> None:
        self.show_topic(None if name == SHORT_LIST else Topic(name))
        self.view.verticalScrollBar().setValue(0)
        self.state_changed.emit()

    def _show(self, written: str = "") -> None:
        """Show what is asked for.

        Args:
            written: the short list, where it is written already.
        """
        index, found, text = self._parts.around.current.index, self._found, self._text()
        if self._topic is not None:
            self._advising.ask(partial(_advised, self._topic, index, text.order))
        elif found is not None:
            self.view.show_html(written or text.short_list(found))
        if found is None:
            return
        self.calculator_button.setEnabled(self._first() is not None)
        usable = tr("{count} usable entries, {retired} retired ones hidden").format(
            count=len(found.candidates), retired=found.retired
        )
        self.panel.tell(usable, load_told(found.question, text.order))

    @Slot(object)
    def _on_advised(self, found: tuple[Topic, Part, tuple[Advice, ...]]) -> None:
        topic, part, advice = found
        if topic is self._topic:
            self.view.show_html(self._text().part(part, advice))
            self.advised.emit()

    def _first(self) -> Candidate | None:
        fits = () if self._found is None else self._found.of(Verdict.FITS)
        return next(iter(fits), None)

    @Slot()
    def _on_table(self) -> None:
        self.page_asked.emit("models")

    @Slot()
    def _on_calculator(self) -> None:
        first = self._first()
        if first is not None:
            self._reckon(first)

    def _reckon(self, found: Candidate) -> None:
        cost, asked = found.cost, self._question.region or ""
        kind = "" if cost.kind is None else cost.kind.id
        region = asked if cost.region is None else cost.region.id
        self.reckon_asked.emit(Reckoning(found.entry.key, kind, region, self._question.load))

    @Slot(QUrl)
    def _on_anchor(self, url: QUrl) -> None:
        path = url.path(QUrl.ComponentFormattingOption.FullyEncoded)
        if url.scheme() == ENTRY_SCHEME:
            self.entry_asked.emit(key_of(path))
        elif url.scheme() == RECKON_SCHEME and self._found is not None:
            for each in self._found.candidates:
                if each.entry.key == key_of(path):
                    self._reckon(each)

    @Slot(object)
    def _on_catalog(self, index: CatalogIndex) -> None:
        self._found = None
        self.panel.take_catalog(index.catalog, index.today)
        self._follow()

    def _show_words(self) -> None:
        """Show a sign alone on what large type leaves no room for."""
        large = in_type(self, ASK_PX) > LARGE * ASK_PX
        self.print_button.setText("" if large else self.print_button.accessibleName())
        self.print_button.setToolTip(self.print_button.accessibleName() if large else "")

    # Qt overrides

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._show_words()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = event.size().width() < in_type(self, NARROW_PX)
        if narrow is not self._narrow:
            self._narrow = narrow
            left = self.width() * NARROW_SHARE // 100 if narrow else PANEL_PX
            self.splitter.setSizes([left, self.width() - left])
            self._show()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            self._take(self._question)


def _answered(
    question: GuideQuestion, index: CatalogIndex, text: GuideText
) -> tuple[Guide, GuideText, str]:
    found = guide(question, index.entries, Viewpoint(index.catalog, index.today))
    return found, text, text.short_list(found)


def _advised(
    topic: Topic, index: CatalogIndex, order: SheetOrder
) -> tuple[Topic, Part, tuple[Advice, ...]]:
    advice = all_advice(order.view) if topic is Topic.MODELS else ()
    return topic, advice_part(topic, index, order), advice
