# SPDX-License-Identifier: MIT
"""Data zones explained as rich text: what scopes mean, which countries, by which document."""

from collections.abc import Iterable, Iterator
from html import escape

from azmodels_gui.catalog.data_zone_members import (
    CountryMembers,
    Definition,
    ZoneMembers,
    zone_members,
)
from azmodels_gui.catalog.document import Catalog
from azmodels_gui.catalog.labels import SCOPES, label
from azmodels_gui.catalog.scope_words import NO_LEGAL_ADVICE, SCOPE_MEANINGS, SCOPE_SOURCE
from azmodels_gui.catalog.search_text import fold
from azmodels_gui.language.shown import tr
from azmodels_gui.window.regions.rich_text import RichText
from azmodels_gui.window.theme.tokens import Tone

RESIDENCY = "residency"
"""Topic of the catalogue's remarks on where data is processed and stored."""


def zones_text(catalog: Catalog, rich: RichText) -> str:
    """Return the whole page."""
    zones = [zone_members(zone, catalog) for zone in catalog.data_zones]
    parts = [
        rich.title(tr("Where is data processed, where stored?")),
        _scopes(catalog, rich),
        rich.note(rich.paragraph(NO_LEGAL_ADVICE.in_language(rich.language), Tone.WARN)),
        *(part for each in zones for part in _zone(each, rich)),
        *_remarks(catalog, rich),
    ]
    return rich.page(parts)


def _scopes(catalog: Catalog, rich: RichText) -> str:
    heads = (
        tr("Deployment"),
        tr("Prompts and answers are processed"),
        tr("Data is stored"),
        tr("What can be promised"),
    )
    rows = [
        (
            f"<b>{escape(label(SCOPES, scope.value))}</b>",
            *(
                escape(both.in_language(rich.language))
                for both in (meaning.processed, meaning.stored, meaning.keeps)
            ),
        )
        for scope, meaning in SCOPE_MEANINGS.items()
    ]
    return rich.table(heads, rows, (0, 33, 24, 33)) + _cited([SCOPE_SOURCE], catalog, rich)


def _zone(members: ZoneMembers, rich: RichText) -> Iterator[str]:
    yield rich.title(members.zone.name.in_language(rich.language))
    inside = tr("● Inside by every document")
    disputed = tr("! Documents disagree")
    cells = [
        rich.heading(words, tone) + _countries(some, rich)
        for words, tone, some in (
            (inside, Tone.GOOD, members.certain),
            (disputed, Tone.WARN, members.disputed),
        )
        if some
    ]
    if cells:
        yield rich.columns(cells)
    else:
        nothing = tr("The catalogue names no region of this zone.")
        yield rich.paragraph(nothing, Tone.MUTED)
    if members.definitions:
        yield _definitions(members.definitions, rich)
    if members.zone.note is not None:
        yield rich.paragraph(members.zone.note.in_language(rich.language), Tone.MUTED)


def _countries(members: Iterable[CountryMembers], rich: RichText) -> str:
    unknown = tr("country unknown")
    lines = []
    for each in members:
        name = unknown if each.country is None else each.country.name.in_language(rich.language)
        lines.append((fold(name), f"{escape(name)}: {rich.regions(each.regions)}"))
    return rich.block("<br>".join(told for _, told in sorted(lines)))


def _definitions(definitions: Iterable[Definition], rich: RichText) -> str:
    heads = (
        tr("What documents say of its countries"),
        tr("Documents and their dates"),
    )
    return rich.table(
        heads,
        (
            (
                escape(each.claim.in_language(rich.language)),
                "<br>".join(map(rich.source, each.sources)),
            )
            for each in definitions
        ),
        widths=(45, 55),
    )


def _remarks(catalog: Catalog, rich: RichText) -> Iterator[str]:
    notes = [note for note in catalog.notes if note.topic == RESIDENCY]
    if notes:
        yield rich.title(tr("To be known"))
    for note in notes:
        sources = rich.sources([note.source], catalog)
        told = escape(note.text.in_language(rich.language))
        yield rich.block(f"{told} ({sources})" if sources else told)


def _cited(ids: Iterable[str], catalog: Catalog, rich: RichText) -> str:
    sources = rich.sources(ids, catalog)
    return rich.block(sources) if sources else ""
