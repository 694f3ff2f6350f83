# SPDX-License-Identifier: MIT
"""What can go wrong with files, as errors whose text may be shown as it is.

Exception
└── CatalogError            what happened, what the user still has, what to do next
    ├── FileUnreadable      missing, a folder, no permission, too large
    ├── FileNotSaved        a write did not happen; the old file is untouched
    ├── CatalogUnusable     a file was read but holds no catalogue this program can use
    ├── RefreshFailed       a newer catalogue did not come; which `Problem`, in two languages
    └── InstallationDamaged the program's own data are missing or unusable
"""

from pathlib import Path

from azmodels_gui.storage.problem import PASSING, PASSING_STATUS, Problem
from azmodels_gui.storage.problem_words import told

SHOWN_CHARACTERS = 600
"""An error quotes a file's content no longer than this."""


class CatalogError(Exception):
    """An error that was to be expected: three sentences for the user.

    The parts are kept apart so that a window can show its own words in its language.
    """

    def __init__(self, happened: str, *, remains: str = "", next_step: str = "") -> None:
        super().__init__(happened, remains, next_step)
        self.happened = happened
        """What went wrong, with the name of the thing."""
        self.remains = remains
        """What the user still has; empty where nothing was at stake."""
        self.next_step = next_step
        """What to do now; empty where nothing can be done."""

    def __str__(self) -> str:
        parts = (self.happened, self.remains, self.next_step)
        return " ".join(part for part in parts if part)


class FileUnreadable(CatalogError):
    """A file's bytes cannot be had."""

    def __init__(self, path: Path, reason: str, *, next_step: str = "") -> None:
        super().__init__(f"{path} cannot be read: {reason}.", next_step=next_step)
        self.path = path
        self.reason = reason


class FileNotSaved(CatalogError):
    """A file was not written; what stood there before still does."""

    def __init__(self, path: Path, reason: str, *, next_step: str = "") -> None:
        super().__init__(
            f"{path} was not saved: {reason}.",
            remains="What the file held before is unchanged.",
            next_step=next_step,
        )
        self.path = path
        self.reason = reason


class CatalogUnusable(CatalogError):
    """The file holds no catalogue; `reason` says what is wrong and where in the document."""

    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(
            f"{path} is not a usable catalogue: {_shortened(reason)}.",
            next_step="docs/catalogue-format.md describes the file.",
        )
        self.path = path
        self.reason = _shortened(reason)


class RefreshFailed(CatalogError):
    """A newer catalogue did not come; screen and disk are as they were.

    `text` gives the three sentences in either language; `str` gives the English ones.
    """

    def __init__(self, problem: Problem, **data: object) -> None:
        shown = {name: _shortened(str(value)) for name, value in data.items()}
        happened, remains, next_step = told(problem, shown, "en")
        super().__init__(happened, remains=remains, next_step=next_step)
        self.problem = problem
        self.data = data
        """The figures in the sentences, such as `host` and `status`."""
        self._shown = shown

    def text(self, language: str) -> str:
        """Return all three sentences in "de" or English."""
        return " ".join(told(self.problem, self._shown, language))

    @property
    def passing(self) -> bool:
        """The same request may succeed a moment later."""
        return self.problem in PASSING or (
            self.problem is Problem.STATUS and self.data.get("status") in PASSING_STATUS
        )


class InstallationDamaged(CatalogError):
    """Data that come with the program are missing or unusable."""

    def __init__(self, what: str) -> None:
        super().__init__(
            f"The program's own data are damaged: {what}.",
            next_step="Install azmodels-gui again.",
        )


def _shortened(reason: str) -> str:
    reason = reason.rstrip(".")
    return reason if len(reason) <= SHOWN_CHARACTERS else f"{reason[:SHOWN_CHARACTERS]} …"
