# SPDX-License-Identifier: MIT
"""The window starts on damaged files and says so; more of them: `python -m bench --campaign`."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.mark.skipif(not hasattr(os, "fork"), reason="makes pipes and links")
def test_the_window_starts_on_damaged_files_and_loses_nothing(tmp_path: Path) -> None:
    ran = subprocess.run(
        [sys.executable, "-m", "tests.app.damages", tmp_path, "15", "1"],
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=120,
    )
    assert ran.returncode == 0, ran.stderr
    assert ran.stderr == ""
    assert json.loads(ran.stdout) == {"tried": 15, "lost": []}
