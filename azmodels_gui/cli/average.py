# SPDX-License-Identifier: MIT
"""The average load as somebody types it: a percentage of the peak."""

from decimal import Decimal

from azmodels_gui.cli.console import Refused
from azmodels_gui.cli.plain_numbers import percent
from azmodels_gui.language.words import N_

ONE_PERCENT = Decimal("0.01")


def average_load(text: str | None) -> Decimal | None:
    """Return a percentage of the peak as a share; None where none is given.

    Raises:
        Refused: it is none, zero, or below one without its sign: 0.5 may mean a half.
    """
    if text is None:
        return None
    share = percent("--average", text) / 100
    if not share:
        raise Refused(N_("--average must be above zero."))
    if share < ONE_PERCENT and not text.endswith("%"):
        raise Refused(
            N_("--average {given}: is that a share or a percentage? Write it as 52% or 0.5%."),
            given=text,
        )
    return share
