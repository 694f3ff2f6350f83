# SPDX-License-Identifier: MIT
"""All files of the sources folder, read by the parser of their form."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from azmodels_gui.publish.ledger import Ledger
from azmodels_gui.publish.sources import Register, SourceFile, source_files

Parser = Callable[[Path, str, Ledger], Iterable[object]]
"""Takes a file, the id of its document and the ledger."""


class NoParser(Exception):
    """The register names a form that nobody reads."""


@dataclass(frozen=True)
class Reading:
    """What all files together state."""

    files: tuple[SourceFile, ...]
    stated: tuple[object, ...]
    """Facts, regions and remarks, in the order of the files."""
    ledger: Ledger


def read_sources(folder: Path, register: Register, parsers: Mapping[str, Parser]) -> Reading:
    """Read every file of the folder.

    Raises:
        NoParser: a file's form has no parser.
        LedgerOpen: a parser lost a row.
    """
    ledger = Ledger()
    files = tuple(source_files(folder, register))
    facts = [fact for file in files for fact in _read(file, parsers, ledger)]
    ledger.close()
    return Reading(files, tuple(facts), ledger)


def _read(file: SourceFile, parsers: Mapping[str, Parser], ledger: Ledger) -> list[object]:
    if file.document is None:
        return []
    if file.form not in parsers:
        raise NoParser(f"{file.name}: nobody reads the form {file.form!r}")
    return list(parsers[file.form](file.path, file.document.id, ledger))
