# SPDX-License-Identifier: MIT
"""Where the version is offered, by deployment type, and what is not known."""

from collections.abc import Iterable

from azmodels_gui.answers.answer import Answer
from azmodels_gui.answers.availability import Count, offered_count, offered_in
from azmodels_gui.catalog import labels
from azmodels_gui.catalog.age_words import end_told, own_end_told
from azmodels_gui.catalog.document import DeploymentType, Region
from azmodels_gui.catalog.facts import Offer
from azmodels_gui.catalog.terms import Availability
from azmodels_gui.language.shown import tr
from azmodels_gui.sheets.answer_cells import SIGNS, cell
from azmodels_gui.window.models.fact_tree import FactGroup, FactRow
from azmodels_gui.window.models.panes.on_show import OnShow
from azmodels_gui.window.models.panes.pane import Pane
from azmodels_gui.window.theme.tokens import Tone

_TONES = {
    Availability.OFFERED: "good",
    Availability.CONFLICT: "warn",
    Availability.NOT_OFFERED: "muted",
    Availability.UNKNOWN: "muted",
}
_ZONE = "EU"


class AvailabilityPane(Pane):
    """One heading a deployment type, the regions below."""

    key = "availability"

    def title(self) -> str:
        """Return the tab's title."""
        return tr("Availability")

    def fill(self, shown: OnShow) -> None:
        """Add the chosen regions, the table of all regions, and conflicts."""
        if shown.entry.is_service:
            self._add_features(shown)
            return
        if shown.context.regions:
            self._add_chosen(shown)
        here = set(shown.context.regions)
        found = shown.conflicts("availability", "data_zone")
        self.add_disagreements(shown, [each for each in found if here & set(each.regions)])
        self.add_heading(tr("In all regions"))
        headers = ("", tr("in EU"), tr("total"))
        groups = [self._group(kind, shown) for kind in shown.catalog.deployment_types]
        self.add_table(self.title(), headers, groups)
        self.add_paragraph(
            tr(
                "Number of regions where it is offered; unfold a line for their names. "
                "“Unknown” means that no source speaks of it, not that it is missing."
            ),
            tone=Tone.MUTED,
        )
        self.add_disagreements(shown, [each for each in found if not here & set(each.regions)])

    def _add_features(self, shown: OnShow) -> None:
        """A service has features in regions; deployment types do not apply to it."""
        members = [region for region in shown.catalog.regions if region.data_zone == _ZONE]
        sure = {region.id for region in members if not region.data_zone_disputed}
        disputed = {region.id for region in members if region.data_zone_disputed}
        names = shown.context.region_names
        groups = []
        for feature in shown.entry.model.features:
            there = set(feature.available)
            inside = Count(len(sure & there), 0, len(disputed & there))
            counts = (self._figure(inside, shown), shown.number(len(there)))
            tip = shown.tip(feature.source)
            rows = tuple(
                FactRow((names.get(region, region), "", SIGNS[Availability.OFFERED]), tip)
                for region in sorted(feature.available, key=lambda each: names.get(each, each))
            )
            groups.append(FactGroup(FactRow((shown.text(feature.name), *counts), tip), rows))
        self.add_heading(tr("Features by region"))
        self.add_table(self.title(), ("", tr("in EU"), tr("total")), groups)
        self.add_paragraph(
            tr("A service has no deployment types: it is set up in a region as it is."),
            tone=Tone.MUTED,
        )
        sources = dict.fromkeys(feature.source for feature in shown.entry.model.features)
        self.add_paragraph(shown.tip(*sources), tone=Tone.MUTED)

    def _add_chosen(self, shown: OnShow) -> None:
        view = shown.context.view
        for region in view.asked_regions[:3]:
            self.add_heading(tr("Offered in {region}").format(region=region.name))
            groups = []
            for kind in shown.catalog.deployment_types:
                found = offered_in(shown.entry, kind.id, region.id, view)
                told = cell(found, shown.order)
                cells = (shown.text(kind.short_name), f"{told.sign} {told.text}")
                groups.append(FactGroup(FactRow(cells, self._tip(kind, shown), _tone(found))))
            self.add_table(region.name, ("", ""), groups)

    def _group(self, kind: DeploymentType, shown: OnShow) -> FactGroup:
        offer = shown.entry.offers.get(kind.id)
        regions = shown.catalog.regions
        counted = [offered_count(shown.entry, kind.id, regions, zone) for zone in (_ZONE, None)]
        cells = (shown.text(kind.name), *(self._figure(each, shown) for each in counted))
        tone = "" if counted[1].offered else "muted"
        rows = () if offer is None else tuple(self._rows(offer, regions, shown))
        return FactGroup(FactRow(cells, self._tip(kind, shown), tone), rows)

    def _figure(self, counted: Count, shown: OnShow) -> str:
        """Return how many regions; where it is disputed, so many more with the sign of that."""
        if not counted.offered and not counted.disputed and counted.unknown:
            return shown.unknown
        disputed = f" + {shown.number(counted.disputed)} !" if counted.disputed else ""
        return f"{shown.number(counted.offered)}{disputed}"

    def _rows(self, offer: Offer, regions: Iterable[Region], shown: OnShow) -> Iterable[FactRow]:
        tip = shown.tip(*offer.sources)
        if offer.retirement_date is not None:
            ends = end_told(offer.retirement_date, shown.today, shown.context.language)
            yield FactRow((ends,), shown.tip(offer.retirement_source), "warn")
        found = [(region, offer.in_region(region.id)) for region in regions]
        told = {Availability.OFFERED: 0, Availability.CONFLICT: 1}
        for region, availability in sorted(
            ((region, how) for region, how in found if how in told),
            key=lambda each: (told[each[1]], each[0].geography_group != "Europe", each[0].name),
        ):
            word = shown.context.word(labels.AVAILABILITY, availability.value)
            cells = (region.name, "", f"{SIGNS[availability]} {word}")
            yield FactRow(cells, tip, _TONES[availability])
        unknown = sum(how is Availability.UNKNOWN for _, how in found)
        if unknown:
            words = tr("Regions no source speaks of")
            yield FactRow((words, "", shown.number(unknown)), tip, "muted")

    def _tip(self, kind: DeploymentType, shown: OnShow) -> str:
        offer = shown.entry.offers.get(kind.id)
        if offer is None:
            return f"{shown.text(kind.description)}\n{shown.unknown}"
        ends = own_end_told((offer,), shown.today, shown.context.language)
        sources = shown.tip(*offer.sources, offer.retirement_source)
        return "\n".join(filter(None, (shown.text(kind.description), ends, sources)))


def _tone(found: Answer) -> str:
    if not isinstance(found.value, Availability):
        return "muted"
    return _TONES[found.value]
