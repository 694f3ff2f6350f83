# SPDX-License-Identifier: MIT
"""A system without a display, or without what Qt draws with, is told in a sentence."""

import re
from pathlib import Path

import pytest

from azmodels_gui.app import __main__ as starting
from azmodels_gui.language.words import Phrase

README = Path(__file__).parents[2] / "README.md"


@pytest.mark.parametrize(
    ("environment", "lacking"),
    [
        pytest.param({"DISPLAY": ":0"}, ["libxcb-cursor.so.0"], id="X11 needs it"),
        pytest.param({"QT_QPA_PLATFORM": "xcb"}, ["libxcb-cursor.so.0"], id="asked for by name"),
        pytest.param({"WAYLAND_DISPLAY": "w", "DISPLAY": ":0"}, [], id="Wayland does not"),
        pytest.param({"QT_QPA_PLATFORM": "offscreen"}, [], id="nor does a picture"),
    ],
)
def test_a_library_that_is_not_there_is_named_with_its_package(
    monkeypatch: pytest.MonkeyPatch, environment: dict[str, str], lacking: list[str]
) -> None:
    monkeypatch.setattr(starting, "_is_there", lambda name: name != "libxcb-cursor.so.0")
    why = starting.what_is_missing("linux", environment)
    if not lacking:
        assert why is None
        return
    assert isinstance(why, Phrase)
    for language in ("en", "de"):
        told = why.told(language)
        assert lacking[0] in told
        assert "libxcb-cursor0" in told
        assert "xcb-util-cursor" in told


def test_a_library_is_looked_for_where_the_system_keeps_them() -> None:
    assert starting._is_there("libc.so.6")
    assert not starting._is_there("libnobody-has-this.so.7")


def test_the_readme_names_the_same_packages() -> None:
    readme = README.read_text(encoding="utf-8")
    for packages in starting.packages():
        assert packages in readme


def test_the_debian_package_asks_for_the_same() -> None:
    script = (README.parent / "packaging" / "debian" / "deb.sh").read_text(encoding="utf-8")
    (asked,) = re.findall(r"^Depends: libc6 \(.+?\), (lib.+)$", script, re.MULTILINE)
    debian, *_ = starting.packages()
    fonts = {"fonts-dejavu-core"}  # sheets and the window bring their own
    assert set(asked.split(", ")) == set(debian.split()) - fonts
