# SPDX-License-Identifier: MIT
"""Spellings that mean the same: case, accents, hyphens and spaces taken off a text."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from string import ascii_lowercase

MAX_SEARCH_CHARACTERS = 200
"""What is typed beyond this is ignored; no name is that long."""
SHORTEST_INSIDE = 4
"""A word this long is found inside others as well: German writes `Dokumentenanalyse`."""

_MARKS = re.compile("[\N{COMBINING GRAVE ACCENT}-\N{COMBINING LATIN SMALL LETTER X}]+")
"""Accents and dots that `NFKD` has taken off their letters."""
PIECE = re.compile(r"\d+(?:\.\d+)*|[^\W\d_]+|\+")
"""A figure, letters, or the `+` that tells `Command R+` from `Command R`."""
_LOOK_ALIKES = {"0": "o", "o": "0", "1": "li", "l": "1", "i": "1"}
"""Figures typed for a letter that looks like them, and the other way round."""


def fold(text: str) -> str:
    """Return the text without case, accents and umlaut dots, so that `grosse` finds `Größe`."""
    if text.isascii():
        return text.lower()
    return _MARKS.sub("", unicodedata.normalize("NFKD", text.casefold()))


def search_words(text: str) -> tuple[str, ...]:
    """Return the folded words that all must occur, each once, longest first."""
    words = set(fold(text[:MAX_SEARCH_CHARACTERS]).split())
    return tuple(sorted(words, key=lambda word: (-len(word), word)))


def spaced(text: str) -> str:
    """Return letters and figures with one space between pieces: `gpt-4o` is `gpt 4 o`."""
    return " ".join(PIECE.findall(fold(text)))


def compact(text: str) -> str:
    """Return letters and figures alone: `GPT-4.1 mini` and `gpt41-Mini` are one.

    The borders of the pieces are given up: `gpt5` begins `gpt51`, `gpt 5 ` does not `gpt 5.1 `.
    """
    return spaced(text).replace(" ", "").replace(".", "")


def laid_out(texts: Iterable[str]) -> str:
    """Return texts in one, `spaced`, with a space before every word, a sign between two texts."""
    return " |".join(f" {spaced(text)}" for text in texts)


def sought_in(typed: str, words: str) -> bool:
    """Tell whether each typed word begins a word, or is inside a longer one if it is long itself.

    Args:
        typed: what was typed.
        words: as `laid_out`.
    """
    return all(needle(word) in words for word in typed.split())


def needle(word: str) -> str:
    """Return what texts that are `laid_out` hold if they hold a word."""
    asked = spaced(word)
    return asked if len(asked) >= SHORTEST_INSIDE else f" {asked}"


def one_slip(word: str) -> Iterator[str]:
    """Yield what may have been meant if a compact word has one typing error.

    A letter is missing, too many or another one, or two neighbours changed places. Another
    figure is another model and no slip, unless it looks like the letter (`gpt-40`).
    """
    for at in range(len(word) + 1):
        head, tail = word[:at], word[at:]
        yield from (head + letter + tail for letter in ascii_lowercase)
        if not tail:
            continue
        here, rest = tail[0], tail[1:]
        yield from (head + look_alike + rest for look_alike in _LOOK_ALIKES.get(here, ""))
        if rest and here != rest[0] and not (here.isdigit() and rest[0].isdigit()):
            yield head + rest[0] + here + rest[1:]
        if not here.isdigit():
            yield head + rest
            yield from (head + letter + rest for letter in ascii_lowercase if letter != here)
