# SPDX-License-Identifier: MIT
"""A catalogue on its host: two files, the second one its signature."""

from urllib.parse import urlsplit, urlunsplit

from azmodels_gui.catalog.minisign import MAX_TEXT_BYTES, TOO_LONG
from azmodels_gui.storage.address import file_name
from azmodels_gui.storage.candidate import Candidate
from azmodels_gui.storage.errors import RefreshFailed
from azmodels_gui.storage.fetch import Fetched, Fetcher
from azmodels_gui.storage.problem import Problem
from azmodels_gui.storage.trust import SUFFIX, Keys, check_signature
from azmodels_gui.storage.watch import Watch

NOT_THERE = frozenset({403, 404, 410})
"""Object storage answers 403 for what is not there."""


def with_signature(
    fetcher: Fetcher, url: str, found: Fetched, keys: Keys, watch: Watch, pause_s: float
) -> tuple[Candidate, Fetched]:
    """Return the file with its signature; both once more if they do not fit at first.

    A publisher may be between the two files, or a cache may hold an older one of them.

    Args:
        fetcher: the connection.
        url: where the file lies.
        found: the file as it was fetched.
        keys: without any, nobody asks for the signature.
        watch: of the refresh.
        pause_s: before both are asked for once more.

    Raises:
        RefreshFailed: the signature cannot be had.
    """
    candidate = _candidate(fetcher, url, found, keys)
    try:
        check_signature(candidate.name, candidate.data, candidate.signature, keys)
    except RefreshFailed as error:
        if error.problem is not Problem.SIGNATURE_WRONG:
            return candidate, found  # refused in its turn
        watch.pause(pause_s)
        found = fetcher.fetch(url)
        candidate = _candidate(fetcher, url, found, keys)
    return candidate, found


def _candidate(fetcher: Fetcher, url: str, found: Fetched, keys: Keys) -> Candidate:
    signature = _signature(fetcher, url) if keys else None
    return Candidate(file_name(url), found.data or b"", signature)


def _signature(fetcher: Fetcher, url: str) -> bytes | None:
    parts = urlsplit(url)
    beside = urlunsplit(parts._replace(path=parts.path + SUFFIX))
    try:
        return fetcher.fetch(beside, max_bytes=MAX_TEXT_BYTES).data
    except RefreshFailed as error:
        if error.problem is Problem.TOO_LARGE:
            name = file_name(url)
            raise RefreshFailed(Problem.SIGNATURE_UNREADABLE, name=name, reason=TOO_LONG) from error
        if error.problem is Problem.STATUS and error.values["status"] in NOT_THERE:
            return None
        raise
