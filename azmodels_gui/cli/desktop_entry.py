# SPDX-License-Identifier: MIT
"""`azmodels desktop`: the window among the programs of a Linux desktop, its files by double click.

Manual pages and what completes commands come along, where `man` and bash look for them. pip
and pipx install commands alone; a package of the system brings the same files itself.
"""

import argparse
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

from azmodels_gui import resources_folder
from azmodels_gui.cli.manual import SHORT, completion, man_page
from azmodels_gui.cli.options import LANGUAGE, Command, OneOf
from azmodels_gui.cli.output import DONE, Refused, print_lines
from azmodels_gui.language.command_line import Parser
from azmodels_gui.language.words import ENGLISH, N_, language_codes, told
from azmodels_gui.storage.files import write_atomically

PLACES = {
    "desktop/azmodels.desktop": "applications/azmodels.desktop",
    "desktop/azmodels-mime.xml": "mime/packages/azmodels.xml",
    "desktop/azmodels.metainfo.xml": "metainfo/azmodels.metainfo.xml",
    "desktop/azmodels.svg": "icons/hicolor/scalable/apps/azmodels.svg",
}
"""What comes with the program, and where a desktop looks for it."""
COMPLETED = "bash-completion/completions/azmodels"
_REFRESHED = {"update-desktop-database": "applications", "update-mime-database": "mime"}
"""What tells the desktop of it, where it is there: it looks by itself at the next login."""


def run(arguments: argparse.Namespace) -> int:
    """Put the files where the user's desktop looks, or take them away; print each."""
    if sys.platform in ("win32", "darwin"):
        raise Refused(N_("this is for Linux desktops; here an installer does it"))
    folder = Path(os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share")
    changed = list(_removed(folder) if arguments.remove else _put(folder, arguments.parser_of_all))
    for command, inside in _REFRESHED.items():
        if shutil.which(command) and (folder / inside).is_dir():
            subprocess.run([command, str(folder / inside)], check=False, capture_output=True)
    print_lines(map(str, changed) if changed else [told(_NOTHING, arguments.language)])
    return DONE


def _put(folder: Path, parser_of_all: Callable[[str], Parser]) -> Iterator[Path]:
    for source, place in PLACES.items():
        data = (resources_folder() / source).read_bytes()
        if place.endswith(".desktop"):
            data = data.replace(b"Exec=azmodels-gui", b"Exec=" + _window_command().encode())
        yield _written(folder / place, data)
    for program, language, place in _manuals():
        page = man_page(program, language, parser_of_all)
        yield _written(folder / place, page.encode())
    yield _written(folder / COMPLETED, completion(parser_of_all(ENGLISH), "bash").encode())


def _written(path: Path, data: bytes) -> Path:
    write_atomically(path, data)
    return path


def _manuals() -> Iterator[tuple[str, str, str]]:
    """Yield program, language and place of each manual page."""
    for language in language_codes():
        inside = "man" if language == ENGLISH else f"man/{language}"
        yield from ((program, language, f"{inside}/man1/{program}.1") for program in SHORT)


def _removed(folder: Path) -> Iterator[Path]:
    manuals = (place for _, _, place in _manuals())
    for place in (*PLACES.values(), *manuals, COMPLETED):
        if (folder / place).exists():
            (folder / place).unlink()
            yield folder / place


def _window_command() -> str:
    """Return the command of the window as a desktop entry has it: whole, in quotes.

    Beside this command, wherever pipx or a virtual environment put both.
    """
    beside = Path(sys.argv[0]).with_name("azmodels-gui")
    found = beside.absolute() if beside.exists() else shutil.which("azmodels-gui")
    if found is None:
        raise Refused(N_("the command azmodels-gui is not beside this one"))
    escaped = "".join(rf"\\{each}" if each in '"`$\\' else each for each in str(found))
    return f'"{escaped.replace("%", "%%")}"'


_NOTHING = N_("nothing was there")
DESKTOP = Command(
    "desktop",
    run,
    N_("put the window among the programs of a Linux desktop"),
    N_(
        "Put the window among the programs of a Linux desktop, and let a double click open "
        "clients' files (*.azclient); manual pages and bash's completion come along. For the "
        "user alone, below XDG_DATA_HOME."
    ),
    (
        OneOf(
            {
                "--install": N_("put the files where the desktop looks (the usual)"),
                "--remove": N_("take them away again"),
            }
        ),
        LANGUAGE,
    ),
)
