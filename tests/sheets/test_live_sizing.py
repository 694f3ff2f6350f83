# SPDX-License-Identifier: MIT
"""The sizing that a spreadsheet reckons anew: other loads put into its cells, to the cent.

The formulas are reckoned twice: by the few lines below, and by LibreOffice where there is one.
"""

import ast
import io
import operator
import re
import shutil
import subprocess
from collections.abc import Callable
from decimal import ROUND_CEILING, ROUND_HALF_UP, Decimal
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl.worksheet.worksheet import Worksheet

from azmodels_gui.answers.conversion import Conversion
from azmodels_gui.calculator.deployment import Deployment
from azmodels_gui.calculator.estimate import Question, estimate
from azmodels_gui.calculator.month import Month
from azmodels_gui.calculator.month_load import MonthLoad, Users
from azmodels_gui.catalog.terms import Term
from azmodels_gui.sheets.live_sizing import INPUTS, live_table
from azmodels_gui.sheets.order import SheetOrder
from azmodels_gui.sheets.sheet import CellKind, Sheet, Table
from azmodels_gui.sheets.sizing_sheet import sizing_sheet
from azmodels_gui.sheets.spreadsheet import xlsx_bytes
from tests.calculator.samples import TYPES, load
from tests.sheets.samples import DAY, EAST_US_2, order, sheet_catalog, sheet_entries

NAME = "Reckon anew"
OFFICE = shutil.which("soffice")
CATALOG = sheet_catalog()


def sheet_of(made_of: MonthLoad, asked: SheetOrder | None = None, **more: Any) -> Sheet:
    """Return the sizing of two models, of which one has neither PTU nor all prices."""
    asked = asked or order("en", CATALOG)
    told = {name: more.pop(name) for name in ("deployed_ptu",) if name in more}
    found = [
        estimate(
            asked.catalog,
            Question(
                deployment=Deployment(
                    entry=entry,
                    deployment_type=TYPES["DataZoneProvisionedManaged"],
                    loads=(made_of,),
                    region=EAST_US_2,
                    **told,
                ),
                day=DAY,
                **more,
            ),
        )
        for entry in sheet_entries(asked.catalog, 2)
    ]
    return sizing_sheet(found, asked)


def peak(
    rpm: int, average: str = "0.52", *, into: int = 200, out: int = 20, cached: int = 0
) -> MonthLoad:
    return MonthLoad.of_peak(load(rpm, into, out, cached_tokens=cached), Decimal(average))


class Formulas:
    """Reckons the formulas of a page as a spreadsheet does."""

    def __init__(self, page: Worksheet) -> None:
        self._page = page

    def value(self, place: str) -> Any:
        told = self._page[place].value
        if not (isinstance(told, str) and told.startswith("=")):
            return Decimal(str(told)) if isinstance(told, int | float) else told
        python = re.sub(r"\$?([A-Z]+)\$?(\d+)", r"at('\1\2')", told[1:])
        return self._reckoned(ast.parse(python, mode="eval").body)

    def _reckoned(self, node: ast.expr) -> Any:
        match node:
            case ast.Constant(value=value):
                return Decimal(str(value))
            case ast.BinOp(left=left, op=op, right=right):
                return OPERATORS[type(op)](self._reckoned(left), self._reckoned(right))
            case ast.Call(func=ast.Name(id="at"), args=[ast.Constant(value=str(place))]):
                return self.value(place)
            case ast.Call(func=ast.Name(id=name), args=arguments):
                return FUNCTIONS[name](*map(self._reckoned, arguments))
        raise AssertionError(ast.dump(node))


OPERATORS: dict[type[ast.operator], Callable[[Any, Any], Any]] = {
    ast.Add: operator.add,
    ast.Sub: operator.sub,
    ast.Mult: operator.mul,
    ast.Div: operator.truediv,
}
FUNCTIONS: dict[str, Callable[..., Decimal]] = {
    "MAX": max,
    "ROUND": lambda value, places: value.quantize(Decimal(10) ** -places, ROUND_HALF_UP),
    "ROUNDUP": lambda value, places: value.quantize(Decimal(10) ** -places, ROUND_CEILING),
}


def page_of(sheet: Sheet) -> Worksheet:
    return openpyxl.load_workbook(io.BytesIO(xlsx_bytes(sheet)))[NAME]


def live(sheet: Sheet) -> Table:
    assert sheet.live is not None
    return sheet.live


def rows_of(page: Worksheet, table: Table) -> dict[str, int]:
    """Return the rows of the page by key; labels come again in other groups."""
    labels = [cell.value for cell in page["A"]]
    found, at = {}, 0
    for group in table.groups:
        at = labels.index(group.heading, at)
        for row in group.rows:
            at = labels.index(row.label, at)
            found[row.key] = at + 1
    return found


def put(page: Worksheet, sheet: Sheet) -> None:
    """Put the load of another sheet into the first column; the others follow."""
    table = live(sheet)
    rows = rows_of(page, table)
    first, last = rows["peak_rpm"], rows["month_hours"]
    for place in range(first, last + 1):
        page.cell(place, 2).value = 0
    for row in table.groups[0].rows:
        page.cell(rows[row.key], 2).value = float(Decimal(str(row.cells[0].value)))


def compare(sheet: Sheet, value: Callable[[str], Any], page: Worksheet) -> None:
    """Assert that a page says what the program says of the sheet's load."""
    table = live(sheet)
    rows = rows_of(page, table)
    for row in table.rows:
        for column, cell in zip("BC", row.cells, strict=False):
            found = value(f"{column}{rows[row.key]}")
            if cell.value is None:
                assert found == cell.text, row.key
            elif cell.kind is CellKind.MONEY and row.key.startswith("cost_"):
                assert abs(Decimal(str(found)) - Decimal(str(cell.value))) < Decimal("0.001"), (
                    row.key
                )
            else:
                assert float(found) == pytest.approx(float(str(cell.value)), rel=1e-9), row.key


LOADS = {
    "the minimum": peak(1),
    "exactly a step": peak(1_020, into=200, out=50),
    "one token over a step": peak(1_000, into=3_401, out=0),
    "thirds": peak(7, "0.333333333", into=333, out=77),
    "much": peak(250_000, "1", into=9_999, out=1_234, cached=5_000),
    "users": MonthLoad.of_users(
        Users(users=500, requests_per_user=20, working_days=22, busy_hours=8, peak_factor=3),
        load(1, 5_000, 400),
    ),
}


@pytest.mark.parametrize("wanted", LOADS.values(), ids=LOADS)
def test_another_load_put_into_the_cells_gives_the_programs_figures(wanted: MonthLoad) -> None:
    page = page_of(sheet_of(peak(1_000, cached=100)))
    other = sheet_of(wanted)
    put(page, other)
    compare(other, Formulas(page).value, page)


@settings(max_examples=25, deadline=None)
@given(
    rpm=st.integers(1, 100_000),
    average=st.decimals("0.01", "1", places=4),
    tokens=st.tuples(st.integers(1, 100_000), st.integers(0, 20_000), st.integers(0, 100)),
)
def test_any_load_gives_the_programs_figures(
    rpm: int, average: Decimal, tokens: tuple[int, int, int]
) -> None:
    into, out, cached = tokens[0], tokens[1], tokens[0] * tokens[2] // 100
    wanted = sheet_of(peak(rpm, str(average), into=into, out=out, cached=cached))
    page = page_of(wanted)
    compare(wanted, Formulas(page).value, page)


@pytest.mark.parametrize(
    "more",
    [
        pytest.param({"reserved_ptu": 50}, id="a part is reserved"),
        pytest.param({"reserved_ptu": 500}, id="more is reserved than is deployed"),
        pytest.param({"deployed_ptu": 100}, id="the user's own size"),
    ],
)
def test_what_the_user_chose_counts(more: dict[str, Any]) -> None:
    sheet = sheet_of(peak(1_000, cached=100), **more)
    page = page_of(sheet)
    compare(sheet, Formulas(page).value, page)


def test_amounts_are_converted_once() -> None:
    asked = order("en", CATALOG, conversion=Conversion("EUR", Decimal("0.9237")))
    sheet = sheet_of(peak(1_234, cached=100), asked)
    page = page_of(sheet)
    compare(sheet, Formulas(page).value, page)
    cost = next(row for row in live(sheet).rows if row.key == "cost_month")
    assert cost.cells[0].currency == "EUR"


def test_a_month_of_30_days_is_one() -> None:
    made_of = MonthLoad.of_peak(load(1_000), Decimal("0.5"), Month.DAYS_30)
    sheet = sheet_of(made_of)
    page = page_of(sheet)
    compare(sheet, Formulas(page).value, page)


def test_the_table_says_what_the_sheet_says() -> None:
    sheet = sheet_of(peak(1_000, cached=100))
    result = {row.label: row for row in next(sheet.tables).rows}
    for row in live(sheet).rows:
        if row.key in ("cost_payg", *(f"cost_{term}" for term in Term), "deployable_ptu"):
            told = next(r for r in next(sheet.tables).rows if r.key == row.key)
            assert [cell.text for cell in row.cells] == [cell.text for cell in told.cells]
    assert result


def test_unknown_stays_unknown() -> None:
    sheet = sheet_of(peak(1_000))
    page = page_of(sheet)
    rows = rows_of(page, live(sheet))
    for key in ("deployable_ptu", "cost_payg", "cost_hour", "tpm_per_ptu"):
        assert page.cell(rows[key], 3).value == "unknown", key


def test_cells_to_be_changed_have_a_frame_and_take_no_less_than_nothing() -> None:
    sheet = sheet_of(peak(1_000))
    page = page_of(sheet)
    rows = rows_of(page, live(sheet))
    assert page.cell(rows["peak_rpm"], 2).border.left.style == "thin"
    assert page.cell(rows["cost_month"], 2).border.left.style is None
    inputs = next(group for group in live(sheet).groups if group.key == INPUTS)
    ruled = {str(each.sqref).split(":")[0] for each in page.data_validations.dataValidation}
    assert {f"B{rows[row.key]}" for row in inputs.rows} <= ruled
    assert page.cell(rows["peak_rpm"], 3).value == f"=$B{rows['peak_rpm']}"


def test_loads_of_several_shapes_have_no_such_table() -> None:
    two = estimate(
        CATALOG,
        Question(
            deployment=Deployment(
                entry=sheet_entries(CATALOG, 1)[0],
                deployment_type=TYPES["DataZoneProvisionedManaged"],
                loads=(peak(10), peak(20)),
                region=EAST_US_2,
            ),
            day=DAY,
        ),
    )
    assert live_table([two], ["alpha"], order("en", CATALOG)) is None


@pytest.mark.skipif(OFFICE is None, reason="there is no LibreOffice here")
@pytest.mark.parametrize("name", ["thirds", "much", "users"])
def test_libreoffice_reckons_the_same(tmp_path: Path, name: str) -> None:
    book = openpyxl.load_workbook(io.BytesIO(xlsx_bytes(sheet_of(peak(1_000, cached=100)))))
    other = sheet_of(LOADS[name])
    put(book[NAME], other)
    # Saved by openpyxl a formula has no value: what is read below was reckoned by LibreOffice.
    book.save(tmp_path / "changed.xlsx")
    home = f"-env:UserInstallation={(tmp_path / 'home').as_uri()}"
    command = [str(OFFICE), home, "--headless", "--convert-to", "xlsx:Calc MS Excel 2007 XML"]
    subprocess.run(
        [*command, "--outdir", str(tmp_path / "out"), str(tmp_path / "changed.xlsx")],
        check=True,
        capture_output=True,
        timeout=120,
    )
    page = openpyxl.load_workbook(tmp_path / "out" / "changed.xlsx", data_only=True)[NAME]
    compare(other, lambda place: page[place].value, page)
