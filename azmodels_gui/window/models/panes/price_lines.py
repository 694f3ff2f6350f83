# SPDX-License-Identifier: MIT
"""Prices as lines of a table: what costs the same in many regions is one line."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date

from azmodels_gui.catalog.fact_told import promised_told
from azmodels_gui.catalog.price_words import (
    BANDS,
    CATEGORIES,
    TERMS,
    beginning,
    in_words,
    unit,
)
from azmodels_gui.catalog.prices import Price, PtuPrice
from azmodels_gui.catalog.terms import Scope, Unit
from azmodels_gui.language.shown import tr
from azmodels_gui.window.models.fact_tree import FactRow
from azmodels_gui.window.models.panes.on_show import OnShow

SHOWN_TIPS = 8
"""A tool tip with more parts than this would cover the window."""


@dataclass
class _Line:
    """Prices that differ at most in regions, dates and source."""

    name: str
    amount: str
    zone: str
    tone: str
    promised: str
    """Until when a promotion is promised; empty: nothing is."""
    regions: dict[str, None] = field(default_factory=dict)
    anywhere: bool = False
    by_zone: bool = False
    """The price is for deployments in a data zone."""
    tips: list[str] = field(default_factory=list)


def is_past(until: date | None, today: date) -> bool:
    """Tell whether the last day of a price lies behind us; an open end never does."""
    return until is not None and until < today


def price_rows(prices: Iterable[Price | PtuPrice], shown: OnShow) -> tuple[FactRow, ...]:
    """Return a row for each thing and amount with all its regions, and for each promise."""
    lines: dict[tuple[str, str, str, str, str], _Line] = {}
    for price in prices:
        key = (
            _name(price, shown.context.language),
            shown.money(price.amount, price.currency),
            getattr(price, "data_zone", None) or "",
            _tone(price, shown.today),
            promised_told(price, shown.context.language) if isinstance(price, Price) else "",
        )
        line = lines.setdefault(key, _Line(*key))
        line.regions |= dict.fromkeys(price.regions)
        line.anywhere = line.anywhere or not price.regions
        line.by_zone = price.scope is Scope.DATA_ZONE
        line.tips.append(_tip(price, shown))
    return tuple(row for line in lines.values() for row in _rows(line, shown))


def _rows(line: _Line, shown: OnShow) -> Iterator[FactRow]:
    """Yield the line, and below it a promise: beside the name there is no room for it."""
    tips = line.tips[:SHOWN_TIPS]
    if len(line.tips) > SHOWN_TIPS:
        tips.append("…")
    tip = "\n\n".join(tips)
    yield FactRow((line.name, line.amount, _where(line, shown)), tip, line.tone)
    if line.promised:
        yield FactRow((line.promised,), tip, "muted")


def _where(line: _Line, shown: OnShow) -> str:
    if line.zone:
        return line.zone
    if line.anywhere or not line.regions:
        return ""
    if len(line.regions) == 1:
        return shown.region_names(line.regions)
    zones = dict.fromkeys(shown.zone_of(region) for region in line.regions)
    if line.by_zone and None not in zones:
        return ", ".join(str(zone) for zone in zones)
    return tr("{count} regions").format(count=len(line.regions))


def _name(price: Price | PtuPrice, language: str) -> str:
    if isinstance(price, PtuPrice):
        return in_words(TERMS, price.term, language)
    band = price.context_band
    details = [in_words(BANDS, band, language)] if band else []
    if price.variant:
        details.append(price.variant)
    if price.unit is not Unit.MILLION_TOKENS:
        details.append(tr("per {unit}").format(unit=unit(price.unit, language)))
    name = beginning(CATEGORIES, price.category, language)
    return f"{name} ({', '.join(details)})" if details else name


def _tone(price: Price | PtuPrice, today: date) -> str:
    later = price.effective_from is not None and price.effective_from > today
    if is_past(price.effective_until, today) or later:
        return "warn"
    return "muted" if isinstance(price, Price) and price.secondary else ""


def _tip(price: Price | PtuPrice, shown: OnShow) -> str:
    lines = [shown.region_names(price.regions)]
    if price.effective_from is not None:
        lines.append(tr("valid from {day}").format(day=shown.day(price.effective_from)))
    if price.effective_until is not None:
        words = (
            tr("expired on {day}")
            if is_past(price.effective_until, shown.today)
            else tr("valid until {day}")
        )
        lines.append(words.format(day=shown.day(price.effective_until)))
    if isinstance(price, Price):
        lines.append(tr("Secondary source") if price.secondary else "")
        lines.append(price.meter)
    else:
        lines.extend((price.product, price.noted(shown.context.language)))
    lines.append(shown.tip(price.source, *getattr(price, "also", ())))
    return "\n".join(line for line in lines if line)
