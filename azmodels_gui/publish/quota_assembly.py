# SPDX-License-Identifier: MIT
"""From quota facts of all sources to the quotas of one model."""

from collections.abc import Iterable, Mapping
from datetime import date

from azmodels_gui.catalog.part import Claim, Conflict, LocalText
from azmodels_gui.catalog.prices import Quota
from azmodels_gui.publish.facts import QuotaFact
from azmodels_gui.publish.quotas import DEFAULT_TIER

Key = tuple[str | None, str | None, str]
"""Version, deployment type, tier."""
Figures = tuple[int | None, int | None, int, int | None]


def quotas_of(
    facts: Iterable[QuotaFact], source_dates: Mapping[str, date]
) -> tuple[tuple[Quota, ...], tuple[Conflict, ...]]:
    """Return the quotas of one model, and what the sources disagree on.

    The newest source wins (of two of the same day the one whose id sorts first); an equal
    figure elsewhere only confirms it, another figure is a conflict.

    Args:
        facts: all of one model.
        source_dates: day of each source, by source id.
    """
    groups: dict[Key, list[QuotaFact]] = {}
    for fact in facts:
        groups.setdefault((fact.version, fact.deployment_type, fact.tier), []).append(fact)
    chosen: list[QuotaFact] = []
    conflicts: list[Conflict] = []
    for key in sorted(groups, key=_order):
        ranked = sorted(groups[key], key=lambda fact: _age(fact, source_dates))
        chosen.append(ranked[0])
        conflicts += _disagreement(ranked)
    return _merged_versions(chosen), (*conflicts, *_odd_defaults(chosen))


def _order(key: Key) -> tuple[str, str, str]:
    version, sku, tier = key
    return (sku or "", tier, version or "")


def _age(fact: QuotaFact, source_dates: Mapping[str, date]) -> tuple[int, str]:
    return (-source_dates[fact.source].toordinal(), fact.source)


def _disagreement(ranked: list[QuotaFact]) -> list[Conflict]:
    different: dict[Figures, QuotaFact] = {}
    for fact in ranked:
        different.setdefault(_figures(fact), fact)
    if len(different) == 1:
        return []
    first = ranked[0]
    tier = f"tier{first.tier}" if first.tier.isdigit() else first.tier
    about = ":".join(("quota", first.deployment_type or "unstated", tier))
    return [_conflict(about, list(different.values()))]


def _odd_defaults(chosen: list[QuotaFact]) -> list[Conflict]:
    """Return default limits that differ from the lowest tier: the page contradicts itself."""
    tiers = [fact for fact in chosen if fact.tier.isdigit()]
    lowest = [fact for fact in tiers if fact.tier == min(other.tier for other in tiers)]
    stated = {fact.requests for fact in lowest}
    return [
        _conflict("quota:default", [*lowest, fact])
        for fact in chosen
        if fact.tier == DEFAULT_TIER and lowest and fact.requests not in stated
    ]


def _conflict(about: str, facts: list[QuotaFact]) -> Conflict:
    claims = tuple(Claim(value=_told(fact), source=fact.source) for fact in facts)
    versions = sorted({fact.version for fact in facts if fact.version})
    note = None
    if versions:
        named = ", ".join(versions)
        note = LocalText(en=f"Concerns version {named}.", de=f"Betrifft Version {named}.")
    return Conflict(about=about, claims=claims, note=note)


def _figures(fact: QuotaFact) -> Figures:
    return (fact.tpm, fact.requests, fact.request_period_s, fact.enqueued_tokens)


def _told(fact: QuotaFact) -> str:
    """Return the figures in the words both languages share."""
    period = "RPM" if fact.request_period_s == 60 else f"requests / {fact.request_period_s} s"
    figures = ((fact.tpm, "TPM"), (fact.requests, period), (fact.enqueued_tokens, "tokens"))
    where = f"{fact.deployment_type or ''} {fact.tier}".strip()
    told = ", ".join(f"{number} {unit}" for number, unit in figures if number is not None)
    return f"{where}: {told or '-'}"


def _merged_versions(chosen: list[QuotaFact]) -> tuple[Quota, ...]:
    """Make one quota of equal ones for several versions."""
    merged: dict[tuple[bool, Quota], list[str]] = {}
    for fact in chosen:
        versions = merged.setdefault((fact.version is None, _quota(fact)), [])
        versions += [fact.version] if fact.version is not None else []
    return tuple(
        quota.but(versions=tuple(sorted(versions))) for (_, quota), versions in merged.items()
    )


def _quota(fact: QuotaFact) -> Quota:
    return Quota(
        deployment_type=fact.deployment_type,
        tier=fact.tier,
        tpm=fact.tpm,
        requests=fact.requests,
        request_period_s=fact.request_period_s,
        enqueued_tokens=fact.enqueued_tokens,
        note=fact.note,
        source=fact.source,
    )
