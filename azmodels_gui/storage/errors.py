# SPDX-License-Identifier: MIT
"""What can go wrong with files: what happened, what the user still has, what to do next."""

from collections.abc import Mapping
from enum import StrEnum
from pathlib import Path

from azmodels_gui.language.words import N_, Joined, Message, Phrase, ToldError, worded


class Problem(StrEnum):
    """Why a refresh did not happen. The ids are an interface for scripts."""

    NO_ADDRESS = "no_address"
    ADDRESS_REFUSED = "address_refused"
    NAME_UNKNOWN = "name_unknown"
    NO_CONNECTION = "no_connection"
    CONNECTION_BROKE = "connection_broke"
    NO_ANSWER = "no_answer"
    TOO_SLOW = "too_slow"
    CERTIFICATE_REFUSED = "certificate_refused"
    PROXY_FAILED = "proxy_failed"
    PROXY_UNUSABLE = "proxy_unusable"
    CERTIFICATES_MISSING = "certificates_missing"
    ANSWER_ODD = "answer_odd"
    TOO_BUSY = "too_busy"
    STATUS = "status"
    REDIRECT_REFUSED = "redirect_refused"
    TOO_MANY_REDIRECTS = "too_many_redirects"
    TOO_LARGE = "too_large"
    CUT_SHORT = "cut_short"
    ENCODING_BROKEN = "encoding_broken"
    CANCELLED = "cancelled"
    WEB_PAGE = "web_page"
    SIGNATURE_MISSING = "signature_missing"
    SIGNATURE_UNREADABLE = "signature_unreadable"
    SIGNATURE_WRONG = "signature_wrong"
    KEY_UNKNOWN = "key_unknown"
    KEY_UNREADABLE = "key_unreadable"
    NOT_A_CATALOG = "not_a_catalog"
    SCHEMA_TOO_NEW = "schema_too_new"
    DATED_AHEAD = "dated_ahead"
    OLDER = "older"
    SAME_SERIAL = "same_serial"
    FILE_UNREADABLE = "file_unreadable"
    SITE_FILE = "site_file"
    SETTINGS_LOST = "settings_lost"
    NOT_SAVED = "not_saved"
    BUSY = "busy"
    NOT_KEPT = "not_kept"
    NOTHING_HELD_BACK = "nothing_held_back"
    KEPT_DAMAGED = "kept_damaged"
    KEPT_REVOKED = "kept_revoked"
    KEPT_MISSING = "kept_missing"
    RECORD_DAMAGED = "record_damaged"


PASSING = frozenset(
    {
        Problem.NAME_UNKNOWN,
        Problem.NO_CONNECTION,
        Problem.CONNECTION_BROKE,
        Problem.NO_ANSWER,
        Problem.CUT_SHORT,
    }
)
"""Worth another attempt at once."""
PASSING_STATUS = frozenset({429, 500, 502, 503, 504})


REMAINS: Message = N_("The catalogue on show and on disk is as it was.")
OTHER_SHOWN: Message = N_("Catalogue {shown} is shown instead.")
_ONE_SHOWN: Message = N_("Catalogue {shown} is shown; all that are kept are there.")
_LATER: Message = N_("Check the network and try again later.")
_PUBLISHER: Message = N_("Tell whoever publishes the catalogue.")
_ADDRESS: Message = N_("Check the address in the settings.")
_SIGN_IN: Message = N_(
    "Open any page in the browser, sign in to the network there, and try again; "
    "otherwise check the address."
)

WORDS: Mapping[Problem, tuple[Message, Message]] = {
    Problem.NO_ADDRESS: (
        N_("No address of a catalogue is set."),
        N_(
            "Set the https address of a catalogue in the settings, by --catalog-url (azmodels "
            "refresh: --url) or AZMODELS_CATALOG_URL, or open a catalogue file."
        ),
    ),
    Problem.ADDRESS_REFUSED: (
        N_("{url} is not an address a catalogue may come from."),
        N_("Give an address that begins with https://."),
    ),
    Problem.NAME_UNKNOWN: (
        N_("The network does not know {host}."),
        _LATER,
    ),
    Problem.NO_CONNECTION: (
        N_("{host} cannot be reached."),
        _LATER,
    ),
    Problem.CONNECTION_BROKE: (
        N_("The connection to {host} broke off."),
        _LATER,
    ),
    Problem.NO_ANSWER: (
        N_("{host} did not answer within {seconds} s."),
        _LATER,
    ),
    Problem.TOO_SLOW: (
        N_("The refresh from {host} was stopped after {seconds} s."),
        N_("Try again in a faster network."),
    ),
    Problem.CERTIFICATE_REFUSED: (
        N_("The certificate of {host} is not trusted: {reason}."),
        N_(
            "Check the computer's date and whether a network sign-in page is in between; the "
            "company's certificate must be installed in the system."
        ),
    ),
    Problem.PROXY_FAILED: (
        N_("The proxy in front of {host} refused or did not answer."),
        N_("Check the system's proxy settings."),
    ),
    Problem.PROXY_UNUSABLE: (
        N_("The proxy that the system names for {host} cannot be used."),
        N_(
            "Check the system's proxy settings and the variables HTTPS_PROXY, HTTP_PROXY and "
            "ALL_PROXY; a proxy's address begins with http:// or https://."
        ),
    ),
    Problem.CERTIFICATES_MISSING: (
        N_("The file of certificates that the system names cannot be used: {reason}."),
        N_("Check the variables REQUESTS_CA_BUNDLE and CURL_CA_BUNDLE."),
    ),
    Problem.ANSWER_ODD: (
        N_("{host} sent an answer that cannot be understood."),
        _PUBLISHER,
    ),
    Problem.TOO_BUSY: (
        N_("{host} cannot answer at the moment (HTTP {status})."),
        N_("Try again later; the address may be right."),
    ),
    Problem.STATUS: (
        N_("{host} answered HTTP {status}."),
        _ADDRESS,
    ),
    Problem.REDIRECT_REFUSED: (
        N_("{host} sent us on to {target}, which is not https."),
        _SIGN_IN,
    ),
    Problem.TOO_MANY_REDIRECTS: (
        N_("{host} sent us on more than {most} times."),
        _SIGN_IN,
    ),
    Problem.TOO_LARGE: (
        N_("{name} is larger than the {mebibytes} MiB that are read."),
        _ADDRESS,
    ),
    Problem.CUT_SHORT: (
        N_("{host} sent less than it had announced."),
        _LATER,
    ),
    Problem.ENCODING_BROKEN: (
        N_("What {host} sent cannot be unpacked."),
        _PUBLISHER,
    ),
    Problem.CANCELLED: (
        N_("The refresh was cancelled."),
        N_("Start it again at any time."),
    ),
    Problem.WEB_PAGE: (
        N_("{name} answered with a web page, not with a catalogue."),
        _SIGN_IN,
    ),
    Problem.SIGNATURE_MISSING: (
        N_("{name} has no signature, and a public key is set."),
        _PUBLISHER,
    ),
    Problem.SIGNATURE_UNREADABLE: (
        N_("The signature of {name} cannot be read: {reason}."),
        _PUBLISHER,
    ),
    Problem.SIGNATURE_WRONG: (
        N_(
            "The signature does not fit {name}: the file was changed, or signature and file are "
            "of different publications."
        ),
        N_("Try again in some minutes; if it stays, tell whoever publishes the catalogue."),
    ),
    Problem.KEY_UNKNOWN: (
        N_("{name} is signed by the key {key}, which is not among the trusted ones ({known})."),
        N_("Ask the publisher, by another way, whether the key was changed."),
    ),
    Problem.KEY_UNREADABLE: (
        N_("The public key {key} cannot be used: {reason}."),
        N_("Copy the key again, the whole line."),
    ),
    Problem.NOT_A_CATALOG: (
        N_("{name} is not a usable catalogue: {reason}."),
        _PUBLISHER,
    ),
    Problem.SCHEMA_TOO_NEW: (
        N_("{name} is of a newer form than this program reads."),
        N_("Install a newer version of azmodels."),
    ),
    Problem.DATED_AHEAD: (
        N_("{name} is dated too far ahead (as of {day}, serial {serial})."),
        N_("Check the computer's date; if it is right, tell whoever publishes the catalogue."),
    ),
    Problem.OLDER: (
        N_("{name} is older (serial {serial}) than what was held here already (serial {held})."),
        N_(
            "Nothing is to be done if the publisher went back; otherwise tell them: somebody may "
            "be serving you an old copy. An older catalogue that is kept can be chosen from the "
            "kept ones (azmodels refresh: --back)."
        ),
    ),
    Problem.SAME_SERIAL: (
        N_("{name} has the serial of the catalogue held ({serial}) but other content."),
        N_("The publisher must raise the serial; tell them."),
    ),
    Problem.FILE_UNREADABLE: (
        N_("{name} cannot be read: {reason}."),
        N_("Check the file."),
    ),
    Problem.SITE_FILE: (
        N_("The company's settings in {name} cannot be used: {reason}."),
        N_("Tell the people who manage this computer."),
    ),
    Problem.SETTINGS_LOST: (
        N_(
            "The saved settings of the refresh cannot be read ({reason}), so that it is not known "
            "whose signature a catalogue needs; nothing new is taken."
        ),
        N_(
            "Look through the settings of the refresh in the window, and save them; without a "
            "window, remove {path}."
        ),
    ),
    Problem.NOT_SAVED: (
        N_("{name} could not be saved: {reason}."),
        N_("Make room or give permission, or set AZMODELS_DATA_DIR to another folder."),
    ),
    Problem.BUSY: (
        N_("Another window of azmodels is saving a catalogue."),
        N_("Try again in a moment."),
    ),
    Problem.NOT_KEPT: (
        N_("No usable catalogue with the serial {serial} is kept."),
        N_("Choose another one."),
    ),
    Problem.NOTHING_HELD_BACK: (
        N_("No catalogue is held back."),
        N_("Refresh first."),
    ),
    Problem.KEPT_DAMAGED: (
        N_(
            "The saved catalogue {serial} is not usable ({reason}); it stays in the folder as "
            "{name}."
        ),
        N_("Refresh to get it again."),
    ),
    Problem.KEPT_REVOKED: (
        N_(
            "The saved catalogue {serial} is not signed by a key that is trusted now; it stays "
            "in the folder."
        ),
        N_("Refresh to get a signed one."),
    ),
    Problem.KEPT_MISSING: (
        N_("The saved catalogue {serial} is no longer in its folder."),
        N_("Refresh to get it again."),
    ),
    Problem.RECORD_DAMAGED: (
        N_(
            "Which saved catalogue was chosen can no longer be read for certain ({name}: {reason})."
        ),
        N_("If it was another, choose it again from the kept ones (azmodels refresh: --back)."),
    ),
}

_SHOWN_AT_START: Mapping[Problem, Message] = {
    Problem.KEPT_DAMAGED: OTHER_SHOWN,
    Problem.KEPT_REVOKED: OTHER_SHOWN,
    Problem.KEPT_MISSING: OTHER_SHOWN,
    Problem.RECORD_DAMAGED: _ONE_SHOWN,
}
"""Problems of the start: the catalogue on show may be another than the saved one."""


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
        remains = _SHOWN_AT_START.get(problem, REMAINS)
        super().__init__(happened, remains=remains, next_step=next_step, **data)
        self.problem = problem

    @property
    def passing(self) -> bool:
        """The same request may succeed a moment later."""
        return self.problem in PASSING or self.problem is Problem.TOO_BUSY


class InstallationDamaged(CatalogError):
    """What comes with the program is missing or unusable."""

    def __init__(self, what: Reason) -> None:
        super().__init__(
            N_("Parts of the program are missing or damaged: {what}."),
            next_step=N_("Install azmodels-gui again."),
            what=what,
        )


def bundled_unusable(error: ToldError) -> InstallationDamaged:
    """Return that the catalogue that comes with the program cannot be used."""
    return InstallationDamaged(Phrase(N_("the bundled catalogue is unusable ({why})"), why=error))


def _shortened(reason: str) -> str:
    reason = reason.rstrip(".")
    return reason if len(reason) <= SHOWN_CHARACTERS else f"{reason[:SHOWN_CHARACTERS]} …"
