# SPDX-License-Identifier: MIT
"""What a deployment must fulfil to count: where it processes, its type, how it is billed."""

from collections.abc import Iterator, Mapping
from enum import StrEnum

from msgspec import Struct

from azmodels_gui.catalog.countries import ZONES_OF_ONE_COUNTRY, countries_of, processed_in_country
from azmodels_gui.catalog.document import Catalog, DeploymentType, Region
from azmodels_gui.catalog.offered import KEEPS_DATA_IN_ZONE, stays_inside, weakest
from azmodels_gui.catalog.terms import DEVELOPER_TIER, Availability, Billing, Scope
from azmodels_gui.language.errors import ToldError
from azmodels_gui.language.words import N_, Message


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
    kinds = tuple(kind for kind in catalog.deployment_types if _may_count(kind, conditions))
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
    if conditions.deployment_types:
        if kind.id not in conditions.deployment_types:
            return False
    elif kind.id == DEVELOPER_TIER:  # deletes itself after a day: no answer to "where"
        return False
    if conditions.billings and kind.billing not in conditions.billings:
        return False
    if not kind.scope.known:  # where it processes is unknown, which `_places` answers
        return True
    if conditions.country is not None and kind.scope not in _scopes_of(conditions.country):
        return False
    return conditions.data_zone is None or kind.scope in KEEPS_DATA_IN_ZONE


def _scopes_of(country: str) -> frozenset[Scope]:
    """Return the scopes that can keep processing in a country."""
    if country in ZONES_OF_ONE_COUNTRY.values():
        return KEEPS_DATA_IN_ZONE
    return frozenset({Scope.REGIONAL})


def _places(scope: Scope, region: Region, conditions: CoverageConditions) -> Iterator[Availability]:
    if conditions.data_zone is not None:
        yield stays_inside(scope, region, {conditions.data_zone})
    if conditions.country is not None:
        yield processed_in_country(scope, region, conditions.country)
