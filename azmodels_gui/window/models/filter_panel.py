# SPDX-License-Identifier: MIT
"""Everything the table can be filtered by, left of it: facets, switches, ranges of figures."""

import re
from collections.abc import Callable
from datetime import date
from decimal import Decimal

from msgspec.structs import replace
from PySide6.QtCore import QEvent, QObject, QSignalBlocker, Qt, Signal, Slot
from PySide6.QtWidgets import QCheckBox, QLabel, QLineEdit, QToolButton, QWidget

from azmodels_gui.catalog.fact_dates import days_later
from azmodels_gui.catalog.query import RANGES, CatalogQuery, Figure, Measure, RangeSpec
from azmodels_gui.language import figures
from azmodels_gui.language.words import NN_, counted, tr
from azmodels_gui.window import formats
from azmodels_gui.window.models.facet_tree import FacetTreeModel
from azmodels_gui.window.models.facet_view import FacetView
from azmodels_gui.window.theme import SPACE_S, SPACE_XS, Theme, Tone
from azmodels_gui.window.widgets.layouts import FlowLayout, column, row
from azmodels_gui.window.widgets.texts import set_text_colour

DAYS_AHEAD = (90, 180, 365)
"""So many days from today a retirement may be asked for with one click."""
_DAYS_LEFT = NN_("{count} day", "{count} days")
_DAYS = "07/2027, 31.07.2027, 2027-07-31"
_LARGEST = Decimal(10) ** 12
_LONGEST = 24
_SUFFIX = {"": 1, "k": 1_000, "t": 1_000, "m": 1_000_000, "mio": 1_000_000}
_NUMBER = re.compile(r"(?P<figure>[0-9][0-9.,  ]*)\s*(?P<suffix>[a-z]*)\.?", re.IGNORECASE)


def read_number(text: str, language: str, *, whole: bool = False) -> Decimal | None:
    """Return what somebody typed as a number: `128000`, `128k`, `1,5 Mio.`; None if it is none.

    Commas and points mean what they mean in the language on show.

    Args:
        text: as typed.
        language: code of the language.
        whole: the number has no parts once its suffix is counted in.
    """
    match = _NUMBER.fullmatch(text.strip()[:_LONGEST])
    if match is None or match["suffix"].casefold() not in _SUFFIX:
        return None
    factor = _SUFFIX[match["suffix"].casefold()]
    number = figures.read_number(match["figure"], language, whole=whole and factor == 1)
    if number is None:
        return None
    number *= factor
    if number >= _LARGEST or (whole and number % 1):
        return None
    return number


class RangeField(QWidget):
    """From and to, or one bound alone; takes effect while typing.

    What is no figure, or could be two, is marked, says why, and counts as what stood there before
    typing: "1,000" was 1 on the way.

    Signals:
        range_changed: the lowest and the highest figure, None for an open end.
    """

    range_changed = Signal(object, object)

    def __init__(
        self, spec: RangeSpec, theme: Theme, language: str, parent: QWidget | None = None
    ) -> None:
        """Make it.

        Args:
            spec: what is asked for.
            theme: the look.
            language: in which figures are written.
            parent: what it is in.
        """
        super().__init__(parent)
        self._spec = spec
        self._theme = theme
        self._language = language
        self._before: list[Figure | None] = [None, None]
        self._told: tuple[Figure | None, Figure | None] = (None, None)
        self.low = QLineEdit(self)
        self.high = QLineEdit(self if spec.high is not None else None)
        self.fields = (self.low,) if spec.high is None else (self.low, self.high)
        self._build()
        self._take_look()

    def in_tab_order(self) -> tuple[QWidget, ...]:
        """Return what takes the keyboard, from left to right."""
        return self.fields

    def set_range(self, low: Figure | None, high: Figure | None) -> None:
        """Show a range, without a signal; a field that means the same keeps its letters."""
        if self._told == (low, high):
            return
        self._told = low, high
        for at, (field, figure) in enumerate(zip(self.fields, (low, high), strict=False)):
            if self._is_wrong(field) and figure == self._before[at]:
                continue  # it is being typed
            if figure is None and not field.text().strip():
                continue
            if figure is None or self._read(field) != figure:
                field.setText("" if figure is None else self._written(figure))
                self._before[at] = figure
        self._mark()

    def _build(self) -> None:
        line = row(gap=SPACE_XS)
        self._column = column(line, within=self, gap=SPACE_XS, edges=(0, 0, SPACE_S, SPACE_XS))
        self.label = QLabel(tr(self._spec.label), self)
        self.label.setVisible(bool(self._spec.label))
        line.addWidget(self.label)
        heading = tr(self._spec.heading)
        for field in self.fields:
            field.setMaxLength(_LONGEST)
            field.setMinimumWidth(40)
            hint = self._hint(field)
            field.setPlaceholderText(hint)
            field.setAccessibleName(f"{heading}: {hint}")
            line.addWidget(field, 1)
            field.textEdited.connect(self._on_edited)
            field.installEventFilter(self)

    def _hint(self, field: QLineEdit) -> str:
        if self._spec.measure is Measure.DAY:
            return tr("MM/YYYY or day")
        return tr("from") if field is self.low else tr("to")

    def _figures(self) -> tuple[Figure | None, Figure | None]:
        """Return both ends; of a field that is wrong, the one from before."""
        found = [
            self._before[at] if self._is_wrong(field) else self._read(field)
            for at, field in enumerate(self.fields)
        ]
        return found[0], found[1] if len(found) > 1 else None

    @Slot()
    def _on_edited(self) -> None:
        self._mark()
        found = self._figures()
        if found != self._told:
            self._told = found
            self.range_changed.emit(*found)

    def _is_wrong(self, field: QLineEdit) -> bool:
        return bool(field.text().strip()) and self._read(field) is None

    def _read(self, field: QLineEdit) -> Figure | None:
        measure = self._spec.measure
        if measure is Measure.DAY:
            return figures.read_last_day(field.text(), self._language)
        found = read_number(field.text(), self._language, whole=measure is Measure.TOKENS)
        return int(found) if found is not None and measure is Measure.TOKENS else found

    def _written(self, figure: Figure) -> str:
        if isinstance(figure, date):
            return formats.day(figure, self._language)
        return formats.number(figure, self._language)

    def _fault(self, field: QLineEdit) -> str:
        if self._spec.measure is Measure.DAY:
            return tr("A day or a month is written as {example}.").format(example=_DAYS)
        whole = self._spec.measure is Measure.TOKENS
        return figures.number_fault(field.text(), self._language, whole=whole).told(self._language)

    def _mark(self) -> None:
        tokens = self._theme.tokens
        for field in self.fields:
            wrong = self._is_wrong(field)
            set_text_colour(field, tokens.inks[Tone.BAD].text if wrong else tokens.text)
            told = self._fault(field) if wrong else ""
            field.setToolTip(told)
            field.setAccessibleDescription(told)

    def _take_look(self) -> None:
        set_text_colour(self.label, self._theme.tokens.muted)
        self._mark()

    # Qt overrides

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusIn:
            self._before = list(self._figures())
        return super().eventFilter(watched, event)


class DayField(RangeField):
    """A day or month to type, and days that lie so far ahead to choose."""

    def __init__(
        self,
        spec: RangeSpec,
        theme: Theme,
        language: str,
        today: Callable[[], date],
        parent: QWidget | None = None,
    ) -> None:
        """Make it; `today` is asked when somebody chooses a day from there."""
        super().__init__(spec, theme, language, parent)
        self._today = today
        self.ahead = tuple(QToolButton(self) for _ in DAYS_AHEAD)
        flow = FlowLayout(gap_px=SPACE_XS)
        for days, button in zip(DAYS_AHEAD, self.ahead, strict=True):
            button.setText(counted(_DAYS_LEFT, days, language))
            button.setAccessibleName(f"{tr(spec.heading)}: {button.text()}")
            button.setProperty("days", days)
            button.setProperty("kind", "quiet")
            button.setCheckable(True)
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            button.toggled.connect(self._on_ahead)
            flow.addWidget(button)
        self._column.addLayout(flow)

    def in_tab_order(self) -> tuple[QWidget, ...]:
        """Return what takes the keyboard: the field, then the days to choose."""
        return (*self.fields, *self.ahead)

    def set_range(self, low: Figure | None, high: Figure | None) -> None:
        """Show a day, and whether it is one of those to choose."""
        super().set_range(low, high)
        for days, button in zip(DAYS_AHEAD, self.ahead, strict=True):
            with QSignalBlocker(button):  # shown, not chosen: it must not ask for another range
                button.setChecked(low == days_later(self._today(), days))

    @Slot(bool)
    def _on_ahead(self, chosen: bool) -> None:
        days = self.sender().property("days")
        self.range_changed.emit(days_later(self._today(), days) if chosen else None, None)


LEAST_PX = 180


class FilterPanel(QWidget):
    """Facets, ranges and switches; all of them show one query.

    Signals:
        query_asked: the query after the user changed something here.
    """

    query_asked = Signal(object)

    def __init__(
        self,
        facets: FacetTreeModel,
        theme: Theme,
        language: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._facets = facets
        self._query = CatalogQuery()
        self.usable, self.newest = QCheckBox(self), QCheckBox(self)
        self.listed = QCheckBox(self)
        self.finder = QLineEdit(self, clearButtonEnabled=True)
        self.view = FacetView(facets, theme, self)
        rows = self.view.viewport()
        self.ranges = {
            spec.asked: DayField(spec, theme, language, facets.today, rows)
            if spec.measure is Measure.DAY
            else RangeField(spec, theme, language, rows)
            for spec in RANGES.values()
        }
        self._build()
        self.usable.setText(tr("Only &usable"))
        self.usable.setToolTip(tr("Without what is retired or past its retirement date"))
        self.newest.setText(tr("&Newest version only"))
        self.listed.setText(tr("&What we may deploy"))
        self.listed.setToolTip(
            tr(
                "Listed in the client's subscription, in the place asked for, whatever is "
                "published. That says nothing of capacity."
            )
        )
        self.listed.hide()
        self.finder.setPlaceholderText(tr("Find a filter ..."))
        self.finder.setAccessibleName(tr("Find a filter"))
        self._connect()

    def set_query(self, query: CatalogQuery) -> None:
        """Show a query, without a signal."""
        self._query = query
        self._facets.set_query(query)
        self.usable.setChecked(query.usable_only)
        self.newest.setChecked(query.newest_only)
        self.listed.setChecked(query.listed_only)
        for asked, field in self.ranges.items():
            field.set_range(*RANGES[asked].asked_by(query))

    def offer_listed(self, offered: bool) -> None:
        """Offer what a client's subscription lists, where one told it."""
        self.listed.setVisible(offered)

    def in_tab_order(self) -> tuple[QWidget, ...]:
        """Return what takes the keyboard, top to bottom."""
        stops = (stop for field in self.ranges.values() for stop in field.in_tab_order())
        return (self.finder, self.usable, self.newest, self.listed, self.view, *stops)

    def _build(self) -> None:
        self.setObjectName("filter_panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        boxes = column(self.usable, self.newest, self.listed)
        inner = column(self.finder, boxes, gap=SPACE_XS, edges=(SPACE_S, 0, SPACE_S, 0))
        own = column(
            inner, (self.view, 1), within=self, gap=SPACE_S, edges=(0, SPACE_S, 0, SPACE_S)
        )
        own.addStrut(LEAST_PX)  # and wider where larger type needs it
        labels = [field.label for field in self.ranges.values() if field.label.text()]
        for label in labels:
            label.setMinimumWidth(max(each.sizeHint().width() for each in labels))
        for asked, field in self.ranges.items():
            self.view.stand(asked, field)

    def _connect(self) -> None:
        self.usable.toggled.connect(self._on_usable)
        self.newest.toggled.connect(self._on_newest)
        self.listed.toggled.connect(self._on_listed)
        self.finder.textChanged.connect(self.view.seek)
        self._facets.query_changed.connect(self._on_facets)
        for field in self.ranges.values():
            field.range_changed.connect(self._on_range)

    def _ask(self, query: CatalogQuery) -> None:
        if query != self._query:
            self.query_asked.emit(query)

    @Slot(bool)
    def _on_usable(self, usable: bool) -> None:
        self._ask(replace(self._query, usable_only=usable))

    @Slot(bool)
    def _on_newest(self, newest: bool) -> None:
        self._ask(replace(self._query, newest_only=newest))

    @Slot(bool)
    def _on_listed(self, listed: bool) -> None:
        self._ask(replace(self._query, listed_only=listed))

    @Slot(object)
    def _on_facets(self, checked: CatalogQuery) -> None:
        self._ask(checked)

    @Slot(object, object)
    def _on_range(self, low: Figure | None, high: Figure | None) -> None:
        for asked, field in self.ranges.items():
            if field is self.sender():
                bounds = RANGES[asked].bounds
                ends = {bound.field: end for bound, end in zip(bounds, (low, high), strict=False)}
                self._ask(replace(self._query, **ends))
