# SPDX-License-Identifier: MIT
"""litellm's list of Azure prices: a secondary source that fills gaps."""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal
from functools import partial
from pathlib import Path
from typing import Annotated, Any

from msgspec import Meta, Struct, convert

from azmodels_gui.catalog.prices import Price
from azmodels_gui.catalog.terms import ContextBand
from azmodels_gui.publish.facts import (
    REASONING_EFFORT,
    AnyFact,
    CapabilityFact,
    LifecycleFact,
    LimitFact,
    PriceFact,
)
from azmodels_gui.publish.ledger import Ledger
from azmodels_gui.publish.litellm_fields import (
    CAPABILITIES,
    ENDPOINT_CAPABILITIES,
    MODE_CAPABILITIES,
    UNUSED,
    CostField,
    cost_field,
    is_cost,
    long_context_above,
    reasoning_efforts,
)
from azmodels_gui.publish.litellm_names import RowName, read_key
from azmodels_gui.publish.price_history import plain

Fields = Mapping[str, Any]
Tokens = Annotated[int, Meta(ge=0)]


class RowForm(Struct):
    """Fields of a row that go into the catalogue as they are."""

    max_input_tokens: Tokens | None = None
    max_output_tokens: Tokens | None = None
    supported_modalities: tuple[str, ...] = ()
    supported_output_modalities: tuple[str, ...] = ()


MICROSOFT_PAGES = {
    "//learn.microsoft.com/": "retirements-2026-11",
    "//management.azure.com/": "arm-2026-11",
}
"""Where a date was read from, and the document it then is a statement of."""


def read_litellm_prices(path: Path, source: str, ledger: Ledger) -> Iterable[AnyFact]:
    """Return prices, limits, capabilities and retirement dates; each key is one ledger row.

    Names are as the list spells them, without path; a version stays behind the name. What a
    used row holds beside its facts is kept as the row's reason.
    """
    rows: dict[str, Fields] = json.loads(path.read_text(encoding="utf-8"), parse_float=Decimal)
    return [
        fact
        for key, fields in rows.items()
        for fact in ledger.attempt(source, key, fields, partial(_row, key, fields, source))
    ]


def _row(key: str, fields: Fields, source: str, ledger: Ledger) -> list[AnyFact]:
    row = ledger.read(source, key, f"{fields.get('mode', '')}: {_costs_told(fields)}")
    name = read_key(key)
    if "alias_of" in fields:
        ledger.refuse(row, f"another name of {fields['alias_of']}, which has a row of its own")
        return []
    found = [] if name.refused_because else list(_facts(name, fields, source, key))
    if found:
        ledger.use(row)
        row.reason = unused_fields(fields)
    else:
        ledger.refuse(row, name.refused_because or "states no price, limit or capability")
    return found


def unused_fields(fields: Fields) -> str:
    """Return which cost fields of a row gave no price, and why; empty if all did."""
    reasons = {name: _unused_because(name, value, fields) for name, value in fields.items()}
    return "; ".join(f"{name}: {reason}" for name, reason in reasons.items() if reason)


def _unused_because(name: str, value: Any, fields: Fields) -> str:
    if not is_cost(name):
        return ""
    if name in UNUSED:
        return UNUSED[name]
    if cost_field(name) is None:
        return "unknown cost field"
    if value == 0:
        return "zero"
    if name == "output_cost_per_second" and value == fields.get("input_cost_per_second"):
        return "repeats input_cost_per_second"
    return ""


def _facts(name: RowName, fields: Fields, source: str, row: str) -> Iterator[AnyFact]:
    for price in _prices(name, fields, source):
        yield PriceFact(name=name.model, source=source, row=row, price=price)
    form = convert(fields, RowForm)
    threshold = long_context_above(fields)
    if form.max_input_tokens or form.max_output_tokens or threshold:
        yield LimitFact(
            name=name.model,
            source=source,
            row=row,
            max_input=form.max_input_tokens,
            max_output=form.max_output_tokens,
            long_context_above=threshold,
        )
    yield from _lifecycle(name, fields, source, row)
    yield from _capabilities(name, fields, form, source=source, row=row)


def _lifecycle(name: RowName, fields: Fields, source: str, row: str) -> Iterator[LifecycleFact]:
    """Yield the date as the statement of the page it was read from, and the successor."""
    if "deprecation_date" in fields:
        page = fields.get("deprecation_source", "")
        yield LifecycleFact(
            name=name.model,
            source=next((id_ for host, id_ in MICROSOFT_PAGES.items() if host in page), source),
            row=row,
            retirement_date=date.fromisoformat(fields["deprecation_date"]),
        )
    successor = fields.get("successor_model", "")
    if "/" in successor:
        replacements = (successor.rpartition("/")[2],)
        yield LifecycleFact(name=name.model, source=source, row=row, replacements=replacements)


def _prices(name: RowName, fields: Fields, source: str) -> Iterator[Price]:
    by_length = any("_above_" in field and "1hr" not in field for field in fields)
    # Prices beside others for long context are for short context.
    plain_band = ContextBand.SHORT if by_length else None
    for field, value in fields.items():
        read = cost_field(field) if is_cost(field) else None
        if read is not None and not _unused_because(field, value, fields):
            read = replace(read, context_band=read.context_band or plain_band)
            yield _price(name, field, read, Decimal(value), source)


def _price(name: RowName, field: str, read: CostField, value: Decimal, source: str) -> Price:
    return Price(
        category=read.category,
        context_band=read.context_band,
        tier=read.tier,
        scope=name.scope,
        data_zone=name.data_zone,
        amount=plain(round(value * read.factor, read.decimals)),
        unit=read.unit,
        variant=" ".join(part for part in (name.variant, read.variant) if part),
        meter=field,
        secondary=True,
        source=source,
    )


def _capabilities(
    name: RowName, fields: Fields, form: RowForm, *, source: str, row: str
) -> Iterator[CapabilityFact]:
    stated = [ability for field, ability in CAPABILITIES.items() if fields.get(field) is True]
    lacking = [ability for field, ability in CAPABILITIES.items() if fields.get(field) is False]
    if fields.get("supports_audio_input") and fields.get("supports_audio_output"):
        stated.append("audio")
    endpoints = fields.get("supported_endpoints", ())
    stated += [
        ability for endpoint, ability in ENDPOINT_CAPABILITIES.items() if endpoint in endpoints
    ]
    efforts = reasoning_efforts(fields)
    stated += [REASONING_EFFORT] if efforts else []
    mode = MODE_CAPABILITIES.get(fields.get("mode", ""))
    abilities = tuple(dict.fromkeys([*stated, *([mode] if mode else [])]))
    taken, given = form.supported_modalities, form.supported_output_modalities
    if abilities or lacking or taken or given:
        yield CapabilityFact(
            name=name.model,
            source=source,
            row=row,
            capabilities=abilities,
            lacking=tuple(lacking),
            reasoning_efforts=efforts,
            input_modalities=taken,
            output_modalities=given,
        )


def _costs_told(fields: Fields) -> str:
    return ", ".join(f"{name} {value}" for name, value in fields.items() if is_cost(name))
