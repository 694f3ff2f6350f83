# SPDX-License-Identifier: MIT
"""The same load on several models: what each comes to, the best, and what lasts."""

from collections.abc import Callable, Sequence
from decimal import Decimal

from msgspec import Struct

from azmodels_gui.answers.answer import Cost
from azmodels_gui.answers.scenarios import Option, least
from azmodels_gui.answers.verdict import Verdict, verdict
from azmodels_gui.calculator.estimate import Estimate
from azmodels_gui.catalog.entry import Entry
from azmodels_gui.language.errors import ToldError


class ComparedModel(Struct, frozen=True):
    """One model under the load."""

    entry: Entry
    found: Estimate | None
    """None: it was refused."""
    said: Verdict | None
    refusal: ToldError | None = None
    """Why there is no estimate."""
    more: Cost | None = None
    """What a month costs more than on the first model; None: one of both is not known."""
    more_ptu: int | None = None
    """PTU more than on the first; per token none are deployed."""
    best: bool = False
    """It costs least of all whose cost is certain."""
    best_lasting: bool = False
    """It costs least of those that are not known to end within half a year."""

    @property
    def monthly(self) -> Cost | None:
        """What a month costs the way that is advised, with what is paid beside the requests.

        None: nothing is advised for this model, or a part is not known.
        """
        said = self.said
        if said is None or said.beside is None or said.entry.key != self.entry.key:
            return None
        return said.beside.whole


def compared(
    entries: Sequence[Entry], reckon: Callable[[Entry], Estimate]
) -> tuple[ComparedModel, ...]:
    """Return what the load comes to on each model; those that are refused stay in their place.

    Args:
        entries: the models, the first of which the others are held against.
        reckon: returns the estimate of one, or raises `ToldError` where there is none.
    """
    found = [_one(entry, reckon) for entry in entries]
    options = [None if each.found is None else Option(each.found) for each in found]
    best = least(options)
    lasting = least(
        [
            option if each.said is not None and each.said.lasts else None
            for each, option in zip(found, options, strict=True)
        ]
    )
    return tuple(
        ComparedModel(
            each.entry,
            each.found,
            each.said,
            each.refusal,
            _more(each.monthly, found[0].monthly),
            _more_ptu(each, found[0]),
            at == best,
            at == lasting,
        )
        for at, each in enumerate(found)
    )


def _one(entry: Entry, reckon: Callable[[Entry], Estimate]) -> ComparedModel:
    try:
        estimate = reckon(entry)
    except ToldError as refusal:
        return ComparedModel(entry, None, None, refusal)
    return ComparedModel(entry, estimate, verdict(estimate))


def _more(cost: Cost | None, first: Cost | None) -> Cost | None:
    if cost is None or first is None or cost.currency != first.currency:
        return None
    return Cost(Decimal(cost.amount - first.amount), cost.currency)


def _more_ptu(each: ComparedModel, first: ComparedModel) -> int | None:
    if each.monthly is None or first.monthly is None or each.said is None or first.said is None:
        return None
    return (each.said.ptu or 0) - (first.said.ptu or 0)
