# SPDX-License-Identifier: MIT
"""When to look for a newer catalogue by itself: once a day, not all machines at once."""

from datetime import datetime, timedelta

DAY = timedelta(days=1)
SPREAD = timedelta(hours=2)
FIRST = timedelta(seconds=30)
"""A start is not slowed down by a refresh."""


def wait_for(now: datetime, last_attempt: datetime | None, chance: float) -> timedelta:
    """Return how long to wait until the next attempt.

    An attempt in the future was made while the clock was wrong, by minutes or by years; it
    counts as none, so that the check neither stops for years nor comes at every start: the
    attempt that follows is stored with today's time.

    Args:
        now: the moment.
        last_attempt: when one was made last, succeeded or not; None: never.
        chance: from 0 to 1; at random, so that machines that start together do not ask together.
    """
    if last_attempt is None or last_attempt > now:
        return FIRST * (1 + chance)
    due = last_attempt + DAY + SPREAD * chance
    return max(FIRST, due - now)
