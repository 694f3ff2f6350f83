# SPDX-License-Identifier: MIT
"""The form of our own texts in `resources/editorial`: one class for each part of a file."""

from pathlib import Path
from typing import Annotated, Literal, Self, TypeVar

from pydantic import Field, model_validator

from azmodels_gui.catalog.document import GeneralFact, Modalities, NamedSuccessor, Note
from azmodels_gui.catalog.facts import LocalText
from azmodels_gui.catalog.faults import Misfit
from azmodels_gui.catalog.outside import FilePart, fitted_toml
from azmodels_gui.catalog.terms import Channel, Stage
from azmodels_gui.language.words import N_, ToldError

PACKAGE = Path(__file__).parents[1]


def editorial_file(name: str) -> Path:
    """Return the path of an editorial table, installed or in a checkout."""
    installed = PACKAGE / "data" / "resources" / "editorial" / name
    return installed if installed.exists() else PACKAGE.parent / "resources" / "editorial" / name


class EditorialFault(ToldError):
    """An editorial file cannot be used; the text names the file and the key."""


File = TypeVar("File", bound=FilePart)


def read_editorial(path: Path, form: type[File]) -> File:
    """Return what an editorial file holds.

    Raises:
        EditorialFault: it is no TOML or not of its form.
        OSError: it cannot be read.
    """
    try:
        return fitted_toml(path.read_bytes(), form)
    except Misfit as fault:
        raise EditorialFault(N_("{name}: {why}"), name=path.name, why=fault) from fault


MAX_TEXT_CHARACTERS = 600
"""A text that is longer does not fit a pane in a meeting."""

OWN_SOURCE = "editorial"
"""Id of the document that stands for our own advice."""

Name = Annotated[str, Field(min_length=1, max_length=200)]
Names = tuple[Name, ...]
OwnWords = Annotated[str, Field(min_length=1, max_length=MAX_TEXT_CHARACTERS, pattern=r"\S")]
Modality = Literal["text", "image", "audio", "video", "embedding"]


class OwnText(FilePart):
    """A text of ours in both languages."""

    en: OwnWords
    de: OwnWords

    def local(self) -> LocalText:
        """Return the text as the catalogue holds it."""
        return LocalText(en=self.en, de=self.de)


class OwnNote(FilePart):
    """A remark, and the document that supports it."""

    text: OwnText
    source: Name

    def note(self) -> Note:
        """Return the remark as the catalogue holds it."""
        return Note(text=self.text.local(), source=self.source)


class ProviderText(FilePart):
    """A maker of models, and how headings of the sources spell it."""

    id: Name
    name: Name
    names: Names = ()
    summary: OwnText


class FamilyText(FilePart):
    """Models that belong together, and the rule that says which."""

    id: Name
    name: Name
    provider: Name
    models: Names = ()
    prefixes: Names = ()
    summary: OwnText


class StatedModalities(FilePart):
    """What goes in and comes out, as the named source states it."""

    input: tuple[Modality, ...]
    output: tuple[Modality, ...]
    source: Name

    def modalities(self) -> Modalities:
        """Return them as the catalogue holds them."""
        return Modalities(input=self.input, output=self.output, source=self.source)


class ModelText(FilePart):
    """What we say of one model."""

    id: Name
    summary: OwnText
    use_cases: Names
    modalities: StatedModalities | None = None
    """None: no source states them."""
    note: tuple[OwnNote, ...] = ()


class RecommendationText(FilePart):
    """Which models a source recommends, restated in our words."""

    models: Annotated[Names, Field(min_length=1)]
    why: OwnText
    start_with: Literal["payg", "provisioned"] | None = None
    switch: OwnText | None = None
    source: Name


class UseCaseText(FilePart):
    """What somebody wants to do."""

    id: Name
    name: OwnText
    description: OwnText
    advice: Names = ()
    """Entries of the article that this use case restates."""
    recommendation: tuple[RecommendationText, ...] = ()


class UseCaseRule(FilePart):
    """Use cases of models that have no text of their own."""

    families: Names = ()
    prefixes: Names = ()
    use_cases: Annotated[Names, Field(min_length=1)]


class GeneralNote(OwnNote):
    """A remark that concerns no single model."""

    id: Name
    topic: Name

    def note(self) -> Note:
        """Return the remark as the catalogue holds it."""
        return Note(text=self.text.local(), source=self.source, topic=self.topic)


class FeatureText(OwnText):
    """The name of a service's feature."""

    column: Name
    """As the source's table spells it."""


class ServiceText(FilePart):
    """A service that stands in the table beside the models."""

    id: Name
    name: Name
    provider: Name
    family: Name
    use_cases: Names
    summary: OwnText
    strength: tuple[OwnText, ...] = ()
    feature: tuple[FeatureText, ...] = ()
    note: tuple[OwnNote, ...] = ()


class GeneralFactText(FilePart):
    """An answer to what clients ask of many models alike."""

    id: Name
    topic: Name
    question: OwnText
    answer: OwnText | None = None
    """None: no source on hand."""
    source: Name | None = None
    channels: tuple[Channel, ...] = ()
    providers: Names = ()
    hosts: Names = ()
    stages: tuple[Stage, ...] = ()

    @model_validator(mode="after")
    def _answered_by_a_source(self) -> Self:
        if (self.answer is None) != (self.source is None):
            raise Misfit("", N_("an answer needs a source, and a source an answer"))
        return self

    def fact(self) -> GeneralFact:
        """Return it as the catalogue holds it."""
        return GeneralFact(
            id=self.id,
            topic=self.topic,
            question=self.question.local(),
            answer=None if self.answer is None else self.answer.local(),
            source=self.source,
            channels=self.channels,
            providers=self.providers,
            hosts=self.hosts,
            stages=self.stages,
        )


class ModelGroup(FilePart):
    """Several models the article names as one."""

    name: Name
    models: Annotated[Names, Field(min_length=1)]
    reason: Annotated[str, Field(min_length=10)]


class SuccessorText(FilePart):
    """What to take in the place of a model where no schedule says it."""

    model: Name
    to: Name | None = None
    """None: there is none, for this reason."""
    reason: OwnText

    def successor(self) -> NamedSuccessor:
        """Return it as the catalogue holds it."""
        return NamedSuccessor(
            model=self.model, successor=self.to, reason=self.reason.local(), source=OWN_SOURCE
        )


class ProvidersFile(FilePart):
    """`providers.toml`."""

    provider: tuple[ProviderText, ...]


class FamiliesFile(FilePart):
    """`families.toml`."""

    host_prefixes: Names = ()
    """Letters in front of a name that say who hosts a model."""
    family: tuple[FamilyText, ...]


class ModelsFile(FilePart):
    """`models.toml`."""

    model: tuple[ModelText, ...]


class UseCasesFile(FilePart):
    """`use_cases.toml`."""

    use_case: tuple[UseCaseText, ...]
    rule: tuple[UseCaseRule, ...] = ()


class NotesFile(FilePart):
    """`notes.toml`."""

    note: tuple[GeneralNote, ...]
    service: tuple[ServiceText, ...] = ()


class GeneralFactsFile(FilePart):
    """`general_facts.toml`."""

    general_fact: tuple[GeneralFactText, ...] = ()


class AdviceModelsFile(FilePart):
    """`advice_models.toml`."""

    group: tuple[ModelGroup, ...] = ()
    successor: tuple[SuccessorText, ...] = ()
