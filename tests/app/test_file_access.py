# SPDX-License-Identifier: MIT
"""Files for the window: whole, or a problem in the language on show."""

from collections.abc import Callable
from pathlib import Path

import pytest

from azmodels_gui.app import file_access
from azmodels_gui.app.file_access import read_file, write_file
from azmodels_gui.storage import files
from azmodels_gui.views.surroundings import FileProblem
from tests.views.conftest import install

__all__ = ["install"]


def test_what_is_written_is_read(tmp_path: Path) -> None:
    write_file(tmp_path / "a.bin", b"bytes")
    assert read_file(tmp_path / "a.bin") == b"bytes"


def test_a_missing_folder_is_told_and_not_made(tmp_path: Path) -> None:
    with pytest.raises(FileProblem, match="there is no such folder"):
        write_file(tmp_path / "taken away" / "a.bin", b"bytes")
    assert not (tmp_path / "taken away").exists()


def test_a_problem_is_told_in_the_language_on_show(
    install: Callable[[str], None], tmp_path: Path
) -> None:
    install("de")
    with pytest.raises(FileProblem, match=r"fehlt\.csv ist nicht lesbar: die Datei gibt es nicht"):
        read_file(tmp_path / "fehlt.csv")
    (tmp_path / "datei").write_text("")
    with pytest.raises(FileProblem, match="ein Teil des Pfads ist kein Ordner"):
        write_file(tmp_path / "datei" / "a.csv", b"")


def test_every_reason_that_files_give_can_be_translated() -> None:
    known = {str(reason) for reason in file_access._REASONS}
    assert set(files._REASONS.values()) <= known
