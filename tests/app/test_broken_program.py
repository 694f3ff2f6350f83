# SPDX-License-Identifier: MIT
"""A program of which a part is missing says so in a sentence, logs it and ends with code 2."""

import os
from pathlib import Path

import pytest

from azmodels_gui.language.words import FOLDER_VARIABLE, N_, in_language
from azmodels_gui.storage.errors import InstallationDamaged
from azmodels_gui.storage.fault_log import told_error, without_private
from tests.apart import python

ROOT = Path(__file__).parents[2]
AS_IF_MISSING = "import sys; sys.modules[{missing!r}] = None; from {module} import main"
FULL, CLOSED = "sys.exit(main())", "import os; os.close(2); sys.stderr = None; sys.exit(main())"


@pytest.mark.parametrize(
    ("module", "missing"),
    [
        pytest.param("azmodels_gui.app.__main__", "PySide6.QtWidgets", id="the window lacks Qt"),
        pytest.param("azmodels_gui.app.__main__", "msgspec", id="the window lacks a library"),
        pytest.param("azmodels_gui.cli.__main__", "msgspec", id="the commands lack a library"),
    ],
)
@pytest.mark.parametrize("ending", [FULL, CLOSED], ids=["told", "nobody hears"])
def test_a_library_that_is_missing_is_a_sentence_and_a_report_in_the_log(
    tmp_path: Path, module: str, missing: str, ending: str
) -> None:
    code = f"{AS_IF_MISSING.format(missing=missing, module=module)}; {ending}"
    own = {"AZMODELS_CONFIG_DIR": str(tmp_path), "QT_QPA_PLATFORM": "offscreen", "LANG": "de_DE"}
    ended = python("-c", code, environment=os.environ | own | {"LC_ALL": ""})
    assert ended.returncode == 2, ended.stderr
    assert ended.stdout == ""
    if ending == FULL:
        assert ended.stderr.count("\n") == 1
        assert missing in ended.stderr
        assert "Teile des Programms fehlen" in ended.stderr
    assert f"{missing} halted" in (tmp_path / "azmodels.log").read_text()


@pytest.mark.parametrize("damaged", [b"", b"no catalogue", b"\xde\x12\x04\x95\x00\x00"])
def test_a_language_that_is_damaged_is_as_if_it_were_not_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, damaged: bytes
) -> None:
    file = tmp_path / "eo" / "LC_MESSAGES" / "azmodels.mo"
    file.parent.mkdir(parents=True)
    file.write_bytes(damaged)
    monkeypatch.setenv(FOLDER_VARIABLE, str(tmp_path))
    in_language.__globals__["_catalogue"].cache_clear()
    assert in_language(N_("Report"), "eo") == "Report"


def test_a_report_says_which_part_is_missing_and_where_it_happened() -> None:
    assert "lands.json is missing" in told_error(InstallationDamaged("map/lands.json is missing"))
    assert without_private("azmodels_gui/window/regions/page.py") == (
        "azmodels_gui/window/regions/page.py"
    )
    assert without_private("C:\\Users\\anna\\x.csv") == "<path>/x.csv"
