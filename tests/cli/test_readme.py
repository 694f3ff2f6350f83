# SPDX-License-Identifier: MIT
"""Every command that README.md and the user guide show is one, and those that need no host run."""

import gzip
import re
import shlex
import shutil
from functools import partial
from pathlib import Path

import pytest

from azmodels_gui.cli import main as cli
from azmodels_gui.language.words import ENGLISH
from tests.cli.ran import Run
from tests.clients.answers import account, as_bytes, counter, listed, sku

ROOT = Path(__file__).parents[2]
PAGES = ("README.md", "resources/guide/en.md", "resources/guide/de.md")


def commands_of(page: str) -> list[list[str]]:
    text = (ROOT / page).read_text(encoding="utf-8").replace("\\\n", " ")
    return [
        shlex.split(line)[1:]
        for block in re.findall(r"```\n(.+?)```", text, re.DOTALL)
        for line in block.splitlines()
        if line.startswith("azmodels ")
    ]


COMMANDS = [words for page in PAGES for words in commands_of(page)]
ELSEWHERE = {
    "mcp": "answers an assistant until it hangs up",
    "refresh": "takes a catalogue from a host",
    "changes": "tells of a refresh",
    "catalog build": "reads the public sources",
    "catalog collect": "fetches the public sources",
}
"""What cannot run here, and why; the arguments are checked nevertheless."""
COUNTER = "OpenAI.GlobalStandard.gpt-5.4"


def elsewhere(words: list[str]) -> bool:
    return words[0] in ELSEWHERE or " ".join(words[:2]) in ELSEWHERE


def id_of(words: list[str]) -> str:
    return " ".join(words[:3])


@pytest.mark.parametrize("words", COMMANDS, ids=id_of)
def test_a_command_is_one(words: list[str]) -> None:
    parser = partial(cli.parser, command=words[0])(ENGLISH)
    assert parser.parse_args(words).run


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give a folder with the files that the commands name, of which they make others."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("AZMODELS_DATA_DIR", str(tmp_path / "data"))
    earlier = ROOT / "docs" / "screenshots" / "earlier-catalog.json.gz"
    (tmp_path / "old.json").write_bytes(gzip.decompress(earlier.read_bytes()))
    shutil.copy(ROOT / "catalog.json", tmp_path / "new.json")
    answers = {
        "models-swedencentral.json": [listed("gpt-5.4", "1", sku("GlobalStandard", COUNTER))],
        "usage-swedencentral.json": [counter(COUNTER, 20, 100)],
        "accounts.json": [account("contoso-ai", "swedencentral")],
    }
    for name, document in answers.items():
        (tmp_path / name).write_bytes(as_bytes(document))
    return tmp_path


@pytest.mark.parametrize("page", PAGES)
def test_the_commands_run_one_after_the_other(desk: Path, run: Run, page: str) -> None:
    commands = commands_of(page)
    assert len(commands) >= 4
    for words in (words for words in commands if not elsewhere(words)):
        ran = run(*words)
        assert ran.code == 0, (words, ran.err)
        written = [desk / word for word in words if (desk / word).is_file()]
        assert ran.out.strip() or written[-1].stat().st_size > 100


def test_nothing_is_left_out_that_is_no_longer_shown() -> None:
    shown = {words[0] for words in COMMANDS} | {" ".join(words[:2]) for words in COMMANDS}
    assert ELSEWHERE.keys() <= shown
