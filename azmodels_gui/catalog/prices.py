# SPDX-License-Identifier: MIT
"""Prices, PTU parameters and quotas: figures with a scope, a source and a date."""

from datetime import date
from typing import Annotated

from msgspec import Meta
from msgspec.structs import force_setattr

from azmodels_gui.catalog.part import (
    AMOUNT,
    END,
    WEIGHT,
    Amount,
    CatalogPart,
    Count,
    Id,
    Line,
    LocalText,
    Weight,
)
from azmodels_gui.catalog.terms import ContextBand, PriceTier, Scope, Term, TokenCategory, Unit

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
