# SPDX-License-Identifier: MIT
"""What answers of several commands are made of: tables, lists, sources, exact numbers."""

import re
import textwrap
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from functools import partial
from typing import Any

from azmodels_gui.calculator.exact import to_cents
from azmodels_gui.calculator.statements import Statement
from azmodels_gui.calculator.wording import sentence
from azmodels_gui.catalog.document import Catalog
from azmodels_gui.catalog.fact_dates import FactDate, FactKind
from azmodels_gui.catalog.facts import Offer
from azmodels_gui.cli.words import Words
from azmodels_gui.language.figures import NO_BREAK_SPACE, partial_day

WIDTH = 100
_FIGURE_AND_SIGN = re.compile(r"(?<=\d) (?=[$€£%](?!\w))")


def statements_json(statements: Iterable[Statement]) -> list[dict[str, Any]]:
    """Return statements with their figures and both sentences."""
    return [
        {
            "id": statement.id,
            "data": {name: _datum(value) for name, value in statement.data.items()},
            "text": in_both(partial(sentence, statement)),
        }
        for statement in statements
    ]


def sources_json(ids: Iterable[str], catalog: Catalog) -> list[dict[str, Any]]:
    """Return the sources in the order of the catalogue."""
    wanted = set(ids)
    return [
        by_name(source, "id title url as_of secondary")
        for source in catalog.sources
        if source.id in wanted
    ]


def in_both(told: Callable[[str], str]) -> dict[str, str]:
    """Return a text in English and in German."""
    return {language: told(language) for language in ("en", "de")}


def by_name(value: object, names: str) -> dict[str, Any]:
    """Return parts of a value under their names, decimal numbers exact as text."""
    return {name: _datum(getattr(value, name)) for name in names.split()}


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
    words: Words,
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


def dates_json(
    dates: Mapping[FactKind, FactDate], kinds: Iterable[FactKind] = FactKind
) -> dict[str, str | None]:
    """Return the main date of each kind of fact; null: no fact of that kind bears one."""
    return {kind.value: dates[kind].main if kind in dates else None for kind in kinds}


def end_json(offer: Offer | None) -> dict[str, Any]:
    """Return the day on which a deployment type ends where that is another than the version's."""
    return {
        "retirement_date": None if offer is None else offer.retirement_date,
        "retirement_source": None if offer is None else offer.retirement_source,
    }


GAP = "  "
MAX_CELL = 40
"""A longer cell is cut; names in catalogues are shorter, absurd ones must not break the table."""


def aligned(
    header: Sequence[str], rows: Sequence[Sequence[str]], right: frozenset[int] = frozenset()
) -> list[str]:
    """Return the lines of a table with a rule under its header.

    Args:
        header: names of the columns.
        rows: as many cells each.
        right: columns whose cells stand to the right, such as numbers.
    """
    cut = [[_cut(cell) for cell in row] for row in (header, *rows)]
    widths = [max(map(len, column)) for column in zip(*cut, strict=True)]
    lines = [
        GAP.join(
            cell.rjust(width) if place in right else cell.ljust(width)
            for place, (cell, width) in enumerate(zip(row, widths, strict=True))
        ).rstrip()
        for row in cut
    ]
    return [lines[0], GAP.join("-" * width for width in widths), *lines[1:]]


def _cut(cell: str) -> str:
    one_line = " ".join(cell[: MAX_CELL * 2].split())
    return one_line if len(one_line) <= MAX_CELL else f"{one_line[: MAX_CELL - 2]}.."


def row_lines(rows: Mapping[str, str]) -> Iterator[str]:
    """Yield labels and values in two columns."""
    width = max(map(len, rows), default=0)
    yield from (f"  {label.ljust(width)}  {value}" for label, value in rows.items())


def _datum(value: object) -> Any:
    if isinstance(value, Decimal):
        return exact(value)
    return list(value) if isinstance(value, tuple) else value
