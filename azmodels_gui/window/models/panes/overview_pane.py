# SPDX-License-Identifier: MIT
"""What the model is, what it is good for, and its limits at a glance."""

from collections.abc import Iterator

from azmodels_gui.answers.answer import cited
from azmodels_gui.answers.limits import limits
from azmodels_gui.answers.overview import YES, capabilities, overview
from azmodels_gui.answers.successor import successor
from azmodels_gui.language.shown import tr
from azmodels_gui.sheets.advice_words import advised, answered
from azmodels_gui.sheets.answer_cells import label
from azmodels_gui.window.models.cell_context import Chip
from azmodels_gui.window.models.panes.answer_facts import facts
from azmodels_gui.window.models.panes.on_show import OnShow
from azmodels_gui.window.models.panes.pane import Fact, Pane
from azmodels_gui.window.theme.tokens import Tone

IN_HEAD = ("version", "provider", "family")
"""What stands above the tabs or under a heading of its own."""


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
        for text, sources in told:
            if sources:  # the others stand above, as chips
                self.add_paragraph(text, shown.tip(*sources))

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
        for text, sources in told:
            tone = Tone.PLAIN if sources else Tone.MUTED
            self.add_paragraph("\n".join(filter(None, (text, shown.tip(*sources)))), tone=tone)
