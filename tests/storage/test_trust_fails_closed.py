# SPDX-License-Identifier: MIT
"""Where it cannot be known whose signature is needed, nothing new is taken, and it is said."""

from collections.abc import Callable
from pathlib import Path

import pytest

from azmodels_gui import bundled_catalog_path
from azmodels_gui.storage.bundled import site_file, state_file
from azmodels_gui.storage.errors import Problem, RefreshFailed
from azmodels_gui.storage.held import machine_catalog, machine_source
from azmodels_gui.storage.preferences import StateFile
from azmodels_gui.storage.settings import RefreshSettings, settings_values
from azmodels_gui.storage.trust import Trust
from tests.storage.keys import KEY


@pytest.fixture
def keyed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The state file of a machine whose user has set a key; its copy is lost as well."""
    for name in ("CONFIG", "DATA", "SITE"):
        monkeypatch.setenv(f"AZMODELS_{name}_DIR", str(tmp_path / name))
    file = StateFile(state_file())
    file.save({"window": {"page": "news"}})
    file.save(settings_values(RefreshSettings(public_keys=(KEY.public.line,))))
    file.path.with_name("state.json.last-good").unlink()
    assert machine_source().keys == (KEY.public,)
    return file.path


def cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-20])


def folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


def loop(path: Path) -> None:
    path.unlink()
    path.symlink_to(path)


def replaced(old: bytes, new: bytes) -> Callable[[Path], None]:
    def damage(path: Path) -> None:
        data = path.read_bytes()
        assert old in data
        path.write_bytes(data.replace(old, new))

    return damage


DAMAGES = {
    "cut off": cut,
    "empty": lambda path: path.write_bytes(b""),
    "zeroed": lambda path: path.write_bytes(bytes(path.stat().st_size)),
    "a folder": folder,
    "links in a circle": loop,
    "no refresh": replaced(b'"refresh"', b'"vefresh"'),
    "no keys": replaced(b'"public_keys"', b'"qublic_keys"'),
    "null": replaced(b'"public_keys"', b'"public_keys": null, "x"'),
    "an empty key": replaced(KEY.public.line.encode(), b""),
    "another key": replaced(KEY.public.line[-4:].encode(), b"AAA="),
}


@pytest.mark.parametrize("damage", DAMAGES.values(), ids=DAMAGES)
def test_a_damaged_state_file_takes_nothing_new(
    keyed: Path, damage: Callable[[Path], object]
) -> None:
    damage(keyed)
    for _ in range(2):
        with pytest.raises(RefreshFailed) as caught:
            machine_source()
        assert caught.value.problem is Problem.SETTINGS_LOST
        loaded = machine_catalog()
        assert loaded.trust is Trust.BUNDLED
        assert loaded.warning is not None
        if keyed.is_file():  # the window saves its own part meanwhile: that makes nothing sure
            StateFile(keyed).update(lambda _before: {"window": {"page": "guide"}})
    if keyed.is_file():
        settings = RefreshSettings(public_keys=(KEY.public.line,))
        StateFile(keyed).save(settings_values(settings))
        assert machine_source().keys == (KEY.public,)


def test_a_copy_that_is_sound_keeps_the_keys(keyed: Path) -> None:
    file = StateFile(keyed)
    file.update(lambda _before: {"window": {}})
    file.update(lambda _before: {"window": {"page": "news"}})
    cut(keyed)
    assert machine_source().keys == (KEY.public,)
    file.update(lambda _before: {"window": {}})
    assert machine_source().keys == (KEY.public,)


def test_a_company_file_that_cannot_be_read_takes_nothing_new(keyed: Path) -> None:
    site_file().mkdir(parents=True)
    with pytest.raises(RefreshFailed) as caught:
        machine_source()
    assert caught.value.problem is Problem.SITE_FILE
    assert "comes with the program is shown" in str(machine_catalog().warning)


@pytest.mark.parametrize("name", ["CONFIG", "DATA", "SITE"])
@pytest.mark.parametrize("place", ["~nobody-of-that-name/x", "/" + "long" * 100, "/dev/null/x"])
def test_a_folder_that_cannot_be_leaves_the_bundled_catalogue(
    keyed: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, name: str, place: str
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv(f"AZMODELS_{name}_DIR", place)
    assert machine_catalog().catalog.serial
    assert bundled_catalog_path().exists()
