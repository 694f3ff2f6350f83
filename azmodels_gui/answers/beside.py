# SPDX-License-Identifier: MIT
"""What is paid for beside requests: documents, fine-tuning and hosting, once or every month."""

from collections.abc import Iterator, Sequence

from msgspec import Struct

from azmodels_gui.answers.answer import (
    UNKNOWN,
    Answer,
    Cost,
    Message,
    Section,
    cost_of,
    known,
    message,
    row,
    section,
)
from azmodels_gui.answers.objections import price_gap, where_told
from azmodels_gui.calculator.beside import BesideEstimate
from azmodels_gui.calculator.counted import EVERYTHING, Count, Period
from azmodels_gui.calculator.exact import total
from azmodels_gui.calculator.payg import PaygPart, PaygRequest


class Paid(Struct, frozen=True):
    """The sums of it, and the sentences that say them."""

    once: Cost | None
    """None: nothing is paid once, or a price is not known."""
    month: Cost | None
    whole: Cost | None
    """A month of the requests and of what is beside them; None: a part is not known."""
    told: tuple[Message, ...]


def paid_beside(beside: PaygRequest, monthly: Cost | None) -> Paid:
    """Return what stands beside the requests of a month.

    Args:
        beside: what is paid for.
        monthly: what the requests cost; None: not known.
    """
    once, month = (_sum(beside, every) for every in Period)
    whole = monthly
    if parts_of(beside, Period.MONTH):
        both = None if month is None or monthly is None else [monthly.amount, month.amount]
        whole = None if both is None else Cost(total(both), beside.currency)
    told = []
    if month is not None and whole is not None:
        items = names_of(parts_of(beside, Period.MONTH))
        told.append(message("verdict_beside_month", items=items, cost=month, whole=whole))
    if once is not None:
        items = names_of(parts_of(beside, Period.ONCE))
        told.append(message("verdict_beside_once", items=items, cost=once))
    return Paid(once, month, whole, (*told, *not_priced(beside)))


def alone_told(found: BesideEstimate) -> tuple[Message, ...]:
    """Return what it costs where there is no request beside it: sentences."""
    question, beside = found.question, found.beside
    place = where_told(question.deployment_type, question.region, found.catalog)
    sums = {every: _sum(beside, every) for every in Period}
    costs = tuple(
        message(f"verdict_alone_{every}", items=names_of(parts_of(beside, every)), cost=cost)
        for every, cost in sums.items()
        if cost is not None
    )
    head = message(
        "verdict_alone",
        model=question.entry.title,
        place=place,
        costs=message("listed", values=costs),
    )
    return (*([head] if costs else ()), *not_priced(beside))


def beside_section(found: Sequence[PaygRequest]) -> Section:
    """Return a row for each thing that is paid for; nothing where nothing is."""
    asked = dict.fromkeys(part.count for each in found for part in each.parts)

    rows = (row(f"beside_{count}", (_line(each, count) for each in found)) for count in asked)
    return section("beside", rows)


def _line(beside: PaygRequest, count: Count) -> Answer:
    for part in beside.parts:
        if part.count is count and part.cost is not None:
            sources = () if part.listed_price is None else (part.listed_price.source,)
            return known(Cost(part.cost, beside.currency), *sources)
    return UNKNOWN


def parts_of(beside: PaygRequest, every: Period) -> tuple[PaygPart, ...]:
    """Return what is paid for so often."""
    return tuple(part for part in beside.parts if EVERYTHING[part.count].every is every)


def _sum(beside: PaygRequest, every: Period) -> Cost | None:
    return cost_of(beside.paid(every) if parts_of(beside, every) else None, beside.currency)


def not_priced(beside: PaygRequest) -> Iterator[Message]:
    """Yield what has no known price, and why."""
    gaps: dict[Message, list[PaygPart]] = {}
    for part in beside.parts:
        if part.price is None:
            gaps.setdefault(price_gap(part.answer.status, part.answer.prices), []).append(part)
    for why, parts in gaps.items():
        yield message("verdict_beside_unknown", items=names_of(parts), why=why)


def names_of(parts: Sequence[PaygPart]) -> Message:
    """Return what is paid for, in words of a sentence."""
    names = (message(f"verdict_of_{part.count}") for part in parts)
    return message("listed", values=tuple(dict.fromkeys(names)))
