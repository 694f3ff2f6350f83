# SPDX-License-Identifier: MIT
"""Which profile is the load, among the inputs: a file, how far it is read, or hours."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QToolButton, QVBoxLayout, QWidget

from azmodels_gui.calculator.inputs import Inputs, LoadFrom
from azmodels_gui.language.shown import tr
from azmodels_gui.language.words import N_
from azmodels_gui.window.theme.theme import Theme
from azmodels_gui.window.theme.tokens import SPACE_XS, Tone
from azmodels_gui.window.tooltips import tool_tip
from azmodels_gui.window.widgets.texts import ElidedLabel, plain_label
from azmodels_gui.window.widgets.tones import set_text_colour, text_colour

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

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._inputs = Inputs()
        self.name = ElidedLabel()
        self.refusal = plain_label(selectable=True)
        self.file_button, self.hours_button, self.measured_button, self.cancel_button = (
            QToolButton() for _ in range(4)
        )
        self.progress = QProgressBar()
        self._build()
        self._write_words()
        for button, asked in (
            (self.file_button, self.load_file_asked),
            (self.hours_button, self.hours_asked),
            (self.cancel_button, self.cancel_asked),
            (self.measured_button, self.measured_asked),
        ):
            button.clicked.connect(asked)

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
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_XS)
        self.file_button.setProperty("framed", True)
        for parts in (
            (self.file_button, self.name, self.hours_button),
            (self.progress, self.cancel_button),
            (self.measured_button,),
            (self.refusal,),
        ):
            row = QHBoxLayout()
            row.setSpacing(SPACE_XS)
            for part in parts:
                row.addWidget(part, 1 if part in (self.name, self.progress) else 0)
            column.addLayout(row)
        for hidden in (self.progress, self.cancel_button, self.measured_button, self.refusal):
            hidden.hide()


def _profile(inputs: Inputs) -> tuple[object, ...]:
    return inputs.profile_file, inputs.profile_key, inputs.working_day, inputs.weekend
