# SPDX-License-Identifier: MIT
"""The choices above the lists, and which lines they let through."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Annotated

from msgspec import Meta
from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QLabel, QLineEdit, QToolButton, QWidget

from azmodels_gui.catalog.document import Catalog, EntryKey, Region
from azmodels_gui.language.words import tr
from azmodels_gui.sheets.grouped import RowFilter
from azmodels_gui.sheets.news_sheet import NewsAsked
from azmodels_gui.window import formats
from azmodels_gui.window.calculator.fields import NARROWEST_PX, ChoiceField
from azmodels_gui.window.page import PageParts
from azmodels_gui.window.refreshing import KeptCatalog
from azmodels_gui.window.theme import SPACE_M, SPACE_S, Theme
from azmodels_gui.window.widgets.icons import FollowingIcon
from azmodels_gui.window.widgets.layouts import row
from azmodels_gui.window.widgets.region_chips import RegionChips, RegionWords

ALL, PINNED, FILTER, CLIENT = "all", "pinned", "filter", "client"
CHANGES_TAB, RADAR_TAB = 0, 1
MOST_REMEMBERED = 200


@dataclass(frozen=True)
class NewsChoice:
    """The defaults are the first start."""

    entries: Annotated[str, Meta(pattern=f"^({ALL}|{PINNED}|{FILTER}|{CLIENT})$")] = ALL
    """Which models: all, pinned ones, those of the filter, pinned or deployed ones of a client."""
    regions: Annotated[tuple[str, ...], Meta(max_length=MOST_REMEMBERED)] = ()
    """Ids, and `FILTER` for those of the filter; empty: all."""
    text: Annotated[str, Meta(max_length=MOST_REMEMBERED)] = ""
    tab: Annotated[int, Meta(ge=CHANGES_TAB, le=RADAR_TAB)] | None = None
    """None: the changes, or the radar where nothing can be compared."""
    since: tuple[int, int] | None = None
    """Serial chosen to compare with, and the one that was on show; None: the one before."""


_LETTERS = (22, 14, 18)
"""Widths of the three choices."""


class ChosenRegions(RegionChips):
    """The regions that changes are narrowed to; none chosen means all."""

    def __init__(self, theme: Theme, catalog: Catalog) -> None:
        words = RegionWords(
            tr("All regions; add one"),
            tr("Add region"),
            tr("No longer narrow the changes to this"),
        )
        super().__init__(theme, words)
        self.show_catalog(catalog)

    def show_catalog(self, catalog: Catalog) -> None:
        """Offer the regions of another catalogue; chosen ones that it lacks go by their ids."""
        self._regions = {
            FILTER: tr("Regions of the filter"),
            **{each.id: each.name for each in sorted(catalog.regions, key=_name)},
        }
        self.choose(self.ids())

    def choose(self, ids: Iterable[str]) -> None:
        """Choose these and no others, without a signal."""
        chosen = tuple(ids)
        self._names = self._regions | {each: each for each in chosen if each not in self._regions}
        super().choose(chosen)

    def words(self) -> tuple[str, ...]:
        """Return the names of what is chosen."""
        return tuple(self._regions.get(each, each) for each in self.ids())


class NewsChoosing(QWidget):
    """Choices on the left, search in the middle, what saves on the right.

    The regions are chips in a line of their own (`regions`), for who puts it below this one.

    Signals:
        since_asked: the user chose another catalogue to compare with.
        narrowed: other models or words were chosen.
        regions_chosen: other regions were.
    """

    since_asked = Signal()
    narrowed = Signal()
    regions_chosen = Signal()

    def __init__(self, parts: PageParts) -> None:
        super().__init__()
        self._parts = parts
        theme = parts.around.theme
        self.regions = ChosenRegions(theme, parts.around.current.catalog)
        self.since, self.entries, self.search = ChoiceField(), ChoiceField(), QLineEdit()
        self.export_button, self.calendar_button = QToolButton(), QToolButton()
        FollowingIcon(self.export_button, "file-output", theme)
        FollowingIcon(self.calendar_button, "calendar-plus", theme)
        self._build()
        self.since.activated.connect(self.since_asked)
        self.entries.activated.connect(self.narrowed)
        self.search.textChanged.connect(self.narrowed)
        self.regions.edited.connect(self.regions_chosen)

    def show_kept(self, kept: Sequence[KeptCatalog], chosen: int | None) -> None:
        """Offer the catalogues to compare with."""
        choices = []
        for each in kept:
            told = str(each.serial)
            if each.published is not None:
                told += f" · {formats.day(each.published, self._parts.language)}"
            choices.append((str(each.serial), told))
        self.since.set_choices(choices)
        self.since.setEnabled(bool(choices))
        self.since.show_choice(str(chosen))

    def _build(self) -> None:
        label = QLabel(tr("Compared with"))
        self.since.setAccessibleName(tr("Compared with"))
        self.entries.setAccessibleName(tr("Models"))
        self.search.setPlaceholderText(tr("Search in the lines"))
        self.search.setAccessibleName(tr("Search in the lines"))
        self.search.setClearButtonEnabled(True)
        self.export_button.setText(tr("Export"))
        self.export_button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.calendar_button.setText(tr("Save as calendar ..."))
        kinds = [
            (ALL, tr("All models")),
            (PINNED, tr("Pinned models")),
            (FILTER, tr("Models of the filter")),
        ]
        if self._parts.around.client.client is not None:
            kinds.append((CLIENT, tr("Models of the client")))
        self.entries.set_choices(kinds)
        self.entries.show_choice(ALL)
        fields = (self.since, self.entries, self.regions.field)
        for field, letters in zip(fields, _LETTERS, strict=True):
            field.setMinimumContentsLength(letters)
            # As wide as its letters where there is room; the window stays within a small screen.
            field.setMinimumWidth(NARROWEST_PX)
        buttons = (self.calendar_button, self.export_button)
        for button in buttons:
            button.setProperty("kind", "framed")
        parts = (label, *fields, (self.search, 1), *buttons)
        row(*parts, within=self, gap=SPACE_S, edges=(SPACE_M, SPACE_S, SPACE_M, 0))

    def choice(self, tab: int | None, since: tuple[int, int] | None) -> NewsChoice:
        """Return what is chosen, to be remembered."""
        entries, text = self.entries.choice(), self.search.text()
        return NewsChoice(entries, self.regions.ids(), text, tab, since)

    def show_choice(self, choice: NewsChoice) -> None:
        """Show what was chosen, without a signal."""
        offered = choice.entries != CLIENT or self._parts.around.client.client is not None
        self.entries.show_choice(choice.entries if offered else ALL)
        self.regions.choose(choice.regions)
        with QSignalBlocker(self.search):
            self.search.setText(choice.text)

    def take_catalog(self) -> None:
        """Offer the regions of another catalogue."""
        self.regions.show_catalog(self._parts.around.current.catalog)

    def row_filter(self) -> RowFilter:
        """Return which lines are shown."""
        return RowFilter(self._entries(), self.search.text())

    def region_ids(self) -> frozenset[str] | None:
        """Return the regions that changes are narrowed to; None: to none."""
        chosen = frozenset(self.regions.ids())
        if FILTER in chosen:
            chosen |= self._parts.history.query.regions
        return chosen - {FILTER} or None

    def asked(self, language: str) -> NewsAsked:
        """Return all choices, for a sheet in whatever language."""
        entries = self.entries.choice()
        narrowed = "" if entries == ALL else entries
        return NewsAsked(self.row_filter(), language, narrowed, self.region_ids() or ())

    def words(self) -> tuple[str, ...]:
        """Return what the lines were narrowed to, for a file of them."""
        said = []
        if self._entries() is not None:
            said.append(self.entries.currentText())
        if self.region_ids() is not None:
            said.append(tr("Regions: {names}").format(names=", ".join(self.regions.words())))
        if self.search.text().strip():
            text = self.search.text().strip()
            said.append(tr("Search: {text}").replace("{text}", text))
        return tuple(said)

    def _entries(self) -> frozenset[EntryKey] | None:
        match self.entries.choice():
            case kind if kind == PINNED:
                return frozenset(self._parts.pins.keys)
            case kind if kind == CLIENT:
                index, client = self._parts.around.current.index, self._parts.around.client
                return frozenset(self._parts.pins.keys) | client.deployed(index)
            case kind if kind == FILTER:
                index = self._parts.around.current.index
                rows = index.run(self._parts.history.query).rows()
                return frozenset(index.entries[row].key for row in rows)
        return None


def _name(region: Region) -> str:
    return region.name
