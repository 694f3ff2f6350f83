# SPDX-License-Identifier: MIT
"""The scenarios as a plan: the switch above the cards, and the tables below the charts."""

from collections.abc import Iterator, Sequence
from html import escape

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtGui import QGuiApplication, QPaintEvent
from PySide6.QtWidgets import QFrame, QLabel, QToolButton, QWidget

from azmodels_gui.calculator.plan import Planned
from azmodels_gui.calculator.scenarios import Scenarios
from azmodels_gui.language.words import N_, tr
from azmodels_gui.sheets.order import SheetOrder
from azmodels_gui.sheets.scenario_sheet import plan_tables
from azmodels_gui.sheets.sheet import Table
from azmodels_gui.window.calculator.input_parts import Segments
from azmodels_gui.window.model_index import tool_tip
from azmodels_gui.window.theme import NOTE_PT, SPACE_M, SPACE_S, SPACE_XS, Theme
from azmodels_gui.window.widgets.icons import FollowingIcon
from azmodels_gui.window.widgets.layouts import column, row
from azmodels_gui.window.widgets.texts import ElidedLabel, SteadyText, scaled, set_text_colour

CONTEXT = "CalculatorPlan"
_KINDS = {
    False: (N_("Alternatives"), N_("Alternatives for one load: which of them costs least?")),
    True: (N_("Run together"), N_("Deployments of one plan: what do all of them cost?")),
}
_HINTS = {
    False: N_("Alternatives for one load, held against the first"),
    True: N_("Each card is a deployment with a load of its own; what all cost stands above"),
}
_UNLIKE = N_("Their loads differ: run together they are a plan")
_CELL = "padding-right: 14px; padding-bottom: 1px;"


class PlanSwitch(QWidget):
    """Whether the scenarios are alternatives, or deployments that run together.

    Signals:
        together_asked: True: as a plan.
    """

    together_asked = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.segments = Segments(_KINDS, tr("The scenarios are"), self)
        self.hint = ElidedLabel(parent=self)
        row(self.segments, (self.hint, 1), within=self, gap=SPACE_M)
        for together, button in self.segments.buttons.items():
            meaning = tr(_KINDS[together][1])
            button.setToolTip(tool_tip(f"{meaning} (Ctrl+T)"))
        self.segments.chosen.connect(self.together_asked)
        self._take_look()

    def show_kind(self, scenarios: Scenarios) -> None:
        """Show which of both they are, without a signal."""
        together = scenarios.is_plan
        unlike = not together and any(each.own_load for each in scenarios.all)
        self.segments.show_way(together)
        self.hint.setText(tr(_UNLIKE if unlike else _HINTS[together]))

    def _take_look(self) -> None:
        self.hint.setFont(scaled(self.font(), NOTE_PT))
        set_text_colour(self.hint, self._theme.tokens.muted)


class PlanTables(QFrame):
    """Each deployment, what they reserve together, and the total, as text that can be copied.

    It is formed while it is seen: it stands below what a key is answered by.

    Signals:
        copied: the tables are in the clipboard.
        save_asked: the deployments are to be written into a file.
    """

    copied = Signal()
    save_asked = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._asked: tuple[Planned, SheetOrder] | None = None
        self._stale = False
        self._seen = QTimer(self, singleShot=True, interval=0)
        self._seen.timeout.connect(self._write)
        self.setProperty("kind", "card")
        self.title = QLabel(tr("The plan"), self)
        self.save_button, self.copy_button = QToolButton(self), QToolButton(self)
        self.text = SteadyText(self)
        self.copy_button.setText(tr("Copy"))
        self.copy_button.setProperty("kind", "framed")
        FollowingIcon(self.copy_button, "copy", theme)
        self.copy_button.setToolTip(tool_tip(tr("Copy the plan as a table")))
        self.copy_button.clicked.connect(self.copy)
        self.save_button.setText(tr("Save as CSV ..."))
        self.save_button.setProperty("kind", "framed")
        self.save_button.setToolTip(
            tool_tip(tr("Save the deployments in a file that “azmodels plan” and this page read"))
        )
        self.save_button.clicked.connect(self.save_asked)
        head = row((self.title, 1), self.save_button, self.copy_button, gap=SPACE_XS)
        edges = (SPACE_M, SPACE_S, SPACE_M, SPACE_S)
        column(head, self.text, within=self, gap=SPACE_XS, edges=edges)
        self._take_look()

    @property
    def tables(self) -> tuple[tuple[str, Table], ...]:
        """Heading and table of each part."""
        told = () if self._asked is None else plan_tables(*self._asked)
        return tuple((heading, table) for _, heading, table in told)

    @property
    def plain(self) -> str:
        """The tables as text, columns apart by tabs."""
        return "\n\n".join("\n".join(_plain(*each)) for each in self.tables)

    def show_plan(self, told: Planned | None, order: SheetOrder | None) -> None:
        """Show a plan; None hides it."""
        self._asked = None if told is None or order is None else (told, order)
        self._stale = True
        self.setVisible(told is not None)
        if not self.visibleRegion().isEmpty():
            self._write()

    @Slot()
    def copy(self) -> None:
        """Put the tables into the clipboard, for a spreadsheet."""
        QGuiApplication.clipboard().setText(self.plain)
        self.copied.emit()

    @Slot()
    def _write(self) -> None:
        if self._stale:
            self._stale = False
            tokens = self._theme.tokens
            told = [_html(*each, tokens.muted) for each in self.tables]
            self.text.show_paragraphs(told, tokens.text)
            self.text.setAccessibleName(tr("The plan"))

    def _take_look(self) -> None:
        self.title.setFont(scaled(self.font(), 0, bold=True))
        self.text.setFont(scaled(self.font(), NOTE_PT))
        self._stale = True
        self.update()

    # Qt overrides

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._stale:
            self._seen.start()


def _plain(heading: str, table: Table) -> Iterator[str]:
    yield heading
    yield "\t".join((table.stub, *(column.title for column in table.columns)))
    for each in table.rows:
        yield "\t".join((each.label, *(cell.text for cell in each.cells)))


def _html(heading: str, table: Table, muted: str) -> str:
    """Return a table whose first column takes what the others leave."""
    titles = (column.title for column in table.columns)
    head = _row([heading, *titles], table, f"color: {muted}; font-weight: bold;")
    rows = (
        _row([row.label, *(cell.text for cell in row.cells)], table, _look(row.key))
        for row in table.rows
    )
    style = "width='100%' cellspacing='0' style='margin-bottom: 8px;'"
    return f"<table {style}>{head}{''.join(rows)}</table>"


def _look(key: str) -> str:
    return "font-weight: bold;" if key == "plan_total" else ""


def _row(texts: Sequence[str], table: Table, look: str) -> str:
    right = [False, *(column.figures for column in table.columns)]
    cells = (
        f"<td align='{'right' if flush else 'left'}' style='{look}{_CELL}'>{escape(text)}</td>"
        for text, flush in zip(texts, right, strict=True)
    )
    return f"<tr>{''.join(cells)}</tr>"
