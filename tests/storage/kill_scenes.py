# SPDX-License-Identifier: MIT
"""Changes on disk that are killed in the middle: `python -m tests.storage.kill_scenes`.

Each scene is prepared once; then its change is made in a child that is killed, in a copy of what
was prepared, and what is there afterwards is judged. Prints JSON: what was killed, what was lost.
"""

import contextlib
import json
import os
import random
import shutil
import signal
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from azmodels_gui.clients.client import Client
from azmodels_gui.publish.build import catalog_bytes
from azmodels_gui.storage.client_file import ClientFiles
from azmodels_gui.storage.files import read_bytes, write_file
from azmodels_gui.storage.held import read_kept
from azmodels_gui.storage.preferences import StateFile
from tests.builders import written
from tests.storage.home import BUNDLED_SERIAL, Home, numbered
from tests.storage.keys import KEY, signature
from tests.storage.killing import forked, killed_at_step

HELD, NEWER = BUNDLED_SERIAL + 1, BUNDLED_SERIAL + 2
LONG = "A sentence that makes it longer. " * 2_000


@dataclass(frozen=True)
class Scene:
    """A change; `judge` returns what was lost, nothing if all is well."""

    prepare: Callable[[Path], object]
    act: Callable[[Path], object]
    judge: Callable[[Path], str]


def _home(folder: Path, *, careful: bool = True) -> Home:
    return Home(folder / "catalogs", (KEY.public,) if careful else ())


def _open(folder: Path, data: bytes, *, signed: bool = True) -> None:
    path = folder / "asked.json"
    path.write_bytes(data)
    beside = folder / "asked.json.sig"
    beside.unlink(missing_ok=True)
    if signed:
        beside.write_bytes(signature(data))
    _home(folder, careful=signed).open_file(path)


def _spread(serial: int) -> bytes:
    """Return a catalogue in other bytes than `catalog_bytes` makes."""
    return json.dumps(json.loads(catalog_bytes(numbered(serial))), indent=4).encode()


def _judged(*allowed: int, careful: bool = True) -> Callable[[Path], str]:
    """Hold that one of these catalogues is shown, without a warning, and that all can be read."""

    def judge(folder: Path) -> str:
        home = _home(folder, careful=careful)
        loaded = home.loaded()
        if loaded.warning is not None or loaded.catalog.serial not in allowed:
            return f"{loaded.catalog.serial}: {loaded.warning}"
        for serial in home.store.serials():
            read_kept(home.store, serial)
        _open(folder, written(numbered(NEWER + 5)), signed=careful)  # life goes on
        return "" if home.serial == NEWER + 5 else "the next refresh did not come"

    return judge


def _both(folder: Path) -> str:
    """Judge a signed catalogue in place of an unsigned one of its serial: with keys and without."""
    with_keys = _home(folder).loaded()
    if with_keys.catalog.serial == BUNDLED_SERIAL and with_keys.warning is None:
        return "the bundled one without a word"
    return _judged(HELD, careful=False)(folder)


def _prepare_signed_over_unsigned(folder: Path) -> None:
    _open(folder, _spread(HELD), signed=False)


def _go_back(folder: Path) -> None:
    home = _home(folder)
    home.refresher().go_back(BUNDLED_SERIAL, lambda: home.loaded().catalog)


def _take_held_back(folder: Path) -> None:
    home = _home(folder)
    home.refresher().accept_held_back(lambda: home.loaded().catalog)


def _prepare_held_back(folder: Path) -> None:
    _open(folder, written(numbered(HELD)))
    _open(folder, written(numbered(NEWER, ())))


def _state(folder: Path) -> StateFile:
    return StateFile(folder / "state.json")


def _whole_state(folder: Path) -> str:
    file = _state(folder)
    values = file.load()
    whole = values.get("older") == LONG and values.get("changed") in (None, LONG)
    file.save({"next": 1})
    return "" if whole and _state(folder).load().get("next") == 1 else repr(values)[:80]


def _client(folder: Path, name: str) -> None:
    ClientFiles(folder / "kept").save(folder / "a.azclient", Client(name=name, notes=LONG))


def _whole_client(folder: Path) -> str:
    name = ClientFiles(folder / "kept").read(folder / "a.azclient").name
    return "" if name in ("before", "after") else name


def _whole_sheet(folder: Path) -> str:
    found = read_bytes(folder / "sheet.pdf")
    return "" if found in (b"before" * 10_000, b"after" * 10_000) else f"{len(found)} bytes"


SCENES = {
    "a newer serial": Scene(
        lambda folder: _open(folder, written(numbered(HELD))),
        lambda folder: _open(folder, written(numbered(NEWER))),
        _judged(HELD, NEWER),
    ),
    "the same serial, signed over unsigned": Scene(
        _prepare_signed_over_unsigned,
        lambda folder: _open(folder, written(numbered(HELD))),
        _both,
    ),
    "holding back": Scene(
        _prepare_held_back,
        lambda folder: _open(folder, written(numbered(NEWER + 1, ()))),
        _judged(HELD),
    ),
    "taking what was held back": Scene(_prepare_held_back, _take_held_back, _judged(HELD, NEWER)),
    "going back": Scene(
        lambda folder: _open(folder, written(numbered(HELD))),
        _go_back,
        _judged(HELD, BUNDLED_SERIAL),
    ),
    "the state": Scene(
        lambda folder: _state(folder).save({"older": LONG}),
        lambda folder: _state(folder).save({"changed": LONG}),
        _whole_state,
    ),
    "a client's file": Scene(
        lambda folder: _client(folder, "before"),
        lambda folder: _client(folder, "after"),
        _whole_client,
    ),
    "a sheet": Scene(
        lambda folder: write_file(folder / "sheet.pdf", b"before" * 10_000),
        lambda folder: write_file(folder / "sheet.pdf", b"after" * 10_000),
        _whole_sheet,
    ),
}


def _killed_after(act: Callable[[Path], object], folder: Path, delay_s: float) -> bool:
    """Make a change in a child and kill it after a time."""
    child = forked(lambda: act(folder))
    time.sleep(delay_s)
    with contextlib.suppress(ProcessLookupError):
        os.kill(child, signal.SIGKILL)
    return os.WIFSIGNALED(os.waitpid(child, 0)[1])


def _judged_safely(scene: Scene, folder: Path) -> str:
    try:
        return scene.judge(folder)
    except Exception as error:  # whatever it is, something could not be read
        return repr(error)


def _trials(scene: Scene, base: Path) -> Iterator[Path]:
    """Yield a copy of what was prepared, as often as it is asked for."""
    prepared, copy = base / "prepared", base / "copy"
    prepared.mkdir(parents=True)
    scene.prepare(prepared)
    while True:
        shutil.rmtree(copy, ignore_errors=True)
        shutil.copytree(prepared, copy)
        yield copy


def kill_at_each_step(scene: Scene, base: Path) -> tuple[int, list[str]]:
    """Return at how many steps a change was killed, and what was lost."""
    lost: list[str] = []
    for step, folder in enumerate(_trials(scene, base), 1):
        killed = killed_at_step(partial(scene.act, folder), folder, step)
        told = _judged_safely(scene, folder)
        if told:
            lost.append(f"step {step}: {told}")
        if not killed:
            return step - 1, lost
    raise AssertionError("there is always a last step")


def kill_at_any_moment(scene: Scene, base: Path, points: int, seed: int) -> tuple[int, list[str]]:
    """Return how many changes were killed after random times, and what was lost."""
    lost: list[str] = []
    chance, killed, tried = random.Random(seed), 0, 0
    longest_s = 0.05
    for folder in _trials(scene, base):
        came = _killed_after(scene.act, folder, chance.uniform(0, longest_s))
        longest_s = max(0.002, min(1.0, longest_s * (1.03 if came else 0.8)))
        told = _judged_safely(scene, folder)
        if told:
            lost.append(f"point {tried}: {told}")
        killed, tried = killed + came, tried + 1
        if killed >= points or tried > 4 * points:
            return killed, lost
    raise AssertionError("there is always a next trial")


def main() -> None:
    base, points, seed, *names = sys.argv[1:]
    told = {}
    for number, name in enumerate(names or SCENES):
        scene, folder = SCENES[name], Path(base) / str(number)
        if int(points):
            told[name] = kill_at_any_moment(scene, folder, int(points), int(seed) + number)
        else:
            told[name] = kill_at_each_step(scene, folder)
    print(json.dumps(told))


if __name__ == "__main__":
    main()
