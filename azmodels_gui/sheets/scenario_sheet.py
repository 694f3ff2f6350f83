# SPDX-License-Identifier: MIT
"""The sheet of several scenarios: what to buy, all of them side by side, how each was reckoned."""

from collections.abc import Iterable, Iterator

from msgspec import Struct
from msgspec.structs import replace

from azmodels_gui.answers.scenarios import NamedOption, least, scenario_section
from azmodels_gui.answers.sources import dates_used
from azmodels_gui.answers.verdict import verdict
from azmodels_gui.calculator.estimate import Estimate
from azmodels_gui.calculator.statements import Statement
from azmodels_gui.calculator.wording import sentence
from azmodels_gui.charts.over_load import Compared, LoadUnit, cost_over_load_chart
from azmodels_gui.sheets.answer_cells import group
from azmodels_gui.sheets.frame import Content, framed
from azmodels_gui.sheets.live_sizing import live_table
from azmodels_gui.sheets.order import SheetOrder
from azmodels_gui.sheets.sheet import Column, Part, Sentence, Sheet, SheetKind, Table, Text
from azmodels_gui.sheets.sizing_sheet import (
    assumptions_of,
    load_told,
    offer_of,
    remarks_of,
    said_in_order,
    steps_table,
    verdict_sentences,
)


class ShownScenarios(Struct, frozen=True):
    """What is on the sheet."""

    options: tuple[NamedOption, ...]
    """Those with an answer, at least one; the first is what the others are held against."""
    unit: LoadUnit
    """How their load was stated."""
    refused: tuple[tuple[str, Statement], ...] = ()
    """Names of those without one, and why."""
    alike: bool = True
    """False: their loads differ, and there is no picture over one load."""


def compared(options: Iterable[NamedOption]) -> list[Compared]:
    """Return what a chart draws of scenarios: those of which is known how they are paid."""
    return [
        Compared(each.name, each.option.found, each.option.paid)
        for each in options
        if each.option.paid is not None
    ]


def scenario_sheet(shown: ShownScenarios, order: SheetOrder) -> Sheet:
    """Return the sheet of several scenarios."""
    found = [each.option.found for each in shown.options]
    loads = found[0].question.deployment.workloads
    content = Content(
        kind=SheetKind.SIZING,
        title=order.words("scenarios_sheet", count=len(shown.options) + len(shown.refused)),
        parts=tuple(_parts(shown, order)),
        head=tuple(load_told(each, order) for each in loads) if shown.alike else (),
        assumptions=assumptions_of(found, (), order),
        remarks=remarks_of(found, order),
        dates=dates_used(found, [offer_of(each) for each in found]),
    )
    live = live_table(found, [each.name for each in shown.options], order)
    return replace(framed(content, order), live=live)


def _parts(shown: ShownScenarios, order: SheetOrder) -> Iterator[Part]:
    words, options = order.words, [each.option for each in shown.options]
    best = least(options)
    bought = verdict_sentences(verdict(options[0 if best is None else best].found), order)
    yield Part("verdict", words("verdict"), (Text(tuple(bought)),))
    names = [
        f"{each.name} ({words('cheapest').lower()})" if at == best else each.name
        for at, each in enumerate(shown.options)
    ]
    section = scenario_section(options, options[0])
    columns = tuple(Column(name, figures=True) for name in names)
    table = Table(words("scenario"), columns, (group(section, order),))
    yield Part("scenarios", words("scenarios"), (table,))
    if shown.refused:
        told = tuple(
            Sentence(f"{name}: {sentence(why, order.language)}", warning=True)
            for name, why in shown.refused
        )
        yield Part("refused", words("cautions"), (Text(told, points=True),))
    currency = options[0].found.currency
    chart = None
    if shown.alike:
        chart = cost_over_load_chart(compared(shown.options), shown.unit, order.amounts(currency))
    if chart is not None:
        yield Part("chart", words("costs"), (chart,))
    for each in shown.options:
        yield from _details(each.name, each.option.found, order)


def _details(name: str, found: Estimate, order: SheetOrder) -> Iterator[Part]:
    words = order.words
    cautions = tuple(said_in_order(found.cautions, order, warning=True))
    if cautions:
        yield Part(
            f"cautions:{name}", f"{words('cautions')}: {name}", (Text(cautions, points=True),)
        )
    yield Part(f"steps:{name}", f"{words('steps')}: {name}", (steps_table(found, order),))
