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
from collections.abc import Callable
from dataclasses import dataclass, field
from importlib import import_module
from pathlib import Path

from azmodels_gui.storage.held import read_kept
from tests.storage.home import Home
from tests.storage.keys import KEY

STEPS = frozenset({"open", "os.rename", "os.remove", "os.mkdir", "os.chmod", "os.listdir"})
"""What Python tells its audit hooks of files; a child can be killed at each of them."""
IMPORTED_LATE = (
    "requests",
    "truststore",
    "cryptography.hazmat.primitives.asymmetric.ed25519",
    "cryptography.exceptions",
)
"""Else each child would spend most of its life importing them."""
SLACK = 1.1
"""Some of the random kills come after the refresh has ended."""


@dataclass
class Counts:
    killed: int = 0
    finished: int = 0
    """Children that were through before their kill came."""
    advanced: int = 0
    """Kills after which the new catalogue was in use."""
    lost: list[str] = field(default_factory=list)


def refresh(home: Home, url: str) -> None:
    home.refresh(url)


def forked(work: Callable[[], object]) -> int:
    """Run the work in a child; return its process id."""
    child = os.fork()
    if child:
        return child
    code = 1
    with contextlib.suppress(BaseException):
        work()
        code = 0
    os._exit(code)


def killed_at(home: Home, url: str, delay_s: float) -> bool:
    """Kill a refresh after a time; return whether the kill came before its end."""
    child = forked(lambda: refresh(home, url))
    time.sleep(delay_s)
    with contextlib.suppress(ProcessLookupError):
        os.kill(child, signal.SIGKILL)
    return os.WIFSIGNALED(os.waitpid(child, 0)[1])


def killed_at_step(home: Home, url: str, step: int) -> bool:
    """Kill a refresh at its n-th step on files; return whether there were that many."""
    folder = str(home.folder)
    seen = 0

    def hook(event: str, arguments: tuple[object, ...]) -> None:
        nonlocal seen
        if event in STEPS and arguments and str(arguments[0]).startswith(folder):
            seen += 1
            if seen == step:
                os.kill(os.getpid(), signal.SIGKILL)

    def work() -> None:
        sys.addaudithook(hook)
        refresh(home, url)

    return os.WIFSIGNALED(os.waitpid(forked(work), 0)[1])


def judge(home: Home, before: int, counts: Counts, about: str) -> int:
    """Count what is there after a kill; return the serial in use."""
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


def main() -> None:
    folder, url, points = Path(sys.argv[1]), sys.argv[2], int(sys.argv[3])
    for name in IMPORTED_LATE:
        import_module(name)
    home, counts, chance = Home(folder, (KEY.public,)), Counts(), random.Random(20261124)
    longest = duration_s(home, url) * SLACK
    serial = home.serial
    while counts.killed < points:
        if counts.killed + counts.finished > 3 * points:
            raise SystemExit("too few of the kills came in time")
        delay = chance.uniform(0, longest)
        killed = killed_at(home, url, delay)
        counts.killed += killed
        counts.finished += not killed
        serial = judge(home, serial, counts, f"after {delay * 1000:.1f} ms")
    step = 1
    while killed_at_step(home, url, step):
        counts.killed += 1
        judge(home, serial, counts, f"at step {step}")
        home.refresh(url)  # the next one succeeds, whatever the killed one left
        serial = home.serial
        step += 1
    print(json.dumps({**vars(counts), "steps": step - 1}))


if __name__ == "__main__":
    main()
