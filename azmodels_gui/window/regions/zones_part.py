# SPDX-License-Identifier: MIT
"""Data zones explained: what is processed where, and which countries a zone has."""

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from html import escape

from azmodels_gui.catalog.document import Catalog, Note
from azmodels_gui.catalog.folding import fold
from azmodels_gui.catalog.labels import SCOPES, label
from azmodels_gui.catalog.residency import (
    NO_LEGAL_ADVICE,
    RESIDENCY,
    SCOPE_MEANINGS,
    SCOPE_SOURCE,
    CountryMembers,
    Definition,
    ZoneMembers,
    zone_members,
)
from azmodels_gui.language.words import N_, tr
from azmodels_gui.sheets.frame import Content, framed
from azmodels_gui.sheets.order import SheetOrder
from azmodels_gui.sheets.sheet import (
    Block,
    Column,
    Group,
    Part,
    Row,
    Sentence,
    Sheet,
    SheetKind,
    Table,
    Text,
)
from azmodels_gui.window.page import PageParts
from azmodels_gui.window.regions.document_view import DocumentView, RichText
from azmodels_gui.window.regions.region_part import RegionPart, RegionScope
from azmodels_gui.window.theme import Tone
from azmodels_gui.window.widgets.layouts import column

_TITLE = N_("Where is data processed, where stored?")
_MEANS = (
    N_("Prompts and answers are processed"),
    N_("Data is stored"),
    N_("What can be promised"),
)
_NO_REGION = N_("The catalogue names no region of this zone.")
_CLAIMS = N_("What documents say of its countries")
_REMARKS = N_("To be known")


def _meanings(language: str) -> Iterator[tuple[str, str, tuple[str, ...]]]:
    """Yield each scope with its name and what it means."""
    for scope, meaning in SCOPE_MEANINGS.items():
        means = (meaning.processed, meaning.stored, meaning.keeps)
        told = tuple(each.in_language(language) for each in means)
        yield scope.value, label(SCOPES, scope.value), told


def _sides(members: ZoneMembers) -> list[tuple[str, Tone, tuple[CountryMembers, ...]]]:
    """Return the countries that are surely in a zone, and those that may be."""
    sides = (
        (tr("● Inside by every document"), Tone.GOOD, tuple(members.certain)),
        (tr("! Documents disagree"), Tone.WARN, tuple(members.disputed)),
    )
    return [side for side in sides if side[2]]


def _country_name(members: CountryMembers, language: str) -> str:
    country = members.country
    return tr("country unknown") if country is None else country.name.in_language(language)


def _notes(catalog: Catalog) -> list[Note]:
    return [note for note in catalog.notes if note.topic == RESIDENCY]


def zones_text(catalog: Catalog, rich: RichText) -> str:
    """Return the whole page."""
    zones = [zone_members(zone, catalog) for zone in catalog.data_zones]
    parts = [
        rich.title(tr(_TITLE)),
        _scopes_text(catalog, rich),
        rich.note(rich.paragraph(NO_LEGAL_ADVICE.in_language(rich.language), Tone.WARN)),
        *(part for each in zones for part in _zone_text(each, rich)),
        *_remarks_text(catalog, rich),
    ]
    return rich.page(parts)


def _scopes_text(catalog: Catalog, rich: RichText) -> str:
    heads = (tr("Deployment"), *map(tr, _MEANS))
    rows = [
        (f"<b>{escape(name)}</b>", *map(escape, told)) for _, name, told in _meanings(rich.language)
    ]
    sources = rich.sources([SCOPE_SOURCE], catalog)
    return rich.table(heads, rows, (0, 33, 24, 33)) + (rich.block(sources) if sources else "")


def _zone_text(members: ZoneMembers, rich: RichText) -> Iterator[str]:
    yield rich.title(members.zone.name.in_language(rich.language))
    sides = _sides(members)
    if sides:
        yield rich.columns(
            [rich.heading(words, tone) + _countries(some, rich) for words, tone, some in sides]
        )
    else:
        yield rich.paragraph(tr(_NO_REGION), Tone.MUTED)
    if members.definitions:
        yield _definitions(members.definitions, rich)
    if members.zone.note is not None:
        yield rich.paragraph(members.zone.note.in_language(rich.language), Tone.MUTED)


def _countries(members: Iterable[CountryMembers], rich: RichText) -> str:
    named = [(_country_name(each, rich.language), each) for each in members]
    lines = [(fold(name), f"{escape(name)}: {rich.regions(each.regions)}") for name, each in named]
    return rich.block("<br>".join(told for _, told in sorted(lines)))


def _definitions(definitions: Iterable[Definition], rich: RichText) -> str:
    rows = (
        (escape(each.claim.in_language(rich.language)), "<br>".join(map(rich.source, each.sources)))
        for each in definitions
    )
    return rich.table((tr(_CLAIMS), tr("Documents and their dates")), rows, widths=(45, 55))


def _remarks_text(catalog: Catalog, rich: RichText) -> Iterator[str]:
    notes = _notes(catalog)
    if notes:
        yield rich.title(tr(_REMARKS))
    for note in notes:
        sources = rich.sources([note.source], catalog)
        told = escape(note.text.in_language(rich.language))
        yield rich.block(f"{told} ({sources})" if sources else told)


def zones_paper(order: SheetOrder) -> Sheet:
    """Return the page as a sheet for paper."""
    catalog = order.catalog
    zones = (zone_members(zone, catalog) for zone in catalog.data_zones)
    parts = [_scopes_part(order), *(_zone_part(each, order) for each in zones)]
    notes = tuple(
        Sentence(note.text.in_language(order.language), (note.source,)) for note in _notes(catalog)
    )
    if notes:
        parts.append(Part("notes", tr(_REMARKS), (Text(notes, points=True),)))
    return framed(Content(SheetKind.COVERAGE, tr(_TITLE), tuple(parts), priced=False), order)


def _scopes_part(order: SheetOrder) -> Part:
    columns = tuple(Column(tr(words)) for words in _MEANS)
    rows = tuple(
        Row(key, name, tuple(order.cells.text(each, SCOPE_SOURCE) for each in told))
        for key, name, told in _meanings(order.language)
    )
    table = Table(tr("Deployment"), columns, (Group("scopes", "", rows),))
    advice = Sentence(NO_LEGAL_ADVICE.in_language(order.language), warning=True)
    return Part("scopes", "", (table, Text((advice,))))


def _zone_part(members: ZoneMembers, order: SheetOrder) -> Part:
    language = order.language
    groups = tuple(
        Group(words, words, tuple(_country(each, order) for each in found))
        for words, _, found in _sides(members)
    )
    blocks: list[Block] = [_said(tr(_NO_REGION))]
    if groups:
        blocks = [Table(tr("Country"), (Column(tr("Regions")),), groups)]
    claims = tuple(
        Sentence(each.claim.in_language(language), tuple(source.id for source in each.sources))
        for each in members.definitions
    )
    if claims:
        blocks += [_said(tr(_CLAIMS)), Text(claims, points=True)]
    if members.zone.note is not None:
        blocks.append(_said(members.zone.note.in_language(language)))
    return Part(members.zone.id, members.zone.name.in_language(language), tuple(blocks))


def _said(words: str) -> Text:
    return Text((Sentence(words),))


def _country(members: CountryMembers, order: SheetOrder) -> Row:
    name = _country_name(members, order.language)
    regions = " · ".join(region.name for region in members.regions)
    sources = (region.source for region in members.regions)
    return Row(name, name, (order.cells.text(regions, *sources),))


class ZonesPart(RegionPart):
    """The data zones explained, whatever is chosen."""

    def __init__(self, parts: PageParts, scope: RegionScope) -> None:
        super().__init__(parts, scope)
        self.view = DocumentView()
        self.view.setAccessibleName(tr("Data zones explained"))
        column(self.view, within=self)
        self.setFocusProxy(self.view)
        self.view.region_asked.connect(self.region_asked)
        self.view.link_asked.connect(self.link_asked)
        self._follow_catalog()

    def paper(self) -> Callable[[], Sheet]:
        """Return what makes the page for paper."""
        return partial(zones_paper, self._order)

    def _follow_catalog(self) -> None:
        rich = RichText(self._theme.tokens, self._language)
        self.view.show_html(zones_text(self._scope.index.catalog, rich))
