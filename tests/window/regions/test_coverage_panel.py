# SPDX-License-Identifier: MIT
"""The coverage question: models and conditions in, an answer in three columns out."""

from datetime import date

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from azmodels_gui.catalog.index import CatalogIndex
from azmodels_gui.window.regions.coverage_panel import KEY_SEPARATOR, SHOWN_CHIPS, CoveragePanel
from azmodels_gui.window.regions.coverage_text import SHOWN_REGIONS
from azmodels_gui.window.theme.theme import Theme, ThemeChoice
from tests.builders import TODAY, catalog, model, offer, version
from tests.window.regions.samples import (
    GERMANY,
    NORWAY,
    REGIONS,
    SWEDEN,
    entries,
    index,
    known,
    region,
)


@pytest.fixture
def panel(qtbot: QtBot, theme: Theme, spoken: str) -> CoveragePanel:
    made = CoveragePanel(theme, index(), spoken)
    qtbot.addWidget(made)
    made.resize(1200, 330)
    made.show()
    return made


def ask(panel: CoveragePanel, *names: str, **conditions: str) -> str:
    """Put the question and return the answer as plain text."""
    panel.form.show_choices(conditions)
    panel.show_entries(entries(index(), *names))
    return panel.answer.toPlainText()


def choose(panel: CoveragePanel, name: str, value: str) -> None:
    """Choose as a user does: the field shows it and says so."""
    field = panel.form.fields[name]
    at = field.findData(value)
    assert at >= 0
    field.setCurrentIndex(at)
    field.activated.emit(at)


def test_without_models_the_panel_says_what_to_do(panel: CoveragePanel) -> None:
    told = panel.answer.toPlainText()
    assert "Choose at least one model." in told
    assert "Pin models in the table" in told


def test_the_answer_has_three_columns_with_counts(panel: CoveragePanel) -> None:
    told = ask(panel, "zonal", data_zone="EU")
    assert "2 regions offer zonal 1." in told
    assert "● Complete (2)" in told
    assert "◐ Almost: one or two missing (0)" in told
    assert "? Unknown or disputed (1)" in told
    assert "offered: 0 of 1, conflicting sources: 1 (zonal 1)" in told


def test_what_is_missing_unknown_and_disputed_is_named(panel: CoveragePanel) -> None:
    told = ask(panel, "zonal", "regional", "unheard", data_zone="EU")
    assert "No region offers all 3 models" in told
    missing = "as of 5 Oct 2026 not offered: 1 (regional 1)"
    assert f"offered: 1 of 3; {missing}; unknown: 1 (unheard 1)" in told
    assert "offered: 2 of 3, unknown: 1 (unheard 1)" in told


def test_a_pair_is_named_where_no_region_has_all(panel: CoveragePanel) -> None:
    told = ask(panel, "zonal", "regional", billing="payg")
    assert "Best pair" not in told  # Sweden has both
    choose(panel, "deployment_type", "DataZoneProvisionedManaged")
    assert "Best pair" not in panel.answer.toPlainText()
    panel.form.show_choices({})
    two = _two_places()
    panel.set_index(two)
    panel.show_entries(two.entries)
    told = panel.answer.toPlainText()
    assert "Best pair of regions" in told
    assert "Further pairs that offer as much: 1" in told
    assert "1,290 km apart" in told


def _two_places() -> CatalogIndex:
    """Return two models that no region has both of: one in Sweden, one in the four others."""
    here = model("here", version("1", offers=(offer("Standard", SWEDEN),)))
    others = tuple(region.id for region in REGIONS if region.id != SWEDEN)
    there = model("there", version("1", offers=(offer("Standard", *others),)))
    return CatalogIndex(catalog(here, there, regions=REGIONS), TODAY)


def test_many_regions_are_counted_after_the_first(panel: CoveragePanel) -> None:
    places = tuple(region(f"r{at}", f"Region {at}", "Sweden") for at in range(SHOWN_REGIONS + 3))
    offered = version("1", offers=(offer("Standard", *(place.id for place in places)),))
    many = CatalogIndex(catalog(model("m", offered), regions=places), TODAY)
    panel.set_index(many)
    panel.show_entries(many.entries)
    told = panel.answer.toPlainText()
    assert f"● Complete ({SHOWN_REGIONS + 3})" in told
    assert "and 3 more" in told


def test_ways_to_deploy_are_told_by_model_while_they_can_be_read(panel: CoveragePanel) -> None:
    kinds = ("Standard", "DataZoneStandard", "GlobalStandard", "GlobalBatch")
    models = [
        model(f"m{at}", version("1", offers=(offer(kind, SWEDEN),)))
        for at, kind in enumerate(kinds)
    ]
    built = CatalogIndex(catalog(*models, regions=REGIONS), TODAY)
    panel.set_index(built)
    panel.show_entries(built.entries[:2])
    assert "m0: payg regional; m1: payg data_zone" in panel.answer.toPlainText()
    panel.show_entries(built.entries)
    assert "with types that differ by model" in panel.answer.toPlainText()


def test_a_retired_model_is_marked_and_the_zone_stands_in_for_the_country(
    panel: CoveragePanel,
) -> None:
    offers = known(offer("DataZoneStandard", SWEDEN))
    old = model("old", version("1", offers=offers, retirement=date(2026, 1, 1)))
    live = model("live", version("1", offers=offers))
    built = CatalogIndex(catalog(old, live, regions=REGIONS), TODAY)
    panel.set_index(built)
    panel.form.show_choices({"country": "DE"})
    panel.show_entries(built.entries)
    assert "! Retired or past the retirement date: old 1." in panel.answer.toPlainText()
    panel.show_entries([each for each in built.entries if each.model.id == "live"])
    told = panel.answer.toPlainText()
    assert "Processed inside the EU data zone instead of Germany alone" in told
    assert f"region:{SWEDEN}" in panel.answer.toHtml()


def test_conditions_that_exclude_each_other_are_explained(panel: CoveragePanel) -> None:
    told = ask(panel, "zonal", country="DE", deployment_type="GlobalStandard")
    assert "No deployment type can meet these conditions together" in told


def test_a_change_of_a_condition_is_answered_at_once(qtbot: QtBot, panel: CoveragePanel) -> None:
    ask(panel, "zonal", data_zone="EU")
    with qtbot.waitSignal(panel.state_changed):
        choose(panel, "country", "DE")
    told = panel.answer.toPlainText()
    assert "No region offers zonal 1 (as of 5 Oct 2026)." in told


def test_a_chip_takes_its_model_out_of_the_question(qtbot: QtBot, panel: CoveragePanel) -> None:
    ask(panel, "zonal", "regional")
    with qtbot.waitSignal(panel.entries_asked) as asked, qtbot.waitSignal(panel.state_changed):
        panel.chips.chips[0].click()
    assert asked.args == [(("regional", "1"),)]
    assert [chip.text() for chip in panel.chips.chips] == ["regional 1"]
    assert "regional 1" in panel.answer.toPlainText()


def test_after_the_last_chip_the_keyboard_is_where_one_adds(panel: CoveragePanel) -> None:
    ask(panel, "zonal")
    panel.chips.chips[0].setFocus()
    panel.chips.chips[0].click()
    focused = panel.focusWidget()
    assert focused in (panel.adder, panel.adder.lineEdit())


def test_a_model_can_be_typed_and_counts_once(qtbot: QtBot, panel: CoveragePanel) -> None:
    for _ in range(2):
        at = panel.adder.findData(KEY_SEPARATOR.join(("zonal", "1")))
        panel.adder.setCurrentIndex(at)
        panel.adder.activated.emit(at)
    assert [entry.title for entry in panel.entries] == ["zonal 1"]
    assert panel.adder.choice() == ""


def test_many_models_are_counted_beside_the_first_chips(qtbot: QtBot, theme: Theme) -> None:
    many = CatalogIndex(catalog(*(model(f"m{at}") for at in range(SHOWN_CHIPS + 5))), TODAY)
    panel = CoveragePanel(theme, many, "en")
    qtbot.addWidget(panel)
    panel.show_entries(many.entries)
    assert len(panel.chips.chips) == SHOWN_CHIPS
    assert panel.chips.more.text() == "and 5 more"


def test_a_region_is_asked_for_by_its_link(qtbot: QtBot, panel: CoveragePanel) -> None:
    ask(panel, "zonal", data_zone="EU")
    assert f"region:{SWEDEN}" in panel.answer.toHtml()
    with qtbot.waitSignal(panel.region_asked) as asked:
        panel.answer.anchorClicked.emit(QUrl(f"region:{GERMANY}"))
    assert asked.args == [GERMANY]


def test_links_are_reached_and_followed_by_the_keyboard(qtbot: QtBot, panel: CoveragePanel) -> None:
    ask(panel, "zonal", data_zone="EU")
    panel.answer.setFocus()
    QTest.keyClick(panel.answer, Qt.Key.Key_Tab)
    with qtbot.waitSignal(panel.region_asked) as asked:
        QTest.keyClick(panel.answer, Qt.Key.Key_Return)
    assert asked.args == [GERMANY]


def test_tab_goes_from_the_chips_over_the_conditions_to_the_answer(
    qtbot: QtBot, theme: Theme
) -> None:
    around = QWidget()
    qtbot.addWidget(around)
    column = QVBoxLayout(around)
    before, after = QPushButton("before"), QPushButton("after")
    panel = CoveragePanel(theme, index(), "en")
    for widget in (before, panel, after):
        column.addWidget(widget)
    around.show()
    ask(panel, "zonal", "regional")
    ask(panel, "zonal", "regional", "unheard")
    theme.choose(ThemeChoice.DARK)  # makes new chips
    chain: list[QWidget] = [before]
    while chain[-1] is not after:
        following = chain[-1].nextInFocusChain()
        assert following is not None
        chain.append(following)
    wanted = [before, *panel.in_tab_order(), after]
    assert [widget for widget in chain if widget in wanted] == wanted


def test_a_source_is_a_link_with_its_date(qtbot: QtBot, panel: CoveragePanel) -> None:
    told = ask(panel, "zonal", data_zone="EU")
    assert "Document matrix, 5 Oct 2026" in told
    with qtbot.waitSignal(panel.link_asked) as asked:
        panel.answer.anchorClicked.emit(QUrl("https://example.com/matrix"))
    assert asked.args == [QUrl("https://example.com/matrix")]


@pytest.mark.parametrize("address", ["file:///etc/passwd", "javascript:alert(1)", "http://x"])
def test_other_addresses_go_nowhere(qtbot: QtBot, panel: CoveragePanel, address: str) -> None:
    with qtbot.assertNotEmitted(panel.link_asked), qtbot.assertNotEmitted(panel.region_asked):
        panel.answer.anchorClicked.emit(QUrl(address))


def test_a_name_is_shown_letter_by_letter(panel: CoveragePanel) -> None:
    told = ask(panel, "unheard", data_zone="EU")
    assert "Lost <b>Central</b>" in told


def test_the_question_survives_a_restart(qtbot: QtBot, theme: Theme, panel: CoveragePanel) -> None:
    ask(panel, "zonal", "regional", data_zone="EU", billing="payg")
    other = CoveragePanel(theme, index(), "en")
    qtbot.addWidget(other)
    other.restore(panel.state())
    assert other.state() == panel.state()
    assert other.answer.toPlainText() == panel.answer.toPlainText()


@pytest.mark.parametrize(
    "state",
    [
        pytest.param({"entries": 7, "conditions": "x"}, id="of another kind"),
        pytest.param({"entries": [["lost", "1"], 3, []]}, id="entries that are gone"),
        pytest.param({"conditions": {"data_zone": "PLUTO", "billing": 4}}, id="unknown names"),
        pytest.param({}, id="nothing"),
    ],
)
def test_rubbish_in_the_state_is_passed_over(
    panel: CoveragePanel, state: dict[str, object]
) -> None:
    ask(panel, "zonal")
    panel.restore(state)
    assert [entry.title for entry in panel.entries] == ["zonal 1"]
    assert set(panel.form.choices().values()) == {""}


def test_another_catalogue_drops_what_it_does_not_have(panel: CoveragePanel) -> None:
    ask(panel, "zonal", data_zone="EU")
    panel.set_index(CatalogIndex(catalog(model("other")), TODAY))
    assert panel.entries == ()
    assert panel.form.choices()["data_zone"] == "EU"
    assert "Choose at least one model." in panel.answer.toPlainText()


@pytest.mark.parametrize("spoken", ["de"], indirect=True)
def test_german_is_spoken_and_countries_are_sorted_as_germans_do(panel: CoveragePanel) -> None:
    ask(panel, "zonal", data_zone="EU")
    told = panel.answer.toPlainText()
    assert "2 Regionen bieten zonal 1 an." in told
    assert "Vollständig (2)" in told
    assert panel.title.text() == "Wo gibt es alle?"
    field = panel.form.fields["country"]
    names = [field.itemText(at) for at in range(1, field.count())]
    assert names == ["Deutschland", "Norwegen", "Schweden", "Vereinigtes Königreich"]


def test_the_look_is_taken_over(panel: CoveragePanel, theme: Theme) -> None:
    ask(panel, "zonal")
    light = panel.answer.toHtml()
    theme.choose(ThemeChoice.DARK)
    assert panel.answer.toHtml() != light


def test_everything_has_a_name_for_screen_readers(panel: CoveragePanel) -> None:
    ask(panel, "zonal")
    for widget in panel.in_tab_order():
        assert widget.accessibleName(), widget
    assert "offer zonal 1" in panel.answer.accessibleDescription()


def test_norway_is_told_apart(panel: CoveragePanel) -> None:
    ask(panel, "zonal", data_zone="EU")
    assert panel.found is not None
    assert [each.region.id for each in panel.found.open] == [NORWAY]
