# SPDX-License-Identifier: MIT
"""`manifest.json` of a folder of sources: where each file comes from, of which day it is.

`catalog collect` writes it after each file, so that it goes on where it was stopped; the build
takes dates, commits and fingerprints from it.
"""

from pathlib import Path

from msgspec import DecodeError, Struct, ValidationError, field
from msgspec.json import decode, encode, format

from azmodels_gui.language.errors import ToldError
from azmodels_gui.language.words import N_
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
