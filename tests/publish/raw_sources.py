# SPDX-License-Identifier: MIT
"""A second, plain reader of the public sources: shares no code with `publish`, to check it.

It knows only tables with one heading row and JSON; what it cannot read it leaves out.
"""

import csv
import json
import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

DOCS = "azure-ai-docs"
INCLUDES = f"{DOCS}/articles/foundry/openai/includes"
MATRICES = f"{DOCS}/articles/foundry/foundry-models/includes/model-matrix"
SKUS = {
    "global standard": "GlobalStandard",
    "data zone standard": "DataZoneStandard",
    "standard/regional": "Standard",
    "global batch": "GlobalBatch",
    "data zone batch": "DataZoneBatch",
    "global provisioned managed": "GlobalProvisionedManaged",
    "data zone provisioned managed": "DataZoneProvisionedManaged",
    "regional provisioned managed": "ProvisionedManaged",
}
MATRIX_FILES = (
    "deployments-standard.md",
    "deployments-provisioned.md",
    "deployments-batch.md",
    "marketplace-deployments-standard.md",
)
MARKS = {"✅": True, "-": False}


@dataclass(frozen=True)
class Row:
    """A line of a table under its headings."""

    headings: tuple[str, ...]
    """Headings above it, the nearest last."""
    cells: dict[str, str]
    """Cell by column, both without bold type and marks."""


def rows(path: Path) -> Iterator[Row]:
    """Yield the lines of all tables of a page that are as long as their heading row."""
    headings: dict[int, str] = {}
    columns: list[str] = []
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("|"):
            cells = [cell.strip(" *`") for cell in line.strip().strip("|").split("|")]
            if not columns:
                columns = cells
            elif not set(line) <= set("|:- ") and len(cells) == len(columns):
                yield Row(tuple(headings.values()), dict(zip(columns, cells, strict=True)))
            continue
        columns = []
        if found := re.match(r"(#+) (?:\[(.+)\]\(#tab.*|(.+))", line):
            depth = 7 if found[2] else len(found[1])
            headings = {level: text for level, text in headings.items() if level < depth}
            headings[depth] = found[2] or found[3]


@dataclass(frozen=True)
class Mark:
    """A cell of a region matrix."""

    model: str
    version: str
    sku: str
    region: str
    offered: bool


def marks(sources: Path) -> Iterator[Mark]:
    """Yield every cell of the matrices that have one row per model and version."""
    for name in MATRIX_FILES:
        for row in rows(sources / MATRICES / name):
            skus = [SKUS[text.lower()] for text in row.headings if text.lower() in SKUS]
            for region, mark in list(row.cells.items())[2:]:
                about = row.cells["Model"], row.cells["Version"], skus[-1], region
                yield Mark(*about, MARKS[mark])


def cells_counted(sources: Path) -> int:
    """Return how many cells of the matrices hold a check mark or a dash, by counting alone."""
    cell = re.compile(r"\|\s*(?:✅|-)\s*(?=\|)")
    return sum(
        len(cell.findall(line))
        for name in MATRIX_FILES
        for line in (sources / MATRICES / name).read_text(encoding="utf-8").splitlines()
        if line.startswith("|") and not set(line) <= set("|:- ")
    )


def schedule(sources: Path) -> list[dict[str, str]]:
    """Return the rows of the retirement schedule that name version, stage and date."""
    found = rows(sources / INCLUDES / "concepts-model-retirement-schedule-content.md")
    dated = [row.cells for row in found if "Lifecycle" in row.cells]
    return [cells for cells in dated if re.match(r"\d{4}-", cells["Retirement date"])]


@dataclass(frozen=True)
class Ending:
    """A day on which litellm says that Microsoft ends a version, with where it read that."""

    key: str
    model: str
    version: str
    """Empty: the key names none."""
    day: date


MICROSOFTS = ("https://learn.microsoft.com/", "https://management.azure.com/")
"""Its documentation, and the model list of the service."""
DATED = re.compile(r"(.+?)-(\d{4}-\d\d-\d\d)")


def litellm(sources: Path) -> dict[str, dict[str, Any]]:
    """Return the rows of litellm's list by their keys."""
    text = (sources / "litellm-azure-prices.json").read_text(encoding="utf-8")
    rows: dict[str, dict[str, Any]] = json.loads(text, parse_float=Decimal)
    return rows


def litellm_endings(sources: Path) -> list[Ending]:
    """Return the days it states with a page of Microsoft's that each was read on."""
    found = []
    for key, fields in litellm(sources).items():
        if str(fields.get("deprecation_source", "")).startswith(MICROSOFTS):
            name = key.rsplit("/", 1)[-1]
            dated = DATED.fullmatch(name)
            model, version = dated.groups() if dated else (name, "")
            found.append(
                Ending(key, model, version, date.fromisoformat(fields["deprecation_date"]))
            )
    return found


def facts_table(sources: Path, start: str) -> list[dict[str, str]]:
    """Return the rows of a table of facts, by the start of its file's name."""
    (path,) = (sources / "azure-ai-docs-facts").glob(f"{start}*.tsv")
    lines = path.read_text(encoding="utf-8").splitlines()
    return list(csv.DictReader(lines[1:], delimiter="\t"))


def snapshot(sources: Path) -> list[dict[str, Any]]:
    """Return the meters of the snapshot of azure-genai-prices, each with its regions."""
    (path,) = sources.glob("azure-genai-prices-*/snapshot.json")
    items: list[dict[str, Any]] = json.loads(path.read_text(encoding="utf-8"), parse_float=Decimal)[
        "items"
    ]
    return items


Place = tuple[str, str, str]
"""Product, meter and region."""


def snapshot_prices(sources: Path) -> dict[Place, set[Decimal]]:
    """Return what each meter of the snapshot costs in each region."""
    found: dict[Place, set[Decimal]] = defaultdict(set)
    for item in snapshot(sources):
        for region in item["regions"]:
            found[item["productName"], item["meterName"], region].add(item["retailPrice"])
    return found


def answered_prices(sources: Path) -> dict[Place, set[Decimal]]:
    """Return what each meter of the answers of the price API costs in each region."""
    found: dict[Place, set[Decimal]] = defaultdict(set)
    for path in sorted((sources / "retail-prices").glob("*.json")):
        for item in json.loads(path.read_text(encoding="utf-8"), parse_float=Decimal)["Items"]:
            place = (item["productName"], item["meterName"], item["armRegionName"])
            found[place].add(Decimal(item["retailPrice"]))
    return found


def quotas(sources: Path) -> list[tuple[str, str, str, int, int, int | None]]:
    """Return model, SKU, tier, requests, their seconds and TPM (None: none) of each tier's row."""
    page = sources / DOCS / "rendered" / "quotas-limits.learn-2026-08-20.md"
    found = []
    for row in rows(page):
        cells, tier = row.cells, row.headings[-1].removeprefix("Tier ")
        if "Deployment Type" not in cells or not tier.isdigit() or "^" in cells["Model Name"]:
            continue
        requests, _, seconds = cells["Requests Per Minute (RPM)"].partition(" / ")
        tpm = cells["Tokens Per Minute (TPM)"]
        found.append(
            (
                cells["Model Name"],
                cells["Deployment Type"],
                tier,
                number(requests),
                10 if seconds == "10s" else 60,
                None if tpm == "-" else number(tpm),
            )
        )
    return found


def sizes(sources: Path) -> list[tuple[str, str, dict[str, str]]]:
    """Return model, version and column of each model of the newest PTU table, by its label."""
    page = sources / DOCS / "provisioned-throughput-sizing-2026-09-23.md"
    columns: dict[str, dict[str, str]] = {}
    for row in rows(page):
        if row.headings[-1] == "Latest Azure OpenAI models" and "Topic" in row.cells:
            for model, cell in row.cells.items():
                columns.setdefault(model, {})[row.cells["Topic"]] = cell
    named = ((re.sub(r"[*]|<br>", "", name).split(","), cells) for name, cells in columns.items())
    return [(name[0], name[1], cells) for name, cells in named if len(name) > 1]


def limits(sources: Path) -> list[tuple[str, str, list[int]]]:
    """Return model, version and the numbers of the context cell of the newest model tables."""
    page = sources / DOCS / "models-sold-by-azure-openai-2026-09-21.part1.md"
    found = []
    for row in rows(page):
        named = re.match(r"([\w.-]+)` \((\d{4}-\d\d-\d\d)\)", row.cells.get("Model ID", ""))
        if named and "Context Window" in row.cells:
            figures = re.findall(r"[\d,]{4,}", row.cells["Context Window"])
            found.append((named[1], named[2], [number(figure) for figure in figures]))
    return found


def meters(sources: Path) -> list[dict[str, Any]]:
    """Return the items of the price lists that count tokens of a model.

    Not those of the meters `MAI o Tokens` to `MAI z Tokens`, which name none.
    """
    items: list[dict[str, Any]] = []
    for path in sorted((sources / "retail-prices").glob("*.json")):
        items += json.loads(path.read_text(encoding="utf-8"), parse_float=Decimal)["Items"]
    nameless = re.compile(r"MAI [o-z] Tokens")
    names = ((item, item["meterName"]) for item in items)
    return [item for item, name in names if name.endswith("Tokens") and not nameless.match(name)]


def per_million(item: dict[str, Any]) -> Decimal:
    """Return the price of a million tokens of a meter that counts thousands or millions."""
    return Decimal(item["retailPrice"]) * {"1K": 1000, "1M": 1}[item["unitOfMeasure"]]


def number(text: str) -> int:
    """Return a whole number that is written with commas."""
    return int(text.replace(",", ""))


def one_of(texts: Sequence[str], start: str) -> str:
    """Return the only text that begins so."""
    (found,) = [text for text in texts if text.lower().startswith(start)]
    return found
