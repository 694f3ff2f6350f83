# SPDX-License-Identifier: MIT
"""Both languages say the same: no word is empty, no placeholder is lost."""

import string

import pytest

from azmodels_gui.reports.sheet_words import FIXED, WORDS, SheetWords


def placeholders(told: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(told) if name}


@pytest.mark.parametrize("key", sorted(WORDS))
def test_both_languages_have_the_same_placeholders(key: str) -> None:
    english, german = WORDS[key]
    assert english.strip()
    assert german.strip()
    assert placeholders(english) == placeholders(german)


def test_the_outputs_words_are_there_in_both_languages() -> None:
    german, english = SheetWords("de").fixed(), SheetWords("en").fixed()
    assert german.keys() == english.keys() == set(FIXED)
    assert german != english
