# SPDX-License-Identifier: MIT
"""Load profiles from files: by minute, by hour, measured; progress, cancel, faults."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from azmodels_gui.calculator.load_profile import DayProfile, LoadProfile
from azmodels_gui.calculator.load_table import UnreadableProfile
from azmodels_gui.calculator.wording import Refusal
from azmodels_gui.window.calculator.profile_control import LoadedProfile, ProfileLoader

EXAMPLES = Path(__file__).parents[3] / "docs" / "examples"


def loaded(qtbot: QtBot, file: Path) -> LoadedProfile:
    loader = ProfileLoader(Path.read_bytes, lambda _key, _data: None)
    with qtbot.waitSignal(loader.loaded) as told:
        loader.load(file)
    assert told.args is not None
    found = told.args[0]
    assert isinstance(found, LoadedProfile)
    return found


def failure(qtbot: QtBot, file: Path) -> Exception:
    loader = ProfileLoader(Path.read_bytes, lambda _key, _data: None)
    with qtbot.waitSignal(loader.failed) as told, qtbot.assertNotEmitted(loader.loaded):
        loader.load(file)
    assert told.args is not None
    assert told.args[0] == file
    error = told.args[1]
    assert isinstance(error, Exception)
    return error


def test_the_header_says_whether_a_file_is_by_minute_or_by_hour(qtbot: QtBot) -> None:
    assert isinstance(loaded(qtbot, EXAMPLES / "load-by-minute.csv").held.profile, LoadProfile)
    assert isinstance(loaded(qtbot, EXAMPLES / "load-by-hour.csv").held.profile, DayProfile)


def test_metrics_bring_what_an_average_request_was_made_of(qtbot: QtBot) -> None:
    found = loaded(qtbot, EXAMPLES / "metrics-by-minute.json").held
    assert isinstance(found.profile, LoadProfile)
    assert found.request is not None
    assert found.request.input_tokens


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        pytest.param(b"", Refusal, id="an empty file"),
        pytest.param(b"a,b\n1,2\n", Refusal, id="other columns"),
        pytest.param(b"time,requests\nnever,1\n", UnreadableProfile, id="a row that is no row"),
        pytest.param(b"\xff\xfe\x00t", Refusal, id="not text"),
        pytest.param(b"{", Refusal, id="broken JSON"),
    ],
)
def test_a_file_that_is_no_profile_is_told(
    qtbot: QtBot, tmp_path: Path, data: bytes, kind: type[Exception]
) -> None:
    file = tmp_path / "load.csv"
    file.write_bytes(data)
    assert isinstance(failure(qtbot, file), kind)


def test_a_missing_file_is_told(qtbot: QtBot, tmp_path: Path) -> None:
    assert isinstance(failure(qtbot, tmp_path / "none.csv"), FileNotFoundError)


def test_progress_is_told_and_a_cancelled_file_says_no_more(qtbot: QtBot, tmp_path: Path) -> None:
    file = tmp_path / "load.csv"
    minutes = (
        f"2026-01-{1 + at // 1440:02}T{at // 60 % 24:02}:{at % 60:02},5" for at in range(30_000)
    )
    file.write_text("\n".join(["time,requests", *minutes]), encoding="utf-8")
    loader = ProfileLoader(Path.read_bytes, lambda _key, _data: None)
    told: list[int] = []
    loader.progress.connect(told.append)
    with qtbot.waitSignal(loader.loaded, timeout=20_000):
        loader.load(file)
    assert told == sorted(told)
    assert len(told) > 3
    with qtbot.assertNotEmitted(loader.loaded), qtbot.waitSignal(loader.busy_changed):
        loader.load(file)
    with qtbot.waitSignal(loader.busy_changed):
        loader.cancel()
