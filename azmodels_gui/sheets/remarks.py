# SPDX-License-Identifier: MIT
"""Conflicts and unknowns in sentences: a sheet must not hide them in a cell."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from msgspec.structs import replace

from azmodels_gui.answers.prices import PriceLine
from azmodels_gui.catalog.document import Entry
from azmodels_gui.catalog.fact_dates import claims_told
from azmodels_gui.catalog.facts import Conflict
from azmodels_gui.catalog.terms import ContextBand, PriceTier, Scope, TokenCategory
from azmodels_gui.language import figures
from azmodels_gui.sheets.answer_cells import line_label
from azmodels_gui.sheets.order import SheetOrder
from azmodels_gui.sheets.sheet import CellKind, Sentence, Table

NAMED = 6
"""So many facts or regions are named; of the others the number."""
CLAIMS = 3
"""So many of what sources say stand beside a note, which is what matters, where room is scarce."""


def remarks(
    entries: Sequence[Entry], tables: Iterable[Table], order: SheetOrder, *, whole: bool = True
) -> tuple[Sentence, ...]:
    """Return every conflict, passed date and unknown figure of the entries on a sheet.

    Args:
        entries: on the sheet.
        tables: whose unknown figures are told.
        order: place and language.
        whole: name each fact, region and claim of a conflict; else of many only some, and where
            all of them stand.
    """
    told = list(_conflicts_of_all(entries, order))
    if not whole:
        told = _shorter(told, list(_conflicts_of_all(entries, order, whole=False)), order)
    found = [*told, *_unknowns(tables, order)]
    return tuple(found) or (Sentence(order.words("remark_none")),)


def _shorter(
    whole: Sequence[Sentence], short: Sequence[Sentence], order: SheetOrder
) -> list[Sentence]:
    """Return conflicts in short, and where all of them stand, if something is left out."""
    if [each.text for each in whole] == [each.text for each in short]:
        return list(short)
    *others, last = short
    return [*others, replace(last, text=f"{last.text} {order.words('remark_whole')}")]


def _conflicts_of_all(
    entries: Sequence[Entry], order: SheetOrder, *, whole: bool = True
) -> Iterator[Sentence]:
    for entry in entries:
        if entry.stage_on(order.day).contradicts:
            yield _past(entry, order)
        for each in conflicts(entry, order, whole=whole):
            about = each.text.split(": ", 1)[0].split(". ", 1)[0]
            yield each if whole else replace(each, short=about)


def disputed(entries: Iterable[Entry], order: SheetOrder) -> tuple[Sentence, ...]:
    """Return what sources disagree on, entry by entry, or that they do not."""
    found = (each for entry in entries for each in conflicts(entry, order))
    return tuple(found) or no_conflict(order)


def no_conflict(order: SheetOrder) -> tuple[Sentence, ...]:
    """Return that no sources disagree."""
    return (Sentence(order.words("remark_none_conflict")),)


def conflicts(entry: Entry, order: SheetOrder, *, whole: bool = False) -> Iterator[Sentence]:
    """Yield what sources disagree on, equal remarks once, with what each source says.

    Args:
        entry: what they speak of.
        order: place and language.
        whole: name every fact, region and claim; else of many only some.
    """
    by_note: dict[str, list[Conflict]] = {}
    for conflict in entry.version.conflicts:
        if _concerns(conflict, order):
            note = "" if conflict.note is None else conflict.note.in_language(order.language)
            by_note.setdefault(note, []).append(conflict)
    for note, alike in by_note.items():
        yield _told(entry, note, alike, order, whole=whole)


def offer_conflicts(
    entry: Entry, kinds: frozenset[str], regions: frozenset[str], order: SheetOrder
) -> Iterator[Sentence]:
    """Yield what sources disagree on about the offers of some types in some regions."""
    about = {f"availability:{kind}" for kind in kinds}
    kept = tuple(
        each.but(regions=tuple(r for r in each.regions if r in regions))
        for each in entry.version.conflicts
        if each.about in about and not regions.isdisjoint(each.regions)
    )
    version = entry.version.but(conflicts=kept)
    yield from conflicts(Entry(entry.model, version), order)


def _concerns(conflict: Conflict, order: SheetOrder) -> bool:
    asked = {region.id for region in order.regions}
    return not asked or not conflict.regions or not asked.isdisjoint(conflict.regions)


def _told(
    entry: Entry, note: str, alike: Sequence[Conflict], order: SheetOrder, *, whole: bool
) -> Sentence:
    about = dict.fromkeys(about_told(each.about, order) for each in alike)
    regions = dict.fromkeys(
        order.region_names.get(region, region) for each in alike for region in each.regions
    )
    facts, places = (
        ", ".join(names) if whole else shortened(names, order) for names in (about, regions)
    )
    named = f"{facts} ({places})" if places else facts
    claims = [claim for each in alike for claim in each.claims]
    said = ""
    if len(alike) == 1:
        stated = list(claims_told(alike[0], order.language))
        said = "; ".join(stated) if whole or len(stated) <= CLAIMS or not note else ""
    key = {(True, True): "both", (False, True): "claims", (True, False): "note"}.get(
        (bool(note), bool(said)), "bare"
    )
    text = order.words(f"conflict_{key}", name=entry.title, about=named, note=note, claims=said)
    sources = dict.fromkeys(claim.source for claim in claims)
    return Sentence(text, tuple(sources), warning=True)


def _past(entry: Entry, order: SheetOrder) -> Sentence:
    lifecycle = entry.version.lifecycle
    retirement = lifecycle.retirement_date
    day = "" if retirement is None else figures.day(retirement, order.language)
    sources = () if lifecycle.source is None else (lifecycle.source,)
    return Sentence(order.words("remark_past", name=entry.title, day=day), sources, warning=True)


def _unknowns(tables: Iterable[Table], order: SheetOrder) -> Iterator[Sentence]:
    """Yield for each column which figures no source states, here or in some of the regions."""
    missing: dict[str, list[tuple[str, str]]] = {}
    for table in tables:
        for group in table.groups:
            for row in group.rows:
                for column, cell in zip(table.columns, row.cells, strict=True):
                    if cell.kind is CellKind.UNKNOWN or cell.gap:
                        found = missing.setdefault(column.title, [])
                        found.append((row.label, group.heading))
    for name, found in missing.items():
        times = Counter(label for label, _ in found)
        # The same row of several regions: the heading says which.
        told = (f"{label} ({where})" if times[label] > 1 else label for label, where in found)
        what = "; ".join(told)
        yield Sentence(order.words("remark_unknown", name=name, what=what))


def shortened(names: Iterable[str], order: SheetOrder, between: str = ", ") -> str:
    """Return names with commas, the rest counted where there are many."""
    listed = list(names)
    told = listed if len(listed) <= NAMED + 1 else listed[:NAMED]
    more = len(listed) - len(told)
    return between.join([*told, order.words("more_prices", count=more)] if more else told)


def about_told(about: str, order: SheetOrder) -> str:
    """Return which fact is meant, in words; what is not known here as it is."""
    kind, _, rest = about.partition(":")
    if kind == "availability":
        return order.kind_names.get(rest, rest)
    if kind == "price":
        return _price(rest.split(":"), order) or about
    key = "retirement_of" if kind == "retirement_date" else kind
    return order.words(key) if order.words.has(key) else about


def _price(parts: Sequence[str], order: SheetOrder) -> str:
    """Return a price line from an id such as `input:short:standard:global`."""
    tiers, bands = {*map(str, PriceTier)}, {*map(str, ContextBand)}
    scopes, categories = {*map(str, Scope)}, {*map(str, TokenCategory)}
    if parts[0] not in categories or parts[-1] not in scopes:
        return ""
    if not tiers | bands >= set(parts[1:-1]):  # newer than this program: no plain price
        return ""
    band = next((part for part in parts if part in bands), ContextBand.SHORT)
    tier = next((part for part in parts if part in tiers), PriceTier.STANDARD)
    line = PriceLine(TokenCategory(parts[0]), Scope(parts[-1]), ContextBand(band), PriceTier(tier))
    return line_label(line, order)
