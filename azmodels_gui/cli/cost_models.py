# SPDX-License-Identifier: MIT
"""One load on several models, as one table."""

from collections.abc import Iterator, Sequence
from typing import Any

from azmodels_gui.answers.scenarios import ComparedModel
from azmodels_gui.cli.options import maybe
from azmodels_gui.cli.output import aligned, cents, listed, wrapped_lines
from azmodels_gui.cli.sizing_output import question_json, verdict_json
from azmodels_gui.cli.words import Words
from azmodels_gui.language import figures
from azmodels_gui.language.figures import NO_BREAK_SPACE
from azmodels_gui.sheets.answer_cells import DASH, MINUS
from azmodels_gui.sheets.order import SheetOrder
from azmodels_gui.sheets.verdict_told import verdict_told

RIGHT = frozenset({3, 4, 5, 6})
"""Columns of figures."""


def models_json(found: Sequence[ComparedModel]) -> dict[str, Any]:
    """Return the models in their order, each with its verdict or the reason for none."""
    asked = next((each.found for each in found if each.found is not None), None)
    head = {} if asked is None else question_json(asked.question, asked.currency)
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
        "verdict": maybe(verdict_json, each.found),
        "refused": refusal and {language: refusal.told(language) for language in ("en", "de")},
    }
