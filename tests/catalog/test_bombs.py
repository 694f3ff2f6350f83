# SPDX-License-Identifier: MIT
"""Small files that would fill the memory, or keep a reader at work for minutes, are refused."""

import json
from collections.abc import Callable
from itertools import islice

import msgspec
import pytest

from azmodels_gui.catalog import loading
from azmodels_gui.catalog.document import Catalog
from azmodels_gui.catalog.faults import schema_faults
from azmodels_gui.catalog.loading import CatalogUnusable, parse_catalog, parse_in_pieces
from tests.builders import catalog, model, version

READERS = pytest.mark.parametrize("read", [parse_catalog, parse_in_pieces])
Read = Callable[[bytes], Catalog]


def with_models(models: bytes) -> bytes:
    """Return a catalogue whose list of models is anything."""
    start, end = msgspec.json.encode(catalog()).split(b'"models":[]')
    return start + b'"models":[' + models + b"]" + end


@READERS
def test_a_file_of_faults_is_refused_by_its_first(read: Read) -> None:
    with pytest.raises(CatalogUnusable, match=r"models\[0\].id.* more at least"):
        read(with_models(b",".join([b"{}"] * 400_000)))


def test_faults_are_looked_for_one_by_one() -> None:
    class Counted(list[object]):
        looked_at = 0

        def __iter__(self):  # type: ignore[no-untyped-def] # noqa: ANN204
            for each in super().__iter__():
                self.looked_at += 1
                yield each

    models = Counted([{}] * 1_000)
    document = json.loads(msgspec.json.encode(catalog())) | {"models": models}
    assert len(list(islice(schema_faults(document, Catalog), 5))) == 5
    assert models.looked_at < 10


@READERS
def test_more_parts_than_memory_allows_are_refused_before_any_is_made(
    read: Read, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(loading, "MOST_PARTS", 100_000)
    lists = json.dumps({"id": "a", "x": [""] * 2_200_000}).encode()
    assert len(lists) > loading.LOOKED_AT_BYTES
    with pytest.raises(CatalogUnusable, match="more parts than the 100000"):
        read(with_models(lists))


@READERS
def test_more_entries_than_a_catalogue_may_have_are_refused(
    read: Read, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(loading, "MOST_ENTRIES", 3)
    four = catalog(model("a", version("1"), version("2")), model("b", version("1"), version("2")))
    with pytest.raises(CatalogUnusable, match="4 entries, more than the 3"):
        read(msgspec.json.encode(four))
    three = catalog(model("a", version("1")), model("b", version("1"), version("2")))
    assert read(msgspec.json.encode(three)) == three
