# SPDX-License-Identifier: MIT
"""The line below the menus: the pages on the left, the search on the right."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QFocusEvent, QFont, QFontMetrics, QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QLineEdit,
    QSizePolicy,
    QToolButton,
    QWidget,
)

from azmodels_gui.language.shown import tr
from azmodels_gui.window.theme.theme import Theme
from azmodels_gui.window.theme.tokens import SPACE_M, SPACE_S, SPACE_XS
from azmodels_gui.window.widgets.tab_stop import stop_at_checked

LONGEST_SEARCH = 200
_SEARCH_PX, _LEAST_SEARCH_PX = 300, 120
_PAGE_PADDING_PX = 17


class SearchField(QLineEdit):
    """Down leads into the table; gives way to the pages where the window is narrow.

    Signals:
        entered: the keyboard came to it, so that letters will follow.
        left_downwards: it goes on to the table.
    """

    entered = Signal()
    left_downwards = Signal()

    # Qt overrides

    def sizeHint(self) -> QSize:
        return QSize(_SEARCH_PX, super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        return QSize(_LEAST_SEARCH_PX, super().minimumSizeHint().height())

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.entered.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        match event.key():
            case Qt.Key.Key_Down | Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self.left_downwards.emit()
            case _:
                super().keyPressEvent(event)


class PageBar(QWidget):
    """One button a page, with its keys in the tool tip.

    Signals:
        page_asked: the place of the page the user wants.
        search_changed: the words in the search field.
    """

    page_asked = Signal(int)
    search_changed = Signal(str)

    def __init__(self, theme: Theme, titles: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setObjectName("page_bar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.search = SearchField(clearButtonEnabled=True, maxLength=LONGEST_SEARCH)
        self._sign = self.search.addAction(
            theme.icon("search", theme.tokens.muted), QLineEdit.ActionPosition.LeadingPosition
        )
        self.buttons: list[QToolButton] = []
        self._group = QButtonGroup(self)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(SPACE_S, SPACE_XS + 2, SPACE_M, SPACE_XS + 2)
        self._row.setSpacing(SPACE_XS)
        self._row.addStretch(1)
        self._row.addWidget(self.search)
        self.search.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.search.setPlaceholderText(tr("Search: name, family, use case ..."))
        self.search.setAccessibleName(tr("Search"))
        keys = QKeySequence(QKeySequence.StandardKey.Find).toString(
            QKeySequence.SequenceFormat.NativeText
        )
        self.search.setToolTip(tr("Search ({keys})").format(keys=keys))
        for number, title in enumerate(titles):
            self._add_page(number, title)
        self._group.idClicked.connect(self.page_asked)
        self.search.textChanged.connect(self.search_changed)
        theme.changed.connect(self._take_look)

    def in_tab_order(self) -> tuple[QWidget, ...]:
        """Return what takes the keyboard, from left to right."""
        return (*self.buttons, self.search)

    def show_page(self, place: int) -> None:
        """Mark the page on show."""
        self.buttons[place].setChecked(True)
        stop_at_checked(self.buttons)

    def show_search(self, text: str) -> None:
        """Show the words of a filter, without a signal."""
        if self.search.text() != text:
            self.search.blockSignals(True)
            self.search.setText(text)
            self.search.blockSignals(False)

    def _add_page(self, number: int, title: str) -> None:
        button = QToolButton()
        button.setCheckable(True)
        button.setProperty("page", True)
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.buttons.append(button)
        self._group.addButton(button, number)
        self._row.insertWidget(number, button)
        keys = QKeySequence(f"Ctrl+{number + 1}").toString(QKeySequence.SequenceFormat.NativeText)
        button.setText(title)
        button.setMinimumWidth(_width_when_bold(button, title))
        button.setToolTip(f"{title} ({keys})")

    @Slot()
    def _take_look(self) -> None:
        self._sign.setIcon(self._theme.icon("search", self._theme.tokens.muted))


def _width_when_bold(button: QToolButton, title: str) -> int:
    """Return the width a button needs while its page is on show; Qt asks before it is bold."""
    font = QFont(button.font())
    font.setBold(True)
    return QFontMetrics(font).horizontalAdvance(title) + 2 * _PAGE_PADDING_PX
