# SPDX-License-Identifier: MIT
"""Other inputs than those on show that fit together: another model, type, place or load."""

from collections.abc import Iterable, Iterator
from dataclasses import fields, replace
from decimal import Decimal
from itertools import islice

from azmodels_gui.calculator.asking import Asker
from azmodels_gui.calculator.counted import BESIDE_TEXT
from azmodels_gui.calculator.exact import product, quotient
from azmodels_gui.calculator.inputs import EXAMPLE, Inputs, LoadFrom, switched, with_counts
from azmodels_gui.calculator.measured_load import MeasuredRequest
from azmodels_gui.calculator.month_load import MonthLoad, Users
from azmodels_gui.catalog.document import Entry, EntryKey, Region
from azmodels_gui.catalog.terms import Availability, Billing, PriceTier, Scope, Term
from azmodels_gui.language.figures import rounded

TRIED = 60
"""Entries looked at before the first with PTU parameters is taken as it is."""


def first_inputs(asker: Asker, pinned: Iterable[EntryKey]) -> Inputs:
    """Return inputs for the first entry whose size and costs are known.

    Pinned ones come first, then the order of the table. The region is left to the user.
    """
    by_key = {entry.key: entry for entry in asker.index.entries}
    candidates = [by_key[key] for key in pinned if key in by_key]
    entries = asker.index.entries
    candidates += [entries[row] for row in asker.index.first_order]
    possible = islice((_for(asker, entry) for entry in candidates if entry.ptu), TRIED)
    first = None
    for inputs in possible:
        first = first or inputs
        if _is_known(asker, inputs):
            return inputs
    return first or EXAMPLE


def with_model(asker: Asker, inputs: Inputs, key: EntryKey) -> Inputs:
    """Return inputs for another model; the deployment type stays if the model is offered so."""
    model, version = key
    changed = replace(inputs, model=model, version=version, deployed_ptu=None)
    entry = asker.entry(changed)
    if entry is None:
        return inputs
    kinds = list(_offered_types(asker, entry))
    if not kinds or inputs.deployment_type in kinds:
        return changed
    return replace(changed, deployment_type=kinds[0])


def with_load(inputs: Inputs, load: MonthLoad | None) -> Inputs:
    """Return inputs with another load, whose month has as many requests; None: none is given."""
    if load is None:
        return inputs
    workload, changed = load.workload, switched(inputs, LoadFrom.REQUESTS, load)
    if isinstance(load.origin, Users):
        users = {each.name: Decimal(getattr(load.origin, each.name)) for each in fields(Users)}
        changed = replace(changed, load_from=LoadFrom.USERS, **users)  # type: ignore[arg-type]
    cached = quotient(workload.cached_tokens, workload.input_tokens or 1)
    return replace(
        with_counts(changed, {count.value: workload.amount(count) for count in BESIDE_TEXT}),
        input_tokens=Decimal(workload.input_tokens),
        cached_percent=rounded(product(cached, 100), 1),
        cache_write_tokens=Decimal(workload.cache_write_tokens),
        output_tokens=Decimal(workload.output_tokens),
        turns=1,
        reasoning=Decimal(0),
        system_prompt=Decimal(0),
        long_context=workload.long_context,
        deployed_ptu=None,
        reserved_ptu=None,
    )


def with_kind(asker: Asker, inputs: Inputs, sku: str) -> Inputs:
    """Return inputs for a deployment type; one paid per token stands for PTU of its scope."""
    kinds = {kind.id: kind for kind in asker.catalog.deployment_types}
    asked = kinds.get(sku)
    if asked is None:
        return inputs
    tier = PriceTier.BATCH if asked.billing is Billing.BATCH else PriceTier.STANDARD
    alike = (kind.id for kind in asker.types if kind.scope is asked.scope)
    return replace(
        inputs,
        deployment_type=next(alike, inputs.deployment_type),
        processing=tier.value,
    )


def _for(asker: Asker, entry: Entry) -> Inputs:
    return with_model(asker, EXAMPLE, entry.key)


def _offered_types(asker: Asker, entry: Entry) -> Iterator[str]:
    """Yield the provisioned types that the entry is offered with somewhere."""
    regions = [region.id for region in asker.catalog.regions]
    for kind in asker.types:
        if any(entry.availability(kind.id, each) is Availability.OFFERED for each in regions):
            yield kind.id


def _is_known(asker: Asker, inputs: Inputs) -> bool:
    entry = asker.entry(inputs)
    if entry is None or inputs.deployment_type not in _offered_types(asker, entry):
        return False
    found = asker.answer(inputs).estimate
    if found is None or found.payg_monthly is None:
        return False
    return found.ptu_monthly[Term.YEAR] is not None


def with_measured(inputs: Inputs, request: MeasuredRequest) -> Inputs:
    """Return the inputs with the measured tokens, rounded to whole ones as the fields are."""
    if request.input_tokens is None or request.output_tokens is None:
        return inputs
    return replace(
        inputs,
        input_tokens=rounded(request.input_tokens, 0),
        output_tokens=rounded(request.output_tokens, 0),
    )


SEPARATOR = ":"


def processing_place(asker: Asker, inputs: Inputs) -> str:
    """Return the scope of the deployment type, with the data zone its region is in."""
    kind, region = asker.deployment_type(inputs), asker.region(inputs.region)
    if kind is None:
        return ""
    if kind.scope is not Scope.DATA_ZONE or region is None or region.data_zone is None:
        return kind.scope.value
    return f"{kind.scope}{SEPARATOR}{region.data_zone}"


def placed(asker: Asker, inputs: Inputs, place: str) -> Inputs:
    """Return the inputs for a place as `processing_place` tells it.

    A data zone needs a region in it: the one of the inputs, or the first where the model is
    offered with known prices, else offered at all.
    """
    scope, _, zone = place.partition(SEPARATOR)
    kind = next((each for each in asker.types if each.scope.value == scope), None)
    if kind is None:
        return inputs
    changed = replace(inputs, deployment_type=kind.id)
    here = asker.region(inputs.region)
    if not zone or (here is not None and here.data_zone == zone):
        return changed
    members = [region for region in asker.catalog.regions if region.data_zone == zone]
    best = max(members, key=lambda region: _fitness(asker, changed, region), default=None)
    return changed if best is None else replace(changed, region=best.id)


def places(asker: Asker, inputs: Inputs) -> Iterator[str]:
    """Yield every place, and the one of the inputs, narrow ones last."""
    scopes = {kind.scope for kind in asker.types}
    if Scope.GLOBAL in scopes:
        yield Scope.GLOBAL.value
    if Scope.DATA_ZONE in scopes:
        for zone in asker.catalog.data_zones:
            yield f"{Scope.DATA_ZONE}{SEPARATOR}{zone.id}"
        if processing_place(asker, inputs) == Scope.DATA_ZONE.value:
            yield Scope.DATA_ZONE.value
    if Scope.REGIONAL in scopes:
        yield Scope.REGIONAL.value


def _fitness(asker: Asker, inputs: Inputs, region: Region) -> int:
    entry = asker.entry(inputs)
    if entry is None:
        return 0
    offered = entry.availability(inputs.deployment_type, region.id) is Availability.OFFERED
    found = asker.answer(replace(inputs, region=region.id)).estimate if offered else None
    return offered + (found is not None and found.payg_monthly is not None)
