# SPDX-License-Identifier: MIT
"""Token limits out of table cells, with what could not be read or holds only on a condition."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal

from azmodels_gui.publish.cells import UnreadableCell, bullets, read_tokens, read_year_month
from azmodels_gui.publish.facts import ConflictFact, Fact, LimitFact, NoteFact

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
        where = {"name": about.name, "source": about.source, "row": about.row}
        if self.values or self.training_data:
            yield LimitFact(
                **where,
                version=about.version,
                training_data=self.training_data,
                context_window=self.values.get("context_window"),
                max_input=self.values.get("max_input"),
                max_output=self.values.get("max_output"),
                long_context_above=None,  # no table states it
            )
        for limit, texts, (note_en, note_de) in self.faults:
            yield ConflictFact(
                **where,
                version=about.version,
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
            name=about.name,
            version=about.version,
            source=about.source,
            row=about.row,
            note_en=f"{title}: smaller context window on some deployments, in tokens: {english}.",
            note_de=f"{title}: kleineres Kontextfenster bei manchen Bereitstellungsarten, "
            f"in Token: {german}.",
        )
