# SPDX-License-Identifier: MIT
"""Finds the rows whose texts hold all words of a search."""

from azmodels_gui.catalog.bitmask import full_mask, mask_of
from azmodels_gui.catalog.document import Catalog
from azmodels_gui.catalog.search_text import SearchTexts, fold, search_words

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
