# SPDX-License-Identifier: MIT
"""What is being filtered by stands above the table, and each piece can be taken away."""

from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from azmodels_gui.catalog.filter_words import ActiveFilter
from azmodels_gui.catalog.query import CatalogQuery
from azmodels_gui.window.models.filter_chips import FilterChips
from azmodels_gui.window.theme import Theme
from azmodels_gui.window.widgets.chips import LONGEST_CHIP

NEWEST = CatalogQuery(newest_only=True)


def make_chips(qtbot: QtBot, theme: Theme, *words: str) -> FilterChips:
    chips = FilterChips(theme, QMenu())
    qtbot.addWidget(chips)
    chips.resize(600, 60)
    chips.show()
    chips.show_filters(tuple(ActiveFilter(each, NEWEST) for each in words))
    return chips


def test_a_chip_leads_to_the_filter_without_it(qtbot: QtBot, theme: Theme) -> None:
    chips = make_chips(qtbot, theme, "Stage: Preview")
    with qtbot.waitSignal(chips.query_asked) as asked:
        chips.chips[0].click()
    assert asked.args == [NEWEST]


def test_clear_all_leads_to_no_filter(qtbot: QtBot, theme: Theme) -> None:
    chips = make_chips(qtbot, theme, "one", "two")
    with qtbot.waitSignal(chips.query_asked) as asked:
        chips.clear_button.click()
    assert asked.args == [CatalogQuery()]


def test_without_filters_there_is_nothing_to_clear_or_save(qtbot: QtBot, theme: Theme) -> None:
    chips = make_chips(qtbot, theme)
    assert not chips.clear_button.isVisible()
    assert not chips.save_button.isVisible()
    chips.show_filters((ActiveFilter("one", NEWEST),))
    assert chips.clear_button.isVisible()
    assert chips.save_button.isVisible()


def test_a_chip_can_be_read_out_and_never_grows_without_end(qtbot: QtBot, theme: Theme) -> None:
    chips = make_chips(qtbot, theme, "Search: " + "x" * 10_000)
    chip = chips.chips[0]
    assert len(chip.text()) <= LONGEST_CHIP + 1
    assert chip.accessibleName().endswith("Remove this filter")


def test_many_chips_go_on_in_the_next_line(qtbot: QtBot, theme: Theme) -> None:
    chips = make_chips(qtbot, theme, *(f"Region: Germany West Central {n}" for n in range(8)))
    layout = chips.layout()
    assert layout is not None
    assert layout.heightForWidth(500) > 2 * chips.chips[0].sizeHint().height()


def test_chips_stand_in_the_order_of_the_filter_before_the_buttons(
    qtbot: QtBot, theme: Theme
) -> None:
    chips = make_chips(qtbot, theme, "first", "second")
    places = [chip.geometry().x() for chip in chips.chips] + [chips.clear_button.geometry().x()]
    assert places == sorted(places)
    assert len(set(places)) == 3
