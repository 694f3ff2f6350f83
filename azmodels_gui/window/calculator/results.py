# SPDX-License-Identifier: MIT
"""Everything right of the fields: headline, charts, explanation."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer, Slot
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from azmodels_gui.calculator.estimate import Estimate
from azmodels_gui.charts.break_even import break_even_chart
from azmodels_gui.language.shown import tr
from azmodels_gui.window.calculator.asking import Answer, Asker
from azmodels_gui.window.calculator.card_texts import card_texts
from azmodels_gui.window.calculator.cards import CardRow
from azmodels_gui.window.calculator.explanation import parts_of
from azmodels_gui.window.calculator.explanation_view import ExplanationView
from azmodels_gui.window.calculator.profile_answer import ProfileAnswer
from azmodels_gui.window.calculator.profile_bar import MoneyWords
from azmodels_gui.window.calculator.profile_panel import ProfilePanel
from azmodels_gui.window.calculator.scenarios import Scenarios
from azmodels_gui.window.charts.chart_frame import ChartFrame
from azmodels_gui.window.surroundings import Surroundings
from azmodels_gui.window.theme.tokens import SPACE_M, SPACE_S
from azmodels_gui.window.widgets.side_panels import Side, SidePanels

EXPLANATION_PX = 340
CHART_PX = 200
"""Least height of a chart that can be read; what has no room is scrolled."""
CHARTS_PX = 460
"""What the charts need beside the explanation; with less it is a drawer."""


class Results(QWidget):
    """Shows an answer; the profile's part is answered later, by itself."""

    def __init__(self, around: Surroundings, language: str) -> None:
        super().__init__()
        self.cards = CardRow(around.theme)
        self.break_even = ChartFrame(around)
        self.profile = ProfilePanel(around, language)
        self.explanation = ExplanationView(around.theme)
        self._answers: tuple[Answer, ProfileAnswer] | None = None
        self._chart = QTimer(self, singleShot=True, interval=0)
        self._chart_of: tuple[Estimate | None, MoneyWords] | None = None
        self.sides = QSplitter(Qt.Orientation.Horizontal)
        self.explaining = SidePanels(self.sides, CHARTS_PX, around.theme, self)
        self.charts = QSplitter(Qt.Orientation.Vertical)
        self._build()
        self._chart.timeout.connect(self._draw_chart)

    def show_answers(
        self, scenarios: Scenarios, answers: Sequence[Answer], asker: Asker, money: MoneyWords
    ) -> None:
        """Show all scenarios and what the current one rests on; its profile comes later."""
        answer = answers[scenarios.at]
        found = answer.estimate
        before = ProfileAnswer(None) if self._answers is None else self._answers[1]
        if found is None or not before.is_about(found.question.deployment.entry):
            before = ProfileAnswer(None)
        self._answers = (answer, before)
        self.cards.show_texts(card_texts(scenarios, answers, money), scenarios.at)
        self._chart_of = (found, money)
        self._chart.start()
        self.explanation.show_parts(parts_of(answer, before, asker.catalog, money))

    def show_profile(self, profile: ProfileAnswer, asker: Asker, money: MoneyWords) -> None:
        """Let the explanation say what the profile has to say."""
        if self._answers is not None:
            self._answers = (self._answers[0], profile)
            self.explanation.show_parts(parts_of(*self._answers, asker.catalog, money))

    @Slot()
    def _draw_chart(self) -> None:
        """Draw after the figures: they are there within a frame, the chart in the next."""
        if self._chart_of is None:
            return
        found, money = self._chart_of
        self.break_even.show_chart(
            None if found is None else break_even_chart(found, money),
            tr("Without a size and a price per token there is nothing to compare."),
        )

    def _build(self) -> None:
        self.charts.addWidget(self.break_even)
        self.charts.addWidget(self.profile)
        self.sides.addWidget(self.charts)
        self.sides.addWidget(self.explanation)
        for splitter in (self.charts, self.sides):
            splitter.setHandleWidth(SPACE_S)
            splitter.setProperty("gap", True)
            splitter.setChildrenCollapsible(False)
            splitter.setStretchFactor(0, 1)
        self.charts.setStretchFactor(1, 1)
        self.break_even.setMinimumHeight(CHART_PX)
        self.sides.setSizes([2 * EXPLANATION_PX, EXPLANATION_PX])
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE_M, SPACE_M, SPACE_M, SPACE_M)
        column.setSpacing(SPACE_S)
        column.addWidget(self.cards)
        column.addWidget(self.explaining, 1)
        self.explaining.take(
            [Side(self.explanation, EXPLANATION_PX, False, tr("Show how it was reckoned"))]
        )
