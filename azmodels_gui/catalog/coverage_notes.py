# SPDX-License-Identifier: MIT
"""What an answer on coverage has to say beside its lists, and the sentences that say it.

One place for the command line, the sheets and the window. `{name}` is filled in.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import reduce
from operator import or_

from msgspec.structs import replace

from azmodels_gui.catalog.countries import Country, countries_of, country_of, crosses_borders
from azmodels_gui.catalog.coverage import Coverage, EntrySets, coverage
from azmodels_gui.catalog.document import DataZone, Entry, Region, versions_of
from azmodels_gui.catalog.fact_dates import FactDate, as_of_told, is_old_no, span_of, span_told
from azmodels_gui.catalog.facts import Conflict, LocalText, Offer
from azmodels_gui.catalog.region_counts import KnownRows
from azmodels_gui.catalog.residency import SCOPE_SOURCE
from azmodels_gui.catalog.terms import Availability
from azmodels_gui.language.figures import day
from azmodels_gui.language.words import N_, Message, told


class CoverageNoteId(StrEnum):
    """What there is to know; scripts may rely on these."""

    NOWHERE = "nowhere"
    """Models that no region offers under the conditions: no region can have all."""
    UNKNOWN = "unknown"
    """Models of which no source speaks under the conditions, in any region asked about."""
    TYPES_DENIED = "types_denied"
    """Deployment types that are ruled out for models that are unknown as a whole."""
    NEWEST_TAKEN = "newest_taken"
    """Models named without a version that have several: the newest was taken."""
    OTHER_VERSION_OFFERED = "other_version_offered"
    """Versions that some region offers although none offers the newest of their models."""
    IN_THE_ZONE_INSTEAD = "in_the_zone_instead"
    """Not in the country, but inside its data zone: the regions that offer all."""
    PAST_DATE = "past_date"
    """Models that are retired or past their retirement date."""
    OFFER_ENDS = "offer_ends"
    """Deployment types that end on another day than their version."""
    OFFER_DISPUTED = "offer_disputed"
    """Models on whose offer sources disagree, with the regions."""
    ZONE_DISPUTED = "zone_disputed"
    """Sources disagree whether regions belong to the data zone."""
    CROSSES_BORDERS = "crosses_borders"
    """Regions whose geography is wider than the country asked for."""
    WITHIN_GEOGRAPHY = "within_geography"
    """Regional deployments may be moved within their geography."""
    NO_LEGAL_ADVICE = "no_legal_advice"


@dataclass(frozen=True)
class CoverageNote:
    """One remark with what it is about."""

    id: CoverageNoteId
    models: tuple[Entry, ...] = ()
    regions: tuple[Region, ...] = ()
    data_zone: DataZone | None = None
    country: Country | None = None
    sources: tuple[str, ...] = ()
    ends: tuple[tuple[Entry, Offer], ...] = ()
    """Offers with an end of their own."""
    denied: tuple[tuple[Entry, Offer], ...] = ()
    """Offers that are known not to exist in any region asked about."""
    no_dates: FactDate | None = None
    """How old a "no" is; None: there is none, or its age is not known."""
    old: bool = False
    """The "no" is so old that its date is to be told first."""


def no_dates(found: Coverage, entries: Iterable[Entry]) -> FactDate | None:
    """Return how old the "no" of some entries is, the oldest first; None: not known."""
    return span_of(found.fact_dates[each] for each in entries if each in found.fact_dates)


def coverage_notes(found: Coverage, today: date) -> tuple[CoverageNote, ...]:
    """Return what must be known before an answer is passed on."""
    return (
        *_about_models(found, today),
        *_about_ends(found),
        *_about_disputed_offers(found),
        *_about_the_zone(found),
        *_about_the_country(found),
        *_about_the_law(found),
    )


def version_notes(found: Coverage, unnamed: Iterable[Entry]) -> tuple[CoverageNote, ...]:
    """Return what must be known where a model was named without its version.

    Args:
        found: the answer.
        unnamed: the entries that were taken because they are the newest of their models.
    """
    taken = tuple(entry for entry in unnamed if len(entry.model.versions) > 1)
    others = tuple(
        each
        for entry in taken
        if not _offered_somewhere(entry, found)
        for each in versions_of(entry.model)
        if each.key != entry.key and _offered_somewhere(each, found)
    )
    told = ((CoverageNoteId.NEWEST_TAKEN, taken), (CoverageNoteId.OTHER_VERSION_OFFERED, others))
    return tuple(CoverageNote(which, models) for which, models in told if models)


def _offered_somewhere(entry: Entry, found: Coverage) -> bool:
    return bool(coverage([entry], found.conditions, found.catalog, found.day).complete)


def zone_of(found: Coverage) -> DataZone | None:
    """Return the data zone that was asked for."""
    asked = found.conditions.data_zone
    return next((zone for zone in found.catalog.data_zones if zone.id == asked), None)


def country_asked(found: Coverage) -> Country | None:
    """Return the country that was asked for."""
    asked = found.conditions.country
    return next((each for each in countries_of(found.catalog) if each.code == asked), None)


def used_sources(found: Coverage, notes: Iterable[CoverageNote]) -> tuple[str, ...]:
    """Return the ids of the sources behind an answer and its notes, each once."""
    kinds = [kind.id for kind in found.deployment_types]
    offers = (entry.offers.get(kind) for entry in found.entries for kind in kinds)
    told = [source for offer in offers if offer is not None for source in offer.sources]
    return tuple(dict.fromkeys([*told, *(each for note in notes for each in note.sources)]))


def _about_models(found: Coverage, today: date) -> Iterator[CoverageNote]:
    known = (each.known for each in found.regions)
    anywhere = EntrySets(found.entries, reduce(or_, known, KnownRows()))
    if anywhere.missing:
        dates = no_dates(found, anywhere.missing)
        yield CoverageNote(
            CoverageNoteId.NOWHERE,
            anywhere.missing,
            no_dates=dates,
            old=dates is not None and is_old_no(dates.oldest, today),
        )
    if anywhere.unknown:
        yield CoverageNote(CoverageNoteId.UNKNOWN, anywhere.unknown)
        yield from _about_denied_types(found, anywhere.unknown)
    past = tuple(entry for entry in found.entries if not entry.stage_on(today).usable)
    if past:
        told = (entry.version.lifecycle for entry in past)
        sources = (source for each in told for source in (each.source, each.stage_source))
        yield CoverageNote(CoverageNoteId.PAST_DATE, past, sources=_distinct(sources))


def _about_denied_types(found: Coverage, unknown: Iterable[Entry]) -> Iterator[CoverageNote]:
    """Name the types that are ruled out, so that what is unknown does not bury a known "no"."""
    denied = tuple(
        (entry, offer)
        for entry in unknown
        for offer in entry.version.offers
        if any(kind.id == offer.deployment_type for kind in found.deployment_types)
        and all(
            offer.in_region(here.region.id) is Availability.NOT_OFFERED for here in found.inside
        )
    )
    if denied:
        models = tuple(dict.fromkeys(entry for entry, _ in denied))
        yield CoverageNote(CoverageNoteId.TYPES_DENIED, models, denied=denied)


def _about_ends(found: Coverage) -> Iterator[CoverageNote]:
    kinds = {kind.id for kind in found.deployment_types}
    ends = tuple(
        (entry, offer)
        for entry in found.entries
        for offer in entry.version.offers
        if offer.deployment_type in kinds and offer.retirement_date is not None
    )
    if ends:
        models = tuple(dict.fromkeys(entry for entry, _ in ends))
        sources = _distinct(offer.retirement_source for _, offer in ends)
        yield CoverageNote(CoverageNoteId.OFFER_ENDS, models, sources=sources, ends=ends)


def _about_disputed_offers(found: Coverage) -> Iterator[CoverageNote]:
    """Name the entries whose own offer is disputed; disputed places are told apart."""
    models: dict[Entry, None] = {}
    regions: dict[str, Region] = {}
    for here in (each for each in found.regions if each.known.disputed):
        for entry in here.disputed:
            kinds = (kind.id for kind in found.deployment_types)
            if any(_disputed(entry, kind, here.region) for kind in kinds):
                models[entry] = None
                regions[here.region.id] = here.region
    if models:
        conflicts = (conflict for entry in models for conflict in entry.version.conflicts)
        yield CoverageNote(
            CoverageNoteId.OFFER_DISPUTED,
            tuple(models),
            tuple(regions.values()),
            sources=_claimed([each for each in conflicts if regions.keys() & set(each.regions)]),
        )


def _disputed(entry: Entry, kind: str, region: Region) -> bool:
    return entry.availability(kind, region.id) is Availability.CONFLICT


def _about_the_zone(found: Coverage) -> Iterator[CoverageNote]:
    zone = zone_of(found)
    if zone is None:
        return
    _certain, disputed = found.catalog.zone_regions({zone.id})
    if disputed:
        sources = _distinct(claim.source for claim in zone.definitions)
        yield CoverageNote(
            CoverageNoteId.ZONE_DISPUTED, regions=disputed, data_zone=zone, sources=sources
        )


def _about_the_country(found: Coverage) -> Iterator[CoverageNote]:
    country = country_asked(found)
    if country is None:
        return
    if not found.complete:
        yield from _in_the_zone_instead(found, country)
    source = _page(found)
    crossing = tuple(each.region for each in found.open if crosses_borders(each.region))
    if crossing:
        yield CoverageNote(
            CoverageNoteId.CROSSES_BORDERS, regions=crossing, country=country, sources=source
        )
    yield CoverageNote(CoverageNoteId.WITHIN_GEOGRAPHY, country=country, sources=source)


def _in_the_zone_instead(found: Coverage, country: Country) -> Iterator[CoverageNote]:
    """Ask again for the whole data zone, where the country lies in one beyond dispute."""
    if found.conditions.data_zone is not None:
        return
    inside = [region for region in found.catalog.regions if country_of(region) == country]
    zones = {region.data_zone for region in inside if not region.data_zone_disputed}
    for zone in (each for each in found.catalog.data_zones if each.id in zones):
        wider = replace(found.conditions, country=None, data_zone=zone.id)
        regions = coverage(found.entries, wider, found.catalog, found.day).complete
        if regions:
            yield CoverageNote(
                CoverageNoteId.IN_THE_ZONE_INSTEAD,
                found.entries,
                tuple(each.region for each in regions),
                zone,
                country,
            )


def _about_the_law(found: Coverage) -> Iterator[CoverageNote]:
    if found.conditions.data_zone is not None or found.conditions.country is not None:
        yield CoverageNote(CoverageNoteId.NO_LEGAL_ADVICE)


def _page(found: Coverage) -> tuple[str, ...]:
    known = {source.id for source in found.catalog.sources}
    return (SCOPE_SOURCE,) if SCOPE_SOURCE in known else ()


def _claimed(conflicts: Iterable[Conflict]) -> tuple[str, ...]:
    return _distinct(claim.source for conflict in conflicts for claim in conflict.claims)


def _distinct(sources: Iterable[str | None]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(source for source in sources if source is not None))


SHOWN_NAMES = 8
"""More names in one sentence would not be read; the lists have all of them."""

_SENTENCES: Mapping[CoverageNoteId, Message] = {
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
    pair, as_of = _SENTENCES[note.id], ""
    if note.no_dates is not None:
        pair = _OLD_NOWHERE if note.old else _RECENT_NOWHERE
        as_of = span_told(note.no_dates, language)
    return told(
        pair,
        language,
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
        words = _HEADLINES["yes_one" if count == 1 else "yes"]
        return told(words, language, count=count, what=what)
    if found.open:
        return told(_HEADLINES["open"], language, count=len(found.open), what=what)
    dates = no_dates(found, found.missing_somewhere)
    if dates is None:
        return told(_HEADLINES["no"], language, what=what)
    words = _HEADLINES["old_no" if is_old_no(dates.oldest, today) else "recent_no"]
    return told(words, language, what=what, day=span_told(dates, language))


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
    parts = [told(_COUNTS["offered"], language, count=found.offered_count, total=total)]
    dates = None if answer is None else no_dates(answer, found.missing)
    for name, entries in (
        ("missing" if dates is None else "dated_missing", found.missing),
        ("unknown", found.unknown),
        ("disputed", found.disputed),
    ):
        if entries:
            as_of = "" if dates is None else span_told(dates, language)
            part = told(_COUNTS[name], language, count=len(entries), day=as_of)
            titles = listed([entry.title for entry in entries], language)
            parts.append(f"{part} ({titles})" if named else part)
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
    return told(_MORE, language, names=shown, count=len(names) - SHOWN_NAMES)


def _what(found: Coverage, language: str) -> str:
    entries: tuple[Entry, ...] = found.entries
    if len(entries) == 1:
        return told(_HEADLINES["one_model"], language, model=entries[0].title)
    return told(_HEADLINES["all_models"], language, count=len(entries))


def _name(name: LocalText | None, language: str) -> str:
    return "" if name is None else name.in_language(language)
