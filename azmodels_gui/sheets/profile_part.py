# SPDX-License-Identifier: MIT
"""The load profile on a sizing sheet: load over time, cost over PTU, the cheapest sizes."""

from collections.abc import Iterator
from dataclasses import dataclass

from azmodels_gui.calculator.cost_curve import CurvePoint
from azmodels_gui.calculator.profile_estimate import ProfileEstimate
from azmodels_gui.calculator.statements import Statement
from azmodels_gui.calculator.wording import sentence
from azmodels_gui.catalog.terms import Term
from azmodels_gui.charts.cost_curve import cost_curve_chart
from azmodels_gui.charts.load import LoadCharts, capacity, load_summary
from azmodels_gui.sheets.order import SheetOrder
from azmodels_gui.sheets.sheet import Block, Column, Group, Part, Row, Sentence, Table, Text


@dataclass(frozen=True)
class ShownProfile:
    """The answer for a load that changes with time, or the reason why there is none."""

    found: ProfileEstimate | None
    base_ptu: int | None = None
    """The size to show; None: the cheapest."""
    refusal: Statement | None = None


def profile_part(profile: ShownProfile, name: str, heading: str, order: SheetOrder) -> Part:
    """Return charts and table under a heading."""
    return Part(f"profile:{name}", heading, tuple(_blocks(profile, order)))


def _blocks(profile: ShownProfile, order: SheetOrder) -> Iterator[Block]:
    found = profile.found
    if found is None:
        if profile.refusal is not None:
            why = Sentence(sentence(profile.refusal, order.language), warning=True)
            yield Text((why,), points=True)
        return
    ptu = found.base_ptu(profile.base_ptu)
    amounts = order.amounts(found.currency)
    summary = load_summary(found, ptu, amounts)
    yield LoadCharts(amounts, capacity(found, ptu), summary).profile(found.question.profile)
    curve = cost_curve_chart(found, ptu, amounts)
    yield Text((Sentence(order.words("no_curve")),)) if curve is None else curve
    yield _sizes(found, ptu, order)
    cautions = tuple(
        Sentence(sentence(each, order.language), warning=True) for each in found.cautions
    )
    if cautions:
        yield Text(cautions, points=True)


def _sizes(found: ProfileEstimate, ptu: int, order: SheetOrder) -> Table:
    words = order.words
    keys = ("base_load", "cost_of_month", "share_spilled", "used")
    return Table(
        words("way_to_pay"),
        tuple(Column(words(key), figures=True) for key in keys),
        (Group("sizes", words("cheapest_sizes"), tuple(_rows(found, ptu, order))),),
    )


def _rows(found: ProfileEstimate, ptu: int, order: SheetOrder) -> Iterator[Row]:
    """Yield the minimum of each term, the size on show where it is another, and no PTU at all."""
    for term, curve in found.curves.items():
        label, least = order.words(f"cost_{term}"), curve.minimum
        yield _row(f"least_{term}", label, least, found, term, order)
        if ptu and (least is None or least.ptu != ptu):
            shown = curve.points[found.spill.sizes.index(ptu)]
            label = order.words("shown_size", term=label)
            yield _row(f"shown_{term}", label, shown, found, term, order)
    curve = next(iter(found.curves.values()))
    yield _row("no_ptu", order.words("all_per_token"), curve.points[0], found, None, order)


def _row(
    key: str,
    label: str,
    point: CurvePoint | None,
    found: ProfileEstimate,
    term: Term | None,
    order: SheetOrder,
) -> Row:
    cells = order.cells
    if point is None:
        return Row(key, label, (cells.unknown(),) * 4)
    sources = _sources(found, term)
    used = cells.text("–") if point.utilization is None else cells.percent(point.utilization)
    return Row(
        key,
        label,
        (
            cells.number(point.ptu, *found.sized.sources),
            cells.money(point.cost, found.currency, *sources),
            cells.percent(point.spilled_share),
            used,
        ),
    )


def _sources(found: ProfileEstimate, term: Term | None) -> tuple[str, ...]:
    payg = (price.source for part in found.payg.parts for price in part.answer.prices)
    rates = () if term is None else (price.source for price in found.rates[term].answer.prices)
    return tuple(dict.fromkeys((*payg, *rates)))
