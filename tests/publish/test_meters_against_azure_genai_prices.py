# SPDX-License-Identifier: MIT
"""Our reading of price meters against that of azure-genai-prices, an independent reader.

Every difference has a reason in the table below (docs/decisions/0003); a new one fails.
"""

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from importlib import resources
from pathlib import Path

import pytest
from azure_genai_prices.meters import parse_catalog
from azure_genai_prices.types import Meter as TheirMeter

from azmodels_gui.catalog.terms import Unit
from azmodels_gui.publish.editorial_files import editorial_file
from azmodels_gui.publish.meter_reading import (
    MeterReader,
    MeterReading,
    MeterRefused,
    load_meter_table,
    words,
)
from azmodels_gui.publish.price_history import Meter, load_meters

CATEGORIES = {
    "input": "input",
    "cache_read": "cached_input",
    "cache_write": "cache_write",
    "output": "output",
    "search_unit": "search",
}
REFUSED = {
    "price of a tool, not of a model",
    "price of a GPU machine, not of a model",
    "old commitment model of PTU, neither the hourly price nor a reservation",
    "names no model",
}


@dataclass(frozen=True)
class Difference:
    """A field that the two readers give another value."""

    field: str
    theirs: str
    ours: str


@dataclass(frozen=True)
class Reason:
    """Why they differ: a word of the meter's name that they do not know or not tell apart."""

    field: str
    ours: frozenset[str]
    word: str
    because: str

    def explains(self, difference: Difference, name: str) -> bool:
        known = not self.word or self.word in words(name)
        return known and self.field == difference.field and difference.ours in self.ours


def reason(field: str, ours: str, word: str, because: str) -> Reason:
    return Reason(field, frozenset(ours.split()), word, because)


AUDIO = "audio_input cached_audio_input audio_output"
IMAGE = "image_input cached_image_input image_output"
GRADER = "grader_input grader_cached_input grader_output"
REASONS = (
    reason("category", AUDIO, "aud", "they do not tell tokens of audio apart"),
    reason("category", AUDIO, "audio", "they do not tell tokens of audio apart"),
    reason("category", AUDIO, "latest", "gpt-latest is the audio of gpt-realtime-2 (armSkuName)"),
    reason("category", IMAGE, "img", "they do not tell tokens of images apart"),
    reason("category", GRADER, "grdr", "they do not tell the tokens of graders apart"),
    reason("category", "cached_input", "ccchd", "they do not know this spelling of cached"),
    reason("tier", "developer", "dev", "they have no developer tier"),
    reason("tier", "flex", "fl", "they have no flex tier"),
    reason("tier", "flex", "flex", "they have no flex tier"),
    reason("band", "long", "lo", "they do not know this spelling of long context"),
    reason("scope", "data_zone", "dzn", "they do not know this spelling of data zone"),
    reason("scope", "global", "glb", "they do not know this spelling of global"),
    reason(
        "scope", "unstated", "", "they take a meter without scope for regional; we do not guess"
    ),
)


@pytest.fixture(scope="module")
def reader() -> MeterReader:
    return MeterReader(load_meter_table(editorial_file("meters.toml")))


@pytest.fixture(scope="module")
def real_meters(sources_dir: Path) -> list[Meter]:
    paths = [*sorted((sources_dir / "retail-prices").glob("*.json"))]
    found: dict[tuple[str, str], Meter] = {}
    for path in (*paths, sources_dir / "retail-prices-sample.json"):
        for meter in load_meters(path):
            found.setdefault((meter["productName"], meter["meterName"]), meter)
    return list(found.values())


Both = tuple[Meter, MeterReading, TheirMeter]


def read_by_both(meters: Iterable[Meter], reader: MeterReader) -> Iterator[Both]:
    for meter in meters:
        theirs, _ = parse_catalog([dict(meter)], as_of="2030-01-01")
        if not theirs:
            continue
        ours = reader.read(meter["productName"], meter["meterName"], meter["unitOfMeasure"])
        assert isinstance(ours, MeterReading)
        yield meter, ours, next(iter(theirs.values()))


def differences(ours: MeterReading, theirs: TheirMeter) -> list[Difference]:
    key = theirs.key
    pairs = [
        Difference("category", CATEGORIES[key.kind.value], ours.category.value),
        Difference("scope", key.deployment.value, ours.scope.value if ours.scope else "unstated"),
        Difference("tier", key.mode.value, ours.tier.value),
        Difference("band", key.context.value, ours.context_band or "short"),
    ]
    return [pair for pair in pairs if pair.theirs != pair.ours]


def test_both_read_real_meters_alike_but_for_listed_reasons(
    reader: MeterReader, real_meters: list[Meter]
) -> None:
    unexplained = [
        (meter["meterName"], difference)
        for meter, ours, theirs in read_by_both(real_meters, reader)
        for difference in differences(ours, theirs)
        if not any(known.explains(difference, meter["meterName"]) for known in REASONS)
    ]
    assert unexplained == []


def test_every_listed_reason_still_explains_something(
    reader: MeterReader, real_meters: list[Meter]
) -> None:
    seen = {
        known
        for meter, ours, theirs in read_by_both(real_meters, reader)
        for difference in differences(ours, theirs)
        for known in REASONS
        if known.explains(difference, meter["meterName"])
    }
    assert seen == set(REASONS)


def test_both_read_most_real_meters(reader: MeterReader, real_meters: list[Meter]) -> None:
    assert len(list(read_by_both(real_meters, reader))) > 1_000


def test_real_amounts_agree_exactly(reader: MeterReader, real_meters: list[Meter]) -> None:
    for meter, ours, theirs in read_by_both(real_meters, reader):
        ours_each = Decimal(meter["retailPrice"]) * ours.factor
        pieces = 1_000_000 if ours.unit is Unit.MILLION_TOKENS else 1_000
        assert theirs.unit_price * pieces == ours_each, meter["meterName"]


def test_a_model_of_theirs_is_never_split_over_two_of_ours(
    reader: MeterReader, real_meters: list[Meter]
) -> None:
    meant: defaultdict[str, set[tuple[tuple[str, ...], tuple[str, ...]]]] = defaultdict(set)
    for _, ours, theirs in read_by_both(real_meters, reader):
        meant[theirs.key.model].add((ours.models, ours.versions))
    assert [name for name, models in meant.items() if len(models) > 1] == []


def test_the_meters_they_bundle_are_read_too(reader: MeterReader) -> None:
    """Their snapshot has meters of 48 places that our sources do not have."""
    folder = resources.files("azure_genai_prices.data")
    items = json.loads(folder.joinpath("snapshot.json").read_text(encoding="utf-8"))["items"]
    unread = {}
    for item in items:
        try:
            reader.read(item["productName"], item["meterName"], item["unitOfMeasure"])
        except MeterRefused as refused:
            if str(refused) not in REFUSED:
                unread[item["meterName"]] = str(refused)
    assert len(items) > 3_000
    assert unread == {}
