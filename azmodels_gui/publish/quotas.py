# SPDX-License-Identifier: MIT
"""Quota tables: tokens and requests per tier, enqueued tokens of batch, default limits."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from pathlib import Path

from azmodels_gui.catalog.facts import Claim, Conflict, LocalText, Quota
from azmodels_gui.catalog.terms import DATA_ZONE_BATCH, GLOBAL_BATCH
from azmodels_gui.publish.cells import UnreadableCell, read_tokens, without_footnotes
from azmodels_gui.publish.facts import AnyFact, NoteFact, QuotaFact
from azmodels_gui.publish.ledger import Ledger
from azmodels_gui.publish.markdown import Page, Table, read_page

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


TIER_HEADER = ("model name", "deployment type", "requests per minute", "tokens per minute")
BATCH_TYPES = {"global batch": GLOBAL_BATCH, "data zone batch": DATA_ZONE_BATCH}
TIER_HEADING = re.compile(r"Tier (\d+)")
RATE = re.compile(r"([\d,]+)(?:\s*/\s*(\d+)s)?")
SCALED = re.compile(r"(\d+(?:\.\d+)?)\s*([BMK])")
SCALES = {"B": 10**9, "M": 10**6, "K": 10**3}
MARK = re.compile(r"<sup>(\d+)</sup>|\^(\d+)\^")
VERSION_DATE = re.compile(r"\d{4}-\d\d-\d\d")
MINUTE_S = 60

Cells = tuple[str, ...]
RowReader = Callable[[Cells, str], list[AnyFact]]
"""Makes facts of a row's cells and its place; none: the row is about no model."""


class UnusableRow(ValueError):
    """The row cannot become facts; the text is the reason for the report."""


@dataclass
class TierRows:
    """Reads rows `model | deployment type | requests | tokens` of one tier."""

    tier: str
    page: Page
    source: str
    seen: dict[tuple[str, str], tuple[Cells, str]] = field(default_factory=dict)

    def __call__(self, cells: Cells, place: str) -> list[AnyFact]:
        """Return one fact for each version the row is for.

        Raises:
            UnusableRow: it repeats another row, or its footnote is not explained.
        """
        sku = without_footnotes(cells[1])
        before = self.seen.setdefault((cells[0], sku), (cells[2:], place))
        if before[1] != place and before[0] == cells[2:]:
            raise UnusableRow(f"repeats the row at {before[1]}")
        requests, period_s = read_rate(cells[2])
        return [
            QuotaFact(
                name=without_footnotes(cells[0]),
                version=version,
                source=self.source,
                row=place,
                deployment_type=sku,
                tier=self.tier,
                tpm=read_tokens(cells[3]),
                requests=requests,
                request_period_s=period_s,
            )
            for version in marked_versions(cells[0], self.page)
        ]


@dataclass
class BatchRows:
    """Reads rows of a batch table: a model, then a column for each kind of subscription."""

    deployment_type: str
    header: Cells
    source: str

    def __call__(self, cells: Cells, place: str) -> list[AnyFact]:
        """Return one fact for each kind of subscription, without a number where it says N/A."""
        return [
            QuotaFact(
                name=without_footnotes(cells[0]),
                source=self.source,
                row=place,
                deployment_type=self.deployment_type,
                tier=subscription,
                enqueued_tokens=read_scaled(cell),
                note="N/A" if read_scaled(cell) is None else "",
            )
            for subscription, cell in zip(self.header[1:], cells[1:], strict=True)
        ]


@dataclass
class UntieredRows:
    """Reads rows `model | tokens | requests` of a table without tiers and deployment types."""

    source: str

    def __call__(self, cells: Cells, place: str) -> list[AnyFact]:
        """Return the one fact of the row."""
        return [
            QuotaFact(
                name=without_footnotes(cells[0]),
                source=self.source,
                row=place,
                tier=DEFAULT_TIER,
                tpm=read_scaled(cells[1]),
                requests=read_scaled(cells[2]),
            )
        ]


def read_quotas(path: Path, source: str, ledger: Ledger) -> Iterator[AnyFact]:
    """Yield the quotas of a page; each row of each table is settled in the ledger."""
    page = read_page(path.read_text(encoding="utf-8"))
    for table in page.tables:
        place = table.headings[-1] if table.headings else "table"
        reader = _row_reader(table, page, source)
        for row, cells in ledger.rows_of(source, place, table.rows):
            try:
                facts = reader(cells, row.place)
            except UnreadableCell as error:
                ledger.refuse(row, f"unreadable figure {str(error)!r}")
                continue
            except UnusableRow as error:
                ledger.refuse(row, str(error))
                continue
            ledger.use(row) if facts else ledger.refuse(row, _reason(table))
            yield from facts


def _row_reader(table: Table, page: Page, source: str) -> RowReader:
    heading = table.headings[-1] if table.headings else ""
    header = tuple(without_footnotes(cell).casefold() for cell in table.header)
    tier = TIER_HEADING.fullmatch(heading)
    if tier and _starts(header, TIER_HEADER):
        return TierRows(tier[1], page, source)
    if heading.casefold() in BATCH_TYPES and header[0] == "model":
        return BatchRows(BATCH_TYPES[heading.casefold()], table.header, source)
    if _starts(header, ("model", "tokens per minute", "requests per minute")):
        return UntieredRows(source)
    if _starts(header, ("model", "usage tiers")):
        return lambda cells, place: usage_tier_facts(cells, source, place)
    if _starts(header, ("limit name", "limit value")):
        return lambda cells, place: limit_facts(cells, source, place)
    return lambda _cells, _place: []


def _starts(header: Cells, words: Cells) -> bool:
    return len(header) == len(words) and all(
        cell.startswith(word) for cell, word in zip(header, words, strict=True)
    )


def _reason(table: Table) -> str:
    limits = without_footnotes(table.header[0]).casefold() == "limit name"
    return "limit of the service, not of a model" if limits else "not a quota table"


def read_rate(cell: str) -> tuple[int | None, int]:
    """Return requests and the seconds they are counted in: `300 / 10s` is (300, 10).

    Raises:
        UnreadableCell: neither a number, nor a dash.
    """
    rate = RATE.fullmatch(without_footnotes(cell))
    if rate is None:
        return read_tokens(cell), MINUTE_S
    return read_tokens(rate[1].replace(",", "")), int(rate[2] or MINUTE_S)


def read_scaled(cell: str) -> int | None:
    """Return a number such as `1.5B`, `90K` or `5 M`; None for N/A.

    Raises:
        UnreadableCell: anything else that is no whole number.
    """
    scaled = SCALED.fullmatch(without_footnotes(cell))
    if scaled is None:
        return read_tokens(cell)
    number = Decimal(scaled[1]) * SCALES[scaled[2]]
    if number != int(number):
        raise UnreadableCell(cell)
    return int(number)


def marked_versions(cell: str, page: Page) -> list[str | None]:
    """Return the versions that the footnote marks of a model's name stand for.

    The page explains a mark in a paragraph that names the model and puts the mark behind
    the versions. Without a mark the row is for no version in particular.

    Raises:
        UnusableRow: the page has no such paragraph.
    """
    marks = {first or second for first, second in MARK.findall(cell)}
    if not marks:
        return [None]
    name = without_footnotes(cell)
    found: list[str | None] = []
    for paragraph in page.paragraphs:
        if name in paragraph.text:
            # Splitting at the marks gives: text, mark in one style, in the other, text ...
            parts = MARK.split(paragraph.text)
            for text, first, second in zip(parts[::3], parts[1::3], parts[2::3], strict=False):
                if (first or second) in marks:
                    found += VERSION_DATE.findall(text)
    if not found:
        raise UnusableRow("a footnote tells versions apart, and this page does not explain it")
    return found


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
