# SPDX-License-Identifier: MIT
"""What a page of the main window is, and what page and window are given from outside."""

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar

from msgspec import Struct
from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtWidgets import QAbstractItemView, QAbstractScrollArea, QLineEdit, QWidget

from azmodels_gui.catalog.document import Catalog, EntryKey
from azmodels_gui.catalog.index import CatalogIndex
from azmodels_gui.window.client.open_client import OpenClient
from azmodels_gui.window.models.saved_filters import SavedFilters
from azmodels_gui.window.pins import Pins
from azmodels_gui.window.sheets.kept_wishes import KeptWishes
from azmodels_gui.window.step_history import QueryHistory, Undoable
from azmodels_gui.window.theme import ReadResource, Theme

if TYPE_CHECKING:
    from azmodels_gui.calculator.month_load import MonthLoad
    from azmodels_gui.window.sheets.subject import Subject


class CurrentCatalog(QObject):
    """Holds a catalogue with its index; both are replaced in one assignment.

    Signals:
        changed: the new `CatalogIndex`, after the swap.
    """

    changed = Signal(object)

    def __init__(self, catalog: Catalog, today: date, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._index = CatalogIndex(catalog, today)

    @property
    def index(self) -> CatalogIndex:
        """The index of the catalogue on show."""
        return self._index

    @property
    def catalog(self) -> Catalog:
        """The catalogue on show as it was published; `index.catalog` is its state of the day."""
        return self._index.published

    @property
    def today(self) -> date:
        """The day the catalogue is judged by."""
        return self._index.today

    def show(self, catalog: Catalog, today: date | None = None) -> None:
        """Put another catalogue on show.

        Args:
            catalog: what to show from now on.
            today: the day to judge it by; None keeps the day.
        """
        self.show_index(CatalogIndex(catalog, today or self._index.today))

    def show_index(self, index: CatalogIndex) -> None:
        """Put a catalogue on show whose index was made elsewhere, such as in the background."""
        self._index = index
        self.changed.emit(index)


ReadFile = Callable[[Path], bytes]
"""Reads a file, or raises a `ToldError`."""
WriteFile = Callable[[Path, bytes], object]
"""Writes a file whole or not at all, or raises a `ToldError`."""
KeepLoad = Callable[[str, bytes], object]
"""Keeps a load profile under its hash, for the next start, or raises a `ToldError`."""
KeptLoad = Callable[[str], bytes]
"""Returns what is kept under a hash, or raises a `ToldError`."""


class Surroundings(Struct, frozen=True):
    """Passed to whoever needs it, so that nothing is fetched from a global place."""

    current: CurrentCatalog
    """The catalogue on show and the day it is judged by."""
    theme: Theme
    open_url: Callable[[QUrl], object]
    """Opens a page in the browser."""
    read_resource: ReadResource
    """Returns the bytes of a file that comes with the program."""
    write_file: WriteFile
    """Saves what the user exports."""
    read_file: ReadFile
    """Reads what the user opens, up to a sensible size."""
    keep_load: KeepLoad
    kept_load: KeptLoad
    client: OpenClient
    """The client whose file is open, if one is."""
    company_brand: Path | None = None
    """The house style that the company rolled out; None: it did not."""


def counterpart(widget: QWidget, window: QWidget, other: QWidget) -> QWidget | None:
    """Return the widget at the same place below another window; None: it has none there."""
    steps = []
    while widget is not window:
        parent = widget.parentWidget()
        if parent is None:
            return None
        steps.append((type(widget), _alike(parent, type(widget)).index(widget)))
        widget = parent
    for kind, place in reversed(steps):
        alike = _alike(other, kind)
        if place >= len(alike):
            return None
        other = alike[place]
    return other


def go_on_at(holder: QWidget, window: QWidget, other: QWidget) -> None:
    """Give the keyboard to the counterpart of the widget that has it."""
    found = counterpart(holder, window, other)
    if found is None:
        return
    found.setFocus()
    if isinstance(found, QLineEdit) and isinstance(holder, QLineEdit):
        found.setCursorPosition(holder.cursorPosition())


def scroll_alike(window: QWidget, other: QWidget) -> None:
    """Scroll what is seen in another window to where it is in one."""
    for area in window.findChildren(QAbstractScrollArea):
        found = counterpart(area, window, other) if area.isVisible() else None
        if isinstance(found, QAbstractItemView):
            found.doItemsLayout()  # before, there is nowhere to scroll to
        if isinstance(found, QAbstractScrollArea):
            found.verticalScrollBar().setValue(area.verticalScrollBar().value())
            found.horizontalScrollBar().setValue(area.horizontalScrollBar().value())


def _alike(parent: QWidget, kind: type) -> list[QWidget]:
    """Return the children of exactly that class, in the order they were made."""
    return [each for each in parent.children() if type(each) is kind]  # type: ignore[misc]


PageState = dict[str, object]
"""What a page remembers, as JSON knows it."""


class Reckoning(Struct, frozen=True):
    """What the calculator is to reckon with."""

    key: EntryKey
    deployment_type: str
    """SKU name; empty: as it is."""
    region: str
    """Id; empty: as it is."""
    load: "MonthLoad | None"
    """None: as it is."""


class PageParts(Struct, frozen=True):
    """What pages share, and what a window hands to the one that takes its place."""

    around: Surroundings
    pins: Pins
    history: QueryHistory
    """The filter: what it lets through is on show."""
    wishes: KeptWishes
    """What is wished of sheets: a page may show prices in their currency."""
    saved: SavedFilters
    language: str
    """Of words and figures; its words are installed. A page is made for one language."""


class Page(QWidget):
    """One of the pages that the main window switches between; most are content with less.

    Signals:
        state_changed: something changed that is worth remembering.
        news: a sentence for the status bar.
        link_asked: a `QUrl` the user wants to open.
        entry_asked: the key of an entry to read about among the models.
        present_asked: go to presentation mode, or leave it.
        page_asked: the key of another page.
        sheet_asked: the user wants a sheet of what is on show.
        reckon_asked: a `Reckoning` for the calculator.
        steps_changed: there is something else to undo or redo.
        action_asked: name of an action of the menus.
    """

    state_changed = Signal()
    news = Signal(str)
    link_asked = Signal(QUrl)
    entry_asked = Signal(object)
    present_asked = Signal()
    page_asked = Signal(str)
    sheet_asked = Signal()
    reckon_asked = Signal(object)
    steps_changed = Signal()
    action_asked = Signal(str)

    key: ClassVar[str]
    """For preferences and the command line."""
    follows_filter: ClassVar[bool] = False
    """True: it shows the entries that the filter lets through."""
    presents_pins: ClassVar[bool] = False
    """True: on a projector the arrow keys go through the pinned models."""
    shares: ClassVar[frozenset[str]] = frozenset()
    """Names of what it remembers that a link to the view tells: no file, no size."""
    prints_itself: ClassVar[bool] = False
    """True: it is printed as it stands, not as a sheet."""

    def __init__(self, parts: PageParts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._parts = parts
        self._language = parts.language

    @property
    def undoable(self) -> Undoable | None:
        """What keeps the page's own steps; None: the filter is what can be undone."""
        return None

    def state(self) -> PageState:
        """Return what the page would like to remember."""
        return {}

    def restore(self, state: PageState) -> None:
        """Bring the page into a remembered state; rubbish is passed over."""

    def shared(self) -> PageState:
        """Return what a link to the view tells of the page."""
        return {name: value for name, value in self.state().items() if name in self.shares}

    def show_shared(self, record: PageState) -> None:
        """Show what a link tells; it comes from outside, and rubbish is passed over."""
        told = {name: value for name, value in record.items() if name in self.shares}
        self.restore(self.state() | told)

    def handed_on(self) -> Any:
        """Return what is not remembered but goes on in the next window, such as steps to undo."""
        return None

    def take_over(self, handed: Any) -> None:
        """Go on with what the same page of the window before has handed on."""

    def parts(self) -> tuple[QWidget, ...]:
        """Return the parts that F6 goes through, in their order."""
        return ()

    def search_field(self) -> QWidget | None:
        """Return what Ctrl+F leads to; None: the search above the pages."""
        return None

    def go_to(self, place: object) -> None:
        """Give the keyboard to a place of the page that another part of the window names."""

    def sheet_subjects(self) -> "Sequence[Subject]":
        """Return the sheets on offer now, the likeliest first."""
        return ()

    def tell_anew(self) -> None:
        """Say again what the open client's subscription tells: it has changed."""

    def print_preview(self) -> None:
        """Show what will be printed, if the page prints itself."""

    def set_presenting(self, presenting: bool) -> None:
        """Hide, or show again exactly as before, what a projector does not need."""

    def presented(self) -> EntryKey | None:
        """Return the entry that stands out."""
        return None

    def present(self, _key: EntryKey) -> bool:
        """Let an entry stand out; False if it is not on show."""
        return False
