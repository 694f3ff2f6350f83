# SPDX-License-Identifier: MIT
"""Places that a search text names, to be offered as filters.

A place is no model: to search for "Frankfurt" would find nothing, and to filter by it unasked
would hide what somebody looks for. So it is offered, and one click or Enter takes it.
"""

from collections.abc import Iterator, Mapping
from functools import partial
from itertools import product

from msgspec import Struct
from msgspec.structs import replace

from azmodels_gui.catalog.document import Catalog
from azmodels_gui.catalog.facets import FACETS, called
from azmodels_gui.catalog.folding import MAX_SEARCH_CHARACTERS, compact, one_slip
from azmodels_gui.catalog.query import CatalogQuery, Facet

_PLACES = (Facet.COUNTRIES, Facet.DATA_ZONES, Facet.REGIONS)
_MOST_REGIONS = 3
"""A country with more regions than these is offered as a country alone."""
_BEFORE = frozenset({"in", "im", "inside", "within", "aus", "for", "für"})
"""Words that lead to a place: they go with it."""
_NAMES = "place_names"
_FORGIVEN = range(5, 31)
"""Lengths in which a typing error is forgiven: "while" is not Chile. The name must be longer."""
_MOST_WORDS = 6
"""In a longer text no error is looked for: that would take longer than a key may."""
_LONGEST_NAME = 5
"""Words; every run of so many is looked for, and a page that is pasted has thousands of runs."""
_Places = Mapping[Facet, frozenset[str]]
_Named = dict[str, dict[Facet, frozenset[str]]]


class NamedPlace(Struct, frozen=True):
    """A place as a filter."""

    facet: Facet
    values: frozenset[str]
    query: CatalogQuery
    """What else is asked, in that place: the text without its name."""


def places_named(query: CatalogQuery, catalog: Catalog) -> tuple[NamedPlace, ...]:
    """Return the places that a text, or some words of it, name and nobody chose yet.

    The longest name counts, with one typing error where none so long is named exactly.
    """
    words = query.text[:MAX_SEARCH_CHARACTERS].split()
    if not words:
        return ()  # at a start nobody seeks: the names are not formed for it
    names = place_names(catalog)
    ways = (names.get, partial(_similar, names))[: 1 if len(words) > _MOST_WORDS else 2]
    for length, find in product(range(min(len(words), _LONGEST_NAME), 0, -1), ways):
        for start in range(len(words) - length + 1):
            named = find(compact("".join(words[start : start + length])))
            if named:
                before, behind = words[:start], words[start + length :]
                if before and before[-1].casefold() in _BEFORE:
                    before.pop()
                rest = replace(query, text=" ".join([*before, *behind]))
                return tuple(_offered(rest, named))
    return ()


def _similar(names: Mapping[str, _Places], typed: str) -> _Places | None:
    """Return the places that are meant if a compact text has one typing error."""
    if len(typed) not in _FORGIVEN:
        return None
    meant = (each for each in one_slip(typed) if len(each) > _FORGIVEN.start and each in names)
    return next(map(names.__getitem__, meant), None)


def _offered(rest: CatalogQuery, named: _Places) -> Iterator[NamedPlace]:
    for facet, values in named.items():
        chosen = rest.values(facet)
        if not values <= chosen and (facet is not Facet.REGIONS or len(values) <= _MOST_REGIONS):
            yield NamedPlace(facet, values, rest.with_values(facet, chosen | values))


def place_names(catalog: Catalog) -> Mapping[str, _Places]:
    """Return the places by each of their names, kept beside the catalogue."""
    kept: _Named | None = catalog.__dict__.get(_NAMES)
    if kept is None:
        kept = catalog.__dict__[_NAMES] = {}
        for facet in _PLACES:
            for choice in FACETS[facet].choices(catalog):
                # A country's code is no word: "de" begins many a name.
                own = () if facet is Facet.COUNTRIES else (choice.value,)
                for name in filter(None, map(compact, (*own, *called(choice)))):
                    places = kept.setdefault(name, {})
                    places[facet] = places.get(facet, frozenset()) | {choice.value}
    return kept
