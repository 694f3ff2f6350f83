# SPDX-License-Identifier: MIT
"""An entry as text for people: sections of facts, each with its source and date."""

import textwrap
from collections.abc import Iterable, Iterator

from azmodels_gui.answers.answer import Status
from azmodels_gui.answers.lifecycle import lifecycle
from azmodels_gui.answers.limits import limits
from azmodels_gui.answers.overview import capabilities, overview
from azmodels_gui.answers.viewpoint import OfferRegions, Viewpoint
from azmodels_gui.catalog.age_words import dates_told, end_told, not_offered_told
from azmodels_gui.catalog.entry import Entry
from azmodels_gui.catalog.fact_dates import fact_dates, offer_as_of
from azmodels_gui.catalog.facts import Offer
from azmodels_gui.catalog.part import LocalText
from azmodels_gui.catalog.terms import Availability
from azmodels_gui.cli.price_text import price_lines
from azmodels_gui.cli.show_capacity import ptu_lines, quota_lines
from azmodels_gui.cli.sourced import Sourced
from azmodels_gui.cli.words import Words
from azmodels_gui.sheets.advice_words import advised, answered

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
        ("limits", said.rows(limits((entry,), view).rows)),
        ("capabilities", said.rows(capabilities((entry,), view).rows)),
        ("availability", _offers(entry, view, said)),
        ("prices", price_lines(entry, view, said)),
        ("ptu", ptu_lines(entry, view, said)),
        ("quotas", quota_lines(entry, said)),
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
    for text in (model.summary, *model.strengths):
        if text is not None:
            yield from textwrap.wrap(text.in_language(words.language), WIDTH)


def _offers(entry: Entry, view: Viewpoint, said: Sourced) -> Iterator[str]:
    words = said.words
    if entry.is_service:
        for feature in entry.model.features:
            name = feature.name.in_language(words.language)
            yield said(f"{name}: {', '.join(feature.available)}", feature.source)
        return
    known = [(kind, view.offer_regions(entry, kind.id)) for kind in view.catalog.deployment_types]
    for kind, regions in known:
        if regions.offered or regions.disputed:
            offer = entry.offers.get(kind.id)
            how = f"{words.named(kind.scope, 'scope_')}, {words.named(kind.billing)}"
            told = f"{kind.id} ({how}): {'; '.join(_regions(regions, words))}"
            yield said(told + _end(offer, view, words), *_offer_sources(offer))
    yield from _not_offered(entry, view, said)
    unknown = [kind.id for kind, regions in known if regions.amount_to() is Availability.UNKNOWN]
    if unknown:
        yield words("unknown_types", types=", ".join(unknown))


def _not_offered(entry: Entry, view: Viewpoint, said: Sourced) -> Iterator[str]:
    """Yield the deployment types that are offered nowhere: those that ended, then by age."""
    words = said.words
    by_age: dict[str, list[str]] = {}
    for kind in view.catalog.deployment_types:
        offer = entry.offers.get(kind.id)
        if offer is None or view.offer_regions(entry, kind.id).says_anything:
            continue
        if offer.ended_on(view.day):
            yield said(f"{kind.id}{_end(offer, view, words)}", offer.retirement_source)
        else:
            as_of = offer_as_of(offer, view.source_dates)
            told = not_offered_told(as_of, view.day, words.language)
            by_age.setdefault(told, []).append(kind.id)
    yield from (f"{', '.join(kinds)}: {told}" for told, kinds in by_age.items())


def _end(offer: Offer | None, view: Viewpoint, words: Words) -> str:
    if offer is None or offer.retirement_date is None:
        return ""
    return f", {end_told(offer.retirement_date, view.day, words.language)}"


def _offer_sources(offer: Offer | None) -> tuple[str | None, ...]:
    return () if offer is None else (*offer.sources, offer.retirement_source)


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
        yield f"{conflict.about}{regions}: {note}".rstrip(": ")
        for claim in conflict.claims:
            yield said(f"  {claim.in_language(said.words.language)}", claim.source)


def _local(text: LocalText | None, otherwise: str, words: Words) -> str:
    return otherwise if text is None else text.in_language(words.language)
