# SPDX-License-Identifier: MIT
"""The pages beside the table, in their order; each is imported when first looked at."""

from collections.abc import Callable
from functools import partial

from azmodels_gui.language.words import N_
from azmodels_gui.views.pages.lazy_page import FullPage, LazyPage
from azmodels_gui.views.pages.page import PageParts

FullPageOf = Callable[[PageParts, str], FullPage]


def further_pages(parts: PageParts, language: str) -> tuple[LazyPage, ...]:
    """Return the pages, not yet made."""
    return tuple(
        LazyPage(key, words, partial(make, parts), language) for key, words, make in _PAGES
    )


def _regions(parts: PageParts, language: str) -> FullPage:
    from azmodels_gui.views.pages.regions_page import RegionsPage

    return RegionsPage(parts, language)


def _calculator(parts: PageParts, language: str) -> FullPage:
    from azmodels_gui.views.pages.calculator_page import CalculatorPage

    return CalculatorPage(parts, language)


def _compare(parts: PageParts, language: str) -> FullPage:
    from azmodels_gui.views.pages.compare_page import ComparePage

    return ComparePage(parts, language)


def _news(parts: PageParts, language: str) -> FullPage:
    from azmodels_gui.views.pages.news_page import NewsPage

    return NewsPage(parts, language)


_PAGES: tuple[tuple[str, str, FullPageOf], ...] = (
    ("regions", N_("Regions"), _regions),
    ("calculator", N_("Calculator"), _calculator),
    ("compare", N_("Compare"), _compare),
    ("news", N_("What's new"), _news),
)
