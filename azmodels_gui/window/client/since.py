# SPDX-License-Identifier: MIT
"""What changed for the open client since its file was last seen with an older catalogue.

It is asked for by the catalogue's serial, which the file remembers until the user has seen the
difference; the lines themselves stand under What's new, where they are narrowed, printed and saved.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QObject, Slot

from azmodels_gui.catalog.differences import changes
from azmodels_gui.catalog.document import Catalog, EntryKey
from azmodels_gui.catalog.index import CatalogIndex
from azmodels_gui.language.words import NN_, tr, trn
from azmodels_gui.sheets.change_rows import change_groups
from azmodels_gui.sheets.grouped import RowFilter, filtered
from azmodels_gui.window import formats
from azmodels_gui.window.background import LatestTask, window_first
from azmodels_gui.window.client.keeping import ClientKeeping
from azmodels_gui.window.main_window import MainWindow

NEWS = "news"
CONCERNED = NN_("{count} change concerns its models.", "{count} changes concern its models.")


@dataclass(frozen=True)
class Since:
    """What came of a comparison."""

    before: int
    """Serial of the older catalogue."""
    count: int | None
    """Lines that concern the client; None: the older catalogue is not there any more."""


OlderCatalog = Callable[[int], Catalog | None]


class ClientSince(QObject):
    """Compares in the background once a client is open, and offers to show what changed."""

    def __init__(self, window: MainWindow, keeping: ClientKeeping) -> None:
        super().__init__(window)
        self._window, self._keeping = window, keeping
        self._around = window.parts.around
        self._task = LatestTask(self)
        self._task.succeeded.connect(self._on_compared)
        self._around.current.changed.connect(self.look)
        self.look()

    @Slot()
    def look(self) -> None:
        """Compare, if the client was last seen with another catalogue than the one on show."""
        index, before = self._around.current.index, self._keeping.seen_before
        if self._around.client.client is None or before == index.catalog.serial:
            return
        if before is None:
            self._keeping.mark_seen()
        elif before > index.catalog.serial:
            words = tr(
                "The client was last seen with catalogue {theirs}, on show is {own}. Refresh to "
                "see the same."
            )
            self._window.status.say(words.format(theirs=before, own=index.catalog.serial))
        else:
            keys = frozenset(self._window.pins.keys) | self._around.client.deployed(index)
            older = self._keeping.older_catalog
            self._task.ask(partial(_since, before, older, index, keys, self._window.language))

    @Slot(object)
    def _on_compared(self, found: Since) -> None:
        client = self._around.client.client
        if client is None or found.before != self._keeping.seen_before:
            return
        words = tr("{client} was last seen with catalogue {serial}.")
        head = words.replace("{serial}", str(found.before)).replace("{client}", client.name)
        if found.count is None:
            gone = tr(
                "That catalogue is not kept on this computer any more, so what has changed since "
                "cannot be told; what is retired next stands under What's new."
            )
            choice = (tr("Show what is retired"), self._show_retirements)
            self._window.message_bar.ask(f"{head} {gone}", [choice])
        elif not found.count:
            nothing = tr("Nothing that concerns it has changed since.")
            self._window.status.say(f"{head} {nothing}")
            self._keeping.mark_seen()
        else:
            count = formats.number(found.count, self._window.language)
            told = trn(CONCERNED, found.count, count)
            choice = (tr("Show what has changed"), partial(self._show, found.before))
            self._window.message_bar.ask(f"{head} {told}", [choice])

    def _show(self, before: int) -> None:
        from azmodels_gui.window.news.news_page import NewsPage

        page = self._window.stack.place_of(NEWS).page
        if isinstance(page, NewsPage):
            page.show_since(before)
            self._window.navigation.show_page_named(NEWS)
            self._keeping.mark_seen()

    def _show_retirements(self) -> None:
        from azmodels_gui.window.news.news_page import NewsPage

        page = self._window.stack.place_of(NEWS).page
        if isinstance(page, NewsPage):
            page.show_retirements()
            self._window.navigation.show_page_named(NEWS)
            self._keeping.mark_seen()


def _since(
    before: int,
    older: OlderCatalog,
    index: CatalogIndex,
    keys: frozenset[EntryKey],
    language: str,
) -> Since:
    """Compare, away from the window."""
    with window_first():
        old = older(before)
        if old is None:
            return Since(before, None)
        groups = change_groups(changes(old, index.published), index.catalog, language)
        return Since(before, sum(len(each.rows) for each in filtered(groups, RowFilter(keys))))
