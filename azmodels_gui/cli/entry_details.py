# SPDX-License-Identifier: MIT
"""Everything known of an entry, as `azmodels show --format json` prints it.

Facts keep the keys of the catalogue file. Beside each `source` stands `as_of`, the date of
that document, so that a figure never travels without its age.
"""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from enum import Enum
from typing import Any

from msgspec.structs import asdict

from azmodels_gui.answers.advice import general_facts_for
from azmodels_gui.answers.answer import Answer, Message, Money
from azmodels_gui.answers.capacity import ptu_price
from azmodels_gui.answers.prices import MAIN, entry_price
from azmodels_gui.answers.stated_prices import stated_prices
from azmodels_gui.answers.successor import successor
from azmodels_gui.answers.viewpoint import Viewpoint
from azmodels_gui.catalog.entry import Entry
from azmodels_gui.catalog.part import CatalogPart
from azmodels_gui.catalog.successors import ModelToday
from azmodels_gui.catalog.terms import Scope, Term
from azmodels_gui.cli.list_entries import entry_summary

SOURCE_KEYS = {
    "source": "as_of",
    "stage_source": "stage_as_of",
    "replacements_source": "replacements_as_of",
    "successor_source": "successor_as_of",
    "retirement_source": "retirement_as_of",
    "unlisted_in": "unlisted_as_of",
}
"""Keys that name a source, and the key beside it that tells the document's date."""


def entry_details(entry: Entry, view: Viewpoint) -> dict[str, Any]:
    """Return all facts of an entry with source and date; the same keys for every entry."""
    model, version = entry.model, entry.version
    facts = {
        "summary": model.summary,
        "strengths": model.strengths,
        "aliases": model.aliases,
        "modalities": model.modalities,
        "lifecycle": version.lifecycle,
        "limits": version.limits,
        "capabilities": version.capabilities,
        "ptu": entry.ptu,
        "successor": _successor(entry, view),
        "prices": stated_prices(entry.prices, view.day),
        "lowest_prices": {
            category: answer_json(entry_price(entry, category, view)) for category in MAIN
        },
        "ptu_prices": list(_ptu_prices(entry, view)),
        "quotas": entry.quotas,
        "recommendations": _recommendations(entry, view),
        "routes_to": entry.routes,
        "general_facts": _general_facts(entry, view),
        "notes": model.notes,
        "conflicts": version.conflicts,
    }
    document = entry_summary(entry, view) | {
        key: _plain(value, view) for key, value in facts.items()
    }
    document["named_by"] = list(version.named_by)
    document["sources"] = _sources(document, view)
    return document


def answer_json(answer: Answer) -> dict[str, Any]:
    """Return money or a figure: how much is known, what qualifies it, and the sources."""
    several = (answer.value, *answer.values)
    amounts = [each for each in several if isinstance(each, Money)]
    one = answer.value.amount if isinstance(answer.value, Money) else answer.value
    return {
        "status": answer.status,
        "amount": one if isinstance(one, int | Decimal) else None,
        "currency": next((each.currency for each in amounts), None),
        "amounts": [each.amount for each in amounts],
        "qualifiers": sorted(answer.qualifiers),
        "effective_from": answer.since,
        "effective_until": answer.until,
        "by_region": {region: answer_json(each) for region, each in answer.by_place},
        "sources": answer.sources,
    }


def _ptu_prices(entry: Entry, view: Viewpoint) -> Iterator[dict[str, Any]]:
    """Yield what one PTU costs, by scope and term, where some source says anything of it."""
    for scope in Scope if entry.ptu else ():
        for term in Term:
            told = ptu_price(entry, scope, term, view)
            if told.sources:
                yield {"scope": scope, "term": term, **answer_json(told)}


def _recommendations(entry: Entry, view: Viewpoint) -> list[dict[str, Any]]:
    return [
        {
            "use_case": use_case.id,
            **asdict(recommendation),
            "models_today": [_today(view.successors.today(name)) for name in recommendation.models],
        }
        for use_case in view.catalog.use_cases
        for recommendation in use_case.recommendations
        if entry.model.id in recommendation.models
    ]


def _today(found: ModelToday) -> dict[str, Any]:
    """Return what became of a recommended model, and who names its successor or says why none."""
    taken = found.successor
    return {
        "model": found.name,
        "standing": found.standing,
        "successor": None if taken is None else taken.entry.model.id,
        "successor_version": None if taken is None else taken.entry.version.version,
        "chain": () if taken is None else taken.chain,
        "reason": found.reason,
        "successor_source": next(iter(found.sources), None),
    }


def _successor(entry: Entry, view: Viewpoint) -> dict[str, Any]:
    """Return what to take instead, whether it is offered alike, and what is told of both."""
    told = {row.key: row.answers[0] for row in successor((entry,), view).rows}
    compared: dict[str, dict[str, Any]] = {
        key.removeprefix("successor_"): dict(answer.value.values)
        for key, answer in told.items()
        if isinstance(answer.value, Message)
    }
    return {
        **_today(view.successors.of(entry)),
        "model": entry.model.id,
        "offered": {
            kind.id: {"status": each.status, "as_of": each.as_of, "sources": each.sources}
            for kind, each in compared.get("offered", {}).get("ways", ())
        },
        "compared": {
            key: {side: answer_json(figures[side]) for side in ("before", "after")}
            for key, figures in compared.items()
            if "before" in figures
        },
    }


def _general_facts(entry: Entry, view: Viewpoint) -> list[dict[str, Any]]:
    return [
        {
            "topic": fact.topic,
            "question": fact.question,
            "answer": fact.answer,
            "source": fact.source,
        }
        for fact in general_facts_for(entry, view.catalog, view.day)
    ]


def _plain(value: Any, view: Viewpoint) -> Any:
    """Return a fact as JSON, the date of its document beside each source."""
    match value:
        case CatalogPart():
            return _plain(asdict(value), view)
        case dict():
            return dict(_dated(value, view))
        case list() | tuple():
            return [_plain(item, view) for item in value]
    return _plain_value(value)


def _plain_value(value: Any) -> Any:
    """Return money as exact text and dates as ISO text."""
    match value:
        case Decimal():
            return format(value, "f")
        case date():
            return value.isoformat()
        case Enum():
            return value.value
    return value


def _dated(fact: dict[str, Any], view: Viewpoint) -> Iterator[tuple[str, Any]]:
    for key, value in fact.items():
        yield key, _plain(value, view)
        if key in SOURCE_KEYS:
            source = view.sources.get(value)
            yield SOURCE_KEYS[key], None if source is None else source.as_of


def _sources(document: dict[str, Any], view: Viewpoint) -> list[dict[str, Any]]:
    named = set(_source_ids(document))
    return [
        {**asdict(source), "note": _plain(source.note, view)}
        for source in view.catalog.sources
        if source.id in named
    ]


def _source_ids(value: Any) -> Iterator[str]:
    match value:
        case dict():
            for key, inner in value.items():
                if key in SOURCE_KEYS and isinstance(inner, str):
                    yield inner
                yield from inner if key in ("sources", "named_by", "also") else _source_ids(inner)
        case list():
            for inner in value:
                yield from _source_ids(inner)
