# SPDX-License-Identifier: MIT
"""Refreshes in processes of their own and kills them: `python -m tests.storage.killing`.

The process that runs this has everything imported and forks a child for each refresh, so that a
kill point costs milliseconds. It prints what became of the catalogues as JSON.
"""

import contextlib
import json
import os
import random
import signal
import sys
import time
import traceback
from collections.abc import Callable
from dataclasses import dataclass, field
from importlib import import_module
from pathlib import Path
from typing import Any

from azmodels_gui.storage.fetch import Limits
from azmodels_gui.storage.held import read_kept
from tests.storage.home import Home
from tests.storage.keys import KEY

STEPS = frozenset({"open", "os.rename", "os.link", "os.remove", "os.mkdir", "os.chmod"})
"""What Python tells its audit hooks of changes to files; a child can be killed before each."""
CHANGES = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC
"""A file opened without them is only read: a kill there finds the disk as at the next change."""
IMPORTED_LATE = (
    "requests",
    "truststore",
    "cryptography.hazmat.primitives.asymmetric.ed25519",
    "cryptography.exceptions",
)
"""Else each child would spend most of its life importing them."""
LATER, SOONER = 1.01, 0.9
"""How the time in which kills come follows the machine: about one in twelve comes too late."""


@dataclass
class Counts:
    killed: int = 0
    finished: int = 0
    """Children that were through before their kill came."""
    advanced: int = 0
    """Refreshes, killed or not, after which the new catalogue was in use."""
    held: int = 0
    """Kills after which the old one was."""
    lost: list[str] = field(default_factory=list)


def refresh(home: Home, url: str) -> None:
    home.refresh(url, Limits())  # a busy machine is silent for longer than tests otherwise allow


def forked(work: Callable[[], object]) -> int:
    """Run the work in a child; return its process id."""
    child = os.fork()
    if child:
        return child
    code = 1
    try:
        work()
        code = 0
    except BaseException:
        traceback.print_exc()  # what fails without being killed is looked into
    finally:
        os._exit(code)


def killed_at(home: Home, url: str, delay_s: float) -> bool:
    """Kill a refresh after a time; return whether the kill came before its end."""
    child = forked(lambda: refresh(home, url))
    time.sleep(delay_s)
    with contextlib.suppress(ProcessLookupError):
        os.kill(child, signal.SIGKILL)
    return os.WIFSIGNALED(os.waitpid(child, 0)[1])


def changes(event: str, arguments: tuple[Any, ...], folder: str) -> bool:
    """Tell whether an audit hook was told of a change to a file in a folder."""
    if event not in STEPS or not str(arguments[0]).startswith(folder):
        return False
    return event != "open" or bool(arguments[2] & CHANGES)


def killed_at_step(act: Callable[[], object], folder: Path, step: int) -> bool:
    """Do what changes a folder in a child; kill it before its n-th change, if there are so many."""
    seen = 0

    def hook(event: str, arguments: tuple[Any, ...]) -> None:
        nonlocal seen
        if changes(event, arguments, str(folder)):
            seen += 1
            if seen == step:
                os.kill(os.getpid(), signal.SIGKILL)

    def work() -> None:
        sys.addaudithook(hook)
        act()

    return os.WIFSIGNALED(os.waitpid(forked(work), 0)[1])


def judge(home: Home, before: int, counts: Counts, killed: bool, about: str) -> int:
    """Count what is there after a refresh; return the serial in use."""
    loaded = home.loaded()
    serial = loaded.catalog.serial
    if loaded.warning is not None or serial < before:
        counts.lost.append(f"{about}: {loaded.warning or serial}")
    for kept in home.store.serials():
        try:
            read_kept(home.store, kept)
        except Exception as error:  # whatever it is, it is a catalogue that does not load
            counts.lost.append(f"{about}: {kept}: {error}")
    counts.advanced += serial > before
    counts.held += killed and serial == before
    return serial


def duration_s(home: Home, url: str) -> float:
    """Return how long a refresh takes here."""
    took = []
    for _ in range(7):
        began = time.perf_counter()
        if os.waitpid(forked(lambda: refresh(home, url)), 0)[1]:
            raise SystemExit("a refresh failed without any kill")
        took.append(time.perf_counter() - began)
    return sorted(took)[len(took) // 2]


def kill_at_any_moment(home: Home, url: str, seed: int, points: int) -> Counts:
    """Kill refreshes after random times."""
    counts, chance = Counts(), random.Random(seed)
    longest, serial = duration_s(home, url), home.serial
    while counts.killed < points:
        if counts.killed + counts.finished > 3 * points:
            raise SystemExit("too few of the kills came in time")
        delay = chance.uniform(0, longest)
        killed = killed_at(home, url, delay)
        counts.killed += killed
        counts.finished += not killed
        longest *= LATER if killed else SOONER
        serial = judge(home, serial, counts, killed, f"after {delay * 1000:.1f} ms")
    return counts


def kill_at_steps(home: Home, url: str, first: int, stride: int) -> Counts:
    """Kill refreshes before every n-th change to a file, from the first to the last."""
    counts, serial, step = Counts(), home.serial, first
    while killed_at_step(lambda: refresh(home, url), home.folder, step):
        counts.killed += 1
        judge(home, serial, counts, True, f"at step {step}")
        refresh(home, url)  # the next one succeeds, whatever the killed one left
        serial = home.serial
        step += stride
    return counts


def main() -> None:
    folder, url, kind, *numbers = sys.argv[1:]
    for name in IMPORTED_LATE:
        import_module(name)
    kill = {"moments": kill_at_any_moment, "steps": kill_at_steps}[kind]
    counts = kill(Home(Path(folder), (KEY.public,)), url, *map(int, numbers))
    print(json.dumps(vars(counts)))


if __name__ == "__main__":
    main()
