# SPDX-License-Identifier: MIT
"""Statements, sources and exact numbers of the calculator, as JSON and as lines of text."""

import re
import textwrap
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from azmodels_gui.calculator.exact import to_cents
from azmodels_gui.calculator.statements import Statement
from azmodels_gui.calculator.wording import sentence
from azmodels_gui.catalog.document import Catalog
from azmodels_gui.language.figures import NO_BREAK_SPACE, partial_day
from azmodels_gui.sheets.sheet_words import SheetWords

WIDTH = 100
_FIGURE_AND_SIGN = re.compile(r"(?<=\d) (?=[$€£%](?!\w))")


def statements_json(statements: Iterable[Statement]) -> list[dict[str, Any]]:
    """Return statements with their figures and both sentences."""
    return [
        {
            "id": statement.id.value,
            "data": {name: _datum(value) for name, value in statement.data.items()},
            "text": {"en": sentence(statement, "en"), "de": sentence(statement, "de")},
        }
        for statement in statements
    ]


def sources_json(ids: Iterable[str], catalog: Catalog) -> list[dict[str, Any]]:
    """Return the sources in the order of the catalogue."""
    wanted = set(ids)
    return [
        {
            "id": source.id,
            "title": source.title,
            "url": source.url,
            "as_of": source.as_of,
            "secondary": source.secondary,
        }
        for source in catalog.sources
        if source.id in wanted
    ]


def exact(amount: Decimal | None) -> str | None:
    """Return a number as text without needless zeros and without an exponent."""
    if amount is None:
        return None
    text = f"{amount:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def cents(amount: Decimal | None) -> str | None:
    """Return money rounded to cents as text."""
    return None if amount is None else f"{to_cents(amount):f}"


def said_json(
    cautions: Iterable[Statement],
    assumptions: Iterable[Statement],
    sources: Iterable[str],
    catalog: Catalog,
) -> dict[str, Any]:
    """Return what stands beside the figures of an answer."""
    return {
        "warnings": statements_json(cautions),
        "assumptions": statements_json(assumptions),
        "sources": sources_json(sources, catalog),
    }


def said_lines(
    cautions: Iterable[Statement | str],
    assumptions: Iterable[Statement],
    sources: Iterable[str],
    catalog: Catalog,
    words: SheetWords,
) -> Iterator[str]:
    """Yield what stands below the figures of an answer; warnings may be in words already."""
    language = words.language
    warnings = (each if isinstance(each, str) else sentence(each, language) for each in cautions)
    yield from listed(words("cautions"), warnings, "!")
    yield from listed(words("assumptions"), (sentence(each, language) for each in assumptions), "-")
    yield from source_lines(words("sources"), sources, catalog, language)


def source_lines(
    heading: str, ids: Iterable[str], catalog: Catalog, language: str
) -> Iterator[str]:
    """Yield the sources with date and address."""
    told = (
        ", ".join(
            filter(None, (source["title"], partial_day(source["as_of"], language), source["url"]))
        )
        for source in sources_json(ids, catalog)
    )
    yield from listed(heading, told, "-")


def listed(heading: str, lines: Iterable[str], mark: str) -> Iterator[str]:
    """Yield a heading and wrapped lines with a mark; nothing without lines."""
    found = list(lines)
    if not found:
        return
    yield ""
    yield heading
    for line in found:
        yield from wrapped_lines(line, f"  {mark} ", "    ")


def wrapped_lines(text: str, first: str = "", further: str = "") -> Iterator[str]:
    """Yield the lines of a text; a figure and its sign stay on one, whatever the terminal does."""
    wrapped = textwrap.wrap(
        _FIGURE_AND_SIGN.sub(NO_BREAK_SPACE, text),
        WIDTH,
        initial_indent=first,
        subsequent_indent=further,
        break_long_words=False,
        break_on_hyphens=False,
    )
    yield from (each.replace(NO_BREAK_SPACE, " ") for each in wrapped)


def row_lines(rows: Mapping[str, str]) -> Iterator[str]:
    """Yield labels and values in two columns."""
    width = max(map(len, rows), default=0)
    yield from (f"  {label.ljust(width)}  {value}" for label, value in rows.items())


def _datum(value: object) -> Any:
    if isinstance(value, Decimal):
        return exact(value)
    if isinstance(value, date):
        return value.isoformat()
    return list(value) if isinstance(value, tuple) else value
