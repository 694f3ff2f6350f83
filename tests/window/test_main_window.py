# SPDX-License-Identifier: MIT
"""The window as a whole: one filter, shown everywhere alike."""

from unittest.mock import Mock

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, QUrl
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from azmodels_gui.catalog.query import CatalogQuery
from azmodels_gui.window.main_window import SMALLEST_PX, MainWindow
from azmodels_gui.window.state import SavedFilter, WindowState
from azmodels_gui.window.theme import ThemeChoice
from tests.window.conftest import MakeWindow, Speak
from tests.window.samples import GERMANY

IN_GERMANY = CatalogQuery(regions=frozenset({GERMANY}))


class _FirstPaint(QObject):
    """Notes where everything in a widget is when that is painted for the first time."""

    def __init__(self, watched: QWidget) -> None:
        super().__init__()
        self.places: dict[QWidget, QRect] = {}
        self._watched = watched
        watched.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            self.places = self.places or self.now()
        return False

    def now(self) -> dict[QWidget, QRect]:
        """Return where everything is that is seen now."""
        top = self._watched
        seen = (each for each in top.findChildren(QWidget) if each.isVisible())
        return {each: QRect(each.mapTo(top, QPoint()), each.size()) for each in seen}


def models_on_show(window: MainWindow) -> list[str]:
    table = window.models.table
    return [entry.model.id for _, entry in table.shown()]


def test_the_search_narrows_the_table_and_says_how_far(window: MainWindow) -> None:
    window.page_bar.search.setText("mini")
    assert models_on_show(window) == ["beta-mini"]
    assert window.status.counts.text().startswith("1 of 4 entries")


def test_what_can_no_longer_be_used_is_hidden_at_first_and_shown_by_one_click(
    make_window: MakeWindow,
) -> None:
    window = make_window(first_start=True)
    assert "gamma" not in models_on_show(window)
    assert window.status.counts.text() == "3 of 4 entries · 1 retired hidden"
    assert [chip.text() for chip in window.models.chips.chips] == ["Only usable"]
    window.status.show_hidden.click()
    assert "gamma" in models_on_show(window)
    assert window.models.chips.chips == []
    assert window.status.show_hidden.isHidden()
    assert not make_window(window.state()).history.query.usable_only
    window.actions_by_name["usable_only"].trigger()
    assert window.history.query == CatalogQuery(usable_only=True)


def test_a_way_to_a_retired_model_clears_no_more_than_it_must(make_window: MakeWindow) -> None:
    window = make_window(first_start=True)
    window.history.change(CatalogQuery(text="gamma", usable_only=True))
    window.navigation.show_entry(("gamma", "1"))
    assert window.history.query == CatalogQuery(text="gamma")
    assert window.models.presented() == ("gamma", "1")


def test_a_retired_model_that_is_named_is_shown(make_window: MakeWindow) -> None:
    window = make_window(first_start=True)
    assert not window.navigation.select_named("nobody")
    assert window.history.query.usable_only
    assert window.navigation.select_named("gamma")
    assert window.models.presented() == ("gamma", "1")


@pytest.mark.parametrize("page", ["regions", "calculator", "compare", "client"])
def test_a_page_stands_where_it_stays_when_it_is_first_seen(window: MainWindow, page: str) -> None:
    QApplication.processEvents()
    first = _FirstPaint(window.stack.place_of(page))
    window.navigation.show_page_named(page)
    for _ in range(5):
        QApplication.processEvents()
    assert first.places == first.now()


def test_details_stand_where_they_stay_when_they_are_first_seen(window: MainWindow) -> None:
    window.resize(1_280, 480)  # so that they are scrolled
    view, tabs = window.models.view, window.models.details.full.tabs
    view.setCurrentIndex(view.model().index(1, 0))
    QApplication.processEvents()
    first = _FirstPaint(tabs)
    view.setCurrentIndex(view.model().index(0, 0))
    for _ in range(5):
        QApplication.processEvents()
    assert len(first.places) > 20
    assert first.places == first.now()


def test_escape_empties_the_search(window: MainWindow) -> None:
    window.page_bar.search.setText("mini")
    window.activateWindow()
    QTest.keyClick(window.models.view, Qt.Key.Key_Escape)
    assert len(models_on_show(window)) == 4


def test_a_filter_is_shown_by_chips_table_and_facets_alike(window: MainWindow) -> None:
    window.history.change(IN_GERMANY)
    assert [chip.text() for chip in window.models.chips.chips] == ["Region: Germany West Central"]
    assert models_on_show(window) == ["alpha-large", "beta-mini"]
    assert window.models.facets.query == IN_GERMANY


def test_a_filter_is_told_once_and_keeps_the_chips_that_stay(window: MainWindow) -> None:
    window.models.view.selectRow(0)
    window.history.change(IN_GERMANY)
    before, told, current = window.models.chips.chips, Mock(), Mock()
    window.models.shown_changed.connect(told)
    window.models.view.current_changed.connect(current)
    window.history.change(replace(IN_GERMANY, text="a"))
    assert (told.call_count, current.call_count) == (1, 1)
    assert set(before) < set(window.models.chips.chips)


def test_undo_takes_a_filter_back_and_redo_sets_it_again(window: MainWindow) -> None:
    actions = window.actions_by_name
    assert not actions["undo"].isEnabled()
    window.models.panel.newest.setChecked(True)
    actions["undo"].trigger()
    assert not window.models.panel.newest.isChecked()
    actions["redo"].trigger()
    assert window.models.panel.newest.isChecked()


def test_when_nothing_fits_every_way_out_is_offered(window: MainWindow) -> None:
    window.history.change(CatalogQuery(text="gamma", regions=frozenset({GERMANY})))
    page = window.models
    assert page.empty.isVisible()
    assert [way.text() for way in page.empty.ways] == [
        "Without “Search: gamma”",
        "Without “Region: Germany West Central”",
    ]
    page.empty.ways[1].click()
    assert models_on_show(window) == ["gamma"]
    assert page.view.isVisible()


def test_a_selection_survives_a_filter_that_keeps_it(window: MainWindow) -> None:
    assert window.models.present(("beta-mini", "2026-01-01"))
    window.history.change(IN_GERMANY)
    assert window.models.view.selected_keys() == [("beta-mini", "2026-01-01")]
    assert window.models.details.full.name.text() == "beta-mini"


def test_an_entry_is_selected_also_while_ctrl_is_held(window: MainWindow) -> None:
    QTest.keyPress(window, Qt.Key.Key_Control, Qt.KeyboardModifier.ControlModifier)
    for _ in range(2):
        assert window.models.present(("beta-mini", "2026-01-01"))
        assert window.models.view.selected_keys() == [("beta-mini", "2026-01-01")]
    QTest.keyRelease(window, Qt.Key.Key_Control)


def test_an_entry_that_the_filter_hides_cannot_be_selected(window: MainWindow) -> None:
    window.history.change(IN_GERMANY)
    assert not window.models.present(("gamma", "1"))


def test_space_pins_what_is_selected(window: MainWindow) -> None:
    window.models.present(("gamma", "1"))
    window.actions_by_name["pin"].trigger()
    assert window.pins.keys == (("gamma", "1"),)
    assert "1 pinned" in window.status.counts.text()
    window.actions_by_name["pin"].trigger()
    assert len(window.pins) == 0


def test_rows_are_copied_as_they_stand_on_the_screen(window: MainWindow) -> None:
    window.models.present(("beta-mini", "2026-01-01"))
    window.actions_by_name["copy_with_headers"].trigger()
    heading, row = QGuiApplication.clipboard().text().split("\n")
    assert heading.startswith("Model\tVersion\t")
    assert row.startswith("beta-mini\t2026-01-01\t")


def test_a_filter_goes_through_the_clipboard_as_text(window: MainWindow) -> None:
    window.history.change(IN_GERMANY)
    window.actions_by_name["copy_filter"].trigger()
    assert QGuiApplication.clipboard().text() == "region:germanywestcentral"
    window.history.clear()
    window.actions_by_name["paste_filter"].trigger()
    assert window.history.query == IN_GERMANY


def test_what_is_no_filter_is_not_pasted(window: MainWindow) -> None:
    window.history.change(IN_GERMANY)
    QGuiApplication.clipboard().setText("colour:red")
    window.actions_by_name["paste_filter"].trigger()
    assert window.history.query == IN_GERMANY
    assert "colour: is not a filter" in window.status.news.text()


def test_a_filter_is_saved_under_the_name_given(window: MainWindow) -> None:
    def answer(_taken: object, _parent: QWidget) -> str:
        return "Germany"

    window.commands.ask_name = answer
    window.history.change(IN_GERMANY)
    window.models.chips.save_button.click()
    assert window.saved.saved == (SavedFilter("Germany", IN_GERMANY),)


def test_cancelling_the_name_saves_nothing(window: MainWindow) -> None:
    def cancel(_taken: object, _parent: QWidget) -> None:
        return None

    window.commands.ask_name = cancel
    window.history.change(IN_GERMANY)
    window.commands.save_filter()
    assert window.saved.saved == ()


def test_only_https_leaves_the_window(window: MainWindow, opened: list[QUrl]) -> None:
    for url in ("https://example.com/a", "http://example.com/b", "file:///etc/passwd"):
        window.models.link_asked.emit(QUrl(url))
    assert opened == [QUrl("https://example.com/a")]


def test_the_window_comes_back_as_it_was_left(make_window: MakeWindow) -> None:
    first = make_window()
    first.history.change(CatalogQuery(newest_only=True))
    first.models.view.sort_by("model", descending=True)
    first.models.present(("gamma", "1"))
    first.pins.toggle([("delta", "")])
    first.models.details.open_pane("prices")
    first.saved.save("mine", IN_GERMANY)
    state = first.state()
    second = make_window(state)
    assert second.state() == state
    assert models_on_show(second) == models_on_show(first)
    assert models_on_show(second)[0] == "gamma"


def test_a_state_that_fits_nothing_any_more_is_survived(make_window: MakeWindow) -> None:
    window = make_window(
        WindowState(
            pinned=(("gone", "1"),),
            page="gone",
            pages={
                "models": {
                    "sort_column": "gone",
                    "splitter_px": [1],
                    "selected": ["gone", "1"],
                    "pane": "gone",
                }
            },
            size_px=(1, 1),
            query=CatalogQuery(regions=frozenset({"gone"})),
        )
    )
    assert models_on_show(window) == []
    assert window.width() >= SMALLEST_PX[0]


def test_a_language_switch_keeps_filter_and_selection(
    qtbot: QtBot, window: MainWindow, speak: Speak
) -> None:
    window.history.change(IN_GERMANY)
    window.models.present(("beta-mini", "2026-01-01"))
    window = speak(window, "de")
    assert window.status.counts.text() == "2 von 4 Einträgen · 2 unbekannt · 1 ausgewählt"
    assert window.models.view.selected_keys() == [("beta-mini", "2026-01-01")]
    assert [chip.text() for chip in window.models.chips.chips] == ["Region: Germany West Central"]
    tabs = window.models.details.full.tabs
    qtbot.waitUntil(lambda: tabs.tabText(1) == "Verfügbarkeit")
    titles = [menu.title() for menu in (window.menus["catalog"], window.menus["edit"])]
    assert titles == ["&Katalog", "&Bearbeiten"]


def test_the_theme_is_chosen_in_the_menu_and_remembered(window: MainWindow) -> None:
    (dark,) = (
        action
        for action in window.menus["theme"].actions()
        if action.data() == ThemeChoice.DARK.value
    )
    dark.trigger()
    assert window.state().theme is ThemeChoice.DARK


def test_a_problem_is_shown_on_top_until_it_is_closed(window: MainWindow) -> None:
    assert not window.message_bar.isVisible()
    window.message_bar.show_problem(lambda: "<b>It</b> went wrong")
    assert window.message_bar.isVisible()
    assert window.message_bar.text.text() == "<b>It</b> went wrong"
    assert window.message_bar.text.textFormat() == Qt.TextFormat.PlainText
    window.message_bar.close_button.click()
    assert not window.message_bar.isVisible()


def test_every_control_can_be_named_by_a_screen_reader(window: MainWindow) -> None:
    window.history.change(IN_GERMANY)
    nameless = [
        widget
        for widget in window.findChildren(QWidget)
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus.value
        and widget.isVisible()
        and not (widget.accessibleName() or getattr(widget, "text", str)())
        and not widget.objectName().startswith("qt_")
    ]
    assert [
        type(widget).__name__ for widget in nameless if type(widget).__name__ != "QTabBar"
    ] == []


@pytest.mark.parametrize("name", ["about_catalog", "signs", "about"])
def test_a_help_dialog_opens_without_waiting(window: MainWindow, name: str) -> None:
    window.actions_by_name[name].trigger()
    kinds = ("TextDialog", "KeysDialog")
    dialogs = [child for child in window.children() if type(child).__name__ in kinds]
    assert len(dialogs) == 1


def test_no_two_actions_share_their_keys(window: MainWindow) -> None:
    keys = [
        shortcut.toString()
        for name in window.actions_by_name
        for shortcut in window.actions_by_name[name].shortcuts()
    ]
    assert len(keys) == len(set(keys))


def test_the_status_bar_counts_from_the_first_moment(window: MainWindow) -> None:
    assert window.status.counts.text().startswith(str(window.models.table.result.count))


def test_the_tab_key_goes_as_one_reads(window: MainWindow) -> None:
    window.history.change(IN_GERMANY)
    window.models.present(("beta-mini", "2026-01-01"))
    page = window.models
    stops = (
        window.page_bar.buttons[0],
        window.page_bar.search,
        *page.panel.in_tab_order(),
        page.chips.chips[0],
        page.chips.clear_button,
        page.view,
        page.details.full.pin_button,
        page.details.full.tabs.tabBar(),
    )
    chain: list[QWidget] = [stops[0]]
    while (after := chain[-1].nextInFocusChain()) is not None and after is not stops[0]:
        chain.append(after)
    assert [widget for widget in chain if widget in stops] == list(stops)


def test_entries_of_which_it_is_unknown_are_counted_and_shown_on_demand(
    window: MainWindow,
) -> None:
    window.history.change(IN_GERMANY)
    view, table = window.models.view, window.models.table
    assert table.index(2, 0).data() == "2 more entries of which the offer there is unknown"
    assert window.status.counts.text() == "2 of 4 entries · 2 unknown"
    view.setCurrentIndex(table.index(2, 0))
    QTest.keyClick(view, Qt.Key.Key_Return)
    assert models_on_show(window) == ["alpha-large", "beta-mini", "gamma", "delta"]
    window.actions_by_name["pin"].trigger()  # the space bar
    assert models_on_show(window) == ["alpha-large", "beta-mini"]
    assert len(window.pins) == 0
    line = view.visualRect(table.index(2, 0)).center()
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=line)
    assert models_on_show(window) == ["alpha-large", "beta-mini", "gamma", "delta"]


def test_what_is_folded_stays_so_for_the_next_filter_and_start(make_window: MakeWindow) -> None:
    window = make_window()
    assert models_on_show(window) == ["alpha-large", "beta-mini", "gamma", "delta"]
    assert window.models.table.is_line(3)
    window.models.table.turn(3)
    window.history.change(IN_GERMANY)
    window.history.change(CatalogQuery())
    assert models_on_show(window) == ["alpha-large", "beta-mini", "gamma"]
    assert models_on_show(make_window(window.state())) == ["alpha-large", "beta-mini", "gamma"]


def test_a_selection_goes_over_a_line_without_taking_it(window: MainWindow) -> None:
    view = window.models.view
    view.selectAll()
    assert len(view.selected_keys()) == 4
    assert len(view.selectionModel().selectedRows()) == 4
    view.selectRow(2)
    QTest.keyClick(view, Qt.Key.Key_Down)
    assert view.currentIndex().row() == 3
    assert view.current_entry() is None
    QTest.keyClick(view, Qt.Key.Key_Down)
    assert view.selected_keys() == [("delta", "")]


def test_the_order_is_written_below_the_table(window: MainWindow) -> None:
    foot = window.models.foot
    letters = " | R regional · Z data zone · G global"
    assert foot.order.text() == f"Order: known offer, generally available, newest{letters}"
    window.models.view.sort_by("model", descending=True)
    assert foot.order.text() == f"Order: Model, descending{letters}"


def test_where_nothing_fits_what_may_fit_is_still_shown_on_demand(window: MainWindow) -> None:
    window.history.change(CatalogQuery(text="delta", regions=frozenset({GERMANY})))
    assert window.models.empty.isVisible()
    window.models.empty.unknown_button.click()
    assert window.models.view.isVisible()
    assert models_on_show(window) == ["delta"]


def test_the_age_of_the_facts_is_told_after_the_first_paint(
    qtbot: QtBot, window: MainWindow
) -> None:
    def told() -> None:
        assert window.status.age.text().startswith("availability 5 Oct 2026 · prices 5 Oct 2026")

    qtbot.waitUntil(told)
    assert "Catalogue 20261122001, published" in window.status.age.toolTip()
