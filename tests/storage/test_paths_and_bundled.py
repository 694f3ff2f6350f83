# SPDX-License-Identifier: MIT
"""Where files lie: the user's, and those that come with the program."""

from pathlib import Path

import pytest

from azmodels_gui.storage import bundled
from azmodels_gui.storage.bundled import bundled_catalog_bytes, resource
from azmodels_gui.storage.catalog_file import bundled_catalog
from azmodels_gui.storage.errors import InstallationDamaged


def test_the_environment_moves_both_folders(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("AZMODELS_CONFIG_DIR", str(tmp_path / "config"))
    monkeypatch.setenv("AZMODELS_DATA_DIR", str(tmp_path / "data"))
    assert bundled.config_dir() == tmp_path / "config"
    assert bundled.data_dir() == tmp_path / "data"
    assert bundled.state_file() == tmp_path / "config" / "state.json"


@pytest.mark.parametrize("value", [pytest.param("", id="empty"), pytest.param("  ", id="blank")])
def test_an_empty_variable_means_the_systems_own_folders(
    value: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("AZMODELS_CONFIG_DIR", value)
    monkeypatch.setenv("AZMODELS_DATA_DIR", value)
    for folder in (bundled.config_dir(), bundled.data_dir()):
        assert folder.is_absolute()
        assert "azmodels" in folder.parts


def test_the_bundled_catalogue_is_found() -> None:
    assert bundled_catalog_bytes().lstrip().startswith(b"{")


@pytest.mark.parametrize(
    ("content", "told"),
    [
        pytest.param(None, "there is no such file", id="missing"),
        pytest.param(b"{}", "schema_version: required but missing", id="unusable"),
    ],
)
def test_a_damaged_installation_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, content: bytes | None, told: str
) -> None:
    if content is not None:
        (tmp_path / "catalog.json").write_bytes(content)
    monkeypatch.setattr(bundled, "bundled_catalog_path", lambda: tmp_path / "catalog.json")
    with pytest.raises(InstallationDamaged, match=rf"{told}.*Install azmodels-gui again"):
        bundled_catalog()


def test_a_resource_is_found_by_name_and_a_missing_one_is_reported() -> None:
    assert resource("catalog.schema.json").is_file()
    with pytest.raises(InstallationDamaged, match=r"resources/nothing\.txt.*again"):
        resource("nothing.txt")
