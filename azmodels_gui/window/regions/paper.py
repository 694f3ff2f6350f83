# SPDX-License-Identifier: MIT
"""Region page, map and data zones as sheets for paper: dated, with catalogue and sources."""

from collections.abc import Iterable, Iterator, Sequence

from azmodels_gui.catalog.document import Region
from azmodels_gui.catalog.entry import Entry
from azmodels_gui.catalog.labels import SCOPES, label
from azmodels_gui.catalog.residency import (
    NO_LEGAL_ADVICE,
    RESIDENCY,
    SCOPE_MEANINGS,
    SCOPE_SOURCE,
    CountryMembers,
    ZoneMembers,
    zone_members,
)
from azmodels_gui.language.shown import tr
from azmodels_gui.sheets.frame import Content, framed
from azmodels_gui.sheets.order import SheetOrder
from azmodels_gui.sheets.sheet import Block as SheetBlock
from azmodels_gui.sheets.sheet import Column, Group, Part, Row, Sentence, Sheet, SheetKind, Text
from azmodels_gui.sheets.sheet import Table as SheetTable
from azmodels_gui.window.regions.region_lines import (
    Block,
    EntryGroup,
    EntryLine,
    Facts,
    Heading,
    Note,
    Paragraph,
    RegionLink,
    Table,
)
from azmodels_gui.window.theme.tokens import Tone


def region_paper(
    region: Region, blocks: Iterable[Block], entries: Iterable[Entry], order: SheetOrder
) -> Sheet:
    """Return the page of a region; what folds on the screen is unfolded.

    Args:
        region: what it is about.
        blocks: what the page says, in the language of the window, which is that of the order.
        entries: whose offers it tells.
    """
    offers = (offer for entry in entries for offer in entry.version.offers)
    told = (source for offer in offers for source in offer.sources)
    sources = tuple(dict.fromkeys(filter(None, (region.source, *told))))
    content = Content(
        SheetKind.COVERAGE,
        region.name,
        tuple(_parts(blocks, order)),
        assumptions=(
            Sentence(order.words("assume_offered"), sources),
            Sentence(order.words("assume_global")),
        ),
        dates=order.dates(entries),
    )
    return framed(content, order)


def _parts(blocks: Iterable[Block], order: SheetOrder) -> Iterator[Part]:
    """Yield a part for each heading, and what stands under it."""
    heading, below = "", list[SheetBlock]()
    for block in blocks:
        if isinstance(block, Heading):
            if below:
                yield Part(heading, heading, tuple(below))
            heading, below = block.text, []
        else:
            below.append(_written(block, order))
    if heading or below:
        yield Part(heading, heading, tuple(below))


def _written(block: Block, order: SheetOrder) -> SheetBlock:
    match block:
        case Paragraph():
            return _said(block.text, warning=block.tone is Tone.WARN)
        case Note():
            return _said(block.text, warning=True)
        case RegionLink():
            return _said(block.region.name)
        case Facts():
            rows = tuple(
                Row(fact.name, fact.name, (order.cells.text(fact.text),)) for fact in block.facts
            )
            return SheetTable(tr("Region"), (Column(""),), (Group("facts", "", rows),))
        case Table():
            columns = tuple(Column(words) for words in block.headers[1:])
            groups = tuple(_group(group, block.headers, order) for group in block.groups)
            return SheetTable(block.headers[0], columns, groups)
        case _:
            raise TypeError(f"no paper for {block!r}")


def _said(text: str, *, warning: bool = False) -> Text:
    return Text((Sentence(text, warning=warning),))


def _group(group: EntryGroup, headers: Sequence[str], order: SheetOrder) -> Group:
    name, *figures = group.head.row.cells
    counts = (
        f"{header}: {figure}"
        for header, figure in zip(headers[1:], figures, strict=False)
        if figure
    )
    told = ", ".join(counts)
    heading = f"{name} – {told}" if told else name
    return Group(name, heading, tuple(_row(line, len(headers) - 1, order) for line in group.lines))


def _row(line: EntryLine, columns: int, order: SheetOrder) -> Row:
    name, *cells = line.row.cells
    empty = [""] * (columns - len(cells))
    told = tuple(map(order.cells.text, (*cells, *empty)))
    return Row(name, name, told[:columns])


def zones_paper(order: SheetOrder) -> Sheet:
    """Return what global, data zone and regional mean, and which countries a zone has."""
    catalog = order.catalog
    zones = (zone_members(zone, catalog) for zone in catalog.data_zones)
    notes = tuple(
        Sentence(note.text.in_language(order.language), (note.source,))
        for note in catalog.notes
        if note.topic == RESIDENCY
    )
    parts = [_scopes(order), *(_zone(each, order) for each in zones)]
    if notes:
        parts.append(Part("notes", tr("To be known"), (Text(notes, points=True),)))
    title = tr("Where is data processed, where stored?")
    return framed(Content(SheetKind.COVERAGE, title, tuple(parts), priced=False), order)


def _scopes(order: SheetOrder) -> Part:
    columns = tuple(
        Column(words)
        for words in (
            tr("Prompts and answers are processed"),
            tr("Data is stored"),
            tr("What can be promised"),
        )
    )
    rows = tuple(
        Row(
            scope.value,
            label(SCOPES, scope.value),
            tuple(
                order.cells.text(both.in_language(order.language), SCOPE_SOURCE)
                for both in (meaning.processed, meaning.stored, meaning.keeps)
            ),
        )
        for scope, meaning in SCOPE_MEANINGS.items()
    )
    table = SheetTable(tr("Deployment"), columns, (Group("scopes", "", rows),))
    advice = _said(NO_LEGAL_ADVICE.in_language(order.language), warning=True)
    return Part("scopes", "", (table, advice))


def _zone(members: ZoneMembers, order: SheetOrder) -> Part:
    language = order.language
    blocks: list[SheetBlock] = []
    groups = tuple(
        Group(words, words, tuple(_country(each, order) for each in found))
        for words, found in (
            (tr("● Inside by every document"), members.certain),
            (tr("! Documents disagree"), members.disputed),
        )
        if found
    )
    if groups:
        blocks.append(SheetTable(tr("Country"), (Column(tr("Regions")),), groups))
    else:
        blocks.append(_said(tr("The catalogue names no region of this zone.")))
    claims = tuple(
        Sentence(each.claim.in_language(language), tuple(source.id for source in each.sources))
        for each in members.definitions
    )
    if claims:
        blocks.append(_said(tr("What documents say of its countries")))
        blocks.append(Text(claims, points=True))
    if members.zone.note is not None:
        blocks.append(_said(members.zone.note.in_language(language)))
    return Part(members.zone.id, members.zone.name.in_language(language), tuple(blocks))


def _country(members: CountryMembers, order: SheetOrder) -> Row:
    name = tr("country unknown")
    if members.country is not None:
        name = members.country.name.in_language(order.language)
    regions = " · ".join(region.name for region in members.regions)
    sources = (region.source for region in members.regions)
    return Row(name, name, (order.cells.text(regions, *sources),))
