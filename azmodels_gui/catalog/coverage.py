# SPDX-License-Identifier: MIT
"""The question "where can we have all of them?" for a set of entries and conditions."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from azmodels_gui.catalog.bitmask import mask_of, rows_of
from azmodels_gui.catalog.coverage_conditions import (
    CoverageConditions,
    CoverageRefused,
    RefusedBecause,
    fitting_types,
    processed_inside,
)
from azmodels_gui.catalog.document import Catalog, DeploymentType, Region
from azmodels_gui.catalog.entry import Entry, stage_on
from azmodels_gui.catalog.fact_dates import FactDate, FactKind, date_of, offer_as_of, source_dates
from azmodels_gui.catalog.offered import strongest, weakest
from azmodels_gui.catalog.region_counts import KnownRows, known_rows, missing_rows
from azmodels_gui.catalog.terms import Availability, Stage

ALMOST = 2
"""A region that lacks so many entries at most is still worth a look."""


@dataclass(frozen=True, eq=False)
class EntrySets:
    """The entries asked about, by what is known of them in one place."""

    entries: tuple[Entry, ...]
    """All that were asked about."""
    known: KnownRows

    @cached_property
    def offered(self) -> tuple[Entry, ...]:
        """Offered, and by a deployment that meets the conditions."""
        return self._of(self.known.offered)

    @cached_property
    def missing(self) -> tuple[Entry, ...]:
        """Known not to be offered under the conditions."""
        return self._of(missing_rows(self.known, len(self.entries)))

    @cached_property
    def unknown(self) -> tuple[Entry, ...]:
        """No source speaks of them; never to be shown as "no"."""
        return self._of(self.known.unknown)

    @cached_property
    def disputed(self) -> tuple[Entry, ...]:
        """Sources disagree: on the offer, or on whether the place meets the conditions."""
        return self._of(self.known.disputed)

    @property
    def offered_count(self) -> int:
        """Number of entries that are offered."""
        return self.known.offered.bit_count()

    @property
    def missing_count(self) -> int:
        """Number of entries that are known not to be offered."""
        return missing_rows(self.known, len(self.entries)).bit_count()

    @property
    def complete(self) -> bool:
        """Tell whether all are offered, without unknowns and disputes."""
        return self.offered_count == len(self.entries)

    def _of(self, mask: int) -> tuple[Entry, ...]:
        return tuple(self.entries[row] for row in rows_of(mask, range(len(self.entries))))


@dataclass(frozen=True, eq=False)
class RegionCoverage(EntrySets):
    """What one region has of the entries."""

    region: Region

    @property
    def almost(self) -> bool:
        """Tell whether the region lacks one or two of them and surely offers the others."""
        lacking = len(self.entries) - self.offered_count
        return self.missing_count > 0 and lacking <= ALMOST and self.offered_count > 0

    @property
    def unsure(self) -> bool:
        """Tell whether it lacks one or two for certain, and of more it is unknown or disputed."""
        few = 1 <= self.missing_count <= ALMOST and self.offered_count > 0
        return few and not self.almost

    @property
    def open(self) -> bool:
        """Tell whether it lacks none for certain, yet some are unknown or disputed."""
        return self.missing_count == 0 and not self.complete


@dataclass(frozen=True, eq=False)
class Coverage:
    """The answer for all regions."""

    catalog: Catalog
    day: date
    """Day that the answer is for."""
    entries: tuple[Entry, ...]
    conditions: CoverageConditions
    deployment_types: tuple[DeploymentType, ...]
    """Those that can meet the conditions."""
    regions: tuple[RegionCoverage, ...]
    """Every region of the catalogue, in its order."""

    @cached_property
    def complete(self) -> tuple[RegionCoverage, ...]:
        """Regions that offer all, by name."""
        return _ranked(each for each in self.regions if each.complete)

    @cached_property
    def almost(self) -> tuple[RegionCoverage, ...]:
        """Regions that lack one or two, those that lack least first."""
        return _ranked(each for each in self.regions if each.almost)

    @cached_property
    def unsure(self) -> tuple[RegionCoverage, ...]:
        """Regions that lack one or two and may lack more, those that lack least first."""
        return _ranked(each for each in self.regions if each.unsure)

    @cached_property
    def open(self) -> tuple[RegionCoverage, ...]:
        """Regions that may offer all: nothing is missing, but not all is certain."""
        return _ranked(each for each in self.regions if each.open)

    @cached_property
    def inside(self) -> tuple[RegionCoverage, ...]:
        """Regions that are not outside of the place that was asked for; none asked: all."""
        outside = Availability.NOT_OFFERED
        return tuple(each for each in self.regions if self.place_of(each.region) is not outside)

    @cached_property
    def living(self) -> tuple[Entry, ...]:
        """Entries that are neither retired nor past their date: only they can be offered."""
        return tuple(
            each for each in self.entries if stage_on(each.version.lifecycle, self.day).usable
        )

    @cached_property
    def best(self) -> tuple[RegionCoverage, ...]:
        """Regions that offer most for certain, those that lack least first; nothing: none."""
        most = max((each.offered_count for each in self.regions), default=0)
        return _ranked(each for each in self.regions if most and each.offered_count == most)

    def place_of(self, region: Region) -> Availability:
        """Tell whether a region is in the place that was asked for; nothing asked: OFFERED is yes.

        CONFLICT where documents disagree on it, UNKNOWN where nobody can tell.
        """
        kinds = self.deployment_types
        answers = [processed_inside(kind.scope, region, self.conditions) for kind in kinds]
        return strongest(Availability.OFFERED if each is None else each for each in answers)

    @cached_property
    def fact_dates(self) -> dict[Entry, FactDate]:
        """How old what is known of each entry is under the conditions, be it a yes or a no.

        An entry without a date is left out.
        """
        found = {entry: date_of(self._as_ofs(entry)) for entry in self.entries}
        return {entry: dates for entry, dates in found.items() if dates is not None}

    @property
    def dates_on_show(self) -> dict[FactKind, FactDate]:
        """How old the whole answer is."""
        told = date_of(as_of for entry in self.entries for as_of in self._as_ofs(entry))
        return {} if told is None else {FactKind.AVAILABILITY: told}

    @cached_property
    def missing_somewhere(self) -> tuple[Entry, ...]:
        """Entries whose "no" the answer rests on: some region asked about lacks them."""
        lacked = {entry for here in self.inside for entry in here.missing}
        return tuple(entry for entry in self.entries if entry in lacked)

    def ways(self, entry: Entry, region: Region) -> tuple[str, ...]:
        """Return the deployment types by which an entry is offered under the conditions."""
        return tuple(
            kind.id
            for kind in self.deployment_types
            if availability_of(entry, kind, region, self.conditions) is Availability.OFFERED
        )

    def _as_ofs(self, entry: Entry) -> Iterator[str | None]:
        for kind in self.deployment_types:
            offer = entry.offers.get(kind.id)
            if offer is not None:
                yield offer_as_of(offer, self._source_dates)

    @cached_property
    def _source_dates(self) -> dict[str, str]:
        return source_dates(self.catalog)


def coverage(
    entries: Sequence[Entry], conditions: CoverageConditions, catalog: Catalog, day: date
) -> Coverage:
    """Return which regions offer all of the entries under the conditions, and what others lack.

    What is retired on the day is offered nowhere, whatever a matrix still marks; where only its
    date has passed and the source does not call it retired, that is a dispute.

    Raises:
        CoverageRefused: no entry, an unknown name, or conditions that exclude each other.
    """
    kinds = fitting_types(conditions, catalog)
    asked = tuple({entry.key: entry for entry in entries}.values())
    if not asked:
        raise CoverageRefused(RefusedBecause.NO_MODEL)
    ids = [region.id for region in catalog.regions]
    by_kind = [(kind, known_rows(asked, kind.id, ids)) for kind in kinds]
    services = [(row, entry) for row, entry in enumerate(asked) if entry.is_service]
    # Under a condition nothing is known of a service: no source says how it meets it.
    mask = mask_of((row for row, _ in services), len(asked))
    open_services = KnownRows(unknown=0 if conditions == CoverageConditions() else mask)
    ended = _Ended(asked, day)
    regions = []
    for region in catalog.regions:
        known = KnownRows()
        for kind, rows in by_kind:
            here = rows[region.id] | open_services
            known |= here.weakened(processed_inside(kind.scope, region, conditions))
        if conditions == CoverageConditions():
            known = _with_services(known, services, region)
        regions.append(RegionCoverage(asked, ended.without(known), region))
    return Coverage(catalog, day, asked, conditions, kinds, tuple(regions))


class _Ended:
    """The entries that have ended by a day."""

    def __init__(self, entries: Sequence[Entry], day: date) -> None:
        stages = [stage_on(entry.version.lifecycle, day) for entry in entries]
        retired = (row for row, on in enumerate(stages) if on.published is Stage.RETIRED)
        overdue = (row for row, on in enumerate(stages) if on.contradicts)
        self._retired = mask_of(retired, len(entries))
        self._overdue = mask_of(overdue, len(entries))

    def without(self, known: KnownRows) -> KnownRows:
        """Return what is known once they no longer count as offered."""
        return KnownRows(
            known.offered & ~(self._retired | self._overdue),
            (known.disputed | known.offered & self._overdue) & ~self._retired,
            known.unknown & ~self._retired,
        )


def availability_of(
    entry: Entry, kind: DeploymentType, region: Region, conditions: CoverageConditions
) -> Availability:
    """Return whether one deployment type offers an entry where the conditions ask for it."""
    offered = entry.availability(kind.id, region.id)
    inside = processed_inside(kind.scope, region, conditions)
    return offered if inside is None else weakest([offered, inside])


def alike(regions: Iterable[RegionCoverage]) -> tuple[tuple[RegionCoverage, ...], ...]:
    """Return regions that lack the same together, in the order they are met."""
    groups: dict[tuple[tuple[Entry, ...], ...], list[RegionCoverage]] = {}
    for here in regions:
        groups.setdefault((here.missing, here.unknown, here.disputed), []).append(here)
    return tuple(tuple(group) for group in groups.values())


def _with_services(
    known: KnownRows, services: Iterable[tuple[int, Entry]], region: Region
) -> KnownRows:
    """Put in what is known of services, which have features in regions and no deployment types."""
    offered, unknown = known.offered, known.unknown
    for row, entry in services:
        there = entry.feature_in(region.id)
        if there is Availability.OFFERED:
            offered |= 1 << row
        elif there is Availability.UNKNOWN:
            unknown |= 1 << row
    return KnownRows(offered, known.disputed, unknown)


def _ranked(regions: Iterable[RegionCoverage]) -> tuple[RegionCoverage, ...]:
    return tuple(
        sorted(
            regions,
            key=lambda each: (each.missing_count, -each.offered_count, each.region.name),
        )
    )
