# SPDX-License-Identifier: MIT
"""What the build tells: every file, row and meter it did not use, and totals that add up."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from azmodels_gui.catalog.document import Catalog
from azmodels_gui.catalog.doubts import DOUBT_KINDS, Doubt, counts_of, doubts_of, doubts_told
from azmodels_gui.catalog.part import Conflict
from azmodels_gui.language.words import N_, Message, Phrase, worded
from azmodels_gui.publish.ledger import Ledger, Row
from azmodels_gui.publish.reading import not_read
from azmodels_gui.publish.sources import SourceFile

Line = str | Phrase
_ROW = Message("{source:<34}{read:>10}{used:>8}{refused:>10}")
"""Of the table of sources; nothing in it to translate."""


@dataclass(frozen=True)
class BuildReport:
    """The account of one build."""

    files: tuple[SourceFile, ...]
    ledger: Ledger
    catalog: Catalog
    remarks: tuple[Phrase, ...] = ()
    """What the assembly left out or had to decide, one sentence each."""

    @cached_property
    def doubts(self) -> tuple[Doubt, ...]:
        """What the catalogue gives reason to doubt on the day of its publication."""
        return doubts_of(self.catalog, self.catalog.published)

    def summary(self, language: str) -> str:
        """Return a few lines with the totals."""
        return "\n".join(str(worded(line, language)) for line in self._summary())

    def text(self, language: str) -> str:
        """Return the whole report; why single rows were not used is told in English."""
        parts = (
            self._summary(),
            self._files(),
            self._rows(),
            self._conflicts(),
            self._doubts(),
            self._remarks(),
        )
        lines = (str(worded(line, language)) for part in parts for line in part)
        return "\n".join(lines) + "\n"

    def _summary(self) -> Iterator[Line]:
        catalog = self.catalog
        day = catalog.published.isoformat()
        yield Phrase(N_("Catalogue {serial}, as of {day}"), serial=catalog.serial, day=day)
        yield Phrase(
            N_("{models} models, {entries} entries, {prices} prices"),
            models=len(catalog.models),
            entries=sum(len(model.versions) for model in catalog.models),
            prices=sum(len(model.prices) for model in catalog.models),
        )
        missing = not_read(self.files)
        if missing:
            words = N_("files that could not be read, so what they state is missing: {count}")
            yield Phrase(words, count=len(missing))
            yield from (f"  {file.name}: {file.unused_because}" for file in missing)
        yield from self._totals()
        yield doubts_told(self.doubts)

    def _totals(self) -> Iterator[Line]:
        heads = {"read": N_("rows read"), "used": N_("used"), "refused": N_("not used")}
        yield Phrase(_ROW, source=N_("source"), **heads)
        totals = sorted(self.ledger.totals().items())
        for source, (read, used, refused) in totals:
            yield Phrase(_ROW, source=source, read=read, used=used, refused=refused)
        read, used, refused = (sum(counts[i] for _, counts in totals) for i in range(3))
        yield Phrase(_ROW, source=N_("all"), read=read, used=used, refused=refused)

    def _files(self) -> Iterator[Line]:
        unused = [file for file in self.files if file.unused_because]
        yield ""
        yield Phrase(
            N_("# Files: {count} = {read} read + {unused} not read"),
            count=len(self.files),
            read=len(self.files) - len(unused),
            unused=len(unused),
        )
        yield from (f"{file.name}: {file.unused_because}" for file in unused)

    def _rows(self) -> Iterator[Line]:
        refused = self.ledger.refused()
        yield ""
        yield Phrase(N_("# Rows not used: {count}"), count=len(refused))
        for reason in dict.fromkeys(row.reason for row in refused):
            rows = [row for row in refused if row.reason == reason]
            yield ""
            yield f"## {reason} ({len(rows)})"
            yield from map(_line, rows)

    def _conflicts(self) -> Iterator[Line]:
        found = list(_all_conflicts(self.catalog))
        yield ""
        yield Phrase(N_("# Conflicts kept in the catalogue: {count}"), count=len(found))
        for about, conflict in found:
            claims = "; ".join(f"{claim.value} ({claim.source})" for claim in conflict.claims)
            yield f"{about}: {conflict.about}: {claims}"

    def _doubts(self) -> Iterator[Line]:
        yield ""
        yield Phrase(N_("# Doubts: {count}"), count=len(self.doubts))
        for kind, count in counts_of(self.doubts).items():
            yield ""
            yield Phrase(N_("## {kind} ({count})"), kind=DOUBT_KINDS[kind], count=count)
            for doubt in self.doubts:
                if doubt.kind is kind:
                    yield Phrase(N_("{place}: {why}"), place=doubt.about, why=doubt.detail)

    def _remarks(self) -> Iterator[Line]:
        yield ""
        yield Phrase(N_("# Remarks of the assembly: {count}"), count=len(self.remarks))
        yield from self.remarks


def _line(row: Row) -> str:
    return f"{row.source}: {row.place}: {row.text}"


def _all_conflicts(catalog: Catalog) -> Iterator[tuple[str, Conflict]]:
    yield from (("catalogue", conflict) for conflict in catalog.conflicts)
    for model in catalog.models:
        for version in model.versions:
            title = f"{model.id} {version.version}".rstrip()
            yield from ((title, conflict) for conflict in version.conflicts)
