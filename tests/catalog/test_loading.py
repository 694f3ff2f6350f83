# SPDX-License-Identifier: MIT
"""What a reader makes of files that are damaged, hostile, older or newer."""

import json
from typing import Any

import msgspec
import pytest

from azmodels_gui.catalog.loading import CatalogUnusable, parse_catalog
from tests.builders import catalog, model, offer, price, version

GOOD = catalog(
    model("a", version("1", offers=[offer("GlobalStandard", "eastus2")]), prices=(price("2.5"),)),
    model("b", version("1"), version("2")),
)


def changed(*path: str | int, value: Any) -> bytes:
    """Return the good file with one value replaced or added."""
    document = msgspec.json.decode(msgspec.json.encode(GOOD))
    place: Any = document
    for step in path[:-1]:
        place = place[step]
    place[path[-1]] = value
    return json.dumps(document).encode()


def test_a_good_file_reads_back_as_it_was() -> None:
    assert parse_catalog(msgspec.json.encode(GOOD), strict=True) == GOOD


@pytest.mark.parametrize(
    ("data", "told"),
    [
        pytest.param(b"", "no JSON from line 1, column 1 on", id="empty"),
        pytest.param(msgspec.json.encode(GOOD)[:-20], "no JSON from line 1", id="truncated"),
        pytest.param(b"<html>captive portal</html>", "no JSON from line 1", id="a web page"),
        pytest.param(b"[]", "expected a group of fields", id="a list"),
        pytest.param(b'{"a": ' * 50_000, "nested too deeply", id="deep nesting"),
        pytest.param(b"\xff\xfe{\x00}\x00", "no JSON from byte 0 on", id="not UTF-8"),
        pytest.param(changed("schema_version", value="2.0"), "newer program", id="newer major"),
        pytest.param(changed("serial", value=10**30), "serial", id="a huge number"),
        pytest.param(changed("published", value="soon"), "published", id="no date"),
        pytest.param(
            changed("models", 0, "versions", value=[]), "models[0].versions", id="no versions"
        ),
        pytest.param(
            changed("models", 0, "prices", 0, "amount", value="NaN"),
            "models[0].prices[0].amount",
            id="a price that is no number",
        ),
        pytest.param(
            changed("models", 0, "prices", 0, "amount", value="1e900"),
            "models[0].prices[0].amount",
            id="a price beyond all bounds",
        ),
        pytest.param(changed("title", value="x" * 200_000), "title", id="a very long text"),
        pytest.param(
            changed("models", 1, "id", value="a"), "models[1]: 'a' comes twice", id="two models"
        ),
        pytest.param(
            changed("models", 1, "versions", 1, "version", value="1"),
            "models[1].versions[1]: '1' comes twice",
            id="two versions of one name",
        ),
        pytest.param(
            changed("models", 0, "versions", 0, "offers", 0, "deployment_type", value="Fast"),
            "models[0].versions[0].offers[0].deployment_type: 'Fast'",
            id="a deployment type that is not defined",
        ),
        pytest.param(
            changed("sources", 0, "url", value="http://example.com"),
            "sources[0].url",
            id="an address that is not https",
        ),
    ],
)
def test_an_unusable_file_is_refused_with_the_place(data: bytes, told: str) -> None:
    with pytest.raises(CatalogUnusable) as refused:
        parse_catalog(data)
    assert told in str(refused.value)
    assert len(str(refused.value)) < 1000


def test_unknown_fields_are_ignored_by_readers_and_refused_by_publishers() -> None:
    newer = changed("models", 0, "colour", value="blue")
    assert parse_catalog(newer) == GOOD
    with pytest.raises(CatalogUnusable, match=r"models\[0\]\.colour"):
        parse_catalog(newer, strict=True)


def test_a_newer_minor_schema_is_read() -> None:
    assert parse_catalog(changed("schema_version", value="1.7")).schema_version == "1.7"


def test_a_newer_major_is_named_as_such_even_where_the_rest_does_not_fit() -> None:
    with pytest.raises(CatalogUnusable, match="newer program"):
        parse_catalog(b'{"schema_version": "3.1", "entries": {}}')


def test_many_faults_are_summed_up() -> None:
    data = changed("regions", value=[{}] * 50)
    with pytest.raises(CatalogUnusable, match=r"and 247 more"):
        parse_catalog(data)


def test_markup_in_texts_stays_text() -> None:
    told = "<b>bold</b> <script>alert(1)</script>"
    assert parse_catalog(changed("title", value=told)).title == told
