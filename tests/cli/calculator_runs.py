# SPDX-License-Identifier: MIT
"""How the tests of the calculator's commands call them."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from tests.cli.ran import Ran, Run

ON = ("--on", "2026-11-22", "--language", "en")
DATA_ZONE = ("--deployment-type", "DataZoneProvisionedManaged")
LOAD = ("--rpm", "1000", "--input-tokens", "200", "--output-tokens", "20")
SHAPE = ("--input-tokens", "200", "--output-tokens", "20")
EAST_US_2 = ("--region", "eastus2")

Call = Callable[..., Ran]


def caller(run: Run, catalog_file: Path, command: str) -> Call:
    """Return a way to run one command on the sample catalogue."""

    def call(*arguments: object) -> Ran:
        return run(command, *arguments, "--catalog", catalog_file, *ON)

    return call


def json_of(ran: Ran) -> Any:
    """Return the JSON of a run that succeeded."""
    assert (ran.code, ran.err) == (0, "")
    return ran.json


def ids(statements: list[dict[str, Any]]) -> list[str]:
    """Return the ids of warnings or assumptions."""
    return [statement["id"] for statement in statements]


def assert_refused(ran: Ran, told: str) -> None:
    """The command ended with 2 and a sentence: no traceback, no number, no output."""
    assert ran.code == 2
    assert ran.out == ""
    assert told in ran.err
    assert "Traceback" not in ran.err
