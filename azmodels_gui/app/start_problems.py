# SPDX-License-Identifier: MIT
"""What could not be read at the start, as sentences for the bar above the page."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from azmodels_gui.language.shown import shown_language, tr
from azmodels_gui.language.words import N_, Phrase
from azmodels_gui.storage.catalog_file import Loaded
from azmodels_gui.storage.errors import CatalogError, RefreshFailed
from azmodels_gui.storage.preferences import StateFile
from azmodels_gui.window.main_window import MainWindow


def tell_problems(
    window: MainWindow,
    loaded: Loaded,
    state_error: CatalogError | None,
    file: StateFile,
    asked: Path | None,
) -> None:
    """Say in the bar what could not be read, in the language on show."""
    words = _words(loaded.warning, asked)
    if words is None and file.kept_aside is not None:
        words = partial(_settings_kept_aside, file.kept_aside.name)
    elif words is None and state_error is not None:
        words = partial(_in_the_windows, state_error)
    if words is not None:
        window.show_problem(words)


def _words(warning: CatalogError | None, asked: Path | None) -> Callable[[], str] | None:
    match warning:
        case None:
            return None
        case RefreshFailed():
            return partial(_in_the_windows, warning)
    words = N_(
        "{file} cannot be used as a catalogue: {reason}. The catalogue that comes with the "
        "program is shown instead. Check the file, or start without --catalog."
    )
    reason = getattr(warning, "reason", warning)
    return partial(_in_the_windows, Phrase(words, file=asked, reason=reason))


def _in_the_windows(told: Phrase) -> str:
    return told.told(shown_language())


def _settings_kept_aside(name: str) -> str:
    words = tr(
        "The saved settings could not be read and were kept as {file}. The window starts "
        "with its first settings."
    )
    return words.replace("{file}", name)
