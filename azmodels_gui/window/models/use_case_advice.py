# SPDX-License-Identifier: MIT
"""The advice on one use case, beside the table while nothing is selected there."""

from collections.abc import Iterator

from PySide6.QtCore import QUrl, Signal, Slot
from PySide6.QtWidgets import QWidget

from azmodels_gui.answers.advice import Advice, advice_for
from azmodels_gui.catalog.document import UseCase
from azmodels_gui.catalog.entry import Entry, EntryKey, stage_on, versions_of
from azmodels_gui.catalog.labels import BILLING, label
from azmodels_gui.catalog.successors import ModelToday
from azmodels_gui.language.shown import tr
from azmodels_gui.window.guide.guide_text import (
    ENTRY_SCHEME,
    RECKON_SCHEME,
    GuideText,
    key_of,
    link_of,
)
from azmodels_gui.window.models.cell_context import CellContext
from azmodels_gui.window.page import Reckoning
from azmodels_gui.window.regions.document_view import DocumentView
from azmodels_gui.window.theme.theme import Theme
from azmodels_gui.window.theme.tokens import Tokens, Tone


class AdviceText(GuideText):
    """Writes what sources advise for one use case, as the details show it."""

    def __init__(self, tokens: Tokens, context: CellContext) -> None:
        super().__init__(tokens, context.order)
        self._context = context

    def use_case(self, use_case: UseCase) -> str:
        """Return the advice: models, why, how to begin, when to change, who says so."""
        return self.page(self._use_case(use_case))

    def _use_case(self, use_case: UseCase) -> Iterator[str]:
        yield self.title(self.local(use_case.name))
        if use_case.description is not None:
            yield self.paragraph(self.local(use_case.description), Tone.MUTED)
        advice = advice_for(use_case, self._context.view)
        if not advice:
            yield self.paragraph(tr("No source gives advice on this use case."), Tone.MUTED)
        for each in advice:
            yield self.heading(tr("Recommended models"))
            for model in each.models:
                yield self.block(f"{self.today(model)}{self._links(model)}")
            yield from self._said(each)
        hint = tr("Select an entry in the table to read everything about it.")
        yield self.paragraph(hint, Tone.MUTED)

    def _said(self, advice: Advice) -> Iterator[str]:
        start = "" if advice.start_with is None else label(BILLING, advice.start_with.value)
        for heading, told in (
            (tr("Why"), self.local(advice.why)),
            (tr("Begin with"), start),
            (tr("Change when"), self.local(advice.switch)),
        ):
            if told:
                yield self.heading(heading)
                yield self.paragraph(told)
        source = self.sources(advice.sources, self._context.index.catalog)
        yield self.block(f"{tr('Source')}: {source}", Tone.MUTED)

    def _links(self, model: ModelToday) -> str:
        """Return the way to the calculator with what can be taken."""
        entry = self._taken(model)
        if entry is None:
            return ""
        reckon = self.link(link_of(RECKON_SCHEME, entry.key), tr("in the calculator"))
        return f" · {reckon}"

    def _taken(self, model: ModelToday) -> Entry | None:
        """Return the version to take: of the successor, or the newest usable one."""
        if model.needs_successor:
            return None if model.successor is None else model.successor.entry
        index = self._context.index
        named = (each for each in index.catalog.models if each.id == model.name)
        versions = (entry for each in named for entry in versions_of(each))
        usable = (each for each in versions if stage_on(each.version.lifecycle, index.today).usable)
        return next(usable, None)


class UseCaseAdvice(DocumentView):
    """Shows it, with links to entries and to the calculator.

    Signals:
        entry_asked: key of an entry that the user wants to see.
        reckon_asked: a `Reckoning` for the calculator.
    """

    entry_asked = Signal(object)
    reckon_asked = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._shown: tuple[UseCase, CellContext] | None = None
        self.setAccessibleName(tr("Advice on the use case"))
        self.anchorClicked.connect(self._on_link)
        theme.changed.connect(self._write)

    def show_advice(self, use_case: UseCase, context: CellContext) -> None:
        """Show the advice on another use case."""
        self._shown = use_case, context
        self._write()

    @Slot()
    def _write(self) -> None:
        if self._shown is not None:
            use_case, context = self._shown
            self.show_html(AdviceText(self._theme.tokens, context).use_case(use_case))

    @Slot(QUrl)
    def _on_link(self, url: QUrl) -> None:
        key: EntryKey = key_of(url.path(QUrl.ComponentFormattingOption.FullyEncoded))
        if url.scheme() == ENTRY_SCHEME:
            self.entry_asked.emit(key)
        elif url.scheme() == RECKON_SCHEME:
            self.reckon_asked.emit(Reckoning(key, "", "", None))
