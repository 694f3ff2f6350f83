# SPDX-License-Identifier: MIT
"""Answers of several files taken together: what each told, and whose it is."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from azmodels_gui.clients.az_answers import (
    AnswerEmpty,
    AnswerUnusable,
    Reading,
    read_answers,
    said_of,
)
from azmodels_gui.clients.loads import measured_loads
from azmodels_gui.clients.tenant import Statement, Tenant
from azmodels_gui.language.errors import ToldError
from azmodels_gui.language.words import N_, Phrase


class SubscriptionNeeded(ToldError):
    """Lists do not tell of which subscription they are, and there are several."""


@dataclass(frozen=True)
class AnswerFile:
    """A file with answers."""

    name: str
    data: bytes
    day: date
    """Of its answers."""


@dataclass(frozen=True)
class FileTold:
    """What became of one file."""

    name: str
    said: Phrase | None
    """What it told; None: nothing of it was taken."""
    fault: ToldError | None = None


@dataclass(frozen=True)
class Taken:
    """All that was known, with what files told."""

    tenant: Tenant
    files: tuple[FileTold, ...]
    said: Phrase
    """What all of them told together."""

    @property
    def faults(self) -> tuple[ToldError, ...]:
        """Why files were left out, in their order; an empty list is no fault."""
        faults = (each.fault for each in self.files if each.fault is not None)
        return tuple(each for each in faults if not isinstance(each, AnswerEmpty))

    @property
    def empty(self) -> tuple[str, ...]:
        """Names of the files that hold an empty list: of a region, or resource, without any."""
        return tuple(each.name for each in self.files if isinstance(each.fault, AnswerEmpty))


def taken(
    files: Sequence[AnswerFile],
    tenant: Tenant,
    regions: Sequence[str],
    *,
    region: str | None = None,
    subscription: str = "",
) -> Taken:
    """Return what files tell; those that cannot be used are left out, and say why.

    Args:
        files: in the order they are taken.
        tenant: what is known already.
        regions: ids of all regions.
        region: whose lists they are, where neither list nor name tells it.
        subscription: what the user calls the one they are of; empty: as ids tell.

    Raises:
        SubscriptionNeeded: lists would be put together with those of another subscription.
    """
    called = tenant.name_of(subscription)
    readings: list[tuple[AnswerFile, Tenant]] = []
    told: list[FileTold] = []
    for file in files:
        try:
            found = read_answers(
                file.name,
                file.data,
                tenant,
                day=file.day,
                regions=regions,
                region=region,
                subscription=called,
            )
            said = _with_loads(file, found, tenant, called)
        except AnswerUnusable as fault:
            told.append(FileTold(file.name, None, fault))
        else:
            readings.append((file, said))
            told.append(FileTold(file.name, said_of(said)))
    answers = [said for _, said in readings]
    _check_told_apart(answers, tenant)
    return Taken(tenant.with_answers(*answers), tuple(told), said_of(*answers))


def _with_loads(file: AnswerFile, found: Reading, tenant: Tenant, called: str) -> Tenant:
    if not found.metrics:
        return found.said
    loads = measured_loads(file.name, found.metrics, tenant, day=file.day, subscription=called)
    return found.said.model_copy(update={"measured": loads})


def _check_told_apart(answers: Sequence[Tenant], tenant: Tenant) -> None:
    """Refuse lists of nobody where there are several subscriptions they may be of."""
    bare = [list(_bare(said)) for said in answers]
    if not any(bare):
        return
    known = tenant.subscriptions.union(*(said.subscriptions for said in answers))
    lists_named = any(each.subscription for each in (*tenant.listed, *tenant.counters))
    if len(known) > 1 or lists_named or _differ(bare):
        raise SubscriptionNeeded(
            N_(
                "Lists of models and of quota do not say of which subscription they are, and there "
                "are several. Take the answers of each subscription by themselves, and name it."
            )
        )


def _bare(said: Tenant) -> Iterator[Statement]:
    return (each for each in (*said.listed, *said.counters) if not each.subscription)


def _differ(files: Sequence[Sequence[Statement]]) -> bool:
    """Tell whether two files say different things of one region on one day."""
    seen: dict[tuple[type, str | None, date], list[Statement]] = {}
    for said in files:
        places: dict[tuple[type, str | None, date], list[Statement]] = {}
        for each in said:
            places.setdefault((type(each), each.region, each.day), []).append(each)
        for place, found in places.items():
            if seen.setdefault(place, found) != found:
                return True
    return False
