# SPDX-License-Identifier: MIT
"""One history for each price meter: who states its price, where, since when, until when.

Lists of meters say what one costs, where and since when: answers of the Azure Retail Prices API,
and a snapshot of it, which leaves out when a price ends. The rules:

1. Statements of one meter, region and first day are one price, whoever makes them; where they
   disagree on the amount, the newest document counts and the others are reported.
2. A price ends where a document says so. A document that states no ends goes by one that does:
   where the same price of the same meter has ended in a region near by, it has ended.
3. The next price of a meter in a region ends the one before. A global price is the same
   everywhere: a newer document that states another one ends it in all regions.
"""

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal
from functools import cache, partial
from pathlib import Path
from typing import Any

from azmodels_gui.catalog.document import Region
from azmodels_gui.catalog.facts import Price, PtuPrice
from azmodels_gui.catalog.terms import Scope, Term
from azmodels_gui.language.words import N_, Joined, Phrase
from azmodels_gui.publish.editorial_files import editorial_file
from azmodels_gui.publish.facts import PriceFact, PtuPriceFact
from azmodels_gui.publish.ledger import Ledger
from azmodels_gui.publish.meter_reading import (
    MeterReader,
    MeterReading,
    MeterRefused,
    PtuReading,
    load_meter_table,
)

RESERVATION_TERMS = {"1 Month": Term.MONTH, "1 Year": Term.YEAR}
DAY = timedelta(days=1)
NO_REGION = ("", "Global")
"""How the lists write that a meter belongs to no region."""


@dataclass(frozen=True, kw_only=True)
class MeterPrice:
    """What one document says of a meter: its price, in some regions, for a time."""

    product: str
    meter: str
    measure: str
    """What the price is for: some meters are sold in two units under one name."""
    reservation: str
    """Term of a reservation, as the API writes it; empty: paid for by use."""
    above: str
    """Units a month above which the price holds; empty: from the first unit on."""
    currency: str
    reading: MeterReading | PtuReading | None
    """None: no price of a model; it only counts in the account."""
    regions: tuple[str, ...]
    amount: Decimal
    starts: date
    ends: date | None
    """None: open, or the document does not say."""
    source: str
    row: str


@dataclass
class Span:
    """A price of one meter in one region."""

    region: str
    amount: Decimal
    starts: date
    ends: date | None
    sources: list[str]
    """Those that state it, the newest first."""
    row: str
    ends_by_document: bool
    """True: one of the sources would say so if it ended."""


@dataclass
class HistoryAccount:
    """How the documents compare, in pairs of a meter and a region."""

    stated_by: Counter[tuple[str, ...]] = field(default_factory=Counter)
    """Pairs by the documents that state them, be they prices of models or not."""
    differing: list[str] = field(default_factory=list)
    """Where two documents state other amounts for the same pair and first day."""
    elsewhere: Counter[str] = field(default_factory=Counter)
    """Pairs left out by a region that is not in the list of regions."""
    ended_alike: int = 0
    """Prices that ended by what a region near by says."""

    def remarks(self) -> Iterator[Phrase]:
        """Yield what the report tells."""
        for sources, pairs in sorted(self.stated_by.items()):
            yield Phrase(
                N_("price meters: {pairs} pairs of meter and region by {sources}"),
                pairs=pairs,
                sources=Joined(sources, N_(" and ")),
            )
        shared = sum(pairs for sources, pairs in self.stated_by.items() if len(sources) > 1)
        yield Phrase(
            N_("price meters: {shared} pairs by several documents, {count} disagree"),
            shared=shared,
            count=len(self.differing),
        )
        for told in self.differing:
            yield Phrase(N_("price meters: {told}"), told=told)
        yield Phrase(
            N_("price meters: {count} prices ended as in a region near by"),
            count=self.ended_alike,
        )
        for region, pairs in sorted(self.elsewhere.items()):
            yield Phrase(
                N_("price meters: {pairs} pairs of {region}, no region of the list, left out"),
                pairs=pairs,
                region=region,
            )


def price_history(
    prices: Iterable[MeterPrice],
    regions: Mapping[str, Region],
    source_dates: Mapping[str, date],
    state_days: Mapping[str, date] | None = None,
) -> tuple[list[PriceFact | PtuPriceFact], HistoryAccount]:
    """Return the prices of all meters, each once, and how the documents compare.

    Args:
        prices: what the documents state.
        regions: Azure's regions by id; prices of others are left out.
        source_dates: day of each document.
        state_days: day of the state of prices that each document tells, where two documents
            of other days tell the same; None: the day of the document.
    """
    account = HistoryAccount()
    meters: dict[tuple[str, ...], list[MeterPrice]] = {}
    for price in prices:
        key = (price.product, price.meter, price.measure, price.reservation, price.above)
        meters.setdefault((*key, price.currency), []).append(price)
    facts: list[PriceFact | PtuPriceFact] = []
    for stated in meters.values():
        stated.sort(key=lambda one: source_dates[one.source], reverse=True)
        spans = [span for span in _spans(stated, account) if _is_known(span, regions, account)]
        if stated[0].reading is not None:
            _end_alike(spans, regions, account)
            _end_overtaken(spans, stated[0].reading, state_days or source_dates)
            facts += _facts(stated[0], stated[0].reading, spans)
    return facts, account


def _is_known(span: Span, regions: Mapping[str, Region], account: HistoryAccount) -> bool:
    if not span.region or span.region in regions:
        return True
    account.elsewhere[span.region] += 1
    return False


def _spans(stated: Sequence[MeterPrice], account: HistoryAccount) -> list[Span]:
    """Join what the documents state of one meter, the newest first."""
    found: dict[tuple[str, date], list[Span]] = {}
    documents: dict[tuple[str, date], dict[str, None]] = {}
    # Only a document that tells ends can say that a price has none.
    telling = {price.source for price in stated if price.ends is not None}
    for price in stated:
        for place in price.regions:
            documents.setdefault((place, price.starts), {})[price.source] = None
            region = "" if place in NO_REGION else place
            spans = found.setdefault((region, price.starts), [])
            span = next((one for one in spans if one.amount == price.amount), None)
            if span is None and any(price.source not in one.sources for one in spans):
                told = f"{price.amount} ({price.source}) against {spans[0].amount}"
                account.differing.append(f"{price.meter}, {place}, {price.starts}: {told}")
                continue
            if span is None:
                # A document that gives a meter two prices contradicts itself: both are kept.
                span = Span(region, price.amount, price.starts, None, [], price.row, False)
                spans.append(span)
            if price.source not in span.sources:
                span.sources.append(price.source)
            span.ends = span.ends or price.ends
            span.ends_by_document |= price.source in telling
    account.stated_by.update(tuple(sorted(names)) for names in documents.values())
    return [span for spans in found.values() for span in spans]


def _end_alike(
    spans: Sequence[Span], regions: Mapping[str, Region], account: HistoryAccount
) -> None:
    """End prices of documents that tell no ends, by what regions near by say."""
    told = [span for span in spans if span.ends_by_document]
    if not any(one.ends for one in told):
        return
    for span in (one for one in spans if not one.ends_by_document):
        alike = [one for one in told if (one.starts, one.amount) == (span.starts, span.amount)]
        near = _nearest(span.region, alike, regions)
        ends = [one.ends for one in near if one.ends is not None]
        if ends:
            span.ends = min(ends)
            account.ended_alike += 1


def _nearest(region: str, spans: Sequence[Span], regions: Mapping[str, Region]) -> Sequence[Span]:
    """Return the spans of the same country, else zone, else part of the world, else all."""
    here = regions.get(region)
    if here is None:
        return spans
    places = [(span, regions[span.region]) for span in spans if span.region in regions]
    for near in (
        [span for span, place in places if place.geography == here.geography],
        [span for span, place in places if here.data_zone and place.data_zone == here.data_zone],
        [span for span, place in places if place.geography_group == here.geography_group],
    ):
        if near:
            return near
    return spans


def _end_overtaken(
    spans: Sequence[Span],
    reading: MeterReading | PtuReading,
    state_days: Mapping[str, date],
) -> None:
    if len({span.starts for span in spans}) < 2:
        return
    for span in spans:
        later = [
            other.starts
            for other in spans
            if other.starts > span.starts
            and (
                other.region == span.region
                or (reading.scope is Scope.GLOBAL and _replaces(other, span, state_days))
            )
        ]
        if later:
            last = min(later) - DAY
            span.ends = last if span.ends is None else min(last, span.ends)


def _replaces(other: Span, span: Span, state_days: Mapping[str, date]) -> bool:
    """Tell whether a price elsewhere shows that a global one has changed since."""
    newer = state_days[other.sources[0]] > state_days[span.sources[0]]
    return newer and other.amount != span.amount


def _facts(
    meter: MeterPrice, reading: MeterReading | PtuReading, spans: Sequence[Span]
) -> Iterator[PriceFact | PtuPriceFact]:
    together: dict[tuple[object, ...], list[Span]] = {}
    for span in spans:
        key = (span.starts, span.ends, span.amount, tuple(span.sources), not span.region)
        together.setdefault(key, []).append(span)
    for same in together.values():
        places = tuple(sorted({span.region for span in same if span.region}))
        if isinstance(reading, PtuReading):
            price = _ptu_price(meter, reading, same[0], places)
            yield PtuPriceFact(price=price, row=same[0].row)
        else:
            yield from _price_facts(meter, reading, same[0], places)


def _price_facts(
    meter: MeterPrice, reading: MeterReading, span: Span, regions: tuple[str, ...]
) -> Iterator[PriceFact]:
    price = Price(
        category=reading.category,
        context_band=reading.context_band,
        tier=reading.tier,
        fine_tuned=reading.fine_tuned,
        scope=reading.scope,
        regions=regions,
        amount=plain(span.amount * reading.factor),
        currency=meter.currency,
        unit=reading.unit,
        effective_from=span.starts,
        effective_until=span.ends,
        variant=" ".join(part for part in (reading.variant, _above(meter)) if part),
        meter=meter.meter,
        source=span.sources[0],
        also=tuple(span.sources[1:]),
    )
    for model in reading.models:
        for version in reading.versions or (None,):
            yield PriceFact(
                name=model,
                version=version,
                source=price.source,
                row=span.row,
                provider=reading.provider,
                price=price,
            )


def _above(meter: MeterPrice) -> str:
    return f"above {meter.above} units" if meter.above else ""


def _ptu_price(
    meter: MeterPrice, reading: PtuReading, span: Span, regions: tuple[str, ...]
) -> PtuPrice:
    return PtuPrice(
        product=meter.product,
        scope=reading.scope,
        regions=regions,
        term=RESERVATION_TERMS[meter.reservation] if meter.reservation else Term.HOUR,
        amount=plain(span.amount),
        currency=meter.currency,
        effective_from=span.starts,
        effective_until=span.ends,
        source=span.sources[0],
        also=tuple(span.sources[1:]),
    )


def plain(amount: Decimal) -> Decimal:
    """Return the same amount without needless zeros and exponents, so that 2.0 reads as 2."""
    return Decimal(format(amount.normalize(), "f"))


Meter = Mapping[str, Any]
"""An item of a list, keys as the API spells them."""

FIRST_LATER_ITEM = 45
"""Items of the sample before this one are those of August, which the answers hold in full."""


def read_retail_prices(path: Path, source: str, ledger: Ledger) -> Iterator[MeterPrice]:
    """Yield the prices of an answer file; each item is one row of the ledger."""
    for number, meter in enumerate(load_meters(path)):
        yield from _attempt(meter, f"{path.stem} {number}", source, ledger)


def read_later_retail_prices(path: Path, source: str, ledger: Ledger) -> Iterator[MeterPrice]:
    """Yield the prices of a sample whose first items repeat an older answer."""
    for number, meter in enumerate(load_meters(path)):
        if number < FIRST_LATER_ITEM:
            row = ledger.read(source, f"{path.stem} {number}", str(meter))
            ledger.refuse(row, "an item of the answers of August, which are read in full")
        else:
            yield from _attempt(meter, f"{path.stem} {number}", source, ledger)


def read_price_snapshot(path: Path, source: str, ledger: Ledger) -> Iterator[MeterPrice]:
    """Yield the prices of the snapshot: a meter with all its regions, without ends."""
    for number, item in enumerate(load_meters(path)):
        meter = {"currencyCode": "USD", "type": "Consumption", **item}
        yield from _attempt(meter, f"{path.stem} {number}", source, ledger)


def load_meters(path: Path) -> list[Meter]:
    """Return the items of an answer, or of a bare list of items; amounts are Decimal."""
    answer = json.loads(path.read_text(encoding="utf-8"), parse_float=Decimal)
    if isinstance(answer, dict):
        answer = answer["Items"] if "Items" in answer else answer["items"]
    items: list[Meter] = answer
    return items


@cache
def _reader() -> MeterReader:
    return MeterReader(load_meter_table(editorial_file("meters.toml")))


def _attempt(meter: Meter, place: str, source: str, ledger: Ledger) -> list[MeterPrice]:
    """Read one item; a malformed one is refused and costs no other."""
    return ledger.attempt(source, place, meter, partial(_read, meter, place, source))


def _read(meter: Meter, number: str, source: str, ledger: Ledger) -> Iterator[MeterPrice]:
    place = f"{number}: {meter['meterName']}"
    text = f"{meter['productName']}: {meter['retailPrice']} per {meter['unitOfMeasure']}"
    row = ledger.read(source, place, text)
    try:
        reading = _reading(meter)
    except MeterRefused as refused:
        ledger.refuse(row, str(refused))
        reading = None
    else:
        ledger.use(row)
    reserved = meter["type"] == "Reservation"
    yield MeterPrice(
        product=meter["productName"],
        meter=meter["meterName"],
        measure=meter["unitOfMeasure"],
        reservation=meter["reservationTerm"] if reserved else "",
        above=str(meter.get("tierMinimumUnits") or "").removesuffix(".0"),
        currency=meter["currencyCode"],
        reading=reading,
        regions=tuple(meter["regions"] if "regions" in meter else [meter["armRegionName"]]),
        amount=Decimal(meter["retailPrice"]),
        starts=date.fromisoformat(meter["effectiveStartDate"][:10]),
        ends=_day(meter.get("effectiveEndDate")),
        source=source,
        row=place,
    )


def _reading(meter: Meter) -> MeterReading | PtuReading:
    """Return what the meter is the price of.

    Raises:
        MeterRefused: it is none of a model, or a word of it has no meaning.
    """
    if meter["type"] not in ("Consumption", "Reservation"):
        raise MeterRefused(f"price type {meter['type']}: neither list price nor reservation")
    measure = "1/Hour" if meter["type"] == "Reservation" else meter["unitOfMeasure"]
    return _reader().read(meter["productName"], meter["meterName"], measure)


def _day(moment: str | None) -> date | None:
    """Return the day of a moment such as `2026-08-31T23:59:00Z`; it is the last one if an end."""
    return None if moment is None else date.fromisoformat(moment[:10])
