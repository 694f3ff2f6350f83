# SPDX-License-Identifier: MIT
"""What can keep a newer catalogue away; the sentences are in `problem_words`."""

from enum import StrEnum


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
