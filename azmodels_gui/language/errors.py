# SPDX-License-Identifier: MIT
"""The root of all errors that a user is to read."""

from azmodels_gui.language.words import ENGLISH, Message, told


class ToldError(Exception):
    """An error that was to be expected; its sentence is told in the language asked for.

    Attributes:
        message: which sentence: the error's id.
        values: what is filled in; a value that is a `Message` is told in the language, too.
    """

    def __init__(self, message: Message, **values: object) -> None:
        super().__init__(message, values)
        self.message = message
        self.values = values

    def told(self, language: str) -> str:
        """Return the sentence in a language."""
        return told(self.message, language, **self.values)

    def __str__(self) -> str:
        return self.told(ENGLISH)
