# SPDX-License-Identifier: MIT
"""How the process ends while some work in the background is still under way."""

import os
import sys

from azmodels_gui.window.background import works_in_background


def leave(code: int) -> int:
    """Return the exit code, or end the process at once if a thread is still at work.

    Python ends such threads by force while it shuts down. One that is inside of compiled code
    (reading a catalogue) then takes the whole process down with an abort. Nothing is lost by
    not waiting for it: files are replaced whole or not at all, the state is saved when the window
    closes, and that happens only when the sheets that were promised are written.
    """
    if works_in_background():
        for stream in (sys.stdout, sys.stderr):
            if stream is not None:
                stream.flush()
        os._exit(code)
    return code
