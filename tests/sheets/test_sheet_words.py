# SPDX-License-Identifier: MIT
"""The words of the sheets; that every one is translated is held by tests/language."""

from azmodels_gui.sheets.sheet_words import FIXED, SheetWords


def test_the_outputs_words_are_there_in_both_languages() -> None:
    german, english = SheetWords("de").fixed(), SheetWords("en").fixed()
    assert german.keys() == english.keys() == set(FIXED)
    assert german != english
