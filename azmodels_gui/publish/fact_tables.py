# SPDX-License-Identifier: MIT
"""Small tables of facts: who hosts Claude, limits of partners' models, Speech by region."""

import csv
from collections.abc import Iterator, Mapping
from pathlib import Path

from azmodels_gui.publish.cells import UnreadableCell, read_tokens, says_nothing
from azmodels_gui.publish.facts import (
    Fact,
    FeatureFact,
    HostingFact,
    LimitFact,
    NamedFact,
)
from azmodels_gui.publish.ledger import Ledger, Row
from azmodels_gui.publish.mentions import read_stage

HOSTS = {
    "hosted on Azure (version 2)": ("2", "azure"),
    "hosted on Anthropic infrastructure (version 1)": ("1", "anthropic"),
}
"""Column, the version it is about, and who runs that version."""
GATED = "gated research "
"""Before a stage: offered to few, but in that stage."""
SPEECH = "azure-speech"
YES = "y"


def read_claude_models(path: Path, source: str, ledger: Ledger) -> Iterator[Fact]:
    """Yield stage and host of each version that the table marks, and the limits of both."""
    for cell, row in _rows(path, source, ledger):
        name = cell["model"]
        try:
            window, output = read_tokens(cell["context"]), read_tokens(cell["max output"])
            stages = {
                column: read_stage(cell[column].casefold().removeprefix(GATED))
                for column in HOSTS
                if not says_nothing(cell[column])
            }
        except (UnreadableCell, KeyError) as fault:
            ledger.refuse(row, f"cannot be read: {fault}")
            continue
        ledger.use(row)
        for column, stage in stages.items():
            version, host = HOSTS[column]
            yield NamedFact(
                name=name,
                version=version,
                source=source,
                row=row.place,
                provider="Anthropic",
                channel="marketplace",
                stage=stage,
            )
            yield HostingFact(name=name, version=version, source=source, row=row.place, by=host)
            yield LimitFact(
                name=name,
                version=version,
                source=source,
                row=row.place,
                context_window=window,
                max_output=output,
            )


def read_partner_limits(path: Path, source: str, ledger: Ledger) -> Iterator[Fact]:
    """Yield the limits in tokens; sizes of vectors and numbers of images are none."""
    for cell, row in _rows(path, source, ledger):
        try:
            output = cell["max output tokens"]
            limit = LimitFact(
                name=cell["model"],
                source=source,
                row=row.place,
                max_input=read_tokens(cell["input tokens"]),
                max_output=read_tokens(output) if output.isdecimal() else None,
                context_window=read_tokens(cell["context"]),
            )
        except (UnreadableCell, KeyError) as fault:
            ledger.refuse(row, f"cannot be read: {fault}")
            continue
        ledger.use(row)
        yield limit


def read_speech_regions(path: Path, source: str, ledger: Ledger) -> Iterator[Fact]:
    """Yield each feature of the speech service with the regions that have it."""
    rows = list(_rows(path, source, ledger))
    for _, row in rows:
        ledger.use(row)
    features = [column for column in (rows[0][0] if rows else {}) if column != "region"]
    for feature in features:
        marked = {cell["region"]: cell.get(feature, "") for cell, _ in rows}
        yield FeatureFact(
            name=SPEECH,
            source=source,
            row=feature,
            feature=feature,
            available=frozenset(region for region, mark in marked.items() if mark == YES),
            listed=frozenset(region for region, mark in marked.items() if mark in (YES, "-")),
        )


def _rows(path: Path, source: str, ledger: Ledger) -> Iterator[tuple[Mapping[str, str], Row]]:
    """Yield the rows of a table, its columns by title; lines with `#` say where it is from."""
    with path.open(encoding="utf-8", newline="") as lines:
        table = csv.DictReader((line for line in lines if line[:1] != "#"), delimiter="\t")
        for number, cells in enumerate(table, start=1):
            texts = {key: (text or "").strip() for key, text in cells.items() if key}
            told = " | ".join(texts.values())
            yield texts, ledger.read(source, f"row {number}", told)
