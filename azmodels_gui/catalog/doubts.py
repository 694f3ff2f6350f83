# SPDX-License-Identifier: MIT
"""What a catalogue itself gives reason to doubt: for its publisher to look into."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TypeVar

from azmodels_gui.catalog.document import Catalog
from azmodels_gui.catalog.entry import Entry, entries, stage_on
from azmodels_gui.catalog.fact_dates import is_old_no, offer_as_of, source_dates
from azmodels_gui.catalog.facts import Offer
from azmodels_gui.catalog.part import Conflict
from azmodels_gui.catalog.prices import Price, PtuPrice
from azmodels_gui.catalog.terms import Scope, Stage

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


@dataclass(frozen=True)
class Doubt:
    """One matter to look into."""

    kind: DoubtKind
    about: str
    """Entry or product."""
    detail: str


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
        Doubt(DoubtKind.ENDED_PRICE, f"PTU of {product}", detail)
        for product, detail in _ended_ptu_prices(catalog.ptu_prices, today)
    )
    order = list(DoubtKind)
    return tuple(sorted(found, key=lambda doubt: order.index(doubt.kind)))


def counts_of(doubts: Iterable[Doubt]) -> dict[DoubtKind, int]:
    """Return how many doubts there are of each kind; all kinds are there."""
    counted = Counter(doubt.kind for doubt in doubts)
    return {kind: counted[kind] for kind in DoubtKind}


def doubts_told(doubts: Sequence[Doubt]) -> str:
    """Return the counts in one line, which sum up."""
    counts = counts_of(doubts).items()
    told = " + ".join(f"{count} {kind.value.replace('_', ' ')}" for kind, count in counts)
    return f"Doubts: {len(doubts)} = {told}."


def _of_entry(
    entry: Entry, catalog: Catalog, dates: Mapping[str, str], today: date
) -> Iterator[Doubt]:
    offers = entry.version.offers
    for detail in _contradictions(entry, today):
        yield Doubt(DoubtKind.CONTRADICTION, entry.title, detail)
    if entry.model.kind == "model" and not any(offer.available for offer in offers):
        yield Doubt(DoubtKind.NO_REGION, entry.title, _why_no_region(entry, catalog, today))
    stage = stage_on(entry.version.lifecycle, today)
    if stage.published is Stage.GENERALLY_AVAILABLE and stage.retirement_date is None:
        yield Doubt(DoubtKind.NO_DATE, entry.title, "generally available without a date")
    for offer in offers:
        as_of = offer_as_of(offer, dates)
        if is_old_no(as_of, today) and _denies(offer, catalog):
            detail = f"{offer.deployment_type}: not offered, as of {as_of}"
            yield Doubt(DoubtKind.OLD_NO, entry.title, detail)


def _contradictions(entry: Entry, today: date) -> Iterator[str]:
    for conflict in _of_whole_types(entry):
        told = ", ".join(f"{claim.value} ({claim.source})" for claim in conflict.claims)
        yield f"{conflict.about}: {told}"
    stage = stage_on(entry.version.lifecycle, today)
    offered = [offer for offer in entry.version.offers if offer.available]
    if stage.contradicts:
        published = stage.published.value if stage.published else "without a stage"
        yield f"past its date of {stage.retirement_date}, but {published}"
    if offered and not stage.usable:
        since = f" since {stage.retirement_date}" if stage.retirement_date else ""
        yield f"gone{since}, but still marked in a matrix"
    for offer in offered:
        if offer.ended_on(today):
            yield (
                f"{offer.deployment_type} ended on {offer.retirement_date}, "
                "but is still marked in a matrix"
            )


def _why_no_region(entry: Entry, catalog: Catalog, today: date) -> str:
    """Return the reason, as far as the catalogue shows one."""
    if not stage_on(entry.version.lifecycle, today).usable:
        return "retired or past its date"
    if entry.version.lifecycle.unlisted_in:
        return f"no longer named in {entry.version.lifecycle.unlisted_in}"
    if any(_of_whole_types(entry)):
        return "priced and with a quota, but in no matrix"
    if entry.version.offers:
        return "a matrix of its kind leaves it out"
    secondary = {source.id for source in catalog.sources if source.secondary}
    if set(entry.version.named_by) <= secondary:
        return "named by secondary sources only"
    return "no matrix covers it, or all are older"


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


def _ended_prices(prices: Sequence[Price], today: date) -> Iterator[str]:
    """Yield things that had a price and have none any more, wherever."""
    for thing, same in _grouped(prices, _thing):
        if not any(_goes_on(price, today) for price in same):
            last = max(price.effective_until for price in same if price.effective_until)
            words = " ".join(part for part in thing if part)
            yield f"{words}: ended on {last}"


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


def _ended_ptu_prices(prices: Sequence[PtuPrice], today: date) -> Iterator[tuple[str, str]]:
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
            yield product, f"{scope} {term}: ended in {len(ended - going)} regions"


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
