# SPDX-License-Identifier: MIT
"""Where the password of a key comes from, and that none is ever guessed."""

from collections.abc import Callable
from pathlib import Path

import pytest

from azmodels_gui.cli.catalog_signing import PASSWORD_VARIABLE, known_password, new_password
from azmodels_gui.cli.output import Refused
from azmodels_gui.publish.secret_key import Limits
from azmodels_gui.storage.bundled import bundled_catalog_bytes
from tests.cli.ran import Run
from tests.storage.keys import KEY


def typing(*answers: str) -> Callable[[str], str]:
    """Return what answers prompts in turn."""
    left = iter(answers)
    return lambda _prompt: next(left)


def test_a_new_password_is_typed_twice() -> None:
    assert new_password("en", {}, typing("secret", "secret")) == "secret"
    with pytest.raises(Refused, match="differ"):
        new_password("en", {}, typing("secret", "sceret"))


def test_the_environment_comes_before_the_question() -> None:
    environment = {PASSWORD_VARIABLE: "from the build machine"}
    assert new_password("en", environment, typing()) == "from the build machine"
    assert known_password("key", "en", environment, typing()) == "from the build machine"
    assert known_password("key", "en", {}, typing("typed")) == "typed"


@pytest.mark.parametrize("environment", [{}, {PASSWORD_VARIABLE: ""}], ids=["typed", "set"])
def test_an_empty_password_protects_nothing(environment: dict[str, str]) -> None:
    with pytest.raises(Refused, match="--no-password"):
        new_password("en", environment, typing("", ""))


def test_keys_are_made_and_used_with_the_password_of_the_environment(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    secret, file = tmp_path / "a.key", tmp_path / "c.json"
    file.write_bytes(bundled_catalog_bytes())
    monkeypatch.setenv(PASSWORD_VARIABLE, "secret")
    assert "protected" in run("catalog", "keygen", secret).out
    assert " encrypted" in secret.read_text()
    assert run("catalog", "sign", file, "--key", secret).code == 0
    assert Path(f"{file}.sig").exists()
    monkeypatch.setenv(PASSWORD_VARIABLE, "other")
    ran = run("catalog", "sign", file, "--key", secret)
    assert (ran.code, "password is wrong" in ran.err) == (2, True)


def test_without_a_terminal_nobody_is_asked(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """pytest's standard input is no terminal."""
    monkeypatch.delenv(PASSWORD_VARIABLE, raising=False)
    ran = run("catalog", "keygen", tmp_path / "a.key")
    assert (ran.code, PASSWORD_VARIABLE in ran.err) == (2, True)
    assert list(tmp_path.iterdir()) == []
    key, file = tmp_path / "b.key", tmp_path / "c.json"
    file.write_bytes(bundled_catalog_bytes())
    key.write_text(KEY.protected_text("secret", Limits(2**15, 2**20)))
    ran = run("catalog", "sign", file, "--key", key)
    assert (ran.code, "b.key is protected" in ran.err) == (2, True)
    assert not Path(f"{file}.sig").exists()
