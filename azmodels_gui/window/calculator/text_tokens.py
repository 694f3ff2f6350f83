# SPDX-License-Identifier: MIT
"""Tokens of a request from what people know of it: pages, words, minutes of speech."""

from decimal import Decimal

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QFormLayout, QVBoxLayout, QWidget

from azmodels_gui.calculator.request_shape import (
    TOKENS_PER_WORD,
    USUAL,
    WORDS_PER_MINUTE,
    WORDS_PER_PAGE,
    TextAmount,
)
from azmodels_gui.language.figures import number, rounded
from azmodels_gui.language.shown import tr
from azmodels_gui.language.words import N_
from azmodels_gui.window.calculator.fields import Bounds, FigureField
from azmodels_gui.window.theme.theme import Theme
from azmodels_gui.window.theme.tokens import SPACE_L, SPACE_S
from azmodels_gui.window.widgets.texts import plain_label

_AMOUNT = Bounds(0, 100_000, places=2, least=0)
_FIELDS = (
    ("pages", N_("Input"), N_("pages")),
    ("words", "", N_("words")),
    ("speech_minutes", "", N_("minutes of speech")),
    ("answer_words", N_("Output"), N_("words")),
)
"""Name, what it is part of, and unit."""


class TextTokensDialog(QDialog):
    """Pages and words in, tokens out; nothing is changed before it is accepted."""

    def __init__(self, theme: Theme, language: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._language = language
        self.setWindowTitle(tr("Tokens from pages and words"))
        self.fields: dict[str, FigureField] = {}
        self.sum = plain_label()
        self.buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel
        )
        form = QFormLayout()
        form.setHorizontalSpacing(SPACE_L)
        form.setVerticalSpacing(SPACE_S)
        for name, words, unit in _FIELDS:
            field = self.fields[name] = FigureField(_AMOUNT, theme)
            field.set_unit(tr(unit))
            field.set_language(language)
            field.setAccessibleName(tr(words or N_("Input")))
            field.edited.connect(self._on_edited)
            form.addRow(tr(words) if words else "", field)
        column = QVBoxLayout(self)
        column.setSpacing(SPACE_S)
        column.addLayout(form)
        column.addWidget(self.sum)
        column.addWidget(plain_label(self._assumed()))
        column.addWidget(self.buttons)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        self._on_edited()

    def tokens(self) -> tuple[Decimal, Decimal]:
        """Return whole tokens of input and output; 0 where nothing was typed."""
        figures = {name: field.figure() for name, field in self.fields.items()}
        answer = TextAmount(words=figures.pop("answer_words"))
        into, out = (each.in_tokens(USUAL) for each in (TextAmount(**figures), answer))
        return rounded(into, 0), rounded(out, 0)

    def _assumed(self) -> str:
        factors = {"tokens": TOKENS_PER_WORD, "page": WORDS_PER_PAGE, "minute": WORDS_PER_MINUTE}
        told = {name: number(each, self._language) for name, each in factors.items()}
        return tr(
            "Assumed: {tokens} tokens a word of English text (German and code have more), {page} "
            "words a page, {minute} words a minute."
        ).format(**told)

    @Slot()
    def _on_edited(self) -> None:
        into, out = (number(each, self._language) for each in self.tokens())
        self.sum.setText(tr("Input {into} tokens, output {out} tokens").format(into=into, out=out))
        button = self.buttons.button(QDialogButtonBox.StandardButton.Ok)
        button.setEnabled(any(self.tokens()))
