# SPDX-License-Identifier: MIT
"""Everything known of one region, one below the other."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from PySide6.QtCore import QModelIndex, QUrl, Signal, Slot

from azmodels_gui.calculator.region_ptu_prices import region_ptu_prices
from azmodels_gui.catalog.countries import country_of
from azmodels_gui.catalog.document import DataZone, Region
from azmodels_gui.catalog.region_alternatives import (
    Alternative,
    Relation,
    alternatives,
)
from azmodels_gui.catalog.region_offers import offered_entries, region_offers
from azmodels_gui.catalog.region_prices import region_prices
from azmodels_gui.qtmodels.cell_context import CellContext
from azmodels_gui.qtmodels.formats import number
from azmodels_gui.views.fact_tree_view import FactTreeView
from azmodels_gui.views.link_label import LinkLabel
from azmodels_gui.views.panes.pane import Fact, Pane
from azmodels_gui.views.regions.entry_lines import EntryGroup, LineKeys
from azmodels_gui.views.regions.region_lines import addition_groups, is_usable, offer_groups
from azmodels_gui.views.regions.region_price_lines import (
    differing_groups,
    open_groups,
    ptu_groups,
    same_sentence,
)
from azmodels_gui.views.regions.rich_text import REGION_SCHEME
from azmodels_gui.views.theme.theme import Theme
from azmodels_gui.views.theme.tokens import Tone


@dataclass(frozen=True)
class RegionOnShow:
    """A region and the context (catalogue, day, language) it is read in."""

    region: Region
    context: CellContext

    @cached_property
    def zone(self) -> DataZone | None:
        """The data zone of the region."""
        zones = self.context.index.catalog.data_zones
        return next((zone for zone in zones if zone.id == self.region.data_zone), None)


class RegionPane(Pane):
    """Shows a region; lines of entries open them.

    Signals:
        region_asked: id of another region.
        entry_asked: key of an entry.
    """

    key = "region"
    region_asked = Signal(str)
    entry_asked = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self._keys: dict[FactTreeView, LineKeys] = {}

    def title(self) -> str:
        """Return the pane's title."""
        return self.tr("Region")

    def show_region(self, shown: RegionOnShow) -> None:
        """Replace the contents."""
        self._fresh_body()
        self._keys.clear()
        self._add_facts_of(shown)
        self._add_offers(shown)
        self._add_alternatives(shown)
        self._add_prices(shown)
        self._column.addStretch(1)

    def _add_facts_of(self, shown: RegionOnShow) -> None:
        region, tip = shown.region, shown.context.source_line(shown.region.source)
        country = country_of(region)
        unknown = self.tr("unknown")
        name = unknown if country is None else shown.context.text(country.name)
        zone, tone = self.tr("none known"), Tone.PLAIN
        if shown.zone is not None:
            zone = shown.context.text(shown.zone.name)
            if region.data_zone_disputed:
                zone, tone = self.tr("! disputed: {zone}").format(zone=zone), Tone.WARN
        self.add_facts(
            [
                Fact(self.tr("Country"), name, tip),
                Fact(self.tr("Azure geography"), region.geography, tip),
                Fact(self.tr("Data zone"), zone, tone=tone),
                Fact(self.tr("Azure's pair"), self._pair(shown), tip),
                Fact(self.tr("Coordinates"), self._coordinates(shown), tip),
            ]
        )
        if region.data_zone_disputed and shown.zone is not None and shown.zone.note is not None:
            self.add_note(shown.context.text(shown.zone.note))

    def _pair(self, shown: RegionOnShow) -> str:
        pair = shown.region.paired_region
        if pair is None:
            return self.tr("none")
        name = shown.context.region_names.get(pair)
        return name or self.tr("{region}, not in the catalogue").format(region=pair)

    def _coordinates(self, shown: RegionOnShow) -> str:
        region = shown.region
        if region.latitude is None or region.longitude is None:
            return self.tr("unknown")
        return f"{region.latitude:.2f}°, {region.longitude:.2f}°"

    def _add_offers(self, shown: RegionOnShow) -> None:
        context = shown.context
        offers = region_offers(context.index.entries, shown.region, context.index.catalog)
        self.add_heading(self.tr("Offered here"))
        offered = offered_entries(offers)
        count = number(len(offered), context.language)
        total = number(len(context.index.entries), context.language)
        self.add_paragraph(
            self.tr(
                "{count} of {total} entries are offered here in some way. “Offered from a region” "
                "is not “processed there”: only regional types process here."
            ).format(count=count, total=total)
        )
        over = sum(not is_usable(entry, context) for entry in offered)
        if over:
            words = self.tr("Retired or past the retirement date, though still listed: {count}.")
            self.add_paragraph(words.format(count=number(over, context.language)), tone=Tone.WARN)
        self._add_entries(
            self.tr("Offered here"),
            (
                self.tr("Deployment type"),
                self.tr("offered"),
                self.tr("disputed"),
                self.tr("unknown"),
            ),
            offer_groups(offers, context),
        )

    def _add_alternatives(self, shown: RegionOnShow) -> None:
        context = shown.context
        found = alternatives(shown.region, context.index.entries, context.index.catalog)
        self.add_heading(self.tr("What other regions have in addition"))
        for alternative in found:
            self._add_alternative(alternative, shown)
        if not any(Relation.NEAREST in each.relations for each in found):
            self.add_paragraph(self._why_none(shown), tone=Tone.MUTED)
        self.add_paragraph(
            self.tr("Distances as the crow flies, by the coordinates Azure publishes."),
            tone=Tone.MUTED,
        )

    def _add_alternative(self, found: Alternative, shown: RegionOnShow) -> None:
        link = LinkLabel(
            found.region.name, f"{REGION_SCHEME}:{found.region.id}", self._theme.tokens
        )
        link.link_asked.connect(self._on_region_link)
        self._column.addWidget(link)
        self.add_paragraph(self._about(found, shown))
        groups = addition_groups(found.additions, shown.region, shown.context)
        if groups:
            headers = (
                self.tr("In addition, by deployment type"),
                self.tr("Entries"),
                self.tr("Here"),
            )
            self._add_entries(found.region.name, headers, groups)

    def _about(self, found: Alternative, shown: RegionOnShow) -> str:
        told = []
        if Relation.PAIR in found.relations:
            told.append(self.tr("Azure's pair of this region."))
        if Relation.NEAREST in found.relations:
            told.append(self.tr("The nearest region of the same data zone with an offer."))
        if found.zone_disputed:
            told.append(self.tr("Whether both belong to the data zone is disputed."))
        elif not found.same_zone and shown.zone is not None:
            told.append(self.tr("Not in the same data zone."))
        if found.distance_km is None:
            told.append(self.tr("Distance unknown."))
        else:
            distance = number(round(found.distance_km), shown.context.language)
            told.append(self.tr("{distance} km away.").format(distance=distance))
        if found.offered_count == 0:
            told.append(self.tr("No entry is known to be offered there."))
        elif not found.additions:
            told.append(self.tr("Nothing in addition."))
        return " ".join(told)

    def _why_none(self, shown: RegionOnShow) -> str:
        if shown.region.data_zone is None:
            return self.tr("The region is in no known data zone, so no nearest one is named.")
        if shown.region.latitude is None or shown.region.longitude is None:
            return self.tr("The region's coordinates are unknown, so no nearest one is named.")
        return self.tr("No other region of the data zone is known to offer anything.")

    def _add_prices(self, shown: RegionOnShow) -> None:
        context, catalog = shown.context, shown.context.index.catalog
        asked = (context.index.entries, shown.region, catalog, context.index.today)
        prices = region_prices(*asked)
        headers = ("", self.tr("here"), self.tr("global"), self.tr("difference"))
        self.add_heading(self.tr("Prices that differ from the global ones"))
        differing = differing_groups(prices, context)
        if differing:
            self._add_entries(self.tr("Prices that differ"), headers, differing)
        else:
            self.add_paragraph(self.tr("No differing price is known."), tone=Tone.MUTED)
        for sentence in same_sentence(prices, context):
            self.add_paragraph(sentence, tone=Tone.MUTED)
        unknown = open_groups(prices, context)
        if unknown:
            self.add_heading(self.tr("Prices that cannot be compared"))
            titles = ("", self.tr("Prices"))
            self._add_entries(self.tr("Prices that cannot be compared"), titles, unknown)
        ptu = ptu_groups(region_ptu_prices(*asked), context)
        if ptu:
            self.add_heading(self.tr("Price of one PTU"))
            self._add_entries(self.tr("Price of one PTU"), headers, ptu)

    def _add_entries(self, name: str, headers: Sequence[str], groups: list[EntryGroup]) -> None:
        keys = LineKeys()
        view = self.add_table(name, headers, keys.take(groups))
        self._keys[view] = keys
        view.activated.connect(self._on_line)

    @Slot(QModelIndex)
    def _on_line(self, index: QModelIndex) -> None:
        view = self.sender()
        keys = self._keys.get(view) if isinstance(view, FactTreeView) else None
        key = None if keys is None else keys.key_at(index)
        if key is not None:
            self.entry_asked.emit(key)

    @Slot(QUrl)
    def _on_region_link(self, url: QUrl) -> None:
        self.region_asked.emit(url.path())
