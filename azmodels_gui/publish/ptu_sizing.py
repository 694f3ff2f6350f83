# SPDX-License-Identifier: MIT
"""The page on sizing provisioned throughput: parameters, token weights, contradictions."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path

from azmodels_gui.catalog.facts import (
    Claim,
    Conflict,
    LocalText,
    PtuParameters,
    ScopeSizing,
    TokenWeight,
)
from azmodels_gui.catalog.terms import Scope, TokenCategory
from azmodels_gui.publish.cells import UnreadableCell, read_tokens, without_footnotes
from azmodels_gui.publish.facts import AnyFact, ConflictFact, PtuFact
from azmodels_gui.publish.ledger import Ledger
from azmodels_gui.publish.markdown import Page, Table, read_page
from azmodels_gui.publish.ptu_weights import (
    WeightTables,
    is_image_table,
    is_weight_table,
    model_slug,
)

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
    """True: cached input does not count, for all models without weights of their own."""
    written_input_plain: bool
    """True: all input that is not read from the cache counts 1, what is written to it among it."""
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
        for row, cells in self.ledger.rows_of(self.source, self.place, self.table.rows):
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
        if own := self.rules.weights.get(model_slug(name)):
            return own
        plain = [TokenWeight(category=TokenCategory.INPUT, weight=Decimal(1))]
        if self.rules.cached_input_free:
            plain.append(TokenWeight(category=TokenCategory.CACHED_INPUT, weight=Decimal(0)))
        if self.rules.written_input_plain:
            plain.append(TokenWeight(category=TokenCategory.CACHE_WRITE, weight=Decimal(1)))
        number = RATIO_NUMBER.fullmatch(without_footnotes(ratio or ""))
        if number is None:
            if ratio is not None and not _absent(ratio):
                fault = self.ledger.read(self.source, f"{place}, {RATIO}", ratio)
                self.ledger.refuse(fault, "neither a ratio nor weights elsewhere on the page")
            return tuple(plain)
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


CACHED_FREE = re.compile(r"cached tokens are deducted 100%", re.IGNORECASE)
UNCACHED_PLAIN = re.compile(
    r"normalized tpm = \(input tpm × \(1 [−-] cache rate\)\) \+", re.IGNORECASE
)
"""The formula counts what is not cached as plain input; a weight for cache writes it has none."""
NO_LONG_CONTEXT = re.compile(r"(n[o']t|not) support", re.IGNORECASE)
MODEL_WORD = re.compile(r"[A-Za-z0-9](?:[\w.-]*\w)?")
CONFIRMING = ("model", "version", "short-context input tpm per ptu", "normalized tpm per ptu")


def read_ptu_sizing(path: Path, source: str, ledger: Ledger) -> Iterator[AnyFact]:
    """Yield the parameters of the page in force, prices its weights come from, conflicts."""
    return _read(path, source, ledger, history=False)


def read_older_ptu_sizing(path: Path, source: str, ledger: Ledger) -> Iterator[AnyFact]:
    """Yield the parameters of an older page, all of them marked as history."""
    return _read(path, source, ledger, history=True)


def _read(path: Path, source: str, ledger: Ledger, *, history: bool) -> Iterator[AnyFact]:
    page = read_page(path.read_text(encoding="utf-8"))
    own_weights = WeightTables(source, ledger).read(page)
    rules = PageRules(
        weights=own_weights.weights,
        cached_input_free=any(CACHED_FREE.search(item.text) for item in page.paragraphs),
        written_input_plain=any(UNCACHED_PLAIN.match(item.text) for item in page.paragraphs),
        no_long_context=_without_long_context(page),
        history=history,
    )
    found: list[PtuFact] = []
    for table in page.tables:
        if _is_parameter_table(table):
            found += ColumnTable(table, page, rules, source, ledger).facts()
    yield from found
    yield from own_weights.facts
    yield from _cache_rule_conflicts(found, rules)
    for table in page.tables:
        if not _is_read(table):
            yield from _confirm_or_refuse(table, found, source, ledger)


def _is_parameter_table(table: Table) -> bool:
    return without_footnotes(table.header[0]).casefold() == "topic"


def _is_read(table: Table) -> bool:
    return _is_parameter_table(table) or is_weight_table(table) or is_image_table(table)


def _without_long_context(page: Page) -> frozenset[str]:
    """Return the words of the notes that rule out prompts above 128K, model names among them."""
    texts = (paragraph.text for paragraph in page.paragraphs)
    notes = (text for text in texts if "128k" in text.casefold() and NO_LONG_CONTEXT.search(text))
    return frozenset(word for note in notes for word in MODEL_WORD.findall(note))


def _cache_rule_conflicts(found: list[PtuFact], rules: PageRules) -> Iterator[ConflictFact]:
    """Yield a conflict where the rule for all models and a model's own weights disagree."""
    for fact in found:
        cached = [item for item in fact.weights if item.category is TokenCategory.CACHED_INPUT]
        if not rules.cached_input_free or all(item.weight == 0 for item in cached):
            continue
        weights = ", ".join(f"{item.weight} ({item.context_band})" for item in cached)
        yield ConflictFact(
            **fact.spot,
            about="ptu:cached_input",
            values=(weights, "0"),
            note_en="One rule of the page says that cached input does not count for any "
            "deployment, the model's own table gives it weights. The weights are used.",
            note_de="Eine Regel der Seite besagt, dass Eingabe aus dem Cache bei keiner "
            "Bereitstellung zählt, die eigene Tabelle des Modells nennt Gewichte. "
            "Verwendet werden die Gewichte.",
        )


def _confirm_or_refuse(
    table: Table, found: list[PtuFact], source: str, ledger: Ledger
) -> Iterator[ConflictFact]:
    header = tuple(without_footnotes(cell).casefold() for cell in table.header)
    place = table.headings[-1] if table.headings else "table"
    for row, cells in ledger.rows_of(source, place, table.rows):
        facts = [fact for fact in found if (fact.name, fact.version) == cells[:2]]
        if header != CONFIRMING or not facts:
            ledger.refuse(row, _reason(header))
            continue
        ledger.use(row)
        for fact, cell in ((fact, cell) for fact in facts for cell in cells[2:]):
            yield from _compared(fact, cell, row.place)


def _compared(fact: PtuFact, cell: str, place: str) -> Iterator[ConflictFact]:
    try:
        same = read_tokens(cell) == fact.input_tpm_per_ptu
    except UnreadableCell:
        same = False
    if not same:
        yield ConflictFact(
            name=model_slug(fact.name),
            version=fact.version,
            source=fact.source,
            row=place,
            about="ptu:input_tpm_per_ptu",
            values=(str(fact.input_tpm_per_ptu), without_footnotes(cell)),
            note_en="Two tables of the page state different figures.",
            note_de="Zwei Tabellen der Seite nennen verschiedene Werte.",
        )


def _reason(header: tuple[str, ...]) -> str:
    if header[-1] == "description":
        return "explains a term, states no figure of a model"
    if "estimated ptus" in header or header[0] == "metric":
        return "worked example"
    if header == CONFIRMING:
        return "names a model that no parameter table has"
    return "not a table of PTU parameters"
