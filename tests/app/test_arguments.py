# SPDX-License-Identifier: MIT
"""The window's command line."""

from datetime import date
from pathlib import Path

import pytest

from azmodels_gui.app.__main__ import NO_DISPLAY, what_is_missing
from azmodels_gui.cli.window_options import Arguments, parse_arguments


def test_without_arguments_nothing_is_asked() -> None:
    assert parse_arguments([]) == Arguments()


def test_everything_that_is_asked_arrives() -> None:
    line = "--catalog c.json --language de --theme dark --screenshot a.png --page models"
    more = (
        "--catalog-url https://c.example/c.json --size 1280x720 --select gpt-4o "
        "--today 2026-11-22 --present --pin gpt-4o --pin o3"
    )
    found = parse_arguments(
        [*line.split(), *more.split(), "--filter", "region:a gpt", "--open", "azmodels:x"]
    )
    assert found == Arguments(
        catalog=Path("c.json"),
        catalog_url="https://c.example/c.json",
        language="de",
        theme="dark",
        screenshot=Path("a.png"),
        page="models",
        size_px=(1280, 720),
        select="gpt-4o",
        filter_text="region:a gpt",
        link="azmodels:x",
        present=True,
        pin=("gpt-4o", "o3"),
        today=date(2026, 11, 22),
    )


@pytest.mark.parametrize(
    "line",
    [
        pytest.param("--size big", id="a size in words"),
        pytest.param("--size 100x100", id="a window too small to use"),
        pytest.param("--size 9999x9999", id="a window too large to paint"),
        pytest.param("--language fr", id="a language the window does not speak"),
        pytest.param("--theme pink", id="a theme there is not"),
        pytest.param("--page nowhere", id="a page there is not"),
        pytest.param("--today tomorrow", id="a day in words"),
        pytest.param("--colour", id="an option there is not"),
    ],
)
def test_a_mistake_ends_with_code_2(line: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        parse_arguments(line.split())
    assert ended.value.code == 2
    assert "error:" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("platform", "environment", "lacking"),
    [
        pytest.param("linux", {}, True, id="Linux without a display"),
        pytest.param("linux", {"DISPLAY": ""}, True, id="an empty name is no display"),
        pytest.param("linux", {"DISPLAY": ":0"}, False, id="X11"),
        pytest.param("linux", {"WAYLAND_DISPLAY": "w"}, False, id="Wayland"),
        pytest.param("linux", {"QT_QPA_PLATFORM": "offscreen"}, False, id="Qt told otherwise"),
        pytest.param("win32", {}, False, id="Windows always has one"),
        pytest.param("darwin", {}, False, id="macOS always has one"),
    ],
)
def test_a_missing_display_is_noticed(
    platform: str, environment: dict[str, str], lacking: bool
) -> None:
    assert (what_is_missing(platform, environment) is NO_DISPLAY) is lacking
