# SPDX-License-Identifier: MIT
"""Which documents the figures of an entry come from, how old they are, and links to them."""

from collections.abc import Iterator

from azmodels_gui.catalog.document import Source
from azmodels_gui.catalog.facts import ModelVersion
from azmodels_gui.language.shown import tr
from azmodels_gui.qtmodels import formats
from azmodels_gui.views.panes.on_show import OnShow
from azmodels_gui.views.panes.pane import Pane
from azmodels_gui.views.theme.tokens import Tone


class SourcesPane(Pane):
    """One paragraph a document, with what was read from it."""

    key = "sources"

    def title(self) -> str:
        """Return the tab's title."""
        return tr("Sources")

    def fill(self, shown: OnShow) -> None:
        """Add every source of the entry."""
        topics: dict[str, dict[str, None]] = {}
        for source_id, topic in self._used(shown):
            topics.setdefault(source_id, {})[topic] = None
        if not topics:
            self.add_paragraph(tr("No source is named."), tone=Tone.MUTED)
        for source_id, read in topics.items():
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

    def _used(self, shown: OnShow) -> Iterator[tuple[str, str]]:
        """Yield source ids with what was read from them."""
        entry = shown.entry
        version, model = entry.version, entry.model
        yield from self._about(version)
        limits = version.limits
        known = (limits.context_window, limits.max_input, limits.max_output)
        for limit in (*known, limits.long_context_above):
            if limit is not None:
                yield limit.source, tr("Limits")
        if limits.training_data is not None:
            yield limits.training_data.source, tr("Training data until")
        if model.modalities is not None:
            yield model.modalities.source, tr("Modalities")
        yield from self._figures(shown)

    def _about(self, version: ModelVersion) -> Iterator[tuple[str, str]]:
        if version.lifecycle.source:
            yield version.lifecycle.source, tr("Lifecycle")
        if version.lifecycle.unlisted_in:
            yield version.lifecycle.unlisted_in, tr("Lifecycle")
        if version.hosted_by is not None:
            yield version.hosted_by.source, tr("Processed by")
        for capability in version.capabilities:
            yield capability.source, tr("Capabilities")
        for offer in version.offers:
            yield from ((source, tr("Availability")) for source in offer.sources)
            if offer.retirement_source is not None:
                yield offer.retirement_source, tr("Availability")

    def _figures(self, shown: OnShow) -> Iterator[tuple[str, str]]:
        entry = shown.entry
        for price in entry.prices:
            yield from ((source, tr("Prices")) for source in (price.source, *price.also))
        for parameters in entry.ptu:
            yield parameters.source, tr("PTU parameters")
        for quota in entry.quotas:
            yield quota.source, tr("Quota")
        for note in entry.model.notes:
            yield note.source, tr("Remarks")
        for conflict in entry.version.conflicts:
            for claim in conflict.claims:
                yield claim.source, tr("Disagreements")
        for source in entry.version.named_by:
            yield source, tr("Name and version")
