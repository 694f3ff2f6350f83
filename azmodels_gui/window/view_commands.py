# SPDX-License-Identifier: MIT
"""Shares what is on show as a text, and shows what somebody shared."""

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from azmodels_gui.catalog.query_text import query_text
from azmodels_gui.language.shown import shown_language, tr
from azmodels_gui.window.page import PageParts
from azmodels_gui.window.page_stack import PageStack
from azmodels_gui.window.sheets.wishes import MONEY, wishes_from
from azmodels_gui.window.theme.tokens import SPACE_L, SPACE_S
from azmodels_gui.window.view_link import PREFIX, LinkInvalid, SharedView, link_to, read_link
from azmodels_gui.window.widgets.texts import plain_label

DIALOG_PX = (480, 240)


class LinkDialog(QDialog):
    """A field for the text; what is wrong with it is said there.

    Signals:
        view_asked: the `SharedView` of a sound link.
    """

    view_asked = Signal(object)

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Open link"))
        self.text = QPlainTextEdit(text)
        self.text.setTabChangesFocus(True)
        label = QLabel(tr("&Link to a view, as somebody has copied it:"))
        label.setBuddy(self.text)
        self.problem = plain_label()
        self.buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Open | QDialogButtonBox.StandardButton.Cancel
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE_L, SPACE_L, SPACE_L, SPACE_L)
        column.setSpacing(SPACE_S)
        for widget in (label, self.text, self.problem, self.buttons):
            column.addWidget(widget)
        self.resize(*DIALOG_PX)
        self.text.selectAll()
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)

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
