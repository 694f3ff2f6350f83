# SPDX-License-Identifier: MIT
"""From the bytes of a file to the load it holds: CSV in any encoding, or metrics as JSON."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from azmodels_gui.calculator.load_profile import DayProfile, LoadProfile
from azmodels_gui.calculator.measured_load import MeasuredRequest, measured_load
from azmodels_gui.calculator.profile_csv import read_csv
from azmodels_gui.calculator.refusal import Refusal
from azmodels_gui.calculator.statements import RefusalId

_MARKS = {b"\xef\xbb\xbf": "utf-8-sig", b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16"}
_LOOKED_AT = 400
"""Bytes in which a text of two bytes a letter shows itself."""
_JSON_BEGINS = ("{", "[")
"""An answer of Azure Monitor is JSON; a CSV never begins so."""


@dataclass(frozen=True)
class HeldLoad:
    """What a file held."""

    profile: LoadProfile | DayProfile
    request: MeasuredRequest | None = None
    """What an average request was made of; None: the file does not tell."""


def read_load(
    data: bytes, watched: Callable[[Iterable[str]], Iterable[str]] = lambda lines: lines
) -> HeldLoad:
    """Return the load that a file holds.

    Args:
        data: all bytes of the file.
        watched: passes the lines of a CSV on, and may count them or stop.

    Raises:
        UnreadableProfile, UnreadableMetrics: rows or points that cannot be read.
        Refusal: it is no load.
    """
    text = text_of(data)
    if text.lstrip()[:1] in _JSON_BEGINS:
        from azmodels_gui.calculator.metrics_answer import read_answer  # needs pydantic

        measured = measured_load(read_answer(data))
        return HeldLoad(measured.profile, measured.request)
    return HeldLoad(read_csv(watched(lines_of(text))))


def text_of(data: bytes) -> str:
    """Return the text: UTF-8 or UTF-16, with a mark of it or without, else Windows-1252.

    Raises:
        Refusal: the file is empty, or no text.
    """
    if not data.strip(b"\0 \t\r\n"):
        raise Refusal(RefusalId.EMPTY_FILE)
    for encoding in _encodings(data):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" not in text:
            return text
    raise Refusal(RefusalId.NO_TEXT)


def lines_of(text: str) -> Iterator[str]:
    """Yield the lines without what ends them; a list of them would take several times the text."""
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    begin = 0
    while (end := text.find("\n", begin)) >= 0:
        yield text[begin:end]
        begin = end + 1
    if begin < len(text):
        yield text[begin:]


def _encodings(data: bytes) -> tuple[str, ...]:
    for mark, encoding in _MARKS.items():
        if data.startswith(mark):
            return (encoding,)
    first, second = data[0:_LOOKED_AT:2], data[1:_LOOKED_AT:2]
    if second.count(0) * 2 > len(second):
        return ("utf-16-le",)
    if first.count(0) * 2 > len(first):
        return ("utf-16-be",)
    return ("utf-8", "cp1252")
