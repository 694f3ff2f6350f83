# SPDX-License-Identifier: MIT
"""Figures, dates and texts that cannot be meant, apart from prices."""

from collections import Counter
from collections.abc import Iterator

from azmodels_gui.catalog.document import Model
from azmodels_gui.catalog.facts import Lifecycle, Limits, Offer, TokenLimit
from azmodels_gui.catalog.part import CatalogPart, LocalText
from azmodels_gui.catalog.prices import PtuParameters, Quota, ScopeSizing
from azmodels_gui.catalog.terms import TokenCategory
from azmodels_gui.publish.faults import Fault, warning


def figure_faults(path: str, part: CatalogPart) -> Iterator[Fault]:
    """Yield what is wrong or odd about one part taken by itself."""
    match part:
        case Model() | Offer() | Lifecycle() | Limits():
            yield from _entry_faults(path, part)
        case Quota():
            yield from _empty_quota(path, part)
        case PtuParameters():
            yield from _ptu_faults(path, part)
        case ScopeSizing():
            yield from _sizing_faults(path, part)
        case LocalText() if bool(part.en.strip()) != bool(part.de.strip()):
            yield Fault(path, "a text in one language only")
        case TokenLimit(tokens=0):
            yield Fault(f"{path}.tokens", "a limit of zero tokens")


def _entry_faults(path: str, part: Model | Offer | Lifecycle | Limits) -> Iterator[Fault]:
    match part:
        case Model():
            yield from _repeated_figures(path, part)
        case Lifecycle():
            yield from _dates_in_order(path, part)
        case Limits():
            yield from _limits_in_order(path, part)
        case Offer():
            yield from _offered_outside(path, part)


def _dates_in_order(path: str, lifecycle: Lifecycle) -> Iterator[Fault]:
    deprecation, retirement = lifecycle.deprecation_date, lifecycle.retirement_date
    if deprecation and retirement and deprecation > retirement:
        yield Fault(f"{path}.deprecation_date", f"{deprecation} is after retirement {retirement}")
    tuned = lifecycle.fine_tuning
    training, deployment = (
        (tuned.training_retirement, tuned.deployment_retirement) if tuned else (None, None)
    )
    if training and deployment and training > deployment:
        yield Fault(
            f"{path}.fine_tuning.training_retirement",
            f"{training} is after that of deployments {deployment}",
        )


def _limits_in_order(path: str, limits: Limits) -> Iterator[Fault]:
    window = limits.context_window
    for name, limit in (("max_input", limits.max_input), ("max_output", limits.max_output)):
        if window and limit and limit.tokens > window.tokens:
            yield warning(
                f"{path}.{name}", f"{limit.tokens} exceeds the context window of {window.tokens}"
            )


def _offered_outside(path: str, offer: Offer) -> Iterator[Fault]:
    if isinstance(offer.covered, str):
        return
    for number, region in enumerate(offer.available):
        if region not in offer.covered:
            yield Fault(f"{path}.available[{number}]", f"{region!r} is not among the covered ones")


def _empty_quota(path: str, quota: Quota) -> Iterator[Fault]:
    figures = {name: getattr(quota, name) for name in ("tpm", "requests", "enqueued_tokens")}
    for name, figure in figures.items():
        if figure == 0:
            yield Fault(f"{path}.{name}", "a quota of zero")
    if set(figures.values()) == {None} and not quota.note:
        yield warning(path, "a quota without any figure")


def _ptu_faults(path: str, ptu: PtuParameters) -> Iterator[Fault]:
    if ptu.input_tpm_per_ptu == 0:
        yield Fault(f"{path}.input_tpm_per_ptu", "no throughput at all")
    if not ptu.sizing:
        yield warning(f"{path}.sizing", "no scope it is offered in")
    if not any(item.category is TokenCategory.INPUT for item in ptu.weights):
        yield Fault(f"{path}.weights", "no weight of input tokens")
    yield from _repeated(
        f"{path}.weights", [f"{item.category} {item.context_band}" for item in ptu.weights]
    )
    yield from _repeated(f"{path}.sizing", [str(item.scope) for item in ptu.sizing])


def _sizing_faults(path: str, sizing: ScopeSizing) -> Iterator[Fault]:
    minimum, increment = sizing.minimum_ptu, sizing.scale_increment
    if not minimum or not increment:
        yield Fault(path, "a minimum or a scale increment of zero")
    elif minimum % increment:
        yield warning(
            f"{path}.minimum_ptu", f"{minimum} is no multiple of the scale increment {increment}"
        )


def _repeated_figures(path: str, model: Model) -> Iterator[Fault]:
    yield from _repeated(
        f"{path}.quotas",
        [
            f"{version} {item.deployment_type or '(no deployment type)'} tier {item.tier}".strip()
            for item in model.quotas
            for version in item.versions or ("",)
        ],
    )
    yield from _repeated(
        f"{path}.ptu",
        [
            f"{version} {item.source}".strip()
            for item in model.ptu
            for version in item.versions or ("",)
        ],
    )


def _repeated(path: str, keys: list[str]) -> Iterator[Fault]:
    for key, times in Counter(keys).items():
        if times > 1:
            yield Fault(path, f"{key!r} comes {times} times")
