# SPDX-License-Identifier: MIT
"""The lines of a text file that a user names."""

import io
from collections.abc import Iterator
from pathlib import Path

from azmodels_gui.language.words import N_
from azmodels_gui.storage.errors import FileUnreadable
from azmodels_gui.storage.files import read_bytes


def text_lines(path: Path) -> Iterator[str]:
    """Return the lines of a CSV file, whatever ends them.

    Raises:
        FileUnreadable: it cannot be read, or is not UTF-8.
    """
    try:
        text = read_bytes(path).decode("utf-8")
    except UnicodeDecodeError as error:
        raise FileUnreadable(
            path, N_("it is not UTF-8 text"), next_step=N_("Save it as CSV in UTF-8.")
        ) from error
    return io.StringIO(text, newline=None)
