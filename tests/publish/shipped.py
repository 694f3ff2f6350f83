# SPDX-License-Identifier: MIT
"""The catalogue that is checked, and its entries under every spelling of their model."""

import os
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from azmodels_gui.catalog.document import Catalog, Entry, entries
from azmodels_gui.catalog.loading import parse_catalog

CHECKED = "AZMODELS_CHECKED_CATALOG"
"""Names a catalogue to check instead of the one of this repository, such as a fresh build."""
ROOT = Path(__file__).parents[2]

TWINS = {
    "4o 0806 ft cd inp Dz Tokens": "gpt-4o-0806-cached-FT-inp-datazone Tokens",
    "gpt-4o-mini-0718-cached-FT-inp-datazone Tokens": "4o mini 0718 ft cd inp Dz Tokens",
}
"""Meters whose price stands in the catalogue under either of two names of the same thing."""

Shipped = dict[tuple[str, str], Entry]


@cache
def checked_catalog() -> Catalog:
    """Return the catalogue of this repository, or the one that the environment names."""
    path = Path(os.environ.get(CHECKED, ROOT / "catalog.json"))
    return parse_catalog(path.read_bytes())


def spelled(catalog: Catalog) -> Shipped:
    """Return every entry by each spelling of its model, in small letters, and its version.

    A version that sources date differently is found under each of the dates they claim.
    """
    every = list(entries(catalog))
    found = {(entry.model.id.casefold(), entry.version.version): entry for entry in every}
    for entry in every:
        for alias in entry.model.aliases:
            found.setdefault((alias.name.casefold(), entry.version.version), entry)
    for (name, _), entry in list(found.items()):
        for version in _claimed_versions(entry):
            found.setdefault((name, version), entry)
    return found


def _claimed_versions(entry: Entry) -> Iterator[str]:
    for conflict in entry.version.conflicts:
        if conflict.about == "version":
            yield from (claim.value for claim in conflict.claims)


def names_of(meter: str) -> set[str]:
    """Return the meter's name and that of its twin."""
    return {meter, *(name for pair in TWINS.items() if meter in pair for name in pair)}
