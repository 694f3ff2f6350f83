# SPDX-License-Identifier: MIT
"""Builds the objects of the window and connects them with disk, language and browser."""

import gc
import logging
import os
import sys
from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec.structs import replace
from PySide6.QtCore import (
    QCoreApplication,
    QEvent,
    QLibraryInfo,
    QLocale,
    QObject,
    QTimer,
    QTranslator,
    Slot,
)
from PySide6.QtGui import QDesktopServices, QGuiApplication, QIcon, QPixmapCache
from PySide6.QtWidgets import QApplication

from azmodels_gui import resources_folder
from azmodels_gui.app.ahead import BEGIN_MS, ImportsAhead
from azmodels_gui.app.faults import EXIT_OWN_FAULT, Faults
from azmodels_gui.app.saved_state import changed_state, state_from_json
from azmodels_gui.catalog.query_text import parse_query_text
from azmodels_gui.cli.window_options import Arguments
from azmodels_gui.language.words import (
    N_,
    Phrase,
    ToldError,
    known_language,
    shown_language,
    speak,
    tr,
)
from azmodels_gui.storage.bundled import company_brand, data_dir, resource, state_file
from azmodels_gui.storage.catalog_file import Loaded, catalog_or_bundled
from azmodels_gui.storage.errors import CatalogError, FileNotSaved, RefreshFailed
from azmodels_gui.storage.files import read_file, sweep, write_file
from azmodels_gui.storage.held import machine_catalog
from azmodels_gui.storage.preferences import (
    JsonValue,
    KeptLoads,
    StateFile,
    fault_of,
    forgiving_load,
)
from azmodels_gui.window.background import (
    collect_due,
    collect_everything,
    hold_little,
    works_in_background,
)
from azmodels_gui.window.client.client_commands import ClientCommands
from azmodels_gui.window.client.keeping import ClientKeeping
from azmodels_gui.window.client.open_client import OpenClient
from azmodels_gui.window.ending import end
from azmodels_gui.window.main_window import FIRST_SIZE_PX, MainWindow
from azmodels_gui.window.page import CurrentCatalog, Surroundings
from azmodels_gui.window.state import WindowState
from azmodels_gui.window.theme import Theme, ThemeChoice
from azmodels_gui.window.widgets.tab_stop import tell_roles

if TYPE_CHECKING:
    from azmodels_gui.window.refresh_commands import RefreshCommands
    from azmodels_gui.window.refreshing import Refreshing
    from azmodels_gui.window.view_link import SharedView


class InstalledLanguage:
    """Lets window and Qt speak one language, in place of the one before."""

    def __init__(self, application: QCoreApplication) -> None:
        self._application = application
        self._qt: QTranslator | None = None

    def install(self, language: str) -> None:
        """Speak a language from now on."""
        speak(language)
        QLocale.setDefault(QLocale(language))
        if self._qt is not None:
            self._application.removeTranslator(self._qt)
        self._qt = QTranslator()
        self._qt.load(
            f"qtbase_{language}", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        )
        self._application.installTranslator(self._qt)


def system_language() -> str:
    """Return the language of the system where the program speaks it, else English."""
    return known_language(QLocale.system().name())


def leave(code: int) -> int:
    """Return the exit code, or end the process at once if a thread is still at work.

    Python ends such threads by force while it shuts down. One that is inside of compiled code
    (reading a catalogue) then takes the whole process down with an abort. Nothing is lost by
    not waiting for it: files are replaced whole or not at all, the state is saved when the window
    closes, and that happens only when the sheets that were promised are written.
    """
    if works_in_background():
        from azmodels_gui.sheets.setting import end_all  # most starts set no page

        end_all()
        for stream in (sys.stdout, sys.stderr):
            if stream is not None:
                stream.flush()
        os._exit(code)
    return code


log = logging.getLogger(__name__)

SAVE_AFTER_MS = 1_000
FRAME_PX = (4, 40)
"""Of a window, about: its title bar and edges."""
AFTER_FIRST_PAINT_MS = 300
COLLECT_EVERY_MS = 1_000
EXIT_CANNOT_START = 2


class WindowKeeper(QObject):
    """Saves the window's state a moment after each change, and when it closes."""

    def __init__(self, file: StateFile, parent: QObject) -> None:
        super().__init__(parent)
        self._file = file
        self.own_of: Callable[[WindowState], WindowState] = lambda shown: shown
        """Returns what of the window's state is the user's, whichever client is open."""
        self._window: MainWindow | None = None
        self._saved: WindowState | None = None
        self._timer = QTimer(self, singleShot=True, interval=SAVE_AFTER_MS)
        self._timer.timeout.connect(self.save)

    def keep(self, window: MainWindow) -> None:
        """Keep the state of this window from now on, and no longer that of another."""
        before, self._window = self._window, window
        if before is None:
            self._saved = self.own_of(window.state())
        else:
            before.state_changed.disconnect(self._timer.start)
            before.closing.disconnect(self.save)
        window.state_changed.connect(self._timer.start)
        window.closing.connect(self.save)

    @Slot()
    def save_soon(self) -> None:
        """Write the state a moment later."""
        self._timer.start()

    @Slot()
    def save(self) -> None:
        """Write the state if it differs from what is written; tell why that could not be."""
        self._timer.stop()
        window = self._window
        if window is None:
            return
        try:
            state, before = self.own_of(window.state()), self._saved or WindowState()
            if state != before:
                self._file.update(lambda values: changed_state(values, before, state))
                self._saved = state
        except FileNotSaved as error:
            window.status.say_problem(partial(_in_the_windows, error))
        except Exception as error:
            # A fault of the program: whoever works on must know that it no longer remembers.
            log.exception("the state of the window could not be saved")
            window.message_bar.show_problem(partial(_not_kept, repr(error)))


class Opened(QObject):
    """The window with everything it needs; made by `open_window`.

    Attributes:
        window: what is on show; another one after a switch of language or look, and to present.
        refreshing: what refreshes the catalogue; None until `start_refreshing`.
        refresh_commands: what the user can do about it in the window on show.
        clients: what keeps the file of the client that is open.
        client_commands: what the user can do about it in the window on show.
        collecting: runs from when a window goes until what Python holds of it goes as well.
    """

    def __init__(
        self,
        window: MainWindow,
        installed: InstalledLanguage,
        around: Surroundings,
        arguments: Arguments,
        file: StateFile,
        clients: ClientKeeping,
    ) -> None:
        super().__init__()
        self.window = window
        self.clients = clients
        self.around = around
        self.refreshing: Refreshing | None = None
        self.refresh_commands: RefreshCommands | None = None
        self.keeper = WindowKeeper(file, self)
        self._installed = installed
        self._arguments = arguments
        self._file = file
        self._leaving: MainWindow | None = None
        self.collecting = QTimer(self, singleShot=True, interval=COLLECT_EVERY_MS)
        self.collecting.timeout.connect(collect_everything)
        around.current.setParent(self)
        clients.setParent(self)
        clients.go_on = self.show_state
        clients.recent_changed.connect(self.keeper.save_soon)
        self.client_commands = ClientCommands(window, clients)
        window.language_asked.connect(self.speak)
        window.presentation_asked.connect(self.present)
        around.theme.changed.connect(self._take_look)
        self.keeper.own_of = clients.own_of
        if arguments.screenshot is None:
            self.keeper.keep(window)
            clients.keep(window)

    @Slot()
    def start_refreshing(self) -> None:
        """Make what refreshes; after the first paint, since a start does without it."""
        from azmodels_gui.window.refresh_commands import RefreshCommands
        from azmodels_gui.window.refreshing import Refreshing

        if self.refreshing is None:
            url = self._arguments.catalog_url
            self.refreshing = Refreshing(self.around.current, self._file, url, self)
            self.refresh_commands = RefreshCommands(self.window, self.refreshing)

    @Slot(object)
    def speak(self, language: str) -> None:
        """Go on in a window of another language; the one before goes once the new one is seen."""
        self._let_go()
        self._installed.install(language)
        self._go_on(self.window.successor(language))

    @Slot(bool)
    def present(self, on: bool) -> None:
        """Go on in a window that presents, in large type, or in one that does no longer."""
        self._let_go()
        self.window.setUpdatesEnabled(False)  # it keeps its own type while it is seen
        self._go_on(self.window.successor(presents=on))

    @Slot()
    def _take_look(self) -> None:
        """Go on in a window of another look, as in one of another language."""
        self._let_go()
        self.window.setUpdatesEnabled(False)  # it stays in its own colours while it is seen
        self._go_on(self.window.successor())

    def show_state(self, state: WindowState) -> None:
        """Go on in a window that shows another state."""
        self._let_go()
        self._go_on(self.window.with_state(state))

    def _go_on(self, after: MainWindow) -> None:
        before, self.window = self.window, after
        self.client_commands = ClientCommands(after, self.clients)
        if self.refreshing is not None:
            from azmodels_gui.window.refresh_commands import RefreshCommands

            commands = RefreshCommands(after, self.refreshing, self.refresh_commands)
            self.refresh_commands = commands
        before.language_asked.disconnect(self.speak)
        before.presentation_asked.disconnect(self.present)
        after.language_asked.connect(self.speak)
        after.presentation_asked.connect(self.present)
        if self._arguments.screenshot is None:
            self.keeper.keep(after)
            self.clients.keep(after)
            after.state_changed.emit()
        self._leaving = before
        if not before.isVisible():
            self._let_go()
            return
        after.show()
        if before.isActiveWindow():
            after.activateWindow()
        after.follow(before)
        after.windowHandle().installEventFilter(self)

    @Slot()
    def _let_go(self) -> None:
        """Let the window before go; not while it is the only one that is seen."""
        if self._leaving is not None:
            self._leaving.hide()
            self._leaving.destroyed.connect(self._on_gone)
            end(self._leaving)
            self._leaving = None
            # Qt keeps what it drew under names of palettes that go with the window.
            QPixmapCache.clear()

    @Slot()
    def _on_gone(self) -> None:
        self.collecting.start()  # not before: a window goes field by field, for a second at times

    # Qt overrides

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the window before go once the new one is painted: nothing flickers."""
        if event.type() == QEvent.Type.Expose:
            watched.removeEventFilter(self)
            QTimer.singleShot(0, self._let_go)
        return False


def run(arguments: Arguments) -> int:
    """Show the window until it is closed, or write a screenshot; return the exit code."""
    faults = Faults()
    faults.install()  # before the application: Qt may lack what it paints a window with
    application = qt_application()
    application.setApplicationName("azmodels")
    application.setApplicationDisplayName("azmodels")
    application.setDesktopFileName("azmodels")  # by which a desktop finds icon and entry
    speak(arguments.language or system_language())
    gc.freeze()  # what is there now stays: see `collect_everything`
    try:
        opened = open_window(arguments, StateFile(state_file()))
    except ToldError as error:
        faults.keep_from_starting(error.told(shown_language()))
        return EXIT_CANNOT_START
    except Exception as error:
        faults.happened.disconnect()  # there is no window that it would be beside
        report = faults.take(error)
        faults.keep_from_starting(_cannot_start(faults.log.path), report)
        return EXIT_CANNOT_START
    if arguments.screenshot is not None:
        from azmodels_gui.app.screenshot import write_screenshot

        if arguments.page == "news":  # the only page that shows kept catalogues
            opened.start_refreshing()
        return write_screenshot(opened.window, arguments)
    if arguments.select:
        opened.window.navigation.select_named(arguments.select)
    opened.window.show()
    QTimer.singleShot(0, opened.window.navigation.select_first)
    QTimer.singleShot(0, tell_roles)
    if arguments.present:
        QTimer.singleShot(0, opened.window.present)
    QTimer.singleShot(AFTER_FIRST_PAINT_MS, hold_little)  # before the background works
    QTimer.singleShot(AFTER_FIRST_PAINT_MS, opened.start_refreshing)
    QTimer.singleShot(AFTER_FIRST_PAINT_MS, opened.window.index.prepare)
    QTimer.singleShot(AFTER_FIRST_PAINT_MS, opened.window.guide_line.offer)
    QTimer.singleShot(AFTER_FIRST_PAINT_MS, resume_collecting)
    QTimer.singleShot(AFTER_FIRST_PAINT_MS, show_icon)
    QTimer.singleShot(BEGIN_MS, partial(ImportsAhead, opened))
    code = int(QApplication.exec())
    return leave(EXIT_OWN_FAULT if faults.count else code)


def _cannot_start(log_path: Path) -> str:
    words = tr("a fault of the program keeps it from starting; the report is in {file}.")
    return words.replace("{file}", str(log_path))


def show_icon() -> None:
    """Give the windows their icon; to draw it would delay the first paint."""
    QApplication.setWindowIcon(QIcon(str(resources_folder() / "desktop" / "azmodels.svg")))


def qt_application() -> QApplication:
    """Return Qt's application; every look is made for Fusion.

    That is asked for by argument: to ask for or set a style in Python has PySide make all
    enumerations of `QStyle`, a fortieth of a start.
    """
    return QApplication([*sys.argv[:1], "-style", "Fusion"])


def resume_collecting() -> None:
    """Collect garbage again, in turns of their own."""
    timer = QTimer(QApplication.instance(), interval=COLLECT_EVERY_MS)
    timer.timeout.connect(collect_due)
    timer.start()


def open_window(arguments: Arguments, file: StateFile) -> Opened:
    """Return the window, not yet shown, on the catalogue and state that were asked for.

    A screenshot neither reads nor writes the state of the user.

    Raises:
        InstallationDamaged: the bundled catalogue or a resource is missing.
        FilterTextInvalid: `--filter` is no filter.
        LinkInvalid: `--open` is no link to a view.
    """
    view = None if arguments.link is None else _view_of(arguments.link)
    values, state_error = ({}, None) if arguments.screenshot else _remembered(file)
    own = state_from_json(values)
    if arguments.screenshot is None:
        own = replace(own, size_px=_fitting(own.size_px))
    as_saved = arguments.catalog is None and arguments.screenshot is None
    loaded = machine_catalog() if as_saved else catalog_or_bundled(arguments.catalog)
    application = QApplication.instance()
    if not isinstance(application, QApplication):
        raise RuntimeError("open_window needs a QApplication")  # noqa: TRY004 - not a type of caller
    language = _spoken(arguments, own)
    installed = InstalledLanguage(application)
    installed.install(language)
    theme = Theme(_read_resource, application)
    theme.choose(ThemeChoice(arguments.theme) if arguments.theme else own.theme)
    loads = KeptLoads(file.path.with_name("loads"))
    if values:
        loads.forget(repr(values))
    today = arguments.today or date.today()
    around = _surroundings(CurrentCatalog(loaded.catalog, today), theme, loads)
    clients = ClientKeeping(around, data_dir() / "clients", own.recent_clients)
    state, client_error = _with_client(arguments.client, clients, own)
    window = MainWindow(around, _asked(arguments, state), language)
    for name in window.pins.pin_named(arguments.pin, window.index):
        print(f"azmodels-gui: there is no entry {name!r} to pin", file=sys.stderr)
    if view is not None:
        window.views.show_view(view)
    window.status.show_trust(loaded.trust.value)
    _tell_problems(window, loaded, state_error, arguments.catalog)
    if client_error is not None:
        window.message_bar.show_problem(partial(_in_the_windows, client_error))
    return Opened(window, installed, around, arguments, file, clients)


def _view_of(link: str) -> "SharedView":
    from azmodels_gui.window.view_link import read_link  # most starts have no link

    return read_link(link)


def _spoken(arguments: Arguments, own: WindowState) -> str:
    """Return the language that was asked for, else the last one, else the system's."""
    asked = arguments.language or own.language
    return known_language(asked) if asked else system_language()


def _with_client(
    path: Path | None, clients: ClientKeeping, state: WindowState
) -> tuple[WindowState, ToldError | None]:
    """Return the state that shows the client that was asked for, or why it cannot be."""
    if path is None:
        return state, None
    try:
        return clients.begin(path, state), None
    except ToldError as error:
        return state, error


def _remembered(file: StateFile) -> tuple[dict[str, JsonValue], CatalogError | None]:
    """Return what was remembered, and what is wrong with the file, which is kept aside."""
    sweep(file.path.parent)
    values, _ = forgiving_load(file)
    return values, fault_of(file)


def _surroundings(current: CurrentCatalog, theme: Theme, loads: KeptLoads) -> Surroundings:
    """Return what the window takes from disk and system."""
    return Surroundings(
        current=current,
        theme=theme,
        open_url=QDesktopServices.openUrl,
        read_resource=_read_resource,
        write_file=write_file,
        read_file=read_file,
        keep_load=loads.keep,
        kept_load=loads.held,
        client=OpenClient(current),
        company_brand=company_brand(),
    )


def _fitting(size_px: tuple[int, int] | None) -> tuple[int, int]:
    """Return a size that the screen has room for; the window's frame takes a part of it."""
    room = QGuiApplication.primaryScreen().availableSize()
    width, height = size_px or FIRST_SIZE_PX
    return min(width, room.width() - FRAME_PX[0]), min(height, room.height() - FRAME_PX[1])


def _not_kept(error: str) -> str:
    words = tr(
        "What you change is no longer remembered for the next start, because of an error in the "
        "program ({error}). What is on show stays; start the program again."
    )
    return words.replace("{error}", error)


def _read_resource(name: str) -> bytes:
    return resource(name).read_bytes()


def _asked(arguments: Arguments, state: WindowState) -> WindowState:
    """Return the remembered state with what the command line says instead."""
    asked: dict[str, object] = {}
    if arguments.language:
        asked["language"] = arguments.language
    if arguments.theme:
        asked["theme"] = ThemeChoice(arguments.theme)
    if arguments.size_px:
        asked |= {"size_px": arguments.size_px, "maximised": False}
    if arguments.filter_text is not None:
        asked["query"] = parse_query_text(arguments.filter_text)
    if arguments.page:
        asked["page"] = arguments.page
    if arguments.pane and arguments.page == "regions":
        asked["pages"] = {**state.pages, "regions": _regions_state(arguments.pane, state)}
    elif arguments.pane:
        models = dict(state.pages.get("models", {}))
        asked["pages"] = {**state.pages, "models": {**models, "pane": arguments.pane}}
    return replace(state, **asked)


def _regions_state(pane: str, state: WindowState) -> dict[str, object]:
    """Return what the Regions page remembers with another view: `map`, `map:europe` ..."""
    kept = dict(state.pages.get("regions", {}))
    part, _, place = pane.partition(":")
    parts = kept.get("parts")
    if place and (parts is None or isinstance(parts, dict)):
        kept["parts"] = {**(parts or {}), part: {"place": place}}
    return {**kept, "part": part}


def _tell_problems(
    window: MainWindow,
    loaded: Loaded,
    state_error: CatalogError | None,
    asked: Path | None,
) -> None:
    """Say in the bar what could not be read, in the language on show."""
    state = None if state_error is None else partial(_in_the_windows, state_error)
    told = [words for words in (_not_loaded(loaded.warning, asked), state) if words is not None]
    if told:
        window.message_bar.show_problem(lambda: " ".join(words() for words in told))


def _not_loaded(warning: CatalogError | None, asked: Path | None) -> Callable[[], str] | None:
    match warning:
        case None:
            return None
        case RefreshFailed():
            return partial(_in_the_windows, warning)
    words = N_(
        "{file} cannot be used as a catalogue: {reason}. The catalogue that comes with the "
        "program is shown instead. Check the file, or start without --catalog."
    )
    reason = getattr(warning, "reason", warning)
    return partial(_in_the_windows, Phrase(words, file=asked, reason=reason))


def _in_the_windows(told: Phrase) -> str:
    return told.told(shown_language())
