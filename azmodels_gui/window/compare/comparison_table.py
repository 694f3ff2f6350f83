# SPDX-License-Identifier: MIT
"""A comparison as an item model: sections that fold, a column for each compared entry."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractTableModel, Qt

from azmodels_gui.language.figures import NO_BREAK_SPACE
from azmodels_gui.language.words import tr
from azmodels_gui.sheets.sheet import Cell, CellKind, Group, Mark, Row, Table
from azmodels_gui.window.model_index import NO_PARENT, Index, Role, tool_tip

SIGNS = {
    Mark.BEST: f"▲{NO_BREAK_SPACE}",
    Mark.WARNING: f"!{NO_BREAK_SPACE}",
    Mark.NONE: "",
}
FOLDED, UNFOLDED, DIFFERENT = "▸ ", "▾ ", " ≠"


@dataclass(frozen=True)
class Line:
    """One line on the screen: the heading of a section, or a row of it."""

    group: Group
    row: Row | None = None


class ComparisonModel(QAbstractTableModel):
    """Shows a table of the content model that sheets are made of as well."""

    def __init__(self) -> None:
        super().__init__()
        self._table = Table("", (), ())
        self._headings: tuple[str, ...] = ()
        self._sources: Mapping[str, str] = {}
        self._lines: tuple[Line, ...] = ()
        self._folded: frozenset[str] = frozenset()
        self._only_differences = False

    @property
    def folded(self) -> frozenset[str]:
        """Keys of the sections that are folded."""
        return self._folded

    @property
    def only_differences(self) -> bool:
        """Tell whether rows that are alike for all are left out."""
        return self._only_differences

    @property
    def lines(self) -> tuple[Line, ...]:
        """What is on show from top to bottom."""
        return self._lines

    @property
    def headings(self) -> tuple[str, ...]:
        """What stands above the columns; may have several lines."""
        return self._headings

    def show(self, table: Table, headings: Sequence[str], sources: Mapping[str, str]) -> None:
        """Show another table.

        Args:
            table: groups of rows with a cell for each entry.
            headings: of the columns; may have several lines.
            sources: title and date of each source by id.
        """
        self._relined(table=table, headings=tuple(headings), sources=dict(sources))

    def set_folded(self, keys: Collection[str]) -> None:
        """Fold these sections and no others."""
        if frozenset(keys) != self._folded:
            self._relined(folded=frozenset(keys))

    def toggle(self, line: int) -> None:
        """Fold a section or show it again, by the line of its heading."""
        if self.is_heading(line):
            self.set_folded(self._folded ^ {self._lines[line].group.key})

    def set_only_differences(self, only: bool) -> None:
        """Leave out rows that are alike for all, or show them again."""
        if only != self._only_differences:
            self._relined(only_differences=only)

    def is_heading(self, line: int) -> bool:
        """Tell whether a line is the heading of a section."""
        return 0 <= line < len(self._lines) and self._lines[line].row is None

    def cell(self, line: int, column: int) -> Cell | None:
        """Return a cell; None in the line of a heading."""
        row = self._lines[line].row
        return None if row is None else row.cells[column]

    def differs(self, line: int) -> bool:
        """Tell whether the compared entries are not alike in a line."""
        row = self._lines[line].row
        return row is not None and row.differs

    def _relined(self, **changes: object) -> None:
        self.beginResetModel()
        for name, value in changes.items():
            setattr(self, f"_{name}", value)
        self._lines = tuple(self._shown())
        self.endResetModel()

    def _shown(self) -> Iterator[Line]:
        for group in self._table.groups:
            rows = [row for row in group.rows if row.differs or not self._only_differences]
            if rows:
                yield Line(group)
            if group.key not in self._folded:
                yield from (Line(group, row) for row in rows)

    def _summary(self, group: Group) -> str:
        differ = sum(row.differs for row in group.rows)
        words = tr("{lines} lines, of which {differ} differ")
        return words.format(lines=len(group.rows), differ=differ)

    def _label(self, line: Line) -> str:
        if line.row is not None:
            return line.row.label + (DIFFERENT if line.row.differs else "")
        return (FOLDED if line.group.key in self._folded else UNFOLDED) + line.group.heading

    def _tip(self, cell: Cell) -> str | None:
        told = [_spoken(cell), *(self._sources.get(each, each) for each in cell.sources)]
        return tool_tip("\n".join(told))

    # Qt overrides

    def rowCount(self, parent: Index = NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self._lines)

    def columnCount(self, parent: Index = NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self._headings)

    def data(self, index: Index, role: int = Role.DisplayRole) -> object:
        if not index.isValid():
            return None
        line = self._lines[index.row()]
        if line.row is None:
            words = role in (Role.DisplayRole, Role.AccessibleTextRole)
            return self._summary(line.group) if words and index.column() == 0 else None
        cell = line.row.cells[index.column()]
        match role:
            case Role.DisplayRole:
                return SIGNS[cell.mark] + cell.text
            case Role.ToolTipRole:
                return self._tip(cell)
            case Role.AccessibleTextRole:
                return f"{line.row.label}: {_spoken(cell)}"
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole
    ) -> object:
        across = orientation is Qt.Orientation.Horizontal
        if not 0 <= section < (len(self._headings) if across else len(self._lines)):
            return None
        if role == Role.DisplayRole:
            return self._headings[section] if across else self._label(self._lines[section])
        if role == Role.ToolTipRole:
            return tool_tip(
                self._headings[section] if across else self._label(self._lines[section])
            )
        return None


def _spoken(cell: Cell) -> str:
    """Return a cell in words: a sign alone says nothing to who cannot see it."""
    if cell.mark is Mark.BEST:
        best = tr("best of the values known")
        return f"{cell.text} ({best})"
    if cell.kind is CellKind.CONFLICT:
        told = tr("sources disagree")
        return f"{cell.text} ({told})"
    return cell.text
