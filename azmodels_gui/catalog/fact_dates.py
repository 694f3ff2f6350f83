# SPDX-License-Identifier: MIT
"""How old facts are: every kind has dates of its own, apart from the catalogue's publication."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from enum import StrEnum

from msgspec import Struct

from azmodels_gui.catalog.document import Catalog, Model
from azmodels_gui.catalog.entry import Entry
from azmodels_gui.catalog.facts import Offer
from azmodels_gui.catalog.fields import TOKEN_LIMITS
from azmodels_gui.catalog.prices import Price, PtuParameters, Quota

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
