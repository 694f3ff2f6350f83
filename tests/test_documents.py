# SPDX-License-Identifier: MIT
"""What the documents for developers point at is there."""

import re
from pathlib import Path

import pytest

from azmodels_gui.cli.main import COMMANDS

ROOT = Path(__file__).parents[1]
PATH = re.compile(r"`((?:[a-z_]+/)+[\w.]+\.(?:py|toml|md|json|po))`")
LINK = re.compile(r"\]\(([^)#:]+)\)")


FORMS = sorted((ROOT / ".github" / "ISSUE_TEMPLATE").glob("[!c]*.yml"))


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.stem)
def test_a_form_for_reports_asks_for_what_there_is(form: Path) -> None:
    """Git hosts take such a form in silence, or not at all: a key misspelled and it is gone."""
    text = form.read_text(encoding="utf-8")
    assert re.match(r"name: .+\ndescription: .+\nlabels: \[\w+\]\nbody:\n", text)
    kinds = re.findall(r"^  - type: (\w+)$", text, re.MULTILINE)
    assert set(kinds) <= {"markdown", "textarea", "input"}
    asked = len(kinds) - kinds.count("markdown")
    assert len(set(re.findall(r"^    id: (\w+)$", text, re.MULTILINE))) == asked
    assert len(re.findall(r"^      label: \S", text, re.MULTILINE)) == asked
    for command in re.findall(r"azmodels (?:--)?([a-z]+(?: info)?)", text):
        assert command == "version" or command.split()[0] in COMMANDS


@pytest.mark.parametrize(
    "document",
    [
        *("docs/architecture.md", "docs/client-file.md", "docs/library.md"),
        *("docs/rollout.md", "docs/translating.md"),
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
