# SPDX-License-Identifier: MIT
"""One version's lifecycle out of all statements about it; what disagrees stays visible."""

from collections.abc import Mapping, Sequence
from datetime import date

from azmodels_gui.catalog.facts import FineTuningLifecycle, Lifecycle
from azmodels_gui.catalog.part import Conflict, LocalText
from azmodels_gui.catalog.terms import Stage
from azmodels_gui.publish.facts import FineTuningFact, LifecycleFact, NamedFact
from azmodels_gui.publish.statements import (
    NOTHING,
    Standing,
    Statement,
    disagreement,
    most_specific,
)

AGE = {stage: position for position, stage in enumerate(Stage)}
"""Stages from newest to oldest."""

LISTED_TWICE = LocalText(
    en="One source lists this version twice with different dates; the earlier one is shown.",
    de="Eine Quelle führt diese Version zweimal mit verschiedenen Daten; gezeigt wird das frühere.",
)


GERMAN_STAGES = {
    Stage.PREVIEW: "Vorschau",
    Stage.GENERALLY_AVAILABLE: "allgemein verfügbar",
    Stage.LEGACY: "Altbestand",
    Stage.DEPRECATED: "abgekündigt",
    Stage.RETIRED: "abgeschaltet",
}


def lifecycle_of(
    facts: Sequence[LifecycleFact | NamedFact],
    fine_tuning: Sequence[FineTuningFact],
    source_dates: Mapping[str, date],
    secondary: frozenset[str] = frozenset(),
) -> tuple[Lifecycle, tuple[Conflict, ...]]:
    """Return the lifecycle of one version, and what the sources disagree on.

    The newest source wins. Where one source gives two dates, the earlier one wins: a client
    who plans for it is safe either way. A secondary source counts only where no other speaks.

    Args:
        facts: what schedules and tables state of this version, or of all versions.
        fine_tuning: what they state of fine-tuned models.
        source_dates: day of each source, by its id.
        secondary: ids of sources that restate others.
    """
    standing = Standing(source_dates, secondary)
    about = most_specific(facts)
    dates = standing.ranked(_date_statements(about, secondary), _earlier)
    stages = standing.ranked(_stage_statements(about), lambda stage: -AGE[stage])
    tuned, tuned_conflict = _fine_tuning(fine_tuning, standing)
    dated = dates[0] if dates and (dates[0].value or not stages) else None
    source = dated.source if dated else stages[0].source if stages else None
    replacements = _replacements(about, standing)
    lifecycle = Lifecycle(
        stage=stages[0].value if stages else None,
        retirement_date=dates[0].value if dates else None,
        retirement_not_before=bool(dates) and _not_before(about, dates[0]),
        deprecation_date=_deprecation(about, standing),
        replacements=replacements.value if replacements else (),
        fine_tuning=tuned,
        source=source,
        stage_source=_another(stages[0].source if stages else None, source),
        replacements_source=_another(replacements.source if replacements else None, source),
    )
    conflicts = (_date_conflict(dates), _stage_conflict(stages, standing), tuned_conflict)
    return lifecycle, tuple(conflict for conflict in conflicts if conflict)


def _date_statements(
    facts: Sequence[LifecycleFact | NamedFact], secondary: frozenset[str]
) -> list[Statement[date | None]]:
    """A schedule's row without a date says that none is announced; elsewhere it says nothing."""
    return [
        Statement(fact.retirement_date, fact.source)
        for fact in facts
        if fact.retirement_date is not None
        or (isinstance(fact, LifecycleFact) and fact.source not in secondary)
    ]


def _earlier(day: date | None) -> date:
    return day or date.max


def _stage_statements(facts: Sequence[LifecycleFact | NamedFact]) -> list[Statement[Stage]]:
    ordered = sorted(facts, key=lambda fact: isinstance(fact, NamedFact))
    return [Statement(fact.stage, fact.source) for fact in ordered if fact.stage is not None]


def _not_before(facts: Sequence[LifecycleFact | NamedFact], winner: Statement[date | None]) -> bool:
    return any(
        isinstance(fact, LifecycleFact)
        and fact.retirement_not_before
        and Statement(fact.retirement_date, fact.source) == winner
        for fact in facts
    )


def _deprecation(facts: Sequence[LifecycleFact | NamedFact], standing: Standing) -> date | None:
    stated = [
        Statement(fact.deprecation_date, fact.source)
        for fact in facts
        if isinstance(fact, LifecycleFact) and fact.deprecation_date is not None
    ]
    ranked = standing.ranked(stated, _earlier)
    return ranked[0].value if ranked else None


def _replacements(
    facts: Sequence[LifecycleFact | NamedFact], standing: Standing
) -> Statement[tuple[str, ...]] | None:
    stated = [
        Statement(fact.replacements, fact.source)
        for fact in facts
        if isinstance(fact, LifecycleFact) and fact.replacements
    ]
    ranked = standing.ranked(stated, lambda names: names)
    return ranked[0] if ranked else None


def _another(source: str | None, main: str | None) -> str | None:
    return None if source == main else source


def _date_conflict(dates: Sequence[Statement[date | None]]) -> Conflict | None:
    first = dates[0].source if dates else None
    twice = len({one.value for one in dates if one.source == first}) > 1
    return disagreement("retirement_date", dates, _day_text, note=LISTED_TWICE if twice else None)


def _day_text(day: date | None) -> str:
    return day.isoformat() if day else NOTHING


def _stage_conflict(stages: Sequence[Statement[Stage]], standing: Standing) -> Conflict | None:
    """An older source that names an earlier stage does not disagree: time has passed."""
    if not stages:
        return None
    winner = stages[0]
    age = standing.rank(winner.source)
    contradicting = [
        one
        for one in stages
        if standing.rank(one.source) == age or AGE[one.value] > AGE[winner.value]
    ]
    return disagreement(
        "stage",
        contradicting,
        lambda stage: stage.value.replace("_", " "),
        german=lambda stage: GERMAN_STAGES[stage],
    )


def _fine_tuning(
    facts: Sequence[FineTuningFact], standing: Standing
) -> tuple[FineTuningLifecycle | None, Conflict | None]:
    stated = [Statement(fact, fact.source) for fact in most_specific(facts)]
    ranked = standing.ranked(stated, lambda fact: _earlier(fact.training_retirement))
    if not ranked:
        return None, None
    best = ranked[0].value
    lifecycle = FineTuningLifecycle(
        training_retirement=best.training_retirement,
        training_not_before=best.training_not_before,
        deployment_retirement=best.deployment_retirement,
        source=best.source,
    )
    return lifecycle, disagreement("fine_tuning", ranked, _tuning_text)


def _tuning_text(fact: FineTuningFact) -> str:
    training, deployment = (
        _day_text(fact.training_retirement),
        _day_text(fact.deployment_retirement),
    )
    return f"{training} / {deployment}"
