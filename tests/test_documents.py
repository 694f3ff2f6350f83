# SPDX-License-Identifier: MIT
"""What the documents for developers point at is there."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PATH = re.compile(r"`((?:[a-z_]+/)+[\w.]+\.(?:py|toml|md|json|po))`")
LINK = re.compile(r"\]\(([^)#:]+)\)")


@pytest.mark.parametrize(
    "document",
    [
        *("docs/architecture.md", "docs/client-file.md", "docs/library.md", "docs/translating.md"),
        *("CONTRIBUTING.md", "README.md", "SECURITY.md"),
    ],
)
def test_files_that_are_named_exist(document: str) -> None:
    text = (ROOT / document).read_text(encoding="utf-8")
    named = {path for path in PATH.findall(text) if "..." not in path}
    gone = {
        path
        for path in named
        if not any((ROOT / base / path).exists() for base in ("", "azmodels_gui", "resources"))
    }
    broken = {
        link for link in LINK.findall(text) if not (ROOT / document).parent.joinpath(link).exists()
    }
    assert not gone | broken
