# SPDX-License-Identifier: MIT
"""What is shown, of how many, and how old the facts are."""

from msgspec import Struct
from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QLabel, QStatusBar, QWidget

from azmodels_gui.language.shown import tr
from azmodels_gui.qtmodels import formats
from azmodels_gui.views.catalog_age import CatalogAge
from azmodels_gui.views.plain_text import tool_tip
from azmodels_gui.views.status_news import StatusNews, Words
from azmodels_gui.views.theme.theme import Theme
from azmodels_gui.views.theme.tokens import SPACE_S
from azmodels_gui.views.tones import set_text_colour, text_colour


class Shown(Struct, frozen=True):
    """What the table shows at the moment."""

    fitting: int = 0
    total: int = 0
    selected: int = 0
    pinned: int = 0
    unknown: int = 0
    """Entries that may fit, for all that is known; not among those that fit."""


class StatusBar(QStatusBar):
    """Counts on the left, news in the middle, the dates of the facts on the right."""

    def __init__(self, theme: Theme, language: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._language = language
        self._shown = Shown()
        self._age: CatalogAge | None = None
        self._trust = "unsigned"
        self.counts, self.age, self.trust = (QLabel() for _ in range(3))
        self.news = StatusNews()
        self._build()
        theme.changed.connect(self.write)

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

    @Slot()
    def write(self) -> None:
        """Write everything again: the look may have changed."""
        self._write_trust()
        self._write_counts()
        self._write_age()

    def _build(self) -> None:
        self.setSizeGripEnabled(False)
        self.setContentsMargins(SPACE_S, 0, SPACE_S, 0)
        for label in (self.counts, self.age, self.trust):
            label.setTextFormat(Qt.TextFormat.PlainText)
        self.addWidget(self.counts)
        self.addWidget(self.news, 1)
        self.addPermanentWidget(self.age)
        self.addPermanentWidget(self.trust)
        self.write()

    def _write_trust(self) -> None:
        match self._trust:
            case "signed":
                words = tr("signed")
                tip = tr("The signature was checked with the public key that is set.")
            case "bundled":
                words = tr("bundled")
                tip = tr("This is the catalogue that came with the program.")
            case "revoked":
                words = tr("key no longer trusted")
                tip = tr("This catalogue is not signed by a key that is trusted today.")
            case _:
                words = tr("unsigned")
                tip = tr("This catalogue carries no signature: its origin was not checked.")
        self.trust.setText(words)
        self.trust.setToolTip(tip)
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
        self.counts.setText(" · ".join(parts))
        set_text_colour(self.counts, self._theme.tokens.text)

    def _write_age(self) -> None:
        age = self._age
        if age is None:
            return
        self.age.setText(age.short(self._language))
        self.age.setToolTip(tool_tip("\n".join(age.lines(self._language))))
        set_text_colour(self.age, text_colour(age.tone, self._theme.tokens))
