# SPDX-License-Identifier: MIT
"""Exact decimal arithmetic: sums and products lose no digit, or the program says so."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from decimal import (
    Context,
    Decimal,
    DivisionByZero,
    Inexact,
    InvalidOperation,
    Overflow,
    localcontext,
)
from functools import reduce

from azmodels_gui.language.figures import rounded

Number = int | Decimal
"""A count or an amount; never a float, which cannot hold 0.1."""

_EXACT = Context(prec=200, traps=[Inexact, InvalidOperation, DivisionByZero, Overflow])
_QUOTIENT = Context(prec=28, traps=[InvalidOperation, DivisionByZero, Overflow])


@contextmanager
def exactly() -> Iterator[None]:
    """Let sums and products keep every digit.

    Inputs are bounded, so 200 digits are more than any result needs; a result that did
    not fit would raise `Inexact` instead of being rounded.
    """
    with localcontext(_EXACT):
        yield


def product(*factors: Number) -> Decimal:
    """Return the exact product."""
    return reduce(_EXACT.multiply, factors, Decimal(1))


def total(amounts: Iterator[Decimal] | list[Decimal] | tuple[Decimal, ...]) -> Decimal:
    """Return the exact sum."""
    return reduce(_EXACT.add, amounts, Decimal(0))


def total_known(amounts: Iterable[Decimal | None]) -> Decimal | None:
    """Return the exact sum; None where one of them is not known: a part is not the whole."""
    listed = list(amounts)
    known = [amount for amount in listed if amount is not None]
    return total(known) if len(known) == len(listed) else None


def quotient(dividend: Number, divisor: Number) -> Decimal:
    """Return a ratio to 28 significant digits; it is only shown or compared, never rounded up."""
    return _QUOTIENT.divide(Decimal(dividend), Decimal(divisor))


def divided(dividend: Number, divisor: Number) -> Decimal:
    """Return the exact ratio where its digits end, else as `quotient`."""
    try:
        with exactly():
            return Decimal(dividend) / divisor
    except Inexact:
        return quotient(dividend, divisor)


def whole_steps(amount: Number, step: Number) -> int:
    """Return the smallest whole number of steps that is at least `amount`.

    Decided by the remainder, not by a rounded quotient: 150 steps stay 150.
    """
    with exactly():
        steps, rest = divmod(Decimal(amount), Decimal(step))
        return int(steps) + (1 if rest > 0 else 0)


def whole_part(amount: Number, step: Number = 1) -> int:
    """Return how often `step` fits into `amount` completely."""
    with exactly():
        return int(Decimal(amount) // Decimal(step))


def to_cents(amount: Decimal) -> Decimal:
    """Return money rounded to cents, half a cent upwards."""
    return rounded(amount, 2)


THOUSAND = 1_000


def count_told(count: Decimal) -> Decimal:
    """Return an average count as it is told: from a thousand on whole, then with two places, below
    one with three digits."""
    places = max(0, 2 - count.adjusted()) if 0 < count < 1 else 0 if count >= THOUSAND else 2
    return rounded(count, places).normalize() + 0


def share_places(share: Decimal) -> int:
    """Return with how many places the percentage of a utilisation is told: one, or more near all.

    "Pays from 100%" and "never (100%)" would say two things of one figure.
    """
    percent, places = product(share, 100), 1
    while percent != 100 and rounded(percent, places) == 100:
        places += 1
    return places
