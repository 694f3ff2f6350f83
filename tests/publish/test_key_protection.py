# SPDX-License-Identifier: MIT
"""Secret keys with a password: opened by us and by minisign, whoever made them."""

import base64
import struct
import subprocess
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from azmodels_gui.catalog.minisign import PublicKey
from azmodels_gui.publish.secret_key import (
    MOST_MEMORY_BYTES,
    MOST_WORK,
    Limits,
    SecretKey,
    SecretKeyUnusable,
    needs_password,
)
from azmodels_gui.storage.trust import Trust, check_signature
from tests.storage.keys import KEY, signature
from tests.storage.minisign import minisign_or_skip, run_minisign

QUICK = Limits(work=2**15, memory_bytes=2**20)
PASSWORD = "Straße & 日本"
DATA = b'{"serial": 1}'
LITTLE_KIB = 160 * 1024
"""minisign then asks for less memory, and takes seconds less, than it does by itself."""
THEIR_KEY = """untrusted comment: minisign encrypted secret key
RWRTY0Iy2AGSwdxoC4taC5EGSbhrDQuTKxtrmlmRbTWaMNvDCl0AAAACAAAAAAAAAEAAAAAA+4GlNorVxcQwLkdjj9W0jL4z\
G5gZ7DnnflYhNZpHuv/kxBBSWXD/O8at6B3hdiO1Awq/9Ybb/vkVy64ioEdpZ0FkqDFSiRO44SwWBQL4wcdafsazafiU3eo9\
IucYgy9Swn9zmtWW+3E=
"""
"""Of minisign 0.11 by itself: it asks for 1 GiB, the most that is allowed."""
THEIR_PUBLIC = """untrusted comment: minisign public key 809CA29A0ECF2C18
RWQYLM8OmqKcgH7BSq6S/WTeb9mmVJqZC+4GWV0XOB7ZS5ynw1CGLJ5Z
"""


@pytest.fixture(scope="module")
def minisign() -> str:
    return minisign_or_skip()


def test_a_protected_key_is_opened_by_its_password_alone() -> None:
    text = KEY.protected_text(PASSWORD, QUICK)
    assert needs_password(text)
    assert not needs_password(KEY.text)
    assert SecretKey.parse(text, PASSWORD) == KEY
    assert SecretKey.parse(KEY.text, "not needed") == KEY
    for wrong in (None, "", "Strasse & 日本"):
        with pytest.raises(SecretKeyUnusable, match="password"):
            SecretKey.parse(text, wrong)
    assert KEY.protected_text(PASSWORD, QUICK) != text, "each file has a salt of its own"


@pytest.mark.parametrize("place", [60, 80, 130, 157])
def test_a_changed_byte_is_found(place: int) -> None:
    head, line = KEY.protected_text(PASSWORD, QUICK).splitlines()
    data = bytearray(base64.b64decode(line))
    data[place] ^= 1
    with pytest.raises(SecretKeyUnusable, match="wrong, or the key is damaged"):
        SecretKey.parse(f"{head}\n{base64.b64encode(data).decode()}\n", PASSWORD)


@pytest.mark.parametrize(
    ("work", "memory_bytes"),
    [
        pytest.param(2**25, MOST_MEMORY_BYTES + 1, id="too much memory"),
        pytest.param(2**64 - 1, 2**64 - 1, id="all there is"),
        pytest.param(MOST_WORK + 1, 2**20, id="hours of work"),
    ],
)
def test_a_key_that_asks_for_too_much_is_refused_before_any_work(
    work: int, memory_bytes: int
) -> None:
    head, line = KEY.protected_text(PASSWORD, QUICK).splitlines()
    data = bytearray(base64.b64decode(line))
    struct.pack_into("<QQ", data, 38, work, memory_bytes)
    with pytest.raises(SecretKeyUnusable, match="cannot be opened"):
        SecretKey.parse(f"{head}\n{base64.b64encode(data).decode()}\n", PASSWORD)


@given(st.integers(0, MOST_WORK), st.integers(0, MOST_MEMORY_BYTES))
def test_the_parameters_never_take_more_than_the_limits(work: int, memory_bytes: int) -> None:
    n, p = Limits(work, memory_bytes).rounds
    assert n & (n - 1) == 0
    assert p >= 1
    assert 128 * 8 * n <= max(memory_bytes, 2 * 1024)
    assert 4 * 8 * n * p <= max(work, 2**15, 4 * 8 * n)


def test_minisign_signs_with_our_protected_key(minisign: str, tmp_path: Path) -> None:
    file, secret = tmp_path / "catalog.json", tmp_path / "ours.key"
    file.write_bytes(DATA)
    secret.write_text(KEY.protected_text(PASSWORD))
    signed = tmp_path / "catalog.json.sig"
    run_minisign(minisign, "-S", "-m", file, "-s", secret, "-x", signed, typed=PASSWORD)
    assert check_signature("c", DATA, signed.read_bytes(), (KEY.public,)) is Trust.SIGNED
    with pytest.raises(subprocess.CalledProcessError):
        run_minisign(minisign, "-S", "-m", file, "-s", secret, "-x", signed, typed="wrong")


def test_we_sign_with_a_protected_key_of_minisign(minisign: str, tmp_path: Path) -> None:
    file, secret, public = (tmp_path / name for name in ("c.json", "their.key", "their.pub"))
    made = ("-G", "-s", secret, "-p", public)
    run_minisign(minisign, *made, typed=PASSWORD, most_kib=LITTLE_KIB)
    key = SecretKey.parse(secret.read_text(), PASSWORD)
    assert key.public == PublicKey.parse(public.read_text())
    file.write_bytes(DATA)
    (tmp_path / "c.json.sig").write_bytes(signature(DATA, key))
    run_minisign(minisign, "-V", "-m", file, "-x", tmp_path / "c.json.sig", "-p", public)


def test_a_key_that_asks_for_the_most_memory_is_opened() -> None:
    _, memory_bytes = struct.unpack_from("<QQ", base64.b64decode(THEIR_KEY.split("\n", 1)[1]), 38)
    assert memory_bytes == MOST_MEMORY_BYTES
    assert SecretKey.parse(THEIR_KEY, PASSWORD).public == PublicKey.parse(THEIR_PUBLIC)
