# SPDX-License-Identifier: MIT
"""An entry as text for people: sections of facts, each with its source and date."""

import textwrap
from collections.abc import Iterable, Iterator

from azmodels_gui.app.commands.price_text import price_lines
from azmodels_gui.app.commands.show_capacity import ptu_lines, quota_lines
from azmodels_gui.app.commands.sourced import Sourced
from azmodels_gui.app.commands.viewpoint import OfferRegions, Viewpoint
from azmodels_gui.app.commands.words import Words
from azmodels_gui.catalog.age_words import dates_told, end_told, not_offered_told
from azmodels_gui.catalog.document import Recommendation
from azmodels_gui.catalog.entry import Entry
from azmodels_gui.catalog.fact_dates import fact_dates, offer_as_of
from azmodels_gui.catalog.fact_told import host_told, unlisted_told
from azmodels_gui.catalog.facts import Offer, TokenLimit
from azmodels_gui.catalog.general_facts import general_facts_for
from azmodels_gui.catalog.part import LocalText
from azmodels_gui.catalog.query import UNKNOWN_STAGE
from azmodels_gui.catalog.stage import StageOn, stage_on
from azmodels_gui.catalog.terms import Availability
from azmodels_gui.reports.advice_words import answered, replaced

WIDTH = 100
INDENT = "  "


def entry_lines(entry: Entry, view: Viewpoint, words: Words) -> Iterator[str]:
    """Yield the text of one entry."""
    said = Sourced(view, words)
    yield entry.title
    yield "=" * len(entry.title)
    yield from _overview(entry, view, said)
    for heading, lines in (
        ("lifecycle", _lifecycle(entry, view, said)),
        ("limits", _limits(entry, said)),
        ("capabilities", _capabilities(entry, view, said)),
        ("availability", _offers(entry, view, said)),
        ("prices", price_lines(entry, view, said)),
        ("ptu", ptu_lines(entry, said)),
        ("quotas", quota_lines(entry, said)),
        ("use_cases", _use_cases(entry, view, said)),
        ("general_facts", _general_facts(entry, view, said)),
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
    model, words, hosting = entry.model, said.words, entry.version.hosted_by
    provider = view.provider_names.get(model.provider, model.provider)
    yield f"{words('provider')}: {provider}"
    if not model.kind.known:
        yield f"{words('entry_kind')}: {model.kind}"
    if model.family is not None:
        names = {family.id: family.name for family in view.catalog.families}
        yield f"{words('family')}: {names.get(model.family, model.family)}"
    if hosting is not None:
        by = host_told(hosting.by, view.provider_names)
        yield said(f"{words('hosted_by')}: {by}", hosting.source)
    for text in (model.summary, *model.strengths):
        if text is not None:
            yield from textwrap.wrap(text.in_language(words.language), WIDTH)


def _lifecycle(entry: Entry, view: Viewpoint, said: Sourced) -> Iterator[str]:
    words, lifecycle = said.words, entry.version.lifecycle
    stage = stage_on(lifecycle, view.day)
    told = words(UNKNOWN_STAGE) if stage.published is None else words.named(stage.published)
    if stage.contradicts:
        told += f", {words('past_date')}"
    yield said(f"{words('stage')}: {told}", lifecycle.stage_source or lifecycle.source)
    if stage.retirement_date is not None:
        yield said(
            f"{words('retirement')}: {_retirement(stage, lifecycle.retirement_not_before, words)}",
            lifecycle.source,
        )
    if lifecycle.deprecation_date is not None:
        day = words.day(lifecycle.deprecation_date)
        yield said(f"{words('deprecated_on')}: {day}", lifecycle.source)
    if lifecycle.replacements:
        named = ", ".join(lifecycle.replacements)
        source = lifecycle.replacements_source or lifecycle.source
        yield said(f"{words('replacement')}: {named}", source)
    unlisted = view.sources.get(lifecycle.unlisted_in or "")
    if unlisted is not None:
        told = unlisted_told(unlisted, words.language)
        yield said(f"{words('unlisted')}: {told}", unlisted.id)
    yield from _fine_tuning(entry, said)


def _retirement(stage: StageOn, not_before: bool, words: Words) -> str:
    if stage.retirement_date is None or stage.days_left is None:
        return words(UNKNOWN_STAGE)
    day = words.day(stage.retirement_date)
    left = "days_ago" if stage.past_date else "in_days"
    told = words("not_before", day=day) if not_before else day
    return f"{told} ({words(left, days=abs(stage.days_left))})"


def _fine_tuning(entry: Entry, said: Sourced) -> Iterator[str]:
    fine_tuning = entry.version.lifecycle.fine_tuning
    if fine_tuning is None:
        return
    words = said.words
    dates = [
        f"{words(key)} {words.day(day)}"
        for key, day in (
            ("training_until", fine_tuning.training_retirement),
            ("deployment_until", fine_tuning.deployment_retirement),
        )
        if day is not None
    ]
    yield said(f"{words('fine_tuning')}: {', '.join(dates)}", fine_tuning.source)


def _limits(entry: Entry, said: Sourced) -> Iterator[str]:
    words, limits = said.words, entry.version.limits
    for key, limit in (
        ("context_window", limits.context_window),
        ("max_input", limits.max_input),
        ("max_output", limits.max_output),
    ):
        yield said(
            f"{words(key)}: {_tokens(limit, words)}", None if limit is None else limit.source
        )
    begins = limits.long_context_above
    if begins is not None:
        yield said(f"{words('long_context_above')}: {_tokens(begins, words)}", begins.source)
    training = limits.training_data
    until = words(UNKNOWN_STAGE) if training is None else words.as_of(training.until)
    yield said(f"{words('training_data')}: {until}", None if training is None else training.source)


def _tokens(limit: TokenLimit | None, words: Words) -> str:
    if limit is None:
        return words(UNKNOWN_STAGE)
    return words("tokens", count=words.count(limit.tokens))


def _capabilities(entry: Entry, view: Viewpoint, said: Sourced) -> Iterator[str]:
    names = {each.id: each.name for each in view.catalog.capabilities}
    yes: dict[str, list[str]] = {}
    no: dict[str, list[str]] = {}
    for capability in entry.version.capabilities:
        name = _local(names.get(capability.id), capability.id, said.words)
        if capability.supported and capability.levels:
            yield said(f"{name}: {', '.join(capability.levels)}", capability.source)
        else:
            (yes if capability.supported else no).setdefault(capability.source, []).append(name)
    for source, found in yes.items():
        yield said(", ".join(found), source)
    for source, found in no.items():
        yield said(f"{said.words('not_supported')}: {', '.join(found)}", source)


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


def _use_cases(entry: Entry, view: Viewpoint, said: Sourced) -> Iterator[str]:
    words = said.words
    for use_case in view.catalog.use_cases:
        if use_case.id in entry.model.use_cases:
            yield use_case.name.in_language(words.language)
        given = [each for each in use_case.recommendations if entry.model.id in each.models]
        for recommendation in given:
            yield said(f"  {_advice(recommendation, words)}", recommendation.source)
        for told, sources in replaced(given, view.successors, words, words.language):
            yield said(f"  {told}", *sources)


def _advice(recommendation: Recommendation, words: Words) -> str:
    texts = (recommendation.why, recommendation.switch)
    told = [text.in_language(words.language) for text in texts if text is not None]
    if recommendation.start_with is not None:
        told.insert(
            1 if recommendation.why else 0, f"({words.named(recommendation.start_with, 'start_')})"
        )
    return " ".join((", ".join(recommendation.models) + ":", *told))


def _general_facts(entry: Entry, view: Viewpoint, said: Sourced) -> Iterator[str]:
    for fact in general_facts_for(entry, view.catalog, view.day):
        told, sources = answered(fact, said.words, said.words.language)
        yield said(told, *sources)


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
