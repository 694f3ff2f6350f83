# SPDX-License-Identifier: MIT
"""The page on sizing provisioned throughput: parameters, token weights, contradictions."""

import re
from collections.abc import Iterator
from pathlib import Path

from azmodels_gui.catalog.terms import TokenCategory
from azmodels_gui.publish.cells import UnreadableCell, read_tokens, without_footnotes
from azmodels_gui.publish.facts import AnyFact, ConflictFact, PtuFact
from azmodels_gui.publish.ledger import Ledger
from azmodels_gui.publish.markdown import Page, Table, read_page
from azmodels_gui.publish.ptu_columns import ColumnTable, PageRules
from azmodels_gui.publish.ptu_weights import (
    WeightTables,
    is_image_table,
    is_weight_table,
    model_slug,
)

CACHED_FREE = re.compile(r"cached tokens are deducted 100%", re.IGNORECASE)
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
            name=fact.name,
            version=fact.version,
            source=fact.source,
            row=fact.row,
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
    for number, cells in enumerate(table.rows, start=1):
        row = ledger.read(source, f"{place}, row {number}", " | ".join(cells))
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
