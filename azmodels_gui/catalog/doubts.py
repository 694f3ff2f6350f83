# SPDX-License-Identifier: MIT
"""What a catalogue itself gives reason to doubt: for its publisher to look into."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TypeVar

from azmodels_gui.catalog.document import Catalog, Entry, entries
from azmodels_gui.catalog.fact_dates import is_old_no, offer_as_of, source_dates
from azmodels_gui.catalog.facts import Conflict, Offer, Price, PtuPrice
from azmodels_gui.catalog.terms import Scope, Stage
from azmodels_gui.language.words import N_, Joined, Message, Phrase

AnyPrice = TypeVar("AnyPrice", Price, PtuPrice)
Key = tuple[str, ...]


class DoubtKind(StrEnum):
    """Kinds of doubts, in the order they are told."""

    CONTRADICTION = "contradiction"
    """The catalogue says two things of one matter, and neither can be believed."""
    NO_REGION = "no_region"
    """An entry that is offered nowhere."""
    NO_DATE = "no_date"
    """Generally available, but no source states a retirement date."""
    ENDED_PRICE = "ended_price"
    """A price that has ended with nothing after."""
    OLD_NO = "old_no"
    """A "not offered" that is more than 60 days old."""


DOUBT_KINDS: Mapping[DoubtKind, Message] = {
    DoubtKind.CONTRADICTION: N_("contradiction"),
    DoubtKind.NO_REGION: N_("no region"),
    DoubtKind.NO_DATE: N_("no date"),
    DoubtKind.ENDED_PRICE: N_("ended price"),
    DoubtKind.OLD_NO: N_("old no"),
}


@dataclass(frozen=True)
class Doubt:
    """One matter to look into."""

    kind: DoubtKind
    about: str
    """Entry or product."""
    detail: Phrase | Message


def doubts_of(catalog: Catalog, today: date) -> tuple[Doubt, ...]:
    """Return all doubts of a catalogue, by kind and then in the order of the file."""
    dates = source_dates(catalog)
    found = [
        doubt for entry in entries(catalog) for doubt in _of_entry(entry, catalog, dates, today)
    ]
    found += [
        Doubt(DoubtKind.ENDED_PRICE, model.id, detail)
        for model in catalog.models
        for detail in _ended_prices(model.prices, today)
    ]
    found += (
        Doubt(DoubtKind.ENDED_PRICE, f"PTU {product}", detail)
        for product, detail in _ended_ptu_prices(catalog.ptu_prices, today)
    )
    order = list(DoubtKind)
    return tuple(sorted(found, key=lambda doubt: order.index(doubt.kind)))


def counts_of(doubts: Iterable[Doubt]) -> dict[DoubtKind, int]:
    """Return how many doubts there are of each kind; all kinds are there."""
    counted = Counter(doubt.kind for doubt in doubts)
    return {kind: counted[kind] for kind in DoubtKind}


def doubts_told(doubts: Sequence[Doubt]) -> Phrase:
    """Return the counts in one line, which sum up."""
    counts = counts_of(doubts).items()
    kinds = Joined(
        (
            Phrase(N_("{count} {kind}"), count=count, kind=DOUBT_KINDS[kind])
            for kind, count in counts
        ),
        " + ",
    )
    return Phrase(N_("Doubts: {count} = {kinds}."), count=len(doubts), kinds=kinds)


def _of_entry(
    entry: Entry, catalog: Catalog, dates: Mapping[str, str], today: date
) -> Iterator[Doubt]:
    offers = entry.version.offers
    for detail in _contradictions(entry, today):
        yield Doubt(DoubtKind.CONTRADICTION, entry.title, detail)
    if entry.model.kind == "model" and not any(offer.available for offer in offers):
        yield Doubt(DoubtKind.NO_REGION, entry.title, _why_no_region(entry, catalog, today))
    stage = entry.stage_on(today)
    if stage.published is Stage.GENERALLY_AVAILABLE and stage.retirement_date is None:
        yield Doubt(DoubtKind.NO_DATE, entry.title, N_("generally available without a date"))
    for offer in offers:
        as_of = offer_as_of(offer, dates)
        if is_old_no(as_of, today) and _denies(offer, catalog):
            words = N_("{deployment_type}: not offered, as of {day}")
            detail = Phrase(words, deployment_type=offer.deployment_type, day=as_of)
            yield Doubt(DoubtKind.OLD_NO, entry.title, detail)


def _contradictions(entry: Entry, today: date) -> Iterator[Phrase]:
    for conflict in _of_whole_types(entry):
        told = ", ".join(f"{claim.value} ({claim.source})" for claim in conflict.claims)
        yield Phrase(N_("{place}: {why}"), place=conflict.about, why=told)
    stage = entry.stage_on(today)
    offered = [offer for offer in entry.version.offers if offer.available]
    if stage.contradicts:
        published = stage.published.value if stage.published else N_("without a stage")
        yield Phrase(
            N_("past its date of {day}, but {stage}"), day=stage.retirement_date, stage=published
        )
    if offered and not stage.usable:
        day = stage.retirement_date
        gone = N_("gone since {day}, but still marked in a matrix")
        yield Phrase(gone if day else N_("gone, but still marked in a matrix"), day=day)
    for offer in offered:
        if offer.ended_on(today):
            yield (
                Phrase(
                    N_("{deployment_type} ended on {day}, but is still marked in a matrix"),
                    deployment_type=offer.deployment_type,
                    day=offer.retirement_date,
                )
            )


def _why_no_region(entry: Entry, catalog: Catalog, today: date) -> Phrase | Message:
    """Return the reason, as far as the catalogue shows one."""
    if not entry.stage_on(today).usable:
        return N_("retired or past its date")
    if entry.version.lifecycle.unlisted_in:
        return Phrase(N_("no longer named in {source}"), source=entry.version.lifecycle.unlisted_in)
    if any(_of_whole_types(entry)):
        return N_("priced and with a quota, but in no matrix")
    if entry.version.offers:
        return N_("a matrix of its kind leaves it out")
    secondary = {source.id for source in catalog.sources if source.secondary}
    if set(entry.version.named_by) <= secondary:
        return N_("named by secondary sources only")
    return N_("no matrix covers it, or all are older")


def _of_whole_types(entry: Entry) -> Iterator[Conflict]:
    """Yield the conflicts on whether a deployment type exists at all."""
    return (
        conflict
        for conflict in entry.version.conflicts
        if conflict.about.startswith("availability:") and not conflict.regions
    )


def _denies(offer: Offer, catalog: Catalog) -> bool:
    """Tell whether the offer is known not to exist in some region."""
    if offer.covers_all:
        return len(offer.available) < len(catalog.regions)
    return not set(offer.covered_regions) <= set(offer.available)


def _ended_prices(prices: Sequence[Price], today: date) -> Iterator[Phrase]:
    """Yield things that had a price and have none any more, wherever."""
    for thing, same in _grouped(prices, _thing):
        if not any(_goes_on(price, today) for price in same):
            last = max(price.effective_until for price in same if price.effective_until)
            words = " ".join(part for part in thing if part)
            yield Phrase(N_("{what}: ended on {day}"), what=words, day=last)


def _thing(price: Price) -> Key:
    return (
        price.category.value,
        price.context_band.value if price.context_band else "",
        price.tier.value,
        # Sources that name no scope mean the plain price, which is the global one.
        (price.scope or Scope.GLOBAL).value,
        "fine-tuned" if price.fine_tuned else "",
        price.variant,
    )


def _ended_ptu_prices(prices: Sequence[PtuPrice], today: date) -> Iterator[tuple[str, Phrase]]:
    """Yield products whose price has ended in some regions, with the number of those."""
    for (product, scope, term), same in _grouped(
        prices, lambda price: (price.product, price.scope.value, price.term.value)
    ):
        going = {region for price in same if _goes_on(price, today) for region in price.regions}
        ended = {
            region
            for price in same
            if not _goes_on(price, today) and not price.superseded
            for region in price.regions
        }
        if ended - going:
            yield (
                product,
                Phrase(
                    N_("{scope} {term}: regions in which it ended: {count}"),
                    scope=scope,
                    term=term,
                    count=len(ended - going),
                ),
            )


def _goes_on(price: Price | PtuPrice, today: date) -> bool:
    """Tell whether the price has not ended; one that begins later has not either."""
    return price.effective_until is None or price.effective_until >= today


def _grouped(
    prices: Iterable[AnyPrice], key: Callable[[AnyPrice], Key]
) -> Iterator[tuple[Key, list[AnyPrice]]]:
    found: dict[Key, list[AnyPrice]] = {}
    for price in prices:
        found.setdefault(key(price), []).append(price)
    return iter(found.items())
