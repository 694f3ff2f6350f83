# SPDX-License-Identifier: MIT
"""Since when a model version is known to exist."""

import re
from collections.abc import Iterable
from datetime import date

DAY = re.compile(r"(?<!\d)\d{4}-\d{2}-\d{2}(?!\d)")


def version_date(version: str) -> date | None:
    """Return the day in a version's name (`2025-08-07`, `turbo-2024-04-09`); None without one."""
    found = DAY.search(version)
    if found is None:
        return None
    try:
        return date.fromisoformat(found.group())
    except ValueError:
        return None


def known_since(version: str, evidence: Iterable[date | None]) -> date | None:
    """Return the earliest day on which the version surely existed; None if no day is known.

    A version that bears a date is as old as that date. For others, evidence is any day that
    presupposes the version: of a document that names it, of its retirement.
    """
    dated = version_date(version)
    if dated is not None:
        return dated
    return min((day for day in evidence if day is not None), default=None)
