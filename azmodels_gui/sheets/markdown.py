# SPDX-License-Identifier: MIT
"""A sheet as Markdown, for a chat or a wiki."""

import re
from collections.abc import Iterable, Iterator, Sequence

from azmodels_gui.charts.chart import Chart
from azmodels_gui.sheets.rich_text import DOT
from azmodels_gui.sheets.sheet import AnswerLine, Paragraph, Run, Sentence, Sheet, Table, Text
from azmodels_gui.sheets.sheet_words import raised
from azmodels_gui.sheets.told_table import LineKind, Told, ToldTable, Tone

_SPECIAL = re.compile(r"([\\`*_\[\]|~<>#]|&(?=#?\w+;))")
"""An ampersand is one only where it begins a reference, such as `&lt;`."""
_SPECIAL_IN_ADDRESS = re.compile(r"([\\<>]|&(?=#?\w+;))")
_LINES = re.compile(r"\s*[\r\n]+\s*")
_LIST_BEGINNING = re.compile(r"^(\s*)([-+]|\d+[.)])(?=\s)")


def markdown_text(sheet: Sheet) -> str:
    """Return the sheet; what looks like markup in a text is shown as it is."""
    return "\n".join(_lines(sheet)).rstrip() + "\n"


def escaped(text: str) -> str:
    """Return a text on one line, its special characters escaped."""
    flat = _LINES.sub(" ", text)
    return _LIST_BEGINNING.sub(r"\1\\\2", _SPECIAL.sub(r"\\\1", flat))


def _address(url: str) -> str:
    return "<" + _SPECIAL_IN_ADDRESS.sub(r"\\\1", url) + ">"


def _lines(sheet: Sheet) -> Iterator[str]:
    yield from _head(sheet)
    yield from _answer(sheet, sheet.answer)
    if sheet.recommendation:
        yield f"## {sheet.words['recommendation']}"
        yield ""
        yield from _recommendation(sheet.recommendation)
    for part in (*sheet.parts, *sheet.closing):
        if part.heading:
            yield f"{'#' * (part.level + 1)} {escaped(part.heading)}"
            yield ""
        yield from _answer(sheet, part.answer)
        for block in part.blocks:
            match block:
                case Table():
                    yield from _table(sheet, block)
                case Text():
                    yield from _sentences(sheet, block.sentences, points=block.points)
                case Chart():
                    yield f"**{escaped(block.title)}:** {escaped(block.summary)}"
                    yield ""
    yield from _foot(sheet)


def _head(sheet: Sheet) -> Iterator[str]:
    yield f"# {escaped(sheet.title)}"
    yield ""
    yield "  \n".join(escaped(line) for line in sheet.head_lines)
    yield ""
    yield from (f"- {escaped(chapter)}" for chapter in sheet.chapters)
    if sheet.chapters:
        yield ""


def _answer(sheet: Sheet, lines: Sequence[AnswerLine]) -> Iterator[str]:
    for line in lines:
        sign = "! " if line.warning else ""
        more = " ".join(escaped(each.text) for each in line.more)
        told = f"{sign}**{escaped(line.lead)}** {more}".strip()
        yield f"- {escaped(line.label)}: {told}{raised(sheet.numbers(line.cited))}"
    if lines:
        yield ""


def _recommendation(paragraphs: Sequence[Paragraph]) -> Iterator[str]:
    for each in paragraphs:
        told = "".join(map(_run, each.runs))
        marker = "-" if each.marker == DOT else each.marker
        indent = "    " * max(0, each.depth - (1 if marker else 0))
        yield f"{indent}{marker} {told}" if marker else f"{indent}{told}"
        yield ""


def _run(run: Run) -> str:
    if run.text == "\n":
        return "  \n"
    told = escaped(run.text)
    if run.italic:
        told = f"*{told}*"
    if run.bold:
        told = f"**{told}**"
    return f"[{told}]({_address(run.url)})" if run.url else told


def _table(sheet: Sheet, table: Table) -> Iterator[str]:
    """Yield the table; Markdown has one header, so a group's heading is a row of its own."""
    told = ToldTable(sheet, table, range(len(table.columns)), folds=table.folds)
    yield _row(map(_text, told.titles))
    yield _row([":---", *("---:" if column.figures else ":---" for column in table.columns)])
    empty = [""] * len(table.columns)
    for line in told.lines:
        match line.kind:
            case LineKind.HEADING:
                yield _row([f"**{escaped(line.texts[0].text)}**", *empty])
            case LineKind.ALIKE:
                pieces = "; ".join(map(_text, line.texts))
                yield _row([f"*{sheet.words['alike']}:* {pieces}", *empty])
            case LineKind.ROW:
                yield _row(map(_text, line.texts))
    yield ""
    if table.legend:
        yield escaped(table.legend)
        yield ""


_SIGNS = {Tone.BEST: "**", Tone.UNKNOWN: "*", Tone.CONFLICT: "*"}
"""What stands around a text."""


def _text(told: Told) -> str:
    around = _SIGNS.get(told.tone, "")
    return f"{around}{escaped(told.text)}{around}{raised(told.numbers)}"


def _row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _sentences(
    sheet: Sheet, sentences: Iterable[Sentence], *, points: bool = True
) -> Iterator[str]:
    for line in sentences:
        text = f"{escaped(line.text)}{raised(sheet.numbers(line.sources))}"
        yield f"- {text}" if points else text
        if not points:
            yield ""
    yield ""


def _foot(sheet: Sheet) -> Iterator[str]:
    yield f"## {sheet.words['sources']}"
    yield ""
    for note in sheet.footnotes:
        title = f"[{escaped(note.text)}]({_address(note.url)})" if note.url else escaped(note.text)
        more = [note.licence, sheet.words["secondary"] if note.secondary else ""]
        told = escaped(", ".join(filter(None, more)))
        yield f"{note.number}. {title}{f' ({told})' if told else ''}"
    yield ""
    yield escaped(f"{sheet.caveats} {sheet.brand.footer}".rstrip())
