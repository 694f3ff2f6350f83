# SPDX-License-Identifier: MIT
"""Asking public hosts, politely: one request at a time, and none to a host that is out of reach."""

import json
from collections.abc import Callable
from typing import Any
from urllib.parse import urlsplit

from azmodels_gui.language.words import N_, Phrase, ToldError
from azmodels_gui.storage.errors import Problem, RefreshFailed
from azmodels_gui.storage.fetch import Fetched, Fetcher, Limits, Validators, Watch

PATIENT = Limits(
    total_s=300,
    attempts=5,
    first_pause_s=1,
    longest_pause_s=120,
)
"""For each file by itself; hosts that ask for up to two minutes (`Retry-After`) are waited for."""
OUT_OF_REACH = frozenset(
    {
        Problem.NAME_UNKNOWN,
        Problem.NO_CONNECTION,
        Problem.CERTIFICATE_REFUSED,
        Problem.PROXY_FAILED,
    }
)
"""What the next file of the same host would meet as well."""
NOT_FOUND = 404
_PAGE_STARTS = (b"<!doctype html", b"<html")


class NotFetched(ToldError):
    """A file did not come; what lay in the folder before still does."""


class FileGone(NotFetched):
    """The host answers that it has no such file."""


class Asker:
    """Asks hosts one after the other.

    Args:
        watch: the time of each file, and how pauses pass.
        limits: of time, size and attempts.
        chance: from 0 to 1, for pauses that differ between machines.
    """

    def __init__(
        self,
        watch: Watch | None = None,
        limits: Limits = PATIENT,
        chance: Callable[[], float] | None = None,
    ) -> None:
        self._watch = watch or Watch(limits.total_s)
        self._fetcher = (
            Fetcher(limits, self._watch) if chance is None else Fetcher(limits, self._watch, chance)
        )
        self._out_of_reach: dict[str, Phrase] = {}

    def __enter__(self) -> "Asker":
        return self

    def __exit__(self, *_error: object) -> None:
        self._fetcher.__exit__()

    def get(self, url: str, validators: Validators | None = None) -> Fetched:
        """Return what lies at an address; without data where it is as it was.

        Raises:
            FileGone: there is no such file.
            NotFetched: it did not come, for another reason.
        """
        host = urlsplit(url).netloc
        if host in self._out_of_reach:
            raise NotFetched(N_("not asked for: {why}"), why=self._out_of_reach[host])
        self._watch.begin_anew()
        try:
            found = self._fetcher.fetch(url, validators)
        except RefreshFailed as error:
            if error.problem in OUT_OF_REACH:
                self._out_of_reach[host] = error.happened
            kind = FileGone if error.values.get("status") == NOT_FOUND else NotFetched
            raise kind(error.message, **error.values) from error
        if found.data is not None and found.data[:200].lstrip().lower().startswith(_PAGE_STARTS):
            raise NotFetched(N_("{url} answered with a web page, not with the file."), url=url)
        return found

    def get_json(self, url: str, validators: Validators | None = None) -> tuple[Fetched, Any]:
        """Return an answer in JSON; None where it is as it was.

        Raises:
            NotFetched: it did not come, or is no JSON.
        """
        found = self.get(url, validators)
        return found, None if found.data is None else json_of(found.data, url)


def json_of(data: bytes, url: str) -> Any:
    """Return what JSON says.

    Raises:
        NotFetched: it is none.
    """
    try:
        return json.loads(data)
    except ValueError as error:
        raise unexpected(url, N_("it is no JSON, or cut short")) from error


def unexpected(url: str, why: object) -> NotFetched:
    """Return that an answer has another form than it should."""
    return NotFetched(N_("{url} answered in an unexpected form: {why}."), url=url, why=why)
