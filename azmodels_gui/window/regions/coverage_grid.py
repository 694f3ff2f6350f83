# SPDX-License-Identifier: MIT
"""An answer on coverage as a table of signs: regions in rows, models in columns."""

from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property

from msgspec.structs import replace

from azmodels_gui.answers.coverage_cells import CoverageCells, Way
from azmodels_gui.catalog import labels
from azmodels_gui.catalog.coverage import Coverage, RegionCoverage
from azmodels_gui.catalog.coverage_notes import listed, place
from azmodels_gui.catalog.document import Entry, Region
from azmodels_gui.catalog.terms import Availability
from azmodels_gui.language.words import N_, NC_, NN_, tr, trn
from azmodels_gui.window.grids.grid import Grid, GridCell, GridColumn, GridRow, Ground, Mark
from azmodels_gui.window.grids.signs import DISPUTED, LETTERS, NO, UNKNOWN, YES, offer_mark
from azmodels_gui.window.models.cell_context import CellContext
from azmodels_gui.window.regions.cell_words import RegionCodes, RegionWords, lifecycle_line
from azmodels_gui.window.regions.region_columns import group_order, group_words, zone_title
from azmodels_gui.window.theme import Tone

_SIGNS = {
    Availability.OFFERED: YES,
    Availability.NOT_OFFERED: NO,
    Availability.UNKNOWN: UNKNOWN,
    Availability.CONFLICT: DISPUTED,
}
"""Of a cell as a whole, or of a way that is not offered."""
_GROUNDS = {Availability.NOT_OFFERED: Ground.MISSING, Availability.UNKNOWN: Ground.OPEN}
_OFFERED = NC_("heading of a count", "offered")
_OF = N_("{count} of {total}")
_DISPUTED = N_("{count} of {total}, disputed")
_NO_COUNT = N_("does not count")
_INSIDE = NN_("{count} region with an offer", "{count} regions with an offer")
_WITHOUT = N_("without a known offer: {regions}")
_OUTSIDE = N_("Outside the condition")
_OUTSIDE_NOTE = NN_(
    "{count} region to compare; it does not count",
    "{count} regions to compare; they do not count",
)
_DISPUTED_NOTE = N_("Sources disagree whether they belong to it; they never count as certain")
_KNOWN = N_("Under the conditions: {known}")
_UNKNOWN_HERE = N_("unknown here")


def coverage_grid(
    found: Coverage, words: RegionWords, codes: RegionCodes, context: CellContext
) -> Grid:
    """Return the table.

    Args:
        found: the answer.
        words: tells all that is known of a cell.
        codes: of the same catalogue.
        context: the language on show.
    """
    made = _Maker(found, words, codes, context)
    return Grid(
        (tr("Region"), tr(_OFFERED)),
        made.rows,
        tuple(made.columns()),
        made.cell,
        made.short,
        made.told,
    )


class _Maker:
    def __init__(
        self, found: Coverage, words: RegionWords, codes: RegionCodes, context: CellContext
    ) -> None:
        self._found, self._words, self._context = found, words, context
        self._rows_of_codes = codes
        self._cells = CoverageCells(found)
        self._places = {id_: at for at, id_ in enumerate(codes.regions)}
        self._here = {each.region.id: each for each in found.regions}
        self._codes: dict[int, list[int]] = {}
        self._outside: set[str] = set()

    @cached_property
    def rows(self) -> tuple[GridRow, ...]:
        """The regions in groups: inside of the place that is asked for, disputed, outside."""
        by_place: dict[Availability, list[RegionCoverage]] = {}
        for here in self._found.regions:
            by_place.setdefault(self._found.place_of(here.region), []).append(here)
        inside = by_place.pop(Availability.OFFERED, [])
        outside = by_place.pop(Availability.NOT_OFFERED, [])
        unsure = [here for each in by_place.values() for here in each]
        outside = [each for each in outside if self._cells.offers_anything(each.region)]
        self._outside = {each.region.id for each in outside}
        inside, without = self._with_an_offer(inside)
        unsure, _ = self._with_an_offer(unsure)
        asked = place(self._found, self._context.language)
        rows: list[GridRow] = []
        if asked:
            note = self._inside_note(inside)
            if without:
                names = listed(without, self._context.language)
                note += " · " + tr(_WITHOUT).format(regions=names)
            rows += self._group(asked, note, inside)
        else:
            rows += self._by_geography(inside)
        title = zone_title(asked, disputed=True)
        rows += self._group(title, tr(_DISPUTED_NOTE), unsure)
        rows += self._group(tr(_OUTSIDE), trn(_OUTSIDE_NOTE, len(outside)), outside)
        return tuple(rows)

    def columns(self) -> Iterator[GridColumn]:
        """Yield the models, with their versions and how long they are there."""
        living = set(self._found.living)
        unknown = living.intersection(*(each.unknown for each in self._found.inside))
        for entry in self._found.entries:
            until, tone = lifecycle_line(entry, self._context)
            if entry in unknown:
                until, tone = tr(_UNKNOWN_HERE), Tone.MUTED
            lines = ((entry.version.version, Tone.MUTED), (until, tone))
            told = "\n".join(filter(None, (entry.title, until)))
            yield GridColumn(entry.key, entry.model.id, lines, entry not in living, told)

    def cell(self, row: int, column: int) -> GridCell:
        """Return the signs of a region and a model."""
        here, outside = self._region(row)
        found = self._cells.cell(here, column)
        ground = Ground.PLAIN if outside else _GROUNDS.get(found.known, Ground.PLAIN)
        if found.ended:
            ground = Ground.ENDED
        marks = tuple(self._mark(way) for way in found.ways)
        return GridCell(marks or (_SIGNS[found.known],), ground=ground)

    def short(self, row: int, column: int) -> str:
        """Return what is offered, in short words."""
        here, _ = self._region(row)
        entry = self._found.entries[column]
        return self._words.short(entry, self._code(entry, column, here.region))

    def told(self, row: int, column: int) -> list[str]:
        """Return all that is known of a cell."""
        here, outside = self._region(row)
        entry, region = self._found.entries[column], here.region
        known = self._context.word(labels.AVAILABILITY, self._cells.cell(here, column).known.value)
        counted = tr(_NO_COUNT) if outside else tr(_KNOWN).format(known=known)
        lines = self._words.lines(entry, region, self._code(entry, column, region))
        return [self._words.title(entry, region), counted, *lines]

    def _mark(self, way: Way) -> Mark:
        if way.known is not Availability.OFFERED:
            return _SIGNS[way.known]
        mark = offer_mark(way.scope, LETTERS[way.billing])
        # What does not meet the conditions keeps its shape and loses its colour.
        flagged = way.met is Availability.CONFLICT
        quiet = not (way.counts or flagged)
        return replace(mark, tone=Tone.MUTED if quiet else mark.tone, flagged=flagged)

    def _region(self, row: int) -> tuple[RegionCoverage, bool]:
        here = self._here[str(self.rows[row].key)]
        return here, here.region.id in self._outside

    def _code(self, entry: Entry, column: int, region: Region) -> int:
        if column not in self._codes:
            self._codes[column] = self._rows_of_codes.row(entry)
        return self._codes[column][self._places[region.id]]

    def _with_an_offer(
        self, regions: list[RegionCoverage]
    ) -> tuple[list[RegionCoverage], list[str]]:
        """Return regions that have any model, and the names of the others; if none has, all."""
        kept = [each for each in regions if self._cells.offers_anything(each.region)]
        if not kept:
            return regions, []
        return kept, [each.region.name for each in regions if each not in kept]

    def _by_geography(self, regions: Iterable[RegionCoverage]) -> Iterator[GridRow]:
        groups: dict[str, list[RegionCoverage]] = {}
        for here in sorted(regions, key=lambda each: group_order(each.region)):
            groups.setdefault(group_words(here.region, self._context), []).append(here)
        for title, group in groups.items():
            yield from self._group(title, self._inside_note(group), group)

    def _group(self, title: str, note: str, regions: Sequence[RegionCoverage]) -> Iterator[GridRow]:
        if not regions:
            return
        yield GridRow(("group", title), title, note, heading=True)
        for here in sorted(regions, key=_rank):
            told = here.region.name
            note, tone = self._count(here)
            yield GridRow(here.region.id, told, note, tone, told=f"{told}\n{note}")

    def _inside_note(self, regions: Iterable[RegionCoverage]) -> str:
        return trn(_INSIDE, sum(bool(each.offered_count) for each in regions))

    def _count(self, here: RegionCoverage) -> tuple[str, Tone]:
        """Return how many of the living models a region has, and how it stands out."""
        if here.region.id in self._outside:
            return tr(_NO_COUNT), Tone.MUTED
        total = len(self._found.living)
        if self._found.place_of(here.region) is not Availability.OFFERED:
            return tr(_DISPUTED).format(count=len(here.disputed), total=total), Tone.PLAIN
        told = tr(_OF).format(count=here.offered_count, total=total)
        for sign, entries in (("?", here.unknown), ("!", here.disputed)):
            if entries:
                told += f" · {len(entries)} {sign}"
        best = here.offered_count and here in self._found.best
        return told, Tone.GOOD if best else Tone.PLAIN


def _rank(here: RegionCoverage) -> tuple[int, int, str]:
    return (-here.offered_count, here.missing_count, here.region.name)
