# SPDX-License-Identifier: MIT
"""A plan as CSV: a deployment in each row, its columns called as the options of the commands."""

import csv
import io
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cached_property, partial
from typing import Any

from azmodels_gui.calculator.asking import Asker, beside_text
from azmodels_gui.calculator.counted import BESIDE_TEXT, Count, answers_only_in_text, countable
from azmodels_gui.calculator.estimate import payg_type
from azmodels_gui.calculator.exact import product, quotient
from azmodels_gui.calculator.inputs import Inputs, LoadFrom, asked_of
from azmodels_gui.calculator.load_profile import HOURS_PER_DAY
from azmodels_gui.calculator.month import Month
from azmodels_gui.calculator.quota_check import TIERS
from azmodels_gui.calculator.statements import FIRST_TOLD
from azmodels_gui.calculator.ways import BEST, PAYG, SPILLING, WAYS
from azmodels_gui.calculator.workload import EFFORTS
from azmodels_gui.catalog.document import DeploymentType, Entry
from azmodels_gui.catalog.labels import RECKONED_TIERS
from azmodels_gui.catalog.names import Names, entries_named, facet_names
from azmodels_gui.catalog.query import Facet
from azmodels_gui.catalog.terms import DEVELOPER_TIER, Billing, PriceTier
from azmodels_gui.language.figures import read_plain
from azmodels_gui.language.plain_numbers import (
    above_zero,
    not_negative,
    percent,
    rate,
    whole_above_zero,
)
from azmodels_gui.language.words import N_, Joined, Phrase, ToldError

MAX_ROWS = 1_000
NEEDED = ("model", "deployment_type")
_NAMES = (*NEEDED, "name", "version", "region", "way")
_YES = {"yes": True, "ja": True, "true": True, "no": False, "nein": False, "false": False}
_SHOWN = 40
"""Characters of a cell that a fault tells."""


class PlanUnreadable(ToldError):
    """A file is no plan, or some of its rows cannot be used; `rows` tells each of those."""

    rows: tuple[Phrase, ...] = ()


class CellFault(ToldError):
    """What stands in a row cannot be used."""


@dataclass(frozen=True)
class PlanRow:
    """A row of the file, understood."""

    line: int
    name: str
    entry: Entry
    asked_kind: DeploymentType
    """The deployment type that was named: that of the inputs, or one paid for per token."""
    inputs: Inputs

    @property
    def title(self) -> str:
        """What it is called; without a name after its model."""
        return self.name or self.entry.title


def _plain(figure: Decimal) -> str:
    """Return a figure as it is read again: 1.500 could be a thousand and more."""
    text = f"{figure.normalize():f}"
    return text if read_plain(text) is not None else f"{text}0"


def _share(figure: Decimal) -> str:
    return f"{_plain(figure)}%"


@dataclass(frozen=True)
class _Kind:
    """How a value is read from a cell, given the name of its column, and written into one."""

    read: Callable[[str, str], Any]
    write: Callable[[Any], str] = _plain


def average_percent(column: str, text: str) -> Decimal:
    """Return a percentage of the peak.

    Raises:
        ToldError: it is none, zero, or below one without its sign: 0.5 may mean a half.
    """
    share = percent(column, text)
    if not share:
        raise CellFault(N_("{column} must be above zero."), column=column)
    if share < 1 and not text.endswith("%"):
        raise CellFault(
            N_("{column} {given}: is that a share or a percentage? Write it as 52% or 0.5%."),
            column=column,
            given=text,
        )
    return share


def _yes(column: str, text: str) -> bool:
    known = _YES.get(text.casefold())
    if known is None:
        raise CellFault(
            N_("{column} {given} is neither yes nor no."), column=column, given=repr(text[:_SHOWN])
        )
    return known


def _one_of(known: Sequence[str], column: str, text: str) -> str:
    if text.casefold() not in known:
        raise CellFault(
            N_("{column} {given} is none of: {known}."),
            column=column,
            given=repr(text[:_SHOWN]),
            known=", ".join(known),
        )
    return text.casefold()


def _effort(column: str, text: str) -> Decimal:
    effort = EFFORTS.get(text.casefold())
    return not_negative(column, text) if effort is None else effort


def _hours(column: str, text: str) -> tuple[Decimal, ...]:
    shares = tuple(not_negative(column, each) for each in text.split())
    if len(shares) != HOURS_PER_DAY:
        raise CellFault(
            N_("{column} needs a value for each of its 24 hours; there are {given}."),
            column=column,
            given=len(shares),
        )
    return shares


def _choice(*known: str) -> _Kind:
    return _Kind(partial(_one_of, known), str)


_ABOVE, _AMOUNT, _WHOLE = _Kind(above_zero), _Kind(not_negative), _Kind(whole_above_zero, str)
_SHARE = _Kind(lambda column, text: product(rate(column, text), 100), _share)
_PERCENT = _Kind(percent)
_YES_NO = _Kind(_yes, lambda value: "yes" if value else "no")
_DAY = _Kind(_hours, lambda hours: " ".join(map(_plain, hours)))
_TEXT = _Kind(lambda _column, text: text, str)
_BUSY = {
    "working_days": ("working_days", _ABOVE),
    "busy_hours": ("busy_hours", _ABOVE),
    "peak_factor": ("peak_factor", _ABOVE),
}
_LOADS: dict[LoadFrom, dict[str, tuple[str, _Kind]]] = {
    LoadFrom.USERS: {
        "users": ("users", _ABOVE),
        "requests_per_user": ("requests_per_user", _ABOVE),
        **_BUSY,
    },
    LoadFrom.SESSIONS: {
        "sessions": ("sessions", _ABOVE),
        "session_seconds": ("session_seconds", _ABOVE),
        **_BUSY,
    },
    LoadFrom.PROFILE: {
        "working_day": ("working_day", _DAY),
        "weekend": ("weekend", _DAY),
        "rpm": ("requests_per_minute", _ABOVE),
    },
    LoadFrom.REQUESTS: {
        "rpm": ("requests_per_minute", _ABOVE),
        "average": ("average_percent", _Kind(average_percent, _share)),
    },
}
"""Columns of a load by what it is made of, with their attributes of `Inputs`; the first column
tells of what. Of requests a minute the average may be left out, of the others nothing."""


_OTHERS: dict[str, tuple[str, _Kind]] = {
    "input": ("input_tokens", _AMOUNT),
    "output": ("output_tokens", _AMOUNT),
    "cached": ("cached_percent", _SHARE),
    "cache_write": ("cache_write_tokens", _AMOUNT),
    "reasoning": ("reasoning", _Kind(_effort)),
    "turns": ("turns", _WHOLE),
    "system_prompt": ("system_prompt", _AMOUNT),
    "system_cached": ("system_cached", _YES_NO),
    **{count.column: (count.value, _AMOUNT) for count in BESIDE_TEXT},
    "long_context": ("long_context", _YES_NO),
    "fine_tuned": ("fine_tuned", _YES_NO),
    **{
        name: (name, _AMOUNT)
        for name in (
            *("documents", "updated_documents", "document_tokens"),
            *("training_tokens", "training_hours", "hosting_hours"),
        )
    },
    "variant": ("variant", _TEXT),
    "processing": ("processing", _choice(*(tier.value for tier in RECKONED_TIERS))),
    "tier": ("quota_tier", _choice(*TIERS)),
    "max_output": ("max_output_tokens", _AMOUNT),
    "quota_headroom": ("quota_headroom_percent", _PERCENT),
    "month": ("month", _choice(*(month.value for month in Month))),
    "ptu": ("deployed_ptu", _WHOLE),
    "reserved_ptu": ("reserved_ptu", _WHOLE),
    "payg_discount": ("payg_discount_percent", _PERCENT),
    "ptu_discount": ("ptu_discount_percent", _PERCENT),
    **{
        name: (name, _AMOUNT)
        for name in (
            *("ptu_hour_price", "ptu_month_price", "ptu_year_price"),
            *("input_price", "cached_input_price", "output_price", "output_weight"),
        )
    },
}
"""All other columns but names, with their attributes."""
_PLACES = ("price_region", "ptu_price_region")
_OF_LOAD = {name for columns in _LOADS.values() for name in columns}
COLUMNS = tuple(
    dict.fromkeys(
        (
            *("name", "model", "version", "deployment_type", "region", "way"),
            *(name for way in reversed(_LOADS.values()) for name in way),
            *("input", "output", "cached", "cached_tokens"),
            *(*_OTHERS, *_PLACES, "note"),
        )
    )
)
_EMPTY = Inputs(
    average_percent=Decimal(100),
    input_tokens=Decimal(0),
    output_tokens=Decimal(0),
    document_tokens=Decimal(0),
)
"""What a row without a cell is taken for."""


def names_plan(text: str) -> bool:
    """Tell whether the first line of a text names the columns of a plan."""
    names = _header(text.partition("\n")[0])[0]
    return set(NEEDED) <= set(names)


def read_plan(lines: Iterable[str], asker: Asker, most: int = MAX_ROWS) -> tuple[PlanRow, ...]:
    """Return the deployments of a file.

    Args:
        lines: of the file.
        asker: knows the names of the catalogue.
        most: so many deployments can be taken.

    Raises:
        PlanUnreadable: columns are missing or unknown, there are none or too many rows, or some
            rows cannot be used: all are counted, the first ones told with their line.
    """
    reader = _Reader(asker)
    found: list[PlanRow] = []
    bad: list[tuple[int, ToldError]] = []
    rows = list(_rows(lines))
    if not 0 < len(rows) <= most:
        raise PlanUnreadable(
            N_("a plan has 1 to {most} deployments; this one has {count}."),
            most=most,
            count=len(rows),
        )
    for line, cells in rows:
        try:
            found.append(reader.row(line, cells))
        except ToldError as fault:
            bad.append((line, fault))
    check_rows(bad)
    return tuple(found)


def check_rows(bad: Sequence[tuple[int, ToldError]]) -> None:
    """Raise `PlanUnreadable` for the lines of rows that cannot be used, if there are any."""
    if bad:
        rows = tuple(Phrase(N_("line {line}: {why}"), line=line, why=why) for line, why in bad)
        unreadable = PlanUnreadable(
            N_("rows of the plan that cannot be used: {count}. {rows}"),
            count=len(bad),
            rows=Joined(rows[:FIRST_TOLD], " "),
        )
        unreadable.rows = rows
        raise unreadable


class _Reader:
    """Understands rows by the names of one catalogue."""

    def __init__(self, asker: Asker) -> None:
        self._asker, self._catalog = asker, asker.catalog

    @cached_property
    def _types(self) -> Names:
        return Names(
            N_("deployment type"),
            (
                (kind.id, (kind.name.en, kind.name.de, kind.short_name.en, kind.short_name.de))
                for kind in self._catalog.deployment_types
            ),
        )

    @cached_property
    def _regions(self) -> Names:
        return facet_names(Facet.REGIONS, self._catalog)

    def row(self, line: int, cells: Mapping[str, str]) -> PlanRow:
        """Return a row.

        Raises:
            ToldError: it cannot be used.
        """
        if not cells:
            raise CellFault(N_("not as many cells as the first line."))
        way = _way_of_load(cells)
        needed = _LOADS[way] if way is not LoadFrom.REQUESTS else ("rpm",)
        _demand(cells, (*NEEDED, *needed))
        if cells.get("cached") and cells.get("cached_tokens"):
            raise CellFault(N_("cached and cached_tokens exclude each other."))
        entry = entries_named(self._catalog, cells["model"], cells.get("version") or None)[0]
        kinds = {kind.id: kind for kind in self._catalog.deployment_types}
        asked = kinds[self._types.find(cells["deployment_type"])]
        changes: dict[str, Any] = {
            attribute: kind.read(column, cells[column])
            for column, (attribute, kind) in (_LOADS[way] | _OTHERS).items()
            if cells.get(column)
        }
        for place in ("region", *_PLACES):
            if cells.get(place):
                changes[place] = self._regions.find(cells[place])
        inputs = replace(
            _EMPTY,
            model=entry.model.id,
            version=entry.version.version,
            load_from=way,
            profile_is_example=False,
            **changes,
        )
        inputs = _paid(self._deployed(inputs, asked), asked, cells.get("way", ""))
        inputs = _with_cached(inputs, cells.get("cached_tokens", ""))
        _check_request(entry, inputs)
        return PlanRow(line, cells.get("name", ""), entry, asked, inputs)

    def _deployed(self, inputs: Inputs, asked: DeploymentType) -> Inputs:
        """Return inputs with the provisioned type of the scope that was named."""
        if asked.id == DEVELOPER_TIER:
            raise CellFault(
                N_("{kind} hosts fine-tuned models; what those cost is not reckoned here."),
                kind=asked.id,
            )
        for kind in self._asker.types:
            if kind.scope is asked.scope:
                return replace(inputs, deployment_type=kind.id)
        raise CellFault(
            N_("the catalogue has no provisioned deployment type like {kind}."), kind=asked.id
        )


def _way_of_load(cells: Mapping[str, str]) -> LoadFrom:
    """Return what a load is made of.

    Raises:
        CellFault: columns say it twice, or do not go with each other.
    """
    way = next(way for way, columns in _LOADS.items() if cells.get(next(iter(columns)))
               or way is LoadFrom.REQUESTS)  # fmt: skip
    for odd in (name for name in COLUMNS if name in _OF_LOAD and cells.get(name)):
        if odd not in _LOADS[way]:
            raise CellFault(
                N_("{column} does not go with {other}."),
                column=odd,
                other=next(iter(_LOADS[way])),
            )
    return way


def _demand(cells: Mapping[str, str], needed: Iterable[str]) -> None:
    lacking = [name for name in needed if not cells.get(name)]
    if lacking:
        raise CellFault(N_("nothing stands under {columns}."), columns=", ".join(lacking))


def _check_request(entry: Entry, inputs: Inputs) -> None:
    """Raise `CellFault` where a request of text does not say how much of it there is, or has what
    the model has no price for."""
    columns = {attribute: column for column, (attribute, _) in _OTHERS.items()}
    hidden = asked_of(entry).items()
    odd = [
        columns[name]
        for name, rest in hidden
        if getattr(inputs, name) not in (rest, getattr(_EMPTY, name))
    ]
    if odd:
        raise CellFault(
            N_("{model} has no price for {columns}: leave it empty."),
            model=entry.title,
            columns=", ".join(odd),
        )
    if any(beside_text(inputs).values()):
        return
    known = countable(entry)
    lacking = [
        column
        for column, count, stated in (
            ("input", Count.INPUT, inputs.input_tokens or inputs.system_prompt),
            ("output", Count.OUTPUT, inputs.output_tokens or not answers_only_in_text(entry)),
        )
        if count in known and not stated
    ]
    if lacking:
        raise CellFault(N_("nothing stands under {columns}."), columns=", ".join(lacking))


def _with_cached(inputs: Inputs, tokens: str) -> Inputs:
    """Return inputs with cached tokens as the share of the input that fields have."""
    if not tokens:
        return inputs
    cached = product(not_negative("cached_tokens", tokens), 100)
    return replace(inputs, cached_percent=quotient(cached, inputs.input_tokens or 1))


def _paid(inputs: Inputs, kind: DeploymentType, text: str) -> Inputs:
    """Return inputs with the way to pay: a type that is paid per token says so itself."""
    ways = (*WAYS, *SPILLING)
    way = _one_of(ways, "way", text) if text else BEST
    if kind.billing is Billing.PROVISIONED:
        return replace(inputs, way=way)
    if way not in (BEST, PAYG):
        raise CellFault(
            N_("way {given}: {asked} is paid per token."), given=repr(text[:_SHOWN]), asked=kind.id
        )
    batch, tier = kind.billing is Billing.BATCH, inputs.processing
    if batch and tier not in (PriceTier.STANDARD, PriceTier.BATCH):
        raise CellFault(N_("{kind} is processed as batch, not as {tier}."), kind=kind.id, tier=tier)
    return replace(inputs, way=PAYG, processing=PriceTier.BATCH.value if batch else tier)


def _rows(lines: Iterable[str]) -> Iterator[tuple[int, dict[str, str]]]:
    """Yield the line number and the cells by column, none where their number is wrong.

    A row is one line: a stray quotation mark cannot swallow the rows after it.
    """
    rest = iter(lines)
    names, separator = _header(next(rest, ""))
    _check_columns(names)
    for at, line in enumerate(rest, 2):
        if not line.strip():
            continue
        cells = _split(line, separator)
        yield at, dict(zip(names, cells, strict=True)) if len(cells) == len(names) else {}


def _header(line: str) -> tuple[list[str], str]:
    """Return the names of the columns, and what separates them."""
    line = line.removeprefix("\ufeff").rstrip("\r\n")
    separator = next((sign for sign in ";\t" if sign in line), ",")
    return [name.casefold() for name in _split(line, separator)], separator


def _split(line: str, separator: str) -> list[str]:
    try:
        (cells,) = csv.reader([line], delimiter=separator, strict=True)
    except (csv.Error, ValueError):
        return []
    return [cell.strip() for cell in cells]


def _check_columns(names: Sequence[str]) -> None:
    lacking = [name for name in NEEDED if name not in names]
    odd = [name for name in names if name not in COLUMNS or names.count(name) > 1]
    if lacking or odd:
        wrong = ", ".join(dict.fromkeys(name[:_SHOWN] for name in odd))
        raise PlanUnreadable(
            N_(
                "the first line must name columns of a plan, each once ({known}); it lacks: "
                "{lacking}; unknown or twice: {wrong}."
            ),
            known=", ".join(COLUMNS),
            lacking=", ".join(lacking) or N_("none"),
            wrong=wrong or N_("none"),
        )


def written_plan(asker: Asker, deployments: Iterable[tuple[str, Inputs]]) -> str:
    """Return deployments, each with its name, as the text of a file that `read_plan` reads.

    Columns in which nothing stands are left out. A load from a file has no columns: give what it
    comes to instead.

    Raises:
        Refusal: a request does not say how much it has of what the model takes and gives.
    """
    rows = [_cells(asker, name, inputs) for name, inputs in deployments]
    shown = [name for name in COLUMNS if name in NEEDED or any(row.get(name) for row in rows)]
    text = io.StringIO(newline="")
    table = csv.DictWriter(text, shown, restval="", extrasaction="ignore", lineterminator="\r\n")
    table.writeheader()
    table.writerows(rows)
    return text.getvalue()


def _cells(asker: Asker, name: str, inputs: Inputs) -> dict[str, str]:
    inputs = asker.known(inputs)
    asked = asker.deployment_type(inputs)
    way, tier = inputs.way, PriceTier(inputs.processing)
    if asked is not None and way == PAYG:
        asked = payg_type(asker.catalog, asked.scope, tier) or asked
    batch = asked is not None and asked.billing is Billing.BATCH
    columns = _LOADS[inputs.load_from] | _OTHERS
    told = {
        column: kind.write(value)
        for column, (attribute, kind) in columns.items()
        if (value := getattr(inputs, attribute)) is not None
        and (column in _OF_LOAD or value != getattr(_EMPTY, attribute))
        and not (batch and attribute == "processing")
    }
    return {
        "name": " ".join(name.split()),
        "model": inputs.model,
        "version": inputs.version,
        "deployment_type": inputs.deployment_type if asked is None else asked.id,
        "region": inputs.region,
        "way": "" if way == BEST or (asked is not None and asked.billing is not Billing.PROVISIONED)
        else way,
        **told,
        **{each: getattr(inputs, each) for each in _PLACES},
    }  # fmt: skip
