# SPDX-License-Identifier: MIT
"""Unpacks gzip as it arrives, and stops before it grows beyond a ceiling."""

import zlib

from azmodels_gui.storage.errors import RefreshFailed
from azmodels_gui.storage.problem import Problem

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
