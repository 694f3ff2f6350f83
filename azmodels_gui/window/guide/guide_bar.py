# SPDX-License-Identifier: MIT
"""The guide as one line above the models, until it is closed for good."""

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtWidgets import QLabel, QPushButton, QSizePolicy, QToolButton, QWidget

from azmodels_gui.answers.advice import Step
from azmodels_gui.answers.guide import GuideQuestion
from azmodels_gui.language.words import N_, tr
from azmodels_gui.sheets.guide_told import answers_told
from azmodels_gui.sheets.guide_words import GUIDE_WORDS
from azmodels_gui.sheets.order import SheetOrder
from azmodels_gui.window.guide.load_fields import load_inputs
from azmodels_gui.window.model_index import tool_tip
from azmodels_gui.window.page import PageParts, PageState
from azmodels_gui.window.theme import ICON_PX, SPACE_M, SPACE_S, SPACE_XS
from azmodels_gui.window.widgets.icons import FollowingIcon
from azmodels_gui.window.widgets.layouts import Part, row
from azmodels_gui.window.widgets.texts import without_mnemonic

_SHORT = {
    Step.USE_CASE: N_("What for?"),
    Step.LOAD: N_("How much?"),
    Step.PLACE: N_("Where?"),
    Step.TERMS: N_("Terms?"),
}
_LONGEST = 30
"""Letters of an answer; a longer one is cut, its tool tip has all of it."""


class GuideBar(QWidget):
    """Says what the filter answers of the four questions; each leads to it.

    Signals:
        step_asked: the `Step` whose question the user wants to answer.
        list_asked: show the short list.
        keys_asked: explain signs and keys.
        dismissed: the user wants to see it no more.
    """

    step_asked = Signal(object)
    list_asked = Signal()
    keys_asked = Signal()
    dismissed = Signal()

    def __init__(self, parts: PageParts, state: PageState, parent: QWidget | None = None) -> None:
        """Make it.

        Args:
            parts: the filter, the catalogue, the look.
            state: what the page of the guide remembers, its load.
            parent: of the widget.
        """
        super().__init__(parent)
        self._parts, self._load = parts, load_inputs(state).load()
        self.setObjectName("guide_bar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(tr(GUIDE_WORDS["guide"]))
        self.steps = {step: QToolButton() for step in Step}
        self.list_button = QPushButton()
        self.keys_button, self.close_button = QToolButton(), QToolButton()
        heading = QLabel(f"<b>{tr(GUIDE_WORDS['guide'])}</b>")
        for step, button in self.steps.items():
            button.setObjectName(step.value)
            # In a narrow window the answers give way, not the buttons beside them.
            button.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
            button.setMinimumWidth(1)
            button.clicked.connect(self._on_step)
        buttons = (self.list_button, self.keys_button, self.close_button)
        line: tuple[Part, ...] = (heading, *self.steps.values(), 1, *buttons)
        row(*line, within=self, gap=SPACE_S, edges=(SPACE_M, SPACE_XS, SPACE_S, SPACE_XS))
        self.list_button.setText(tr(GUIDE_WORDS["guide_short_list"]))
        self.close_button.setToolTip(tr(N_("Do not show this line again; the guide stays a page")))
        self.close_button.setAccessibleName(tr(N_("Do not show the guide again")))
        FollowingIcon(self.list_button, "list-checks", parts.around.theme)
        self.keys_button.setToolTip(tr("Signs and keys (Shift+F1)"))
        self.keys_button.setAccessibleDescription("Shift+F1")
        self.keys_button.setAccessibleName(tr("Signs and keys"))
        self.list_button.clicked.connect(self.list_asked)
        self.keys_button.clicked.connect(self.keys_asked)
        self.close_button.clicked.connect(self.dismissed)
        parts.history.query_changed.connect(self._tell)
        parts.around.current.changed.connect(self._tell)
        self._tell()
        self._take_look()

    def in_tab_order(self) -> tuple[QWidget, ...]:
        """Return what takes the keyboard, from left to right."""
        return (*self.steps.values(), self.list_button, self.keys_button, self.close_button)

    @Slot()
    def _tell(self) -> None:
        """Say what the filter answers."""
        index = self._parts.around.current.index
        order = SheetOrder(index.catalog, index.today, self._parts.language)
        open_question = GuideQuestion(load=self._load)
        asked = open_question.following(self._parts.history.query, index.catalog)
        for number, (step, told) in enumerate(answers_told(asked, order).items(), start=1):
            shown = told if len(told) <= _LONGEST else f"{told[: _LONGEST - 1]}…"
            button = self.steps[step]
            button.setText(without_mnemonic(f"{number}  {tr(_SHORT[step])} {shown}"))
            question = tr(GUIDE_WORDS[f"guide_question_{step}"])
            button.setToolTip(tool_tip(f"{question}\n{told}"))

    @Slot()
    def _on_step(self) -> None:
        sender = self.sender()
        if sender is not None:
            self.step_asked.emit(Step(sender.objectName()))

    def _take_look(self) -> None:
        theme = self._parts.around.theme
        for button, icon in ((self.keys_button, "circle-help"), (self.close_button, "close")):
            button.setIcon(theme.icon(icon, theme.tokens.muted))
            button.setIconSize(QSize(ICON_PX, ICON_PX))
