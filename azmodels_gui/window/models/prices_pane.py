# SPDX-License-Identifier: MIT
"""What it costs, where and until when; what has expired is said to have expired."""

from collections.abc import Iterable, Iterator
from datetime import date

from azmodels_gui.answers.answer import Qualifier
from azmodels_gui.answers.capacity import ptu_prices
from azmodels_gui.answers.prices import (
    Alike,
    PriceLine,
    Stated,
    Time,
    stated_prices,
    time_of,
    together,
    token_price,
    token_prices,
)
from azmodels_gui.catalog import labels
from azmodels_gui.catalog.fact_dates import promised_told
from azmodels_gui.catalog.facts import Price, PtuPrice
from azmodels_gui.catalog.labels import BANDS, CATEGORIES, TERMS, TIERS, beginning, in_words, unit
from azmodels_gui.catalog.price_lookup import ptu_prices_for
from azmodels_gui.catalog.terms import PriceTier, Scope, TokenCategory, Unit
from azmodels_gui.language.words import N_, tr
from azmodels_gui.window import formats
from azmodels_gui.window.models.cell_context import OnShow
from azmodels_gui.window.models.fact_tree import FactGroup, FactRow
from azmodels_gui.window.models.pane import Pane, facts
from azmodels_gui.window.theme import Tone

SHOWN_TIPS = 8
"""A tool tip with more parts than this would cover the window."""


def price_rows(prices: Iterable[Stated], shown: OnShow) -> Iterator[FactRow]:
    """Yield a row for each thing and amount with all its regions, and below it a promise."""
    for alike in together(prices, shown.today):
        price, language = alike.price, shown.context.language
        tips = [_tip(each, shown) for each in alike.prices[:SHOWN_TIPS]]
        tip = "\n\n".join([*tips, *(["…"] if len(alike.prices) > SHOWN_TIPS else [])])
        amount = formats.money(price.amount, language, price.currency)
        cells = (_name(price, language), amount, _where(alike, shown))
        yield FactRow(cells, tip, _tone(price, shown.today))
        promised = promised_told(price, language) if isinstance(price, Price) else ""
        if promised:  # beside the name there is no room for it
            yield FactRow((promised,), tip, "muted")


def _where(alike: Alike[Stated], shown: OnShow) -> str:
    price, regions = alike.price, alike.regions
    if isinstance(price, Price) and price.data_zone:
        return price.data_zone
    if len(regions) < 2:
        return shown.region_names(regions)
    inside = {each.id: each.data_zone for each in shown.catalog.regions}
    zones = dict.fromkeys(map(inside.get, regions))
    if price.scope is Scope.DATA_ZONE and None not in zones:
        return ", ".join(map(str, zones))
    return tr("{count} regions").format(count=len(regions))


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
    if time_of(price, today) is not Time.IN_FORCE:
        return "warn"
    return "muted" if isinstance(price, Price) and price.secondary else ""


def _tip(price: Price | PtuPrice, shown: OnShow) -> str:
    lines = [shown.region_names(price.regions)]
    if price.effective_from is not None:
        lines.append(tr("valid from {day}").format(day=shown.day(price.effective_from)))
    if price.effective_until is not None:
        words = (
            tr("expired on {day}")
            if time_of(price, shown.today) is Time.EXPIRED
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
    words = N_("Prices")

    def fill(self, shown: OnShow) -> None:
        """Add warnings, prices in force, PTU prices, and expired ones."""
        self.add_conflicts(shown, "price")
        for note in self._expired_notes(shown):
            self.add_note(note)
        if shown.context.regions:
            self._add_here(shown)
        stated = stated_prices(shown.entry.prices, shown.today)
        current = [*stated[Time.IN_FORCE], *stated[Time.FUTURE]]
        if current:
            self.add_table(self.title(), self._headers(), self._groups(current, shown))
        else:
            self.add_paragraph(tr("Price: unknown"), tone=Tone.MUTED)
        if shown.entry.ptu:
            self._add_ptu(shown)
        past = [*stated[Time.EXPIRED], *stated[Time.REPLACED]]
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
        self.add_heading(tr("Prices per 1M tokens") + f": {names}")
        rows = token_prices((shown.entry,), shown.context.view).rows
        self.add_facts(list(facts(rows, shown)))
        self.add_heading(tr("All prices"))

    def _headers(self) -> tuple[str, str, str]:
        return ("", tr("Price"), tr("Where"))

    def _expired_notes(self, shown: OnShow) -> Iterator[str]:
        """Say for each scope that only an ended input price is known."""
        for scope in Scope:
            line = PriceLine(TokenCategory.INPUT, scope)
            told = token_price(shown.entry, line, shown.context.view.anywhere)
            if Qualifier.ENDED in told.qualifiers and told.until is not None:
                yield tr(
                    "{scope}: the last known price was valid until {day}; since then it is unknown."
                ).format(scope=shown.context.word(labels.SCOPES, scope), day=shown.day(told.until))

    def _groups(
        self, prices: Iterable[Price], shown: OnShow, *, opened: bool = True
    ) -> list[FactGroup]:
        groups: dict[_Group, list[Price]] = {}
        for price in prices:
            groups.setdefault((price.fine_tuned, price.tier, price.scope), []).append(price)
        built = []
        for group in groups:
            rows = tuple(price_rows(groups[group], shown))
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
        # What is in force stands first, what has expired below it, in amber.
        known.sort(key=lambda each: time_of(each, shown.today) is Time.EXPIRED)
        groups = []
        for scope in Scope.of(price.scope for price in known):
            rows = tuple(price_rows((each for each in known if each.scope is scope), shown))
            groups.append(
                FactGroup(FactRow((shown.context.word(labels.SCOPES, scope.value),)), rows)
            )
        if groups:
            self.add_table(tr("Price of one PTU"), self._headers(), groups)
        else:
            self.add_paragraph(tr("Price: unknown"), tone=Tone.MUTED)
