# SPDX-License-Identifier: MIT
"""Disagreements between sources in words: which figure, and what each source says of it."""

from collections.abc import Iterable
from dataclasses import dataclass

from azmodels_gui.catalog.fact_told import claims_told
from azmodels_gui.catalog.part import Conflict
from azmodels_gui.sheets.remarks import about_told
from azmodels_gui.window.models.conflict_claims import dated_claims
from azmodels_gui.window.models.panes.on_show import OnShow


@dataclass(frozen=True)
class Disagreement:
    """Conflicts that share their note and their regions, told together."""

    note: str
    regions: tuple[str, ...]
    conflicts: tuple[Conflict, ...]


def disagreements(conflicts: Iterable[Conflict], shown: OnShow) -> list[Disagreement]:
    """Return conflicts told together where they have the same note and regions."""
    groups: dict[tuple[str, tuple[str, ...]], list[Conflict]] = {}
    for conflict in conflicts:
        note = shown.text(conflict.note) if conflict.note else ""
        groups.setdefault((note, conflict.regions), []).append(conflict)
    return [Disagreement(*key, tuple(members)) for key, members in groups.items()]


def subject(conflict: Conflict, shown: OnShow) -> str:
    """Return which figure the sources disagree on."""
    return about_told(conflict.about, shown.order)


def claims(conflict: Conflict, shown: OnShow) -> list[str]:
    """Return what each source says, with its title and date."""
    return dated_claims(conflict, shown.context)


def short_claims(conflict: Conflict, shown: OnShow) -> str:
    """Return the claims alone, on one line."""
    return " / ".join(claims_told(conflict, shown.context.language))
