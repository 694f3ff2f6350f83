# SPDX-License-Identifier: MIT
"""Which file is which document: the register of sources, where each file comes from and when.

`catalog collect` writes `manifest.json` after each file, so that it goes on where it was stopped;
the build takes dates, commits and fingerprints from it.
"""

import csv
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Annotated

from msgspec import DecodeError, Struct, ValidationError, field
from msgspec.json import decode, encode, format

from azmodels_gui.catalog.document import Source
from azmodels_gui.catalog.fact_dates import first_day
from azmodels_gui.catalog.facts import LocalText
from azmodels_gui.catalog.outside import AS_IN_THE_CATALOGUE, FilePart
from azmodels_gui.language.words import N_, ToldError
from azmodels_gui.publish.editorial_files import read_editorial
from azmodels_gui.publish.markdown import read_page
from azmodels_gui.storage.files import write_atomically

NAME = "manifest.json"


class ManifestUnusable(ToldError):
    """What was noted of the files cannot be read."""


class Held(Struct, frozen=True, omit_defaults=True):
    """What is known of one file. Days are `2026-11-30`."""

    asked: str
    """Day on which its origin was asked last, or on which the publisher put it in."""
    sha256: str = ""
    """Of the file as it lies here; empty: its origin states nothing, and there is no file."""
    url: str = ""
    """Address it was fetched from; empty: the publisher put it in."""
    day: str = ""
    """Day of the state that it tells."""
    commit: str = ""
    moved_to: str = ""
    """Path in the repository where it is another one than the register says."""
    etag: str = ""
    last_modified: str = ""


class RepositoryState(Struct, frozen=True, omit_defaults=True):
    """The commit that files were fetched at."""

    commit: str
    day: str
    etag: str = ""


class Manifest(Struct, frozen=True):
    """Files by their path below the folder, repositories by their id."""

    form: int = 1
    repositories: dict[str, RepositoryState] = field(default_factory=dict)
    files: dict[str, Held] = field(default_factory=dict)


def read_manifest(folder: Path) -> Manifest:
    """Return what was noted of the files; nothing where the folder has no manifest.

    Raises:
        ManifestUnusable: there is one that cannot be understood.
        OSError: it cannot be read.
    """
    path = folder / NAME
    if not path.exists():
        return Manifest()
    try:
        found = decode(path.read_bytes(), type=Manifest)
    except (DecodeError, ValidationError, UnicodeDecodeError) as error:
        raise ManifestUnusable(
            N_("{path} cannot be read ({why}). Without it all files are fetched anew."),
            path=path,
            why=error,
        ) from error
    return found


def write_manifest(folder: Path, manifest: Manifest) -> None:
    """Write it in one step, the same files always as the same bytes.

    Raises:
        FileNotSaved: it was not written.
    """
    write_atomically(folder / NAME, format(encode(manifest, order="sorted"), indent=1) + b"\n")


DOCS = "azure-ai-docs/"


class Hosts(FilePart):
    """Base addresses that `catalog collect` asks, without a slash at the end."""

    files: str
    """Files of repositories: below it repository, commit and path."""
    repositories: str
    """Commits and lists of files of repositories (the REST API of GitHub)."""
    prices: str
    """The Azure Retail Prices API."""


class Repository(FilePart):
    """A public repository that files of the sources come from."""

    id: str
    name: str
    """Owner and name."""
    branch: str = "main"


class PriceService(FilePart):
    """A service whose prices are asked for."""

    name: str
    """As the API spells it; it tells capital letters from small ones."""
    products: str = ""
    """How the names of the products begin that are kept; empty: all are."""
    prefix: str = ""
    """What the names of the files begin with."""


class Origins(FilePart):
    """Where `catalog collect` fetches the sources."""

    hosts: Hosts
    repository: tuple[Repository, ...]
    price_query: str
    """Path and version of the price API, to which filter and currency are added."""
    price_folder: str
    price_service: tuple[PriceService, ...]


class RegisteredFile(FilePart):
    """Files of one form; `*` in the path stands for any name."""

    path: str
    form: str
    repository: str = ""
    """Id of the repository that `catalog collect` fetches it from; empty: it does not."""
    at: tuple[str, ...] = ()
    """Paths there; empty: the path here without the folder of the documentation."""

    def fetched(self) -> dict[str, str]:
        """Return under which path of the sources folder each path of the repository is kept."""
        if not self.repository:
            return {}
        several = "*" in self.path
        there = self.at or (self.path.removeprefix(DOCS),)
        return {DOCS + path if several else self.path: path for path in there}


class Collected(FilePart):
    """What differs of a document whose files were fetched by `catalog collect`."""

    title: str | None = None
    url: str | None = None
    licence: str | None = None
    form: str | None = None


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
    collected: Collected | None = None
    """None: the same as of a copy by hand, but for the day and the commit."""
    file: tuple[RegisteredFile, ...] = ()

    def as_collected(self) -> "RegisteredDocument":
        """Return the document as it is told where `catalog collect` fetched its files."""
        if self.collected is None:
            return self
        told = self.collected.model_dump(exclude={"form"}, exclude_none=True)
        return self.model_copy(update=told)


class UnusedFile(FilePart):
    """Files without facts for the catalogue, and why."""

    path: str
    reason: str


class Register(FilePart):
    """All documents, and the files that are none."""

    document: tuple[RegisteredDocument, ...]
    unused: tuple[UnusedFile, ...] = ()
    collect: Origins | None = None


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
    held: Held | None = None
    """What `catalog collect` noted of it; None: it was put there by hand."""


def load_register(path: Path) -> Register:
    """Return the register of sources.

    Raises:
        EditorialFault: a key is misspelled or missing.
    """
    return read_editorial(path, Register)


def source_files(folder: Path, register: Register) -> Iterator[SourceFile]:
    """Yield every file below the folder in a fixed order, known to the register or not.

    Raises:
        ManifestUnusable: what `catalog collect` noted of the files cannot be read.
    """
    noted = read_manifest(folder).files
    for path in sorted(item for item in folder.rglob("*") if item.is_file()):
        name = path.relative_to(folder).as_posix()
        yield replace(_registered(path, name, register, noted.get(name)), held=noted.get(name))


def _registered(path: Path, name: str, register: Register, held: Held | None) -> SourceFile:
    for document in register.document:
        for file in document.file:
            if fnmatchcase(name, file.path):
                if held is None or not held.url:
                    return SourceFile(path, name, document, file.form)
                own = document.collected and document.collected.form
                return SourceFile(path, name, document.as_collected(), own or file.form)
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


def with_cited(
    known: Sequence[Source], cited: Collection[str], register: Register, folder: Path
) -> tuple[Source, ...]:
    """Return the documents that were read, and those that our own texts cite beside them.

    Of the latter no file is in the folder; what we say of them we read there on the day that the
    register states. One without such a day is left out.
    """
    by_id = {source.id: source for source in known}
    commits = _commits(folder)
    for document in register.document:
        if document.id in cited and document.as_of is not None:
            by_id.setdefault(document.id, _source(document, [], commits))
    order = {document.id: place for place, document in enumerate(register.document)}
    return tuple(sorted(by_id.values(), key=lambda source: order.get(source.id, len(order))))


def _source(
    document: RegisteredDocument, files: list[SourceFile], commits: dict[str, str]
) -> Source:
    told = next((file.document for file in files if file.held and file.document), document)
    path, commit = "", "main"
    if files:
        path = files[0].name.removeprefix(DOCS)
        commit = commits.get(path, commit)
        if files[0].held is not None:
            path, commit = files[0].held.moved_to or path, files[0].held.commit or commit
    url = told.url and told.url.format(commit=commit, path=path)
    return Source(
        id=told.id,
        title=told.title,
        url=url,
        as_of=_fetched_day(files) or told.as_of or _page_date(files),
        licence=told.licence,
        publisher=told.publisher,
        secondary=told.secondary,
        note=told.note,
    )


def _fetched_day(files: list[SourceFile]) -> str:
    """Return the day of the oldest file; empty where `catalog collect` does not date them all."""
    return min((_own_day(file) for file in files), default="")


def _own_day(file: SourceFile) -> str:
    """Return the day of a file as it was noted; empty where the page or the register says it."""
    if file.held is None or file.document is None or file.path.suffix == ".md":
        return ""
    return file.held.day if file.held.url or file.document.as_of is None else ""


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
