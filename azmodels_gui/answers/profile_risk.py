# SPDX-License-Identifier: MIT
"""What a base load on PTU risks over a profile: requests turned away, and PTU that stand idle."""

from azmodels_gui.answers.answer import (
    DOES_NOT_APPLY,
    Answer,
    Row,
    Section,
    Share,
    Value,
    known,
    message,
)
from azmodels_gui.calculator.profile_estimate import ProfileEstimate
from azmodels_gui.language.figures import rounded


def profile_risk(found: ProfileEstimate, ptu: int) -> Section:
    """Return how often so many PTU are full and how much of them is idle, in a month.

    Args:
        found: the answer for the profile.
        ptu: one of its sizes.
    """
    risk = found.risk(ptu)
    idle = DOES_NOT_APPLY if risk.idle_share is None else known(Share(risk.idle_share))

    def of_ptu(value: Value) -> tuple[Answer]:
        return (known(value) if ptu else DOES_NOT_APPLY,)  # without PTU none are ever full

    rows = (
        Row("risk_full", message("risk_full"), of_ptu(rounded(risk.full_minutes, 0))),
        Row("risk_full_share", message("risk_full_share"), of_ptu(Share(risk.full_share))),
        Row("risk_away", message("risk_away"), of_ptu(Share(risk.turned_away_share))),
        Row("risk_quiet", message("risk_quiet"), (known(rounded(risk.quiet_minutes, 0)),)),
        Row("risk_quiet_share", message("risk_quiet_share"), (known(Share(risk.quiet_share)),)),
        Row("risk_idle", message("risk_idle"), of_ptu(rounded(risk.idle_ptu_hours, 0))),
        Row("risk_idle_share", message("risk_idle_share"), (idle,)),
    )
    return Section("risk", message("risk", ptu=ptu), rows)
