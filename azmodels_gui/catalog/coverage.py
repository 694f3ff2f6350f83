# SPDX-License-Identifier: MIT
"""The question "where can we have all of them?" for a set of entries and conditions."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cached_property

from msgspec import Struct

from azmodels_gui.catalog.bitmask import mask_of, rows_of
from azmodels_gui.catalog.countries import countries_of, keeps_data_in, processed_in_country
from azmodels_gui.catalog.document import Catalog, DeploymentType, Entry, Region
from azmodels_gui.catalog.fact_dates import FactDate, FactKind, date_of, offer_as_of, source_dates
from azmodels_gui.catalog.offered import KEEPS_DATA_IN_ZONE, stays_inside, strongest, weakest
from azmodels_gui.catalog.region_counts import KnownRows, feature_rows, known_rows
from azmodels_gui.catalog.terms import Availability, Billing, Scope, Stage
from azmodels_gui.language.words import N_, Message, ToldError


class CoverageConditions(Struct, frozen=True):
    """All conditions must be met by one deployment; several values of one are alternatives."""

    data_zone: str | None = None
    """Processed inside this data zone; None: anywhere."""
    country: str | None = None
    """Processed in this country (`Country.code`); None: anywhere."""
    deployment_types: frozenset[str] = frozenset()
    """SKU names; empty: any but the developer tier."""
    billings: frozenset[Billing] = frozenset()
    """Empty: any."""


class RefusedBecause(StrEnum):
    """Why there is no answer."""

    NO_MODEL = "no_model"
    """No entry was chosen."""
    UNKNOWN_DATA_ZONE = "unknown_data_zone"
    UNKNOWN_COUNTRY = "unknown_country"
    UNKNOWN_DEPLOYMENT_TYPE = "unknown_deployment_type"
    NO_TYPE_FITS = "no_type_fits"
    """The conditions exclude each other: no deployment type can meet them all."""


_REFUSALS: Mapping[RefusedBecause, Message] = {
    RefusedBecause.NO_MODEL: N_("Choose at least one model."),
    RefusedBecause.UNKNOWN_DATA_ZONE: N_("The catalogue has no data zone {name}."),
    RefusedBecause.UNKNOWN_COUNTRY: N_("The catalogue has no region in {name}."),
    RefusedBecause.UNKNOWN_DEPLOYMENT_TYPE: N_("The catalogue has no deployment type {name}."),
    RefusedBecause.NO_TYPE_FITS: N_(
        "No deployment type can meet these conditions together: a global one never keeps "
        "processing in a data zone or country, and a data-zone one not in a single country. "
        "Drop one condition."
    ),
}


class CoverageRefused(ToldError):
    """The question makes no sense; `reason` is why."""

    def __init__(self, reason: RefusedBecause, name: str = "") -> None:
        super().__init__(_REFUSALS[reason], name=name)
        self.reason = reason


def fitting_types(conditions: CoverageConditions, catalog: Catalog) -> tuple[DeploymentType, ...]:
    """Return the deployment types that can meet the conditions in some region.

    Raises:
        CoverageRefused: an unknown name, or no type can.
    """
    _check_names(conditions, catalog)
    asked = catalog.deployment_types if conditions.deployment_types else catalog.usual_types
    kinds = tuple(kind for kind in asked if _may_count(kind, conditions))
    if not kinds:
        raise CoverageRefused(RefusedBecause.NO_TYPE_FITS)
    return kinds


def processed_inside(
    scope: Scope, region: Region, conditions: CoverageConditions
) -> Availability | None:
    """Tell whether a deployment in a region processes where the conditions ask for.

    OFFERED is yes, NOT_OFFERED no; CONFLICT where documents disagree on it, UNKNOWN where the
    region's country is not known. None: nothing is asked.
    """
    answers = list(_places(scope, region, conditions))
    return weakest(answers) if answers else None


def _check_names(conditions: CoverageConditions, catalog: Catalog) -> None:
    zones = {zone.id for zone in catalog.data_zones}
    if conditions.data_zone is not None and conditions.data_zone not in zones:
        raise CoverageRefused(RefusedBecause.UNKNOWN_DATA_ZONE, conditions.data_zone)
    codes = {country.code for country in countries_of(catalog)}
    if conditions.country is not None and conditions.country not in codes:
        raise CoverageRefused(RefusedBecause.UNKNOWN_COUNTRY, conditions.country)
    unheard = conditions.deployment_types - {kind.id for kind in catalog.deployment_types}
    if unheard:
        raise CoverageRefused(RefusedBecause.UNKNOWN_DEPLOYMENT_TYPE, ", ".join(sorted(unheard)))


def _may_count(kind: DeploymentType, conditions: CoverageConditions) -> bool:
    if conditions.deployment_types and kind.id not in conditions.deployment_types:
        return False
    if conditions.billings and kind.billing not in conditions.billings:
        return False
    if not kind.scope.known:  # where it processes is unknown, which `_places` answers
        return True
    if conditions.country is not None and kind.scope not in keeps_data_in(conditions.country):
        return False
    return conditions.data_zone is None or kind.scope in KEEPS_DATA_IN_ZONE


def _places(scope: Scope, region: Region, conditions: CoverageConditions) -> Iterator[Availability]:
    if conditions.data_zone is not None:
        yield stays_inside(scope, region, {conditions.data_zone})
    if conditions.country is not None:
        yield processed_in_country(scope, region, conditions.country)


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
        return self._of(self.known.missing(len(self.entries)))

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
        return self.known.missing(len(self.entries)).bit_count()

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
        return tuple(each for each in self.entries if each.stage_on(self.day).usable)

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
    features, services = feature_rows(asked, ids), KnownRows()
    if conditions != CoverageConditions():
        features = dict.fromkeys(ids, KnownRows())
        if not conditions.deployment_types:  # it has none, and no source says how it meets others
            mask = mask_of((row for row, entry in enumerate(asked) if entry.is_service), len(asked))
            services = KnownRows(unknown=mask)
    ended = _Ended(asked, day)
    regions = []
    for region in catalog.regions:
        known = features[region.id]
        for kind, rows in by_kind:
            here = rows[region.id] | services
            known |= here.weakened(processed_inside(kind.scope, region, conditions))
        regions.append(RegionCoverage(asked, ended.without(known), region))
    return Coverage(catalog, day, asked, conditions, kinds, tuple(regions))


class _Ended:
    """The entries that have ended by a day."""

    def __init__(self, entries: Sequence[Entry], day: date) -> None:
        stages = [entry.stage_on(day) for entry in entries]
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


def _ranked(regions: Iterable[RegionCoverage]) -> tuple[RegionCoverage, ...]:
    return tuple(
        sorted(
            regions,
            key=lambda each: (each.missing_count, -each.offered_count, each.region.name),
        )
    )
