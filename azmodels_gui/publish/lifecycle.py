# SPDX-License-Identifier: MIT
"""Retirement schedule and list of retired models: stages, dates, successors."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from azmodels_gui.catalog.terms import Stage, newer_words
from azmodels_gui.publish.cells import read_day, says_nothing, without_footnotes
from azmodels_gui.publish.facts import (
    CapabilityFact,
    Fact,
    FineTuningFact,
    LifecycleFact,
    NamedFact,
    NoteFact,
)
from azmodels_gui.publish.identity import read_mentions, read_stage
from azmodels_gui.publish.ledger import Ledger, Row
from azmodels_gui.publish.markdown import Table, read_page

DAY = re.compile(r"(?<!\d)\d{4}-\d{2}-\d{2}(?!\d)")


def version_date(version: str) -> date | None:
    """Return the day in a version's name (`2025-08-07`, `turbo-2024-04-09`); None without one."""
    found = DAY.search(version)
    if found is None:
        return None
    try:
        return date.fromisoformat(found.group())
    except ValueError:
        return None


def known_since(version: str, evidence: Iterable[date | None]) -> date | None:
    """Return the earliest day on which the version surely existed; None if no day is known.

    A version that bears a date is as old as that date. For others, evidence is any day that
    presupposes the version: of a document that names it, of its retirement.
    """
    dated = version_date(version)
    if dated is not None:
        return dated
    return min((day for day in evidence if day is not None), default=None)


SOLD_BY_AZURE = "Foundry Models sold by Azure"
PARTNERS = "Foundry Models from partners and community"
NOT_BEFORE = "no earlier than"
SEPARATORS = re.compile(r"\n|,\s+|\s+or\s+")
VERSION_IN_WORDS = re.compile(r"^(\S+)\s+(?:\()?(?:version:?\s*)?(\d[\w-]*)\)?$")
NAME_AND_VERSION = re.compile(r"(\S+)\s+-\s+(\d[\w-]*)")
REMARK = re.compile(r"\s*\(([^()]*)\)$")
ANY_MODEL = re.compile(r"\bany\b", re.IGNORECASE)


@dataclass(frozen=True)
class RowAt:
    """A table row with its columns by title, and where it stands."""

    cell: dict[str, str]
    provider: str | None
    channel: str | None
    source: str
    place: str


def read_retirement_schedule(path: Path, source: str, ledger: Ledger) -> Iterator[Fact]:
    """Yield stage, retirement date and successors of each version; fine-tuned models too."""
    for row, entry in _rows(path, source, ledger):
        if "Training retirement date" in row.cell:
            yield from ledger.settle(entry, _fine_tuning(row))
        elif "Lifecycle" in row.cell:
            yield from ledger.settle(entry, _scheduled(row, ledger))
        else:
            ledger.refuse(entry, "not a table of the schedule")


def read_retired_models(path: Path, source: str, ledger: Ledger) -> Iterator[Fact]:
    """Yield the models that are retired; a cell may name several that share a version."""
    for row, entry in _rows(path, source, ledger):
        if "Retirement date" in row.cell:
            yield from ledger.settle(entry, _retired(row, ledger))
        else:
            ledger.refuse(entry, "not a table of retired models")


def _rows(path: Path, source: str, ledger: Ledger) -> Iterator[tuple[RowAt, Row]]:
    for table in read_page(path.read_text(encoding="utf-8")).tables:
        provider, channel = _section(table)
        for entry, cells in ledger.rows_of(source, table.place, table.rows):
            cell = dict(zip(table.header, cells, strict=True))
            yield RowAt(cell, provider, channel, source, entry.place), entry


def _section(table: Table) -> tuple[str | None, str | None]:
    """Return provider and sales channel as the headings state them."""
    if not table.headings:
        return None, None
    if len(table.headings) == 1:
        only = table.headings[0]
        return only, "azure_openai" if only == "Azure OpenAI" else None
    group, provider = table.headings[:2]
    if group == PARTNERS:
        return provider, "fireworks" if provider == "Fireworks" else "marketplace"
    if group == SOLD_BY_AZURE:
        return provider, "azure_openai" if provider == "Azure OpenAI" else "azure_direct"
    return provider, None


def _scheduled(row: RowAt, ledger: Ledger) -> Iterator[Fact]:
    name, remark = _without_remark(row.cell["Model"])
    version = _version(row.cell["Version"])
    stage = _stage(row.cell["Lifecycle"])
    retirement, not_before = _day(row.cell["Retirement date"])
    replacements = _replacements(row.cell["Replacement"], row, ledger)
    named = _named(row, name, version)
    yield named
    yield from _successors(row, replacements)
    yield LifecycleFact(
        **named.spot,
        provider=row.provider,
        stage=stage,
        retirement_date=retirement,
        retirement_not_before=not_before,
        replacements=replacements,
    )
    if remark:
        yield NoteFact(
            **named.spot,
            note_en=f"The schedule adds: {remark}.",
            note_de=f"Zusatz im Abschaltplan: {remark}.",
        )


def _stage(cell: str) -> Stage | None:
    """Return the stage of a cell; a word that is new is taken as it is, for review."""
    stage = read_stage(cell)
    if stage is not None or says_nothing(cell):
        return stage
    with newer_words():
        return Stage(without_footnotes(cell))


def _fine_tuning(row: RowAt) -> Iterator[Fact]:
    name, version = without_footnotes(row.cell["Model"]), _version(row.cell["Version"])
    training, not_before = _day(row.cell["Training retirement date"])
    tuned = FineTuningFact(
        name=name,
        version=version,
        source=row.source,
        row=row.place,
        training_retirement=training,
        training_not_before=not_before,
        deployment_retirement=read_day(row.cell["Deployment retirement date"]),
    )
    yield tuned
    yield CapabilityFact(**tuned.spot, capabilities=("fine-tuning",))


def _retired(row: RowAt, ledger: Ledger) -> Iterator[Fact]:
    retirement, not_before = _day(row.cell["Retirement date"])
    replacements = _replacements(row.cell.get("Suggested replacement", ""), row, ledger)
    yield from _successors(row, replacements)
    for name, version in _names(row.cell["Model"]):
        named = _named(row, name, version)
        yield named
        yield LifecycleFact(
            **named.spot,
            provider=row.provider,
            stage=Stage.RETIRED,
            retirement_date=retirement,
            retirement_not_before=not_before,
            deprecation_date=read_day(row.cell.get("Deprecation date", "")),
            replacements=replacements,
        )


def _named(row: RowAt, name: str, version: str | None) -> NamedFact:
    return NamedFact(
        name=name,
        version=version,
        source=row.source,
        row=row.place,
        provider=row.provider,
        channel=row.channel,
    )


def _successors(row: RowAt, replacements: tuple[str, ...]) -> Iterator[NamedFact]:
    """Yield the successors as models of the same provider: some are named nowhere else."""
    for text in replacements:
        for mention in read_mentions(text):
            yield NamedFact(
                name=mention.name,
                version=mention.version,
                source=row.source,
                row=row.place,
                provider=row.provider,
            )


def _names(cell: str) -> list[tuple[str, str | None]]:
    """Read `gpt-4 / gpt-4-32k - 0314`: the version counts for all names of the cell."""
    lines = [without_footnotes(line) for line in cell.split("\n")]
    last = NAME_AND_VERSION.fullmatch(lines[-1])
    if not last:
        return [(line, None) for line in lines]
    return [(name, last[2]) for name in [*lines[:-1], last[1]]]


def _version(cell: str) -> str | None:
    return None if says_nothing(cell) else without_footnotes(cell)


def _without_remark(cell: str) -> tuple[str, str]:
    plain = without_footnotes(cell)
    remark = REMARK.search(plain)
    return REMARK.sub("", plain), remark[1] if remark else ""


def _day(cell: str) -> tuple[date | None, bool]:
    """Read a day and whether it is "no earlier than" it."""
    plain = without_footnotes(cell)
    not_before = plain.casefold().startswith(NOT_BEFORE)
    return read_day(plain[len(NOT_BEFORE) :] if not_before else plain), not_before


def _replacements(cell: str, row: RowAt, ledger: Ledger) -> tuple[str, ...]:
    """Return the successors of a cell, versions in brackets: `gpt-x (2026-01-31)`."""
    if says_nothing(cell):
        return ()
    if ANY_MODEL.search(cell):
        entry = ledger.read(row.source, f"{row.place}, replacement", cell)
        ledger.refuse(entry, "names a kind of model instead of a model")
        return ()
    parts = [without_footnotes(part) for part in SEPARATORS.split(cell)]
    return tuple(VERSION_IN_WORDS.sub(r"\1 (\2)", part) for part in parts if part)
