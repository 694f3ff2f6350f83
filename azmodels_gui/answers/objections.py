# SPDX-License-Identifier: MIT
"""Parts of sentences on a way to pay: its place, why a price is unknown, what speaks against it."""

from collections.abc import Iterator, Mapping, Sequence

from azmodels_gui.answers.answer import Message, message
from azmodels_gui.calculator.estimate import Estimate
from azmodels_gui.calculator.statements import CautionId, Statement
from azmodels_gui.calculator.ways import PAYG, spills, term_of
from azmodels_gui.catalog.document import Catalog, DeploymentType, Region
from azmodels_gui.catalog.facts import Price, PtuPrice
from azmodels_gui.catalog.price_lookup import PriceStatus
from azmodels_gui.catalog.terms import Scope


def where_told(kind: DeploymentType, region: Region | None, catalog: Catalog) -> Message:
    """Return globally, in which data zone, or in which region."""
    zones = {zone.id: zone.name for zone in catalog.data_zones}
    match kind.scope:
        case Scope.GLOBAL:
            return message("verdict_global")
        case Scope.DATA_ZONE:
            zone = None if region is None else zones.get(region.data_zone or "")
            return (
                message("verdict_any_zone") if zone is None else message("verdict_in", where=zone)
            )
        case _ if region is None:
            return message("verdict_any_region")
    return message("verdict_in_region", region=region.name)


def objections(found: Estimate, way: str, *, compared: bool) -> Iterator[Message]:
    """Yield what the cautions say of the way that is advised, and what it was priced with.

    Args:
        found: the estimate.
        way: what is advised.
        compared: it was held against another way.
    """
    quota = found.quota_of(way)
    said = [
        each for each in found.cautions if each.id not in _OF_QUOTA and _about(found, each, way)
    ]
    for each in (*said, *(() if quota is None else quota.cautions)):
        key = _AGAINST.get(each.id)
        if key == "verdict_above_quota" and not each.data["sufficient_tier"]:
            key = "verdict_above_every_quota"
        if key is not None:
            yield message(key, **{name: each.data[name] for name in _TOLD if name in each.data})
    yield from _assumed(found, way, compared=compared)


def _assumed(found: Estimate, way: str, *, compared: bool) -> Iterator[Message]:
    """Yield whose prices were taken though the deployment is elsewhere."""
    overrides, here = found.question.overrides, found.question.deployment.region
    payg = overrides.price_region
    ptu = overrides.ptu_price_region or payg
    mine, other = (payg, ptu) if way == PAYG else (ptu, payg)
    if mine is not None and mine != here:
        yield message("verdict_assumed", region=mine.name)
    if compared and other is not None and other not in (here, mine):
        key = "verdict_ptu_assumed" if way == PAYG else "verdict_payg_assumed"
        yield message(key, region=other.name)


def _about(found: Estimate, said: Statement, way: str) -> bool:
    """Tell whether a caution is about a way: its type or its price."""
    kind, what = said.data.get("deployment_type"), said.data.get("what")
    term, payg = term_of(way), found.payg_type
    per_token = term is None or spills(way)
    if kind is not None:
        ptu = None if term is None else found.question.deployment.deployment_type
        kinds = (payg if per_token else None, ptu)
        return any(each is not None and each.id == kind for each in kinds)
    if what is not None:
        return what == f"ptu_{term}" or (per_token and not str(what).startswith("ptu_"))
    return True


def price_gap(status: PriceStatus, prices: Sequence[Price | PtuPrice]) -> Message:
    """Return why a price is not known."""
    ends = [price.effective_until for price in prices if price.effective_until is not None]
    if status is PriceStatus.EXPIRED and ends:
        return message("verdict_why_expired", day=max(ends))
    known = (PriceStatus.ELSEWHERE, PriceStatus.BY_REGION, PriceStatus.CONFLICTING)
    return message(f"verdict_why_{status if status in known else PriceStatus.UNKNOWN}")


_TOLD = ("tier", "sufficient_tier", "region", "until", "left", "unit")
"""What of a caution's figures goes into its short form."""
_OF_QUOTA = frozenset({CautionId.PEAK_ABOVE_QUOTA, CautionId.QUOTA_UNKNOWN})
_AGAINST: Mapping[object, str] = {
    CautionId.PEAK_ABOVE_QUOTA: "verdict_above_quota",
    CautionId.QUOTA_UNKNOWN: "verdict_quota_unknown",
    CautionId.OWN_QUOTA_EXCEEDED: "verdict_above_own",
    CautionId.OWN_QUOTA_NONE: "verdict_no_own",
    CautionId.OFFER_UNKNOWN: "verdict_offer_unknown",
    CautionId.OFFER_DISPUTED: "verdict_offer_disputed",
    CautionId.REGION_OUTSIDE_DATA_ZONE: "verdict_no_zone",
    CautionId.REGION_ZONE_DISPUTED: "verdict_zone_disputed",
    CautionId.ZONE_NOT_SERVED: "verdict_zone_not_served",
    CautionId.PRICE_SECONDARY: "verdict_secondary",
    CautionId.PRICE_PROMISED: "verdict_promised",
    CautionId.PRICE_FROM_OTHER_REGION: "verdict_elsewhere",
    CautionId.PRICE_NEWER_ELSEWHERE: "verdict_newer",
    CautionId.PRICE_WITHOUT_REGION: "verdict_no_region",
    CautionId.PRICE_BEFORE_SOURCE: "verdict_undated",
    CautionId.PRICES_OLD: "verdict_old",
    CautionId.PROMPT_ABOVE_CONTEXT: "verdict_above_limits",
    CautionId.PROMPT_ABOVE_INPUT_LIMIT: "verdict_above_limits",
    CautionId.ANSWER_ABOVE_OUTPUT_LIMIT: "verdict_above_limits",
}
"""What speaks against what is advised; the warnings say it in full."""
