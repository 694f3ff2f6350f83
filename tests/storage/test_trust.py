# SPDX-License-Identifier: MIT
"""Signatures: minisign's and ours are the same, and nothing but the signed bytes passes."""

import base64
import subprocess
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from azmodels_gui.catalog.minisign import PublicKey, Signature
from azmodels_gui.publish.secret_key import SecretKey, SecretKeyUnusable
from azmodels_gui.storage.errors import Problem, RefreshFailed
from azmodels_gui.storage.trust import Trust, check_signature, parsed_keys, trust_of_kept
from tests.storage.keys import KEY, OTHER_KEY, signature
from tests.storage.minisign import minisign_or_skip, run_minisign

DATA = b'{"serial": 1}'
KEYS = (KEY.public,)


def problem_of(data: bytes, signed: bytes | None, keys: tuple[PublicKey, ...] = KEYS) -> Problem:
    with pytest.raises(RefreshFailed) as caught:
        check_signature("catalog.json", data, signed, keys)
    return caught.value.problem


@pytest.fixture(scope="module")
def minisign() -> str:
    return minisign_or_skip()


def test_a_signed_file_is_accepted_and_without_a_key_nothing_is_checked() -> None:
    assert check_signature("c", DATA, signature(DATA), KEYS) is Trust.SIGNED
    assert check_signature("c", DATA, None, ()) is Trust.UNSIGNED


@given(data=st.binary(max_size=200), at=st.integers(0, 10_000))
def test_one_changed_bit_anywhere_is_refused(data: bytes, at: int) -> None:
    signed = signature(data)
    changed = bytearray(data or b"\0")
    changed[at % len(changed)] ^= 1 << at % 8
    assert problem_of(bytes(changed), signed) is Problem.SIGNATURE_WRONG


@pytest.mark.parametrize(
    ("signed", "problem"),
    [
        pytest.param(None, Problem.SIGNATURE_MISSING, id="none at all"),
        pytest.param(b"", Problem.SIGNATURE_UNREADABLE, id="an empty one"),
        pytest.param(b"a\nb\nc\nd\n", Problem.SIGNATURE_UNREADABLE, id="four other lines"),
        pytest.param(b"\xff\xfe", Problem.SIGNATURE_UNREADABLE, id="not text"),
        pytest.param(b"x" * 20_000, Problem.SIGNATURE_UNREADABLE, id="far too long"),
        pytest.param(b"<!DOCTYPE html>", Problem.WEB_PAGE, id="a sign-in page"),
        pytest.param(signature(b"other"), Problem.SIGNATURE_WRONG, id="that of another file"),
        pytest.param(signature(DATA, OTHER_KEY), Problem.KEY_UNKNOWN, id="that of a stranger"),
    ],
)
def test_a_signature_that_does_not_fit_is_refused(signed: bytes | None, problem: Problem) -> None:
    assert problem_of(DATA, signed) is problem


def test_a_stranger_who_takes_the_keys_name_is_refused() -> None:
    forged = SecretKey(KEY.key_id, OTHER_KEY.seed)
    assert problem_of(DATA, signature(DATA, forged)) is Problem.SIGNATURE_WRONG


def test_a_changed_trusted_comment_is_refused() -> None:
    changed = signature(DATA).replace(b"1795000000", b"1795000001")
    assert problem_of(DATA, changed) is Problem.SIGNATURE_WRONG


def test_during_a_change_of_keys_both_are_accepted_and_afterwards_only_the_new() -> None:
    old, new = signature(DATA, OTHER_KEY), signature(DATA, KEY)
    both = (OTHER_KEY.public, KEY.public)
    assert check_signature("c", DATA, old, both) is Trust.SIGNED
    assert check_signature("c", DATA, new, both) is Trust.SIGNED
    assert problem_of(DATA, old, (KEY.public,)) is Problem.KEY_UNKNOWN


@pytest.mark.parametrize(
    ("signed", "keys", "trust"),
    [
        pytest.param(signature(DATA), KEYS, Trust.SIGNED, id="of a trusted key"),
        pytest.param(signature(DATA, OTHER_KEY), KEYS, Trust.REVOKED, id="of a key taken out"),
        pytest.param(None, KEYS, Trust.REVOKED, id="unsigned, since when a key was set"),
        pytest.param(None, (), Trust.UNSIGNED, id="unsigned without a key"),
    ],
)
def test_a_kept_catalogue_is_judged_by_todays_keys(
    signed: bytes | None, keys: tuple[PublicKey, ...], trust: Trust
) -> None:
    assert trust_of_kept(signed, keys) is trust


def test_a_key_is_read_as_a_file_and_as_a_line() -> None:
    public = KEY.public
    assert PublicKey.parse(public.text) == PublicKey.parse(f"  {public.line}\n") == public
    assert parsed_keys(["", public.line, " "]) == (public,)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("RWQ", id="cut off"),
        pytest.param("not base64!", id="other characters"),
        pytest.param("a\nb\nc", id="three lines"),
        pytest.param(base64.b64encode(b"XX" + bytes(40)).decode(), id="another algorithm"),
    ],
)
def test_a_key_that_cannot_be_read_stops_everything(text: str) -> None:
    with pytest.raises(RefreshFailed) as caught:
        parsed_keys([text])
    assert caught.value.problem is Problem.KEY_UNREADABLE


def test_texts_are_read_back_as_they_were_written() -> None:
    signed = KEY.sign(DATA, "a comment")
    assert Signature.parse(signed.text.encode()) == signed
    assert SecretKey.parse(KEY.text) == KEY
    assert "AZMODELS" not in repr(KEY)
    with pytest.raises(ValueError, match="one line"):
        KEY.sign(DATA, "two\nlines")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        pytest.param("", "no secret key", id="empty"),
        pytest.param("a\n!!!", "no secret key", id="other text"),
        pytest.param(KEY.public.text, "no secret key", id="a public key"),
        pytest.param(
            SecretKey(KEY.key_id, OTHER_KEY.seed).text[:150] + KEY.text[150:],
            "halves",
            id="the halves of two keys",
        ),
    ],
)
def test_a_secret_key_that_cannot_be_used_says_why(text: str, told: str) -> None:
    with pytest.raises(SecretKeyUnusable, match=told):
        SecretKey.parse(text)


def test_minisign_accepts_what_we_sign(minisign: str, tmp_path: Path) -> None:
    file = tmp_path / "catalog.json"
    file.write_bytes(DATA)
    (tmp_path / "catalog.json.sig").write_bytes(signature(DATA))
    (tmp_path / "key.pub").write_text(KEY.public.text)
    verify = ("-Vm", file, "-x", tmp_path / "catalog.json.sig")
    run_minisign(minisign, *verify, "-p", tmp_path / "key.pub")
    run_minisign(minisign, *verify, "-P", KEY.public.line)
    file.write_bytes(DATA + b" ")
    with pytest.raises(subprocess.CalledProcessError):
        run_minisign(minisign, *verify, "-P", KEY.public.line)


@pytest.mark.parametrize(
    "way",
    [pytest.param((), id="by hash"), pytest.param(("-l",), id="in the old way")],
)
def test_we_accept_what_minisign_signs_with_its_keys_and_with_ours(
    minisign: str, tmp_path: Path, way: tuple[str, ...]
) -> None:
    file = tmp_path / "catalog.json"
    file.write_bytes(DATA)
    run_minisign(minisign, "-GW", "-p", tmp_path / "key.pub", "-s", tmp_path / "key.sec")
    (tmp_path / "ours.sec").write_text(KEY.text)
    theirs = PublicKey.parse((tmp_path / "key.pub").read_text())
    for secret, public in (("key.sec", theirs), ("ours.sec", KEY.public)):
        signed = tmp_path / f"{secret}.sig"
        run_minisign(minisign, "-S", *way, "-m", file, "-s", tmp_path / secret, "-x", signed)
        assert Signature.parse(signed.read_bytes()).prehashed is not bool(way)
        assert check_signature("c", DATA, signed.read_bytes(), (public,)) is Trust.SIGNED
    assert SecretKey.parse((tmp_path / "key.sec").read_text()).public == theirs
