# SPDX-License-Identifier: MIT
"""Which version a calculation rests on where none was named, and whether another would do."""

from collections.abc import Iterator
from typing import Any

from azmodels_gui.catalog.entry import Entry, versions_of
from azmodels_gui.catalog.offered import offered_anywhere
from azmodels_gui.catalog.terms import Availability
from azmodels_gui.cli.calculator_words import CalculatorWords
from azmodels_gui.cli.deployment_options import Chosen


def version_json(named: Chosen) -> dict[str, Any]:
    """Return whether the version was named, and which others are offered where it is not."""
    return {
        "version_named": named.version_named,
        "other_versions_offered": [each.version.version for each in others_offered(named)],
    }


def version_lines(named: Chosen, words: CalculatorWords) -> Iterator[str]:
    """Yield which version was taken, and which others are offered where it is not."""
    if named.version_named or len(named.entry.model.versions) == 1:
        return
    yield words("newest_taken", version=named.entry.version.version)
    others = ", ".join(each.version.version for each in others_offered(named))
    if others:
        yield words("others_offered", type=named.asked_kind.id, versions=others)


def others_offered(named: Chosen) -> tuple[Entry, ...]:
    """Return other versions that are offered as asked, where the one taken unnamed is not."""
    if named.version_named or _offered(named.entry, named):
        return ()
    return tuple(
        each
        for each in versions_of(named.entry.model)
        if each.key != named.entry.key and _offered(each, named)
    )


def _offered(entry: Entry, named: Chosen) -> bool:
    kind, region = named.asked_kind.id, named.region
    known = offered_anywhere(entry, kind) if region is None else entry.availability(kind, region.id)
    return known is Availability.OFFERED
