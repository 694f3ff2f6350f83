# SPDX-License-Identifier: MIT
"""The tree of filters: labels, counts, checks, no dead ends."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QModelIndex, Qt
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from azmodels_gui.catalog.document import UseCase
from azmodels_gui.catalog.index import CatalogIndex
from azmodels_gui.catalog.query import CatalogQuery
from azmodels_gui.window.models.facet_tree import FacetTreeModel
from tests.builders import TODAY, catalog, model, offer, text, version

CHECKED, PARTLY, UNCHECKED = (
    Qt.CheckState.Checked,
    Qt.CheckState.PartiallyChecked,
    Qt.CheckState.Unchecked,
)
GWC, SWEDEN = "germanywestcentral", "swedencentral"
INDEX = CatalogIndex(
    catalog(
        model(
            "gpt-x", version(offers=[offer("DataZoneStandard", GWC, SWEDEN)]), use_cases=("chat",)
        ),
        model("grok", version(offers=[offer("GlobalStandard", "eastus2")]), provider="xai"),
    ),
    TODAY,
)


@pytest.fixture
def tree() -> FacetTreeModel:
    facets = FacetTreeModel(INDEX)
    facets.set_result(INDEX.run(CatalogQuery()))
    return facets


def every_index(tree: FacetTreeModel, parent: QModelIndex | None = None) -> Iterator[QModelIndex]:
    root = parent or QModelIndex()
    for row in range(tree.rowCount(root)):
        index = tree.index(row, 0, root)
        yield index
        yield from every_index(tree, index)


def find(tree: FacetTreeModel, label: str) -> QModelIndex:
    return next(index for index in every_index(tree) if index.data() == label)


def check(tree: FacetTreeModel, label: str, state: Qt.CheckState = CHECKED) -> bool:
    return tree.setData(find(tree, label), state, Qt.ItemDataRole.CheckStateRole)


def state_of(tree: FacetTreeModel, label: str) -> Qt.CheckState:
    state: Qt.CheckState = find(tree, label).data(Qt.ItemDataRole.CheckStateRole)
    return Qt.CheckState(state)


def is_enabled(tree: FacetTreeModel, label: str) -> bool:
    return bool(tree.flags(find(tree, label)) & Qt.ItemFlag.ItemIsEnabled)


def test_the_tree_keeps_qts_contract(tree: FacetTreeModel, qtmodeltester: ModelTester) -> None:
    qtmodeltester.check(tree)  # type: ignore[no-untyped-call]
    check(tree, "Offered in: Europe")
    tree.set_result(INDEX.run(tree.query))


def test_data_zones_come_before_the_regions_europe_first(tree: FacetTreeModel) -> None:
    regions = find(tree, "Place")
    groups = [tree.index(row, 0, regions).data() for row in range(tree.rowCount(regions))]
    assert groups == [
        "Processed in data zone",
        "Processed in country",
        "Offered in: Europe",
        "Offered in: Asia Pacific",
        "Offered in: United States",
    ]


def test_deployment_types_are_grouped_by_how_they_are_paid(tree: FacetTreeModel) -> None:
    assert find(tree, "payg global").parent().data() == "Pay as you go"
    assert find(tree, "batch data_zone").parent().data() == "Batch"


def test_checking_a_value_asks_for_it(tree: FacetTreeModel, qtbot: QtBot) -> None:
    tree.set_query(CatalogQuery(text="gpt"))
    with qtbot.waitSignal(tree.query_changed) as changed:
        assert check(tree, "Sweden Central")
    assert changed.args == [CatalogQuery(text="gpt", regions=frozenset({SWEDEN}))]
    assert state_of(tree, "Sweden Central") is CHECKED
    assert state_of(tree, "Offered in: Europe") is PARTLY


def test_unchecking_takes_it_back(tree: FacetTreeModel, qtbot: QtBot) -> None:
    tree.set_query(CatalogQuery(regions=frozenset({SWEDEN})))
    with qtbot.waitSignal(tree.query_changed) as changed:
        check(tree, "Sweden Central", UNCHECKED)
    assert changed.args == [CatalogQuery()]


def test_checking_a_group_checks_what_would_leave_something(tree: FacetTreeModel) -> None:
    check(tree, "Offered in: Europe")
    assert tree.query.regions == {GWC, SWEDEN}
    assert state_of(tree, "Offered in: Europe") is CHECKED
    check(tree, "Offered in: Europe", UNCHECKED)
    assert tree.query.regions == frozenset()


def test_a_group_of_data_zones_asks_for_data_zones(tree: FacetTreeModel) -> None:
    check(tree, "Processed in data zone")
    assert tree.query == CatalogQuery(data_zones=frozenset({"EU"}))


def test_a_facet_itself_cannot_be_checked(tree: FacetTreeModel, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(tree.query_changed):
        assert not check(tree, "Provider")
    assert find(tree, "Provider").data(Qt.ItemDataRole.CheckStateRole) is None


def test_what_would_leave_nothing_cannot_be_clicked(tree: FacetTreeModel) -> None:
    assert not is_enabled(tree, "Japan East")
    assert not is_enabled(tree, "Offered in: Asia Pacific")
    assert is_enabled(tree, "Sweden Central")
    assert is_enabled(tree, "Offered in: Europe")


def test_a_checked_value_can_be_unchecked_even_if_it_leaves_nothing(tree: FacetTreeModel) -> None:
    query = CatalogQuery(regions=frozenset({"japaneast"}))
    tree.set_query(query)
    tree.set_result(INDEX.run(query))
    assert is_enabled(tree, "Japan East")


def test_counts_say_what_a_click_would_leave(tree: FacetTreeModel) -> None:
    assert find(tree, "xAI").data(tree.COUNT_ROLE) == 1
    tree.set_result(INDEX.run(CatalogQuery(text="gpt")))
    assert find(tree, "xAI").data(tree.COUNT_ROLE) == 0
    assert find(tree, "Provider").data(tree.COUNT_ROLE) is None


def test_equal_counts_repaint_nothing(tree: FacetTreeModel, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(tree.dataChanged):
        tree.set_result(INDEX.run(CatalogQuery()))


def test_only_rows_with_new_counts_are_told(tree: FacetTreeModel) -> None:
    told: list[str] = []
    tree.dataChanged.connect(lambda first, last: told.extend([first.data(), last.data()]))
    query = CatalogQuery(use_cases=frozenset({"chat"}))
    tree.set_result(INDEX.run(query))
    assert "xAI" in told
    assert "OpenAI" not in told


def test_setting_a_query_is_no_signal(tree: FacetTreeModel, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(tree.query_changed):
        tree.set_query(CatalogQuery(providers=frozenset({"xai"})))
    assert state_of(tree, "xAI") is CHECKED


def test_labels_are_in_the_language() -> None:
    tree = FacetTreeModel(INDEX, "de")
    tree.set_result(INDEX.run(CatalogQuery()))
    check(tree, "Chat und Kundensupport")
    assert state_of(tree, "Chat und Kundensupport") is CHECKED


def test_another_catalogue_brings_its_own_values(tree: FacetTreeModel) -> None:
    tree.set_query(CatalogQuery(providers=frozenset({"xai"})))
    tree.set_catalog(CatalogIndex(catalog(model("m", use_cases=("brand-new",))), TODAY))
    assert find(tree, "brand-new").data(tree.VALUE_ROLE) == "brand-new"
    assert state_of(tree, "xAI") is CHECKED


def test_a_screen_reader_hears_the_count(tree: FacetTreeModel) -> None:
    assert find(tree, "xAI").data(Qt.ItemDataRole.AccessibleTextRole) == "xAI, 1"


def test_the_panel_asks_in_the_order_of_a_meeting(tree: FacetTreeModel) -> None:
    assert [tree.index(row, 0).data() for row in range(tree.rowCount())] == [
        *("Use case", "Place", "Capacity model", "Price ($ per 1M tokens)", "Retires after"),
        *("Context window (tokens)", "Stage", "Provider", "Modality", "Capability"),
    ]


def test_a_group_says_what_its_values_leave_together(tree: FacetTreeModel) -> None:
    assert find(tree, "Pay as you go").data(tree.COUNT_ROLE) == 2
    assert find(tree, "Offered in: Europe").data(tree.COUNT_ROLE) == 1
    assert find(tree, "Batch").data(tree.COUNT_ROLE) == 0


def on_show(tree: FacetTreeModel, heading: str) -> list[str]:
    parent = find(tree, heading)
    hidden = {tree.at(node) for node in tree.hidden_nodes()}
    rows = (tree.index(row, 0, parent) for row in range(tree.rowCount(parent)))
    return [row.data() for row in rows if row not in hidden]


def test_values_without_a_hit_fold_away_until_somebody_asks(tree: FacetTreeModel) -> None:
    assert on_show(tree, "Use case") == ["Chat and support", "1 without a hit"]
    tree.show_more(find(tree, "1 without a hit"))
    assert on_show(tree, "Use case") == ["Chat and support", "Code", "Show fewer"]
    tree.show_more(find(tree, "Show fewer"))
    assert on_show(tree, "Use case") == ["Chat and support", "1 without a hit"]


def test_what_is_checked_stays_on_show_without_a_hit(tree: FacetTreeModel, qtbot: QtBot) -> None:
    query = CatalogQuery(use_cases=frozenset({"code"}), providers=frozenset({"xai"}))
    tree.set_query(query)
    with qtbot.waitSignal(tree.folded_away):
        tree.set_result(INDEX.run(query))
    assert on_show(tree, "Use case") == ["Code", "1 without a hit"]


def test_of_many_values_the_first_are_on_show() -> None:
    ids = [f"case-{number}" for number in range(12)]
    uses = [UseCase(id=each, name=text(each)) for each in ids]
    kept = version(offers=[offer("Standard", GWC)])
    index = CatalogIndex(
        catalog(model("m", kept, use_cases=tuple(ids[:11])), use_cases=tuple(uses)), TODAY
    )
    tree = FacetTreeModel(index)
    tree.set_result(index.run(CatalogQuery()))
    assert on_show(tree, "Use case") == [*ids[:8], "3 more ..."]
    tree.show_more(find(tree, "3 more ..."))
    assert on_show(tree, "Use case") == [*ids[:11], "1 without a hit"]


def test_a_tip_counts_apart_what_may_fit(tree: FacetTreeModel) -> None:
    tip = find(tree, "Sweden Central").data(Qt.ItemDataRole.ToolTipRole)
    assert tip.splitlines()[-1] == "1 more entry of which the offer there is unknown"


def test_a_row_says_all_that_is_painted(tree: FacetTreeModel) -> None:
    row = tree.node(find(tree, "Japan East"))
    assert (row.branch.label, tree.count(row)) == ("Japan East", 0)
    assert (row.check_state, row.is_useful) == (UNCHECKED, False)
