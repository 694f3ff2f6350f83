# SPDX-License-Identifier: MIT
"""Imports PySide without what only costs time; a start is measured by `bench/starting.py`."""

import builtins
import gc
import importlib.util
import linecache
import marshal
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from types import CodeType
from typing import Any

from azmodels_gui.storage.errors import FileNotSaved, FileUnreadable
from azmodels_gui.storage.files import read_bytes, write_atomically

_KEPT = Path(importlib.util.cache_from_source(str(Path(__file__).with_name("pyside.py"))))
"""Beside this module's own bytecode."""
_PYSIDES_OWN = "shibokensupport/"
_FOR_ITS_MAKERS = _PYSIDES_OWN + "signature/lib/pyi_generator.py"
"""Writes stubs of PySide; nothing at run time asks for it, and its patterns take 20 ms to make."""


def import_qt(kept: Path = _KEPT) -> None:
    """Import PySide; `kept` is the file of its bytecode.

    The catalogue and the window are many objects that all stay: looking for garbage among
    them took a tenth of the start; the application resumes it later. PySide compiles a dozen
    modules of its own from source at every import, a seventh of the start: they are kept as
    Python keeps those of this package. And it reads the source of every module imported after
    it, to see whether it uses PySide's `__feature__`s, of which this program uses none: that
    took another twentieth, and 4 MiB. What PySide says of a wrong call stays as it is.
    """
    gc.disable()
    with _compiled_once(kept):
        import PySide6.QtCore  # noqa: F401 - puts its own `__import__` in place of Python's

    builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)
    linecache.clearcache()  # what it read until here, for the same reason


@contextmanager
def _compiled_once(kept: Path) -> Iterator[None]:
    """Compile no source of PySide's own twice: the same source is found again by its hash."""
    known: dict[tuple[str, bytes], CodeType] = {}
    with suppress(FileUnreadable, ValueError, EOFError, TypeError):
        known = dict(marshal.loads(read_bytes(kept)))
    really, count = builtins.compile, len(known)

    def compiled(source: Any, filename: Any, *how: Any, **more: Any) -> Any:
        if not str(filename).startswith(_PYSIDES_OWN) or not isinstance(source, bytes):
            return really(source, filename, *how, **more)
        if filename == _FOR_ITS_MAKERS:
            source = b""
        key = filename, importlib.util.source_hash(source)
        if key not in known:
            known[key] = really(source, filename, *how, **more)
        return known[key]

    builtins.compile = compiled
    try:
        yield
    finally:
        builtins.compile = really
    if len(known) > count and not sys.dont_write_bytecode:
        with suppress(FileNotSaved):  # where nothing may be written the next start compiles again
            write_atomically(kept, marshal.dumps(known))
