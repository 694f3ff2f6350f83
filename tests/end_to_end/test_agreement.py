# SPDX-License-Identifier: MIT
"""One question, one answer: wherever something is asked, amount, date and status are the same."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cached_property
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtWidgets import QApplication

from azmodels_gui.answers.answer import Answer, Money, Qualifier, Status
from azmodels_gui.answers.availability import regions_by_type
from azmodels_gui.answers.capacity import ptu_price, quotas
from azmodels_gui.answers.lifecycle import lifecycle
from azmodels_gui.answers.prices import (
    PriceLine,
    Time,
    entry_price,
    stated_prices,
    together,
    token_price,
    token_prices,
)
from azmodels_gui.answers.successor import successor
from azmodels_gui.answers.viewpoint import Viewpoint
from azmodels_gui.calculator.payg import PaygTerms, payg_request
from azmodels_gui.calculator.place import Place
from azmodels_gui.calculator.ptu_cost import PtuTerms, ptu_rates
from azmodels_gui.calculator.workload import Workload
from azmodels_gui.catalog.document import DeploymentType, Entry, EntryKey, Region
from azmodels_gui.catalog.fact_dates import claims_told
from azmodels_gui.catalog.index import CatalogIndex
from azmodels_gui.catalog.query import CatalogQuery
from azmodels_gui.catalog.terms import (
    Availability,
    Billing,
    PriceTier,
    Scope,
    Term,
    TokenCategory,
    Unit,
)
from azmodels_gui.cli.output import Words, json_text
from azmodels_gui.cli.show_entry import Sourced, entry_details, entry_lines, price_lines
from azmodels_gui.language.figures import NO_BREAK_SPACE
from azmodels_gui.sheets.answer_cells import cell
from azmodels_gui.sheets.comparison_sheet import comparison_table
from azmodels_gui.sheets.fact_prices import MAX_PRICES, price_table, signed
from azmodels_gui.sheets.fact_tables import offer_table, quota_tables
from azmodels_gui.sheets.list_sheet import list_table
from azmodels_gui.sheets.order import SheetOrder
from azmodels_gui.sheets.remarks import about_told
from azmodels_gui.sheets.sheet import Cell, CellKind, Table
from azmodels_gui.window.models.cell_context import CellContext, OnShow
from azmodels_gui.window.models.columns import COLUMN_NUMBERS, COLUMNS
from azmodels_gui.window.models.pane import Pane, facts
from azmodels_gui.window.models.panes import AvailabilityPane, CapacityPane
from azmodels_gui.window.models.prices_pane import PricesPane
from azmodels_gui.window.theme import Theme
from tests.builders import shipped_catalog
from tests.window.samples import read_resource
from tests.window.test_details import lines

DAY = date(2026, 11, 29)
"""The catalogue that is shipped speaks of it."""
INPUT = TokenCategory.INPUT
CATALOG = shipped_catalog()
INDEX = CatalogIndex(CATALOG, DAY)
ENTRIES = {entry.key: entry for entry in INDEX.entries}
PRICED = [key for key, entry in ENTRIES.items() if INPUT in entry.prices_by_category]
SIZED = [key for key, entry in ENTRIES.items() if entry.ptu]
KINDS = {kind.id: kind for kind in CATALOG.deployment_types if kind.billing is Billing.PAYG}
PLACES = {region.id: region for region in CATALOG.regions}
REGIONS = st.none() | st.sampled_from(list(PLACES))


@dataclass(frozen=True)
class Asked:
    """One entry, looked at from one place, with the answer of every part of the program."""

    entry: Entry
    region: Region | None
    kind: DeploymentType | None = None

    @cached_property
    def context(self) -> CellContext:
        """What the table and the panes go by."""
        query = CatalogQuery(
            regions=frozenset([self.region.id] if self.region else ()),
            deployment_types=frozenset([self.kind.id] if self.kind else ()),
        )
        return CellContext(INDEX, "en", query)

    @property
    def view(self) -> Viewpoint:
        """From where it is asked."""
        return self.context.view

    @cached_property
    def order(self) -> SheetOrder:
        """What the sheets go by."""
        return SheetOrder(INDEX.catalog, DAY, "en", regions=(self.region,) if self.region else ())

    def in_table(self, column: str) -> str:
        """Return what the table shows."""
        return COLUMNS[COLUMN_NUMBERS[column]].text(self.entry, self.context)

    def in_comparison(self) -> dict[str, Cell]:
        """Return the rows of the comparison."""
        table = comparison_table([self.entry], self.order)
        return {row.key: row.cells[0] for row in table.rows}

    def in_list(self, words: str) -> Cell:
        """Return a cell of the list, by the words of its heading."""
        table = list_table([self.entry], self.view, self.order)
        heading = self.order.words(words, currency=self.order.conversion.currency)
        (at,) = (at for at, each in enumerate(table.columns) if each.title == heading)
        (row,) = table.rows
        return row.cells[at]

    def in_json(self) -> dict[str, Any]:
        """Return what `show --format json` prints."""
        told: dict[str, Any] = json.loads(json_text(entry_details(self.entry, self.view)))
        return told


def amount_in(told: dict[str, Any]) -> Money | None:
    """Return the amount of an answer in JSON."""
    return None if told["amount"] is None else Money(Decimal(told["amount"]), told["currency"])


def plain(text: str) -> str:
    return text.replace(NO_BREAK_SPACE, " ")


@given(key=st.sampled_from(PRICED), region=REGIONS, kind=st.sampled_from(list(KINDS)))
def test_a_price_per_token_is_the_same_everywhere(
    key: EntryKey, region: str | None, kind: str
) -> None:
    asked = Asked(ENTRIES[key], PLACES.get(region or ""), KINDS[kind])
    entry = asked.entry
    answer = entry_price(entry, INPUT, asked.view)
    line = PriceLine(INPUT, KINDS[kind].scope)
    if any(price.variant or price.unit is not Unit.MILLION_TOKENS for price in entry.prices):
        return  # a price of a variant stands for the entry, and no line is for it
    told = cell(answer, asked.order)
    # On the narrow columns of a list a sign stands for the words, which its legend tells.
    assert asked.in_list("price_input") == signed(told, asked.order)
    of_line = token_price(entry, line, asked.view)
    if of_line.status is Status.KNOWN and of_line.value is None:  # a range by region
        amounts = [each.amount for each in of_line.values if isinstance(each, Money)]
        assert isinstance(answer.value, Money)
        assert answer.value.amount == min(amounts)
        return
    assert of_line.status is answer.status
    assert told.text == cell(of_line, asked.order).text
    compared = asked.in_comparison().get(line.key)
    assert compared is None or compared.text == told.text
    json = asked.in_json()["lowest_prices"]["input"]
    assert (json["status"], amount_in(json)) == (answer.status, answer.value)
    _same_in_table(asked, answer)
    _same_as_reckoned(asked, answer)


def _same_in_table(asked: Asked, answer: Answer) -> None:
    shown = asked.in_table("input_price")
    if answer.status is Status.KNOWN and isinstance(answer.value, Money):
        assert plain(shown) in plain(cell(answer, asked.order).text)
        since = asked.in_table("price_since")
        assert (since == "unknown") is (answer.since is None)
    elif answer.status is not Status.KNOWN:
        assert shown in ("unknown", "expired", "conflicting sources")
        assert (shown == "expired") is (Qualifier.ENDED in answer.qualifiers)


def _same_as_reckoned(asked: Asked, answer: Answer) -> None:
    """Hold it against what `cost` reckons with."""
    assert asked.kind is not None
    terms = PaygTerms(
        place=Place(asked.kind.scope, asked.region),
        day=DAY,
        tier=PriceTier.STANDARD,
        regions=CATALOG.regions,
    )
    (part, *_) = payg_request(
        asked.entry, Workload(requests_per_minute=1, input_tokens=1), terms
    ).parts
    price = part.listed_price
    if price is None:
        assert not isinstance(answer.value, Money) or answer.status is not Status.KNOWN
        return
    assert answer.value == Money(price.amount, price.currency)
    assert (answer.since, answer.until) == (price.effective_from, price.effective_until)
    assert (Qualifier.SECONDARY in answer.qualifiers) is price.secondary


@given(
    key=st.sampled_from(SIZED),
    region=REGIONS,
    scope=st.sampled_from(list(Scope)),
    term=st.sampled_from(list(Term)),
)
def test_a_price_of_a_ptu_is_the_same_everywhere(
    key: EntryKey, region: str | None, scope: Scope, term: Term
) -> None:
    entry, place = ENTRIES[key], PLACES.get(region or "")
    asked = Asked(entry, place)
    answer = ptu_price(entry, scope, term, asked.view)
    told = cell(answer, asked.order)
    row = asked.in_comparison().get(f"ptu_price:{scope}:{term}")
    assert (told.text == "unknown") if row is None else (row.text == told.text)
    found = {(each["scope"], each["term"]): each for each in asked.in_json()["ptu_prices"]}.get(
        (scope, term)
    )
    if found is not None:
        assert (found["status"], amount_in(found)) == (answer.status, answer.value)
    else:
        assert not answer.sources
    rate = ptu_rates(CATALOG, entry.model, PtuTerms(place=Place(scope, place), day=DAY))[term]
    price = rate.answer.price
    expected = None if price is None else Money(price.amount, price.currency)
    assert (answer.value if answer.status is Status.KNOWN else None) == expected


@given(key=st.sampled_from(list(ENTRIES)))
def test_a_date_and_a_stage_are_the_same_everywhere(key: EntryKey) -> None:
    entry = ENTRIES[key]
    asked = Asked(entry, None)
    rows, listed, json = asked.in_comparison(), asked.in_list, asked.in_json()
    day = entry.version.lifecycle.retirement_date
    assert rows["retirement"].value == listed("retirement").value == day
    assert json["retirement_date"] == (None if day is None else day.isoformat())
    in_table = asked.in_table("retirement_date")
    assert in_table in rows["retirement"].text
    assert listed("days_left").value == rows["days_left"].value == json["days_left"]
    assert rows["stage"].text == listed("stage").text
    assert (json["stage"] is None) is (rows["stage"].text == "unknown")
    past = isinstance(day, date) and day < DAY
    assert json["past_date"] is past
    assert rows["context_window"].value == json["context_window"]


@given(key=st.sampled_from(list(ENTRIES)), region=REGIONS)
def test_regions_by_type_are_the_same_everywhere(key: EntryKey, region: str | None) -> None:
    asked = Asked(ENTRIES[key], PLACES.get(region or ""))
    if asked.entry.is_service:
        return
    json, sheet = asked.in_json(), offer_table(asked.entry, asked.order)
    stated = {each["deployment_type"]: each for each in json["offers"]}
    compared = asked.in_comparison()
    rows = {row.key: row.cells for row in sheet.rows}
    for each in regions_by_type(asked.entry, asked.view.anywhere, asked.view.shown_types):
        told, regions = stated.get(each.key), each.regions
        assert (told is None) is (each.together.status is Status.NOT_OFFERED)
        if told is not None:
            assert told["regions"] == list(regions.offered)
            assert told["unknown_regions"] == list(regions.unknown)
            assert told["disputed_regions"] == list(regions.disputed)
        if region is None:
            count = compared[f"count:{each.key}"]
            assert count.text.split(",")[0] in (str(len(regions.offered)), "unknown")
            names = [PLACES[each].name for each in regions.offered]
            assert (rows[each.key][0].text == ", ".join(names)) is bool(names)
        else:
            here = compared[f"{region}:{each.key}"]
            offered = rows[each.key][0].text == PLACES[region].name
            assert offered is (region in regions.offered)
            assert (here.text.split(",")[0] == "offered") is offered
            assert offered or here.text == rows[each.key][0].text


@given(key=st.sampled_from([key for key, entry in ENTRIES.items() if entry.quotas]))
def test_a_quota_is_the_same_everywhere(key: EntryKey) -> None:
    asked = Asked(ENTRIES[key], None)
    told = quotas(asked.entry, asked.view)
    tables = quota_tables(asked.entry, asked.order)
    rows = [row for table in tables for row in table.rows]
    figures, in_comparison = [], asked.in_comparison()
    for each in told:
        for line in each.tiers:
            figures.append((each.kind, line.tier, line.tokens.value))
            if line.tokens.status is Status.KNOWN:
                expected = cell(line.tokens, asked.order).text
                tier = [row for row in rows if row.key == f"quota:{line.tier}"]
                shown = [re.split(r" / | · ", one.text) for row in tier for one in row.cells]
                assert any(expected in texts for texts in shown)
            compared = in_comparison.get(f"quota:{each.kind}:{line.tier}")
            if compared is not None and not each.queued:
                assert compared.value == line.tokens.value
    stated = [
        (each["deployment_type"], each["tier"], each["tpm"] or each["enqueued_tokens"])
        for each in asked.in_json()["quotas"]
    ]
    numbers = [(*line[:2], line[2] if isinstance(line[2], int) else None) for line in figures]
    assert sorted(map(str, numbers)) == sorted(map(str, stated))


@pytest.fixture
def theme(qapp: QApplication) -> Theme:
    return Theme(read_resource)


def amounts_on_sheet(asked: Asked) -> Iterator[object]:
    for block in price_table(asked.entry, asked.order):
        if isinstance(block, Table):
            for row in block.rows:
                yield from (each.value for each in row.cells if each.kind is CellKind.MONEY)


@given(key=st.sampled_from(PRICED))
def test_the_stated_prices_are_the_same_everywhere(key: EntryKey) -> None:
    asked = Asked(ENTRIES[key], None)
    stated = stated_prices(asked.entry.prices, DAY)
    json = asked.in_json()["prices"]
    assert {time: [each["amount"] for each in json[time]] for time in Time} == {
        time: [f"{price.amount:f}" for price in prices] for time, prices in stated.items()
    }
    found = together(stated[Time.IN_FORCE])
    shown = set(amounts_on_sheet(asked))
    assert shown <= {price.amount for price in stated[Time.IN_FORCE]}
    for row in token_prices((asked.entry,), asked.view).rows:
        (told,) = row.answers
        if isinstance(told.value, Money) and told.status is Status.KNOWN:
            assert told.value.amount in shown
    printed = list(price_lines(asked.entry, asked.view, Sourced(asked.view, Words("en"))))
    assert ("In force:" in printed) is bool(found)
    assert ("Replaced:" in printed) is bool(stated[Time.REPLACED])
    for each in found[:MAX_PRICES]:
        amount = plain(asked.order.cells.price_text(each.price.amount, each.price.currency))
        assert any(f" {amount} " in line for line in printed)


@given(key=st.sampled_from(list(ENTRIES)), region=REGIONS)
def test_the_successor_is_the_same_everywhere(key: EntryKey, region: str | None) -> None:
    asked = Asked(ENTRIES[key], PLACES.get(region or ""))
    rows = successor((asked.entry,), asked.view).rows
    json, compared = asked.in_json()["successor"], asked.in_comparison()
    printed = " ".join(" ".join(entry_lines(asked.entry, asked.view, Words("en"))).split())
    shown = {fact.name: fact.text for fact in facts(rows, OnShow(asked.entry, asked.context))}
    for row in rows:
        told = compared[row.key]
        assert plain(told.text) in printed
        assert row.answers[0].status is Status.DOES_NOT_APPLY or told.text in shown.values()
    named = view_successor(asked)
    assert json["successor"] == (named and named.model.id)
    if named is not None:
        assert rows[0].answers[0].value == named.title
        price = entry_price(asked.entry, INPUT, asked.view)
        told_price = json["compared"].get("input")
        assert told_price is None or amount_in(told_price["before"]) == price.value


def view_successor(asked: Asked) -> Entry | None:
    found = asked.view.successors.of(asked.entry).successor
    return None if found is None else found.entry


@given(
    key=st.sampled_from([key for key, entry in ENTRIES.items() if entry.version.conflicts]),
    language=st.sampled_from(["en", "de"]),
)
def test_what_sources_disagree_on_is_told_alike(key: EntryKey, language: str) -> None:
    asked = Asked(ENTRIES[key], None)
    order = SheetOrder(INDEX.catalog, DAY, language)
    printed = " ".join(" ".join(entry_lines(asked.entry, asked.view, Words(language))).split())
    for conflict in asked.entry.version.conflicts:
        for told in (about_told(conflict.about, order), *claims_told(conflict, language)):
            assert plain(told) in printed


def filled(pane: type[Pane], name: str, theme: Theme) -> tuple[Asked, list[tuple[str, ...]]]:
    entry = next(each for each in INDEX.entries if each.model.id == name)
    asked, made = Asked(entry, None), pane(theme)
    made.show_entry(OnShow(entry, asked.context))
    return asked, lines(made)


@pytest.mark.parametrize("name", ["gpt-5.4", "gpt-4o", "o3", "DeepSeek-R1", "azure-speech"])
def test_the_pane_counts_the_regions_it_lists(name: str, theme: Theme) -> None:
    asked, shown = filled(AvailabilityPane, name, theme)
    for each in regions_by_type(asked.entry, asked.view, asked.view.catalog.deployment_types):
        at = next(at for at, line in enumerate(shown) if line[0] == each.name.en)
        count = len(each.regions.offered)
        if each.regions.amount_to() is Availability.UNKNOWN:
            assert shown[at][1:] == ("unknown", "unknown")
        else:
            assert shown[at][2].split(" ")[0] == str(count)
            below = [line[0] for line in shown[at + 1 : at + 2 + count]]
            assert {PLACES[region].name for region in each.regions.offered} <= set(below)


@pytest.mark.parametrize("name", ["gpt-5.4", "gpt-4o", "o3", "gpt-image-2"])
def test_the_pane_has_the_quotas_of_the_sheet(name: str, theme: Theme) -> None:
    asked, shown = filled(CapacityPane, name, theme)
    tables = quota_tables(asked.entry, asked.order)
    assert tables
    told = {text for line in shown for text in line}
    for row in (row for table in tables for row in table.rows):
        figures = (each.text.removesuffix(each.after) for each in row.cells)
        assert {text for text in figures if text != "–"} <= told


@pytest.mark.parametrize("name", ["gpt-5.4", "gpt-4o", "o3", "gpt-image-2"])
def test_the_pane_has_the_stated_prices_of_the_sheet(name: str, theme: Theme) -> None:
    asked, shown = filled(PricesPane, name, theme)
    told = {line[1] for line in shown if len(line) > 1}
    priced = (asked.order.conversion.priced(asked.entry).prices, asked.order.day)
    amounts = {price.amount: price.currency for price in stated_prices(*priced)[Time.IN_FORCE]}
    for amount in amounts_on_sheet(asked):
        assert isinstance(amount, Decimal)
        assert asked.order.cells.price_text(amount, amounts[amount]) in told


@pytest.mark.parametrize("name", ["gpt-5.4", "gpt-4.1", "o3"])
def test_the_panes_have_the_words_of_the_comparison(name: str) -> None:
    entry = next(each for each in INDEX.entries if each.model.id == name)
    region = next(each for each in CATALOG.regions if each.id == "germanywestcentral")
    asked = Asked(entry, region)
    compared = {each.text for each in asked.in_comparison().values()}
    shown = OnShow(entry, asked.context)
    for section in (lifecycle((entry,), asked.view), token_prices((entry,), asked.view)):
        assert {fact.text for fact in facts(section.rows, shown)} <= compared
