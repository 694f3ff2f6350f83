# SPDX-License-Identifier: MIT
"""Quota by tier, and what one PTU carries."""

from azmodels_gui.answers.answer import Status
from azmodels_gui.answers.capacity import parameter_rows
from azmodels_gui.answers.quotas import QuotaLine, TypeQuota, quotas
from azmodels_gui.catalog.labels import tier_name
from azmodels_gui.catalog.prices import PtuParameters
from azmodels_gui.language.shown import tr
from azmodels_gui.sheets.answer_cells import text
from azmodels_gui.window.models.fact_tree import FactGroup, FactRow
from azmodels_gui.window.models.panes.answer_facts import facts
from azmodels_gui.window.models.panes.on_show import OnShow
from azmodels_gui.window.models.panes.pane import Pane
from azmodels_gui.window.theme.tokens import Tone

OPENED_QUOTAS = 4


class CapacityPane(Pane):
    """PTU parameters of the newest page, older pages as history, quotas by tier."""

    key = "capacity"

    def title(self) -> str:
        """Return the tab's title."""
        return tr("Capacity")

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
