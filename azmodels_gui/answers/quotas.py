# SPDX-License-Identifier: MIT
"""The default quota of each deployment type and tier."""

from collections.abc import Iterator, Sequence

from msgspec import Struct

from azmodels_gui.answers.answer import DOES_NOT_APPLY, UNKNOWN, Answer, Better, Row, known, message
from azmodels_gui.answers.viewpoint import Viewpoint
from azmodels_gui.catalog.entry import Entry
from azmodels_gui.catalog.prices import Quota

ONE_MINUTE_S = 60


class QuotaLine(Struct, frozen=True):
    """The quota of one tier."""

    tier: str
    tokens: Answer
    """Tokens per minute, or in the queue; in its place what the source says instead of a number."""
    requests: Answer
    note: str
    """A remark of the source, where it does not stand in the place of a number."""
    source: str


class TypeQuota(Struct, frozen=True):
    """The quota of one deployment type."""

    kind: str | None
    """SKU name; None: the source names none."""
    queued: bool
    """The tokens are those that may wait in the queue of batch jobs."""
    tiers: tuple[QuotaLine, ...]


def quotas(entry: Entry, view: Viewpoint) -> tuple[TypeQuota, ...]:
    """Return the quota of every tier by deployment type, in the order of the catalogue."""
    queued = {each.deployment_type for each in entry.quotas if each.enqueued_tokens is not None}
    groups: dict[tuple[str | None, bool], list[Quota]] = {}
    for quota in entry.quotas:
        of_queue = quota.deployment_type in queued and quota.tpm is None and quota.requests is None
        groups.setdefault((quota.deployment_type, of_queue), []).append(quota)
    order = [kind.id for kind in view.catalog.deployment_types]
    return tuple(
        TypeQuota(kind, of_queue, tuple(_line(each, queued=of_queue) for each in listed))
        for (kind, of_queue), listed in sorted(
            groups.items(), key=lambda group: _place(group[0][0], order)
        )
    )


def quota_rows(entries: Sequence[Entry], view: Viewpoint) -> Iterator[Row]:
    """Yield tokens per minute of the lowest and the highest tier of each deployment type."""
    found = [
        {(each.kind, line.tier): line.tokens for each in told for line in each.tiers}
        for told in ([t for t in quotas(entry, view) if not t.queued] for entry in entries)
    ]
    tiers: dict[str | None, set[str]] = {}
    for kind, tier in (
        line for told in found for line, each in told.items() if isinstance(each.value, int)
    ):
        tiers.setdefault(kind, set()).add(tier)
    order = [kind.id for kind in view.catalog.deployment_types]
    for kind in sorted(tiers, key=lambda each: _place(each, order)):
        for tier in dict.fromkeys((min(tiers[kind]), max(tiers[kind]))):
            told = tuple(each.get((kind, tier), UNKNOWN) for each in found)
            label = message("quota_line", tier=tier, kind=kind)
            yield Row(f"quota:{kind}:{tier}", label, told, Better.HIGH)


def _line(quota: Quota, *, queued: bool) -> QuotaLine:
    count = quota.enqueued_tokens if queued else quota.tpm
    told = quota.note if count is None and quota.requests is None else ""
    return QuotaLine(
        quota.tier,
        UNKNOWN if count is None and not told else known(told or count, quota.source),
        _requests(quota, applies=not (queued or told)),
        "" if told else quota.note,
        quota.source,
    )


def _requests(quota: Quota, *, applies: bool) -> Answer:
    count, seconds = quota.requests, quota.request_period_s
    if count is None:
        return UNKNOWN if applies else DOES_NOT_APPLY
    if seconds == ONE_MINUTE_S:
        return known(message("requests_a_minute_of", count=count), quota.source)
    return known(message("requests_per", count=count, seconds=seconds), quota.source)


def _place(kind: str | None, order: Sequence[str]) -> int:
    return order.index(kind) if kind in order else len(order)
