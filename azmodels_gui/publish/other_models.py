# SPDX-License-Identifier: MIT
"""Model tables of the providers beside OpenAI whose models Azure sells."""

import re
from collections.abc import Iterator
from pathlib import Path

from azmodels_gui.publish.capability_words import CapabilityWords, Meaning, reviewed_words
from azmodels_gui.publish.cells import bullets, without_footnotes
from azmodels_gui.publish.facts import Fact, NamedFact, NoteFact
from azmodels_gui.publish.identity import read_mentions
from azmodels_gui.publish.ledger import Ledger, Row
from azmodels_gui.publish.limits_assembly import Limit, LimitReading
from azmodels_gui.publish.markdown import Table, read_page
from azmodels_gui.publish.model_tables import RowReader, capability_facts

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
