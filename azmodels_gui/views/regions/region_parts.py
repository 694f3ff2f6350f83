# SPDX-License-Identifier: MIT
"""The views of the Regions page, in their order; each is imported when first looked at."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from PySide6.QtCore import SignalInstance
from PySide6.QtWidgets import QWidget

from azmodels_gui.catalog.entry import EntryKey
from azmodels_gui.language.words import N_
from azmodels_gui.qtmodels.region_scope import RegionScope
from azmodels_gui.reports.table import Table
from azmodels_gui.views.pages.page import PageParts, PageState

CONTEXT = "RegionParts"


class RegionPart(Protocol):
    """A view of the chosen entries and regions."""

    entry_asked: SignalInstance
    """The key of an entry to read about."""
    region_asked: SignalInstance
    """The id of a region the user chose."""
    news: SignalInstance
    """A sentence for the status bar."""

    def widget(self) -> QWidget:
        """Return what to show."""

    def show_scope(self, scope: RegionScope) -> None:
        """Show other entries, regions or deployment types."""

    def show_region(self, region: str) -> None:
        """Let a region stand out; empty: none."""

    def set_presenting(self, presenting: bool) -> None:
        """Leave out, or show again, what a projector does not need."""

    def current_entry(self) -> EntryKey | None:
        """Return the entry that stands out."""

    def go_to(self, key: EntryKey) -> bool:
        """Let an entry stand out; False if it is not on show."""

    def table(self) -> Table | None:
        """Return exactly what is seen, in words; None where that is no table."""

    def print_preview(self) -> None:
        """Show what will be printed, where that is no table."""

    def state(self) -> PageState:
        """Return what the view would like to remember."""

    def restore(self, state: PageState) -> None:
        """Bring the view into a remembered state; rubbish is passed over."""


@dataclass(frozen=True)
class RegionPartSpec:
    """A view that is not made yet."""

    key: str
    words: str
    make: Callable[[PageParts, RegionScope, str], RegionPart]
    uses: tuple[str, ...] = ()
    """Choices of the toolbar that change what it shows; without entries it is never empty."""


def _matrix(parts: PageParts, scope: RegionScope, language: str) -> RegionPart:
    from azmodels_gui.views.regions.matrix_part import MatrixPart

    return MatrixPart(parts, scope, language)


def _map(parts: PageParts, scope: RegionScope, language: str) -> RegionPart:
    from azmodels_gui.views.regions.map_part import MapPart

    return MapPart(parts, scope, language)


def _region(parts: PageParts, scope: RegionScope, language: str) -> RegionPart:
    from azmodels_gui.views.regions.reading_parts import RegionPagePart

    return RegionPagePart(parts, scope, language)


def _zones(parts: PageParts, scope: RegionScope, language: str) -> RegionPart:
    from azmodels_gui.views.regions.reading_parts import ZonesPart

    return ZonesPart(parts, scope, language)


REGION_PARTS: tuple[RegionPartSpec, ...] = (
    RegionPartSpec(
        "matrix",
        N_("Matrix"),
        _matrix,
        ("entries", "deployment_type", "order", "every_region"),
    ),
    RegionPartSpec("map", N_("Map"), _map, ("entries", "deployment_type")),
    RegionPartSpec("region", N_("Region"), _region),
    RegionPartSpec("zones", N_("Data zones"), _zones),
)
