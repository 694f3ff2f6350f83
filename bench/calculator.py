# SPDX-License-Identifier: MIT
"""From an edited field of the calculator to the repainted headline, and to the whole page.

The curves of the load profile are reckoned in the background; what they cost the window is
the drawing, which is measured by itself. Ten scenarios of a year by minute are measured whole:
from the minutes to the page, with the curves of every scenario.
"""

import tracemalloc
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import count

from azmodels_gui.app.application import Opened
from azmodels_gui.calculator.asking import ProfileAnswer, Series, profile_answer
from azmodels_gui.calculator.inputs import Inputs, LoadFrom
from azmodels_gui.calculator.load_profile import LoadDuration, LoadProfile
from azmodels_gui.calculator.scenarios import MOST, Scenario, Scenarios
from azmodels_gui.calculator.ways import BEST
from azmodels_gui.catalog.terms import Term
from azmodels_gui.charts.amounts import Amounts
from azmodels_gui.window.background import works_in_background
from azmodels_gui.window.calculator.calculator_page import CalculatorPage
from azmodels_gui.window.calculator.profile_panel import ProfilePanel
from bench.filtering import paint, settle
from bench.profile import best, by_minute, year_of_minutes
from bench.timing import Times, timed

EDITS = 40
WIDE_PX = (1440, 900)
"""Wide enough for the explanation beside the charts."""
YEAR_PEAK = 4_722
"""Requests in the busiest minute of the year: for those of `bench.profile` about 100 sizes."""
YEAR_KEY = "year"
MIB = 2**20


@dataclass(frozen=True)
class CalculatorTimes:
    """Times of one page on the shipped catalogue."""

    headline: Times
    """Size, cost and break-even, reckoned and repainted."""
    page: Times
    """Everything: fields and charts repainted too."""
    several: Times
    """Everything, with three scenarios and the explanation beside the charts."""
    plan: Times
    """Everything, with ten deployments that run together and the explanation."""
    curve: Times
    """The answer for the load profile, drawn and repainted."""


@dataclass(frozen=True)
class YearTimes:
    """Ten scenarios of a year by minute."""

    seconds: float
    by_minute_s: float
    """Of their curves alone, reckoned minute by minute in numpy."""
    peak_mib: float
    """Allocated by Python and numpy on the way, beyond the minutes and what was there before."""


def calculator_times(opened: Opened, rounds: int) -> CalculatorTimes:
    """Return the times of edits on the calculator's page."""
    page = _page(opened)
    _settle_all()
    edits = _edits(page.inputs)
    headline = timed(edits, lambda inputs: _headline(page, inputs), rounds)
    _settle_all()
    whole = timed(edits, lambda inputs: _whole(page, inputs), rounds)
    ways = [replace(page.inputs, way=way) for way in (BEST, Term.MONTH.value, Term.YEAR.value)]
    three = Scenarios(tuple(map(Scenario, ways)))
    many = zip(range(MOST), ways * MOST, strict=False)
    plan = Scenarios(tuple(Scenario(each, f"{at}", own_load=True) for at, each in many), 0, True)
    several, together = (_several(opened, page, each, edits, rounds) for each in (three, plan))
    return CalculatorTimes(headline, whole, several, together, _curve(page, edits, rounds))


def _several(
    opened: Opened,
    page: CalculatorPage,
    shown: Scenarios,
    edits: Sequence[Inputs],
    rounds: int,
) -> Times:
    """Return the times of the whole page at its fullest."""
    one, size = page.scenarios, opened.window.size()
    opened.window.resize(*WIDE_PX)
    page.show_scenarios(shown)
    _settle_all()
    found = timed(edits, lambda inputs: _whole(page, inputs), rounds)
    page.show_scenarios(one)
    opened.window.resize(size)
    return found


def _curve(page: CalculatorPage, edits: Sequence[Inputs], rounds: int) -> Times:
    """Return the times of drawing a load that changes with time, and what it costs."""
    hours = [
        replace(inputs, load_from=LoadFrom.PROFILE, profile_is_example=False)
        for inputs in edits[EDITS : EDITS + EDITS // 4]
    ]
    page.show_inputs(hours[0])
    _settle_all()
    answers = [profile_answer(page.asker, inputs, None) for inputs in hours]
    panel, money = page.results.profile, page.money
    return timed(answers, lambda answer: _drawn(panel, answer, money), rounds)


def year_times(opened: Opened, rounds: int) -> YearTimes:
    """Return how long ten scenarios of a year take, each with all its curves."""
    page = _page(opened)
    minutes = LoadProfile.of(year_of_minutes(YEAR_PEAK)).requests
    before = page.scenarios
    asked = Inputs(
        model="gpt-5.2",
        version="2025-12-11",
        load_from=LoadFrom.PROFILE,
        profile_is_example=False,
        profile_file="year.csv",
        profile_key=YEAR_KEY,
    )
    price = count(1)  # never asked before: nothing is answered from what is known
    sizes: tuple[int, ...] = ()

    def whole() -> None:
        nonlocal sizes
        ten = [replace(asked, ptu_hour_price=Decimal(next(price))) for _ in range(MOST)]
        profile = LoadProfile(minutes)
        series = Series(profile, LoadDuration(profile))
        page.profile.series = {YEAR_KEY: series}
        page.show_scenarios(Scenarios(tuple(map(Scenario, ten))))
        _finish()
        for inputs in ten:
            found = profile_answer(page.asker, inputs, series).estimate
            if found is None:
                raise ValueError("a scenario of the year has no answer")
            sizes = found.spill.sizes

    whole()
    seconds, _ = best(whole, rounds)
    tracemalloc.start()
    whole()
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    page.show_scenarios(before)
    plain, _ = best(lambda: by_minute(LoadProfile(minutes), sizes), rounds)
    return YearTimes(seconds, plain * MOST, peak / MIB)


def _page(opened: Opened) -> CalculatorPage:
    window = opened.window
    window.navigation.show_page_named("calculator")
    (lazy,) = (page for page in window.pages[1:] if page.key == "calculator")
    if not isinstance(lazy.page, CalculatorPage):
        raise TypeError("the calculator's place holds another page")
    return lazy.page


def _edits(first: Inputs) -> Sequence[Inputs]:
    """Return what a user types: users, tokens, the share of the cache."""
    found = [replace(first, users=Decimal(400 + 37 * at)) for at in range(EDITS)]
    found += [replace(first, input_tokens=Decimal(200 + 13 * at)) for at in range(EDITS)]
    found += [replace(first, cached_percent=Decimal(at % 80)) for at in range(1, EDITS)]
    return found


def _headline(page: CalculatorPage, inputs: Inputs) -> None:
    page.show_inputs(inputs)
    page.results.cards.repaint()


def _whole(page: CalculatorPage, inputs: Inputs) -> None:
    page.show_inputs(inputs)
    paint()


def _drawn(panel: ProfilePanel, answer: ProfileAnswer, money: Amounts) -> None:
    panel.show_answer(answer, money)
    paint()


def _settle_all() -> None:
    settle()
    _finish()


def _finish() -> None:
    paint()
    while works_in_background():
        paint()
