# SPDX-License-Identifier: MIT
"""What the main window expects of a page, and what it gives to one."""

from typing import Protocol, runtime_checkable

from msgspec import Struct
from PySide6.QtWidgets import QWidget

from azmodels_gui.catalog.entry import EntryKey
from azmodels_gui.views.pins import Pins
from azmodels_gui.views.query_history import QueryHistory
from azmodels_gui.views.sheets.kept_wishes import KeptWishes
from azmodels_gui.views.surroundings import Surroundings

PageState = dict[str, object]
"""What a page remembers, as JSON knows it."""


class PageParts(Struct, frozen=True):
    """What pages share: the catalogue, what is pinned, what the filter lets through."""

    around: Surroundings
    pins: Pins
    history: QueryHistory
    wishes: KeptWishes
    """What is wished of sheets: a page may show prices in their currency."""


class Page(Protocol):
    """One of the pages that the main window switches between."""

    key: str
    """For preferences and the command line."""

    def title(self) -> str:
        """Return the page's name in the language on show."""

    def widget(self) -> QWidget:
        """Return what to show."""

    def set_language(self, language: str) -> None:
        """Show texts and figures in another language; its translator is installed."""


@runtime_checkable
class Presentable(Protocol):
    """A page that can be shown on a projector, one pinned model after the other."""

    def set_presenting(self, presenting: bool) -> None:
        """Hide, or show again exactly as before, what a projector does not need."""

    def presented(self) -> EntryKey | None:
        """Return the entry that stands out."""

    def present(self, key: EntryKey) -> bool:
        """Let an entry stand out; False if it is not on show."""


@runtime_checkable
class Printable(Protocol):
    """A page that is printed in a way of its own."""

    def print_preview(self) -> None:
        """Show what will be printed."""


@runtime_checkable
class HasParts(Protocol):
    """A page that F6 goes through part by part."""

    def parts(self) -> tuple[QWidget, ...]:
        """Return the parts in their order."""
