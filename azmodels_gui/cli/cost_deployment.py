# SPDX-License-Identifier: MIT
"""`azmodels cost`: what each way to pay costs in a month, and from which load on PTU pay."""

import argparse
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from functools import partial
from typing import Any

from azmodels_gui.answers.price_place import price_place
from azmodels_gui.answers.scenarios import ComparedModel, compared
from azmodels_gui.answers.sizing import (
    alone_told,
    beside_section,
    first_month_section,
    sizing_sections,
    successor_load,
    what_if,
)
from azmodels_gui.answers.sources import dates_used
from azmodels_gui.answers.verdict import verdict
from azmodels_gui.calculator.beside import BesideEstimate, BesideQuestion, beside_estimate
from azmodels_gui.calculator.counted import Count
from azmodels_gui.calculator.estimate import Estimate, Question, estimate
from azmodels_gui.calculator.first_month import FirstMonth, first_month
from azmodels_gui.calculator.load_profile import LoadProfile
from azmodels_gui.calculator.month import Month
from azmodels_gui.calculator.statements import Statement
from azmodels_gui.catalog.document import Catalog
from azmodels_gui.catalog.fact_dates import FactDate, FactKind, as_of_told, dates_told
from azmodels_gui.cli import sizing_output as sizing
from azmodels_gui.cli.deployment_options import (
    BESIDE,
    COSTS,
    CURRENCY,
    DEPLOYMENT,
    MODELS,
    WEIGHT,
    Chosen,
    arrival_from,
    beside_from,
    chosen,
    common_currency,
    currency_from,
    deployment_from,
    overrides_from,
    own_from,
    processing_from,
    quota_options,
    terms_from,
)
from azmodels_gui.cli.load_options import load_from, load_options, tells_no_load
from azmodels_gui.cli.options import (
    COMMON,
    Command,
    Group,
    Options,
    but,
    catalog_json,
    chosen_catalog,
    chosen_day,
    entries_once,
    maybe,
    option,
    print_answer,
    stated,
)
from azmodels_gui.cli.output import (
    Refused,
    Words,
    aligned,
    cents,
    dates_json,
    listed,
    said_json,
    said_lines,
    wrapped_lines,
)
from azmodels_gui.cli.profile_source import SOURCE_INSTEAD, with_profile
from azmodels_gui.language import figures
from azmodels_gui.language.figures import NO_BREAK_SPACE
from azmodels_gui.language.plain_numbers import whole
from azmodels_gui.language.words import N_
from azmodels_gui.sheets.answer_cells import DASH, MINUS, message, verdict_told
from azmodels_gui.sheets.order import SheetOrder

RIGHT = frozenset({3, 4, 5, 6})
"""Columns of figures."""


def models_json(found: Sequence[ComparedModel]) -> dict[str, Any]:
    """Return the models in their order, each with its verdict or the reason for none."""
    asked = next((each.found for each in found if each.found is not None), None)
    head = {} if asked is None else sizing.question_json(asked.question, asked.currency)
    return {**head, "models": [_model_json(each) for each in found]}


def models_lines(found: Sequence[ComparedModel], order: SheetOrder, words: Words) -> Iterator[str]:
    """Yield the table, what the best comes to, what lasts where that ends soon, and refusals."""
    rows = [_row(each, words) for each in found]
    yield from aligned(["", *map(words, _HEADINGS)], rows, RIGHT)
    yield ""
    yield from wrapped_lines(words("models_legend"))
    refused = []
    for each in found:
        if each.refusal is not None:
            title, why = each.entry.title, each.refusal.told(words.language)
            refused.append(why if why.startswith(title) else f"{title}: {why}")
        elif each.said is not None:
            told = verdict_told(each.said, order)
            if each.best or each.best_lasting:
                yield ""
                yield from wrapped_lines(told.plain.replace(NO_BREAK_SPACE, " "))
            elif each.monthly is None:
                refused.append(told.lead.replace(NO_BREAK_SPACE, " "))
    yield from listed(words("models_refused"), refused, "!")


_HEADINGS = (
    *("model", "models_way", "models_ptu", "cost_of_month", "models_more"),
    *("models_more_ptu", "retirement"),
)


def _row(each: ComparedModel, words: Words) -> list[str]:
    language = words.language
    said, monthly = each.said, each.monthly
    mark = "▲" if each.best else "△" if each.best_lasting else ""
    end = each.entry.version.lifecycle.retirement_date
    last = words("unknown") if end is None else figures.day(end, language)
    if said is None or monthly is None:
        way = words(
            "models_no" if said is None or said.entry.key == each.entry.key else "models_ended"
        )
        return [mark, each.entry.title, way, DASH, DASH, DASH, DASH, last]
    cost = figures.money(monthly.amount, monthly.currency, language)
    more = DASH
    if each.more is not None and each.more.amount:
        sign = "+" if each.more.amount > 0 else MINUS
        more = sign + figures.money(abs(each.more.amount), monthly.currency, language)
    ptu = DASH if said.ptu is None else figures.number(said.ptu, language)
    more_ptu = f"{each.more_ptu:+}".replace("-", MINUS) if each.more_ptu else DASH
    way = words(f"cost_{said.way}")
    return [
        *(mark, each.entry.title, way if said.certain else f"{way} ?", ptu),
        *(cost.replace(NO_BREAK_SPACE, " "), more.replace(NO_BREAK_SPACE, " "), more_ptu, last),
    ]


def _model_json(each: ComparedModel) -> dict[str, Any]:
    version, refusal = each.entry.version, each.refusal
    return {
        "model": each.entry.model.id,
        "version": version.version,
        "retirement_date": version.lifecycle.retirement_date,
        "lasts": None if each.said is None else each.said.lasts,
        "best": each.best,
        "best_lasting": each.best_lasting,
        "difference": {
            "monthly": None if each.more is None else cents(each.more.amount),
            "ptu": each.more_ptu,
        },
        "verdict": maybe(sizing.verdict_json, each.found),
        "refused": refusal and {language: refusal.told(language) for language in ("en", "de")},
    }


COST_KINDS = (FactKind.AVAILABILITY, FactKind.PRICES, FactKind.QUOTAS, FactKind.PTU)
"""Kinds of facts that a cost rests on."""


def run(arguments: argparse.Namespace) -> int:
    """Print the cost of a deployment.

    Raises:
        Refused: unknown names, numbers that make no sense, or rows that cannot be read.
        CatalogError: the catalogue or the file of a load cannot be used.
    """
    catalog = chosen_catalog(arguments)
    arguments, profile = with_profile(arguments)
    beside = beside_from(arguments)
    alone = bool(beside) and profile is None and tells_no_load(arguments)
    if len(arguments.model) > 1:
        if alone:
            raise Refused(
                N_("What is paid for without requests is reckoned for one model at a time.")
            )
        return _run_models(arguments, catalog, profile)
    (arguments.model,) = arguments.model
    named = chosen(arguments, catalog)
    if alone:
        return _run_beside(arguments, named, beside)
    found = estimate(named.catalog, question_from(arguments, named, profile))
    begun = maybe(partial(first_month, found), arguments.first_day)
    return print_answer(
        arguments,
        lambda: _document(named, found, begun),
        lambda: _lines(named, found, begun, Words(arguments.language)),
    )


def _run_models(
    arguments: argparse.Namespace, catalog: Catalog, profile: LoadProfile | None
) -> int:
    if arguments.version is not None:
        raise Refused(N_("--version goes with one model; write MODEL@VERSION."))
    named = {
        entry.key: chosen(arguments, catalog, entry)
        for entry in entries_once(catalog, arguments.model)
    }
    currency = common_currency(arguments, catalog, (each.entry for each in named.values()))
    arguments = but(arguments, {"currency": currency})
    found = compared(
        tuple(each.entry for each in named.values()),
        lambda entry: estimate(catalog, question_from(arguments, named[entry.key], profile)),
    )
    order = SheetOrder(catalog, chosen_day(arguments), arguments.language)
    return print_answer(
        arguments,
        lambda: {**catalog_json(catalog), **models_json(found)},
        lambda: models_lines(found, order, Words(arguments.language)),
    )


def question_from(
    arguments: argparse.Namespace, named: Chosen, profile: LoadProfile | None = None
) -> Question:
    """Return what is to be reckoned, for the load of a profile where one is given.

    Raises:
        Refused: no number, a number that makes no sense.
        Refusal: the numbers together make no sense.
    """
    load = load_from(arguments, named.entry, Month(arguments.month), profile)
    deployment, tier = deployment_from(arguments, named, load), processing_from(arguments, named)
    return Question(
        deployment=deployment,
        day=chosen_day(arguments),
        tier=tier,
        quota_tier=arguments.tier,
        arrival=arrival_from(arguments),
        terms=terms_from(arguments),
        reserved_ptu=stated(arguments, "reserved_ptu", whole),
        overrides=overrides_from(arguments, named.catalog),
        beside=beside_from(arguments),
        own=own_from(arguments, deployment, named.catalog, tier),
        currency=currency_from(arguments, named.catalog),
    )


def _document(named: Chosen, found: Estimate, begun: FirstMonth | None) -> dict[str, Any]:
    return {
        **sizing.head_json(named),
        "verdict": sizing.verdict_json(found),
        **sizing.asked_json(found.question.deployment),
        **sizing.size_json(found),
        **sizing.cost_json(found),
        "price_place": sizing.price_place_json(found),
        "first_month": maybe(sizing.first_month_json, begun),
        "sensitivity": sizing.sensitivity_json(found),
        "successor": sizing.successor_json(found),
        "quota": sizing.quota_json(found.quota),
        "own_quota": sizing.own_json(found.own_needs),
        **sizing.reckoned_json(found, found.checks),
        "as_of": dates_json(_dates(named, found), COST_KINDS),
        **said_json(found.cautions, _assumptions(found, begun), found.sources, named.catalog),
    }


def _assumptions(found: Estimate, begun: FirstMonth | None) -> tuple[Statement, ...]:
    return found.assumptions if begun is None else (*found.assumptions, begun.assumption)


def _lines(named: Chosen, found: Estimate, begun: FirstMonth | None, words: Words) -> Iterator[str]:
    yield from sizing.title_lines(named, words)
    order = SheetOrder(named.catalog, found.question.day, words.language)
    yield ""
    told = verdict(found)
    yield from wrapped_lines(verdict_told(told, order).plain)
    yield from price_place_lines(found, order)
    yield from sizing.section_lines((*sizing_sections([found]), what_if(found, told.way)), order)
    if begun is not None:
        yield from sizing.section_lines([first_month_section(found, begun)], order)
    yield from sizing.section_lines([successor_load(found)], order)
    yield from sizing.quota_lines(found.quota, words)
    yield from sizing.reckoned_lines(found, found.checks, words)
    said = (found.cautions, _assumptions(found, begun), found.sources)
    yield from said_lines(*said, named.catalog, words)
    yield ""
    yield dates_told(_dates(named, found), words.language)


def price_place_lines(found: Estimate, order: SheetOrder) -> Iterator[str]:
    """Yield where a price that is lacking is stated, and the option that takes it."""
    place = price_place(found)
    if place is not None:
        told = message(place.said, order)
        as_of = f" ({as_of_told(place.as_of, order.language)})" if place.as_of else ""
        yield ""
        yield from wrapped_lines(f"{told}{as_of}")
        option = "--ptu-price-region" if place.ptu_only else "--price-region"
        yield f"  {option} {place.region.id}"


def _dates(named: Chosen, found: Estimate) -> dict[FactKind, FactDate]:
    """Return how old the facts are that the cost rests on: of prices those that were used."""
    return dates_used([found], [named.entry.offers.get(named.asked_kind.id)])


def _run_beside(
    arguments: argparse.Namespace, named: Chosen, amounts: Mapping[Count, Decimal]
) -> int:
    """Print what is paid for once or every month where there are no requests.

    Raises:
        Refused: numbers that make no sense.
        Refusal: the model is not priced for it.
    """
    question = BesideQuestion(
        entry=named.entry,
        deployment_type=named.kind,
        region=named.region,
        day=chosen_day(arguments),
        amounts=amounts,
        tier=processing_from(arguments, named),
        overrides=overrides_from(arguments, named.catalog),
        currency=currency_from(arguments, named.catalog),
    )
    found = beside_estimate(named.catalog, question)
    return print_answer(
        arguments,
        lambda: _beside_document(named, found),
        lambda: _beside_lines(named, found, Words(arguments.language)),
    )


def _beside_document(named: Chosen, found: BesideEstimate) -> dict[str, Any]:
    question = found.question
    texts = {language: " ".join(_alone_told(found, language)) for language in ("en", "de")}
    return {
        **sizing.head_json(named),
        "verdict": {"text": texts},
        "load": None,
        "on": question.day,
        "currency": found.currency,
        "processing": question.tier,
        **sizing.beside_json(found.beside),
        **sizing.reckoned_json(found, ()),
        **said_json(found.cautions, found.assumptions, found.beside.sources, named.catalog),
    }


def _beside_lines(named: Chosen, found: BesideEstimate, words: Words) -> Iterator[str]:
    yield from sizing.title_lines(named, words)
    yield ""
    yield from wrapped_lines(" ".join(_alone_told(found, words.language)))
    order = SheetOrder(found.catalog, found.question.day, words.language)
    yield from sizing.section_lines([beside_section([found.beside])], order)
    yield from sizing.reckoned_lines(found, (), words)
    said = (found.cautions, found.assumptions, found.beside.sources)
    yield from said_lines(*said, named.catalog, words)


def _alone_told(found: BesideEstimate, language: str) -> list[str]:
    order = SheetOrder(found.catalog, found.question.day, language)
    return [message(each, order) for each in alone_told(found)]


_SIZE = Group(
    N_("size"),
    {
        "--ptu N": N_("PTU to deploy instead of the computed number"),
        "--first-day DATE": N_("day on which it begins: what the rest of that month costs"),
        "--reserved-ptu N": N_(
            "PTU reserved; the rest of the deployed ones is billed by the hour (default: all)"
        ),
    },
)
BASE_PTU = option(
    "--base-ptu N",
    N_("PTU for the base load of the profile that the charts show (default: the cheapest)"),
)


def load_and_cost(*, of_a_sheet: bool = False) -> Options:
    """Return what describes a load and its cost.

    Args:
        of_a_sheet: as for `one_request`; `--client` is the name of the client there.
    """
    load = load_options(WEIGHT, of_a_sheet=of_a_sheet)
    return (
        *load,
        SOURCE_INSTEAD,
        _SIZE,
        COSTS,
        BESIDE,
        quota_options("--client-file" if of_a_sheet else "--client"),
    )


COST = Command(
    "cost",
    run,
    N_("what each way to pay costs, and from which load on PTU pay"),
    N_(
        "Cost of a month per token and on PTU (hourly, reserved for a month or a year), and "
        "the utilisation from which on PTU cost less. A price that is unknown, expired or "
        "disputed is said to be, and nothing is put in its place."
    ),
    (
        MODELS,
        *DEPLOYMENT,
        *load_and_cost(),
        CURRENCY,
        *COMMON,
    ),
    examples="""
  azmodels cost gpt-5.2 --deployment-type DataZoneProvisionedManaged \\
      --region "East US 2" --rpm 1000 --input-tokens 200 --output-tokens 20 --average 52
  azmodels cost gpt-5.2 --deployment-type GlobalProvisionedManaged --users 500 \\
      --requests-per-user 20 --working-days 22 --busy-hours 8 --peak-factor 3 \\
      --input-tokens 5000 --output-tokens 400
  azmodels cost gpt-5.2 --deployment-type DataZoneProvisionedManaged \\
      --region germanywestcentral --price-region eastus2 \\
      --rpm 1000 --input-tokens 200 --output-tokens 20 --reservation year --format json
  azmodels cost gpt-5.2 --deployment-type DataZoneProvisionedManaged \\
      --region eastus2 --day load.csv --input-tokens 200 --output-tokens 20
  azmodels cost gpt-5.4 gpt-5-mini gpt-4.1 --deployment-type DataZoneStandard \\
      --region swedencentral --rpm 60 --input-tokens 5000 --output-tokens 400 --average 8
""",
)
