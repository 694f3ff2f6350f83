# SPDX-License-Identifier: MIT
"""Which entries are retired next, in how many days, and what takes their place; also as a calendar.

The calendar is an iCalendar file (RFC 5545), an event and a reminder each. The same retirements of
the same catalogue give the same bytes; an event keeps its id, so that importing a newer file moves
it instead of adding a second one.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from azmodels_gui.catalog.document import Catalog, Entry, Model
from azmodels_gui.catalog.successors import models_by_name, spelled_entry
from azmodels_gui.catalog.terms import Stage
from azmodels_gui.language.words import N_, in_language


@dataclass(frozen=True)
class Successor:
    """What a source names as the replacement."""

    spelled: str
    """As the source spells it."""
    entry: Entry | None
    """The entry it means, without a version the newest; None: the catalogue has none."""
    usable: bool
    """Neither retired nor past its date on the day asked about; False without an entry."""


@dataclass(frozen=True)
class Retirement:
    """One entry that will be, or should have been, retired."""

    entry: Entry
    day: date
    days_left: int
    """Below zero: the date has passed, but no source calls the version retired."""
    not_before: bool
    """The source says "no earlier than"."""
    successors: tuple[Successor, ...]
    """Empty: no source names one."""


def retirements(
    entries: Iterable[Entry], catalog: Catalog, today: date, within_days: int | None = None
) -> tuple[Retirement, ...]:
    """Return the entries with a retirement date by days left; those already retired are left out.

    Args:
        entries: pinned or filtered ones.
        catalog: where successors are looked up.
        today: the day to count from.
        within_days: leave out what is further away; None: nothing.
    """
    models = models_by_name(catalog)
    found = []
    for entry in entries:
        lifecycle = entry.version.lifecycle
        stage = entry.stage_on(today)
        if stage.retirement_date is None or stage.days_left is None:
            continue
        too_far = within_days is not None and stage.days_left > within_days
        if stage.published is Stage.RETIRED or too_far:
            continue
        found.append(
            Retirement(
                entry,
                stage.retirement_date,
                stage.days_left,
                lifecycle.retirement_not_before,
                tuple(_successor(name, models, today) for name in lifecycle.replacements),
            )
        )
    return tuple(sorted(found, key=lambda each: (each.days_left, each.entry.key)))


def _successor(spelled: str, models: dict[str, Model], today: date) -> Successor:
    entry = spelled_entry(spelled, models)
    usable = entry is not None and entry.stage_on(today).usable
    return Successor(spelled, entry, usable)


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


def calendar_bytes(found: Iterable[Retirement], catalog: Catalog, language: str) -> bytes:
    """Return the file for calendar programs, in "de" or English.

    Args:
        found: the retirements, one event each.
        catalog: what names the sources and the day of the facts.
        language: of titles and descriptions.
    """
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//azmodels//retirements//EN",
        "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH",
    ]
    for each in found:
        lines += _event(each, catalog, language)
    lines.append("END:VCALENDAR")
    return b"".join(_folded(line) for line in lines)


def _event(each: Retirement, catalog: Catalog, language: str) -> Iterator[str]:
    name = each.entry.title
    words = {key: in_language(each, language) for key, each in _WORDS.items()}
    stamp = f"{catalog.published:%Y%m%d}T000000Z"
    yield "BEGIN:VEVENT"
    yield f"UID:{_escaped('/'.join(each.entry.key))}@azmodels.retirement"
    yield f"DTSTAMP:{stamp}"
    yield f"SEQUENCE:{max(0, (catalog.published - _EPOCH).days)}"
    yield f"DTSTART;VALUE=DATE:{each.day:%Y%m%d}"
    if each.day < date.max:  # without an end it lasts its day
        yield f"DTEND;VALUE=DATE:{each.day + timedelta(days=1):%Y%m%d}"
    yield f"SUMMARY:{_escaped(words['title'].format(name=name))}"
    yield f"DESCRIPTION:{_escaped(chr(10).join(_described(each, catalog, words)))}"
    yield "TRANSP:TRANSPARENT"
    yield "BEGIN:VALARM"
    yield "ACTION:DISPLAY"
    yield f"DESCRIPTION:{_escaped(words['remind'].format(name=name, days=REMIND_DAYS))}"
    yield f"TRIGGER:-P{REMIND_DAYS}D"
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
