# SPDX-License-Identifier: MIT
"""The sentences of an answer on coverage, in English and German.

One place for the command line and the window. `{name}` is filled in.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from azmodels_gui.catalog.coverage import Coverage, EntrySets
from azmodels_gui.catalog.coverage_notes import (
    CoverageNote,
    CoverageNoteId,
    country_asked,
    no_dates,
    zone_of,
)
from azmodels_gui.catalog.entry import Entry
from azmodels_gui.catalog.fact_dates import is_old_no
from azmodels_gui.catalog.fact_told import as_of_told, span_told
from azmodels_gui.catalog.part import LocalText
from azmodels_gui.language.figures import day
from azmodels_gui.language.words import N_, Message, in_language

SHOWN_NAMES = 8
"""More names in one sentence would not be read; the lists have all of them."""

_NOTES: Mapping[CoverageNoteId, Message] = {
    CoverageNoteId.NOWHERE: N_("No region offers this under the conditions: {models}."),
    CoverageNoteId.NEWEST_TAKEN: N_("No version was named, so the newest was taken: {models}."),
    CoverageNoteId.OTHER_VERSION_OFFERED: N_(
        "Another version is offered under the conditions where the newest is not: {models}."
    ),
    CoverageNoteId.UNKNOWN: N_(
        "No source says that this is offered under the conditions, and none rules it out "
        "everywhere: {models}. Unknown does not mean no."
    ),
    CoverageNoteId.TYPES_DENIED: N_("Ruled out all the same: {denied}."),
    CoverageNoteId.IN_THE_ZONE_INSTEAD: N_(
        "Processed inside the {zone} instead of {country} alone, these regions offer all: "
        "{regions}."
    ),
    CoverageNoteId.PAST_DATE: N_("Retired or past the retirement date: {models}."),
    CoverageNoteId.OFFER_ENDS: N_("Deployment types that end on a day of their own: {ends}."),
    CoverageNoteId.OFFER_DISPUTED: N_(
        "Sources disagree on the offer of {models} in {regions}. Ask Microsoft before you "
        "plan with it."
    ),
    CoverageNoteId.ZONE_DISPUTED: N_(
        "Documents disagree whether these regions belong to the {zone}: {regions}. They are "
        "kept apart and never counted as certain."
    ),
    CoverageNoteId.CROSSES_BORDERS: N_(
        "{regions}: the Azure geography spans several countries, and processing may move "
        "within it. Whether it stays in {country} is not certain."
    ),
    CoverageNoteId.WITHIN_GEOGRAPHY: N_(
        "Regional deployments process in the chosen region or, for operation, elsewhere in "
        "its Azure geography; global ones never count as processed in {country}."
    ),
    CoverageNoteId.NO_LEGAL_ADVICE: N_("Facts from published documents, no legal advice."),
}

_RECENT_NOWHERE: Message = N_("No region offers this under the conditions (as of {day}): {models}.")
_OLD_NOWHERE: Message = N_("As of {day} no region offers this under the conditions: {models}.")

_HEADLINES: Mapping[str, Message] = {
    "yes_one": N_("{count} region offers {what}."),
    "yes": N_("{count} regions offer {what}."),
    "open": N_("No region offers {what} for certain; in {count} it is unknown or disputed."),
    "no": N_("No region offers {what}."),
    "recent_no": N_("No region offers {what} (as of {day})."),
    "old_no": N_("As of {day} no region offers {what}."),
    "one_model": N_("{model}"),
    "all_models": N_("all {count} models"),
}

_COUNTS: Mapping[str, Message] = {
    "offered": N_("offered: {count} of {total}"),
    "missing": N_("not offered: {count}"),
    "dated_missing": N_("as of {day} not offered: {count}"),
    "unknown": N_("unknown: {count}"),
    "disputed": N_("conflicting sources: {count}"),
}
_MORE: Message = N_("{names} and {count} more")


def note_sentence(note: CoverageNote, language: str, regions: str | None = None) -> str:
    """Return a note in German ("de") or English (anything else).

    Args:
        note: what to say.
        language: "de" or "en".
        regions: to stand in place of the regions' names, for links; None: the names.
    """
    names = listed([region.name for region in note.regions], language)
    pair, as_of = _NOTES[note.id], ""
    if note.no_dates is not None:
        pair = _OLD_NOWHERE if note.old else _RECENT_NOWHERE
        as_of = span_told(note.no_dates, language)
    return in_language(pair, language).format(
        day=as_of,
        models=listed([entry.title for entry in note.models], language),
        ends=listed(list(_ends(note, language)), language),
        denied="; ".join(_denied(note, language)),
        regions=names if regions is None else regions,
        zone=_name(note.data_zone.name if note.data_zone else None, language),
        country=_name(note.country.name if note.country else None, language),
    )


def _ends(note: CoverageNote, language: str) -> Iterator[str]:
    for entry, offer in note.ends:
        if offer.retirement_date is not None:
            ends = day(offer.retirement_date, language)
            yield f"{entry.title} {offer.deployment_type} ({ends})"


def _denied(note: CoverageNote, language: str) -> Iterator[str]:
    """Yield each type with the age of its "no", the types of one age together."""
    together: dict[tuple[str, str | None], list[str]] = {}
    for entry, offer in note.denied:
        together.setdefault((entry.title, offer.as_of), []).append(offer.deployment_type)
    for (title, as_of), kinds in together.items():
        types = f"{title}, {', '.join(kinds)}"
        yield types if as_of is None else f"{types} ({as_of_told(as_of, language)})"


def headline(found: Coverage, language: str, today: date) -> str:
    """Return the answer in one sentence; a "no" with its date, an old one with the date first."""
    what = _what(found, language)
    if found.complete:
        count = len(found.complete)
        pair = _HEADLINES["yes_one" if count == 1 else "yes"]
        return in_language(pair, language).format(count=count, what=what)
    if found.open:
        return in_language(_HEADLINES["open"], language).format(count=len(found.open), what=what)
    dates = no_dates(found, found.missing_somewhere)
    if dates is None:
        return in_language(_HEADLINES["no"], language).format(what=what)
    pair = _HEADLINES["old_no" if is_old_no(dates.oldest, today) else "recent_no"]
    return in_language(pair, language).format(what=what, day=span_told(dates, language))


def counts(
    found: EntrySets, language: str, *, named: bool = False, answer: Coverage | None = None
) -> str:
    """Return "offered: 5 of 6, unknown: 1"; what is zero is left out, but for the first.

    Args:
        found: the entries by what is known of them.
        language: "de" or "en".
        named: add which entries are not offered, unknown or disputed.
        answer: the answer that they are part of, which knows how old its "no" is; None: no date.
    """
    total = len(found.entries)
    offered = in_language(_COUNTS["offered"], language)
    parts = [offered.format(count=found.offered_count, total=total)]
    dates = None if answer is None else no_dates(answer, found.missing)
    for name, entries in (
        ("missing" if dates is None else "dated_missing", found.missing),
        ("unknown", found.unknown),
        ("disputed", found.disputed),
    ):
        if entries:
            as_of = "" if dates is None else span_told(dates, language)
            told = in_language(_COUNTS[name], language).format(count=len(entries), day=as_of)
            titles = listed([entry.title for entry in entries], language)
            parts.append(f"{told} ({titles})" if named else told)
    # A date stands before what it is about; behind a comma it seems to belong to what is before.
    return (", " if dates is None else "; ").join(parts)


def place(found: Coverage, language: str) -> str:
    """Return where processing is asked for: "EU data zone, Germany"; empty: anywhere."""
    zone, country = zone_of(found), country_asked(found)
    names = (zone.name if zone else None, country.name if country else None)
    return ", ".join(_name(name, language) for name in names if name is not None)


def listed(names: Sequence[str], language: str) -> str:
    """Return names with commas; many of them are cut short, and the sentence says so."""
    if len(names) <= SHOWN_NAMES + 1:
        return ", ".join(names)
    shown = ", ".join(names[:SHOWN_NAMES])
    return in_language(_MORE, language).format(names=shown, count=len(names) - SHOWN_NAMES)


def _what(found: Coverage, language: str) -> str:
    entries: tuple[Entry, ...] = found.entries
    if len(entries) == 1:
        return in_language(_HEADLINES["one_model"], language).format(model=entries[0].title)
    return in_language(_HEADLINES["all_models"], language).format(count=len(entries))


def _name(name: LocalText | None, language: str) -> str:
    return "" if name is None else name.in_language(language)
