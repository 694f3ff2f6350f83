# SPDX-License-Identifier: MIT
"""Which entries are retired next, in how many days, and what takes their place."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from azmodels_gui.catalog.document import Catalog, Model
from azmodels_gui.catalog.entry import Entry, stage_on
from azmodels_gui.catalog.successors import models_by_name, spelled_entry
from azmodels_gui.catalog.terms import Stage


@dataclass(frozen=True)
class Successor:
    """What a source names as the replacement."""

    spelled: str
    """As the source spells it."""
    entry: Entry | None
    """The entry it means, without a version the newest; None: the catalogue has none."""
    usable: bool
    """Neither retired nor past its date on the day asked about; False without an entry."""


@dataclass(frozen=True)
class Retirement:
    """One entry that will be, or should have been, retired."""

    entry: Entry
    day: date
    days_left: int
    """Below zero: the date has passed, but no source calls the version retired."""
    not_before: bool
    """The source says "no earlier than"."""
    successors: tuple[Successor, ...]
    """Empty: no source names one."""


def retirements(
    entries: Iterable[Entry], catalog: Catalog, today: date, within_days: int | None = None
) -> tuple[Retirement, ...]:
    """Return the entries with a retirement date by days left; those already retired are left out.

    Args:
        entries: pinned or filtered ones.
        catalog: where successors are looked up.
        today: the day to count from.
        within_days: leave out what is further away; None: nothing.
    """
    models = models_by_name(catalog)
    found = []
    for entry in entries:
        lifecycle = entry.version.lifecycle
        stage = stage_on(lifecycle, today)
        if stage.retirement_date is None or stage.days_left is None:
            continue
        too_far = within_days is not None and stage.days_left > within_days
        if stage.published is Stage.RETIRED or too_far:
            continue
        found.append(
            Retirement(
                entry,
                stage.retirement_date,
                stage.days_left,
                lifecycle.retirement_not_before,
                tuple(_successor(name, models, today) for name in lifecycle.replacements),
            )
        )
    return tuple(sorted(found, key=lambda each: (each.days_left, each.entry.key)))


def _successor(spelled: str, models: dict[str, Model], today: date) -> Successor:
    entry = spelled_entry(spelled, models)
    usable = entry is not None and stage_on(entry.version.lifecycle, today).usable
    return Successor(spelled, entry, usable)
