# SPDX-License-Identifier: MIT
"""A client's file on disk: written in one step, with the last versions kept beside the program.

The versions lie with the program's own data, not beside the file: a share or a synchronised folder
stays as tidy as the consultant left it.
"""

import hashlib
import time
from contextlib import suppress
from pathlib import Path

from azmodels_gui.clients.client import (
    Client,
    ClientTooNew,
    ClientUnusable,
    client_bytes,
    read_client,
)
from azmodels_gui.language.words import N_
from azmodels_gui.storage.errors import CatalogError, FileNotSaved, FileUnreadable, Reason
from azmodels_gui.storage.files import read_bytes, set_aside, write_atomically

KEPT_VERSIONS = 5
MAX_CLIENT_BYTES = 32 * 1024 * 1024


class ClientFileUnusable(CatalogError):
    """A file was read but holds no client; `reason` says what is wrong.

    Attributes:
        kept: the last good version of the file; None: none is kept.
    """

    def __init__(self, path: Path, reason: Reason, kept: Path | None) -> None:
        super().__init__(
            N_("{path} cannot be used as a client's file: {reason}."),
            remains=N_("The file itself was left as it is."),
            next_step=None if kept is None else N_("The last good version of it lies here: {kept}"),
            path=path,
            reason=reason,
            **({} if kept is None else {"kept": kept}),
        )
        self.kept = kept


class ClientFiles:
    """Clients' files, and the folder that their versions are kept in."""

    def __init__(self, folder: Path) -> None:
        """Keep versions in a folder, which is made when the first one comes."""
        self._folder = folder

    def read(self, path: Path) -> Client:
        """Return the client that a file holds.

        Raises:
            FileUnreadable: it cannot be read.
            ClientFileUnusable: it holds none, or one of a later version of the program.
        """
        data = read_bytes(path, max_bytes=MAX_CLIENT_BYTES)
        try:
            return read_client(data)
        except ClientTooNew as error:
            raise ClientFileUnusable(path, error, None) from error
        except ClientUnusable as error:
            raise ClientFileUnusable(path, error, self.last_good(path)) from error

    def save(self, path: Path, client: Client) -> None:
        """Write a client; what the file held before is kept as one of its versions.

        Raises:
            FileNotSaved: the file is as it was; also where it cannot be read, or is of a later
                version.
        """
        data = client_bytes(client)
        if path.exists():
            try:
                before = read_bytes(path, max_bytes=MAX_CLIENT_BYTES)
            except FileUnreadable as error:
                raise FileNotSaved(path, error.reason) from error
            if before == data:
                return
            self._keep(path, before)
        write_atomically(path, data)

    def versions(self, path: Path) -> list[Path]:
        """Return the kept versions of a file, the newest first."""
        return sorted(self._versions_of(path).glob("*.azclient"), reverse=True)

    def last_good(self, path: Path) -> Path | None:
        """Return the newest kept version that can be read; None: there is none."""
        for kept in self.versions(path):
            with suppress(CatalogError, ClientUnusable):
                read_client(read_bytes(kept, max_bytes=MAX_CLIENT_BYTES))
                return kept
        return None

    def _keep(self, path: Path, data: bytes) -> None:
        """Keep what a file held; a damaged one is set aside and pushes out no good version."""
        try:
            read_client(data)
        except ClientTooNew as error:
            raise FileNotSaved(path, error) from error
        except ClientUnusable:
            set_aside(path)
            return
        write_atomically(self._versions_of(path) / f"{time.time_ns():020}.azclient", data)
        for old in self.versions(path)[KEPT_VERSIONS:]:
            old.unlink(missing_ok=True)

    def _versions_of(self, path: Path) -> Path:
        name = hashlib.sha256(str(path.absolute()).encode()).hexdigest()[:16]
        return self._folder / f"{path.stem[:40]}-{name}"
