# SPDX-License-Identifier: MIT
"""All files of the sources folder, read by the parser of their form.

A damaged file never stops a build and never passes in silence: what cannot be read at all
is a file not read, with the reason; a row or a table of another shape is a row not used.
"""

import csv
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from azmodels_gui.language.words import N_, ToldError
from azmodels_gui.publish.ledger import Ledger, told
from azmodels_gui.publish.markdown import Page, read_page
from azmodels_gui.publish.sources import Register, SourceFile, read_manifest, source_files
from azmodels_gui.storage.files import fingerprint

Parser = Callable[[Path, str, Ledger], Iterable[object]]
"""Takes a file, the id of its document and the ledger."""

NOT_READ = "cannot be read: "
"""How the reason of a file begins that should have been read."""
DOCS = "azure-ai-docs/"
ALTERED = (
    "the file is not the one whose sha256 manifest.json or the table of provenance "
    "(SOURCES-*.tsv) states: cut short, damaged, or renewed without its line there"
)
NO_ROWS = "the table has no rows"
OVERLONG = "the row has more cells than the table has columns"
SHORT = "the row has fewer cells than the table has columns: the missing ones count as empty"
OPEN_ROW = "the last row does not end: the file is cut short, its last figure may be too"
OPEN_TAB = "the page ends within a group of tabs: it is cut short"
UNKNOWN_COLUMN = "no reader knows the column: what stands in it is not used"
WITHOUT_TABLES = frozenset({"prose", "deployment types"})
"""Forms of which some pages have no table; on all others the facts stand in tables."""
UNDATED = "bears no date, and the register of sources states none"


MODEL_COLUMNS = frozenset({"model", "model id"})
"""First columns of the tables whose other columns are read by their titles."""
KNOWN_COLUMNS = {
    "retirement schedule": {
        "version",
        "lifecycle",
        "retirement date",
        "replacement",
        "training retirement date",
        "deployment retirement date",
    },
    "retired models": {"deprecation date", "retirement date", "suggested replacement"},
    "model tables, Azure OpenAI": {
        "description",
        "context window",
        "max output tokens",
        "training data (up to)",
        "max request (tokens)",
        "max request (characters)",
        "max request (audio file size)",
        "output dimensions",
    },
    "priority processing": {"latency target value"},
}
"""Titles of those columns, by the form of the page; of other forms each column is a region, a
model or a kind of subscription, or their readers refuse a table with another set of columns."""


class NoParser(ToldError):
    """The register names a form that nobody reads."""


class NoSources(ToldError):
    """The folder holds none of the files that the register names."""


class Unreadable(Exception):
    """A file is not what its form promises; the text is the reason."""


@dataclass(frozen=True)
class Reading:
    """What all files together state."""

    files: tuple[SourceFile, ...]
    stated: tuple[object, ...]
    """Facts, regions and remarks, in the order of the files."""
    ledger: Ledger


def not_read(files: Iterable[SourceFile]) -> list[SourceFile]:
    """Return the files that should have been read and could not."""
    return [file for file in files if file.unused_because.startswith(NOT_READ)]


def read_sources(folder: Path, register: Register, parsers: Mapping[str, Parser]) -> Reading:
    """Read every file of the folder.

    Raises:
        NoParser: a file's form has no parser.
        NoSources: not one of the folder's files is in the register.
        LedgerOpen: a parser lost a row.
    """
    ledger = Ledger()
    known = _fingerprints(folder, ledger)
    files: list[SourceFile] = []
    stated: list[object] = []
    found = tuple(source_files(folder, register))
    if not any(file.document for file in found):
        raise NoSources(
            N_(
                "{folder} holds none of the files that the register of sources names "
                "(resources/editorial/sources.toml)"
            ),
            folder=folder,
        )
    for file in found:
        read, facts = _read(file, parsers, ledger)
        files.append(read)
        stated += facts
        _compare(file, known, ledger)
    ledger.close()
    return Reading(tuple(files), tuple(stated), ledger)


def _read(
    file: SourceFile, parsers: Mapping[str, Parser], ledger: Ledger
) -> tuple[SourceFile, list[object]]:
    """Return the file and what it states.

    One that cannot be read comes back as a file of no document, with the reason: nothing in
    the catalogue then names that document as its source. None of its rows count.
    """
    if file.document is None:
        return file, []
    if file.form not in parsers:
        raise NoParser(
            N_("{name}: nobody reads the form {form}"), name=file.name, form=repr(file.form)
        )
    own = Ledger()
    try:
        facts = list(parsers[file.form](file.path, file.document.id, own))
        _check_shape(file, file.document.id, own)
    except OSError:
        raise  # names the file itself; the disk is at fault, not what is written on it
    except Unreadable as fault:
        return _not_read(file, str(fault), ledger), []
    except Exception as fault:  # whatever a damaged file makes a parser raise
        return _not_read(file, told(fault), ledger), []
    ledger.rows += own.rows
    return file, facts


def _not_read(file: SourceFile, fault: str, ledger: Ledger) -> SourceFile:
    source = file.document.id if file.document else file.name
    ledger.refuse(ledger.read(source, file.name, "the whole file"), NOT_READ + fault)
    return replace(file, document=None, unused_because=NOT_READ + fault)


def _check_shape(file: SourceFile, source: str, ledger: Ledger) -> None:
    """Enter what no parser can see.

    Raises:
        Unreadable: the file is empty, nothing dates it, or nothing in it could be read.
    """
    if not file.path.read_bytes().strip():
        raise Unreadable("the file is empty")
    if file.path.suffix == ".md":
        page = read_page(file.path.read_text(encoding="utf-8"))
        if page.as_of is None and file.document is not None and file.document.as_of is None:
            raise Unreadable(UNDATED)
        if not page.tables and file.form not in WITHOUT_TABLES:
            raise Unreadable("the page has no table")
        _check_page(page, source, ledger)
        _check_columns(page, source, file.form, ledger)
    elif not ledger.rows:
        raise Unreadable("nothing in it could be read")
    elif file.path.suffix == ".tsv" and not file.path.read_bytes().endswith(b"\n"):
        ledger.refuse(ledger.read(source, file.name, "the last row"), OPEN_ROW)


def _check_page(page: Page, source: str, ledger: Ledger) -> None:
    """Enter rows that do not fit their table, tables without rows, and a page cut short."""
    for table in page.tables:
        place = table.place or "table"
        if not table.rows and not table.overlong:
            ledger.refuse(ledger.read(source, place, " | ".join(table.header)), NO_ROWS)
        for rows, reason in ((table.overlong, OVERLONG), (table.short, SHORT)):
            for cells in rows:
                ledger.refuse(ledger.read(source, place, " | ".join(cells)), reason)
    if page.open_tab:
        ledger.refuse(ledger.read(source, " > ".join(page.open_tab), "end of the page"), OPEN_TAB)


def _check_columns(page: Page, source: str, form: str, ledger: Ledger) -> None:
    """Enter the columns that are read by their title, and have one that is not known."""
    known = KNOWN_COLUMNS.get(form)
    for table in page.tables:
        first, *others = (" ".join(title.split()).casefold() for title in table.header)
        for title in others:
            if known is not None and first in MODEL_COLUMNS and title not in known:
                place = f"{table.place or 'table'}, header"
                ledger.refuse(ledger.read(source, place, title), UNKNOWN_COLUMN)


def _fingerprints(folder: Path, ledger: Ledger) -> dict[str, str]:
    """Return the sha256 of each file, as manifest and tables of provenance state it."""
    stated: dict[str, str] = {}
    for table in sorted((folder / DOCS).glob("SOURCES-*.tsv")):
        try:
            stated.update(_stated_sums(table))
        except (ValueError, LookupError, csv.Error) as fault:
            row = ledger.read("provenance", table.name, "the whole file")
            ledger.refuse(row, NOT_READ + told(fault))
    noted = read_manifest(folder).files
    return stated | {name: held.sha256 for name, held in noted.items() if held.sha256}


def _stated_sums(table: Path) -> Iterator[tuple[str, str]]:
    with table.open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines, delimiter="\t"):
            if row.get("sha256"):
                yield DOCS + row["path"], row["sha256"]


def _compare(file: SourceFile, known: Mapping[str, str], ledger: Ledger) -> None:
    """Enter a page that is another one than the table of provenance says."""
    if file.document is None or file.name not in known:
        return
    found = fingerprint(file.path.read_bytes())
    if found != known[file.name]:
        row = ledger.read(file.document.id, f"{file.name}, sha256", found)
        ledger.refuse(row, ALTERED)
