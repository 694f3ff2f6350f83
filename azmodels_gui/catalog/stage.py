# SPDX-License-Identifier: MIT
"""What a lifecycle means on a given day."""

from datetime import date

from msgspec import Struct

from azmodels_gui.catalog.facts import Lifecycle
from azmodels_gui.catalog.terms import Stage

SOON_DAYS = 90
"""A retirement this near is worth a warning."""


class StageOn(Struct, frozen=True):
    """Stage as published beside what the dates say of the day."""

    published: Stage | None
    retirement_date: date | None
    days_left: int | None
    """Days until the retirement date, negative once it has passed; None without a date."""

    @property
    def past_date(self) -> bool:
        """The retirement date has passed, whatever stage the source still names."""
        return self.days_left is not None and self.days_left < 0

    @property
    def contradicts(self) -> bool:
        """The date has passed although the source does not call the version retired."""
        return self.past_date and self.published is not Stage.RETIRED

    @property
    def usable(self) -> bool:
        """Neither called retired nor past its date."""
        return self.published is not Stage.RETIRED and not self.past_date


def stage_on(lifecycle: Lifecycle, today: date) -> StageOn:
    """Return the published stage and the days left on `today`."""
    retirement = lifecycle.retirement_date
    days_left = None if retirement is None else (retirement - today).days
    return StageOn(lifecycle.stage, retirement, days_left)
