# SPDX-License-Identifier: MIT
"""What the user can do about refreshing: menu, file dropped, message bar, status bar."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QLabel, QProgressBar, QToolButton, QWidget

from azmodels_gui.catalog.differences import summary
from azmodels_gui.language.words import ToldError, shown_language, tr
from azmodels_gui.window import formats
from azmodels_gui.window.main_window import MainWindow
from azmodels_gui.window.refreshing import (
    HeldBack,
    KeptCatalog,
    Outcome,
    Problem,
    Refreshed,
    RefreshFailed,
    Refreshing,
    Trust,
)
from azmodels_gui.window.theme import SPACE_S
from azmodels_gui.window.widgets.files import ask_file
from azmodels_gui.window.widgets.layouts import row
from azmodels_gui.window.widgets.texts import without_mnemonic

KIB = 1024
BAR_PX = 110


class RefreshStatus(QWidget):
    """Hidden while nothing is under way and nothing is new.

    Signals:
        cancel_asked: end the run.
        news_asked: show what changed.
    """

    cancel_asked = Signal()
    news_asked = Signal()

    def __init__(self, language: str) -> None:
        super().__init__()
        self._language = language
        self.bytes, self.bar = QLabel(), QProgressBar()
        self.cancel_button, self.news_button = QToolButton(), QToolButton()
        self.bar.setTextVisible(False)
        self.bar.setFixedWidth(BAR_PX)
        parts = (self.bytes, self.bar, self.cancel_button, self.news_button)
        row(*parts, within=self, gap=SPACE_S, edges=(0, 0, SPACE_S, 0))
        self.news_button.hide()
        self.show_running(False)
        self.cancel_button.setText(tr("Cancel"))
        self.news_button.setText(tr("What's new"))
        self.bar.setAccessibleName(tr("Progress of refreshing"))
        self.cancel_button.clicked.connect(self.cancel_asked)
        self.news_button.clicked.connect(self.news_asked)

    def show_running(self, running: bool) -> None:
        """Show that a run is under way, or that it ended."""
        self.bar.setRange(0, 0)
        self.bytes.setText(tr("Refreshing") if running else "")
        for widget in (self.bytes, self.bar, self.cancel_button):
            widget.setVisible(running)

    def show_progress(self, received: int, total: int | None) -> None:
        """Say how many bytes came, of how many if the server tells."""
        known = total or 0
        self.bar.setRange(0, known)
        self.bar.setValue(min(received, known))
        if total:
            words = tr("{received} of {total} KiB")
            text = words.format(received=self._kib(received), total=self._kib(total))
        else:
            text = tr("{received} KiB").format(received=self._kib(received))
        self.bytes.setText(text)

    def _kib(self, count: int) -> str:
        return formats.number(-(-count // KIB), self._language)


NEWS_PAGE = "news"
AskFile = Callable[[QWidget, str], Path | None]
"""Returns the catalogue file the user chose, or None when cancelled."""


class RefreshCommands(QObject):
    """Connects a window with refreshing, once that was made after the first paint."""

    def __init__(
        self,
        window: MainWindow,
        refreshing: Refreshing,
        before: "RefreshCommands | None" = None,
    ) -> None:
        """Make them.

        Args:
            window: what shows a run and what came of it.
            refreshing: what runs.
            before: those of the window whose place this one takes.
        """
        super().__init__(window)
        self._window = window
        self._refreshing = refreshing
        self._refresh = refreshing.refresh
        self.ask_file: AskFile = ask_catalog_file
        self.status = RefreshStatus(window.language)
        window.status.insert_before_age(self.status)
        window.setAcceptDrops(True)
        self._connect()
        self.status.show_running(self._refresh.running)
        waiting = self._refresh.held_back
        if waiting is not None and (before is None or before.asks):
            self._ask_about(waiting)
        if before is not None:
            self.status.news_button.setVisible(before.status.news_button.isVisibleTo(before.status))

    @property
    def asks(self) -> bool:
        """Tell whether the user is asked about a catalogue that is held back."""
        bar = self._window.message_bar
        return bool(bar.choices) and not bar.isHidden()

    @Slot()
    def refresh(self) -> None:
        """Ask the address; without one, say what to set."""
        self._begin(self._refresh.refresh)

    @Slot()
    def choose_file(self) -> None:
        """Let the user choose a catalogue file."""
        path = self.ask_file(self._window, tr("Open a catalogue file"))
        if path is not None:
            self.open_file(path)

    @Slot(object)
    def open_file(self, path: Path) -> None:
        """Take a file; it passes the same checks as one from a server."""
        self._begin(partial(self._refresh.open_file, path))

    @Slot()
    def open_settings(self) -> None:
        """Show the settings; nothing waits for the dialog."""
        from azmodels_gui.window.refresh_settings_dialog import RefreshSettingsDialog

        window = self._window
        self.dialog = RefreshSettingsDialog(self._refreshing, window.language, window.theme, window)
        self.dialog.open()

    def _connect(self) -> None:
        window, refresh = self._window, self._refresh
        actions = window.actions_by_name
        actions["refresh"].triggered.connect(self.refresh)
        actions["open_catalog"].triggered.connect(self.choose_file)
        actions["refresh_settings"].triggered.connect(self.open_settings)
        window.menus["kept"].aboutToShow.connect(self._fill_kept)
        window.catalog_dropped.connect(self.open_file)
        window.stack.currentChanged.connect(self._on_page)
        self.status.cancel_asked.connect(refresh.cancel)
        self.status.news_asked.connect(self._show_news)
        refresh.running_changed.connect(self._on_running)
        refresh.progressed.connect(self._on_progress)
        refresh.refreshed.connect(self._on_refreshed)
        refresh.failed.connect(self._on_failed)
        refresh.source_changed.connect(self._on_source_changed)
        news = window.stack.place_of(NEWS_PAGE)
        news.made.connect(self._give_refresh)
        if news.is_made:
            self._give_refresh(news.page)

    def _begin(self, run: Callable[[], None]) -> None:
        """Start a run of the user's; one that is under way is not disturbed."""
        if self._refresh.running:
            self._window.status.say(tr("A run is still under way. Wait for it or cancel it."))
            return
        self._window.status.news.clear()
        run()
        self.status.show_running(True)

    @Slot()
    def _fill_kept(self) -> None:
        menu = self._window.menus["kept"]
        menu.clear()
        try:
            kept = [each for each in self._refresh.history() if not each.in_use]
        except RefreshFailed as error:
            self._window.status.say(error.told(self._window.language))
            kept = []
        for each in kept:
            action = menu.addAction(without_mnemonic(self._kept_words(each)))
            action.setEnabled(each.trust is not Trust.REVOKED)
            action.triggered.connect(partial(self._go_back, each.serial))
        if not kept:
            menu.addAction(tr("No other catalogue is kept")).setEnabled(False)

    def _kept_words(self, kept: KeptCatalog) -> str:
        words = tr("Catalogue {serial}").format(serial=kept.serial)
        if kept.published is not None:
            day = formats.day(kept.published, self._window.language)
            words += " · " + tr("published {day}").format(day=day)
        if kept.bundled:
            words += " · " + tr("bundled")
        elif kept.trust is Trust.REVOKED:
            words += " · " + tr("key no longer trusted")
        return words

    def _go_back(self, serial: int, _checked: object = None) -> None:
        self._begin(partial(self._refresh.go_back, serial))

    def _ask_about(self, waiting: HeldBack) -> None:
        words = tr(
            "Catalogue {serial} is held back: {lost} of {total} offers would disappear. The "
            "catalogue on show stays until you decide."
        )
        language = self._window.language
        told = words.format(
            serial=waiting.serial,
            lost=formats.number(waiting.lost, language),
            total=formats.number(waiting.total, language),
        )
        choices = (
            (tr("Use it anyway"), partial(self._begin, self._refresh.accept_held_back)),
            (tr("Discard"), self._discard),
        )
        self._window.message_bar.ask(told, choices)

    def _discard(self) -> None:
        try:
            self._refresh.drop_held_back()
        except RefreshFailed as error:
            self._window.status.say(error.told(self._window.language))
            return
        self._window.status.say(tr("The catalogue that was held back was discarded."))

    @Slot()
    def _show_news(self) -> None:
        self._window.navigation.show_page_named(NEWS_PAGE)

    @Slot(int)
    def _on_page(self, place: int) -> None:
        if self._window.pages[place].key == NEWS_PAGE:
            self.status.news_button.setVisible(False)

    @Slot(bool)
    def _on_running(self, running: bool) -> None:
        if not running:
            self.status.show_running(False)

    @Slot(object, object)
    def _on_progress(self, received: int, total: int | None) -> None:
        if not self._refresh.running:
            return
        self.status.show_running(True)
        self.status.show_progress(received, total)

    @Slot(object)
    def _on_refreshed(self, done: Refreshed) -> None:
        self._window.status.show_trust(done.trust.value)
        if self._window.message_bar.choices and self._refresh.held_back is None:
            self._window.message_bar.hide()  # what it asks about is settled
        if done.outcome is Outcome.HELD_BACK and done.held_back is not None:
            self._ask_about(done.held_back)
        elif done.changes is not None:
            self.status.news_button.setVisible(self._window.stack.place.key != NEWS_PAGE)
        told = self._told(done)
        if told:
            self._window.status.say(told)

    def _told(self, done: Refreshed) -> str:
        """Return in words what came of a run; a look by itself is told only if it brought news."""
        if done.outcome is Outcome.HELD_BACK and done.held_back is not None:
            words = tr(
                "Catalogue {serial} is held back: {lost} of {total} offers would disappear. The "
                "catalogue on show stays."
            )
            waiting = done.held_back
            return words.format(serial=waiting.serial, lost=waiting.lost, total=waiting.total)
        if done.changes is None:
            return "" if self._refresh.automatic else tr("The catalogue is up to date.")
        changes = summary(done.changes, self._window.language)
        return tr("Catalogue {serial}: {changes}").format(serial=done.serial, changes=changes)

    @Slot(object)
    def _on_failed(self, error: Exception) -> None:
        """Say what happened, what is shown and what to do; a look by itself fails quietly."""
        if self._refresh.automatic:
            return
        status = self._window.status
        if not isinstance(error, ToldError):
            status.say_problem(partial(str, error))
        elif isinstance(error, RefreshFailed) and error.problem is Problem.CANCELLED:
            status.say(error.told(self._window.language))
        else:
            status.say_problem(lambda: error.told(shown_language()))

    @Slot()
    def _on_source_changed(self) -> None:
        try:
            self._window.status.show_trust(self._refresh.trust.value)
        except RefreshFailed as error:
            self._window.status.say(error.told(self._window.language))

    @Slot(object)
    def _give_refresh(self, page: object) -> None:
        from azmodels_gui.window.news.news_page import NewsPage

        if isinstance(page, NewsPage):
            page.comparing.set_refresh(self._refresh)


def ask_catalog_file(parent: QWidget, title: str) -> Path | None:
    """Ask with the system's own dialog."""
    return ask_file(parent, title, "JSON (*.json)")
