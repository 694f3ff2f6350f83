# SPDX-License-Identifier: MIT
"""The line above the load: which day, the hour in figures, files, and what is going on."""

from dataclasses import replace
from decimal import Decimal
from math import ceil

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QButtonGroup, QLabel, QProgressBar, QToolButton, QWidget

from azmodels_gui.calculator.exact import product, quotient
from azmodels_gui.calculator.load_profile import DayProfile
from azmodels_gui.charts.amounts import Amounts
from azmodels_gui.language.figures import rounded
from azmodels_gui.language.shown import tr
from azmodels_gui.window.calculator.fields import Bounds, FigureField
from azmodels_gui.window.calculator.inputs import Inputs
from azmodels_gui.window.theme.theme import Theme
from azmodels_gui.window.theme.tokens import SPACE_M, SPACE_XS
from azmodels_gui.window.tooltips import tool_tip
from azmodels_gui.window.widgets.flow_layout import FlowLayout


class MoneyWords(Amounts):
    """Amounts of the calculator's page."""

    @classmethod
    def of(cls, inputs: Inputs, catalog_currency: str, language: str) -> "MoneyWords":
        """Return how the user wants amounts to be read."""
        asked, rate = inputs.currency, inputs.exchange_rate
        if asked == catalog_currency or rate is None or not rate:
            return cls(language, catalog_currency, catalog_currency)
        return cls(language, catalog_currency, asked, rate)


ALL = Decimal(100)
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
    changed = {day_name(weekend=weekend): tuple(day), "profile_is_example": False}
    return replace(inputs, **changed)  # type: ignore[arg-type]


def with_day(inputs: Inputs, day: DayProfile) -> Inputs:
    """Return the inputs with the hours of a file; its busiest hour becomes the peak."""
    peak = Decimal(ceil(max(Decimal(rate) for rate in (*day.working_day, *day.weekend))))
    working_day, weekend = (
        tuple(rounded(quotient(product(rate, ALL), peak), PLACES) for rate in hours)
        for hours in (day.working_day, day.weekend)
    )
    return replace(
        inputs,
        requests_per_minute=peak,
        working_day=working_day,
        weekend=weekend,
        profile_is_example=False,
        profile_file="",
        profile_key="",
    )


_SHARE = Bounds(0, 100, places=1, step=1)
_PROGRESS_PX = 120


class ProfileBar(QWidget):
    """Buttons and one field; knows nothing of what they change.

    Signals:
        day_changed: working day or weekend was chosen.
        share_edited: a `Decimal`, the load of the hour in percent of the peak.
        load_file_asked: the user wants to read a file.
        hours_asked: back from a file to the 24 hours.
        cancel_asked: stop reading the file.
        measured_asked: take the tokens of a request from the file.
    """

    day_changed = Signal()
    share_edited = Signal(object)
    load_file_asked = Signal()
    hours_asked = Signal()
    cancel_asked = Signal()
    measured_asked = Signal()

    def __init__(self, language: str, theme: Theme) -> None:
        super().__init__()
        self._hour = 0
        self.working_day, self.weekend_day = QToolButton(), QToolButton()
        self.hour_label, self.share = QLabel(), FigureField(_SHARE, theme)
        self.note = QLabel()
        self.file_button, self.hours_button, self.measured_button = (
            QToolButton() for _ in range(3)
        )
        self.progress, self.cancel_button = QProgressBar(), QToolButton()
        self._days = QButtonGroup(self)
        self._build()
        self._connect()
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
        self._show_hours(True)
        self.note.clear()

    def show_file(self, name: str) -> None:
        """Show the name of the file that the load is from."""
        self._show_hours(False)
        self.note.setText(name)
        self.note.setToolTip(tool_tip(name))

    def show_measured(self, words: str) -> None:
        """Offer what the file measured of a request; empty words offer nothing."""
        self.measured_button.setVisible(bool(words))
        self.measured_button.setText(words)

    @Slot(bool)
    def show_busy(self, busy: bool) -> None:
        """Show how far the reading of a file is, or no longer."""
        self.progress.setVisible(busy)
        self.cancel_button.setVisible(busy)
        self.progress.setValue(0)

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
        self._tell_hour()

    def _build(self) -> None:
        row = FlowLayout(self, SPACE_XS)
        row.setContentsMargins(SPACE_M, 0, SPACE_XS, 0)
        for button in (self.working_day, self.weekend_day):
            button.setCheckable(True)
            button.setProperty("choice", True)
            self._days.addButton(button)
        self.working_day.setChecked(True)
        self.progress.setFixedWidth(_PROGRESS_PX)
        self.hour_label.setMinimumHeight(self.share.sizeHint().height())  # in one line with it
        for part in (self.working_day, self.weekend_day, self.hour_label, self.share):
            row.addWidget(part)
        row.addWidget(self.note)
        for last in (
            self.progress,
            self.cancel_button,
            self.measured_button,
            self.hours_button,
            self.file_button,
        ):
            row.addWidget(last)
        for hidden in (self.progress, self.cancel_button, self.hours_button, self.measured_button):
            hidden.hide()

    def _connect(self) -> None:
        self._days.buttonToggled.connect(self._on_day)
        self.share.edited.connect(self._on_share)
        for button, asked in (
            (self.file_button, self.load_file_asked),
            (self.hours_button, self.hours_asked),
            (self.cancel_button, self.cancel_asked),
            (self.measured_button, self.measured_asked),
        ):
            button.clicked.connect(asked)

    def _show_hours(self, shown: bool) -> None:
        for part in (self.working_day, self.weekend_day, self.hour_label, self.share):
            part.setVisible(shown)
        self.hours_button.setVisible(not shown)

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
