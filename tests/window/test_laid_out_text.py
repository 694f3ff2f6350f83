# SPDX-License-Identifier: MIT
"""A text without room is cut where it says least."""

import pytest
from PySide6.QtGui import QFont

from azmodels_gui.window.widgets.texts import LaidOutText

pytestmark = pytest.mark.usefixtures("qapp")


def shown(text: str, share: float = 0.8) -> str:
    texts = LaidOutText(QFont())
    return texts.line(text, int(texts.width(text) * share)).text.text()


def test_models_of_a_family_stay_apart() -> None:
    assert shown("gpt-realtime-2.1-mini").endswith("-mini")
    assert shown("gpt-realtime-whisper").endswith("whisper"[-4:])


def test_words_are_cut_at_their_end() -> None:
    assert shown("Generally available, and so on").startswith("Generally")
    assert shown("Generally available, and so on").endswith("…")


def test_what_fits_is_not_cut() -> None:
    assert shown("gpt-realtime-2.1-mini", 1.1) == "gpt-realtime-2.1-mini"
