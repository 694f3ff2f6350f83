# SPDX-License-Identifier: MIT
"""The pages beside the table, in their order; each is imported when first looked at."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QT_TRANSLATE_NOOP

from azmodels_gui.qtmodels.formats import Language
from azmodels_gui.views.pages.lazy_page import FullPage, LazyPage
from azmodels_gui.views.pages.page import PageParts

FullPageOf = Callable[[PageParts, Language], FullPage]


def further_pages(parts: PageParts, language: Language) -> tuple[LazyPage, ...]:
    """Return the pages, not yet made."""
    return tuple(
        LazyPage(key, words, partial(make, parts), language) for key, words, make in _PAGES
    )


def _regions(parts: PageParts, language: Language) -> FullPage:
    from azmodels_gui.views.pages.regions_page import RegionsPage

    return RegionsPage(parts, language)


def _calculator(parts: PageParts, language: Language) -> FullPage:
    from azmodels_gui.views.pages.calculator_page import CalculatorPage

    return CalculatorPage(parts, language)


def _compare(parts: PageParts, language: Language) -> FullPage:
    from azmodels_gui.views.pages.compare_page import ComparePage

    return ComparePage(parts, language)


def _news(parts: PageParts, language: Language) -> FullPage:
    from azmodels_gui.views.pages.news_page import NewsPage

    return NewsPage(parts, language)


_PAGES: tuple[tuple[str, object, FullPageOf], ...] = (
    ("regions", QT_TRANSLATE_NOOP("Pages", "Regions"), _regions),
    ("calculator", QT_TRANSLATE_NOOP("Pages", "Calculator"), _calculator),
    ("compare", QT_TRANSLATE_NOOP("Pages", "Compare"), _compare),
    ("news", QT_TRANSLATE_NOOP("Pages", "What's new"), _news),
)
