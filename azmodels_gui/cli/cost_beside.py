# SPDX-License-Identifier: MIT
"""`azmodels cost` without requests: what documents, fine-tuning and hosting cost by themselves."""

import argparse
from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any

from azmodels_gui.answers.beside import alone_told, beside_section
from azmodels_gui.calculator.beside import BesideEstimate, BesideQuestion, beside_estimate
from azmodels_gui.calculator.counted import Count
from azmodels_gui.cli.arguments import chosen_day, chosen_language
from azmodels_gui.cli.calculator_words import CalculatorWords
from azmodels_gui.cli.console import DONE, print_json, print_lines
from azmodels_gui.cli.cost_options import overrides_from, processing_from
from azmodels_gui.cli.cost_output import beside_json
from azmodels_gui.cli.deployment_options import Chosen
from azmodels_gui.cli.size_output import (
    head_json,
    reckoned_json,
    reckoned_lines,
    section_lines,
    title_lines,
)
from azmodels_gui.cli.statement_output import said_json, said_lines, wrapped_lines
from azmodels_gui.cli.version_taken import version_json
from azmodels_gui.sheets.answer_cells import message
from azmodels_gui.sheets.order import SheetOrder


def run_beside(
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
    )
    found = beside_estimate(named.catalog, question)
    if arguments.format == "json":
        print_json(_document(named, found))
    else:
        print_lines(_lines(named, found, CalculatorWords(chosen_language(arguments))))
    return DONE


def _document(named: Chosen, found: BesideEstimate) -> dict[str, Any]:
    question = found.question
    texts = {language: " ".join(_told(found, language)) for language in ("en", "de")}
    return {
        **head_json(named),
        **version_json(named),
        "verdict": {"text": texts},
        "load": None,
        "on": question.day.isoformat(),
        "currency": found.currency,
        "processing": question.tier.value,
        **beside_json(found.beside),
        **reckoned_json(found, ()),
        **said_json(found.cautions, found.assumptions, found.beside.sources, named.catalog),
    }


def _lines(named: Chosen, found: BesideEstimate, words: CalculatorWords) -> Iterator[str]:
    yield from title_lines(named, words)
    yield ""
    yield from wrapped_lines(" ".join(_told(found, words.language)))
    order = SheetOrder(found.catalog, found.question.day, words.language)
    yield from section_lines([beside_section([found.beside])], order)
    yield from reckoned_lines(found, (), words)
    said = (found.cautions, found.assumptions, found.beside.sources)
    yield from said_lines(*said, named.catalog, words)


def _told(found: BesideEstimate, language: str) -> list[str]:
    order = SheetOrder(found.catalog, found.question.day, language)
    return [message(each, order) for each in alone_told(found)]
