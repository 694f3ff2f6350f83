# SPDX-License-Identifier: MIT
"""The page of the open client: what the subscriptions tell, and the consultant's notes."""

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QUrl, Signal, Slot
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QLineEdit, QPushButton, QSplitter, QStackedWidget, QWidget

from azmodels_gui.catalog.radar import calendar_bytes
from azmodels_gui.language.words import tr
from azmodels_gui.window.background import LatestTask
from azmodels_gui.window.client.admin_view import AdminCommands
from azmodels_gui.window.client.notes import Notes
from azmodels_gui.window.guide.guide_text import ENTRY_SCHEME, key_of
from azmodels_gui.window.page import Page, PageParts
from azmodels_gui.window.regions.document_view import DocumentView
from azmodels_gui.window.step_history import Undoable
from azmodels_gui.window.theme import SPACE_L, SPACE_M, SPACE_S, TITLE_PT
from azmodels_gui.window.widgets.files import SavingMenu
from azmodels_gui.window.widgets.icons import FollowingIcon
from azmodels_gui.window.widgets.layouts import column, row
from azmodels_gui.window.widgets.texts import plain_label, scaled

if TYPE_CHECKING:
    from azmodels_gui.clients.told import Told
    from azmodels_gui.sheets.order import SheetOrder
    from azmodels_gui.window.client.client_text import Shown
    from azmodels_gui.window.sheets.subject import Subject
    from azmodels_gui.window.theme import Tokens

NOTES_PX, NOTES_LOW_PX = 260, 110
"""Width of the notes beside what is told, height below it."""
NARROW_PX = 1_180
"""Width of the page below which the notes stand under what is told."""
LOW_PX = 520
"""Height of the page below which the notes have a line only."""
LONGEST_NAME = 200
WIDEST_LINE = 230
NOTHING_OPEN, NOTHING_TOLD, TOLD = range(3)
NAME, NOTES = "name", "notes"
"""Kinds of changes: letters typed one after the other are one step."""


class ToldView(DocumentView):
    """Tables of many columns, wider than a text that is read line by line."""

    letters = WIDEST_LINE


class CalendarMenu(SavingMenu):
    """Saves ends as events of a calendar."""

    def save(self, data: bytes) -> None:
        """Ask where, and write them."""
        path = self._asked(tr("Calendar"), tr("Calendar"), "azmodels-client.ics")
        if path is not None:
            self._save(path, data)


class ClientPage(Page):
    """Says what to do while nothing is open or told; then all of it at a glance.

    Signals:
        written: what is told is on show.
    """

    key = "client"
    written = Signal()

    def __init__(self, parts: PageParts, parent: QWidget | None = None) -> None:
        super().__init__(parts, parent)
        self._client, self._stale, self._all_quotas = parts.around.client, True, False
        self.name = QLineEdit(maxLength=LONGEST_NAME)
        self.search = QLineEdit(clearButtonEnabled=True, maxLength=LONGEST_NAME)
        self.take_button = QPushButton(tr("&Take answers of az ..."))
        self.commands_button = QPushButton(tr("Co&mmands ..."))
        self.calendar_button = QPushButton(tr("Save as calendar ..."))
        self.new_button = QPushButton(tr("&New client ..."))
        self.open_button = QPushButton(tr("&Open client ..."))
        self.about = plain_label()
        self.commands = AdminCommands(parts)
        self.view, self.notes = ToldView(), Notes()
        self.view.setPlaceholderText(tr("Reading what the subscriptions tell ..."))
        self.view.setAccessibleName(tr("What the client's subscriptions tell"))
        self.splitter, self.stack = QSplitter(Qt.Orientation.Horizontal), QStackedWidget()
        self.saving = CalendarMenu(parts.around.write_file, self)
        self._writing = LatestTask(self)
        self._followed: Told | None = None
        self._build()
        self._connect()
        self._follow()

    @property
    def undoable(self) -> Undoable | None:
        """The steps of the open client."""
        return None if self._client.client is None else self._client

    def parts(self) -> tuple[QWidget, ...]:
        """Return what F6 goes through: what is told and the notes, or the commands."""
        if self.stack.currentIndex() == NOTHING_OPEN:
            return (self.new_button, self.commands.tabs)
        main = self.view if self._told() is not None else self.commands.tabs
        return (self.name, main, self.notes)

    def search_field(self) -> QWidget | None:
        """Return where lines are searched, while there are some."""
        return self.search if self._told() is not None else None

    def sheet_subjects(self) -> "Sequence[Subject]":
        """Return the sheet of what is told; nothing while nothing is."""
        told = self._told()
        if told is None:
            return ()
        from azmodels_gui.sheets.client_told import client_sheet
        from azmodels_gui.sheets.sheet import SheetKind
        from azmodels_gui.window.sheets.subject import Subject

        return (Subject(SheetKind.CLIENT, partial(client_sheet, told)),)

    def _told(self) -> "Told | None":
        return self._client.told(self._parts.around.current.index)

    def _build(self) -> None:
        theme = self._parts.around.theme
        self.take_button.setDefault(True)
        for button, icon in (
            (self.take_button, "folder-open"),
            (self.commands_button, "keyboard"),
            (self.calendar_button, "calendar-plus"),
            (self.new_button, "user-plus"),
            (self.open_button, "folder-open"),
        ):
            FollowingIcon(button, icon, theme)
        self.name.setFont(scaled(self.name.font(), TITLE_PT, bold=True))
        self.name.setAccessibleName(tr("Name of the client"))
        self.search.setPlaceholderText(tr("Search in the lines"))
        self.search.setAccessibleName(tr("Search in the lines"))
        buttons = (self.calendar_button, self.commands_button, self.take_button)
        self.head = QWidget()
        edges = (SPACE_M, SPACE_S, SPACE_M, SPACE_S)
        row((self.name, 3), (self.search, 2), *buttons, within=self.head, gap=SPACE_S, edges=edges)
        for page in (self._first_page(), self._told_page()):
            self.stack.addWidget(page)
        column(self.head, (self.stack, 1), within=self)
        self.setFocusProxy(self.stack)

    def _first_page(self) -> QWidget:
        """Return what to do while nothing is open, or nothing is told."""
        page = QWidget()
        self.first_title = plain_label()
        self.first_title.setFont(scaled(self.font(), TITLE_PT, bold=True))
        buttons = row(self.new_button, self.open_button, 1, gap=SPACE_S)
        parts = (self.first_title, self.about, buttons, (self.commands, 1))
        column(*parts, within=page, gap=SPACE_M, edges=(SPACE_L,) * 4)
        return page

    def _told_page(self) -> QWidget:
        self.splitter.addWidget(self.view)
        self.splitter.addWidget(self.notes)
        self.splitter.setStretchFactor(0, 1)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.setSizes([4 * NOTES_PX, NOTES_PX])
        return self.splitter

    def _connect(self) -> None:
        around = self._parts.around
        self._client.changed.connect(self._follow)
        self._client.changed.connect(self.steps_changed)
        around.current.changed.connect(self._write)
        self._parts.wishes.changed.connect(self._write)
        self.search.textChanged.connect(self._write)
        self.name.editingFinished.connect(self._on_name)
        self.notes.edited.connect(self._on_notes)
        self.notes.link_asked.connect(self.link_asked)
        self.view.link_asked.connect(self.link_asked)
        self.view.anchorClicked.connect(self._on_anchor)
        self.take_button.clicked.connect(partial(self.action_asked.emit, "import_answers"))
        self.commands_button.clicked.connect(partial(self.action_asked.emit, "admin_commands"))
        self.new_button.clicked.connect(partial(self.action_asked.emit, "new_client"))
        self.open_button.clicked.connect(partial(self.action_asked.emit, "open_client"))
        self.calendar_button.clicked.connect(self.save_calendar)
        self.commands.copied.connect(self.news)
        self.saving.news.connect(self.news)
        self._writing.succeeded.connect(self._on_written)

    @Slot()
    def save_calendar(self) -> None:
        """Ask where, and save the ends of what is deployed as calendar events."""
        found, index = self._told(), self._parts.around.current.index
        ends = () if found is None else found.retirements
        if not ends:
            self.news.emit(tr("There is no retirement to save."))
            return
        self.saving.save(calendar_bytes(ends, index.catalog, self._language))

    @Slot()
    def _follow(self) -> None:
        """Show the client that is open now, or what to do."""
        client, found = self._client.client, self._told()
        told = found is not None
        self.head.setVisible(client is not None)
        for part in (self.search, self.calendar_button):
            part.setVisible(told)
        for button in (self.new_button, self.open_button):
            button.setVisible(client is None)
        if client is None:
            self.first_title.setText(tr("No client's file is open"))
            self.about.setText(
                tr(
                    "One file keeps all that belongs to a client: pins, notes, scenarios, and what "
                    "the client's subscription lists, allows and runs. Make one, or open one; then "
                    "drop the answers of az on this window."
                )
            )
        else:
            self.first_title.setText(tr("Nothing is known of the subscription yet"))
            self.about.setText(
                tr("Send these commands to the client, and take the files that come back.")
            )
            self.name.setText(client.name)
            self.notes.show_text(client.notes)
        self.stack.setCurrentIndex(1 if told else 0)
        if found is not self._followed:  # a letter of a note changes nothing that was told
            self._followed = found
            self._write()

    @Slot()
    def _write(self) -> None:
        """Write what is told, in the background; while hidden, when somebody looks."""
        self._stale = not self.isVisible()
        found = None if self._stale else self._told()
        if found is None:
            return
        from azmodels_gui.sheets.order import SheetOrder
        from azmodels_gui.window.client.client_text import Shown

        index, tokens = self._parts.around.current.index, self._parts.around.theme.tokens
        conversion = self._parts.wishes.now.conversion
        order = SheetOrder(index.catalog, index.today, self._language, conversion=conversion)
        shown = Shown(self.search.text(), self._all_quotas)
        self._writing.ask(partial(_written, found, order, tokens, shown))

    @Slot(object)
    def _on_written(self, html: str) -> None:
        self.view.show_html(html)
        self.written.emit()

    @Slot()
    def _on_name(self) -> None:
        client, name = self._client.client, self.name.text().strip()
        if client is None:
            return
        if not name:
            self.name.setText(client.name)
        elif name != client.name:
            self._client.change(client.but(name=name), NAME)

    @Slot(str)
    def _on_notes(self, text: str) -> None:
        client = self._client.client
        if client is not None:
            self._client.change(client.but(notes=text), NOTES)

    @Slot(QUrl)
    def _on_anchor(self, url: QUrl) -> None:
        if url.scheme() == ENTRY_SCHEME:
            self.entry_asked.emit(key_of(url.path(QUrl.ComponentFormattingOption.FullyEncoded)))
        elif url.scheme() == "quotas":
            self._all_quotas = True
            self._write()

    # Qt overrides

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = event.size().width() < NARROW_PX
        side = Qt.Orientation.Vertical if narrow else Qt.Orientation.Horizontal
        if side is not self.splitter.orientation():
            self.splitter.setOrientation(side)
            across = event.size().height() if narrow else event.size().width()
            notes = NOTES_PX
            if narrow:  # on a low screen no more than a line
                notes = NOTES_LOW_PX if across > LOW_PX else 0
            self.splitter.setSizes([across - notes, notes])

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            self._write()


def _written(found: "Told", order: "SheetOrder", tokens: "Tokens", shown: "Shown") -> str:
    from azmodels_gui.window.client.client_text import ClientText

    return ClientText(tokens, order, shown).summary(found)
