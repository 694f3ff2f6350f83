# SPDX-License-Identifier: MIT
"""Where it is offered, and how: deployment types, or the features of a service, by region."""

from collections.abc import Iterator

from azmodels_gui.answers.answer import Answer
from azmodels_gui.answers.availability import TypeRegions, offered_in, regions_by_type
from azmodels_gui.answers.viewpoint import OfferRegions
from azmodels_gui.catalog import labels
from azmodels_gui.catalog.fact_told import end_told
from azmodels_gui.catalog.terms import Availability
from azmodels_gui.language.shown import tr
from azmodels_gui.sheets.answer_cells import SIGNS, cell, text
from azmodels_gui.window.models.fact_tree import FactGroup, FactRow
from azmodels_gui.window.models.panes.answer_facts import tip
from azmodels_gui.window.models.panes.on_show import OnShow
from azmodels_gui.window.models.panes.pane import Pane
from azmodels_gui.window.theme.tokens import Tone

_TONES = {Availability.OFFERED: "good", Availability.CONFLICT: "warn"}
_ZONE = "EU"


class AvailabilityPane(Pane):
    """One heading a deployment type or feature, the regions below."""

    key = "availability"

    def title(self) -> str:
        """Return the tab's title."""
        return tr("Availability")

    def fill(self, shown: OnShow) -> None:
        """Add the chosen regions, the table of all regions, and conflicts."""
        service = shown.entry.is_service
        if shown.context.regions and not service:
            self._add_chosen(shown)
        here = set(shown.context.regions)
        found = shown.conflicts("availability", "data_zone")
        self.add_disagreements(shown, [each for each in found if here & set(each.regions)])
        self.add_heading(tr("Features by region") if service else tr("In all regions"))
        view = shown.context.view.anywhere
        told = regions_by_type(shown.entry, view, shown.catalog.deployment_types)
        groups = [self._group(each, shown) for each in told]
        self.add_table(self.title(), ("", tr("in EU"), tr("total")), groups)
        explained = (
            tr("A service has no deployment types: it is set up in a region as it is.")
            if service
            else tr(
                "Number of regions where it is offered; unfold a line for their names. "
                "“Unknown” means that no source speaks of it, not that it is missing."
            )
        )
        self.add_paragraph(explained, tone=Tone.MUTED)
        if service:
            sources = dict.fromkeys(source for each in told for source in each.together.sources)
            self.add_paragraph(shown.tip(*sources), tone=Tone.MUTED)
        self.add_disagreements(shown, [each for each in found if not here & set(each.regions)])

    def _add_chosen(self, shown: OnShow) -> None:
        view = shown.context.view
        for region in view.asked_regions[:3]:
            self.add_heading(tr("Offered in {region}").format(region=region.name))
            groups = []
            for kind in shown.catalog.deployment_types:
                found = offered_in(shown.entry, kind.id, region.id, view)
                told = cell(found, shown.order)
                cells = (shown.text(kind.short_name), f"{told.sign} {told.text}")
                told_by = f"{shown.text(kind.description)}\n{tip(found, shown)}"
                groups.append(FactGroup(FactRow(cells, told_by, _tone(found))))
            self.add_table(region.name, ("", ""), groups)

    def _group(self, each: TypeRegions, shown: OnShow) -> FactGroup:
        inside = shown.context.view.in_zone(each.regions, _ZONE)
        counts = (self._figure(regions, shown) for regions in (inside, each.regions))
        tone = "" if each.regions.offered else "muted"
        about = "" if each.kind is None else shown.text(each.kind.description)
        told = "\n".join(
            filter(None, (about, text(each.together, shown.order), tip(each.together, shown)))
        )
        head = FactRow((shown.text(each.name), *counts), told, tone)
        return FactGroup(head, tuple(self._rows(each, shown)))

    def _figure(self, regions: OfferRegions, shown: OnShow) -> str:
        """Return how many regions; where it is disputed, so many more with the sign of that."""
        if regions.amount_to() is Availability.UNKNOWN:
            return shown.unknown
        more = f" + {shown.number(len(regions.disputed))} !" if regions.disputed else ""
        return f"{shown.number(len(regions.offered))}{more}"

    def _rows(self, each: TypeRegions, shown: OnShow) -> Iterator[FactRow]:
        if each.regions.amount_to() is Availability.UNKNOWN:
            return
        sources = tip(each.together, shown)
        if each.together.until is not None:
            ends = end_told(each.together.until, shown.today, shown.context.language)
            yield FactRow((ends,), sources, "warn")
        for how, names in (
            (Availability.OFFERED, each.regions.offered),
            (Availability.CONFLICT, each.regions.disputed),
        ):
            word = shown.context.word(labels.AVAILABILITY, how.value)
            for name in shown.nearest_first(names):
                yield FactRow((name, "", f"{SIGNS[how]} {word}"), sources, _TONES[how])
        if each.regions.unknown:
            count = shown.number(len(each.regions.unknown))
            yield FactRow((tr("Regions no source speaks of"), "", count), sources, "muted")


def _tone(found: Answer) -> str:
    known = found.value if isinstance(found.value, Availability) else Availability.UNKNOWN
    return _TONES.get(known, "muted")
