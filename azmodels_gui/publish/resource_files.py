# SPDX-License-Identifier: MIT
"""Where the reviewed tables under `resources/editorial` are."""

from pathlib import Path

PACKAGE = Path(__file__).parents[1]


def editorial_file(name: str) -> Path:
    """Return the path of an editorial table, installed or in a checkout."""
    installed = PACKAGE / "data" / "resources" / "editorial" / name
    return installed if installed.exists() else PACKAGE.parent / "resources" / "editorial" / name
