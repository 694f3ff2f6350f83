# SPDX-License-Identifier: MIT
"""What is on show as one line of text for a colleague, and back.

The text is `azmodels:view/1/` and, behind it, the record as JSON, compressed (whose checksum tells
damage) and in letters that mail and chat leave alone. No file name, client or note is in it.
"""

import base64
import binascii
import zlib
from typing import Annotated, Any

from msgspec import Meta, MsgspecError, Struct, field, json
from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel, QPlainTextEdit, QWidget

from azmodels_gui.catalog.document import EntryKey
from azmodels_gui.catalog.query import CatalogQuery
from azmodels_gui.catalog.query_text import FilterTextInvalid, parse_query_text, query_text
from azmodels_gui.language.words import N_, ToldError, shown_language, tr
from azmodels_gui.window.page import PageParts
from azmodels_gui.window.page_stack import PageStack
from azmodels_gui.window.sheets.wishes import MONEY, wishes_from
from azmodels_gui.window.theme import SPACE_L, SPACE_S
from azmodels_gui.window.widgets.dialogs import AskingDialog, Button
from azmodels_gui.window.widgets.layouts import column
from azmodels_gui.window.widgets.texts import plain_label

PREFIX = "azmodels:view/"
VERSION = 1
LONGEST_TEXT, LARGEST_BYTES = 100_000, 1_000_000
"""Of the text, and of what it holds: nobody's window is larger."""
MOST_PINS = 1_000

DAMAGED = N_(
    "A part of the link is missing or was changed. What is on show stays; have the whole link "
    "copied again with Edit > Copy link to this view."
)
NO_LINK = N_(
    "This is no link to a view: one begins with azmodels:view/. What is on show stays; have it "
    "copied with Edit > Copy link to this view."
)
TOO_NEW = N_(
    "The link was made by a newer azmodels. What is on show stays; update azmodels, or have a "
    "filter copied as text instead."
)


class LinkInvalid(ToldError):
    """A text is no link to a view; the message says why, and that nothing has changed."""


class SharedView(Struct, frozen=True, omit_defaults=True):
    """A view to be shown elsewhere. What a page reads of its record, it checks itself."""

    page: str = ""
    """Key of the page on show."""
    filter: str = ""
    """The filter as its text."""
    pinned: Annotated[tuple[EntryKey, ...], Meta(max_length=MOST_PINS)] = ()
    pages: dict[str, dict[str, Any]] = field(default_factory=dict)
    """What pages tell of themselves, by key; JSON values."""
    money: dict[str, str] = field(default_factory=dict)
    """Currency and rate, by name, that prices are shown in."""
    catalog: int = 0
    """Serial of the catalogue that was on show."""

    @property
    def query(self) -> CatalogQuery:
        """The filter."""
        return parse_query_text(self.filter)


def link_to(view: SharedView) -> str:
    """Return a view as text; `read_link` gives the equal view back."""
    packed = zlib.compress(json.encode(view), 9)
    return f"{PREFIX}{VERSION}/{base64.urlsafe_b64encode(packed).decode().rstrip('=')}"


def read_link(text: str) -> SharedView:
    """Return the view that a text stands for; spaces, line breaks and brackets do not count.

    Raises:
        LinkInvalid: it is none, was damaged on the way, or is of a later version.
    """
    bare = "".join(text[:LONGEST_TEXT].split()).strip("<>\"'")
    if not bare.startswith(PREFIX):
        raise LinkInvalid(NO_LINK)
    version, _, packed = bare.removeprefix(PREFIX).partition("/")
    if version.isdecimal() and int(version) > VERSION:
        raise LinkInvalid(TOO_NEW)
    if version != str(VERSION):
        raise LinkInvalid(DAMAGED)
    try:
        view = json.decode(_unpacked(packed), type=SharedView)
        _ = view.query
    except (MsgspecError, FilterTextInvalid, UnicodeError) as error:
        raise LinkInvalid(DAMAGED) from error
    return view


def _unpacked(packed: str) -> bytes:
    """Return what was packed; a bomb of zeros is not unfolded."""
    try:
        letters = packed.encode("ascii")
        data = base64.b64decode(letters + b"=" * (-len(letters) % 4), b"-_", validate=True)
        opener = zlib.decompressobj()
        found = opener.decompress(data, LARGEST_BYTES)
    except (UnicodeError, binascii.Error, zlib.error) as error:
        raise LinkInvalid(DAMAGED) from error
    if not opener.eof or opener.unused_data:
        raise LinkInvalid(DAMAGED)
    return found


DIALOG_PX = (480, 240)


class LinkDialog(AskingDialog):
    """A field for the text; what is wrong with it is said there.

    Signals:
        view_asked: the `SharedView` of a sound link.
    """

    view_asked = Signal(object)

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(tr("Open link"), Button.Open | Button.Cancel, parent)
        self.text = QPlainTextEdit(text)
        self.text.setTabChangesFocus(True)
        label = QLabel(tr("&Link to a view, as somebody has copied it:"))
        label.setBuddy(self.text)
        self.problem = plain_label()
        parts = (label, self.text, self.problem, self.buttons)
        column(*parts, within=self, gap=SPACE_S, edges=(SPACE_L,) * 4)
        self.resize(*DIALOG_PX)
        self.text.selectAll()

    # Qt overrides

    def accept(self) -> None:
        try:
            view = read_link(self.text.toPlainText())
        except LinkInvalid as error:
            self.problem.setText(error.told(shown_language()))
            return
        super().accept()
        self.view_asked.emit(view)


class ViewCommands(QObject):
    """Made when first asked for: a start does without it.

    Signals:
        news: a sentence about what was done.
        page_asked: key of the page to go to.
    """

    news = Signal(str)
    page_asked = Signal(str)

    def __init__(self, parts: PageParts, stack: PageStack, parent: QWidget) -> None:
        super().__init__(parent)
        self._parts = parts
        self._stack = stack
        self._window = parent

    def view(self) -> SharedView:
        """Return what is on show: pages that nobody looked at tell nothing."""
        parts, wishes = self._parts, self._parts.wishes.now
        pages = {page.key: page.shared() for page in self._stack.made_pages}
        return SharedView(
            page=self._stack.place.key,
            filter=query_text(parts.history.query),
            pinned=parts.pins.keys,
            pages={key: record for key, record in pages.items() if record},
            money={name: getattr(wishes, name) for name in MONEY},
            catalog=parts.around.current.catalog.serial,
        )

    @Slot()
    def copy_link(self) -> None:
        """Put a link to what is on show on the clipboard."""
        QGuiApplication.clipboard().setText(link_to(self.view()))
        self.news.emit(
            tr("The link was copied: filter, selection, pins and inputs; no file, client or note.")
        )

    @Slot()
    def ask_for_link(self) -> None:
        """Ask for a link, and show its view."""
        text = QGuiApplication.clipboard().text()
        dialog = LinkDialog(text if text.strip().startswith(PREFIX) else "", self._window)
        dialog.view_asked.connect(self.show_view)
        dialog.open()

    @Slot(object)
    def show_view(self, view: SharedView) -> None:
        """Show a view. Filter, pins and inputs can be taken back on their pages."""
        parts, index = self._parts, self._parts.around.current.index
        if view.pinned != parts.pins.keys:
            _ = self._stack.place_of("compare").page  # keeps the pins from before as a step
            parts.pins.pin_only(view.pinned)
        parts.history.change(view.query)
        money = {name: view.money[name] for name in MONEY if name in view.money}
        parts.wishes.keep(wishes_from({**parts.wishes.state(), **money}))
        for place in self._stack.places:
            if place.key in view.pages:
                place.page.show_shared(view.pages[place.key])
        self.page_asked.emit(view.page)
        lost = sum(index.row_of(key) is None for key in view.pinned)
        self.news.emit(self._told(view, lost))

    def _told(self, view: SharedView, lost: int) -> str:
        catalog = self._parts.around.current.catalog
        told = [tr("The link was opened.")]
        if view.catalog not in (0, catalog.serial):
            words = tr("It was made with catalogue {theirs}, on show is {own}.")
            told.append(words.format(theirs=view.catalog, own=catalog.serial))
        if lost:
            words = tr("Pinned models that this catalogue does not have: {count}.")
            told.append(words.format(count=lost))
        return " ".join(told)
