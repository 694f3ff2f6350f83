# SPDX-License-Identifier: MIT
"""Retirements as an iCalendar file (RFC 5545): an event and a reminder for each.

The same retirements of the same catalogue give the same bytes; an event keeps its id, so that
importing a newer file moves it instead of adding a second one.
"""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from azmodels_gui.catalog.document import Catalog
from azmodels_gui.catalog.radar import Retirement
from azmodels_gui.language.words import N_, in_language

REMIND_DAYS = 60
LINE_BYTES = 75
_EPOCH = date(2020, 1, 1)

_WORDS = {
    "title": N_("{name}: retirement"),
    "not_before": N_("no earlier than this day"),
    "successor": N_("Replacement: {names}"),
    "no_successor": N_("Replacement: not named"),
    "source": N_("Source: {title}, as of {as_of}"),
    "catalog": N_("Catalogue {serial}, as of {published}. No offer, no legal advice."),
    "remind": N_("{name} is retired in {days} days"),
}


def calendar_bytes(
    found: Iterable[Retirement],
    catalog: Catalog,
    language: str,
    remind_days: int = REMIND_DAYS,
) -> bytes:
    """Return the file for calendar programs, in "de" or English.

    Args:
        found: the retirements, one event each.
        catalog: what names the sources and the day of the facts.
        language: of titles and descriptions.
        remind_days: days before the retirement that the reminder comes.
    """
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//azmodels//retirements//EN",
        "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH",
    ]
    for each in found:
        lines += _event(each, catalog, language, remind_days)
    lines.append("END:VCALENDAR")
    return b"".join(_folded(line) for line in lines)


def _event(each: Retirement, catalog: Catalog, language: str, remind_days: int) -> Iterator[str]:
    name = each.entry.title
    words = {key: in_language(each, language) for key, each in _WORDS.items()}
    stamp = f"{catalog.published:%Y%m%d}T000000Z"
    yield "BEGIN:VEVENT"
    yield f"UID:{_escaped('/'.join(each.entry.key))}@azmodels.retirement"
    yield f"DTSTAMP:{stamp}"
    yield f"SEQUENCE:{max(0, (catalog.published - _EPOCH).days)}"
    yield f"DTSTART;VALUE=DATE:{each.day:%Y%m%d}"
    yield f"DTEND;VALUE=DATE:{each.day + timedelta(days=1):%Y%m%d}"
    yield f"SUMMARY:{_escaped(words['title'].format(name=name))}"
    yield f"DESCRIPTION:{_escaped(chr(10).join(_described(each, catalog, words)))}"
    yield "TRANSP:TRANSPARENT"
    yield "BEGIN:VALARM"
    yield "ACTION:DISPLAY"
    yield f"DESCRIPTION:{_escaped(words['remind'].format(name=name, days=remind_days))}"
    yield f"TRIGGER:-P{remind_days}D"
    yield "END:VALARM"
    yield "END:VEVENT"


def _described(each: Retirement, catalog: Catalog, words: dict[str, str]) -> Iterator[str]:
    if each.not_before:
        yield words["not_before"]
    names = ", ".join(successor.spelled for successor in each.successors)
    yield words["successor"].format(names=names) if names else words["no_successor"]
    source_id = each.entry.version.lifecycle.source
    source = next((one for one in catalog.sources if one.id == source_id), None)
    if source is not None:
        yield words["source"].format(title=source.title, as_of=source.as_of)
        yield from [source.url] if source.url else []
    yield words["catalog"].format(serial=catalog.serial, published=catalog.published)


def _escaped(text: str) -> str:
    """Return a text as a value of the format: no character of it can end the value."""
    text = "".join(letter for letter in text if letter == "\n" or letter.isprintable())
    for sign in ("\\", ";", ","):
        text = text.replace(sign, f"\\{sign}")
    return text.replace("\n", "\\n")


def _folded(line: str) -> bytes:
    """Return the line in pieces of at most 75 bytes; no letter is cut."""
    pieces: list[bytes] = []
    piece = b""
    for letter in line:
        encoded = letter.encode()
        room = LINE_BYTES if not pieces else LINE_BYTES - 1
        if len(piece) + len(encoded) > room:
            pieces.append(piece)
            piece = b""
        piece += encoded
    return b"\r\n ".join([*pieces, piece]) + b"\r\n"
