# SPDX-License-Identifier: MIT
"""A publisher's secret key, in the file format of minisign, and what it signs.

The file is not protected by a password, as those of `minisign -G -W`: the signing machine must
keep it (docs/hosting.md). A key with a password signs with `minisign -S` alone; the program
checks both alike.
"""

import base64
import binascii
import hashlib
import secrets
from dataclasses import dataclass

from azmodels_gui.catalog.minisign import (
    KEY_BYTES,
    KEY_ID_BYTES,
    PLAIN,
    UNTRUSTED,
    PublicKey,
    Signature,
)

NO_PASSWORD, CHECKSUM = b"\0\0", b"B2"
_SALT_AND_LIMITS = bytes(32 + 8 + 8)
_HEAD = PLAIN + NO_PASSWORD + CHECKSUM + _SALT_AND_LIMITS
_NO_CHECKSUM = bytes(32)
_LENGTH = len(_HEAD) + KEY_ID_BYTES + 2 * KEY_BYTES + len(_NO_CHECKSUM)


class SecretKeyUnusable(ValueError):
    """The text is no secret key that can be used; the message says why."""


@dataclass(frozen=True, repr=False)
class SecretKey:
    """A key that signs. Its `repr` does not show it."""

    key_id: bytes
    seed: bytes

    @classmethod
    def generate(cls) -> "SecretKey":
        """Return a new key from the system's random numbers."""
        return cls(secrets.token_bytes(KEY_ID_BYTES), secrets.token_bytes(KEY_BYTES))

    @classmethod
    def parse(cls, text: str) -> "SecretKey":
        """Return the key of a secret key file.

        Raises:
            SecretKeyUnusable: it holds none, is damaged, or is protected by a password.
        """
        data = _body(text)
        if data[2:4] != NO_PASSWORD:
            raise SecretKeyUnusable(
                "the key is protected by a password; sign with 'minisign -S' instead"
            )
        body = data[len(_HEAD) :]
        key_id, seed = body[:KEY_ID_BYTES], body[KEY_ID_BYTES : KEY_ID_BYTES + KEY_BYTES]
        key = cls(key_id, seed)
        # Not the checksum: minisign leaves it out of keys without a password.
        if body[: -len(_NO_CHECKSUM)] != key._keys():
            raise SecretKeyUnusable("the key is damaged: its two halves do not fit")
        return key

    @property
    def text(self) -> str:
        """The key as a file that minisign reads, too."""
        line = base64.b64encode(_HEAD + self._keys() + _NO_CHECKSUM).decode()
        return f"{UNTRUSTED}minisign unencrypted secret key\n{line}\n"

    @property
    def public(self) -> PublicKey:
        """The key to hand out."""
        from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

        signer = Ed25519PrivateKey.from_private_bytes(self.seed)
        return PublicKey(self.key_id, signer.public_key().public_bytes_raw())

    def sign(self, data: bytes, trusted_comment: str) -> Signature:
        """Return the signature of a file's bytes, by their hash as minisign does."""
        from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

        if "\n" in trusted_comment or "\r" in trusted_comment:
            raise ValueError("a trusted comment is one line")
        signer = Ed25519PrivateKey.from_private_bytes(self.seed)
        raw = signer.sign(hashlib.blake2b(data).digest())
        comment_raw = signer.sign(raw + trusted_comment.encode())
        return Signature(True, self.key_id, raw, trusted_comment, comment_raw)

    def _keys(self) -> bytes:
        return self.key_id + self.seed + self.public.raw


def _body(text: str) -> bytes:
    lines = text.strip().splitlines()
    try:
        data = base64.b64decode(lines[-1].strip(), validate=True) if lines else b""
    except (binascii.Error, ValueError) as error:
        raise SecretKeyUnusable("it is no secret key of minisign") from error
    if len(data) != _LENGTH or data[:2] != PLAIN or data[4:6] != CHECKSUM:
        raise SecretKeyUnusable("it is no secret key of minisign")
    return data
