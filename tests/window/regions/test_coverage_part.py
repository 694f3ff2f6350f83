# SPDX-License-Identifier: MIT
"""The view of coverage: models and conditions in, cards and a table of signs out."""

import os
import time
from datetime import date

import pytest
from PySide6.QtCore import QPoint, Qt, QUrl
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from azmodels_gui.catalog.coverage_notes import headline
from azmodels_gui.catalog.document import Catalog
from azmodels_gui.catalog.document import entries as entries_of
from azmodels_gui.sheets.order import SheetOrder
from azmodels_gui.sheets.sheet import SheetKind
from azmodels_gui.window.grids.grid import Ground, Shape
from azmodels_gui.window.main_window import MainWindow
from azmodels_gui.window.page import CurrentCatalog
from azmodels_gui.window.regions.coverage_part import CoveragePart
from azmodels_gui.window.regions.regions_page import RegionsPage
from azmodels_gui.window.state import WindowState
from azmodels_gui.window.theme import Theme, Tone
from tests.builders import TODAY, catalog, model, offer, shipped_catalog, version
from tests.window.conftest import MakeWindow
from tests.window.regions.conftest import regions_page
from tests.window.regions.samples import GERMANY, LONDON, NORWAY, REGIONS, SWEDEN, known, sample
from tests.window.samples import EVERY_LOOK

ZONAL, REGIONAL, UNHEARD = ("zonal", "1"), ("regional", "1"), ("unheard", "1")
Key = Qt.Key
LOOPS, MOST_LOOPS = 200_000, 50
LIST = pytest.mark.skipif(
    os.environ.get("QT_QPA_PLATFORM") == "offscreen", reason="a list below a field needs a display"
)


def with_dead_models() -> Catalog:
    """Return the samples, a model that is retired, and one whose date has passed."""
    offers = known(offer("DataZoneStandard", SWEDEN, GERMANY))
    found = sample()
    return found.but(
        models=(
            *found.models,
            model("gone", version("1", offers=offers, retirement=date(2026, 1, 1))),
            model("soon", version("1", offers=offers, retirement=date(2026, 12, 2))),
        )
    )


@pytest.fixture
def coverage_window(make_window: MakeWindow, spoken: str) -> MainWindow:
    """Return a window on the view, with a catalogue of every oddity."""
    current = CurrentCatalog(with_dead_models(), TODAY)
    state = WindowState(page="regions", pages={"regions": {"part": "coverage"}})
    return make_window(state, spoken, current=current)


@pytest.fixture
def part(coverage_window: MainWindow) -> CoveragePart:
    return coverage_part(regions_page(coverage_window))


def coverage_part(page: RegionsPage) -> CoveragePart:
    assert isinstance(page.part, CoveragePart)
    return page.part


def name(part: CoveragePart, words: str) -> None:
    """Name models as if one after the other was typed; the list below needs a display."""
    for each in words.split(", "):
        part.adder.setText(each)
        QTest.keyClick(part.adder, Key.Key_Return)


def choose_place(part: CoveragePart, value: str) -> None:
    """Choose as a user does: the field shows it and says so."""
    at = part.bar.place.findData(value)
    assert at >= 0
    part.bar.place.setCurrentIndex(at)
    part.bar.place.activated.emit(at)


def asked(part: CoveragePart) -> list[str]:
    return [entry.model.id for entry in part.entries]


def cards(part: CoveragePart) -> list[str]:
    return [each.accessibleName() for each in part.cards.cards if not each.isHidden()]


def rows(part: CoveragePart) -> list[str]:
    return [row.title for row in part.view.grid_model.grid.rows]


def ground(part: CoveragePart, region: str, column: int = 0) -> Ground:
    return part.view.grid_model.cell(part.view.grid_model.row_of(region), column).ground


def letters(part: CoveragePart, region: str, column: int = 0) -> str:
    marks = part.view.grid_model.cell(part.view.grid_model.row_of(region), column).marks
    return "".join(mark.letter for mark in marks)


def test_without_models_one_is_told_what_to_do_and_can_type_at_once(part: CoveragePart) -> None:
    assert cards(part) == [
        "Choose at least one model.. Name models above, one or several with commas, or pin them "
        "in the table."
    ]
    assert not part.sheet_button.isEnabled()
    assert part.focusWidget() is part.adder


@LIST
def test_models_typed_one_after_the_other_are_all_asked_for(part: CoveragePart) -> None:
    for words in ("zonal", "regi", "UNHEARD 1"):
        QTest.keyClicks(part.adder, words)
        QTest.keyClick(part.adder, Key.Key_Return)
        QApplication.processEvents()
        assert part.adder.text() == ""
    assert asked(part) == ["zonal", "regional", "unheard"]


def test_a_name_that_no_model_has_is_told(qtbot: QtBot, part: CoveragePart) -> None:
    with qtbot.waitSignal(part.news) as told:
        name(part, "zonal, regional, atlantis")
    assert asked(part) == ["zonal", "regional"]
    assert told.args == ["No model is called atlantis."]


def test_a_model_counts_once(part: CoveragePart) -> None:
    name(part, "zonal, zonal, zonal 1")
    assert asked(part) == ["zonal"]


def test_pinned_models_are_asked_for_until_others_are_named(
    coverage_window: MainWindow, part: CoveragePart
) -> None:
    coverage_window.pins.toggle([ZONAL, REGIONAL])
    assert asked(part) == ["zonal", "regional"]
    name(part, "unheard")
    coverage_window.pins.clear()
    assert asked(part) == ["zonal", "regional", "unheard"]


def test_a_cross_and_the_key_take_a_model_out(
    coverage_window: MainWindow, part: CoveragePart
) -> None:
    name(part, "zonal, regional, unheard")
    heads = part.view.column_heads
    right = heads.sectionViewportPosition(1) + heads.sectionSize(1)
    QTest.mouseClick(heads.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(right - 10, 10))
    assert asked(part) == ["zonal", "unheard"]
    part.view.go_to(SWEDEN, UNHEARD)
    QTest.keyClick(part.view, Key.Key_Delete)
    assert asked(part) == ["zonal"]
    QTest.keyClick(part.view, Key.Key_Delete)
    assert asked(part) == []
    assert part.adder.hasFocus()


def test_regions_stand_by_what_is_asked_and_disputed_ones_never_count(part: CoveragePart) -> None:
    name(part, "zonal, regional")
    choose_place(part, "zone:EU")
    assert rows(part) == [
        "EU data zone",
        "Sweden Central",
        "Germany West Central",
        "EU data zone, disputed",
        "Norway East",
    ]
    notes = {row.title: row.note for row in part.view.grid_model.grid.rows}
    without = "without a known offer: Lost <b>Central</b>"
    assert notes["EU data zone"] == f"2 regions with an offer · {without}"
    assert notes["Sweden Central"] == "2 of 2"
    assert notes["Norway East"] == "1 of 2, disputed"


def test_regions_outside_the_condition_say_so(part: CoveragePart) -> None:
    name(part, "zonal, regional")
    choose_place(part, "country:DE")
    shown = {row.title: row.note for row in part.view.grid_model.grid.rows}
    assert shown["Outside the condition"] == "2 regions to compare; they do not count"
    assert shown["Sweden Central"] == "does not count"
    assert ground(part, SWEDEN) is Ground.PLAIN
    assert part.view.grid_model.told(part.view.grid_model.row_of(SWEDEN), 0)[1][0] == (
        "does not count"
    )


def test_signs_tell_scope_payment_and_what_counts(part: CoveragePart) -> None:
    name(part, "zonal")
    model_ = part.view.grid_model
    marks = model_.cell(model_.row_of(GERMANY), 0).marks
    assert [(mark.letter, mark.shape, mark.tone) for mark in marks] == [
        ("T", Shape.HEXAGON, Tone.ACCENT),
        ("P", Shape.HEXAGON, Tone.ACCENT),
        ("–", Shape.NONE, Tone.MUTED),
    ]
    part.bar.billings["provisioned"].click()
    payg, ptu, _ = model_.cell(model_.row_of(GERMANY), 0).marks
    assert (payg.tone, ptu.tone) == (Tone.MUTED, Tone.ACCENT)


def test_missing_open_disputed_and_retired_are_told_apart(part: CoveragePart) -> None:
    name(part, "zonal, regional, unheard, disputed, gone")
    choose_place(part, "zone:EU")
    assert ground(part, SWEDEN, 0) is Ground.PLAIN
    assert ground(part, GERMANY, 1) is Ground.MISSING
    assert ground(part, SWEDEN, 2) is Ground.OPEN
    assert ground(part, SWEDEN, 4) is Ground.ENDED
    assert letters(part, SWEDEN, 2) == "???"
    assert letters(part, GERMANY, 3) == "!––"
    assert all(
        mark.flagged
        for mark in part.view.grid_model.cell(part.view.grid_model.row_of(NORWAY), 0).marks
        if mark.letter == "T"
    )


def test_a_dead_model_makes_the_headline_amber_and_never_counts(part: CoveragePart) -> None:
    name(part, "zonal")
    assert part.found is not None
    assert part.cards.cards[0]._card.tone is Tone.GOOD
    name(part, "gone")
    answer, best, _ = part.cards.cards
    assert answer._card.tone is Tone.WARN
    assert answer.words.text().startswith("No region offers all 2 models")
    assert answer.note.text() == "gone 1 is past its retirement date"
    assert best.words.text().endswith(": 1 of 1")
    column = part.view.grid_model.grid.columns[1]
    assert column.struck
    assert column.lines[1] == ("past its date: 1\xa0Jan\xa02026", Tone.WARN)


def test_what_ends_soon_says_in_how_many_days(part: CoveragePart) -> None:
    name(part, "soon")
    assert part.view.grid_model.grid.columns[0].lines[1] == ("ends in 10 days", Tone.WARN)


def test_the_best_region_and_pair_are_named_with_what_they_lack(part: CoveragePart) -> None:
    name(part, "zonal, regional, unheard")
    _, best, second = part.cards.cards
    assert best.words.text() == "Sweden Central: 2 of 3"
    assert best.note.text() == "unknown: unheard 1"
    assert second.isHidden() or second.words.text()
    part.bar.billings["provisioned"].click()
    assert "Germany West Central: 1 of 3" in part.cards.cards[1].words.text()
    assert "missing: regional 1" in part.cards.cards[1].note.text()


def test_a_pair_is_named_where_no_region_has_all(make_window: MakeWindow) -> None:
    here = model("here", version("1", offers=known(offer("Standard", SWEDEN))))
    there = model("there", version("1", offers=known(offer("Standard", LONDON))))
    current = CurrentCatalog(catalog(here, there, regions=REGIONS), TODAY)
    state = WindowState(page="regions", pages={"regions": {"part": "coverage"}})
    part = coverage_part(regions_page(make_window(state, current=current)))
    name(part, "here, there")
    pair = part.cards.cards[2]
    assert pair.title.text() == "Best pair of regions"
    assert pair.words.text() == "Sweden Central + UK South: 2 of 2"
    assert pair.note.text() == "Nothing is missing, nothing is disputed."


def test_conditions_that_exclude_each_other_are_explained(part: CoveragePart) -> None:
    name(part, "zonal")
    part.bar.deployment_type.show_choice("GlobalStandard")
    choose_place(part, "country:DE")
    assert "No deployment type can meet these conditions together" in cards(part)[0]
    assert part.found is None


def test_the_answer_in_words_has_remarks_and_sources(qtbot: QtBot, part: CoveragePart) -> None:
    name(part, "zonal, regional, unheard")
    choose_place(part, "zone:EU")
    part.words_button.click()
    told = part.text.toPlainText()
    assert "● Complete (0)" in told
    assert "missing: 1" in told.replace("not offered", "missing")
    assert "Document matrix, 5 Oct 2026" in told
    with qtbot.waitSignal(part.page_asked) as region:
        part.text.anchorClicked.emit(QUrl(f"region:{GERMANY}"))
    assert region.args == [GERMANY]
    with qtbot.waitSignal(part.link_asked) as link:
        part.text.anchorClicked.emit(QUrl("https://example.com/matrix"))
    assert link.args == [QUrl("https://example.com/matrix")]


@pytest.mark.parametrize("address", ["file:///etc/passwd", "javascript:alert(1)", "http://x"])
def test_other_addresses_go_nowhere(qtbot: QtBot, part: CoveragePart, address: str) -> None:
    with qtbot.assertNotEmitted(part.link_asked), qtbot.assertNotEmitted(part.page_asked):
        part.text.anchorClicked.emit(QUrl(address))


def test_enter_on_a_row_opens_the_page_of_the_region(
    coverage_window: MainWindow, part: CoveragePart
) -> None:
    name(part, "zonal")
    part.view.go_to(SWEDEN, ZONAL)
    QTest.keyClick(part.view, Key.Key_Return)
    page = regions_page(coverage_window)
    assert (page.choice.part, page.choice.region) == ("region", SWEDEN)


def test_the_cell_below_the_keyboard_is_told_in_words(part: CoveragePart) -> None:
    name(part, "zonal")
    part.view.go_to(SWEDEN, ZONAL)
    told = part.line.text()
    assert told.startswith("zonal 1 in Sweden Central · Under the conditions: offered · Offered: ")


def test_the_keyboard_passes_over_headings_of_groups(part: CoveragePart) -> None:
    name(part, "zonal")
    choose_place(part, "zone:EU")
    part.view.go_to(SWEDEN, ZONAL)
    QTest.keyClick(part.view, Key.Key_Down)
    current = part.view.grid_model.grid.rows[part.view.currentIndex().row()]
    assert current.title == "Norway East"


def test_the_question_survives_a_restart(
    coverage_window: MainWindow, part: CoveragePart, make_window: MakeWindow
) -> None:
    name(part, "zonal, regional")
    choose_place(part, "zone:EU")
    part.bar.billings["payg"].click()
    current = CurrentCatalog(with_dead_models(), TODAY)
    again = make_window(coverage_window.state(), current=current)
    other = coverage_part(regions_page(again))
    assert other.state() == part.state()
    assert cards(other) == cards(part)


@pytest.mark.parametrize(
    "state",
    [
        pytest.param({"entries": 7, "conditions": "x"}, id="of another kind"),
        pytest.param({"entries": [["lost", "1"], 3, []]}, id="entries that are gone"),
        pytest.param({"conditions": {"place": "PLUTO", "billing": 4}}, id="unknown names"),
        pytest.param({}, id="nothing"),
    ],
)
def test_rubbish_in_the_state_is_passed_over(
    coverage_window: MainWindow, part: CoveragePart, state: dict[str, object]
) -> None:
    coverage_window.pins.toggle([ZONAL])
    part.restore(state)
    assert asked(part) == ["zonal"]
    assert set(part.bar.choices().values()) == {""}


def test_a_question_of_an_earlier_version_is_taken_over(part: CoveragePart) -> None:
    part.restore(
        {"conditions": {"data_zone": "EU", "billing": "payg"}, "entries": [["zonal", "1"]]}
    )
    assert part.bar.choices() == {"place": "zone:EU", "deployment_type": "", "billing": "payg"}
    assert asked(part) == ["zonal"]


def test_another_catalogue_drops_what_it_does_not_have(
    coverage_window: MainWindow, part: CoveragePart
) -> None:
    name(part, "zonal")
    regions_page(coverage_window)._parts.around.current.show(catalog(model("other")))
    assert asked(part) == []


def test_the_sheet_answers_the_question_as_it_is_asked(
    coverage_window: MainWindow, part: CoveragePart
) -> None:
    name(part, "zonal, regional")
    choose_place(part, "zone:EU")
    (subject,) = regions_page(coverage_window).sheet_subjects()
    assert subject.kind is SheetKind.COVERAGE
    sheet = subject.make(SheetOrder(with_dead_models(), TODAY, "en", subject.regions))
    assert part.found is not None
    assert sheet.answer[0].lead == headline(part.found, "en", TODAY)
    assert any(line.startswith("Processed in: ") for line in sheet.head)


def test_the_sheet_is_asked_for_and_a_question_without_answer_makes_none(
    coverage_window: MainWindow, part: CoveragePart
) -> None:
    assert not regions_page(coverage_window).sheet_subjects()
    regions_page(coverage_window).print_preview()
    assert coverage_window.status.news.text() == "There is nothing to print."
    name(part, "zonal")
    part.sheet_button.click()
    dialog = coverage_window.sheets.desk.dialog
    assert dialog is not None
    dialog.close()


def test_a_projector_shows_the_conditions_in_words(part: CoveragePart) -> None:
    name(part, "zonal")
    choose_place(part, "zone:EU")
    part.bar.billings["provisioned"].click()
    part.set_presenting(True)
    assert not part.adder.isVisible()
    assert part.asked.text() == "EU data zone · PTU"
    part.set_presenting(False)
    assert part.adder.isVisible()
    assert not part.asked.isVisible()


@pytest.mark.parametrize("spoken", ["de"], indirect=True)
def test_german_is_spoken_and_countries_are_sorted_as_germans_do(part: CoveragePart) -> None:
    name(part, "zonal")
    choose_place(part, "zone:EU")
    assert "2 Regionen bieten zonal 1 an." in cards(part)[0]
    field = part.bar.place
    names = [field.itemText(at) for at in range(3, field.count())]
    assert names == ["Deutschland", "Norwegen", "Schweden", "Vereinigtes Königreich"]


def test_everything_has_a_name_for_screen_readers(part: CoveragePart) -> None:
    name(part, "zonal")
    for widget in part.in_tab_order():
        assert widget.accessibleName() or getattr(widget, "text", str)(), widget


def test_twenty_models_in_all_regions_do_not_block_the_window(make_window: MakeWindow) -> None:
    """Processor time of the window's thread, with the repaint, against a plain loop."""
    shipped = shipped_catalog()
    current = CurrentCatalog(shipped, date(2026, 11, 29))
    keys = [entry.key for entry in entries_of(shipped) if entry.version.offers][:20]
    state = WindowState(page="regions", pages={"regions": {"part": "coverage"}}, pinned=tuple(keys))
    part = coverage_part(regions_page(make_window(state, current=current)))
    assert len(part.entries) == 20
    assert len(shipped.regions) >= 58
    begun = time.thread_time()
    for _ in range(LOOPS):
        pass
    control = time.thread_time() - begun
    for place in ("zone:EU", "", "country:DE"):
        begun = time.thread_time()
        choose_place(part, place)
        QApplication.processEvents()
        taken = time.thread_time() - begun
        assert taken < MOST_LOOPS * control


@pytest.mark.parametrize(
    ("made", "pinned"),
    [
        pytest.param(catalog(), (), id="an empty catalogue"),
        pytest.param(catalog(model("m"), regions=()), (("m", "2026-01-01"),), id="no regions"),
        pytest.param(catalog(model("m" * 200)), (("m" * 200, "2026-01-01"),), id="a long name"),
        pytest.param(catalog(model("נמוך")), (("נמוך", "2026-01-01"),), id="from right to left"),
    ],
)
@pytest.mark.parametrize("pane", ["coverage", "features", "matrix", "map"])
def test_an_odd_catalogue_is_survived(
    make_window: MakeWindow, made: Catalog, pinned: tuple[tuple[str, str], ...], pane: str
) -> None:
    state = WindowState(page="regions", pages={"regions": {"part": pane}}, pinned=pinned)
    window = make_window(state, current=CurrentCatalog(made, TODAY))
    assert not window.grab().isNull()
    regions_page(window).part.set_presenting(True)


def test_the_table_keeps_qts_contract(qtmodeltester: ModelTester, part: CoveragePart) -> None:
    name(part, "zonal, regional, unheard, gone")
    qtmodeltester.check(part.view.grid_model)  # type: ignore[no-untyped-call]


@pytest.mark.parametrize("theme", EVERY_LOOK, indirect=True)
def test_every_look_is_painted(part: CoveragePart, theme: Theme) -> None:
    name(part, "zonal, regional, unheard, gone")
    assert part.view.grab().toImage().pixelColor(300, 60).name() == theme.tokens.raised


def test_models_and_conditions_are_taken_back_and_made_again(
    coverage_window: MainWindow, part: CoveragePart
) -> None:
    """Issue 14: undo as elsewhere, step by step."""
    undo = coverage_window.actions_by_name["undo"]
    redo = coverage_window.actions_by_name["redo"]
    assert not undo.isEnabled()
    name(part, "zonal, regional")
    choose_place(part, "zone:EU")
    part.view.column_removed.emit(ZONAL)
    part.view.column_removed.emit(REGIONAL)
    seen = [(asked(part), part.bar.place.choice())]
    while undo.isEnabled():
        undo.trigger()
        seen.append((asked(part), part.bar.place.choice()))
    both = ["zonal", "regional"]
    forward = [([], ""), (["zonal"], ""), (both, ""), (both, "zone:EU"), (["regional"], "zone:EU")]
    assert seen == [*reversed([*forward, ([], "zone:EU")])]
    for step in forward[1:]:
        redo.trigger()
        assert (asked(part), part.bar.place.choice()) == step


def test_undo_is_the_filters_in_the_views_beside(
    coverage_window: MainWindow, part: CoveragePart
) -> None:
    name(part, "zonal")
    regions_page(coverage_window).show_pane("matrix")
    assert not coverage_window.actions_by_name["undo"].isEnabled()
    regions_page(coverage_window).show_pane("coverage")
    assert coverage_window.actions_by_name["undo"].isEnabled()


def test_steps_go_on_with_what_was_pinned_before_anything_was_named(
    coverage_window: MainWindow, part: CoveragePart
) -> None:
    coverage_window.pins.pin_only([ZONAL])
    name(part, "regional")
    coverage_window.actions_by_name["undo"].trigger()
    coverage_window.pins.pin_only([UNHEARD])
    assert asked(part) == ["unheard"]
