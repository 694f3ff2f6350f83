# SPDX-License-Identifier: MIT
"""From scenarios and their answers to the sheet that tells them: one, several or a plan."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import partial

from msgspec import Struct
from msgspec.structs import replace

from azmodels_gui.answers.answer import Section
from azmodels_gui.answers.plan_verdict import (
    POOL_COLUMNS,
    TOTAL_COLUMNS,
    deployment_columns,
    deployment_section,
    plan_verdict,
    plan_what_if,
    planned,
    pool_section,
    total_section,
)
from azmodels_gui.answers.scenarios import NamedOption, Option, least, scenario_section
from azmodels_gui.answers.sources import dates_used
from azmodels_gui.answers.verdict import verdict
from azmodels_gui.calculator.asking import Answer, Asker, Series, profile_answer
from azmodels_gui.calculator.estimate import Estimate
from azmodels_gui.calculator.inputs import LoadFrom
from azmodels_gui.calculator.plan import Planned, own_assumptions
from azmodels_gui.calculator.scenarios import LETTERS, Scenarios
from azmodels_gui.calculator.statements import RefusalId, Statement
from azmodels_gui.calculator.steps import plan_steps
from azmodels_gui.calculator.wording import Refusal, sentence
from azmodels_gui.catalog.document import Region
from azmodels_gui.charts.over_load import (
    Compared,
    LoadUnit,
    cost_over_load_chart,
    in_requests,
    in_users,
    plan_chart,
    plan_over_load_chart,
)
from azmodels_gui.sheets.answer_cells import group, label
from azmodels_gui.sheets.frame import Content, framed
from azmodels_gui.sheets.live_sizing import live_table
from azmodels_gui.sheets.order import SheetOrder
from azmodels_gui.sheets.sheet import Column, Group, Part, Sentence, Sheet, SheetKind, Table, Text
from azmodels_gui.sheets.sizing_sheet import (
    ShownProfile,
    assumptions_of,
    load_told,
    offer_of,
    remarks_of,
    said_in_order,
    sizing_sheet,
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
        parts=tuple(_plan_parts(told, order)),
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


def _plan_parts(told: Planned, order: SheetOrder) -> Iterator[Part]:
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
        yield from _plan_details(told, at, order)


def _plan_details(told: Planned, at: int, order: SheetOrder) -> Iterator[Part]:
    """Yield the load of a deployment, what must be known of it, and how it was reckoned."""
    words, found, name = order.words, told.plan.estimates[at], told.names[at]
    loads = found.question.deployment.workloads
    lines = [Sentence(load_told(each, order)) for each in loads]
    lines += said_in_order(own_assumptions(found), order)
    cautions = said_in_order(found.cautions, order, warning=True)
    blocks = (Text(tuple(lines)), Text(tuple(cautions), points=True), steps_table(found, order))
    filled = tuple(each for each in blocks if not isinstance(each, Text) or each.sentences)
    yield Part(f"steps:{name}", f"{words('steps')}: {name}", filled)


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


def options_of(answers: Sequence[Answer]) -> tuple[Option | None, ...]:
    """Return what can be compared; None for a scenario that has no answer."""
    return tuple(
        None if each.estimate is None else Option(each.estimate, each.inputs.way)
        for each in answers
    )


def names_of(scenarios: Scenarios) -> tuple[str, ...]:
    """Return what the scenarios are called."""
    return tuple(each.name or each.inputs.model for each in scenarios.all)


def lettered(scenarios: Scenarios) -> tuple[str, ...]:
    """Return the names with the letters of their cards before them."""
    return tuple(f"{LETTERS[at]} {name}" for at, name in enumerate(names_of(scenarios)))


def told_plan(
    scenarios: Scenarios, answers: Sequence[Answer], options: Sequence[Option | None]
) -> Planned | Statement | None:
    """Return the scenarios as a plan, or why they cannot be added; None: none has an answer."""
    names = lettered(scenarios)
    found = [
        NamedOption(names[at], option)
        for at in scenarios.in_plan
        if (option := options[at]) is not None
    ]
    missing = [
        (names[at], answers[at].refusal or Statement(RefusalId.NO_MODEL))
        for at in scenarios.in_plan
        if options[at] is None
    ]
    if not found:
        return None
    try:
        return planned(found, missing)
    except Refusal as refusal:
        return refusal.statement


def load_unit(scenarios: Scenarios, answers: Sequence[Answer]) -> LoadUnit:
    """Return how the load on show was stated."""
    inputs, load = scenarios.inputs, answers[scenarios.at].load
    if inputs.load_from is LoadFrom.USERS:
        return in_users(inputs.users)
    return in_requests(Decimal(0) if load is None else load.peak_rpm)


def scenarios_shown(scenarios: Scenarios, answers: Sequence[Answer]) -> ShownScenarios | None:
    """Return what a sheet of all scenarios shows; None: there is only one, or no answer."""
    names, found = lettered(scenarios), options_of(answers)
    options = tuple(
        NamedOption(names[at], option) for at, option in enumerate(found) if option is not None
    )
    if len(found) < 2 or not options:
        return None
    refused = tuple(
        (names[at], each.refusal) for at, each in enumerate(answers) if each.refusal is not None
    )
    alike = not any(each.own_load for each in scenarios.all)
    return ShownScenarios(options, load_unit(scenarios, answers), refused, alike)


@dataclass(frozen=True)
class Sizing:
    """A sheet about scenarios, and the regions it is about."""

    make: Callable[[SheetOrder], Sheet]
    regions: tuple[Region, ...]


def sizing_told(
    asker: Asker, scenarios: Scenarios, answers: Sequence[Answer], series: Series | None
) -> Sizing | None:
    """Return the sheet of a plan, of several scenarios, or of the only one; None: no answer.

    Args:
        asker: what was asked.
        scenarios: all of them.
        answers: one of each.
        series: the load by minute of the one on show; None: it has none.
    """
    plan = told_plan(scenarios, answers, options_of(answers)) if scenarios.is_plan else None
    if isinstance(plan, Planned):
        return Sizing(partial(plan_sheet, plan), _regions(plan.plan.estimates))
    several = scenarios_shown(scenarios, answers)
    if several is not None:
        found = [each.option.found for each in several.options]
        return Sizing(partial(scenario_sheet, several), _regions(found))
    answer = answers[scenarios.at]
    if answer.estimate is None:
        return None
    region = asker.region(answer.inputs.region)
    make = partial(_sizing_sheet, asker, answer, answer.estimate, series)
    return Sizing(make, () if region is None else (region,))


def _sizing_sheet(
    asker: Asker, answer: Answer, found: Estimate, series: Series | None, order: SheetOrder
) -> Sheet:
    inputs = answer.inputs
    if series is None and inputs.profile_is_example:
        return sizing_sheet([found], order)  # nobody measured or entered that load
    profile = profile_answer(asker, inputs, series)
    shown = ShownProfile(profile.estimate, inputs.base_ptu, profile.refusal)
    return sizing_sheet([found], order, [shown])


def _regions(estimates: Sequence[Estimate]) -> tuple[Region, ...]:
    """Return the regions of deployments, each once."""
    named = (each.question.deployment.region for each in estimates)
    return tuple(dict.fromkeys(each for each in named if each is not None))
