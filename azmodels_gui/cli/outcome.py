# SPDX-License-Identifier: MIT
"""How a command ends: its exit code, or a refusal with a sentence."""

from azmodels_gui.language.errors import ToldError

DONE = 0
FAULTS_FOUND = 1
"""The command did its work, and the answer is "no": faults found, publishing refused."""
NOT_POSSIBLE = 2
"""Wrong arguments, unknown names, files that cannot be read or written."""


class Refused(ToldError):
    """What was asked for cannot be answered; the text says why and what would be possible."""
