# SPDX-License-Identifier: MIT
"""What a text search looks at: folded words of an entry, in both languages."""

import re
import unicodedata
from collections.abc import Iterable, Iterator

from azmodels_gui.catalog.document import Catalog, Model
from azmodels_gui.catalog.part import LocalText

MAX_SEARCH_CHARACTERS = 200
"""What is typed beyond this is ignored; no name is that long."""
MAX_SEARCHED_CHARACTERS = 20_000
"""A file may hold absurdly long texts; a search reads this much of a model's."""

_MARKS = re.compile("[\N{COMBINING GRAVE ACCENT}-\N{COMBINING LATIN SMALL LETTER X}]+")
"""Accents and dots that `NFKD` has taken off their letters."""


def fold(text: str) -> str:
    """Return the text without case, accents and umlaut dots, so that `grosse` finds `Größe`."""
    if text.isascii():
        return text.lower()
    return _MARKS.sub("", unicodedata.normalize("NFKD", text.casefold()))


def search_words(text: str) -> tuple[str, ...]:
    """Return the folded words that all must occur, each once, longest first."""
    words = set(fold(text[:MAX_SEARCH_CHARACTERS]).split())
    return tuple(sorted(words, key=lambda word: (-len(word), word)))


class SearchTexts:
    """Folded texts by model; the texts that many models share are folded once."""

    def __init__(self, catalog: Catalog) -> None:
        self._providers = {each.id: _folded([each.name]) for each in catalog.providers}
        self._families = {
            each.id: _folded([each.name, *_both(each.summary)]) for each in catalog.families
        }
        self._use_cases = {each.id: _folded(_both(each.name)) for each in catalog.use_cases}

    def of_model(self, model: Model) -> str:
        """Return the words that all versions of the model share.

        Id, other spellings, provider, family with its summary, the model's own summary
        and the names of its use cases.
        """
        own = _folded([model.id, *(alias.name for alias in model.aliases), *_both(model.summary)])
        shared = [
            self._providers.get(model.provider, fold(model.provider)),
            self._families.get(model.family or "", ""),
            *(self._use_cases.get(use_case, fold(use_case)) for use_case in model.use_cases),
        ]
        return "\n".join([own, *shared])[:MAX_SEARCHED_CHARACTERS]


def _both(text: LocalText | None) -> Iterator[str]:
    if text is not None:
        yield from (text.en, text.de)


def _folded(texts: Iterable[str]) -> str:
    return fold("\n".join(texts))
