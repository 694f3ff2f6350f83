# SPDX-License-Identifier: MIT
"""Which documents the figures of an entry come from, how old they are, and links to them."""

from azmodels_gui.answers.sources import sources_of
from azmodels_gui.catalog.document import Source
from azmodels_gui.language.shown import tr
from azmodels_gui.language.words import capitalized
from azmodels_gui.window import formats
from azmodels_gui.window.models.panes.on_show import OnShow
from azmodels_gui.window.models.panes.pane import Pane
from azmodels_gui.window.theme.tokens import Tone


class SourcesPane(Pane):
    """One paragraph a document, with what was read from it."""

    key = "sources"

    def title(self) -> str:
        """Return the tab's title."""
        return tr("Sources")

    def fill(self, shown: OnShow) -> None:
        """Add every source of the entry."""
        used = sources_of(shown.entry, shown.context.view)
        if not used:
            self.add_paragraph(tr("No source is named."), tone=Tone.MUTED)
        for source_id, topics in used.items():
            read = dict.fromkeys(capitalized(shown.order.words(each)) for each in topics)
            source = shown.source(source_id)
            if source is None:
                self.add_paragraph(source_id)
            else:
                self._add_source(source, ", ".join(read), shown)

    def _add_source(self, source: Source, read: str, shown: OnShow) -> None:
        if source.url is not None:
            self.add_link(source.title, source.url)
        else:
            self.add_paragraph(source.title)
        as_of = formats.partial_day(source.as_of, shown.context.language)
        lines = [tr("as of {day}").format(day=as_of)]
        lines += [each for each in (source.publisher, source.licence) if each]
        if source.secondary:
            lines.append(tr("secondary source: restates others"))
        words = [" · ".join(lines), tr("Read from it: {what}").replace("{what}", read)]
        if source.note is not None:
            words.append(shown.text(source.note))
        self.add_paragraph("\n".join(words), tone=Tone.MUTED)
