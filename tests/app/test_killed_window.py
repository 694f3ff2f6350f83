# SPDX-License-Identifier: MIT
"""A window that is killed has lost a second of what was changed for a client at most."""

import os
import random
import subprocess
import sys
from pathlib import Path

import pytest

from azmodels_gui.clients.client import Client, client_bytes, read_client

ROOT = Path(__file__).parents[2]
KILLS = int(os.environ.get("AZMODELS_WINDOW_KILLS", "1"))
"""Each takes 3 s: more in a campaign."""
LONGEST_S = 1.5
MOST_LOST_S = 1.0


@pytest.mark.skipif(sys.platform == "win32", reason="needs SIGKILL")
@pytest.mark.parametrize("seed", range(KILLS))
def test_a_killed_window_lost_a_second_at_most(tmp_path: Path, seed: int) -> None:
    path = tmp_path / "contoso.azclient"
    path.write_bytes(client_bytes(Client(name="Contoso")))
    made = changes_until_killed(path, tmp_path, random.Random(seed).uniform(1.1, LONGEST_S))
    last = made[-1][1]
    had_to_be_saved = max((number for number, at in made if at <= last - MOST_LOST_S), default=0)
    assert int(read_client(path.read_bytes()).notes or 0) >= had_to_be_saved > 0


def changes_until_killed(path: Path, folder: Path, after_s: float) -> list[tuple[int, float]]:
    """Run a window and kill it some time after its first change; return all that it made."""
    homes = {f"AZMODELS_{name}_DIR": str(folder / name) for name in ("CONFIG", "DATA", "SITE")}
    ran = subprocess.Popen(
        [sys.executable, "-m", "tests.app.killed_window", str(path), str(folder / "state.json")],
        cwd=ROOT,
        env={**os.environ, **homes, "QT_QPA_PLATFORM": "offscreen"},
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    assert ran.stdout is not None
    made: list[tuple[int, float]] = []
    for line in ran.stdout:
        number, at = line.split()
        made.append((int(number), float(at)))
        if made[-1][1] - made[0][1] >= after_s:
            ran.kill()
            break
    ran.stdout.close()
    ran.wait()
    return made
