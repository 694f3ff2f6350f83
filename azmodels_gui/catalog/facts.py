# SPDX-License-Identifier: MIT
"""Facts about one version of a model: lifecycle, limits, capabilities, offers."""

from datetime import date
from typing import Annotated, Literal

from msgspec import Meta

from azmodels_gui.catalog.part import END, CatalogPart, Conflict, Count, Id, Line
from azmodels_gui.catalog.terms import Availability, Stage

YearMonth = Annotated[str, Meta(pattern=rf"^[0-9]{{4}}(-[0-9]{{2}}(-[0-9]{{2}})?)?{END}")]
"""A year, month or day, as exact as the source says it."""


class FineTuningLifecycle(CatalogPart, frozen=True, kw_only=True):
    """Fine-tuned models retire later than their base model, in two steps."""

    training_retirement: date | None = None
    training_not_before: bool = False
    """True when the source says "no earlier than"."""
    deployment_retirement: date | None = None
    source: Id


class Lifecycle(CatalogPart, frozen=True, kw_only=True):
    """Stage and dates as published; what they mean on a given day is `stage_on`."""

    stage: Stage | None = None
    """None: no source states a stage."""
    retirement_date: date | None = None
    """Day the service may switch the version off; None: not announced, or unknown."""
    retirement_not_before: bool = False
    deprecation_date: date | None = None
    replacements: tuple[Line, ...] = ()
    """Successors as published, in the source's spelling of model and version."""
    fine_tuning: FineTuningLifecycle | None = None
    source: Id | None = None
    """Source of the dates, or of the stage where no source states a date.
    None: no source speaks of this version's lifecycle."""
    stage_source: Id | None = None
    """Source of the stage where that is another one than `source`."""
    replacements_source: Id | None = None
    """Source of the replacements where that is another one than `source`."""
    unlisted_in: Id | None = None
    """Newest list of models like this one that no longer names it, where nothing else tells
    its end; None: it is named, or no list could tell."""


class TokenLimit(CatalogPart, frozen=True, kw_only=True):
    """A number of tokens."""

    tokens: Count
    source: Id


class TrainingData(CatalogPart, frozen=True, kw_only=True):
    """Up to when training data reaches."""

    until: YearMonth
    source: Id


class Limits(CatalogPart, frozen=True, kw_only=True):
    """Token limits of one request; None where no source states one."""

    context_window: TokenLimit | None = None
    max_input: TokenLimit | None = None
    max_output: TokenLimit | None = None
    long_context_above: TokenLimit | None = None
    """Prompt tokens above which all of a request has the long-context price."""
    training_data: TrainingData | None = None


class Capability(CatalogPart, frozen=True, kw_only=True):
    """Whether the version can do something, by the id of `Catalog.capabilities`.

    One that is not listed is unknown.
    """

    id: Id
    supported: bool = True
    """False: the source says that it cannot."""
    levels: tuple[Line, ...] = ()
    """Values the source names for it, such as reasoning efforts; empty: it names none."""
    source: Id


AZURE = "azure"
"""Who runs a version: Microsoft's own cloud."""


class Hosting(CatalogPart, frozen=True, kw_only=True):
    """Who runs the version and processes what is sent to it."""

    by: Id
    """`azure`, or the id of the provider on whose own infrastructure it runs."""
    source: Id


class Offer(CatalogPart, frozen=True, kw_only=True):
    """A deployment type of one version, and what the sources say of it region by region."""

    deployment_type: Id
    available: tuple[Id, ...] = ()
    """Regions where a source marks it as offered."""
    covered: Literal["all"] | tuple[Id, ...] = ()
    """Regions the sources speak of: there, what is not available is not offered.
    Outside of them it is unknown."""
    disputed: tuple[Id, ...] = ()
    """Regions where sources of equal standing disagree, so that neither yes nor no can be told;
    the claims are among the version's conflicts. An older source that says otherwise disputes
    nothing: it is kept as a conflict, and the newer one counts."""
    as_of: YearMonth | None = None
    """How old the statement is, be it a yes or a no; None: the source bears no date."""
    retirement_date: date | None = None
    """Day this deployment type ends where that is another day than the version's."""
    retirement_source: Id | None = None
    sources: tuple[Id, ...] = ()

    def ended_on(self, day: date) -> bool:
        """Tell whether this deployment type has ended before a day."""
        return self.retirement_date is not None and self.retirement_date < day

    def in_region(self, region: str) -> Availability:
        """Return what is known of one region."""
        if region in self.disputed:
            return Availability.CONFLICT
        if region in self.available:
            return Availability.OFFERED
        if self.covered == "all" or region in self.covered:
            return Availability.NOT_OFFERED
        return Availability.UNKNOWN


class ModelVersion(CatalogPart, frozen=True, kw_only=True):
    """One version of a model: a row of the table, apart from what all versions share."""

    version: Annotated[str, Meta(max_length=100)]
    """As the service spells it (`2025-08-07`, `001`, `1`); empty when no source names one."""
    lifecycle: Lifecycle = Lifecycle()
    limits: Limits = Limits()
    hosted_by: Hosting | None = None
    """None: no source says who runs it."""
    capabilities: tuple[Capability, ...] = ()
    offers: tuple[Offer, ...] = ()
    """At most one for each deployment type; a type without one is unknown everywhere."""
    conflicts: tuple[Conflict, ...] = ()
    named_by: tuple[Id, ...] = ()
    """Sources that name this version."""
