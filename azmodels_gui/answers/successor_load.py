# SPDX-License-Identifier: MIT
"""The same load on an entry and on its successor: PTU and the cost of a month."""

import dataclasses

from azmodels_gui.answers.answer import Answer, Row, Section, message
from azmodels_gui.answers.sizing import figures_by_key, sizing_sections
from azmodels_gui.answers.successor import change, same_ways, who
from azmodels_gui.answers.viewpoint import Viewpoint
from azmodels_gui.calculator.estimate import Estimate, estimate
from azmodels_gui.calculator.ways import PAYG
from azmodels_gui.calculator.wording import Refusal
from azmodels_gui.catalog.entry import Entry
from azmodels_gui.catalog.terms import Term

FIGURES = ("deployable_ptu", f"cost_{PAYG}", *(f"cost_{term}" for term in Term))
"""What is told of both."""


def successor_load(found: Estimate) -> Section:
    """Return how PTU and costs change with the successor; no rows where none is known.

    Discounts hold for both; negotiated prices and weights are those of one model, and not taken.
    """
    entry, view = found.question.deployment.entry, view_of(found)
    named = view.successors.of(entry)
    instead = named.successor
    if instead is None:
        return Section("successor_load", message("successor_load"))
    after = on_entry(found, instead.entry)
    today, then = _figures(found), {} if after is None else _figures(after)
    ways = same_ways(entry, instead.entry, view)
    rows = (
        Row("successor", message("successor"), (who(entry, named, view),)),
        Row("successor_offered", message("successor_offered"), (ways,)),
        *(
            Row(f"then_{key}", message(key), (change(today[key], then[key]),))
            for key in FIGURES
            if key in today and key in then
        ),
    )
    return Section("successor_load", message("successor_load"), rows)


def view_of(found: Estimate) -> Viewpoint:
    """Return the viewpoint of an estimate: its day, its region, its types."""
    deployment = found.question.deployment
    kinds = (deployment.deployment_type, found.payg_type)
    return Viewpoint(
        found.catalog,
        found.question.day,
        () if deployment.region is None else (deployment.region.id,),
        deployment_types=frozenset(kind.id for kind in kinds if kind is not None),
    )


def on_entry(found: Estimate, entry: Entry) -> Estimate | None:
    """Return the estimate of the same load on another entry; None where it cannot be reckoned.

    Discounts hold for both; negotiated prices and weights are those of one model, and not taken.
    """
    question = found.question
    overrides = dataclasses.replace(
        question.overrides, payg_prices={}, ptu_prices={}, token_weights={}
    )
    try:
        deployment = dataclasses.replace(question.deployment, entry=entry, deployed_ptu=None)
        asked = dataclasses.replace(
            question, deployment=deployment, overrides=overrides, reserved_ptu=None
        )
        return estimate(found.catalog, asked)
    except Refusal:  # the successor takes or gives what the load does not state, for one
        return None


def _figures(found: Estimate) -> dict[str, Answer]:
    return figures_by_key(sizing_sections([found]))
