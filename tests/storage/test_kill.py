# SPDX-License-Identifier: MIT
"""`kill -9` at any moment, and several programs at once, never leave a catalogue unreadable."""

import json
import os
import socket
from pathlib import Path
from typing import Any

import pytest

from azmodels_gui.publish.build import catalog_bytes
from tests.apart import told
from tests.builders import model, text
from tests.storage.fault_server import Answer, Request, reply, serving
from tests.storage.home import BUNDLED_SERIAL, PATH, Home, numbered
from tests.storage.keys import KEY, signature
from tests.storage.kill_scenes import SCENES
from tests.storage.racing import ROUNDS
from tests.storage.survival import Survival

PARTS = 4
POINTS = 15
"""Kills in each part, so that none takes long; `bench/campaign.py` has more."""
TURNS = 2
"""Those who share the changes of a refresh, for the same reason: one takes the odd ones."""
PROGRAMS = 6
ROOT = Path(__file__).parents[2]
LONG = "A sentence that makes the file longer. " * 100

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork and SIGKILL")


class Publisher:
    """Publishes a new catalogue, of some 300 KB and signed, for each request."""

    def __init__(self) -> None:
        models = [model(f"gpt-long-{number}", summary=text(LONG)) for number in range(40)]
        base = numbered(BUNDLED_SERIAL)
        longer = base.but(models=(*base.models, *models))
        self._template = catalog_bytes(longer)
        self._serial = BUNDLED_SERIAL
        self._data = b""

    @property
    def answers(self) -> dict[str, Answer]:
        return {PATH: self._catalog, f"{PATH}.sig": self._signature}

    def _catalog(self, connection: socket.socket, request: Request) -> None:
        self._serial += 1
        old, new = str(BUNDLED_SERIAL).encode(), str(self._serial).encode()
        self._data = self._template.replace(old, new, 1)
        reply(self._data)(connection, request)

    def _signature(self, connection: socket.socket, request: Request) -> None:
        reply(signature(self._data, KEY))(connection, request)


def run_in_processes(module: str, home: Home, url: str, *more: object) -> Any:
    return module_told(module, home.folder, url, *more)


def module_told(module: str, *arguments: object) -> Any:
    """Run a module that forks, away from the threads of this process."""
    return json.loads(told("-m", f"tests.storage.{module}", *arguments))


def killed(home: Home, survival: Survival, *how: object) -> int:
    """Kill refreshes; hold that no catalogue was lost, and return how many kills there were."""
    with serving(Publisher().answers) as served:
        counts = run_in_processes("killing", home, served.url, *how)
    survival.tried += counts["killed"]
    survival.survived += counts["killed"] - len(counts["lost"])
    survival.lost += len(counts["lost"])
    assert counts["lost"] == []
    # Of few kills at random moments all may come early; of those at each step some come late.
    assert counts["held"] > 0
    assert counts["advanced"] > 0 or how[0] == "moments"
    return int(counts["killed"])


@pytest.mark.parametrize("part", range(PARTS))
def test_a_kill_at_any_moment_loses_no_catalogue(home: Home, survival: Survival, part: int) -> None:
    assert killed(home, survival, "moments", 20261124 + part, POINTS) == POINTS


@pytest.mark.parametrize("first", range(1, TURNS + 1))
def test_a_kill_at_any_step_on_files_loses_no_catalogue(
    home: Home, survival: Survival, first: int
) -> None:
    assert killed(home, survival, "steps", first, TURNS) >= 10


def test_several_programs_at_once_lose_nothing_and_none_goes_back(home: Home) -> None:
    """Each answer of the host is newer, so that a slower program comes too late: it is told so."""
    publisher = Publisher()
    with serving(publisher.answers) as served:
        told = run_in_processes("racing", home, served.url, PROGRAMS)
    assert told["ends"] == [0] * PROGRAMS
    assert sum(told["went"].values()) == PROGRAMS * ROUNDS
    assert set(told["went"]) <= {"updated", "older", "busy", "signature_wrong"}
    assert told["went"]["updated"] > 0
    assert told["serial"] > BUNDLED_SERIAL
    assert (told["warning"], told["left"]) == ("", [])


@pytest.mark.parametrize("scene", SCENES)
def test_a_change_that_is_killed_leaves_what_was_or_what_comes(
    tmp_path: Path, survival: Survival, scene: str
) -> None:
    told = module_told("kill_scenes", tmp_path / "scene", 0, 20_261_130, scene)
    ((killed, lost),) = told.values()
    survival.tried += killed
    survival.survived += killed - len(lost)
    survival.lost += len(lost)
    assert lost == []
    assert killed >= 3
