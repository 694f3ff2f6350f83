# SPDX-License-Identifier: MIT
"""How old facts are and when offers end, as JSON."""

from collections.abc import Iterable, Mapping
from typing import Any

from azmodels_gui.catalog.fact_dates import FactDate, FactKind
from azmodels_gui.catalog.facts import Offer


def dates_json(
    dates: Mapping[FactKind, FactDate], kinds: Iterable[FactKind] = FactKind
) -> dict[str, str | None]:
    """Return the main date of each kind of fact; null: no fact of that kind bears one."""
    return {kind.value: dates[kind].main if kind in dates else None for kind in kinds}


def end_json(offer: Offer | None) -> dict[str, Any]:
    """Return the day on which a deployment type ends where that is another than the version's."""
    ends = None if offer is None else offer.retirement_date
    return {
        "retirement_date": None if ends is None else ends.isoformat(),
        "retirement_source": None if offer is None else offer.retirement_source,
    }
