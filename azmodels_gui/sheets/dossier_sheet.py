# SPDX-License-Identifier: MIT
"""The dossier: several sheets as chapters of one document, with contents and approval."""

from collections.abc import Iterable, Iterator, Sequence
from typing import TypeVar

from msgspec import structs

from azmodels_gui.catalog.document import Entry
from azmodels_gui.sheets.frame import Content, framed
from azmodels_gui.sheets.order import SheetOrder
from azmodels_gui.sheets.remarks import no_conflict
from azmodels_gui.sheets.sheet import (
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

CHAPTERS = (
    *(SheetKind.GUIDE, SheetKind.SIZING, SheetKind.COMPARISON, SheetKind.COVERAGE),
    *(SheetKind.CLIENT, SheetKind.RETIREMENTS, SheetKind.FACTS),
)
"""What can be a chapter, in the order of a client's questions."""
_Told = TypeVar("_Told")
APPROVED_BY = ("made", "checked", "approved")


def dossier_sheet(chapters: Sequence[Sheet], about: Sequence[Entry], order: SheetOrder) -> Sheet:
    """Return sheets as one document: each source once, assumptions and remarks together.

    Args:
        chapters: sheets made for the same catalogue and day, in the order they shall have.
        about: the entries it is about; empty: those that its chapters name.
        order: for whom the document is, and its edition.
    """
    words = order.words
    first = next((sheet for sheet in chapters if sheet.answer), None)
    names = ", ".join(entry.title for entry in about)
    content = Content(
        kind=SheetKind.DOSSIER,
        title=words("dossier"),
        parts=tuple(_parts(chapters, order)),
        answer=() if first is None else first.answer,
        head=(words("models_asked", names=names),) if names else (),
        remarks=tuple(_once(line for sheet in chapters for line in sheet.open_questions))
        or no_conflict(order),
        dates=order.dates(about),
        priced=False,
    )
    made = framed(content, order)
    assumptions = _once(line for sheet in chapters for line in sheet.assumptions)
    live = next((sheet.live for sheet in chapters if sheet.live is not None), None)
    return structs.replace(made, assumptions=tuple(assumptions), contents=True, live=live)


def plain(order: SheetOrder) -> SheetOrder:
    """Return the order of a chapter: what stands above the document is no part of it."""
    return structs.replace(order, title="", note="", logo=None)


def _once(told: Iterable[_Told]) -> Iterator[_Told]:
    return iter(dict.fromkeys(told))


def _parts(chapters: Sequence[Sheet], order: SheetOrder) -> Iterator[Part]:
    edition = order.edition
    if edition.version:
        yield Part("versions", order.words("versions"), (_versions(order),))
    for number, sheet in enumerate(chapters):
        asked = tuple(Sentence(line) for line in sheet.head)
        key = f"chapter{number}"
        told = (Text(asked),) if asked else ()
        yield Part(key, sheet.title, told, new_page=True, answer=sheet.answer)
        for part in sheet.parts:
            yield structs.replace(
                part, key=f"{key}:{part.key}", level=part.level + 1, new_page=False
            )
    if edition.approval:
        yield Part("approval", order.words("approval"), (_approval(order),), new_page=True)


def _versions(order: SheetOrder) -> Table:
    words, cells, edition = order.words, order.cells, order.edition
    columns = tuple(Column(words(key)) for key in ("date", "edition_author", "edition_changed"))
    told = (
        cells.day(order.day),
        *map(cells.text, (edition.author or order.brand.author, edition.changed)),
    )
    row = Row("version", edition.version, told)
    return Table(words("edition"), columns, (Group("versions", "", (row,)),))


def _approval(order: SheetOrder) -> Table:
    """Return lines to be signed; who made the document is known."""
    words, cells = order.words, order.cells
    columns = tuple(Column(words(key)) for key in ("approval_name", "date", "approval_signed"))
    names = {"made": order.edition.author or order.brand.author}
    rows = tuple(
        Row(each, words(f"approval_{each}"), tuple(map(cells.text, (names.get(each, ""), "", ""))))
        for each in APPROVED_BY
    )
    return Table(words("approval_as"), columns, (Group("approval", "", rows),), airy=True)
