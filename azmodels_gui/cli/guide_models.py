# SPDX-License-Identifier: MIT
"""`azmodels guide`: from four questions to a short list with reasons."""

import argparse
import textwrap
from collections.abc import Iterator, Sequence
from typing import Any

from azmodels_gui.answers.advice import Advice, Step, note_of
from azmodels_gui.answers.answer import Answer, Money
from azmodels_gui.answers.guide import Candidate, Guide, GuideQuestion, Reason, Verdict, guide
from azmodels_gui.answers.guide_cost import GuideCost
from azmodels_gui.answers.viewpoint import Viewpoint
from azmodels_gui.catalog.document import Catalog, Note, entries
from azmodels_gui.catalog.facts import LocalText
from azmodels_gui.catalog.names import billing_named, facet_names
from azmodels_gui.catalog.query import Facet
from azmodels_gui.cli.load_options import load_json, load_options, month_load_from
from azmodels_gui.cli.options import (
    COMMON,
    Command,
    OneOf,
    catalog_json,
    chosen_catalog,
    chosen_day,
    maybe,
    option,
    print_answer,
)
from azmodels_gui.cli.output import by_name, exact, listed, row_lines, source_lines, sources_json
from azmodels_gui.cli.where_offered import COUNTRY
from azmodels_gui.language.words import N_
from azmodels_gui.sheets.guide_told import (
    SIGNS,
    advice_told,
    caveat_told,
    cost_told,
    count_told,
    order_told,
    question_told,
    reason_told,
    telling,
    way_told,
)
from azmodels_gui.sheets.order import SheetOrder


def run(arguments: argparse.Namespace) -> int:
    """Print the short list.

    Raises:
        Refused: unknown names, numbers that make no sense, half a load.
        CatalogError: the catalogue cannot be used.
    """
    catalog, day = chosen_catalog(arguments), chosen_day(arguments)
    view = Viewpoint(catalog, day)
    found = guide(question_from(arguments, catalog), tuple(entries(catalog)), view)
    order = SheetOrder(catalog, day, arguments.language)
    return print_answer(arguments, lambda: _document(found, view), lambda: _lines(found, order))


def question_from(arguments: argparse.Namespace, catalog: Catalog) -> GuideQuestion:
    """Return the answers to the four questions that the options give.

    Raises:
        Refused: an unknown name, or half a load.
        Refusal: numbers of the load that make no sense.
    """

    def named(facet: Facet, name: str | None) -> str | None:
        return maybe(facet_names(facet, catalog).find, name)

    return GuideQuestion(
        use_case=named(Facet.USE_CASES, arguments.use_case),
        load=month_load_from(arguments),
        data_zone=named(Facet.DATA_ZONES, arguments.data_zone),
        country=named(Facet.COUNTRIES, arguments.country),
        region=named(Facet.REGIONS, arguments.region),
        billing=maybe(billing_named, arguments.billing),
        generally_available=arguments.available,
        lasts_until=arguments.lasts_until,
    )


def _document(found: Guide, view: Viewpoint) -> dict[str, Any]:
    asked = found.question
    both = [SheetOrder(view.catalog, view.day, language) for language in ("en", "de")]
    return {
        "question": by_name(
            asked, "use_case data_zone country region billing generally_available lasts_until"
        ),
        "load": load_json(asked.load),
        "day": view.day,
        **catalog_json(view.catalog),
        "order": {each.language: order_told(each) for each in both},
        **{verdict: [_candidate(each, both) for each in found.of(verdict)] for verdict in Verdict},
        "retired": found.retired,
        "notes": {step: maybe(_note, note_of(step, view.catalog)) for step in Step},
        "advice": [_advice(each) for each in found.advice],
        "sources": sources_json(_sources(found), view.catalog),
    }


def _candidate(found: Candidate, both: Sequence[SheetOrder]) -> dict[str, Any]:
    lifecycle = found.entry.version.lifecycle
    return {
        "model": found.entry.model.id,
        "version": found.entry.version.version,
        "stage": lifecycle.stage,
        "retirement_date": lifecycle.retirement_date,
        "days_left": found.days_left,
        "lasting": found.lasting,
        "cost": _cost(found.cost),
        "reasons": [_reason(each, both) for each in found.reasons],
    }


def _cost(cost: GuideCost) -> dict[str, Any]:
    return {
        "monthly": exact(cost.monthly),
        "currency": cost.currency,
        "deployment_type": cost.kind and cost.kind.id,
        "region": cost.region and cost.region.id,
        "term": cost.term,
        "ptu": cost.ptu,
        "per_million_tokens": {
            category: _amounts(answer)
            for category, answer in zip(cost.categories, cost.prices, strict=True)
        },
    }


def _amounts(answer: Answer) -> dict[str, Any]:
    values = (answer.value, *answer.values)
    amounts = [exact(each.amount) for each in values if isinstance(each, Money)]
    return {"status": answer.status, "amounts": amounts}


def _reason(reason: Reason, both: Sequence[SheetOrder]) -> dict[str, Any]:
    return {
        "sign": reason.sign,
        "id": reason.said.key.removeprefix("guide_"),
        "text": {each.language: reason_told(reason, each) for each in both},
        "sources": list(reason.sources),
    }


def _note(note: Note) -> dict[str, str] | None:
    return _both(note.text)


def _both(text: LocalText | None) -> dict[str, str] | None:
    return None if text is None else {"en": text.en, "de": text.de}


def _advice(advice: Advice) -> dict[str, Any]:
    return {
        "models": [
            {
                "model": each.name,
                "standing": each.standing,
                "successor": each.successor and each.successor.entry.title,
            }
            for each in advice.models
        ],
        "why": _both(advice.why),
        "start_with": advice.start_with,
        "switch": _both(advice.switch),
    }


def _sources(found: Guide) -> tuple[str, ...]:
    of_reasons = (each for one in found.candidates for why in one.reasons for each in why.sources)
    of_costs = (each for one in found.candidates for each in one.cost.sources)
    of_advice = (each for one in found.advice for each in one.sources)
    return tuple(dict.fromkeys((*of_reasons, *of_costs, *of_advice)))


def _lines(found: Guide, order: SheetOrder) -> Iterator[str]:
    words = order.words
    yield from row_lines(dict(question_told(found.question, order)))
    yield ""
    yield count_told(found, order)
    if found.retired:
        yield words("guide_retired", count=found.retired)
    yield from textwrap.wrap(order_told(order), 80)
    caveat = caveat_told(found.question, order)
    if caveat:
        yield caveat
    for verdict in Verdict:
        shown = found.of(verdict)
        if shown:
            yield ""
            yield words(f"guide_{verdict}")
        for each in shown:
            yield from _told(each, order)
    yield ""
    yield words("guide_legend")
    advice = [told for told, _ in advice_told(found.advice, words)]
    yield from listed(words("guide_advice"), advice, "-")
    yield from source_lines(words("sources"), _sources(found), order.catalog, order.language)


def _told(found: Candidate, order: SheetOrder) -> Iterator[str]:
    cost, way = cost_told(found.cost, order), way_told(found.cost, order)
    known = found.cost.gap is None and found.verdict is not Verdict.FAILS
    told = f": {', '.join(filter(None, (cost, way)))}" if known else ""
    yield f"  {found.entry.title}{told}"
    for reason in telling(found):
        yield f"    {SIGNS[reason.sign]} {reason_told(reason, order)}"


GUIDE = Command(
    "guide",
    run,
    N_("a short list with reasons, from the four questions of the decision"),
    N_(
        "Answer what you know of the four questions: what is to be done, how much, where may "
        "it be processed, under which terms. What is left is listed with what speaks for and "
        "against it, and what it costs: a month of the load, or 1M tokens without one."
    ),
    (
        option("--use-case X", N_("what is to be done: id or name")),
        OneOf(
            (
                {
                    "--data-zone ZONE": N_("processed inside EU, US or APAC, whatever the region"),
                    "--region R": N_("processed in this region: regional deployments only"),
                },
                COUNTRY,
            )
        ),
        {
            "--billing KIND": N_("payg (per token), provisioned (PTU) or batch"),
            "--available": N_("only what is generally available"),
            "--lasts-until DATE": N_("only what is not retired before"),
        },
        *load_options(),
        *COMMON,
    ),
    examples="""
  azmodels guide --use-case chat-support --data-zone EU --billing payg
  azmodels guide --use-case chat-support --data-zone EU --users 500 --requests-per-user 20 \\
      --working-days 22 --busy-hours 8 --peak-factor 3 --input-tokens 5000 --output-tokens 400
  azmodels guide --use-case realtime-voice --region swedencentral --available --format json
""",
)
