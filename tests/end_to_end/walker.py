# SPDX-License-Identifier: MIT
"""Somebody who does anything at all, for hours: `python -m tests.end_to_end.walker --seed 1`.

Drives the real window with mouse, keys, drops, pages, dialogs, refreshes, languages, looks, sizes,
catalogues and clients' files, each chosen by dice. Each step is a line of JSON, so that a walk can
be done again (`--replay FILE`) and made shorter until nothing can be left out (`--shrink FILE`).
Prints JSON: what went wrong, the slowest steps, and how memory, handles and threads grew.
"""

import argparse
import json
import os
import random
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, suppress
from pathlib import Path
from typing import Any

from PySide6.QtCore import (
    QEvent,
    QEventLoop,
    QMessageLogContext,
    QMimeData,
    QObject,
    QPoint,
    QPointF,
    QSize,
    Qt,
    QTimer,
    QtMsgType,
    QUrl,
    Slot,
    qInstallMessageHandler,
)
from PySide6.QtGui import QDesktopServices, QDropEvent, QGuiApplication, QKeyEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QApplication, QLineEdit, QWidget
from shiboken6 import isValid

from azmodels_gui.app.application import Opened, open_window, qt_application, resume_collecting
from azmodels_gui.app.faults import Faults
from azmodels_gui.app.saved_state import state_from_json
from azmodels_gui.cli.window_options import parse_arguments
from azmodels_gui.clients.client import Client, client_bytes
from azmodels_gui.publish.build import catalog_bytes
from azmodels_gui.storage.bundled import bundled_catalog_bytes, state_file
from azmodels_gui.storage.catalog_file import bundled_catalog
from azmodels_gui.storage.preferences import StateFile
from azmodels_gui.storage.settings import RefreshSettings
from azmodels_gui.window.background import hold_little, works_in_background
from azmodels_gui.window.ending import Depth
from azmodels_gui.window.main_window import MainWindow
from tests.end_to_end.growth import Growth, grown_by
from tests.end_to_end.mouse import click, drag
from tests.end_to_end.rest import choose, come_to_rest, write_formats
from tests.end_to_end.shrinking import Step, shrink
from tests.storage.fault_server import Answer, Request, reply, serving

KEYS = (
    *(Qt.Key.Key_Tab, Qt.Key.Key_Backtab, Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Escape),
    *(Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_PageDown),
    *(Qt.Key.Key_Home, Qt.Key.Key_End, Qt.Key.Key_Delete, Qt.Key.Key_Backspace, Qt.Key.Key_F2),
    *(Qt.Key.Key_G, Qt.Key.Key_5, Qt.Key.Key_Minus, Qt.Key.Key_E),
)
WITH_CONTROL = (
    *(Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_3, Qt.Key.Key_4, Qt.Key.Key_5, Qt.Key.Key_6),
    *(Qt.Key.Key_Z, Qt.Key.Key_Y, Qt.Key.Key_F, Qt.Key.Key_K, Qt.Key.Key_A, Qt.Key.Key_D),
)
POKE_EVERY_MS = 30
MOST_POKES = 6
"""So often something is done in a dialog before it is closed."""
SLOW_MS = 100
WORDS = (
    "gpt",
    "4.1",
    "<b>x",
    "o3 ",
    "\u202eabc",
    "1.234,56",
    "-1",
    "germany",
    "\t",
    "x" * 300,
    "Ä",
)
FUNCTION_KEYS = (Qt.Key.Key_F1, Qt.Key.Key_F5, Qt.Key.Key_F6, Qt.Key.Key_F11, Qt.Key.Key_Menu)
SIZES = ((640, 400), (853, 480), (1280, 720), (1440, 900), (1920, 1080))
LOOKS = ("system", "light", "dark", "contrast")
LEFT_OUT = frozenset({"quit"})
WEIGHTS = {
    **{"click": 30, "double": 3, "drag": 4, "wheel": 4, "key": 16, "control": 10, "type": 6},
    **{"action": 8, "page": 6, "look": 1, "language": 1, "size": 2, "drop": 2, "refresh": 1},
}
REST_EVERY_S = 600
Fault = dict[str, Any]


class Files:
    """What can be dropped onto the window, and what a refresh brings."""

    def __init__(self, folder: Path) -> None:
        self.folder, self._served = folder, 0
        self.asked: list[Request] = []
        self.base = bundled_catalog()
        small = self.base.but(models=self.base.models[::7], serial=self.base.serial + 1)
        empty = self.base.but(models=(), serial=self.base.serial + 2)
        note = Client(name="Muster GmbH", notes="# A note\n\n![x](file:///etc/hostname) <b>x</b>")
        contents = {
            "small.json": catalog_bytes(small),
            "empty.json": catalog_bytes(empty),
            "same.json": bundled_catalog_bytes(),
            "damaged.json": bundled_catalog_bytes()[:-100],
            "muster.azclient": client_bytes(note),
            "damaged.azclient": b"{",
            "load.csv": b"hour,requests\n" + b"".join(b"%d,%d\n" % (at, at) for at in range(24)),
            "odd.csv": b"\xff\xfe;;\n1",
            "answers.json": b'[{"name": "x"}]',
        }
        for name, data in contents.items():
            (folder / name).write_bytes(data)
        self.names = tuple(contents)

    def answers(self) -> dict[str, Answer]:
        """Return what the host of the catalogue says: something newer each time, or nothing new."""
        return {"/catalog.json": self._answer}

    def _answer(self, connection: Any, request: Request) -> None:
        self._served += 1
        if self._served % 3 == 0 and "If-None-Match" in request.headers:
            reply(status=304)(connection, request)
            return
        serial = self.base.serial + 10 + self._served
        newer = bundled_catalog_bytes().replace(
            f'"serial": {self.base.serial}'.encode(), f'"serial": {serial}'.encode(), 1
        )
        reply(newer, headers={"ETag": f'"{self._served}"'})(connection, request)


def seen(root: QWidget) -> Iterator[tuple[str, QWidget]]:
    """Yield what can be reached by the mouse, by a name that is the same in a second walk."""
    count: Counter[str] = Counter()
    for widget in root.findChildren(QWidget):
        if widget.isVisible() and widget.isEnabled() and widget.width() and widget.height():
            kind = f"{type(widget).__name__}#{widget.objectName()}"
            yield f"{kind}[{count[kind]}]", widget
            count[kind] += 1


class Walker(QObject):
    """Does steps, chosen by dice or read, and keeps what went wrong."""

    def __init__(self, opened: Opened, files: Files, faults: Faults, seed: int) -> None:
        super().__init__()
        self.opened, self.files, self.own_faults = opened, files, faults
        self.dice, self._poking = random.Random(seed), random.Random(seed)
        faults.happened.connect(self._on_fault)
        self.steps, self._last = 0, Step()
        self.faults: list[Fault] = []
        self.slow: list[tuple[int, str]] = []
        """The slowest steps: milliseconds, and what was done."""
        self.slow_count = 0
        self._pokes, self._patient = 0, False
        self._timer = QTimer(self, interval=POKE_EVERY_MS, singleShot=True)
        self._timer.timeout.connect(self._poke)
        self._timer.start()

    # What is done

    def chosen(self, *, rests: bool = False) -> Step:
        """Return a step that is possible now."""
        if rests:
            return {"do": "rest", "dice": 0}
        (kind,) = self.dice.choices(tuple(WEIGHTS), tuple(WEIGHTS.values()))
        # What is done in a dialog belongs to the step, whichever others are left out before it.
        step: Step = {"do": kind, "dice": self.dice.randrange(10**6)}
        if kind in ("click", "double", "drag", "wheel"):
            return step | self._somewhere()
        choices = self._choices().get(kind)
        return step if choices is None else step | {"with": self.dice.choice(choices)}

    def _choices(self) -> dict[str, Sequence[Any]]:
        """Return what a step of each kind can be done with."""
        window = self.opened.window
        return {
            "key": [key.name for key in (*KEYS, *FUNCTION_KEYS)],
            "control": [key.name for key in WITH_CONTROL],
            "type": WORDS,
            "action": [name for name in window.actions_by_name if name not in LEFT_OUT],
            "page": [place.key for place in window.pages],
            "look": LOOKS,
            "language": ("de", "en"),
            "size": SIZES,
            "drop": self.files.names,
        }

    def _reachable(self) -> list[tuple[str, QWidget]]:
        """Return what the mouse reaches; another window may be about to come."""
        until = time.monotonic() + 10
        while not (found := list(seen(self.opened.window))):
            QApplication.processEvents()
            if time.monotonic() > until:
                raise RuntimeError(f"there is no window any more: {self._windows()}")
        return found

    def _windows(self) -> list[str]:
        """Return what is told of each window of the program, the one on show first."""
        own = self.opened.window
        windows = [each for each in QApplication.topLevelWidgets() if isinstance(each, MainWindow)]
        return [
            f"own {each is own}, visible {each.isVisible()}, enabled {each.isEnabled()}, "
            f"minimised {each.isMinimized()}, {each.geometry().getRect()}"
            for each in sorted(windows, key=lambda each: each is not own)
        ]

    def _somewhere(self) -> Step:
        name, widget = self.dice.choice(self._reachable())
        x, y = self.dice.randrange(widget.width()), self.dice.randrange(widget.height())
        step: Step = {"on": name, "at": (x, y), "held": self.dice.random() < 0.1}
        if widget.size().width() > 40:
            step["to"] = (self.dice.randrange(widget.width()), self.dice.randrange(widget.height()))
        return step

    def do(self, step: Step) -> None:
        """Do one step, and let everything that follows from it happen; nothing quits."""
        # Left out among the actions, it stands in a menu still, where keys and the mouse reach it.
        self.opened.window.actions_by_name["quit"].setEnabled(False)
        self.steps, self._last = self.steps + 1, step
        self._poking = random.Random(step["dice"])
        self._pokes = 0
        began = time.perf_counter()
        try:
            getattr(self, f"_do_{step['do']}")(step)
        except Exception as error:  # what a slot raises is taken already; this was called at once
            self.own_faults.take(error)
        QApplication.processEvents()
        took_ms = round((time.perf_counter() - began) * 1_000)
        if took_ms > SLOW_MS and not self._pokes:
            self.slow_count += 1
            self.slow = sorted([*self.slow, (took_ms, json.dumps(step))], reverse=True)[:15]
        if step.get("with") == "print" and step["dice"] % 4:
            self._wait_for_pages()  # otherwise the preview is closed while they are being set

    def _wait_for_pages(self) -> None:
        self._patient = True
        until = time.monotonic() + 30
        while works_in_background() and time.monotonic() < until:
            QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
        self._patient = False

    def fault(self, what: str) -> None:
        """Keep what went wrong, and at which step."""
        self.faults.append({"step": self.steps, "done": [self._last], "what": what})

    @Slot(str)
    def _on_fault(self, report: str) -> None:
        self.fault(report.strip().splitlines()[-1])

    def _found(self, step: Step, root: QWidget | None = None) -> QWidget | None:
        """Return what a step is on; None: there is nothing of that name this time."""
        return dict(seen(root or self.opened.window)).get(step["on"])

    def _click_on(self, step: Step, root: QWidget | None = None) -> None:
        widget = self._found(step, root)
        if widget is None:
            return
        held = Qt.KeyboardModifier.ControlModifier if step["held"] else _NO
        click(widget, QPoint(*step["at"]), held)

    def _do_click(self, step: Step) -> None:
        self._click_on(step)

    def _do_double(self, step: Step) -> None:
        widget = self._found(step)
        if widget is not None:
            click(widget, QPoint(*step["at"]), twice=True)

    def _do_drag(self, step: Step) -> None:
        widget = self._found(step)
        if widget is None or "to" not in step:
            return
        if QGuiApplication.platformName() == "xcb":
            return  # selected text is taken along in a loop that waits for a real mouse
        (x, y), (to_x, to_y) = step["at"], step["to"]
        between = (
            (to_x + (x - to_x) * part // 4, to_y + (y - to_y) * part // 4) for part in _PARTS
        )
        drag(widget, [QPoint(x, y), *(QPoint(*each) for each in between), QPoint(to_x, to_y)])

    def _do_wheel(self, step: Step) -> None:
        widget = self._found(step)
        if widget is None:
            return
        at, turn = QPointF(*step["at"]), QPoint(0, -240 if step["at"][0] % 2 else 240)
        held = Qt.KeyboardModifier.ControlModifier if step["held"] else _NO
        phase, buttons = Qt.ScrollPhase.NoScrollPhase, Qt.MouseButton.NoButton
        where = widget.mapToGlobal(at)
        wheel = QWheelEvent(at, where, QPoint(), turn, buttons, held, phase, False)
        QApplication.sendEvent(widget, wheel)

    def _focused(self) -> QWidget:
        return QApplication.focusWidget() or self.opened.window

    def _do_key(self, step: Step) -> None:
        QTest.keyClick(self._focused(), Qt.Key[step["with"]])

    def _do_control(self, step: Step) -> None:
        control = Qt.KeyboardModifier.ControlModifier
        QTest.keyClick(self._focused(), Qt.Key[step["with"]], control)

    def _do_type(self, step: Step) -> None:
        focused = self._focused()
        if isinstance(focused, QLineEdit):
            focused.insert(step["with"])
            focused.textEdited.emit(focused.text())
        else:
            for letter in step["with"][:5]:
                pressed = QKeyEvent(QEvent.Type.KeyPress, 0, _NO, letter)
                QApplication.sendEvent(focused, pressed)
                if not isValid(focused):
                    return

    def _do_action(self, step: Step) -> None:
        action = self.opened.window.actions_by_name[step["with"]]
        if action.isEnabled():
            action.trigger()

    def _do_page(self, step: Step) -> None:
        self.opened.window.navigation.show_page_named(step["with"])

    def _do_look(self, step: Step) -> None:
        choose(self.opened, "theme", step["with"])

    def _do_language(self, step: Step) -> None:
        choose(self.opened, "language", step["with"])
        QTest.qWaitForWindowExposed(self.opened.window, 5_000)

    def _do_size(self, step: Step) -> None:
        self.opened.window.showNormal()
        self.opened.window.resize(QSize(*step["with"]))

    def _do_drop(self, step: Step) -> None:
        data = QMimeData()
        data.setUrls([QUrl.fromLocalFile(str(self.files.folder / step["with"]))])
        copy = Qt.DropAction.CopyAction
        for kind in (QEvent.Type.DragEnter, QEvent.Type.Drop):
            at, left = QPointF(50, 50), Qt.MouseButton.LeftButton
            event = QDropEvent(at, copy, data, left, _NO, kind)
            QApplication.sendEvent(self.opened.window, event)

    def _do_refresh(self, _step: Step) -> None:
        if self.opened.refreshing is not None:
            self.opened.refreshing.refresh.refresh()

    def _do_rest(self, _step: Step) -> None:
        self.at_rest()
        self.files.asked.clear()  # what the walk itself holds is none of the window's
        come_to_rest(self.opened, self.files.base)

    # What is done in dialogs, menus and lists that wait for somebody

    @Slot()
    def _poke(self) -> None:
        """Do something in what waits; then close it."""
        # At once: what is done here may wait for a dialog of its own, which is poked as well.
        QTimer.singleShot(POKE_EVERY_MS, self._poke)
        waiting = QApplication.activePopupWidget() or QApplication.activeModalWidget()
        if waiting is None or waiting is self.opened.window or self._patient:
            return
        self._pokes += 1
        if self._pokes <= MOST_POKES and self._poking.random() < 0.6:
            reachable = list(seen(waiting))
            if isinstance(waiting, QAbstractItemView) or not reachable:
                QTest.keyClick(waiting, Qt.Key.Key_Down)
                return
            _, widget = self._poking.choice(reachable)
            at = QPoint(self._poking.randrange(widget.width()), widget.height() // 2)
            click(widget, at)
            return
        waiting.close()

    def at_rest(self) -> None:
        """Close what waits, and let all work in the background end."""
        until = time.monotonic() + 30
        while time.monotonic() < until:
            QApplication.processEvents()
            waiting = QApplication.activePopupWidget() or QApplication.activeModalWidget()
            if waiting is not None and waiting is not self.opened.window:
                waiting.close()
            elif not works_in_background():
                return
        self.fault("work in the background does not end")


_NO = Qt.KeyboardModifier.NoModifier
_PARTS = (3, 2, 1)
"""Fourths of the way that a drag has still before it, where it is seen."""


class _Opener(QObject):
    """Takes the addresses that a browser would open."""

    @Slot(QUrl)
    def open(self, _url: QUrl) -> None:
        """Leave it at that."""


def walk(asked: argparse.Namespace) -> dict[str, Any]:
    """Open the window on a machine of its own, walk, close it, and return what is to be told."""
    application = qt_application()
    with ExitStack() as stack:
        home = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        for name in ("CONFIG", "DATA", "SITE"):
            os.environ[f"AZMODELS_{name}_DIR"] = str(home / name)
        os.environ["HOME"] = str(home)
        os.chdir(home)
        files = Files(home)
        served = stack.enter_context(serving(files.answers()))
        files.asked = served.requests
        opener = _Opener()
        QDesktopServices.setUrlHandler("https", opener, "open")  # type: ignore[arg-type] # bytes are refused
        faults = Faults(application)
        faults.happened.disconnect()  # it is counted here; its dialog would only be in the way
        faults.install()
        opened = open_window(
            parse_arguments(["--today", "2026-11-29", "--language", "en", "--size", "1280x720"]),
            StateFile(state_file()),
        )
        opened.window.show()
        QTest.qWaitForWindowExposed(opened.window, 10_000)
        hold_little()
        Depth.outermost = 0  # a walk makes its steps without a loop
        opened.start_refreshing()
        resume_collecting()
        assert opened.refreshing is not None
        opened.refreshing.set_settings(RefreshSettings(url=f"{served.url}/catalog.json"))
        walker, growth = Walker(opened, files, faults, asked.seed), Growth()
        heard = _listen(walker)
        if (asked.seconds or 0) > REST_EVERY_S:
            # Loaded at the first rest only, it would be counted in all peaks but those before.
            write_formats(opened)
        _do_steps(walker, growth, asked)
        _end(walker)
        # Last, since a walk stops at its first fault: how it grows is seen from all its rests.
        for what in grown_by(growth.at_rest()):
            walker.fault(what)
        qInstallMessageHandler(None)
        faults.uninstall()
    del heard
    return _told(walker, growth, asked.seed)


def _told(walker: Walker, growth: Growth, seed: int) -> dict[str, Any]:
    return {
        "seed": seed,
        "steps": walker.steps,
        "faults": walker.faults,
        "slow": walker.slow,
        "slow_count": walker.slow_count,
        "rests": growth.at_rest(),
        "samples": growth.samples,
    }


def _listen(walker: Walker) -> Any:
    def on_message(kind: QtMsgType, _where: QMessageLogContext, text: str) -> None:
        chatter = (
            *("This plugin does not support", "XDG_RUNTIME_DIR", "non-native printers"),
            # QTest's own, where a press has switched off what is then released.
            "not accepted by receiving widget",
        )
        if kind is not QtMsgType.QtDebugMsg and not any(each in text for each in chatter):
            walker.fault(text)

    qInstallMessageHandler(on_message)
    return on_message


def _do_steps(walker: Walker, growth: Growth, asked: argparse.Namespace) -> None:
    record = asked.record.open("w") if asked.record else None
    sampled = 0.0
    for step in _steps(walker, asked):
        if record is not None:
            record.write(json.dumps(step) + "\n")
            record.flush()
        walker.do(step)
        if step["do"] == "rest":
            growth.sample(at_rest=True)
        elif time.monotonic() > sampled + 20:
            sampled = time.monotonic()
            growth.sample()
    walker.at_rest()
    growth.sample()


def _steps(walker: Walker, asked: argparse.Namespace) -> Iterator[Step]:
    """Yield what is to be done next, given or chosen, until something goes wrong."""
    given = iter(_read(asked.replay)) if asked.replay else None
    began = rested = time.monotonic()
    while not walker.faults:
        now = time.monotonic()
        if given is not None:
            step = next(given, None)
        elif now - began > asked.seconds if asked.seconds else walker.steps >= asked.steps:
            step = None
        else:
            step = walker.chosen(rests=now - rested > REST_EVERY_S)
        if step is None:
            return
        if step["do"] == "rest":
            rested = now
        yield step


def _end(walker: Walker) -> None:
    """Close the window, and compare what was saved with what was on show."""
    if walker.faults:
        return
    if walker.opened.window.presentation.is_on:
        walker.opened.window.present()
    window = walker.opened.window
    QApplication.processEvents()
    shown = walker.opened.keeper.own_of(window.state())  # not what a client's file keeps
    window.close()
    walker.at_rest()
    differing = _differing(state_from_json(StateFile(state_file()).load()), shown)
    if differing:
        walker.fault(f"kept another state than was shown: {differing}")


def _differing(kept: Any, shown: Any) -> str:
    names = (name for name in kept.__struct_fields__ if getattr(kept, name) != getattr(shown, name))
    return "; ".join(
        f"{name}: {str(getattr(kept, name))[:300]} / {str(getattr(shown, name))[:300]}"
        for name in names
    )


def _read(path: Path) -> list[Step]:
    return [json.loads(line) for line in path.read_text().splitlines()]


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seed", type=int, default=random.randrange(10**6))
    parser.add_argument("--steps", type=int, default=200)
    parser.add_argument("--seconds", type=float, help="instead of a number of steps")
    parser.add_argument("--record", type=Path, help="write each step here")
    parser.add_argument("--replay", type=Path, help="do these steps")
    parser.add_argument("--shrink", type=Path, help="find the shortest part of these that fails")
    asked = parser.parse_args(arguments)
    asked.record = asked.record and asked.record.absolute()  # the walk has a folder of its own
    asked.replay = asked.replay and asked.replay.absolute()
    if asked.shrink is not None:
        print("\n".join(map(json.dumps, shrink(_read(asked.shrink)))))
        return 0
    print(f"seed {asked.seed}", file=sys.stderr)
    told = walk(asked)
    print(json.dumps(told, indent=1))
    sys.stdout.flush()
    with suppress(OSError):
        sys.stderr.flush()
    os._exit(1 if told["faults"] else 0)  # as the program ends: a thread may still be at work


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
