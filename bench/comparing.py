# SPDX-License-Identifier: MIT
"""How long the window stands still while twenty models are compared in every region."""

from collections.abc import Callable

from azmodels_gui.app.application import Opened
from azmodels_gui.window.compare.compare_page import ComparePage
from bench.filtering import paint, settle
from bench.timing import Times, timed

MODELS = 20


def comparison_times(opened: Opened, rounds: int) -> Times:
    """Return the times of each step from the click to the painted page.

    Twenty models are pinned at once, all regions chosen, one model taken away and brought
    back, the regions and the pins cleared.
    """
    window = opened.window
    window.navigation.show_page_named("compare")
    (lazy,) = (page for page in window.pages[1:] if page.key == "compare")
    page = lazy.page
    if not isinstance(page, ComparePage):
        raise TypeError("the place of the comparison holds another page")
    current = opened.around.current
    offered = [entry.key for entry in current.index.entries if entry.version.offers][:MODELS]
    regions = [region.id for region in current.catalog.regions]

    def choose(wanted: list[str]) -> None:
        page.bar.regions.choose(wanted)
        page.refresh()

    steps: list[Callable[[], None]] = [
        lambda: window.pins.pin_only(offered),
        lambda: choose(regions),
        lambda: window.pins.toggle(offered[:1]),
        lambda: window.pins.toggle(offered[:1]),
        lambda: choose([]),
        window.pins.clear,
    ]
    settle()
    return timed(steps, _done, rounds)


def _done(step: Callable[[], None]) -> None:
    step()
    paint()
