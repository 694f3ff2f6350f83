# SPDX-License-Identifier: MIT
"""Printing to whatever standard output is: a terminal, a file, a pipe, any encoding."""

import codecs
import errno
import io
import json
import os
import re
import sys
from collections.abc import Iterable, Mapping
from datetime import date
from typing import TextIO

from azmodels_gui.language.errors import ToldError

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
    """A standard output that whoever started us had closed (`>&-`): whatever is written fails."""

    def write(self, _text: str) -> int:
        raise OSError(errno.EBADF, os.strerror(errno.EBADF))


def tolerate_any_encoding() -> None:
    """Let a stream print what its encoding lacks as an escape instead of failing."""
    if sys.stdout is None:
        sys.stdout = _Closed()  # a descriptor that is closed makes it None
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
