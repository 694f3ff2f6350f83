# SPDX-License-Identifier: MIT
"""Limits, capabilities and modalities of one version or model out of all statements."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date

from azmodels_gui.catalog.document import Modalities
from azmodels_gui.catalog.facts import Capability, Hosting, Limits, TokenLimit, TrainingData
from azmodels_gui.catalog.part import Claim, Conflict, LocalText
from azmodels_gui.publish.facts import (
    REASONING_EFFORT,
    CapabilityFact,
    ConflictFact,
    HostingFact,
    LimitFact,
)
from azmodels_gui.publish.statements import Standing, Statement, disagreement, most_specific


def limits_of(
    facts: Sequence[LimitFact],
    source_dates: Mapping[str, date],
    secondary: frozenset[str] = frozenset(),
    faults: Sequence[ConflictFact] = (),
) -> tuple[Limits, tuple[Conflict, ...]]:
    """Return the limits of one version, and what the sources disagree on.

    The newest source that states a figure wins; where one source states two, the smaller.

    Args:
        facts: what tables state of this version, or of all versions.
        source_dates: day of each source, by its id.
        secondary: ids of sources that restate others; they count where no other speaks.
        faults: cells that could not be read; they join the claims of their limit.
    """
    standing = Standing(source_dates, secondary)
    precise = most_specific(facts)
    limits: dict[str, TokenLimit] = {}
    conflicts = []
    readers: dict[str, Callable[[LimitFact], int | None]] = {
        "context_window": lambda fact: fact.context_window,
        "max_input": lambda fact: fact.max_input,
        "max_output": lambda fact: fact.max_output,
        "long_context_above": lambda fact: fact.long_context_above,
    }
    for limit, read in readers.items():
        ranked = _figures(precise, read, standing)
        if ranked:
            limits[limit] = TokenLimit(tokens=ranked[0].value, source=ranked[0].source)
        typed_wrongly = [fault for fault in faults if fault.about == limit]
        conflicts.append(_with_faults(limit, ranked, typed_wrongly))
    training, training_conflict = _training_data(precise, standing)
    found = (*conflicts, training_conflict)
    return Limits(**limits, training_data=training), tuple(one for one in found if one)


def capabilities_of(
    facts: Sequence[CapabilityFact],
    source_dates: Mapping[str, date],
    secondary: frozenset[str] = frozenset(),
) -> tuple[Capability, ...]:
    """Return every capability that a source states or denies, sorted by id.

    The source to go by answers; levels are those of the best source that names any.
    """
    standing = Standing(source_dates, secondary)
    best: dict[str, Capability] = {}
    levels: tuple[str, ...] = ()
    for fact in sorted(facts, key=lambda one: (*standing.rank(one.source), one.source)):
        levels = levels or fact.reasoning_efforts
        for name in fact.capabilities:
            best.setdefault(name, Capability(id=name, source=fact.source))
        for name in fact.lacking:
            best.setdefault(name, Capability(id=name, supported=False, source=fact.source))
    effort = best.get(REASONING_EFFORT)
    if effort is not None and effort.supported:
        best[REASONING_EFFORT] = effort.but(levels=levels)
    return tuple(best[name] for name in sorted(best))


def hosting_of(facts: Sequence[HostingFact], source_dates: Mapping[str, date]) -> Hosting | None:
    """Return who runs a version, by the newest source that says so; None if none does."""
    standing = Standing(source_dates)
    best = min(facts, key=lambda one: (*standing.rank(one.source), one.source), default=None)
    return Hosting(by=best.by, source=best.source) if best else None


def modalities_of(
    facts: Sequence[CapabilityFact],
    source_dates: Mapping[str, date],
    secondary: frozenset[str] = frozenset(),
) -> Modalities | None:
    """Return what goes in and comes out, as one source states it; None if none does.

    A source that states both sides comes before one that states one, then the newer one.
    """
    standing = Standing(source_dates, secondary)
    sides: dict[str, tuple[set[str], set[str]]] = {}
    for fact in facts:
        into, out = sides.setdefault(fact.source, (set(), set()))
        into.update(fact.input_modalities)
        out.update(fact.output_modalities)
    stating = [source for source, (into, out) in sides.items() if into or out]
    if not stating:
        return None
    best = min(stating, key=lambda name: (not all(sides[name]), standing.rank(name), name))
    into, out = sides[best]
    return Modalities(input=tuple(sorted(into)), output=tuple(sorted(out)), source=best)


def _figures(
    facts: Sequence[LimitFact], read: Callable[[LimitFact], int | None], standing: Standing
) -> list[Statement[int]]:
    stated = [(read(fact), fact.source) for fact in facts]
    figures = [Statement(tokens, source) for tokens, source in stated if tokens is not None]
    return standing.ranked(figures, lambda tokens: tokens)


def _with_faults(
    about: str, ranked: Sequence[Statement[int]], faults: Sequence[ConflictFact]
) -> Conflict | None:
    conflict = disagreement(about, ranked, lambda tokens: f"{tokens:,}")
    if not faults:
        return conflict
    claims = dict.fromkeys((f"{one.value:,}", one.source) for one in ranked)
    claims |= dict.fromkeys((value, fault.source) for fault in faults for value in fault.values)
    first = faults[0]
    return Conflict(
        about=about,
        claims=tuple(Claim(value=value, source=source) for value, source in claims),
        note=LocalText(en=first.note_en, de=first.note_de) if first.note_en else None,
    )


def _training_data(
    facts: Sequence[LimitFact], standing: Standing
) -> tuple[TrainingData | None, Conflict | None]:
    stated = [Statement(fact.training_data, fact.source) for fact in facts if fact.training_data]
    ranked = standing.ranked(stated, lambda until: until)
    if not ranked:
        return None, None
    best = ranked[0]
    different = [one for one in ranked if not _same_time(one.value, best.value)]
    conflict = disagreement("training_data", [best, *different], str)
    return TrainingData(until=best.value, source=best.source), conflict


def _same_time(one: str, other: str) -> bool:
    """`2024-09` and `2024-09-30` do not disagree: one is only more exact."""
    return one.startswith(other) or other.startswith(one)
