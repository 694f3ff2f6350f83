# SPDX-License-Identifier: MIT
"""2,000 random questions about the shipped catalogue, reckoned a second time by plain fractions."""

import random
from collections import Counter
from collections.abc import Mapping
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import pytest

from azmodels_gui.calculator.deployment import Deployment
from azmodels_gui.calculator.estimate import Estimate, Question, estimate
from azmodels_gui.calculator.load_profile import LoadProfile
from azmodels_gui.calculator.month_load import MonthLoad, Users
from azmodels_gui.calculator.wording import Refusal
from azmodels_gui.calculator.workload import Workload
from azmodels_gui.catalog.document import entries
from azmodels_gui.catalog.terms import Billing, PriceTier, Term
from tests.builders import shipped_catalog
from tests.calculator.reckoner import MINUTES, Asked, Reckoned, Reckoner

CATALOG = shipped_catalog()
ENTRIES = tuple(entries(CATALOG))
WITH_PTU = tuple(entry for entry in ENTRIES if entry.ptu)
KINDS = tuple(kind for kind in CATALOG.deployment_types if kind.billing is Billing.PROVISIONED)
OFTEN = tuple(
    region
    for region in CATALOG.regions
    if region.id in ("eastus2", "swedencentral", "germanywestcentral")
)
TODAY = date(2026, 11, 29)
TIERS = (*[PriceTier.STANDARD] * 7, PriceTier.PRIORITY, PriceTier.BATCH, PriceTier.FLEX)
SEEDS, EACH = 20, 100
RIGHT = Fraction(1, 10**20)
"""Results that have no end are given to 28 digits."""


@pytest.fixture(scope="module")
def reckoner() -> Reckoner:
    return Reckoner(Path(__file__).parents[2] / "catalog.json")


def request_of(rng: random.Random) -> Workload:
    tokens = rng.randint(1, 20_000)
    return Workload(
        requests_per_minute=Decimal(rng.randint(1, 10**6)) / rng.choice((1, 10, 100)),
        input_tokens=tokens,
        cached_tokens=rng.choice((0, 0, rng.randint(0, tokens))),
        output_tokens=rng.randint(1, 4_000),
        long_context=rng.random() < 0.1,
    )


def load_of(rng: random.Random, request: Workload) -> tuple[MonthLoad, Fraction, Fraction]:
    """Return a load, with its busiest minute and its requests of a month by plain fractions."""
    match rng.randrange(3):
        case 0:
            people, asked, days = rng.randint(1, 10**5), rng.randint(1, 50), rng.randint(1, 22)
            hours, factor = rng.choice((8, 10, 12)), rng.randint(1, 5)
            users = Users(
                users=people,
                requests_per_user=asked,
                working_days=days,
                busy_hours=hours,
                peak_factor=factor,
            )
            peak = Fraction(people * asked * factor, hours * 60)
            return MonthLoad.of_users(users, request), peak, Fraction(people * asked * days)
        case 1:
            share = Decimal(rng.randint(1, 100)) / 100
            peak = Fraction(request.requests_per_minute)
            return MonthLoad.of_peak(request, share), peak, peak * Fraction(share) * MINUTES
        case _:
            minutes = [rng.randint(0, 500) for _ in range(rng.randint(1, 99))] + [1]
            everything = Fraction(sum(minutes) * MINUTES, len(minutes))
            found = MonthLoad.of_profile(LoadProfile.of(minutes), request)
            return found, Fraction(max(minutes)), everything


def case_of(rng: random.Random) -> tuple[Question, Asked]:
    entry = rng.choice(rng.choice((ENTRIES, WITH_PTU)))
    kind = rng.choice(KINDS)
    region = rng.choice((None, None, rng.choice(CATALOG.regions), rng.choice(OFTEN)))
    day = rng.choice((TODAY, date(2026, 1, 1) + timedelta(rng.randrange(500))))
    tier, request = rng.choice(TIERS), request_of(rng)
    load, peak, monthly = load_of(rng, request)
    tokens = {
        "input": Fraction(request.input_tokens) - Fraction(request.cached_tokens),
        "cached_input": Fraction(request.cached_tokens),
        "output": Fraction(request.output_tokens),
    }
    question = Question(
        deployment=Deployment(entry=entry, deployment_type=kind, loads=(load,), region=region),
        day=day,
        tier=tier,
    )
    return question, Asked(
        model=entry.model.id,
        version=entry.version.version,
        scope=kind.scope.value,
        region=None if region is None else region.id,
        day=day.isoformat(),
        peak_rpm=peak,
        monthly_requests=monthly,
        tokens={name: amount for name, amount in tokens.items() if amount},
        long=request.long_context,
        tier=tier.value,
    )


def figures_of(found: Estimate) -> Mapping[str, Decimal | int | None]:
    size = None if found.sized is None else found.sized.size
    return {
        "per request": found.payg[0].cost,
        "per token": found.payg_monthly,
        "ptu": None if size is None else size.deployable,
        "raw ptu": None if size is None else size.raw,
        **{term.value: found.ptu_monthly[term] for term in Term},
        **{
            f"pays from, {term}": None
            if (point := found.break_even[term]) is None
            else point.utilization
            for term in Term
        },
    }


def reckoned_figures(found: Reckoned) -> Mapping[str, Fraction | int | None]:
    return {
        "per request": found.per_request,
        "per token": found.payg,
        "ptu": found.ptu,
        "raw ptu": found.raw_ptu,
        **found.by_term,
        **{f"pays from, {term}": share for term, share in found.pays_from.items()},
    }


def agree(ours: Decimal | int | None, plain: Fraction | int | None, at_most: Fraction) -> bool:
    if ours is None or plain is None:
        return ours is plain
    return abs(Fraction(ours) - plain) <= at_most * max(Fraction(1), abs(Fraction(plain)))


def test_an_independent_reckoner_agrees_2000_times(reckoner: Reckoner) -> None:
    known: Counter[str] = Counter()
    for seed in range(SEEDS * EACH):
        try:
            question, asked = case_of(random.Random(seed))
            found = figures_of(estimate(CATALOG, question))
        except Refusal as refusal:
            known[f"refused: {refusal.statement.id}"] += 1
            continue
        plain = reckoned_figures(reckoner.reckon(asked))
        for name, ours in found.items():
            # the peak of users is rounded up at its ninth place
            at_most = Fraction(1, 10**9) if name == "raw ptu" else RIGHT
            assert agree(ours, plain[name], at_most), (seed, name, ours, plain[name], asked)
            known[name] += ours is not None
    assert min(known[name] for name in ("per token", "ptu", "hour", "month", "year")) > 150, known
