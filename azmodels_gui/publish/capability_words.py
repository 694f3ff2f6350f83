# SPDX-License-Identifier: MIT
"""What the wording of the model tables says a model can do; reviewed as a table of words."""

from functools import cache, cached_property
from pathlib import Path

from pydantic import Field

from azmodels_gui.catalog.outside import FilePart
from azmodels_gui.publish.cells import without_footnotes
from azmodels_gui.publish.editorial_files import editorial_file, read_editorial

UNKNOWN_WORDING = "no word of capability_words.toml fits"


class Meaning(FilePart):
    """What a wording stands for; with a `reason`, nothing."""

    capabilities: tuple[str, ...] = ()
    input: tuple[str, ...] = ()
    output: tuple[str, ...] = ()
    reason: str = ""

    @property
    def says_something(self) -> bool:
        """Tell whether it names a capability or a kind of input or output."""
        return bool(self.capabilities or self.input or self.output)

    def __add__(self, other: "Meaning") -> "Meaning":
        """Return both together, each id once, in their order."""
        return Meaning(
            capabilities=_once(self.capabilities + other.capabilities),
            input=_once(self.input + other.input),
            output=_once(self.output + other.output),
            reason=self.reason or other.reason,
        )


class Word(Meaning):
    """A wording of a bullet: the whole of it, or a phrase in it."""

    whole: str = Field("", alias="is")
    has: str = ""


class Section(Meaning):
    """What all models of the tables under a heading can do."""

    heading: str


class NamePart(Meaning):
    """What a part of a model's name says."""

    part: str


class ServiceKey(Meaning):
    """A key of the service's own model list whose value is "true"."""

    key: str


class CapabilityWords(FilePart):
    """The table of words."""

    word: tuple[Word, ...] = ()
    section: tuple[Section, ...] = ()
    name: tuple[NamePart, ...] = ()
    service_key: tuple[ServiceKey, ...] = ()

    def of_bullet(self, bullet: str) -> Meaning:
        """Return what a bullet or a line of a type cell stands for."""
        text = without_footnotes(bullet).rstrip(". ").casefold()
        exact = self._whole.get(text)
        if exact is not None:
            return exact
        found = [word for word in self.word if word.has and word.has in text]
        return sum(found, Meaning()) if found else Meaning(reason=UNKNOWN_WORDING)

    def of_headings(self, headings: tuple[str, ...]) -> Meaning:
        """Return what a table's headings say of all its models."""
        return sum((item for item in self.section if item.heading in headings), Meaning())

    def of_name(self, name: str) -> Meaning:
        """Return what a model's name itself says."""
        return sum((item for item in self.name if item.part in name.casefold()), Meaning())

    def of_service_key(self, key: str) -> Meaning:
        """Return what a true key of the service's model list stands for."""
        found = [item for item in self.service_key if item.key == key]
        return found[0] if found else Meaning(reason=UNKNOWN_WORDING)

    @cached_property
    def _whole(self) -> dict[str, Word]:
        return {word.whole: word for word in self.word if word.whole}


def load_capability_words(path: Path) -> CapabilityWords:
    """Return the table of words of a file.

    Raises:
        EditorialFault: a key is misspelled or missing.
    """
    return read_editorial(path, CapabilityWords)


@cache
def reviewed_words() -> CapabilityWords:
    """Return the project's own table of words."""
    return load_capability_words(editorial_file("capability_words.toml"))


def _once(ids: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(ids))
