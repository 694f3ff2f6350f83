# SPDX-License-Identifier: MIT
"""The tabs of the details but for the prices."""

from collections.abc import Iterator

from azmodels_gui.answers.answer import Answer, Status, cited
from azmodels_gui.answers.availability import TypeRegions, offered_in, regions_by_type
from azmodels_gui.answers.capacity import QuotaLine, TypeQuota, parameter_rows, quotas
from azmodels_gui.answers.lifecycle import lifecycle
from azmodels_gui.answers.overview import YES, capabilities, limits, overview
from azmodels_gui.answers.sources import sources_of
from azmodels_gui.answers.successor import successor
from azmodels_gui.answers.viewpoint import OfferRegions
from azmodels_gui.catalog import labels
from azmodels_gui.catalog.document import Source
from azmodels_gui.catalog.fact_dates import end_told
from azmodels_gui.catalog.facts import PtuParameters
from azmodels_gui.catalog.labels import tier_name
from azmodels_gui.catalog.listing import SAYS_NO_MORE
from azmodels_gui.catalog.terms import Availability
from azmodels_gui.language.words import N_, NN_, capitalized, tr, trn
from azmodels_gui.sheets.answer_cells import SIGNS, cell, label, text
from azmodels_gui.sheets.guide_told import advised, answered
from azmodels_gui.window import formats
from azmodels_gui.window.models.cell_context import Chip, OnShow
from azmodels_gui.window.models.fact_tree import FactGroup, FactRow
from azmodels_gui.window.models.pane import Fact, Pane, facts, tip
from azmodels_gui.window.theme import Tone

IN_HEAD = ("version", "provider", "family")
"""What stands above the tabs or under a heading of its own."""


class OverviewPane(Pane):
    """Summary, use cases, limits, capabilities."""

    key = "overview"
    words = N_("Overview")

    def fill(self, shown: OnShow) -> None:
        """Add summary, use cases, figures and remarks."""
        model = shown.entry.model
        if model.summary is not None:
            self.add_paragraph(shown.text(model.summary))
        for strength in model.strengths:
            self.add_paragraph("• " + shown.text(strength))
        if model.use_cases:
            self.add_heading(tr("Fits"))
            names = shown.context.use_case_names
            self.add_chips([Chip(names.get(each, each), "use_case") for each in model.use_cases])
        instead = successor((shown.entry,), shown.context.view).rows[1:]
        if instead:  # which one it is stands in the strip
            self.add_heading(tr("Successor"))
            self.add_facts(list(facts(instead, shown)))
        self.add_heading(tr("At a glance"))
        self.add_facts(list(self._glance(shown)))
        self._add_advice(shown)
        self._add_remarks(shown)
        self._add_answers(shown)

    def _glance(self, shown: OnShow) -> Iterator[Fact]:
        """Yield limits, kinds of input, what it can do, and who runs it."""
        asked, view = (shown.entry,), shown.context.view
        yield from facts(limits(asked, view).rows, shown)
        yield from facts((r for r in overview(asked, view).rows if r.key not in IN_HEAD), shown)
        yield from self._capabilities(shown)
        spelled = ", ".join(alias.name for alias in shown.entry.model.aliases)
        if spelled:
            yield Fact(tr("Also spelled"), spelled)

    def _capabilities(self, shown: OnShow) -> Iterator[Fact]:
        """Yield what it can do on one line, levels and what it cannot do each on their own."""
        rows = capabilities((shown.entry,), shown.context.view).rows
        plain = [row for row in rows if row.answers[0].value == YES]
        if plain or not rows:
            names = ", ".join(label(row.label, shown.order) for row in plain)
            tip = shown.tip(*cited(row.answers[0] for row in plain))
            tone = Tone.PLAIN if names else Tone.MUTED
            yield Fact(tr("Capabilities"), names or shown.unknown, tip, tone)
        yield from facts((row for row in rows if row not in plain), shown)

    def _add_advice(self, shown: OnShow) -> None:
        told = list(advised(shown.entry, shown.context.view, shown.order.words))
        if any(sources for _, sources in told):
            self.add_heading(tr("Recommended for"))
        for words, sources in told:
            if sources:  # the others stand above, as chips
                self.add_paragraph(words, shown.tip(*sources))

    def _add_remarks(self, shown: OnShow) -> None:
        model = shown.entry.model
        routes = shown.entry.routes
        if routes:
            self.add_heading(tr("May pass requests to"))
            routed = ", ".join(route.target for route in routes)
            self.add_paragraph(routed, shown.tip(*(route.source for route in routes)))
        family = next((each for each in shown.catalog.families if each.id == model.family), None)
        if family is not None:
            self.add_heading(tr("Family {name}").replace("{name}", family.name))
            self.add_paragraph(shown.text(family.summary), tone=Tone.MUTED)
        for note in model.notes:
            self.add_paragraph(shown.text(note.text), shown.tip(note.source), Tone.MUTED)
        self.add_conflicts(
            shown, "limits", "modalities", "capabilit", "context", "max_", "training", "version"
        )

    def _add_answers(self, shown: OnShow) -> None:
        """Add what clients ask and no table holds, each answer with its source."""
        told = list(answered(shown.entry, shown.context.view, shown.order.words))
        if told:
            self.add_heading(tr("For the client's questions"))
        for words, sources in told:
            tone = Tone.PLAIN if sources else Tone.MUTED
            self.add_paragraph("\n".join(filter(None, (words, shown.tip(*sources)))), tone=tone)


_TONES = {Availability.OFFERED: "good", Availability.CONFLICT: "warn"}
_ZONE = "EU"
OPENED_LISTED = 3
"""So few regions are unfolded from the start."""
_LISTS = NN_("Lists of {count} region were read.", "Lists of {count} regions were read.")


class AvailabilityPane(Pane):
    """One heading a deployment type or feature, the regions below."""

    key = "availability"
    words = N_("Availability")

    def fill(self, shown: OnShow) -> None:
        """Add the chosen regions, the table of all regions, and conflicts."""
        service = shown.entry.is_service
        if shown.context.regions and not service:
            self._add_chosen(shown)
        self._add_listed(shown)
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

    def _add_listed(self, shown: OnShow) -> None:
        """Add what the client's subscription lists, beside what is published of the same."""
        listing, entry = shown.context.index.listing, shown.entry
        if listing is None or entry.is_service:
            return
        self.add_heading(tr("In the client's subscription"))
        pairs = listing.by_entry.get(entry.key, ())
        groups = []
        for kind in shown.catalog.deployment_types:
            regions = {region for each, region in pairs if each == kind.id}
            if regions:
                head = FactRow((shown.text(kind.short_name), shown.number(len(regions))))
                rows = tuple(self._listed(kind.id, each, shown) for each in sorted(regions))
                groups.append(FactGroup(head, rows, opened=len(regions) <= OPENED_LISTED))
        if groups:
            self.add_table(tr("In the client's subscription"), ("", tr("published")), groups)
        count = len(listing.asked)
        words = trn(_LISTS, count).replace("{count}", shown.number(count))
        self.add_paragraph(f"{words} {tr(SAYS_NO_MORE)}", tone=Tone.MUTED)

    def _listed(self, kind: str, region: str, shown: OnShow) -> FactRow:
        listing, language = shown.context.index.listing, shown.context.language
        told = "" if listing is None else listing.told(shown.entry, kind, region, language)
        found = offered_in(shown.entry, kind, region, shown.context.view)
        published = cell(found, shown.order)
        name = shown.context.region_names.get(region, region)
        tips = "\n".join(filter(None, (told, tip(found, shown))))
        return FactRow((name, published.sign), f"{published.text}\n{tips}", _tone(found))

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
            self._add_beside(region.id, shown)

    def _add_beside(self, region: str, shown: OnShow) -> None:
        """Add what the subscription's list says of the offers here; nothing where nobody asked.

        What neither a source nor the list names is not told.
        """
        listing, entry = shown.context.index.listing, shown.entry
        if listing is None:
            return
        alike: dict[str, list[str]] = {}
        for kind in shown.catalog.deployment_types:
            told = listing.told(entry, kind.id, region, shown.context.language)
            listed = listing.listed_on(entry, kind.id, region) is not None
            if listed or entry.availability(kind.id, region) is Availability.OFFERED:
                alike.setdefault(told, []).append(shown.text(kind.short_name))
        for told, kinds in alike.items():
            if told:
                self.add_paragraph(f"{capitalized(told)}: {'; '.join(kinds)}")

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


OPENED_QUOTAS = 4


class CapacityPane(Pane):
    """PTU parameters of the newest page, older pages as history, quotas by tier."""

    key = "capacity"
    words = N_("Capacity")

    def fill(self, shown: OnShow) -> None:
        """Add PTU parameters, then quotas."""
        self.add_conflicts(shown, "ptu", "quota")
        newest = [each for each in shown.entry.ptu if not each.history]
        self.add_heading(tr("Provisioned throughput units (PTU)"))
        if not newest:
            self.add_paragraph(tr("PTU parameters: unknown"), tone=Tone.MUTED)
        for parameters in newest:
            self._add_parameters(parameters, shown)
        older = [each for each in shown.entry.ptu if each.history]
        if older:
            self.add_heading(tr("Earlier PTU parameters"))
        for parameters in older:
            self._add_parameters(parameters, shown, Tone.MUTED)
        self._add_quotas(shown)

    def _add_parameters(
        self, parameters: PtuParameters, shown: OnShow, tone: Tone | None = None
    ) -> None:
        rows = parameter_rows((parameters,), shown.context.view)
        self.add_facts(list(facts(rows, shown, tone)))

    def _add_quotas(self, shown: OnShow) -> None:
        self.add_heading(tr("Quota by tier"))
        told = quotas(shown.entry, shown.context.view)
        if not told:
            self.add_paragraph(tr("Quota: unknown"), tone=Tone.MUTED)
            return
        headers = (tr("Tier"), tr("TPM"), tr("Requests"))
        figures = [
            FactGroup(
                FactRow((self._heading(each, shown),)),
                tuple(self._line(line, shown) for line in each.tiers),
                opened=len(told) <= OPENED_QUOTAS,
            )
            for each in told
        ]
        self.add_table(tr("Quota by tier"), headers, figures)

    def _heading(self, each: TypeQuota, shown: OnShow) -> str:
        name = tr("Deployment type not stated")
        if each.kind is not None:
            name = shown.order.kind_names.get(each.kind, each.kind)
        return tr("{type}: tokens in the queue").replace("{type}", name) if each.queued else name

    def _line(self, line: QuotaLine, shown: OnShow) -> FactRow:
        name = tier_name(line.tier, shown.context.language, tr("Tier {tier}"))
        requests = line.requests
        none = requests.status is Status.DOES_NOT_APPLY
        told = (text(line.tokens, shown.order), "" if none else text(requests, shown.order))
        tip = "\n".join(filter(None, (name, line.note, shown.tip(line.source))))
        return FactRow((name, *told), tip)


class SourcesPane(Pane):
    """One paragraph a document, with what was read from it."""

    key = "sources"
    words = N_("Sources")

    def fill(self, shown: OnShow) -> None:
        """Add every source of the entry."""
        used = sources_of(shown.entry, shown.context.view)
        if not used:
            self.add_paragraph(tr("No source is named."), tone=Tone.MUTED)
        for source_id, topics in used.items():
            read = dict.fromkeys(capitalized(shown.order.words(each)) for each in topics)
            source = shown.context.sources.get(source_id)
            if source is None:
                self.add_paragraph(source_id)
            else:
                self._add_source(source, ", ".join(read), shown)

    def _add_source(self, source: Source, read: str, shown: OnShow) -> None:
        if source.url is not None:
            self.add_link(source.title, source.url)
        else:
            self.add_paragraph(source.title)
        as_of = formats.partial_day(source.as_of, shown.context.language)
        lines = [tr("as of {day}").format(day=as_of)]
        lines += [each for each in (source.publisher, source.licence) if each]
        if source.secondary:
            lines.append(tr("secondary source: restates others"))
        words = [" · ".join(lines), tr("Read from it: {what}").replace("{what}", read)]
        if source.note is not None:
            words.append(shown.text(source.note))
        self.add_paragraph("\n".join(words), tone=Tone.MUTED)


class LifecyclePane(Pane):
    """Past its date is marked even where the source still says otherwise."""

    key = "lifecycle"
    words = N_("Lifecycle")

    def fill(self, shown: OnShow) -> None:
        """Add contradictions, then dates, then fine-tuning."""
        on = shown.entry.stage_on(shown.today)
        if on.contradicts and on.retirement_date is not None:
            self.add_note(
                tr(
                    "Its retirement date {day} has passed, but the source does not call it retired."
                ).format(day=shown.day(on.retirement_date))
            )
        self.add_conflicts(
            shown, "lifecycle", "stage", "retirement", "deprecation", "replacement", "fine_tuning"
        )
        for section in (lifecycle, successor):
            rows = section((shown.entry,), shown.context.view).rows
            self.add_facts(list(facts(rows, shown)))
