# SPDX-License-Identifier: MIT
"""The service's own list of models, as `az cognitiveservices model list` prints it.

A publisher reads it for the catalogue, a client's file for what one subscription may deploy.
Whoever reads one imports this module then: it needs pydantic (docs/decisions/0027).
"""

from datetime import date
from typing import Any

from pydantic import ConfigDict, Field, field_validator
from pydantic.alias_generators import to_camel

from azmodels_gui.catalog.outside import AnswerPart
from azmodels_gui.catalog.terms import Stage

STAGES = {
    "Preview": Stage.PREVIEW,
    "GenerallyAvailable": Stage.GENERALLY_AVAILABLE,
    "Deprecating": Stage.DEPRECATED,
    "Deprecated": Stage.RETIRED,
}
"""The service is one word behind the documentation: what it calls `Deprecating`, the retirement
schedule calls deprecated; `Deprecated` stands beside dates that have passed."""
BASE_SCOPES = frozenset({"Base", "All"})
"""Of a deployment type's two kinds the one that is not for fine-tuned models."""


class ListedPart(AnswerPart):
    """Part of an answer of the service; fields it does not name are of no use here."""

    model_config = ConfigDict(alias_generator=to_camel)

    @field_validator(
        *("usage_name", "scope", "rate_limits", "skus", "capabilities", "deprecation"),
        mode="before",
        check_fields=False,
    )
    @classmethod
    def _absent(cls, given: Any, info: Any) -> Any:
        """Take null for what is left out: versions of the command print one or the other."""
        return cls.model_fields[info.field_name].default if given is None else given


class RateLimit(ListedPart):
    """What one unit of capacity may take: `count` of `key` in `renewal_period` seconds."""

    key: str
    count: float
    renewal_period: float = 60


class ListedCapacity(ListedPart):
    """How much of a deployment type can be deployed; PTU where it is provisioned."""

    minimum: int | None = None
    maximum: int | None = None
    step: int | None = None
    default: int | None = None


class ListedSku(ListedPart):
    """A deployment type of a listed model."""

    name: str
    usage_name: str = ""
    """The quota's counter; those of the provisioned kinds are shared by all models."""
    scope: str = "Base"
    lifecycle_status: str | None = None
    deprecation_date: str | None = None
    capacity: ListedCapacity | None = None
    rate_limits: tuple[RateLimit, ...] = ()


class ListedDates(ListedPart):
    """When inference and fine-tuning end."""

    inference: str | None = None
    fine_tune: str | None = None


class ListedReplacement(ListedPart):
    """What deployments are upgraded to."""

    target_model_name: str
    target_model_version: str | None = None


class ListedModel(ListedPart):
    """A model version of the list."""

    publisher: str = Field(alias="format")
    name: str
    version: str
    is_default_version: bool | None = None
    skus: tuple[ListedSku, ...] = ()
    capabilities: dict[str, str] = {}
    deprecation: ListedDates = ListedDates()
    lifecycle_status: str | None = None
    replacement_config: ListedReplacement | None = None


class ListedItem(ListedPart):
    """An entry of the list: a model version where it can be deployed."""

    location: str | None = None
    """None: the command leaves it out, where the address of the service states it."""
    kind: str
    model: ListedModel


class CounterName(ListedPart):
    """What a counter counts."""

    value: str
    localized_value: str = ""


class ListedCounter(ListedPart):
    """An entry of the list of usage."""

    name: CounterName
    current_value: float
    limit: float


def listed_day(moment: str | None) -> date | None:
    """Return the day of a moment as the service writes it.

    Raises:
        ValueError: it is none.
    """
    return date.fromisoformat(moment[:10]) if moment else None
