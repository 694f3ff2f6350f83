# SPDX-License-Identifier: MIT
"""What the dates of prices say against the day that was asked about."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from azmodels_gui.calculator.payg import PaygRequest
from azmodels_gui.calculator.ptu_prices import first_day
from azmodels_gui.calculator.statements import CautionId, Statement, caution
from azmodels_gui.catalog.document import Catalog

_A_YEAR_IN_DAYS = 366


def check_days(
    catalog: Catalog, asked: date, payg: Sequence[PaygRequest], ptu: Iterable[str]
) -> Iterator[Statement]:
    """Yield a price that no source states for that day, and that all are older than a year.

    Args:
        catalog: knows when each source was read.
        asked: the day.
        payg: what was paid per token.
        ptu: ids of the sources of the prices of PTU.
    """
    read = {source.id: first_day(source.as_of) for source in catalog.sources}
    listed = [
        (part.category.value, price)
        for request in payg
        for part in request.parts
        if (price := part.listed_price) is not None
    ]
    for what, price in listed:
        since = read.get(price.source, date.min)
        if price.effective_from is None and asked < since:
            yield caution(
                CautionId.PRICE_BEFORE_SOURCE,
                what=what,
                source=price.source,
                read=since,
                asked=asked,
            )
    used = [*(price.source for _, price in listed), *ptu]
    newest = max((read.get(each, date.min) for each in used), default=date.min)
    if newest > date.min and (asked - newest).days > _A_YEAR_IN_DAYS:
        yield caution(CautionId.PRICES_OLD, read=newest, asked=asked)
