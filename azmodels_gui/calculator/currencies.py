# SPDX-License-Identifier: MIT
"""Amounts of several currencies are never compared or added."""

from collections.abc import Iterable, Mapping

from azmodels_gui.calculator.payg import PaygRequest
from azmodels_gui.calculator.ptu_cost import PtuRate
from azmodels_gui.calculator.refusal import Refusal
from azmodels_gui.calculator.statements import RefusalId
from azmodels_gui.catalog.terms import Term


def check_currencies(requests: Iterable[PaygRequest], rates: Mapping[Term, PtuRate]) -> None:
    """Raise `Refusal` where known prices are in several currencies."""
    found = {request.currency for request in requests if request.cost is not None}
    found |= {rate.currency for rate in rates.values() if rate.amount is not None}
    if len(found) > 1:
        raise Refusal(RefusalId.CURRENCIES_MIXED, currencies=tuple(sorted(found)))
