# SPDX-License-Identifier: MIT
"""How old the facts are that a calculation rests on: of prices only those that were used."""

from collections.abc import Iterable, Iterator, Sequence

from azmodels_gui.calculator.estimate import Estimate
from azmodels_gui.catalog.fact_dates import (
    FactDate,
    FactKind,
    date_of,
    fact_dates,
    offers_date,
    source_dates,
)
from azmodels_gui.catalog.facts import Offer


def dates_used(
    found: Sequence[Estimate], offers: Iterable[Offer | None]
) -> dict[FactKind, FactDate]:
    """Return the dates by kind of fact, in the order they are told; what is undated is left out.

    Args:
        found: the answers on show, of one catalogue.
        offers: the offers that were asked for; None for one that no source states.
    """
    known = source_dates(found[0].catalog)
    others = fact_dates([each.question.deployment.entry for each in found], known)
    dates = {
        FactKind.AVAILABILITY: offers_date(offers, known),
        FactKind.PRICES: date_of(known.get(source) for source in _price_sources(found)),
        FactKind.QUOTAS: others.get(FactKind.QUOTAS),
        FactKind.PTU: others.get(FactKind.PTU),
    }
    return {kind: date for kind, date in dates.items() if date is not None}


def _price_sources(found: Iterable[Estimate]) -> Iterator[str]:
    for each in found:
        for request in each.payg:
            for part in request.parts:
                yield from (price.source for price in part.answer.prices)
        for rate in each.rates.values():
            yield from (price.source for price in rate.answer.prices)
