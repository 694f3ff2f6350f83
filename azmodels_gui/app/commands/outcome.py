# SPDX-License-Identifier: MIT
"""How a command ends: its exit code, or a refusal with a sentence."""

DONE = 0
FAULTS_FOUND = 1
"""The command did its work, and the answer is "no": faults found, publishing refused."""
NOT_POSSIBLE = 2
"""Wrong arguments, unknown names, files that cannot be read or written."""


class Refused(Exception):
    """What was asked for cannot be answered; the text says why and what would be possible."""

    def __init__(self, told: str, german: str | None = None) -> None:
        super().__init__(told)
        self._german = told if german is None else german

    def told(self, language: str) -> str:
        """Return the sentence in German ("de") or English."""
        return self._german if language == "de" else str(self)
