# SPDX-License-Identifier: MIT
"""The table of models: rows, order, roles, languages."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from azmodels_gui.catalog.document import Feature, Model
from azmodels_gui.catalog.facts import Limits, TokenLimit
from azmodels_gui.catalog.index import CatalogIndex
from azmodels_gui.catalog.query import CatalogQuery
from azmodels_gui.catalog.terms import Availability, Scope, Stage
from azmodels_gui.window.models.catalog_table import CatalogTableModel
from azmodels_gui.window.models.cell_context import Chip
from azmodels_gui.window.models.columns import COLUMN_NUMBERS, COLUMNS
from tests.builders import TODAY, catalog, model, offer, price, text, version

ASCENDING, DESCENDING = Qt.SortOrder.AscendingOrder, Qt.SortOrder.DescendingOrder


def table_of(*models: Model) -> CatalogTableModel:
    return CatalogTableModel(CatalogIndex(catalog(*models), TODAY))


def column(
    table: CatalogTableModel, key: str, role: int = Qt.ItemDataRole.DisplayRole
) -> list[object]:
    number = COLUMN_NUMBERS[key]
    return [table.index(row, number).data(role) for row in range(table.rowCount())]


def limited(tokens: int | None) -> Limits:
    window = None if tokens is None else TokenLimit(tokens=tokens, source="types")
    return Limits(context_window=window)


def test_the_table_keeps_qts_contract(qtmodeltester: ModelTester) -> None:
    table = table_of(model("a"), model("b", version("1"), version("2")))
    qtmodeltester.check(table)  # type: ignore[no-untyped-call]
    table.set_query(CatalogQuery(text="b"))
    table.sort(0, DESCENDING)
    table.set_query(CatalogQuery())


def test_every_cell_of_every_column_says_something_of_a_bare_entry() -> None:
    table = table_of(model("a", version("1", stage=None), modalities=None))
    for key, number in COLUMN_NUMBERS.items():
        for role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.TextAlignmentRole):
            assert table.index(0, number).data(role) is not None, key


def test_a_query_leaves_the_rows_that_fit(qtbot: QtBot) -> None:
    table = table_of(model("gpt-x"), model("grok", provider="xai"))
    with qtbot.waitSignal(table.result_changed) as changed:
        result = table.set_query(CatalogQuery(providers=frozenset({"xai"})))
    assert changed.args == [result]
    assert column(table, "model") == ["grok"]
    assert table.result.count == 1


def test_an_equal_query_changes_nothing(qtbot: QtBot) -> None:
    table = table_of(model("gpt-x"))
    with qtbot.assertNotEmitted(table.modelReset):
        table.set_query(CatalogQuery())


def test_another_catalogue_answers_the_same_query() -> None:
    table = table_of(model("gpt-x"))
    table.set_query(CatalogQuery(text="gpt"))
    table.set_catalog(CatalogIndex(catalog(model("gpt-y"), model("grok")), TODAY))
    assert column(table, "model") == ["gpt-y"]


@pytest.mark.parametrize(
    ("order", "expected"),
    [
        pytest.param(ASCENDING, ["soon", "late", "never"], id="ascending"),
        pytest.param(DESCENDING, ["late", "soon", "never"], id="descending"),
    ],
)
def test_entries_without_a_date_sort_last_both_ways(
    order: Qt.SortOrder, expected: list[str]
) -> None:
    # Written out, 1 December sorts before 30 November in both languages.
    table = table_of(
        model("never"),
        model("late", version(retirement=TODAY.replace(month=12, day=1))),
        model("soon", version(retirement=TODAY.replace(day=30))),
    )
    table.sort(COLUMN_NUMBERS["retirement_date"], order)
    assert column(table, "model") == expected


def test_numbers_sort_as_numbers_and_unknown_last() -> None:
    table = table_of(
        model("unknown", version(limits=limited(None))),
        model("million", version(limits=limited(1_000_000))),
        model("small", version(limits=limited(8_192))),
    )
    table.sort(COLUMN_NUMBERS["context_window"], ASCENDING)
    assert column(table, "context_window") == ["8,192", "1,000,000", "unknown"]


def test_prices_sort_as_amounts_and_expired_last() -> None:
    ended = price("1", effective_until=TODAY - timedelta(days=1))
    table = table_of(
        model("old", prices=(ended,)),
        model("ten", prices=(price("10"),)),
        model("two", prices=(price("2"),)),
    )
    table.sort(COLUMN_NUMBERS["input_price"], ASCENDING)
    assert column(table, "input_price") == ["$2.00", "$10.00", "expired"]


def test_the_order_holds_while_the_query_changes() -> None:
    table = table_of(model("a"), model("c"), model("b"))
    table.sort(0, DESCENDING)
    table.set_query(CatalogQuery(text="gpt"))
    table.set_query(CatalogQuery())
    assert column(table, "model") == ["c", "b", "a"]


def test_a_chosen_region_says_how_each_entry_is_offered_there() -> None:
    offered = version(
        offers=[offer("GlobalStandard", "swedencentral"), offer("Standard", "eastus2")]
    )
    table = table_of(
        model("a", offered), model("b", version("1", offers=[offer("Standard", "swedencentral")]))
    )
    assert column(table, "offered_here") == ["", ""]
    table.set_query(CatalogQuery(regions=frozenset({"swedencentral"})))
    assert sorted(map(str, column(table, "offered_here"))) == ["payg global", "payg regional"]
    number = COLUMN_NUMBERS["offered_here"]
    kinds = {chip.kind for row, _ in table.shown() for chip in table.cell(row, number).chips or ()}
    assert kinds == {"global", "regional"}
    heading = table.headerData(COLUMN_NUMBERS["offered_here"], Qt.Orientation.Horizontal)
    assert "Sweden Central" in heading
    table.set_query(CatalogQuery(regions=frozenset({"eastus2"})))
    assert column(table, "offered_here")[0] == "payg regional"


def test_a_version_past_its_date_is_marked_whatever_its_stage() -> None:
    past = version(stage=Stage.PREVIEW, retirement=TODAY - timedelta(days=1))
    table = table_of(model("a", past))
    stage = COLUMN_NUMBERS["stage"]
    chips: tuple[Chip, ...] = table.index(0, stage).data(table.CHIPS_ROLE)
    assert [chip.kind for chip in chips] == ["past", "preview"]
    assert table.index(0, COLUMN_NUMBERS["retirement_date"]).data(table.TONE_ROLE) == "past"
    assert column(table, "days_left") == ["\N{MINUS SIGN}1"]


@pytest.mark.parametrize(
    ("days", "tone"),
    [
        pytest.param(-1, "past", id="past"),
        pytest.param(0, "soon", id="today"),
        pytest.param(90, "soon", id="within three months"),
        pytest.param(91, "", id="later"),
    ],
)
def test_a_near_retirement_is_toned(days: int, tone: str) -> None:
    table = table_of(model("a", version(retirement=TODAY + timedelta(days=days))))
    assert column(table, "retirement_date", table.TONE_ROLE) == [tone]


def test_unknown_is_said_and_muted_never_no() -> None:
    table = table_of(model("a"))
    for key in ("eu_data_zone", "ptu", "context_window", "input_price", "regions_count"):
        assert column(table, key) == ["unknown"], key
    assert column(table, "context_window", table.TONE_ROLE) == ["muted"]
    for key in ("context_window", "input_price", "retirement"):
        assert table.cell(0, COLUMN_NUMBERS[key]).shown == "?", key


def test_a_figure_names_its_source_and_date() -> None:
    table = table_of(model("a", version(limits=limited(8_192))))
    tip = column(table, "context_window", Qt.ItemDataRole.ToolTipRole)[0]
    assert "Document types" in str(tip)
    assert "5\xa0Oct\xa02026" in str(tip)


def test_markup_in_a_source_is_shown_as_text() -> None:
    built = catalog(model("a", version(limits=limited(8_192))))
    hostile = built.sources[0].but(title="<img src=x>")
    table = CatalogTableModel(CatalogIndex(built.but(sources=(hostile,)), TODAY))
    tip = str(column(table, "context_window", Qt.ItemDataRole.ToolTipRole)[0])
    assert "<\u2060img src=x>" in tip


def test_figures_are_written_as_the_language_does() -> None:
    entry = model("a", version(limits=limited(128_000), retirement=TODAY), prices=(price("2.5"),))
    table = CatalogTableModel(CatalogIndex(catalog(entry), TODAY), "de")
    table.sort(COLUMN_NUMBERS["context_window"], ASCENDING)
    assert column(table, "context_window") == ["128.000"]
    assert column(table, "retirement_date") == ["22.11.2026"]
    assert column(table, "input_price") == ["2,50\xa0$"]


def test_an_entry_and_its_key_are_at_hand() -> None:
    table = table_of(model("a", version("1"), version("2")))
    for row in range(2):
        index = table.index(row, 3)
        assert index.data(table.ENTRY_ROLE) is table.entry(row)
        key = table.key(row)
        assert key is not None
        assert table.rows_of([key]) == [row]


def test_an_entry_that_is_not_on_show_has_no_row() -> None:
    table = table_of(model("gpt-x"), model("grok"))
    table.set_query(CatalogQuery(text="grok"))
    assert table.rows_of([("gpt-x", "2026-01-01"), ("nowhere", "1")]) == []


def test_column_keys_are_unique() -> None:
    assert len(COLUMN_NUMBERS) == len(COLUMNS)


OFFERED = version(offers=[offer("GlobalStandard", "eastus2")])
IN_THE_EAST = CatalogQuery(regions=frozenset({"eastus2"}))


def names(table: CatalogTableModel) -> list[str | None]:
    """Return what is on show from top to bottom; None is a line."""
    entries = (table.entry(row) for row in range(table.rowCount()))
    return [None if entry is None else entry.model.id for entry in entries]


def test_who_hears_the_table_hears_what_is_pinned() -> None:
    table = table_of(model("a"), model("b"))
    table.pinned = {("b", "2026-01-01")}
    heard = [table.index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole) for row in (0, 1)]
    assert heard == ["a, 2026-01-01", "b, 2026-01-01, pinned"]


def test_what_has_no_known_offer_stands_below_a_line_that_folds(
    qtbot: QtBot, qtmodeltester: ModelTester
) -> None:
    table = table_of(model("a"), model("b", OFFERED), model("c"), model("d", OFFERED))
    assert names(table) == ["b", "d", None, "a", "c"]
    assert table.index(2, 0).data() == "2 entries without a known offer"
    assert not table.flags(table.index(2, 0)) & Qt.ItemFlag.ItemIsSelectable
    assert "unfolded" in table.index(2, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert table.rows_of([("c", "2026-01-01")]) == [4]
    qtmodeltester.check(table)  # type: ignore[no-untyped-call]
    with qtbot.waitSignals([table.rowsRemoved, table.folded_changed]):
        table.turn(2)
    assert names(table) == ["b", "d", None]
    assert table.rows_of([("c", "2026-01-01")]) == []
    assert [entry.model.id for entry in table.fitting()] == ["b", "d", "a", "c"]
    qtmodeltester.check(table)  # type: ignore[no-untyped-call]
    table.turn(2)
    table.sort(0, DESCENDING)
    assert names(table) == ["d", "b", None, "c", "a"]


def test_no_line_parts_what_stands_alone() -> None:
    table = table_of(model("a"), model("b"))
    assert names(table) == ["a", "b"]
    assert table.set_query(IN_THE_EAST).unknown == 2
    assert names(table) == [None]
    assert not table.shows_entries


def test_what_is_searched_by_name_is_not_put_below_a_line() -> None:
    table = table_of(model("gpt-a"), model("gpt-b", OFFERED))
    table.set_query(CatalogQuery(text="gpt"))
    assert None not in names(table)


def test_what_may_fit_stands_below_a_line_of_its_own(qtmodeltester: ModelTester) -> None:
    table = table_of(model("a"), model("b", OFFERED))
    table.set_query(IN_THE_EAST)
    assert names(table) == ["b", None]
    assert "1 more entry of which the offer there is unknown" in table.index(1, 0).data()
    table.turn(1)
    assert names(table) == ["b", None, "a"]
    told = table.index(2, 0).data(Qt.ItemDataRole.ToolTipRole)
    assert "Nothing known speaks against it" in told
    assert table.result.count == 1
    qtmodeltester.check(table)  # type: ignore[no-untyped-call]
    table.set_query(CatalogQuery(data_zones=frozenset({"EU"})))
    assert None in names(table)[:1], "what is unfolded stays so"
    assert len(names(table)) == 3


def test_an_empty_catalogue_and_one_without_regions_have_no_lines(
    qtmodeltester: ModelTester,
) -> None:
    for built in (catalog(), catalog(model("a"), regions=()), catalog(deployment_types=())):
        table = CatalogTableModel(CatalogIndex(built, TODAY))
        qtmodeltester.check(table)  # type: ignore[no-untyped-call]
        assert None not in names(table)


def marks(table: CatalogTableModel, key: str, row: int = 0) -> list[Availability | None]:
    return [mark.known for mark in table.cell(row, COLUMN_NUMBERS[key]).marks or ()]


YES, NO = Availability.OFFERED, Availability.NOT_OFFERED
UNKNOWN, DISPUTED = Availability.UNKNOWN, Availability.CONFLICT


def test_processing_has_three_slots_for_the_place_chosen() -> None:
    ways = version(
        offers=[
            offer("GlobalStandard", "eastus2", "swedencentral"),
            offer("DataZoneStandard", "eastus2", disputed=("swedencentral",)),
            offer("DataZoneProvisionedManaged"),
            offer("DataZoneBatch"),
        ]
    )
    table = table_of(model("a", ways))
    assert marks(table, "processing") == [UNKNOWN, YES, YES]
    table.set_query(CatalogQuery(regions=frozenset({"swedencentral"})))
    assert marks(table, "processing") == [UNKNOWN, DISPUTED, YES]
    shown = column(table, "processing")[0]
    assert shown == "Regional: unknown · Data zone: conflicting sources · Global: offered"
    tip = str(column(table, "processing", Qt.ItemDataRole.ToolTipRole)[0])
    assert "Not stated in: Document matrix, as of 5\xa0Oct\xa02026" in tip


def test_capacity_counts_inside_a_data_zone_only_what_keeps_data_there() -> None:
    ways = version(offers=[offer("GlobalStandard", "swedencentral"), offer("GlobalBatch")])
    zoned = version(offers=[offer("DataZoneProvisionedManaged", "swedencentral")])
    table = table_of(model("a", ways), model("b", zoned))
    assert marks(table, "capacity") == [YES, UNKNOWN, UNKNOWN]
    table.set_query(CatalogQuery(data_zones=frozenset({"EU"})))
    assert marks(table, "capacity") == [UNKNOWN, YES, UNKNOWN]
    assert column(table, "capacity")[0] == "Token: unknown · PTU: offered · Batch: unknown"


def test_a_service_has_no_deployments_to_mark() -> None:
    feature = Feature(name=text("Live"), available=("eastus2",), as_of="2026", source="types")
    table = table_of(model("speech", version(""), features=(feature,)))
    assert marks(table, "processing") == [None] * 3
    assert column(table, "capacity") == ["does not apply"]


def test_the_price_heading_names_the_place() -> None:
    table = table_of(model("a", OFFERED, prices=(price("2.5"), price("3", scope=Scope.DATA_ZONE))))
    at = COLUMN_NUMBERS["input_price"]
    assert table.heading(at) == ("Lowest price $/1M", "Input")
    assert table.cell(0, at).shown == "2.50"
    table.set_query(CatalogQuery(data_zones=frozenset({"US"})))
    assert table.heading(at) == ("Price US data zone $/1M", "Input")
    table.set_query(CatalogQuery(countries=frozenset({"US"})))
    assert table.heading(at) == ("Price United States $/1M", "Input")
    table.set_query(IN_THE_EAST)
    assert table.heading(at) == ("Price East US 2 $/1M", "Input")
    assert table.narrow_heading(at, "E. US 2") == "E. US 2 $/1M"


@pytest.mark.parametrize(
    ("days", "stage", "shown", "note"),
    [
        pytest.param(73, Stage.GENERALLY_AVAILABLE, "Feb\xa02027", "73 days", id="with days"),
        pytest.param(1, Stage.GENERALLY_AVAILABLE, "Nov\xa02026", "1 day", id="one day"),
        pytest.param(-1, Stage.PREVIEW, "Nov\xa02026", "Overdue", id="past its date"),
        pytest.param(-1, Stage.RETIRED, "Nov\xa02026", "Retired", id="retired"),
        pytest.param(None, None, "?", "", id="unknown"),
    ],
)
def test_retirement_is_told_in_two_short_lines(
    days: int | None, stage: Stage | None, shown: str, note: str
) -> None:
    day = None if days is None else TODAY + timedelta(days=days)
    table = table_of(model("a", version(retirement=day, stage=stage)))
    cell = table.cell(0, COLUMN_NUMBERS["retirement"])
    assert (cell.shown, cell.note) == (shown, note)


def test_the_version_stands_below_the_name_with_a_stage_that_is_not_the_usual() -> None:
    table = table_of(model("a", version("1")), model("b", version("2", stage=Stage.LEGACY)))
    notes = {table.key(row): table.cell(row, 0).note for row in range(2)}
    assert notes == {("a", "1"): "1", ("b", "2"): "2 · Legacy"}
    assert "2 · Legacy" in str(table.index(1, 0).data(Qt.ItemDataRole.AccessibleTextRole))


def test_of_the_use_cases_the_first_is_shown_and_the_rest_counted() -> None:
    table = table_of(model("a", use_cases=("chat", "code")), model("b", use_cases=("code",)))
    at = COLUMN_NUMBERS["use_cases"]
    shown = [[chip.text for chip in table.cell(row, at).chips or ()] for row in range(2)]
    assert shown == [["Chat and support", "+1"], ["Code"]]


def test_a_use_case_we_know_goes_by_a_short_word() -> None:
    table = table_of(model("a", use_cases=("knowledge-chatbot",)), model("b", use_cases=("odd",)))
    at = COLUMN_NUMBERS["use_cases"]
    assert [[chip.text for chip in table.cell(row, at).chips or ()] for row in range(2)] == [
        ["RAG"],
        ["odd"],
    ]
