# SPDX-License-Identifier: MIT
"""A plan from CSV: one row per deployment, in the words of the options of `azmodels cost`."""

import argparse
import csv
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from azmodels_gui.answers.scenarios import BEST, WAYS
from azmodels_gui.calculator.counted import BESIDE_TEXT
from azmodels_gui.calculator.deployment import Deployment, sized
from azmodels_gui.calculator.month import Month
from azmodels_gui.calculator.month_load import MonthLoad
from azmodels_gui.calculator.overrides import Overrides
from azmodels_gui.calculator.statements import FIRST_TOLD
from azmodels_gui.calculator.ways import PAYG
from azmodels_gui.catalog.document import Catalog, DeploymentType
from azmodels_gui.catalog.terms import Billing
from azmodels_gui.cli.console import Refused
from azmodels_gui.cli.deployment_options import Chosen, average_load, chosen, workload_from
from azmodels_gui.cli.options import attribute, stated
from azmodels_gui.language.errors import ToldError
from azmodels_gui.language.plain_numbers import above_zero, whole_above_zero
from azmodels_gui.language.words import N_, Joined, Phrase

NEEDED = ("model", "deployment_type", "rpm", "input", "output")
NUMBERS = ("cache_write",)
BESIDE = tuple(attribute(count.option) for count in BESIDE_TEXT)
OPTIONAL = (
    *("name", "version", "region", "way"),
    *("cached", "cached_tokens", "average", "ptu", *BESIDE),
)
MORE = ("long_context", "note")
COLUMNS = (*NEEDED, *OPTIONAL, *NUMBERS, *MORE)
_YES = {"yes": True, "ja": True, "true": True, "no": False, "nein": False, "false": False}
MAX_ROWS = 1_000


@dataclass(frozen=True)
class PlanRow:
    """A row of the file, understood."""

    line: int
    named: Chosen
    deployment: Deployment
    way: str | None = None
    """How it is paid, `payg` or a term; None: the way that costs least."""

    @property
    def title(self) -> str:
        """What it is called; without a name after its model."""
        return self.deployment.name or self.named.entry.title


def read_plan(
    lines: Iterable[str], catalog: Catalog, month: Month, overrides: Overrides
) -> tuple[PlanRow, ...]:
    """Return the deployments of a file, with their loads in a month of such a length.

    Raises:
        Refused: columns are missing or unknown, or some rows cannot be used: all are counted,
            the first ones told with their line.
    """
    found, bad = [], []
    for line, cells in _rows(lines):
        try:
            found.append(_row(line, cells, catalog, month, overrides))
        except ToldError as refusal:
            bad.append((line, refusal))
    if bad:
        raise _bad_rows(bad)
    if not found or len(found) > MAX_ROWS:
        raise Refused(
            N_("a plan has 1 to {most} deployments; this one has {count}."),
            most=MAX_ROWS,
            count=len(found),
        )
    return tuple(found)


def _row(
    line: int, cells: dict[str, str], catalog: Catalog, month: Month, overrides: Overrides
) -> PlanRow:
    options = _options(cells)
    named = chosen(options, catalog)
    way = _way(cells.get("way", ""), named.asked_kind)
    workload = workload_from(options, named.entry, above_zero("--rpm", options.rpm))
    deployment = Deployment(
        entry=named.entry,
        deployment_type=named.kind,
        loads=(MonthLoad.of_peak(workload, stated(options, "average", average_load), month),),
        region=named.region,
        deployed_ptu=stated(options, "ptu", whole_above_zero),
        name=cells.get("name", ""),
    )
    if way != PAYG:
        sized(deployment, overrides)  # what cannot be sized is a fault of its row
    return PlanRow(line, named, deployment, way)


def _options(cells: dict[str, str]) -> argparse.Namespace:
    """Return the cells as the options they are named after; an empty cell is none."""
    if not cells:
        raise Refused(N_("not as many cells as the first line."))
    lacking = [name for name in NEEDED if not cells[name]]
    if lacking:
        raise Refused(N_("nothing stands under {columns}."), columns=", ".join(lacking))
    if cells.get("cached") and cells.get("cached_tokens"):
        raise Refused(N_("cached and cached_tokens exclude each other."))
    options = {name: cells.get(name) or None for name in COLUMNS}
    numbers = {name: cells.get(name) or "0" for name in NUMBERS}
    long_context = _yes(cells.get("long_context", ""))
    return argparse.Namespace(
        **(options | numbers | {"long_context": long_context, "fine_tuned": False})
    )


def _way(text: str, kind: DeploymentType) -> str | None:
    """Return how a row is paid: a type that is paid per token says so itself."""
    if kind.billing is Billing.BATCH:
        raise Refused(N_("{asked} is not provisioned; a plan is about PTU."), asked=kind.id)
    if kind.billing is Billing.PAYG:
        if text.casefold() not in ("", BEST, PAYG):
            raise Refused(
                N_("way {given}: {asked} is paid per token."), given=repr(text[:40]), asked=kind.id
            )
        return PAYG
    if text.casefold() in ("", BEST):
        return None
    if text.casefold() not in WAYS:
        raise Refused(
            N_("way {given} is none of: {known}."), given=repr(text[:40]), known=", ".join(WAYS)
        )
    return text.casefold()


def _yes(text: str) -> bool:
    if not text:
        return False
    try:
        return _YES[text.casefold()]
    except KeyError as error:
        raise Refused(
            N_("long_context {given} is neither yes nor no."), given=repr(text[:40])
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
            N_(
                "the first line must name columns of a plan, each once ({known}); it lacks: "
                "{lacking}; unknown or twice: {wrong}."
            ),
            known=known,
            lacking=", ".join(lacking) or N_("none"),
            wrong=wrong or N_("none"),
        )


class _Row(Phrase):
    """A row that cannot be used: columns have the names of options, without their dashes."""

    def told(self, language: str) -> str:
        return super().told(language).replace("--", "")


def _bad_rows(bad: Sequence[tuple[int, ToldError]]) -> Refused:
    rows = (_Row(N_("line {line}: {why}"), line=line, why=why) for line, why in bad[:FIRST_TOLD])
    return Refused(
        N_("rows of the plan that cannot be used: {count}. {rows}"),
        count=len(bad),
        rows=Joined(rows, " "),
    )
