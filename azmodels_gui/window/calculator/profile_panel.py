# SPDX-License-Identifier: MIT
"""The load profile: its bars, which can be changed, and the cost over the base load on PTU."""

from dataclasses import replace
from decimal import Decimal
from typing import Any

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QLabel, QSplitter, QToolButton, QWidget

from azmodels_gui.calculator.asking import ProfileAnswer, Series
from azmodels_gui.calculator.exact import product, quotient
from azmodels_gui.calculator.inputs import Inputs, LoadFrom
from azmodels_gui.calculator.load_profile import DayProfile
from azmodels_gui.calculator.statements import RefusalId
from azmodels_gui.charts.amounts import Amounts
from azmodels_gui.charts.profile import (
    DayLoad,
    LoadCharts,
    capacity,
    cost_curve_chart,
    load_summary,
    size_at,
)
from azmodels_gui.language.figures import rounded
from azmodels_gui.language.words import N_, tr
from azmodels_gui.window.calculator.fields import Bounds, FigureField
from azmodels_gui.window.charts.chart_frame import ChartFrame
from azmodels_gui.window.model_index import tool_tip
from azmodels_gui.window.page import Surroundings
from azmodels_gui.window.theme import SPACE_M, SPACE_S, SPACE_XS, Theme
from azmodels_gui.window.widgets.layouts import FlowLayout, row
from azmodels_gui.window.widgets.one_of import OneOf
from azmodels_gui.window.widgets.tab_stop import TabAnchor, follow

ALL = Decimal(100)
PROFILE_STATED: dict[str, Any] = {
    "load_from": LoadFrom.PROFILE,
    "profile_is_example": False,
}
"""Who sets hours, or reads a file, states the load by it."""
PLACES = 6
"""Of a share in percent: far below one request of any load."""


def day_name(*, weekend: bool) -> str:
    """Return the attribute of `Inputs` that holds a day."""
    return "weekend" if weekend else "working_day"


def shares(inputs: Inputs, *, weekend: bool) -> tuple[Decimal, ...]:
    """Return the load of each hour in percent of the peak."""
    return inputs.weekend if weekend else inputs.working_day


def rates(inputs: Inputs, *, weekend: bool) -> tuple[Decimal, ...]:
    """Return the load of each hour in requests per minute."""
    peak = inputs.requests_per_minute
    found = shares(inputs, weekend=weekend)
    return tuple(product(peak, share, Decimal("0.01")) for share in found)


def with_hour(inputs: Inputs, hour: int, share: Decimal, *, weekend: bool) -> Inputs:
    """Return the inputs with another load in one hour, from 0 to 100 % of the peak."""
    day = list(shares(inputs, weekend=weekend))
    day[hour] = min(ALL, max(Decimal(0), share))
    hours = {day_name(weekend=weekend): tuple(day)}
    changed = replace(inputs, **hours)  # type: ignore[arg-type]
    return replace(changed, **PROFILE_STATED)


def with_day(inputs: Inputs, day: DayProfile) -> Inputs:
    """Return the inputs with the hours of a file; its busiest hour becomes the peak."""
    peak = max(Decimal(rate) for rate in (*day.working_day, *day.weekend))
    working_day, weekend = (
        tuple(rounded(quotient(product(rate, ALL), peak), PLACES) for rate in hours)
        for hours in (day.working_day, day.weekend)
    )
    return replace(
        inputs,
        requests_per_minute=peak,
        working_day=working_day,
        weekend=weekend,
        profile_file="",
        profile_key="",
        **PROFILE_STATED,
    )


_SHARE = Bounds(0, 100, places=1, step=1)


class ProfileBar(QWidget):
    """Which day, and one field; knows nothing of what they change.

    Signals:
        day_changed: working day or weekend was chosen.
        share_edited: a `Decimal`, the load of the hour in percent of the peak.
    """

    day_changed = Signal()
    share_edited = Signal(object)

    def __init__(self, language: str, theme: Theme) -> None:
        super().__init__()
        self._hour = 0
        self.working_day, self.weekend_day = QToolButton(), QToolButton()
        self.hour_label, self.share = QLabel(), FigureField(_SHARE, theme)
        self._days = OneOf({False: self.working_day, True: self.weekend_day}, self)
        self._build()
        self._days.chosen.connect(self._on_day)
        self.share.edited.connect(self._on_share)
        self.share.set_language(language)
        self._write_words()

    @property
    def weekend(self) -> bool:
        """Tell whether a day of the weekend is on show."""
        return self.weekend_day.isChecked()

    def show_hour(self, hour: int, share: Decimal) -> None:
        """Show the load of an hour, in percent of the peak."""
        self._hour = hour
        self.share.show_figure(share)
        self._tell_hour()
        self.show()

    def _write_words(self) -> None:
        self.working_day.setText(tr("Working day"))
        self.weekend_day.setText(tr("Weekend"))
        self.share.set_unit(tr("%"))
        self.share.set_tip(
            tool_tip(
                tr(
                    "Load of this hour in percent of the busiest minute. Bars can be dragged, "
                    "and changed by the arrow keys."
                )
            )
        )
        self._tell_hour()

    def _build(self) -> None:
        row = FlowLayout(self, SPACE_XS)
        row.setContentsMargins(SPACE_M, 0, SPACE_XS, 0)
        for button in (self.working_day, self.weekend_day):
            button.setProperty("kind", "choice")
        self._days.show_value(False)
        self.hour_label.setMinimumHeight(self.share.sizeHint().height())  # in one line with it
        for part in (self.working_day, self.weekend_day, self.hour_label, self.share):
            row.addWidget(part)

    def _tell_hour(self) -> None:
        words = tr("{begin}–{end} h").format(begin=self._hour, end=self._hour + 1)
        self.hour_label.setText(words)
        self.share.setAccessibleName(tr("Load from {hours}").replace("{hours}", words))

    @Slot()
    def _on_day(self) -> None:
        self.day_changed.emit()

    @Slot()
    def _on_share(self) -> None:
        self.share_edited.emit(self.share.figure())


BUSIEST_HOUR = 9


_NO_CURVE = N_("No curve: a size or a price is unknown. The warnings say which.")
_NO_FILE = N_("No curve: no file is loaded, and no hours are set.")


class ProfilePanel(QWidget):
    """Shows a profile and its answer; changes are asked for as new `Inputs`.

    It is empty until there is one to show: most loads are none.

    Signals:
        inputs_asked: the `Inputs` with what the user changed.
        news: a sentence for the status bar.
    """

    inputs_asked = Signal(object)
    news = Signal(str)

    def __init__(self, around: Surroundings, language: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._around = around
        self._language = language
        self._inputs = Inputs()
        self._series: Series | None = None
        self._answer = ProfileAnswer(None)
        self.hour = BUSIEST_HOUR
        self._is_made = False
        self._anchor = TabAnchor(self)

    def show_inputs(self, inputs: Inputs, series: Series | None) -> None:
        """Show the load at once; what it costs comes with the answer."""
        if not self._is_made:
            self._make()
        self._inputs, self._series = inputs, series
        self._show_load()

    def show_answer(self, answer: ProfileAnswer, money: Amounts) -> None:
        """Show what the profile costs."""
        self._answer = answer
        self._show_load()
        found = answer.estimate
        self.cheapest_button.setVisible(self._inputs.base_ptu is not None)
        no_file = answer.refusal is not None and answer.refusal.id is RefusalId.NO_PROFILE
        chart = None
        if found is not None:
            chart = cost_curve_chart(found, found.base_ptu(self._inputs.base_ptu), money)
        self.curve.show_chart(chart, tr(_NO_FILE if no_file else _NO_CURVE))

    def _make(self) -> None:
        self._is_made = True
        splitter = QSplitter(Qt.Orientation.Horizontal, self)
        self.load = ChartFrame(self._around, splitter)
        self.curve = ChartFrame(self._around, splitter)
        self.bar = ProfileBar(self._language, self._around.theme)
        self.cheapest_button = QToolButton()
        self._build(splitter)
        self._connect()
        load, curve, bar = self.load, self.curve, self.bar
        days = (bar.working_day, bar.weekend_day, bar.share)
        drawn = (load.canvas.heard, self.cheapest_button, curve.menu_button, curve.canvas.heard)
        follow(self._anchor, (load.menu_button, *days, *drawn))

    def _build(self, splitter: QSplitter) -> None:
        splitter.setHandleWidth(SPACE_S)
        splitter.setProperty("kind", "gap")
        splitter.setStretchFactor(0, 3)
        splitter.setStretchFactor(1, 2)
        splitter.setChildrenCollapsible(False)
        self.load.add_line(self.bar)
        self.curve.add_button(self.cheapest_button)
        self.cheapest_button.hide()
        self.cheapest_button.setText(tr("Cheapest size"))
        self.cheapest_button.setToolTip(
            tool_tip(tr("Show the base load on PTU that costs least again"))
        )
        row(splitter, within=self)

    def _connect(self) -> None:
        self.load.canvas.bar_chosen.connect(self._on_chosen)
        self.load.canvas.bar_dragged.connect(self._on_dragged)
        self.load.canvas.bar_raised.connect(self._on_raised)
        self.curve.canvas.place_chosen.connect(self._on_place)
        self.bar.day_changed.connect(self._on_day)
        self.bar.share_edited.connect(self._on_share)
        self.cheapest_button.clicked.connect(self._on_cheapest)
        for chart in (self.load, self.curve):
            chart.news.connect(self.news)

    def _show_load(self) -> None:
        charts = self._charts()
        inputs, weekend = self._inputs, self.bar.weekend
        if self._series is not None:
            self.bar.hide()
            self.load.show_chart(charts.by_load(self._series.duration))
            return
        self.bar.show_hour(self.hour, shares(inputs, weekend=weekend)[self.hour])
        day = DayLoad(
            rates(inputs, weekend=weekend),
            inputs.requests_per_minute,
            weekend,
            inputs.profile_is_example,
        )
        self.load.show_chart(charts.day(day, self.hour))

    def _charts(self) -> LoadCharts:
        """Return what makes charts of a load, held against the size on show."""
        amounts, found = Amounts(self._language), self._answer.estimate
        if found is None:
            return LoadCharts(amounts, None)
        ptu = found.base_ptu(self._inputs.base_ptu)
        return LoadCharts(amounts, capacity(found, ptu), load_summary(found, ptu, amounts))

    def _ask_share(self, hour: int, share: Decimal) -> None:
        changed = with_hour(self._inputs, hour, share, weekend=self.bar.weekend)
        if changed != self._inputs:
            self.inputs_asked.emit(changed)

    @Slot(int)
    def _on_chosen(self, hour: int) -> None:
        self.hour = hour
        self._show_load()

    @Slot(int, float)
    def _on_dragged(self, hour: int, height: float) -> None:
        peak = self._inputs.requests_per_minute
        if peak:
            self.hour = hour
            self._ask_share(
                hour, rounded(quotient(product(Decimal(f"{height:.6f}"), 100), peak), 0)
            )

    @Slot(int, int)
    def _on_raised(self, hour: int, steps: int) -> None:
        here = shares(self._inputs, weekend=self.bar.weekend)[hour]
        self._ask_share(hour, here + steps)

    @Slot(object)
    def _on_share(self, share: Decimal) -> None:
        self._ask_share(self.hour, share)

    @Slot()
    def _on_day(self) -> None:
        self._show_load()

    @Slot(float)
    def _on_place(self, ptu: float) -> None:
        found = self._answer.estimate
        if found is not None:
            self.inputs_asked.emit(replace(self._inputs, base_ptu=size_at(found, ptu)))

    @Slot()
    def _on_cheapest(self) -> None:
        self.inputs_asked.emit(replace(self._inputs, base_ptu=None))
