# SPDX-License-Identifier: MIT
"""Five fixed walks through everything; longer ones: `python -m tests.end_to_end.walker --help`."""

import json
import os
from pathlib import Path
from typing import Any

import pytest

from tests.end_to_end.growth import grown_by
from tests.end_to_end.shrinking import shrink
from tests.end_to_end.walker import main
from tests.forked import ran

STEPS = 40


def walked(*arguments: object) -> dict[str, Any]:
    """Walk in a process of its own, and return what it tells."""
    ended = ran(main, *arguments, environment=os.environ, folder=Path.cwd())
    assert ended.returncode == 0, ended.stdout + ended.stderr
    told: dict[str, Any] = json.loads(ended.stdout)
    return told


@pytest.mark.parametrize("seed", [1, 2, 3, 4, 5])
def test_a_walk_through_everything_breaks_and_loses_nothing(seed: int) -> None:
    told = walked("--seed", seed, "--steps", STEPS)
    assert (told["faults"], told["steps"]) == ([], STEPS)


def test_a_walk_can_be_done_again_step_by_step(tmp_path: Path) -> None:
    record = tmp_path / "walk.jsonl"
    walked("--seed", 7, "--steps", 15, "--record", record)
    again = tmp_path / "again.jsonl"
    assert walked("--seed", 7, "--replay", record, "--record", again)["steps"] == 15
    assert again.read_text() == record.read_text()


def test_a_walk_rests_whatever_was_before(tmp_path: Path) -> None:
    walk = tmp_path / "walk.jsonl"
    steps = [("drop", "small.json"), ("drop", "muster.azclient"), ("rest", "")]
    written = (json.dumps({"do": do, "with": chosen, "dice": 1}) for do, chosen in steps)
    walk.write_text("\n".join(written))
    told = walked("--replay", walk)
    assert (told["faults"], len(told["rests"])) == ([], 1)


@pytest.mark.parametrize(("handles", "mib"), [(12, 300), (15, 300), (12, 320)])
def test_what_grows_from_the_first_rest_to_the_last_is_a_fault(handles: int, mib: int) -> None:
    first = {"memory_mib": 300, "handles": 12, "threads": 2}
    grown = grown_by(
        [
            first,
            {"memory_mib": 900, "handles": 99, "threads": 9},
            first | {"handles": handles, "memory_mib": mib},
        ]
    )
    assert bool(grown) is ((handles, mib) != (12, 300))


def test_a_walk_that_fails_is_shortened_to_what_makes_it_fail_in_the_same_way() -> None:
    def fault_of(steps: list[dict[str, object]]) -> tuple[int, str] | None:
        done = [step["do"] for step in steps]
        if "open" in done and "close" in done[done.index("open") :]:
            return done.index("close", done.index("open")) + 1, "was closed"
        return None if "page" in done else (1, "another fault")

    walk = [*["page", "look"] * 9, "open", "size", "look", "page", "close", "wheel"]
    shortest = shrink([{"do": name} for name in walk], fault_of)
    assert [step["do"] for step in shortest] == ["open", "close"]
