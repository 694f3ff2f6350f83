# SPDX-License-Identifier: MIT
"""Model tables of Azure OpenAI and of other providers that Azure sells: which models exist, what
they can do (by a reviewed table of words), their limits.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path

from pydantic import Field

from azmodels_gui.catalog.outside import FilePart
from azmodels_gui.publish.cells import bullets, says_nothing, without_footnotes
from azmodels_gui.publish.editorial_files import editorial_file, read_editorial
from azmodels_gui.publish.facts import CapabilityFact, Fact, NamedFact, NoteFact
from azmodels_gui.publish.identity import Mention, read_highlights, read_mentions
from azmodels_gui.publish.ledger import Ledger, Row
from azmodels_gui.publish.limits_assembly import Limit, LimitReading
from azmodels_gui.publish.markdown import Table, read_page

UNKNOWN_WORDING = "no word of capability_words.toml fits"


class Meaning(FilePart):
    """What a wording stands for; with a `reason`, nothing."""

    capabilities: tuple[str, ...] = ()
    input: tuple[str, ...] = ()
    output: tuple[str, ...] = ()
    reason: str = ""

    @property
    def says_something(self) -> bool:
        """Tell whether it names a capability or a kind of input or output."""
        return bool(self.capabilities or self.input or self.output)

    def __add__(self, other: "Meaning") -> "Meaning":
        """Return both together, each id once, in their order."""
        return Meaning(
            capabilities=_once(self.capabilities + other.capabilities),
            input=_once(self.input + other.input),
            output=_once(self.output + other.output),
            reason=self.reason or other.reason,
        )


class Word(Meaning):
    """A wording of a bullet: the whole of it, or a phrase in it."""

    whole: str = Field("", alias="is")
    has: str = ""


class Section(Meaning):
    """What all models of the tables under a heading can do."""

    heading: str


class NamePart(Meaning):
    """What a part of a model's name says."""

    part: str


class ServiceKey(Meaning):
    """A key of the service's own model list whose value is "true"."""

    key: str


class CapabilityWords(FilePart):
    """The table of words."""

    word: tuple[Word, ...] = ()
    section: tuple[Section, ...] = ()
    name: tuple[NamePart, ...] = ()
    service_key: tuple[ServiceKey, ...] = ()

    def of_bullet(self, bullet: str) -> Meaning:
        """Return what a bullet or a line of a type cell stands for."""
        text = without_footnotes(bullet).rstrip(". ").casefold()
        exact = self._whole.get(text)
        if exact is not None:
            return exact
        found = [word for word in self.word if word.has and word.has in text]
        return sum(found, Meaning()) if found else Meaning(reason=UNKNOWN_WORDING)

    def of_headings(self, headings: tuple[str, ...]) -> Meaning:
        """Return what a table's headings say of all its models."""
        return sum((item for item in self.section if item.heading in headings), Meaning())

    def of_name(self, name: str) -> Meaning:
        """Return what a model's name itself says."""
        return sum((item for item in self.name if item.part in name.casefold()), Meaning())

    def of_service_key(self, key: str) -> Meaning:
        """Return what a true key of the service's model list stands for."""
        found = [item for item in self.service_key if item.key == key]
        return found[0] if found else Meaning(reason=UNKNOWN_WORDING)

    @cached_property
    def _whole(self) -> dict[str, Word]:
        return {word.whole: word for word in self.word if word.whole}


def load_capability_words(path: Path) -> CapabilityWords:
    """Return the table of words of a file.

    Raises:
        EditorialFault: a key is misspelled or missing.
    """
    return read_editorial(path, CapabilityWords)


@cache
def reviewed_words() -> CapabilityWords:
    """Return the project's own table of words."""
    return load_capability_words(editorial_file("capability_words.toml"))


def _once(ids: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(ids))


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


SOLD_BY_AZURE = re.compile(r"(.+?) models sold by Azure")
TOKENS = re.compile(r"([\d,]+|\d+M)(?= tokens)")
BARE_NUMBER = re.compile(r"[\d,]+")
IN_BRACKETS = re.compile(r"\([^()]*\)")
WORDS = re.compile(r"[a-z]+")
MEDIA = {
    "text": "text",
    "markdown": "text",
    "image": "image",
    "images": "image",
    "audio": "audio",
    "video": "video",
    "vector": "embedding",
}
LIMIT_KEYS: dict[str, Limit] = {
    "input": "max_input",
    "output": "max_output",
    "context length": "context_window",
    "context window": "context_window",
}
NOT_FOR_THE_CATALOGUE = "details in prose, for which the catalogue has no field"

OTHER_SIZE = "its kinds are used; its size is no number of tokens"


def read_other_models(
    path: Path, source: str, ledger: Ledger, words: CapabilityWords | None = None
) -> Iterator[Fact]:
    """Yield what the tables of models of other providers state.

    No table of this page names regions or deployment types.
    """
    reader = RowReader(source, ledger, words or reviewed_words())
    for table in read_page(path.read_text(encoding="utf-8")).tables:
        heading = SOLD_BY_AZURE.fullmatch(table.headings[-1]) if table.headings else None
        provider = heading[1] if heading else None
        for entry, cells in ledger.rows_of(source, table.place, table.rows):
            yield from _row(table, cells, provider, entry, reader)


def _row(
    table: Table, cells: tuple[str, ...], provider: str | None, entry: Row, reader: RowReader
) -> Iterator[Fact]:
    mentions = read_mentions(cells[0])
    if not _has_columns(table) or provider is None or not mentions:
        reader.ledger.refuse(entry, "not a table of models sold by Azure")
        return
    reader.ledger.use(entry)
    meaning = reader.capabilities(bullets(cells[1]), f"{entry.place}, type")
    for mention in mentions:
        named = NamedFact(
            name=mention.name,
            version=mention.version,
            source=reader.source,
            row=entry.place,
            provider=provider,
            channel="azure_direct",
            stage=mention.stage,
        )
        yield named
        yield from _described(named, cells[2], meaning, reader)


def _has_columns(table: Table) -> bool:
    """Tell whether the columns are model, type and capabilities, which are read by their place."""
    starts = zip(table.header, ("Model", "Type", "Capabilities"), strict=False)
    return len(table.header) == 3 and all(title.startswith(word) for title, word in starts)


def _described(named: NamedFact, cell: str, of_type: Meaning, reader: RowReader) -> Iterator[Fact]:
    limits, meaning = LimitReading(), of_type + reader.words.of_name(named.name)
    for number, line in enumerate(bullets(cell), start=1):
        key, _, value = line.partition(":")
        key, value = key.strip().casefold(), value.strip().rstrip(".")
        if key in LIMIT_KEYS:
            if not _add_limit(limits, LIMIT_KEYS[key], value) and "(" in value:
                entry = reader.ledger.read(reader.source, f"{named.row}, bullet {number}", line)
                reader.ledger.refuse(entry, OTHER_SIZE)
            meaning += _media(key, value)
        elif key in ("tool calling", "response formats"):
            meaning += _answers(key, value, of_type)
        elif key == "languages":
            yield _languages(named, value)
        else:
            entry = reader.ledger.read(reader.source, f"{named.row}, bullet {number}", line)
            reader.ledger.refuse(entry, NOT_FOR_THE_CATALOGUE)
    if "image" in meaning.input and "text" in meaning.output:
        meaning += Meaning(capabilities=("vision",))
    yield from limits.facts(named)
    yield from capability_facts(named, meaning)


def _add_limit(limits: LimitReading, limit: Limit, value: str) -> bool:
    """Take the number of tokens of a line, and tell whether it has one."""
    plain = without_footnotes(value)
    figure = TOKENS.search(plain) or BARE_NUMBER.fullmatch(plain)
    if figure:
        limits.add(limit, figure[0])
    return figure is not None


def _media(key: str, value: str) -> Meaning:
    """Read `text and image (32,000 tokens and up to 10 images)`; brackets hold sizes."""
    if key not in ("input", "output"):
        return Meaning()
    named = WORDS.findall(IN_BRACKETS.sub("", value.casefold()))
    media = tuple(dict.fromkeys(MEDIA[word] for word in named if word in MEDIA))
    if key == "output":
        return Meaning(output=media)
    return Meaning(input=media, capabilities=("document-input",) if "pdf" in named else ())


def _answers(key: str, value: str, of_type: Meaning) -> Meaning:
    if key == "tool calling" and value.casefold() == "yes":
        return Meaning(capabilities=("function-calling",))
    formats = [item.strip().casefold() for item in value.split(",")]
    if (
        key == "response formats"
        and "json" in formats
        and "chat-completions" in of_type.capabilities
    ):
        return Meaning(capabilities=("json-mode",))
    return Meaning()


def _languages(named: NamedFact, value: str) -> NoteFact:
    codes = ", ".join(value.replace(", and ", ", ").replace(" and ", ", ").split(", "))
    return NoteFact(
        **named.spot,
        note_en=f"Languages the source names: {codes}.",
        note_de=f"Sprachen laut Quelle: {codes}.",
    )
