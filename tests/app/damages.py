# SPDX-License-Identifier: MIT
"""Starts the window on damaged files: `python -m tests.app.damages FOLDER COUNT SEED`.

One file or folder of the user's is damaged for each start. The window must come, say what it could
not read, and have everything of which a sound copy is there. Prints JSON: tried, lost.
"""

import gc
import json
import os
import random
import shutil
import signal
import socket
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from types import FrameType

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication

from azmodels_gui.app.application import Opened, open_window, qt_application
from azmodels_gui.app.saved_state import state_to_json
from azmodels_gui.app.screenshot import drop_offscreen_chatter
from azmodels_gui.catalog.query import CatalogQuery
from azmodels_gui.cli.window_options import parse_arguments
from azmodels_gui.publish.build import catalog_bytes
from azmodels_gui.storage.bundled import catalog_dir, site_file, state_file
from azmodels_gui.storage.preferences import KeptLoads, StateFile
from azmodels_gui.window.state import SavedFilter, WindowState
from tests.storage.home import BUNDLED_SERIAL, Home, numbered

PATIENCE_S = 30
FILTERS = ("one", "two", "three")
PINNED = ("gpt-x", "1")
Damage = Callable[[Path, random.Random], object]


def _flipped(path: Path, dice: random.Random) -> None:
    data = bytearray(path.read_bytes())
    for _ in range(dice.choice((1, 1, 1, 5, 50))):
        data[dice.randrange(len(data))] ^= 1 << dice.randrange(8)
    path.write_bytes(data)


def _zeroed(path: Path, dice: random.Random) -> None:
    data = bytearray(path.read_bytes())
    start = dice.randrange(len(data))
    end = min(len(data), start + dice.choice((1, 16, 512, 4_096)))
    data[start:end] = bytes(end - start)
    path.write_bytes(data)


def _cut(path: Path, dice: random.Random) -> None:
    data = path.read_bytes()
    path.write_bytes(data[: dice.randrange(len(data))])


def _doubled(path: Path, dice: random.Random) -> None:
    data = path.read_bytes()
    at = dice.choice((0, len(data), dice.randrange(len(data))))
    path.write_bytes(data[:at] + data + data[at:])


def _other_version(path: Path, dice: random.Random) -> None:
    data = path.read_bytes()
    for old, new in ((b'"1.', b'"9.'), (b'"page"', b'"seite"'), (b"[", b'[{"of": 9}, ')):
        data = data.replace(old, new, dice.choice((0, 1, 5)))
    path.write_bytes(data)


def _replaced_by(make: Callable[[Path], object]) -> Damage:
    def damage(path: Path, _dice: random.Random) -> None:
        if path.is_dir() and not path.is_symlink():
            shutil.rmtree(path)
        else:
            path.unlink(missing_ok=True)
        make(path)

    return damage


def _socket(path: Path) -> None:
    with suppress(OSError):  # a path too long for one stays missing
        socket.socket(socket.AF_UNIX).bind(str(path))


def _too_long(path: Path) -> None:
    with path.open("wb") as file:
        file.truncate(3 * 1024**3)


BYTES: dict[str, Damage] = {
    "flipped": _flipped,
    "zeroed": _zeroed,
    "cut": _cut,
    "doubled": _doubled,
    "another version": _other_version,
    "empty": lambda path, _: path.write_bytes(b""),
    "a web page": lambda path, _: path.write_bytes(b"<html>"),
    "null": lambda path, _: path.write_bytes(b"null"),
    "nested": lambda path, _: path.write_bytes(b"[" * 200_000),
}
KINDS: dict[str, Damage] = {
    "missing": _replaced_by(lambda _path: None),
    "a folder": _replaced_by(lambda path: path.mkdir()),
    "a file": _replaced_by(lambda path: path.write_bytes(b"x")),
    "a loop": _replaced_by(lambda path: path.symlink_to(path.name)),
    "a link to nothing": _replaced_by(lambda path: path.symlink_to("nothing/here")),
    "a pipe": _replaced_by(os.mkfifo),
    "a socket": _replaced_by(_socket),
    "a device": _replaced_by(lambda path: path.symlink_to("/dev/zero")),
    "too long": _replaced_by(_too_long),
    "no permission": lambda path, _: path.chmod(0),
}


def prepare() -> None:
    """Make everything that a user of some weeks has."""
    home = Home(catalog_dir())
    for number in (1, 2):
        path = catalog_dir().parent / "asked.json"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(catalog_bytes(numbered(BUNDLED_SERIAL + number)))
        home.open_file(path)
        path.unlink()
    path.write_bytes(catalog_bytes(numbered(BUNDLED_SERIAL + 3, ())))
    home.open_file(path)
    file = StateFile(state_file())
    saved = tuple(SavedFilter(name, CatalogQuery(text=name)) for name in FILTERS)
    state = WindowState(language="en", saved_filters=saved, pinned=(PINNED,), page="news")
    file.save({"refresh": {"url": "https://example.com/c", "public_keys": [], "automatic": False}})
    file.save(state_to_json(state))
    KeptLoads(state_file().with_name("loads")).keep("0" * 32, b"1\n2\n")
    site_file().parent.mkdir(parents=True, exist_ok=True)
    site_file().write_text("automatic = false\n")
    site_file().with_name("brand.toml").write_text('[colours]\naccent = "#0a6e31"\n')


def targets(base: Path) -> list[Path]:
    """Return every file and folder below, the folder itself not."""
    return sorted(path for path in base.rglob("*") if path.name != "asked.json")


def start() -> Opened:
    """Open the window as a process does."""
    return open_window(parse_arguments(["--today", "2026-11-25"]), StateFile(state_file()))


def judged(damaged: Path) -> str:
    """Start on what is there; return what was lost, nothing if all is well."""
    opened = start()
    window = opened.window
    window.show()
    opened.start_refreshing()
    QApplication.processEvents()
    state = window.state()
    told = []
    of_state = damaged.name == "state.json" or damaged.is_dir() or damaged in state_file().parents
    if not of_state and {each.name for each in state.saved_filters} != set(FILTERS):
        told.append("filters are gone")
    if damaged.name == "state.json" and damaged.is_file() and not state.saved_filters:
        sound = state_file().with_name("state.json.last-good").is_file()
        if sound:
            told.append("filters are gone although there is a copy")
        if not window.message_bar.isVisible():
            told.append("not a word")
    opened.keeper.save()
    window.close()
    for each in (window, opened):
        each.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    del window, opened, each
    gc.collect()
    return "; ".join(told)


def tried(base: Path, prepared: Path, name: str, kind: str, dice: random.Random) -> str:
    """Damage one file of a fresh copy in one way, and return what was lost."""
    for folder, names, _ in os.walk(base):  # what was shut is opened, so that it can go
        for each in names:
            Path(folder, each).chmod(0o755)
    shutil.rmtree(base, ignore_errors=True)
    shutil.copytree(prepared, base)
    path = base / name
    damage = BYTES.get(kind) or KINDS[kind]
    if kind in BYTES and (not path.is_file() or not path.stat().st_size):
        return ""
    damage(path, dice)
    signal.alarm(PATIENCE_S)
    try:
        return judged(path)
    except Exception as error:  # of any kind: the window did not come
        return repr(error)
    finally:
        signal.alarm(0)


def _too_slow(_number: int, _frame: FrameType | None) -> None:
    raise TimeoutError("the start hangs")


def main() -> None:
    base, count, seed = Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3])
    signal.signal(signal.SIGALRM, _too_slow)
    application = qt_application()
    drop_offscreen_chatter()
    home, prepared = base / "home", base / "prepared"
    for name in ("CONFIG", "DATA", "SITE"):
        os.environ[f"AZMODELS_{name}_DIR"] = str(home / name)
    prepare()
    shutil.copytree(home, prepared)
    dice, lost, done = random.Random(seed), [], 0
    names = [str(path.relative_to(prepared)) for path in targets(prepared)]
    pairs = [(name, kind) for name in names for kind in (*KINDS, *BYTES)]
    dice.shuffle(pairs)
    while done < count:
        name, kind = pairs[done % len(pairs)]
        if dice.random() < 0.4:  # most of what can be lost is in one file
            name = "CONFIG/state.json"
        told = tried(home, prepared, name, kind, dice)
        done += 1
        if told:
            lost.append(f"{name}, {kind}: {told}")
    print(json.dumps({"tried": done, "lost": lost}))
    del application


if __name__ == "__main__":
    main()
