# SPDX-License-Identifier: MIT
"""What parsers hand to the assembly: one small record for each thing a source states.

Names and versions are as the source spells them, white space trimmed and markup removed;
`identity` decides later which model and version is meant.
"""

from dataclasses import dataclass
from datetime import date
from typing import Any

from azmodels_gui.catalog.facts import LocalText, Price, PtuPrice, ScopeSizing, TokenWeight
from azmodels_gui.catalog.terms import Stage

REASONING_EFFORT = "reasoning-effort"
"""Id of the capability whose levels are known."""
SPEECH_SERVICE = "azure-speech"
"""Id of the service whose features a table states."""


@dataclass(frozen=True, kw_only=True)
class Fact:
    """Something one row of one source states about a model (or one version of it)."""

    name: str
    version: str | None = None
    """None: the row names no version."""
    source: str
    """Id of the source."""
    row: str
    """Where in the source, for reports: `Global standard > Americas > row 4`."""

    @property
    def spot(self) -> dict[str, Any]:
        """What it is about and where it stands: the same for all facts of a row on a version."""
        return {name: getattr(self, name) for name in ("name", "version", "source", "row")}


@dataclass(frozen=True, kw_only=True)
class NamedFact(Fact):
    """The model exists, and who makes or sells it."""

    provider: str | None = None
    """As the source's heading spells it."""
    channel: str | None = None
    """`azure_openai`, `azure_direct`, `fireworks`, `marketplace`, `managed_compute`."""
    stage: Stage | None = None
    """Stage mentioned in passing ("Preview", "Retired")."""
    retirement_date: date | None = None


@dataclass(frozen=True, kw_only=True)
class OfferFact(Fact):
    """A matrix row (or column): where one deployment type is offered."""

    deployment_type: str
    available: frozenset[str]
    """Region ids marked as offered."""
    listed: frozenset[str]
    """Region ids that the row speaks of, offered or not."""
    unclear: frozenset[str] = frozenset()
    """Region ids whose cell is neither a check mark nor `-`: unknown there, whatever else holds."""


@dataclass(frozen=True, kw_only=True)
class OfferEndFact(Fact):
    """A deployment type of the version ends on a day of its own."""

    deployment_type: str
    retirement_date: date


@dataclass(frozen=True, kw_only=True)
class HostingFact(Fact):
    """Who runs the version."""

    by: str
    """`azure`, or the id of the provider on whose infrastructure it runs."""


@dataclass(frozen=True, kw_only=True)
class FeatureFact(Fact):
    """A feature of a service, and the regions that have it."""

    feature: str
    """As the source spells it."""
    available: frozenset[str]
    listed: frozenset[str]
    """Regions the source speaks of."""


@dataclass(frozen=True, kw_only=True)
class MatrixFact:
    """A matrix as a whole: which kind of model it covers for a deployment type, and when."""

    deployment_type: str
    channel: str
    """Kind of model it covers: `azure_openai`, `azure_direct` (other providers), `marketplace`."""
    as_of: date
    regions: frozenset[str]
    """All region columns of this deployment type's tables."""
    source: str
    unavailable_zones: frozenset[str] = frozenset()
    """Data zones or areas for which the text says "Not available" instead of a table."""


@dataclass(frozen=True, kw_only=True)
class LimitFact(Fact):
    """Token limits; None where the row states none."""

    context_window: int | None = None
    max_input: int | None = None
    max_output: int | None = None
    long_context_above: int | None = None
    """Prompt tokens above which a request has the long-context price."""
    training_data: str | None = None
    """`2025`, `2025-08` or `2025-08-31`."""


@dataclass(frozen=True, kw_only=True)
class CapabilityFact(Fact):
    """What a version can do, by the ids of the editorial capability list."""

    capabilities: tuple[str, ...] = ()
    lacking: tuple[str, ...] = ()
    """What it cannot do, by the same ids: the source says no."""
    reasoning_efforts: tuple[str, ...] = ()
    """Levels the source names; empty: it names none."""
    input_modalities: tuple[str, ...] = ()
    output_modalities: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class LifecycleFact(Fact):
    """Stage, dates and successors as one row of a schedule states them."""

    provider: str | None = None
    stage: Stage | None = None
    retirement_date: date | None = None
    retirement_not_before: bool = False
    deprecation_date: date | None = None
    replacements: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class FineTuningFact(Fact):
    """When fine-tuned models retire."""

    training_retirement: date | None = None
    training_not_before: bool = False
    deployment_retirement: date | None = None


@dataclass(frozen=True, kw_only=True)
class QuotaFact(Fact):
    """One tier's quota for a deployment type."""

    deployment_type: str | None = None
    """None: the source names none."""
    tier: str
    tpm: int | None = None
    requests: int | None = None
    request_period_s: int = 60
    enqueued_tokens: int | None = None
    note: str = ""


@dataclass(frozen=True, kw_only=True)
class PtuFact(Fact):
    """PTU parameters of one page."""

    provider: str | None = None
    channel: str | None = None
    input_tpm_per_ptu: int
    weights: tuple[TokenWeight, ...]
    sizing: tuple[ScopeSizing, ...]
    latency_target: str = ""
    latency_basis: LocalText | None = None
    long_context: bool | None = None
    data_zones: tuple[str, ...] = ()
    history: bool = False


@dataclass(frozen=True, kw_only=True)
class PriceFact(Fact):
    """One price; `price.versions` is empty here, the assembly fills it from `version`."""

    provider: str | None = None
    price: Price


@dataclass(frozen=True, kw_only=True)
class PtuPriceFact:
    """A price of PTU, for a product as a whole."""

    price: PtuPrice
    row: str


@dataclass(frozen=True, kw_only=True)
class RouteFact(Fact):
    """The router version `name`/`version` may pass requests to `target`."""

    target: str


@dataclass(frozen=True, kw_only=True)
class ConflictFact(Fact):
    """A fault or contradiction that the parser saw inside one source."""

    about: str
    values: tuple[str, ...]
    note_en: str = ""
    note_de: str = ""


@dataclass(frozen=True, kw_only=True)
class NoteFact(Fact):
    """A remark for which the catalogue has no field, in our own words; for `Model.notes`."""

    note_en: str
    note_de: str
    topic: str = ""
    """What it is about, for rows that must not be read without it."""


AnyFact = Fact | MatrixFact | PtuPriceFact
