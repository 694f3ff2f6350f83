# SPDX-License-Identifier: MIT
"""The texts of minisign: public keys and detached signatures. No cryptography.

Format: https://jedisct1.github.io/minisign/. A signature covers the bytes of the file (`Ed`) or
their BLAKE2b hash (`ED`); a second one covers the first and the trusted comment.
"""

import base64
import binascii

from msgspec import Struct

from azmodels_gui.language.words import N_, ToldError

KEY_ID_BYTES = 8
KEY_BYTES = 32
SIGNATURE_BYTES = 64
MAX_TEXT_BYTES = 16 * 1024
"""No key and no signature is longer."""

PLAIN, PREHASHED = b"Ed", b"ED"
UNTRUSTED = "untrusted comment: "
TRUSTED = "trusted comment: "
TOO_LONG = N_("it is too long")


class TextMalformed(ToldError):
    """The text is no key or signature of minisign; the message says why, in the middle of one."""


class PublicKey(Struct, frozen=True):
    """Whose signatures are trusted."""

    key_id: bytes
    """Chosen at random with the key; only names it."""
    raw: bytes

    @classmethod
    def parse(cls, text: str) -> "PublicKey":
        """Return the key of a public key file, or of its second line alone.

        Raises:
            TextMalformed: it is none.
        """
        lines = [line.strip() for line in text.strip().splitlines() if line.strip()]
        if len(lines) == 2 and lines[0].startswith(UNTRUSTED):
            lines = lines[1:]
        if len(lines) != 1:
            raise TextMalformed(N_("a public key is one line of about 56 characters"))
        data = _decoded(lines[0], len(PLAIN) + KEY_ID_BYTES + KEY_BYTES)
        if data[:2] != PLAIN:
            raise TextMalformed(N_("it is no Ed25519 key"))
        return cls(data[2 : 2 + KEY_ID_BYTES], data[2 + KEY_ID_BYTES :])

    @property
    def name(self) -> str:
        """The key's id as minisign writes it."""
        return key_name(self.key_id)

    @property
    def line(self) -> str:
        """The key as one line, as settings hold it."""
        return base64.b64encode(PLAIN + self.key_id + self.raw).decode()

    @property
    def text(self) -> str:
        """The key as a file."""
        return f"{UNTRUSTED}minisign public key {self.name}\n{self.line}\n"


class Signature(Struct, frozen=True):
    """A detached signature."""

    prehashed: bool
    """The signature covers the BLAKE2b hash of the file, not the file itself."""
    key_id: bytes
    raw: bytes
    trusted_comment: str
    comment_raw: bytes
    """Signature of the first signature and the trusted comment."""

    @classmethod
    def parse(cls, data: bytes) -> "Signature":
        """Return the signature that a `.sig` or `.minisig` file holds.

        Raises:
            TextMalformed: it holds none.
        """
        lines = _lines(data)
        if len(lines) != 4 or not lines[2].startswith(TRUSTED):
            raise TextMalformed(N_("a signature has four lines"))
        found = _decoded(lines[1], len(PLAIN) + KEY_ID_BYTES + SIGNATURE_BYTES)
        if found[:2] not in (PLAIN, PREHASHED):
            raise TextMalformed(N_("it is no Ed25519 signature"))
        return cls(
            prehashed=found[:2] == PREHASHED,
            key_id=found[2 : 2 + KEY_ID_BYTES],
            raw=found[2 + KEY_ID_BYTES :],
            trusted_comment=lines[2].removeprefix(TRUSTED),
            comment_raw=_decoded(lines[3], SIGNATURE_BYTES),
        )

    @property
    def text(self) -> str:
        """The signature as a file."""
        algorithm = PREHASHED if self.prehashed else PLAIN
        first = base64.b64encode(algorithm + self.key_id + self.raw).decode()
        second = base64.b64encode(self.comment_raw).decode()
        about = f"signature from azmodels, key {key_name(self.key_id)}"
        return f"{UNTRUSTED}{about}\n{first}\n{TRUSTED}{self.trusted_comment}\n{second}\n"

    def covered(self, data: bytes) -> bytes:
        """Return what the first signature of a file with these bytes is made of."""
        import hashlib  # only here: it loads OpenSSL, which a start does without

        return hashlib.blake2b(data).digest() if self.prehashed else data

    @property
    def covered_comment(self) -> bytes:
        """What the second signature is made of."""
        return self.raw + self.trusted_comment.encode()


def key_name(key_id: bytes) -> str:
    """Return a key's id as minisign writes it: 16 hexadecimal digits, last byte first."""
    return key_id[::-1].hex().upper()


def _lines(data: bytes) -> list[str]:
    if len(data) > MAX_TEXT_BYTES:
        raise TextMalformed(TOO_LONG)
    try:
        return data.decode().strip().splitlines()
    except UnicodeDecodeError as error:
        raise TextMalformed(N_("it is not UTF-8")) from error


def _decoded(line: str, length: int) -> bytes:
    try:
        data = base64.b64decode(line, validate=True)
    except (binascii.Error, ValueError) as error:
        raise TextMalformed(N_("it is not Base64")) from error
    if len(data) != length:
        raise TextMalformed(
            N_("it has {given} bytes, not {wanted}"), given=len(data), wanted=length
        )
    return data
