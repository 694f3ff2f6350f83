# SPDX-License-Identifier: MIT
"""What the build tells: every file, row and meter it did not use, and totals that add up."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from azmodels_gui.catalog.document import Catalog
from azmodels_gui.catalog.doubts import Doubt, counts_of, doubts_of, doubts_told
from azmodels_gui.catalog.part import Conflict
from azmodels_gui.publish.ledger import Ledger, Row
from azmodels_gui.publish.reading import not_read
from azmodels_gui.publish.sources import SourceFile


@dataclass(frozen=True)
class BuildReport:
    """The account of one build."""

    files: tuple[SourceFile, ...]
    ledger: Ledger
    catalog: Catalog
    remarks: tuple[str, ...] = ()
    """What the assembly left out or had to decide, one sentence each."""

    @cached_property
    def doubts(self) -> tuple[Doubt, ...]:
        """What the catalogue gives reason to doubt on the day of its publication."""
        return doubts_of(self.catalog, self.catalog.published)

    def summary(self) -> str:
        """Return a few lines with the totals."""
        return "\n".join(self._summary())

    def text(self) -> str:
        """Return the whole report."""
        parts = (
            self._summary(),
            self._files(),
            self._rows(),
            self._conflicts(),
            self._doubts(),
            self._remarks(),
        )
        return "\n".join(line for part in parts for line in part) + "\n"

    def _summary(self) -> Iterator[str]:
        catalog = self.catalog
        versions = sum(len(model.versions) for model in catalog.models)
        prices = sum(len(model.prices) for model in catalog.models)
        yield f"Catalogue {catalog.serial}, as of {catalog.published.isoformat()}"
        yield f"{len(catalog.models)} models, {versions} entries, {prices} prices"
        missing = not_read(self.files)
        if missing:
            yield f"files that could not be read, so what they state is missing: {len(missing)}"
            yield from (f"  {file.name}: {file.unused_because}" for file in missing)
        yield from self._totals()
        yield doubts_told(self.doubts)

    def _totals(self) -> Iterator[str]:
        yield f"{'source':<34}{'rows read':>10}{'used':>8}{'not used':>10}"
        totals = sorted(self.ledger.totals().items())
        for source, (read, used, refused) in totals:
            yield f"{source:<34}{read:>10}{used:>8}{refused:>10}"
        read, used, refused = (sum(counts[i] for _, counts in totals) for i in range(3))
        yield f"{'all':<34}{read:>10}{used:>8}{refused:>10}"

    def _files(self) -> Iterator[str]:
        unused = [file for file in self.files if file.unused_because]
        yield ""
        read = len(self.files) - len(unused)
        yield f"# Files: {len(self.files)} = {read} read + {len(unused)} not read"
        yield from (f"{file.name}: {file.unused_because}" for file in unused)

    def _rows(self) -> Iterator[str]:
        refused = self.ledger.refused()
        yield ""
        yield f"# Rows not used: {len(refused)}"
        for reason in dict.fromkeys(row.reason for row in refused):
            rows = [row for row in refused if row.reason == reason]
            yield ""
            yield f"## {reason} ({len(rows)})"
            yield from map(_line, rows)

    def _conflicts(self) -> Iterator[str]:
        found = list(_all_conflicts(self.catalog))
        yield ""
        yield f"# Conflicts kept in the catalogue: {len(found)}"
        for about, conflict in found:
            claims = "; ".join(f"{claim.value} ({claim.source})" for claim in conflict.claims)
            yield f"{about}: {conflict.about}: {claims}"

    def _doubts(self) -> Iterator[str]:
        yield ""
        yield f"# Doubts: {len(self.doubts)}"
        for kind, count in counts_of(self.doubts).items():
            yield ""
            yield f"## {kind.replace('_', ' ')} ({count})"
            of_kind = [doubt for doubt in self.doubts if doubt.kind is kind]
            yield from (f"{doubt.about}: {doubt.detail}" for doubt in of_kind)

    def _remarks(self) -> Iterator[str]:
        yield ""
        yield f"# Remarks of the assembly: {len(self.remarks)}"
        yield from self.remarks


def _line(row: Row) -> str:
    return f"{row.source}: {row.place}: {row.text}"


def _all_conflicts(catalog: Catalog) -> Iterator[tuple[str, Conflict]]:
    yield from (("catalogue", conflict) for conflict in catalog.conflicts)
    for model in catalog.models:
        for version in model.versions:
            title = f"{model.id} {version.version}".rstrip()
            yield from ((title, conflict) for conflict in version.conflicts)
