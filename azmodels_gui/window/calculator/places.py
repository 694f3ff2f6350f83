# SPDX-License-Identifier: MIT
"""Where requests are processed, as one choice: anywhere, in a data zone, or in one region."""

from collections.abc import Iterator
from dataclasses import replace

from azmodels_gui.calculator.asking import Asker
from azmodels_gui.calculator.inputs import Inputs
from azmodels_gui.catalog.document import Region
from azmodels_gui.catalog.terms import Availability, Scope

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
