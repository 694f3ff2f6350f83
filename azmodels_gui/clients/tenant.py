# SPDX-License-Identifier: MIT
"""What a client's subscriptions list, allow and run, as far as answers of `az` told it.

It stands beside the catalogue and never in it: that a subscription lists a model says neither that
others may deploy it nor that there is capacity. Every statement bears the day of its answer.
"""

import hashlib
import re
import secrets
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import TypeVar

from pydantic import ConfigDict, Field

from azmodels_gui.catalog.outside import FilePart

SHORT_DIGITS = 8


class Statement(FilePart):
    """One line of an answer: from which subscription and region, and of which day."""

    model_config = ConfigDict(extra="allow")

    region: str | None = None
    """Id of the region; None: the answer did not tell it."""
    subscription: str = ""
    """What the subscription is called (`Tenant.called`); empty: nothing tells it."""
    day: date


class ListedOffer(Statement):
    """A deployment type in which a model version is listed."""

    model: str
    version: str
    deployment_type: str
    counter: str = ""
    """Name of the quota's counter; empty: the list does not name it."""
    ends: date | None = None
    stage: str | None = None
    """As the service writes it."""
    default_version: bool = False
    minimum: int | None = None
    maximum: int | None = None
    step: int | None = None
    """Units of capacity that can be deployed; PTU where it is provisioned."""
    tpm_per_unit: int | None = None
    """Tokens per minute of one unit of capacity; None: not told, or it is provisioned."""
    rpm_per_unit: float | None = None


class Counter(Statement):
    """A quota's counter: units used and allowed."""

    name: str
    """`OpenAI.GlobalStandard.gpt4.1-mini`; not spelt as the model is."""
    told: str = ""
    """What it counts, in the service's words; only they tell the unit."""
    used: float
    limit: float

    @property
    def left(self) -> float:
        """Units that can still be deployed; never below zero."""
        return max(self.limit - self.used, 0)


class Deployed(Statement):
    """A deployment of the client's own."""

    name: str
    account: str = ""
    """Name of the resource it belongs to."""
    model: str
    version: str | None = None
    """None: whatever the default is."""
    deployment_type: str
    capacity: int | None = None
    """Units: PTU where it is provisioned, else what the list of models says of a unit."""
    tpm: int | None = None
    """Tokens per minute it may take, as the answer states them."""
    upgrade: str | None = None
    """What happens when a new default version comes, as the service writes it."""
    spills_to: str | None = None
    """Name of the deployment that takes what this one cannot."""
    state: str | None = None


class Account(Statement):
    """A resource that deployments belong to; it alone tells their region."""

    name: str
    kind: str = ""


class Measured(Statement):
    """The load of one of the client's deployments, as Azure Monitor measured it."""

    account: str = ""
    deployment: str = ""
    """Its name; empty: all of the resource together, the answer does not split them."""
    load: str
    """The packed profile (`calculator.kept_load`) in base64."""
    key: str = ""
    """The hash that names its bytes; empty: an older program wrote none."""


Said = TypeVar("Said", bound=Statement)
_ID = re.compile(r"\{?[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\}?", re.IGNORECASE)
LONGEST_NAME = 60
"""Characters of the name that somebody gives a subscription."""


class Tenant(FilePart):
    """All that was told of a client's subscriptions; what a later minor version adds is kept."""

    model_config = ConfigDict(extra="allow")

    salt: str = Field(default_factory=lambda: secrets.token_hex(16))
    """Makes the short names of subscriptions; another one in each file."""
    listed: tuple[ListedOffer, ...] = ()
    counters: tuple[Counter, ...] = ()
    deployed: tuple[Deployed, ...] = ()
    accounts: tuple[Account, ...] = ()
    measured: tuple[Measured, ...] = ()
    names: Mapping[str, str] = {}
    """What the user calls subscriptions, by their short names."""

    @property
    def told_anything(self) -> bool:
        """At least one answer was read."""
        return any(self.by_kind.values())

    @property
    def by_kind(self) -> Mapping[str, Sequence[Statement]]:
        """The statements by the field they stand in."""
        return {kind: getattr(self, kind) for kind in KINDS}

    @property
    def subscriptions(self) -> frozenset[str]:
        """What the subscriptions are called that some statement names."""
        told = (each.subscription for kind in self.by_kind.values() for each in kind)
        return frozenset(filter(None, told))

    def called(self, subscription: str) -> str:
        """Return what a subscription's id is called: as the user does, else its short name."""
        short = self.short_name(subscription)
        return self.names.get(short, short)

    def name_of(self, given: str) -> str:
        """Return what a subscription is called by what somebody typed; an id is shortened."""
        told = given.strip()
        return self.short_name(told.strip("{}")) if _ID.fullmatch(told) else told[:LONGEST_NAME]

    def short_name(self, subscription: str) -> str:
        """Return the name that stands for a subscription's id; the id itself is never kept."""
        salted = (self.salt + subscription.casefold()).encode()
        return hashlib.sha256(salted).hexdigest()[:SHORT_DIGITS] if subscription else ""

    def with_answers(self, *answers: "Tenant") -> "Tenant":
        """Return it with answers, read one after the other.

        An answer is whole for its place: what it no longer names is gone. An older one changes
        nothing; of two of one day the later read counts.
        """
        names = dict(self.names)
        for said in answers:
            names |= said.names
        told = {
            kind: _renewed(
                _renamed(getattr(self, kind), names),
                [_renamed(getattr(said, kind), names) for said in answers],
            )
            for kind in KINDS
        }
        regions = {
            _resource(each.subscription, each.name): each.region for each in told["accounts"]
        }
        for kind in ("deployed", "measured"):
            told[kind] = tuple(
                each.model_copy(update={"region": regions.get(key, each.region)})
                for each in told[kind]
                for key in (_resource(each.subscription, each.account),)
            )
        return self.model_copy(update={**told, "names": names})


KINDS = ("listed", "counters", "deployed", "accounts", "measured")
"""Fields of a `Tenant` that hold statements."""


def _resource(subscription: str, name: str) -> tuple[str, str]:
    return subscription, name.casefold()


def _renamed(said: Sequence[Said], names: Mapping[str, str]) -> Sequence[Said]:
    """Return statements of subscriptions by what the user calls these."""
    return [
        each.model_copy(update={"subscription": names[each.subscription]})
        if each.subscription in names
        else each
        for each in said
    ]


Place = tuple[str, str | None, str]


def _place(said: Statement) -> Place:
    """Return what one answer is whole for: a region, a resource, one deployment, or all."""
    match said:
        case Deployed():
            return said.subscription, None, said.account.casefold()
        case Account():
            return said.subscription, None, ""
        case Measured():
            return said.subscription, said.deployment, said.account.casefold()
    return said.subscription, said.region, ""


def _renewed(known: Sequence[Said], answers: Iterable[Sequence[Said]]) -> tuple[Said, ...]:
    """Return of each place what its newest answer says."""
    places: dict[Place, list[Said]] = {}
    for said in (known, *answers):
        found: dict[Place, list[Said]] = {}
        for each in said:
            found.setdefault(_place(each), []).append(each)
        for place, statements in found.items():
            newest = max(each.day for each in statements)
            if place not in places or newest >= places[place][0].day:
                places.pop(place, None)
                places[place] = [each for each in statements if each.day == newest]
    return tuple(each for statements in places.values() for each in statements)
