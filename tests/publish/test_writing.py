# SPDX-License-Identifier: MIT
import json

from azmodels_gui.catalog.loading import parse_catalog
from azmodels_gui.publish.build import catalog_bytes
from tests.builders import catalog, model, offer, price, version

SAMPLE = catalog(
    model("gpt-x", version(offers=[offer("GlobalStandard", "eastus2")]), prices=(price("2.50"),)),
    model("gpt-y", version("1"), version("2")),
)


def test_what_is_written_reads_back_the_same() -> None:
    assert parse_catalog(catalog_bytes(SAMPLE), strict=True) == SAMPLE


def test_the_same_catalogue_gives_the_same_bytes() -> None:
    again = parse_catalog(catalog_bytes(SAMPLE))
    assert catalog_bytes(again) == catalog_bytes(SAMPLE)


def test_a_price_stands_on_one_line_and_is_a_string() -> None:
    lines = catalog_bytes(SAMPLE).decode().splitlines()
    (line,) = [line for line in lines if '"category"' in line]
    assert json.loads(line.strip().rstrip(","))["amount"] == "2.50"
