# SPDX-License-Identifier: MIT
"""What can go wrong with files: what happened, what the user still has, what to do next."""

from pathlib import Path

from azmodels_gui.language.errors import ToldError
from azmodels_gui.language.words import N_, Joined, Message, Phrase, worded
from azmodels_gui.storage.problem_words import (
    AT_START,
    OTHER_SHOWN,
    PASSING,
    PASSING_STATUS,
    REMAINS,
    WORDS,
    Problem,
)

SHOWN_CHARACTERS = 600
"""An error quotes a file's content no longer than this."""
Reason = Message | Phrase | str
"""The middle of a sentence; what the system or a library says by itself stays as it is."""
EMPTY = N_("the file is empty")


class CatalogError(ToldError):
    """An error that was to be expected: up to three sentences with the same values."""

    def __init__(
        self,
        happened: Message,
        /,
        *,
        remains: Message | None = None,
        next_step: Message | None = None,
        **values: object,
    ) -> None:
        super().__init__(happened, **values)
        self.remains = remains
        """What the user still has; None where nothing was at stake."""
        self.next_step = next_step
        """What to do now; None where nothing can be done."""

    @property
    def happened(self) -> Phrase:
        """What went wrong, by itself."""
        return Phrase(self.message, **self.values)

    def told(self, language: str) -> str:
        """Return the sentences in a language."""
        shown = {
            name: value if isinstance(value, Path) else _shortened(str(worded(value, language)))
            for name, value in self.values.items()
        }
        parts = filter(None, (self.message, self.remains, self.next_step))
        return Joined((Phrase(part, **shown) for part in parts), " ").told(language)


class FileUnreadable(CatalogError):
    """A file's bytes cannot be had."""

    def __init__(
        self,
        path: Path,
        reason: Reason,
        *,
        remains: Message | None = None,
        next_step: Message | None = None,
    ) -> None:
        super().__init__(
            N_("{path} cannot be read: {reason}."),
            remains=remains,
            next_step=next_step,
            path=path,
            reason=reason,
        )
        self.path = path
        self.reason = reason


class FileNotSaved(CatalogError):
    """A file was not written; what stood there before still does."""

    def __init__(self, path: Path, reason: Reason, *, next_step: Message | None = None) -> None:
        super().__init__(
            N_("{path} was not saved: {reason}."),
            remains=N_("What the file held before is unchanged."),
            next_step=next_step,
            path=path,
            reason=reason,
        )
        self.path = path
        self.reason = reason


class CatalogFileUnusable(CatalogError):
    """The file holds no catalogue; `reason` says what is wrong and where in the document."""

    def __init__(self, path: Path, reason: Reason) -> None:
        super().__init__(
            N_("{path} is not a usable catalogue: {reason}."),
            next_step=N_("docs/catalogue-format.md describes the file."),
            path=path,
            reason=reason,
        )
        self.reason = reason


class RefreshFailed(CatalogError):
    """A newer catalogue did not come; screen and disk are as they were."""

    def __init__(self, problem: Problem, **data: object) -> None:
        happened, next_step = WORDS[problem]
        remains = OTHER_SHOWN if problem in AT_START else REMAINS
        super().__init__(happened, remains=remains, next_step=next_step, **data)
        self.problem = problem

    @property
    def passing(self) -> bool:
        """The same request may succeed a moment later."""
        return self.problem in PASSING or (
            self.problem is Problem.STATUS and self.values.get("status") in PASSING_STATUS
        )


class InstallationDamaged(CatalogError):
    """Data that come with the program are missing or unusable."""

    def __init__(self, what: Reason) -> None:
        super().__init__(
            N_("The program's own data are damaged: {what}."),
            next_step=N_("Install azmodels-gui again."),
            what=what,
        )


def bundled_unusable(error: ToldError) -> InstallationDamaged:
    """Return that the catalogue that comes with the program cannot be used."""
    return InstallationDamaged(Phrase(N_("the bundled catalogue is unusable ({why})"), why=error))


def _shortened(reason: str) -> str:
    reason = reason.rstrip(".")
    return reason if len(reason) <= SHOWN_CHARACTERS else f"{reason[:SHOWN_CHARACTERS]} …"
