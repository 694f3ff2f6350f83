# SPDX-License-Identifier: MIT
"""Limits, capabilities and modalities of one version or model out of all statements."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Literal

from azmodels_gui.catalog.document import LESS_CONTEXT, Modalities
from azmodels_gui.catalog.facts import (
    Capability,
    Claim,
    Conflict,
    Hosting,
    Limits,
    LocalText,
    TokenLimit,
    TrainingData,
)
from azmodels_gui.publish.cells import UnreadableCell, bullets, read_tokens, read_year_month
from azmodels_gui.publish.facts import (
    REASONING_EFFORT,
    CapabilityFact,
    ConflictFact,
    Fact,
    HostingFact,
    LimitFact,
    NoteFact,
)
from azmodels_gui.publish.statements import Standing, Statement, disagreement, most_specific

Limit = Literal["context_window", "max_input", "max_output"]

LABELS: dict[str, Limit] = {"input": "max_input", "output": "max_output"}
CONDITIONAL = re.compile(r"([\d,]+)\s*\((.+)\)")
TYPING_ERROR = (
    "The figure is typed wrongly at the source; what is meant is unknown.",
    "Die Zahl ist in der Quelle falsch geschrieben; was gemeint ist, ist unbekannt.",
)
CONTRADICTION = (
    "Two cells of one row disagree; the smaller figure is shown.",
    "Zwei Zellen einer Zeile widersprechen sich; gezeigt wird die kleinere Angabe.",
)
IN_GERMAN = {
    "standard deployments": "Standard",
    "provisioned managed and batch deployments": "bereitgestellter Durchsatz und Batch",
}


@dataclass
class LimitReading:
    """What the limit cells of one row say."""

    values: dict[Limit, int] = field(default_factory=dict)
    training_data: str | None = None
    faults: list[tuple[str, tuple[str, ...], tuple[str, str]]] = field(default_factory=list)
    """Which limit, the texts in question, and a note in English and German."""
    conditions: list[tuple[int, str]] = field(default_factory=list)
    """Smaller context windows and the deployments they hold for."""

    def add(self, limit: Limit, text: str) -> None:
        """Take a figure, or remember that it cannot be read."""
        try:
            tokens = read_tokens(text)
        except UnreadableCell:
            self.faults.append((limit, (text.strip(),), TYPING_ERROR))
            return
        known = self.values.get(limit)
        if tokens is None:
            return
        if known is not None and known != tokens:
            self.faults.append((limit, (f"{known:,}", f"{tokens:,}"), CONTRADICTION))
            tokens = min(known, tokens)
        self.values[limit] = tokens

    def add_lines(self, bare: Limit, cell: str) -> None:
        """Take a cell such as `400,000 / Input: 272,000 / Output: 128,000`.

        Args:
            bare: which limit a number without a label is.
            cell: the cell's text.
        """
        for line in bullets(cell):
            label, colon, figure = line.partition(":")
            conditional = CONDITIONAL.fullmatch(line)
            if colon and label.strip().casefold() in LABELS:
                self.add(LABELS[label.strip().casefold()], figure)
            elif conditional:
                self.conditions.append((int(conditional[1].replace(",", "")), conditional[2]))
            else:
                self.add(bare, line)

    def add_training_data(self, cell: str) -> None:
        """Take up to when training data reaches."""
        try:
            self.training_data = read_year_month(cell)
        except UnreadableCell:
            self.faults.append(("training_data", (cell,), TYPING_ERROR))

    def facts(self, about: Fact) -> Iterator[Fact]:
        """Yield the facts for the model, version and row of `about`."""
        if self.values or self.training_data:
            yield LimitFact(
                **about.spot,
                training_data=self.training_data,
                context_window=self.values.get("context_window"),
                max_input=self.values.get("max_input"),
                max_output=self.values.get("max_output"),
                long_context_above=None,  # no table states it
            )
        for limit, texts, (note_en, note_de) in self.faults:
            yield ConflictFact(
                **about.spot,
                about=limit,
                values=texts,
                note_en=note_en,
                note_de=note_de,
            )
        if self.conditions:
            yield self._condition_note(about)

    def _condition_note(self, about: Fact) -> NoteFact:
        title = f"{about.name} {about.version or ''}".strip()
        english = "; ".join(f"{where}: {tokens:,}" for tokens, where in self.conditions)
        german = "; ".join(
            f"{IN_GERMAN.get(where, where)}: {tokens:,}".replace(",", ".")
            for tokens, where in self.conditions
        )
        return NoteFact(
            **about.spot,
            topic=LESS_CONTEXT,
            note_en=f"{title}: smaller context window on some deployments, in tokens: {english}.",
            note_de=f"{title}: kleineres Kontextfenster bei manchen Bereitstellungsarten, "
            f"in Token: {german}.",
        )


def limits_of(
    facts: Sequence[LimitFact],
    standing: Standing,
    faults: Sequence[ConflictFact] = (),
) -> tuple[Limits, tuple[Conflict, ...]]:
    """Return the limits of one version, and what the sources disagree on.

    The newest source that states a figure wins; where one source states two, the smaller.

    Args:
        facts: what tables state of this version, or of all versions.
        standing: how much each source counts; secondary ones where no other speaks.
        faults: cells that could not be read; they join the claims of their limit.
    """
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


def capabilities_of(facts: Sequence[CapabilityFact], standing: Standing) -> tuple[Capability, ...]:
    """Return every capability that a source states or denies, sorted by id.

    The source to go by answers; levels are those of the best source that names any.
    """
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


def hosting_of(facts: Sequence[HostingFact], standing: Standing) -> Hosting | None:
    """Return who runs a version, by the newest source that says so; None if none does."""
    best = min(facts, key=lambda one: (*standing.rank(one.source), one.source), default=None)
    return Hosting(by=best.by, source=best.source) if best else None


def modalities_of(facts: Sequence[CapabilityFact], standing: Standing) -> Modalities | None:
    """Return what goes in and comes out, as one source states it; None if none does.

    A source that states both sides comes before one that states one, then the newer one.
    """
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
