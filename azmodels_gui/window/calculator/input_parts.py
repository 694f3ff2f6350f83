# SPDX-License-Identifier: MIT
"""Parts of the panel of inputs: ways to state the load, what follows, files, text, prices."""

from collections.abc import Hashable, Mapping
from decimal import Decimal
from typing import Any

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QFormLayout,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from azmodels_gui.answers.answer import Answer, Section
from azmodels_gui.answers.price_place import PricePlace, price_place
from azmodels_gui.calculator.estimate import Estimate
from azmodels_gui.calculator.inputs import Inputs, LoadFrom
from azmodels_gui.calculator.workload import (
    TOKENS_PER_WORD,
    USUAL,
    WORDS_PER_MINUTE,
    WORDS_PER_PAGE,
    TextAmount,
)
from azmodels_gui.language.figures import number, rounded
from azmodels_gui.language.words import N_, Message, tr
from azmodels_gui.sheets.answer_cells import message
from azmodels_gui.sheets.order import SheetOrder
from azmodels_gui.window.calculator.fields import Bounds, FigureField
from azmodels_gui.window.model_index import tool_tip
from azmodels_gui.window.theme import RADIUS_PX, SPACE_L, SPACE_M, SPACE_S, SPACE_XS, Theme, Tone
from azmodels_gui.window.widgets.dialogs import AskingDialog, Button
from azmodels_gui.window.widgets.layouts import column, row
from azmodels_gui.window.widgets.one_of import OneOf
from azmodels_gui.window.widgets.texts import (
    ElidedLabel,
    plain_label,
    set_text_colour,
    text_colour,
    without_mnemonic,
)

WAYS: dict[LoadFrom, tuple[Message, Message]] = {
    LoadFrom.USERS: (N_("Users"), N_("From users and what they ask a day")),
    LoadFrom.REQUESTS: (N_("Requests"), N_("From requests per minute, peak and average")),
    LoadFrom.SESSIONS: (N_("Sessions"), N_("From sessions that go on at once")),
    LoadFrom.PROFILE: (N_("File ..."), N_("From a load profile: a file, or the hours of a day")),
}
"""Words of the segments, and what they mean."""
MILLION = 1_000_000


class Segments(QWidget):
    """A few choices side by side, one of them chosen; arrow keys go from one to the next.

    Signals:
        chosen: the key of what the user chose.
    """

    chosen = Signal(object)

    def __init__(
        self,
        ways: Mapping[Any, tuple[Message, Message]],
        name: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.buttons: dict[Any, QToolButton] = {}
        self.setAccessibleName(name)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        for place, (way, (words, meaning)) in enumerate(ways.items()):
            button = QToolButton(self)
            button.setText(tr(words))
            button.setToolTip(tool_tip(tr(meaning)))
            button.setAccessibleDescription(tr(meaning))
            button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            end = "first" if place == 0 else "last" if place == len(ways) - 1 else "middle"
            button.setProperty("kind", f"segment {end}")
            self.buttons[way] = button
            row.addWidget(button)
        self._ways = OneOf(self.buttons, self)
        self._ways.chosen.connect(self.chosen)

    def show_way(self, way: Hashable) -> None:
        """Show which one is chosen, without a signal."""
        self._ways.show_value(way)


_FOLLOWS: dict[str, Message] = {
    "peak_rpm": N_("Peak"),
    "average_rpm": N_("Average of the month"),
    "monthly_requests": N_("Requests a month"),
    "monthly_tokens": N_("Tokens a month"),
}
_RATE = N_("{figure} requests/min")
_MILLIONS = N_("{figure} M")


class WhatFollows(QFrame):
    """What the fields come to: peak, average, requests and tokens of a month."""

    def __init__(self, theme: Theme, language: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._language = language
        self.setObjectName("what_follows")
        self.figures: dict[str, QLabel] = {}
        self._names: list[QLabel] = []
        grid = QGridLayout(self)
        grid.setContentsMargins(SPACE_S, SPACE_XS, SPACE_S, SPACE_XS)
        grid.setHorizontalSpacing(SPACE_S)
        grid.setVerticalSpacing(0)
        grid.setColumnStretch(1, 1)
        for place, (key, words) in enumerate(_FOLLOWS.items()):
            name, figure = QLabel(tr(words), self), QLabel(self)
            figure.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            figure.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            figure.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            self._names.append(name)
            self.figures[key] = figure
            grid.addWidget(name, place, 0)
            grid.addWidget(figure, place, 1)

    def show_load(self, section: Section | None) -> None:
        """Show the figures of a load; None: the fields make none."""
        found = {} if section is None else {row.key: row.answers[0] for row in section.rows}
        for key, label in self.figures.items():
            words = self._told(key, found.get(key))
            label.setText(words)
            label.setAccessibleName(f"{tr(_FOLLOWS[key])}: {words}")

    def take_look(self) -> None:
        """Take the colours of the look, and the type of the window."""
        for name in self._names:
            set_text_colour(name, self._theme.tokens.muted)
        for figure in self.figures.values():
            font = self.font()
            font.setBold(True)
            figure.setFont(font)

    def _told(self, key: str, answer: Answer | None) -> str:
        count = None if answer is None else answer.value
        if not isinstance(count, Decimal):
            return "–"
        if key == "monthly_tokens" and count >= 10 * MILLION:
            millions = rounded(count / MILLION, 0)
            return tr(_MILLIONS).format(figure=number(millions, self._language))
        figure = number(count, self._language)
        return tr(_RATE).format(figure=figure) if key.endswith("_rpm") else figure


class FoldingHeading(QToolButton):
    """A heading that folds what stands below it away."""

    def __init__(self, words: str, content: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._content = content
        self.setText(words)
        self.setCheckable(True)
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.setProperty("kind", "heading")
        self.toggled.connect(self._on_toggled)
        self._on_toggled(False)

    def offer(self, offered: bool) -> None:
        """Show the heading, with what is below it, or nothing of both."""
        self.setVisible(offered)
        self._content.setVisible(offered and self.isChecked())

    @Slot(bool)
    def _on_toggled(self, unfolded: bool) -> None:
        self.setArrowType(Qt.ArrowType.DownArrow if unfolded else Qt.ArrowType.RightArrow)
        self._content.setVisible(unfolded and not self.isHidden())


_STILL = {
    LoadFrom.USERS: N_("The load on show is still that of the users."),
    LoadFrom.REQUESTS: N_("The load on show is still that of the requests."),
    LoadFrom.SESSIONS: N_("The load on show is still that of the sessions."),
    LoadFrom.PROFILE: N_("The load on show is still that of the 24 hours."),
}
_STILL_FILE = N_("The load on show is still that of {name}.")


class ProfileLine(QWidget):
    """Buttons and what is going on; knows nothing of what they change.

    Signals:
        load_file_asked: the user wants to read a file.
        hours_asked: back from a file to the 24 hours.
        cancel_asked: stop reading the file.
        measured_asked: take the tokens of a request from the file.
    """

    load_file_asked = Signal()
    hours_asked = Signal()
    cancel_asked = Signal()
    measured_asked = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._inputs = Inputs()
        self.file_button, self.name = QToolButton(self), ElidedLabel(parent=self)
        self.hours_button, self.progress = QToolButton(self), QProgressBar(self)
        self.cancel_button, self.measured_button = QToolButton(self), QToolButton(self)
        self.refusal = plain_label(parent=self, selectable=True)
        self._build()
        self._write_words()
        for button, asked in (
            (self.file_button, self.load_file_asked),
            (self.hours_button, self.hours_asked),
            (self.cancel_button, self.cancel_asked),
            (self.measured_button, self.measured_asked),
        ):
            button.clicked.connect(asked)

    def in_tab_order(self) -> tuple[QWidget, ...]:
        """Return what takes the keyboard, as one reads."""
        return self.file_button, self.hours_button, self.cancel_button, self.measured_button

    def show_inputs(self, inputs: Inputs) -> None:
        """Show which profile is the load; nothing where it is none."""
        if _profile(inputs) != _profile(self._inputs):
            self.show_refusal("")
        self._inputs = inputs
        stated = inputs.load_from is LoadFrom.PROFILE
        file = inputs.profile_file
        for part in (self.name, self.file_button):
            part.setVisible(stated)
        self.hours_button.setVisible(stated and bool(file))
        self.name.setText(file or tr("the hours of the chart"))
        self.name.setToolTip(tool_tip(file))

    def show_refusal(self, why: str) -> None:
        """Tell why a file was not taken, and whose load is on show; empty: nothing."""
        still = tr(_STILL[self._inputs.load_from])
        if self._inputs.load_from is LoadFrom.PROFILE and self._inputs.profile_file:
            still = tr(_STILL_FILE).format(name=self._inputs.profile_file)
        self.refusal.setText(f"{why} {still}" if why else "")
        self.refusal.setVisible(bool(why))

    def take_look(self) -> None:
        """Take the colours of the look."""
        set_text_colour(self.refusal, text_colour(Tone.BAD, self._theme.tokens))

    def show_measured(self, words: str) -> None:
        """Offer what the file measured of a request; empty words offer nothing."""
        self.measured_button.setVisible(bool(words))
        self.measured_button.setText(words)

    @Slot(bool)
    def show_busy(self, busy: bool) -> None:
        """Show how far the reading of a file is, or no longer."""
        if busy:
            self.show_refusal("")  # what was said of a file before is over
        self.progress.setVisible(busy)
        self.cancel_button.setVisible(busy)
        self.progress.setValue(0)

    def _write_words(self) -> None:
        self.file_button.setText(tr("Load file ..."))
        self.file_button.setToolTip(
            tool_tip(
                tr(
                    "Read a load profile: CSV by minute (time, requests) or by hour (hour, "
                    "working_day, weekend), or metrics of Azure Monitor as JSON. A file can be "
                    "dropped here as well."
                )
            )
        )
        self.hours_button.setText(tr("Back to hours"))
        self.measured_button.setToolTip(
            tool_tip(tr("Take the tokens of an average request from the file"))
        )
        self.cancel_button.setText(tr("Cancel"))
        self.progress.setAccessibleName(tr("Reading the load profile"))

    def _build(self) -> None:
        self.file_button.setProperty("kind", "framed")
        column(
            row(self.file_button, (self.name, 1), self.hours_button, gap=SPACE_XS),
            row((self.progress, 1), self.cancel_button, gap=SPACE_XS),
            row(self.measured_button),
            row(self.refusal),
            within=self,
            gap=SPACE_XS,
        )
        for hidden in (self.progress, self.cancel_button, self.measured_button, self.refusal):
            hidden.hide()


def _profile(inputs: Inputs) -> tuple[object, ...]:
    return inputs.profile_file, inputs.profile_key, inputs.working_day, inputs.weekend


_AMOUNT = Bounds(0, 100_000, places=2, least=0)
_FIELDS = (
    ("pages", N_("Input"), N_("pages")),
    ("words", "", N_("words")),
    ("speech_minutes", "", N_("minutes of speech")),
    ("answer_words", N_("Output"), N_("words")),
)
"""Name, what it is part of, and unit."""


class TextTokensDialog(AskingDialog):
    """Pages and words in, tokens out; nothing is changed before it is accepted."""

    def __init__(self, theme: Theme, language: str, parent: QWidget | None = None) -> None:
        super().__init__(tr("Tokens from pages and words"), Button.Ok | Button.Cancel, parent)
        self._language = language
        self.fields: dict[str, FigureField] = {}
        self.sum = plain_label()
        form = QFormLayout()
        form.setHorizontalSpacing(SPACE_L)
        form.setVerticalSpacing(SPACE_S)
        for name, words, unit in _FIELDS:
            field = self.fields[name] = FigureField(_AMOUNT, theme)
            field.set_unit(tr(unit))
            field.set_language(language)
            field.setAccessibleName(tr(words or N_("Input")))
            field.edited.connect(self._on_edited)
            form.addRow(tr(words) if words else "", field)
        column = QVBoxLayout(self)
        column.setSpacing(SPACE_S)
        column.addLayout(form)
        column.addWidget(self.sum)
        column.addWidget(plain_label(self._assumed()))
        column.addWidget(self.buttons)
        self._on_edited()

    def tokens(self) -> tuple[Decimal, Decimal]:
        """Return whole tokens of input and output; 0 where nothing was typed."""
        figures = {name: field.figure() for name, field in self.fields.items()}
        answer = TextAmount(words=figures.pop("answer_words"))
        into, out = (each.in_tokens(USUAL) for each in (TextAmount(**figures), answer))
        return rounded(into, 0), rounded(out, 0)

    def _assumed(self) -> str:
        factors = {"tokens": TOKENS_PER_WORD, "page": WORDS_PER_PAGE, "minute": WORDS_PER_MINUTE}
        told = {name: number(each, self._language) for name, each in factors.items()}
        return tr(
            "Assumed: {tokens} tokens a word of English text (German and code have more), {page} "
            "words a page, {minute} words a minute."
        ).format(**told)

    @Slot()
    def _on_edited(self) -> None:
        into, out = (number(each, self._language) for each in self.tokens())
        self.sum.setText(tr("Input {into} tokens, output {out} tokens").format(into=into, out=out))
        button = self.buttons.button(Button.Ok)
        button.setEnabled(any(self.tokens()))


class PriceNotice(QWidget):
    """Hidden while nothing is missing, or nobody states it.

    Signals:
        taken: the `PricePlace` whose prices the user takes.
    """

    taken = Signal(object)

    def __init__(self, theme: Theme, language: str) -> None:
        super().__init__()
        self._theme = theme
        self._language = language
        self._place: PricePlace | None = None
        self._asked: tuple[object, ...] | None = None
        self.text = plain_label(parent=self, selectable=True)
        self.button = QToolButton(self)
        edges = (SPACE_M, SPACE_S, SPACE_M, SPACE_S)
        row((self.text, 1), self.button, within=self, gap=SPACE_M, edges=edges)
        self.button.setProperty("kind", "framed")
        self.button.clicked.connect(self._on_clicked)
        self.hide()

    def show_found(self, found: Estimate | None) -> None:
        """Offer the nearest region with a price that an estimate lacks."""
        asked = None if found is None else _asked(found)
        if asked == self._asked:
            return  # another load has the same prices, and looking for them costs milliseconds
        self._asked = asked
        self._place = None if found is None else price_place(found)
        self.setVisible(self._place is not None)
        if found is None or self._place is None:
            return
        order = SheetOrder(found.catalog, found.question.day, self._language)
        self.text.setText(message(self._place.said, order))
        words = tr("Take the prices of {region}").format(region=self._place.region.name)
        self.button.setText(without_mnemonic(words))

    def take_look(self) -> None:
        """Take the colours of the look."""
        set_text_colour(self.text, self._theme.tokens.inks[Tone.WARN].text)

    @Slot()
    def _on_clicked(self) -> None:
        self.taken.emit(self._place)

    # Qt overrides

    def paintEvent(self, event: QPaintEvent) -> None:
        ink = self._theme.tokens.inks[Tone.WARN]
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QColor(ink.edge))
        painter.setBrush(QColor(ink.fill))
        edge = self.rect().toRectF().adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(edge, RADIUS_PX, RADIUS_PX)
        painter.end()


def _asked(found: Estimate) -> tuple[object, ...]:
    """Return all that decides which prices are wanted, and which are missing."""
    question = found.question
    deployment = question.deployment
    kinds = tuple(tuple(workload.amounts) for workload in deployment.workloads)
    missing = (found.payg_monthly is None, *(each is None for each in found.ptu_monthly.values()))
    where = (deployment.entry.key, deployment.deployment_type.id, deployment.region)
    how = (question.tier, question.terms, question.overrides, question.day, id(found.catalog))
    return (*where, *how, kinds, missing, deployment.workloads[0].long_context)
