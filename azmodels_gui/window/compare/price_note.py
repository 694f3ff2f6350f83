# SPDX-License-Identifier: MIT
"""The line that says in which currency prices are on show, and by which rate of which day."""

from PySide6.QtWidgets import QLabel

from azmodels_gui.answers.conversion import BASE, Conversion, has_prices_in
from azmodels_gui.language import figures
from azmodels_gui.language.shown import tr
from azmodels_gui.sheets.order import SheetOrder
from azmodels_gui.window.theme.theme import Theme
from azmodels_gui.window.theme.tokens import SPACE_M, SPACE_XS, Tone
from azmodels_gui.window.widgets.tones import set_text_colour, text_colour


class PriceNote(QLabel):
    """Stays on a projector too; nothing is said of the catalogue's own US dollars."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._tone = Tone.MUTED
        self.setWordWrap(True)
        self.setContentsMargins(SPACE_M, 0, SPACE_M, SPACE_XS)
        self.hide()
        theme.changed.connect(self._colour)

    def show_order(self, order: SheetOrder) -> None:
        """Say how prices come into the currency of an order."""
        currency, rate = order.conversion.currency, order.conversion.rate
        own = currency != BASE and has_prices_in(order.catalog, currency)
        self._say(self._words(order, own=own), warning=rate is None and not own)

    def show_problem(self, problem: str) -> None:
        """Say what is wrong with what was typed."""
        words = tr("{problem} Until then the prices stay as they are.")
        self._say(words.replace("{problem}", problem), warning=True)

    def _words(self, order: SheetOrder, *, own: bool) -> str:
        conversion = order.conversion
        if conversion.currency == BASE:
            return ""
        unrated = conversion.rate is None
        words = self._without_rate(own=own) if unrated else self._with_rate(conversion, own=own)
        rate = figures.number(conversion.rate or 0, order.language)
        day = "" if conversion.day is None else figures.day(conversion.day, order.language)
        return words.format(currency=conversion.currency, base=BASE, rate=rate, day=day)

    def _without_rate(self, *, own: bool) -> str:
        if own:
            return tr(
                "Prices in {currency} as the catalogue states them; where it has none in "
                "{currency}, they are unknown."
            )
        return tr(
            "The catalogue has no prices in {currency} and no rate is stated: they are unknown."
        )

    def _with_rate(self, conversion: Conversion, *, own: bool) -> str:
        if own and conversion.day is None:
            return tr(
                "Prices in {currency} as the catalogue states them; others converted at "
                "1 {base} = {rate} {currency}, your rate; no day is stated for it."
            )
        if own:
            return tr(
                "Prices in {currency} as the catalogue states them; others converted at "
                "1 {base} = {rate} {currency}, your rate of {day}."
            )
        if conversion.day is None:
            return tr(
                "Prices in {currency}, converted at 1 {base} = {rate} {currency}, your rate; no "
                "day is stated for it."
            )
        return tr(
            "Prices in {currency}, converted at 1 {base} = {rate} {currency}, your rate of {day}."
        )

    def _say(self, words: str, *, warning: bool) -> None:
        self._tone = Tone.WARN if warning else Tone.MUTED
        self._colour()
        self.setText(words)
        self.setVisible(bool(words))

    def _colour(self) -> None:
        set_text_colour(self, text_colour(self._tone, self._theme.tokens))
