# SPDX-License-Identifier: MIT
"""Single facts in words, and how old they are: every kind has dates of its own, apart from the
catalogue's publication.

An "as of" is a year, a month or a day, as exact as the source says it.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from enum import StrEnum
from functools import partial

from msgspec import Struct

from azmodels_gui.catalog.document import Catalog, Entry, Model, Source
from azmodels_gui.catalog.facts import (
    AZURE,
    Capability,
    Conflict,
    Offer,
    Price,
    PtuParameters,
    Quota,
)
from azmodels_gui.catalog.fields import TOKEN_LIMITS
from azmodels_gui.catalog.terms import Availability
from azmodels_gui.language.figures import day, partial_day, read_number, unit_price
from azmodels_gui.language.words import ENGLISH, N_, Message, in_language, told

OLD_NO_DAYS = 60
"""A "not offered" older than this is told with its date first."""


class FactKind(StrEnum):
    """Kinds of facts that age apart from one another, in the order they are told."""

    AVAILABILITY = "availability"
    PRICES = "prices"
    LIFECYCLE = "lifecycle"
    QUOTAS = "quotas"
    PTU = "ptu"
    LIMITS = "limits"
    CAPABILITIES = "capabilities"


class FactDate(Struct, frozen=True):
    """How old some facts of one kind are; days or months as the sources state them."""

    main: str
    """The date that most of them bear; of several equally frequent ones the oldest."""
    oldest: str
    newest: str

    @property
    def first_day(self) -> date:
        """First day of the main date, from which its age is counted."""
        return first_day(self.main)


def first_day(as_of: str) -> date:
    """Return the first day of a year, month or day: what a source is surely not older than."""
    year, month, day = [*as_of.split("-"), "1", "1"][:3]
    return date(int(year), int(month), int(day))


def days_later(start: date, days: int) -> date:
    """Return the day some days later, or earlier; the last there is, or the first, beyond it."""
    return date.fromordinal(min(max(start.toordinal() + days, 1), date.max.toordinal()))


def is_old_no(as_of: str | None, today: date) -> bool:
    """Tell whether a "not offered" is so old that its date is to be told first."""
    return as_of is not None and (today - first_day(as_of)).days > OLD_NO_DAYS


def source_dates(catalog: Catalog) -> dict[str, str]:
    """Return `Source.as_of` by the source's id."""
    return {source.id: source.as_of for source in catalog.sources}


def offer_as_of(offer: Offer, dates: Mapping[str, str]) -> str | None:
    """Return how old an offer's statement is, be it a yes or a no; None: no date is known.

    Where the offer bears no date of its own, the newest of its sources counts.

    Args:
        offer: what is offered.
        dates: as from `source_dates`.
    """
    known = (dates[source] for source in offer.sources if source in dates)
    return offer.as_of or max(known, default=None)


def offers_date(offers: Iterable[Offer | None], dates: Mapping[str, str]) -> FactDate | None:
    """Return how old some offers are that are told together; None: no date is known.

    Args:
        offers: a no rests on all of them; None for one that no source states.
        dates: as from `source_dates`.
    """
    return date_of(offer_as_of(offer, dates) for offer in offers if offer is not None)


def fact_dates(entries: Iterable[Entry], dates: Mapping[str, str]) -> dict[FactKind, FactDate]:
    """Return the dates of the facts of some entries; a kind without dated facts is left out.

    Args:
        entries: what is on show.
        dates: as from `source_dates`.
    """
    listed = tuple(entries)
    offers = (offer_as_of(offer, dates) for each in listed for offer in each.version.offers)
    counts = {FactKind.AVAILABILITY: Counter(as_of for as_of in offers if as_of)}
    for kind, sources in _sources(listed).items():
        counts[kind] = Counter[str]()
        for source, times in Counter(sources).items():
            if source in dates:
                counts[kind][dates[source]] += times
    return {kind: _fact_date(found) for kind, found in counts.items() if found}


def main_sources(entries: Iterable[Entry]) -> dict[FactKind, str]:
    """Return the source that states most facts of each kind; one without any is left out."""
    listed = tuple(entries)
    offers = (each for entry in listed for offer in entry.version.offers for each in offer.sources)
    counts = {FactKind.AVAILABILITY: Counter(offers)}
    counts |= {kind: Counter(sources) for kind, sources in _sources(listed).items()}
    return {kind: found.most_common(1)[0][0] for kind, found in counts.items() if found}


def date_of(as_ofs: Iterable[str | None]) -> FactDate | None:
    """Return the date of facts that are so old; None: none of them is dated."""
    found = Counter(as_of for as_of in as_ofs if as_of is not None)
    return _fact_date(found) if found else None


def span_of(dates: Iterable[FactDate]) -> FactDate | None:
    """Return from when to when several dates reach; the oldest is the main one."""
    found = list(dates)
    if not found:
        return None
    oldest = min(each.oldest for each in found)
    return FactDate(oldest, oldest, max(each.newest for each in found))


def _sources(entries: Sequence[Entry]) -> dict[FactKind, list[str]]:
    """Return the sources of the facts that are as old as their source.

    What all versions of a model share is one fact, however many of them are on show.
    """
    found: dict[FactKind, list[str]] = {kind: [] for kind in FactKind}
    del found[FactKind.AVAILABILITY]
    shown: dict[str, tuple[Model, set[str]]] = {}
    for entry in entries:
        version = entry.version
        shown.setdefault(entry.model.id, (entry.model, set()))[1].add(version.version)
        limits = (source for spec in TOKEN_LIMITS for source in spec.sources(version))
        found[FactKind.LIFECYCLE] += filter(None, [version.lifecycle.source])
        found[FactKind.LIMITS] += filter(None, limits)
        found[FactKind.CAPABILITIES] += (each.source for each in version.capabilities)
    for model, versions in shown.values():
        newest = (each for each in model.ptu if not each.history)
        found[FactKind.PRICES] += _sources_of(model.prices, versions)
        found[FactKind.QUOTAS] += _sources_of(model.quotas, versions)
        found[FactKind.PTU] += _sources_of(newest, versions)
    return found


def _sources_of(
    facts: Iterable[Price | Quota | PtuParameters], versions: set[str]
) -> Iterator[str]:
    """Yield the sources of what is said of some versions, or of all of them."""
    return (
        each.source for each in facts if not each.versions or not versions.isdisjoint(each.versions)
    )


def _fact_date(found: Counter[str]) -> FactDate:
    most = max(found.values())
    return FactDate(
        main=min(day for day, times in found.items() if times == most),
        oldest=min(found),
        newest=max(found),
    )


FACT_KINDS: Mapping[FactKind, Message] = {
    FactKind.AVAILABILITY: N_("availability"),
    FactKind.PRICES: N_("prices"),
    FactKind.LIFECYCLE: N_("lifecycle"),
    FactKind.QUOTAS: N_("quotas"),
    FactKind.PTU: N_("PTU"),
    FactKind.LIMITS: N_("limits"),
    FactKind.CAPABILITIES: N_("capabilities"),
}
_AS_OF: Message = N_("as of {day}")
_ENDED: Message = N_("ended on {day}")
_ENDS: Message = N_("ends on {day}")
_NOT_OFFERED: Message = N_("not offered")
_RECENT_NO: Message = N_("not offered (as of {day})")
_SPAN: Message = N_("{oldest} to {newest}")
_OLD_NO: Message = N_("as of {day}: not offered")


def dates_told(
    dates: Mapping[FactKind, FactDate], language: str, kinds: Iterable[FactKind] = FactKind
) -> str:
    """Return "availability 5 Oct 2026 · prices 15 Aug 2026"; empty where no date is known.

    Args:
        dates: as from `fact_dates`.
        language: "de", or anything else for English.
        kinds: what is on show, in the order it is told.
    """
    return " · ".join(
        f"{in_language(FACT_KINDS[kind], language)} {partial_day(dates[kind].main, language)}"
        for kind in kinds
        if kind in dates
    )


def date_told(kind: FactKind, found: FactDate, language: str) -> str:
    """Return one kind with its main date and, where facts differ, the oldest and the newest."""
    main = dates_told({kind: found}, language)
    if found.oldest == found.newest:
        return main
    return f"{main} ({span_told(found, language)})"


def span_told(dates: FactDate, language: str) -> str:
    """Return "11 May 2026", or "11 May 2026 to 5 Oct 2026" where the facts differ in age."""
    oldest, newest = (partial_day(each, language) for each in (dates.oldest, dates.newest))
    if oldest == newest:
        return oldest
    return told(_SPAN, language, oldest=oldest, newest=newest)


def as_of_told(as_of: str, language: str) -> str:
    """Return "as of 11 May 2026"."""
    return told(_AS_OF, language, day=partial_day(as_of, language))


def nos_told(dates: FactDate | None, today: date, language: str) -> str:
    """Return "not offered" with its date, or from when to when; the date first where it is old.

    Args:
        dates: how old the statements on show are; None: not known.
        today: day from which the age is counted.
        language: "de", or anything else for English.
    """
    if dates is None:
        return in_language(_NOT_OFFERED, language)
    words = _OLD_NO if is_old_no(dates.oldest, today) else _RECENT_NO
    return told(words, language, day=span_told(dates, language))


def not_offered_told(as_of: str | None, today: date, language: str) -> str:
    """Return the same of one statement; None: it bears no date."""
    return nos_told(FactDate(as_of, as_of, as_of) if as_of else None, today, language)


def offer_told(
    word: str,
    known: Availability,
    until: date | None,
    as_of: str | None,
    today: date,
    language: str,
) -> str:
    """Return one of the four answers; a no with its date, an offer with an end of its own.

    Args:
        word: what the answer is called.
        known: the answer.
        until: day of its own on which what is offered ends, or what is not offered ended.
        as_of: how old a no is; None: not known.
        today: day from which ages are counted.
        language: "de", or anything else for English.
    """
    end = "" if until is None else end_told(until, today, language)
    if known is Availability.NOT_OFFERED:
        return end or not_offered_told(as_of, today, language)
    return f"{word}, {end}" if end else word


def end_told(ends: date, today: date, language: str) -> str:
    """Return when an offer ends of its own, or that it has ended."""
    pair = _ENDED if ends < today else _ENDS
    return told(pair, language, day=day(ends, language))


_YES: Message = N_("yes")
_NO: Message = N_("no")
_DATED_NO: Message = N_("no (as of {day})")
_PROMISED: Message = N_("promised until {day}")
_UNLISTED: Message = N_("no longer named in {title}, {day}")
_NOTHING: Mapping[str, Message] = {
    "retirement_date": N_("no day announced"),
    "": N_("not stated"),
}
"""What a source says by leaving a field empty, by what is asked; the last: of anything else."""
_DASH = "—"
_DAY = r"\b\d{4}-\d{2}-\d{2}\b"
_AMOUNT = r"\b(\d[\d.,]*) ([A-Z]{3})\b"
_VERSIONS = ("version",)
"""Conflicts whose claims are names that look like days."""


def capability_told(found: Capability, dates: Mapping[str, str], language: str) -> str:
    """Return whether a version can do something: yes, its levels, or a no with its date.

    Args:
        found: what a source says.
        dates: `Source.as_of` by the source's id.
        language: "de", or anything else for English.
    """
    if found.supported:
        return ", ".join(found.levels) or in_language(_YES, language)
    as_of = dates.get(found.source)
    if as_of is None:
        return in_language(_NO, language)
    return told(_DATED_NO, language, day=partial_day(as_of, language))


def host_told(by: str, provider_names: Mapping[str, str]) -> str:
    """Return the name of who runs a version: Azure, or a provider on its own infrastructure."""
    return "Azure" if by == AZURE else provider_names.get(by, by)


def promised_told(price: Price, language: str) -> str:
    """Return until when a promotion is promised; empty where nothing is."""
    if price.at_least_until is None:
        return ""
    return told(_PROMISED, language, day=day(price.at_least_until, language))


def unlisted_told(source: Source, language: str) -> str:
    """Return that a newer list of models no longer names a version."""
    as_of = partial_day(source.as_of, language)
    return told(_UNLISTED, language, title=source.title, day=as_of)


def _amount(found: re.Match[str], *, written: str, language: str) -> str:
    """Return an amount as prices are told; what is none stays."""
    amount = read_number(found[1], written)
    return found[0] if amount is None else unit_price(amount, found[2], language)


def claims_told(conflict: Conflict, language: str) -> Iterator[str]:
    """Yield what each source of a conflict says, days and amounts as the language writes them."""
    for claim in conflict.claims:
        text = claim.in_language(language)
        if conflict.about in _VERSIONS:
            yield text
            continue
        nothing = _NOTHING.get(conflict.about, _NOTHING[""])
        text = re.sub(_DAY, lambda found: partial_day(found[0], language), text)
        written = language if claim.de else ENGLISH
        text = re.sub(_AMOUNT, partial(_amount, written=written, language=language), text)
        yield " / ".join(
            in_language(nothing, language) if part == _DASH else part for part in text.split(" / ")
        )
