# SPDX-License-Identifier: MIT
"""A plan from CSV: one row per deployment, in the words of the options of `azmodels cost`."""

import argparse
import csv
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from azmodels_gui.app.commands.average import average_load
from azmodels_gui.app.commands.deployment_options import Chosen, chosen, workload_from
from azmodels_gui.app.commands.outcome import Refused
from azmodels_gui.app.commands.plain_numbers import above_zero, whole_above_zero
from azmodels_gui.calculator.deployment import Deployment, sized
from azmodels_gui.calculator.overrides import Overrides
from azmodels_gui.calculator.plan import PlannedLoad
from azmodels_gui.calculator.statements import Refusal
from azmodels_gui.calculator.wording import sentence
from azmodels_gui.catalog.document import Catalog
from azmodels_gui.catalog.terms import Billing

NEEDED = ("model", "deployment_type", "rpm", "input", "output")
NUMBERS = ("cache_write", "image_input", "image_output")
OPTIONAL = ("name", "version", "region", "cached", "cached_tokens", "average", "ptu")
MORE = ("long_context", "note")
COLUMNS = (*NEEDED, *OPTIONAL, *NUMBERS, *MORE)
_YES = {"yes": True, "ja": True, "true": True, "no": False, "nein": False, "false": False}
MAX_ROWS = 1_000
TOLD_ROWS = 20


@dataclass(frozen=True)
class PlanRow:
    """A row of the file, understood."""

    line: int
    named: Chosen
    load: PlannedLoad


def read_plan(lines: Iterable[str], catalog: Catalog, overrides: Overrides) -> tuple[PlanRow, ...]:
    """Return the deployments of a file.

    Raises:
        Refused: columns are missing or unknown, or some rows cannot be used: all are counted,
            the first ones told with their line.
    """
    found, bad = [], []
    for line, cells in _rows(lines):
        try:
            found.append(_row(line, cells, catalog, overrides))
        except Refusal as refusal:
            told = refusal.statement
            bad.append((line, Refused(f"{sentence(told, 'en')}.", f"{sentence(told, 'de')}.")))
        except Refused as refusal:
            bad.append((line, refusal))
    if bad:
        raise _bad_rows(bad)
    if not found or len(found) > MAX_ROWS:
        raise Refused(
            f"a plan has 1 to {MAX_ROWS} deployments; this one has {len(found)}.",
            f"ein Plan hat 1 bis {MAX_ROWS} Bereitstellungen; dieser hat {len(found)}.",
        )
    return tuple(found)


def _row(line: int, cells: dict[str, str], catalog: Catalog, overrides: Overrides) -> PlanRow:
    options = _options(cells)
    named = chosen(options, catalog)
    if named.asked_kind.billing is not Billing.PROVISIONED:
        raise Refused(
            f"{named.asked_kind.id} is not provisioned; a plan is about PTU.",
            f"{named.asked_kind.id} ist keine bereitgestellte Kapazität; im Plan geht es um PTU.",
        )
    deployment = Deployment(
        entry=named.entry,
        deployment_type=named.kind,
        workloads=(workload_from(options, named.entry, above_zero("--rpm", options.rpm)),),
        region=named.region,
        deployed_ptu=None if options.ptu is None else whole_above_zero("--ptu", options.ptu),
        name=cells.get("name", ""),
    )
    sized(deployment, overrides)  # what cannot be sized is a fault of its row
    return PlanRow(line, named, PlannedLoad(deployment, average_load(options.average)))


def _options(cells: dict[str, str]) -> argparse.Namespace:
    """Return the cells as the options they are named after; an empty cell is none."""
    if not cells:
        raise Refused(
            "not as many cells as the first line.", "nicht so viele Zellen wie die erste Zeile."
        )
    lacking = [name for name in NEEDED if not cells[name]]
    if lacking:
        raise Refused(
            f"nothing stands under {', '.join(lacking)}.",
            f"nichts steht unter {', '.join(lacking)}.",
        )
    if cells.get("cached") and cells.get("cached_tokens"):
        raise Refused(
            "cached and cached_tokens exclude each other.",
            "cached und cached_tokens schließen einander aus.",
        )
    options = {name: cells.get(name) or None for name in COLUMNS}
    numbers = {name: cells.get(name) or "0" for name in NUMBERS}
    long_context = _yes(cells.get("long_context", ""))
    return argparse.Namespace(**(options | numbers | {"long_context": long_context}))


def _yes(text: str) -> bool:
    if not text:
        return False
    try:
        return _YES[text.casefold()]
    except KeyError as error:
        raise Refused(
            f"long_context {text[:40]!r} is neither yes nor no.",
            f"long_context {text[:40]!r} ist weder ja noch nein.",
        ) from error


def _rows(lines: Iterable[str]) -> Iterator[tuple[int, dict[str, str]]]:
    """Yield the line number and the cells by column, none where their number is wrong.

    A row is one line: a stray quotation mark cannot swallow the rows after it.
    """
    rest = iter(lines)
    header = next(rest, "").removeprefix("\ufeff")
    separator = ";" if ";" in header else ","
    names = [name.casefold() for name in _split(header, separator)]
    _check_columns(names)
    for number, line in enumerate(rest, 2):
        if not line.strip():
            continue
        cells = _split(line, separator)
        yield number, dict(zip(names, cells, strict=True)) if len(cells) == len(names) else {}


def _split(line: str, separator: str) -> list[str]:
    try:
        (cells,) = csv.reader([line], delimiter=separator, strict=True)
    except (csv.Error, ValueError):
        return []
    return [cell.strip() for cell in cells]


def _check_columns(names: list[str]) -> None:
    lacking = [name for name in NEEDED if name not in names]
    odd = [name for name in names if name not in COLUMNS or names.count(name) > 1]
    if lacking or odd:
        known = ", ".join(COLUMNS)
        wrong = ", ".join(dict.fromkeys(name[:40] for name in odd))
        raise Refused(
            f"the first line must name columns of a plan, each once ({known}); it lacks: "
            f"{', '.join(lacking) or 'none'}; unknown or twice: {wrong or 'none'}.",
            f"die erste Zeile muss Spalten eines Plans nennen, jede einmal ({known}); es fehlen: "
            f"{', '.join(lacking) or 'keine'}; unbekannt oder doppelt: {wrong or 'keine'}.",
        )


def _bad_rows(bad: list[tuple[int, Refused]]) -> Refused:
    told = {}
    for language, line_word in (("en", "line"), ("de", "Zeile")):
        # Columns have the names of options, without their dashes.
        rows = (
            f"{line_word} {line}: {why.told(language).replace('--', '')}"
            for line, why in bad[:TOLD_ROWS]
        )
        told[language] = " ".join(rows)
    return Refused(
        f"rows of the plan that cannot be used: {len(bad)}. {told['en']}",
        f"nicht brauchbare Zeilen des Plans: {len(bad)}. {told['de']}",
    )
