# SPDX-License-Identifier: MIT
"""Which sources what is said of an entry comes from: the rows themselves tell."""

from collections.abc import Iterable, Iterator, Sequence

from azmodels_gui.answers.advice import general_facts_for
from azmodels_gui.answers.answer import Section
from azmodels_gui.answers.availability import availability
from azmodels_gui.answers.capacity import capacity
from azmodels_gui.answers.lifecycle import lifecycle
from azmodels_gui.answers.overview import capabilities, limits, overview, use_cases
from azmodels_gui.answers.prices import other_prices, token_prices
from azmodels_gui.answers.successor import successor
from azmodels_gui.answers.viewpoint import Viewpoint
from azmodels_gui.calculator.estimate import Estimate
from azmodels_gui.catalog.document import Entry
from azmodels_gui.catalog.fact_dates import (
    FactDate,
    FactKind,
    date_of,
    fact_dates,
    offers_date,
    source_dates,
)
from azmodels_gui.catalog.facts import Offer
from azmodels_gui.catalog.price_lookup import ptu_prices_for


def sections(entries: Sequence[Entry], view: Viewpoint) -> Iterator[Section]:
    """Yield the sections from top to bottom: what decides comes first.

    Those without a row are left out.
    """
    found = (
        token_prices(entries, view),
        other_prices(entries, view),
        *availability(entries, view),
        capacity(entries, view),
        lifecycle(entries, view),
        successor(entries, view),
        limits(entries, view),
        overview(entries, view),
        use_cases(entries, view),
        capabilities(entries, view),
    )
    return (section for section in found if section.rows)


_TOPICS = {
    "successor": "lifecycle",
    "token_prices": "prices",
    "other_prices": "prices",
    "data_zones": "availability",
    "features": "availability",
}
"""What was read from a source, where that is not called like the section."""


def sources_of(entry: Entry, view: Viewpoint) -> dict[str, tuple[str, ...]]:
    """Return the ids of all sources with what was read from each, in the order it is told.

    What was read is named by keys of words: sections, and what stands beside them.
    """
    found: dict[str, dict[str, None]] = {}
    for source, topic in _used(entry, view):
        found.setdefault(source, {})[topic] = None
    return {source: tuple(topics) for source, topics in found.items()}


def _used(entry: Entry, view: Viewpoint) -> Iterator[tuple[str, str]]:
    told = tuple(sections((entry,), view.anywhere))
    for section in told:
        if section.key != "capacity":
            yield from ((source, _topic(section)) for source in section.sources)
    for price in entry.prices:  # those too that have ended or are for a part of the regions
        yield from ((source, "prices") for source in (price.source, *price.also))
    yield from ((each.source, "ptu") for each in entry.ptu)
    if entry.ptu:
        for ptu_price in ptu_prices_for(entry, view.catalog):
            yield from ((source, "prices") for source in (ptu_price.source, *ptu_price.also))
    yield from ((quota.source, "quotas") for quota in entry.quotas)
    yield from _beside(entry, view)


def _beside(entry: Entry, view: Viewpoint) -> Iterator[tuple[str, str]]:
    """Yield the sources of what stands beside the rows."""
    for offer in entry.version.offers:
        known = (*offer.sources, offer.retirement_source)
        yield from ((source, "availability") for source in known if source)
    yield from ((note.source, "notes") for note in entry.model.notes)
    for use_case in view.catalog.use_cases:
        for advice in use_case.recommendations:
            if entry.model.id in advice.models:
                yield advice.source, "use_cases"
    for fact in general_facts_for(entry, view.catalog, view.day):
        if fact.source is not None:
            yield fact.source, "general_facts"
    yield from ((route.source, "routes") for route in entry.routes)
    for conflict in entry.version.conflicts:
        yield from ((claim.source, "conflicts") for claim in conflict.claims)
    yield from ((source, "version") for source in entry.version.named_by)


def _topic(section: Section) -> str:
    name = section.key.partition(":")[0]
    return _TOPICS.get(name, name)


def dates_used(
    found: Sequence[Estimate], offers: Iterable[Offer | None]
) -> dict[FactKind, FactDate]:
    """Return the dates by kind of fact, in the order they are told; what is undated is left out.

    Args:
        found: the answers on show, of one catalogue.
        offers: the offers that were asked for; None for one that no source states.
    """
    known = source_dates(found[0].catalog)
    others = fact_dates([each.question.deployment.entry for each in found], known)
    dates = {
        FactKind.AVAILABILITY: offers_date(offers, known),
        FactKind.PRICES: date_of(known.get(source) for source in _price_sources(found)),
        FactKind.QUOTAS: others.get(FactKind.QUOTAS),
        FactKind.PTU: others.get(FactKind.PTU),
    }
    return {kind: date for kind, date in dates.items() if date is not None}


def _price_sources(found: Iterable[Estimate]) -> Iterator[str]:
    for each in found:
        for request in each.payg:
            for part in request.parts:
                yield from (price.source for price in part.answer.prices)
        for rate in each.rates.values():
            yield from (price.source for price in rate.answer.prices)
