# SPDX-License-Identifier: MIT
"""Finds models by their names as people remember them: sorted, so that one look finds a beginning.

Looked up by halving, names cost the same in a catalogue of 300 models and of 80,000.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from itertools import accumulate, chain, pairwise
from typing import TypeVar

from azmodels_gui.catalog.bitmask import mask_of
from azmodels_gui.catalog.document import Model
from azmodels_gui.catalog.folding import PIECE, compact, fold, one_slip, spaced

_BETWEEN = re.compile(r"[^\w+.]+|_+")
_LAST = chr(0x10FFFF)

Part = TypeVar("Part", bound=Hashable)


class Sorted:
    """Texts with a number each, sorted: all that begins alike stands together."""

    def __init__(self, numbered: Iterable[tuple[str, int]]) -> None:
        ordered = sorted(numbered)
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
