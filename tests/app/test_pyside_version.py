# SPDX-License-Identifier: MIT
"""PySide6 6.12.0 must never be installed.

It drops a reference to None whenever a Python override returns None (`data()` does so all
the time), until Python 3.11 ends with "deallocating None"; on 3.12 and 3.13, where None is
immortal, wrappers of living objects are dead and the tests end in a segmentation fault.
"""

import tomllib
from importlib.metadata import version
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.version import Version

FATAL = Version("6.12.0")
PYPROJECT = Path(__file__).parents[2] / "pyproject.toml"


def accepted(python: str, pyside: str) -> bool:
    """Tell whether pip would install a PySide6 for a Python, as pyproject.toml asks."""
    project = tomllib.loads(PYPROJECT.read_text(encoding="utf-8"))["project"]
    requirements = [
        requirement
        for requirement in map(Requirement, project["dependencies"])
        if requirement.name == "PySide6-Essentials"
        and (requirement.marker is None or requirement.marker.evaluate({"python_version": python}))
    ]
    assert requirements, f"nothing asks for PySide6 on Python {python}"
    return all(requirement.specifier.contains(pyside) for requirement in requirements)


def test_the_installed_pyside_is_another_one() -> None:
    assert Version(version("PySide6-Essentials")) != FATAL, "install another version"


@pytest.mark.parametrize(
    ("python", "pyside", "wanted"),
    [
        pytest.param("3.11", "6.12.0", False, id="the fatal version is excluded"),
        pytest.param("3.11", "6.11.3", True, id="the version before it is not"),
        pytest.param("3.11", "6.12.1", True, id="nor the one after it"),
        pytest.param("3.12", "6.12.0", False, id="newer Pythons fail with it too"),
        pytest.param("3.14", "6.12.0", False, id="the newest one may not have it either"),
        pytest.param("3.11", "6.9.3", False, id="below the floor on 3.11"),
        pytest.param("3.13", "6.9.3", False, id="below the floor on 3.13"),
    ],
)
def test_what_pyproject_accepts(python: str, pyside: str, wanted: bool) -> None:
    assert accepted(python, pyside) is wanted
