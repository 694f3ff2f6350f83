# SPDX-License-Identifier: MIT
"""Loads that change with time, and the calculator's answers to them."""

from decimal import Decimal
from typing import Any

from azmodels_gui.calculator.deployment import Deployment
from azmodels_gui.calculator.estimate import Question
from azmodels_gui.calculator.load_profile import DayProfile, LoadProfile
from azmodels_gui.calculator.month_load import MonthLoad
from azmodels_gui.calculator.profile_estimate import ProfileEstimate, profile_estimate
from tests.calculator.samples import DATA_ZONE_PTU, EAST_US_2, load
from tests.calculator.test_estimate import gpt_5_2, plan
from tests.sheets.samples import DAY

OFFICE = DayProfile(
    tuple(Decimal(rate) for rate in [10] * 8 + [600] * 8 + [100] * 8), (Decimal(10),) * 24
).week()
SERIES = LoadProfile.of([1_000 if minute % 60 < 30 else 50 for minute in range(5_000)])
PRICED = plan()


def answer(profile: LoadProfile = OFFICE, **more: Any) -> ProfileEstimate:
    return profile_estimate(PRICED, asked(profile, **more))


def asked(profile: LoadProfile = OFFICE, **more: Any) -> Question:
    deployment = Deployment(
        entry=gpt_5_2(),
        deployment_type=DATA_ZONE_PTU,
        loads=(MonthLoad.of_profile(profile, load(1, 200, 20)),),
        region=EAST_US_2,
    )
    return Question(deployment=deployment, day=DAY, **more)
