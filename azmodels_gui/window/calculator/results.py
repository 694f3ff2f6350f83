# SPDX-License-Identifier: MIT
"""Everything right of the fields: verdict and "what if", scenarios, charts, how it was reckoned."""

from collections.abc import Sequence
from functools import partial
from html import escape
from typing import NamedTuple

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QColor, QGuiApplication, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QFrame,
    QLabel,
    QScrollArea,
    QSplitter,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from azmodels_gui.answers.answer import Section, Status
from azmodels_gui.answers.plan_verdict import plan_verdict, plan_what_if
from azmodels_gui.answers.scenarios import NamedOption, Option, least
from azmodels_gui.answers.sizing import what_if
from azmodels_gui.answers.verdict import verdict
from azmodels_gui.calculator.asking import Answer, Asker, ProfileAnswer
from azmodels_gui.calculator.inputs import LoadFrom
from azmodels_gui.calculator.plan import Planned
from azmodels_gui.calculator.scenarios import Scenarios
from azmodels_gui.calculator.statements import Statement
from azmodels_gui.calculator.wording import sentence
from azmodels_gui.charts.amounts import Amounts
from azmodels_gui.charts.estimate import break_even_chart, sensitivity_chart
from azmodels_gui.charts.over_load import (
    LoadUnit,
    cost_over_load_chart,
    plan_chart,
    plan_over_load_chart,
)
from azmodels_gui.language.words import N_, tr
from azmodels_gui.sheets.answer_cells import VerdictText, cell, label, verdict_told
from azmodels_gui.sheets.order import SheetOrder
from azmodels_gui.sheets.scenario_sheet import compared, lettered, load_unit, options_of, told_plan
from azmodels_gui.window.calculator.card_texts import card_texts, order_of
from azmodels_gui.window.calculator.cards import CardRow
from azmodels_gui.window.calculator.explanation import ExplanationView, Part, parts_of, plan_parts
from azmodels_gui.window.calculator.plan_view import PlanSwitch, PlanTables
from azmodels_gui.window.calculator.profile_panel import ProfilePanel
from azmodels_gui.window.charts.chart_frame import ChartDialog, ChartFrame
from azmodels_gui.window.model_index import tool_tip
from azmodels_gui.window.page import Surroundings
from azmodels_gui.window.theme import CARD_PT, NOTE_PT, SPACE_M, SPACE_S, SPACE_XS, Theme, Tone
from azmodels_gui.window.widgets.icons import FollowingIcon
from azmodels_gui.window.widgets.layouts import column, row
from azmodels_gui.window.widgets.side_panels import Side, SidePanels
from azmodels_gui.window.widgets.texts import SteadyText, scaled, set_text_colour

CONTEXT = "CalculatorVerdict"
_STRIPE_PX = 4


NOTHING = VerdictText("", "", "")


class VerdictCard(QFrame):
    """Shows the verdict as text that can be selected, and copies it.

    Signals:
        copied: the verdict is in the clipboard.
    """

    copied = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._text = NOTHING
        self.label, self.copy_button = SteadyText(self), QToolButton(self)
        self.setProperty("kind", "card")
        self._build()
        self._take_look()

    @property
    def text(self) -> VerdictText:
        """What it says."""
        return self._text

    def show_text(self, text: VerdictText) -> None:
        """Show another verdict."""
        if text != self._text:
            self._text = text
            self._write()

    @Slot()
    def copy(self) -> None:
        """Put the verdict into the clipboard as plain text."""
        QGuiApplication.clipboard().setText(self._text.plain)
        self.copied.emit()

    def _build(self) -> None:
        self.label.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.copy_button.setText(tr("Copy"))
        self.copy_button.setProperty("kind", "framed")
        self.copy_button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        FollowingIcon(self.copy_button, "copy", self._theme)
        self.copy_button.setToolTip(tool_tip(tr("Copy the recommendation as text")))
        self.copy_button.clicked.connect(self.copy)
        edges = (SPACE_M + _STRIPE_PX, SPACE_S, SPACE_M, SPACE_S)
        laid = row((self.label, 1), self.copy_button, within=self, gap=SPACE_M, edges=edges)
        laid.setAlignment(self.copy_button, Qt.AlignmentFlag.AlignTop)

    def _write(self) -> None:
        tokens, text = self._theme.tokens, self._text
        amber = tokens.inks[Tone.WARN].text
        parts = [f"<b>{escape(text.lead)}</b>", escape(text.change)]
        if text.against:
            head, colon, told = text.against.partition(":")
            reasons = f"<b>{escape(head + colon)}</b>{escape(told)}"
            parts.append(f"<span style='color:{amber}'>{reasons}</span>")
        self.label.show_paragraphs([f"<p>{' '.join(filter(None, parts))}</p>"], tokens.text)
        self.label.setAccessibleName(text.plain)

    def _take_look(self) -> None:
        self.label.setFont(scaled(self.font(), CARD_PT))
        self._write()

    # Qt overrides

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._theme.tokens.accent))
        painter.drawRoundedRect(0, SPACE_XS, _STRIPE_PX, self.height() - 2 * SPACE_XS, 2, 2)
        painter.end()


class WhatIfLine(QFrame):
    """Shows what other loads would cost."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setProperty("kind", "card")
        self.head, self.label = QLabel(tr("What if"), self), SteadyText(self)
        self.chart_button = QToolButton(self)
        self.chart_button.setText(tr("Chart ..."))
        self.chart_button.setToolTip(
            tool_tip(tr("Show what half to twice the load, the answers and the cache would cost"))
        )
        self.label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.label.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        parts = (self.head, (self.label, 1), self.chart_button)
        row(*parts, within=self, gap=SPACE_M, edges=(SPACE_M, SPACE_S, SPACE_M, SPACE_S))
        self._take_look()

    def show_costs(self, section: Section | None, order: SheetOrder | None) -> None:
        """Show the changes with their costs; what is not known is left out, or the whole line."""
        rows = () if section is None or order is None else section.rows
        told = [
            f"{label(row.label, order)}:&nbsp;<b>{cell(row.answers[0], order).text}</b>"
            for row in rows
            if order is not None and row.answers[0].status is Status.KNOWN
        ]
        words = "&nbsp;&nbsp;&nbsp; ".join(told)
        self.label.show_paragraphs([f"<p>{words}</p>"], self._theme.tokens.text)
        self.label.setAccessibleName(self.label.toPlainText())
        self.setVisible(bool(told))

    def _take_look(self) -> None:
        for each in (self.head, self.label):
            each.setFont(scaled(self.font(), NOTE_PT))
        self.chart_button.setFont(scaled(self.font(), NOTE_PT, bold=True))
        set_text_colour(self.head, self._theme.tokens.muted)


EXPLANATION_PX = 300
CHART_PX = 280
"""Least height of a chart that can be read; what has no room is scrolled."""
CENTRE_PX = 640
"""What verdict and cards need beside the explanation; with less it is a drawer."""


_NO_SIZE = N_("Without a size there is nothing to compare: the warnings say why.")
_NO_COST = N_("Without a load and a known cost there is nothing to compare.")
_NO_TOTAL = N_("Without a known total there is nothing to draw.")
_NO_PRICE = N_(
    "PTU and paying per token cannot be compared here: a price is unknown. Choose in “Place and "
    "prices” whose prices to take instead."
)


class Shown(NamedTuple):
    """What is on show: the scenarios with their answers."""

    scenarios: Scenarios
    answers: tuple[Answer, ...]
    options: tuple[Option | None, ...]
    asker: Asker
    money: Amounts
    plan: Planned | Statement | None = None
    """All of them together, or why they cannot be added; None: they are alternatives."""

    @property
    def planned(self) -> Planned | None:
        """The plan; None: they are alternatives, or cannot be added."""
        return self.plan if isinstance(self.plan, Planned) else None

    @property
    def order(self) -> SheetOrder | None:
        """What words and figures are told by; None: nothing has an answer."""
        found = next((each for each in self.options if each is not None), None)
        return None if found is None else order_of(found.found, self.money)

    @property
    def answer(self) -> Answer:
        """The answer to the current scenario."""
        return self.answers[self.scenarios.at]

    @property
    def option(self) -> Option | None:
        """The current scenario; None: it has no answer."""
        return self.options[self.scenarios.at]

    def verdict(self) -> VerdictText:
        """Return what the plan comes to, or the cheapest scenario, or the current one."""
        if self.planned is not None and self.order is not None:
            return verdict_told(plan_verdict(self.planned), self.order)
        if isinstance(self.plan, Statement):
            return VerdictText(sentence(self.plan, self.money.language), "", "")
        best = least(self.options)
        option = self.option if best is None else self.options[best]
        if option is not None:
            return verdict_told(verdict(option.found), order_of(option.found, self.money))
        refusal = self.answer.refusal
        told = "" if refusal is None else f"{sentence(refusal, self.money.language)}."
        return VerdictText(told, "", "") if told else NOTHING

    def named(self) -> str:
        """Return what the current scenario is called."""
        return lettered(self.scenarios)[self.scenarios.at]

    def alike(self) -> list[NamedOption]:
        """Return the scenarios of the load on show: those with another one have other axes."""
        alone, at = self.scenarios.current.own_load, self.scenarios.at
        names = lettered(self.scenarios)
        return [
            NamedOption(names[place], option)
            for place, option in enumerate(self.options)
            if option is not None
            and (place == at if alone else not self.scenarios.all[place].own_load)
        ]

    @property
    def unit(self) -> LoadUnit:
        """How the load was stated."""
        return load_unit(self.scenarios, self.answers)


class Results(QWidget):
    """Shows all answers; the profile's part is answered later, by itself."""

    def __init__(self, around: Surroundings, language: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._around = around
        # Made where they stay: see `MainWindow._build`.
        self.sides = QSplitter(Qt.Orientation.Horizontal)
        self.explaining = SidePanels(self.sides, CENTRE_PX, around.theme, self)
        centre = self._centre()
        self._column = QVBoxLayout(centre)
        self.charts = QSplitter(Qt.Orientation.Horizontal, centre)
        self.charts.setProperty("kind", "gap")  # before it is given its look
        self.verdict = VerdictCard(around.theme, centre)
        self.kind = PlanSwitch(around.theme, centre)
        self.plan = PlanTables(around.theme, centre)
        self.cards = CardRow(around.theme, centre)
        self.break_even, self.over_load = (ChartFrame(around, self.charts) for _ in range(2))
        self.what_if = WhatIfLine(around.theme, centre)
        self.profile = ProfilePanel(around, language, centre)
        self.explanation = ExplanationView(around.theme, self.sides)
        self._shown: Shown | None = None
        self._profile = ProfileAnswer(None)
        self._build()
        self.what_if.chart_button.clicked.connect(self.show_sensitivity)

    def show_answers(
        self, scenarios: Scenarios, answers: Sequence[Answer], asker: Asker, money: Amounts
    ) -> None:
        """Show all scenarios and what the current one rests on; its profile comes later."""
        options = options_of(answers)
        plan = told_plan(scenarios, answers, options) if scenarios.is_plan else None
        shown = Shown(scenarios, tuple(answers), options, asker, money, plan)
        self._shown = shown
        found = shown.answer.estimate
        if (
            found is None
            or scenarios.inputs.load_from is not LoadFrom.PROFILE
            or not self._profile.is_about(found.question.deployment.entry)
        ):
            self._profile = ProfileAnswer(None)
        self.verdict.show_text(shown.verdict())
        self.kind.setVisible(len(answers) > 1)
        self.kind.show_kind(scenarios)
        self.plan.show_plan(shown.planned, shown.order)
        self.cards.show_texts(card_texts(scenarios, answers, money, shown.planned), scenarios.at)
        self._show_charts(shown)
        self._explain()

    @property
    def shown(self) -> Shown | None:
        """What is on show; None: nothing was asked yet."""
        return self._shown

    @Slot()
    def show_sensitivity(self) -> None:
        """Open the chart of what other loads would cost on the current scenario."""
        shown = self._shown
        found = None if shown is None else shown.answer.estimate
        chart = None
        if found is not None and shown is not None:
            chart = sensitivity_chart(found, shown.money, shown.named())
        ChartDialog(chart, tr(_NO_COST), self._around, self).open()

    def show_profile(self, profile: ProfileAnswer) -> None:
        """Let the explanation say what the profile has to say."""
        self._profile = profile
        self._explain()

    def _explain(self) -> None:
        if self._shown is not None:
            shown = self._shown
            self.explanation.show_parts(partial(self._parts, shown))
            self.explanation.show_letters(len(shown.answers), shown.scenarios.at)

    def _parts(self, shown: Shown) -> tuple[Part, ...]:
        """Return what is explained: of a plan first how its total was reckoned."""
        parts = parts_of(shown.answer, self._profile, shown.asker.catalog, shown.money)
        return (*plan_parts(shown.planned, shown.money.language), *parts)

    def _show_charts(self, shown: Shown) -> None:
        if shown.scenarios.is_plan:
            self._show_plan(shown)
            return
        found, option, money = shown.answer.estimate, shown.option, shown.money
        self.break_even.show_chart(
            None if found is None else break_even_chart(found, money),
            tr(_NO_SIZE if found is None or found.sized is None else _NO_PRICE),
        )
        self.over_load.show_chart(
            cost_over_load_chart(compared(shown.alike()), shown.unit, money),
            tr(_NO_COST),
        )
        if option is None:
            self.what_if.show_costs(None, None)
        else:
            self.what_if.chart_button.show()
            asked = what_if(option.found, option.paid)
            self.what_if.show_costs(asked, order_of(option.found, money))

    def _show_plan(self, shown: Shown) -> None:
        told, money = shown.planned, shown.money
        self.break_even.show_chart(None if told is None else plan_chart(told, money), tr(_NO_COST))
        over = None if told is None else plan_over_load_chart(told, money)
        self.over_load.show_chart(over, tr(_NO_TOTAL))
        self.what_if.show_costs(None if told is None else plan_what_if(told), shown.order)
        self.what_if.chart_button.hide()

    def put_below_cards(self, part: QWidget) -> None:
        """Let something stand between the cards and the charts, such as the way out of a gap."""
        self._column.insertWidget(self._column.indexOf(self.cards) + 1, part)

    def _build(self) -> None:
        for chart in (self.break_even, self.over_load):
            chart.set_least_height(CHART_PX)
        self._fill_centre()
        self.sides.addWidget(self.explanation)
        for splitter, wide in ((self.charts, SPACE_S), (self.sides, 1)):
            splitter.setHandleWidth(wide)
            splitter.setChildrenCollapsible(False)
            splitter.setStretchFactor(0, 1)
        self.charts.setStretchFactor(1, 1)
        self.sides.setSizes([2 * EXPLANATION_PX, EXPLANATION_PX])
        column(self.explaining, within=self)
        self.explaining.take(
            [Side(self.explanation, EXPLANATION_PX, False, tr("Show how it was reckoned"))]
        )

    def _centre(self) -> QWidget:
        """Return where verdict, cards and charts stand, scrolled where they have no room."""
        scrolled = QScrollArea(self.sides)
        centre = QWidget(scrolled.viewport())
        scrolled.setWidget(centre)
        scrolled.setWidgetResizable(True)
        scrolled.setFrameShape(QFrame.Shape.NoFrame)
        scrolled.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scrolled.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        return centre

    def _fill_centre(self) -> None:
        column = self._column
        column.setContentsMargins(SPACE_M, SPACE_M, SPACE_M, SPACE_M)
        column.setSpacing(SPACE_S)
        for part in (self.verdict, self.kind, self.cards):
            column.addWidget(part)
        column.addWidget(self.charts, 3)
        column.addWidget(self.plan)
        column.addWidget(self.what_if)
        column.addWidget(self.profile, 2)
