# SPDX-License-Identifier: MIT
"""Rows of the limits and usage tables that speak of a model, among many that do not."""

import re

from azmodels_gui.publish.cells import UnreadableCell, read_tokens, without_footnotes
from azmodels_gui.publish.facts import AnyFact, NoteFact, QuotaFact

DEFAULT_TIER = "default"
"""Tier of a quota whose source tells no tiers apart."""

DEFAULT_QUOTA = re.compile(r"Default (\S+(?: \d+)?) quota limits")
PER_MINUTE = re.compile(r"(\d+) (job )?requests? per minute\.?")
IMAGES = re.compile(r"(\S+) and (\S+) maximum images per request\b.*", re.DOTALL)
MAX_TOKENS = re.compile(r"(GPT-\S+) (\S+) and (GPT-\S+) (\S+) default maximum tokens")
MAX_TOKENS_ELSE = re.compile(r"(\d[\d,]*)\. .*?(GPT-\S+) maximum tokens defaults to (\d[\d,]*)\.")
BILLIONS = re.compile(r"(\d+) billion tokens")


def limit_facts(cells: tuple[str, ...], source: str, place: str) -> list[AnyFact]:
    """Return what a row of the limits table states about models; nothing for most rows."""
    name, value = without_footnotes(cells[0]), without_footnotes(cells[1])
    if quota := DEFAULT_QUOTA.fullmatch(name):
        return _default_quota(quota[1], value, source, place)
    if images := IMAGES.fullmatch(name):
        count = value.removesuffix(".")
        return [
            NoteFact(
                name=model,
                source=source,
                row=place,
                note_en=f"At most {count} images in one request.",
                note_de=f"Höchstens {count} Bilder in einer Anfrage.",
            )
            for model in images.groups()
        ]
    if models := MAX_TOKENS.fullmatch(name):
        return _default_max_tokens(models, value, source, place)
    return []


def _default_quota(model: str, value: str, source: str, place: str) -> list[AnyFact]:
    rate = PER_MINUTE.fullmatch(value)
    if rate is None:
        raise UnreadableCell(value)
    return [
        QuotaFact(
            name=model,
            source=source,
            row=place,
            tier=DEFAULT_TIER,
            requests=int(rate[1]),
            note="job requests" if rate[2] else "",
        )
    ]


def _default_max_tokens(
    models: re.Match[str], value: str, source: str, place: str
) -> list[AnyFact]:
    """Read a cell that states one default for two versions and another one for a third model."""
    defaults = MAX_TOKENS_ELSE.fullmatch(value)
    if defaults is None:
        raise UnreadableCell(value)
    stated = (
        (models[1], models[2], defaults[1]),
        (models[3], models[4], defaults[1]),
        (defaults[2], None, defaults[3]),
    )
    return [
        NoteFact(
            name=model,
            version=version,
            source=source,
            row=place,
            note_en=f"Answers end after {tokens} tokens unless max_tokens is set.",
            note_de=f"Antworten enden nach {_german(tokens)} Token, "
            "wenn max_tokens nicht gesetzt ist.",
        )
        for model, version, tokens in stated
    ]


def _german(number: str) -> str:
    return number.replace(",", ".")


def usage_tier_facts(cells: tuple[str, ...], source: str, place: str) -> list[AnyFact]:
    """Return the monthly usage tier: the throughput up to which latency is predictable.

    Raises:
        UnreadableCell: no number of tokens.
    """
    value = BILLIONS.fullmatch(without_footnotes(cells[1]))
    if value is None:
        raise UnreadableCell(cells[1])
    billions = read_tokens(value[1])
    models = [part.partition("(")[0].strip() for part in without_footnotes(cells[0]).split("+")]
    together_en = f" ({' and '.join(models)} together)" if len(models) > 1 else ""
    together_de = f" ({' und '.join(models)} zusammen)" if len(models) > 1 else ""
    return [
        NoteFact(
            name=model,
            source=source,
            row=place,
            note_en=f"Monthly usage tier of a tenant: {billions} billion tokens{together_en}; "
            "above it, response times of standard deployments vary more.",
            note_de=f"Monatliche Nutzungsstufe eines Mandanten: {billions} Milliarden Token"
            f"{together_de}; darüber schwanken die Antwortzeiten von Standardbereitstellungen "
            "stärker.",
        )
        for model in models
    ]
