# SPDX-License-Identifier: MIT
"""Gets a file from a web host, within limits of time and size, or says what went wrong."""

import io
import os
import queue
import random
import re
import threading
import time
import zlib
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeVar
from urllib.parse import urljoin

from azmodels_gui import __version__
from azmodels_gui.language.addresses import without_secrets
from azmodels_gui.language.words import N_, Phrase
from azmodels_gui.storage.errors import PASSING_STATUS, Problem, RefreshFailed
from azmodels_gui.storage.files import MAX_BYTES
from azmodels_gui.storage.settings import checked, file_name, is_loopback

LOOK_EVERY_S = 0.05
Progress = Callable[[int, int | None], object]
"""Called with bytes received and bytes announced (None: the server does not say)."""
Result = TypeVar("Result")


class Watch:
    """Asked again and again whether the work may go on.

    Attributes:
        progress: told of every piece.
        cancelled: set it from any thread to stop the refresh.
        host: whom a message names when the time is up.

    How a pause passes can be handed in (`wait`), so that tests need not wait.
    """

    def __init__(
        self,
        limit_s: float,
        progress: Progress | None = None,
        cancelled: threading.Event | None = None,
        wait: Callable[[float], object] | None = None,
    ) -> None:
        self.cancelled = cancelled or threading.Event()
        self._wait = wait or self.cancelled.wait
        self.progress: Progress = progress or (lambda _received, _total: None)
        self.host = ""
        self._limit_s = limit_s
        self._until = time.monotonic() + limit_s

    def check(self) -> None:
        """Return if the work may go on.

        Raises:
            RefreshFailed: cancelled, or the time is up.
        """
        self.check_wanted()
        if self.remaining_s <= 0:
            raise RefreshFailed(
                Problem.TOO_SLOW, host=self.host, seconds=format(self._limit_s, "g")
            )

    def check_wanted(self) -> None:
        """Return unless the user gave up, however long it took.

        Raises:
            RefreshFailed: cancelled.
        """
        if self.cancelled.is_set():
            raise RefreshFailed(Problem.CANCELLED)

    @property
    def remaining_s(self) -> float:
        """Seconds left."""
        return self._until - time.monotonic()

    def pause(self, seconds: float) -> None:
        """Wait, unless cancelled or out of time."""
        self._wait(max(0.0, min(seconds, self.remaining_s)))
        self.check()

    def begin_anew(self) -> None:
        """Give the next file as much time as the first one had."""
        self._until = time.monotonic() + self._limit_s

    def run(self, work: Callable[[], Result]) -> Result:
        """Return what the work returns, but leave it behind when the watch says stop.

        A name look-up, a handshake or headers that come letter by letter cannot be
        interrupted: the work runs in a thread of its own, which ends at its next look at the
        watch or its own timeout, and never keeps the process from ending.
        """
        finished: queue.SimpleQueue[tuple[list[Result], BaseException | None]]
        finished = queue.SimpleQueue()

        def run() -> None:
            try:
                finished.put(([work()], None))
            except BaseException as error:  # the border of a thread: it is raised on the other side
                finished.put(([], error))

        threading.Thread(target=run, daemon=True, name="azmodels-download").start()
        while True:
            self.check()
            with suppress(queue.Empty):
                results, error = finished.get(timeout=LOOK_EVERY_S)
                if error is not None:
                    raise error
                return results[0]


if TYPE_CHECKING:
    import ssl

    import requests


@dataclass(frozen=True)
class Limits:
    """All of it can be set, so that tests need not wait."""

    connect_timeout_s: float = 5
    read_timeout_s: float = 20
    """Longest silence of the server."""
    total_s: float = 180
    """For the whole refresh: all attempts, file and signature."""
    max_bytes: int = MAX_BYTES
    """On the wire, and again after unpacking."""
    redirects: int = 3
    attempts: int = 3
    first_pause_s: float = 0.5
    """Before the second attempt; it doubles from then on, give or take a half."""
    longest_pause_s: float = 10
    """A server that asks for more patience (`Retry-After`) ends the refresh."""


@contextmanager
def faults_told(url: str, host: str, limits: Limits) -> Iterator[None]:
    """Turn every fault of the network into a `RefreshFailed`."""
    import requests
    import urllib3

    try:
        yield
    except (requests.RequestException, urllib3.exceptions.HTTPError, OSError) as error:
        raise _told(error, url, host, limits) from error
    except ValueError as error:  # of a library, over headers that are none
        raise RefreshFailed(Problem.ANSWER_ODD, host=host) from error


def _told(error: Exception, url: str, host: str, limits: Limits) -> RefreshFailed:
    from ssl import SSLCertVerificationError

    chain = list(_causes(error))
    certificate = next((each for each in chain if isinstance(each, SSLCertVerificationError)), None)
    if certificate is not None:
        reason = certificate.verify_message or N_("it could not be checked")
        return RefreshFailed(Problem.CERTIFICATE_REFUSED, host=host, reason=reason)
    if (missing := _missing_certificates(error)) is not None:
        return missing
    problem = next(
        (problem for problem, kinds in _kinds() if any(isinstance(each, kinds) for each in chain)),
        Problem.CONNECTION_BROKE,
    )
    if problem is Problem.ADDRESS_REFUSED and _has_proxy(url):
        problem = Problem.PROXY_UNUSABLE  # the address itself was looked at before
    connecting = any(isinstance(each, _connecting()) for each in chain)
    seconds = limits.connect_timeout_s if connecting else limits.read_timeout_s
    shown = without_secrets(url)
    return RefreshFailed(problem, url=shown, host=host, seconds=format(seconds, "g"))


def _missing_certificates(error: Exception) -> RefreshFailed | None:
    """Return what requests says, by a plain `OSError`, of a file of certificates that is not there.

    The file is not the catalogue's business; its path helps whoever looks for it.
    """
    named = next(filter(os.environ.get, ("REQUESTS_CA_BUNDLE", "CURL_CA_BUNDLE")), None)
    if type(error) is not OSError or named is None or error.errno is not None:
        return None
    where = Phrase(N_("{path} is not there"), path=os.environ[named])
    return RefreshFailed(Problem.CERTIFICATES_MISSING, reason=where)


def _has_proxy(url: str) -> bool:
    from requests.utils import get_environ_proxies

    return bool(get_environ_proxies(url))


def _connecting() -> tuple[type[BaseException], ...]:
    from requests import exceptions
    from urllib3 import exceptions as inner

    return (exceptions.ConnectTimeout, inner.ConnectTimeoutError)


def _kinds() -> Iterator[tuple[Problem, tuple[type[BaseException], ...]]]:
    """Yield what each kind of exception means, the most telling first."""
    from requests import exceptions
    from urllib3 import exceptions as inner

    yield (
        Problem.ADDRESS_REFUSED,
        (exceptions.InvalidURL, exceptions.InvalidSchema, inner.LocationParseError),
    )
    yield Problem.PROXY_FAILED, (exceptions.ProxyError, inner.ProxyError)
    yield Problem.NAME_UNKNOWN, (inner.NameResolutionError,)
    yield Problem.NO_CONNECTION, (inner.NewConnectionError,)
    yield Problem.NO_ANSWER, (exceptions.Timeout, inner.TimeoutError, TimeoutError)
    yield Problem.CUT_SHORT, (inner.IncompleteRead,)


def _causes(error: BaseException) -> Iterator[BaseException]:
    """Yield an error and those inside it: requests keeps them in various places."""
    seen: list[BaseException] = []
    waiting = [error]
    while waiting:
        each = waiting.pop(0)
        if any(each is other for other in seen):
            continue
        seen.append(each)
        yield each
        inner = (*each.args, getattr(each, "reason", None), each.__cause__, each.__context__)
        waiting.extend(item for item in inner if isinstance(item, BaseException))


PLAIN = frozenset({"", "identity"})
GZIP = frozenset({"gzip", "x-gzip"})


class Unpacking:
    """One body, fed piece by piece."""

    def __init__(self, encoding: str, host: str, name: str, max_bytes: int) -> None:
        encoding = encoding.strip().lower()
        if encoding not in PLAIN | GZIP:
            raise RefreshFailed(Problem.ENCODING_BROKEN, host=host)
        self._gzip = zlib.decompressobj(16 + zlib.MAX_WBITS) if encoding in GZIP else None
        self._host = host
        self._name = name
        self._max_bytes = max_bytes
        self._size = 0

    def feed(self, piece: bytes) -> bytes:
        """Return what the piece unpacks to.

        Raises:
            RefreshFailed: it is no gzip, or the whole would be above the ceiling.
        """
        unpacked = self._unpacked(piece)
        self._size += len(unpacked)
        if self._size > self._max_bytes:
            mebibytes = self._max_bytes // 1024 // 1024
            raise RefreshFailed(Problem.TOO_LARGE, name=self._name, mebibytes=mebibytes)
        return unpacked

    def finish(self) -> None:
        """Check that the body is whole.

        Raises:
            RefreshFailed: gzip that ends too early.
        """
        if self._gzip is not None and not self._gzip.eof:
            raise RefreshFailed(Problem.CUT_SHORT, host=self._host)

    def _unpacked(self, piece: bytes) -> bytes:
        if self._gzip is None:
            return piece
        try:
            # One byte above the ceiling is enough to know; a bomb is never unpacked.
            unpacked = self._gzip.decompress(piece, self._max_bytes - self._size + 1)
        except zlib.error as error:
            raise RefreshFailed(Problem.ENCODING_BROKEN, host=self._host) from error
        if self._gzip.unused_data:
            raise RefreshFailed(Problem.ENCODING_BROKEN, host=self._host)
        return unpacked


def new_session() -> "requests.Session":
    """Return a session; the caller closes it."""
    import ssl

    import requests
    import truststore
    from requests.adapters import HTTPAdapter

    class SystemTrust(HTTPAdapter):
        """Verifies with the system's certificates, not with a list that comes with Python."""

        def init_poolmanager(self, *arguments: Any, **options: Any) -> None:
            super().init_poolmanager(*arguments, **options, ssl_context=_context())

        def proxy_manager_for(self, proxy: str, **options: Any) -> Any:
            return super().proxy_manager_for(proxy, **options, ssl_context=_context())

        def cert_verify(self, conn: Any, url: Any, verify: Any, cert: Any) -> None:
            super().cert_verify(conn, url, verify, cert)
            if verify is True:
                conn.ca_certs = None  # else requests adds its own list

    def _context() -> "ssl.SSLContext":
        return truststore.SSLContext(ssl.PROTOCOL_TLS_CLIENT)

    session = requests.Session()
    session.auth = _nobody  # else requests looks for a password in `.netrc`: the file is public
    session.mount("https://", SystemTrust())
    session.headers.update(
        {"User-Agent": f"azmodels/{__version__}", "Accept-Encoding": "gzip", "Accept": "*/*"}
    )
    return session


def _nobody(request: "requests.PreparedRequest") -> "requests.PreparedRequest":
    return request


REDIRECTS = frozenset({301, 302, 303, 307, 308})
PIECE_BYTES = 64 * 1024
OK, NOT_MODIFIED = 200, 304
_LENGTH = re.compile(r"[0-9]{1,18}")


REFUSES_VALIDATORS = frozenset({400, 403, 405, 406, 412, 416, 428, 431, 501, 502})
"""What servers and firewalls answer to a conditional request that they do not like."""
_ENTITY_TAG = re.compile(r'(?:W/)?"[\x21\x23-\x7e]{0,200}"')
"""As RFC 9110 has it, but shorter and in plain letters."""
_HTTP_DATE = re.compile(r"[A-Za-z]{3,9}, [0-9A-Za-z :-]{16,30} GMT")


@dataclass(frozen=True)
class Validators:
    """What the server said of the file last time; sent back, so that it can answer 304."""

    etag: str = ""
    last_modified: str = ""

    @classmethod
    def told(cls, headers: Mapping[str, str]) -> "Validators":
        """Return those of an answer; one that could not be sent back is as if it were not there."""
        etag, modified = headers.get("ETag", ""), headers.get("Last-Modified", "")
        return cls(
            etag if _ENTITY_TAG.fullmatch(etag) else "",
            modified if _HTTP_DATE.fullmatch(modified) else "",
        )

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
        try:
            return self._fetch(url, asked, max_bytes)
        except RefreshFailed as error:
            if not asked.headers or error.values.get("status") not in REFUSES_VALIDATORS:
                raise
        return self._watch.run(lambda: self._attempt(url, Validators()))

    def _fetch(self, url: str, asked: Validators, max_bytes: int | None) -> Fetched:
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
                        # What this machine itself serves is no proxy's business.
                        proxies={"no_proxy": host} if is_loopback(host) else None,
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
        told = Validators.told(headers)
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
        total = int(announced) if _LENGTH.fullmatch(announced) else None
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
    told = response.headers.get("Location", "")
    try:
        target = urljoin(response.url, told)
        parts = checked(target)
    except (RefreshFailed, ValueError) as error:
        shown = without_secrets(told)
        raise RefreshFailed(Problem.REDIRECT_REFUSED, host=host, target=shown) from error
    if start_scheme == "https" and parts.scheme != "https":
        shown = without_secrets(target)
        raise RefreshFailed(Problem.REDIRECT_REFUSED, host=host, target=shown)
    return target


def _status_problem(response: "requests.Response", host: str) -> RefreshFailed:
    wanted = response.headers.get("Retry-After", "")
    retry_after_s = int(wanted[:9]) if _LENGTH.fullmatch(wanted) else 0
    busy = response.status_code in PASSING_STATUS
    problem = Problem.TOO_BUSY if busy else Problem.STATUS
    return RefreshFailed(
        problem, host=host, status=response.status_code, retry_after_s=retry_after_s
    )
