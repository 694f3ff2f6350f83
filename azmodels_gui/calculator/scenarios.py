# SPDX-License-Identifier: MIT
"""The alternatives a user compares, as one frozen value: each has a name and inputs of its own."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields, replace
from decimal import Decimal
from typing import Any

from azmodels_gui.calculator.inputs import Inputs, LoadFrom
from azmodels_gui.calculator.ways import SPILLING, WAYS
from azmodels_gui.catalog.kept_record import read_state, written_state

MOST = 10
"""More scenarios than that are compared in a spreadsheet."""
LETTERS = "ABCDEFGHIJ"
MAX_NAME = 60
"""Characters of a name."""
OWN = frozenset(
    {
        *("model", "version", "deployment_type", "region", "way", "processing"),
        *("price_region", "ptu_price_region"),
        *("deployed_ptu", "reserved_ptu", "base_ptu", "output_weight"),
        *("long_context", "fine_tuned", "variant"),
        *("input_price", "cached_input_price", "output_price"),
        *("ptu_hour_price", "ptu_month_price", "ptu_year_price"),
        *("payg_discount_percent", "ptu_discount_percent", "agreed_on"),
    }
)
"""Attributes of `Inputs` that scenarios differ in; the others are of the load, and of them all."""


@dataclass(frozen=True)
class Scenario:
    """One alternative."""

    inputs: Inputs
    name: str = ""
    """What the user calls it; empty: it is called after its model."""
    own_load: bool = False
    """True: its load is changed by itself, and it keeps its own when another's is."""
    left_out: bool = False
    """True: it is no part of the plan, where all run together."""


@dataclass(frozen=True)
class Scenarios:
    """All alternatives, at least one; every change is another value."""

    all: tuple[Scenario, ...]
    at: int = 0
    """Place of the one whose inputs are on show."""
    together: bool = False
    """True: they are no alternatives, but deployments that run together: a plan."""

    @property
    def is_plan(self) -> bool:
        """Tell whether they are a plan; one alone is none."""
        return self.together and len(self.all) > 1

    @property
    def in_plan(self) -> tuple[int, ...]:
        """Places of those that are part of the plan."""
        return tuple(at for at, each in enumerate(self.all) if not each.left_out)

    @property
    def current(self) -> Scenario:
        """The one on show."""
        return self.all[self.at]

    @property
    def inputs(self) -> Inputs:
        """The inputs on show."""
        return self.current.inputs

    @property
    def full(self) -> bool:
        """Tell whether there are as many as possible."""
        return len(self.all) >= MOST

    def with_inputs(self, inputs: Inputs) -> "Scenarios":
        """Return these with other inputs of the current one; a changed load is that of all.

        One with a load of its own keeps it, and changes no other.
        """
        before = self.inputs
        load = {
            each.name: getattr(inputs, each.name)
            for each in fields(Inputs)
            if each.name not in OWN and getattr(inputs, each.name) != getattr(before, each.name)
        }
        alone = self.current.own_load
        changed = [
            each if alone or each.own_load else replace(each, inputs=replace(each.inputs, **load))
            for each in self.all
        ]
        changed[self.at] = replace(self.current, inputs=inputs)
        return replace(self, all=tuple(changed))

    def shown(self, at: int) -> "Scenarios":
        """Return these with another one on show; the same where there is none at that place."""
        return replace(self, at=at) if 0 <= at < len(self.all) else self

    def added(self, *more: Inputs) -> "Scenarios":
        """Return these with further ones behind the last, the first new one on show."""
        own = self.current.own_load or self.is_plan
        new = tuple(Scenario(inputs, own_load=own) for inputs in more)
        kept = (*self.all, *new)[:MOST]
        return replace(self, all=kept, at=min(len(self.all), len(kept) - 1)) if new else self

    def removed(self, at: int) -> "Scenarios":
        """Return these without one; the last that is left stays."""
        if len(self.all) < 2 or not 0 <= at < len(self.all):
            return self
        kept = (*self.all[:at], *self.all[at + 1 :])
        return replace(self, all=kept, at=min(self.at - (at < self.at), len(kept) - 1))

    def renamed(self, at: int, name: str) -> "Scenarios":
        """Return these with another name for one; an empty one is that of its model."""
        return self._with(at, name=" ".join(name.split())[:MAX_NAME])

    def with_own_load(self, at: int, own: bool) -> "Scenarios":
        """Return these with one whose load is its own, or that of the others again."""
        changed = self._with(at, own_load=own)
        shared = next((each for each in self.all if not each.own_load), None)
        if own or shared is None:
            return changed
        return changed._with(at, inputs=replace(self.all[at].inputs, **_load(shared.inputs)))

    def with_left_out(self, at: int, left_out: bool) -> "Scenarios":
        """Return these with one that is no part of the plan, or is one again."""
        return self._with(at, left_out=left_out)

    def run_together(self, together: bool) -> "Scenarios":
        """Return these as a plan, each with a load of its own, or as alternatives again.

        As alternatives those whose load is still that of the first share it again.
        """
        first = _load(self.all[0].inputs)
        all_ = (
            replace(each, own_load=together or _load(each.inputs) != first) for each in self.all
        )
        return replace(self, all=tuple(all_), together=together)

    def moved(self, at: int, to: int) -> "Scenarios":
        """Return these with one at another place; what is on show stays so."""
        to = max(0, min(to, len(self.all) - 1))
        order = list(range(len(self.all)))
        order.insert(to, order.pop(at))
        moved = tuple(self.all[each] for each in order)
        return replace(self, all=moved, at=order.index(self.at))

    def _with(self, at: int, **changed: Any) -> "Scenarios":
        scenario = replace(self.all[at], **changed)
        return replace(self, all=(*self.all[:at], scenario, *self.all[at + 1 :]))


def one(inputs: Inputs) -> Scenarios:
    """Return the scenario that everything begins with."""
    return Scenarios((Scenario(inputs),))


def _load(inputs: Inputs) -> dict[str, Any]:
    """Return the figures of the load, which scenarios share."""
    names = (each.name for each in fields(Inputs))
    return {name: getattr(inputs, name) for name in names if name not in OWN}


def written(scenarios: Scenarios) -> list[dict[str, Any]]:
    """Return the scenarios as JSON knows them."""
    return [
        {
            "name": each.name,
            "own_load": each.own_load,
            "left_out": each.left_out,
            "inputs": written_state(each.inputs),
        }
        for each in scenarios.all
    ]


def read(records: Iterable[object], at: int, together: bool = False) -> Scenarios | None:
    """Return the scenarios that were kept; rubbish is passed over, and None is left of nothing."""
    found = [_read(each) for each in list(records)[:MOST] if isinstance(each, Mapping)]
    if not found:
        return None
    return Scenarios(tuple(found), at if 0 <= at < len(found) else 0, together)


def _read(record: Mapping[str, object]) -> Scenario:
    inputs, name = record.get("inputs"), record.get("name")
    return Scenario(
        inputs_from(inputs if isinstance(inputs, Mapping) else {}),
        name[:MAX_NAME] if isinstance(name, str) else "",
        record.get("own_load") is True,
        record.get("left_out") is True,
    )


def inputs_from(state: Mapping[str, object]) -> Inputs:
    """Return the inputs that were kept; whatever cannot be understood is as at first.

    A record from before there were users has requests, or a file, which is the load since; one
    from before there were scenarios has a term, which is the way to pay since.
    """
    file = LoadFrom.PROFILE if state.get("profile_file") else LoadFrom.REQUESTS
    return read_state(Inputs, {"load_from": file, "way": state.get("term"), **state}, _fits)


def _fits(name: str, value: object) -> bool:
    """Tell whether a way to pay is one, and all figures are ones that a field can show."""
    if name == "way":
        return value in (*WAYS, *SPILLING)
    figures = value if isinstance(value, tuple) else (value,)
    return all(
        not isinstance(each, Decimal) or (each.is_finite() and each >= 0) for each in figures
    )
