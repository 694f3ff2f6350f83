# SPDX-License-Identifier: MIT
"""One version's lifecycle out of all statements about it; what disagrees stays visible."""

from collections.abc import Sequence
from datetime import date

from azmodels_gui.catalog.facts import Conflict, FineTuningLifecycle, Lifecycle, LocalText
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
    en="Statements of the same age differ; the later date is shown, since dates are put off.",
    de="Gleich alte Angaben weichen ab; gezeigt wird das spätere Datum: Termine werden verschoben.",
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
    standing: Standing,
    *,
    only_version: bool = True,
) -> tuple[Lifecycle, tuple[Conflict, ...]]:
    """Return the lifecycle of one version, and what the sources disagree on.

    The newest dated statement wins; a row without a date says nothing. Of statements of one
    age the later date counts: dates are put off. What is said of the version itself goes
    before what is said of the model as a whole, unless it is the only one.

    Args:
        facts: what schedules and tables state of this version, or of all versions.
        fine_tuning: what they state of fine-tuned models.
        standing: how much each source counts; secondary ones where no other gives a date.
        only_version: no source names another version of the model.
    """
    about = most_specific(facts)
    dates = standing.ranked(_dates(about, only_version), lambda day: -day.toordinal())
    stages = standing.ranked(_stage_statements(about), lambda stage: -AGE[stage])
    tuned, tuned_conflict = _fine_tuning(fine_tuning, standing)
    source = dates[0].source if dates else stages[0].source if stages else None
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
    conflicts = (_date_conflict(dates, standing), _stage_conflict(stages, standing), tuned_conflict)
    return lifecycle, tuple(conflict for conflict in conflicts if conflict)


def _dates(facts: Sequence[LifecycleFact | NamedFact], only_version: bool) -> list[Statement[date]]:
    """Return the dates; those of the version itself where a model has several versions."""
    dated = [
        (fact.version, Statement(fact.retirement_date, fact.source))
        for fact in facts
        if fact.retirement_date is not None
    ]
    own = [statement for version, statement in dated if version is not None]
    return own if own and not only_version else [statement for _, statement in dated]


def _earlier(day: date | None) -> date:
    return day or date.max


def _stage_statements(facts: Sequence[LifecycleFact | NamedFact]) -> list[Statement[Stage]]:
    ordered = sorted(facts, key=lambda fact: isinstance(fact, NamedFact))
    return [Statement(fact.stage, fact.source) for fact in ordered if fact.stage is not None]


def _not_before(facts: Sequence[LifecycleFact | NamedFact], winner: Statement[date]) -> bool:
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


def _date_conflict(dates: Sequence[Statement[date]], standing: Standing) -> Conflict | None:
    age = standing.rank(dates[0].source) if dates else None
    newest = {one.value for one in dates if standing.rank(one.source) == age}
    note = LISTED_TWICE if len(newest) > 1 else None
    return disagreement("retirement_date", dates, _day_text, note=note)


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
