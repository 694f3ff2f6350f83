# SPDX-License-Identifier: MIT
"""A publisher's secret key, in the file format of minisign, and what it signs.

The file may be protected by a password or not, as those of `minisign -G` and `minisign -G -W`.
"""

import base64
import binascii
import hashlib
import secrets
import struct
from dataclasses import dataclass

from azmodels_gui.catalog.minisign import (
    KEY_BYTES,
    KEY_ID_BYTES,
    PLAIN,
    UNTRUSTED,
    PublicKey,
    Signature,
)
from azmodels_gui.language.words import N_, ToldError

BLOCK_SIZE = 8
"""scrypt's `r`; libsodium knows no other."""
SALT_BYTES = 32
MOST_MEMORY_BYTES = 1024**3
"""What minisign asks for by itself. A key file that asks for more is refused, not obeyed."""
MOST_WORK = 2**26
"""Twice what minisign asks for by itself."""
LEAST_WORK = 2**15


class ProtectionUnusable(ToldError):
    """The key cannot be opened here with any password; the message says why."""


@dataclass(frozen=True)
class Limits:
    """How hard guessing the password is made."""

    work: int
    """Calls of the core function, libsodium's `opslimit`."""
    memory_bytes: int

    @property
    def rounds(self) -> tuple[int, int]:
        """scrypt's `n` and `p`.

        Raises:
            ProtectionUnusable: more memory or work than a key may ask for.
        """
        if self.memory_bytes > MOST_MEMORY_BYTES or self.work > MOST_WORK:
            mebibytes = MOST_MEMORY_BYTES // 1024**2
            raise ProtectionUnusable(
                N_("opening it asks for more than {mebibytes} MiB of memory, or for too much work"),
                mebibytes=mebibytes,
            )
        work = max(self.work, LEAST_WORK)
        if work < self.memory_bytes // 32:
            return _power(work // (BLOCK_SIZE * 4)), 1
        n = _power(self.memory_bytes // (BLOCK_SIZE * 128))
        return n, (work // 4 // n) // BLOCK_SIZE


USUAL = Limits(work=2**22, memory_bytes=128 * 1024**2)
"""scrypt with n = 2^17, r = 8, p = 1: what a build machine with little memory can do, too."""


def stream(password: str, salt: bytes, limits: Limits, length: int) -> bytes:
    """Return the bytes that hide a key.

    Raises:
        ProtectionUnusable: the limits are too high, or the machine's memory too small.
    """
    from cryptography.hazmat.primitives.kdf.scrypt import Scrypt

    n, p = limits.rounds
    try:
        return Scrypt(salt=salt, length=length, n=n, r=BLOCK_SIZE, p=p).derive(password.encode())
    except MemoryError as error:
        mebibytes = limits.memory_bytes // 1024**2
        raise ProtectionUnusable(
            N_("opening it takes {mebibytes} MiB of memory"), mebibytes=mebibytes
        ) from error


def xored(data: bytes, with_these: bytes) -> bytes:
    """Return bytes hidden, or shown again."""
    return bytes(one ^ other for one, other in zip(data, with_these, strict=True))


def _power(most: int) -> int:
    """Return the largest power of two up to a number, as libsodium looks for it; at least 2."""
    return 1 << max(1, most.bit_length() - 1)


NO_PASSWORD, SCRYPT, BLAKE2 = b"\0\0", b"Sc", b"B2"
_CHECKSUM_BYTES = 32
_KEYS_BYTES = KEY_ID_BYTES + 2 * KEY_BYTES
_BODY_BYTES = _KEYS_BYTES + _CHECKSUM_BYTES
_FORM = struct.Struct(f"<2s2s2s{SALT_BYTES}sQQ{_BODY_BYTES}s")
"""Algorithm, protection, checksum, salt, limits of work and memory, and the keys."""
_NO_KEY = N_("it is no secret key of minisign")


class SecretKeyUnusable(ToldError):
    """The text is no secret key that can be used; the message says why, in the middle of one."""


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
    def parse(cls, text: str, password: str | None = None) -> "SecretKey":
        """Return the key of a secret key file.

        Args:
            text: of the file.
            password: needed where `needs_password` says so, else not looked at.

        Raises:
            SecretKeyUnusable: it holds none, is damaged, or the password does not open it.
        """
        protection, salt, limits, body = _parts(text)
        if protection == NO_PASSWORD:
            return cls._of(body)
        if password is None:
            raise SecretKeyUnusable(N_("the key is protected by a password"))
        try:
            body = xored(body, stream(password, salt, limits, len(body)))
        except ProtectionUnusable as error:
            raise SecretKeyUnusable(N_("the key cannot be opened: {why}"), why=error) from error
        if body[_KEYS_BYTES:] != _checksum(body[:_KEYS_BYTES]):
            raise SecretKeyUnusable(N_("the password is wrong, or the key is damaged"))
        return cls._of(body)

    @classmethod
    def _of(cls, body: bytes) -> "SecretKey":
        key = cls(body[:KEY_ID_BYTES], body[KEY_ID_BYTES : KEY_ID_BYTES + KEY_BYTES])
        # Not the checksum: minisign leaves it out of keys without a password.
        if body[:_KEYS_BYTES] != key._keys():
            raise SecretKeyUnusable(N_("the key is damaged: its two halves do not fit"))
        return key

    @property
    def text(self) -> str:
        """The key as a file that minisign reads, too; without a password."""
        body = self._keys() + bytes(_CHECKSUM_BYTES)
        return _text(NO_PASSWORD, bytes(SALT_BYTES), Limits(0, 0), body)

    def protected_text(self, password: str, limits: Limits = USUAL) -> str:
        """Return the key as a file that minisign reads, too, and asks a password for.

        Raises:
            ProtectionUnusable: this machine has too little memory for it.
        """
        salt, keys = secrets.token_bytes(SALT_BYTES), self._keys()
        hidden = xored(keys + _checksum(keys), stream(password, salt, limits, _BODY_BYTES))
        return _text(SCRYPT, salt, limits, hidden)

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


def needs_password(text: str) -> bool:
    """Tell whether a secret key file is protected by a password.

    Raises:
        SecretKeyUnusable: it is no secret key of minisign.
    """
    return _parts(text)[0] == SCRYPT


def _parts(text: str) -> tuple[bytes, bytes, Limits, bytes]:
    lines = text.strip().splitlines()
    try:
        data = base64.b64decode(lines[-1].strip(), validate=True) if lines else b""
    except (binascii.Error, ValueError) as error:
        raise SecretKeyUnusable(_NO_KEY) from error
    if len(data) != _FORM.size:
        raise SecretKeyUnusable(_NO_KEY)
    algorithm, protection, checksum, salt, work, memory_bytes, body = _FORM.unpack(data)
    known = algorithm == PLAIN and checksum == BLAKE2 and protection in (NO_PASSWORD, SCRYPT)
    if not known:
        raise SecretKeyUnusable(_NO_KEY)
    return protection, salt, Limits(work, memory_bytes), body


def _text(protection: bytes, salt: bytes, limits: Limits, body: bytes) -> str:
    kind = "unencrypted" if protection == NO_PASSWORD else "encrypted"
    data = _FORM.pack(PLAIN, protection, BLAKE2, salt, limits.work, limits.memory_bytes, body)
    return f"{UNTRUSTED}minisign {kind} secret key\n{base64.b64encode(data).decode()}\n"


def _checksum(keys: bytes) -> bytes:
    return hashlib.blake2b(PLAIN + keys, digest_size=_CHECKSUM_BYTES).digest()
