# SPDX-License-Identifier: MIT
"""The password of a secret key, as minisign protects its keys: scrypt and a checksum.

A key file names two limits, for work and for memory; scrypt's parameters follow from them as in
libsodium's `crypto_pwhash_scryptsalsa208sha256`, by which minisign derives its bytes.
"""

from dataclasses import dataclass

BLOCK_SIZE = 8
"""scrypt's `r`; libsodium knows no other."""
SALT_BYTES = 32
MOST_MEMORY_BYTES = 1024**3
"""What minisign asks for by itself. A key file that asks for more is refused, not obeyed."""
MOST_WORK = 2**26
"""Twice what minisign asks for by itself."""
LEAST_WORK = 2**15


class ProtectionUnusable(ValueError):
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
                f"opening it asks for more than {mebibytes} MiB of memory, or for too much work"
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
        raise ProtectionUnusable(f"opening it takes {mebibytes} MiB of memory") from error


def xored(data: bytes, with_these: bytes) -> bytes:
    """Return bytes hidden, or shown again."""
    return bytes(one ^ other for one, other in zip(data, with_these, strict=True))


def _power(most: int) -> int:
    """Return the largest power of two up to a number, as libsodium looks for it; at least 2."""
    return 1 << max(1, most.bit_length() - 1)
