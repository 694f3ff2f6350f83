# SPDX-License-Identifier: MIT
"""Texts of the program: English in the source, every other language in a gettext catalogue.

`resources/locale/<language>/LC_MESSAGES/azmodels.po` holds a language; a folder more is a language
more. A text is marked where it stands (`N_`, with a context `NC_`, by number `NN_`) and put into a
language when it is told: never while a module is imported, the language is not known yet.
"""

import gettext
import os
import struct
from collections.abc import Iterable
from contextlib import suppress
from functools import cache
from pathlib import Path

from azmodels_gui import resources_folder
from azmodels_gui.language.addresses import as_told


class Message(str):
    """A text that stands in the catalogues; `{name}` is filled in once it is in a language."""

    __slots__ = ()


ENGLISH = "en"
"""The language of the source."""
FOLDER_VARIABLE = "AZMODELS_LOCALE_DIR"
"""Names a folder of more languages, for translators and trials: shown without a new build."""
DOMAIN = "azmodels"
_FILE = Path("LC_MESSAGES") / f"{DOMAIN}.mo"
_CONTEXT_END = "\x04"
"""Between context and text, as gettext writes it."""


Plural = tuple[Message, Message]
"""A text for one thing and a text for several; `{count}` is how many."""


def N_(text: str) -> Message:
    """Mark a text for the catalogues; it stays English."""
    return Message(text)


def NC_(context: str, text: str) -> Message:
    """Mark a text that means different things in different places."""
    return Message(f"{context}{_CONTEXT_END}{text}")


def NN_(one: str, several: str) -> Plural:
    """Mark a text that depends on a number."""
    return Message(one), Message(several)


_NAME_OF_LANGUAGE = NC_("name of this language", "English")


def in_language(message: Message, language: str) -> str:
    """Return a text in a language; English where the language has no word for it.

    Args:
        message: as marked.
        language: its code, such as "de".
    """
    if not message:
        return ""  # which gettext would take for the head of the file
    found = _catalogue(language).gettext(message)
    return found.rpartition(_CONTEXT_END)[2] if found is message else found


class Phrase:
    """A text with what is to be filled in, told once the language is known.

    Attributes:
        message: the text.
        values: what is filled in; a value that can be told is told in the language, too.
    """

    def __init__(self, message: Message, /, **values: object) -> None:
        self.message = message
        self.values = values

    def told(self, language: str) -> str:
        """Return the text in a language, with its values."""
        return told(self.message, language, **self.values)

    def __str__(self) -> str:
        return self.told(ENGLISH)


class Joined:
    """Several things in a row, told once the language is known."""

    def __init__(self, parts: Iterable[object], between: str = ", ") -> None:
        """Take the things, each told in its turn, and what stands between two."""
        self.parts = tuple(parts)
        self.between = between

    def told(self, language: str) -> str:
        """Return them one after the other."""
        return str(worded(self.between, language)).join(
            str(worded(part, language)) for part in self.parts
        )


def told(message: Message, language: str, /, **values: object) -> str:
    """Return a text in a language with its values filled in, those told that can be."""
    shown = {name: worded(value, language) for name, value in values.items()}
    return in_language(message, language).format(**shown)


def worded(value: object, language: str) -> object:
    """Return a value as it goes into a text: messages and what can be told in the language.

    An address that was given for a file is told without its secrets.
    """
    match value:
        case Message():
            return in_language(value, language)
        case Phrase() | Joined():
            return value.told(language)
        case Path():
            return as_told(str(value))
    return value


def counted(forms: Plural, count: int, language: str, shown: str | None = None) -> str:
    """Return a text for a number of things, the number filled in as `{count}`.

    Args:
        forms: as marked.
        count: how many.
        language: its code.
        shown: the number as it is written; None: without separators.
    """
    found = _catalogue(language).ngettext(*forms, count)
    return found.replace("{count}", str(count) if shown is None else shown)


def capitalized(text: str) -> str:
    """Return words as they begin a line; what follows the first letter stays as it is."""
    return text[:1].upper() + text[1:]


def language_codes() -> tuple[str, ...]:
    """Return the codes of the languages there are, English first."""
    return _codes_in(tuple(_folders()))


@cache
def _codes_in(folders: tuple[Path, ...]) -> tuple[str, ...]:
    found = (path for folder in folders for path in sorted(folder.glob(f"*/{_FILE}")))
    return tuple(dict.fromkeys((ENGLISH, *(path.parents[1].name for path in found))))


def languages() -> dict[str, str]:
    """Return the languages there are: code and name of its own, English first.

    Each catalogue is read for its name; where codes will do, take `language_codes`.
    """
    return {code: in_language(_NAME_OF_LANGUAGE, code) for code in language_codes()}


def known_language(asked: str) -> str:
    """Return the language nearest to what is asked for, as "de" for "de_AT"; else English."""
    asked = asked.replace("-", "_").partition(".")[0]
    there = language_codes()
    return next((each for each in (asked, asked.partition("_")[0]) if each in there), ENGLISH)


@cache
def _catalogue(language: str) -> gettext.NullTranslations:
    folder = folder_of(language)
    if folder is None:
        return gettext.NullTranslations()
    with (
        suppress(OSError, ValueError, struct.error),  # damaged: as if it were not there
        (folder / language / _FILE).open("rb") as file,
    ):
        return gettext.GNUTranslations(file)
    return gettext.NullTranslations()


def folder_of(language: str) -> Path | None:
    """Return the folder of languages that has a language; None: it is English, or not there."""
    folders = [] if language == ENGLISH else _folders()
    return next((each for each in folders if (each / language / _FILE).is_file()), None)


def _folders() -> list[Path]:
    given = os.environ.get(FOLDER_VARIABLE)
    return [*([Path(given)] if given else []), resources_folder() / "locale"]


_shown = ENGLISH


def speak(language: str) -> None:
    """Tell everything in this language from now on; what is on show already is not changed."""
    global _shown
    _shown = language


def shown_language() -> str:
    """Return the code of the language that the window speaks."""
    return _shown


def tr(text: str) -> str:
    """Return a text, marked here or before, in the language of the window."""
    return in_language(Message(text), _shown)


def trn(forms: Plural, count: int, shown: str | None = None) -> str:
    """Return a text for a number of things; `shown` is the number as it is written."""
    return counted(forms, count, _shown, shown)


class ToldError(Phrase, Exception):
    """The root of all errors that a user is to read: a message, its id, and the figures in it.

    `told(language)` is the sentence in the language asked for, `str` the English one.

        Exception
        └── ToldError                     a message with its values
            ├── language.WrongArgument        the text behind an option is not what the option takes
            ├── cli.Refused                   a command cannot do what was asked
            ├── catalog.NameUnknown           a name is none that is known, or that of several
            ├── calculator.Refusal            there is no result; which `RefusalId`
            │   ├── UnreadableProfile         rows of a load profile
            │   └── UnreadableMetrics         points of an answer of Azure Monitor
            ├── calculator.PlanUnreadable     a file is no plan; the rows that cannot be used
            ├── calculator.CellFault          what stands in a row of one cannot be used
            ├── catalog.FilterTextInvalid     a text is no filter
            ├── catalog.CoverageRefused       a question without sense; `RefusedBecause` what
            ├── catalog.CatalogUnusable       bytes are no catalogue
            │   └── SchemaTooNew              they are one of a later program
            ├── catalog.Misfit                a value from outside does not fit its form; the place
            ├── catalog.TextMalformed         no key or signature of minisign
            ├── clients.AnswerUnusable        a file holds no answer of `az` that can be used
            │   └── AnswerEmpty               an empty list: there is nothing of what was asked
            ├── clients.SubscriptionNeeded    lists may be of several subscriptions; to be named
            ├── clients.NotReckoned           why a measured load has no cost
            ├── clients.ClientUnusable        bytes are no client's file
            │   └── ClientTooNew              they are one of a later program
            ├── storage.CatalogError          what happened, what the user still has, what to do
            │   ├── FileUnreadable            missing, a folder, no permission, too large
            │   ├── FileNotSaved              a write did not happen; the old file is untouched
            │   ├── StateDamaged              what was saved last cannot be had; what is used
            │   ├── CatalogFileUnusable       a file was read but holds no catalogue
            │   ├── ClientFileUnusable        a file was read but holds no client
            │   ├── ClientChangedElsewhere    another wrote a client's file since it was read
            │   ├── VersionNotKept            a client's file was saved, but no version of it kept
            │   ├── RefreshFailed             a newer catalogue did not come; which `Problem`
            │   └── InstallationDamaged       what comes with the program is missing or unusable
            ├── sheets.LogoUnusable           a file is no picture for a sheet
            ├── sheets.TemplateUnusable       a file is no template for one
            ├── sheets.BrandUnusable          a file is no house style for one
            ├── sheets.NotSet                 the system ended what was setting the pages
            ├── sheets.NoRoom                 paper and margins leave no room for a sheet
            ├── window.LinkInvalid            a text is no link to a view
            ├── window.NotPrinted             a printer or its file does not take all pages
            ├── publish.EditorialFault, NameClaimedTwice   our own texts: a file, and the key in it
            ├── publish.NotFetched            a file of the sources did not come
            │   └── FileGone                  the host has no such file
            ├── publish.CollectRefused, ManifestUnusable   why nothing is collected
            ├── publish.NoParser, NoSources, LedgerOpen   why a build stops
            └── publish.SecretKeyUnusable, ProtectionUnusable   why a key cannot sign

    What no user reads (a fault of one row of a source, which goes into a report) is not among them.
    """

    def __repr__(self) -> str:
        return f"{type(self).__name__}({str(self)!r})"
