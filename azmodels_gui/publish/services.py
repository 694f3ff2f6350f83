# SPDX-License-Identifier: MIT
"""Services that stand in the table beside the models, such as Azure Speech."""

from azmodels_gui.catalog.document import Model
from azmodels_gui.catalog.facts import ModelVersion
from azmodels_gui.catalog.terms import EntryKind
from azmodels_gui.publish.editorial_files import ServiceText


def with_services(models: list[Model], texts: tuple[ServiceText, ...]) -> tuple[Model, ...]:
    """Return the models with our texts on services put in, sorted by id."""
    by_id = {model.id: model for model in models}
    for text in texts:
        by_id[text.id] = _service(text, by_id.get(text.id))
    return tuple(sorted(by_id.values(), key=lambda model: (model.id.casefold(), model.id)))


def _service(text: ServiceText, priced: Model | None) -> Model:
    """Return the service; `priced` holds what the sources state of it, such as prices."""
    stated = priced or Model(
        id=text.id, provider=text.provider, versions=(ModelVersion(version=""),)
    )
    return stated.but(
        kind=EntryKind.SERVICE,
        provider=text.provider,
        family=text.family,
        summary=text.summary.local(),
        use_cases=text.use_cases,
        strengths=tuple(strength.local() for strength in text.strength),
        notes=(*stated.notes, *(note.note() for note in text.note)),
    )
