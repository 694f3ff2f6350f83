# SPDX-License-Identifier: MIT
"""How old facts are: every kind has dates of its own, apart from the catalogue's publication."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from azmodels_gui.catalog.document import Catalog
from azmodels_gui.catalog.entry import Entry
from azmodels_gui.catalog.facts import Offer

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


@dataclass(frozen=True)
class FactDate:
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
    found = (offer_as_of(offer, dates) for offer in offers if offer is not None)
    counted = Counter(as_of for as_of in found if as_of)
    return _fact_date(counted) if counted else None


def fact_dates(entries: Iterable[Entry], dates: Mapping[str, str]) -> dict[FactKind, FactDate]:
    """Return the dates of the facts of some entries; a kind without dated facts is left out.

    Args:
        entries: what is on show.
        dates: as from `source_dates`.
    """
    counts: dict[FactKind, Counter[str]] = {kind: Counter() for kind in FactKind}
    for entry in entries:
        for kind, as_of in _dated(entry, dates):
            counts[kind][as_of] += 1
    return {kind: _fact_date(found) for kind, found in counts.items() if found}


def _dated(entry: Entry, dates: Mapping[str, str]) -> Iterator[tuple[FactKind, str]]:
    for offer in entry.version.offers:
        as_of = offer_as_of(offer, dates)
        if as_of:
            yield FactKind.AVAILABILITY, as_of
    for kind, source in _sources(entry):
        if source in dates:
            yield kind, dates[source]


def _sources(entry: Entry) -> Iterator[tuple[FactKind, str]]:
    """Yield the source of each fact that is as old as its source."""
    yield from ((FactKind.PRICES, price.source) for price in entry.prices)
    if entry.version.lifecycle.source:
        yield FactKind.LIFECYCLE, entry.version.lifecycle.source
    yield from ((FactKind.QUOTAS, quota.source) for quota in entry.quotas)
    yield from ((FactKind.PTU, ptu.source) for ptu in entry.ptu if not ptu.history)
    limits = entry.version.limits
    stated = (limits.context_window, limits.max_input, limits.max_output)
    yield from ((FactKind.LIMITS, limit.source) for limit in stated if limit)


def _fact_date(found: Counter[str]) -> FactDate:
    most = max(found.values())
    return FactDate(
        main=min(day for day, times in found.items() if times == most),
        oldest=min(found),
        newest=max(found),
    )
