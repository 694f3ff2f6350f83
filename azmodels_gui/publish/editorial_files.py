# SPDX-License-Identifier: MIT
"""The form of our own texts in `resources/editorial`: one class for each part of a file."""

from pathlib import Path
from typing import Annotated, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, model_validator

from azmodels_gui.catalog.document import GeneralFact, Modalities, NamedSuccessor, Note
from azmodels_gui.catalog.part import LocalText
from azmodels_gui.catalog.terms import Channel, Stage

PACKAGE = Path(__file__).parents[1]


def editorial_file(name: str) -> Path:
    """Return the path of an editorial table, installed or in a checkout."""
    installed = PACKAGE / "data" / "resources" / "editorial" / name
    return installed if installed.exists() else PACKAGE.parent / "resources" / "editorial" / name


MAX_TEXT_CHARACTERS = 600
"""A text that is longer does not fit a pane in a meeting."""

OWN_SOURCE = "editorial"
"""Id of the document that stands for our own advice."""

Name = Annotated[str, Field(min_length=1, max_length=200)]
Names = tuple[Name, ...]
OwnWords = Annotated[str, Field(min_length=1, max_length=MAX_TEXT_CHARACTERS, pattern=r"\S")]
Modality = Literal["text", "image", "audio", "video", "embedding"]


class EditorialPart(BaseModel):
    """Part of an editorial file; a misspelled key is an error."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class OwnText(EditorialPart):
    """A text of ours in both languages."""

    en: OwnWords
    de: OwnWords

    def local(self) -> LocalText:
        """Return the text as the catalogue holds it."""
        return LocalText(en=self.en, de=self.de)


class OwnNote(EditorialPart):
    """A remark, and the document that supports it."""

    text: OwnText
    source: Name

    def note(self) -> Note:
        """Return the remark as the catalogue holds it."""
        return Note(text=self.text.local(), source=self.source)


class ProviderText(EditorialPart):
    """A maker of models, and how headings of the sources spell it."""

    id: Name
    name: Name
    names: Names = ()
    summary: OwnText


class FamilyText(EditorialPart):
    """Models that belong together, and the rule that says which."""

    id: Name
    name: Name
    provider: Name
    models: Names = ()
    prefixes: Names = ()
    summary: OwnText


class StatedModalities(EditorialPart):
    """What goes in and comes out, as the named source states it."""

    input: tuple[Modality, ...]
    output: tuple[Modality, ...]
    source: Name

    def modalities(self) -> Modalities:
        """Return them as the catalogue holds them."""
        return Modalities(input=self.input, output=self.output, source=self.source)


class ModelText(EditorialPart):
    """What we say of one model."""

    id: Name
    summary: OwnText
    use_cases: Names
    modalities: StatedModalities | None = None
    """None: no source states them."""
    note: tuple[OwnNote, ...] = ()


class RecommendationText(EditorialPart):
    """Which models a source recommends, restated in our words."""

    models: Annotated[Names, Field(min_length=1)]
    why: OwnText
    start_with: Literal["payg", "provisioned"] | None = None
    switch: OwnText | None = None
    source: Name


class UseCaseText(EditorialPart):
    """What somebody wants to do."""

    id: Name
    name: OwnText
    description: OwnText
    advice: Names = ()
    """Entries of the article that this use case restates."""
    recommendation: tuple[RecommendationText, ...] = ()


class UseCaseRule(EditorialPart):
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


class ServiceText(EditorialPart):
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


class GeneralFactText(EditorialPart):
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
            raise ValueError(f"{self.id}: an answer needs a source, and a source an answer")
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


class ModelGroup(EditorialPart):
    """Several models the article names as one."""

    name: Name
    models: Annotated[Names, Field(min_length=1)]
    reason: Annotated[str, Field(min_length=10)]


class SuccessorText(EditorialPart):
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


class ProvidersFile(EditorialPart):
    """`providers.toml`."""

    provider: tuple[ProviderText, ...]


class FamiliesFile(EditorialPart):
    """`families.toml`."""

    host_prefixes: Names = ()
    """Letters in front of a name that say who hosts a model."""
    family: tuple[FamilyText, ...]


class ModelsFile(EditorialPart):
    """`models.toml`."""

    model: tuple[ModelText, ...]


class UseCasesFile(EditorialPart):
    """`use_cases.toml`."""

    use_case: tuple[UseCaseText, ...]
    rule: tuple[UseCaseRule, ...] = ()


class NotesFile(EditorialPart):
    """`notes.toml`."""

    note: tuple[GeneralNote, ...]
    service: tuple[ServiceText, ...] = ()


class GeneralFactsFile(EditorialPart):
    """`general_facts.toml`."""

    general_fact: tuple[GeneralFactText, ...] = ()


class AdviceModelsFile(EditorialPart):
    """`advice_models.toml`."""

    group: tuple[ModelGroup, ...] = ()
    successor: tuple[SuccessorText, ...] = ()
