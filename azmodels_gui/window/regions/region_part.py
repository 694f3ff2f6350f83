# SPDX-License-Identifier: MIT
"""What a view of the Regions page is."""

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import QUrl, Signal
from PySide6.QtWidgets import QWidget

from azmodels_gui.catalog.document import Region
from azmodels_gui.catalog.entry import EntryKey
from azmodels_gui.sheets.order import SheetOrder
from azmodels_gui.sheets.table import Table
from azmodels_gui.window.page import PageParts, PageState
from azmodels_gui.window.regions.scope import RegionScope
from azmodels_gui.window.step_history import Undoable

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from azmodels_gui.sheets.sheet import Sheet
    from azmodels_gui.window.sheets.subject import Subject


class RegionPart(QWidget):
    """A view of the chosen entries and regions; most are content with less.

    Signals:
        entry_asked: the key of an entry to read about.
        region_asked: the id of a region the user chose.
        page_asked: the id of a region to read about.
        link_asked: a `QUrl` of a source.
        state_changed: something changed that is worth remembering.
        news: a sentence for the status bar.
        sheet_asked: the user wants what is on show as a sheet.
        steps_changed: there is something else to undo or redo.
    """

    entry_asked = Signal(object)
    region_asked = Signal(str)
    page_asked = Signal(str)
    link_asked = Signal(QUrl)
    state_changed = Signal()
    news = Signal(str)
    sheet_asked = Signal()
    steps_changed = Signal()

    prints_across: ClassVar[bool] = False
    """True: its sheet lies on its side."""

    def __init__(self, parts: PageParts, scope: RegionScope) -> None:
        super().__init__()
        self._parts, self._scope = parts, scope
        self._theme, self._language = parts.around.theme, parts.language

    @property
    def undoable(self) -> Undoable | None:
        """What the view can take back itself; None: nothing of its own."""
        return None

    @property
    def _order(self) -> SheetOrder:
        """What a sheet is made from: catalogue, day and language."""
        index = self._scope.index
        return SheetOrder(index.catalog, index.today, self._language)

    def show_scope(self, scope: RegionScope) -> None:
        """Show other entries, regions or deployment types."""
        before, self._scope = self._scope, scope
        if scope.index is not before.index:
            self._follow_catalog()

    def _follow_catalog(self) -> None:
        """Show what another catalogue says, where nothing else of the scope matters."""

    def tell_anew(self) -> None:
        """Say again what the open client's subscription lists; a tool tip asks by itself."""

    def show_region(self, region: str) -> None:
        """Let a region stand out; empty: none."""

    def set_presenting(self, presenting: bool) -> None:
        """Leave out, or show again, what a projector does not need."""

    def current_entry(self) -> EntryKey | None:
        """Return the entry that stands out."""
        return None

    def go_to(self, _key: EntryKey) -> bool:
        """Let an entry stand out; False if it is not on show."""
        return False

    def table(self) -> Table | None:
        """Return exactly what is seen, in words; None where that is no table."""
        return None

    def subjects(self, _regions: tuple[Region, ...]) -> "Sequence[Subject] | None":
        """Return the sheets on offer, about some regions; None: that of the entries on show."""
        return None

    def paper(self) -> "Callable[[], Sheet] | None":
        """Return what makes the sheet, in the background; None: nothing can be printed.

        Only asked where the view is neither a table nor on offer.
        """
        return None

    def state(self) -> PageState:
        """Return what the view would like to remember."""
        return {}

    def restore(self, state: PageState) -> None:
        """Bring the view into a remembered state; rubbish is passed over."""
