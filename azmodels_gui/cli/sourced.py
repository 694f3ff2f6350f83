# SPDX-License-Identifier: MIT
"""A sentence with the source it comes from, and the list of sources that were cited."""

from collections.abc import Iterable, Iterator, Sequence

from azmodels_gui.answers.answer import Row, all_sources
from azmodels_gui.answers.viewpoint import Viewpoint
from azmodels_gui.cli.words import Words
from azmodels_gui.sheets.answer_cells import label, text
from azmodels_gui.sheets.cells import NO_BREAK_SPACE
from azmodels_gui.sheets.order import SheetOrder


class Sourced:
    """Adds `[source, date]` to facts and remembers which sources it named."""

    def __init__(self, view: Viewpoint, words: Words) -> None:
        self.view = view
        self.words = words
        self.order = SheetOrder(view.catalog, view.day, words.language)
        self._cited: dict[str, None] = {}

    def __call__(self, fact: str, *source_ids: str | None) -> str:
        """Return the fact with its sources; without one it stays as it is."""
        marks = []
        for source_id in source_ids:
            if source_id is not None:
                self._cited[source_id] = None
                source = self.view.sources.get(source_id)
                dated = "" if source is None else f", {self.words.as_of(source.as_of)}"
                marks.append(f"{source_id}{dated}")
        return f"{fact} [{'; '.join(marks)}]" if marks else fact

    def all(self, told: Iterable[tuple[str, Sequence[str]]]) -> Iterator[str]:
        """Yield sentences, each with its sources."""
        return (self(text, *sources) for text, sources in told)

    def rows(self, rows: Iterable[Row]) -> Iterator[str]:
        """Yield what rows say of one entry, each with the sources it names."""
        for row in rows:
            (answer,) = row.answers
            told = f"{label(row.label, self.order)}: {text(answer, self.order)}"
            yield self(told.replace(NO_BREAK_SPACE, " "), *all_sources(answer))

    def cite(self, source_id: str) -> str:
        """Return the id alone, for a table; the date stands in the list of sources."""
        self._cited[source_id] = None
        return source_id

    def source_lines(self) -> Iterator[str]:
        """Yield every source that was cited, with title, date and address."""
        for source in self.view.catalog.sources:
            if source.id in self._cited:
                secondary = f" ({self.words('secondary')})" if source.secondary else ""
                named = f"{source.id}: {source.title}{secondary}"
                parts = (named, self.words.as_of(source.as_of), source.url or "")
                yield ", ".join(part for part in parts if part)
