# SPDX-License-Identifier: MIT
"""Runs `azmodels` inside the test's process."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import pytest

from azmodels_gui.app.cli import main


@dataclass(frozen=True)
class Ran:
    """How a command ended and what it printed."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)

    @property
    def models(self) -> list[str]:
        """Names of the models in the JSON of `list`."""
        return [entry["model"] for entry in self.json]


Run = Callable[..., Ran]


def run_with(capsys: pytest.CaptureFixture[str], *arguments: object) -> Ran:
    try:
        code = main([str(argument) for argument in arguments])
    except SystemExit as ended:  # argparse: wrong arguments, --help, --version
        code = int(ended.code or 0)
    captured = capsys.readouterr()
    return Ran(code, captured.out, captured.err)
