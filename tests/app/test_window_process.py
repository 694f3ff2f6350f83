# SPDX-License-Identifier: MIT
"""`azmodels-gui` as its users start it: a process without a display."""

import os
import subprocess
from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QImage

from azmodels_gui.app.__main__ import main
from azmodels_gui.publish.build import catalog_bytes
from tests.apart import python
from tests.builders import catalog, model, offer, text, version
from tests.forked import ran

COMMAND = ("-W", "error", "-m", "azmodels_gui.app")


def environment(home: Path) -> dict[str, str]:
    hidden = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    shown = {name: value for name, value in os.environ.items() if name not in hidden}
    return shown | {"AZMODELS_CONFIG_DIR": str(home), "PYTHONUTF8": "1"}


def start(*arguments: object, home: Path) -> subprocess.CompletedProcess[str]:
    """Start the program as its users do."""
    return python(*COMMAND, *arguments, environment=environment(home))


def forked(*arguments: object, home: Path) -> subprocess.CompletedProcess[str]:
    """Start it without its imports, where something else is asked."""
    return ran(main, *arguments, environment=environment(home), folder=Path.cwd())


@pytest.fixture
def sample(tmp_path: Path) -> Path:
    path = tmp_path / "sample.json"
    offered = version(offers=(offer("GlobalStandard", "germanywestcentral"),))
    path.write_bytes(catalog_bytes(catalog(model("alpha", offered), model("beta"))))
    return path


def test_without_a_display_one_sentence_says_what_works_instead(tmp_path: Path) -> None:
    ended = start(home=tmp_path)
    assert ended.returncode == 2
    assert ended.stdout == ""
    assert ended.stderr.count("\n") == 1
    assert "--screenshot" in ended.stderr


def test_a_screenshot_needs_no_display_and_is_as_large_as_asked(
    tmp_path: Path, sample: Path
) -> None:
    picture = tmp_path / "window.png"
    options = ("--size", "1280x720", "--language", "de", "--theme", "dark", "--select", "beta")
    ended = start("--screenshot", picture, "--catalog", sample, *options, home=tmp_path)
    assert (ended.returncode, ended.stderr) == (0, "")
    image = QImage(str(picture))
    assert (image.width(), image.height()) == (1280, 720)
    assert QColor(image.pixel(4, 4)).lightness() < 80


@pytest.mark.parametrize("day", ["0001-01-01", "9999-01-01", "9999-12-31"])
def test_the_first_and_the_last_days_can_be_counted_from(
    tmp_path: Path, sample: Path, day: str
) -> None:
    options = ("--page", "guide", "--today", day, "--filter", f"retires_after={day}")
    ended = forked("--screenshot", tmp_path / "a.png", "--catalog", sample, *options, home=tmp_path)
    assert (ended.returncode, ended.stderr) == (0, "")


def test_a_presentation_can_be_pictured(tmp_path: Path, sample: Path) -> None:
    pictures = [tmp_path / "page.png", tmp_path / "presented.png"]
    for picture, more in zip(pictures, ((), ("--present",)), strict=True):
        options = ("--page", "regions", "--size", "1280x720", "--language", "en", *more)
        ended = forked("--screenshot", picture, "--catalog", sample, *options, home=tmp_path)
        assert (ended.returncode, ended.stderr) == (0, "")
    page, presented = (QImage(str(picture)) for picture in pictures)
    assert page.size() == presented.size()
    assert page != presented


def test_a_screenshot_leaves_the_users_state_alone(tmp_path: Path, sample: Path) -> None:
    home = tmp_path / "home"
    ended = forked("--screenshot", tmp_path / "a.png", "--catalog", sample, home=home)
    assert ended.returncode == 0
    assert not home.exists()


def test_a_screenshot_says_when_the_entry_to_select_is_not_there(
    tmp_path: Path, sample: Path
) -> None:
    picture = tmp_path / "window.png"
    options = ("--catalog", sample, "--select", "gamma")
    ended = forked("--screenshot", picture, *options, home=tmp_path)
    assert ended.returncode == 2
    assert "'gamma'" in ended.stderr
    assert not picture.exists()


def test_a_filter_that_is_none_is_refused_with_the_reason(tmp_path: Path, sample: Path) -> None:
    options = ("--catalog", sample, "--filter", "regoin:x")
    ended = forked("--screenshot", tmp_path / "a.png", *options, home=tmp_path)
    assert ended.returncode == 2
    assert "did you mean region:" in ended.stderr


def test_a_picture_that_cannot_be_written_is_a_sentence_not_a_traceback(
    tmp_path: Path, sample: Path
) -> None:
    ended = forked("--screenshot", tmp_path, "--catalog", sample, home=tmp_path)
    assert ended.returncode == 1
    assert "was not saved" in ended.stderr
    assert "Traceback" not in ended.stderr


BAD = {
    "empty": b"",
    "truncated": b'{"schema_version": "1.0", "models": [',
    "of the wrong type": b"[1, 2, 3]",
    "nested without end": b"[" * 100_000,
    "with a huge number": b'{"schema_version": "1.0", "serial": 1e999}',
    "not UTF-8": "Größe".encode("utf-16"),
    "of a newer schema": b'{"schema_version": "9.0"}',
}


@pytest.mark.parametrize("content", [pytest.param(data, id=name) for name, data in BAD.items()])
def test_the_window_opens_on_any_file(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "bad.json"
    path.write_bytes(content)
    ended = forked("--screenshot", tmp_path / "a.png", "--catalog", path, home=tmp_path)
    assert (ended.returncode, ended.stderr) == (0, "")
    assert (tmp_path / "a.png").stat().st_size > 10_000


def test_markup_and_endless_texts_are_only_texts(tmp_path: Path) -> None:
    long = model("endless", summary=text("<img src=x>" * 800))
    path = tmp_path / "odd.json"
    path.write_bytes(catalog_bytes(catalog(long, model("<b>bold</b>", version("x" * 100)))))
    options = ("--catalog", path, "--select", "endless", "--size", "1280x720")
    ended = forked("--screenshot", tmp_path / "a.png", *options, home=tmp_path)
    assert (ended.returncode, ended.stderr) == (0, "")


def test_where_qt_cannot_paint_the_code_is_2_and_the_log_says_why(tmp_path: Path) -> None:
    own = environment(tmp_path) | {"QT_QPA_PLATFORM": "no-such-plugin"}
    ended = ran(main, environment=own, folder=tmp_path)
    assert ended.returncode == 2
    assert "no-such-plugin" in ended.stderr
    assert "QtFatalMsg" in (tmp_path / "azmodels.log").read_text()
