# SPDX-License-Identifier: MIT
"""A package names all that it brings along, with the text of each licence."""

from pathlib import Path

from azmodels_gui.window.help_dialogs import libraries
from tools.notices import HEAD, notices


def test_every_library_comes_with_its_licence_and_qt_with_both_texts_of_the_lgpl() -> None:
    parts = dict(notices([]))
    assert not [name for name, texts in parts.items() if not any(texts)]
    asked = {line.split(" ")[0].casefold() for line in libraries()}
    told = {name.split(" ")[0].casefold() for name in parts}
    assert asked <= told
    assert {"shiboken6", "lxml", "cffi"} <= told, "what the libraries need themselves"
    (qt,) = (texts for name, texts in parts.items() if name.startswith("PySide6"))
    assert "LESSER GENERAL PUBLIC LICENSE" in qt[0]
    assert qt[1].lstrip().startswith("GNU GENERAL PUBLIC LICENSE")
    assert "exchanged" in HEAD


def test_what_is_no_package_of_the_system_is_no_part_of_it(tmp_path: Path) -> None:
    (tmp_path / "_internal").mkdir()
    (tmp_path / "_internal" / "libno-such-library.so.9").touch()
    assert dict(notices([tmp_path])) == dict(notices([]))
