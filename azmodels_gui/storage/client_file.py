# SPDX-License-Identifier: MIT
"""A client's file on disk: written in one step, with the last versions kept beside the program.

The versions lie with the program's own data, not beside the file: a share or a synchronised folder
stays as tidy as the consultant left it.
"""

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from azmodels_gui.clients.client import (
    SUFFIX,
    Client,
    ClientTooNew,
    ClientUnusable,
    client_bytes,
    decoded,
    read_client,
)
from azmodels_gui.language.words import N_
from azmodels_gui.storage.errors import CatalogError, FileNotSaved, FileUnreadable, Reason
from azmodels_gui.storage.files import (
    Busy,
    fingerprint,
    locked,
    read_bytes,
    reason_of,
    set_aside,
    sweep,
    there,
    write_atomically,
)

KEPT_VERSIONS = 5
"""Beside the one that the file itself holds."""
PICTURES = (".png", ".jpg", ".jpeg", ".svg")
_DIGITS = 20
_TIME = "[0-9]" * _DIGITS
"""Of a version's name: nanoseconds since 1970."""
APART_NS = 600 * 10**9
"""A window saves each second: of versions before the newest, one in ten minutes is kept."""
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


class ClientChangedElsewhere(CatalogError):
    """Another window, program or person wrote the file since it was read here."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            N_("{path} was changed elsewhere since it was opened here."),
            remains=N_("It was left as it is; what you changed is still in this window."),
            next_step=N_("Load what the file holds now, or save yours under another name."),
            path=path,
        )


class VersionNotKept(CatalogError):
    """A file was saved, but what it holds is not kept as one of its versions."""

    def __init__(self, path: Path, reason: Reason) -> None:
        super().__init__(
            N_("{path} was saved, but no version of it could be kept: {reason}."),
            path=path,
            reason=reason,
        )


class ClientFiles:
    """Clients' files, and the folder that their versions are kept in."""

    def __init__(self, folder: Path, clock_ns: Callable[[], int] = time.time_ns) -> None:
        """Keep versions in a folder, which is made when the first one comes.

        Args:
            folder: of the program's own data.
            clock_ns: what tells the time, in nanoseconds since 1970.
        """
        self._folder = folder
        self._clock_ns = clock_ns

    def read(self, path: Path) -> Client:
        """Return the client that a file holds.

        Raises:
            FileUnreadable: it cannot be read.
            ClientFileUnusable: it holds none, or one of a later version of the program.
        """
        return self.open(path)[0]

    def open(self, path: Path) -> "tuple[Client, HeldFile]":
        """Return the client that a file holds, and what writes it without harming others.

        Raises:
            FileUnreadable: it cannot be read.
            ClientFileUnusable: it holds none, or one of a later version of the program.
        """
        data = read_bytes(path, max_bytes=MAX_CLIENT_BYTES)
        sweep(path.parent, self._clock_ns() / 10**9, path.name)
        try:
            return read_client(data), HeldFile(self, path, fingerprint(data))
        except ClientTooNew as error:
            raise ClientFileUnusable(path, error, None) from error
        except ClientUnusable as error:
            raise ClientFileUnusable(path, error, self.last_good(path)) from error

    def save(self, path: Path, client: Client) -> "HeldFile":
        """Write a client; what the file held before is kept as one of its versions.

        Raises:
            FileNotSaved: the file is as it was; also where it cannot be read, or is of a later
                version.
        """
        data = _bytes_of(path, client)
        with self._alone(path):
            before = _held(path)
            if before is not None and before != data:
                self._keep(path, before)
            self._write(path, data, before)
            unkept = self._unkept(path, data)
        return HeldFile(self, path, fingerprint(data), unkept)

    def save_over(self, path: Path, client: Client, seen: str) -> tuple[str, VersionNotKept | None]:
        """Write a client if the file still holds what was seen of it.

        Returns the digest of what it holds now, and why no version of that is kept.

        Args:
            path: the file; one that is gone is written anew where its folder is still there.
            client: what it shall hold.
            seen: digest of what it held when it was last read or written.

        Raises:
            ClientChangedElsewhere: it holds something else, which is left as it is.
            FileNotSaved: the file is as it was.
        """
        data = _bytes_of(path, client)
        with self._alone(path):
            before = _held(path)
            if before is not None and fingerprint(before) not in (seen, fingerprint(data)):
                raise ClientChangedElsewhere(path)
            self._write(path, data, before)
            return fingerprint(data), self._unkept(path, data, apart_ns=APART_NS)

    def keep_aside(self, path: Path, client: Client) -> Path:
        """Keep a client that its file did not take as the newest version; return where.

        Raises:
            FileNotSaved: there is no room for it either, or it cannot be written at all.
        """
        return self._keep_version(path, _bytes_of(path, client))

    def keep_picture(self, letters: str, suffix: str) -> Path:
        """Write a picture that travelled in a file, once; return where it is.

        Args:
            letters: its bytes in base64.
            suffix: of its name, with the dot; an odd one is left out.

        Raises:
            FileNotSaved: there is no room for it.
        """
        data = decoded(letters)
        known = suffix if suffix.lower() in PICTURES else ""
        path = self._folder / "pictures" / f"{fingerprint(data)[:32]}{known}"
        if not path.exists():
            write_atomically(path, data)
        return path

    def versions(self, path: Path) -> list[Path]:
        """Return the kept versions of a file, the newest first; that is what it holds itself.

        What is called otherwise, as a copy that a program for sharing files made, is none.
        """
        with suppress(OSError):
            return sorted(self._versions_of(path).glob(f"{_TIME}{SUFFIX}"), reverse=True)
        return []

    def last_good(self, path: Path) -> Path | None:
        """Return the newest kept version that can be read; None: there is none."""
        for kept in self.versions(path):
            with suppress(CatalogError, ClientUnusable):
                read_client(read_bytes(kept, max_bytes=MAX_CLIENT_BYTES))
                return kept
        return None

    @contextmanager
    def _alone(self, path: Path) -> Iterator[None]:
        """Let no other window or program of this computer write meanwhile."""
        try:
            with locked(self._folder / ".lock"):
                yield
        except Busy as error:
            raise FileNotSaved(path, N_("another program is writing it")) from error
        except OSError as error:
            raise FileNotSaved(path, reason_of(error)) from error

    def _write(self, path: Path, data: bytes, before: bytes | None) -> None:
        if before is None and not path.parent.is_dir():
            raise FileNotSaved(path, N_("there is no such folder"))
        if before != data:
            write_atomically(path, data)

    def _keep(self, path: Path, before: bytes) -> None:
        """Keep what a file held; a damaged one is set aside and pushes out no good version."""
        try:
            read_client(before)
        except ClientTooNew as error:
            raise FileNotSaved(path, error) from error
        except ClientUnusable:
            set_aside(path)
            return
        self._keep_version(path, before)

    def _unkept(self, path: Path, data: bytes, apart_ns: int = 0) -> VersionNotKept | None:
        """Keep what was saved as the newest version; return why it is not kept."""
        try:
            self._keep_version(path, data, apart_ns)
        except FileNotSaved as error:
            return VersionNotKept(path, error.reason)
        return None

    def _keep_version(self, path: Path, data: bytes, apart_ns: int = 0) -> Path:
        """Keep bytes as the newest version, in place of the one before where that is too near."""
        kept = self.versions(path)
        with suppress(FileNotSaved):  # what cannot be read is no version
            if kept and _held(kept[0]) == data:
                return kept[0]
        now = max([self._clock_ns(), *(_time_ns(each) + 1 for each in kept[:1])])
        made = self._versions_of(path) / f"{now:0{_DIGITS}}{SUFFIX}"
        write_atomically(made, data)
        near = len(kept) > 1 and _time_ns(kept[0]) - _time_ns(kept[1]) < apart_ns
        for old in (*kept[:near], *kept[KEPT_VERSIONS + near :]):
            with suppress(OSError):  # one more than need be does no harm
                old.unlink()
        return made

    def _versions_of(self, path: Path) -> Path:
        # A name that is not UTF-8 has half surrogate pairs instead.
        name = fingerprint(str(path.absolute()).encode(errors="surrogatepass"))[:16]
        return self._folder / f"{path.stem[:40]}-{name}"


class HeldFile:
    """A client's file that is open here; it is never written over what another wrote.

    Attributes:
        unkept: why no version of what was saved last is kept; None: one is, or nothing was saved.
    """

    def __init__(
        self, files: ClientFiles, path: Path, seen: str, unkept: VersionNotKept | None = None
    ) -> None:
        """Hold it.

        Args:
            files: what writes it.
            path: where it lies.
            seen: digest of what it held when it was read or written here.
            unkept: why no version of that is kept.
        """
        self.path, self.unkept = path, unkept
        self._files, self._seen, self._stamp = files, seen, _stamp(path)
        self._writing = threading.Lock()

    def save(self, client: Client) -> None:
        """Write a client, from whatever thread; one waits for the other.

        Raises:
            ClientChangedElsewhere: another wrote it since.
            FileNotSaved: the file is as it was.
        """
        with self._writing:
            self._seen, self.unkept = self._files.save_over(self.path, client, self._seen)
            self._stamp = _stamp(self.path)

    def changed_elsewhere(self) -> bool:
        """Tell whether it holds something else than what was last read or written here.

        It is read only where size or time differ. One that cannot be read just now, or is being
        written here, is not said to have changed: saving will tell.
        """
        if not self._writing.acquire(blocking=False):
            return False
        try:
            stamp = _stamp(self.path)
            data = None if stamp == self._stamp else _held(self.path)
            if data is None or fingerprint(data) == self._seen:
                self._stamp = stamp
                return False
        except FileNotSaved:
            return False
        else:
            return True
        finally:
            self._writing.release()


def _bytes_of(path: Path, client: Client) -> bytes:
    try:
        return client_bytes(client)
    except ClientUnusable as error:
        raise FileNotSaved(path, error) from error


def _held(path: Path) -> bytes | None:
    """Return what a file holds; None: there is none.

    Raises:
        FileNotSaved: it cannot be read, so that nobody knows what would be lost.
    """
    try:
        return read_bytes(path, max_bytes=MAX_CLIENT_BYTES) if there(path) else None
    except FileUnreadable as error:
        raise FileNotSaved(path, error.reason) from error


def _stamp(path: Path) -> tuple[int, int] | None:
    """Return time and size of a file; None: it is not there now."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_mtime_ns, found.st_size


def _time_ns(kept: Path) -> int:
    return int(kept.stem)
