# SPDX-License-Identifier: MIT
"""Quota by tier, and what one PTU carries."""

from collections.abc import Sequence

from azmodels_gui.answers.capacity import parameter_rows
from azmodels_gui.catalog.price_words import tier_name
from azmodels_gui.catalog.prices import PtuParameters, Quota
from azmodels_gui.language.shown import tr
from azmodels_gui.window.models.fact_tree import FactGroup, FactRow
from azmodels_gui.window.models.panes.answer_facts import facts
from azmodels_gui.window.models.panes.on_show import OnShow
from azmodels_gui.window.models.panes.pane import Pane
from azmodels_gui.window.theme.tokens import Tone

ONE_MINUTE_S = 60
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
        groups: dict[str, list[Quota]] = {}
        for quota in shown.entry.quotas:
            groups.setdefault(quota.deployment_type or "", []).append(quota)
        if not groups:
            self.add_paragraph(tr("Quota: unknown"), tone=Tone.MUTED)
            return
        headers = (tr("Tier"), tr("TPM"), tr("Requests"))
        figures = [
            FactGroup(
                FactRow((self._heading(kind, groups[kind], shown),)),
                tuple(self._quota(quota, shown) for quota in groups[kind]),
                opened=len(groups) <= OPENED_QUOTAS,
            )
            for kind in groups
        ]
        self.add_table(tr("Quota by tier"), headers, figures)

    def _heading(self, deployment_type: str, quotas: Sequence[Quota], shown: OnShow) -> str:
        name = self._kind(deployment_type, shown)
        if any(quota.enqueued_tokens is not None for quota in quotas):
            return tr("{type}: tokens in the queue").replace("{type}", name)
        return name

    def _kind(self, deployment_type: str, shown: OnShow) -> str:
        if not deployment_type:
            return tr("Deployment type not stated")
        found = shown.context.deployment_types.get(deployment_type)
        return deployment_type if found is None else shown.text(found.name)

    def _quota(self, quota: Quota, shown: OnShow) -> FactRow:
        tokens = quota.tpm if quota.tpm is not None else quota.enqueued_tokens
        first = shown.unknown if tokens is None else shown.number(tokens)
        name = tier_name(quota.tier, shown.context.language, tr("Tier {tier}"))
        tip = "\n".join(filter(None, (name, quota.note, shown.tip(quota.source))))
        if quota.note and tokens is None and quota.requests is None:
            return FactRow((name, quota.note, ""), tip)  # "N/A" is what the source says
        return FactRow((name, first, self._requests(quota, shown)), tip)

    def _requests(self, quota: Quota, shown: OnShow) -> str:
        if quota.requests is None:
            return "" if quota.enqueued_tokens is not None else shown.unknown
        count = shown.number(quota.requests)
        if quota.request_period_s == ONE_MINUTE_S:
            return tr("{count} RPM").format(count=count)
        return tr("{count} in {seconds} s").format(count=count, seconds=quota.request_period_s)
