# SPDX-License-Identifier: MIT
"""Everything right of the fields: verdict, scenarios, charts, how it was reckoned."""

from collections.abc import Sequence
from decimal import Decimal
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QFrame, QScrollArea, QSplitter, QVBoxLayout, QWidget

from azmodels_gui.answers.scenarios import NamedOption, Option, least
from azmodels_gui.answers.verdict import verdict
from azmodels_gui.answers.what_if import what_if
from azmodels_gui.calculator.wording import sentence
from azmodels_gui.charts.break_even import break_even_chart
from azmodels_gui.charts.cost_over_load import LoadUnit, cost_over_load_chart, in_requests, in_users
from azmodels_gui.charts.sensitivity import sensitivity_chart
from azmodels_gui.language.shown import tr
from azmodels_gui.language.words import N_
from azmodels_gui.sheets.scenario_sheet import ShownScenarios, compared
from azmodels_gui.sheets.verdict_told import VerdictText, verdict_told
from azmodels_gui.window.calculator.asking import Answer, Asker
from azmodels_gui.window.calculator.card_texts import card_texts, names_of, options_of, order_of
from azmodels_gui.window.calculator.cards import CardRow
from azmodels_gui.window.calculator.chart_dialog import ChartDialog
from azmodels_gui.window.calculator.explanation import parts_of
from azmodels_gui.window.calculator.explanation_view import ExplanationView
from azmodels_gui.window.calculator.inputs import LoadFrom
from azmodels_gui.window.calculator.profile_answer import ProfileAnswer
from azmodels_gui.window.calculator.profile_bar import MoneyWords
from azmodels_gui.window.calculator.profile_panel import ProfilePanel
from azmodels_gui.window.calculator.scenarios import LETTERS, Scenarios
from azmodels_gui.window.calculator.verdict_card import NOTHING, VerdictCard
from azmodels_gui.window.calculator.what_if import WhatIfLine
from azmodels_gui.window.charts.chart_frame import ChartFrame
from azmodels_gui.window.surroundings import Surroundings
from azmodels_gui.window.theme.tokens import SPACE_M, SPACE_S
from azmodels_gui.window.widgets.side_panels import Side, SidePanels

EXPLANATION_PX = 300
CHART_PX = 280
"""Least height of a chart that can be read; what has no room is scrolled."""
CENTRE_PX = 640
"""What verdict and cards need beside the explanation; with less it is a drawer."""


_NO_SIZE = N_("Without a size there is nothing to compare: the warnings say why.")
_NO_COST = N_("Without a load and a known cost there is nothing to compare.")
_NO_PRICE = N_(
    "PTU and paying per token cannot be compared here: a price is unknown. Choose at the left "
    "whose prices to take instead."
)


class Shown(NamedTuple):
    """What is on show: the scenarios with their answers."""

    scenarios: Scenarios
    answers: tuple[Answer, ...]
    options: tuple[Option | None, ...]
    asker: Asker
    money: MoneyWords

    @property
    def answer(self) -> Answer:
        """The answer to the current scenario."""
        return self.answers[self.scenarios.at]

    @property
    def option(self) -> Option | None:
        """The current scenario; None: it has no answer."""
        return self.options[self.scenarios.at]

    def verdict(self) -> VerdictText:
        """Return what the cheapest scenario comes to, or the current one where none is that."""
        best = least(self.options)
        option = self.option if best is None else self.options[best]
        if option is not None:
            return verdict_told(verdict(option.found), order_of(option.found, self.money))
        refusal = self.answer.refusal
        told = "" if refusal is None else sentence(refusal, self.money.language)
        return VerdictText(told, "", "") if told else NOTHING

    def alike(self) -> list[NamedOption]:
        """Return the scenarios of the load on show: those with another one have other axes."""
        alone, at = self.scenarios.current.own_load, self.scenarios.at
        names = names_of(self.scenarios)
        return [
            NamedOption(f"{LETTERS[place]} {names[place]}", option)
            for place, option in enumerate(self.options)
            if option is not None
            and (place == at if alone else not self.scenarios.all[place].own_load)
        ]

    def on_sheet(self) -> ShownScenarios | None:
        """Return what a sheet of all scenarios shows; None: there is only one, or no answer."""
        names = names_of(self.scenarios)
        options = tuple(
            NamedOption(f"{LETTERS[at]} {names[at]}", option)
            for at, option in enumerate(self.options)
            if option is not None
        )
        if len(self.options) < 2 or not options:
            return None
        refused = tuple(
            (f"{LETTERS[at]} {names[at]}", each.refusal)
            for at, each in enumerate(self.answers)
            if each.refusal is not None
        )
        alike = not any(each.own_load for each in self.scenarios.all)
        return ShownScenarios(options, self.unit, refused, alike)

    @property
    def unit(self) -> LoadUnit:
        """How the load was stated."""
        inputs, load = self.scenarios.inputs, self.answer.load
        if inputs.load_from is LoadFrom.USERS:
            return in_users(inputs.users)
        return in_requests(Decimal(0) if load is None else load.peak_rpm)


class Results(QWidget):
    """Shows all answers; the profile's part is answered later, by itself."""

    def __init__(self, around: Surroundings, language: str) -> None:
        super().__init__()
        self._around = around
        self.verdict = VerdictCard(around.theme)
        self.cards = CardRow(around.theme)
        self.break_even, self.over_load = ChartFrame(around), ChartFrame(around)
        self.what_if = WhatIfLine(around.theme)
        self.profile = ProfilePanel(around, language)
        self.explanation = ExplanationView(around.theme)
        self._shown: Shown | None = None
        self._profile = ProfileAnswer(None)
        self.sides = QSplitter(Qt.Orientation.Horizontal)
        self.explaining = SidePanels(self.sides, CENTRE_PX, around.theme, self)
        self.charts = QSplitter(Qt.Orientation.Horizontal)
        self._build()
        self.what_if.chart_button.clicked.connect(self.show_sensitivity)

    def show_answers(
        self, scenarios: Scenarios, answers: Sequence[Answer], asker: Asker, money: MoneyWords
    ) -> None:
        """Show all scenarios and what the current one rests on; its profile comes later."""
        shown = Shown(scenarios, tuple(answers), options_of(answers), asker, money)
        self._shown = shown
        found = shown.answer.estimate
        if (
            found is None
            or scenarios.inputs.load_from is not LoadFrom.PROFILE
            or not self._profile.is_about(found.question.deployment.entry)
        ):
            self._profile = ProfileAnswer(None)
        self.verdict.show_text(shown.verdict())
        self.cards.show_texts(card_texts(scenarios, answers, money), scenarios.at)
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
        chart = None if found is None or shown is None else sensitivity_chart(found, shown.money)
        ChartDialog(chart, tr(_NO_COST), self._around, self).open()

    def show_profile(self, profile: ProfileAnswer) -> None:
        """Let the explanation say what the profile has to say."""
        self._profile = profile
        self._explain()

    def _explain(self) -> None:
        if self._shown is not None:
            shown = self._shown
            self.explanation.show_parts(
                partial(parts_of, shown.answer, self._profile, shown.asker.catalog, shown.money)
            )
            self.explanation.show_letters(len(shown.answers), shown.scenarios.at)

    def _show_charts(self, shown: Shown) -> None:
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
            asked = what_if(option.found, option.paid)
            self.what_if.show_costs(asked, order_of(option.found, money))

    def put_below_cards(self, part: QWidget) -> None:
        """Let something stand between the cards and the charts, such as the way out of a gap."""
        self._column.insertWidget(self._column.indexOf(self.cards) + 1, part)

    def _build(self) -> None:
        for chart in (self.break_even, self.over_load):
            chart.setMinimumHeight(CHART_PX)
            self.charts.addWidget(chart)
        self.sides.addWidget(self._centre())
        self.sides.addWidget(self.explanation)
        for splitter, wide in ((self.charts, SPACE_S), (self.sides, 1)):
            splitter.setHandleWidth(wide)
            splitter.setChildrenCollapsible(False)
            splitter.setStretchFactor(0, 1)
        self.charts.setProperty("gap", True)
        self.charts.setStretchFactor(1, 1)
        self.sides.setSizes([2 * EXPLANATION_PX, EXPLANATION_PX])
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.explaining)
        self.explaining.take(
            [Side(self.explanation, EXPLANATION_PX, False, tr("Show how it was reckoned"))]
        )

    def _centre(self) -> QScrollArea:
        """Return verdict, cards and charts, scrolled where they have no room."""
        centre = QWidget()
        column = self._column = QVBoxLayout(centre)
        column.setContentsMargins(SPACE_M, SPACE_M, SPACE_M, SPACE_M)
        column.setSpacing(SPACE_S)
        for part in (self.verdict, self.cards):
            column.addWidget(part)
        column.addWidget(self.charts, 3)
        column.addWidget(self.what_if)
        column.addWidget(self.profile, 2)
        scrolled = QScrollArea()
        scrolled.setWidget(centre)
        scrolled.setWidgetResizable(True)
        scrolled.setFrameShape(QFrame.Shape.NoFrame)
        scrolled.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scrolled.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        return scrolled
