# SPDX-License-Identifier: MIT
"""From an edited field of the calculator to the repainted headline, and to the whole page.

The curves of the load profile are reckoned in the background; what they cost the window is
the drawing, which is measured by itself.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from azmodels_gui.app.application import Opened
from azmodels_gui.window.background import works_in_background
from azmodels_gui.window.calculator.calculator_page import CalculatorPage
from azmodels_gui.window.calculator.inputs import Inputs
from azmodels_gui.window.calculator.profile_answer import ProfileAnswer, profile_answer
from azmodels_gui.window.calculator.profile_bar import MoneyWords
from azmodels_gui.window.calculator.profile_panel import ProfilePanel
from bench.filtering import paint, settle
from bench.timing import Times, timed

EDITS = 40


@dataclass(frozen=True)
class CalculatorTimes:
    """Times of one page on the shipped catalogue."""

    headline: Times
    """Size, cost and break-even, reckoned and repainted."""
    page: Times
    """Everything: fields, explanation and charts repainted too."""
    curve: Times
    """The answer for the load profile, drawn and repainted."""


def calculator_times(opened: Opened, rounds: int) -> CalculatorTimes:
    """Return the times of edits on the calculator's page."""
    window = opened.window
    window.show_page_named("calculator")
    (lazy,) = (page for page in window.further if page.key == "calculator")
    page = lazy.page
    if not isinstance(page, CalculatorPage):
        raise TypeError("the calculator's place holds another page")
    _settle_all()
    edits = _edits(page.inputs)
    headline = timed(edits, lambda inputs: _headline(page, inputs), rounds)
    _settle_all()
    whole = timed(edits, lambda inputs: _whole(page, inputs), rounds)
    _settle_all()
    asker = page.asker
    answers = [profile_answer(asker, inputs, None) for inputs in edits[: EDITS // 4]]
    money = page.money
    panel = page.results.profile
    curve = timed(answers, lambda answer: _drawn(panel, answer, money), rounds)
    return CalculatorTimes(headline, whole, curve)


def _edits(first: Inputs) -> Sequence[Inputs]:
    """Return what a user types: requests, tokens, the share of the cache, a size."""
    found = [replace(first, requests_per_minute=Decimal(1_000 + 37 * at)) for at in range(EDITS)]
    found += [replace(first, input_tokens=Decimal(200 + 13 * at)) for at in range(EDITS)]
    found += [replace(first, cached_percent=Decimal(at % 80)) for at in range(1, EDITS)]
    return found


def _headline(page: CalculatorPage, inputs: Inputs) -> None:
    page.show_inputs(inputs)
    page.results.cards.repaint()


def _whole(page: CalculatorPage, inputs: Inputs) -> None:
    page.show_inputs(inputs)
    paint()


def _drawn(panel: ProfilePanel, answer: ProfileAnswer, money: MoneyWords) -> None:
    panel.show_answer(answer, money)
    paint()


def _settle_all() -> None:
    settle()
    while works_in_background():
        paint()
