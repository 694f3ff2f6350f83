# SPDX-License-Identifier: MIT
"""Where catalogues come from: who is asked first, and whose keys hold."""

from pathlib import Path

import pytest

from azmodels_gui.language.words import in_language
from azmodels_gui.storage import files
from azmodels_gui.storage.errors import Problem, RefreshFailed
from azmodels_gui.storage.files import reason_of
from azmodels_gui.storage.settings import (
    Origin,
    RefreshSettings,
    chosen_source,
    settings_from,
    settings_values,
    site_settings,
)
from tests.storage.keys import KEY, OTHER_KEY

USER = RefreshSettings(url="https://user.example/c.json", public_keys=(KEY.public.line,))
SITE = RefreshSettings(url="https://site.example/c.json", public_keys=(OTHER_KEY.public.text,))
NOBODY = RefreshSettings()
VARIABLE = {"AZMODELS_CATALOG_URL": "https://variable.example/c.json"}
LINE = "https://line.example/c.json"


@pytest.mark.parametrize(
    ("user", "line", "environment", "host", "origin"),
    [
        pytest.param(USER, LINE, VARIABLE, "line", Origin.COMMAND_LINE, id="the command line"),
        pytest.param(USER, None, VARIABLE, "variable", Origin.ENVIRONMENT, id="the environment"),
        pytest.param(USER, None, {}, "user", Origin.SETTINGS, id="the user"),
        pytest.param(NOBODY, " ", {}, "site", Origin.SITE, id="the company"),
    ],
)
def test_the_address_is_that_of(
    user: RefreshSettings,
    line: str | None,
    environment: dict[str, str],
    host: str,
    origin: Origin,
) -> None:
    source = chosen_source(user, SITE, line, environment)
    assert source.url == f"https://{host}.example/c.json"
    assert source.url_origin is origin
    assert source.keys == (OTHER_KEY.public,)
    assert source.keys_are_the_companys


def test_without_a_company_the_users_keys_hold_and_without_both_none() -> None:
    assert chosen_source(USER, NOBODY, None, {}).keys == (KEY.public,)
    nothing = chosen_source(NOBODY, NOBODY, None, {})
    assert (nothing.url, nothing.keys, nothing.automatic) == ("", (), False)


@pytest.mark.parametrize(
    ("user", "site", "automatic"),
    [
        pytest.param(None, True, True, id="as the company says"),
        pytest.param(False, True, False, id="switched off by the user"),
        pytest.param(True, None, True, id="switched on by the user"),
        pytest.param(None, None, False, id="nobody says"),
    ],
)
def test_looking_by_itself(user: bool | None, site: bool | None, automatic: bool) -> None:
    settings = RefreshSettings(automatic=user), RefreshSettings(automatic=site)
    assert chosen_source(*settings, None, {}).automatic is automatic


def test_settings_come_back_from_the_state_file() -> None:
    assert settings_from(settings_values(USER)) == USER
    assert settings_from({"refresh": {"url": 5}}) == settings_from({}) == NOBODY


def test_damaged_settings_never_switch_the_check_off() -> None:
    damaged = settings_from({"refresh": {"url": 5, "public_keys": [KEY.public.line]}})
    with pytest.raises(RefreshFailed) as caught:
        chosen_source(damaged, NOBODY, None, {})
    assert caught.value.problem is Problem.KEY_UNREADABLE


def test_a_key_that_cannot_be_read_is_never_left_out() -> None:
    with pytest.raises(RefreshFailed) as caught:
        chosen_source(RefreshSettings(public_keys=("RWQ", KEY.public.line)), NOBODY, None, {})
    assert caught.value.problem is Problem.KEY_UNREADABLE


def test_the_companys_file_is_read_as_the_page_shows_it(tmp_path: Path) -> None:
    page = (Path(__file__).parents[2] / "docs" / "hosting.md").read_text(encoding="utf-8")
    example = page.partition("```toml\n")[2].partition("```")[0]
    path = tmp_path / "site.toml"
    path.write_text(example, encoding="utf-8")
    found = site_settings(path)
    assert found.url == "https://catalog.example.com/azmodels/catalog.json"
    assert (found.public_keys, found.automatic) == (("RWQ...",), True)
    assert site_settings(tmp_path / "none.toml") == NOBODY


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(b"url = ", id="cut off"),
        pytest.param(b"\xff", id="not UTF-8"),
        pytest.param(b"public_keys = 5", id="a number for the keys"),
        pytest.param(b'public_key = ["RWQ..."]', id="a misspelled key, which would be no key"),
        pytest.param(b'automatic = "no"', id="text for yes or no"),
        pytest.param(bytes(100_000), id="too large"),
        pytest.param(None, id="a folder"),
    ],
)
def test_a_damaged_file_of_the_company_is_an_error(tmp_path: Path, content: bytes | None) -> None:
    path = tmp_path / "site.toml"
    path.mkdir() if content is None else path.write_bytes(content)
    with pytest.raises(RefreshFailed) as caught:
        site_settings(path)
    assert caught.value.problem is Problem.SITE_FILE


def test_a_fault_of_the_companys_file_is_told_with_its_place_in_german(tmp_path: Path) -> None:
    path = tmp_path / "site.toml"
    path.write_text('public_keys = ["RWQ...", 5]', encoding="utf-8")
    with pytest.raises(RefreshFailed) as caught:
        site_settings(path)
    assert "public_keys[1]: erwartet: ein Text; gefunden: 5" in caught.value.told("de")


FIGURES = {
    name: "5"
    for name in (
        *("host", "url", "name", "reason", "seconds", "status", "target", "most", "mebibytes"),
        *("key", "known", "serial", "held", "shown", "day", "path"),
    )
}


@pytest.mark.parametrize("problem", Problem)
def test_every_problem_has_three_sentences_in_both_languages(problem: Problem) -> None:
    failed = RefreshFailed(problem, **FIGURES)
    english, german = failed.told("en"), failed.told("de")
    assert all(told.count(".") >= 3 and told.endswith(".") for told in (english, german))
    assert not set(english.split(". ")) & set(german.split(". "))
    assert "{" not in english + german


def test_a_reason_is_told_in_german_where_it_is_ours() -> None:
    for number, english in files._REASONS.items():
        reason = reason_of(OSError(number, "by the system"))
        assert str(RefreshFailed(Problem.NOT_SAVED, name="x", reason=reason)).count(english)
        told = RefreshFailed(Problem.NOT_SAVED, name="x", reason=reason).told("de")
        assert in_language(english, "de") in told
        assert english not in told
