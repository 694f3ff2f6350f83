# SPDX-License-Identifier: MIT
"""Whether an entry is found by what is typed: the plain rule, as `plain_rule` has the others."""

from collections.abc import Iterator
from functools import cache

from azmodels_gui.catalog import folding
from azmodels_gui.catalog.document import CapabilityKind, Catalog, Entry, UseCase
from azmodels_gui.catalog.folding import MAX_SEARCH_CHARACTERS, SHORTEST_INSIDE, fold
from azmodels_gui.catalog.synonyms import SYNONYMS

spaced, compact = cache(folding.spaced), cache(folding.compact)
"""A plain rule asks of the same few words again and again."""


def matches_text(typed: str, entry: Entry, catalog: Catalog) -> bool:
    """Tell whether the text as a whole, or each of its words, is found.

    Typing errors are not forgiven here: that depends on what other entries there are.
    """
    asked = typed[:MAX_SEARCH_CHARACTERS].strip()
    aliases = [alias.name for alias in entry.model.aliases]
    names = [end for name in (entry.model.id, *aliases) for end in _ends(name)]
    versions = _ends(entry.version.version)
    labels = [f" {spaced(text)}" for text in _labels(entry, catalog)]
    prose = [f" {spaced(text)}" for text in _prose(entry, catalog)]

    def has(word: str) -> bool:
        begins = any(name.startswith(compact(word)) for name in (*names, *versions))
        inside = len(spaced(word)) >= SHORTEST_INSIDE and any(spaced(word) in x for x in labels)
        return begins or inside or any(f" {spaced(word)}" in x for x in (*labels, *prose))

    words = [word for word in asked.split() if compact(word)]
    return all(map(has, words)) or any(name.startswith(compact(asked)) for name in names)


@cache
def _ends(name: str) -> tuple[str, ...]:
    """Return what is left of a name from each of its words on, as one word."""
    folded = fold(name)
    return tuple(
        compact(folded[at:])
        for at, letter in enumerate(folded)
        if compact(letter) and not (at and compact(folded[at - 1]))
    )


def _labels(entry: Entry, catalog: Catalog) -> Iterator[str]:
    model = entry.model
    for named, own in ((catalog.providers, model.provider), (catalog.families, model.family)):
        yield {each.id: each.name for each in named}.get(own or "", own or "")
    for part in _described(entry, catalog):
        yield from (part.name.en, part.name.de)
    for value in (*entry.model.use_cases, *_capabilities(entry)):
        yield from (value, *SYNONYMS.get(value, ()))


def _prose(entry: Entry, catalog: Catalog) -> Iterator[str]:
    families = (each.summary for each in catalog.families if each.id == entry.model.family)
    descriptions = (part.description for part in _described(entry, catalog))
    for text in (*families, *descriptions, entry.model.summary, *entry.model.strengths):
        if text is not None:
            yield from (text.en, text.de)


def _described(entry: Entry, catalog: Catalog) -> Iterator[UseCase | CapabilityKind]:
    yield from (part for part in catalog.use_cases if part.id in entry.model.use_cases)
    yield from (part for part in catalog.capabilities if part.id in _capabilities(entry))


def _capabilities(entry: Entry) -> frozenset[str]:
    return frozenset(each.id for each in entry.version.capabilities if each.supported)
