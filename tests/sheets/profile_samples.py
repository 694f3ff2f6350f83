# SPDX-License-Identifier: MIT
"""Loads that change with time, and the calculator's answers to them."""

from decimal import Decimal

from azmodels_gui.calculator.load_profile import DayProfile, LoadProfile
from azmodels_gui.calculator.profile_estimate import (
    ProfileEstimate,
    ProfileQuestion,
    profile_estimate,
)
from tests.calculator.samples import EAST_US_2, deployment, load
from tests.calculator.test_estimate import gpt_5_2, plan
from tests.sheets.samples import DAY

OFFICE = DayProfile(
    tuple(Decimal(rate) for rate in [10] * 8 + [600] * 8 + [100] * 8), (Decimal(10),) * 24
).week()
SERIES = LoadProfile.of([1_000 if minute % 60 < 30 else 50 for minute in range(5_000)])
PRICED = plan()


def answer(profile: LoadProfile = OFFICE, **more: object) -> ProfileEstimate:
    asked = deployment(gpt_5_2(), load(profile.peak, 200, 20), region=EAST_US_2)
    question = ProfileQuestion(deployment=asked, profile=profile, day=DAY, **more)  # type: ignore[arg-type]
    return profile_estimate(PRICED, question)
