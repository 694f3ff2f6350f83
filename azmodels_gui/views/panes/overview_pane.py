# SPDX-License-Identifier: MIT
"""What the model is, what it is good for, and its limits at a glance."""

from collections.abc import Iterator

from azmodels_gui.catalog import labels
from azmodels_gui.catalog.document import Recommendation, UseCase
from azmodels_gui.catalog.fact_told import capability_told
from azmodels_gui.catalog.facts import TokenLimit
from azmodels_gui.catalog.general_facts import general_facts_for
from azmodels_gui.catalog.successors import ModelToday, Standing, Successors
from azmodels_gui.catalog.terms import Billing
from azmodels_gui.language.shown import tr
from azmodels_gui.qtmodels import formats
from azmodels_gui.qtmodels.cell_context import Chip
from azmodels_gui.views.panes.on_show import OnShow
from azmodels_gui.views.panes.pane import Fact, Pane
from azmodels_gui.views.theme.tokens import Tone


class OverviewPane(Pane):
    """Summary, use cases, limits, capabilities."""

    key = "overview"

    def title(self) -> str:
        """Return the tab's title."""
        return tr("Overview")

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
        self.add_heading(tr("At a glance"))
        self.add_facts([*self._limits(shown), *self._kinds(shown)])
        self._add_advice(shown)
        self._add_remarks(shown)
        self._add_answers(shown)

    def _limits(self, shown: OnShow) -> Iterator[Fact]:
        limits = shown.entry.version.limits
        yield self._limit(tr("Context window"), limits.context_window, shown)
        yield self._limit(tr("Input limit"), limits.max_input, shown)
        yield self._limit(tr("Max output"), limits.max_output, shown)
        if limits.long_context_above is not None:
            yield self._limit(tr("Long context above"), limits.long_context_above, shown)
        trained = limits.training_data
        if trained is None:
            yield Fact(tr("Training data until"), shown.unknown, tone=Tone.MUTED)
        else:
            until = formats.partial_day(trained.until, shown.context.language)
            yield Fact(tr("Training data until"), until, shown.tip(trained.source))

    def _limit(self, name: str, limit: TokenLimit | None, shown: OnShow) -> Fact:
        if limit is None:
            return Fact(name, shown.unknown, tone=Tone.MUTED)
        text = tr("{count} tokens").format(count=shown.number(limit.tokens))
        return Fact(name, text, shown.tip(limit.source))

    def _kinds(self, shown: OnShow) -> Iterator[Fact]:
        model, context = shown.entry.model, shown.context
        modalities = model.modalities
        tip = shown.tip(modalities.source) if modalities else ""
        for name, kinds in (
            (tr("Takes in"), modalities.input if modalities else ()),
            (tr("Puts out"), modalities.output if modalities else ()),
        ):
            words = ", ".join(context.word(labels.MODALITIES, kind) for kind in kinds)
            yield Fact(name, words or shown.unknown, tip, Tone.PLAIN if words else Tone.MUTED)
        yield from self._capabilities(shown)
        if model.aliases:
            spelled = ", ".join(alias.name for alias in model.aliases)
            yield Fact(tr("Also spelled"), spelled)
        if not model.kind.known:
            yield Fact(tr("Kind of entry"), model.kind.value)
        if model.channel is not None:
            yield Fact(tr("Sold through"), self._channel(model.channel))
        hosting = shown.entry.version.hosted_by
        if hosting is not None:
            yield Fact(tr("Processed by"), context.host(hosting.by), shown.tip(hosting.source))

    def _capabilities(self, shown: OnShow) -> Iterator[Fact]:
        """Yield what it can do, the levels where a source names some, and what it cannot do."""
        listed, context = shown.entry.version.capabilities, shown.context
        plain = [each for each in listed if each.supported and not each.levels]
        names = context.names(tuple(each.id for each in plain), context.capability_names)
        if plain or not listed:
            tip = shown.tip(*(each.source for each in plain))
            tone = Tone.PLAIN if names else Tone.MUTED
            yield Fact(tr("Capabilities"), names or shown.unknown, tip, tone)
        for each in listed:
            if each not in plain:
                name = context.capability_names.get(each.id, each.id)
                told = capability_told(each, context.index.source_dates, context.language)
                tone = Tone.PLAIN if each.supported else Tone.MUTED
                yield Fact(name, told, shown.tip(each.source), tone)

    def _channel(self, channel: str) -> str:
        words = {
            "azure_openai": tr("Azure OpenAI"),
            "azure_direct": tr("Azure, other providers"),
            "fireworks": tr("Fireworks on Azure"),
            "marketplace": tr("Azure Marketplace"),
            "managed_compute": tr("Managed compute"),
        }
        return words.get(channel, channel)

    def _add_advice(self, shown: OnShow) -> None:
        found = [
            (use_case, advice)
            for use_case in shown.catalog.use_cases
            for advice in use_case.recommendations
            if shown.entry.model.id in advice.models
        ]
        if found:
            self.add_heading(tr("Recommended for"))
        for use_case, advice in found:
            self.add_paragraph(self._advice(use_case, advice, shown), shown.tip(advice.source))
        successors = Successors(shown.catalog, shown.today)
        for name in dict.fromkeys(name for _, advice in found for name in advice.models):
            model = successors.today(name)
            if model.needs_successor:
                self.add_paragraph(self._replaced(model, shown), shown.tip(*model.sources))

    def _replaced(self, model: ModelToday, shown: OnShow) -> str:
        """Return a recommended model that a new client cannot take, and what to take instead."""
        standing = {
            Standing.EXISTING_ONLY: tr("existing customers only"),
            Standing.PAST_DATE: tr("past its date"),
            Standing.RETIRED: tr("retired"),
            Standing.UNLISTED: tr("no longer listed"),
            Standing.NO_ENTRY: tr("not in the catalogue"),
        }[model.standing]
        after = tr("no successor named")
        if model.successor is not None:
            after = model.successor.entry.title
        told = f"{model.name} ({standing}) → {after}"
        return told if model.reason is None else f"{told}\n{shown.text(model.reason)}"

    def _advice(self, use_case: UseCase, advice: Recommendation, shown: OnShow) -> str:
        lines = [shown.text(use_case.name)]
        if advice.why is not None:
            lines.append(shown.text(advice.why))
        match advice.start_with:
            case Billing.PAYG:
                lines.append(tr("Start with pay as you go."))
            case Billing.PROVISIONED:
                lines.append(tr("Start with PTU."))
            case Billing():
                word = labels.label(labels.BILLING, advice.start_with)
                lines.append(tr("Start with: {way}").replace("{way}", word))
        if advice.switch is not None:
            lines.append(shown.text(advice.switch))
        return "\n".join(lines)

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
        facts = general_facts_for(shown.entry, shown.catalog, shown.today)
        if facts:
            self.add_heading(tr("For the client's questions"))
        for fact in facts:
            lines = [shown.text(fact.question)]
            if fact.answer is None:
                lines.append(tr("No source on hand."))
            else:
                lines += [shown.text(fact.answer), shown.tip(fact.source)]
            tone = Tone.MUTED if fact.answer is None else Tone.PLAIN
            self.add_paragraph("\n".join(line for line in lines if line), tone=tone)
