# SPDX-License-Identifier: MIT
"""The attacks that The Update Framework lists, as far as they apply to one file.

https://theupdateframework.io/docs/security/. After each of them the catalogue in use and all
kept ones are what they were.
"""

import gzip
import json
import threading
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from azmodels_gui.publish.build import catalog_bytes
from azmodels_gui.publish.secret_key import SecretKey
from azmodels_gui.storage.errors import Problem, RefreshFailed
from azmodels_gui.storage.refresh import Outcome, age_days
from azmodels_gui.storage.trust import Trust
from tests.storage.fault_server import (
    Answer,
    Request,
    drip,
    endless,
    in_turn,
    redirect,
    reply,
    serving,
)
from tests.storage.home import BUNDLED_SERIAL, PATH, QUICK, Home, hosted, numbered, serve_catalog
from tests.storage.keys import KEY, OTHER_KEY, signature
from tests.storage.survival import Survival

HELD, NEWER, NEWEST = BUNDLED_SERIAL + 1, BUNDLED_SERIAL + 2, BUNDLED_SERIAL + 3
SIG = f"{PATH}.sig"


@pytest.fixture
def careful(home: Home) -> Home:
    """A machine with a key and a signed catalogue."""
    home.keys = (KEY.public,)
    with serving(serve_catalog(numbered(HELD), KEY)) as served:
        home.refresh(served.url)
    return home


def attacked(
    home: Home, survival: Survival, answers: dict[str, Answer], *problems: Problem
) -> None:
    """Hold that a refresh from these answers is refused and changes nothing."""
    with serving(answers) as served, survival.unchanged(home):
        with pytest.raises(RefreshFailed) as caught:
            home.refresh(served.url)
        assert caught.value.problem in problems


FOREIGN = json.dumps({"version": "1.0", "results": [{"id": 1}]}).encode()
PORTAL = b"<!DOCTYPE html><html><title>Hotel WLAN</title></html>"


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        pytest.param(catalog_bytes(numbered(NEWER)), Problem.KEY_UNKNOWN, id="a sound catalogue"),
        pytest.param(FOREIGN, Problem.KEY_UNKNOWN, id="other JSON"),
        pytest.param(b"\x7fELF" + bytes(500), Problem.KEY_UNKNOWN, id="a program"),
    ],
)
def test_arbitrary_content_signed_by_a_stranger(
    careful: Home, survival: Survival, data: bytes, problem: Problem
) -> None:
    attacked(careful, survival, hosted(data, OTHER_KEY), problem)


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        pytest.param(FOREIGN, Problem.NOT_A_CATALOG, id="the schema of something else"),
        pytest.param(
            catalog_bytes(numbered(NEWER)).replace(b'"1.0"', b'"2.0"', 1),
            Problem.SCHEMA_TOO_NEW,
            id="a newer major schema",
        ),
        pytest.param(b"", Problem.NOT_A_CATALOG, id="an empty file"),
        pytest.param(b"null", Problem.NOT_A_CATALOG, id="null"),
        pytest.param(
            catalog_bytes(numbered(NEWER))[:-20], Problem.NOT_A_CATALOG, id="half a catalogue"
        ),
        pytest.param(b"[" * 200_000, Problem.NOT_A_CATALOG, id="nested without end"),
        pytest.param(PORTAL, Problem.WEB_PAGE, id="a web page"),
    ],
)
def test_wrong_software_even_with_a_sound_signature(
    careful: Home, survival: Survival, data: bytes, problem: Problem
) -> None:
    attacked(careful, survival, hosted(data, KEY), problem)


def test_wrong_software_without_a_key(home: Home, survival: Survival) -> None:
    attacked(home, survival, hosted(FOREIGN), Problem.NOT_A_CATALOG)
    attacked(home, survival, hosted(PORTAL), Problem.WEB_PAGE)


def test_a_captive_portal_that_answers_everything(careful: Home, survival: Survival) -> None:
    attacked(careful, survival, {PATH: reply(PORTAL), SIG: reply(PORTAL)}, Problem.WEB_PAGE)
    attacked(careful, survival, {PATH: reply(PORTAL)}, Problem.WEB_PAGE)
    attacked(
        careful, survival, {PATH: redirect("http://portal.example/")}, Problem.REDIRECT_REFUSED
    )


def test_rollback_to_an_older_signed_catalogue(careful: Home, survival: Survival) -> None:
    attacked(careful, survival, hosted(catalog_bytes(careful.bundled), KEY), Problem.OLDER)
    attacked(careful, survival, hosted(catalog_bytes(numbered(1)), KEY), Problem.OLDER)
    replaced = catalog_bytes(numbered(HELD, title="Other"))
    attacked(careful, survival, hosted(replaced, KEY), Problem.SAME_SERIAL)


def test_indefinite_freeze_shows_as_age(careful: Home, survival: Survival) -> None:
    """Who serves the same file for ever changes nothing; the age in the status bar tells."""
    for answers in (serve_catalog(numbered(HELD), KEY), {PATH: reply(status=304)}):
        with serving(answers) as served, survival.unchanged(careful):
            if PATH in answers and SIG in answers:
                assert careful.refresh(served.url).outcome is Outcome.UNCHANGED
    published = careful.loaded().catalog.published
    assert age_days(published, date(2027, 3, 1)) == 99
    assert age_days(published, date(2020, 1, 1)) == 0


def test_a_freeze_by_not_modified_to_who_did_not_ask(careful: Home, survival: Survival) -> None:
    attacked(careful, survival, {PATH: reply(status=304)}, Problem.STATUS)


@pytest.mark.parametrize(
    "answer",
    [
        pytest.param(endless(bytes(65_536)), id="zeros without end"),
        pytest.param(
            endless(gzip.compress(bytes(10**7)), "Content-Encoding: gzip\r\n"), id="a gzip bomb"
        ),
        pytest.param(reply(bytes(2 * 1024 * 1024)), id="more than the ceiling"),
    ],
)
def test_endless_data_in_the_file(careful: Home, survival: Survival, answer: Answer) -> None:
    attacked(careful, survival, {PATH: answer}, Problem.TOO_LARGE)


def test_endless_data_in_the_signature(careful: Home, survival: Survival) -> None:
    data = reply(catalog_bytes(numbered(NEWER)))
    attacked(
        careful,
        survival,
        {PATH: data, SIG: endless(b"x" * 4096)},
        Problem.SIGNATURE_UNREADABLE,
    )


@pytest.mark.parametrize("slow", [pytest.param(PATH, id="file"), pytest.param(SIG, id="signature")])
def test_slow_retrieval(careful: Home, survival: Survival, slow: str) -> None:
    stop = threading.Event()
    head = b"HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n"
    answers = hosted(catalog_bytes(numbered(NEWER)), KEY) | {
        slow: drip(head, b"x" * 100, 0.1, stop)
    }
    limits = replace(QUICK, total_s=0.4)
    with serving(answers) as served, survival.unchanged(careful):
        with pytest.raises(RefreshFailed) as caught:
            careful.refresh(served.url, limits)
        assert caught.value.problem is Problem.TOO_SLOW
    stop.set()


def test_mix_and_match_of_file_and_signature(careful: Home, survival: Survival) -> None:
    newer, newest = catalog_bytes(numbered(NEWER)), catalog_bytes(numbered(NEWEST))
    for file, signed in ((newer, newest), (newest, newer), (newest + b" ", newest)):
        answers = {PATH: reply(file), SIG: reply(signature(signed))}
        attacked(careful, survival, answers, Problem.SIGNATURE_WRONG)


def test_a_publisher_between_file_and_signature_is_no_attack(careful: Home) -> None:
    newer, newest = catalog_bytes(numbered(NEWER)), catalog_bytes(numbered(NEWEST))
    answers = {PATH: in_turn([reply(newer), reply(newest)]), SIG: reply(signature(newest))}
    with serving(answers) as served:
        assert careful.refresh(served.url).serial == NEWEST


def every_second_byte(data: bytes) -> bytes:
    return bytes(byte ^ 1 if at % 2 else byte for at, byte in enumerate(data))


@pytest.mark.parametrize(
    "change",
    [
        pytest.param(lambda data: data.replace(b"gpt-x", b"gpt-y"), id="another name"),
        pytest.param(lambda data: data + b"\n", id="one byte more"),
        pytest.param(lambda data: data[:-1], id="one byte less"),
        pytest.param(lambda data: data.replace(b"\n", b"\r\n"), id="other line ends"),
        pytest.param(lambda data: b"\xef\xbb\xbf" + data, id="a byte order mark"),
        pytest.param(every_second_byte, id="every second byte"),
    ],
)
def test_a_malicious_mirror_changes_the_file(
    careful: Home, survival: Survival, change: Callable[[bytes], bytes]
) -> None:
    data = catalog_bytes(numbered(NEWER))
    answers = {PATH: reply(change(data)), SIG: reply(signature(data))}
    attacked(careful, survival, answers, Problem.SIGNATURE_WRONG)


def test_a_malicious_mirror_leaves_the_signature_out(careful: Home, survival: Survival) -> None:
    data = catalog_bytes(numbered(NEWER))
    attacked(careful, survival, hosted(data), Problem.SIGNATURE_MISSING)
    for status in (403, 410):
        answers = hosted(data) | {SIG: reply(status=status)}
        attacked(careful, survival, answers, Problem.SIGNATURE_MISSING)
    attacked(careful, survival, hosted(data) | {SIG: reply(status=500)}, Problem.TOO_BUSY)


def test_a_malicious_mirror_empties_the_catalogue(home: Home, survival: Survival) -> None:
    """Without a key: it is held back, and what is in use stays."""
    empty = numbered(NEWER).but(models=())
    with serving(serve_catalog(empty)) as served, survival.unchanged(home):
        assert home.refresh(served.url).outcome is Outcome.HELD_BACK


def test_key_compromise_and_rotation(careful: Home, survival: Survival) -> None:
    """The thief's catalogue has the highest serial; without the key it no longer counts."""
    stolen = 20_281_121_999
    with serving(serve_catalog(numbered(stolen), KEY)) as served:
        assert careful.refresh(served.url).serial == stolen
    attacked(careful, survival, hosted(catalog_bytes(numbered(NEWER)), KEY), Problem.OLDER)

    careful.keys = (OTHER_KEY.public,)  # rolled out to all machines
    loaded = careful.loaded()
    assert (loaded.catalog.serial, loaded.trust) == (BUNDLED_SERIAL, Trust.BUNDLED)
    assert loaded.warning is not None
    assert str(stolen) in str(loaded.warning)
    assert stolen in careful.store.serials()
    attacked(careful, survival, hosted(catalog_bytes(numbered(NEWEST)), KEY), Problem.KEY_UNKNOWN)
    with serving(serve_catalog(numbered(NEWER), OTHER_KEY)) as served:
        assert careful.refresh(served.url).serial == NEWER
    with pytest.raises(RefreshFailed) as caught:
        careful.refresher().go_back(stolen, lambda: careful.loaded().catalog)
    assert caught.value.problem is Problem.KEY_UNKNOWN


def test_a_signature_nobody_checked_is_not_trusted_when_a_key_is_set_later(
    home: Home, tmp_path: Path
) -> None:
    """The id of a key is public: a stranger's signature can bear it."""
    forged = SecretKey(KEY.key_id, OTHER_KEY.seed)
    path = tmp_path / "forged.json"
    path.write_bytes(catalog_bytes(numbered(20_281_121_999)))
    Path(f"{path}.sig").write_bytes(signature(path.read_bytes(), forged))
    assert home.open_file(path).trust is Trust.UNSIGNED
    home.keys = (KEY.public,)
    assert (home.serial, home.loaded().trust) == (BUNDLED_SERIAL, Trust.BUNDLED)
    with serving(serve_catalog(numbered(NEWER), KEY)) as served:
        assert home.refresh(served.url).trust is Trust.SIGNED


def test_rotation_with_both_keys_for_a_while(careful: Home) -> None:
    careful.keys = (KEY.public, OTHER_KEY.public)
    for serial, key in ((NEWER, KEY), (NEWEST, OTHER_KEY)):
        with serving(serve_catalog(numbered(serial), key)) as served:
            assert careful.refresh(served.url).trust is Trust.SIGNED
    careful.keys = (OTHER_KEY.public,)
    assert (careful.serial, careful.loaded().warning) == (NEWEST, None)


def test_a_redirect_to_another_host_needs_the_same_signature(
    careful: Home, survival: Survival
) -> None:
    with serving(serve_catalog(numbered(NEWER), OTHER_KEY)) as mirror:
        answers: dict[str, Answer] = {path: redirect(f"{mirror.url}{path}") for path in (PATH, SIG)}
        attacked(careful, survival, answers, Problem.KEY_UNKNOWN)


def test_the_program_never_sends_more_than_it_must(careful: Home) -> None:
    def asked(request: Request) -> set[str]:
        return set(request.headers)

    with serving(serve_catalog(numbered(NEWER), KEY)) as served:
        careful.refresh(served.url)
    known = {"Host", "User-Agent", "Accept-Encoding", "Accept", "Connection"}
    assert set.union(*map(asked, served.requests)) <= known
