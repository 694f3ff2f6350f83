# SPDX-License-Identifier: MIT
"""The service's own model list of a region, its usage list, and a sample of its metrics."""

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from functools import partial
from pathlib import Path
from typing import Any

from azmodels_gui.catalog.outside import fitted
from azmodels_gui.catalog.service_list import (
    BASE_SCOPES,
    STAGES,
    ListedCounter,
    ListedItem,
    ListedModel,
    ListedReplacement,
    listed_day,
)
from azmodels_gui.catalog.terms import Stage
from azmodels_gui.publish.facts import (
    Fact,
    FineTuningFact,
    LifecycleFact,
    LimitFact,
    NamedFact,
    OfferFact,
)
from azmodels_gui.publish.ledger import Ledger
from azmodels_gui.publish.markdown import read_page
from azmodels_gui.publish.model_tables import (
    CapabilityWords,
    Meaning,
    capability_facts,
    reviewed_words,
)

LIST_OF_REGION = re.compile(r"model-list-(?!sample)([a-z0-9]+)\.json")
PRIORITY_SKUS = "priorityTierSkus"
COUNTER = "a counter of one subscription, no fact about a model"
MEASUREMENT = "a measurement of one resource, no fact about a model"
METRIC = "describes a metric of the service, no fact about a model"


def read_arm_models(
    path: Path, source: str, ledger: Ledger, words: CapabilityWords | None = None
) -> Iterator[Fact]:
    """Yield what the model list of one region states; its offers hold for that region only.

    The command line may print a list without naming the region: the file then does, as
    `model-list-swedencentral.json`.
    """
    known = words or reviewed_words()
    named = LIST_OF_REGION.fullmatch(path.name)
    for number, item in enumerate(_items(path)):
        read = partial(_listed_facts, item, source, known, named and named[1])
        yield from ledger.attempt(source, f"item {number}", item, read)


def _listed_facts(
    item: Mapping[str, Any],
    source: str,
    words: CapabilityWords,
    named_region: str | None,
    ledger: Ledger,
) -> Iterator[Fact]:
    entry = fitted(item, ListedItem)
    location = entry.location or named_region
    if location is None:
        raise ValueError("no location")
    listed, region = entry.model, location.lower()
    place = f"{region} > {listed.name} {listed.version} ({entry.kind})"
    ledger.use(ledger.read(source, place, f"{listed.publisher} {listed.name} {listed.version}"))
    named = NamedFact(
        name=listed.name,
        version=listed.version,
        source=source,
        row=place,
        provider=listed.publisher,
        channel="azure_openai" if entry.kind == listed.publisher == "OpenAI" else None,
    )
    yield named
    yield from _limits(named, listed)
    yield from _lifecycle(named, listed)
    yield from _offers(named, listed, region)
    yield from capability_facts(named, _capabilities(named, listed, ledger, words))


def read_arm_usage(path: Path, source: str, ledger: Ledger) -> Iterator[Fact]:
    """Enter the usage counters in the ledger; they say nothing about models."""
    for number, item in enumerate(_items(path)):
        ledger.attempt(source, f"item {number}", item, partial(_counter, item, source))
    return iter(())


def _counter(item: Mapping[str, Any], source: str, ledger: Ledger) -> Iterable[Fact]:
    name = fitted(item, ListedCounter).name
    text = f"{name.value}: {name.localized_value}"
    ledger.refuse(ledger.read(source, name.value, text), COUNTER)
    return ()


def read_monitor_metrics(path: Path, source: str, ledger: Ledger) -> Iterator[Fact]:
    """Enter the sample of measured values, or the table of metrics, in the ledger."""
    if path.suffix == ".json":
        for number, metric in enumerate(_items(path)):
            ledger.attempt(source, f"item {number}", metric, partial(_points, metric, source))
        return iter(())
    for table in read_page(path.read_text(encoding="utf-8")).tables:
        for row, _ in ledger.rows_of(source, table.place, table.rows):
            ledger.refuse(row, METRIC)
    return iter(())


def _points(metric: Mapping[str, Any], source: str, ledger: Ledger) -> Iterable[Fact]:
    for series in metric["timeseries"]:
        for point in series["data"]:
            place = f"{metric['name']['value']} > {point['timeStamp']}"
            ledger.refuse(ledger.read(source, place, json.dumps(point)), MEASUREMENT)
    return ()


def _items(path: Path) -> list[dict[str, Any]]:
    """Return the list: the REST answer wraps it in `value`, the command line prints it bare."""
    answer = json.loads(path.read_text(encoding="utf-8"))
    return list(answer["value"] if isinstance(answer, dict) else answer)


def _limits(named: NamedFact, listed: ListedModel) -> Iterator[LimitFact]:
    context = listed.capabilities.get("maxContextToken")
    output = listed.capabilities.get("maxOutputToken")
    if context or output:
        yield LimitFact(
            **named.spot,
            context_window=int(context) if context else None,
            max_output=int(output) if output else None,
        )


def _lifecycle(named: NamedFact, listed: ListedModel) -> Iterator[Fact]:
    successor = listed.replacement_config
    yield LifecycleFact(
        **named.spot,
        provider=listed.publisher,
        stage=STAGES.get(listed.lifecycle_status or ""),
        retirement_date=listed_day(listed.deprecation.inference),
        replacements=(_spelled(successor),) if successor else (),
    )
    if listed.deprecation.fine_tune:
        yield FineTuningFact(
            **named.spot,
            training_retirement=listed_day(listed.deprecation.fine_tune),
        )


def _spelled(successor: ListedReplacement) -> str:
    version = f" ({successor.target_model_version})" if successor.target_model_version else ""
    return successor.target_model_name + version


def _offers(named: NamedFact, listed: ListedModel, region: str) -> Iterator[OfferFact]:
    """A deployment type whose end has come stays in the list: it is listed, but not offered."""
    for sku in listed.skus:
        if sku.scope in BASE_SCOPES:
            ended = STAGES.get(sku.lifecycle_status or "") is Stage.RETIRED
            yield OfferFact(
                name=named.name,
                version=named.version,
                source=named.source,
                row=f"{named.row} > {sku.name}",
                deployment_type=sku.name,
                available=frozenset() if ended else frozenset({region}),
                listed=frozenset({region}),
            )


def _capabilities(
    named: NamedFact, listed: ListedModel, ledger: Ledger, words: CapabilityWords
) -> Meaning:
    total = words.of_name(listed.name)
    if listed.capabilities.get(PRIORITY_SKUS):
        total += Meaning(capabilities=("priority-processing",))
    for key, value in listed.capabilities.items():
        if value == "true":
            meaning = words.of_service_key(key)
            if meaning.says_something:
                total += meaning
            else:
                entry = ledger.read(named.source, f"{named.row} > {key}", f"{key}: {value}")
                ledger.refuse(entry, meaning.reason)
    return total
