# SPDX-License-Identifier: MIT
"""The sizing sheet: load and its profile, PTU, cost of each way to pay, and how it was reckoned."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import zip_longest

from msgspec.structs import replace

from azmodels_gui.answers.headline import sized_where, until
from azmodels_gui.answers.profile import HEADINGS, profile_risk, profile_sizes
from azmodels_gui.answers.scenarios import Option, least
from azmodels_gui.answers.sizing import (
    KEY_COSTS,
    sizing_key,
    sizing_sections,
    successor_load,
    what_if,
)
from azmodels_gui.answers.sources import dates_used
from azmodels_gui.answers.verdict import verdict
from azmodels_gui.calculator.counted import COUNTED
from azmodels_gui.calculator.estimate import Estimate
from azmodels_gui.calculator.profile_estimate import ProfileEstimate
from azmodels_gui.calculator.statements import Statement
from azmodels_gui.calculator.steps import Step, steps
from azmodels_gui.calculator.wording import sentence
from azmodels_gui.calculator.workload import Workload
from azmodels_gui.catalog.document import Entry
from azmodels_gui.catalog.facts import Offer
from azmodels_gui.charts.estimate import break_even_chart
from azmodels_gui.charts.profile import LoadCharts, capacity, cost_curve_chart, load_summary
from azmodels_gui.language import figures
from azmodels_gui.language.figures import NO_BREAK_SPACE
from azmodels_gui.language.words import in_language
from azmodels_gui.sheets.answer_cells import Told, cell, group, groups, label, verdict_told
from azmodels_gui.sheets.answer_lines import answer_lines
from azmodels_gui.sheets.comparison_sheet import key_table
from azmodels_gui.sheets.frame import Content, framed
from azmodels_gui.sheets.live_sizing import live_table
from azmodels_gui.sheets.order import SheetOrder
from azmodels_gui.sheets.price_chart import cost_charts
from azmodels_gui.sheets.remarks import disputed
from azmodels_gui.sheets.sheet import (
    AnswerLine,
    Block,
    Column,
    Group,
    Part,
    Row,
    Sentence,
    Sheet,
    SheetKind,
    Table,
    Text,
)


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


def sizing_sheet(
    found: Sequence[Estimate], order: SheetOrder, profiles: Sequence[ShownProfile] = ()
) -> Sheet:
    """Return sizing and cost of one deployment, or of several models under the same load.

    Args:
        found: the answers for the busiest minute.
        order: what the user asks for.
        profiles: the answers for a load that changes with time, one for each; empty: none is known.
    """
    words = order.words
    title = words("sizing_many", count=len(found))
    if len(found) == 1:
        title = words("sizing_sheet", name=_entry(found[0]).title)
    content = Content(
        kind=SheetKind.SIZING,
        title=title,
        parts=tuple(_parts(found, profiles, order)),
        head=tuple(_head(found, order)),
        assumptions=assumptions_of(found, profiles, order),
        remarks=remarks_of(found, order),
        dates=dates_used(found, [offer_of(each) for each in found]),
        answer=tuple(_answer(found, order)),
    )
    live = live_table(found, [_entry(each).title for each in found], order)
    return replace(framed(content, order), live=live)


def _answer(found: Sequence[Estimate], order: SheetOrder) -> Iterator[AnswerLine]:
    """Yield where what is advised is offered, what it costs a month, and until when it lasts.

    Where nobody can say which of several costs least, the least of what is known stands first;
    what can be said of the others stands below.
    """
    words, first = order.words, found[_first(found)]
    said = verdict(first)
    yield from answer_lines([sized_where(first)], order)
    told = verdict_told(said, order)
    more = [Sentence(told.change)] if told.change else []
    more += [Sentence(told.against, warning=True)] if told.against else []
    others = len(_told_below(found))
    if others:
        more.append(Sentence(words("answer_below", count=others)))
    yield AnswerLine("cost", words("answer_cost"), told.lead, tuple(more))
    (end,) = answer_lines([until(said.entry, order.view)], order)
    yield replace(end, lead=f"{said.entry.title}: {end.lead}")


def _first(found: Sequence[Estimate]) -> int:
    """Return the place of what costs least; where that is open, of what is known."""
    options = [Option(each) for each in found]
    best = least(options)
    if best is not None:
        return best
    costs = {
        at: option.cost
        for at, option in enumerate(options)
        if option.cost is not None and _can_be_bought(option.found)
    }
    return min(costs, key=lambda at: costs[at] or 0, default=0)


def _told_below(found: Sequence[Estimate]) -> frozenset[int]:
    """Return the places of models of which more must be said than that another costs less."""
    first, decided = _first(found), least([Option(each) for each in found]) is not None
    return frozenset(
        at
        for at, each in enumerate(found)
        if at != first and not (decided and _can_be_bought(each))
    )


def _can_be_bought(found: Estimate) -> bool:
    said = verdict(found)
    return said.way is not None and said.entry.key == _entry(found).key


def result_table(found: Sequence[Estimate], order: SheetOrder) -> Table:
    """Return size and cost, a column for each model."""
    words = order.words
    columns = tuple(Column(_entry(each).title, figures=True) for each in found)
    legend = words("legend_comparison") if len(found) > 1 else ""
    told = groups(sizing_sections(found), order)
    return Table(words("model"), columns, told, legend, folds=len(found) > 1)


def _first_page(found: Sequence[Estimate], order: SheetOrder) -> Part:
    """Return the key facts, and what the ways to pay cost as a chart."""
    words, told = order.words, group(sizing_key(found), order)
    key = key_table(told, [_entry(each) for each in found], order)
    costs = [row for row in told.rows if row.key in KEY_COSTS]
    chart = break_even_chart(found[0], order.amounts(found[0].currency))
    charts = (chart,) if chart is not None and len(found) == 1 else ()
    drawn = charts or cost_charts(costs, [_entry(each).title for each in found], order)
    below: tuple[Block, ...] = drawn or (Text((Sentence(words("no_chart")),)),)
    return Part("key_facts", "", (key, *below), name=words("key_facts"))


def _parts(
    found: Sequence[Estimate], profiles: Sequence[ShownProfile], order: SheetOrder
) -> Iterator[Part]:
    words, below = order.words, _told_below(found)
    yield _first_page(found, order)
    yield Part("result", words("sizing_result"), (result_table(found, order),), new_page=True)
    for at, (each, profile) in enumerate(zip_longest(found, profiles)):
        name = _entry(each).title
        suffix = f": {name}" if len(found) > 1 else ""
        if at in below:
            said = Text(tuple(verdict_sentences(verdict(each), order)))
            yield Part(f"verdict:{name}", words("verdict") + suffix, (said,))
        told = dict(_of_model(each, profile, order, alone=len(found) == 1))
        for key, blocks in told.items():
            heading = words(_HEADINGS.get(key, key))
            yield Part(f"{key}:{name}", heading + suffix, blocks)


_HEADINGS = {"chart": "costs"}
"""What parts are called, where not by their key."""


def _of_model(
    found: Estimate, profile: ShownProfile | None, order: SheetOrder, *, alone: bool
) -> Iterator[tuple[str, tuple[Block, ...]]]:
    """Yield what is told of each model by itself, with the keys of the parts."""
    cautions = tuple(said_in_order(found.cautions, order, warning=True))
    if cautions:
        yield "cautions", (Text(cautions, points=True),)
    chart = break_even_chart(found, order.amounts(found.currency))
    if chart is not None and not alone:
        yield "chart", (chart,)
    varied, instead = what_if(found, verdict(found).way), successor_load(found)
    for key, section, flush in (("what_if", varied, True), ("successor", instead, False)):
        if section.rows:
            columns = (Column("", figures=flush),)
            told = group(section, order)
            yield key, (Table(told.heading, columns, (replace(told, heading=""),)),)
    if profile is not None:
        yield "profile", profile_part(profile, _entry(found).title, "", order).blocks
    yield "steps", (steps_table(found, order),)
    checks = tuple(said_in_order(found.checks, order))
    if checks:
        yield "checks", (Text(checks, points=True),)


def verdict_sentences(found: Told, order: SheetOrder) -> Iterator[Sentence]:
    """Yield the sentence in its parts; what speaks against it is marked."""
    told = verdict_told(found, order)
    yield Sentence(f"{told.lead} {told.change}".strip())
    if told.against:
        yield Sentence(told.against, warning=True)


def steps_table(found: Estimate, order: SheetOrder) -> Table:
    """Return the calculation of an estimate."""
    return table_of(steps(found, order.language), order)


def table_of(taken: Sequence[Step], order: SheetOrder) -> Table:
    """Return the calculation, a row for each step."""
    words, cells = order.words, order.cells
    rows = tuple(
        Row(
            f"step{position}",
            step.name,
            (
                cells.text(step.formula or "–"),
                cells.text(step.result.replace(" ", NO_BREAK_SPACE), *step.sources),
            ),
        )
        for position, step in enumerate(taken)
    )
    columns = (Column(words("formula"), weight=4), Column(words("result"), figures=True))
    return Table(words("step"), columns, (Group("steps", "", rows),))


def _head(found: Sequence[Estimate], order: SheetOrder) -> Iterator[str]:
    deployment = found[0].question.deployment
    place = [order.kind_name(deployment.deployment_type)]
    if deployment.region is not None:
        place.append(deployment.region.name)
    yield ", ".join(place)
    for workload in deployment.workloads:
        yield load_told(workload, order)


def load_told(workload: Workload, order: SheetOrder) -> str:
    """Return the busiest minute as a line of the head."""

    def number(value: Decimal | int) -> str:
        return figures.number(Decimal(value), order.language)

    rpm = number(workload.requests_per_minute)
    beside = ", ".join(
        f"{number(amount)} {in_language(COUNTED[count].words, order.language)}"
        for count, amount in workload.beside.items()
        if amount
    )
    if not workload.tokens_per_request:
        return order.words("requests_of_things", rpm=rpm, counts=beside)
    tokens = order.words(
        "requests_a_minute",
        rpm=rpm,
        into=number(workload.prompt_tokens),
        cached=number(workload.cached_tokens),
        out=number(workload.answer_tokens),
    )
    return f"{tokens}; {beside}" if beside else tokens


def assumptions_of(
    found: Sequence[Estimate], profiles: Sequence[ShownProfile], order: SheetOrder
) -> tuple[Sentence, ...]:
    """Return what the numbers take for granted, each once."""
    said = [each.assumptions for each in found]
    said += [each.found.assumptions for each in profiles if each.found is not None]
    return tuple(dict.fromkeys(said_in_order([one for each in said for one in each], order)))


def remarks_of(found: Sequence[Estimate], order: SheetOrder) -> tuple[Sentence, ...]:
    """Return what sources disagree about."""
    return disputed(map(_entry, found), order)


def said_in_order(
    statements: Sequence[Statement], order: SheetOrder, *, warning: bool = False
) -> Iterator[Sentence]:
    """Yield statements as sentences of the sheet."""
    return (Sentence(sentence(each, order.language), warning=warning) for each in statements)


def _entry(found: Estimate) -> Entry:
    return found.question.deployment.entry


def offer_of(found: Estimate) -> Offer | None:
    """Return the offer that was asked for; None: no source states it."""
    return _entry(found).offers.get(found.question.deployment.deployment_type.id)
