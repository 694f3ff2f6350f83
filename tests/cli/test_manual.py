# SPDX-License-Identifier: MIT
"""The manual page tells every command and option, in the language, and what counts besides."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest

import azmodels_gui
from azmodels_gui.cli.main import COMMANDS
from azmodels_gui.cli.manual import ENVIRONMENT, SHORT
from azmodels_gui.cli.options import Command, Family
from tests.cli.ran import Run


def commands() -> list[str]:
    found = []
    for name, each in COMMANDS.items():
        below = each.commands if isinstance(each, Family) else ()
        found += [f"{name} {other.name}" for other in below] or [name]
        assert isinstance(each, Command | Family)
    return found


def test_every_command_has_its_options_and_examples(run: Run) -> None:
    page = run("man", "--language", "en").out.replace(r"\-", "-")
    parts = re.split(r"^\.S[SH] ", page, flags=re.MULTILINE)
    told = {part.partition("\n")[0]: part for part in parts}
    assert {f"azmodels {name}" for name in commands()} <= told.keys()
    assert r"\fB--input-tokens\fR \fIN\fR" in told["azmodels cost"]
    assert r"\fB--output\fR" not in told["azmodels cost"]
    assert "azmodels cost gpt-5.2" in told["azmodels cost"]
    assert "AZMODELS_CATALOG_URL" in told["ENVIRONMENT"]


def test_the_page_speaks_the_language(run: Run) -> None:
    page = run("man", "--language", "de").out.replace(r"\-", "-")
    assert r"\fB--catalog\fR \fIDATEI\fR" in page
    assert ".SH UMGEBUNGSVARIABLEN" in page
    assert "show this help" not in page
    assert "Handbuchseite" in page
    window = run("man", "azmodels-gui", "--language", "de").out.replace(r"\-", "-")
    assert r"\fB--screenshot\fR \fIDATEI\fR" in window
    assert "--help" not in window
    assert "contoso.azclient" in window


def test_every_variable_of_ours_is_told() -> None:
    sources = Path(azmodels_gui.__file__).parent.rglob("*.py")
    named = {
        name
        for path in sources
        for name in re.findall(r'"(AZMODELS_[A-Z_]+)"', path.read_text(encoding="utf-8"))
    }
    assert named == {name for name in ENVIRONMENT if name.startswith("AZMODELS_")}
    page = Path(__file__).parents[2] / "docs" / "headless-commands.md"
    section = page.read_text("utf-8").partition("\n## Environment variables\n")[2]
    assert named == set(re.findall(r"`(AZMODELS_[A-Z_]+)`", section.partition("\n## ")[0]))


@pytest.mark.skipif(not shutil.which("groff"), reason="needs groff")
@pytest.mark.parametrize("language", ["en", "de"])
@pytest.mark.parametrize("program", SHORT)
def test_groff_finds_no_fault(run: Run, program: str, language: str) -> None:
    asked = ["groff", "-k", "-man", "-Tutf8", "-ww", "-z"]
    page = run("man", program, "--language", language).out
    ended = subprocess.run(asked, input=page.encode(), capture_output=True, check=True)
    assert ended.stderr == b""
