# SPDX-License-Identifier: MIT
"""Services that stand in the table beside the models, such as Azure Speech."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from azmodels_gui.catalog.document import Feature, Model
from azmodels_gui.catalog.facts import ModelVersion
from azmodels_gui.catalog.part import LocalText
from azmodels_gui.publish.editorial_files import ServiceText
from azmodels_gui.publish.facts import FeatureFact


def with_services(
    models: Iterable[Model],
    texts: Sequence[ServiceText],
    features: Sequence[FeatureFact],
    source_dates: Mapping[str, str],
) -> tuple[Model, ...]:
    """Return the models with our texts on services put in, sorted by id.

    Args:
        models: as they were assembled.
        texts: our texts on services.
        features: what the sources state of services.
        source_dates: `Source.as_of` by the source's id.
    """
    by_id = {model.id: model for model in models}
    for text in texts:
        own = _features(text, features, source_dates)
        by_id[text.id] = _service(text, by_id.get(text.id)).but(features=tuple(own))
    return tuple(sorted(by_id.values(), key=lambda model: (model.id.casefold(), model.id)))


def _features(
    text: ServiceText, stated: Sequence[FeatureFact], source_dates: Mapping[str, str]
) -> Iterator[Feature]:
    """Yield the features that a source states; one that we have no words for keeps its own."""
    names = {one.column: one.local() for one in text.feature}
    for fact in stated:
        if fact.name == text.id:
            yield Feature(
                name=names.get(fact.feature, LocalText(en=fact.feature, de=fact.feature)),
                available=tuple(sorted(fact.available)),
                covered=tuple(sorted(fact.listed)),
                as_of=source_dates.get(fact.source),
                source=fact.source,
            )


def _service(text: ServiceText, priced: Model | None) -> Model:
    """Return the service; `priced` holds what the sources state of it, such as prices.

    It has no deployment types: what the matrices leave out of them says nothing about it.
    """
    stated = priced or Model(
        id=text.id, provider=text.provider, versions=(ModelVersion(version=""),)
    )
    return stated.but(
        kind="service",
        provider=text.provider,
        family=text.family,
        summary=text.summary.local(),
        use_cases=text.use_cases,
        strengths=tuple(strength.local() for strength in text.strength),
        notes=(*stated.notes, *(note.note() for note in text.note)),
        versions=tuple(version.but(offers=()) for version in stated.versions),
    )
