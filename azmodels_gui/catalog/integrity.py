# SPDX-License-Identifier: MIT
"""What must hold before a catalogue can be shown at all: nothing twice, nothing dangling."""

from collections.abc import Iterable, Iterator

from azmodels_gui.catalog.document import Catalog, Model
from azmodels_gui.language.words import N_, Phrase


def first_fault(catalog: Catalog) -> Phrase | None:
    """Return the first fault that makes the catalogue unusable, with its place; None if none."""
    return next(_faults(catalog), None)


def _faults(catalog: Catalog) -> Iterator[Phrase]:
    yield from _twice("regions", (region.id for region in catalog.regions))
    yield from _twice("deployment_types", (kind.id for kind in catalog.deployment_types))
    yield from _twice("sources", (source.id for source in catalog.sources))
    yield from _twice("use_cases", (use_case.id for use_case in catalog.use_cases))
    yield from _twice("models", (model.id for model in catalog.models))
    known = {kind.id for kind in catalog.deployment_types}
    for position, model in enumerate(catalog.models):
        yield from _model_faults(f"models[{position}]", model, known)


def _model_faults(place: str, model: Model, deployment_types: set[str]) -> Iterator[Phrase]:
    yield from _twice(f"{place}.versions", (version.version for version in model.versions))
    for number, version in enumerate(model.versions):
        offered = [offer.deployment_type for offer in version.offers]
        yield from _twice(f"{place}.versions[{number}].offers", offered)
        for at, sku in enumerate(offered):
            if sku not in deployment_types:
                where = f"{place}.versions[{number}].offers[{at}].deployment_type"
                yield Phrase(
                    N_("{place}: {name} is not among {names}"),
                    place=where,
                    name=repr(sku),
                    names="deployment_types",
                )


def _twice(place: str, ids: Iterable[str]) -> Iterator[Phrase]:
    seen: set[str] = set()
    for position, name in enumerate(ids):
        if name in seen:
            where = f"{place}[{position}]"
            yield Phrase(N_("{place}: {name} comes twice"), place=where, name=repr(name))
        seen.add(name)
