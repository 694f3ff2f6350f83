# SPDX-License-Identifier: MIT
"""Disagreements between sources in words: which figure, and what each source says of it."""

from collections.abc import Iterable
from dataclasses import dataclass

from azmodels_gui.catalog import labels
from azmodels_gui.catalog.fact_told import claims_told
from azmodels_gui.catalog.part import Conflict
from azmodels_gui.language.shown import tr
from azmodels_gui.language.words import N_
from azmodels_gui.qtmodels.conflict_claims import dated_claims
from azmodels_gui.views.panes.on_show import OnShow
from azmodels_gui.views.panes.price_words import BANDS, CATEGORIES, TIERS, translated

CONTEXT = "ConflictWords"

FIGURES = {
    "stage": N_("Stage"),
    "retirement_date": N_("Retirement date"),
    "deprecation_date": N_("Deprecation date"),
    "fine_tuning": N_("Retirement of fine-tuned models"),
    "context_window": N_("Context window"),
    "max_input": N_("Input limit"),
    "max_output": N_("Max output"),
    "long_context_above": N_("Long context above"),
    "training_data": N_("Training data until"),
    "version": N_("Version"),
    "ptu": N_("PTU parameters"),
    "quota": N_("Quota"),
}
PRICE_WORDS = {
    **{each.value: text for each, text in CATEGORIES.items()},
    **{each.value: text for each, text in BANDS.items()},
    **{each.value: text for each, text in TIERS.items()},
}


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
    kind, *details = conflict.about.split(":")
    if kind == "availability" and details:
        names = {each.id: each.name for each in shown.catalog.deployment_types}
        return shown.text(names[details[0]]) if details[0] in names else details[0]
    if kind == "price":
        return " · ".join(_price_word(detail, shown) for detail in details)
    known = FIGURES.get(kind)
    return tr(known) if known else conflict.about


def claims(conflict: Conflict, shown: OnShow) -> list[str]:
    """Return what each source says, with its title and date."""
    return dated_claims(conflict, shown.context)


def short_claims(conflict: Conflict, shown: OnShow) -> str:
    """Return the claims alone, on one line."""
    return " / ".join(claims_told(conflict, shown.context.language))


def _price_word(part: str, shown: OnShow) -> str:
    text = PRICE_WORDS.get(part)
    return translated(text) if text else shown.context.word(labels.SCOPES, part)
