# SPDX-License-Identifier: MIT
"""What the charts of the load profile show: cost curves, and the load behind them."""

from dataclasses import dataclass

from azmodels_gui.calculator.asking import Asker
from azmodels_gui.calculator.inputs import Inputs
from azmodels_gui.calculator.load_profile import LoadDuration, LoadProfile
from azmodels_gui.calculator.measured_load import MeasuredRequest
from azmodels_gui.calculator.profile_estimate import ProfileEstimate, profile_estimate
from azmodels_gui.calculator.statements import Statement
from azmodels_gui.calculator.wording import Refusal
from azmodels_gui.catalog.entry import Entry


@dataclass(frozen=True)
class Series:
    """A load by minute from a file, with its minutes in order of their load."""

    profile: LoadProfile
    duration: LoadDuration
    request: MeasuredRequest | None = None
    """What the file measured of an average request."""


@dataclass(frozen=True)
class ProfileAnswer:
    """The cost curves, or the reason why there are none."""

    estimate: ProfileEstimate | None
    refusal: Statement | None = None

    def is_about(self, entry: Entry) -> bool:
        """Tell whether the curves are those of an entry."""
        return self.estimate is not None and self.estimate.question.deployment.entry == entry


def profile_answer(asker: Asker, inputs: Inputs, series: Series | None) -> ProfileAnswer:
    """Return the answer with all its curves; made to run away from the window."""
    try:
        question = asker.question(inputs, None if series is None else series.profile)
        if question is None or question.deployment.loads[0].profile is None:
            return ProfileAnswer(None)
        found = profile_estimate(asker.catalog, question)
    except Refusal as refusal:
        return ProfileAnswer(None, refusal.statement)
    for curve in found.curves.values():
        _ = curve.points  # reckoned here and kept, not in the window's thread
    return ProfileAnswer(found)
