# SPDX-License-Identifier: MIT
"""Presentation mode: the page on show for a projector, in large type and nothing around it."""

from typing import TYPE_CHECKING

from msgspec.structs import replace
from PySide6.QtCore import QEvent, QObject, QRect, Qt, QTimer, Slot
from PySide6.QtGui import QAction, QFont, QKeyEvent
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from azmodels_gui.language.shown import tr
from azmodels_gui.views.large_type import enlarged
from azmodels_gui.views.pages.lazy_page import LazyPage
from azmodels_gui.views.pages.page import Presentable
from azmodels_gui.views.state import WindowState
from azmodels_gui.views.theme.theme import Theme
from azmodels_gui.views.theme.tokens import SPACE_L

if TYPE_CHECKING:
    from azmodels_gui.views.main_window import MainWindow

HINT_MS = 6_000
_STEPS = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_PageUp: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_PageDown: 1,
}
"""Arrow keys, and what the remote controls of presenters send."""
KEPT_ACTIONS = ("present", "signs", "print", "export_sheet", "quit")
"""What a meeting asks for while the menu bar, and its keys with it, is away."""
_PLAIN = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)


class Presentation(QObject):
    """Hides what is around the page, and puts all of it back exactly.

    Pages that offer `Presentable` leave out their own tools as well, and let the arrow keys
    go through the pinned models; on any other page, or with nothing pinned, keys work as ever.
    """

    def __init__(self, window: "MainWindow", theme: Theme) -> None:
        super().__init__(window)
        self._window = window
        self._theme = theme
        self._before: WindowState | None = None
        self._hidden: list[QWidget] = []
        self._geometry = QRect()
        self._states = Qt.WindowState.WindowNoState
        self._font = QFont()
        self._presented: Presentable | None = None
        self.hint = QLabel(window)
        self.hint.setObjectName("presentation_hint")
        self.hint.hide()
        self._hint_timer = QTimer(self, singleShot=True, interval=HINT_MS)
        self._hint_timer.timeout.connect(self.hint.hide)
        window.stack.currentChanged.connect(self._on_page)

    @property
    def is_on(self) -> bool:
        """Tell whether the window is presenting."""
        return self._before is not None

    def small_font(self) -> QFont:
        """Return the font of the window while it is not presenting."""
        return self._font if self.is_on else QApplication.font()

    def kept(self, state: WindowState) -> WindowState:
        """Return a state with the sizes from before: those of the projector are not kept."""
        before = self._before
        if before is None:
            return state
        return replace(
            state,
            size_px=before.size_px,
            maximised=before.maximised,
            columns=before.columns,
            splitter_px=before.splitter_px,
        )

    @Slot()
    def toggle(self) -> None:
        """Go to presentation mode, or leave it."""
        if self.is_on:
            self.leave()
        else:
            self.enter()

    def enter(self) -> None:
        """Show the page alone, in large type, on the whole screen."""
        window = self._window
        self._before = window.state()
        self._font = QApplication.font()
        self._geometry, self._states = window.geometry(), window.windowState()
        around = (window.menuBar(), window.page_bar, window.message_bar, window.status)
        self._hidden = [part for part in around if not part.isHidden()]
        for part in self._hidden:
            part.hide()
        # A hidden menu bar takes its keys along: the window itself keeps those needed now.
        window.addActions(self._kept_actions())
        self._begin_page()
        self._theme.use_font(enlarged(self._font))
        window.setWindowState(self._states | Qt.WindowState.WindowFullScreen)
        QApplication.instance().installEventFilter(self)  # type: ignore[union-attr]
        self._show_hint()

    def leave(self) -> None:
        """Put everything back as it was."""
        if self._before is None:
            return
        window = self._window
        QApplication.instance().removeEventFilter(self)  # type: ignore[union-attr]
        self.hint.hide()
        self._theme.use_font(self._font)
        window.setWindowState(self._states)
        if not self._states & Qt.WindowState.WindowMaximized:
            window.setGeometry(self._geometry)
        self._end_page()
        for action in self._kept_actions():
            window.removeAction(action)
        for part in self._hidden:
            part.show()
        # Even a page that is not on show loses its sizes to the larger type.
        window.models.splitter.setSizes(list(self._before.splitter_px))
        self._before = None

    def step(self, by: int) -> bool:
        """Go to another pinned model that is on show; False if there is none."""
        page, keys = self._presented, self._window.pins.keys
        if page is None or not keys:
            return False
        here = page.presented()
        start = keys.index(here) if here in keys else (-1 if by > 0 else len(keys))
        places = ((start + by * (far + 1)) % len(keys) for far in range(len(keys)))
        return any(page.present(keys[place]) for place in places)

    def _kept_actions(self) -> list[QAction]:
        named = self._window.actions_by_name
        kept = [named[name] for name in KEPT_ACTIONS]
        return [*kept, *self._window.menus.page_actions()]

    def _begin_page(self) -> None:
        page = self._window.pages[self._window.stack.currentIndex()]
        full = page.page if isinstance(page, LazyPage) else page
        self._presented = full if isinstance(full, Presentable) else None
        if self._presented is not None:
            self._presented.set_presenting(True)

    def _end_page(self) -> None:
        if self._presented is not None:
            self._presented.set_presenting(False)
            self._presented = None

    def _show_hint(self) -> None:
        words = [tr("Esc leaves the presentation.")]
        if self._presented is not None and self._window.pins.keys:
            words.append(tr("The arrow keys go through the pinned models."))
        self.hint.setText(" ".join(words))
        self.hint.setFont(QApplication.font())
        self.hint.adjustSize()
        screen = self._window.screen().size()
        self.hint.move((screen.width() - self.hint.width()) // 2, SPACE_L)
        self.hint.raise_()
        self.hint.show()
        self._hint_timer.start()

    @Slot()
    def _on_page(self) -> None:
        """Go on presenting with the page that was switched to."""
        if self.is_on:
            self._end_page()
            self._begin_page()

    # Qt overrides

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind not in (QEvent.Type.KeyPress, QEvent.Type.ShortcutOverride):
            return False
        ours = isinstance(watched, QWidget) and watched.window() is self._window
        if not ours or not isinstance(event, QKeyEvent) or event.modifiers() not in _PLAIN:
            return False
        if kind == QEvent.Type.ShortcutOverride:
            # Accepted, it comes back as a key press instead of emptying the search.
            event.setAccepted(event.key() == Qt.Key.Key_Escape)
            return event.isAccepted()
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
            return True
        step = _STEPS.get(Qt.Key(event.key()))
        return step is not None and self.step(step)
