# SPDX-License-Identifier: MIT
"""An answer on coverage in three cards: what holds, the best region, what to fall back on."""

from collections.abc import Iterable, Iterator
from datetime import date

from msgspec import Struct
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QShowEvent
from PySide6.QtWidgets import QFrame, QSizePolicy, QWidget

from azmodels_gui.catalog.coverage import Coverage, EntrySets
from azmodels_gui.catalog.coverage_notes import (
    CoverageNoteId,
    coverage_notes,
    headline,
    listed,
    note_sentence,
)
from azmodels_gui.catalog.document import Entry, Region
from azmodels_gui.catalog.region_alternatives import best_pairs, without
from azmodels_gui.language.words import N_, tr
from azmodels_gui.window.model_index import tool_tip
from azmodels_gui.window.theme import CARD_RADIUS_PX, NOTE_PT, SPACE_M, SPACE_S, Theme, Tone
from azmodels_gui.window.widgets.layouts import column, row
from azmodels_gui.window.widgets.texts import ElidedLabel, scaled, set_text_colour, text_colour

_RETIRED = N_("{model} is retired")
_OVERDUE = N_("{model} is past its retirement date")
_SUCCESSOR = N_("{told} (successor: {models})")
_TOLD = (CoverageNoteId.NOWHERE, CoverageNoteId.UNKNOWN, CoverageNoteId.OFFER_ENDS)
_OF = N_("{regions}: {count} of {total}")
_MORE = N_("{names} and {count} more")
_LACKS = {
    "missing": N_("missing: {models}"),
    "unknown": N_("unknown: {models}"),
    "disputed": N_("disputed: {models}"),
}
_NOTHING = N_("Nothing is missing, nothing is disputed.")
_SHOWN = 2
_HEADLINE_PT = 1.0


class Card(Struct, frozen=True):
    """A title, what it says, and what there is to know of it."""

    title: str
    words: str
    note: str = ""
    tone: Tone = Tone.PLAIN


def summary(found: Coverage, language: str, today: date) -> tuple[Card, ...]:
    """Return the cards; amber as soon as no region has all, a dead model makes it so."""
    told = (*_ended(found), *_notes(found, language, today))
    tone = Tone.GOOD if found.complete else Tone.WARN
    answer = Card("", headline(found, language, today), " · ".join(told), tone)
    return (answer, *_best(found, language))


def _ended(found: Coverage) -> Iterator[str]:
    """Yield what has ended, each with its successor."""
    for entry in found.entries:
        on = entry.stage_on(found.day)
        if on.usable:
            continue
        words = tr(_OVERDUE if on.contradicts else _RETIRED).format(model=entry.title)
        named = ", ".join(entry.version.lifecycle.replacements)
        yield tr(_SUCCESSOR).format(told=words, models=named) if named else words


def _notes(found: Coverage, language: str, today: date) -> Iterator[str]:
    living = set(found.living)
    for note in coverage_notes(found, today):
        # Of a single model the headline says so, of a dead one the line above.
        if note.id in _TOLD and living.intersection(note.models) and len(found.entries) > 1:
            yield note_sentence(note, language)


def _best(found: Coverage, language: str) -> Iterator[Card]:
    best = found.best
    if not best:
        return
    first = best[0]
    words = _words(_named(each.region for each in best), first, found)
    yield Card(tr("Best single region"), words, _lacks(first, found, language))
    rest = without(found, first.region)
    pairs = best_pairs(found)
    if pairs:
        pair, title = pairs[0], tr("Best pair of regions")
    elif (second := rest.best) and second[0].offered_count == first.offered_count:
        words = _words(_named(each.region for each in second), second[0], found)
        title = tr("As much without {region}").format(region=first.region.name)
        yield Card(title, words, _lacks(second[0], found, language))
        return
    elif pairs := best_pairs(rest):
        title = tr("Best pair without {region}").format(region=first.region.name)
        pair = pairs[0]
    else:
        return
    words = _words(" + ".join(each.name for each in pair.regions), pair, found)
    yield Card(title, words, _lacks(pair, found, language))


def _words(regions: str, here: EntrySets, found: Coverage) -> str:
    return tr(_OF).format(regions=regions, count=here.offered_count, total=len(found.living))


def _named(regions: Iterable[Region]) -> str:
    names = [each.name for each in regions]
    if len(names) <= _SHOWN:
        return ", ".join(names)
    return tr(_MORE).format(names=names[0], count=len(names) - 1)


def _lacks(here: EntrySets, found: Coverage, language: str) -> str:
    """Return which living models are not surely there."""
    living = set(found.living)
    sets = {"missing": here.missing, "unknown": here.unknown, "disputed": here.disputed}
    told = [
        tr(_LACKS[name]).format(models=listed(_names(entries, living), language))
        for name, entries in sets.items()
        if living.intersection(entries)
    ]
    return " · ".join(told) or tr(_NOTHING)


def _names(entries: Iterable[Entry], living: set[Entry]) -> list[str]:
    return [each.title for each in entries if each in living]


class AnswerCard(QFrame):
    """A title, what it says, and a note; what has no room is in the tool tip."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._card = Card("", "")
        self.title, self.words, self.note = ElidedLabel(), ElidedLabel(), ElidedLabel()
        lines = (self.title, self.words, self.note)
        for label in lines:
            label.setTextFormat(Qt.TextFormat.PlainText)
        column(*lines, 1, within=self, gap=2, edges=(SPACE_M, SPACE_S, SPACE_M, SPACE_S))
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)

    def show_card(self, card: Card) -> None:
        """Show another text."""
        self._card = card
        self.title.setText(card.title)
        self.title.setVisible(bool(card.title))
        self.words.setText(card.words)
        self.note.setText(card.note)
        told = [each for each in (card.title, card.words, card.note) if each]
        self.setAccessibleName(". ".join(told))
        self.setToolTip(tool_tip("\n".join(told)))
        self._take_look()

    def _take_look(self) -> None:
        tokens, tone = self._theme.tokens, self._card.tone
        small = scaled(self.font(), NOTE_PT)
        self.words.setFont(scaled(self.font(), _HEADLINE_PT, bold=True))
        set_text_colour(self.words, text_colour(tone, tokens))
        for label in (self.title, self.note):
            label.setFont(small)
            amber = tone is Tone.WARN
            set_text_colour(label, text_colour(tone, tokens) if amber else tokens.muted)
        self.update()

    # Qt overrides

    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = self._theme.tokens
        toned = self._card.tone in (Tone.WARN, Tone.GOOD)
        ink = tokens.inks[self._card.tone]
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(ink.edge if toned else tokens.border), tokens.outline_px))
        painter.setBrush(QColor(ink.fill if toned else tokens.surface))
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(box, CARD_RADIUS_PX, CARD_RADIUS_PX)
        painter.end()

    def showEvent(self, event: QShowEvent) -> None:
        self._take_look()  # moving into the window cost the labels their look
        super().showEvent(event)


class AnswerCards(QWidget):
    """The answer, then what to choose, side by side."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.cards = tuple(AnswerCard(theme) for _ in range(3))
        shares = zip(self.cards, (5, 3, 4), strict=True)
        row(*shares, within=self, gap=SPACE_S, edges=(SPACE_M, SPACE_S, SPACE_M, SPACE_S))

    def show_cards(self, cards: tuple[Card, ...]) -> None:
        """Show as many as there are."""
        for widget, card in zip(self.cards, cards, strict=False):
            widget.show_card(card)
            widget.show()
        for widget in self.cards[len(cards) :]:
            widget.hide()
