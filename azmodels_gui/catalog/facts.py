# SPDX-License-Identifier: MIT
"""What the catalogue file states: facts about a version of a model, prices, PTU parameters, quotas.

Every figure has a scope, a source and a date; every part is read-only, bounded, in two languages.
"""

from datetime import date
from decimal import Decimal
from typing import Annotated, Any, Self

from msgspec import Meta, Struct
from msgspec.structs import force_setattr, replace

from azmodels_gui.catalog.faults import Misfit, unexpected
from azmodels_gui.catalog.terms import (
    Availability,
    ContextBand,
    Coverage,
    PriceTier,
    Scope,
    Stage,
    Term,
    TokenCategory,
    Unit,
)
from azmodels_gui.language.words import N_, Phrase

_WITHIN_ALL_BOUNDS = 6
"""Digits, with or without a point, that no bounds here can refuse."""


class ExactBounds(Struct, frozen=True):
    """What an exact figure may be; none is negative."""

    maximum: int
    digits: int
    decimal_places: int

    @property
    def json_schema(self) -> dict[str, Any]:
        """Return how the figure is spelled in the file, in the words of JSON Schema."""
        pattern = r"^[0-9]+(\.[0-9]+)?([eE][+-]?[0-9]{1,3})?$"
        return {"pattern": pattern, "minimum": 0, "maximum": self.maximum}

    def check(self, name: str, value: Decimal) -> None:
        """Refuse a figure out of bounds.

        Args:
            name: the field, for the error.
            value: the figure.

        Raises:
            Misfit: it is no number, negative, too large or too long.
        """
        # Nearly all are short and plain, and a catalogue has thousands of them.
        text = str(value)
        if len(text) <= _WITHIN_ALL_BOUNDS and text.replace(".", "", 1).isdigit():
            return
        if not value.is_finite() or value < 0 or value > self.maximum:
            bounds = Phrase(N_("a number from 0 to {maximum}"), maximum=self.maximum)
            raise Misfit(name, unexpected(bounds, value))
        _, digits, exponent = value.as_tuple()
        assert isinstance(exponent, int)  # it is finite
        if -exponent > self.decimal_places or len(digits) + max(exponent, 0) > self.digits:
            words = N_("at most {digits} digits, {places} of them behind the point")
            most = Phrase(words, digits=self.digits, places=self.decimal_places)
            raise Misfit(name, unexpected(most, value))


AMOUNT = ExactBounds(maximum=10**9, digits=24, decimal_places=15)
"""Money."""
WEIGHT = ExactBounds(maximum=10**6, digits=16, decimal_places=9)
"""How many input tokens a token counts as."""


END = r"$(?!\n)"
"""End of a text in a pattern: `$` alone lets a line break behind it pass."""

Id = Annotated[str, Meta(min_length=1, max_length=200)]
"""A name other parts refer to."""

Line = Annotated[str, Meta(max_length=500)]
"""Text shown on one line."""

Prose = Annotated[str, Meta(max_length=10_000)]
"""Text shown as paragraphs; always plain text, never markup."""

Count = Annotated[int, Meta(ge=0, le=10**12)]
"""Tokens, requests or PTU."""

Amount = Annotated[Decimal, Meta(extra_json_schema=AMOUNT.json_schema)]
"""Money; exact, a string in the file. Its class checks `exact_bounds.AMOUNT`."""

Weight = Annotated[Decimal, Meta(extra_json_schema=WEIGHT.json_schema)]
"""A factor; exact, a string in the file. Its class checks `exact_bounds.WEIGHT`."""


class CatalogPart(Struct, frozen=True, kw_only=True, gc=False):
    """Read-only, and deaf to unknown keys: the hosted file may be newer than the program.

    `azmodels catalog check` and `build` refuse unknown keys (`faults.unknown_facts`).
    What is read is checked against the annotations; what is made here is checked by mypy, and
    money and weights always. A fault found by a class of its own begins with the field's name.

    Parts never refer to one another in a circle, so the garbage collector need not look at them.
    """

    def but(self, **changed: Any) -> Self:
        """Return a copy with some fields changed."""
        return replace(self, **changed)


class LocalText(CatalogPart, frozen=True, kw_only=True):
    """One text in the languages of the program."""

    en: Prose
    de: Prose

    def in_language(self, language: str) -> str:
        """Return the German text for "de", the English one for anything else."""
        return self.de if language == "de" else self.en


class Claim(CatalogPart, frozen=True, kw_only=True):
    """What one source says of something."""

    value: Line
    """A figure, or words in English."""
    de: Line = ""
    """The words in German; empty where `value` serves both languages."""
    source: Id

    def in_language(self, language: str) -> str:
        """Return the claim in German for "de", else as it is."""
        return self.de or self.value if language == "de" else self.value


class Conflict(CatalogPart, frozen=True, kw_only=True):
    """A fact on which sources disagree, or which contradicts itself."""

    about: Id
    """Which fact: `retirement_date`, `data_zone`, `availability:DataZoneStandard` ..."""
    claims: tuple[Claim, ...]
    """What each source says; the one the catalogue goes by first."""
    note: LocalText | None = None
    regions: tuple[Id, ...] = ()
    """Regions the disagreement is about; empty when it is not about regions."""


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
    covered: Coverage | tuple[Id, ...] = ()
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

    @property
    def covers_all(self) -> bool:
        """Tell whether the sources speak of every region."""
        return self.covered == Coverage.ALL

    @property
    def covered_regions(self) -> tuple[str, ...]:
        """Regions that are named as covered; none where a word stands for them, known or not."""
        return () if isinstance(self.covered, str) else self.covered

    def in_region(self, region: str) -> Availability:
        """Return what is known of one region."""
        if region in self.disputed:
            return Availability.CONFLICT
        if region in self.available:
            return Availability.OFFERED
        if self.covers_all or region in self.covered_regions:
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


Versions = tuple[Annotated[str, Meta(max_length=100)], ...]
"""Versions a figure is for; empty: the source names none, so it is for all of the model."""

Currency = Annotated[str, Meta(pattern=rf"^[A-Z]{{3}}{END}")]

_MOST_REGIONS = 10_000
_regions: dict[tuple[str, ...], tuple[str, ...]] = {}
"""Lists of regions that prices name, each once: 5,600 prices share 170 of them, which is 2 MiB."""


class Price(CatalogPart, frozen=True, kw_only=True):
    """One price of one thing, in force for a time, at some places."""

    versions: Versions = ()
    category: TokenCategory
    context_band: ContextBand | None = None
    """None: the price does not depend on the request's length."""
    tier: PriceTier = PriceTier.STANDARD
    fine_tuned: bool = False
    """True: for a fine-tuned model (its inference, training, hosting or grading)."""
    scope: Scope | None = None
    """None: the source does not say for which deployment scope."""
    regions: tuple[Id, ...] = ()
    """Regions the source states the price for; empty: it names none."""
    data_zone: Id | None = None
    """Data zone, where the source names one instead of regions."""
    amount: Amount
    currency: Currency = "USD"
    unit: Unit
    effective_from: date | None = None
    """First day; None: the source does not say."""
    effective_until: date | None = None
    """Last day; None: open."""
    at_least_until: date | None = None
    """Last day for which a promotion is promised; None: no such promise."""
    variant: Line = ""
    """What sets otherwise equal prices apart (resolution, quality), as the source spells it."""
    meter: Line = ""
    """The source's name of the price, to find it again."""
    secondary: bool = False
    """True: from a list that copies prices; shown only where no primary one counts."""
    source: Id
    also: tuple[Id, ...] = ()
    """Further sources that state the same, for all of these regions."""

    def __post_init__(self) -> None:
        AMOUNT.check("amount", self.amount)
        if self.regions and len(_regions) < _MOST_REGIONS:
            kept = _regions.setdefault(self.regions, self.regions)
            if kept is not self.regions:
                force_setattr(self, "regions", kept)

    def in_force_on(self, day: date) -> bool:
        """Tell whether the price holds on a day; the last day is included."""
        started = self.effective_from is None or self.effective_from <= day
        return started and (self.effective_until is None or day <= self.effective_until)

    def names(self, region: str, data_zone: str | None) -> bool:
        """Tell whether the source states it for a region: by name, or by its data zone."""
        if self.regions:
            return region in self.regions
        return self.data_zone is not None and self.data_zone == data_zone


class PtuPrice(CatalogPart, frozen=True, kw_only=True):
    """Price of one provisioned throughput unit, the same for all models of a product."""

    product: Line
    """The meter's product, such as `Azure OpenAI`; reservations are shared by products."""
    scope: Scope
    regions: tuple[Id, ...] = ()
    """Regions the source states the price for; empty: it names none."""
    term: Term
    amount: Amount
    """For one PTU and the whole term (an hour, a month, a year)."""
    currency: Currency = "USD"
    effective_from: date | None = None
    effective_until: date | None = None
    superseded: bool = False
    """True: newer or better sources contradict it; kept as history."""
    note: Line = ""
    """A remark in English."""
    note_de: Line = ""
    """The remark in German; empty where there is none."""
    source: Id
    also: tuple[Id, ...] = ()
    """Further sources that state the same, for all of these regions."""

    def __post_init__(self) -> None:
        AMOUNT.check("amount", self.amount)

    def in_force_on(self, day: date) -> bool:
        """Tell whether the price holds on a day; the last day is included."""
        started = self.effective_from is None or self.effective_from <= day
        return started and (self.effective_until is None or day <= self.effective_until)

    def noted(self, language: str) -> str:
        """Return the remark; English where the file has none in the language."""
        return self.note_de if language == "de" and self.note_de else self.note


class TokenWeight(CatalogPart, frozen=True, kw_only=True):
    """How many input tokens one token of a category counts as on PTU."""

    category: TokenCategory
    context_band: ContextBand | None = None
    weight: Weight

    def __post_init__(self) -> None:
        WEIGHT.check("weight", self.weight)


class ScopeSizing(CatalogPart, frozen=True, kw_only=True):
    """Sizes a provisioned deployment can have."""

    scope: Scope
    minimum_ptu: Count
    scale_increment: Count
    """Deployments grow in steps of this many PTU."""


class PtuParameters(CatalogPart, frozen=True, kw_only=True):
    """What one PTU carries, as one page stated it on its day."""

    versions: Versions = ()
    input_tpm_per_ptu: Count
    """Input tokens per minute (short context) that one PTU serves."""
    weights: tuple[TokenWeight, ...]
    """Input counts 1. A category that is not listed has no published weight: unknown."""
    sizing: tuple[ScopeSizing, ...]
    """A scope that is not listed is not offered as provisioned."""
    latency_target: Line = ""
    """As published, such as `99% > 50 TPS`."""
    latency_basis: LocalText | None = None
    """How the target is measured, or that there is none; None: the source does not say."""
    long_context: bool | None = None
    """False: requests above 128K prompt tokens are not served; None: nothing stated."""
    data_zones: tuple[Id, ...] = ()
    """Data zones where it is offered, if the source limits them; empty: nothing stated."""
    history: bool = False
    """True: an older page; a newer one replaces it."""
    source: Id


class Quota(CatalogPart, frozen=True, kw_only=True):
    """Default quota of a subscription tier for a deployment type."""

    versions: Versions = ()
    deployment_type: Id | None = None
    """None: the source names none."""
    tier: Line
    """`0` to `6`, the batch quota's subscription kind as the source names it, or `default`
    where the source tells no tiers apart."""
    tpm: Count | None = None
    """Tokens per minute; None: the source states none."""
    requests: Count | None = None
    """Requests in `request_period_s`; None: the source states none."""
    request_period_s: Annotated[int, Meta(ge=1, le=86_400)] = 60
    enqueued_tokens: Count | None = None
    """Batch only: tokens that may wait in the queue."""
    note: Line = ""
    source: Id
