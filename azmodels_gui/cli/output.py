# SPDX-License-Identifier: MIT
"""What answers of several commands are made of: words, tables, lists, sources, exact numbers; and
printing them to a terminal, a file or a pipe, in any encoding.

JSON and CSV never use the words.
"""

import codecs
import errno
import io
import json
import os
import re
import sys
import textwrap
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from datetime import date
from decimal import Decimal
from functools import partial
from typing import Any, NoReturn, TextIO

from azmodels_gui.calculator.exact import to_cents
from azmodels_gui.calculator.statements import Statement
from azmodels_gui.calculator.wording import sentence
from azmodels_gui.catalog.document import Catalog
from azmodels_gui.catalog.fact_dates import FactDate, FactKind
from azmodels_gui.catalog.facts import Offer
from azmodels_gui.language import figures
from azmodels_gui.language.figures import NO_BREAK_SPACE, partial_day
from azmodels_gui.language.words import N_, Message, ToldError, told
from azmodels_gui.sheets.sheet_words import SheetWords

WORDS: dict[str, Message] = {
    # the list
    "retires": N_("Retires"),
    "days": N_("Days"),
    "context": N_("Context"),
    "global": N_("Global"),
    "data_zone": N_("Zone"),
    "regional": N_("Region"),
    "available": N_("available"),
    "legend": N_(
        "Global, data zone, region: T per token, P provisioned (PTU), B batch; ? unknown, "
        "! conflicting."
    ),
    "legend_asked": N_(
        "How it is offered in the regions asked about. Global means: may be processed anywhere."
    ),
    "count": N_("{count} of {total} entries"),
    "include_unknown": N_("{told}: to be seen with --include-unknown."),
    "nothing": N_("No entry fits all filters."),
    "similar": N_("Nothing is called “{text}”; what is called alike:"),
    # one entry
    "offered_as": N_("Offered"),
    "more": N_("and {count} more in the JSON"),
    # where models are offered
    "where_models": N_("Models"),
    "where_place": N_("Processed in"),
    "where_types": N_("Deployment type"),
    "where_billing": N_("Billing"),
    "where_or": N_(" or "),
    "where_complete": N_("Complete"),
    "where_almost": N_("Almost: one or two are missing"),
    "where_open": N_("Unknown or disputed"),
    "where_pairs": N_("Best pairs of regions"),
    "where_more": N_("further pairs that offer as much: {count}; the JSON has all of them"),
    "where_apart": N_("{distance} km apart"),
    "where_notes": N_("To be known"),
    # what a catalogue holds
    "info_title": N_("Catalogue {serial}, published {day}"),
    "info_dates": N_("How old the facts are"),
    "info_most": N_("{main} (from {span})"),
    "info_counts": N_("What it holds"),
    "info_models": N_("models"),
    "info_entries": N_("versions"),
    "info_offers": N_("places with an offer"),
    "info_prices": N_("prices"),
    "info_unknowns": N_("places with an unknown offer"),
    "info_doubts": N_("doubts"),
    # the calculator
    "newest_taken": N_("No version was named, so the newest was taken: {version}."),
    "others_offered": N_(
        "It is not offered for certain as {type}; these versions are: {versions}."
    ),
    "needed": N_("Needed"),
    "tier_of": N_("Tier {tier}"),
    "sufficient_tier": N_("Lowest sufficient tier (known: {known})"),
    "enough": N_("enough"),
    "exceeded": N_("exceeded"),
    "none": N_("none"),
    "pools": N_("Reserved together with all on PTU"),
    "minutes": N_("Minutes"),
    "peak": N_("Requests in the busiest minute"),
    "average": N_("Requests per minute on average"),
    "monthly": N_("Requests a month"),
    "measured_input": N_("Input tokens of a request, measured"),
    "measured_output": N_("Output tokens of a request, measured"),
    "curve": N_("Cost over the number of PTU"),
    "models_way": N_("Best way"),
    "models_ptu": N_("PTU"),
    "models_more": N_("To the first"),
    "models_more_ptu": N_("PTU to the first"),
    "models_no": N_("not known"),
    "models_ended": N_("ended"),
    "models_legend": N_(
        "▲ costs least   △ costs least of what lasts half a year and more   ? least of the known "
        "prices, others are missing"
    ),
    "models_refused": N_("Not reckoned"),
    "accepting": N_("Smallest size with at most {share} spilling over: {ptu} PTU"),
    "spilled": N_("Requests spilled"),
}


class Words(SheetWords):
    """The words of one language: those of the sheets, and what only commands say."""

    def __call__(self, key: str, **values: object) -> str:
        """Return a word or a sentence with its values filled in."""
        if key in WORDS:
            return told(WORDS[key], self.language, **values)
        return super().__call__(key, **values)

    def money(self, amount: Decimal | None, currency: str) -> str:
        """Return an amount; None is unknown."""
        return self("unknown") if amount is None else figures.money(amount, currency, self.language)


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


DONE = 0
FAULTS_FOUND = 1
"""The command did its work, and the answer is "no": faults found, publishing refused."""
NOT_POSSIBLE = 2
"""Wrong arguments, unknown names, files that cannot be read or written."""


class Refused(ToldError):
    """What was asked for cannot be answered; the text says why and what would be possible."""


_UNSAFE = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
"""Control characters and reversals of direction: a file must not steer the terminal."""


class _Closed(io.TextIOBase):
    """A stream that whoever started us had closed (`>&-`): whatever is written or read fails."""

    @property
    def buffer(self) -> NoReturn:
        raise OSError(errno.EBADF, os.strerror(errno.EBADF))

    def write(self, _text: str) -> int:
        return self.buffer


def tolerate_any_encoding() -> None:
    """Let a stream print what its encoding lacks as an escape instead of failing."""
    if sys.stdin is None:
        sys.stdin = _Closed()  # a descriptor that is closed makes it None
    if sys.stdout is None:
        sys.stdout = _Closed()
    if sys.stderr is None:
        sys.stderr = open(os.devnull, "w")  # noqa: SIM115, PTH123
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def print_lines(lines: Iterable[str]) -> None:
    """Print text for people."""
    for line in lines:
        print(printable(line).rstrip())


JSON_FORMAT = 1
"""Of all documents that commands print: raised when a key goes, or means something else."""


def print_json(document: Mapping[str, object]) -> None:
    """Print JSON that says its format and stays valid in every encoding of standard output."""
    told = {"format": JSON_FORMAT, **document}
    print(json_text(told, ascii_only=not _is_utf8(sys.stdout)))


def json_text(document: object, *, ascii_only: bool = False) -> str:
    """Return a document as JSON, days as 2026-11-22."""
    return json.dumps(document, indent=1, ensure_ascii=ascii_only, default=date.isoformat)


def print_error(sentence: str) -> None:
    """Print one message to standard error; one that takes nothing stops no answer."""
    with suppress(OSError):
        print(f"azmodels: {printable(sentence)}", file=sys.stderr)


def printable(text: str) -> str:
    """Return the text without characters that would steer a terminal."""
    return _UNSAFE.sub("\ufffd", text)


def _is_utf8(stream: TextIO) -> bool:
    try:
        return codecs.lookup(stream.encoding or "").name == "utf-8"
    except LookupError:
        return False
