# SPDX-License-Identifier: MIT
"""Whether a catalogue comes from whom it should: detached Ed25519 signatures of minisign."""

from collections.abc import Iterable
from enum import StrEnum

from azmodels_gui.catalog.minisign import PublicKey, Signature, TextMalformed, key_name
from azmodels_gui.storage.errors import Problem, RefreshFailed

SUFFIX = ".sig"
"""The signature of `catalog.json` is `catalog.json.sig`."""

Keys = tuple[PublicKey, ...]


class Trust(StrEnum):
    """What is known of a catalogue's origin."""

    BUNDLED = "bundled"
    """Came with the program."""
    SIGNED = "signed"
    """Signed by a key that is trusted now."""
    UNSIGNED = "unsigned"
    """No key is set, so nothing was checked."""
    REVOKED = "revoked"
    """Kept from before: unsigned or of another key, while keys are set."""


def parsed_keys(lines: Iterable[str]) -> Keys:
    """Return public keys from their texts; empty ones are left out.

    Raises:
        RefreshFailed: one of them is no key. It must not be ignored: without it, fewer
            files would be refused than the user believes.
    """
    return tuple(_parsed_key(line) for line in lines if line.strip())


def check_signature(name: str, data: bytes, signature: bytes | None, keys: Keys) -> Trust:
    """Return `SIGNED` if one of the keys signed these bytes, `UNSIGNED` where no key is set.

    Raises:
        RefreshFailed: no signature, or not of these bytes, or of another key.
    """
    if not keys:
        return Trust.UNSIGNED
    if signature is None:
        raise RefreshFailed(Problem.SIGNATURE_MISSING, name=name)
    if signature.lstrip()[:1] == b"<":
        raise RefreshFailed(Problem.WEB_PAGE, name=f"{name}{SUFFIX}")
    try:
        parsed = Signature.parse(signature)
    except TextMalformed as error:
        raise RefreshFailed(Problem.SIGNATURE_UNREADABLE, name=name, reason=error) from error
    named = [key for key in keys if key.key_id == parsed.key_id]
    if not named:
        known = ", ".join(key.name for key in keys)
        raise RefreshFailed(
            Problem.KEY_UNKNOWN, name=name, key=key_name(parsed.key_id), known=known
        )
    if not any(_fits(key, data, parsed) for key in named):
        raise RefreshFailed(Problem.SIGNATURE_WRONG, name=name)
    return Trust.SIGNED


def trust_of_kept(signature: bytes | None, keys: Keys) -> Trust:
    """Return what a kept catalogue is today: it was checked when it was accepted.

    A key that was taken out since (compromised, or changed) no longer counts.
    """
    if not keys:
        return Trust.UNSIGNED
    try:
        key_id = Signature.parse(signature or b"").key_id
    except TextMalformed:
        return Trust.REVOKED
    return Trust.SIGNED if any(key.key_id == key_id for key in keys) else Trust.REVOKED


def _fits(key: PublicKey, data: bytes, signature: Signature) -> bool:
    from cryptography.exceptions import InvalidSignature
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

    verifier = Ed25519PublicKey.from_public_bytes(key.raw)
    try:
        verifier.verify(signature.raw, signature.covered(data))
        verifier.verify(signature.comment_raw, signature.covered_comment)
    except InvalidSignature:
        return False
    return True


def _parsed_key(line: str) -> PublicKey:
    try:
        return PublicKey.parse(line)
    except TextMalformed as error:
        shown = line.strip()[:60]
        raise RefreshFailed(Problem.KEY_UNREADABLE, key=shown, reason=error) from error
