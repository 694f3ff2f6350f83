# SPDX-License-Identifier: MIT
"""A month that begins in its middle."""

from datetime import date
from decimal import Decimal

from azmodels_gui.calculator.first_month import first_month
from azmodels_gui.catalog.terms import Term
from tests.calculator.test_estimate import answer, plan


def test_days_count_for_tokens_and_hours_and_a_reservation_is_paid_whole() -> None:
    found = answer()
    told = first_month(found, date(2026, 12, 22))
    assert (told.days, told.of_days) == (10, 31)
    assert found.payg_monthly is not None
    assert told.payg is not None
    assert abs(told.payg - found.payg_monthly * 10 / 31) < Decimal("0.0001")
    # 110 PTU: $1.1 an hour for 240 hours; $286 a month; $2,916 a year in twelfths
    assert told.by_term == {Term.HOUR: 29_040, Term.MONTH: 31_460, Term.YEAR: 26_730}


def test_what_is_not_reserved_is_paid_by_the_hour() -> None:
    told = first_month(answer(reserved_ptu=100), date(2026, 2, 28))
    # 100 reserved, 10 by the hour of one day
    assert told.by_term[Term.MONTH] == 100 * 286 + 10 * Decimal("1.1") * 24
    assert told.by_term[Term.HOUR] == 110 * Decimal("1.1") * 24


def test_the_first_of_a_month_is_all_of_it() -> None:
    found = answer()
    told = first_month(found, date(2026, 11, 1))
    assert (told.days, told.payg) == (30, found.payg_monthly)


def test_without_a_price_there_is_no_cost() -> None:
    told = first_month(answer(plan=plan(ptu_prices=())), date(2026, 11, 15))
    assert told.by_term == dict.fromkeys(Term)
