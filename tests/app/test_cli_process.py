# SPDX-License-Identifier: MIT
"""`azmodels` as its users meet it: a process with exit codes, streams and an encoding.

What a process adds nothing to is asked in this one.
"""

import json
import os
import subprocess
import sys
from functools import partial
from pathlib import Path

import pytest

from azmodels_gui import __version__
from azmodels_gui.publish.build import catalog_bytes
from tests.apart import python, told
from tests.builders import catalog, model, text
from tests.cli.ran import Run, run_with

COMMAND = ("-W", "error", "-m", "azmodels_gui.cli.main")


def azmodels(
    *arguments: object, env: dict[str, str] | None = None
) -> subprocess.CompletedProcess[str]:
    environment = os.environ | {"PYTHONUTF8": "1"} | (env or {})
    return python(*COMMAND, *arguments, environment=environment)


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    return partial(run_with, capsys)


def test_qt_and_what_only_building_needs_are_never_imported() -> None:
    script = (
        "import sys\n"
        "from azmodels_gui.cli.main import main\n"
        "main(['list', '--format', 'json'])\n"
        "main(['show', 'gpt-4o'])\n"
        "main(['catalog', 'schema'])\n"
        "unwanted = [name for name in sys.modules\n"
        "    if name.partition('.')[0] in ('PySide6', 'shiboken6', 'markdown_it', 'pydantic')]\n"
        "sys.exit(f'imported: {unwanted}' if unwanted else 0)\n"
    )
    told("-c", script)


def test_the_version_is_the_packages() -> None:
    ran = azmodels("--version")
    assert (ran.returncode, ran.stdout) == (0, f"azmodels {__version__}\n")


@pytest.mark.parametrize(
    "arguments",
    [
        pytest.param((), id="all commands"),
        pytest.param(("list",), id="list"),
        pytest.param(("show",), id="show"),
        pytest.param(("catalog", "build"), id="build"),
        pytest.param(("catalog", "check"), id="check"),
        pytest.param(("catalog", "diff"), id="diff"),
    ],
)
def test_help_explains_itself(arguments: tuple[str, ...], run: Run) -> None:
    ran = run(*arguments, "--help")
    assert ran.code == 0
    assert "usage: azmodels" in ran.out


def test_the_help_documents_the_exit_codes_and_gives_examples() -> None:
    ran = azmodels("--help")
    assert ran.returncode == 0
    out = ran.stdout
    assert "exit codes:" in out
    assert "azmodels show gpt-5.4" in out


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        pytest.param((), "COMMAND", id="no command"),
        pytest.param(("lits",), "invalid choice", id="a misspelled command"),
        pytest.param(("list", "--on", "tomorrow"), "no day such as", id="no date"),
        pytest.param(("list", "--regio", "x"), "unrecognized", id="a shortened option"),
        pytest.param(("list", "--region", "Atlantis"), "unknown region", id="unknown region"),
        pytest.param(("show", "gpt-5x"), "did you mean", id="unknown model"),
        pytest.param(("list", "--catalog", "no.json"), "there is no such file", id="no file"),
    ],
)
def test_what_is_not_possible_ends_with_2_and_a_sentence(
    arguments: tuple[str, ...], told: str, run: Run
) -> None:
    ran = run(*arguments)
    assert ran.code == 2
    assert told in ran.err
    assert ran.out == ""


@pytest.mark.parametrize(
    ("data", "told"),
    [
        pytest.param(b"", "the file is empty", id="empty"),
        pytest.param(
            catalog_bytes(catalog(model("m")))[:-30],
            "no JSON from line",
            id="cut off",
        ),
        pytest.param(b'{"a":' + b"[" * 100_000, "nested too deeply", id="nested without end"),
        pytest.param(b'{"title": "\xff\xfe"}', "not UTF-8 at byte 11", id="not UTF-8"),
        pytest.param(
            catalog_bytes(catalog(model("m"), model("m"))),
            "models[1]: 'm' comes twice",
            id="one model twice",
        ),
        pytest.param(
            json.dumps({"schema_version": "1.0", "serial": "x" * 200_000}).encode(),
            "serial: expected a whole number, found 'xxx",
            id="200,000 characters instead of a number",
        ),
    ],
)
def test_a_damaged_catalogue_ends_with_2_its_path_and_the_place(
    tmp_path: Path, data: bytes, told: str, run: Run
) -> None:
    path = tmp_path / "damaged.json"
    path.write_bytes(data)
    for command in (("list", "--catalog", path), ("catalog", "check", path)):
        ran = run(*command)
        assert ran.code == 2
        assert str(path) in ran.err
        assert told in ran.err
        assert len(ran.err) < 2_000


def test_what_is_not_possible_is_a_sentence_on_standard_error(tmp_path: Path) -> None:
    path = tmp_path / "damaged.json"
    path.write_bytes(b'{"a":' + b"[" * 100_000)
    ran = azmodels("list", "--catalog", path)
    assert (ran.returncode, ran.stdout) == (2, "")
    assert "nested too deeply" in ran.stderr
    assert "Traceback" not in ran.stderr


def test_a_terminal_that_knows_ascii_alone_gets_everything(tmp_path: Path) -> None:
    path = tmp_path / "catalog.json"
    path.write_bytes(catalog_bytes(catalog(model("m", summary=text("Größe →", "Größe →")))))
    ascii_only = {"PYTHONUTF8": "0", "PYTHONIOENCODING": "ascii", "LC_ALL": "C"}
    shown = azmodels("show", "m", "--catalog", path, "--language", "de", env=ascii_only)
    assert shown.returncode == 0
    assert r"Gr\xf6\xdfe \u2192" in shown.stdout
    listed = azmodels("show", "m", "--catalog", path, "--format", "json", env=ascii_only)
    assert json.loads(listed.stdout)["entries"][0]["summary"]["de"] == "Größe →"


def test_markup_and_escape_sequences_of_a_file_are_shown_as_text(tmp_path: Path) -> None:
    path = tmp_path / "catalog.json"
    nasty = text("<b>bold</b> \x1b[31mred", "<b>fett</b>")
    path.write_bytes(catalog_bytes(catalog(model("m", summary=nasty))))
    out = azmodels("show", "m", "--catalog", path, "--language", "en").stdout
    assert "<b>bold</b> \ufffd[31mred" in out


@pytest.mark.skipif(sys.platform == "win32", reason="pipes end differently on Windows")
def test_a_reader_that_has_seen_enough_is_no_error() -> None:
    command = [sys.executable, *COMMAND, "list", "--format", "json"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.read(10)
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait(60) == 0


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
def test_a_full_disk_is_told() -> None:
    with Path("/dev/full").open("wb") as full:
        ran = subprocess.run(
            [sys.executable, *COMMAND, "list"],
            stdout=full,
            stderr=subprocess.PIPE,
            check=False,
            timeout=60,
            env=os.environ | {"LC_ALL": "C"},
        )
    assert ran.returncode == 2
    assert b"the disk is full" in ran.stderr
    assert b"Traceback" not in ran.stderr


@pytest.mark.skipif(os.name != "posix", reason="closes descriptors as a shell does")
@pytest.mark.parametrize(
    ("closed", "code"), [(">&-", 2), ("2>&-", 0), ("<&-", 0), (">&- 2>&-", 2), (">/dev/full", 2)]
)
def test_a_closed_stream_is_no_traceback(closed: str, code: int) -> None:
    command = f"{sys.executable} -m azmodels_gui.cli.main list --newest {closed}"
    ran = subprocess.run(
        ["/bin/sh", "-c", command], capture_output=True, encoding="utf-8", check=False, timeout=60
    )
    assert ran.returncode == code
    assert "Traceback" not in ran.stderr
    assert "Exception ignored" not in ran.stderr


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
@pytest.mark.parametrize(
    ("code", "arguments"),
    [
        pytest.param(2, ("catalog", "check", "/nonexistent"), id="a file that is not there"),
        pytest.param(2, ("list", "--tier", "-1"), id="a wrong argument"),
        pytest.param(2, ("show", "nothing-of-that-name"), id="an unknown name"),
        pytest.param(
            0, ("list", "--region", "germanywestcentral", "--format", "csv"), id="a remark"
        ),
    ],
)
def test_an_error_that_cannot_be_written_keeps_its_code(
    code: int, arguments: tuple[str, ...]
) -> None:
    with Path("/dev/full").open("wb") as full:
        ran = subprocess.run(
            [sys.executable, *COMMAND, *arguments],
            stdout=subprocess.DEVNULL,
            stderr=full,
            check=False,
            timeout=60,
        )
    assert ran.returncode == code


def test_without_any_home_a_command_answers_from_the_bundled_catalogue() -> None:
    environment = {"PATH": os.environ["PATH"], "HOME": "", "PYTHONPATH": os.pathsep.join(sys.path)}
    command = ("-m", "azmodels_gui.cli.main", "list", "--newest")
    ran = python(*command, environment=environment)
    assert ran.returncode == 0
    assert "Traceback" not in ran.stderr
    assert "gpt" in ran.stdout
