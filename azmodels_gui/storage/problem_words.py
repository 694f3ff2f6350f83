# SPDX-License-Identifier: MIT
"""What happened and what to do, for each problem of a refresh, as messages.

`{name}` is a figure of the problem. What the user still has is the same for all of them.
"""

from collections.abc import Mapping
from enum import StrEnum

from azmodels_gui.language.words import N_, Message


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
    OLDER = "older"
    SAME_SERIAL = "same_serial"
    FILE_UNREADABLE = "file_unreadable"
    SITE_FILE = "site_file"
    NOT_SAVED = "not_saved"
    BUSY = "busy"
    NOT_KEPT = "not_kept"
    NOTHING_HELD_BACK = "nothing_held_back"
    KEPT_DAMAGED = "kept_damaged"
    KEPT_REVOKED = "kept_revoked"


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
        N_("{name} is larger than the {mebibytes} MiB a catalogue may have."),
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
    Problem.OLDER: (
        N_("{name} is older (serial {serial}) than the catalogue held (serial {held})."),
        N_(
            "Nothing is to be done if the publisher went back; otherwise tell them: somebody may "
            "be serving you an old copy."
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
}

AT_START = frozenset({Problem.KEPT_DAMAGED, Problem.KEPT_REVOKED})
"""Problems of the start: another catalogue than the saved one is shown."""
