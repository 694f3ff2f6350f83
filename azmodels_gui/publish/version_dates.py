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

    Evidence is any day that presupposes the version: of a source that names it, of its
    retirement, the first day of a price for it.
    """
    days = [day for day in (version_date(version), *evidence) if day is not None]
    return min(days, default=None)
