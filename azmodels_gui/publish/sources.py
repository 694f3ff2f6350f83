# SPDX-License-Identifier: MIT
"""Which file is which document: the register of sources and their provenance."""

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Annotated

from azmodels_gui.catalog.document import Source
from azmodels_gui.catalog.fact_dates import first_day
from azmodels_gui.catalog.outside import AS_IN_THE_CATALOGUE, FilePart
from azmodels_gui.catalog.part import LocalText
from azmodels_gui.publish.editorial_files import read_editorial
from azmodels_gui.publish.markdown import read_page

DOCS = "azure-ai-docs/"


class RegisteredFile(FilePart):
    """Files of one form; `*` in the path stands for any name."""

    path: str
    form: str


class RegisteredDocument(FilePart):
    """A document as the catalogue names it, and the files that hold it."""

    id: str
    title: str
    publisher: str = ""
    licence: str = ""
    url: str | None = None
    as_of: str | None = None
    secondary: bool = False
    agrees_with: str | None = None
    """A price list of about the same day that it agrees with wherever both speak; of two such
    lists neither is the newer one."""
    note: Annotated[LocalText, AS_IN_THE_CATALOGUE] | None = None
    file: tuple[RegisteredFile, ...] = ()


class UnusedFile(FilePart):
    """Files without facts for the catalogue, and why."""

    path: str
    reason: str


class Register(FilePart):
    """All documents, and the files that are none."""

    document: tuple[RegisteredDocument, ...]
    unused: tuple[UnusedFile, ...] = ()


@dataclass(frozen=True)
class SourceFile:
    """A file of the sources folder and what the register says of it."""

    path: Path
    name: str
    """Path below the sources folder, with forward slashes."""
    document: RegisteredDocument | None
    form: str = ""
    unused_because: str = ""
    """Why the file is not read; empty for a file that is."""


def load_register(path: Path) -> Register:
    """Return the register of sources.

    Raises:
        EditorialFault: a key is misspelled or missing.
    """
    return read_editorial(path, Register)


def source_files(folder: Path, register: Register) -> Iterator[SourceFile]:
    """Yield every file below the folder in a fixed order, known to the register or not."""
    for path in sorted(item for item in folder.rglob("*") if item.is_file()):
        yield _registered(path, path.relative_to(folder).as_posix(), register)


def _registered(path: Path, name: str, register: Register) -> SourceFile:
    for document in register.document:
        for file in document.file:
            if fnmatchcase(name, file.path):
                return SourceFile(path, name, document, file.form)
    for unused in register.unused:
        if fnmatchcase(name, unused.path):
            return SourceFile(path, name, None, unused_because=unused.reason)
    return SourceFile(path, name, None, unused_because="unknown to the register of sources")


def catalog_sources(files: list[SourceFile], register: Register, folder: Path) -> list[Source]:
    """Return the documents that were read, as the catalogue lists them."""
    commits = _commits(folder)
    found = []
    for document in register.document:
        read = [file for file in files if file.document and file.document.id == document.id]
        if read or not document.file:
            found.append(_source(document, read, commits))
    return found


def _source(
    document: RegisteredDocument, files: list[SourceFile], commits: dict[str, str]
) -> Source:
    path = files[0].name.removeprefix(DOCS) if files else ""
    url = document.url and document.url.format(commit=commits.get(path, "main"), path=path)
    return Source(
        id=document.id,
        title=document.title,
        url=url,
        as_of=document.as_of or _page_date(files),
        licence=document.licence,
        publisher=document.publisher,
        secondary=document.secondary,
        note=document.note,
    )


def _page_date(files: list[SourceFile]) -> str:
    """Return the newest date the pages themselves state.

    Raises:
        ValueError: neither the register nor a page dates the document.
    """
    days = [read_page(file.path.read_text(encoding="utf-8")).as_of for file in files]
    known = [day for day in days if day is not None]
    if not known:
        raise ValueError(f"{files[0].name}: no date in the page or in the register of sources")
    return max(known).isoformat()


def _commits(folder: Path) -> dict[str, str]:
    """Return the commit of each documentation page from the provenance tables."""
    commits: dict[str, str] = {}
    for table in sorted((folder / DOCS).glob("SOURCES-*.tsv")):
        # A damaged table costs addresses, not the build: `reading` reports it.
        with table.open(encoding="utf-8", errors="replace", newline="") as lines:
            for row in csv.DictReader(lines, delimiter="\t"):
                if row.get("path") and row.get("commit"):
                    commits[row["path"]] = row["commit"]
    return commits


def last_day(as_of: str) -> date:
    """Return the last day of a year, month or day: what a source is surely not newer than."""
    first = first_day(as_of)
    match as_of.count("-"):
        case 0:
            return date(first.year, 12, 31)
        case 1:
            following = date(first.year + first.month // 12, first.month % 12 + 1, 1)
            return following - timedelta(days=1)
    return first
