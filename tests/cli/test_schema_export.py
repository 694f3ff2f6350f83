# SPDX-License-Identifier: MIT
"""The exported JSON Schema agrees with the program and with the bundled catalogue."""

import json
from pathlib import Path
from typing import Any

import jsonschema
import msgspec
import pytest

from azmodels_gui.catalog.document import Catalog, Region
from azmodels_gui.catalog.facts import Price
from azmodels_gui.cli.schema_export import catalog_schema, field_docstrings, schema_bytes
from azmodels_gui.publish.build import catalog_bytes
from tests.builders import catalog, model, offer, price, version

ROOT = Path(__file__).parents[2]
SCHEMA = catalog_schema()
GOOD: dict[str, Any] = json.loads(
    catalog_bytes(
        catalog(
            model("gpt-x", version("1", offers=[offer("Standard")]), prices=(price("0.0000001"),))
        )
    )
)


def faults(document: object) -> list[str]:
    validator = jsonschema.Draft202012Validator(SCHEMA)
    return [error.json_path for error in validator.iter_errors(document)]


@pytest.mark.skipif(
    msgspec.__version__.startswith("0.21."),
    reason="so old a msgspec words the same schema otherwise",
)
def test_the_schema_file_is_the_one_that_the_program_generates() -> None:
    kept = (ROOT / "resources" / "catalog.schema.json").read_bytes()
    assert kept == schema_bytes(), "run: azmodels catalog schema > resources/catalog.schema.json"


def test_the_schema_is_valid_itself() -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMA)


def test_the_bundled_catalogue_is_of_the_schema() -> None:
    assert faults(json.loads((ROOT / "catalog.json").read_bytes())) == []


def test_a_small_catalogue_is_of_the_schema() -> None:
    assert faults(GOOD) == []


@pytest.mark.parametrize(
    ("change", "place"),
    [
        pytest.param({"serial": "7"}, "$.serial", id="text for a number"),
        pytest.param({"colour": "blue"}, "$", id="an unknown field"),
        pytest.param({"schema_version": "one"}, "$.schema_version", id="a version in words"),
        pytest.param(
            {"models": [{"id": "x", "provider": "y", "versions": []}]},
            "$.models[0].versions",
            id="a model without a version",
        ),
        pytest.param(
            {"ptu_prices": [{"product": "p", "scope": "global", "term": "hour", "source": "s",
                             "amount": "cheap"}]},
            "$.ptu_prices[0].amount",
            id="money in words",
        ),
    ],
)  # fmt: skip
def test_a_fault_is_found_at_its_place(change: dict[str, Any], place: str) -> None:
    assert faults(GOOD | change) == [place]


def test_every_part_and_every_documented_field_is_described() -> None:
    assert SCHEMA["description"] == (Catalog.__doc__ or "").strip()
    assert all(part.get("description") for part in SCHEMA["$defs"].values())
    published = SCHEMA["$defs"]["Price"]["properties"]
    for name, text in field_docstrings(Price).items():
        assert published[name]["description"] == text


def test_a_docstring_belongs_to_the_field_above_it() -> None:
    assert field_docstrings(Region) == {
        "geography": "Country or area, as Azure names it.",
        "data_zone": "None: in no data zone, or unknown.",
        "data_zone_disputed": "True: sources disagree whether the region belongs to `data_zone`.",
    }
