# SPDX-License-Identifier: MIT
"""What the way to pay that is advised would cost if the load, the answers or the cache differed."""

from collections.abc import Iterator
from decimal import Decimal

from azmodels_gui.answers.answer import UNKNOWN, Cost, Row, Section, StatedShare, known, message
from azmodels_gui.answers.sizing import way_sources
from azmodels_gui.calculator.estimate import Estimate
from azmodels_gui.calculator.sensitivity import Lever, Varying

SHOWN = (
    (Lever.LOAD, Decimal(2)),
    (Lever.OUTPUT, Decimal(2)),
    (Lever.CACHE, Decimal("0.8")),
)
"""The variations that are told in a line; `sensitivity` has all of them."""


def what_if(found: Estimate, way: str | None) -> Section:
    """Return the cost of a month for some variations, as rows with one answer each.

    Args:
        found: the estimate.
        way: one of the ways to pay; None: nothing is advised, so there are no rows.
    """
    rows = () if way is None else tuple(_rows(found, way))
    return Section("what_if", message("what_if"), rows)


def _rows(found: Estimate, way: str) -> Iterator[Row]:
    varying = Varying(found)
    sources = way_sources(found, way)
    for lever, at in SHOWN:
        if not varying.allows(lever, at):
            continue
        cost = varying.at(lever, at, way).cost(way)
        told = UNKNOWN if cost is None else known(Cost(cost, found.currency), *sources)
        value = StatedShare(at) if lever is Lever.CACHE else at
        yield Row(f"what_if_{lever}", message(f"what_if_{lever}", at=value), (told,))
