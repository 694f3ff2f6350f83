# SPDX-License-Identifier: MIT
"""Attacks, damages, kills, interleavings and a walk: what was tried, what held, what was lost.

    python -m bench --campaign [--quick] [--seed N] [--walk SECONDS]

Each runs in processes of its own, as in the tests, which do the same with less. What was lost is
named below its line; the seed repeats it.
"""

import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[1]
ATTACKS = (
    *("tests/storage/test_attacks.py", "tests/storage/test_faults.py"),
    *("tests/storage/test_fetch.py", "tests/storage/test_trust.py"),
    *("tests/storage/test_trust_fails_closed.py", "tests/catalog/test_bombs.py"),
    *("tests/catalog/test_loading.py", "tests/app/test_hostile_catalogue.py"),
)
"""Each case is one attack: what The Update Framework lists, bombs, odd servers, hostile texts."""
KILLS, DAMAGES, SAVES = 1_000, 1_000, 1_000
SCENES = 8
QUICKER = 10
STARTS_EACH = 40
SAVES_EACH = 50
"""Of each of two windows, before the file is judged."""


@dataclass(frozen=True)
class Told:
    """What came of one part."""

    what: str
    tried: int
    lost: list[str] = field(default_factory=list)

    def __str__(self) -> str:
        held = self.tried - len(self.lost)
        line = f"{self.what:<44} tried {self.tried:>5}  held {held:>5}  lost {len(self.lost):>3}"
        return "\n".join([line, *(f"    {each}" for each in self.lost)])


def run(*, quick: bool, seed: int, walk_s: float) -> int:
    """Print each part as it is done; return the exit code: 1 if something was lost."""
    print(f"seed {seed}", flush=True)
    part = QUICKER if quick else 1
    lost = 0
    for told in _parts(part, seed, walk_s):
        print(told, flush=True)
        lost += len(told.lost)
    return 1 if lost else 0


def _parts(part: int, seed: int, walk_s: float) -> Iterator[Told]:
    yield _attacks()
    yield from _kills(KILLS // SCENES // part, seed)
    yield _interleavings(SAVES // part, seed)
    yield _damages(DAMAGES // part, seed)
    if walk_s:
        yield _walk(walk_s, seed)


def _attacks() -> Told:
    command = [sys.executable, "-m", "pytest", "-q", "-n", "0", "-rf", *ATTACKS]
    ran = subprocess.run(command, cwd=ROOT, capture_output=True, encoding="utf-8", check=False)
    found = re.findall(r"(\d+) (?:passed|failed|error)", ran.stdout)
    failed = re.findall(r"^FAILED (.+)$", ran.stdout, re.MULTILINE)
    if not found:
        failed = [ran.stdout[-500:] + ran.stderr[-500:]]
    return Told("attacks, odd servers, bombs, hostile texts", sum(map(int, found)), failed)


def _kills(points: int, seed: int) -> Iterator[Told]:
    with tempfile.TemporaryDirectory() as folder:
        for name, (killed, lost) in _module("storage.kill_scenes", folder, points, seed).items():
            yield Told(f"kills: {name}", killed, lost)


def _interleavings(saves: int, seed: int) -> Told:
    tried, lost = 0, list[str]()
    while tried < saves:
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder, "state.json")
            told = _module("app.interleaving", path, SAVES_EACH, seed + tried)
        tried += told["saves"]
        lost += (f"seed {seed + tried}: {each}" for each in told["lost"])
    return Told("two windows that save in any order", tried, lost)


def _damages(count: int, seed: int) -> Told:
    """Start so often; each process only some times, since windows of one process add up."""
    tried, lost = 0, list[str]()
    while tried < count:
        with tempfile.TemporaryDirectory() as folder:
            own = seed + tried
            told = _module("app.damages", folder, STARTS_EACH, own, before=_as_others())
        tried += told["tried"]
        lost += (f"seed {own}: {each}" for each in told["lost"])
    return Told("starts on damaged files", tried, lost)


def _walk(seconds: float, seed: int) -> Told:
    told = _module("end_to_end.walker", "--seed", seed, "--seconds", seconds)
    growth: list[dict[str, int]] = told["samples"]
    print(f"    from {growth[0]} to {growth[-1]}; {told['slow_count']} steps above 100 ms")
    return Told("steps of a walk", told["steps"], told["faults"])


def _as_others() -> list[str]:
    """Return what lets root be refused by permissions, as everybody else is."""
    setpriv = shutil.which("setpriv")
    if setpriv is None or not hasattr(os, "geteuid") or os.geteuid() != 0:
        return []
    return [setpriv, "--bounding-set=-dac_override,-dac_read_search"]


def _module(name: str, *arguments: object, before: Sequence[str] = ()) -> Any:
    command = [*before, sys.executable, "-m", f"tests.{name}", *map(str, arguments)]
    ran = subprocess.run(command, cwd=ROOT, capture_output=True, encoding="utf-8", check=False)
    try:
        return json.loads(ran.stdout)
    except ValueError as error:
        raise SystemExit(f"{name} ended with {ran.returncode}: {ran.stderr[-2_000:]}") from error
