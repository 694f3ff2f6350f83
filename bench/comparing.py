# SPDX-License-Identifier: MIT
"""How long the window stands still while twenty models are compared in every region."""

from collections.abc import Callable
from time import perf_counter

from azmodels_gui.app.application import Opened
from azmodels_gui.window.compare.compare_page import ComparePage
from bench.filtering import paint, settle
from bench.freezing import wait
from bench.timing import Times

MODELS = 20


def comparison_times(opened: Opened, rounds: int) -> Times:
    """Return the longest time without an answer from each step to the painted page.

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
    for step in steps:
        _longest_turn_ms(page, step)  # once to warm up
    return Times(
        tuple(tuple(_longest_turn_ms(page, step) for step in steps) for _ in range(rounds))
    )


def _longest_turn_ms(page: ComparePage, step: Callable[[], None]) -> float:
    """Return how long the window does not answer at most until the comparison is painted."""
    longest = _milliseconds(step)
    while page.comparing.busy:
        longest = max(longest, _milliseconds(wait))
    return longest


def _milliseconds(work: Callable[[], object]) -> float:
    began = perf_counter()
    work()
    paint()
    return 1_000 * (perf_counter() - began)
