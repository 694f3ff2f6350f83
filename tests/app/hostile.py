# SPDX-License-Identifier: MIT
"""A catalogue whose every text is HTML that would open a file and an address, and who hears it."""

import ctypes
import os
import socket
import struct
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any, get_args

import msgspec
from msgspec.structs import fields

from azmodels_gui.catalog.document import Catalog
from azmodels_gui.catalog.facts import Id, Line, Prose
from azmodels_gui.catalog.faults import _bare

IN_OPEN = 0x20
NAMES = frozenset({"models", "providers", "families", "use_cases", "capabilities"})
"""Lists whose ids a reader may choose freely; they are shown where no name is known."""
ODD = "\u202egnp.\u0007\u2066"
"""Turns the direction of writing, and steers."""


@dataclass
class Heard:
    """What was opened or asked for."""

    probe: Path
    url: str
    opened: list[str] = field(default_factory=list)

    @property
    def bait(self) -> str:
        """HTML that opens the file, and asks the address, wherever it is taken for HTML."""
        return (
            f'<img src="{self.probe}"><img src="file://{self.probe}"><img src="{self.url}/i.png">'
            f'<a href="{self.url}/a">x</a>{ODD}'
        )


@contextmanager
def listening(folder: Path) -> Iterator[Heard]:
    """Listen on an address of this machine, and watch a file."""
    probe = folder / "probe.png"
    probe.write_bytes(b"\x89PNG\r\n")
    listener = socket.create_server(("127.0.0.1", 0))
    heard = Heard(probe, f"http://127.0.0.1:{listener.getsockname()[1]}")
    thread = threading.Thread(target=_accept, args=(listener, heard), daemon=True)
    thread.start()
    opens = _watch(probe)
    yield heard
    listener.shutdown(socket.SHUT_RDWR)
    listener.close()
    thread.join(5)
    heard.opened += opens()


def _accept(listener: socket.socket, heard: Heard) -> None:
    while True:
        try:
            connection, _ = listener.accept()
        except OSError:
            return
        heard.opened.append("an address")
        connection.close()


def _watch(path: Path) -> Callable[[], list[str]]:
    """Return what tells how often a file was opened; nothing where the system does not say."""
    try:
        libc = ctypes.CDLL(None, use_errno=True)
        watch = libc.inotify_init1(os.O_NONBLOCK)
        libc.inotify_add_watch(watch, os.fsencode(path), IN_OPEN)
    except (AttributeError, OSError):
        return list

    def opens() -> list[str]:
        try:
            found = os.read(watch, 4_096)
        except BlockingIOError:
            found = b""
        os.close(watch)
        return ["the file"] * (len(found) // struct.calcsize("iIII"))

    return opens


def hostile(catalog: Catalog, bait: str) -> Catalog:
    """Return a catalogue with bait before every text, and in the ids that can be chosen freely."""
    document: dict[str, Any] = msgspec.to_builtins(catalog)
    ids = {each["id"] for name in NAMES for each in document[name]}
    return msgspec.convert(_baited(document, Catalog, bait, ids), Catalog)


def _baited(value: Any, kind: Any, bait: str, ids: set[str]) -> Any:
    if isinstance(value, str):
        kinds = (kind, *get_args(kind))
        if Line in kinds or Prose in kinds:
            return f"{bait}{value}"[:500]
        return f'{value}<img src="x">' if Id in kinds and value in ids else value
    kind = _bare(kind, value)
    if isinstance(value, dict):
        known = _known(kind) if _struct(kind) else {}
        return {name: _baited(inner, known.get(name), bait, ids) for name, inner in value.items()}
    if isinstance(value, list | tuple):
        inner = next(iter(get_args(kind)), None)
        return [_baited(each, inner, bait, ids) for each in value]
    return value


@cache
def _known(kind: type[msgspec.Struct]) -> dict[str, Any]:
    """Return what each name of a document of this kind holds."""
    return {each.encode_name: each.type for each in fields(kind)}


def _struct(kind: Any) -> bool:
    return isinstance(kind, type) and issubclass(kind, msgspec.Struct)
