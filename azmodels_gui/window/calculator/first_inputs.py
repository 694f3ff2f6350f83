# SPDX-License-Identifier: MIT
"""What the calculator starts with, before the user chose anything."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from azmodels_gui.catalog.entry import Entry, EntryKey
from azmodels_gui.catalog.terms import Availability, Term
from azmodels_gui.window.calculator.asking import Asker
from azmodels_gui.window.calculator.inputs import Inputs

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
    possible = [_for(asker, entry) for entry in candidates if entry.ptu][:TRIED]
    for inputs in possible:
        if _is_known(asker, inputs):
            return inputs
    return next(iter(possible), Inputs())


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


def _for(asker: Asker, entry: Entry) -> Inputs:
    return with_model(asker, Inputs(), entry.key)


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
