# SPDX-License-Identifier: MIT
"""`azmodels refresh`, `changes`, `catalog keygen` and `sign`, as publisher and reader use them."""

import json
import stat
import sys
from datetime import timedelta
from pathlib import Path

import pytest

from tests.builders import shipped_catalog, written
from tests.cli.ran import Run
from tests.storage.fault_server import serving
from tests.storage.home import PATH, hosted
from tests.storage.keys import KEY, OTHER_KEY

BUNDLED = shipped_catalog()
NEWER = BUNDLED.but(serial=BUNDLED.serial + 1, models=BUNDLED.models[1:])
SHRUNK = BUNDLED.but(serial=BUNDLED.serial + 2, models=())


@pytest.fixture(autouse=True)
def machine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give the commands a machine of their own."""
    for name in ("CONFIG", "DATA", "SITE"):
        monkeypatch.setenv(f"AZMODELS_{name}_DIR", str(tmp_path / name))
    return tmp_path


def company(machine: Path, content: str) -> None:
    (machine / "SITE").mkdir()
    (machine / "SITE" / "site.toml").write_text(content, encoding="utf-8")


def test_a_refresh_is_told_and_seen_by_the_other_commands(run: Run) -> None:
    gone = BUNDLED.models[0].id
    assert gone in run("list", "--format", "json").models
    with serving(hosted(written(NEWER), KEY)) as served:
        url = f"{served.url}{PATH}"
        options = ("--public-key", KEY.public.line, "--language", "en")
        ran = run("refresh", "--url", url, *options, "--on", BUNDLED.published + timedelta(days=1))
    assert (ran.code, ran.err) == (0, "")
    assert f"Catalogue {NEWER.serial} is in use now, " in ran.out
    assert "(1 day old)" in ran.out
    assert "version" in ran.out.splitlines()[1]
    assert gone not in run("list", "--format", "json").models
    assert run("changes", "--format", "json").json["models_removed"] == [gone]
    back = run("refresh", "--back", BUNDLED.serial, "--format", "json").json
    assert (back["outcome"], back["trust"]) == ("went_back", "bundled")
    assert gone in run("list", "--format", "json").models


def test_a_lost_choice_is_told_by_every_command_until_a_refresh(run: Run, machine: Path) -> None:
    with serving(hosted(written(NEWER))) as served:
        url = f"{served.url}{PATH}"
        run("refresh", "--url", url)
        run("refresh", "--back", BUNDLED.serial)
        for path in (machine / "DATA").rglob("record.json*"):
            path.write_bytes(b"{")
        told = run("catalog", "info", "--language", "en").err
        assert "record.json: it is damaged" in told
        assert run("list", "--language", "en").err == told
        assert run("refresh", "--url", url, "--language", "en").err == told
    assert run("catalog", "info").err == ""


def test_a_download_with_a_newer_word_is_taken_and_told(run: Run) -> None:
    document = json.loads(written(NEWER))
    priced = next(model for model in document["models"] if model.get("prices"))
    priced["prices"][0]["tier"] = "turbo-9"
    with serving(hosted(json.dumps(document).encode())) as served:
        ran = run("refresh", "--url", f"{served.url}{PATH}", "--language", "en")
    assert (ran.code, ran.err) == (0, "azmodels: 1 fact this version does not know.\n")
    assert f"Catalogue {NEWER.serial} is in use now, " in ran.out
    assert '"turbo-9"' in run("show", priced["id"], "--format", "json").out


def test_the_json_says_all_of_it(run: Run) -> None:
    with serving(hosted(written(NEWER))) as served:
        ran = run(
            "refresh", "--url", f"{served.url}{PATH}", "--format", "json", "--on", "2027-01-01"
        )
    found = ran.json
    assert (found["outcome"], found["serial"], found["trust"]) == (
        "updated",
        NEWER.serial,
        "unsigned",
    )
    assert found["published"] == str(BUNDLED.published)
    assert found["age_days"] > 0
    assert found["source"] == "localhost/catalog.json"
    assert found["held_back"] is None
    assert found["changes"]["new_serial"] == NEWER.serial


def test_what_would_lose_too_much_is_held_back_until_it_is_accepted(run: Run) -> None:
    with serving(hosted(written(SHRUNK))) as served:
        ran = run("refresh", "--url", f"{served.url}{PATH}", "--language", "de")
    assert ran.code == 1
    assert f"Der Katalog {SHRUNK.serial} ist zurückgehalten" in ran.out
    assert run("list", "--format", "json").models
    assert run("refresh", "--accept-held-back").code == 0
    assert run("list", "--format", "json").models == []


def test_without_an_address_it_says_what_to_set(run: Run) -> None:
    ran = run("refresh", "--language", "de")
    assert (ran.code, ran.out) == (2, "")
    assert "--catalog-url" in ran.err
    assert "Es ist keine Adresse" in ran.err


@pytest.mark.parametrize(
    ("way", "origin"),
    [
        pytest.param("environment", "localhost", id="of the environment"),
        pytest.param("site", "localhost", id="of the company"),
    ],
)
def test_the_address_may_come_from(
    run: Run, machine: Path, monkeypatch: pytest.MonkeyPatch, way: str, origin: str
) -> None:
    with serving(hosted(written(NEWER))) as served:
        if way == "site":
            company(machine, f'url = "{served.url}{PATH}"\n')
        else:
            monkeypatch.setenv("AZMODELS_CATALOG_URL", f"{served.url}{PATH}")
        assert run("refresh", "--format", "json").json["source"].startswith(origin)


BROKEN = [
    *("me:s3cret@host/c.json", "https:/me:s3cret@host/x", "https:me:s3cret@host/x"),
    *("https:\\\\me:s3cret@host\\c.json", "https://me:s3/cret@host/x", "https://me:s3#cret@host/x"),
    *("https://me:s3?cret@host/x", "http://me:s3cret@host/x?sig=s3cret", "https://host:x/?s3cret"),
]


@pytest.mark.parametrize("url", BROKEN)
@pytest.mark.parametrize("way", ["option", "environment", "site"])
def test_no_secret_of_an_address_is_told(
    run: Run, machine: Path, monkeypatch: pytest.MonkeyPatch, way: str, url: str
) -> None:
    given = ["--url", url] if way == "option" else []
    if way == "environment":
        monkeypatch.setenv("AZMODELS_CATALOG_URL", url)
    if way == "site":
        company(machine, f"url = '{url}'\n")
    ran = run("refresh", *given, "--language", "en")
    assert (ran.code, ran.out) == (2, "")
    assert "is not an address a catalogue may come from" in ran.err
    assert not [secret for secret in ("me", "s3", "cret") if secret in ran.err.split(" is not ")[0]]


@pytest.mark.parametrize("url", [*BROKEN, "https://me:s3cret@host/x?sig=s3cret"])
@pytest.mark.parametrize(
    "command",
    [
        *("refresh {}", "refresh --file {}", "list --catalog {}", "catalog check {}", "show {}"),
        *("list --region {}", "list --on {}", "list --format {}", "list --odd={}", "{}"),
        *("catalog diff {} {}", "catalog sign c.json --key={}", "refresh --public-key {}"),
    ],
)
def test_no_secret_of_an_address_in_a_wrong_place_is_told(run: Run, command: str, url: str) -> None:
    ran = run(*(word.replace("{}", url) for word in command.split()), "--language", "en")
    assert (ran.code, ran.out) == (2, "")
    assert "s3" not in ran.err
    assert "cret@" not in ran.err


def test_a_key_of_the_company_cannot_be_replaced(run: Run, machine: Path) -> None:
    company(machine, f'public_keys = ["{KEY.public.line}"]\n')
    with serving(hosted(written(NEWER), OTHER_KEY)) as served:
        ran = run("refresh", "--url", f"{served.url}{PATH}", "--public-key", OTHER_KEY.public.line)
    assert ran.code == 2
    assert OTHER_KEY.public.name in ran.err


def test_a_damaged_file_of_the_company_stops_refreshing_but_not_reading(
    run: Run, machine: Path
) -> None:
    company(machine, "url = ")
    assert run("refresh").code == 2
    ran = run("list", "--format", "json")
    assert ran.code == 0
    assert "site.toml" in ran.err


def test_a_publishers_day(run: Run, tmp_path: Path) -> None:
    """keygen, sign, and a reader with the public key; nothing is overwritten."""
    secret, file = tmp_path / "azmodels.key", tmp_path / "catalog.json"
    made = run("catalog", "keygen", secret, "--no-password")
    assert made.code == 0
    line = made.out.splitlines()[-1]
    file.write_bytes(written(NEWER))
    signed = run("catalog", "sign", file, "--key", secret)
    assert str(NEWER.serial) in signed.out
    taken = run("refresh", "--file", file, "--public-key", line, "--format", "json")
    assert (taken.code, taken.json["trust"]) == (0, "signed")
    assert run("catalog", "keygen", secret, "--no-password").code == 2
    if sys.platform != "win32":
        assert stat.S_IMODE(secret.stat().st_mode) == 0o600


@pytest.mark.parametrize("place", ["/", ".", "..", ""])
def test_keys_are_not_made_in_the_place_of_a_folder(run: Run, place: str) -> None:
    ran = run("catalog", "keygen", place, "--no-password", "--language", "en")
    assert (ran.code, ran.out) == (2, "")
    assert " exists. Choose another name" in ran.err


@pytest.mark.parametrize(
    ("content", "told"),
    [
        pytest.param(KEY.public.text, "no secret key", id="the public key"),
        pytest.param("", "no secret key", id="an empty file"),
    ],
)
def test_a_key_that_cannot_sign_is_refused(
    run: Run, tmp_path: Path, content: str, told: str
) -> None:
    (tmp_path / "key").write_text(content)
    (tmp_path / "c.json").write_bytes(written(NEWER))
    ran = run("catalog", "sign", tmp_path / "c.json", "--key", tmp_path / "key")
    assert ran.code == 2
    assert told in ran.err
    assert not (tmp_path / "c.json.sig").exists()


def test_what_is_no_catalogue_is_not_signed(run: Run, tmp_path: Path) -> None:
    (tmp_path / "key").write_text(KEY.text)
    (tmp_path / "c.json").write_text("{}")
    assert run("catalog", "sign", tmp_path / "c.json", "--key", tmp_path / "key").code == 2


def test_changes_need_something_to_compare_with(run: Run) -> None:
    ran = run("changes")
    assert ran.code == 2
    assert "catalog diff" in ran.err
    assert "Kept are" in run("changes", "--since", 5).err
    none = run("changes", "--since", BUNDLED.serial)
    assert (none.code, none.out.splitlines()[-1]) == (0, "no difference")
