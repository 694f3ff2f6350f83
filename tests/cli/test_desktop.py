# SPDX-License-Identifier: MIT
"""The window among a desktop's programs, and commands that a shell completes."""

import configparser
import subprocess
import sys
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest

from azmodels_gui import resources_folder
from azmodels_gui.clients.client import SUFFIX
from tests.cli.ran import Run

linux = pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="an installer does it here")


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give the data folder of a user who has the commands in a folder with a blank."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "share"))
    commands = tmp_path / "my bin"
    commands.mkdir()
    (commands / "azmodels-gui").touch()
    monkeypatch.setattr(sys, "argv", [str(commands / "azmodels")])
    return tmp_path / "share"


@linux
def test_the_files_lie_where_a_desktop_looks_and_go_again(home: Path, run: Run) -> None:
    put = run("desktop")
    assert put.code == 0
    paths = [Path(line) for line in put.out.splitlines()]
    assert len(paths) == 9
    assert {"man/man1/azmodels.1", "man/de/man1/azmodels-gui.1"} <= {
        path.relative_to(home).as_posix() for path in paths
    }
    assert all(path.is_file() and path.is_relative_to(home) for path in paths)
    entry = configparser.ConfigParser(interpolation=None, strict=False)
    entry.read(home / "applications" / "azmodels.desktop", encoding="utf-8")
    command = entry["Desktop Entry"]["Exec"]
    assert command == f'"{home.parent / "my bin" / "azmodels-gui"}" %f'
    gone = run("desktop", "--remove")
    assert (gone.code, gone.out) == (0, put.out)
    assert not any(path.exists() for path in paths)
    assert "nothing was there" in run("desktop", "--remove").out


@linux
def test_without_the_window_beside_it_nothing_is_put(
    home: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "argv", [str(home / "azmodels")])
    monkeypatch.setenv("PATH", str(home))
    ran = run("desktop")
    assert ran.code == 2
    assert "azmodels-gui" in ran.err
    assert not (home / "applications").exists()


def test_clients_files_have_a_type_that_the_window_opens() -> None:
    folder = resources_folder() / "desktop"
    space = {"m": "http://www.freedesktop.org/standards/shared-mime-info"}
    kind = ET.parse(folder / "azmodels-mime.xml").find("m:mime-type", space)
    assert kind is not None
    globs = [each.get("pattern") for each in kind.findall("m:glob", space)]
    assert globs == [f"*{SUFFIX}"]
    desktop = (folder / "azmodels.desktop").read_text(encoding="utf-8")
    assert f"MimeType={kind.get('type')};" in desktop
    provided = ET.parse(folder / "azmodels.metainfo.xml").find("provides/mediatype")
    assert provided is not None
    assert provided.text == kind.get("type")


@pytest.mark.parametrize("shell", ["bash", "zsh", "tcsh"])
def test_a_shell_is_told_commands_and_options(run: Run, shell: str) -> None:
    ran = run("completion", shell)
    assert ran.code == 0
    assert all(word in ran.out for word in ("guide", "compare", "client"))
    assert "data-zone" in ran.out


def test_bash_completes(run: Run, tmp_path: Path) -> None:
    script = tmp_path / "completion.bash"
    script.write_text(run("completion", "bash").out, encoding="utf-8")
    asked = (
        f"source {script}; COMP_WORDS=(azmodels gu); COMP_CWORD=1; "
        '_shtab_azmodels; echo "${COMPREPLY[*]}"'
    )
    ended = subprocess.run(["bash", "-c", asked], capture_output=True, text=True, check=True)
    assert ended.stdout.split() == ["guide"]
