# SPDX-License-Identifier: MIT
"""Finds the rows whose texts hold all words of a search."""

import re
import unicodedata
from collections.abc import Iterable, Iterator

from azmodels_gui.catalog.bitmask import full_mask, mask_of
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


KEPT_WORDS = 64


class TextSearch:
    """Answers for words, kept while the user types on.

    What versions of a model share is searched once for the model; a version's name is
    searched once for all models that have a version of that name.
    """

    def __init__(self, catalog: Catalog) -> None:
        texts = SearchTexts(catalog)
        # Back to front, because the first row is the last digit of a binary number.
        models = catalog.models[::-1]
        self._texts = [texts.of_model(model) for model in models]
        self._none = ["0" * len(model.versions) for model in models]
        self._all = ["1" * len(model.versions) for model in models]
        self._size = sum(len(model.versions) for model in models)
        self._versions = _masks_by_version(catalog, self._size)
        self._kept: dict[str, int] = {}

    def matching(self, text: str) -> int:
        """Return the rows in which every word of `text` occurs."""
        mask = full_mask(self._size)
        for word in search_words(text):
            mask &= self._with_word(word)
        return mask

    def _with_word(self, word: str) -> int:
        if word not in self._kept:
            if len(self._kept) >= KEPT_WORDS:
                self._kept.clear()
            self._kept[word] = self._search(word)
        return self._kept[word]

    def _search(self, word: str) -> int:
        digits = [
            every if word in text else none
            for text, every, none in zip(self._texts, self._all, self._none, strict=True)
        ]
        mask = int("".join(digits) or "0", 2)
        for version, rows in self._versions.items():
            if word in version:
                mask |= rows
        return mask


def _masks_by_version(catalog: Catalog, size: int) -> dict[str, int]:
    rows: dict[str, list[int]] = {}
    names = (version.version for model in catalog.models for version in model.versions)
    for row, name in enumerate(names):
        rows.setdefault(fold(name), []).append(row)
    return {name: mask_of(having, size) for name, having in rows.items()}
