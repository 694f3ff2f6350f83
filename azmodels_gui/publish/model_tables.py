# SPDX-License-Identifier: MIT
"""Model tables of the Azure OpenAI pages: which models exist, what they can do, their limits."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from azmodels_gui.publish.capability_words import CapabilityWords, Meaning, reviewed_words
from azmodels_gui.publish.cells import bullets, says_nothing
from azmodels_gui.publish.facts import CapabilityFact, Fact, NamedFact, NoteFact
from azmodels_gui.publish.identity import Mention, read_highlights, read_mentions
from azmodels_gui.publish.ledger import Ledger
from azmodels_gui.publish.limits_assembly import LimitReading
from azmodels_gui.publish.markdown import Table, read_page

PROVIDER = "OpenAI"
OPEN_WEIGHT_HEADING = "gpt-oss"
MANAGED_COMPUTE = "via managed compute"
ASSISTANTS_REGIONS = "regions of the Assistants interface, not of a deployment type"
BENCHMARK = "benchmark scores, not a model"
SERIES_IN_WORDS = "describes a series in words; its models have rows of their own"
OTHER_TABLE = "a table of another kind, without models"

SIZES = {
    "max request (characters)": (
        "{name}: a request takes up to {value} characters.",
        "{name}: Eine Anfrage fasst bis zu {value} Zeichen.",
    ),
    "max request (audio file size)": (
        "{name}: an audio file may have up to {value}.",
        "{name}: Eine Audiodatei darf bis zu {value} groß sein.",
    ),
    "output dimensions": (
        "{name}: vectors have {value} dimensions.",
        "{name}: Vektoren haben {value} Dimensionen.",
    ),
}
"""Columns for which the catalogue has no field: notes in English and German."""


@dataclass(frozen=True)
class RowReader:
    """What the rows of one page share."""

    source: str
    ledger: Ledger
    words: CapabilityWords

    def capabilities(self, texts: list[str], row: str) -> Meaning:
        """Return what bullets say, and enter each that says nothing in the ledger."""
        total = Meaning()
        for number, text in enumerate(texts, start=1):
            meaning = self.words.of_bullet(text)
            if meaning.says_something:
                total += meaning
            else:
                entry = self.ledger.read(self.source, f"{row}, bullet {number}", text)
                self.ledger.refuse(entry, meaning.reason)
        return total


def read_openai_tables(
    path: Path, source: str, ledger: Ledger, words: CapabilityWords | None = None
) -> Iterator[Fact]:
    """Yield what the model tables of an Azure OpenAI page state."""
    reader = RowReader(source, ledger, words or reviewed_words())
    for number, table in enumerate(read_page(path.read_text(encoding="utf-8")).tables, start=1):
        place = table.place or f"table {number}"
        match table.header[0]:
            case "Model ID":
                yield from _model_table(table, place, reader)
            case "Models":
                yield from _highlights(table, place, reader)
            case "Region":
                yield from _assistants(table, place, reader)
            case "Evaluation benchmark":
                _refuse_all(table, place, reader, BENCHMARK)
            case _:
                _refuse_all(table, place, reader, OTHER_TABLE)


def _model_table(table: Table, place: str, reader: RowReader) -> Iterator[Fact]:
    columns = [title.casefold() for title in table.header]
    section = reader.words.of_headings(table.headings)
    for entry, cells in reader.ledger.rows_of(reader.source, place, table.rows):
        cell = dict(zip(columns, cells, strict=True))
        mentions = read_mentions(cells[0])
        if not mentions:
            reader.ledger.refuse(entry, "names no model")
            continue
        reader.ledger.use(entry)
        described = bullets(cell.get("description", ""))
        meaning = section + reader.capabilities(described, entry.place)
        channel = _channel(table.headings, described)
        for mention in mentions:
            yield from _row_facts(
                _named(mention, reader.source, entry.place, channel), cell, meaning, reader
            )


def _row_facts(
    named: NamedFact, cell: dict[str, str], meaning: Meaning, reader: RowReader
) -> Iterator[Fact]:
    yield named
    yield from _limits(cell).facts(named)
    yield from capability_facts(named, meaning + reader.words.of_name(named.name))
    for column, (english, german) in SIZES.items():
        value = cell.get(column, "")
        if not says_nothing(value):
            title = f"{named.name} {named.version or ''}".strip()
            yield NoteFact(
                **named.spot,
                note_en=english.format(name=title, value=value),
                note_de=german.format(name=title, value=value.replace(",", ".")),
            )


def _limits(cell: dict[str, str]) -> LimitReading:
    reading = LimitReading()
    reading.add_lines("context_window", cell.get("context window", ""))
    reading.add_lines("max_input", cell.get("max request (tokens)", ""))
    reading.add("max_output", cell.get("max output tokens", ""))
    reading.add_training_data(cell.get("training data (up to)", ""))
    return reading


def capability_facts(about: Fact, meaning: Meaning) -> Iterator[CapabilityFact]:
    """Yield what the meaning says of the model, version and row of `about`, if anything."""
    if meaning.says_something:
        yield CapabilityFact(
            **about.spot,
            capabilities=meaning.capabilities,
            input_modalities=meaning.input,
            output_modalities=meaning.output,
        )


def _named(mention: Mention, source: str, row: str, channel: str) -> NamedFact:
    return NamedFact(
        name=mention.name,
        version=mention.version,
        source=source,
        row=row,
        provider=PROVIDER,
        channel=channel,
        stage=mention.stage,
        retirement_date=mention.retirement_date,
    )


def _channel(headings: tuple[str, ...], described: list[str]) -> str:
    """Open-weight models stand on the page, but Azure sells them as it sells other providers'."""
    if OPEN_WEIGHT_HEADING not in headings:
        return "azure_openai"
    only_compute = any(f"available {MANAGED_COMPUTE}" in text.casefold() for text in described)
    return "managed_compute" if only_compute else "azure_direct"


def _highlights(table: Table, place: str, reader: RowReader) -> Iterator[Fact]:
    for entry, cells in reader.ledger.rows_of(reader.source, place, table.rows):
        mentions = list(read_highlights(cells[-1]))
        if mentions:
            reader.ledger.use(entry)
        else:
            reader.ledger.refuse(entry, SERIES_IN_WORDS)
        for mention in mentions:
            yield _named(mention, reader.source, entry.place, "azure_openai")


def _assistants(table: Table, place: str, reader: RowReader) -> Iterator[Fact]:
    """The header names model versions that no other table lists; the regions are of no use."""
    row = f"{place}, header"
    reader.ledger.use(reader.ledger.read(reader.source, row, " | ".join(table.header)))
    for cell in table.header[1:]:
        name, _, version = cell.partition(",")
        yield _named(
            Mention(name.strip(), version.strip() or None), reader.source, row, "azure_openai"
        )
    _refuse_all(table, place, reader, ASSISTANTS_REGIONS)


def _refuse_all(table: Table, place: str, reader: RowReader, reason: str) -> None:
    for entry, _ in reader.ledger.rows_of(reader.source, place, table.rows):
        reader.ledger.refuse(entry, reason)
