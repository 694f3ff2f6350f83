# SPDX-License-Identifier: MIT
"""What the window says: counts and dates, what was done, and what went wrong."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Self

from msgspec import Struct
from PySide6.QtCore import QCoreApplication, QEvent, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QPushButton, QSizePolicy, QStatusBar, QToolButton, QWidget

from azmodels_gui.catalog.document import Catalog
from azmodels_gui.catalog.fact_dates import FactDate, FactKind, date_told, dates_told
from azmodels_gui.catalog.faults import UnknownFact, unknown_sentence
from azmodels_gui.catalog.index import CatalogIndex
from azmodels_gui.catalog.loading import goes_beyond, unknown_facts
from azmodels_gui.language.words import N_, tr
from azmodels_gui.window import formats
from azmodels_gui.window.background import LatestTask
from azmodels_gui.window.model_index import tool_tip
from azmodels_gui.window.theme import SPACE_M, SPACE_S, Theme, Tone
from azmodels_gui.window.widgets.layouts import AS_USUAL, row
from azmodels_gui.window.widgets.texts import ElidedLabel, plain_label, set_text_colour, text_colour

AMBER_AFTER_DAYS = 30
RED_AFTER_DAYS = 90
IN_SHORT = (FactKind.AVAILABILITY, FactKind.PRICES)
"""Kinds of facts that the status bar has room for; their oldest one sets the colour."""


class CatalogAge(Struct, frozen=True):
    """Serial and publication of a catalogue, and the dates of its facts."""

    serial: int
    published: date
    today: date
    dates: Mapping[FactKind, FactDate]

    @classmethod
    def of(cls, index: CatalogIndex) -> Self:
        """Return the age of a catalogue on the day it is judged by."""
        catalog = index.catalog
        return cls(catalog.serial, catalog.published, index.today, index.fact_dates)

    @property
    def days(self) -> int:
        """Age of the oldest kind of facts in the status bar."""
        firsts = (self.dates[kind].first_day for kind in IN_SHORT if kind in self.dates)
        return (self.today - min(firsts, default=self.published)).days

    @property
    def from_the_future(self) -> bool:
        """Tell whether it says to be of a later day than today: then no age can be told."""
        return (self.published - self.today).days > 1  # the day begins earlier elsewhere

    @property
    def tone(self) -> Tone:
        """Amber after 30 days, red after 90; amber as well where the day is still to come."""
        if self.from_the_future:
            return Tone.WARN
        if self.days > RED_AFTER_DAYS:
            return Tone.BAD
        return Tone.WARN if self.days > AMBER_AFTER_DAYS else Tone.MUTED

    def short(self, language: str) -> str:
        """Return the dates that the status bar has room for, and their age where it matters."""
        told = dates_told(self.dates, language, IN_SHORT) or self.catalog_line(language)
        if self.from_the_future:
            words = tr("{facts} (published {day}, later than this computer's date)")
            return words.format(facts=told, day=formats.day(self.published, language))
        match self.tone:
            case Tone.BAD:
                words = tr("{facts} ({days} days old: outdated)")
            case Tone.WARN:
                words = tr("{facts} ({days} days old)")
            case _:
                return told
        return words.format(facts=told, days=self.days)

    def lines(self, language: str) -> list[str]:
        """Return the dates of every kind of facts, and which catalogue has them."""
        told = (
            date_told(kind, self.dates[kind], language) for kind in FactKind if kind in self.dates
        )
        return [*told, self.catalog_line(language)]

    def catalog_line(self, language: str) -> str:
        """Return serial and day of publication, which is no date of facts."""
        words = tr("Catalogue {serial}, published {day}")
        return words.format(serial=self.serial, day=formats.day(self.published, language))


Words = Callable[[], str]
"""Returns a text in the language on show."""
MESSAGE_MS = 8_000
NEWS_PX = 200
"""Least width of news, before which counts and dates give way."""
BUTTON_ROOM_PX = 8


class StatusNews(QWidget):
    """News go after a while; what went wrong stays until something else is said.

    Signals:
        more_asked: the `Words` of a text that is cut.
    """

    more_asked = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._words: Words = str
        self.label, self.more = ElidedLabel(), QToolButton()
        self._timer = QTimer(self, singleShot=True, interval=MESSAGE_MS)
        self._timer.timeout.connect(self.clear)
        self.label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        edges = (SPACE_S, 0, SPACE_S, 0)
        line = row((self.label, 1), self.more, within=self, gap=SPACE_S, edges=edges)
        # As high without buttons as with them: the page above must not move for a message.
        line.addStrut(self.fontMetrics().height() + BUTTON_ROOM_PX)
        self.more.clicked.connect(self._on_more)
        self.more.setText(tr("Read all"))
        self.more.setToolTip(tr("Show the whole message above the page"))
        self._show(self._words)

    def text(self) -> str:
        """Return all of the text on show."""
        return self.label.text()

    def say(self, text: str) -> None:
        """Show a piece of news for a while."""
        self._show(lambda: text)
        self._timer.start()

    def say_problem(self, words: Words) -> None:
        """Show what went wrong until something else is said."""
        self._timer.stop()
        self._show(words)

    @Slot()
    def clear(self) -> None:
        """Show nothing."""
        self._timer.stop()
        self._show(str)

    def take_over(self, before: "StatusNews") -> None:
        """Go on saying what another says."""
        self._show(before._words)
        if before._timer.isActive():
            self._timer.start(before._timer.remainingTime())

    def _show(self, words: Words) -> None:
        self._words, text = words, words()
        self.label.setText(text)
        self.label.setToolTip(tool_tip(text) if text else "")
        self._offer_more()

    def _offer_more(self) -> None:
        """Offer the button where the text alone would not fit."""
        text = self.text()
        needed = self.label.fontMetrics().horizontalAdvance(text)
        self.more.setVisible(bool(text) and needed > self.contentsRect().width() - 2 * SPACE_S)
        self.setMinimumWidth(NEWS_PX if text else 0)

    @Slot()
    def _on_more(self) -> None:
        self.more_asked.emit(self._words)

    # Qt overrides

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._offer_more()


class Shown(Struct, frozen=True):
    """What the table shows at the moment."""

    fitting: int = 0
    total: int = 0
    selected: int = 0
    pinned: int = 0
    unknown: int = 0
    """Entries that may fit, for all that is known; not among those that fit."""
    hidden: int = 0
    """Entries that would fit if those that can no longer be used were asked for."""


_TRUSTS = {
    "signed": (N_("signed"), N_("The signature was checked with the public key that is set.")),
    "bundled": (N_("bundled"), N_("This is the catalogue that came with the program.")),
    "revoked": (
        N_("key no longer trusted"),
        N_("This catalogue is not signed by a key that is trusted today."),
    ),
    "unsigned": (
        N_("unsigned"),
        N_("This catalogue carries no signature: its origin was not checked."),
    ),
}
"""By the value of a `Trust`: what is known of the catalogue's origin, and what that means."""


class StatusBar(QStatusBar):
    """Counts on the left, news in the middle, the dates of the facts on the right.

    Signals:
        hidden_asked: what can no longer be used shall be shown as well.
    """

    hidden_asked = Signal()

    def __init__(self, theme: Theme, language: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._language = language
        self._shown = Shown()
        self._age: CatalogAge | None = None
        self._trust = "unsigned"
        self.counts, self.age, self.trust = ElidedLabel(), ElidedLabel(), QLabel()
        self.show_hidden = QToolButton()
        self.show_hidden.setText(tr("Show"))
        self.news = StatusNews()
        self._build()
        self.show_hidden.clicked.connect(self.hidden_asked)

    def show_counts(self, shown: Shown) -> None:
        """Say how many entries there are, fit, are selected and pinned."""
        self._shown = shown
        self._write_counts()

    def show_age(self, age: CatalogAge) -> None:
        """Say how old the facts of the catalogue are."""
        self._age = age
        self._write_age()

    def show_trust(self, trust: str) -> None:
        """Say what is known of the catalogue's origin.

        Args:
            trust: the value of a `Trust`; its module is not needed for a start.
        """
        self._trust = trust
        self._write_trust()

    def insert_before_age(self, widget: QWidget) -> None:
        """Put a widget left of the dates."""
        self.insertPermanentWidget(len((self.counts, self.show_hidden, self.news)), widget)

    def say(self, text: str) -> None:
        """Show a piece of news for a while."""
        self.news.say(text)

    def say_problem(self, words: Words) -> None:
        """Show what went wrong, in the language on show, until something else is said."""
        self.news.say_problem(words)

    def take_over(self, before: "StatusBar") -> None:
        """Go on saying what the bar of another window says."""
        self.show_trust(before._trust)
        self.news.take_over(before.news)

    def write(self) -> None:
        """Write everything again: the look may have changed."""
        self._write_trust()
        self._write_counts()
        self._write_age()
        set_text_colour(self.counts, self._theme.tokens.text)

    def _build(self) -> None:
        self.setSizeGripEnabled(False)
        self.setContentsMargins(SPACE_S, 0, SPACE_S, 0)
        for label in (self.counts, self.age, self.trust):
            label.setTextFormat(Qt.TextFormat.PlainText)
        self.addWidget(self.counts)
        self.addWidget(self.show_hidden)
        self.addWidget(self.news, 1)
        self.addPermanentWidget(self.age)
        self.addPermanentWidget(self.trust)
        self.write()

    def _write_trust(self) -> None:
        words, tip = _TRUSTS.get(self._trust, _TRUSTS["unsigned"])
        self.trust.setText(tr(words))
        self.trust.setToolTip(tr(tip))
        set_text_colour(self.trust, self._theme.tokens.muted)

    def _write_counts(self) -> None:
        shown = self._shown
        parts = [
            tr("{shown} of {total} entries").format(
                shown=formats.number(shown.fitting, self._language),
                total=formats.number(shown.total, self._language),
            )
        ]
        if shown.unknown:
            unknown = formats.number(shown.unknown, self._language)
            parts.append(tr("{count} unknown").format(count=unknown))
        if shown.selected:
            parts.append(tr("{count} selected").format(count=shown.selected))
        if shown.pinned:
            parts.append(tr("{count} pinned").format(count=shown.pinned))
        if shown.hidden:
            hidden = formats.number(shown.hidden, self._language)
            parts.append(tr("{count} retired hidden").format(count=hidden))
            tip = tr("Show what is retired or past its retirement date as well: {count}")
            self.show_hidden.setToolTip(tip.format(count=hidden))
            self.show_hidden.setAccessibleName(tip.format(count=hidden))
        self.show_hidden.setVisible(bool(shown.hidden))
        self.counts.setText(" · ".join(parts))
        self.counts.setToolTip(self.counts.text())
        line = self.layout()
        if line is not None and self.isVisible():
            line.activate()
            # Asked for anew, Qt would paint all of the bar, not only what moves.
            QCoreApplication.removePostedEvents(self, QEvent.Type.LayoutRequest)

    def _write_age(self) -> None:
        age = self._age
        if age is None:
            return
        self.age.setText(age.short(self._language))
        self.age.setToolTip(tool_tip("\n".join(age.lines(self._language))))
        set_text_colour(self.age, text_colour(age.tone, self._theme.tokens))


SHOWN_PLACES = 10


class NewerFacts(QLabel):
    """One sentence, with the places as a tool tip; hidden where all is known."""

    def __init__(self, language: str) -> None:
        super().__init__()
        self._language = language
        self.setTextFormat(Qt.TextFormat.PlainText)
        self._facts: tuple[UnknownFact, ...] = ()
        self._counting = LatestTask(self)
        self._counting.succeeded.connect(self._on_counted)
        self.hide()

    def show_catalog(self, catalog: Catalog) -> None:
        """Count in the background what is not known of a catalogue, if anything may be."""
        self._on_counted(())
        self._counting.drop()
        if goes_beyond(catalog):
            self._counting.ask(lambda: unknown_facts(catalog))

    @Slot(object)
    def _on_counted(self, facts: tuple[UnknownFact, ...]) -> None:
        self._facts = facts
        self.setText(unknown_sentence(len(facts), self._language))
        more = ["…"] if len(facts) > SHOWN_PLACES else []
        self.setToolTip(tool_tip("\n".join([*map(_told, facts[:SHOWN_PLACES]), *more])))
        self.setVisible(bool(facts))


def _told(fact: UnknownFact) -> str:
    return fact.place if fact.word is None else f"{fact.place}: {fact.word}"


Choice = tuple[str, Callable[[], object]]
"""The words of a button, and what it does."""


class MessageBar(QWidget):
    """One message with a sign and a button to close; hidden while there is none."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._words: Words = str
        self.sign, self.text, self.close_button = (
            QLabel(),
            plain_label(selectable=True),
            QToolButton(),
        )
        self.text.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.close_button.setToolTip(tr("Close this message"))
        self.close_button.setAccessibleName(tr("Close this message"))
        self.choices: list[QPushButton] = []
        self._choices = row(gap=AS_USUAL)
        parts = (self.sign, (self.text, 1), self._choices, self.close_button)
        row(*parts, within=self, gap=SPACE_S, edges=(SPACE_M, SPACE_S, SPACE_M, SPACE_S))
        self.close_button.clicked.connect(self.hide)
        self._take_colours()
        # No class may override this slot: Qt would call it after the widget is gone.
        self.hide()

    @Slot(object)
    def show_problem(self, words: Words) -> None:
        """Show what happened, what the user still has, and what to do.

        Args:
            words: returns it in the language on show; asked again in the next window.
        """
        self.ask(words())
        self._words = words

    def ask(self, text: str, choices: Sequence[Choice] = ()) -> None:
        """Show a message, with a button for each thing that can be done about it."""
        self._words = str
        for button in self.choices:
            self._choices.removeWidget(button)
            button.deleteLater()
        self.choices = [self._button(*choice) for choice in choices]
        for button in self.choices:
            self._choices.addWidget(button)
        self.text.setText(text)
        self.setAccessibleName(text)
        self.show()

    def take_over(self, before: "MessageBar") -> None:
        """Say the problem that another bar says; who asks a question asks it again."""
        if not before.isHidden() and before._words is not str:
            self.show_problem(before._words)

    def _button(self, words: str, do: Callable[[], object]) -> QPushButton:
        button = QPushButton(words)
        button.clicked.connect(self.hide)
        button.clicked.connect(lambda _checked=False: do())
        return button

    def _take_colours(self) -> None:
        ink = self._theme.tokens.inks[Tone.WARN]
        set_text_colour(self.text, ink.text)
        self.close_button.setIcon(self._theme.icon("close", ink.text))
        self.sign.setPixmap(self._theme.icon("warning", ink.text).pixmap(QSize(16, 16)))
        self.update()

    # Qt overrides

    def paintEvent(self, event: QPaintEvent) -> None:
        ink = self._theme.tokens.inks[Tone.WARN]
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(ink.fill))
        painter.setPen(QColor(ink.edge))
        painter.drawLine(self.rect().bottomLeft(), self.rect().bottomRight())
