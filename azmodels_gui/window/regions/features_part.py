# SPDX-License-Identifier: MIT
"""What can the models do? Features side by side, and only those models that have some of them."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QLabel, QToolButton

from azmodels_gui.answers.answer import Answer, Status
from azmodels_gui.answers.overview import Feature, feature, features, fitting, says_anything
from azmodels_gui.catalog.document import Entry, EntryKey, Region
from azmodels_gui.catalog.kept_record import read_state, written_state
from azmodels_gui.language.words import NN_, tr, trn
from azmodels_gui.sheets.answer_cells import label, text
from azmodels_gui.sheets.features_sheet import named
from azmodels_gui.window.grids.grid import Grid, GridCell, GridColumn, GridRow
from azmodels_gui.window.grids.grid_view import GridView
from azmodels_gui.window.grids.signs import DISPUTED, NO, UNKNOWN, YES, GridLegend, ToldLine, foot
from azmodels_gui.window.models.cell_context import CellContext
from azmodels_gui.window.page import PageParts, PageState
from azmodels_gui.window.regions.cell_words import lifecycle_line
from azmodels_gui.window.regions.region_part import RegionPart, RegionScope
from azmodels_gui.window.sheets.subject import Subject, features_subject
from azmodels_gui.window.theme import SPACE_M, SPACE_S, SPACE_XS, Tone
from azmodels_gui.window.widgets.chips import ChipRow
from azmodels_gui.window.widgets.layouts import column, row
from azmodels_gui.window.widgets.texts import ElidedLabel, set_text_colour

_FITS = NN_("{count} model can do all of it", "{count} models can do all of it")
_UNKNOWN = NN_(
    "Of {count} model it is unknown, which is not “no”",
    "Of {count} models it is unknown, which is not “no”",
)
_SILENT = NN_(
    "{count} model of which no source says anything is left out",
    "{count} models of which no source says anything are left out",
)


_MARKS = {
    Status.KNOWN: YES,
    Status.NOT_OFFERED: NO,
    Status.UNKNOWN: UNKNOWN,
    Status.DISPUTED: DISPUTED,
}
LINE_LETTERS = 17
"""The head of a column is no wider than it must be."""
EntryGroup = tuple[str, str, Sequence[Entry]]
"""A heading with a note, and the entries below it; empty: no heading."""


def features_grid(
    groups: Sequence[EntryGroup],
    columns: Sequence[Feature],
    wanted: frozenset[str],
    context: CellContext,
) -> Grid:
    """Return the table.

    Args:
        groups: the models, in their order.
        columns: what they are asked for.
        wanted: keys of the features that all models shall have; their heads stand out.
        context: the language on show.
    """
    lines = [line for group in groups for line in _lines(group, context)]

    def answer(row: int, column: int) -> Answer:
        entry = lines[row][1]
        assert entry is not None, "a heading has no cells"
        return feature(entry, columns[column], context.view)

    def told(row: int, column: int) -> list[str]:
        found, head = answer(row, column), lines[row][0]
        title = f"{head.title} {head.note}".rstrip()
        name = named(columns[column], context.order)
        sources = filter(None, map(context.source_line, found.sources))
        return [f"{title} – {name}", text(found, context.order), *sources]

    return Grid(
        (tr("Model"), tr("Version")),
        tuple(row for row, _ in lines),
        tuple(_columns(columns, wanted, context)),
        lambda row, at: GridCell((_MARKS.get(answer(row, at).status, UNKNOWN),)),
        lambda row, at: text(answer(row, at), context.order),
        told,
        own_widths=True,
    )


def _lines(group: EntryGroup, context: CellContext) -> Iterator[tuple[GridRow, Entry | None]]:
    """Yield the rows of a group with what they are about; a heading is about none."""
    title, note, entries = group
    if title and entries:
        yield GridRow(("group", title), title, note, heading=True), None
    for entry in entries:
        until, _ = lifecycle_line(entry, context)
        dead = not entry.stage_on(context.index.today).usable
        told = "\n".join(filter(None, (entry.title, until)))
        name, version = entry.model.id, entry.version.version
        yield GridRow(entry.key, name, version, struck=dead, told=told), entry


def _columns(
    columns: Sequence[Feature], wanted: frozenset[str], context: CellContext
) -> Iterator[GridColumn]:
    for each in columns:
        name = label(each.name, context.order)
        first, *rest = (each.level, *_in_lines(name)) if each.level else _in_lines(name)
        tone = Tone.MUTED if each.level else Tone.PLAIN
        told = named(each, context.order)
        hint = tr("Click or Space: only models that can do it")
        yield GridColumn(
            each.key,
            first,
            tuple((line, tone) for line in (*rest, "", "")[:2]),
            told=f"{told}\n{hint}",
            chosen=each.key in wanted,
        )


def _in_lines(name: str) -> list[str]:
    """Return a name in lines that are as short as its words allow."""
    lines: list[str] = []
    for word in re.sub(r"(\w{5,}-)", r"\1 ", name).split():
        if lines and len(lines[-1]) + len(word) < LINE_LETTERS:
            lines[-1] += word if lines[-1].endswith("-") else f" {word}"
        else:
            lines.append(word)
    return lines


@dataclass(frozen=True)
class FeaturesState:
    """What the view remembers."""

    wanted: tuple[str, ...] = ()


class FeaturesPart(RegionPart):
    """A view of the Regions page (`RegionPart`); a click on a head filters by it."""

    def __init__(self, parts: PageParts, scope: RegionScope) -> None:
        super().__init__(parts, scope)
        self._wanted: tuple[str, ...] = ()
        self._columns: tuple[Feature, ...] = ()
        self.fits: tuple[Entry, ...] = ()
        self.hint, self.counts = QLabel(), ElidedLabel()
        self.chips = ChipRow(self._theme, tr("Ask for this no more"))
        self.sheet_button = QToolButton()
        self.view = GridView(self._theme)
        self.line = ToldLine()
        self.legend = GridLegend(self._theme)
        self._build()
        self._connect()
        self._show()

    def show_scope(self, scope: RegionScope) -> None:
        """Show other entries."""
        if scope.index is not self._scope.index or scope.rows != self._scope.rows:
            self._scope = scope
            self._show()

    def set_presenting(self, presenting: bool) -> None:
        """Leave out the button; what is asked for and the legend are for the audience too."""
        self.sheet_button.setVisible(not presenting)

    def current_entry(self) -> EntryKey | None:
        """Return the model of the row that the keyboard is in."""
        row = self.view.currentIndex().row()
        key = self.view.grid_model.grid.rows[row].key if row >= 0 else None
        return next((entry.key for entry in self._scope.entries if entry.key == key), None)

    def go_to(self, key: EntryKey) -> bool:
        """Put the keyboard into the row of a model; False if it is not on show."""
        columns, column = self.view.grid_model.grid.columns, self.view.currentIndex().column()
        if self.view.grid_model.row_of(key) < 0:
            return False
        self.view.go_to(key, columns[column].key if column >= 0 else None)
        return True

    def subjects(self, regions: tuple[Region, ...]) -> Sequence[Subject]:
        """Return the sheet of the models that fit; nothing while none does."""
        asked = self._asked()
        return [features_subject(self.fits, asked, regions)] if self.fits else []

    def state(self) -> PageState:
        """Return what the models are asked for."""
        return written_state(FeaturesState(self._wanted))

    def restore(self, state: PageState) -> None:
        """Ask for what is remembered; rubbish is passed over."""
        self._wanted = read_state(FeaturesState, state).wanted
        self._show()

    def _asked(self) -> tuple[Feature, ...]:
        by_key = {each.key: each for each in self._columns}
        return tuple(by_key[key] for key in self._wanted if key in by_key)

    def _show(self) -> None:
        context = CellContext(self._scope.index, self._language)
        entries = self._scope.entries
        told = tuple(entry for entry in entries if says_anything(entry))
        self._columns = features(told, context.view)
        asked = self._asked()
        self.fits, unknown = fitting(told, asked, context.view)
        groups: list[EntryGroup] = [("", "", self.fits)]
        if asked:
            groups = [
                (tr("Can do it"), trn(_FITS, len(self.fits)), self.fits),
                (tr("Unknown"), trn(_UNKNOWN, len(unknown)), unknown),
            ]
        wanted = frozenset(each.key for each in asked)
        self.view.show_grid(features_grid(groups, self._columns, wanted, context))
        self.chips.show_chips((each.key, named(each, context.order)) for each in asked)
        self.hint.setText(
            tr("Only models with:")
            if asked
            else tr("A click on the head of a column keeps the models that can do it.")
        )
        counts = [trn(_FITS, len(self.fits)), trn(_UNKNOWN, len(unknown))] if asked else []
        if silent := len(entries) - len(told):
            counts.append(trn(_SILENT, silent))
        self.counts.setText(" · ".join(counts))
        self.sheet_button.setEnabled(bool(self.fits))

    def _build(self) -> None:
        self.setFocusProxy(self.view)
        self.view.setAccessibleName(tr("Table of models and what they can do"))
        self.view.setAccessibleDescription(
            tr("Enter opens the model, Space asks for the feature of the column")
        )
        self.sheet_button.setText(tr("Sheet ..."))
        self.sheet_button.setProperty("kind", "framed")
        self.sheet_button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.legend.show_items(
            [
                (YES, tr("yes")),
                (NO, tr("no, with its date in the line above")),
                (UNKNOWN, tr("unknown, not “no”")),
                (DISPUTED, tr("conflicting sources")),
            ]
        )
        wide, low = (SPACE_M, SPACE_S, SPACE_M, SPACE_S), (SPACE_M, SPACE_XS, SPACE_M, SPACE_XS)
        asked = (self.hint, (self.chips, 1), (self.counts, 1), self.sheet_button)
        head, below = row(*asked, gap=SPACE_S, edges=wide), foot(self.line, self.legend, edges=low)
        column(head, (self.view, 1), below, within=self)
        self._take_look()

    def _connect(self) -> None:
        self.view.column_chosen.connect(self._on_chosen)
        self.view.row_asked.connect(self.entry_asked)
        self.view.told.connect(self.line.tell)
        self.chips.removed.connect(self._on_chosen)
        self.chips.next_stop = self.view
        self.sheet_button.clicked.connect(self.sheet_asked)

    @Slot(object)
    def _on_chosen(self, key: str) -> None:
        """Ask for a feature, or no more."""
        left = tuple(each for each in self._wanted if each != key)
        self._wanted = left if key in self._wanted else (*left, key)
        self._show()
        self.state_changed.emit()

    def _take_look(self) -> None:
        for words in (self.hint, self.counts):
            set_text_colour(words, self._theme.tokens.muted)
