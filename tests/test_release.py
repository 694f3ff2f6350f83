# SPDX-License-Identifier: MIT
"""A release is told alike wherever it is told: the version stands in one place."""

import re
import tomllib
import xml.etree.ElementTree as ET
from pathlib import Path

from azmodels_gui import __version__, resources_folder
from tools.lowest import lowest

ROOT = Path(__file__).parents[1]


def test_changes_and_desktop_name_the_version_and_its_day() -> None:
    changes = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    headings = re.findall(r"^## (.+)$", changes, re.MULTILINE)
    metainfo = ET.parse(resources_folder() / "desktop" / "azmodels.metainfo.xml")
    newest = metainfo.find("releases/release")
    assert newest is not None
    assert headings[:2] == ["Unreleased", f"{__version__} - {newest.get('date')}"]
    assert newest.get("version") == __version__


def test_the_package_takes_the_version_from_the_program() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    assert "version" in project["project"]["dynamic"]
    place = ROOT / project["tool"]["hatch"]["version"]["path"]
    assert f'__version__ = "{__version__}"' in place.read_text(encoding="utf-8")


def test_every_library_of_the_program_has_a_lowest_version_that_can_be_asked_for() -> None:
    project = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    asked = tomllib.loads(project)["project"]["dependencies"]
    names = [re.split(r"[<>=!;\[ ]", each)[0] for each in asked]
    pinned = dict(each.split("==") for each in lowest(project))
    assert list(pinned) == names
    assert pinned["PySide6-Essentials"] == "6.10.1"
