# SPDX-License-Identifier: MIT
"""The user guide that comes with the program: read beside the window, without a network."""

import re
from collections.abc import Iterable

from PySide6.QtCore import QPoint, QSignalBlocker, Qt, Slot
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut, QTextCursor
from PySide6.QtWidgets import QDialog, QLineEdit, QTextBrowser, QToolButton, QWidget

from azmodels_gui import resources_folder
from azmodels_gui.language.words import ENGLISH, tr
from azmodels_gui.window.help_dialogs import Section
from azmodels_gui.window.theme import SPACE_L, SPACE_M, SPACE_S, Theme
from azmodels_gui.window.widgets.layouts import column, row

FOLDER = resources_folder() / "guide"
OPENS_AT = {
    "models": "region",
    "regions": "where",
    "calculator": "cost",
    "compare": "compare",
    "guide": "find",
    "news": "end",
    "client": "client",
}
"""Where the guide tells of each page."""
_HEADING = re.compile(r"^(#+ )(.+) \{#(\w+)\}$", re.MULTILINE)
_KEYS = "<!-- keys -->"
PICTURE = "\N{OBJECT REPLACEMENT CHARACTER}"
_NO_HEAD = re.compile(r"<thead>\s*<tr>\s*(<th></th>\s*)+</tr>\s*</thead>")
_LOOK = """
a {{ color: {accent} }}
p, li, td {{ line-height: 125% }}
p.picture {{ line-height: 100% }}
li {{ margin-top: 4px }}
pre {{ white-space: pre-wrap }}
"""
_SIZE_PX = (820, 720)
_PICTURE_PX = 740


def guide_text(language: str) -> str:
    """Return the guide as Markdown, in English where the language has none."""
    paths = (FOLDER / f"{each}.md" for each in (language, ENGLISH))
    return next(path for path in paths if path.is_file()).read_text(encoding="utf-8")


def guide_html(language: str, keys: Iterable[Section] = ()) -> str:
    """Return the guide as HTML that `QTextBrowser` shows; its headings are anchors.

    Args:
        language: its code.
        keys: put in where the guide tells of keys: they are those of the program and the system.
    """
    from markdown_it import MarkdownIt  # late: nothing of a start reads the guide

    text = guide_text(language).replace(_KEYS, "\n\n".join(map(_table, keys)))
    anchors = iter(anchor for *_, anchor in _HEADING.findall(text))
    # An HTML of our own would be one more thing to keep right; only anchors and widths are added.
    html = MarkdownIt("commonmark").enable("table").render(_HEADING.sub(r"\1¶\2", text))
    html = re.sub(r"(<h\d>)¶", lambda tag: f'{tag[1]}<a name="{next(anchors)}"></a>', html)
    html = _NO_HEAD.sub("", html).replace(
        "<p><img ", f'<p class="picture"><img width="{_PICTURE_PX}" '
    )
    return html.replace("<table>", '<table cellpadding="4">').replace("<th>", '<th align="left">')


def _table(section: Section) -> str:
    lines = (f"| **{keys.replace('|', '&#124;')}** | {words} |" for keys, words in section.lines)
    return "\n".join((f"**{section.heading}**", "", "| | |", "|---|---|", *lines))


class GuideText(QTextBrowser):
    """The text; pictures are never wider than it is."""

    def fit_pictures(self) -> None:
        """Give every picture the width that there is, up to its usual one."""
        margins = 2 * self.document().documentMargin()
        width = min(_PICTURE_PX, self.viewport().width() - margins)
        cursor = QTextCursor(self.document())
        for place in self._pictures():
            cursor.setPosition(place)
            cursor.movePosition(
                QTextCursor.MoveOperation.NextCharacter, QTextCursor.MoveMode.KeepAnchor
            )
            picture = cursor.charFormat().toImageFormat()
            picture.setWidth(width)
            cursor.setCharFormat(picture)

    def _pictures(self) -> list[int]:
        """Return where the pictures stand: each is one character."""
        found, cursor = [], self.document().find(PICTURE)
        while not cursor.isNull():
            found.append(cursor.selectionStart())
            cursor = self.document().find(PICTURE, cursor)
        return found

    # Qt overrides

    def resizeEvent(self, event: QResizeEvent) -> None:
        read = self.cursorForPosition(QPoint())
        super().resizeEvent(event)
        if event.size().width() == event.oldSize().width():
            return
        self.fit_pictures()
        bar = self.verticalScrollBar()  # what was read stays where it was
        bar.setValue(bar.value() + self.cursorRect(read).top())


class UserGuide(QDialog):
    """The guide with a field to find words in it; the window goes on meanwhile."""

    def __init__(
        self,
        language: str,
        theme: Theme,
        keys: Iterable[Section] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName("user_guide")
        self.setWindowTitle(tr("User guide"))
        self.text = GuideText()
        self.text.setOpenLinks(False)  # it has links to its own headings alone
        self.text.setSearchPaths([str(FOLDER)])
        self.text.document().setDocumentMargin(SPACE_L)
        self.text.document().setDefaultStyleSheet(_LOOK.format(accent=theme.tokens.accent))
        self.text.setHtml(guide_html(language, keys))
        self.text.setAccessibleName(tr("User guide"))
        self.sought = QLineEdit()
        self.sought.setPlaceholderText(tr("Find in the guide ..."))
        self.sought.setAccessibleName(tr("Find in the guide"))
        self.sought.setClearButtonEnabled(True)
        contents = QToolButton()
        contents.setText(tr("Contents"))
        bar = row(contents, (self.sought, 1), gap=SPACE_S)
        column(bar, (self.text, 1), within=self, gap=SPACE_M, edges=(SPACE_M,) * 4)
        room = self.screen().availableSize()
        self.resize(min(_SIZE_PX[0], room.width()), min(_SIZE_PX[1], room.height() * 9 // 10))
        self.text.anchorClicked.connect(lambda link: self.go_to(link.fragment()))
        contents.clicked.connect(self._on_contents)
        for keys_of_find in QKeySequence.keyBindings(QKeySequence.StandardKey.Find):
            QShortcut(keys_of_find, self, self._on_find)
        self.sought.textChanged.connect(self._on_text)
        self.sought.returnPressed.connect(self._on_next)

    def go_to(self, anchor: str) -> None:
        """Show a heading."""
        self.text.scrollToAnchor(anchor)

    def place(self) -> str:
        """Return the anchor of the heading over what is read; empty: above the first."""
        block = self.text.cursorForPosition(self.text.viewport().rect().topLeft()).block()
        while block.isValid():
            names = [name for span in block.textFormats() for name in span.format.anchorNames()]
            if names:
                return names[0]
            block = block.previous()
        return ""

    def go_on(self, before: "UserGuide") -> None:
        """Take the place of the guide of the window before; the keyboard stays where it is."""
        alone = Qt.WidgetAttribute.WA_ShowWithoutActivating
        self.setAttribute(alone, not before.isActiveWindow())
        self.setGeometry(before.geometry())
        self.show()
        with QSignalBlocker(self.sought):
            self.sought.setText(before.sought.text())
        self.go_to(before.place())

    @Slot()
    def _on_contents(self) -> None:
        self.text.verticalScrollBar().setValue(0)

    @Slot()
    def _on_find(self) -> None:
        self.sought.setFocus()
        self.sought.selectAll()

    @Slot(str)
    def _on_text(self, text: str) -> None:
        """Go to the first place that has the words; start over where they become others."""
        self.text.moveCursor(QTextCursor.MoveOperation.Start)
        if text.strip():
            self._seek(text)

    @Slot()
    def _on_next(self) -> None:
        self._seek(self.sought.text())

    def _seek(self, text: str) -> None:
        """Go on to the next place; after the last one comes the first."""
        if text.strip() and not self.text.find(text.strip()):
            self.text.moveCursor(QTextCursor.MoveOperation.Start)
            self.text.find(text.strip())
