# SPDX-License-Identifier: MIT
"""Finds rows by what is typed, the best hits first.

The order of the ranks: the id itself or another spelling of it, what begins with what is typed,
words of the name, what a model is for and can do, prose. Hyphens, spaces and case do not count.
Names are sorted, so that one look finds a beginning: it costs the same among 300 models and 80,000.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import accumulate, chain, pairwise
from operator import itemgetter
from typing import TypeVar

from azmodels_gui.catalog.bitmask import full_mask, mask_of, united
from azmodels_gui.catalog.document import Catalog, Model
from azmodels_gui.catalog.facts import LocalText
from azmodels_gui.catalog.folding import (
    MAX_SEARCH_CHARACTERS,
    PIECE,
    compact,
    fold,
    laid_out,
    needle,
    one_slip,
    spaced,
)
from azmodels_gui.catalog.query import LEVEL, Facet
from azmodels_gui.catalog.synonyms import SYNONYMS

_BETWEEN = re.compile(r"[^\w+.]+|_+")
_LAST = chr(0x10FFFF)

Part = TypeVar("Part", bound=Hashable)


class Sorted:
    """Texts with a number each, sorted: all that begins alike stands together."""

    def __init__(self, numbered: Iterable[tuple[str, int]]) -> None:
        ordered = sorted(numbered, key=itemgetter(0))  # a third of the time of sorting pairs
        self._texts = [text for text, _ in ordered]
        self._numbers = [number for _, number in ordered]

    def has(self, start: str) -> bool:
        """Tell whether any text begins with one."""
        at = bisect_left(self._texts, start)
        return at < len(self._texts) and self._texts[at].startswith(start)

    def beginning(self, start: str) -> Sequence[int]:
        """Return the numbers of all texts that begin with one."""
        low = bisect_left(self._texts, start)
        return self._numbers[low : bisect_left(self._texts, start + _LAST, low)]

    def equal(self, text: str) -> Sequence[int]:
        """Return the numbers of a text."""
        low = bisect_left(self._texts, text)
        return self._numbers[low : bisect_right(self._texts, text, low)]


class NameSearch:
    """Ids, other spellings and versions of models; answers are sets of rows."""

    def __init__(self, models: Sequence[Model]) -> None:
        self._models = models
        bounds = accumulate((len(model.versions) for model in models), initial=0)
        self._rows = [range(first, behind) for first, behind in pairwise(bounds)]
        self.size = self._rows[-1].stop if self._rows else 0
        """How many rows there are: one for each version."""
        ids = [(_parts(model.id), at) for at, model in enumerate(models)]
        others = [(_parts(name), at) for at, model in enumerate(models) for name in _others(model)]
        parts = [(part, at) for name, at in ids + others for part in name]
        self._ids = Sorted((_compacted(name[0]), at) for name, at in ids)
        self._aliases = Sorted((_compacted(name[0]), at) for name, at in others)
        self._parts = Sorted((_compacted(part), at) for part, at in parts)
        # A space behind each: what is found with one ends where a piece of the name does.
        self._id_pieces = Sorted((name[0], at) for name, at in ids)
        self._pieces = Sorted(parts)
        versions = [each.version for model in models for each in model.versions]
        ends = {name: [*map(_compacted, _parts(name))] for name in set(versions)}
        self._versions = Sorted(
            (end, row) for row, name in enumerate(versions) for end in ends[name]
        )

    def rows_by(self, part: Callable[[Model], Part | None]) -> dict[Part, int]:
        """Return the rows of the models that share some part."""
        found: dict[Part, list[int]] = {}
        for at, model in enumerate(self._models):
            shared = part(model)
            if shared is not None:
                found.setdefault(shared, []).append(at)
        return {shared: self._mask(numbers) for shared, numbers in found.items()}

    def ranks(self, text: str) -> Iterator[int]:
        """Yield the rows whose name is, begins with, or goes on with what is typed as a whole."""
        whole = compact(text)
        same = self._ids.equal(whole)
        yield self._mask(at for at in same if self._models[at].id == text)
        yield self._mask(at for at in same if fold(self._models[at].id) == fold(text))
        yield self._mask(same)
        named = list(self._with_version(text))
        yield self._rows_mask(row for row, rest in named if not rest)
        yield self._mask(self._aliases.equal(whole))
        yield self._mask(self._id_pieces.beginning(f"{spaced(text)} "))
        yield self._mask(self._ids.beginning(whole))
        yield self._rows_mask(row for row, _ in named)
        yield self._mask(self._aliases.beginning(whole))
        yield self._mask(self._parts.beginning(whole))

    def forgiven(self, whole: str) -> Iterator[int]:
        """Yield the rows whose name is, begins with, or goes on with a compact text but a slip."""
        exact: set[int] = set()
        begun: set[int] = set()
        inside: set[int] = set()
        for meant in filter(self._parts.has, one_slip(whole)):
            for names in (self._ids, self._aliases):
                exact.update(names.equal(meant))
            if not whole.startswith(meant):  # what is left of a name begins too many others
                for names in (self._ids, self._aliases):
                    begun.update(names.beginning(meant))
                inside.update(self._parts.beginning(meant))
        return map(self._mask, (exact, begun, inside))

    def has_word(self, word: str) -> bool:
        """Tell whether a name or version has a word that begins with a compact one."""
        return self._parts.has(word) or self._versions.has(word)

    def with_word(self, word: str) -> int:
        """Return the rows with a word in name or version that begins with a compact one."""
        versions = self._rows_mask(self._versions.beginning(word))
        return self._mask(self._parts.beginning(word)) | versions

    def with_pieces(self, word: str) -> int:
        """Return the rows with a word in their name as a whole."""
        return self._mask(self._pieces.beginning(f"{spaced(word)} "))

    def _with_version(self, text: str) -> Iterator[tuple[int, str]]:
        """Yield rows whose id and version begin with a text, with what it lacks of the version."""
        for between in _BETWEEN.finditer(text):
            start = compact(text[between.end() :])
            for at in self._ids.equal(compact(text[: between.start()])):
                for row, version in zip(self._rows[at], self._models[at].versions, strict=True):
                    name = compact(version.version)
                    if start and name.startswith(start):
                        yield row, name[len(start) :]

    def _mask(self, numbers: Iterable[int]) -> int:
        return self._rows_mask(chain.from_iterable(map(self._rows.__getitem__, numbers)))

    def _rows_mask(self, rows: Iterable[int]) -> int:
        found = list(rows)
        return mask_of(found, self.size) if found else 0


def _others(model: Model) -> Iterator[str]:
    """Yield other spellings but those of one version, whose row is found by id and version."""
    if model.aliases:
        titles = {compact(f"{model.id} {each.version}") for each in model.versions if each.version}
        yield from (each.name for each in model.aliases if compact(each.name) not in titles)


def _parts(name: str) -> list[str]:
    """Return a name as `spaced` has it with a space behind, and what is left from each word on."""
    pieces: list[str] = []
    words: list[int] = []
    end = -1
    for found in PIECE.finditer(fold(name)):
        if found.start() != end:
            words.append(len(pieces))
        pieces.append(found.group())
        end = found.end()
    return [" ".join([*pieces[word:], ""]) for word in words] or [""]


def _compacted(part: str) -> str:
    return part.replace(" ", "").replace(".", "")


KEPT_TEXTS = 64
"""So many answers are kept while the user types on and back."""
MAX_SEARCHED_CHARACTERS = 20_000
"""A file may hold absurdly long texts; a search reads this much of one."""
FORGIVEN = range(3, 41)
"""Lengths in which a typing error is forgiven: in a shorter text it is another word."""
Levels = tuple[int, ...]
"""Rows that have a word whole in their name, as the beginning of one there, in labels, in prose,
or inside a longer word of a label."""
_Text = tuple[str, int]
"""A text with the rows it belongs to."""


class TextSearch:
    """Answers what is typed with sets of rows, the best first; answers are kept."""

    def __init__(self, catalog: Catalog, masks: Mapping[Facet, Mapping[str, int]]) -> None:
        """Take the texts of a catalogue.

        Args:
            catalog: whose models and words are searched.
            masks: for use cases, providers and capabilities the rows of each value.
        """
        self._names = NameSearch(catalog.models)
        self._labels = _merged(_labels(catalog, masks, self._names))
        self._prose = _merged(_prose(catalog, masks, self._names))
        words = {word for text, _ in self._labels for word in text.split()}
        self._label_words = Sorted((word, 0) for word in words)
        self._everything = full_mask(self._names.size)
        self._kept_ranks = lru_cache(KEPT_TEXTS)(self._ranks)
        self._kept_levels = lru_cache(KEPT_TEXTS)(self._levels)

    def ranks(self, text: str) -> tuple[int, ...]:
        """Return the rows that fit a text, the best first; no row twice, no set empty."""
        return self._found(text)[0]

    def is_similar(self, text: str) -> bool:
        """Tell whether rows fit a text only because a typing error in it is forgiven."""
        ranks, forgiven = self._found(text)
        return forgiven and bool(ranks)

    def matching(self, text: str) -> int:
        """Return all rows that fit a text."""
        return united(self.ranks(text))

    def _found(self, text: str) -> tuple[tuple[int, ...], bool]:
        return self._kept_ranks(text[:MAX_SEARCH_CHARACTERS].strip())

    def _ranks(self, text: str) -> tuple[tuple[int, ...], bool]:
        """Return the rows, and whether an error was forgiven for them."""
        whole = compact(text)
        if not whole:
            return _apart([self._everything]), False
        words = [word for word in dict.fromkeys(text.split()) if compact(word)]
        found = _apart([*self._names.ranks(text), *self._with_all(words, self._kept_levels)])
        if found or len(whole) not in FORGIVEN:
            return found, False
        return _apart(self._names.forgiven(whole)) or self._with_a_slip(words), True

    def _with_all(self, words: Iterable[str], levels: Callable[[str], Levels]) -> list[int]:
        """Return the rows that have every word, by the level of the word worst placed."""
        found = [self._everything] * 5
        for word in words:
            so_far = 0
            for at, rows in enumerate(levels(word)):
                so_far |= rows
                found[at] &= so_far
        return found

    def _with_a_slip(self, words: list[str]) -> tuple[int, ...]:
        """Return the rows that have every word, if one is found nowhere else than misspelled."""
        strange = [word for word in words if not any(self._kept_levels(word))]
        if len(strange) != 1 or len(compact(strange[0])) not in FORGIVEN:
            return ()

        def levels(word: str) -> Levels:
            return self._forgiven(compact(word)) if word in strange else self._kept_levels(word)

        return _apart(self._with_all(words, levels))

    def _levels(self, word: str) -> Levels:
        asked = spaced(word)
        return (
            self._names.with_pieces(word),
            self._names.with_word(compact(word)),
            _holding(self._labels, f" {asked}"),
            _holding(self._prose, f" {asked}"),
            _holding(self._labels, needle(word)),
        )

    def _forgiven(self, word: str) -> Levels:
        names = labels = 0
        for meant in one_slip(word):
            if word.startswith(meant):
                continue
            if self._names.has_word(meant):
                names |= self._names.with_word(meant)
            if self._label_words.has(meant):
                labels |= _holding(self._labels, f" {meant}")
        return 0, names, labels, 0, 0


def _apart(ranks: Iterable[int]) -> tuple[int, ...]:
    """Leave every row in its best rank alone."""
    found, before = [], 0
    for rank in ranks:
        if rank & ~before:
            found.append(rank & ~before)
            before |= rank
    return tuple(found)


def _holding(texts: Iterable[_Text], words: str) -> int:
    return united(rows for text, rows in texts if words in text)


def _merged(texts: Iterable[tuple[Iterable[str], int]]) -> list[_Text]:
    """Return each text once, laid out so that a space stands before every word."""
    found: dict[str, int] = {}
    for parts, rows in texts:
        text = laid_out(parts)[:MAX_SEARCHED_CHARACTERS]
        found[text] = found.get(text, 0) | rows
    return list(found.items())


def _labels(
    catalog: Catalog, masks: Mapping[Facet, Mapping[str, int]], names: NameSearch
) -> Iterator[tuple[Iterable[str], int]]:
    """Yield short words: who made it, its family, what it is for, what it can do."""
    providers = {each.id: each.name for each in catalog.providers}
    for provider, rows in masks[Facet.PROVIDERS].items():
        yield (providers.get(provider, provider),), rows
    families = {each.id: each.name for each in catalog.families}
    for family, rows in names.rows_by(lambda model: model.family).items():
        yield (families.get(family, family),), rows
    described = {
        Facet.USE_CASES: {each.id: each.name for each in catalog.use_cases},
        Facet.CAPABILITIES: {each.id: each.name for each in catalog.capabilities},
    }
    for facet, known in described.items():
        for value, rows in masks[facet].items():
            if LEVEL not in value:
                yield (value, *_both(known.get(value)), *SYNONYMS.get(value, ())), rows


def _prose(
    catalog: Catalog, masks: Mapping[Facet, Mapping[str, int]], names: NameSearch
) -> Iterator[tuple[Iterable[str], int]]:
    """Yield sentences: about use cases, capabilities, families and models."""
    for part in catalog.use_cases:
        yield _both(part.description), masks[Facet.USE_CASES].get(part.id, 0)
    for kind in catalog.capabilities:
        yield _both(kind.description), masks[Facet.CAPABILITIES].get(kind.id, 0)
    families = {each.id: each.summary for each in catalog.families}
    for family, rows in names.rows_by(lambda model: model.family).items():
        yield _both(families.get(family)), rows
    for own, rows in names.rows_by(_own_prose).items():
        yield own, rows


def _own_prose(model: Model) -> tuple[str, ...]:
    return tuple(each for text in (model.summary, *model.strengths) for each in _both(text))


def _both(text: LocalText | None) -> tuple[str, ...]:
    return () if text is None else (text.en, text.de)
