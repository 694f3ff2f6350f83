# SPDX-License-Identifier: MIT
"""Brings the window into a remembered state, and reads the state off the window."""

from typing import TYPE_CHECKING

from azmodels_gui.views.pages.models_page import SIDE_PX
from azmodels_gui.views.sheet_actions import STATE_KEY
from azmodels_gui.views.state import WindowState

if TYPE_CHECKING:
    from azmodels_gui.views.main_window import MainWindow

SMALLEST_PX = (760, 480)
FIRST_SIZE_PX = (1280, 760)
SPLITTER_PARTS = 3


def restore(window: "MainWindow", state: WindowState) -> None:
    """Set sizes, columns, order, tab and page; what does not fit any more is left out.

    Query, pins, saved filters and theme are set where they are made.
    """
    page = window.models
    width, height = state.size_px or FIRST_SIZE_PX
    window.resize(max(width, SMALLEST_PX[0]), max(height, SMALLEST_PX[1]))
    if state.maximised:
        window.setWindowState(window.windowState() | window.windowState().WindowMaximized)
    if state.columns:
        page.view.columns.apply(state.columns)
    else:
        page.view.columns.spread(window.width() - sum(SIDE_PX))
    if state.sort_column:
        page.view.sort_by(state.sort_column, descending=state.sort_descending)
    if len(state.splitter_px) == SPLITTER_PARTS and all(size >= 0 for size in state.splitter_px):
        page.splitter.setSizes(list(state.splitter_px))
    page.panel.view.set_folded(state.collapsed)
    page.details.open_pane(state.pane)
    if state.selected is not None:
        window.select(state.selected)
    _restore_pages(window, state)


def _restore_pages(window: "MainWindow", state: WindowState) -> None:
    window.wishes.restore(state.pages.get(STATE_KEY, {}))
    for further in window.further:
        further.restore(dict(state.pages.get(further.key, {})))
    window.show_page_named(state.page)


def taken(window: "MainWindow") -> WindowState:
    """Return the state as the window shows it, but for what the user chose in the menus."""
    page = window.models
    sort_column, descending = page.view.sort_state()
    entry = page.view.current_entry()
    return WindowState(
        size_px=(window.width(), window.height()),
        maximised=window.isMaximized(),
        columns=page.view.columns.states(),
        sort_column=sort_column,
        sort_descending=descending,
        splitter_px=tuple(page.splitter.sizes()),
        query=window.history.query,
        saved_filters=window.saved.saved,
        pinned=window.pins.keys,
        selected=None if entry is None else entry.key,
        page=window.pages[window.stack.currentIndex()].key,
        pane=page.details.pane_key(),
        collapsed=page.panel.view.folded(),
        pages=_page_states(window),
    )


def _page_states(window: "MainWindow") -> dict[str, dict[str, object]]:
    found = {each.key: each.state() for each in window.further}
    found[STATE_KEY] = dict(window.wishes.state())
    return {key: state for key, state in found.items() if state}
