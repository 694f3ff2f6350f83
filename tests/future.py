# SPDX-License-Identifier: MIT
"""A small catalogue with every field that holds a word, and the same from the future."""

import json
from collections.abc import Iterator
from copy import deepcopy
from datetime import date
from decimal import Decimal
from typing import Any

import msgspec
from msgspec.structs import asdict

from azmodels_gui.catalog.document import Catalog, Recommendation, UseCase
from azmodels_gui.catalog.facts import (
    CatalogPart,
    PtuParameters,
    PtuPrice,
    Quota,
    ScopeSizing,
    TokenWeight,
)
from azmodels_gui.catalog.terms import (
    Billing,
    Channel,
    ContextBand,
    Coverage,
    EntryKind,
    Scope,
    Term,
    TokenCategory,
    Word,
)
from tests.builders import catalog, model, offer, price, text, version

Path = tuple[str | int, ...]

NEWER = "turbo-9"


PTU = PtuParameters(
    input_tpm_per_ptu=3_000,
    weights=(
        TokenWeight(
            category=TokenCategory.OUTPUT, context_band=ContextBand.SHORT, weight=Decimal(8)
        ),
        TokenWeight(category=TokenCategory.INPUT, weight=Decimal(1)),
    ),
    sizing=(ScopeSizing(scope=Scope.GLOBAL, minimum_ptu=15, scale_increment=5),),
    source="schedule",
)
RECOMMENDATION = Recommendation(
    models=("gpt-x",), why=text("Quick."), start_with=Billing.PAYG, source="types"
)


def every_word() -> Catalog:
    """Return a catalogue in which each field that holds a word is stated at least once."""
    offers = [
        offer("GlobalStandard", "swedencentral", covered=Coverage.ALL),
        offer("DataZoneStandard", "swedencentral", "germanywestcentral"),
        offer("GlobalProvisionedManaged", "eastus2", covered=("eastus2", "japaneast")),
    ]
    return catalog(
        model(
            "gpt-x",
            version("2026-01-01", offers=offers),
            version("2025-01-01", offers=offers[:1], retirement=date(2026, 1, 1)),
            kind=EntryKind.MODEL,
            channel=Channel.AZURE_OPENAI,
            family="gpt",
            use_cases=("chat",),
            prices=(
                price("1.25", context_band=ContextBand.SHORT),
                price("10", TokenCategory.OUTPUT, Scope.DATA_ZONE, data_zone="EU"),
                price("2", effective_until=date(2026, 1, 1)),
            ),
            ptu=(PTU,),
            quotas=(Quota(deployment_type="GlobalStandard", tier="1", tpm=1, source="types"),),
        ),
        model("plain", version(offers=offers)),
        use_cases=(UseCase(id="chat", name=text("Chat"), recommendations=(RECOMMENDATION,)),),
        ptu_prices=(
            PtuPrice(
                product="Azure OpenAI",
                scope=Scope.GLOBAL,
                term=Term.HOUR,
                amount=Decimal(1),
                source="prices",
            ),
        ),
    )


def plain(built: Catalog) -> dict[str, Any]:
    """Return the document as JSON gives it, with every field written out."""
    told: dict[str, Any] = _stated(built)
    return told


def _stated(value: Any) -> Any:
    if isinstance(value, CatalogPart):
        return {name: _stated(inner) for name, inner in asdict(value).items()}
    if isinstance(value, tuple):
        return [_stated(each) for each in value]
    return msgspec.to_builtins(value)


def words_in(value: Any, path: Path = ()) -> Iterator[tuple[Path, Word]]:
    """Yield every word of the schema inside a part, with its place."""
    if isinstance(value, Word):
        yield path, value
    elif isinstance(value, CatalogPart):
        for name, inner in asdict(value).items():
            yield from words_in(inner, (*path, name))
    elif isinstance(value, tuple):
        for number, inner in enumerate(value):
            yield from words_in(inner, (*path, number))


def one_of_each() -> list[Path]:
    """Return one place for each field that holds a word."""
    fields: dict[str, Path] = {}
    for path, _ in words_in(every_word()):
        fields.setdefault(".".join(step for step in path if isinstance(step, str)), path)
    return list(fields.values())


def put(document: dict[str, Any], path: Path, value: Any) -> bytes:
    """Return the bytes of a document with something else at one place."""
    changed = deepcopy(document)
    part: Any = changed
    for step in path[:-1]:
        part = part[step]
    part[path[-1]] = value
    return json.dumps(changed).encode()


def at(value: Any, path: Path) -> Any:
    """Return what a part has at a place."""
    for step in path:
        value = value[step] if isinstance(step, int) else getattr(value, step)
    return value


def written(path: Path) -> str:
    """Return a place as messages write it: `models[0].kind`."""
    steps = (f"[{step}]" if isinstance(step, int) else f".{step}" for step in path)
    return "".join(steps).removeprefix(".")


def from_the_future() -> dict[str, Any]:
    """Return a document of a newer minor version: all its words are new, and so are some fields."""
    document = plain(every_word())
    document["schema_version"] = "1.9"
    for path, _ in words_in(every_word()):
        document = json.loads(put(document, path, NEWER))
    document["tariffs"] = [{"id": "t"}]
    document["models"][0]["versions"][0]["colour"] = "blue"
    del document["notes"]
    return document
