# SPDX-License-Identifier: MIT
"""The language that the window speaks: one for the process, like that of Qt's own dialogs."""

from azmodels_gui.language.words import ENGLISH, Message, Plural, counted, in_language

_shown = ENGLISH


def speak(language: str) -> None:
    """Tell everything in this language from now on; what is on show already is not changed."""
    global _shown
    _shown = language


def shown_language() -> str:
    """Return the code of the language that the window speaks."""
    return _shown


def tr(text: str) -> str:
    """Return a text, marked here or before, in the language of the window."""
    return in_language(Message(text), _shown)


def trn(forms: Plural, count: int, shown: str | None = None) -> str:
    """Return a text for a number of things; `shown` is the number as it is written."""
    return counted(forms, count, _shown, shown)
