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
from collections.abc import Callable, Container
from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_UP, Decimal
from math import prod
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace
from openpyxl.worksheet.worksheet import Worksheet

from azmodels_gui.answers.viewpoint import Conversion
from azmodels_gui.calculator.deployment import Deployment
from azmodels_gui.calculator.estimate import Question, estimate
from azmodels_gui.calculator.load_profile import DayProfile, LoadProfile
from azmodels_gui.calculator.month import Month
from azmodels_gui.calculator.month_load import MonthLoad, Users
from azmodels_gui.catalog.terms import Term
from azmodels_gui.sheets.live_base import (
    CARRIED,
    COSTS,
    LEVELS,
    MINUTES,
    MOST_LEVELS,
    SIZES,
    SPILLED,
)
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


def sheet_of(
    made_of: MonthLoad | tuple[MonthLoad, ...], asked: SheetOrder | None = None, **more: Any
) -> Sheet:
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
                    loads=made_of if isinstance(made_of, tuple) else (made_of,),
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
    """Reckons the formulas of a page as a spreadsheet does, each once."""

    def __init__(self, page: Worksheet) -> None:
        self._page = page
        self._known: dict[str, Any] = {}

    def value(self, place: str) -> Any:
        if place not in self._known:
            self._known[place] = self._value(self._page[place].value)
        return self._known[place]

    def _value(self, told: Any) -> Any:
        if not (isinstance(told, str) and told.startswith("=")):
            return Decimal(str(told)) if isinstance(told, int | float) else told
        python = re.sub(r"(?<![<>])=", "==", told[1:])
        python = re.sub(r"([A-Z]+)\$(\d+):[A-Z]+\$(\d+)", r"column('\1', \2, \3)", python)
        python = re.sub(r"\$?\b([A-Z]+)\$?(\d+)\b", r"at('\1\2')", python)
        return self._reckoned(ast.parse(python, mode="eval").body)

    def _reckoned(self, node: ast.expr) -> Any:
        match node:
            case ast.Constant(value=value):
                return value if isinstance(value, str) else Decimal(str(value))
            case (
                ast.BinOp(left=left, op=op, right=right)
                | ast.Compare(left=left, ops=[op], comparators=[right])
            ):
                return each_one(OPERATORS[type(op)], self._reckoned(left), self._reckoned(right))
            case ast.Call(func=ast.Name(id=name), args=arguments):
                return self._called(name, arguments)
        raise AssertionError(ast.dump(node))

    def _called(self, name: str, arguments: list[ast.expr]) -> Any:
        match name, arguments:
            case "at", [place]:
                return self.value(ast.literal_eval(place))
            case "column", [column, first, last]:
                rows = range(ast.literal_eval(first), ast.literal_eval(last) + 1)
                return [self.value(f"{ast.literal_eval(column)}{row}") for row in rows]
            case "IF", [asked, yes, no]:
                return self._reckoned(yes if self._reckoned(asked) else no)
        return FUNCTIONS[name](*map(self._reckoned, arguments))


def each_one(how: Callable[[Any, Any], Any], left: Any, right: Any) -> Any:
    """Reckon two figures, or those of columns row by row."""
    if not isinstance(left, list) and not isinstance(right, list):
        return how(left, right)
    count = len(left) if isinstance(left, list) else len(right)
    pair = (each if isinstance(each, list) else [each] * count for each in (left, right))
    return list(map(how, *pair))


def figures(column: list[Any]) -> list[Decimal]:
    return [each for each in column if isinstance(each, Decimal)]


OPERATORS: dict[type, Callable[[Any, Any], Any]] = {
    ast.Add: operator.add,
    ast.Sub: operator.sub,
    ast.Mult: operator.mul,
    ast.Div: operator.truediv,
    ast.Gt: operator.gt,
    ast.Eq: operator.eq,
}
FUNCTIONS: dict[str, Callable[..., Any]] = {
    "MAX": lambda *values: max(*values) if len(values) > 1 else max(figures(values[0])),
    "MIN": lambda column: min(figures(column)),
    "SUM": lambda column: sum(figures(column)),
    "COUNT": lambda column: len(figures(column)),
    "MATCH": lambda value, column, _exactly: column.index(value) + 1,
    "INDEX": lambda column, place: column[int(place) - 1],
    "INT": lambda value: value.to_integral_value(ROUND_FLOOR),
    "SUMPRODUCT": lambda *columns: sum(map(prod, zip(*columns, strict=True))),
    "NA": lambda: Decimal("NaN"),
    "ROUND": lambda value, places: value.quantize(Decimal(10) ** -places, ROUND_HALF_UP),
    "ROUNDUP": lambda value, places: value.quantize(Decimal(10) ** -places, ROUND_CEILING),
}


TOLD = frozenset(
    {"live_inputs", "live_prices", "live_size", "live_costs", "live_pays", "live_base"}
)
"""Groups of one figure each; those of levels and sizes have as many rows as the load needs."""
SERIES = frozenset({"times", "series_requests"})
"""What is told of the series that is written below, whatever load was put in."""


def page_of(sheet: Sheet) -> Worksheet:
    """Return the page alone: written and read, the others take longer than to reckon this one."""
    alone = replace(sheet, parts=())
    return openpyxl.load_workbook(io.BytesIO(xlsx_bytes(alone)))[NAME]


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
        if not str(page.cell(place, 2).value).startswith("="):
            page.cell(place, 2).value = 0
    for row in table.groups[0].rows:
        if not row.cells[0].formula:
            page.cell(rows[row.key], 2).value = float(Decimal(str(row.cells[0].value)))


def compare(
    sheet: Sheet,
    value: Callable[[str], Any],
    page: Worksheet,
    *,
    told: Sheet | None = None,
    groups: Container[str] = TOLD,
) -> None:
    """Assert that a page says what the program says of the sheet's load.

    Args:
        sheet: of the load that was put into the page.
        value: reckons a cell.
        page: what is asked.
        told: the sheet that the page was made of; None: one with the same rows.
        groups: what is compared.
    """
    rows = rows_of(page, live(told or sheet))
    chosen = [group for group in live(sheet).groups if group.key in groups]
    for row in (row for group in chosen for row in group.rows if row.key not in SERIES):
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


@settings(max_examples=15)
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
    of_levels = sheet_of(profiled(day("3", "400")))
    other = page_of(of_levels)
    places = rows_of(other, live(of_levels))
    assert other.cell(places["average_load"], 2).border.left.style is None
    assert other.cell(places["level_1"], 2).border.left.style == "thin"
    inputs = next(group for group in live(sheet).groups if group.key == INPUTS)
    ruled = {str(each.sqref).split(":")[0] for each in page.data_validations.dataValidation}
    assert {f"B{rows[row.key]}" for row in inputs.rows} <= ruled
    assert page.cell(rows["peak_rpm"], 3).value == f"=$B{rows['peak_rpm']}"


SHAPES = {
    "two alike": (peak(10), peak(20)),
    "short and long": (peak(1_000, "0.2"), peak(7, "0.9", into=90_000, out=3_000, cached=40_000)),
    "thirds": (peak(3, "0.333333333", into=333), peak(5, "0.1", out=77)),
    "users and a peak": (LOADS["users"], peak(250)),
}


@pytest.mark.parametrize("wanted", SHAPES.values(), ids=SHAPES)
def test_loads_of_several_shapes_share_the_ptu(wanted: tuple[MonthLoad, ...]) -> None:
    page = page_of(sheet_of((peak(1_000, cached=100), peak(50, "0.3", into=5_000, cached=10))))
    other = sheet_of(wanted)
    put(page, other)
    compare(other, Formulas(page).value, page)
    assert "Load 2: Requests in the busiest minute" in [cell.value for cell in page["A"]]


def test_deployments_with_more_and_fewer_shapes_stand_side_by_side() -> None:
    asked = order("en", CATALOG)
    one, two = (
        estimate(
            CATALOG,
            Question(
                deployment=Deployment(
                    entry=sheet_entries(CATALOG, 1)[0],
                    deployment_type=TYPES["DataZoneProvisionedManaged"],
                    loads=loads,
                    region=EAST_US_2,
                ),
                day=DAY,
            ),
        )
        for loads in ((peak(10),), (peak(10), peak(20)))
    )
    table = live_table([one, two], ["one", "two"], asked)
    sheet = replace(sheet_of(peak(10)), live=table)
    page = page_of(sheet)
    compare(sheet, Formulas(page).value, page)
    second = next(row for row in table.rows if row.key == "peak_rpm__2")
    assert [cell.text for cell in second.cells] == ["does not apply", "20"]


def day(*rates: str, times: str = "1") -> LoadProfile:
    """Return the week of a working day, its rates over and over, and a calm weekend."""
    hours = [Decimal(rates[hour % len(rates)]) * Decimal(times) for hour in range(24)]
    return DayProfile(tuple(hours), (hours[0],) * 24).week()


def profiled(profile: LoadProfile, into: int = 3_000, out: int = 500) -> MonthLoad:
    return MonthLoad.of_profile(profile, load(1, into, out, cached_tokens=100))


RATES = {
    "a steep day": ("2", "10", "60", "200", "186", "30"),
    "rates with fractions": ("0.25", "20.5", "120.75", "33.333"),
    "thousands": ("100", "1500", "4000"),
    "hardly any": ("1", "2"),
    "one rate all day": ("80",),
}
ALL = TOLD | {LEVELS, MINUTES, SIZES, CARRIED, SPILLED, *COSTS.values()}


@pytest.mark.parametrize("rates", RATES.values(), ids=RATES)
def test_the_base_load_is_the_programs(rates: tuple[str, ...]) -> None:
    sheet = sheet_of(profiled(day(*rates)))
    page = page_of(sheet)
    compare(sheet, Formulas(page).value, page, groups=ALL)


def test_the_base_load_follows_the_busiest_minute() -> None:
    rates = RATES["a steep day"]
    sheet = sheet_of(profiled(day(*rates)))
    page = page_of(sheet)
    peak_rpm = page.cell(rows_of(page, live(sheet))["peak_rpm"], 2)
    for times in ("0.5", "1.5", "2"):
        other = sheet_of(profiled(day(*rates, times=times)))
        peak_rpm.value = float(200 * Decimal(times))
        compare(other, Formulas(page).value, page, told=sheet)
    peak_rpm.value = 20_000
    beyond = Formulas(page).value(f"B{rows_of(page, live(sheet))['base_month']}")
    assert beyond == "needs more sizes than stand below"


def test_other_levels_put_into_the_cells_give_the_programs_figures() -> None:
    sheet = sheet_of(profiled(day("3", "20", "120", "400")))
    other = sheet_of(profiled(day("1", "90", "200", "380"), into=2_500))
    page = page_of(sheet)
    put(page, other)
    rows = rows_of(page, live(sheet))
    for group in (each for each in live(other).groups if each.key in (LEVELS, MINUTES)):
        for row in group.rows:
            page.cell(rows[row.key], 2).value = float(str(row.cells[0].value))
    compare(other, Formulas(page).value, page, told=sheet)


@settings(max_examples=4)
@given(
    rates=st.lists(st.decimals("0", "900", places=1), min_size=1, max_size=8).filter(any),
    into=st.integers(200, 30_000),
)
def test_any_day_gives_the_programs_base_load(rates: list[Decimal], into: int) -> None:
    sheet = sheet_of(profiled(day(*map(str, rates)), into))
    page = page_of(sheet)
    compare(sheet, Formulas(page).value, page, groups=ALL)


@pytest.mark.parametrize(
    "more",
    [
        pytest.param({"reserved_ptu": 50}, id="a part is reserved"),
        pytest.param({"reserved_ptu": 5_000}, id="more is reserved than is deployed"),
        pytest.param({"deployed_ptu": 150}, id="the user's own size"),
        pytest.param({"deployed_ptu": 150, "reserved_ptu": 100}, id="both"),
    ],
)
def test_what_the_user_chose_counts_for_a_base_load(more: dict[str, Any]) -> None:
    sheet = sheet_of(profiled(day(*RATES["a steep day"])), **more)
    page = page_of(sheet)
    compare(sheet, Formulas(page).value, page, groups=ALL)


def test_levels_and_sizes_are_folded_below_their_headings() -> None:
    sheet = sheet_of(profiled(day("3", "400")))
    page = page_of(sheet)
    rows = rows_of(page, live(sheet))
    for key in ("level_1", "minutes_2", "size_2", "cost_month_at_1"):
        assert page.row_dimensions[rows[key]].hidden, key
        assert page.row_dimensions[rows[key]].outlineLevel == 1
    assert not page.row_dimensions[rows["cost_month_spill"]].hidden
    assert not page.sheet_properties.outlinePr.summaryBelow


def test_a_base_load_of_unknown_price_is_unknown() -> None:
    unpriced = CATALOG.but(ptu_prices=())
    sheet = sheet_of(profiled(day("3", "400")), order("en", unpriced))
    cells = {row.key: row.cells[0] for row in live(sheet).rows}
    for key in ("cost_month_spill", "base_month", "share_month"):
        assert cells[key].kind is CellKind.UNKNOWN
        assert not cells[key].formula


def test_a_load_of_too_many_levels_says_why_it_does_not_follow() -> None:
    minutes = LoadProfile.of(range(1, MOST_LEVELS + 2))
    table = live(sheet_of(MonthLoad.of_profile(minutes, load(1, 2, 1))))
    assert not any(row.key.startswith(("base_", "level_")) for row in table.rows)
    assert "does not follow: the load has more than 2,000 levels" in table.legend
    enough = LoadProfile.of(range(1, MOST_LEVELS + 1))
    table = live(sheet_of(MonthLoad.of_profile(enough, load(1, 2, 1))))
    assert "does not follow: the load" not in table.legend


OTHERS: dict[str, tuple[Any, Any]] = {
    **{name: (peak(1_000, cached=100), LOADS[name]) for name in ("thirds", "much", "users")},
    "several shapes": ((peak(1_000, cached=100), peak(3, cached=1)), SHAPES["short and long"]),
    "base load": (profiled(day("9", "500")), profiled(day("9", "500"), 2_000)),
    "base load of fractions": (profiled(day("0.5", "77.25")), profiled(day("0.5", "77.25"))),
}
"""Loads that a page is made of, and what is put into its cells."""


@pytest.mark.skipif(OFFICE is None, reason="there is no LibreOffice here")
def test_libreoffice_reckons_the_same(tmp_path: Path) -> None:
    for name, (begun, other) in OTHERS.items():
        book = openpyxl.load_workbook(io.BytesIO(xlsx_bytes(sheet_of(begun))))
        put(book[NAME], sheet_of(other))
        # Saved by openpyxl a formula has no value: what is read below was reckoned by LibreOffice.
        book.save(tmp_path / f"{name}.xlsx")
    home = f"-env:UserInstallation={(tmp_path / 'home').as_uri()}"
    command = [str(OFFICE), home, "--headless", "--convert-to", "xlsx:Calc MS Excel 2007 XML"]
    files = [str(tmp_path / f"{name}.xlsx") for name in OTHERS]
    subprocess.run(
        [*command, "--outdir", str(tmp_path / "out"), *files],
        check=True,
        capture_output=True,
        timeout=300,
    )
    for name, (begun, other) in OTHERS.items():
        page = openpyxl.load_workbook(tmp_path / "out" / f"{name}.xlsx", data_only=True)[NAME]
        values = {cell.coordinate: cell.value for row in page.iter_rows() for cell in row}
        compare(sheet_of(other), values.__getitem__, page, told=sheet_of(begun))
