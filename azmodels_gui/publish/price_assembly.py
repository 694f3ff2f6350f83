# SPDX-License-Identifier: MIT
"""The prices of one model: each once, with the versions it is for."""

from collections.abc import Sequence

from azmodels_gui.catalog.prices import Price
from azmodels_gui.publish.facts import PriceFact


def prices_for_versions(facts: Sequence[PriceFact]) -> list[Price]:
    """Return the prices of one model, equal ones of several versions as one.

    A fact without a version is for all versions; the meter names none.
    """
    versions: dict[Price, set[str]] = {}
    for fact in facts:
        found = versions.setdefault(fact.price, set())
        if fact.version is not None:
            found.add(fact.version)
    general = {fact.price for fact in facts if fact.version is None}
    return [
        price.model_copy(update={"versions": () if price in general else tuple(sorted(named))})
        for price, named in versions.items()
    ]
