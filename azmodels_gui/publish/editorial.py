# SPDX-License-Identifier: MIT
"""Our own texts: providers, families, models, use cases and notes, in English and German."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from azmodels_gui.catalog.document import (
    Family,
    GeneralFact,
    NamedSuccessor,
    Note,
    Provider,
    Recommendation,
    UseCase,
)
from azmodels_gui.catalog.facts import AZURE
from azmodels_gui.catalog.loading import twice
from azmodels_gui.catalog.terms import Billing
from azmodels_gui.language.words import N_, Message, Phrase
from azmodels_gui.publish.editorial_files import (
    AdviceModelsFile,
    EditorialFault,
    FamiliesFile,
    GeneralFactsFile,
    ModelsFile,
    ModelText,
    NotesFile,
    ProvidersFile,
    RecommendationText,
    ServiceText,
    UseCasesFile,
    read_editorial,
)
from azmodels_gui.publish.identity import (
    NameClaimedTwice,
    NameRule,
    NameRules,
    by_key,
    name_key,
    without_host,
)

Reference = tuple[str, str]
"""Place inside a file, and the id it names."""


def first_broken_reference(
    providers: ProvidersFile,
    families: FamiliesFile,
    models: ModelsFile,
    use_cases: UseCasesFile,
    notes: NotesFile,
) -> Phrase | None:
    """Return the first fault with file and key, None if there is none."""
    known_providers = {text.id for text in providers.provider}
    known_families = {text.id for text in families.family}
    known_use_cases = {text.id for text in use_cases.use_case}
    faults = (
        *_twice(
            {
                "providers.toml: provider": (text.id for text in providers.provider),
                "families.toml: family": (text.id for text in families.family),
                "models.toml: model": (text.id for text in models.model),
                "use_cases.toml: use_case": (text.id for text in use_cases.use_case),
                "notes.toml: note": (text.id for text in notes.note),
                "use_cases.toml: advice": (
                    entry for text in use_cases.use_case for entry in text.advice
                ),
            }
        ),
        *_unknown(N_("provider"), _to_providers(families, notes), known_providers),
        *_unknown(N_("family"), _to_families(use_cases, notes), known_families),
        *_unknown(N_("use case"), _to_use_cases(models, use_cases, notes), known_use_cases),
    )
    return next(iter(faults), None)


def first_general_fault(
    facts: GeneralFactsFile, advice: AdviceModelsFile, providers: ProvidersFile
) -> Phrase | None:
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
        *_twice(
            {
                "general_facts.toml: general_fact": (text.id for text in facts.general_fact),
                "advice_models.toml: successor": (text.model for text in advice.successor),
            }
        ),
        *_unknown(N_("provider"), named, known),
    )
    return next(iter(faults), None)


def _twice(named: Mapping[str, Iterable[str]]) -> Iterator[Phrase]:
    """Yield the names that come twice in a list, however they are spelled."""
    for place, names in named.items():
        yield from twice(place, names, name_key)


def _unknown(kind: Message, references: Iterable[Reference], known: set[str]) -> Iterator[Phrase]:
    for place, name in references:
        if name not in known:
            words = N_("{place}: there is no {kind} {name}")
            yield Phrase(words, place=place, kind=kind, name=repr(name))


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


@dataclass(frozen=True)
class EditorialFiles:
    """The files as they were read."""

    providers: ProvidersFile
    families: FamiliesFile
    models: ModelsFile
    use_cases: UseCasesFile
    notes: NotesFile
    general_facts: GeneralFactsFile = field(default_factory=GeneralFactsFile)
    advice_models: AdviceModelsFile = field(default_factory=AdviceModelsFile)


class Editorial:
    """What we say ourselves, as parts of the catalogue, and the rules that assign it."""

    def __init__(self, files: EditorialFiles) -> None:
        self.files = files
        self._families = NameRules(
            NameRule(family.id, family.models, family.prefixes) for family in files.families.family
        )
        rules = files.use_cases.rule
        self._use_case_rules = NameRules(
            NameRule(str(number), prefixes=rule.prefixes) for number, rule in enumerate(rules)
        )
        self._family_use_cases = {
            family: rule.use_cases for rule in rules for family in rule.families
        }

    @cached_property
    def providers(self) -> tuple[Provider, ...]:
        """Who makes the models."""
        return tuple(
            Provider(id=text.id, name=text.name, summary=text.summary.local())
            for text in self.files.providers.provider
        )

    @cached_property
    def families(self) -> tuple[Family, ...]:
        """Models that belong together."""
        return tuple(
            Family(id=text.id, name=text.name, provider=text.provider, summary=text.summary.local())
            for text in self.files.families.family
        )

    @cached_property
    def use_cases(self) -> tuple[UseCase, ...]:
        """What clients want to do, with what the article recommends."""
        return tuple(
            UseCase(
                id=text.id,
                name=text.name.local(),
                description=text.description.local(),
                recommendations=tuple(map(_recommendation, text.recommendation)),
            )
            for text in self.files.use_cases.use_case
        )

    @cached_property
    def notes(self) -> tuple[Note, ...]:
        """Remarks that concern no single model."""
        return tuple(text.note() for text in self.files.notes.note)

    @cached_property
    def general_facts(self) -> tuple[GeneralFact, ...]:
        """What clients ask of many models alike."""
        return tuple(text.fact() for text in self.files.general_facts.general_fact)

    @cached_property
    def successors(self) -> tuple[NamedSuccessor, ...]:
        """What to take where the sources name no successor."""
        return tuple(text.successor() for text in self.files.advice_models.successor)

    @property
    def services(self) -> tuple[ServiceText, ...]:
        """Services that stand beside the models, such as Azure Speech."""
        return self.files.notes.service

    @cached_property
    def advice(self) -> Mapping[str, str]:
        """Use case id by the entry of the article that it restates."""
        return {entry: text.id for text in self.files.use_cases.use_case for entry in text.advice}

    def model_text(self, model_id: str) -> ModelText | None:
        """Return what we say of a model, None where it has no text of its own."""
        return self._models.get(name_key(model_id))

    def family_of(self, model_id: str) -> str | None:
        """Return the id of the family a model belongs to; None: no rule speaks of it."""
        hosts = self.files.families.host_prefixes
        return self._families.find(without_host(model_id, hosts))

    def provider_of(self, model_id: str, hint: str | None = None) -> str | None:
        """Return the id of a model's maker; None: unknown.

        Args:
            model_id: the model's name.
            hint: heading it stands under in a source, used where no family is known:
                headings name the seller as often as the maker.
        """
        family = self.family_of(model_id)
        if family is not None:
            return self._provider_of_family[family]
        return None if hint is None else self._provider_names.get(name_key(hint))

    def use_cases_of(self, model_id: str) -> tuple[str, ...]:
        """Return the ids of a model's use cases in the order of the file.

        Our own choice for the model, else the rule for its name or family, and every use
        case whose recommendations name it.
        """
        chosen = set(self._chosen_use_cases(model_id))
        chosen |= self._recommended_for.get(name_key(model_id), set())
        return tuple(text.id for text in self.files.use_cases.use_case if text.id in chosen)

    def _chosen_use_cases(self, model_id: str) -> tuple[str, ...]:
        text = self.model_text(model_id)
        if text is not None:
            return text.use_cases
        bare = without_host(model_id, self.files.families.host_prefixes)
        rule = self._use_case_rules.find(bare)
        if rule is not None:
            return self.files.use_cases.rule[int(rule)].use_cases
        return self._family_use_cases.get(self.family_of(model_id) or "", ())

    @cached_property
    def _models(self) -> dict[str, ModelText]:
        return {name_key(text.id): text for text in self.files.models.model}

    @cached_property
    def _provider_of_family(self) -> dict[str, str]:
        return {text.id: text.provider for text in self.files.families.family}

    @cached_property
    def _provider_names(self) -> dict[str, str]:
        return by_key(
            {
                name: text.id
                for text in self.files.providers.provider
                for name in (text.id, text.name, *text.names)
            }
        )

    @cached_property
    def _recommended_for(self) -> dict[str, set[str]]:
        found: dict[str, set[str]] = {}
        for text in self.files.use_cases.use_case:
            for recommendation in text.recommendation:
                for model in recommendation.models:
                    found.setdefault(name_key(model), set()).add(text.id)
        return found


def load_editorial(folder: Path) -> Editorial:
    """Return our own texts out of a folder.

    Raises:
        EditorialFault: a file is no TOML, not of its form, or refers to nothing.
        OSError: a file cannot be read.
    """
    files = EditorialFiles(
        providers=read_editorial(folder / "providers.toml", ProvidersFile),
        families=read_editorial(folder / "families.toml", FamiliesFile),
        models=read_editorial(folder / "models.toml", ModelsFile),
        use_cases=read_editorial(folder / "use_cases.toml", UseCasesFile),
        notes=read_editorial(folder / "notes.toml", NotesFile),
        general_facts=read_editorial(folder / "general_facts.toml", GeneralFactsFile),
        advice_models=read_editorial(folder / "advice_models.toml", AdviceModelsFile),
    )
    try:
        editorial = Editorial(files)
    except NameClaimedTwice as error:
        raise EditorialFault(
            N_("families.toml or rules of use_cases.toml: {why}"), why=error
        ) from error
    fault = first_broken_reference(
        files.providers, files.families, files.models, files.use_cases, files.notes
    ) or first_general_fault(files.general_facts, files.advice_models, files.providers)
    if fault:
        raise EditorialFault(fault.message, **fault.values)
    return editorial


def _recommendation(text: RecommendationText) -> Recommendation:
    return Recommendation(
        models=text.models,
        why=text.why.local(),
        start_with=None if text.start_with is None else Billing(text.start_with),
        switch=None if text.switch is None else text.switch.local(),
        source=text.source,
    )
