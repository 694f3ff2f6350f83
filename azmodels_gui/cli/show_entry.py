# SPDX-License-Identifier: MIT
"""`azmodels show`: everything known of a model, each fact with source and date.

JSON keeps the keys of the catalogue file. Beside each `source` stands `as_of`, the date of that
document, so that a figure never travels without its age.
"""

import argparse
import textwrap
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from decimal import Decimal
from enum import Enum
from typing import Any

from msgspec.structs import asdict

from azmodels_gui.answers.advice import general_facts_for
from azmodels_gui.answers.answer import Answer, Message, Money, Row, Status, all_sources
from azmodels_gui.answers.availability import TypeRegions, regions_by_type
from azmodels_gui.answers.capacity import parameter_rows, ptu_price, ptu_prices, quotas
from azmodels_gui.answers.lifecycle import lifecycle
from azmodels_gui.answers.overview import capabilities, limits, overview
from azmodels_gui.answers.prices import MAIN, Alike, Time, entry_price, stated_prices, together
from azmodels_gui.answers.successor import successor
from azmodels_gui.answers.viewpoint import OfferRegions, Viewpoint
from azmodels_gui.catalog.document import Entry
from azmodels_gui.catalog.fact_dates import (
    claims_told,
    dates_told,
    end_told,
    fact_dates,
    promised_told,
)
from azmodels_gui.catalog.facts import CatalogPart, LocalText, Price
from azmodels_gui.catalog.labels import tier_name
from azmodels_gui.catalog.names import entries_named
from azmodels_gui.catalog.successors import ModelToday
from azmodels_gui.catalog.terms import Scope, Term
from azmodels_gui.cli.list_entries import entry_summary, view_json
from azmodels_gui.cli.list_query import PLACE_FILTERS, place_from
from azmodels_gui.cli.options import (
    COMMON,
    MODEL,
    Command,
    chosen_catalog,
    chosen_day,
    option,
    print_answer,
)
from azmodels_gui.cli.output import Words, aligned
from azmodels_gui.language.figures import NO_BREAK_SPACE, partial_day
from azmodels_gui.language.words import N_
from azmodels_gui.sheets.answer_cells import label, text
from azmodels_gui.sheets.fact_prices import price_row
from azmodels_gui.sheets.guide_told import advised, answered
from azmodels_gui.sheets.order import SheetOrder
from azmodels_gui.sheets.remarks import about_told

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


class Sourced:
    """Adds `[source, date]` to facts and remembers which sources it named."""

    def __init__(self, view: Viewpoint, words: Words) -> None:
        self.view = view
        self.words = words
        self.order = SheetOrder(view.catalog, view.day, words.language)
        self._cited: dict[str, None] = {}

    def __call__(self, fact: str, *source_ids: str | None) -> str:
        """Return the fact with its sources; without one it stays as it is."""
        marks = []
        for source_id in source_ids:
            if source_id is not None:
                self._cited[source_id] = None
                source = self.view.sources.get(source_id)
                dated = (
                    "" if source is None else f", {partial_day(source.as_of, self.words.language)}"
                )
                marks.append(f"{source_id}{dated}")
        return f"{fact} [{'; '.join(marks)}]" if marks else fact

    def all(self, told: Iterable[tuple[str, Sequence[str]]]) -> Iterator[str]:
        """Yield sentences, each with its sources."""
        return (self(text, *sources) for text, sources in told)

    def rows(self, rows: Iterable[Row]) -> Iterator[str]:
        """Yield what rows say of one entry, each with the sources it names."""
        for row in rows:
            (answer,) = row.answers
            told = f"{label(row.label, self.order)}: {text(answer, self.order)}"
            yield self(told.replace(NO_BREAK_SPACE, " "), *all_sources(answer))

    def cite(self, source_id: str) -> str:
        """Return the id alone, for a table; the date stands in the list of sources."""
        self._cited[source_id] = None
        return source_id

    def source_lines(self) -> Iterator[str]:
        """Yield every source that was cited, with title, date and address."""
        for source in self.view.catalog.sources:
            if source.id in self._cited:
                secondary = f" ({self.words('secondary')})" if source.secondary else ""
                named = f"{source.id}: {source.title}{secondary}"
                parts = (named, partial_day(source.as_of, self.words.language), source.url or "")
                yield ", ".join(part for part in parts if part)


SHOWN = {Time.IN_FORCE: 80, Time.FUTURE: 20, Time.EXPIRED: 8, Time.REPLACED: 8}
"""Rows of each time; the JSON has all of them."""
NAMED_REGIONS = 2

_RIGHT = frozenset({1})


def price_lines(entry: Entry, view: Viewpoint, said: Sourced) -> Iterator[str]:
    """Yield the prices by time, with a number for those that are left out."""
    words = said.words
    for time, prices in stated_prices(entry.prices, view.day).items():
        if not prices:
            continue
        found = together(prices)
        yield f"{words(time)}:"
        yield from (f"  {line}" for line in _table(found[: SHOWN[time]], said))
        if len(found) > SHOWN[time]:
            yield "  " + words("more", count=len(found) - SHOWN[time])


def _table(prices: Sequence[Alike[Price]], said: Sourced) -> list[str]:
    words = said.words
    header = [words(key) for key in ("what", "amount", "per", "where", "how", "from", "until")]
    rows = [[*_cells(each, said), ", ".join(map(said.cite, each.sources))] for each in prices]
    return aligned([*header, words("source")], rows, _RIGHT)


def _cells(alike: Alike[Price], said: Sourced) -> list[str]:
    # On one line there is room for few regions, and a promise stands where the end does.
    bare = Alike(tuple(price.but(at_least_until=None) for price in alike.prices))
    row = price_row(bare, said.order)
    told = [cell.text.replace(NO_BREAK_SPACE, " ") for cell in row.cells]
    promised = promised_told(alike.price, said.words.language)
    where = " ".join(_where(alike, said.words))
    return [row.label, *told[:2], where, *told[3:5], promised or told[5]]


def _where(alike: Alike[Price], words: Words) -> Iterator[str]:
    if alike.price.scope is not None:
        yield words.named(alike.price.scope, "scope_")
    if alike.price.data_zone is not None:
        yield alike.price.data_zone
    if len(alike.regions) > NAMED_REGIONS:
        yield words("regions", count=len(alike.regions))
    else:
        yield from alike.regions


def ptu_lines(entry: Entry, view: Viewpoint, said: Sourced) -> Iterator[str]:
    """Yield what one PTU carries, page by page, the newest first, and what it costs."""
    for parameters in entry.ptu:
        if parameters.history:
            yield f"{said.words('history')}:"
        yield from said.rows(parameter_rows((parameters,), view))
    yield from said.rows(ptu_prices((entry,), view))


def quota_lines(entry: Entry, view: Viewpoint, said: Sourced) -> Iterator[str]:
    """Yield the quota of each deployment type and tier."""
    words = said.words
    for each in quotas(entry, view):
        kind = "" if each.kind is None else f"{each.kind}, "
        for line in each.tiers:
            tier = tier_name(line.tier, words.language, words("tier", tier="{tier}"))
            told = [
                text(answer, said.order).replace(NO_BREAK_SPACE, " ")
                for answer in (line.tokens, line.requests)
                if answer.status is Status.KNOWN
            ]
            if isinstance(line.tokens.value, int):
                told[0] = words("enqueued" if each.queued else "tokens_a_minute", count=told[0])
            figures = ", ".join(filter(None, (*told, line.note)))
            yield said(f"{kind}{tier}: {figures}", line.source)


WIDTH = 100
INDENT = "  "


def entry_lines(entry: Entry, view: Viewpoint, words: Words) -> Iterator[str]:
    """Yield the text of one entry."""
    said = Sourced(view, words)
    yield entry.title
    yield "=" * len(entry.title)
    yield from _overview(entry, view, said)
    for heading, lines in (
        ("lifecycle", said.rows(lifecycle((entry,), view).rows)),
        ("successor", said.rows(successor((entry,), view).rows)),
        ("limits", said.rows(limits((entry,), view).rows)),
        ("capabilities", said.rows(capabilities((entry,), view).rows)),
        ("offered_as", _offers(entry, view, said)),
        ("prices", price_lines(entry, view, said)),
        ("ptu", ptu_lines(entry, view, said)),
        ("quotas", quota_lines(entry, view, said)),
        ("use_cases", said.all(advised(entry, view, said.order.words))),
        ("general_facts", said.all(answered(entry, view, said.order.words))),
        ("notes", _notes(entry, said)),
        ("conflicts", _conflicts(entry, said)),
    ):
        yield from _section(words(heading), lines)
    # Last: only now is it known which sources were cited.
    yield from _section(words("sources"), said.source_lines())
    yield ""
    yield dates_told(fact_dates([entry], view.source_dates), words.language)


def _section(heading: str, lines: Iterable[str]) -> Iterator[str]:
    """Yield a heading and its lines, indented and wrapped; nothing without lines."""
    found = list(lines)
    if not found:
        return
    yield ""
    yield heading
    for line in found:
        if "  " in line.strip():  # a row of a table is already in shape
            yield INDENT + line
            continue
        deeper = INDENT * 2 + " " * (len(line) - len(line.lstrip()))
        yield from textwrap.wrap(
            line,
            WIDTH,
            initial_indent=INDENT,
            subsequent_indent=deeper,
            break_long_words=False,
            break_on_hyphens=False,
        )


def _overview(entry: Entry, view: Viewpoint, said: Sourced) -> Iterator[str]:
    model, words = entry.model, said.words
    known = (row for row in overview((entry,), view).rows if row.key != "version")
    yield from said.rows(row for row in known if row.answers[0].status is not Status.UNKNOWN)
    for told in (model.summary, *model.strengths):
        if told is not None:
            yield from textwrap.wrap(told.in_language(words.language), WIDTH)


def _offers(entry: Entry, view: Viewpoint, said: Sourced) -> Iterator[str]:
    """Yield where each type is offered, then those offered nowhere by age, then the unknown."""
    words, unknown = said.words, []
    nowhere: dict[tuple[str, tuple[str, ...]], list[str]] = {}
    for each in regions_by_type(entry, view.anywhere, view.catalog.deployment_types):
        regions, together = each.regions, each.together
        name = each.name.in_language(words.language) if each.kind is None else each.key
        if regions.offered or regions.disputed:
            told = f"{name}{_how(each, words)}: {'; '.join(_regions(regions, words))}"
            if together.until is not None:
                told = f"{told}, {end_told(together.until, view.day, words.language)}"
            yield said(told, *together.sources)
        elif together.status is Status.UNKNOWN:
            unknown.append(name)
        else:
            no = (text(together, said.order), together.sources)
            nowhere.setdefault(no, []).append(name)
    for (no_told, sources), names in nowhere.items():
        yield said(f"{', '.join(names)}: {no_told}", *sources)
    if unknown:
        yield words("unknown_types", types=", ".join(unknown))


def _how(each: TypeRegions, words: Words) -> str:
    if each.kind is None:
        return ""
    return f" ({words.named(each.kind.scope, 'scope_')}, {words.named(each.kind.billing)})"


def _regions(regions: OfferRegions, words: Words) -> Iterator[str]:
    if regions.offered:
        yield ", ".join(regions.offered)
    if regions.disputed:
        yield words("disputed_in", regions=", ".join(regions.disputed))
    if regions.unknown:
        yield words("unknown_in", count=len(regions.unknown))


def _notes(entry: Entry, said: Sourced) -> Iterator[str]:
    for note in entry.model.notes:
        yield said(note.text.in_language(said.words.language), note.source)


def _conflicts(entry: Entry, said: Sourced) -> Iterator[str]:
    for conflict in entry.version.conflicts:
        note = _local(conflict.note, "", said.words)
        regions = f" ({', '.join(conflict.regions)})" if conflict.regions else ""
        about = about_told(conflict.about, said.order)
        yield f"{about}{regions}: {note}".rstrip(": ").replace(NO_BREAK_SPACE, " ")
        told = claims_told(conflict, said.words.language)
        for claim, text_told in zip(conflict.claims, told, strict=True):
            yield said(f"  {text_told}".replace(NO_BREAK_SPACE, " "), claim.source)


def _local(text: LocalText | None, otherwise: str, words: Words) -> str:
    return otherwise if text is None else text.in_language(words.language)


def run(arguments: argparse.Namespace) -> int:
    """Print the entries of one model.

    Raises:
        Refused: no such model or version, or an unknown place.
        CatalogError: the catalogue cannot be used.
    """
    catalog = chosen_catalog(arguments)
    view = Viewpoint.of(place_from(arguments, catalog), catalog, chosen_day(arguments))
    found = entries_named(catalog, arguments.model, arguments.version)
    words = Words(arguments.language)
    return print_answer(
        arguments,
        lambda: view_json(view) | {"entries": [entry_details(entry, view) for entry in found]},
        lambda: _lines(found, view, words),
    )


def _lines(found: Iterable[Entry], view: Viewpoint, words: Words) -> Iterator[str]:
    for position, entry in enumerate(found):
        yield from [""] if position else []
        yield from entry_lines(entry, view, words)


SHOW = Command(
    "show",
    run,
    N_("show everything known of a model"),
    N_(
        "Show everything known of a model, the newest version first. Every fact names its "
        "source and that document's date."
    ),
    (
        MODEL,
        option("--version V", N_("only this version (default: all)")),
        PLACE_FILTERS,
        *COMMON,
    ),
    examples="""
  azmodels show gpt-5.4
  azmodels show gpt-5-mini --data-zone EU
  azmodels show gpt-4o --version 2024-11-20 --format json
""",
)
