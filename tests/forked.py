# SPDX-License-Identifier: MIT
"""Programs in processes of their own that import nothing again.

A server imports what they need, once for each process that tests, and forks for each start: half
of a start is imports. Where there is no fork, each starts anew. That the program starts from
nothing is held by tests that start it so (tests/app/test_window_process.py, test_cli_process.py).
"""

import multiprocessing
import os
import subprocess
import sys
import tempfile
import warnings
from collections.abc import Callable, Mapping
from functools import cache
from multiprocessing.context import BaseContext
from pathlib import Path

NEEDED = ("azmodels_gui.app.application", "tests.end_to_end.stories", "tests.end_to_end.walker")
TIMEOUT_S = 300

Main = Callable[[list[str]], int]


@cache
def _context() -> BaseContext:
    if "forkserver" not in multiprocessing.get_all_start_methods():
        return multiprocessing.get_context("spawn")
    made = multiprocessing.get_context("forkserver")
    made.set_forkserver_preload(list(NEEDED))
    return made


def ran(
    main: Main, *arguments: object, environment: Mapping[str, str], folder: Path
) -> subprocess.CompletedProcess[str]:
    """Run a program in a folder and return how it ended and what it printed; warnings are errors.

    Args:
        main: what a module has by that name; it is called by name in the other process.
        arguments: what follows the program's name.
        environment: all of it.
        folder: where it runs.
    """
    told = [str(argument) for argument in arguments]
    with tempfile.TemporaryDirectory() as files:
        streams = [Path(files, name) for name in ("out", "err")]
        given = (main, told, dict(environment), folder, streams)
        process = _context().Process(target=_run, args=given)  # type: ignore[attr-defined]
        process.start()
        process.join(TIMEOUT_S)
        if process.exitcode is None:
            process.kill()
            process.join()
        out, err = (each.read_text("utf-8") if each.exists() else "" for each in streams)
    return subprocess.CompletedProcess(told, process.exitcode or 0, out, err)


def _run(
    main: Main, arguments: list[str], environment: dict[str, str], folder: Path, streams: list[Path]
) -> None:
    """Be the program, in the other process."""
    os.environ.clear()
    os.environ.update(environment)
    os.chdir(folder)
    for path, number in zip(streams, (1, 2), strict=True):
        os.dup2(os.open(path, os.O_CREAT | os.O_WRONLY, 0o600), number)
    for name in ("stdout", "stderr"):
        getattr(sys, name).reconfigure(encoding="utf-8", line_buffering=True)
    warnings.simplefilter("error")
    sys.exit(main(arguments))
