# SPDX-License-Identifier: MIT
"""How one region has one model of a coverage question: by way to pay, the nearest processing."""

from collections.abc import Iterator
from functools import cached_property

from msgspec import Struct

from azmodels_gui.catalog.coverage import Coverage, RegionCoverage, availability_of
from azmodels_gui.catalog.document import DeploymentType, Entry, Region
from azmodels_gui.catalog.offered import strongest
from azmodels_gui.catalog.terms import Availability, Billing, Scope

BILLINGS = (Billing.PAYG, Billing.PROVISIONED, Billing.BATCH)
NEAREST_FIRST = (Scope.REGIONAL, Scope.DATA_ZONE, Scope.GLOBAL)


class Way(Struct, frozen=True):
    """What is known of one way to pay."""

    billing: Billing
    known: Availability
    scope: Scope | None = None
    """The nearest processing that is offered; one that meets the conditions goes first."""
    met: Availability = Availability.NOT_OFFERED
    """Whether it meets all conditions; CONFLICT where documents disagree on that."""

    @property
    def counts(self) -> bool:
        """Tell whether it meets all conditions for certain."""
        return self.met is Availability.OFFERED


class CoverageCell(Struct, frozen=True):
    """One model in one region."""

    ways: tuple[Way, ...]
    """In the order of `BILLINGS`; none of a service, which has no deployment types."""
    known: Availability
    """What it amounts to under the conditions: the very answer that is counted."""
    ended: bool
    """The model is retired or past its date: it is offered nowhere any more."""


class CoverageCells:
    """The cells of an answer, made one by one: only those on the screen are asked for."""

    def __init__(self, found: Coverage) -> None:
        self._found = found
        self._living = set(found.living)
        self._counting = {kind.id for kind in found.deployment_types}

    def cell(self, here: RegionCoverage, at: int) -> CoverageCell:
        """Return what a region has of the entry at a place of the question."""
        entry = self._found.entries[at]
        ended = entry not in self._living
        ways = () if entry.is_service else tuple(self._ways(entry, here.region, ended=ended))
        return CoverageCell(ways, here.known.of(at), ended)

    def offers_anything(self, region: Region) -> bool:
        """Tell whether a region has any of the entries in any way, whatever is asked for."""
        return region.id in self._offering

    @cached_property
    def _offering(self) -> frozenset[str]:
        found: set[str] = set()
        for entry in self._found.entries:
            found.update(*(each.available for each in entry.model.features))
            found.update(*(offer.available for offer in entry.version.offers))
        return frozenset(found)

    @cached_property
    def _kinds(self) -> dict[Billing, list[DeploymentType]]:
        """Deployment types by way to pay, the nearest processing first."""
        return {
            billing: [
                kind
                for scope in NEAREST_FIRST
                for kind in self._found.catalog.usual_types
                if (kind.scope, kind.billing) == (scope, billing)
            ]
            for billing in BILLINGS
        }

    def _ways(self, entry: Entry, region: Region, *, ended: bool) -> Iterator[Way]:
        for billing, kinds in self._kinds.items():
            offered = [
                (self._met(entry, kind, region, ended=ended), kind.scope)
                for kind in kinds
                if entry.availability(kind.id, region.id) is Availability.OFFERED
            ]
            if offered:
                met = strongest(each for each, _ in offered)
                scope = next(scope for each, scope in offered if each is met)
                yield Way(billing, Availability.OFFERED, scope, met)
            else:
                known = strongest(entry.availability(kind.id, region.id) for kind in kinds)
                yield Way(billing, known)

    def _met(
        self, entry: Entry, kind: DeploymentType, region: Region, *, ended: bool
    ) -> Availability:
        if ended or kind.id not in self._counting:
            return Availability.NOT_OFFERED
        return availability_of(entry, kind, region, self._found.conditions)
