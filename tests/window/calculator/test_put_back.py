# SPDX-License-Identifier: MIT
"""What tests leave in the window that they share never reaches the next one."""

from decimal import Decimal

from azmodels_gui.window.calculator.calculator_page import CalculatorPage
from azmodels_gui.window.main_window import MainWindow
from tests.window.calculator.put_back import KeptWindow, calculator_of, seen
from tests.window.calculator.samples import BUSY, inputs


def test_a_window_is_put_back_and_shows_what_a_new_one_does(
    kept_window: KeptWindow, calculator_window: MainWindow, page: CalculatorPage
) -> None:
    new = KeptWindow(kept_window.make)
    expected = seen(new.window())
    new.close()
    page.show_inputs(inputs(**BUSY))
    page.show_scenarios(page.scenarios.with_inputs(inputs(reserved_ptu=Decimal(50))))
    calculator_window.status.say("Something was done.")
    assert seen(calculator_window) != expected
    assert kept_window.window() is calculator_window
    assert seen(calculator_window) == expected


def test_a_window_that_cannot_be_put_back_is_not_used_again(
    kept_window: KeptWindow, calculator_window: MainWindow
) -> None:
    (key, *_) = (entry.key for entry in calculator_window.index.entries)
    calculator_window.pins.pin_only([key])
    after = kept_window.window()
    assert after is not calculator_window
    assert calculator_of(after).history.can_undo is False
    assert not after.pins.keys
