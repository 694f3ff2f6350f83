# SPDX-License-Identifier: MIT
"""The line above the hours of a day: which day, and the hour in figures."""

from dataclasses import replace
from decimal import Decimal
from typing import Any

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QButtonGroup, QLabel, QToolButton, QWidget

from azmodels_gui.calculator.exact import product, quotient
from azmodels_gui.calculator.inputs import Inputs, LoadFrom
from azmodels_gui.calculator.load_profile import DayProfile
from azmodels_gui.charts.amounts import Amounts
from azmodels_gui.language.figures import rounded
from azmodels_gui.language.shown import tr
from azmodels_gui.window.calculator.fields import Bounds, FigureField
from azmodels_gui.window.theme.theme import Theme
from azmodels_gui.window.theme.tokens import SPACE_M, SPACE_XS
from azmodels_gui.window.tooltips import tool_tip
from azmodels_gui.window.widgets.layouts import FlowLayout


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
        self._days = QButtonGroup(self)
        self._build()
        self._days.buttonToggled.connect(self._on_day)
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
            button.setCheckable(True)
            button.setProperty("choice", True)
            self._days.addButton(button)
        self.working_day.setChecked(True)
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
