# SPDX-License-Identifier: MIT
"""docs/hosting.md: its commands are commands, and what needs no host of one's own does its work."""

import os
import re
import shlex
import shutil
import subprocess
import textwrap
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path

import pytest

from azmodels_gui.cli.main import parser
from azmodels_gui.language.words import ENGLISH
from azmodels_gui.publish.build import catalog_bytes
from tests.cli.ran import Run
from tests.cli.test_catalog_publish import sample

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "hosting.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"```(\w*)\n(.+?)```", PAGE, re.DOTALL)
COMMANDS = [
    shlex.split(line.partition(" >")[0], comments=True)[1:]
    for kind, block in BLOCKS
    if not kind
    for line in block.splitlines()
    if line.startswith("azmodels ")
]
HERE = ("check", "diff", "sign")
"""Steps that ask nobody."""
CRON = next(block for _, block in BLOCKS if block.startswith("#!/bin/sh"))
WORKFLOW = next(block for kind, block in BLOCKS if kind == "yaml")
posix = pytest.mark.skipif(os.name != "posix", reason="a shell script")


@pytest.mark.parametrize("words", COMMANDS, ids=lambda words: " ".join(words[:3]))
def test_a_command_is_one(words: list[str]) -> None:
    assert partial(parser, command=words[0])(ENGLISH).parse_args(words).run


def test_from_a_key_to_a_signed_file(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("AZMODELS_KEY_PASSWORD", "not a secret")
    monkeypatch.chdir(tmp_path)
    for place in (tmp_path, tmp_path / "published"):
        place.mkdir(exist_ok=True)
        (place / "catalog.json").write_bytes(catalog_bytes(sample("gpt-a", "gpt-b")))
    made = run("catalog", "keygen", "azmodels.key")
    assert (made.code, made.out.count("RW") > 0) == (0, True), made.err
    steps = [words for words in COMMANDS if words[0] == "catalog" and words[1] in HERE]
    assert {words[1] for words in steps} == set(HERE)
    for words in steps:
        ran = run(*(word.replace("/secure/", "") for word in words))
        assert ran.code == 0, (words, ran.err)
    assert Path("catalog.json.sig").read_text().startswith("untrusted comment: ")


Shell = Callable[[str], subprocess.CompletedProcess[str]]


@pytest.fixture
def shell(tmp_path: Path) -> Shell:
    """Return a way to run a script whose programs are those of `tmp_path / "bin"` first."""
    (tmp_path / "bin").mkdir()

    def run_script(script: str) -> subprocess.CompletedProcess[str]:
        path = f"{tmp_path / 'bin'}{os.pathsep}{os.environ['PATH']}"
        return subprocess.run(
            ["sh", "-c", script],
            cwd=tmp_path,
            env=os.environ | {"PATH": path},
            capture_output=True,
            text=True,
            check=False,
        )

    return run_script


def programs(folder: Path, told: Mapping[str, str]) -> None:
    for name, script in told.items():
        (folder / "bin" / name).write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
        (folder / "bin" / name).chmod(0o755)


@posix
@pytest.mark.parametrize(
    ("code", "mail", "uploaded"),
    [
        pytest.param(0, "", True, id="published: no mail"),
        pytest.param(1, "1 of 2 models would disappear\n", False, id="to be looked at: mail"),
    ],
)
def test_the_cron_job_writes_mail_only_where_somebody_should_look(
    shell: Shell, tmp_path: Path, code: int, mail: str, uploaded: bool
) -> None:
    (tmp_path / "password.env").write_text("export AZMODELS_KEY_PASSWORD=x\n", encoding="utf-8")
    asked = 'test "$AZMODELS_KEY_PASSWORD" = x && test "$2" = publish || exit 9'
    told = "echo '1 of 2 models would disappear' >&2"
    programs(tmp_path, {"azmodels": f"{asked}\n{told}\nexit {code}", "rsync": 'echo "$@" >sent'})
    ran = shell(CRON.replace("/var/lib/azmodels", str(tmp_path)))
    assert (ran.returncode, ran.stdout, ran.stderr) == (code, mail, "")
    assert (tmp_path / "sent").exists() is uploaded


@posix
@pytest.mark.skipif(not shutil.which("git"), reason="needs git")
def test_the_workflow_commits_what_is_new_and_nothing_else(shell: Shell, tmp_path: Path) -> None:
    steps = re.findall(r"- run: \|\n((?: {10}.+\n)+)", WORKFLOW)
    step = "set -e\n" + textwrap.dedent(steps[-1])
    made = "git init -q --bare remote && git clone -q remote work && cd work && touch first"
    made += " && git -c user.name=x -c user.email=x@x add first"
    assert shell(f"{made} && git -c user.name=x -c user.email=x@x commit -qm first").returncode == 0
    shell("cd work && git push -q origin HEAD && touch report.txt")
    publish = "cd work && echo '{}' >catalog.json && echo x >catalog.json.sig\n"
    for _ in range(2):  # the second time nothing is new
        ran = shell(publish + step)
        assert ran.returncode == 0, ran.stderr
    log = shell("git -C remote log --all --format=%s --name-only").stdout.split()
    assert log.count("Publish") == 1
    assert {"catalog.json", "catalog.json.sig"} <= set(log)
    assert "report.txt" not in log
