# SPDX-License-Identifier: MIT
"""Which parser reads which form of source."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from azmodels_gui.catalog.document import Region
from azmodels_gui.publish.advice import advice_reader
from azmodels_gui.publish.arm import read_arm_models, read_arm_usage, read_monitor_metrics
from azmodels_gui.publish.data_zones import ZoneRules, read_regions
from azmodels_gui.publish.deployment_types import (
    ListedType,
    check_deployment_types,
    section_headings,
)
from azmodels_gui.publish.fact_tables import (
    read_claude_models,
    read_model_router,
    read_partner_limits,
    read_priority_processing,
    read_speech_regions,
)
from azmodels_gui.publish.ledger import Ledger
from azmodels_gui.publish.lifecycle import read_retired_models, read_retirement_schedule
from azmodels_gui.publish.litellm_prices import read_litellm_prices
from azmodels_gui.publish.model_tables import read_openai_tables, read_other_models
from azmodels_gui.publish.price_history import (
    read_later_retail_prices,
    read_price_snapshot,
    read_retail_prices,
)
from azmodels_gui.publish.ptu_prices import read_ptu_prices
from azmodels_gui.publish.ptu_sizing import read_older_ptu_sizing, read_ptu_sizing
from azmodels_gui.publish.quotas import read_quotas
from azmodels_gui.publish.reading import Parser
from azmodels_gui.publish.region_matrices import read_region_matrix


@dataclass(frozen=True)
class Remark:
    """What a parser found worth saying, without a model it is about."""

    source: str
    text: str


def parsers(
    editorial: Path, rules: ZoneRules, types: tuple[ListedType, ...]
) -> Mapping[str, Parser]:
    """Return the parser of each form that `sources.toml` in the editorial folder names."""
    return {
        "region matrix": partial(read_region_matrix, types=section_headings(types)),
        "model tables, Azure OpenAI": read_openai_tables,
        "model tables, other providers": read_other_models,
        "retirement schedule": read_retirement_schedule,
        "retired models": read_retired_models,
        "model router": read_model_router,
        "priority processing": read_priority_processing,
        "quotas": read_quotas,
        "PTU sizing": read_ptu_sizing,
        "PTU sizing, older page": read_older_ptu_sizing,
        "retail prices": read_retail_prices,
        "retail prices, later items": read_later_retail_prices,
        "price snapshot": read_price_snapshot,
        "Claude models": read_claude_models,
        "partner limits": read_partner_limits,
        "Speech regions": read_speech_regions,
        "ARM model list": read_arm_models,
        "ARM usage list": read_arm_usage,
        "Azure Monitor metrics": read_monitor_metrics,
        "litellm prices": read_litellm_prices,
        "PTU prices": read_ptu_prices,
        "advice": advice_reader(editorial),
        "regions": partial(_regions, rules=rules),
        "deployment types": partial(_deployment_types, known=types),
        "prose": _prose,
    }


def _regions(path: Path, source: str, ledger: Ledger, *, rules: ZoneRules) -> Iterable[Region]:
    return read_regions(path, source, ledger, rules)


def _deployment_types(
    path: Path, source: str, ledger: Ledger, *, known: tuple[ListedType, ...]
) -> Iterator[Remark]:
    return (Remark(source, text) for text in check_deployment_types(path, source, ledger, known))


def _prose(_path: Path, _source: str, _ledger: Ledger) -> Iterable[object]:
    """Read a page without tables: what it says is restated in our own texts."""
    return ()
