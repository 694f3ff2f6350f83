# SPDX-License-Identifier: MIT
"""From PTU facts of all pages to the PTU parameters of one model."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from azmodels_gui.catalog.part import Claim, Conflict, LocalText
from azmodels_gui.catalog.prices import PtuParameters
from azmodels_gui.publish.facts import ConflictFact, PtuFact

ABOUT_PTU = "ptu:"
"""Beginning of what a contradiction on token weights or throughput is about."""


def ptu_of(
    facts: Iterable[PtuFact], source_dates: Mapping[str, date]
) -> tuple[tuple[PtuParameters, ...], tuple[Conflict, ...]]:
    """Return the PTU parameters of one model, newest page first, and what contradicts itself.

    An older page is kept as history where its figures differ from those of every newer page,
    or where no newer page has the model: parameters change over time, which is no conflict.
    Pages of one day that disagree on a version are one.

    Args:
        facts: all of one model.
        source_dates: day of each source, by source id.
    """
    ordered = sorted(facts, key=lambda fact: (fact.history, -source_dates[fact.source].toordinal()))
    kept: list[PtuParameters] = []
    for fact in ordered:
        found = _parameters(fact)
        twin = next((at for at, item in enumerate(kept) if _same(item, found)), None)
        if twin is None or (not fact.history and kept[twin].versions and not found.versions):
            kept.append(found)
        elif not fact.history:
            kept[twin] = _with_version(kept[twin], found)
    return tuple(kept), tuple(_contradictions(kept, source_dates))


def stated_ptu_conflicts(faults: Iterable[ConflictFact]) -> Iterator[Conflict]:
    """Yield the contradictions inside one sizing page; faults of other kinds are left out."""
    for fault in faults:
        if fault.about.startswith(ABOUT_PTU):
            yield Conflict(
                about=fault.about,
                claims=tuple(Claim(value=value, source=fault.source) for value in fault.values),
                note=LocalText(en=fault.note_en, de=fault.note_de),
            )


def _with_version(kept: PtuParameters, same: PtuParameters) -> PtuParameters:
    """Return parameters for the versions of both; those for all versions stay as they are."""
    if not kept.versions:
        return kept
    versions = tuple(sorted({*kept.versions, *same.versions}))
    return kept.but(versions=versions)


def _contradictions(
    kept: list[PtuParameters], source_dates: Mapping[str, date]
) -> Iterable[Conflict]:
    for at, first in enumerate(kept):
        for other in kept[at + 1 :]:
            same_day = source_dates[first.source] == source_dates[other.source]
            if same_day and _same_version(first, other):
                yield Conflict(
                    about="ptu",
                    claims=tuple(
                        Claim(value=_told(item), source=item.source) for item in (first, other)
                    ),
                )


def _same_version(first: PtuParameters, other: PtuParameters) -> bool:
    return first.versions == other.versions or bool(set(first.versions) & set(other.versions))


def _same(first: PtuParameters, other: PtuParameters) -> bool:
    """Tell whether all figures are equal, whatever page and version they are from."""
    update = {name: getattr(first, name) for name in ("versions", "history", "source")}
    return first == other.but(**update)


def _told(parameters: PtuParameters) -> str:
    sizes = "; ".join(
        f"{item.scope.value} {item.minimum_ptu}+{item.scale_increment}"
        for item in parameters.sizing
    )
    return f"{parameters.input_tpm_per_ptu} TPM/PTU; {sizes}"


def _parameters(fact: PtuFact) -> PtuParameters:
    return PtuParameters(
        versions=() if fact.version is None else (fact.version,),
        input_tpm_per_ptu=fact.input_tpm_per_ptu,
        weights=fact.weights,
        sizing=fact.sizing,
        latency_target=fact.latency_target,
        latency_basis=fact.latency_basis,
        long_context=fact.long_context,
        data_zones=fact.data_zones,
        history=fact.history,
        source=fact.source,
    )
