# SPDX-License-Identifier: MIT
"""What the way to pay that is advised would cost if the load, the answers or the cache differed."""

from collections.abc import Iterator
from decimal import Decimal

from azmodels_gui.answers.answer import UNKNOWN, Cost, Row, Section, Share, known, message, unique
from azmodels_gui.calculator.estimate import PAYG, Estimate
from azmodels_gui.calculator.sensitivity import Lever, Varying
from azmodels_gui.catalog.terms import Term

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
        way: `payg` or a term; None: nothing is advised, so there are no rows.
    """
    rows = () if way is None else tuple(_rows(found, way))
    return Section("what_if", message("what_if"), rows)


def _rows(found: Estimate, way: str) -> Iterator[Row]:
    varying = Varying(found)
    paid = (source for request in found.payg for source in request.sources)
    sources = unique(paid) if way == PAYG else found.rates[Term(way)].sources
    for lever, at in SHOWN:
        if not varying.allows(lever, at):
            continue
        cost = varying.at(lever, at).cost(way)
        told = UNKNOWN if cost is None else known(Cost(cost, found.currency), *sources)
        value = Share(at) if lever is Lever.CACHE else at
        yield Row(f"what_if_{lever}", message(f"what_if_{lever}", at=value), (told,))
