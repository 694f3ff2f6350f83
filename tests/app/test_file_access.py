# SPDX-License-Identifier: MIT
"""Files for the window: whole, or a problem in the language on show."""

from pathlib import Path

import pytest

from azmodels_gui.app.file_access import read_file, write_file
from azmodels_gui.storage.errors import FileNotSaved, FileUnreadable


def test_what_is_written_is_read(tmp_path: Path) -> None:
    write_file(tmp_path / "a.bin", b"bytes")
    assert read_file(tmp_path / "a.bin") == b"bytes"


def test_a_missing_folder_is_told_and_not_made(tmp_path: Path) -> None:
    with pytest.raises(FileNotSaved, match="there is no such folder"):
        write_file(tmp_path / "taken away" / "a.bin", b"bytes")
    assert not (tmp_path / "taken away").exists()


def test_a_problem_is_told_by_the_files_name_in_every_language(tmp_path: Path) -> None:
    with pytest.raises(FileUnreadable) as unread:
        read_file(tmp_path / "fehlt.csv")
    assert unread.value.told("de") == (
        "fehlt.csv ist nicht lesbar: die Datei gibt es nicht. Alles Angezeigte bleibt, wie es ist."
    )
    (tmp_path / "datei").write_text("")
    with pytest.raises(FileNotSaved) as unsaved:
        write_file(tmp_path / "datei" / "a.csv", b"")
    assert "ein Teil des Pfads ist kein Ordner" in unsaved.value.told("de")
