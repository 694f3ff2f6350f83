# SPDX-License-Identifier: MIT
"""Parameter tables of the PTU sizing page: a column for each model, a row for each parameter."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from azmodels_gui.catalog.part import LocalText
from azmodels_gui.catalog.prices import ScopeSizing, TokenWeight
from azmodels_gui.catalog.terms import Scope, TokenCategory
from azmodels_gui.publish.cells import UnreadableCell, read_tokens, without_footnotes
from azmodels_gui.publish.facts import PtuFact
from azmodels_gui.publish.ledger import Ledger
from azmodels_gui.publish.markdown import Page, Table
from azmodels_gui.publish.ptu_weights import model_slug

DEPLOYMENT = re.compile(r"(?:(.+) provisioned )?(minimum deployment|scale increment)")
SCOPES = {
    "global & data zone": (Scope.GLOBAL, Scope.DATA_ZONE),
    "global": (Scope.GLOBAL,),
    "regional": (Scope.REGIONAL,),
}
BOTH_SCOPES = re.compile(r"both Global and (\w+) Data Zone provisioned throughput")
INPUT_TPM = "input tpm per ptu"
RATIO = "output-to-input ratio"
LATENCY = "latency target value"
ABSENT = frozenset({"na", "n/a", "-", ""})
MARK = re.compile(r"<sup>(\d+)</sup>")
RATIO_NUMBER = re.compile(r"\d+(?:\.\d+)?")
CHANNELS = (
    ("azure openai", "azure_openai"),
    ("sold by azure", "azure_direct"),
    ("fireworks", "fireworks"),
)
"""Words of a section's heading, and the channel its models are sold through."""

P50 = LocalText(
    en="Median of the request latency, measured over 5 minutes.",
    de="Median der Anfragelatenz, gemessen über je 5 Minuten.",
)
MONTHLY_AVERAGE = LocalText(
    en="Average request latency per minute, over the month.",
    de="Durchschnittliche Anfragelatenz je Minute, über den Monat.",
)
NO_TARGET = LocalText(en="No latency target is defined.", de="Es ist kein Latenzziel festgelegt.")
BASES = (
    (("p50", "5-minute"), P50),
    (("average", "per-minute", "month"), MONTHLY_AVERAGE),
    (("not defined",), NO_TARGET),
)
"""Words of a footnote, and what it says of the latency target."""


@dataclass(frozen=True)
class PageRules:
    """What the page says outside of the parameter tables."""

    weights: dict[str, tuple[TokenWeight, ...]]
    """Weights of the models that have tables of their own, by `model_slug`."""
    cached_input_free: bool
    """True: cached input does not count, for all models with an output ratio."""
    no_long_context: frozenset[str]
    """Models for which the page rules out long requests."""
    history: bool


@dataclass(frozen=True)
class ColumnTable:
    """One parameter table and where it stands."""

    table: Table
    page: Page
    rules: PageRules
    source: str
    ledger: Ledger

    @property
    def place(self) -> str:
        """The section's heading."""
        return self.table.headings[-1]

    def facts(self) -> Iterator[PtuFact]:
        """Yield the parameters of each column; rows and faulty cells go to the ledger."""
        rows = self._rows()
        for column, heading in enumerate(self.table.header[1:], start=1):
            cells = {name: row[column] for name, row in rows.items()}
            name, _, version = (part.strip() for part in heading.partition(","))
            place = f"{self.place}, column {name}"
            input_tpm = self._number(cells.get(INPUT_TPM, ""), place, INPUT_TPM)
            if input_tpm is None:
                fault = self.ledger.read(self.source, place, " | ".join(cells.values()))
                self.ledger.refuse(fault, "states no input TPM per PTU")
                continue
            latency = cells.get(LATENCY, "")
            yield PtuFact(
                name=name,
                version=version or None,
                source=self.source,
                row=place,
                channel=self._channel(),
                input_tpm_per_ptu=input_tpm,
                weights=self._weights(name, cells.get(RATIO), place),
                sizing=tuple(self._sizing(cells, place)),
                latency_target="" if _absent(latency) else without_footnotes(latency),
                latency_basis=self._basis(latency),
                long_context=False if name in self.rules.no_long_context else None,
                data_zones=self._zones(),
                history=self.rules.history,
            )

    def _rows(self) -> dict[str, tuple[str, ...]]:
        """Return the rows by parameter; each row is settled in the ledger."""
        found: dict[str, tuple[str, ...]] = {}
        for number, cells in enumerate(self.table.rows, start=1):
            place = f"{self.place}, row {number}"
            row = self.ledger.read(self.source, place, " | ".join(cells))
            name = parameter(cells[0])
            deployment = DEPLOYMENT.fullmatch(name)
            if deployment and not self._scopes(deployment[1]):
                self.ledger.refuse(row, "names no deployment scope that is known")
            elif not deployment and name not in (INPUT_TPM, RATIO, LATENCY):
                self.ledger.refuse(row, "unknown parameter")
            else:
                self.ledger.use(row)
                found[name] = cells
        return found

    def _sizing(self, cells: dict[str, str], place: str) -> Iterator[ScopeSizing]:
        """Yield the scopes for which both figures are stated; NA means not offered."""
        for name, cell in cells.items():
            match = DEPLOYMENT.fullmatch(name)
            if match is None or match[2] != "minimum deployment":
                continue
            increment_name = name.replace("minimum deployment", "scale increment")
            minimum = self._number(cell, place, name)
            increment = self._number(cells.get(increment_name, ""), place, increment_name)
            if (minimum is None) != (increment is None):
                fault = self.ledger.read(self.source, f"{place}, {name}", cell)
                self.ledger.refuse(fault, "a minimum and a scale increment belong together")
            if minimum is not None and increment is not None:
                for scope in self._scopes(match[1]):
                    yield ScopeSizing(scope=scope, minimum_ptu=minimum, scale_increment=increment)

    def _weights(self, name: str, ratio: str | None, place: str) -> tuple[TokenWeight, ...]:
        """Return the weights: from the model's own table, or made of the output ratio."""
        plain = [TokenWeight(category=TokenCategory.INPUT, weight=Decimal(1))]
        if own := self.rules.weights.get(model_slug(name)):
            return own
        number = RATIO_NUMBER.fullmatch(without_footnotes(ratio or ""))
        if number is None:
            if ratio is not None and not _absent(ratio):
                fault = self.ledger.read(self.source, f"{place}, {RATIO}", ratio)
                self.ledger.refuse(fault, "neither a ratio nor weights elsewhere on the page")
            return tuple(plain)
        if self.rules.cached_input_free:
            plain.append(TokenWeight(category=TokenCategory.CACHED_INPUT, weight=Decimal(0)))
        output = TokenWeight(category=TokenCategory.OUTPUT, weight=Decimal(number[0]))
        return (*plain, output)

    def _number(self, cell: str, place: str, name: str) -> int | None:
        if _absent(cell):
            return None
        try:
            return read_tokens(cell)
        except UnreadableCell:
            fault = self.ledger.read(self.source, f"{place}, {name}", cell)
            self.ledger.refuse(fault, "unreadable figure")
            return None

    def _scopes(self, words: str | None) -> tuple[Scope, ...]:
        """Return the scopes a row is for; without words of its own, those of the section."""
        if words is not None:
            return SCOPES.get(words, ())
        return (Scope.GLOBAL, Scope.DATA_ZONE) if self._zones() else ()

    def _zones(self) -> tuple[str, ...]:
        """Return the data zones the section limits its models to."""
        return tuple(zone for text in self._section() for zone in BOTH_SCOPES.findall(text))

    def _channel(self) -> str | None:
        heading = self.place.casefold()
        return next((channel for words, channel in CHANNELS if words in heading), None)

    def _basis(self, latency: str) -> LocalText | None:
        """Return what the footnote of the cell says, or else that of the row."""
        labels = [row[0] for row in self.table.rows if parameter(row[0]) == LATENCY]
        marks = MARK.findall(latency) or [mark for label in labels for mark in MARK.findall(label)]
        for text in self._section():
            if MARK.findall(text)[:1] == marks[:1] and marks:
                return next((said for words, said in BASES if all(w in text for w in words)), None)
        return None

    def _section(self) -> Iterator[str]:
        return (
            paragraph.text
            for paragraph in self.page.paragraphs
            if paragraph.headings == self.table.headings
        )


def parameter(label: str) -> str:
    """Return the name of a row's parameter in one spelling."""
    return without_footnotes(label).casefold().replace(" and ", " & ")


def _absent(cell: str) -> bool:
    return without_footnotes(cell).casefold() in ABSENT
