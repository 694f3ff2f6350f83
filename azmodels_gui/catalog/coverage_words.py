# SPDX-License-Identifier: MIT
"""The sentences of an answer on coverage, in English and German.

One place for the command line and the window. `{name}` is filled in.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from azmodels_gui.catalog.age_words import as_of_told, span_told
from azmodels_gui.catalog.coverage import Coverage, EntrySets
from azmodels_gui.catalog.coverage_conditions import CoverageRefused, RefusedBecause
from azmodels_gui.catalog.coverage_notes import (
    CoverageNote,
    CoverageNoteId,
    country_asked,
    no_dates,
    zone_of,
)
from azmodels_gui.catalog.day_words import day
from azmodels_gui.catalog.entry import Entry
from azmodels_gui.catalog.fact_dates import is_old_no
from azmodels_gui.catalog.part import LocalText
from azmodels_gui.catalog.word_pairs import Pair, in_language

SHOWN_NAMES = 8
"""More names in one sentence would not be read; the lists have all of them."""

_NOTES: Mapping[CoverageNoteId, Pair] = {
    CoverageNoteId.NOWHERE: (
        "No region offers this under the conditions: {models}.",
        "Keine Region bietet das unter den Bedingungen an: {models}.",
    ),
    CoverageNoteId.NEWEST_TAKEN: (
        "No version was named, so the newest was taken: {models}.",
        "Ohne Angabe einer Version gilt die neueste: {models}.",
    ),
    CoverageNoteId.OTHER_VERSION_OFFERED: (
        "Another version is offered under the conditions where the newest is not: {models}.",
        "Eine andere Version wird unter den Bedingungen angeboten, die neueste nicht: {models}.",
    ),
    CoverageNoteId.UNKNOWN: (
        "No source says that this is offered under the conditions, and none rules it out "
        "everywhere: {models}. Unknown does not mean no.",
        "Keine Quelle sagt, dass das unter den Bedingungen angeboten wird, und keine schließt "
        "es überall aus: {models}. Unbekannt heißt nicht nein.",
    ),
    CoverageNoteId.TYPES_DENIED: (
        "Ruled out all the same: {denied}.",
        "Ausgeschlossen ist aber: {denied}.",
    ),
    CoverageNoteId.IN_THE_ZONE_INSTEAD: (
        "Processed inside the {zone} instead of {country} alone, these regions offer all: "
        "{regions}.",
        "Verarbeitet in der {zone} statt nur in {country} bieten diese Regionen alles an: "
        "{regions}.",
    ),
    CoverageNoteId.PAST_DATE: (
        "Retired or past the retirement date: {models}.",
        "Abgeschaltet oder überfällig: {models}.",
    ),
    CoverageNoteId.OFFER_ENDS: (
        "Deployment types that end on a day of their own: {ends}.",
        "Bereitstellungsarten, die an einem eigenen Tag enden: {ends}.",
    ),
    CoverageNoteId.OFFER_DISPUTED: (
        "Sources disagree on the offer of {models} in {regions}. Ask Microsoft before you "
        "plan with it.",
        "Die Quellen sind sich über das Angebot von {models} in {regions} nicht einig. Klären "
        "Sie das mit Microsoft, bevor Sie damit planen.",
    ),
    CoverageNoteId.ZONE_DISPUTED: (
        "Documents disagree whether these regions belong to the {zone}: {regions}. They are "
        "kept apart and never counted as certain.",
        "Die Dokumente sind sich nicht einig, ob diese Regionen zur {zone} gehören: {regions}. "
        "Sie stehen für sich und zählen nie als sicher.",
    ),
    CoverageNoteId.CROSSES_BORDERS: (
        "{regions}: the Azure geography spans several countries, and processing may move "
        "within it. Whether it stays in {country} is not certain.",
        "{regions}: Die Azure-Geografie umfasst mehrere Länder, und die Verarbeitung darf "
        "darin verschoben werden. Ob sie in {country} bleibt, ist nicht sicher.",
    ),
    CoverageNoteId.WITHIN_GEOGRAPHY: (
        "Regional deployments process in the chosen region or, for operation, elsewhere in "
        "its Azure geography; global ones never count as processed in {country}.",
        "Regionale Bereitstellungen verarbeiten in der gewählten Region oder, aus betrieblichen "
        "Gründen, anderswo in deren Azure-Geografie; globale zählen nie als in {country} "
        "verarbeitet.",
    ),
    CoverageNoteId.NO_LEGAL_ADVICE: (
        "Facts from published documents, no legal advice.",
        "Angaben aus veröffentlichten Dokumenten, keine Rechtsberatung.",
    ),
}  # fmt: skip

_RECENT_NOWHERE: Pair = (
    "No region offers this under the conditions (as of {day}): {models}.",
    "Keine Region bietet das unter den Bedingungen an (Stand {day}): {models}.",
)
_OLD_NOWHERE: Pair = (
    "As of {day} no region offers this under the conditions: {models}.",
    "Stand {day} bietet keine Region das unter den Bedingungen an: {models}.",
)

_REFUSALS: Mapping[RefusedBecause, Pair] = {
    RefusedBecause.NO_MODEL: (
        "Choose at least one model.",
        "Wählen Sie mindestens ein Modell.",
    ),
    RefusedBecause.UNKNOWN_DATA_ZONE: (
        "The catalogue has no data zone {name}.",
        "Der Katalog kennt keine Datenzone {name}.",
    ),
    RefusedBecause.UNKNOWN_COUNTRY: (
        "The catalogue has no region in {name}.",
        "Der Katalog kennt keine Region in {name}.",
    ),
    RefusedBecause.UNKNOWN_DEPLOYMENT_TYPE: (
        "The catalogue has no deployment type {name}.",
        "Der Katalog kennt keine Bereitstellungsart {name}.",
    ),
    RefusedBecause.NO_TYPE_FITS: (
        "No deployment type can meet these conditions together: a global one never keeps "
        "processing in a data zone or country, and a data-zone one not in a single country. "
        "Drop one condition.",
        "Keine Bereitstellungsart kann diese Bedingungen zusammen erfüllen: Eine globale hält "
        "die Verarbeitung nie in einer Datenzone oder einem Land, eine Datenzonen-Art nicht in "
        "einem einzelnen Land. Lassen Sie eine Bedingung weg.",
    ),
}  # fmt: skip

_HEADLINES: Mapping[str, Pair] = {
    "yes_one": ("{count} region offers {what}.", "{count} Region bietet {what} an."),
    "yes": ("{count} regions offer {what}.", "{count} Regionen bieten {what} an."),
    "open": (
        "No region offers {what} for certain; in {count} it is unknown or disputed.",
        "Keine Region bietet {what} sicher an; in {count} ist es unbekannt oder strittig.",
    ),
    "no": ("No region offers {what}.", "Keine Region bietet {what} an."),
    "recent_no": (
        "No region offers {what} (as of {day}).",
        "Keine Region bietet {what} an (Stand {day}).",
    ),
    "old_no": (
        "As of {day} no region offers {what}.",
        "Stand {day} bietet keine Region {what} an.",
    ),
    "one_model": ("{model}", "{model}"),
    "all_models": ("all {count} models", "alle {count} Modelle"),
}  # fmt: skip

_COUNTS: Mapping[str, Pair] = {
    "offered": ("offered: {count} of {total}", "angeboten: {count} von {total}"),
    "missing": ("not offered: {count}", "nicht angeboten: {count}"),
    "dated_missing": (
        "as of {day} not offered: {count}",
        "Stand {day} nicht angeboten: {count}",
    ),
    "unknown": ("unknown: {count}", "unbekannt: {count}"),
    "disputed": ("conflicting sources: {count}", "widersprüchliche Quellen: {count}"),
}  # fmt: skip
_MORE: Pair = ("{names} and {count} more", "{names} und {count} weitere")


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


def refusal_sentence(refused: CoverageRefused, language: str) -> str:
    """Return why there is no answer."""
    return in_language(_REFUSALS[refused.reason], language).format(name=refused.name)


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
