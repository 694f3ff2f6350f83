# SPDX-License-Identifier: MIT
"""Typst at work: in this process, or in one of its own whose memory goes when it ends.

A comparison on 115 pages takes 600 MiB to be set; two thirds of them stayed with the window, in
pieces that no other work fits into. And what is under way in Typst cannot be called off, whereas a
process can be ended.
"""

import os
import subprocess
import sys
import threading
from collections.abc import Sequence
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any
from zlib import compress

from msgspec import Struct, msgpack

from azmodels_gui import resources_folder
from azmodels_gui.language.words import N_, ToldError

if TYPE_CHECKING:
    from typst import Fonts

SET_APART = "--set-pages"
"""What the packaged commands are started with to set pages and nothing else."""
_TEMPLATE = "sheets/sheet.typ"
_AGES = 11
REMEMBERED: list[str] = []
"""Forms of what Typst made and has not forgotten yet."""
_QUICKLY = 1
"""Level of packing."""
_UNSEEN = getattr(subprocess, "CREATE_NO_WINDOW", 0)
"""Else Windows would show a console for a moment."""
_HUMBLE = 5
"""How far the window goes first where processors are few."""


class Job(Struct, frozen=True):
    """A document that is to be set."""

    data: str
    """All that the template needs, as JSON."""
    form: str
    """`pdf` or `svg`."""
    timestamp: int
    """Its day, in seconds since 1970."""
    standards: tuple[str, ...] = ()
    fonts: str = ""
    """A folder of fonts beside the program's own."""
    system_fonts: bool = False
    packed: bool = False
    """Each page deflated, to a tenth."""


class _Answer(Struct, frozen=True):
    """What the other process made of it."""

    pages: list[bytes] = []
    problem: str = ""
    """What Typst found wrong with the document."""


class CalledOff(Exception):
    """The document is not wanted any more."""


def set_here(job: Job) -> list[bytes]:
    """Return the document, or each of its pages.

    Raises:
        TypstError: it cannot be set.
    """
    from typst import compile  # late, as wherever: most starts set no page

    forget()
    form: Any = job.form
    standards: list[Any] = list(job.standards)
    made = compile(
        _template(),
        font_paths=program_fonts(job.fonts, system=job.system_fonts),
        ignore_system_fonts=not job.system_fonts,
        format=form,
        sys_inputs={"data": job.data},
        pdf_standards=standards,
        timestamp=job.timestamp,
    )
    remembers(form)
    pages = made if isinstance(made, list) else [made]
    return [compress(page, _QUICKLY) for page in pages] if job.packed else pages


class NotSet(ToldError):
    """The system has ended the process that sets the document."""


_AT_WORK: set["subprocess.Popen[bytes]"] = set()


def end_all() -> None:
    """End what is still being set: this process ends, and nobody waits for it any more."""
    for process in tuple(_AT_WORK):
        process.kill()


class Apart:
    """Sets documents in a process of their own; called in the background, stopped from anywhere.

    Args:
        command: what starts another process than the usual one.
    """

    def __init__(self, command: Sequence[str] = ()) -> None:
        self._command = command or _own_command()
        self._lock = threading.Lock()
        self._process: subprocess.Popen[bytes] | None = None
        self._stopped = False

    def __call__(self, job: Job) -> list[bytes]:
        """Return the same as `set_here`, which takes its place where no process can be started.

        Raises:
            CalledOff: it was stopped.
            TypstError: it cannot be set.
        """
        try:
            told, code = self._asked(msgpack.encode(job))
        except OSError:
            return set_here(job)
        if self._stopped:
            raise CalledOff
        if code < 0:
            raise NotSet(N_("The pages could not be set; there was probably not enough memory."))
        if code:  # it could not begin: what is wrong with the document would be told
            return set_here(job)
        answer = msgpack.decode(told, type=_Answer)
        if answer.problem:
            from typst import TypstError

            raise TypstError(answer.problem, answer.problem)
        return answer.pages

    def stop(self) -> None:
        """Set nothing any more."""
        with self._lock:
            self._stopped = True
            if self._process is not None:
                self._process.kill()

    def _asked(self, told: bytes) -> tuple[bytes, int]:
        """Return what the other process answers, and how it ended."""
        with self._lock:
            if self._stopped:
                raise CalledOff
            self._process = process = subprocess.Popen(
                self._command,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                creationflags=_UNSEEN,
                cwd=resources_folder(),  # the one it stands in may be gone
            )
            _AT_WORK.add(process)
        try:
            answer, _ = process.communicate(told)
        finally:
            _AT_WORK.discard(process)
        with self._lock:
            self._process = None
        return answer, process.returncode


def _own_command() -> list[str]:
    """Return what starts a process that sets pages."""
    if getattr(sys, "frozen", False):
        window = Path(sys.executable)
        return [str(window.with_name("azmodels").with_suffix(window.suffix)), SET_APART]
    # The modules this process has, from wherever it has them; none of the folder it stands in.
    own = [str(Path(each).absolute()) for each in sys.path]
    return [
        sys.executable,
        "-c",
        f"import sys; sys.path[:] = {own!r}; from {__name__} import main; main()",
    ]


def main() -> int:
    """Set what is told on the standard input, answer on the standard output; return 0."""
    from typst import TypstError

    with suppress(AttributeError, OSError):
        os.nice(_HUMBLE)
    try:
        answer = _Answer(set_here(msgpack.decode(sys.stdin.buffer.read(), type=Job)))
    except TypstError as error:
        answer = _Answer(problem=str(error))
    sys.stdout.buffer.write(msgpack.encode(answer))
    return 0


def remembers(form: str) -> None:
    """Take note that Typst made something in this process, and keeps what it needed for that."""
    REMEMBERED.append(form)


def forget() -> None:
    """Let Typst drop what it remembers of the last documents and pictures.

    It would only after ten others, and eight models side by side are 40 MiB. A document is
    forgotten before the next one, since a command that sets a single one has no use for it; a
    window that goes on for hours forgets each when it is written.
    """
    if not REMEMBERED:
        return
    from typst import compile

    for _ in range(_AGES):
        compile(b"", format="svg", font_paths=program_fonts(), ignore_system_fonts=True)
    REMEMBERED.clear()


@cache
def _template() -> bytes:
    return (resources_folder() / _TEMPLATE).read_bytes()


@cache
def program_fonts(more: str = "", *, system: bool = False) -> "Fonts":
    """Return the program's own fonts, with those of a folder and of the system if asked."""
    from typst import Fonts

    folder = str(resources_folder() / "fonts")
    return Fonts(include_system_fonts=system, font_paths=[folder, more] if more else [folder])
