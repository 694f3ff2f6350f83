# SPDX-License-Identifier: MIT
"""Printing to whatever standard output is: a terminal, a file, a pipe, any encoding."""

import codecs
import io
import json
import re
import sys
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, TextIO

from azmodels_gui.catalog.fact_dates import FactDate, FactKind
from azmodels_gui.catalog.facts import Offer
from azmodels_gui.language.errors import ToldError


def dates_json(
    dates: Mapping[FactKind, FactDate], kinds: Iterable[FactKind] = FactKind
) -> dict[str, str | None]:
    """Return the main date of each kind of fact; null: no fact of that kind bears one."""
    return {kind.value: dates[kind].main if kind in dates else None for kind in kinds}


def end_json(offer: Offer | None) -> dict[str, Any]:
    """Return the day on which a deployment type ends where that is another than the version's."""
    ends = None if offer is None else offer.retirement_date
    return {
        "retirement_date": None if ends is None else ends.isoformat(),
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


DONE = 0
FAULTS_FOUND = 1
"""The command did its work, and the answer is "no": faults found, publishing refused."""
NOT_POSSIBLE = 2
"""Wrong arguments, unknown names, files that cannot be read or written."""


class Refused(ToldError):
    """What was asked for cannot be answered; the text says why and what would be possible."""


_UNSAFE = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
"""Control characters and reversals of direction: a file must not steer the terminal."""


def tolerate_any_encoding() -> None:
    """Let a stream print what its encoding lacks as an escape instead of failing."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def print_lines(lines: Iterable[str]) -> None:
    """Print text for people."""
    for line in lines:
        print(printable(line).rstrip())


def print_json(document: Any) -> None:
    """Print JSON that stays valid in every encoding of standard output."""
    ascii_only = not _is_utf8(sys.stdout)
    print(json.dumps(document, indent=1, ensure_ascii=ascii_only))


def print_error(sentence: str) -> None:
    """Print one message to standard error."""
    print(f"azmodels: {printable(sentence)}", file=sys.stderr)


def printable(text: str) -> str:
    """Return the text without characters that would steer a terminal."""
    return _UNSAFE.sub("\ufffd", text)


def _is_utf8(stream: TextIO) -> bool:
    try:
        return codecs.lookup(stream.encoding or "").name == "utf-8"
    except LookupError:
        return False
