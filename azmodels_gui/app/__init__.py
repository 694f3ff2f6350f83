# SPDX-License-Identifier: MIT
"""Builds the objects and connects the layers: the program of the window."""

import sys
from contextlib import suppress
from typing import Any


def _import_msgspec(modules: dict[str, Any]) -> None:
    """Import msgspec without `typing_extensions`, of which it takes what `typing` has as well.

    That takes half a MiB. Who asks for it later gets it; that msgspec is missing says who needs it.
    """
    if "typing_extensions" in modules:
        return
    modules["typing_extensions"] = None
    with suppress(ImportError):
        import msgspec  # noqa: F401 - before any other module does
    del modules["typing_extensions"]


_import_msgspec(sys.modules)
