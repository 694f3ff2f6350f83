# SPDX-License-Identifier: MIT
"""Lists of price meters: answers of the Azure Retail Prices API, and a snapshot of it.

Both say what a meter costs, where and since when; the snapshot leaves out when a price ends.
What they state together is `price_history`'s business.
"""

import json
from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal
from functools import cache, partial
from pathlib import Path
from typing import Any

from azmodels_gui.publish.editorial_files import editorial_file
from azmodels_gui.publish.ledger import Ledger
from azmodels_gui.publish.meter_reading import MeterReader, MeterReading, MeterRefused, PtuReading
from azmodels_gui.publish.meter_table import load_meter_table
from azmodels_gui.publish.price_history import MeterPrice

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
