# SPDX-License-Identifier: MIT
"""Amounts that must not be compared, and prices that the catalogue has in several currencies."""

from decimal import Decimal

import pytest

from azmodels_gui.answers.viewpoint import Conversion
from azmodels_gui.catalog.document import Model
from azmodels_gui.catalog.facts import PtuParameters, PtuPrice
from azmodels_gui.catalog.terms import Scope, Term, TokenCategory
from azmodels_gui.sheets.csv_file import CsvStyle, csv_bytes
from azmodels_gui.sheets.order import SheetOrder
from azmodels_gui.sheets.sheet import Cell, CellKind, Mark, Row, Sheet, SheetKind
from tests.builders import REGIONS, catalog, model, price, region
from tests.sheets.samples import DAY, made

HERE, THERE = "swedencentral", "japaneast"
INPUT_IN_ZONE = "price:data_zone:standard:short:input"
PTU_PRICE = "ptu_price:regional:hour"
PARAMETERS = PtuParameters(
    input_tpm_per_ptu=1_000, weights=(), sizing=(), long_context=False, source="types"
)
NONE, HALF = Conversion("EUR"), Conversion("EUR", Decimal("0.5"))


def rows_of(sheet: Sheet) -> dict[str, Row]:
    return {row.key: row for table in sheet.tables for row in table.rows}


def cells(key: str, *models: Model, money: Conversion = NONE, **more: object) -> tuple[Cell, ...]:
    """Return a line of the comparison of some models."""
    asked = SheetOrder(catalog(*models, **more), DAY, conversion=money)
    return rows_of(made(SheetKind.COMPARISON, asked, len(models)))[key].cells


def in_zone(name: str, *amounts: tuple[str, tuple[str, ...]]) -> Model:
    prices = (price(amount, scope=Scope.DATA_ZONE, regions=where) for amount, where in amounts)
    return model(name, prices=tuple(prices))


@pytest.mark.parametrize(
    ("amounts", "kind"),
    [
        pytest.param((("2.50", (HERE,)), ("3.00", (THERE,))), CellKind.TEXT, id="by region"),
        pytest.param((("2.50", (HERE,)), ("3.00", (HERE,))), CellKind.CONFLICT, id="disputed"),
    ],
)
def test_no_price_is_best_beside_several_of_which_one_may_be_lower(
    amounts: tuple[tuple[str, tuple[str, ...]], ...], kind: CellKind
) -> None:
    one, dear = (in_zone(each, (each, (HERE, THERE))) for each in ("2.75", "9.00"))
    found = cells(INPUT_IN_ZONE, one, in_zone("several", *amounts), dear, money=Conversion())
    assert found[1].kind is kind
    assert Mark.BEST not in [cell.mark for cell in found]


@pytest.mark.parametrize(
    "amounts",
    [
        pytest.param((("2.75", (HERE,)), ("3.00", (THERE,))), id="by region"),
        pytest.param((("2.80", (HERE,)), ("3.00", (HERE,))), id="disputed"),
    ],
)
def test_a_price_that_no_amount_of_the_others_is_below_is_best(
    amounts: tuple[tuple[str, tuple[str, ...]], ...],
) -> None:
    one, dear = (in_zone(each, (each, (HERE, THERE))) for each in ("2.75", "9.00"))
    found = cells(INPUT_IN_ZONE, one, in_zone("several", *amounts), dear, money=HALF)
    assert [cell.mark is Mark.BEST for cell in found] == [True, False, False]


def test_many_regions_with_one_price_are_counted_from_the_seventh() -> None:
    extra = tuple(region(f"Region {number}", "EU", "Europe", "Europe") for number in range(9))
    priced = in_zone("a", ("2.75", (HERE,)), ("3.00", tuple(each.id for each in extra)))
    found = catalog(priced, regions=(*REGIONS, *extra))
    asked = SheetOrder(found, DAY, regions=(*extra, REGIONS[1]))
    cell = rows_of(made(SheetKind.COMPARISON, asked, 1))[INPUT_IN_ZONE].cells[0]
    assert cell.text.startswith("Region 0, Region 1, ")
    assert "Region 5 and 3 more: $3.00; Sweden Central: $2.75" in cell.text


def test_many_regions_are_told_by_price_and_those_without_one_are_counted() -> None:
    extra = tuple(region(f"Region {number}", "EU", "Europe", "Europe") for number in range(9))
    same = tuple(each.id for each in extra[:3])
    priced = in_zone("a", ("2.75", (HERE,)), ("3.00", same))
    regions = (*extra, REGIONS[1])
    found = catalog(priced, regions=(*REGIONS, *extra))
    asked = SheetOrder(found, DAY, regions=regions)
    cell = rows_of(made(SheetKind.COMPARISON, asked, 1))[INPUT_IN_ZONE].cells[0]
    assert cell.text == (
        "Region 0, Region 1, Region 2: $3.00; Sweden Central: $2.75; unknown in 6 regions"
    )


def test_amounts_in_dispute_stay_words_in_a_csv() -> None:
    disputed = in_zone("a", ("2.50", (HERE,)), ("3.00", (HERE,)))
    asked = SheetOrder(catalog(disputed, disputed.but(id="b")), DAY)
    text = csv_bytes(made(SheetKind.COMPARISON, asked, 2), CsvStyle(";", ",")).decode()
    assert text.count("conflicting: $2.50 / $3.00") == 4  # among the key facts as well


def test_beside_an_unknown_price_the_lowest_known_one_is_best() -> None:
    one, dear = (in_zone(each, (each, (HERE,))) for each in ("2.75", "9.00"))
    found = cells(INPUT_IN_ZONE, one, model("nothing"), dear, money=Conversion())
    assert [cell.mark for cell in found] == [Mark.BEST, Mark.NONE, Mark.NONE]


def ptu(amount: str, currency: str, product: str, *regions: str) -> PtuPrice:
    return PtuPrice(
        product=product,
        scope=Scope.REGIONAL,
        term=Term.HOUR,
        amount=Decimal(amount),
        currency=currency,
        regions=regions,
        source="prices",
    )


def ptu_model(name: str) -> Model:
    return model(name, ptu=(PARAMETERS,), channel="azure_openai")


SHARED = "Foundry models (one PTU price for all)"


@pytest.mark.parametrize(
    ("listed", "money", "told"),
    [
        pytest.param(("USD",), NONE, "unknown", id="no way to euro"),
        pytest.param(("USD",), HALF, "€1.00", id="converted"),
        pytest.param(("USD", "EUR"), NONE, "€7.00", id="as the catalogue has it"),
        pytest.param(("USD", "EUR"), HALF, "€7.00", id="the catalogue's before a converted one"),
    ],
)
def test_ptu_prices_go_by_the_currency_of_the_sheet(
    listed: tuple[str, ...], money: Conversion, told: str
) -> None:
    amounts = {"USD": "2", "EUR": "7"}
    prices = tuple(ptu(amounts[each], each, SHARED) for each in listed)
    sheet = rows_of(
        made(
            SheetKind.COMPARISON,
            SheetOrder(catalog(ptu_model("a"), ptu_prices=prices), DAY, conversion=money),
            1,
        )
    )
    found = sheet[PTU_PRICE].cells[0].text if PTU_PRICE in sheet else "unknown"
    assert found == told


@pytest.mark.parametrize(
    ("listed", "money", "told"),
    [
        pytest.param(("USD",), NONE, "unknown", id="no way to euro"),
        pytest.param(("USD",), HALF, "€1.00", id="converted"),
        pytest.param(("USD", "EUR"), NONE, "€7.00", id="as the catalogue has it"),
    ],
)
def test_a_list_in_euro_has_no_dollars(
    listed: tuple[str, ...], money: Conversion, told: str
) -> None:
    amounts = {"USD": "2", "EUR": "7"}
    prices = tuple(price(amounts[each], TokenCategory.INPUT, currency=each) for each in listed)
    asked = SheetOrder(catalog(model("a", prices=prices)), DAY, conversion=money)
    sheet = made(SheetKind.LIST, asked, 1)
    assert told in [cell.text for row in rows_of(sheet).values() for cell in row.cells]
    assert "$" not in " ".join(cell.text for row in rows_of(sheet).values() for cell in row.cells)
