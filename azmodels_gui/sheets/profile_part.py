# SPDX-License-Identifier: MIT
"""The load profile on a sizing sheet: load over time, cost over PTU, the cheapest sizes."""

from collections.abc import Iterator
from dataclasses import dataclass

from azmodels_gui.answers.profile import HEADINGS, profile_risk, profile_sizes
from azmodels_gui.calculator.profile_estimate import ProfileEstimate
from azmodels_gui.calculator.statements import Statement
from azmodels_gui.calculator.wording import sentence
from azmodels_gui.charts.profile import LoadCharts, capacity, cost_curve_chart, load_summary
from azmodels_gui.sheets.answer_cells import cell, group, label
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
    yield LoadCharts(amounts, capacity(found, ptu), summary).profile(found.profile)
    curve = cost_curve_chart(found, ptu, amounts)
    yield Text((Sentence(order.words("no_curve")),)) if curve is None else curve
    yield _sizes(found, ptu, order)
    risk = group(profile_risk(found, ptu), order)
    yield Table(order.words("profile"), (Column("", figures=True),), (risk,))
    cautions = tuple(
        Sentence(sentence(each, order.language), warning=True) for each in found.cautions
    )
    if cautions:
        yield Text(cautions, points=True)


def _sizes(found: ProfileEstimate, ptu: int, order: SheetOrder) -> Table:
    words = order.words
    rows = tuple(
        Row(line.key, label(line.label, order), tuple(cell(each, order) for each in line.answers))
        for line in profile_sizes(found, ptu)
    )
    return Table(
        words("way_to_pay"),
        tuple(Column(words(key), figures=True) for key in HEADINGS),
        (Group("sizes", words("cheapest_sizes"), rows),),
    )
