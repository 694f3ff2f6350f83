# SPDX-License-Identifier: MIT
"""Gets a file from a web host, within limits of time and size, or says what went wrong."""

import io
import random
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urljoin

from azmodels_gui.storage.address import checked, file_name
from azmodels_gui.storage.errors import RefreshFailed
from azmodels_gui.storage.limits import Limits
from azmodels_gui.storage.network_faults import faults_told
from azmodels_gui.storage.problem import Problem
from azmodels_gui.storage.session import new_session
from azmodels_gui.storage.unpacking import Unpacking
from azmodels_gui.storage.watch import Watch

if TYPE_CHECKING:
    import requests

REDIRECTS = frozenset({301, 302, 303, 307, 308})
PIECE_BYTES = 64 * 1024
OK, NOT_MODIFIED = 200, 304


@dataclass(frozen=True)
class Validators:
    """What the server said of the file last time; sent back, so that it can answer 304."""

    etag: str = ""
    last_modified: str = ""

    @property
    def headers(self) -> dict[str, str]:
        """The request's headers."""
        asked = {"If-None-Match": self.etag, "If-Modified-Since": self.last_modified}
        return {name: value for name, value in asked.items() if value}


@dataclass(frozen=True)
class Fetched:
    """An answer."""

    data: bytes | None
    """None: the file is as it was."""
    validators: Validators
    wire_bytes: int = 0
    """Bytes of the body as they were sent."""


class Fetcher:
    """Gets files over one connection; use it as a context manager.

    Args:
        limits: of time, size and attempts.
        watch: progress, cancelling and the total time.
        chance: a number from 0 to 1, for pauses that differ between machines.
    """

    def __init__(
        self, limits: Limits, watch: Watch, chance: Callable[[], float] = random.random
    ) -> None:
        self._limits = limits
        self._watch = watch
        self._chance = chance
        self._session = new_session()
        self._max_bytes = limits.max_bytes

    def __enter__(self) -> "Fetcher":
        return self

    def __exit__(self, *_error: object) -> None:
        self._session.close()

    def fetch(
        self, url: str, validators: Validators | None = None, *, max_bytes: int | None = None
    ) -> Fetched:
        """Return the file, trying again where that may help.

        Args:
            url: where it lies.
            validators: what the server said last time; the answer may then be "unchanged".
            max_bytes: a lower ceiling than that of the limits.

        Raises:
            RefreshFailed: whatever went wrong, cancelling included.
        """
        self._watch.host = checked(url).hostname or ""
        asked = validators or Validators()
        self._max_bytes = min(self._limits.max_bytes, max_bytes or self._limits.max_bytes)
        for number in range(1, self._limits.attempts):
            try:
                return self._watch.run(lambda: self._attempt(url, asked))
            except RefreshFailed as error:
                if not error.passing:
                    raise
                self._watch.pause(self._pause_s(number, error))
        return self._watch.run(lambda: self._attempt(url, asked))

    def _pause_s(self, number: int, error: RefreshFailed) -> float:
        """Return the pause after the n-th attempt; re-raise where the server asks for more."""
        asked = error.values.get("retry_after_s")
        wanted = float(asked) if isinstance(asked, int) else 0.0
        if wanted > self._limits.longest_pause_s:
            raise error
        doubled: int = 2 ** (number - 1)
        usual = self._limits.first_pause_s * doubled * (0.5 + self._chance())
        return max(wanted, min(usual, self._limits.longest_pause_s))

    def _attempt(self, url: str, validators: Validators) -> Fetched:
        start = checked(url)
        for _ in range(self._limits.redirects + 1):
            host = checked(url).hostname or ""
            with (
                faults_told(url, host, self._limits),
                closing(
                    self._session.get(
                        url,
                        headers=validators.headers,
                        stream=True,
                        allow_redirects=False,
                        timeout=(self._limits.connect_timeout_s, self._limits.read_timeout_s),
                    )
                ) as response,
            ):
                self._watch.check()
                if response.status_code not in REDIRECTS:
                    return self._read(response, url, host, validators)
                url = _next_address(response, start.scheme, host)
        most = self._limits.redirects
        raise RefreshFailed(Problem.TOO_MANY_REDIRECTS, host=start.hostname, most=most)

    def _read(
        self, response: "requests.Response", url: str, host: str, asked: Validators
    ) -> Fetched:
        headers = response.headers
        told = Validators(headers.get("ETag", ""), headers.get("Last-Modified", ""))
        if response.status_code == NOT_MODIFIED and asked.headers:
            return Fetched(None, told if told.headers else asked)
        if response.status_code != OK:
            raise _status_problem(response, host)
        data, wire_bytes = self._body(response, url, host)
        return Fetched(data, told, wire_bytes)

    def _body(self, response: "requests.Response", url: str, host: str) -> tuple[bytes, int]:
        name, limit = file_name(url), self._max_bytes
        encoding = response.headers.get("Content-Encoding", "")
        unpacking = Unpacking(encoding, host, name, limit)
        announced = response.headers.get("Content-Length", "")
        total = int(announced) if announced.isdecimal() else None
        body, received = io.BytesIO(), 0
        while piece := response.raw.read1(PIECE_BYTES, decode_content=False):
            received += len(piece)
            if received > limit:
                raise RefreshFailed(Problem.TOO_LARGE, name=name, mebibytes=limit // 1024**2)
            body.write(unpacking.feed(piece))
            self._watch.progress(received, total)
            self._watch.check()
        unpacking.finish()
        if total is not None and received != total:
            raise RefreshFailed(Problem.CUT_SHORT, host=host)
        return body.getvalue(), received


def _next_address(response: "requests.Response", start_scheme: str, host: str) -> str:
    """Return where a redirect leads; from https only to https."""
    target = urljoin(response.url, response.headers.get("Location", ""))
    try:
        parts = checked(target)
    except RefreshFailed as error:
        raise RefreshFailed(Problem.REDIRECT_REFUSED, host=host, target=target) from error
    if start_scheme == "https" and parts.scheme != "https":
        raise RefreshFailed(Problem.REDIRECT_REFUSED, host=host, target=target)
    return target


def _status_problem(response: "requests.Response", host: str) -> RefreshFailed:
    wanted = response.headers.get("Retry-After", "")
    retry_after_s = int(wanted[:9]) if wanted.isdecimal() else 0
    return RefreshFailed(
        Problem.STATUS, host=host, status=response.status_code, retry_after_s=retry_after_s
    )
