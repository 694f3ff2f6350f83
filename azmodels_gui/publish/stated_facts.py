# SPDX-License-Identifier: MIT
"""Single facts of pages that no table of the sources holds: `stated_facts.toml`."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Annotated

from pydantic import Field

from azmodels_gui.catalog.facts import Hosting, Price
from azmodels_gui.catalog.outside import FilePart
from azmodels_gui.publish.editorial_files import read_editorial
from azmodels_gui.publish.facts import (
    REASONING_EFFORT,
    CapabilityFact,
    Fact,
    LifecycleFact,
    OfferEndFact,
)

ROW = "stated_facts.toml"
Day = Annotated[date, Field(strict=True)]
"""As TOML writes it; no text, no number of seconds."""


class Retirement(FilePart):
    """A version's retirement date."""

    model: str
    version: str | None = None
    retirement_date: Day
    source: str


class ReasoningEffort(FilePart):
    """How the reasoning effort of some models can be set."""

    models: tuple[str, ...]
    levels: tuple[str, ...]
    source: str


class OfferEnd(FilePart):
    """The end of one deployment type of some versions."""

    model: str
    versions: tuple[str, ...]
    deployment_type: str
    retirement_date: Day
    source: str


class ChannelHosting(FilePart):
    """Who runs the models of some sales channels."""

    channels: tuple[str, ...]
    by: str
    source: str


class Promotion(FilePart):
    """Prices of a model that were lowered for a time."""

    model: str
    starts: Day = Field(alias="from")
    at_least_until: Day
    source: str


class StatedFacts(FilePart):
    """All of the file."""

    retirement: tuple[Retirement, ...] = ()
    hosting: tuple[ChannelHosting, ...] = ()
    offer_end: tuple[OfferEnd, ...] = ()
    promotion: tuple[Promotion, ...] = ()
    reasoning_effort: tuple[ReasoningEffort, ...] = ()

    def facts(self) -> Iterator[Fact]:
        """Yield what is said of versions."""
        for said in self.retirement:
            yield LifecycleFact(
                name=said.model,
                version=said.version,
                source=said.source,
                row=ROW,
                retirement_date=said.retirement_date,
            )
        for end in self.offer_end:
            for version in end.versions:
                yield OfferEndFact(
                    name=end.model,
                    version=version,
                    source=end.source,
                    row=ROW,
                    deployment_type=end.deployment_type,
                    retirement_date=end.retirement_date,
                )
        for effort in self.reasoning_effort:
            for model in effort.models:
                yield CapabilityFact(
                    name=model,
                    source=effort.source,
                    row=ROW,
                    capabilities=("reasoning", REASONING_EFFORT),
                    reasoning_efforts=effort.levels,
                )

    def host_of(self, channel: str | None) -> Hosting | None:
        """Return who runs the models of a sales channel; None: no page says so."""
        for said in self.hosting:
            if channel in said.channels:
                return Hosting(by=said.by, source=said.source)
        return None

    def promised(self, model: str, price: Price) -> Price:
        """Return the price with the day until which it is promised, if it is."""
        for promotion in self.promotion:
            if (promotion.model, promotion.starts) == (model, price.effective_from):
                return price.but(at_least_until=promotion.at_least_until)
        return price


def load_stated_facts(path: Path) -> StatedFacts:
    """Return the facts of the file.

    Raises:
        EditorialFault: a key is misspelled or missing.
    """
    return read_editorial(path, StatedFacts)
