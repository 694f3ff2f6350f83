# SPDX-License-Identifier: MIT
"""What users do, step by step, in the real program; each story runs in a process of its own.

    python -m tests.end_to_end.stories STORY [ARGUMENT ...]

The arguments after the story's name are those of `azmodels-gui`.
"""

import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

from PySide6.QtCore import QEventLoop, QModelIndex, QPoint, Qt, QTimer, SignalInstance
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QTreeView

from azmodels_gui.answers.advice import Step, Topic
from azmodels_gui.answers.guide import Verdict
from azmodels_gui.app.application import Opened, open_window, qt_application
from azmodels_gui.app.application import leave as left
from azmodels_gui.catalog.query import CatalogQuery
from azmodels_gui.cli.window_options import parse_arguments
from azmodels_gui.storage.bundled import state_file
from azmodels_gui.storage.preferences import StateFile
from azmodels_gui.window.compare.compare_page import ComparePage
from azmodels_gui.window.compare.table import ColumnHeadings
from azmodels_gui.window.guide.guide_page import GuidePage
from azmodels_gui.window.main_window import MainWindow
from azmodels_gui.window.models.columns import COLUMN_NUMBERS
from azmodels_gui.window.models.facet_tree import FacetTreeModel
from azmodels_gui.window.news.news_page import NewsPage
from azmodels_gui.window.regions.matrix_part import MatrixPart
from azmodels_gui.window.regions.regions_page import RegionsPage
from tests.end_to_end.calculator_story import five_hundred_employees, when_do_ptu_pay
from tests.end_to_end.client_story import client_from_answers
from tests.end_to_end.filter_stories import (
    chat_in_the_eu_per_token,
    found_by_a_sloppy_name,
    gpt_5_2_in_germany_west_central,
    lasting_long_and_cheap,
)
from tests.end_to_end.keyboard_story import by_keyboard
from tests.end_to_end.regions_stories import (
    pdf_and_high_reasoning,
    three_provisioned_in_one_eu_region,
)

TIMEOUT_MS = 10_000
GERMANY = "germanywestcentral"
IN_GERMANY = CatalogQuery(regions=frozenset({GERMANY}))


def click_region(opened: Opened) -> None:
    """Find Germany West Central among the filters, click it, read how models are offered."""
    window = opened.window
    window.models.panel.finder.setText("germany west")
    tree = window.models.panel.view
    index = _row_of(tree, GERMANY)
    place = tree.visualRect(index).center()
    QTest.mouseClick(tree.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(place))
    assert window.history.query == CatalogQuery(regions=IN_GERMANY.regions, usable_only=True)
    rows = _offered(window)
    assert len(rows) > 20, rows
    assert rows["gpt-4.1 2025-04-14"][0].startswith("regional")
    assert rows["gpt-4.1-mini 2025-04-14"][0].startswith("data zone")
    assert all(words for words in rows.values())
    assert any(words == ["global"] for words in rows.values()), "some are only global"
    assert not any(word in ("unknown", "not offered") for words in rows.values() for word in words)


def switch_language(opened: Opened) -> None:
    """Filter, select, switch to German and back: filter and selection stay."""
    window = opened.window
    window.history.change(IN_GERMANY)
    key = ("gpt-4.1", "2025-04-14")
    assert window.models.present(key)
    for language, heading, count in (
        ("de", "Angeboten in Germany West Central", "von"),
        ("en", "Offered in Germany West Central", "of"),
    ):
        window = _choose_language(opened, language)
        column = COLUMN_NUMBERS["offered_here"]
        shown = window.models.table.headerData(column, Qt.Orientation.Horizontal)
        assert shown == heading, shown
        assert f" {count} " in window.status.counts.text()
        assert window.history.query == IN_GERMANY
        assert window.models.view.selected_keys() == [key]


def provisioned_in_the_eu(opened: Opened) -> None:
    """Ask the matrix which models run provisioned inside the EU, and present the answer."""
    window = opened.window
    window.history.change(
        CatalogQuery(
            data_zones=frozenset({"EU"}),
            deployment_types=frozenset({"DataZoneProvisionedManaged", "ProvisionedManaged"}),
        )
    )
    window.navigation.show_page_named("regions")
    (lazy,) = (page for page in window.pages[1:] if page.key == "regions")
    page = lazy.page
    assert isinstance(page, RegionsPage)
    part = page.part
    assert isinstance(part, MatrixPart)
    at = part.matrix.column_of(GERMANY)
    page.choose(replace(page.choice, deployment_type="DataZoneProvisionedManaged"))
    said = {
        part.matrix.entry(row).title: part.matrix.index(row, at).data()
        for row in range(part.matrix.rowCount())
    }
    assert said["gpt-5.2 2025-12-11"] == "offered"
    assert part.matrix.rowCount() == window.models.table.result.count > 10
    assert part.view.go_to(("gpt-5.2", "2025-12-11"), GERMANY)
    assert part.line.title.text() == "gpt-5.2 2025-12-11 in Germany West Central"
    assert "Source: " in part.line.text.text()
    QTest.keyClick(part.view, Qt.Key.Key_Space)
    assert window.pins.keys == (("gpt-5.2", "2025-12-11"),)
    QTest.mouseClick(page.toolbar.present_button, Qt.MouseButton.LeftButton)
    page = _regions(opened.window)
    assert not opened.window.page_bar.isVisible()
    QTest.keyClick(page.part, Qt.Key.Key_Right)
    assert page.presented() == ("gpt-5.2", "2025-12-11")
    QTest.keyClick(page.part, Qt.Key.Key_Escape)
    window = opened.window
    assert window.page_bar.isVisible()
    part = _regions(window).part
    assert isinstance(part, MatrixPart)
    QTest.keyClick(part.view, Qt.Key.Key_Return)
    assert window.models.view.selected_keys() == [("gpt-5.2", "2025-12-11")]


def _regions(window: MainWindow) -> RegionsPage:
    (lazy,) = (page for page in window.pages[1:] if page.key == "regions")
    assert isinstance(lazy.page, RegionsPage)
    return lazy.page


def compare_five(opened: Opened) -> None:
    """Pin five models and see them compared, in 8 actions: clicks, and words that are typed."""
    window = opened.window
    compare = window.page_bar.buttons[window.stack.number_of("compare")]
    QTest.mouseClick(compare, Qt.MouseButton.LeftButton)  # 1
    QApplication.processEvents()
    page = window.stack.page
    assert isinstance(page, ComparePage)
    field = page.bar.models
    QTest.mouseClick(field, Qt.MouseButton.LeftButton)  # 2
    for name in ("gpt-5.2,", "gpt-5 mini,", "gpt-4.1,", "o3,"):  # 3, 4, 5, 6
        QTest.keyClicks(field, name)
    QTest.keyClicks(field, "gpt-4o-mini")  # 7
    QTest.keyClick(field, Qt.Key.Key_Return)  # 8
    compared = [entry.model.id for entry in page.entries]
    assert compared == ["gpt-5.2", "gpt-5-mini", "gpt-4.1", "o3", "gpt-4o-mini"]
    told = {
        line.row.key: [cell.text for cell in line.row.cells]
        for line in page.model.lines
        if line.row is not None
    }
    assert all("$" in price for price in told["lowest:input"]), told["lowest:input"]
    price = page.model.index(1, 0)
    assert page.view.viewport().rect().contains(page.view.visualRect(price)), "without scrolling"
    headings = page.view.horizontalHeader()
    assert isinstance(headings, ColumnHeadings)
    QTest.mouseClick(headings.viewport(), Qt.MouseButton.LeftButton, pos=headings.cross(3).center())
    assert [entry.model.id for entry in page.entries] == [*compared[:3], "gpt-4o-mini"]
    window.actions_by_name["undo"].trigger()
    assert [entry.model.id for entry in page.entries] == compared


def guide_to_a_short_list(opened: Opened) -> None:
    """Come from nothing to a short list with reasons, in 6 actions: clicks, and words typed."""
    window = opened.window
    window.guide_line.offer()  # as after the first paint of the first start
    QApplication.processEvents()
    bar = window.guide_line.bar
    assert bar is not None
    QTest.mouseClick(bar.steps[Step.USE_CASE], Qt.MouseButton.LeftButton)  # 1
    QApplication.processEvents()
    page = window.stack.page
    assert isinstance(page, GuidePage)
    panel = page.panel
    QTest.keyClicks(panel.use_case, "Chat and c")  # 2
    QTest.mouseClick(panel.load.fields["users"].lineEdit(), Qt.MouseButton.LeftButton)  # 3
    panel.load.fields["users"].selectAll()  # as a click does on a real display, by its focus
    QTest.keyClicks(panel.load.fields["users"].lineEdit(), "500")  # 4
    QTest.mouseClick(panel.where.buttons["zone"], Qt.MouseButton.LeftButton)  # 5
    per_token = panel.billing.buttons["payg"]
    _wait_for(page.answered, lambda: QTest.mouseClick(per_token, Qt.MouseButton.LeftButton))  # 6
    assert window.history.query == CatalogQuery(
        use_cases=frozenset({"chat-support"}),
        data_zones=frozenset({"EU"}),
        deployment_types=frozenset({"GlobalStandard", "DataZoneStandard", "Standard"}),
        usable_only=window.history.query.usable_only,
    )
    found = page.found
    assert found is not None
    fits = found.of(Verdict.FITS)
    costs = [each.cost.monthly for each in fits if each.lasting and each.cost.monthly]
    assert len(costs) > 1
    assert costs == sorted(costs), "what is available and lasts stands first, by its cost"
    told = page.view.toPlainText()
    assert "✓ EU data zone: per token" in told.replace("\N{NO-BREAK SPACE}", " "), told
    assert "62.5 requests per minute at the peak" in panel.load_told.text()


def speech_against_realtime(opened: Opened) -> None:
    """See Azure Speech beside the realtime models, with prices and regions, in 2 actions."""
    window = opened.window
    guide = window.page_bar.buttons[window.stack.number_of("guide")]
    QTest.mouseClick(guide, Qt.MouseButton.LeftButton)  # 1
    QApplication.processEvents()
    page = window.stack.page
    assert isinstance(page, GuidePage)
    speech = page.topics.buttons[Topic.SPEECH.value]
    _wait_for(page.advised, lambda: QTest.mouseClick(speech, Qt.MouseButton.LeftButton))  # 2
    told = page.view.toPlainText().replace("\N{NO-BREAK SPACE}", " ")
    assert "azure-speech" in told
    assert "gpt-realtime-2.1" in told
    assert "$1.00 per hour" in told, "what the service costs"
    assert "$32.00" in told, "what a million tokens of audio cost"
    assert "Sweden Central" in told
    assert "nothing is converted" in told


def what_replaces_gpt_4o(opened: Opened) -> None:
    """Read what replaces gpt-4o in the EU, in 3 actions: words that are typed, and two clicks."""
    window = opened.window
    QTest.keyClicks(window.page_bar.search, "gpt-4o")  # 1
    tree, table = window.models.panel.view, window.models.view
    place = tree.visualRect(_row_of(tree, "EU")).center()
    QTest.mouseClick(tree.viewport(), Qt.MouseButton.LeftButton, pos=place)  # 2
    newest = ("gpt-4o", "2024-11-20")
    row = next(n for n in range(9) if window.models.table.key(n) == newest)
    name = table.visualRect(table.model().index(row, 0)).center()
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=name)  # 3
    QApplication.processEvents()
    assert table.selected_keys() == [newest]
    details = window.models.details.full
    told = details.strip.texts()
    assert told[told.index("Successor") + 1] == "gpt-5.1 2025-11-13", told
    (pane,) = (pane for pane in details.panes if pane.key == "overview")
    shown = pane.texts()
    for label, expected in (
        ("Offered in the same way", "Data zone provisioned"),
        ("Input price → successor", "$2.75 → "),
    ):
        assert expected in shown[shown.index(label) + 1], shown
        (line,) = (each for each in pane.findChildren(QLabel) if each.text() == label)
        assert line.visibleRegion().boundingRect().height() == line.height() > 0, "no scrolling"
    assert shown[shown.index("TPM per PTU → successor") + 1] == "2,500 → 4,750 (+90%)", shown


def leave(opened: Opened) -> None:
    """Set the window up in another way than at first start, and close it."""
    window = opened.window
    window.history.change(CatalogQuery(text="gpt", newest_only=True))
    window.models.view.sort_by("retirement_date", descending=True)
    window.models.view.columns.set_wanted("ptu", False)
    window.models.splitter.setSizes([260, 500, 440])
    assert window.models.present(("gpt-4.1", "2025-04-14"))
    window.actions_by_name["pin"].trigger()
    window.saved.save("mine", IN_GERMANY)
    window.models.details.open_pane("prices")
    _choose_language(opened, "de").close()
    assert state_file().exists()


def come_back(opened: Opened) -> None:
    """Find everything as it was left."""
    window = opened.window
    assert window.language == "de"
    assert window.history.query == CatalogQuery(text="gpt", newest_only=True)
    assert window.page_bar.search.text() == "gpt"
    assert window.models.view.sort_state() == ("retirement_date", True)
    assert window.models.view.isColumnHidden(COLUMN_NUMBERS["ptu"])
    assert window.models.view.selected_keys() == [("gpt-4.1", "2025-04-14")]
    assert window.pins.keys == (("gpt-4.1", "2025-04-14"),)
    assert [saved.name for saved in window.saved.saved] == ["mine"]
    assert window.models.details.pane_key() == "prices"
    assert window.models.details.full.tabs.tabText(3) == "Preise"
    assert not window.history.can_undo


def read_the_bar(opened: Opened) -> None:
    """See the bundled catalogue, and why it is not the one asked for."""
    window = opened.window
    bar = window.message_bar
    assert bar.isVisible()
    assert "damaged.json cannot be used as a catalogue" in bar.text.text()
    assert "models" in bar.text.text(), "the place inside the document is named"
    assert "comes with the program" in bar.text.text()
    assert window.models.table.rowCount() > 100
    bar.close_button.click()
    assert not bar.isVisible()


def refresh_and_go_back(opened: Opened) -> None:
    """Refresh, read what is new, go back with one click; filter and selection stay."""
    window = opened.window
    opened.start_refreshing()
    refresh_commands = opened.refresh_commands
    assert opened.refreshing is not None
    assert refresh_commands is not None
    shown = opened.around.current
    before, key = shown.catalog, ("gpt-4.1", "2025-04-14")
    window.history.change(CatalogQuery(text="gpt-4.1"))
    assert window.models.present(key)
    refresh = opened.refreshing.refresh
    # Not the key: a display without a window manager has no shortcuts.
    _wait_for(refresh.refreshed, window.actions_by_name["refresh"].trigger)
    assert shown.catalog.serial > before.serial
    button = refresh_commands.status.news_button
    (lazy,) = (page for page in window.pages[1:] if page.key == "news")
    page = lazy.page
    assert isinstance(page, NewsPage)
    _wait_for(page.lists_shown, button.click)
    assert page.lists.changes.rows.rowCount() == 1
    assert page.summary.text() == "1 version gone"
    window.menus["kept"].aboutToShow.emit()
    # The page on show words the difference anew, so that is what comes last.
    _wait_for(page.lists_shown, window.menus["kept"].actions()[0].trigger)
    assert shown.catalog.serial == before.serial
    assert window.history.query == CatalogQuery(text="gpt-4.1")
    assert window.models.view.selected_keys() == [key]
    assert window.status.trust.text() == "bundled"


def walk_all_pages(opened: Opened) -> None:
    """Make every view of every page, then filter, clear and switch the language; then save."""
    window = opened.window
    window.history.change(CatalogQuery(use_cases=frozenset({"chat"})))
    for _ in range(2):
        for name in ("regions", "calculator", "compare", "guide", "news", "models"):
            window.navigation.show_page_named(name)
            QApplication.processEvents()
        for part in ("map", "coverage", "features", "region", "zones", "matrix"):
            window.navigation.show_page_named("regions")
            page = _regions(window)
            page.choose(replace(page.choice, part=part, region=GERMANY))
            QApplication.processEvents()
        window.navigation.show_page_named("models")
        QTest.mouseClick(window.models.chips.clear_button, Qt.MouseButton.LeftButton)
        assert window.history.query == CatalogQuery()
        for language in ("de", "en"):
            window = _choose_language(opened, language)
            QApplication.processEvents()
        window.history.change(CatalogQuery(text="gpt", use_cases=frozenset({"code"})))
        QApplication.processEvents()
        assert len(window.models.chips.chips) == 2
    window.close()


STORIES: dict[str, Callable[[Opened], None]] = {
    story.__name__: story
    for story in (
        click_region,
        chat_in_the_eu_per_token,
        lasting_long_and_cheap,
        gpt_5_2_in_germany_west_central,
        found_by_a_sloppy_name,
        switch_language,
        provisioned_in_the_eu,
        compare_five,
        what_replaces_gpt_4o,
        guide_to_a_short_list,
        speech_against_realtime,
        three_provisioned_in_one_eu_region,
        pdf_and_high_reasoning,
        leave,
        come_back,
        read_the_bar,
        when_do_ptu_pay,
        five_hundred_employees,
        client_from_answers,
        refresh_and_go_back,
        walk_all_pages,
        by_keyboard,
    )
}


def _wait_for(signal: SignalInstance, do: Callable[[], object]) -> None:
    """Do something and wait until it had its effect."""
    loop = QEventLoop()
    came: list[bool] = []

    def come(*_told: object) -> None:
        came.append(True)
        loop.quit()

    signal.connect(come)
    QTimer.singleShot(TIMEOUT_MS, loop.quit)
    do()
    loop.exec()
    assert came, "the signal did not come"


def _row_of(tree: QTreeView, value: str) -> QModelIndex:
    """Return the visible row of a value."""
    model = tree.model()
    index = tree.indexAt(QPoint(5, 5))
    while index.isValid():
        if index.data(FacetTreeModel.VALUE_ROLE) == value:
            return index
        index = tree.indexBelow(index)
    raise AssertionError(f"{value} is not among {model.rowCount()} filters on show")


def _offered(window: MainWindow) -> dict[str, list[str]]:
    """Return how each entry on show is offered, as the table says it."""
    table = window.models.table
    column = COLUMN_NUMBERS["offered_here"]
    assert not window.models.view.isColumnHidden(COLUMN_NUMBERS["processing"])
    return {
        entry.title: [chip.text for chip in table.cell(row, column).chips or ()]
        for row, entry in table.shown()
    }


def _choose_language(opened: Opened, language: str) -> MainWindow:
    """Choose a language in the menu; return the window that speaks it."""
    for action in opened.window.menus["language"].actions():
        if action.data() == language:
            action.trigger()
    window = opened.window
    assert QTest.qWaitForWindowExposed(window, TIMEOUT_MS)
    overview = {"de": "Überblick", "en": "Overview"}[language]
    assert window.models.details.full.tabs.tabText(0) == overview
    return window


def tell(name: str, arguments: list[str], picture: Path) -> None:
    """Run one story; keep a picture of the window if it fails."""
    application = qt_application()
    today = ["--today", date(2026, 11, 22).isoformat()]
    opened = open_window(parse_arguments([*today, *arguments]), StateFile(state_file()))
    opened.window.show()
    assert QTest.qWaitForWindowExposed(opened.window, TIMEOUT_MS)
    print("on", application.platformName())
    try:
        STORIES[name](opened)
    except BaseException:
        opened.window.grab().save(str(picture))
        raise


def main(arguments: list[str]) -> int:
    story, *more = arguments
    tell(story, more, Path(f"artifacts-{story}.png"))
    return left(0)  # as the program ends: a thread may still be at work


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
