# SPDX-License-Identifier: MIT
"""Everything known of one region, as blocks one below the other."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property

from azmodels_gui.catalog.countries import country_of
from azmodels_gui.catalog.document import DataZone, Region
from azmodels_gui.catalog.entry import Entry
from azmodels_gui.catalog.fact_dates import FactKind
from azmodels_gui.catalog.fact_told import date_told
from azmodels_gui.catalog.region_alternatives import offered_entries, region_offers
from azmodels_gui.catalog.terms import Availability
from azmodels_gui.language.shown import tr
from azmodels_gui.window.formats import coordinates, number
from azmodels_gui.window.models.cell_context import CellContext
from azmodels_gui.window.models.pane import Fact
from azmodels_gui.window.regions.region_lines import (
    Block,
    Facts,
    Heading,
    Note,
    Paragraph,
    Table,
    is_usable,
    offer_groups,
)
from azmodels_gui.window.theme.tokens import Tone


def undisputed(_region: Region) -> bool:
    """Take every published place as it is: there are no outlines to hold it against."""
    return False


@dataclass(frozen=True)
class RegionOnShow:
    """A region and the context (catalogue, day, language) it is read in."""

    region: Region
    context: CellContext
    is_disputed: Callable[[Region], bool] = undisputed
    """Tells whether a region's published place is not in its country."""

    @cached_property
    def zone(self) -> DataZone | None:
        """The data zone of the region."""
        zones = self.context.index.catalog.data_zones
        return next((zone for zone in zones if zone.id == self.region.data_zone), None)


def fact_blocks(shown: RegionOnShow) -> Iterator[Block]:
    """Yield where the region is, and what is disputed about that."""
    region, tip = shown.region, shown.context.source_line(shown.region.source)
    country = country_of(region)
    unknown = tr("unknown")
    name = unknown if country is None else shown.context.text(country.name)
    yield Facts(
        (
            Fact(tr("Country"), name, tip),
            Fact(tr("Azure geography"), region.geography, tip),
            _zone_fact(shown),
            Fact(tr("Azure's pair"), _pair(shown), tip),
            _place_fact(shown, unknown, tip),
        )
    )
    if region.data_zone_disputed and shown.zone is not None and shown.zone.note is not None:
        yield Note(shown.context.text(shown.zone.note))


def offer_blocks(shown: RegionOnShow) -> Iterator[Block]:
    """Yield what the region offers, by deployment type."""
    context = shown.context
    entries = context.index.entries
    offers = region_offers(entries, shown.region, context.index.catalog)
    services = tuple(entry for entry in entries if _has_features(entry, shown.region))
    offered = (*offered_entries(offers), *services)
    title = tr("Offered here")
    yield Heading(title)
    words = tr(
        "{count} of {total} entries are offered here in some way. “Offered from a region” "
        "is not “processed there”: only regional types process here.",
    )
    count, total = (number(len(some), context.language) for some in (offered, entries))
    yield Paragraph(words.format(count=count, total=total))
    as_of = context.index.fact_dates.get(FactKind.AVAILABILITY)
    if as_of is not None:
        yield Paragraph(date_told(FactKind.AVAILABILITY, as_of, context.language), Tone.MUTED)
    over = sum(not is_usable(entry, context) for entry in offered)
    if over:
        words = tr("Retired or past the retirement date, though still listed: {count}.")
        yield Paragraph(words.format(count=number(over, context.language)), Tone.WARN)
    headers = (
        tr("Deployment type"),
        tr("offered"),
        tr("disputed"),
        tr("unknown"),
    )
    yield Table(title, headers, tuple(offer_groups(offers, context)))
    if services:
        words = tr("Services with features here: {names}.")
        named = ", ".join(entry.title for entry in services)
        yield Paragraph(words.replace("{names}", named))


def _has_features(entry: Entry, region: Region) -> bool:
    return entry.is_service and entry.feature_in(region.id) is Availability.OFFERED


def _zone_fact(shown: RegionOnShow) -> Fact:
    title = tr("Data zone")
    if shown.zone is None:
        return Fact(title, tr("none known"))
    name = shown.context.text(shown.zone.name)
    if not shown.region.data_zone_disputed:
        return Fact(title, name)
    disputed = tr("! disputed: {zone}")
    return Fact(title, disputed.format(zone=name), tone=Tone.WARN)


def _pair(shown: RegionOnShow) -> str:
    pair = shown.region.paired_region
    if pair is None:
        return tr("none")
    name = shown.context.region_names.get(pair)
    return name or tr("{region}, not in the catalogue").format(region=pair)


def _place_fact(shown: RegionOnShow, unknown: str, tip: str) -> Fact:
    name = tr("Coordinates")
    region = shown.region
    if region.latitude is None or region.longitude is None:
        return Fact(name, unknown, tip)
    told = coordinates(region.latitude, region.longitude, shown.context.language)
    if not shown.is_disputed(region):
        return Fact(name, told, tip)
    words = tr("{place}: disputed, not in {country}")
    country = country_of(region)
    where = region.geography if country is None else shown.context.text(country.name)
    text = words.replace("{place}", told).replace("{country}", where)
    return Fact(name, text, tip, Tone.WARN)
