# SPDX-License-Identifier: MIT
"""Stage as published and as of today, dates, successors."""

from azmodels_gui.answers.lifecycle import lifecycle
from azmodels_gui.catalog.stage import stage_on
from azmodels_gui.language.shown import tr
from azmodels_gui.window.models.panes.answer_facts import facts
from azmodels_gui.window.models.panes.on_show import OnShow
from azmodels_gui.window.models.panes.pane import Pane


class LifecyclePane(Pane):
    """Past its date is marked even where the source still says otherwise."""

    key = "lifecycle"

    def title(self) -> str:
        """Return the tab's title."""
        return tr("Lifecycle")

    def fill(self, shown: OnShow) -> None:
        """Add contradictions, then dates, then fine-tuning."""
        on = stage_on(shown.entry.version.lifecycle, shown.today)
        if on.contradicts and on.retirement_date is not None:
            self.add_note(
                tr(
                    "Its retirement date {day} has passed, but the source does not call it retired."
                ).format(day=shown.day(on.retirement_date))
            )
        self.add_conflicts(
            shown, "lifecycle", "stage", "retirement", "deprecation", "replacement", "fine_tuning"
        )
        rows = lifecycle((shown.entry,), shown.context.view).rows
        self.add_facts(list(facts(rows, shown)))
