# SPDX-License-Identifier: MIT
"""Answers of the Azure Retail Prices API: one meter, one price, one region, one time."""

import json
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

from azmodels_gui.catalog.prices import Price, PtuPrice
from azmodels_gui.catalog.terms import Scope, Term
from azmodels_gui.publish.facts import AnyFact, PriceFact, PtuPriceFact
from azmodels_gui.publish.ledger import Ledger
from azmodels_gui.publish.meter_reading import (
    MeterReader,
    MeterReading,
    MeterRefused,
    PtuReading,
)
from azmodels_gui.publish.meter_table import load_meter_table
from azmodels_gui.publish.resource_files import editorial_file

Meter = Mapping[str, Any]
"""An item of the answer, keys as the API spells them."""

RESERVATION_TERMS = {"1 Month": Term.MONTH, "1 Year": Term.YEAR}


def read_retail_prices(path: Path, source: str, ledger: Ledger) -> Iterable[AnyFact]:
    """Return the prices of an answer file; each item is one row of the ledger.

    Raises:
        KeyError: an item lacks a field the API always gives.
    """
    reader = MeterReader(load_meter_table(editorial_file("meters.toml")))
    return list(_facts(path, source, ledger, reader))


def load_meters(path: Path) -> list[Meter]:
    """Return the items of an answer, or of a bare list of items; amounts are Decimal."""
    answer = json.loads(path.read_text(encoding="utf-8"), parse_float=Decimal)
    items: list[Meter] = answer["Items"] if isinstance(answer, dict) else answer
    return items


def _facts(path: Path, source: str, ledger: Ledger, reader: MeterReader) -> Iterator[AnyFact]:
    for number, meter in enumerate(load_meters(path)):
        place = f"{path.stem} {number}: {meter['meterName']}"
        text = f"{meter['productName']}: {meter['retailPrice']} per {meter['unitOfMeasure']}"
        row = ledger.read(source, place, text)
        try:
            facts = list(_meter_facts(meter, source, place, reader))
        except MeterRefused as refused:
            ledger.refuse(row, str(refused))
        else:
            ledger.use(row)
            yield from facts


def _meter_facts(meter: Meter, source: str, row: str, reader: MeterReader) -> Iterator[AnyFact]:
    if meter["type"] not in ("Consumption", "Reservation"):
        raise MeterRefused(f"price type {meter['type']}: neither list price nor reservation")
    measure = "1/Hour" if meter["type"] == "Reservation" else meter["unitOfMeasure"]
    read = reader.read(meter["productName"], meter["meterName"], measure)
    if isinstance(read, PtuReading):
        yield PtuPriceFact(price=_ptu_price(meter, source, read.scope), row=row)
        return
    price = _price(meter, source, read)
    for model in read.models:
        for version in read.versions or (None,):
            yield PriceFact(
                name=model,
                version=version,
                source=source,
                row=row,
                provider=read.provider,
                price=price,
            )


def _price(meter: Meter, source: str, read: MeterReading) -> Price:
    return Price(
        category=read.category,
        context_band=read.context_band,
        tier=read.tier,
        fine_tuned=read.fine_tuned,
        scope=read.scope,
        regions=(meter["armRegionName"],),
        amount=plain(Decimal(meter["retailPrice"]) * read.factor),
        currency=meter["currencyCode"],
        unit=read.unit,
        effective_from=_day(meter["effectiveStartDate"]),
        effective_until=_day(meter.get("effectiveEndDate")),
        variant=read.variant,
        meter=meter["meterName"],
        source=source,
    )


def _ptu_price(meter: Meter, source: str, scope: Scope) -> PtuPrice:
    reserved = meter["type"] == "Reservation"
    return PtuPrice(
        product=meter["productName"],
        scope=scope,
        regions=(meter["armRegionName"],),
        term=RESERVATION_TERMS[meter["reservationTerm"]] if reserved else Term.HOUR,
        amount=plain(Decimal(meter["retailPrice"])),
        currency=meter["currencyCode"],
        effective_from=_day(meter["effectiveStartDate"]),
        effective_until=_day(meter.get("effectiveEndDate")),
        source=source,
    )


def _day(moment: str | None) -> date | None:
    """Return the day of a moment such as `2026-08-31T23:59:00Z`; it is the last one if an end."""
    return None if moment is None else date.fromisoformat(moment[:10])


def plain(amount: Decimal) -> Decimal:
    """Return the same amount without needless zeros and exponents, so that 2.0 reads as 2."""
    return Decimal(format(amount.normalize(), "f"))
