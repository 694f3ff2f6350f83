# SPDX-License-Identifier: MIT
"""The window starts on damaged files and says so; more of them: `python -m bench --campaign`."""

import json
import os
from pathlib import Path

import pytest

from tests.apart import python

ROOT = Path(__file__).parents[2]


@pytest.mark.skipif(not hasattr(os, "fork"), reason="makes pipes and links")
def test_the_window_starts_on_damaged_files_and_loses_nothing(tmp_path: Path) -> None:
    ran = python("-m", "tests.app.damages", tmp_path, 15, 1)
    assert (ran.returncode, ran.stderr) == (0, "")
    assert json.loads(ran.stdout) == {"tried": 15, "lost": []}
