# SPDX-License-Identifier: MIT
"""Starts the window, where the system has what a window needs.

Nothing of Qt is imported before that is known: Qt would abort for want of it.
"""

import os
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from pathlib import Path

from azmodels_gui.language.command_line import system_language
from azmodels_gui.language.words import N_, Message, Phrase, worded

NO_DISPLAY = N_(
    "there is no display (neither DISPLAY nor WAYLAND_DISPLAY is set); --screenshot FILE works "
    "without one, and so does the command azmodels."
)
MISSING = N_(
    "the system lacks {libraries}, which Qt needs. Debian and Ubuntu: apt install {debian}. "
    "Fedora: dnf install {fedora}. Arch: pacman -S {arch}."
)
_ALWAYS = (
    *("libGL.so.1", "libEGL.so.1", "libxkbcommon.so.0", "libfontconfig.so.1", "libglib-2.0.so.0"),
    "libgssapi_krb5.so.2",  # of QtNetwork, by which the refresh sees whether there is a network
)
_X11 = (
    "libxkbcommon-x11.so.0",
    "libxcb-cursor.so.0",
    "libxcb-icccm.so.4",
    "libxcb-image.so.0",
    "libxcb-keysyms.so.1",
    "libxcb-render-util.so.0",
)
_PACKAGES = {
    "debian": (
        "libegl1 libgl1 libglib2.0-0 libfontconfig1 libdbus-1-3 libxkbcommon-x11-0 libxcb-cursor0 "
        "libxcb-icccm4 libxcb-image0 libxcb-keysyms1 libxcb-randr0 libxcb-render-util0 "
        "libxcb-shape0 libxcb-xkb1 libgssapi-krb5-2 fonts-dejavu-core"
    ),
    "fedora": (
        "mesa-libEGL mesa-libGL glib2 fontconfig dbus-libs libxkbcommon-x11 xcb-util-cursor "
        "xcb-util-wm xcb-util-image xcb-util-keysyms xcb-util-renderutil krb5-libs "
        "dejavu-sans-fonts"
    ),
    "arch": (
        "libglvnd glib2 fontconfig dbus libxkbcommon-x11 xcb-util-cursor xcb-util-wm "
        "xcb-util-image xcb-util-keysyms xcb-util-renderutil krb5 ttf-dejavu"
    ),
}
"""Packages with these libraries and what Qt loads besides; README.md names them too."""


def what_is_missing(platform: str, environment: Mapping[str, str]) -> Message | Phrase | None:
    """Return why a window cannot open here; None: nothing is known to stand against it.

    Args:
        platform: as `sys.platform` says it.
        environment: of the process; names display and plugin.
    """
    if platform in ("win32", "darwin"):
        return None
    plugin = environment.get("QT_QPA_PLATFORM", "")
    on_wayland = bool(environment.get("WAYLAND_DISPLAY"))
    if not plugin and not on_wayland and not environment.get("DISPLAY"):
        return NO_DISPLAY
    on_x11 = plugin.startswith("xcb") or (not plugin and not on_wayland)
    lacking = [name for name in (*_ALWAYS, *(_X11 if on_x11 else ())) if not _is_there(name)]
    return Phrase(MISSING, libraries=", ".join(lacking), **_PACKAGES) if lacking else None


def packages() -> Iterator[str]:
    """Yield the packages of each kind of system, as its command takes them."""
    yield from _PACKAGES.values()


def _is_there(library: str) -> bool:
    """Look where most systems keep them; load it where it is not there."""
    machine = os.uname().machine if hasattr(os, "uname") else ""
    usual = (f"/usr/lib/{machine}-linux-gnu", "/usr/lib64", "/usr/lib")
    if any(Path(folder, library).exists() for folder in usual):
        return True
    from ctypes import CDLL  # to import it takes longer than to look

    try:
        CDLL(library)
    except OSError:
        return False
    return True


EXIT_CANNOT_START = 2


def main(argv: Sequence[str] | None = None) -> int:
    """Run the window, or write a screenshot; return the exit code."""
    try:
        return _started(sys.argv[1:] if argv is None else argv)
    except ImportError as error:  # neither libraries nor the program's own parts are certain
        from azmodels_gui.storage.fault_log import tell_damage

        sentence = tell_damage("azmodels-gui", error, system_language())
        if what_is_missing(sys.platform, os.environ) is None:
            _show(sentence)
        return EXIT_CANNOT_START


def _started(argv: Sequence[str]) -> int:
    from azmodels_gui.app.quick_qt import import_qt
    from azmodels_gui.cli.window_options import parse_arguments

    arguments = parse_arguments(argv)
    if arguments.screenshot is not None:
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    if why := what_is_missing(sys.platform, os.environ):
        language = arguments.language or system_language()
        if sys.stderr is not None:
            print(f"azmodels-gui: {worded(why, language)}", file=sys.stderr)
        return EXIT_CANNOT_START
    import_qt()
    from azmodels_gui.app.application import run

    return run(arguments)


def _show(sentence: str) -> None:
    """Tell it to whoever clicked on an icon, if there is anything left to show it with."""
    told = sys.stderr is not None and sys.stderr.isatty()
    if told or os.environ.get("QT_QPA_PLATFORM") in ("offscreen", "minimal"):
        return
    with suppress(ImportError):
        from PySide6.QtWidgets import QApplication, QMessageBox

        application = QApplication.instance() or QApplication(["azmodels"])
        QMessageBox.critical(None, application.applicationName(), sentence)


if __name__ == "__main__":
    sys.exit(main())
