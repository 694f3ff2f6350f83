# SPDX-License-Identifier: MIT
"""The alternatives a user compares, as one frozen value: each has a name and inputs of its own."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields, replace
from typing import Any

from azmodels_gui.window.calculator.inputs import Inputs, inputs_from
from azmodels_gui.window.forgiving import written_state

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
        *("long_context", "fine_tuned"),
        *("input_price", "cached_input_price", "output_price"),
        *("ptu_hour_price", "ptu_month_price", "ptu_year_price"),
        *("payg_discount_percent", "ptu_discount_percent"),
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


@dataclass(frozen=True)
class Scenarios:
    """All alternatives, at least one; every change is another value."""

    all: tuple[Scenario, ...]
    at: int = 0
    """Place of the one whose inputs are on show."""

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
        new = tuple(Scenario(inputs, own_load=self.current.own_load) for inputs in more)
        kept = (*self.all, *new)[:MOST]
        return Scenarios(kept, min(len(self.all), len(kept) - 1)) if new else self

    def removed(self, at: int) -> "Scenarios":
        """Return these without one; the last that is left stays."""
        if len(self.all) < 2 or not 0 <= at < len(self.all):
            return self
        kept = (*self.all[:at], *self.all[at + 1 :])
        return Scenarios(kept, min(self.at - (at < self.at), len(kept) - 1))

    def renamed(self, at: int, name: str) -> "Scenarios":
        """Return these with another name for one; an empty one is that of its model."""
        return self._with(at, name=" ".join(name.split())[:MAX_NAME])

    def with_own_load(self, at: int, own: bool) -> "Scenarios":
        """Return these with one whose load is its own, or that of the others again."""
        changed = self._with(at, own_load=own)
        shared = next((each for each in self.all if not each.own_load), None)
        if own or shared is None:
            return changed
        load = {
            each.name: getattr(shared.inputs, each.name)
            for each in fields(Inputs)
            if each.name not in OWN
        }
        return changed._with(at, inputs=replace(self.all[at].inputs, **load))

    def moved(self, at: int, to: int) -> "Scenarios":
        """Return these with one at another place; what is on show stays so."""
        to = max(0, min(to, len(self.all) - 1))
        order = list(range(len(self.all)))
        order.insert(to, order.pop(at))
        return Scenarios(tuple(self.all[each] for each in order), order.index(self.at))

    def _with(self, at: int, **changed: Any) -> "Scenarios":
        scenario = replace(self.all[at], **changed)
        return replace(self, all=(*self.all[:at], scenario, *self.all[at + 1 :]))


def one(inputs: Inputs) -> Scenarios:
    """Return the scenario that everything begins with."""
    return Scenarios((Scenario(inputs),))


def written(scenarios: Scenarios) -> list[dict[str, Any]]:
    """Return the scenarios as JSON knows them."""
    return [
        {"name": each.name, "own_load": each.own_load, "inputs": written_state(each.inputs)}
        for each in scenarios.all
    ]


def read(records: Iterable[object], at: int) -> Scenarios | None:
    """Return the scenarios that were kept; rubbish is passed over, and None is left of nothing."""
    found = [_read(each) for each in list(records)[:MOST] if isinstance(each, Mapping)]
    if not found:
        return None
    return Scenarios(tuple(found), at if 0 <= at < len(found) else 0)


def _read(record: Mapping[str, object]) -> Scenario:
    inputs, name = record.get("inputs"), record.get("name")
    return Scenario(
        inputs_from(inputs if isinstance(inputs, Mapping) else {}),
        name[:MAX_NAME] if isinstance(name, str) else "",
        record.get("own_load") is True,
    )
