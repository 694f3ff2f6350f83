# SPDX-License-Identifier: MIT
"""A damaged catalogue file ends in one sentence with its path and the place, never in a crash."""

import json
from pathlib import Path
from typing import Any

import pytest

from azmodels_gui.publish.build import catalog_bytes
from azmodels_gui.storage.catalog_file import catalog_or_bundled, read_catalog
from azmodels_gui.storage.errors import CatalogError, CatalogFileUnusable, FileUnreadable
from tests.builders import catalog, model, offer, version

GOOD = catalog(model("gpt-x", version("1", offers=[offer("Standard", "swedencentral")])))
DOCUMENT: dict[str, Any] = json.loads(catalog_bytes(GOOD))


def changed(path: str, value: Any) -> bytes:
    """Return the good document with one value set, at a path such as `models/0/id`."""
    document = json.loads(json.dumps(DOCUMENT))
    *steps, last = [int(step) if step.isdigit() else step for step in path.split("/")]
    place = document
    for step in steps:
        place = place[step]
    place[last] = value
    return json.dumps(document).encode()


FAULTS = [
    pytest.param(b"", "the file is empty", id="an empty file"),
    pytest.param(b" \n\t ", "the file is empty", id="white space only"),
    pytest.param(b"\xef\xbb\xbf", "the file is empty", id="a byte order mark only"),
    pytest.param(catalog_bytes(GOOD)[:-40], "no JSON from line", id="a truncated file"),
    pytest.param(b"PK\x03\x04", "no JSON from line 1, column 1 on", id="another file format"),
    pytest.param(b"[]", "expected a group of fields, found a list of length 0", id="a list"),
    pytest.param(b"null", "expected a group of fields, found nothing", id="null"),
    pytest.param(b"{}", "schema_version: required but missing", id="an empty object"),
    pytest.param(changed("models", "many"), "models: expected a list, found 'many'", id="text"),
    pytest.param(
        changed("models/0/versions", []),
        "models[0].versions: expected a list with a length of at least 1, found a list of length 0",
        id="no version at all",
    ),
    pytest.param(
        changed("regions/1/latitude", "north"), "regions[1].latitude", id="text for a number"
    ),
    pytest.param(
        json.dumps(DOCUMENT).encode().replace(b"20261122001", b"NaN", 1),
        "no JSON from byte",
        id="NaN",
    ),
    pytest.param(
        changed("regions/0/latitude", float("nan")),
        "no JSON from byte",
        id="NaN for a coordinate",
    ),
    pytest.param(b'{"a": ' + b"[" * 100_000, "nested too deeply", id="nested without end"),
    pytest.param(
        changed("serial", 10**20),
        "serial: expected a number of at most 1000000000000, found 1000",
        id="a huge number",
    ),
    pytest.param(
        json.dumps(DOCUMENT).encode().replace(b"20261122001", b"9" * 9_000, 1),
        "digits",
        id="a number of 9,000 digits",
    ),
    pytest.param(
        changed("serial", -1), "serial: expected a number of at least 0, found -1", id="below zero"
    ),
    pytest.param(changed("published", "2026-02-30"), "published: ", id="no such day"),
    pytest.param(
        changed("regions/1/id", "germanywestcentral"),
        "regions[1]: 'germanywestcentral' comes twice",
        id="one region twice",
    ),
    pytest.param(
        changed("models", DOCUMENT["models"] * 2),
        "models[1]: 'gpt-x' comes twice",
        id="one model twice",
    ),
    pytest.param(
        changed("models/0/versions/0/offers/0/deployment_type", "Free"),
        "models[0].versions[0].offers[0].deployment_type: 'Free' is not among",
        id="an unknown deployment type",
    ),
    pytest.param(
        changed("models/0/id", "x" * 200_000),
        "models[0].id: expected a text with a length of at most 200, found 'xxx",
        id="200,000 characters in a name",
    ),
    pytest.param(changed("schema_version", "2.0"), "a newer program is needed", id="newer schema"),
    pytest.param(b'{"title": "\xff"}', "not UTF-8 at byte 11 (line 1)", id="not UTF-8"),
    pytest.param('{"title": "x"}'.encode("utf-16"), "UTF-16; save it as UTF-8", id="UTF-16"),
    pytest.param(b'{"title": "\\ud800"}', "no JSON", id="half a surrogate pair"),
]


@pytest.mark.parametrize(("data", "told"), FAULTS)
def test_a_damaged_file_is_named_with_the_place(tmp_path: Path, data: bytes, told: str) -> None:
    path = tmp_path / "damaged.json"
    path.write_bytes(data)
    with pytest.raises(CatalogFileUnusable) as caught:
        read_catalog(path)
    message = str(caught.value)
    assert told in message
    assert str(path) in message
    assert len(message) < 1_000 + len(str(path))


def test_missing_files_and_folders_are_named(tmp_path: Path) -> None:
    for path in (tmp_path, tmp_path / "missing.json"):
        with pytest.raises(FileUnreadable, match=path.name):
            read_catalog(path)


def test_a_byte_order_mark_is_ignored(tmp_path: Path) -> None:
    path = tmp_path / "catalog.json"
    path.write_bytes(b"\xef\xbb\xbf" + catalog_bytes(GOOD))
    assert read_catalog(path) == GOOD


def test_readers_ignore_unknown_fields_and_strict_ones_name_them(tmp_path: Path) -> None:
    path = tmp_path / "catalog.json"
    path.write_bytes(changed("models/0/colour", "blue"))
    assert read_catalog(path) == GOOD
    with pytest.raises(CatalogFileUnusable, match=r"models\[0\]\.colour: unknown field"):
        read_catalog(path, strict=True)


def test_a_key_that_comes_twice_is_refused_by_strict_readers(tmp_path: Path) -> None:
    path = tmp_path / "catalog.json"
    path.write_bytes(b'{"title": "One", ' + catalog_bytes(GOOD).lstrip(b"{"))
    assert read_catalog(path).title == "Sample"
    with pytest.raises(CatalogFileUnusable, match="'title': more than once in one object"):
        read_catalog(path, strict=True)


def test_a_very_long_unknown_field_does_not_flood_the_message(tmp_path: Path) -> None:
    path = tmp_path / "catalog.json"
    path.write_bytes(changed("x" * 200_000, 1))
    with pytest.raises(CatalogFileUnusable) as caught:
        read_catalog(path, strict=True)
    assert len(str(caught.value)) < 1_000 + len(str(path))


def test_a_minor_version_newer_than_the_program_is_read(tmp_path: Path) -> None:
    path = tmp_path / "catalog.json"
    path.write_bytes(changed("schema_version", "1.99"))
    assert read_catalog(path).models == GOOD.models


def test_markup_in_texts_stays_the_text_it_is(tmp_path: Path) -> None:
    path = tmp_path / "catalog.json"
    markup = "<b>bold</b><script>alert(1)</script>"
    path.write_bytes(changed("models/0/summary", {"en": markup, "de": markup}))
    summary = read_catalog(path).models[0].summary
    assert summary is not None
    assert summary.en == markup


def test_a_file_asked_for_is_loaded_without_a_warning(tmp_path: Path) -> None:
    path = tmp_path / "catalog.json"
    path.write_bytes(catalog_bytes(GOOD))
    loaded = catalog_or_bundled(path)
    assert (loaded.catalog, loaded.origin, loaded.warning) == (GOOD, path, None)


def test_an_unusable_file_leaves_the_bundled_catalogue_and_the_reason(tmp_path: Path) -> None:
    path = tmp_path / "catalog.json"
    path.write_bytes(b"{")
    loaded = catalog_or_bundled(path)
    assert loaded.origin is None
    assert loaded.catalog == catalog_or_bundled().catalog
    assert isinstance(loaded.warning, CatalogError)
    assert str(path) in str(loaded.warning)
