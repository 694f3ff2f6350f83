# SPDX-License-Identifier: MIT
"""The sheet of a plan: what all cost together, each deployment, what they reserve, the total."""

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from azmodels_gui.answers.answer import Section
from azmodels_gui.answers.plan_verdict import (
    POOL_COLUMNS,
    TOTAL_COLUMNS,
    deployment_columns,
    deployment_section,
    plan_verdict,
    plan_what_if,
    pool_section,
    total_section,
)
from azmodels_gui.answers.sources import dates_used
from azmodels_gui.calculator.plan import Planned, own_assumptions
from azmodels_gui.calculator.steps import plan_steps
from azmodels_gui.calculator.wording import sentence
from azmodels_gui.charts.over_load import plan_chart, plan_over_load_chart
from azmodels_gui.sheets.answer_cells import group, label
from azmodels_gui.sheets.frame import Content, framed
from azmodels_gui.sheets.live_sizing import live_table
from azmodels_gui.sheets.order import SheetOrder
from azmodels_gui.sheets.sheet import Column, Group, Part, Sentence, Sheet, SheetKind, Table, Text
from azmodels_gui.sheets.sizing_sheet import (
    load_told,
    offer_of,
    remarks_of,
    said_in_order,
    steps_table,
    table_of,
    verdict_sentences,
)

WORDS = frozenset({"plan_place", "plan_way", "plan"})
"""Columns of words; all others hold figures."""


def plan_sheet(told: Planned, order: SheetOrder) -> Sheet:
    """Return the sheet of deployments that run together."""
    found = told.plan.estimates
    content = Content(
        kind=SheetKind.SIZING,
        title=order.words("plan_sheet", count=len(found) + len(told.missing)),
        parts=tuple(_parts(told, order)),
        assumptions=tuple(said_in_order(told.plan.assumptions, order)),
        remarks=remarks_of(found, order),
        dates=dates_used(found, [offer_of(each) for each in found]),
    )
    live = live_table(found, told.names, order, order.words("live_plan"))
    return replace(framed(content, order), live=live)


def plan_tables(told: Planned, order: SheetOrder) -> Iterator[tuple[str, str, Table]]:
    """Yield key, heading and table of the deployments, of what they reserve and of the total."""
    parts = (
        (deployment_section(told), "deployment", deployment_columns(told)),
        (pool_section(told), "plan_pool", POOL_COLUMNS),
        (total_section(told), "", TOTAL_COLUMNS),
    )
    for section, stub, keys in parts:
        if section.rows:
            heading = label(section.heading, order)
            yield section.key, heading, _table(section, stub, keys, order)


def _table(section: Section, stub: str, keys: Sequence[str], order: SheetOrder) -> Table:
    """Return a section as a table, its columns called by their keys."""
    columns = tuple(Column(order.words(key), figures=key not in WORDS) for key in keys)
    rows = tuple(replace(row, differs=False) for row in group(section, order).rows)
    return Table(order.words(stub) if stub else "", columns, (Group(section.key, "", rows),))


def _parts(told: Planned, order: SheetOrder) -> Iterator[Part]:
    words = order.words
    yield Part(
        "verdict", words("verdict"), (Text(tuple(verdict_sentences(plan_verdict(told), order))),)
    )
    if told.missing:
        lines = tuple(
            Sentence(f"{name}: {sentence(why, order.language)}", warning=True)
            for name, why in told.missing
        )
        yield Part("refused", words("plan_left_out"), (Text(lines, points=True),))
    amounts = order.amounts(told.plan.currency)
    charts = (plan_chart(told, amounts), plan_over_load_chart(told, amounts))
    drawn = tuple(each for each in charts if each is not None)
    for key, heading, table in plan_tables(told, order):
        yield Part(key, heading, (table, *drawn) if key == "plan_totals" else (table,))
    varied = _table(plan_what_if(told), "", TOTAL_COLUMNS, order)
    yield Part("what_if", words("what_if"), (varied,))
    pooled = tuple(said_in_order(told.plan.cautions, order, warning=True))
    if pooled:
        yield Part("cautions", words("cautions"), (Text(pooled, points=True),))
    taken = plan_steps(told.plan, told.names, order.language)
    if taken:
        yield Part("steps", words("steps"), (table_of(taken, order),))
    for at in range(len(told.names)):
        yield from _details(told, at, order)


def _details(told: Planned, at: int, order: SheetOrder) -> Iterator[Part]:
    """Yield the load of a deployment, what must be known of it, and how it was reckoned."""
    words, found, name = order.words, told.plan.estimates[at], told.names[at]
    loads = found.question.deployment.workloads
    lines = [Sentence(load_told(each, order)) for each in loads]
    lines += said_in_order(own_assumptions(found), order)
    cautions = said_in_order(found.cautions, order, warning=True)
    blocks = (Text(tuple(lines)), Text(tuple(cautions), points=True), steps_table(found, order))
    filled = tuple(each for each in blocks if not isinstance(each, Text) or each.sentences)
    yield Part(f"steps:{name}", f"{words('steps')}: {name}", filled)
