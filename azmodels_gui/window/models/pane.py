# SPDX-License-Identifier: MIT
"""What a tab of the details is made of: headings, paragraphs, figures, notes, tables of figures."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QEvent, QModelIndex, QPoint, QRect, QSize, Qt, QUrl, Signal, Slot
from PySide6.QtGui import QColor, QFontMetrics, QHelpEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QGridLayout,
    QHeaderView,
    QLabel,
    QScrollArea,
    QSizePolicy,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QToolButton,
    QToolTip,
    QTreeView,
    QWidget,
)

from azmodels_gui.answers.answer import Answer, Qualifier, Row, Status, all_sources
from azmodels_gui.catalog.fact_dates import claims_told
from azmodels_gui.catalog.facts import Conflict
from azmodels_gui.language.words import NN_, tr, trn
from azmodels_gui.sheets.answer_cells import label, text
from azmodels_gui.sheets.remarks import about_told
from azmodels_gui.window.model_index import Index, tool_tip
from azmodels_gui.window.models.answer_cells import time_left_tone
from azmodels_gui.window.models.cell_context import Chip, OnShow, dated_claims
from azmodels_gui.window.models.fact_tree import FactGroup, FactRow, FactTreeModel
from azmodels_gui.window.theme import NOTE_PT, SPACE_M, SPACE_S, SPACE_XS, TARGET_PX, Theme, Tone
from azmodels_gui.window.widgets.chip_painter import ChipStrip
from azmodels_gui.window.widgets.layouts import column
from azmodels_gui.window.widgets.link_label import LinkLabel
from azmodels_gui.window.widgets.texts import (
    plain_label,
    scaled,
    set_text_colour,
    text_colour,
    without_mnemonic,
)

TEXT_MARGIN_PX = 3
"""What Fusion leaves free on each side of a cell's text."""


class _LineDelegate(QStyledItemDelegate):
    """Colours a line by its tone, sets headings bold, keeps tips plain text."""

    def __init__(self, theme: Theme, view: "FactTreeView") -> None:
        super().__init__(view)
        self._theme, self._view = theme, view
        tokens = theme.tokens
        self._colours = {tone.value: QColor(text_colour(tone, tokens)) for tone in Tone}
        self._colours[""] = QColor(tokens.text)
        self._line = QColor(tokens.border)

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        super().initStyleOption(option, index)
        tone = index.data(FactTreeModel.TONE_ROLE) or ""
        palette = option.palette
        named = index.column() == 0
        colour = self._colours[""] if named and tone == Tone.GOOD else self._colours[tone]
        palette.setColor(palette.ColorRole.Text, colour)
        palette.setColor(palette.ColorRole.HighlightedText, colour)
        option.palette = palette
        if named and index.model().hasChildren(index):
            option.font.setBold(True)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        super().paint(painter, option, index)
        rect: QRect = option.rect
        painter.setPen(self._line)
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Measure the text alone: Qt would ask for colours and fonts of every line first."""
        words = _width(str(index.data() or ""), option.fontMetrics)
        return QSize(words, self._view.line_height(index))

    def helpEvent(
        self,
        event: QHelpEvent,
        view: QAbstractItemView,
        option: QStyleOptionViewItem,
        index: Index,
    ) -> bool:
        tip = index.data(Qt.ItemDataRole.ToolTipRole) if index.isValid() else ""
        text = str(index.data() or "") if index.isValid() else ""
        QToolTip.showText(event.globalPos(), tool_tip("\n".join(filter(None, (text, tip)))), view)
        return True


def _width(text: str, metrics: QFontMetrics) -> int:
    """Return what a cell needs in pixels to show a text on one line."""
    return metrics.horizontalAdvance(text) + 2 * TEXT_MARGIN_PX + SPACE_XS


def _shared(least: Sequence[int], wished: Sequence[int], room: int) -> list[int]:
    """Return the widths of columns: what they wish, the first one more, or each a part of it.

    Where not even the longest words fit, it is the names in the first column that are cut.
    """
    spare = room - sum(least)
    if sum(wished) <= room:
        return [room - sum(wished[1:]), *wished[1:]]
    if spare < 0:
        return [max(least[0] + spare, 0), *least[1:]]
    asked = sum(wished) - sum(least)
    return [low + spare * (high - low) // asked for low, high in zip(least, wished, strict=True)]


class FactTreeView(QTreeView):
    """Grows with its lines: the pane around it scrolls.

    Where the pane is too narrow for its columns, long texts take several lines.

    Signals:
        line_reached: the keyboard's line, as a point on the screen.
    """

    line_reached = Signal(QPoint)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._wraps = False
        self._figures = FactTreeModel(self)
        self.setModel(self._figures)
        self.setItemDelegate(_LineDelegate(theme, self))
        self.setFrameShape(QTreeView.Shape.NoFrame)
        self.setWordWrap(True)
        self.setIndentation(12)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.header().setSectionsMovable(False)
        self.header().setStretchLastSection(False)
        self.expanded.connect(self._fit)
        self.collapsed.connect(self._fit)
        self.selectionModel().currentChanged.connect(self._on_current_changed)

    @property
    def figures(self) -> FactTreeModel:
        """The lines on show."""
        return self._figures

    def show_groups(self, headers: Sequence[str], groups: Sequence[FactGroup]) -> None:
        """Show other figures."""
        self._figures.set_groups(headers, groups)
        self.header().setHidden(not any(headers))
        self.header().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setRootIsDecorated(any(group.rows for group in groups))
        for row, group in enumerate(groups):
            # A heading without figures of its own may use the whole line.
            self.setFirstColumnSpanned(row, QModelIndex(), len(group.head.cells) == 1)
            self.setExpanded(self._figures.index(row, 0), group.opened)
        self._share_out()

    def line_height(self, index: Index) -> int:
        """Return the height of a line in pixels."""
        height = self.fontMetrics().height()
        if self._wraps:
            cells = self._figures.row_at(index).cells
            height = max(height, *(self._wrapped_height(at, cells) for at in range(len(cells))))
        return max(height + 7, TARGET_PX)

    def _wrapped_height(self, at: int, cells: Sequence[str]) -> int:
        room = self.viewport().width() if len(cells) == 1 else self.columnWidth(at)
        room -= 2 * TEXT_MARGIN_PX + (0 if at else self._indent)
        flags = int(Qt.TextFlag.TextWordWrap)
        return (
            self.fontMetrics().boundingRect(0, 0, max(room, 1), 10_000, flags, cells[at]).height()
        )

    @property
    def _indent(self) -> int:
        return 2 * self.indentation() if self.rootIsDecorated() else 0

    def _share_out(self) -> None:
        """Give each column what its texts need, or where that is too much its part of the room."""
        header, room = self.header(), self.viewport().width()
        # A heading without figures of its own stands on the whole line.
        lines = [cells for cells in self._figures.lines() if len(cells) > 1]
        wished, least = [], []
        for at in range(len(self._figures.headers)):
            texts = {cells[at] for cells in lines if at < len(cells)}
            indent = 0 if at else self._indent
            heading = 0 if header.isHidden() else header.sectionSizeHint(at)
            wished.append(max(heading, self._widest(texts) + indent))
            words = {word for text in texts for word in text.split(" ")}
            least.append(max(heading, self._widest(words) + indent))
        self._wraps = sum(wished) > room
        self.setUniformRowHeights(not self._wraps)
        for at, width in enumerate(_shared(least, wished, room)):
            header.resizeSection(at, width)
        self.scheduleDelayedItemsLayout()
        self._fit()

    def _widest(self, texts: set[str]) -> int:
        metrics = self.fontMetrics()
        return max((_width(text, metrics) for text in texts), default=0)

    @Slot(QModelIndex, QModelIndex)
    def _on_current_changed(self, current: QModelIndex, _previous: QModelIndex) -> None:
        centre = self.visualRect(current).center()
        self.line_reached.emit(self.viewport().mapToGlobal(centre))

    @Slot()
    def _fit(self) -> None:
        model = self._figures
        heads = [model.index(row, 0) for row in range(model.rowCount())]
        opened = (head for head in heads if self.isExpanded(head))
        below = (
            model.index(row, 0, head) for head in opened for row in range(model.rowCount(head))
        )
        lines = [*heads, *below]
        header = 0 if self.header().isHidden() else self.header().sizeHint().height()
        self.setFixedHeight(sum(map(self.line_height, lines)) + header + 2)

    # Qt overrides

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._share_out()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._share_out()


def _claims(conflict: Conflict, shown: OnShow) -> FactRow:
    """Return what each source says on one line, with titles and dates as a tip."""
    told = " / ".join(claims_told(conflict, shown.context.language))
    tip = "\n".join(dated_claims(conflict, shown.context))
    return FactRow((about_told(conflict.about, shown.order), told), tip, "warn")


_CONFLICTS = NN_("{count} conflict of sources", "{count} conflicts of sources")
SPELLED_OUT = 4
"""Conflicts of one kind that fit into a note; more become a table."""


@dataclass(frozen=True)
class Fact:
    """A figure with its name, and where it comes from."""

    name: str
    text: str
    tip: str = ""
    """Source and date, shown on hover."""
    tone: Tone = Tone.PLAIN


class NoteBox(QWidget):
    """A paragraph on amber: a conflict, an expired price, a warning."""

    def __init__(self, text: str, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.text = plain_label(text, selectable=True)
        set_text_colour(self.text, theme.tokens.inks[Tone.WARN].text)
        column(self.text, within=self, edges=(SPACE_S, SPACE_S - 2, SPACE_S, SPACE_S - 2))

    def paintEvent(self, event: QPaintEvent) -> None:
        ink = self._theme.tokens.inks[Tone.WARN]
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QColor(ink.edge))
        painter.setBrush(QColor(ink.fill))
        painter.drawRoundedRect(self.rect().toRectF().adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)


class Fold(QWidget):
    """One line that unfolds what stands below it."""

    def __init__(self, title: str, theme: Theme) -> None:
        super().__init__()
        self._title = title
        self.button = QToolButton()
        self.content = QWidget()
        self.column = column(within=self.content, gap=SPACE_S)
        button = self.button
        button.setCheckable(True)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        button.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        button.setAccessibleName(title)
        button.setToolTip(tool_tip(title))
        palette = button.palette()
        palette.setColor(palette.ColorRole.ButtonText, QColor(theme.tokens.inks[Tone.WARN].text))
        button.setPalette(palette)
        column(button, self.content, within=self, gap=SPACE_XS)
        button.toggled.connect(self._show)
        self._show(shown=False)

    @Slot(bool)
    def _show(self, shown: bool) -> None:
        arrow = Qt.ArrowType.DownArrow if shown else Qt.ArrowType.RightArrow
        self.button.setArrowType(arrow)
        self.content.setVisible(shown)

    # Qt overrides

    def resizeEvent(self, event: QResizeEvent) -> None:
        room = self.width() - self.button.iconSize().width() - 3 * SPACE_S
        words = self.fontMetrics().elidedText(self._title, Qt.TextElideMode.ElideRight, room)
        self.button.setText(without_mnemonic(words))
        super().resizeEvent(event)


class Pane(QScrollArea):
    """Subclasses say their `key` and `words`, and fill the pane from an entry.

    Signals:
        link_asked: a `QUrl` the user wants to open.
    """

    key = ""
    words = ""
    """What the tab is called, English source text."""
    link_asked = Signal(QUrl)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._fresh_body()
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def title(self) -> str:
        """Return what the tab is called in the language on show."""
        return tr(self.words)

    def fill(self, shown: OnShow) -> None:
        """Add the contents for an entry to the empty pane."""
        raise NotImplementedError

    def show_entry(self, shown: OnShow) -> None:
        """Replace the contents."""
        self._replace(partial(self.fill, shown))

    def _replace(self, fill: Callable[[], None]) -> None:
        """Replace the contents by what is added now."""
        self._fresh_body()
        if not self.isVisible():  # there is no width yet for which it could be laid out
            self.setWidget(self._body)
        fill()
        self._column.addStretch(1)
        self.setWidget(self._body)  # on show only now: else each label is laid out by itself

    def texts(self) -> list[str]:
        """Return every text on show, top to bottom; for copying and for tests."""
        return [label.text() for label in self._body.findChildren(QLabel)]

    def _fresh_body(self) -> None:
        body = QWidget(self.viewport(), visible=False)
        body.setAutoFillBackground(True)
        body.setBackgroundRole(body.palette().ColorRole.Base)
        edges = (SPACE_M, SPACE_S, SPACE_M, SPACE_M)
        self._column = column(within=body, gap=SPACE_S, edges=edges)
        self._body = body

    @property
    def _inside(self) -> QWidget | None:
        """What the next part stays in: see `MainWindow._build`."""
        return self._column.parentWidget()

    def add_heading(self, text: str) -> None:
        """Add a small heading."""
        label = plain_label(text, self._inside)
        font = scaled(self.font(), NOTE_PT, bold=True)
        font.setCapitalization(font.Capitalization.AllUppercase)
        label.setFont(font)
        label.setContentsMargins(0, SPACE_XS, 0, 0)
        set_text_colour(label, self._theme.tokens.muted)
        self._column.addWidget(label)

    def add_paragraph(self, text: str, tip: str = "", tone: Tone = Tone.PLAIN) -> None:
        """Add a text, in plain letters whatever it holds."""
        label = plain_label(text, self._inside, selectable=True)
        label.setToolTip(tool_tip(tip))
        set_text_colour(label, text_colour(tone, self._theme.tokens))
        self._column.addWidget(label)

    def add_note(self, text: str) -> None:
        """Add a note on amber."""
        self._column.addWidget(NoteBox(text, self._theme))

    def add_conflicts(self, shown: OnShow, *about: str) -> None:
        """Add a note for the disagreements about some facts, by the start of their names."""
        self.add_disagreements(shown, shown.conflicts(*about))

    def add_disagreements(self, shown: OnShow, found: Iterable[Conflict]) -> None:
        """Add one line that unfolds notes, each for all conflicts of one kind."""
        alike: dict[tuple[str, tuple[str, ...]], list[Conflict]] = {}
        for conflict in found:
            note = shown.text(conflict.note) if conflict.note else ""
            alike.setdefault((note, conflict.regions), []).append(conflict)
        if not alike:
            return
        about = [about_told(each.about, shown.order) for kind in alike.values() for each in kind]
        count = trn(_CONFLICTS, len(about), shown.number(len(about)))
        fold = Fold(f"{count}: {', '.join(dict.fromkeys(about))}", self._theme)
        self._column.addWidget(fold)
        outside, self._column = self._column, fold.column
        for (note, regions), conflicts in alike.items():
            self._add_disagreement((note, shown.region_names(regions)), conflicts, shown)
        self._column = outside

    def _add_disagreement(
        self, told: Iterable[str], conflicts: Sequence[Conflict], shown: OnShow
    ) -> None:
        """Add a note; many conflicts of one kind below it as a table."""
        many = len(conflicts) > SPELLED_OUT
        lines = [tr("The sources disagree:"), *told]
        for conflict in () if many else conflicts:
            lines.append(about_told(conflict.about, shown.order))
            lines += [f"• {claim}" for claim in dated_claims(conflict, shown.context)]
        self.add_note("\n".join(line for line in lines if line))
        if many:
            rows = tuple(_claims(conflict, shown) for conflict in conflicts)
            head = FactRow((tr("{count} contradicting figures").format(count=len(rows)),))
            self.add_table(head.cells[0], ("", ""), [FactGroup(head, rows)])

    def add_chips(self, chips: Sequence[Chip]) -> None:
        """Add chips in as many lines as they need."""
        self._column.addWidget(ChipStrip(chips, self._theme))

    def add_facts(self, facts: Sequence[Fact]) -> None:
        """Add figures with their names on the left."""
        grid = QGridLayout()
        grid.setHorizontalSpacing(SPACE_M)
        grid.setVerticalSpacing(SPACE_XS)
        grid.setColumnStretch(0, 2)
        grid.setColumnStretch(1, 3)
        for row, fact in enumerate(facts):
            name = plain_label(fact.name, self._inside)
            text = plain_label(fact.text, self._inside, selectable=True)
            set_text_colour(name, self._theme.tokens.muted)
            set_text_colour(text, text_colour(fact.tone, self._theme.tokens))
            text.setAccessibleName(f"{fact.name}: {fact.text}")
            for each in (name, text):
                each.setToolTip(tool_tip(fact.tip))
                each.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
            grid.addWidget(name, row, 0)
            grid.addWidget(text, row, 1)
        self._column.addLayout(grid)

    def add_table(
        self, name: str, headers: Sequence[str], groups: Sequence[FactGroup]
    ) -> FactTreeView:
        """Add a table of figures under headings that fold, and return it."""
        view = FactTreeView(self._theme)
        view.setAccessibleName(name)
        view.show_groups(headers, groups)
        view.line_reached.connect(self._on_line_reached)
        self._column.addWidget(view)
        return view

    def add_link(self, text: str, url: str) -> None:
        """Add a title that opens a page; any other scheme than https is only text."""
        if not url.startswith("https://"):
            self.add_paragraph(text)
            return
        link = LinkLabel(text, url, self._theme.tokens)
        link.link_asked.connect(self.link_asked)
        self._column.addWidget(link)

    @Slot(QPoint)
    def _on_line_reached(self, at: QPoint) -> None:
        """Scroll so that the keyboard's line is visible: the table itself never scrolls."""
        inside = self._body.mapFromGlobal(at)
        self.ensureVisible(0, inside.y(), 0, 2 * SPACE_M)


_TONES = {"past": Tone.BAD, "soon": Tone.WARN, "muted": Tone.MUTED}


def facts(rows: Iterable[Row], shown: OnShow, tone: Tone | None = None) -> Iterator[Fact]:
    """Yield a fact for each row about the entry on show that applies to it.

    Args:
        rows: about this entry alone.
        shown: the words and figures of the window.
        tone: for all of them; None: as each deserves.
    """
    for row in rows:
        (answer,) = row.answers
        if answer.status is Status.DOES_NOT_APPLY:
            continue
        name, told = label(row.label, shown.order), text(answer, shown.order)
        yield Fact(name, told, tip(answer, shown), tone or _tone(row))


def tip(answer: Answer, shown: OnShow) -> str:
    """Return what an answer depends on, and its sources."""
    note = "" if answer.note is None else shown.text(answer.note)
    return "\n".join(filter(None, (note, shown.tip(*all_sources(answer)))))


def _tone(row: Row) -> Tone:
    (answer,) = row.answers
    if row.key == "days_left":
        return _TONES.get(time_left_tone(answer, retired=False), Tone.PLAIN)
    if answer.warns:
        return Tone.BAD if Qualifier.PAST in answer.qualifiers else Tone.WARN
    quiet = answer.status not in (Status.KNOWN, Status.DISPUTED)
    return Tone.MUTED if quiet or Qualifier.SECONDARY in answer.qualifiers else Tone.PLAIN
