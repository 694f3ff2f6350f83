# SPDX-License-Identifier: MIT
"""A web server on a real socket that does what no server should."""

import socket
import ssl
import struct
import threading
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field

BACKLOG = 32
PATIENCE_S = 10
"""A test that fails must not wait for ever."""


@dataclass(frozen=True)
class Request:
    path: str
    headers: Mapping[str, str]


Answer = Callable[[socket.socket, Request], None]


@dataclass
class Served:
    """A running server and what it was asked."""

    url: str
    requests: list[Request] = field(default_factory=list)
    sent_bytes: int = 0

    @property
    def paths(self) -> list[str]:
        return [request.path for request in self.requests]


def reply(
    body: bytes = b"",
    status: int = 200,
    headers: Mapping[str, str] | None = None,
    announced: int | None = None,
) -> Answer:
    """Answer with a body; `announced` is the length that the headers claim."""
    told = {"Content-Length": str(len(body) if announced is None else announced)}
    told |= {"Connection": "close", **(headers or {})}
    lines = [f"HTTP/1.1 {status} Said", *(f"{name}: {value}" for name, value in told.items())]

    def answer(connection: socket.socket, _request: Request) -> None:
        connection.sendall("\r\n".join([*lines, "", ""]).encode() + body)

    return answer


def redirect(target: str, status: int = 302) -> Answer:
    return reply(status=status, headers={"Location": target})


def reset_after(body: bytes, announced: int) -> Answer:
    """Send a part, then tear the connection down as a broken network does."""

    def answer(connection: socket.socket, request: Request) -> None:
        reply(body, announced=announced)(connection, request)
        reset(connection, request)

    return answer


def reset(connection: socket.socket, _request: Request) -> None:
    connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    connection.close()


def nothing(connection: socket.socket, _request: Request) -> None:
    """Say nothing until the client gives up."""
    connection.settimeout(PATIENCE_S)
    with suppress(OSError):
        connection.recv(1)


def drip(head: bytes, body: bytes, pause_s: float, stop: threading.Event) -> Answer:
    """Send the head at once, the body one byte at a time."""

    def answer(connection: socket.socket, _request: Request) -> None:
        connection.sendall(head)
        for byte in body:
            if stop.wait(pause_s):
                return
            connection.sendall(bytes([byte]))

    return answer


def endless(piece: bytes, headers: str = "") -> Answer:
    """Send for ever, without a length."""

    def answer(connection: socket.socket, _request: Request) -> None:
        connection.sendall(f"HTTP/1.1 200 OK\r\nConnection: close\r\n{headers}\r\n".encode())
        while True:
            connection.sendall(piece)

    return answer


def in_turn(answers: Iterable[Answer]) -> Answer:
    """Answer each request with the next one; the last stays."""
    waiting = list(answers)

    def answer(connection: socket.socket, request: Request) -> None:
        each = waiting.pop(0) if len(waiting) > 1 else waiting[0]
        each(connection, request)

    return answer


@contextmanager
def serving(
    answers: Mapping[str, Answer], tls: ssl.SSLContext | None = None, host: str = "localhost"
) -> Iterator[Served]:
    """Serve paths; whatever is not among them is 404."""
    listener = socket.create_server(("127.0.0.1", 0), backlog=BACKLOG)
    scheme = "http" if tls is None else "https"
    served = Served(f"{scheme}://{host}:{listener.getsockname()[1]}")
    accepting = threading.Thread(
        target=_accept, args=(listener, answers, tls, served), daemon=True, name="fault-server"
    )
    accepting.start()
    try:
        yield served
    finally:
        with suppress(OSError):
            listener.shutdown(socket.SHUT_RDWR)
        listener.close()
        accepting.join(PATIENCE_S)


def _accept(
    listener: socket.socket,
    answers: Mapping[str, Answer],
    tls: ssl.SSLContext | None,
    served: Served,
) -> None:
    while True:
        try:
            connection, _ = listener.accept()
        except OSError:
            return
        threading.Thread(
            target=_serve, args=(connection, answers, tls, served), daemon=True
        ).start()


def _serve(
    connection: socket.socket,
    answers: Mapping[str, Answer],
    tls: ssl.SSLContext | None,
    served: Served,
) -> None:
    with suppress(OSError, ssl.SSLError):
        connection.settimeout(PATIENCE_S)
        secure = connection if tls is None else tls.wrap_socket(connection, server_side=True)
        with secure:
            request = _read_request(secure)
            if request is None:
                return
            served.requests.append(request)
            answers.get(request.path, reply(status=404))(secure, request)
            with suppress(OSError):
                secure.shutdown(socket.SHUT_WR)
                secure.recv(1)  # let the client read all before the socket goes


def _read_request(connection: socket.socket) -> Request | None:
    data = b""
    while b"\r\n\r\n" not in data:
        piece = connection.recv(4096)
        if not piece:
            return None
        data += piece
    first, *lines = data.partition(b"\r\n\r\n")[0].decode("latin-1").split("\r\n")
    headers = dict(line.split(": ", 1) for line in lines)
    return Request(first.split(" ")[1], headers)
