# SPDX-License-Identifier: MIT
"""A fault of the program is logged without personal data, and told in one dialog."""

import logging
import os
import re
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer, QtMsgType, qWarning
from PySide6.QtWidgets import QApplication, QLabel, QMainWindow, QPlainTextEdit
from pytestqt.qtbot import QtBot

import azmodels_gui
from azmodels_gui.app.faults import Faults, tell_no_start
from azmodels_gui.storage.bundled import log_file
from azmodels_gui.storage.errors import FileNotSaved
from azmodels_gui.storage.fault_log import LOG_FILES, MOST_LOG_BYTES, Log, report_of
from azmodels_gui.window.background import BackgroundTask
from azmodels_gui.window.fault_dialog import FaultDialog
from tests.apart import python, told

SECRETS = ("Muster GmbH", "/home/anna", "anna@example.com", "0a1b2c3d-0000-1111-2222-333344445555")


@pytest.fixture
def faults(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot) -> Iterator[Faults]:
    monkeypatch.setenv("AZMODELS_CONFIG_DIR", str(tmp_path))
    made = Faults()
    made.install()
    yield made
    made.uninstall()
    for dialog in dialogs():
        dialog.close()


def dialogs() -> list[FaultDialog]:
    return [
        each
        for each in QApplication.topLevelWidgets()
        if isinstance(each, FaultDialog) and each.isVisible()
    ]


def raised(error: Exception) -> Exception:
    try:
        raise error  # noqa: TRY301 - it needs a traceback
    except Exception as caught:
        return caught


def test_what_a_slot_raises_is_told_in_one_dialog_and_logged(
    faults: Faults, capsys: pytest.CaptureFixture[str]
) -> None:
    for number in range(3):
        error = raised(AttributeError(f"'Page' object has no attribute 'x{number}'"))
        sys.excepthook(type(error), error, error.__traceback__)
    (dialog,) = dialogs()
    assert "no attribute 'x0'" in dialog.report.toPlainText()
    assert "3" in dialog.further.text()
    dialog.copy_button.click()
    assert QApplication.clipboard().text() == dialog.report.toPlainText()
    assert log_file().read_text().count("AttributeError") == 3
    assert faults.count == 3
    assert "AttributeError" in capsys.readouterr().err
    dialog.close()
    faults.take(raised(NameError("y")))
    assert len(dialogs()) == 1


def test_its_dialog_looks_like_the_window_also_while_another_program_is_in_front(
    faults: Faults, qtbot: QtBot
) -> None:
    window = QMainWindow()
    qtbot.addWidget(window)
    window.show()
    assert QApplication.activeWindow() is None
    faults.take(raised(NameError("y")))
    (dialog,) = dialogs()
    assert dialog.parent() is window  # whose style sheet it takes


def test_no_timer_keeps_to_itself_what_its_slot_raises() -> None:
    """PySide6 before 6.11.2 loses it where a timer has no time and a context."""
    hushing = re.compile(r"singleShot\(\s*0,\s*\w+,")
    package = Path(azmodels_gui.__file__).parent
    assert [path for path in package.rglob("*.py") if hushing.search(path.read_text("utf-8"))] == []


@pytest.mark.parametrize(
    "error",
    [
        pytest.param(KeyError(SECRETS[0]), id="a key"),
        pytest.param(ValueError(f"no number: {SECRETS[0]}"), id="a value"),
        pytest.param(FileNotFoundError(2, "no", f"{SECRETS[1]}/{SECRETS[0]}.csv"), id="a file"),
        pytest.param(RuntimeError(f"{SECRETS[1]}/a.txt {SECRETS[2]} {SECRETS[3]}"), id="words"),
        pytest.param(FileNotSaved(Path(SECRETS[1], "b"), SECRETS[0]), id="a told error"),
    ],
)
def test_a_report_holds_nothing_personal(error: Exception) -> None:
    report = report_of(raised(error))
    assert type(error).__name__ in report
    assert "test_faults.py" in report
    assert not [secret for secret in (*SECRETS, str(Path.home())) if secret in report], report


def test_a_thread_that_fails_is_told_like_any_other_fault(faults: Faults, qtbot: QtBot) -> None:
    def work() -> None:
        raise NameError("z")

    thread = threading.Thread(target=work)
    with qtbot.waitSignal(faults.happened):
        thread.start()
    thread.join()
    qtbot.waitUntil(lambda: len(dialogs()) == 1)


def test_work_in_the_background_is_told_unless_its_error_was_to_be_expected(
    faults: Faults, qtbot: QtBot
) -> None:
    def work() -> object:
        raise next(errors)

    errors = iter([FileNotSaved(Path("a"), "full"), TypeError("of the program")])
    task = BackgroundTask(work)
    for count in (0, 1):
        with qtbot.waitSignal(task.failed):
            task.start()
        assert faults.count == count


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs pipes")
def test_a_pipe_where_the_log_should_be_holds_up_nothing(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "azmodels.log")
    code = (
        "import sys; from pathlib import Path\n"
        "from azmodels_gui.storage.fault_log import Log\n"
        "Log(Path(sys.argv[1])).write('odd')\n"
    )
    assert told("-c", code, tmp_path / "azmodels.log") == ""


def test_what_is_logged_as_an_error_and_what_qt_says_are_in_the_log(
    faults: Faults, capsys: pytest.CaptureFixture[str]
) -> None:
    log = logging.getLogger("azmodels_gui.window")
    log.error("odd: %s", "/home/anna/secret.csv")
    qWarning("QWidget: /home/anna/x is odd")
    text = log_file().read_text()
    assert "odd: <path>/secret.csv" in text
    assert f"{QtMsgType.QtWarningMsg.name}: QWidget: <path>/x is odd" in text
    assert faults.count == 0
    assert "is odd" in capsys.readouterr().err


def test_a_log_is_never_larger_than_its_files_and_a_disk_that_refuses_is_no_fault(
    tmp_path: Path,
) -> None:
    log = Log(tmp_path / "a.log")
    for _ in range(60):
        log.write("x" * 30_000)
    found = sorted(tmp_path.iterdir())
    assert len(found) == LOG_FILES
    assert max(path.stat().st_size for path in found) < MOST_LOG_BYTES + 40_000
    Log(Path("/dev/null/x.log")).write("nothing")


@pytest.mark.parametrize("report", ["", "azmodels 1.0\nTypeError"], ids=["told", "fault"])
def test_who_clicked_on_an_icon_is_told_in_a_dialog_why_there_is_no_window(
    qtbot: QtBot, report: str
) -> None:
    seen: list[str] = []

    def look_and_close() -> None:
        (dialog,) = (each for each in QApplication.topLevelWidgets() if each.isVisible())
        seen.extend(each.text() for each in dialog.findChildren(QLabel))
        seen.extend(each.toPlainText() for each in dialog.findChildren(QPlainTextEdit))
        dialog.close()

    QTimer.singleShot(0, look_and_close)
    tell_no_start("Parts of the program are missing.", report, Path("azmodels.log"))
    assert "Parts of the program are missing." in seen
    assert (report in seen) is bool(report)


def test_a_fault_at_the_start_is_a_sentence_and_code_2(tmp_path: Path) -> None:
    code = (
        "import sys; from azmodels_gui.app import application;"
        "application.MainWindow = None;"
        "from azmodels_gui.cli.window_options import parse_arguments;"
        "sys.exit(application.run(parse_arguments([])))"
    )
    environment = {"AZMODELS_CONFIG_DIR": str(tmp_path), "QT_QPA_PLATFORM": "offscreen"}
    ran = python("-c", code, environment=environment | {"HOME": str(tmp_path)})
    assert ran.returncode == 2, ran.stderr
    assert "Traceback" not in ran.stderr
    assert str(tmp_path / "azmodels.log") in ran.stderr
    assert "TypeError" in (tmp_path / "azmodels.log").read_text()
