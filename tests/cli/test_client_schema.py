# SPDX-License-Identifier: MIT
"""The published form of a client's file agrees with the program."""

import json
from pathlib import Path
from typing import Any

import jsonschema
import pydantic
import pytest
from hypothesis import given

from azmodels_gui.cli.client_file import client_schema, client_schema_bytes
from azmodels_gui.clients.client import Client, client_bytes
from tests.clients.test_client import CLIENTS, changed

ROOT = Path(__file__).parents[2]
SCHEMA = client_schema()


def faults(document: object) -> list[str]:
    validator = jsonschema.Draft202012Validator(SCHEMA)
    return [error.json_path for error in validator.iter_errors(document)]


@pytest.mark.skipif(
    pydantic.__version__.startswith("2.12."),
    reason="so old a pydantic words the same schema otherwise",
)
def test_the_schema_file_is_the_one_that_the_program_generates() -> None:
    kept = (ROOT / "resources" / "client.schema.json").read_bytes()
    assert kept == client_schema_bytes(), (
        "run: azmodels client schema > resources/client.schema.json"
    )


def test_the_schema_is_valid_itself_and_describes_its_fields() -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    assert SCHEMA["$defs"]["Agreement"]["properties"]["figures"]["description"]


@given(CLIENTS)
def test_every_file_that_is_written_is_of_the_schema(client: Client) -> None:
    assert faults(json.loads(client_bytes(client))) == []


@pytest.mark.parametrize(
    ("change", "place"),
    [
        ({"name": 7}, "$.name"),
        ({"version": "1"}, "$.version"),
        ({"version": 0}, "$.version"),
        ({"pinned": [["a"]]}, "$.pinned[0]"),
        ({"agreed": [{"figures": {}}]}, "$.agreed[0]"),
        ({"loads": {"a": "?"}}, "$.loads.a"),
    ],
)
def test_what_the_program_refuses_is_not_of_the_schema(change: dict[str, Any], place: str) -> None:
    assert faults(json.loads(changed(**change))) == [place]
