# SPDX-License-Identifier: MIT
"""Whether two prices of one model, from two sources, state the same thing."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from azmodels_gui.catalog.prices import Price
from azmodels_gui.catalog.terms import ContextBand, Scope


@dataclass(frozen=True)
class Setting:
    """What decides whether a primary price covers a gap."""

    day: date
    """A primary price that has ended before it leaves a gap."""
    zones: Mapping[str, str]
    """Data zone of each region that has one."""
    versions: tuple[str, ...] = ()
    """All versions of the model."""
    source_days: Mapping[str, date] = field(default_factory=dict)
    """First possible day of each source; of one that is missing nothing is known."""


def states(primary: Price, secondary: Price, setting: Setting) -> bool:
    """Tell whether a primary price is for the thing that a secondary one is for."""
    return (
        primary.category is secondary.category
        and primary.tier is secondary.tier
        and primary.fine_tuned == secondary.fine_tuned
        and primary.variant == secondary.variant
        and _same_band(primary.context_band, secondary.context_band)
        and _same_scope(primary, secondary, setting.zones)
    )


def differ(one: Price, other: Price) -> bool:
    """Tell whether two prices of the same unit disagree about the amount."""
    return one.unit is other.unit and one.amount != other.amount


def _same_band(one: ContextBand | None, other: ContextBand | None) -> bool:
    """A price for any length is one for short requests too."""
    return (one or ContextBand.SHORT) is (other or ContextBand.SHORT) or one is None


def _same_scope(primary: Price, secondary: Price, zones: Mapping[str, str]) -> bool:
    if secondary.scope is None:
        return primary.scope in (Scope.GLOBAL, None) or primary.amount == secondary.amount
    if primary.scope is not secondary.scope:
        return False
    in_zones = {zones.get(region) for region in primary.regions}
    return secondary.data_zone is None or secondary.data_zone in in_zones
