# SPDX-License-Identifier: MIT
"""The second question of the guide: users and one request, as fields and as a load."""

from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from decimal import Decimal

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from azmodels_gui.calculator.month_load import MonthLoad, Users
from azmodels_gui.calculator.wording import Refusal
from azmodels_gui.calculator.workload import MAX_TOKENS_PER_REQUEST, Workload
from azmodels_gui.catalog.kept_record import read_state
from azmodels_gui.language.words import N_, NC_, Message, tr
from azmodels_gui.sheets.guide_words import GUIDE_WORDS
from azmodels_gui.window.calculator.fields import Bounds, FigureField
from azmodels_gui.window.model_index import tool_tip
from azmodels_gui.window.theme import NOTE_PT, SPACE_XS, Theme
from azmodels_gui.window.widgets.texts import scaled, set_text_colour


@dataclass(frozen=True, kw_only=True)
class LoadInputs:
    """What stands in the fields; without users there is no load."""

    users: Decimal = Decimal(0)
    requests_per_user: Decimal = Decimal(20)
    working_days: Decimal = Decimal(22)
    busy_hours: Decimal = Decimal(8)
    peak_factor: Decimal = Decimal(3)
    input_tokens: Decimal = Decimal(5_000)
    output_tokens: Decimal = Decimal(400)

    def load(self) -> MonthLoad | None:
        """Return the load; None: nobody uses it, or the figures make none."""
        if not self.users:
            return None
        try:
            users = Users(
                users=self.users,
                requests_per_user=self.requests_per_user,
                working_days=self.working_days,
                busy_hours=self.busy_hours,
                peak_factor=self.peak_factor,
            )
            request = Workload(
                requests_per_minute=1,
                input_tokens=self.input_tokens,
                output_tokens=self.output_tokens,
            )
            return MonthLoad.of_users(users, request)
        except Refusal:
            return None


def load_inputs(state: Mapping[str, object]) -> LoadInputs:
    """Return what was remembered; whatever a field cannot show is as at first."""
    bounds = {name: bound for name, _, _, bound in _FIELDS}
    return read_state(
        LoadInputs,
        state,
        lambda name, value: value.is_finite() and bounds[name].low <= value <= bounds[name].high,
    )


COLUMNS = 4
_TOKENS = Bounds(0, MAX_TOKENS_PER_REQUEST, step=100)
_FIELDS: tuple[tuple[str, Message, Message, Bounds], ...] = (
    ("users", N_("Users"), N_("Users"), Bounds(0, 1_000_000_000, step=100)),
    (
        *("requests_per_user", N_("Requests/day"), N_("Requests of a user on a working day")),
        Bounds(1, 1_000_000),
    ),
    ("working_days", N_("Days/month"), N_("Working days of a month"), Bounds(1, 31)),
    (
        *("busy_hours", N_("Hours/day"), N_("Hours of a day in which the requests come")),
        Bounds(1, 24),
    ),
    (
        "peak_factor",
        NC_("times the average", "Peak x"),
        N_(
            "The busiest minute as a multiple of the average of the busy hours: about 3 where "
            "people ask as they work, more where many come at once. An assumption to be checked."
        ),
        Bounds(1, 1_000, places=2),
    ),
    ("input_tokens", N_("Tokens in"), N_("Tokens of a request, on average"), _TOKENS),
    ("output_tokens", N_("Tokens out"), N_("Tokens of an answer, on average"), _TOKENS),
)
"""Name, short words, whole words, and bounds."""


class LoadFields(QWidget):
    """Fields in rows of four.

    Signals:
        inputs_asked: the `LoadInputs` with what the user changed.
    """

    inputs_asked = Signal(object)

    def __init__(self, theme: Theme, language: str) -> None:
        super().__init__()
        self._theme = theme
        self._inputs = LoadInputs()
        self._labels: list[QLabel] = []
        self.fields: dict[str, FigureField] = {}
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(SPACE_XS)
        grid.setVerticalSpacing(0)
        for place, (name, words, meaning, bounds) in enumerate(_FIELDS):
            label, field = QLabel(tr(words)), FigureField(bounds, theme)
            label.setBuddy(field)
            field.setObjectName(name)
            field.setAccessibleName(tr(meaning))
            field.set_tip(tool_tip(tr(meaning)))
            label.setToolTip(tool_tip(tr(meaning)))
            if name == "users":
                field.setSpecialValueText(tr(GUIDE_WORDS["guide_open"]))
            field.set_language(language)
            field.edited.connect(self._on_edited)
            self._labels.append(label)
            self.fields[name] = field
            row, column = divmod(place, COLUMNS)
            grid.addWidget(label, 2 * row, column)
            grid.addWidget(field, 2 * row + 1, column)
        self.show_inputs(self._inputs)
        self._take_look()

    @property
    def inputs(self) -> LoadInputs:
        """What stands in the fields."""
        return self._inputs

    def show_inputs(self, inputs: LoadInputs) -> None:
        """Show other figures, without a signal."""
        self._inputs = inputs
        for each in fields(inputs):
            self.fields[each.name].show_figure(getattr(inputs, each.name))

    @Slot()
    def _on_edited(self) -> None:
        sender = self.sender()
        if isinstance(sender, FigureField):
            changed = {sender.objectName(): sender.figure()}
            self._inputs = replace(self._inputs, **changed)
            self.inputs_asked.emit(self._inputs)

    def _take_look(self) -> None:
        for label in self._labels:
            label.setFont(scaled(self.font(), NOTE_PT))
            set_text_colour(label, self._theme.tokens.muted)
