# SPDX-License-Identifier: MIT
"""Fetching gets the file, or says in one problem what went wrong; never more than the limits."""

import gzip
import os
import socket
import ssl
import threading
import zlib
from collections.abc import Iterator
from pathlib import Path

import pytest

from azmodels_gui.storage.errors import Problem, RefreshFailed
from azmodels_gui.storage.fetch import (
    REFUSES_VALIDATORS,
    Fetched,
    Fetcher,
    Limits,
    Validators,
    Watch,
)
from tests.storage.authority import server_context
from tests.storage.fault_server import (
    Answer,
    Request,
    drip,
    endless,
    in_turn,
    nothing,
    redirect,
    reply,
    reset,
    reset_after,
    serving,
)

MIB = 1024 * 1024
BODY = b'{"serial": 20261122001}' * 50
QUICK = Limits(
    connect_timeout_s=2,
    read_timeout_s=0.3,
    total_s=5,
    max_bytes=MIB,
    attempts=2,
    first_pause_s=0.01,
)
HEAD = b"HTTP/1.1 200 OK\r\nContent-Length: 1150\r\n\r\n"


def fetch(
    url: str, limits: Limits = QUICK, watch: Watch | None = None, asked: Validators | None = None
) -> Fetched:
    with Fetcher(limits, watch or Watch(limits.total_s), chance=lambda: 0.5) as fetcher:
        return fetcher.fetch(url, asked)


def failure(url: str, limits: Limits = QUICK, watch: Watch | None = None) -> RefreshFailed:
    with pytest.raises(RefreshFailed) as caught:
        fetch(url, limits, watch)
    return caught.value


@pytest.fixture
def stop() -> Iterator[threading.Event]:
    """Ends servers that would go on dripping."""
    event = threading.Event()
    yield event
    event.set()


@pytest.mark.parametrize(
    "answer",
    [
        pytest.param(reply(BODY), id="plain"),
        pytest.param(reply(gzip.compress(BODY), headers={"Content-Encoding": "gzip"}), id="gzip"),
        pytest.param(reply(BODY, headers={"X-Odd": "\xe4"}), id="odd headers"),
        pytest.param(reply(BODY, headers={"Content-Length": "9" * 5_000}), id="an odd length"),
    ],
)
def test_a_file_arrives_whole(answer: Answer) -> None:
    with serving({"/catalog.json": answer}) as served:
        assert fetch(f"{served.url}/catalog.json").data == BODY
    assert served.requests[0].headers["Accept-Encoding"] == "gzip"
    assert served.requests[0].headers["User-Agent"].startswith("azmodels/")


def test_a_body_in_chunks_arrives_whole() -> None:
    def chunked(connection: socket.socket, _request: object) -> None:
        connection.sendall(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n")
        for start in range(0, len(BODY), 100):
            piece = BODY[start : start + 100]
            connection.sendall(f"{len(piece):x}\r\n".encode() + piece + b"\r\n")
        connection.sendall(b"0\r\n\r\n")

    with serving({"/c": chunked}) as served:
        assert fetch(f"{served.url}/c").data == BODY


def test_an_unchanged_file_is_one_request_without_a_body() -> None:
    told = {"ETag": '"abc"', "Last-Modified": "Sun, 22 Nov 2026 10:00:00 GMT"}
    answers = in_turn([reply(BODY, headers=told), reply(status=304, announced=len(BODY))])
    with serving({"/c": answers}) as served:
        first = fetch(f"{served.url}/c")
        second = fetch(f"{served.url}/c", asked=first.validators)
    assert first.validators == Validators(*told.values())
    assert (second.data, second.wire_bytes, len(served.requests)) == (None, 0, 2)
    assert second.validators == first.validators
    assert served.requests[1].headers["If-None-Match"] == '"abc"'
    assert served.requests[1].headers["If-Modified-Since"] == told["Last-Modified"]


def test_progress_is_told_in_bytes_of_the_whole() -> None:
    seen: list[tuple[int, int | None]] = []
    watch = Watch(5, lambda received, total: seen.append((received, total)))
    with serving({"/c": reply(BODY)}) as served:
        fetch(f"{served.url}/c", watch=watch)
    assert seen[-1] == (len(BODY), len(BODY))


BOMB = gzip.compress(bytes(50 * MIB), compresslevel=1)
FAULTS = [
    pytest.param(reset, Problem.CONNECTION_BROKE, id="a reset before the answer"),
    pytest.param(reset_after(BODY, 9_999), Problem.CONNECTION_BROKE, id="a reset in the body"),
    pytest.param(reply(BODY, announced=9_999), Problem.CUT_SHORT, id="a body cut short"),
    pytest.param(reply(b"", announced=10), Problem.CUT_SHORT, id="no body at all"),
    pytest.param(
        reply(gzip.compress(BODY)[:-9], headers={"Content-Encoding": "gzip"}),
        Problem.CUT_SHORT,
        id="gzip cut short",
    ),
    pytest.param(
        reply(BODY, headers={"Content-Encoding": "gzip"}),
        Problem.ENCODING_BROKEN,
        id="gzip that is none",
    ),
    pytest.param(
        reply(gzip.compress(BODY) + BODY, headers={"Content-Encoding": "gzip"}),
        Problem.ENCODING_BROKEN,
        id="gzip with something behind it",
    ),
    pytest.param(
        reply(zlib.compress(BODY), headers={"Content-Encoding": "br"}),
        Problem.ENCODING_BROKEN,
        id="an encoding nobody asked for",
    ),
    pytest.param(
        reply(BOMB, headers={"Content-Encoding": "gzip"}), Problem.TOO_LARGE, id="a gzip bomb"
    ),
    pytest.param(endless(bytes(MIB)), Problem.TOO_LARGE, id="endless data"),
    pytest.param(reply(bytes(MIB + 1)), Problem.TOO_LARGE, id="one byte above the ceiling"),
    pytest.param(
        reply(gzip.compress(os.urandom(MIB)), headers={"Content-Encoding": "gzip"}),
        Problem.TOO_LARGE,
        id="more on the wire than the ceiling",
    ),
    pytest.param(nothing, Problem.NO_ANSWER, id="silence"),
    pytest.param(reply(status=500), Problem.TOO_BUSY, id="500"),
    pytest.param(reply(status=503), Problem.TOO_BUSY, id="503"),
    pytest.param(reply(status=429), Problem.TOO_BUSY, id="429"),
    pytest.param(reply(status=404), Problem.STATUS, id="404"),
    pytest.param(reply(status=407), Problem.STATUS, id="407"),
    pytest.param(reply(status=304), Problem.STATUS, id="304 that nobody asked for"),
    pytest.param(reply(BODY, status=206), Problem.STATUS, id="206, a part of it"),
    pytest.param(reply(status=204), Problem.STATUS, id="204, nothing"),
    pytest.param(redirect("/c"), Problem.TOO_MANY_REDIRECTS, id="a redirect to itself"),
    pytest.param(
        redirect("http://example.com/c"), Problem.REDIRECT_REFUSED, id="a redirect to http"
    ),
    pytest.param(redirect("file:///etc/passwd"), Problem.REDIRECT_REFUSED, id="to a file"),
    pytest.param(redirect(""), Problem.TOO_MANY_REDIRECTS, id="a redirect to nowhere"),
    pytest.param(
        lambda connection, _request: connection.sendall(b"\x16\x03\x01\r\n\r\n"),
        Problem.CONNECTION_BROKE,
        id="another protocol",
    ),
    pytest.param(
        lambda connection, _request: connection.sendall(
            b"HTTP/1.1 200 OK\r\n" + b"X: y\r\n" * 500 + b"\r\n"
        ),
        Problem.CONNECTION_BROKE,
        id="500 headers",
    ),
]


@pytest.mark.parametrize(("answer", "problem"), FAULTS)
def test_a_fault_of_the_server_is_named(answer: Answer, problem: Problem) -> None:
    with serving({"/c": answer}) as served:
        error = failure(f"{served.url}/c")
    assert error.problem is problem
    assert "localhost" in error.told("de")
    assert error.told("de") != error.told("en") == str(error)


def test_a_body_of_one_byte_at_a_time_ends_with_the_total_time(stop: threading.Event) -> None:
    limits = Limits(total_s=0.5, read_timeout_s=5, attempts=1)
    with serving({"/c": drip(HEAD, BODY, 0.05, stop)}) as served:
        assert failure(f"{served.url}/c", limits).problem is Problem.TOO_SLOW


def test_headers_of_one_byte_at_a_time_end_with_the_total_time(stop: threading.Event) -> None:
    limits = Limits(total_s=0.5, read_timeout_s=5, attempts=1)
    with serving({"/c": drip(b"HTTP/1.1 200 OK\r\nX: ", BODY, 0.05, stop)}) as served:
        assert failure(f"{served.url}/c", limits).problem is Problem.TOO_SLOW


@pytest.mark.parametrize(
    "answer",
    [
        pytest.param(nothing, id="while waiting for the answer"),
        pytest.param(None, id="in the body"),
    ],
)
def test_cancelling_ends_it_at_once(answer: Answer | None, stop: threading.Event) -> None:
    limits = Limits(total_s=30, read_timeout_s=30, attempts=1)
    asked = threading.Event()

    def told(connection: socket.socket, request: object) -> None:
        asked.set()
        (answer or drip(HEAD, BODY, 0.05, stop))(connection, request)  # type: ignore[arg-type]

    watch = Watch(limits.total_s)

    def cancel() -> None:
        asked.wait(10)
        watch.cancelled.set()

    with serving({"/c": told}) as served:
        threading.Thread(target=cancel, daemon=True).start()
        assert failure(f"{served.url}/c", limits, watch).problem is Problem.CANCELLED
    assert watch.remaining_s > 10


@pytest.mark.parametrize(
    "answer",
    [
        pytest.param(reset, id="a reset"),
        pytest.param(reply(status=503), id="503"),
        pytest.param(reply(BODY, announced=2_000), id="a body cut short"),
        pytest.param(reply(status=429, headers={"Retry-After": "0"}), id="429"),
    ],
)
def test_what_may_pass_is_tried_again(answer: Answer) -> None:
    with serving({"/c": in_turn([answer, reply(BODY)])}) as served:
        assert fetch(f"{served.url}/c").data == BODY
    assert len(served.requests) == 2


@pytest.mark.parametrize(
    "answer",
    [
        pytest.param(reply(status=404), id="404"),
        pytest.param(reply(status=429, headers={"Retry-After": "3600"}), id="ask in an hour"),
        pytest.param(redirect("http://example.com"), id="a refused redirect"),
    ],
)
def test_what_will_not_pass_is_not_tried_again(answer: Answer) -> None:
    with serving({"/c": in_turn([answer, reply(BODY)])}) as served:
        failure(f"{served.url}/c")
    assert len(served.requests) == 1


def test_three_redirects_are_followed_and_four_are_not() -> None:
    hops = {f"/{number}": redirect(f"/{number + 1}") for number in range(4)}
    with serving({**hops, "/4": reply(BODY)}) as served:
        assert fetch(f"{served.url}/1").data == BODY
        assert failure(f"{served.url}/0").problem is Problem.TOO_MANY_REDIRECTS


def test_nothing_listens_and_a_name_nobody_knows(unused_port: int) -> None:
    assert failure(f"http://localhost:{unused_port}/c").problem is Problem.NO_CONNECTION
    unknown = failure("https://catalog.invalid/c")
    assert unknown.problem is Problem.NAME_UNKNOWN


@pytest.fixture
def unused_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        return int(listener.getsockname()[1])


@pytest.mark.parametrize(
    "url",
    [
        pytest.param("http://example.com/c", id="http elsewhere"),
        pytest.param("ftp://localhost/c", id="another protocol"),
        pytest.param("catalog.json", id="a file name"),
        pytest.param("", id="nothing"),
        pytest.param("https://", id="no host"),
        pytest.param("https://a b/c", id="a blank in it"),
        pytest.param("https://[::1/c", id="half an address"),
        pytest.param("https://host:99999/c", id="no such port"),
        pytest.param(f"https://{'a' * 70}.example/c", id="a name longer than names may be"),
    ],
)
def test_other_addresses_are_refused_before_anything_is_sent(url: str) -> None:
    assert failure(url).problem is Problem.ADDRESS_REFUSED


@pytest.mark.parametrize(
    ("host", "days"),
    [
        pytest.param("localhost", 30, id="an unknown authority"),
        pytest.param("localhost", -1, id="expired"),
        pytest.param("elsewhere.example", 30, id="another host's certificate"),
    ],
)
def test_a_certificate_that_is_not_trusted_is_refused(tmp_path: Path, host: str, days: int) -> None:
    with serving({"/c": reply(BODY)}, server_context(tmp_path, host, days)) as served:
        error = failure(f"{served.url}/c")
    assert error.problem is Problem.CERTIFICATE_REFUSED
    assert served.requests == []
    assert "date" in str(error.next_step)


def test_a_certificate_that_the_system_trusts_is_accepted(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """`SSL_CERT_FILE` stands for the company's certificate in the system."""
    context = server_context(tmp_path)
    if ssl.get_default_verify_paths().openssl_cafile_env != "SSL_CERT_FILE":
        pytest.skip("this system keeps its certificates elsewhere")
    monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "server.pem"))
    with serving({"/c": reply(BODY)}, context) as served:
        assert fetch(f"{served.url}/c").data == BODY


def test_https_is_never_left_for_http(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    context = server_context(tmp_path)
    monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "server.pem"))
    with serving({"/c": reply(BODY)}) as plain:
        with serving({"/c": redirect(f"{plain.url}/c")}, context) as served:
            assert failure(f"{served.url}/c").problem is Problem.REDIRECT_REFUSED
        assert plain.requests == []


def test_a_proxy_of_the_environment_is_asked(
    monkeypatch: pytest.MonkeyPatch, unused_port: int
) -> None:
    with serving({"example.com:443": reply(status=502)}) as proxy:
        monkeypatch.setenv("https_proxy", proxy.url)
        monkeypatch.setenv("no_proxy", "")
        assert failure("https://example.com/c").problem is Problem.PROXY_FAILED
        assert set(proxy.paths) == {"example.com:443"}
    monkeypatch.setenv("https_proxy", f"http://127.0.0.1:{unused_port}")
    assert failure("https://example.com/c").problem is Problem.PROXY_FAILED


def test_what_this_machine_serves_itself_is_asked_without_a_proxy(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    with serving({}) as proxy, serving({"/c": reply(BODY)}) as served:
        for name in ("http_proxy", "all_proxy"):
            monkeypatch.setenv(name, proxy.url)
        monkeypatch.setenv("no_proxy", "")
        assert fetch(f"{served.url}/c").data == BODY
        assert fetch(f"{served.url}/c".replace("localhost", "127.0.0.1")).data == BODY
    assert proxy.requests == []


@pytest.mark.parametrize("proxy", ["socks5://user:secret@proxy:1", "ftp://proxy:21", "http://[::1"])
def test_a_proxy_that_cannot_be_used_is_not_called_a_wrong_address(
    monkeypatch: pytest.MonkeyPatch, proxy: str
) -> None:
    monkeypatch.setenv("https_proxy", proxy)
    monkeypatch.setenv("no_proxy", "")
    problem = failure("https://example.com/c")
    assert problem.problem is Problem.PROXY_UNUSABLE
    assert "secret" not in str(problem)


def test_a_missing_file_of_certificates_is_named(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, unused_port: int
) -> None:
    monkeypatch.setenv("REQUESTS_CA_BUNDLE", str(tmp_path / "company.pem"))
    problem = failure(f"https://localhost:{unused_port}/c")
    assert problem.problem is Problem.CERTIFICATES_MISSING
    assert "company.pem" in str(problem)


def test_no_password_of_the_user_is_sent(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    netrc = tmp_path / "netrc"
    netrc.write_bytes(b"machine localhost login me password \xff\xfe\n")
    monkeypatch.setenv("NETRC", str(netrc))
    with serving({"/c": reply(BODY)}) as served:
        assert fetch(f"{served.url}/c").data == BODY
    assert "Authorization" not in served.requests[0].headers


ODD = [
    pytest.param({"ETag": '"a\x01b"'}, id="a control character"),
    pytest.param({"ETag": f'"{"a" * 9_000}"'}, id="9 kB"),
    pytest.param({"ETag": '"\xfc"'}, id="an umlaut"),
    pytest.param({"ETag": '"a"\r\n folded'}, id="a folded line"),
    pytest.param({"ETag": '"a", "b"'}, id="two of them"),
    pytest.param({"ETag": "bare"}, id="no quotes"),
    pytest.param({"Last-Modified": "yesterday\x7f"}, id="no date"),
    pytest.param({"Last-Modified": "Sun, 22 Nov 2026 10:00:00 GMT\r\n x"}, id="a folded date"),
]


@pytest.mark.parametrize("headers", ODD)
def test_a_validator_that_could_not_be_sent_back_is_not_kept(headers: dict[str, str]) -> None:
    with serving({"/c": reply(BODY, headers=headers)}) as served:
        first = fetch(f"{served.url}/c")
        assert first.validators == Validators()
        assert fetch(f"{served.url}/c", asked=first.validators).data == BODY


@pytest.mark.parametrize("status", sorted(REFUSES_VALIDATORS))
def test_a_server_that_refuses_conditional_requests_is_asked_without(status: int) -> None:
    def answer(connection: socket.socket, request: Request) -> None:
        said = reply(status=status) if "If-None-Match" in request.headers else reply(BODY)
        said(connection, request)

    with serving({"/c": answer}) as served:
        assert fetch(f"{served.url}/c", asked=Validators('"a"')).data == BODY
        assert failure(f"{served.url}/other").problem is Problem.STATUS


@pytest.mark.parametrize(
    ("answer", "problem"),
    [
        pytest.param(redirect("http://[::1"), Problem.ANSWER_ODD, id="half an address"),
        pytest.param(redirect("https://a\xff:x/"), Problem.ANSWER_ODD, id="an odd port"),
        pytest.param(redirect(""), Problem.TOO_MANY_REDIRECTS, id="nowhere"),
        pytest.param(
            reply(status=429, headers={"Retry-After": "9" * 5_000}), Problem.TOO_BUSY, id="patience"
        ),
    ],
)
def test_odd_headers_are_sentences(answer: Answer, problem: Problem) -> None:
    with serving({"/c": answer}) as served:
        assert failure(f"{served.url}/c").problem is problem


@pytest.mark.parametrize(
    "url",
    [
        "http://user:secret@example.com/c?token=secret",
        "ftp://user:secret@example.com/#secret",
        "https://user:secret@[::1/c?secret",
        "https://user:secret @example.com/c",
    ],
)
def test_no_message_tells_passwords_or_tokens_of_an_address(url: str) -> None:
    assert "secret" not in str(failure(url))
    with serving({"/c": redirect(url)}) as served:
        assert "secret" not in str(failure(f"{served.url}/c"))
