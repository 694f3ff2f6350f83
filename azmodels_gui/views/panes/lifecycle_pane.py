# SPDX-License-Identifier: MIT
"""Stage as published and as of today, dates, successors."""

from collections.abc import Iterator
from datetime import date

from azmodels_gui.catalog import labels
from azmodels_gui.catalog.fact_told import unlisted_told
from azmodels_gui.catalog.stage import SOON_DAYS, StageOn, stage_on
from azmodels_gui.language.shown import tr
from azmodels_gui.views.panes.on_show import OnShow
from azmodels_gui.views.panes.pane import Fact, Pane
from azmodels_gui.views.theme.tokens import Tone


class LifecyclePane(Pane):
    """Past its date is marked even where the source still says otherwise."""

    key = "lifecycle"

    def title(self) -> str:
        """Return the tab's title."""
        return tr("Lifecycle")

    def fill(self, shown: OnShow) -> None:
        """Add contradictions, then dates, then fine-tuning."""
        lifecycle = shown.entry.version.lifecycle
        on = stage_on(lifecycle, shown.today)
        if on.contradicts and on.retirement_date is not None:
            self.add_note(
                tr(
                    "Its retirement date {day} has passed, but the source does not call it retired."
                ).format(day=shown.day(on.retirement_date))
            )
        self.add_conflicts(shown, "lifecycle", "stage", "retirement", "deprecation", "replacement")
        self.add_facts(list(self._dates(on, shown)))
        if lifecycle.fine_tuning is not None:
            self.add_heading(tr("Fine-tuned models"))
            self.add_facts(list(self._fine_tuning(shown)))

    def _dates(self, on: StageOn, shown: OnShow) -> Iterator[Fact]:
        lifecycle = shown.entry.version.lifecycle
        tip = shown.tip(lifecycle.source)
        stage_tip = shown.tip(lifecycle.stage_source or lifecycle.source)
        name = "unknown" if on.published is None else on.published.value
        yield Fact(tr("Stage as published"), shown.context.word(labels.STAGES, name), stage_tip)
        yield self._retirement(on, shown, tip)
        if on.days_left is not None:
            yield self._days_left(on.days_left, shown)
        if lifecycle.deprecation_date is not None:
            yield Fact(tr("Deprecated on"), shown.day(lifecycle.deprecation_date), tip)
        replacements = ", ".join(lifecycle.replacements)
        tone = Tone.PLAIN if replacements else Tone.MUTED
        nothing = tr("none named") if lifecycle.source else shown.unknown
        tip = shown.tip(lifecycle.replacements_source or lifecycle.source)
        yield Fact(tr("Replacement"), replacements or nothing, tip, tone)
        unlisted = shown.source(lifecycle.unlisted_in or "")
        if unlisted is not None:
            told = unlisted_told(unlisted, shown.context.language)
            yield Fact(tr("Lists of models"), told, shown.tip(unlisted.id), Tone.WARN)

    def _retirement(self, on: StageOn, shown: OnShow, tip: str) -> Fact:
        name = tr("Retirement date")
        if on.retirement_date is None:
            return Fact(name, shown.unknown, tip, Tone.MUTED)
        if shown.entry.version.lifecycle.retirement_not_before:
            return Fact(name, self._not_before(on.retirement_date, shown), tip)
        return Fact(name, shown.day(on.retirement_date), tip)

    def _days_left(self, days: int, shown: OnShow) -> Fact:
        if days < 0:
            text = tr("past its date (days: {days})").format(days=shown.number(-days))
            return Fact(tr("As of today"), text, tone=Tone.BAD)
        text = tr("days left: {days}").format(days=shown.number(days))
        return Fact(tr("As of today"), text, tone=Tone.WARN if days <= SOON_DAYS else Tone.PLAIN)

    def _fine_tuning(self, shown: OnShow) -> Iterator[Fact]:
        tuning = shown.entry.version.lifecycle.fine_tuning
        if tuning is None:
            return
        tip = shown.tip(tuning.source)
        training, deployment = tuning.training_retirement, tuning.deployment_retirement
        text = shown.unknown if training is None else shown.day(training)
        if training is not None and tuning.training_not_before:
            text = self._not_before(training, shown)
        yield Fact(tr("Training ends"), text, tip)
        text = shown.unknown if deployment is None else shown.day(deployment)
        yield Fact(tr("Deployments end"), text, tip)

    def _not_before(self, day: date, shown: OnShow) -> str:
        return tr("not before {day}").format(day=shown.day(day))
