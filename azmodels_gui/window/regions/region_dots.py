# SPDX-License-Identifier: MIT
"""Regions as a map shows them: how many of some entries they offer, and what is said of that."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from azmodels_gui.catalog.countries import country_name
from azmodels_gui.catalog.document import Catalog, Entry
from azmodels_gui.catalog.region_counts import region_counts
from azmodels_gui.language.words import ENGLISH, tr
from azmodels_gui.window.regions.region_columns import zone_title


@dataclass(frozen=True)
class RegionDot:
    """One region; what is left of `total` is known not to be offered."""

    region: str
    """Id of the region."""
    name: str
    country: str
    """Country or area, as Azure names it: the land is found by it."""
    latitude: float | None
    """Degrees north; None: no source states where the region is."""
    longitude: float | None
    """Degrees east."""
    zone: str | None
    """Id of its data zone; None: in none, or unknown."""
    zone_disputed: bool
    offered: int
    disputed: int
    """Number of entries of which sources disagree."""
    unknown: int
    """Number of entries of which no source says anything here."""
    total: int
    country_name: str = ""
    """In the language on show."""

    @property
    def share(self) -> float:
        """Offered part of all entries; 0 where there are none."""
        return self.offered / self.total if self.total else 0.0

    @property
    def open_share(self) -> float:
        """Part of all entries that is neither yes nor no."""
        return (self.disputed + self.unknown) / self.total if self.total else 0.0

    @property
    def has_all(self) -> bool:
        """Tell whether every entry is offered, and there is one."""
        return self.total > 0 and self.offered == self.total


def region_dots(
    entries: Sequence[Entry],
    catalog: Catalog,
    deployment_types: Collection[str] = (),
    language: str = ENGLISH,
) -> tuple[RegionDot, ...]:
    """Return every region of the catalogue with its counts, in the catalogue's order."""
    counts = region_counts(entries, catalog, deployment_types)
    return tuple(
        RegionDot(
            region=region.id,
            name=region.name,
            country=region.geography,
            latitude=region.latitude,
            longitude=region.longitude,
            zone=region.data_zone,
            zone_disputed=region.data_zone_disputed,
            offered=counts[region.id].offered,
            disputed=counts[region.id].disputed,
            unknown=counts[region.id].unknown,
            total=counts[region.id].total,
            country_name=country_name(region).in_language(language),
        )
        for region in catalog.regions
    )


@dataclass(frozen=True)
class MapAge:
    """How old the offers are that the dots count, in words."""

    told: str = ""
    """Availability with its date; empty: no date is known."""
    no: str = ""
    """That nothing is offered, with the date of the statement."""


NO_DATE = MapAge()


def region_words(
    dot: RegionDot, zone_names: Mapping[str, str], age: MapAge, disputed_place: str = ""
) -> str:
    """Return the lines of a tool tip: name and country, what is offered, the data zone, the date.

    Args:
        dot: the region.
        zone_names: by the zones' ids.
        age: of the offers.
        disputed_place: the published coordinates in words, if they are not in its country.
    """
    heading = f"{dot.name} ({dot.country_name})" if dot.country_name else dot.name
    zone = tr("in no data zone")
    if dot.zone is not None:
        zone = zone_title(zone_names.get(dot.zone, dot.zone), disputed=dot.zone_disputed)
    lines = [heading, count_words(dot, age.no), zone]
    if age.told and dot.total:
        lines.append(age.told)
    if disputed_place:
        text = tr(
            "Place disputed: the source publishes {place}, which is not in this country. The dot "
            "stands for the country, the cross for what is published."
        )
        lines.append(text.replace("{place}", disputed_place))
    return "\n".join(lines)


def count_words(dot: RegionDot, no: str) -> str:
    """Return how many are offered; unknown and disputed ones are told apart from no.

    Args:
        dot: the region.
        no: that the only model is not offered, with its date.
    """
    if not dot.total:
        return tr("no model is chosen")
    if dot.total == 1:
        return _single_words(dot, no)
    words = [tr("offered: {count} of {total}").format(count=dot.offered, total=dot.total)]
    if dot.disputed:
        text = tr("sources disagree: {count}")
        words.append(text.format(count=dot.disputed))
    if dot.unknown:
        text = tr("unknown: {count}")
        words.append(text.format(count=dot.unknown))
    return ", ".join(words)


def _single_words(dot: RegionDot, no: str) -> str:
    if dot.offered:
        return tr("offered")
    if dot.disputed:
        return tr("sources disagree")
    if dot.unknown:
        return tr("unknown")
    return no


def country_words(country: str, zone_name: str, *, is_disputed: bool) -> str:
    """Return what the colour or the hatching of a country means."""
    return f"{country}: {zone_title(zone_name, disputed=is_disputed)}"


def without_place_words(dots: Sequence[RegionDot], no: str) -> str:
    """Return a line for the regions that have no coordinates; empty: there are none."""
    if not dots:
        return ""
    listed = "; ".join(f"{dot.name}: {count_words(dot, no)}" for dot in dots)
    text = tr("Not on the map, place unknown: {regions}")
    return text.replace("{regions}", listed)


def summary_words(dots: Sequence[RegionDot]) -> str:
    """Return the whole map in one sentence, for those who hear it."""
    total = max((dot.total for dot in dots), default=0)
    text = tr(
        "Regions: {regions}. Models: {total}. Offering all of them: {all}, some of them: {some}."
    )
    return text.format(
        regions=len(dots),
        all=sum(dot.has_all for dot in dots),
        some=sum(bool(dot.offered) and not dot.has_all for dot in dots),
        total=total,
    )


def legend_words(total: int, no: str) -> tuple[str, str, str, str]:
    """Return what the four kinds of dots mean: all, some, open, none (`no` of the only model)."""
    if total == 1:
        return (
            tr("offered"),
            "",
            tr("unknown, or sources disagree"),
            no,
        )
    return (
        tr("all {total} offered").format(total=total),
        tr("some offered: how many"),
        tr("unknown, or sources disagree"),
        tr("none offered"),
    )
