# SPDX-License-Identifier: MIT
"""An entry as `azmodels list --format json` prints it.

An interface: docs/headless-commands.md lists the keys, and a test holds them.
"""

from typing import Any

from azmodels_gui.answers.viewpoint import Viewpoint
from azmodels_gui.catalog.entry import Entry, newest_version, stage_on
from azmodels_gui.catalog.fact_dates import offer_as_of
from azmodels_gui.catalog.facts import Capability, Offer, TokenLimit
from azmodels_gui.catalog.offered import in_data_zone
from azmodels_gui.cli.console import end_json


def entry_summary(entry: Entry, view: Viewpoint) -> dict[str, Any]:
    """Return what one row of the list says; the same keys for every entry."""
    model, limits, hosting = entry.model, entry.version.limits, entry.version.hosted_by
    return {
        "model": model.id,
        "version": entry.version.version,
        "newest_version": entry.version.version == newest_version(model),
        "kind": model.kind,
        "provider": model.provider,
        "provider_name": view.provider_names.get(model.provider, model.provider),
        "family": model.family,
        "channel": model.channel,
        **_lifecycle(entry, view),
        "context_window": _tokens(limits.context_window),
        "max_input": _tokens(limits.max_input),
        "max_output": _tokens(limits.max_output),
        "use_cases": list(model.use_cases),
        "input_modalities": list(model.modalities.input) if model.modalities else [],
        "output_modalities": list(model.modalities.output) if model.modalities else [],
        **_capabilities(entry.version.capabilities),
        "hosted_by": None if hosting is None else {"by": hosting.by, "source": hosting.source},
        "data_zones": {
            zone.id: in_data_zone(entry, zone.id, view.catalog).value
            for zone in view.catalog.data_zones
        },
        "offers": offers(entry, view),
        "not_offered": not_offered(entry, view),
        "features": [
            {
                "name": feature.name.en,
                "regions": list(feature.available),
                "as_of": feature.as_of,
                "source": feature.source,
            }
            for feature in entry.model.features
        ],
    }


def offers(entry: Entry, view: Viewpoint) -> list[dict[str, Any]]:
    """Return every deployment type of which at least one region is not a plain "no"."""
    found = []
    for kind in () if entry.is_service else view.catalog.deployment_types:
        regions = view.offer_regions(entry, kind.id)
        if not regions.says_anything:
            continue
        offer = entry.offers.get(kind.id)
        told: dict[str, Any] = {
            "deployment_type": kind.id,
            "scope": kind.scope.value,
            "billing": kind.billing.value,
            "regions": list(regions.offered),
            "unknown_regions": list(regions.unknown),
            "disputed_regions": list(regions.disputed),
            **_age(offer, view),
        }
        if view.regions:
            asked = regions.within(view.regions)
            told["in_asked_regions"] = asked.amount_to().value
        found.append(told)
    return found


def not_offered(entry: Entry, view: Viewpoint) -> list[dict[str, Any]]:
    """Return every deployment type that is known to be offered nowhere, with the "no"'s age."""
    return [
        {"deployment_type": kind.id, **_age(entry.offers.get(kind.id), view)}
        for kind in (() if entry.is_service else view.catalog.deployment_types)
        if not view.offer_regions(entry, kind.id).says_anything
    ]


def _age(offer: Offer | None, view: Viewpoint) -> dict[str, Any]:
    """Return how old what is known of an offer is, when it ends, and who says so."""
    if offer is None:
        return {"as_of": None, **end_json(None), "sources": []}
    return {
        "as_of": offer_as_of(offer, view.source_dates),
        **end_json(offer),
        "sources": list(offer.sources),
    }


def _capabilities(known: tuple[Capability, ...]) -> dict[str, Any]:
    """Return what the version can do and what it cannot; what is in neither list is unknown."""
    can = [each for each in known if each.supported]
    return {
        "capabilities": [each.id for each in can],
        "capabilities_not_supported": [each.id for each in known if not each.supported],
        "capability_levels": {each.id: list(each.levels) for each in can if each.levels},
    }


def _lifecycle(entry: Entry, view: Viewpoint) -> dict[str, Any]:
    lifecycle = entry.version.lifecycle
    stage = stage_on(lifecycle, view.day)
    retirement = lifecycle.retirement_date
    return {
        "stage": None if stage.published is None else stage.published.value,
        "past_date": stage.past_date,
        "retirement_date": None if retirement is None else retirement.isoformat(),
        "retirement_not_before": lifecycle.retirement_not_before,
        "days_left": stage.days_left,
        "replacements": list(lifecycle.replacements),
    }


def _tokens(limit: TokenLimit | None) -> int | None:
    return None if limit is None else limit.tokens
