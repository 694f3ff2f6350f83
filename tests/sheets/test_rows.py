# SPDX-License-Identifier: MIT
"""Rows of sheets for what sources say less plainly: ranges, disputes, several regions, dates."""

import re
from datetime import date
from typing import Any

import pytest

from azmodels_gui.catalog.document import Catalog, Model, Note, Route
from azmodels_gui.catalog.facts import (
    Claim,
    Conflict,
    FineTuningLifecycle,
    Lifecycle,
    ModelVersion,
    Quota,
)
from azmodels_gui.catalog.terms import Scope, Stage, TokenCategory
from azmodels_gui.sheets.csv_file import csv_bytes
from azmodels_gui.sheets.sheet import CellKind, Mark, Row, Sheet, SheetKind, Text
from tests.builders import catalog, model, offer, price, text, version
from tests.sheets.samples import EAST_US_2, GERMANY, SWEDEN, made, order

INPUT_IN_ZONE = "price:data_zone:standard:short:input"


def sheet_of(kind: SheetKind, *models: Model, **more: Any) -> Sheet:
    found: Catalog = catalog(*models)
    return made(kind, order("en", found, **more), len(models))


def rows_of(sheet: Sheet) -> dict[str, Row]:
    """Return what stands below the key facts, which say part of it before."""
    groups = (group for table in sheet.tables for group in table.groups)
    return {row.key: row for group in groups if group.key != "key_facts" for row in group.rows}


def zone_prices(*amounts: tuple[str, tuple[str, ...]]) -> Model:
    prices = tuple(
        price(amount, scope=Scope.DATA_ZONE, regions=regions) for amount, regions in amounts
    )
    return model("alpha", prices=prices)


def test_a_price_that_differs_by_region_is_a_range() -> None:
    priced = zone_prices(("2.75", ("swedencentral",)), ("3.00", ("japaneast",)))
    cell = rows_of(sheet_of(SheetKind.COMPARISON, priced, regions=()))[INPUT_IN_ZONE].cells[0]
    assert (cell.kind, cell.text) == (CellKind.TEXT, "$2.75 to $3.00 by region")


def test_a_range_of_a_secondary_source_says_so() -> None:
    prices = tuple(
        price(amount, scope=Scope.DATA_ZONE, data_zone=zone, secondary=True)
        for amount, zone in (("0.12", "EU"), ("0.11", "US"))
    )
    priced = model("alpha", prices=prices)
    cell = rows_of(sheet_of(SheetKind.COMPARISON, priced, regions=()))[INPUT_IN_ZONE].cells[0]
    assert cell.text == "$0.11 to $0.12 by region (secondary)"


def test_several_regions_are_told_apart_where_they_differ() -> None:
    priced = zone_prices(("2.75", ("swedencentral",)), ("3.00", ("eastus2",)))
    sheet = sheet_of(SheetKind.COMPARISON, priced, regions=(SWEDEN, EAST_US_2, GERMANY))
    cell = rows_of(sheet)[INPUT_IN_ZONE].cells[0]
    assert cell.text == "Sweden Central: $2.75; East US 2: $3.00; Germany West Central: unknown"


def test_several_regions_without_a_price_are_one_unknown() -> None:
    priced = zone_prices(("2.75", ("japaneast",)))
    sheet = sheet_of(SheetKind.COMPARISON, priced, regions=(SWEDEN, GERMANY))
    cell = rows_of(sheet)[INPUT_IN_ZONE].cells[0]
    assert (cell.kind, cell.text) == (CellKind.UNKNOWN, "unknown here; elsewhere $2.75")


def test_disputed_prices_stand_side_by_side() -> None:
    disputed = model("alpha", prices=(price("2.50"), price("2.75")))
    key = "price:global:standard:short:input"
    cell = rows_of(sheet_of(SheetKind.COMPARISON, disputed))[key].cells[0]
    assert (cell.kind, cell.text) == (CellKind.CONFLICT, "conflicting: $2.50 / $2.75")


def test_a_retirement_not_before_a_day_stays_one() -> None:
    lifecycle = Lifecycle(
        stage=Stage.GENERALLY_AVAILABLE,
        retirement_date=date(2027, 9, 2),
        retirement_not_before=True,
        source="schedule",
    )
    sheet = sheet_of(
        SheetKind.COMPARISON, model("a", ModelVersion(version="1", lifecycle=lifecycle))
    )
    cell = rows_of(sheet)["retirement"].cells[0]
    assert cell.text == "not before 2\N{NO-BREAK SPACE}Sep\N{NO-BREAK SPACE}2027"
    assert cell.value == date(2027, 9, 2)
    assert "not before" in csv_bytes(sheet).decode("utf-8-sig")


def test_retirement_of_fine_tuned_models_is_shown_where_known() -> None:
    tuned = Lifecycle(
        stage=Stage.LEGACY,
        fine_tuning=FineTuningLifecycle(
            training_retirement=date(2026, 12, 1),
            deployment_retirement=date(2027, 12, 1),
            source="schedule",
        ),
        source="schedule",
    )
    sheet = sheet_of(
        SheetKind.COMPARISON, model("a", ModelVersion(version="1", lifecycle=tuned)), model("b")
    )
    cells = rows_of(sheet)["fine_tuning_deployment"].cells
    assert [cell.kind for cell in cells] == [CellKind.DATE, CellKind.UNKNOWN]
    assert cells[0].value == date(2027, 12, 1)


@pytest.mark.parametrize(
    ("about", "told"),
    [
        pytest.param("retirement_date", "Retirement date", id="a date"),
        pytest.param("max_output", "Max output", id="a limit"),
        pytest.param("availability:GlobalBatch", "batch global", id="an offer"),
        pytest.param(
            "price:cached_input:long:priority:global",
            "Cached input, global, priority, long context",
            id="a price",
        ),
        pytest.param("price:something:new", "price:something:new", id="a price of a new kind"),
        pytest.param("something_new", "something_new", id="something newer than the program"),
    ],
)
def test_a_dispute_is_named_in_words(about: str, told: str) -> None:
    disputed = Conflict(
        about=about,
        claims=(Claim(value="one", source="matrix"), Claim(value="other", source="prices")),
    )
    sheet = sheet_of(SheetKind.COMPARISON, model("a", version("1", conflicts=(disputed,))))
    assert sheet.remarks[0].text == f"a 1, {told}. Sources say: one; other."


def test_equal_remarks_are_told_once_and_figures_they_concern_are_marked() -> None:
    note = text("Ask Microsoft.")
    disputed = tuple(
        Conflict(about=about, claims=(Claim(value="x", source="matrix"),), note=note)
        for about in ("retirement_date", "availability:GlobalBatch")
    )
    one = version("1", retirement=date(2027, 1, 1), conflicts=disputed)
    sheet = sheet_of(SheetKind.COMPARISON, model("a", one))
    assert sheet.remarks[0].text == "a 1, Retirement date, batch global: Ask Microsoft."
    assert rows_of(sheet)["retirement"].cells[0].mark is Mark.WARNING


def test_a_dispute_about_other_regions_is_left_out() -> None:
    disputed = Conflict(
        about="availability:GlobalBatch",
        claims=(Claim(value="x", source="matrix"),),
        regions=("japaneast",),
    )
    one = model("a", version("1", conflicts=(disputed,)))
    here = sheet_of(SheetKind.COVERAGE, one)
    everywhere = sheet_of(SheetKind.COVERAGE, one, regions=())
    assert here.remarks[0].text == "No conflicts between sources on this sheet."
    assert "Japan East" in everywhere.remarks[0].text


def test_a_list_spells_out_some_disputes_and_counts_the_rest() -> None:
    disputed = Conflict(about="version", claims=(Claim(value="x", source="matrix"),))
    models = [model(f"m{number}", version("1", conflicts=(disputed,))) for number in range(45)]
    sheet = sheet_of(SheetKind.LIST, *models)
    assert len(sheet.remarks) == 41
    assert sheet.remarks[-1].text.startswith("5 more conflicts")


def test_fact_sheets_have_quotas_routes_notes_and_count_what_is_left_out() -> None:
    quotas = (
        Quota(tier="default", requests=5, request_period_s=10, source="matrix"),
        Quota(deployment_type="GlobalBatch", tier="1", enqueued_tokens=2_000, source="matrix"),
        Quota(deployment_type="GlobalStandard", tier="1", tpm=9, requests=60, source="matrix"),
    )
    prices = (
        *(price(f"{number}.5", variant=f"size {number}") for number in range(1, 70)),
        price("9", effective_until=date(2026, 1, 1)),
        price("3", TokenCategory.OUTPUT, fine_tuned=True, secondary=True),
    )
    rich = model(
        "a",
        quotas=quotas,
        prices=prices,
        routes_to=(Route(target="b (1)", source="types"),),
        notes=(Note(text=text("A remark."), source="types"),),
    )
    sheet = sheet_of(SheetKind.FACTS, rich)
    told = [
        line.text
        for part in sheet.parts
        for block in part.blocks
        if isinstance(block, Text)
        for line in block.sentences
    ]
    cells = [cell.text for table in sheet.tables for row in table.rows for cell in row.cells]
    assert {"5 requests per 10 s", "9 · 60", "2,000"} <= set(cells)
    assert "46 more prices are in the catalogue (azmodels show)." in told
    assert "One price has ended and is left out." in told
    assert {"A remark.", "Routes to: b (1)"} <= set(told)


@pytest.mark.parametrize(
    ("changed", "told"),
    [
        pytest.param({"disputed": (GERMANY.id,)}, "conflicting sources: regional", id="disputed"),
        pytest.param({"covered": ("japaneast",)}, "unknown", id="no source speaks of it"),
        pytest.param({"covered": (GERMANY.id,)}, "not offered: regional", id="a no"),
    ],
)
def test_a_fact_sheet_says_no_only_where_a_source_does(
    changed: dict[str, tuple[str, ...]], told: str
) -> None:
    one = model("a", version("1", offers=(offer("Standard").but(**changed),)))
    sheet = sheet_of(SheetKind.FACTS, one)
    assert told in rows_of(sheet)[GERMANY.id].cells[0].text
    grid = next(table for table in sheet.tables if table.signs)
    dated = "– not offered (as of 5 Oct 2026)" in grid.legend
    assert dated is told.startswith("not offered")


def test_a_fact_sheet_without_prices_says_so() -> None:
    sheet = sheet_of(SheetKind.FACTS, model("a"))
    texts = [block for part in sheet.parts for block in part.blocks if isinstance(block, Text)]
    assert any(
        line.text == "No source states a price in force." for t in texts for line in t.sentences
    )


def test_an_offered_zone_without_a_price_is_a_row_and_an_unknown() -> None:
    here = offer("DataZoneStandard", GERMANY.id)
    one = model("a", version("1", offers=(here,)), prices=(price("2"),))
    sheet = sheet_of(SheetKind.COMPARISON, one)
    assert rows_of(sheet)[INPUT_IN_ZONE].cells[0].kind is CellKind.UNKNOWN
    assert unknown_told(sheet) == sum(
        row.cells[0].kind is CellKind.UNKNOWN for row in rows_of(sheet).values()
    )


def unknown_told(sheet: Sheet) -> int:
    """Return how many unknown facts the remarks name or count."""
    (told,) = (each.text for each in sheet.remarks if "no source states" in each.text)
    *names, last = told.partition("no source states ")[2].rstrip(".").split("; ")
    more = re.fullmatch(r"and (\d+) more", last)
    return len(names) + (int(more[1]) if more else 1)


def test_a_region_without_a_price_among_others_counts_as_unknown() -> None:
    priced = zone_prices(("2.75", ("swedencentral",)))
    sheet = sheet_of(SheetKind.COMPARISON, priced, regions=(SWEDEN, GERMANY))
    assert rows_of(sheet)[INPUT_IN_ZONE].cells[0].gap
    unknown = [row for row in rows_of(sheet).values() if row.cells[0].kind is CellKind.UNKNOWN]
    assert unknown_told(sheet) == len(unknown) + 1


def test_a_training_not_before_a_day_stays_one() -> None:
    tuned = Lifecycle(
        fine_tuning=FineTuningLifecycle(
            training_retirement=date(2027, 12, 1), training_not_before=True, source="schedule"
        ),
        source="schedule",
    )
    sheet = sheet_of(SheetKind.COMPARISON, model("a", ModelVersion(version="1", lifecycle=tuned)))
    told = rows_of(sheet)["fine_tuning_training"].cells[0].text
    assert told.startswith("not before 1")


def test_a_disputed_day_bears_the_sign_of_a_dispute() -> None:
    claims = (Claim(value="one", source="matrix"), Claim(value="other", source="prices"))
    dated = Lifecycle(
        deprecation_date=date(2027, 1, 1), retirement_date=date(2027, 6, 1), source="schedule"
    )
    disputed = tuple(
        Conflict(about=about, claims=claims) for about in ("deprecation_date", "retirement_date")
    )
    one = ModelVersion(version="1", lifecycle=dated, conflicts=disputed)
    rows = rows_of(sheet_of(SheetKind.COMPARISON, model("a", one)))
    assert [rows[key].cells[0].mark for key in ("deprecated_on", "retirement")] == [
        Mark.WARNING
    ] * 2


def test_no_day_in_the_past_is_the_best() -> None:
    gone = [
        model(name, version("1", stage=Stage.RETIRED, retirement=date(2026, month, 1)))
        for name, month in (("a", 3), ("b", 6))
    ]
    rows = rows_of(sheet_of(SheetKind.COMPARISON, *gone))
    assert {cell.mark for cell in rows["retirement"].cells} == {Mark.WARNING}
    assert {cell.mark for cell in rows["days_left"].cells} == {Mark.WARNING}
