# SPDX-License-Identifier: MIT
"""What a client's subscription lists, beside the catalogue: it never becomes one of its facts.

Only what somebody asked the subscription about is known: a region without a list is open.
"""

from collections.abc import Mapping, Sequence
from datetime import date
from functools import cached_property

from msgspec import Struct, field

from azmodels_gui.catalog.bitmask import full_mask, mask_of
from azmodels_gui.catalog.document import Catalog, Entry, EntryKey
from azmodels_gui.catalog.region_counts import KnownRows
from azmodels_gui.language import figures
from azmodels_gui.language.words import N_, told

LISTED = N_("listed in the subscription on {day}")
NOT_LISTED = N_("not listed in the subscription on {day}")
SAYS_NO_MORE = N_("That it is listed says nothing of capacity.")


class Listing(Struct, frozen=True, dict=True):
    """Offers that may be deployed, by the days of the lists that name them."""

    days: Mapping[tuple[EntryKey, str, str], date] = field(default_factory=dict)
    """By entry, deployment type and region."""
    asked: Mapping[str, date] = field(default_factory=dict)
    """By region that was asked about: the day of its newest list."""

    def listed_on(self, entry: Entry, deployment_type: str, region: str) -> date | None:
        """Return the day of the list that names an offer; None: none does."""
        return self.days.get((entry.key, deployment_type, region))

    def told(self, entry: Entry, deployment_type: str, region: str, language: str) -> str:
        """Return whether an offer is listed, with the day; empty where nobody asked."""
        day = self.listed_on(entry, deployment_type, region)
        if day is not None:
            return told(LISTED, language, day=figures.day(day, language))
        asked = self.asked.get(region)
        if asked is None or entry.is_service:
            return ""
        return told(NOT_LISTED, language, day=figures.day(asked, language))

    @cached_property
    def by_entry(self) -> Mapping[EntryKey, Sequence[tuple[str, str]]]:
        """Deployment type and region of each entry's offers."""
        found: dict[EntryKey, list[tuple[str, str]]] = {}
        for key, kind, region in self.days:
            found.setdefault(key, []).append((kind, region))
        return found

    def pairs(self, entries: Sequence[Entry]) -> dict[tuple[str, str], int]:
        """Return the rows that are listed as each deployment type in each region."""
        rows: dict[tuple[str, str], list[int]] = {}
        for row, entry in enumerate(entries):
            for pair in self.by_entry.get(entry.key, ()):
                rows.setdefault(pair, []).append(row)
        return {pair: mask_of(listed, len(entries)) for pair, listed in rows.items()}

    def known(self, entries: Sequence[Entry], catalog: Catalog) -> dict[str, dict[str, KnownRows]]:
        """Return what the lists say of each deployment type in each region of the catalogue."""
        pairs, size = self.pairs(entries), len(entries)
        services = mask_of((row for row, each in enumerate(entries) if each.is_service), size)
        open_ = full_mask(size) & ~services
        return {
            kind.id: {
                region.id: KnownRows(
                    listed := pairs.get((kind.id, region.id), 0),
                    unknown=0 if region.id in self.asked else open_ & ~listed,
                )
                for region in catalog.regions
            }
            for kind in catalog.deployment_types
        }


NOTHING_ASKED = Listing()
