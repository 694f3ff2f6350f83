# SPDX-License-Identifier: MIT
"""The matrix by value: cells in words, columns in groups, counts, unknown never as "no"."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from azmodels_gui.catalog.document import Feature, Model
from azmodels_gui.catalog.facts import Claim, Conflict, LocalText
from azmodels_gui.catalog.index import CatalogIndex
from azmodels_gui.catalog.terms import EntryKind
from azmodels_gui.window.regions.matrix_model import FEW_UNPLACED, RegionMatrixModel
from azmodels_gui.window.regions.region_columns import grouped
from azmodels_gui.window.regions.region_part import RegionOrder, RegionScope
from tests.builders import TODAY, catalog, model, offer, version
from tests.catalog.queries import ALL_REGIONS

ALL_KINDS = (
    "GlobalStandard",
    "DataZoneStandard",
    "Standard",
    "GlobalProvisionedManaged",
    "DataZoneProvisionedManaged",
    "ProvisionedManaged",
    "GlobalBatch",
    "DataZoneBatch",
)
TIP, ACCESSIBLE = Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole
ACROSS, DOWN = Qt.Orientation.Horizontal, Qt.Orientation.Vertical


def covered(*offered: tuple[str, str], disputed: str = "") -> Model:
    """Return a model of which every deployment type is known in every region."""
    offers = [
        offer(
            kind,
            *(region for each, region in offered if each == kind),
            disputed=[disputed] if disputed and kind == "DataZoneStandard" else (),
        )
        for kind in ALL_KINDS
    ]
    claims = (Claim(value="not offered", source="matrix"), Claim(value="priced", source="prices"))
    about, where = "availability:DataZoneStandard", (disputed,) if disputed else ()
    conflict = Conflict(about=about, claims=claims, regions=where)
    return model("known", version(offers=offers, conflicts=(conflict,) if disputed else ()))


def scope_of(*models: Model, **more: object) -> RegionScope:
    index = CatalogIndex(catalog(*models, regions=ALL_REGIONS), TODAY)
    more.setdefault("rows", tuple(range(len(index.entries))))
    return RegionScope(index, **more)  # type: ignore[arg-type]


def matrix_of(*models: Model, **more: object) -> RegionMatrixModel:
    return RegionMatrixModel(scope_of(*models, every_region=True, **more))


def cell(matrix: RegionMatrixModel, region: str, role: int = Qt.ItemDataRole.DisplayRole) -> str:
    return str(matrix.index(0, matrix.column_of(region)).data(role))


NO = "not offered (as of 5 Oct 2026)"


def names(matrix: RegionMatrixModel) -> list[str]:
    return [column.region.name for column in matrix.columns]


def test_a_cell_of_a_service_tells_its_features_and_no_deployment_types() -> None:
    live, fast = (
        Feature(
            name=LocalText(en=name, de=name),
            available=available,
            covered=("swedencentral", "germanywestcentral"),
            as_of="2026-10-05",
            source="matrix",
        )
        for name, available in (("Live", ("swedencentral",)), ("Fast", ()))
    )
    matrix = matrix_of(model("speech", kind=EntryKind.SERVICE, features=(live, fast)))
    assert cell(matrix, "swedencentral") == "does not apply"
    lines = matrix.told(0, matrix.column_of("swedencentral"))[1]
    assert lines[:2] == ["Features here: Live", f"{NO} – Fast"]
    assert any(line.startswith("Source: ") for line in lines[2:])
    unspoken = matrix.told(0, matrix.column_of("japaneast"))[1]
    assert unspoken == ["No source speaks of it: unknown, which is not “no”."]


def test_the_matrix_keeps_qts_contract(qtmodeltester: ModelTester) -> None:
    matrix = matrix_of(covered(("Standard", "swedencentral")), model("b"))
    qtmodeltester.check(matrix)  # type: ignore[no-untyped-call]
    matrix.set_scope(scope_of(model("c"), rows=()))
    matrix.set_scope(scope_of(model("c"), order=RegionOrder.COUNT))


@pytest.mark.parametrize(
    ("offered", "disputed", "words"),
    [
        pytest.param([], "", NO, id="known not to be offered"),
        pytest.param([("Standard", "eastus2")], "", "payg regional", id="offered one way"),
        pytest.param(
            [("GlobalBatch", "eastus2"), ("Standard", "eastus2")],
            "",
            "payg regional · batch global",
            id="the nearest processing first",
        ),
        pytest.param(
            [("Standard", "eastus2")],
            "eastus2",
            "payg regional · conflicting sources: payg data_zone",
            id="a conflict beside an offer",
        ),
        pytest.param(
            [], "eastus2", "conflicting sources: payg data_zone", id="a conflict is never a no"
        ),
    ],
)
def test_a_cell_in_words(offered: list[tuple[str, str]], disputed: str, words: str) -> None:
    assert cell(matrix_of(covered(*offered, disputed=disputed)), "eastus2") == words


def test_what_no_source_speaks_of_is_unknown_not_no() -> None:
    matrix = matrix_of(model("a"))
    assert cell(matrix, "eastus2") == "unknown"
    assert "which is not “no”" in cell(matrix, "eastus2", TIP)


def test_an_offer_says_of_which_types_nothing_is_known() -> None:
    matrix = matrix_of(model("a", version(offers=[offer("Standard", "eastus2")])))
    assert cell(matrix, "eastus2").startswith("payg regional · unknown: provisioned regional; ")
    assert cell(matrix, "swedencentral").startswith("unknown: provisioned regional; ")


def test_one_deployment_type_alone_answers_in_one_word() -> None:
    built = covered(("Standard", "eastus2"), disputed="japaneast")
    matrix = matrix_of(built, deployment_type="DataZoneStandard")
    assert cell(matrix, "eastus2") == NO
    assert cell(matrix, "japaneast") == "conflicting sources"
    matrix.set_scope(scope_of(built, deployment_type="Standard"))
    assert cell(matrix, "eastus2") == "offered"


def test_a_cell_names_entry_region_types_claims_sources_and_date() -> None:
    matrix = matrix_of(covered(("Standard", "japaneast"), disputed="japaneast"))
    told = cell(matrix, "japaneast", ACCESSIBLE).split("\n")
    assert told[0] == "known 2026-01-01 in Japan East"
    assert told[1] == "Offered: payg regional"
    assert told[2] == "Conflicting sources: payg data_zone"
    assert told[3].startswith(f"{NO} – provisioned regional; ")
    assert told[4] == "• not offered (Document matrix, 5\xa0Oct\xa02026)"
    assert told[-1] == "Source: Document matrix, as of 5\xa0Oct\xa02026"
    assert cell(matrix, "japaneast", TIP).split() == " ".join(told).split()


def test_regions_stand_in_groups_by_geography_and_data_zone() -> None:
    matrix = matrix_of(model("a"))
    assert names(matrix) == [
        "Germany West Central",
        "Sweden Central",
        "West Europe",
        "Norway East",
        "Switzerland North",
        "East US 2",
        "Japan East",
    ]
    assert grouped(matrix.columns) == [
        ("EU data zone", 3),
        ("EU data zone, disputed", 1),
        ("Europe", 1),
        ("US data zone", 1),
        ("APAC data zone", 1),
    ]


def test_regions_sort_by_how_many_of_the_rows_they_offer() -> None:
    one = model("a", version(offers=[offer("Standard", "swedencentral", "japaneast")]))
    two = model("b", version(offers=[offer("Standard", "japaneast")]))
    matrix = matrix_of(one, two, order=RegionOrder.COUNT)
    assert names(matrix)[:3] == ["Japan East", "Sweden Central", "East US 2"]
    assert [column.offered for column in matrix.columns[:3]] == [2, 1, 0]
    matrix.set_scope(scope_of(one, two, order=RegionOrder.COUNT, rows=(1,)))
    assert [column.offered for column in matrix.columns] == [1, 0]


def test_regions_without_any_offer_are_left_out_unless_asked_for() -> None:
    offered = model("a", version(offers=[offer("Standard", "swedencentral")]))
    assert names(RegionMatrixModel(scope_of(offered))) == ["Sweden Central"]
    marked = RegionMatrixModel(scope_of(offered, marked=frozenset({"eastus2"})))
    assert names(marked) == ["Sweden Central", "East US 2"]


def test_columns_stay_while_rows_and_deployment_type_change() -> None:
    models = (model("a", version(offers=[offer("Standard", "swedencentral")])), model("b"))
    matrix = RegionMatrixModel(scope_of(*models))
    before = names(matrix)
    matrix.set_scope(scope_of(*models, rows=(1,), deployment_type="GlobalBatch"))
    assert names(matrix) == before


def test_a_region_heading_counts_offered_conflicting_and_unknown_apart() -> None:
    matrix = matrix_of(covered(disputed="eastus2"), model("unknown"))
    tip = matrix.headerData(matrix.column_of("eastus2"), ACROSS, TIP)
    assert tip == (
        "East US 2 (United States, US data zone)\n"
        "Offered: 0 of 2; conflicting sources: 1; unknown: 1"
    )


@pytest.mark.parametrize(
    ("models", "figure"),
    [
        pytest.param([covered(("Standard", "eastus2")), model("b")], "1", id="one is offered"),
        pytest.param([covered()], "0", id="known to be none"),
        pytest.param([covered(), model("b")], "?", id="one is not known"),
        pytest.param([covered(disputed="eastus2")], "?", id="one is disputed"),
    ],
)
def test_a_region_says_0_only_where_that_is_known(models: list[Model], figure: str) -> None:
    matrix = matrix_of(*models)
    assert matrix.columns[matrix.column_of("eastus2")].count == figure


def test_a_data_zone_the_catalogue_does_not_list_goes_by_its_id() -> None:
    region = ALL_REGIONS[0].but(data_zone="MARS")
    index = CatalogIndex(catalog(model("a"), regions=(region,)), TODAY)
    matrix = RegionMatrixModel(RegionScope(index, (0,), every_region=True))
    assert matrix.columns[0].group == "MARS"


def test_rows_and_columns_are_found_by_what_they_are() -> None:
    matrix = matrix_of(model("a"), model("b"), rows=(1,))
    assert matrix.row_of(("b", "2026-01-01")) == 0
    assert matrix.row_of(("a", "2026-01-01")) == -1
    assert matrix.row_of(("gone", "")) == -1
    assert matrix.column_of("gone") == -1
    assert matrix.headerData(0, DOWN) == "b 2026-01-01"
    assert matrix.headerData(9, DOWN) is None


@pytest.mark.parametrize(
    ("models", "unplaced"),
    [
        pytest.param([model("silent", version())], 1, id="no source speaks of it"),
        pytest.param([covered()], 0, id="known not to be offered anywhere: that is a no"),
        pytest.param([covered(disputed="eastus2")], 0, id="disputed somewhere"),
        pytest.param([covered(("Standard", "eastus2"))], 0, id="offered somewhere"),
        pytest.param(
            [model("half", version(offers=[offer("Standard")]))], 1, id="of one type known not"
        ),
    ],
)
def test_entries_open_in_every_region_are_told_apart(models: list[Model], unplaced: int) -> None:
    matrix = matrix_of(*models)
    assert matrix.unplaced == unplaced
    assert matrix.is_unplaced(0) is bool(unplaced)


def test_what_was_left_out_comes_back_and_other_rows_are_left_out_too(
    qtmodeltester: ModelTester,
) -> None:
    silent = [model(f"silent{at}", version()) for at in range(FEW_UNPLACED + 1)]
    matrix = matrix_of(*silent, covered(("Standard", "eastus2")))
    matrix.set_placed_only(True)
    qtmodeltester.check(matrix)  # type: ignore[no-untyped-call]
    assert [matrix.entry(row).model.id for row in range(matrix.rowCount())] == ["known"]
    matrix.set_scope(scope_of(*silent, every_region=True))
    assert matrix.rowCount() == len(silent), "nothing else would be on show"
    matrix.set_scope(scope_of(*silent[1:], covered(("Standard", "eastus2")), every_region=True))
    assert matrix.rowCount() == len(silent), "few stay"
    matrix.set_scope(scope_of(*silent, covered(("Standard", "eastus2")), every_region=True))
    assert matrix.rowCount() == 1
    matrix.set_placed_only(False)
    assert matrix.rowCount() == len(silent) + 1


def test_an_equal_scope_changes_nothing(qtbot: QtBot) -> None:
    matrix = matrix_of(model("a"))
    with qtbot.assertNotEmitted(matrix.modelReset):
        matrix.set_scope(matrix.scope)


def test_german_words_come_with_the_language() -> None:
    scope = scope_of(covered(("Standard", "eastus2")), every_region=True)
    matrix = RegionMatrixModel(scope, "de")
    assert cell(matrix, "eastus2") == "payg regional (de)"
    assert matrix.columns[0].group == "EU data zone (de)"


def test_markup_in_names_is_shown_as_text() -> None:
    matrix = matrix_of(model("<b>bold</b>"))
    assert "<\u2060b>" in cell(matrix, "eastus2", TIP)
    assert "<b>" in cell(matrix, "eastus2", ACCESSIBLE)


def test_an_offer_with_an_end_of_its_own_says_when_it_ends() -> None:
    ending = offer("Standard", "eastus2").but(retirement_date=date(2027, 3, 1))
    matrix = matrix_of(model("a", version(offers=[ending])))
    assert "Offered: payg regional (ends on 1 Mar 2027)" in cell(matrix, "eastus2", TIP)
