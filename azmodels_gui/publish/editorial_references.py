# SPDX-License-Identifier: MIT
"""What the editorial files say of each other: nothing twice, nothing that refers to nothing."""

from collections.abc import Iterable, Iterator

from azmodels_gui.catalog.facts import AZURE
from azmodels_gui.publish.editorial_files import (
    AdviceModelsFile,
    FamiliesFile,
    GeneralFactsFile,
    ModelsFile,
    NotesFile,
    ProvidersFile,
    UseCasesFile,
)
from azmodels_gui.publish.model_names import name_key

Reference = tuple[str, str]
"""Place inside a file, and the id it names."""


def first_broken_reference(
    providers: ProvidersFile,
    families: FamiliesFile,
    models: ModelsFile,
    use_cases: UseCasesFile,
    notes: NotesFile,
) -> str | None:
    """Return the first fault with file and key, None if there is none."""
    known_providers = {text.id for text in providers.provider}
    known_families = {text.id for text in families.family}
    known_use_cases = {text.id for text in use_cases.use_case}
    faults = (
        *_doubles(providers, families, models, use_cases, notes),
        *_unknown("provider", _to_providers(families, notes), known_providers),
        *_unknown("family", _to_families(use_cases, notes), known_families),
        *_unknown("use case", _to_use_cases(models, use_cases, notes), known_use_cases),
    )
    return next(iter(faults), None)


def first_general_fault(
    facts: GeneralFactsFile, advice: AdviceModelsFile, providers: ProvidersFile
) -> str | None:
    """Return the first fault of general facts and successors, None if there is none."""
    known = {text.id for text in providers.provider}
    named = (
        (f"general_facts.toml: general_fact[{position}].{field}", name)
        for position, text in enumerate(facts.general_fact)
        for field, names in (("providers", text.providers), ("hosts", text.hosts))
        for name in names
        if (field, name) != ("hosts", AZURE)
    )
    faults = (
        *_twice("general_facts.toml: general_fact", (text.id for text in facts.general_fact)),
        *_twice("advice_models.toml: successor", (text.model for text in advice.successor)),
        *_unknown("provider", named, known),
    )
    return next(iter(faults), None)


def _doubles(
    providers: ProvidersFile,
    families: FamiliesFile,
    models: ModelsFile,
    use_cases: UseCasesFile,
    notes: NotesFile,
) -> Iterator[str]:
    yield from _twice("providers.toml: provider", (text.id for text in providers.provider))
    yield from _twice("families.toml: family", (text.id for text in families.family))
    yield from _twice("models.toml: model", (text.id for text in models.model))
    yield from _twice("use_cases.toml: use_case", (text.id for text in use_cases.use_case))
    yield from _twice("notes.toml: note", (text.id for text in notes.note))
    claims = (entry for text in use_cases.use_case for entry in text.advice)
    yield from _twice("use_cases.toml: advice", claims)


def _twice(place: str, ids: Iterable[str]) -> Iterator[str]:
    seen: set[str] = set()
    for position, name in enumerate(ids):
        if name_key(name) in seen:
            yield f"{place}[{position}]: {name!r} comes twice"
        seen.add(name_key(name))


def _unknown(kind: str, references: Iterable[Reference], known: set[str]) -> Iterator[str]:
    for place, name in references:
        if name not in known:
            yield f"{place}: there is no {kind} {name!r}"


def _to_providers(families: FamiliesFile, notes: NotesFile) -> Iterator[Reference]:
    for position, family in enumerate(families.family):
        yield f"families.toml: family[{position}].provider", family.provider
    for position, service in enumerate(notes.service):
        yield f"notes.toml: service[{position}].provider", service.provider


def _to_families(use_cases: UseCasesFile, notes: NotesFile) -> Iterator[Reference]:
    for position, rule in enumerate(use_cases.rule):
        for family in rule.families:
            yield f"use_cases.toml: rule[{position}].families", family
    for position, service in enumerate(notes.service):
        yield f"notes.toml: service[{position}].family", service.family


def _to_use_cases(
    models: ModelsFile, use_cases: UseCasesFile, notes: NotesFile
) -> Iterator[Reference]:
    parts = (
        ("models.toml: model", [text.use_cases for text in models.model]),
        ("use_cases.toml: rule", [rule.use_cases for rule in use_cases.rule]),
        ("notes.toml: service", [service.use_cases for service in notes.service]),
    )
    for place, chosen in parts:
        for position, ids in enumerate(chosen):
            for use_case in ids:
                yield f"{place}[{position}].use_cases", use_case
