# SPDX-License-Identifier: MIT
"""`azmodels guide`: from four questions to a short list with reasons."""

import argparse
from collections.abc import Iterator, Sequence
from typing import Any

from azmodels_gui.answers.advice import Advice, Step, note_of
from azmodels_gui.answers.answer import Answer, Money
from azmodels_gui.answers.guide import Candidate, Guide, GuideQuestion, Reason, Verdict, guide
from azmodels_gui.answers.guide_cost import GuideCost
from azmodels_gui.answers.viewpoint import Viewpoint
from azmodels_gui.catalog.document import Catalog
from azmodels_gui.catalog.entry import entries
from azmodels_gui.catalog.names import Names
from azmodels_gui.cli.arguments import (
    add_common_options,
    chosen_catalog,
    chosen_day,
    chosen_language,
    wrapped,
)
from azmodels_gui.cli.console import DONE, print_json, print_lines
from azmodels_gui.cli.deployment_options import region_named
from azmodels_gui.cli.load_options import add_load_options, load_json, month_load_from
from azmodels_gui.cli.statement_output import exact, listed, row_lines, source_lines, sources_json
from azmodels_gui.cli.where_options import (
    add_country_option,
    billing_named,
    country_named,
    zone_named,
)
from azmodels_gui.language.command_line import iso_date
from azmodels_gui.language.words import N_
from azmodels_gui.sheets.advice_words import advice_told
from azmodels_gui.sheets.guide_told import (
    SIGNS,
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

EXAMPLES = """
  azmodels guide --use-case chat-support --data-zone EU --billing payg
  azmodels guide --use-case chat-support --data-zone EU --users 500 --requests-per-user 20 \\
      --working-days 22 --busy-hours 8 --peak-factor 3 --input 5000 --output 400
  azmodels guide --use-case realtime-voice --region swedencentral --available --format json
"""


def register(commands: Any) -> None:
    """Add the command to the parser."""
    parser = commands.add_parser(
        "guide",
        help=N_("a short list with reasons, from the four questions of the decision"),
        description=N_(
            "Answer what you know of the four questions: what is to be done, how much, where may "
            "it be processed, under which terms. What is left is listed with what speaks for and "
            "against it, and what it costs: a month of the load, or 1M tokens without one."
        ),
        examples=EXAMPLES,
    )
    parser.add_argument("--use-case", metavar="X", help=N_("what is to be done: id or name"))
    place = parser.add_mutually_exclusive_group()
    place.add_argument(
        "--data-zone",
        metavar="ZONE",
        help=N_("processed inside EU, US or APAC, whatever the region"),
    )
    place.add_argument(
        "--region", metavar="R", help=N_("processed in this region: regional deployments only")
    )
    add_country_option(place)
    parser.add_argument(
        "--billing", metavar="KIND", help=N_("payg (per token), provisioned (PTU) or batch")
    )
    parser.add_argument(
        "--available", action="store_true", help=N_("only what is generally available")
    )
    parser.add_argument(
        "--lasts-until", type=iso_date, metavar="DATE", help=N_("only what is not retired before")
    )
    add_load_options(parser, with_weight=False)
    add_common_options(parser, run)


def run(arguments: argparse.Namespace) -> int:
    """Print the short list.

    Raises:
        Refused: unknown names, numbers that make no sense, half a load.
        CatalogError: the catalogue cannot be used.
    """
    catalog, day = chosen_catalog(arguments), chosen_day(arguments)
    view = Viewpoint(catalog, day)
    found = guide(question_from(arguments, catalog), tuple(entries(catalog)), view)
    if arguments.format == "json":
        print_json(_document(found, view))
    else:
        print_lines(_lines(found, SheetOrder(catalog, day, chosen_language(arguments))))
    return DONE


def question_from(arguments: argparse.Namespace, catalog: Catalog) -> GuideQuestion:
    """Return the answers to the four questions that the options give.

    Raises:
        Refused: an unknown name, or half a load.
        Refusal: numbers of the load that make no sense.
    """
    uses = Names(
        N_("use case"), ((each.id, (each.name.en, each.name.de)) for each in catalog.use_cases)
    )
    region, billing = arguments.region, arguments.billing
    return GuideQuestion(
        use_case=None if arguments.use_case is None else uses.find(arguments.use_case),
        load=month_load_from(arguments),
        data_zone=zone_named(catalog, arguments.data_zone),
        country=country_named(catalog, arguments.country),
        region=None if region is None else region_named(catalog, region).id,
        billing=None if billing is None else billing_named(billing),
        generally_available=arguments.available,
        lasts_until=arguments.lasts_until,
    )


def _document(found: Guide, view: Viewpoint) -> dict[str, Any]:
    asked = found.question
    both = [SheetOrder(view.catalog, view.day, language) for language in ("en", "de")]
    return {
        "question": {
            "use_case": asked.use_case,
            "data_zone": asked.data_zone,
            "country": asked.country,
            "region": asked.region,
            "billing": asked.billing,
            "generally_available": asked.generally_available,
            "lasts_until": None if asked.lasts_until is None else asked.lasts_until.isoformat(),
        },
        "load": load_json(asked.load),
        "day": view.day.isoformat(),
        "catalog_published": view.catalog.published.isoformat(),
        "order": {each.language: order_told(each) for each in both},
        **{
            verdict.value: [_candidate(each, both) for each in found.of(verdict)]
            for verdict in Verdict
        },
        "retired": found.retired,
        "notes": {step.value: _note(step, view.catalog) for step in Step},
        "advice": [_advice(each) for each in found.advice],
        "sources": sources_json(_sources(found), view.catalog),
    }


def _candidate(found: Candidate, both: Sequence[SheetOrder]) -> dict[str, Any]:
    lifecycle = found.entry.version.lifecycle
    retirement = lifecycle.retirement_date
    return {
        "model": found.entry.model.id,
        "version": found.entry.version.version,
        "stage": lifecycle.stage,
        "retirement_date": None if retirement is None else retirement.isoformat(),
        "days_left": found.days_left,
        "lasting": found.lasting,
        "cost": _cost(found.cost),
        "reasons": [_reason(each, both) for each in found.reasons],
    }


def _cost(cost: GuideCost) -> dict[str, Any]:
    return {
        "monthly": exact(cost.monthly),
        "currency": cost.currency,
        "deployment_type": None if cost.kind is None else cost.kind.id,
        "region": None if cost.region is None else cost.region.id,
        "term": cost.term,
        "ptu": cost.ptu,
        "per_million_tokens": {
            category.value: _amounts(answer)
            for category, answer in zip(cost.categories, cost.prices, strict=True)
        },
    }


def _amounts(answer: Answer) -> dict[str, Any]:
    values = (answer.value, *answer.values)
    amounts = [exact(each.amount) for each in values if isinstance(each, Money)]
    return {"status": answer.status.value, "amounts": amounts}


def _reason(reason: Reason, both: Sequence[SheetOrder]) -> dict[str, Any]:
    return {
        "sign": reason.sign.value,
        "id": reason.said.key.removeprefix("guide_"),
        "text": {each.language: reason_told(reason, each) for each in both},
        "sources": list(reason.sources),
    }


def _note(step: Step, catalog: Catalog) -> dict[str, str] | None:
    note = note_of(step, catalog)
    return None if note is None else {"en": note.text.en, "de": note.text.de}


def _advice(advice: Advice) -> dict[str, Any]:
    def both(text: Any) -> dict[str, str] | None:
        return None if text is None else {"en": text.en, "de": text.de}

    return {
        "models": [
            {
                "model": each.name,
                "standing": each.standing.value,
                "successor": None if each.successor is None else each.successor.entry.title,
            }
            for each in advice.models
        ],
        "why": both(advice.why),
        "start_with": advice.start_with,
        "switch": both(advice.switch),
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
    yield from wrapped(order_told(order)).splitlines()
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
