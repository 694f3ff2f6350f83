# SPDX-License-Identifier: MIT
"""Stage, dates and successors of entries, as published and on the day asked about."""

from collections.abc import Callable, Sequence
from datetime import date

from azmodels_gui.answers.answer import (
    NONE_NAMED,
    UNKNOWN,
    Answer,
    Better,
    Qualifier,
    Section,
    if_disputed,
    known,
    message,
    row,
    section,
)
from azmodels_gui.answers.viewpoint import Viewpoint
from azmodels_gui.catalog.document import Entry

Ask = Callable[[Entry, Viewpoint], Answer]


def lifecycle(entries: Sequence[Entry], view: Viewpoint) -> Section:
    """Return stages as published, and what the dates mean on the day."""
    told = [entry.version.lifecycle for entry in entries]
    deprecated = any(each.deprecation_date for each in told)
    gone = any(each.unlisted_in in view.sources for each in told)
    tuned = any(each.fine_tuning for each in told)
    asked: tuple[tuple[str, Ask, Better | None, bool], ...] = (
        ("stage", stage, None, True),
        ("retirement", retirement, Better.HIGH, True),
        ("days_left", days_left, Better.HIGH, True),
        ("deprecated_on", deprecation, None, deprecated),
        ("replacement", replacement, None, True),
        ("unlisted", unlisted, None, gone),
        ("fine_tuning_training", fine_tuning_training, Better.HIGH, tuned),
        ("fine_tuning_deployment", fine_tuning_deployment, Better.HIGH, tuned),
    )
    rows = (
        row(key, (ask(entry, view) for entry in entries), better)
        for key, ask, better, stated in asked
        if stated
    )
    return section("lifecycle", rows)


def stage(entry: Entry, view: Viewpoint) -> Answer:
    """Return the stage as published, qualified where the date has passed."""
    lifecycle = entry.version.lifecycle
    on = entry.stage_on(view.day)
    qualifiers = set()
    if on.contradicts:
        qualifiers.add(Qualifier.PAST)
    if not on.usable:
        qualifiers.add(Qualifier.RETIRED)
    source = lifecycle.stage_source or lifecycle.source
    told = known(on.published, source, qualifiers=frozenset(qualifiers))
    return if_disputed(told, entry, "stage")


def retirement(entry: Entry, view: Viewpoint) -> Answer:
    """Return the retirement date; a "not before" stays one."""
    lifecycle = entry.version.lifecycle
    told = _dated(
        lifecycle.retirement_date,
        lifecycle.source,
        view,
        not_before=lifecycle.retirement_not_before,
    )
    return if_disputed(told, entry, "retirement_date")


def days_left(entry: Entry, view: Viewpoint) -> Answer:
    """Return the days until the retirement date; negative once it has passed."""
    lifecycle = entry.version.lifecycle
    left = entry.stage_on(view.day).days_left
    past = frozenset({Qualifier.PAST} if left is not None and left < 0 else ())
    return known(left, lifecycle.source, qualifiers=past)


def deprecation(entry: Entry, view: Viewpoint) -> Answer:
    """Return from which day on new deployments are refused."""
    lifecycle = entry.version.lifecycle
    told = known(lifecycle.deprecation_date, lifecycle.source)
    return if_disputed(told, entry, "deprecation_date")


def replacement(entry: Entry, _view: Viewpoint) -> Answer:
    """Return the successors as published; a schedule that names none says so."""
    lifecycle = entry.version.lifecycle
    if not lifecycle.replacements:
        return NONE_NAMED if lifecycle.source else UNKNOWN
    source = lifecycle.replacements_source or lifecycle.source
    return known(", ".join(lifecycle.replacements), source)


def unlisted(entry: Entry, view: Viewpoint) -> Answer:
    """Return which newer list of models no longer names an entry."""
    source = view.sources.get(entry.version.lifecycle.unlisted_in or "")
    if source is None:
        return NONE_NAMED
    told = message("unlisted_in", source=source)
    return known(told, source.id, qualifiers=frozenset({Qualifier.RETIRED}))


def fine_tuning_training(entry: Entry, view: Viewpoint) -> Answer:
    """Return until when fine-tuned models can be trained."""
    found = entry.version.lifecycle.fine_tuning
    if found is None:
        return UNKNOWN
    not_before = found.training_not_before
    told = _dated(found.training_retirement, found.source, view, not_before=not_before)
    return if_disputed(told, entry, "fine_tuning")


def fine_tuning_deployment(entry: Entry, view: Viewpoint) -> Answer:
    """Return until when fine-tuned models can be deployed."""
    found = entry.version.lifecycle.fine_tuning
    if found is None:
        return UNKNOWN
    return if_disputed(
        _dated(found.deployment_retirement, found.source, view), entry, "fine_tuning"
    )


def _dated(
    day: date | None, source: str | None, view: Viewpoint, *, not_before: bool = False
) -> Answer:
    qualifiers = set()
    if day is not None and not_before:
        qualifiers.add(Qualifier.NOT_BEFORE)
    if day is not None and day < view.day:
        qualifiers.add(Qualifier.PAST)
    return known(day, source, qualifiers=frozenset(qualifiers))
