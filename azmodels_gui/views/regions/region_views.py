# SPDX-License-Identifier: MIT
"""The views of the Regions page, one on show: made when first looked at, remembered, told alike."""

from collections.abc import Iterator

from PySide6.QtCore import QUrl, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from azmodels_gui.qtmodels.formats import Language
from azmodels_gui.qtmodels.region_scope import RegionScope
from azmodels_gui.views.empty_hint import EmptyHint
from azmodels_gui.views.pages.page import PageParts, PageState
from azmodels_gui.views.regions.no_rows import NothingPinned
from azmodels_gui.views.regions.region_parts import RegionPart, RegionPartSpec


class RegionViews(QStackedWidget):
    """Also holds what is shown in place of a view that has nothing to show.

    Signals:
        made: the widget of a view that was made now.
        entry_asked: the key of an entry to read about among the models.
        region_asked: the id of a region the user chose.
        page_asked: the id of a region to read about.
        link_asked: a `QUrl` the user wants to open.
        state_changed: something changed that is worth remembering.
        news: a sentence for the status bar.
    """

    made = Signal(QWidget)
    entry_asked = Signal(object)
    region_asked = Signal(str)
    page_asked = Signal(str)
    link_asked = Signal(QUrl)
    state_changed = Signal()
    news = Signal(str)

    def __init__(self, parts: PageParts, language: Language) -> None:
        super().__init__()
        self._parts = parts
        self._language = language
        self._made: dict[str, RegionPart] = {}
        self._states: dict[str, PageState] = {}
        self.nothing_pinned, self.nothing_fits = NothingPinned(), EmptyHint()
        self.addWidget(self.nothing_pinned)
        self.addWidget(self.nothing_fits)

    def __iter__(self) -> Iterator[RegionPart]:
        """Return the views that were looked at so far."""
        return iter(self._made.values())

    def view(self, spec: RegionPartSpec, scope: RegionScope, region: str) -> RegionPart:
        """Return a view, made now if it was not yet.

        Args:
            spec: which one.
            scope: what a new one shows.
            region: the chosen one, which stands out in a new one.
        """
        return self._made.get(spec.key) or self._make(spec, scope, region)

    def set_language(self, language: Language) -> None:
        """Show texts and figures in another language; its translator is installed."""
        self._language = language
        for view in self:
            view.set_language(language)

    def state(self) -> PageState:
        """Return what the views would like to remember, or what they were given."""
        return {**self._states, **{key: view.state() for key, view in self._made.items()}}

    def keep(self, state: object) -> None:
        """Remember the states of views, for those that are made later; rubbish is passed over."""
        if isinstance(state, dict):
            self._states = {str(key): kept for key, kept in state.items() if isinstance(kept, dict)}

    def bring_back(self, region: str) -> None:
        """Bring the views that are there into their remembered states."""
        for key, view in self._made.items():
            view.restore(self._states.get(key, {}))
            view.show_region(region)

    def _make(self, spec: RegionPartSpec, scope: RegionScope, region: str) -> RegionPart:
        view = self._made[spec.key] = spec.make(self._parts, scope, self._language)
        self.addWidget(view.widget())
        view.restore(self._states.get(spec.key, {}))
        view.show_region(region)
        view.entry_asked.connect(self.entry_asked)
        # A region that is chosen again is let go, but not by the view that always shows one.
        view.region_asked.connect(self.region_asked if spec.uses else self.page_asked)
        view.news.connect(self.news)
        for name in ("page_asked", "link_asked", "state_changed"):
            own = getattr(view, name, None)
            if own is not None:
                own.connect(getattr(self, name))
        self.made.emit(view.widget())
        return view
