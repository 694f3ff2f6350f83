# SPDX-License-Identifier: MIT
"""Presentation mode: the page on show for a projector, in large type and nothing around it."""

from msgspec import Struct
from msgspec.structs import replace
from PySide6.QtCore import QEvent, QObject, QRect, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QAction, QFont, QKeyEvent
from PySide6.QtWidgets import QApplication, QLabel, QMainWindow, QWidget

from azmodels_gui.language.words import tr
from azmodels_gui.window.page import Page
from azmodels_gui.window.page_stack import PageStack
from azmodels_gui.window.pins import Pins
from azmodels_gui.window.state import WindowState
from azmodels_gui.window.theme import SPACE_L

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
KEPT_ACTIONS = ("present", "user_guide", "signs", "print", "export_sheet", "quit")
"""Names of what a meeting asks for while the menu bar, and its keys with it, is away."""
SIZES = {
    "models": ("columns", "splitter_px"),
    "calculator": ("splitters",),
    "compare": ("splitter", "beside"),
}
"""What pages remember of their sizes, which are others in larger type."""
_PLAIN = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)


class Stood(Struct, frozen=True):
    """How a window stands that presents nothing: all that comes back after a presentation."""

    state: WindowState
    geometry: QRect
    """As it is when it is neither maximised nor on the whole screen."""
    states: Qt.WindowState
    font: QFont
    """Of the application."""


class Stage(Struct, frozen=True):
    """What a presentation needs of a window."""

    window: QMainWindow
    stack: PageStack
    around: tuple[QWidget, ...]
    """What stands around the pages and is left out."""
    actions: tuple[QAction, ...]
    """What a meeting asks for while the menu bar, and its keys with it, is away."""
    pins: Pins


class Presentation(QObject):
    """Hides what is around the page in a window that presents; after it another window goes on.

    Pages leave out their own tools as well; those that present pins let the arrow keys go
    through them; on any other page, or with nothing pinned, keys work as ever.

    Signals:
        leave_asked: the user has enough of it.
    """

    leave_asked = Signal()

    def __init__(self, stage: Stage) -> None:
        super().__init__(stage.window)
        self._stage = stage
        self._window = stage.window
        self.before: Stood | None = None
        """How the window before stood; None: this one does not present."""
        self._page: Page | None = None
        self.hint = QLabel(stage.window)
        self.hint.setObjectName("presentation_hint")
        self.hint.hide()
        self._hint_timer = QTimer(self, singleShot=True, interval=HINT_MS)
        self._hint_timer.timeout.connect(self.hint.hide)
        stage.stack.currentChanged.connect(self._on_page)

    @property
    def is_on(self) -> bool:
        """Tell whether the window is presenting."""
        return self.before is not None

    def kept(self, state: WindowState) -> WindowState:
        """Return a state with the sizes from before: those of the projector are not kept."""
        if self.before is None:
            return state
        before = self.before.state
        pages = {}
        for key, shown in state.pages.items():
            sizes, kept = SIZES.get(key, ()), before.pages.get(key, {})
            rest = {name: value for name, value in shown.items() if name not in sizes}
            pages[key] = rest | {name: kept[name] for name in sizes if name in kept}
        return replace(state, size_px=before.size_px, maximised=before.maximised, pages=pages)

    def enter(self, before: Stood) -> None:
        """Show the page alone on the whole screen.

        Args:
            before: how the window before stood, whose place this one has taken.
        """
        window = self._window
        self.before = before
        for part in self._stage.around:
            part.hide()
        # A hidden menu bar takes its keys along: the window itself keeps those needed now.
        window.addActions(self._stage.actions)
        self._begin_page()
        window.setWindowState(before.states | Qt.WindowState.WindowFullScreen)
        QApplication.instance().installEventFilter(self)  # type: ignore[union-attr]
        self._show_hint()

    def end(self) -> None:
        """Leave the keys, and the type of the application, to the window that goes on."""
        if self.before is not None:
            QApplication.instance().removeEventFilter(self)  # type: ignore[union-attr]
            QApplication.setFont(self.before.font)
            self.hint.hide()
            self.before = None

    def step(self, by: int) -> bool:
        """Go to another pinned model that is on show; False if there is none."""
        page, keys = self._page, self._stage.pins.keys
        if page is None or not page.presents_pins or not keys:
            return False
        here = page.presented()
        start = keys.index(here) if here in keys else (-1 if by > 0 else len(keys))
        places = ((start + by * (far + 1)) % len(keys) for far in range(len(keys)))
        return any(page.present(keys[place]) for place in places)

    def _begin_page(self) -> None:
        self._page = self._stage.stack.page
        self._page.set_presenting(True)

    def _end_page(self) -> None:
        if self._page is not None:
            self._page.set_presenting(False)
            self._page = None

    def _show_hint(self) -> None:
        words = [tr("Esc leaves the presentation.")]
        if self._page is not None and self._page.presents_pins and self._stage.pins.keys:
            words.append(tr("The arrow keys go through the pinned models."))
        self.hint.setText(" ".join(words))
        self.hint.setFont(QApplication.font())
        self.hint.adjustSize()
        screen = self._window.screen().size()
        # At the foot: names stand at the head of every page.
        left = (screen.width() - self.hint.width()) // 2
        self.hint.move(max(left, 0), screen.height() - self.hint.height() - SPACE_L)
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
            self.leave_asked.emit()
            return True
        step = _STEPS.get(Qt.Key(event.key()))
        return step is not None and self.step(step)
