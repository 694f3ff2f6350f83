# SPDX-License-Identifier: MIT
"""Every text of the window has its German, and the compiled file is the one of the texts."""

import re
import shutil
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree

import pytest

from azmodels_gui.storage.bundled import resource

ROOT = Path(__file__).parents[2]
NAME = "azmodels_de"
PLACEHOLDER = re.compile(r"\{\w+\}")


def tool(name: str) -> str:
    found = shutil.which(name, path=str(Path(sys.executable).parent)) or shutil.which(name)
    if found is None:
        pytest.skip(f"{name} is not installed")
    return found


def messages() -> list[tuple[str, str, str, str]]:
    """Return context, source, translation and its state of every message."""
    tree = ElementTree.parse(resource(f"translations/{NAME}.ts"))
    found = []
    for context in tree.iter("context"):
        for message in context.iter("message"):
            translation = message.find("translation")
            assert translation is not None
            found.append(
                (
                    context.findtext("name", ""),
                    message.findtext("source", ""),
                    translation.text or "",
                    translation.get("type", ""),
                )
            )
    return found


def test_no_text_is_untranslated_or_obsolete() -> None:
    assert [message for message in messages() if not message[2] or message[3]] == []


def test_translations_keep_every_placeholder() -> None:
    wrong = [
        message
        for message in messages()
        if sorted(PLACEHOLDER.findall(message[1])) != sorted(PLACEHOLDER.findall(message[2]))
    ]
    assert wrong == []


def test_translations_use_the_glossary_and_no_english_words_for_it() -> None:
    forbidden = re.compile(
        r"use case|deployment|provider|(?<!--)catalog\b|zurückgezogen", re.IGNORECASE
    )
    assert [message for message in messages() if forbidden.search(message[2])] == []


def test_the_file_of_texts_is_up_to_date(tmp_path: Path) -> None:
    """`pyside6-lupdate` on the program leaves no difference; docs/translating.md says how."""
    copy = tmp_path / f"{NAME}.ts"
    shutil.copy(resource(f"translations/{NAME}.ts"), copy)
    sources = sorted(str(path) for path in (ROOT / "azmodels_gui").rglob("*.py"))
    command = [tool("pyside6-lupdate"), *sources, "-locations", "none", "-no-obsolete"]
    languages = ["-source-language", "en", "-target-language", "de"]
    subprocess.run([*command, *languages, "-ts", str(copy)], check=True, capture_output=True)
    assert copy.read_text() == resource(f"translations/{NAME}.ts").read_text()


def test_the_compiled_file_is_made_from_the_texts(tmp_path: Path) -> None:
    fresh = tmp_path / f"{NAME}.qm"
    texts = str(resource(f"translations/{NAME}.ts"))
    subprocess.run(
        [tool("pyside6-lrelease"), "-silent", texts, "-qm", str(fresh)],
        check=True,
        capture_output=True,
    )
    assert fresh.read_bytes() == resource(f"translations/{NAME}.qm").read_bytes()
