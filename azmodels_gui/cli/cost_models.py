# SPDX-License-Identifier: MIT
"""`azmodels cost MODEL MODEL ...`: one load on several models, as one table."""

import argparse
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from typing import Any

from azmodels_gui.answers.models_compared import ComparedModel, compared
from azmodels_gui.calculator.estimate import Estimate
from azmodels_gui.catalog.document import Catalog
from azmodels_gui.catalog.entry import EntryKey
from azmodels_gui.cli.calculator_words import CalculatorWords
from azmodels_gui.cli.console import Refused, aligned
from azmodels_gui.cli.cost_output import question_json, verdict_json
from azmodels_gui.cli.deployment_options import Chosen, chosen
from azmodels_gui.cli.statement_output import cents, listed, wrapped_lines
from azmodels_gui.language import figures
from azmodels_gui.language.words import N_
from azmodels_gui.sheets.answer_cells import DASH, MINUS
from azmodels_gui.sheets.cells import NO_BREAK_SPACE
from azmodels_gui.sheets.order import SheetOrder
from azmodels_gui.sheets.verdict_told import verdict_told

MOST = 40
"""Models in one table."""
RIGHT = frozenset({3, 4, 5, 6})


def models_named(arguments: argparse.Namespace, catalog: Catalog) -> dict[EntryKey, Chosen]:
    """Return the models that are named, `MODEL` or `MODEL@VERSION`, in their order.

    Raises:
        Refused: an unknown name, one twice, too many, or `--version` beside several.
    """
    if arguments.version is not None:
        raise Refused(N_("--version goes with one model; write MODEL@VERSION."))
    if len(arguments.model) > MOST:
        raise Refused(
            N_("at most {most} models; there are {count}."), most=MOST, count=len(arguments.model)
        )
    found: dict[EntryKey, Chosen] = {}
    for name in arguments.model:
        model, at, version = name.partition("@")
        one = {"model": model, "version": version if at else None}
        named = chosen(argparse.Namespace(**(vars(arguments) | one)), catalog)
        if named.entry.key in found:
            raise Refused(N_("{given} is named twice."), given=named.entry.title)
        found[named.entry.key] = named
    return found


def models_json(found: Sequence[ComparedModel]) -> dict[str, Any]:
    """Return the models in their order, each with its verdict or the reason for none."""
    asked = next((each.found for each in found if each.found is not None), None)
    head = {} if asked is None else question_json(asked.question, asked.currency)
    return {**head, "models": [_model_json(each) for each in found]}


def models_lines(
    found: Sequence[ComparedModel], catalog: Catalog, day: date, words: CalculatorWords
) -> Iterator[str]:
    """Yield the table, what the best comes to, what lasts where that ends soon, and refusals."""
    rows = [_row(each, words) for each in found]
    yield from aligned(["", *map(words, _HEADINGS)], rows, RIGHT)
    yield ""
    yield from wrapped_lines(words("models_legend"))
    refused = []
    order = SheetOrder(catalog, day, words.language)
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


def _row(each: ComparedModel, words: CalculatorWords) -> list[str]:
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
    end = version.lifecycle.retirement_date
    return {
        "model": each.entry.model.id,
        "version": version.version,
        "retirement_date": None if end is None else end.isoformat(),
        "lasts": None if each.said is None else each.said.lasts,
        "best": each.best,
        "best_lasting": each.best_lasting,
        "difference": {
            "monthly": None if each.more is None else cents(each.more.amount),
            "ptu": each.more_ptu,
        },
        "verdict": None if each.found is None else verdict_json(each.found),
        "refused": None
        if refusal is None
        else {language: refusal.told(language) for language in ("en", "de")},
    }


def reckoned(
    arguments: argparse.Namespace, catalog: Catalog, estimate_of: Callable[[Chosen], Estimate]
) -> tuple[ComparedModel, ...]:
    """Return the models under the load that the options describe.

    Args:
        arguments: the options.
        catalog: knows the models.
        estimate_of: returns the estimate of one that was chosen.
    """
    named = models_named(arguments, catalog)
    entries = tuple(each.entry for each in named.values())
    return compared(entries, lambda entry: estimate_of(named[entry.key]))
