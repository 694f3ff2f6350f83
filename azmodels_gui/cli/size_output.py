# SPDX-License-Identifier: MIT
"""A sized deployment as JSON and as text."""

from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import Any

from azmodels_gui.answers.answer import Answer, Cost, Message, Section, Status
from azmodels_gui.answers.sizing import Found, figures_by_key, size_section
from azmodels_gui.calculator.beside import BesideEstimate
from azmodels_gui.calculator.counted import COUNTED
from azmodels_gui.calculator.deployment import SizedDeployment
from azmodels_gui.calculator.quota_check import QuotaCheck, TierQuota
from azmodels_gui.calculator.statements import Statement
from azmodels_gui.calculator.steps import steps
from azmodels_gui.calculator.wording import sentence
from azmodels_gui.calculator.workload import Workload
from azmodels_gui.cli.calculator_words import CalculatorWords
from azmodels_gui.cli.deployment_options import Chosen
from azmodels_gui.cli.statement_output import cents, exact, listed, row_lines, statements_json
from azmodels_gui.cli.version_taken import version_lines
from azmodels_gui.language import figures
from azmodels_gui.sheets.answer_cells import cell, label, message
from azmodels_gui.sheets.cells import NO_BREAK_SPACE
from azmodels_gui.sheets.order import SheetOrder


def head_json(chosen: Chosen) -> dict[str, Any]:
    """Return what is deployed where."""
    return {
        "model": chosen.entry.model.id,
        "version": chosen.entry.version.version,
        "deployment_type": chosen.asked_kind.id,
        "scope": chosen.kind.scope.value,
        "region": None if chosen.region is None else chosen.region.id,
        "catalog_published": chosen.catalog.published.isoformat(),
    }


def workload_json(workload: Workload) -> dict[str, Any]:
    """Return the requests as they were understood."""
    return {
        "requests_per_minute": exact(workload.requests_per_minute + Decimal(0)),
        **{count.value: exact(workload.amount(count)) for count in COUNTED},
        "long_context": workload.long_context,
        "fine_tuned": workload.fine_tuned,
    }


def size_json(found: Found) -> dict[str, Any]:
    """Return the size and what it rests on, null where PTU are not possible: a warning says why."""
    figures = figures_by_key([size_section([found])])
    size = found if isinstance(found, SizedDeployment) else found.sized
    told = {key: figure_json(figures.get(_NAMED.get(key, key))) for key in _FIGURES}
    return {
        **told,
        "weights": [
            {
                "category": part.category.value,
                "tokens": exact(part.tokens),
                "weight": exact(part.weight),
                "normalized_tokens": exact(part.normalized),
                "given": part.given,
            }
            for request in (() if size is None else size.requests)
            for part in request.parts
        ],
        "other_reading_ptu": None if size is None else size.size.other_reading,
        "latency_target": "" if size is None else size.parameters.latency_target,
    }


_FIGURES = (
    *("input_tpm", "output_tpm", "normalized_tpm", "input_tpm_per_ptu", "raw_ptu"),
    *("deployable_ptu", "minimum_ptu", "scale_increment", "spare_ptu", "utilization"),
)
_NAMED = {"input_tpm_per_ptu": "tpm_per_ptu"}
"""Figures that JSON names otherwise than tables do."""


def figure_json(answer: Answer | None) -> int | str | None:
    """Return a figure: exact as text, money to the cent, whole PTU as numbers; else null."""
    if answer is None or answer.status is not Status.KNOWN:
        return None
    match answer.value:
        case Cost():
            return cents(answer.value.amount)
        case Decimal():
            return exact(Decimal(answer.value))
        case Message():
            return answer.value.key.removeprefix("cost_")
        case int():
            return answer.value
    return None


def quota_json(quota: QuotaCheck) -> dict[str, Any]:
    """Return need, tiers and answer."""
    return {
        "deployment_type": quota.deployment_type,
        "needed_tpm": exact(quota.needed_tpm),
        "needed_rpm": exact(quota.needed_rpm),
        "asked_tier": quota.asked_tier,
        "status": quota.status.value,
        "sufficient_tier": quota.sufficient_tier,
        "tiers": [
            {"tier": tier.tier, "tpm": tier.tpm, "rpm": exact(tier.rpm)} for tier in quota.tiers
        ],
    }


def reckoned_json(found: Found | BesideEstimate, checks: Iterable[Statement]) -> dict[str, Any]:
    """Return how the figures came about, in both languages, and what was found in order."""
    english, german = steps(found, "en"), steps(found, "de")
    return {
        "steps": [
            {
                "id": one.key,
                "label": {"en": one.name, "de": other.name},
                "formula": {"en": one.formula, "de": other.formula},
                "result": {"en": one.result, "de": other.result},
                "sources": list(one.sources),
            }
            for one, other in zip(english, german, strict=True)
        ],
        "checks": statements_json(checks),
    }


def reckoned_lines(
    found: Found | BesideEstimate, checks: Iterable[Statement], words: CalculatorWords
) -> Iterator[str]:
    """Yield how the figures came about, and what was found in order."""
    yield from listed(words("steps"), (step.text for step in steps(found, words.language)), "-")
    told = (sentence(each, words.language) for each in checks)
    yield from listed(words("checks"), told, "-")


def title_lines(chosen: Chosen, words: CalculatorWords) -> Iterator[str]:
    """Yield what is deployed where, underlined, and which version was taken."""
    region = () if chosen.region is None else (chosen.region.name,)
    title = ", ".join((chosen.entry.title, chosen.asked_kind.id, *region))
    yield title
    yield "=" * len(title)
    yield from version_lines(chosen, words)


def section_lines(sections: Iterable[Section], order: SheetOrder) -> Iterator[str]:
    """Yield the figures of one deployment, each section under its heading."""
    for section in sections:
        if not section.rows:
            continue
        yield ""
        yield message(section.heading, order)
        yield from row_lines(
            {
                label(row.label, order): cell(row.answers[0], order).text.replace(
                    NO_BREAK_SPACE, " "
                )
                for row in section.rows
            }
        )


def quota_lines(quota: QuotaCheck, words: CalculatorWords) -> Iterator[str]:
    """Yield need and answer where a tier was asked about."""
    if quota.asked_tier is None:
        return
    language = words.language
    need = _tpm_rpm(quota.needed_tpm, quota.needed_rpm, language)
    known = ", ".join(tier.tier for tier in quota.tiers)
    asked = next((tier for tier in quota.tiers if tier.tier == quota.asked_tier), None)
    yield ""
    yield f"{words('quota')}: {quota.deployment_type}"
    yield from row_lines(
        {
            words("needed"): need,
            words("tier_of", tier=quota.asked_tier): _stated(asked, quota, words),
            words("sufficient_tier", known=known or words("none")): quota.sufficient_tier
            or words("none"),
        }
    )


def _stated(tier: TierQuota | None, quota: QuotaCheck, words: CalculatorWords) -> str:
    status = words(quota.status.value)
    if tier is None:
        return status
    return f"{_tpm_rpm(tier.tpm, tier.rpm, words.language)}: {status}"


def _tpm_rpm(tpm: Any, rpm: Any, language: str) -> str:
    parts = ((tpm, "TPM"), (rpm, "RPM"))
    return ", ".join(
        f"{figures.number(value, language)} {unit}" for value, unit in parts if value is not None
    )
