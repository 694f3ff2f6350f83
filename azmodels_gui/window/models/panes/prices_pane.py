# SPDX-License-Identifier: MIT
"""What it costs, where and until when; what has expired is said to have expired."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date

from azmodels_gui.answers.capacity import ptu_prices
from azmodels_gui.answers.prices import token_prices
from azmodels_gui.catalog import labels
from azmodels_gui.catalog.entry import Entry
from azmodels_gui.catalog.fact_told import promised_told
from azmodels_gui.catalog.price_lookup import prices_on
from azmodels_gui.catalog.price_words import (
    BANDS,
    CATEGORIES,
    TERMS,
    TIERS,
    beginning,
    in_words,
    unit,
)
from azmodels_gui.catalog.prices import Price, PtuPrice
from azmodels_gui.catalog.ptu_products import ptu_prices_for
from azmodels_gui.catalog.terms import PriceTier, Scope, TokenCategory, Unit
from azmodels_gui.language.shown import tr
from azmodels_gui.window.models.fact_tree import FactGroup, FactRow
from azmodels_gui.window.models.panes.answer_facts import facts
from azmodels_gui.window.models.panes.on_show import OnShow
from azmodels_gui.window.models.panes.pane import Pane
from azmodels_gui.window.theme.tokens import Tone

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


OPENED_LINES = 12
"""A group with more lines starts folded."""

_Group = tuple[bool, PriceTier, Scope | None]
"""Fine-tuned, tier, scope (None: the source does not say)."""


class PricesPane(Pane):
    """Prices in force by tier and scope, then PTU, then what has expired."""

    key = "prices"

    def title(self) -> str:
        """Return the tab's title."""
        return tr("Prices")

    def fill(self, shown: OnShow) -> None:
        """Add warnings, prices in force, PTU prices, and expired ones."""
        self.add_conflicts(shown, "price")
        for note in self._expired_notes(shown):
            self.add_note(note)
        if shown.context.regions:
            self._add_here(shown)
        today = shown.today
        current = [*_in_force(shown.entry, today), *_coming(shown.entry.prices, today)]
        if current:
            self.add_table(self.title(), self._headers(), self._groups(current, shown))
        else:
            self.add_paragraph(tr("Price: unknown"), tone=Tone.MUTED)
        if shown.entry.ptu:
            self._add_ptu(shown)
        past = [each for each in shown.entry.prices if each not in current]
        if past:
            self.add_heading(tr("Expired or replaced prices"))
            groups = self._groups(past, shown, opened=False)
            self.add_table(tr("Expired or replaced prices"), self._headers(), groups)
        self.add_paragraph(
            tr(
                "List prices without tax and discounts, per 1M tokens where nothing else is "
                "said. Hover over a line for its source and dates."
            ),
            tone=Tone.MUTED,
        )

    def _add_here(self, shown: OnShow) -> None:
        """Add what holds in the chosen regions, before all that is stated of others."""
        names = shown.region_names(shown.context.regions)
        self.add_heading(f"{tr('Prices per 1M tokens')}: {names}")
        rows = token_prices((shown.entry,), shown.context.view).rows
        self.add_facts(list(facts(rows, shown)))
        self.add_heading(tr("All prices"))

    def _headers(self) -> tuple[str, str, str]:
        return ("", tr("Price"), tr("Where"))

    def _expired_notes(self, shown: OnShow) -> Iterator[str]:
        """Say for each scope that only expired input prices are known."""
        inputs = [
            price
            for price in shown.entry.prices
            if price.category is TokenCategory.INPUT and not price.fine_tuned
        ]
        for scope in Scope.of(price.scope for price in inputs):
            ends = [price.effective_until for price in inputs if price.scope is scope]
            past = [end for end in ends if end is not None and is_past(end, shown.today)]
            if past and len(past) == len(ends):
                yield tr(
                    "{scope}: the last known price was valid until {day}; since then it is unknown."
                ).format(
                    scope=shown.context.word(labels.SCOPES, scope.value), day=shown.day(max(past))
                )

    def _groups(
        self, prices: Iterable[Price], shown: OnShow, *, opened: bool = True
    ) -> list[FactGroup]:
        groups: dict[_Group, list[Price]] = {}
        for price in prices:
            groups.setdefault((price.fine_tuned, price.tier, price.scope), []).append(price)
        built = []
        for group in sorted(groups, key=_rank):
            rows = price_rows(_sorted(groups[group]), shown)
            plain = group[1] is PriceTier.STANDARD and not group[0]
            heading = FactRow((self._heading(group, shown),))
            built.append(FactGroup(heading, rows, opened and plain and len(rows) <= OPENED_LINES))
        return built

    def _heading(self, group: _Group, shown: OnShow) -> str:
        fine_tuned, tier, scope = group
        parts = [beginning(TIERS, tier, shown.context.language) or tr("Standard")]
        parts.append(shown.context.word(labels.SCOPES, scope) if scope else tr("scope not stated"))
        if fine_tuned:
            parts.append(tr("fine-tuned"))
        return " · ".join(parts)

    def _add_ptu(self, shown: OnShow) -> None:
        self.add_heading(tr("Price of one PTU"))
        here = ptu_prices((shown.entry,), shown.context.view)
        self.add_facts(list(facts(here, shown)))
        known = [each for each in ptu_prices_for(shown.entry, shown.catalog) if not each.superseded]
        groups = []
        for scope in Scope.of(price.scope for price in known):
            stated = [each for each in known if each.scope is scope]
            # What is in force stands first, what has expired below it, in amber.
            stated.sort(key=lambda each: is_past(each.effective_until, shown.today))
            rows = price_rows(stated, shown)
            if rows:
                heading = FactRow((shown.context.word(labels.SCOPES, scope.value),))
                groups.append(FactGroup(heading, rows, opened=False))
        if groups:
            self.add_table(tr("Price of one PTU"), self._headers(), groups)
        else:
            self.add_paragraph(tr("Price: unknown"), tone=Tone.MUTED)


def _in_force(entry: Entry, today: date) -> list[Price]:
    """Return the prices in force, with all regions in which the amount is the same.

    A price that a newer one of another amount replaces is left out.
    """
    valid = {_figure(price) for price in prices_on(entry, today)}
    return [price for price in entry.prices if price.in_force_on(today) and _figure(price) in valid]


def _figure(price: Price) -> Price:
    """Return the price without what does not change what is paid."""
    neutral = {"regions": (), "effective_from": None, "effective_until": None, "also": ()}
    return price.but(**neutral, at_least_until=None, meter="", source="")


def _coming(prices: Iterable[Price], today: date) -> list[Price]:
    """Return the prices that hold from a later day on."""
    return [
        price
        for price in prices
        if price.effective_from is not None and price.effective_from > today
    ]


def _rank(group: _Group) -> tuple[bool, int, int]:
    fine_tuned, tier, scope = group
    return fine_tuned, tier.position, len(Scope) + 1 if scope is None else scope.position


def _sorted(prices: Iterable[Price]) -> list[Price]:
    return sorted(
        prices,
        key=lambda price: (
            price.secondary,
            price.category.position,
            price.context_band.position if price.context_band else 0,
            price.variant,
            price.amount,
        ),
    )
