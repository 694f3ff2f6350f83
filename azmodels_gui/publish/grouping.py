# SPDX-License-Identifier: MIT
"""Facts of all sources, sorted by the model and version they are about."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import TypeVar

from azmodels_gui.publish.facts import Fact
from azmodels_gui.publish.identity import Identity

AFact = TypeVar("AFact", bound=Fact)


@dataclass
class ModelFacts:
    """Everything the sources state about one model."""

    id: str
    facts: list[Fact] = field(default_factory=list)
    """With `name` and `version` resolved."""
    spellings: dict[str, str] = field(default_factory=dict)
    """Other spellings found, each with the first source that uses it."""

    def versions(self) -> list[str]:
        """Return the versions any source names, oldest first; one empty one if none does."""
        named = {fact.version for fact in self.facts if fact.version is not None}
        return sorted(named) or [""]

    def of(self, kind: type[AFact], version: str | None = None) -> list[AFact]:
        """Return the facts of a kind; with a version, those about it or about all versions."""
        return [
            fact
            for fact in self.facts
            if isinstance(fact, kind) and (version is None or fact.version in (None, version))
        ]

    def named_by(self, version: str) -> tuple[str, ...]:
        """Return the sources that name the version, or the model without a version."""
        about = {fact.source for fact in self.facts if fact.version in (version, None)}
        return tuple(sorted(about))

    def surely_named_by(self, version: str) -> tuple[str, ...]:
        """Return the sources that cannot mean another version."""
        if len(self.versions()) == 1:
            return self.named_by(version)
        return tuple(sorted({fact.source for fact in self.facts if fact.version == version}))


def group_facts(facts: Iterable[Fact], identity: Identity) -> list[ModelFacts]:
    """Return the models that the facts are about, sorted by id."""
    models: dict[str, ModelFacts] = {}
    for fact in facts:
        name, version = identity.resolve(fact.name, fact.version, getattr(fact, "channel", None))
        group = models.setdefault(name, ModelFacts(name))
        group.facts.append(replace(fact, name=name, version=version))
        if fact.name != name:
            group.spellings.setdefault(fact.name, fact.source)
    return sorted(models.values(), key=lambda group: (group.id.casefold(), group.id))
