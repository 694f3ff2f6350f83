# SPDX-License-Identifier: MIT
"""Whatever a network does in the middle of a refresh, the catalogues stay what they were."""

import gzip
import socket
from pathlib import Path

import pytest

from azmodels_gui.publish.build import catalog_bytes
from azmodels_gui.storage.errors import RefreshFailed
from tests.storage.authority import server_context
from tests.storage.fault_server import (
    Answer,
    Request,
    in_turn,
    nothing,
    redirect,
    reply,
    reset,
    reset_after,
    serving,
)
from tests.storage.home import BUNDLED_SERIAL, PATH, Home, numbered, serve_catalog
from tests.storage.survival import Survival

NEWER = catalog_bytes(numbered(BUNDLED_SERIAL + 2))
PACKED = gzip.compress(NEWER)
GZIP = {"Content-Encoding": "gzip"}


def half_a_status_line(connection: socket.socket, _request: Request) -> None:
    connection.sendall(b"HTTP/1.")


def half_the_headers(connection: socket.socket, _request: Request) -> None:
    connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Le")


def a_broken_chunk(connection: socket.socket, _request: Request) -> None:
    head = b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"
    connection.sendall(head + b"40\r\n" + NEWER[:64] + b"\r\nzz\r\n")


def chunks_without_an_end(connection: socket.socket, _request: Request) -> None:
    head = b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"
    connection.sendall(head + b"40\r\n" + NEWER[:64] + b"\r\n")


CUTS = (1, 100, len(NEWER) // 2, len(NEWER) - 2)
STATUS = (201, 204, 206, 304, 400, 401, 403, 404, 407, 416, 429, 500, 502, 503, 504, 599)
FAULTS: list[tuple[str, Answer]] = [
    ("a reset before the answer", reset),
    ("silence", nothing),
    ("half a status line", half_a_status_line),
    ("half the headers", half_the_headers),
    ("a broken chunk", a_broken_chunk),
    ("chunks without an end", chunks_without_an_end),
    *((f"a reset after {cut} bytes", reset_after(NEWER[:cut], len(NEWER))) for cut in CUTS),
    *((f"{cut} bytes of the body", reply(NEWER[:cut], announced=len(NEWER))) for cut in CUTS),
    *((f"{cut} bytes without a length told", reply(NEWER[:cut])) for cut in CUTS),
    *(
        (f"gzip cut after {cut} bytes", reply(PACKED[:cut], headers=GZIP))
        for cut in (1, 20, len(PACKED) // 2, len(PACKED) - 1)
    ),
    ("gzip with a changed byte", reply(PACKED[:60] + b"!" + PACKED[61:], headers=GZIP)),
    ("gzip announced, plain sent", reply(NEWER, headers=GZIP)),
    ("gzip sent, not announced", reply(PACKED)),
    ("an encoding nobody asked for", reply(PACKED, headers={"Content-Encoding": "zstd"})),
    ("a redirect loop", redirect("/loop")),
    ("a redirect to http elsewhere", redirect("http://catalog.example/catalog.json")),
    ("a redirect to a file", redirect("file:///etc/hostname")),
    *((f"status {status}", reply(NEWER, status)) for status in STATUS),
]


@pytest.mark.parametrize("answer", [pytest.param(answer, id=name) for name, answer in FAULTS])
def test_a_fault_changes_nothing_and_the_next_refresh_succeeds(
    home: Home, survival: Survival, answer: Answer
) -> None:
    with serving(serve_catalog(numbered(BUNDLED_SERIAL + 1))) as served:
        home.refresh(served.url)
    answers = {PATH: in_turn([answer, reply(NEWER)]), "/loop": redirect("/loop")}
    with serving(answers) as served:
        with survival.unchanged(home), pytest.raises(RefreshFailed) as caught:
            home.refresh(served.url)
        assert all(caught.value.told(language).count(". ") >= 2 for language in ("de", "en"))
        assert home.refresh(served.url).serial == BUNDLED_SERIAL + 2


def test_an_unknown_authority_changes_nothing(
    home: Home, survival: Survival, tmp_path: Path
) -> None:
    answers = serve_catalog(numbered(BUNDLED_SERIAL + 1))
    with (
        serving(answers, server_context(tmp_path)) as served,
        survival.unchanged(home),
        pytest.raises(RefreshFailed, match="certificate"),
    ):
        home.refresh(served.url)


def test_no_network_at_all_changes_nothing(home: Home, survival: Survival) -> None:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port = listener.getsockname()[1]
    for url in (f"http://127.0.0.1:{port}", "https://catalog.invalid"):
        with survival.unchanged(home), pytest.raises(RefreshFailed):
            home.refresh(url)
