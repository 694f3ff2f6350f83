# SPDX-License-Identifier: MIT
"""What a client's subscriptions tell, as tables: the window's page and `client show` render them.

Every figure of a subscription bears the day of its answer; those of the catalogue their source.
"""

from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal

from msgspec.structs import replace

from azmodels_gui.answers.answer import Answer
from azmodels_gui.answers.sizing import figures_by_key, sizing_sections, successor_load
from azmodels_gui.answers.successor import who
from azmodels_gui.calculator.exact import count_told, total
from azmodels_gui.catalog.document import SOON_DAYS
from azmodels_gui.catalog.fact_dates import FactKind
from azmodels_gui.clients.taking import LoadLine
from azmodels_gui.clients.tenant import Deployed, ListedOffer, Statement
from azmodels_gui.clients.told import DeploymentLine, Origin, QuotaLine, Room, Told
from azmodels_gui.language import figures
from azmodels_gui.language.words import NN_, counted
from azmodels_gui.sheets import answer_cells
from azmodels_gui.sheets.change_words import ChangeWords
from azmodels_gui.sheets.frame import Content, framed
from azmodels_gui.sheets.order import SheetOrder
from azmodels_gui.sheets.radar_rows import radar_group
from azmodels_gui.sheets.remarks import disputed
from azmodels_gui.sheets.sheet import (
    AnswerLine,
    Cell,
    Column,
    Group,
    Mark,
    Part,
    Row,
    Sentence,
    Sheet,
    SheetKind,
    Table,
    Text,
)

DEPLOYED = (
    *("model", "region", "client_type", "client_capacity", "client_ends", "client_left"),
    *("client_published", "client_listed_end", "client_upgrade", "client_default"),
    *("client_successor", "client_offered", "client_listed", "client_room"),
    *("client_then", "client_then_ptu"),
)
QUOTA = (
    *("region", "client_type", "client_used", "client_limit", "client_left_units"),
    *("client_left_tpm", "client_unit"),
)
LOADS = (
    *("model", "client_requests", "client_per_token", "client_hour", "client_month"),
    *("client_year", "client_reckoned", "client_cheapest"),
)
ORIGINS = ("client_subscription", "client_regions", "client_day", "client_count")
"""Keys of the columns of each table, in their order."""
_FIGURES = frozenset(
    {
        *("client_left", "client_used", "client_limit", "client_left_units", "client_left_tpm"),
        *("client_requests", "client_per_token", "client_hour", "client_month", "client_year"),
        *("client_reckoned", "client_count"),
    }
)
_COSTS = {
    "client_per_token": "cost_payg",
    "client_hour": "cost_hour",
    "client_month": "cost_month",
    "client_year": "cost_year",
    "client_reckoned": "deployable_ptu",
    "client_cheapest": "cheapest",
}
TIGHT = 0.8
"""Share of a limit from which on its quota is called tight."""
DASH = "–"
_UNITS = NN_("{count} unit", "{count} units")


def client_parts(found: Told, order: SheetOrder) -> tuple[Part, ...]:
    """Return the tables that have rows: deployments, measured month, quota, origins."""
    words = order.words
    made = (
        _part("client_deployments", _deployments(found, order), order, "client_ends_how"),
        _part("client_loads", _loads(found, order), order, "client_loads_how"),
        _part(
            "client_quota",
            _quotas(found, order),
            order,
            "client_zero" if any(not line.counter.limit for line in found.quotas) else "",
        ),
        _part("client_origins", _origins(found, order), order, "client_not_capacity"),
    )
    told = {"client_deployments": found.tenant.deployed, "client_quota": found.tenant.counters}
    return tuple(
        replace(part, heading=words("client_as_of", name=part.heading, day=_days(said, order)))
        if (said := told.get(part.key))
        else part
        for part in made
        if part is not None
    )


def client_answer(found: Told, order: SheetOrder) -> tuple[AnswerLine, ...]:
    """Return what is seen at a glance: the next end, tight quota, cost of the measured month."""
    made = (_next_end(found, order), _soon(found, order), _tight(found, order))
    return tuple(line for line in (*made, _cost(found, order)) if line is not None)


def without_silent_columns(table: Table) -> Table:
    """Return a table without the columns that tell nothing of any row."""
    kept = [
        at
        for at in range(len(table.columns))
        if any(row.cells[at].text != DASH and row.cells[at].sign != "?" for row in table.rows)
    ]
    groups = tuple(
        replace(
            group,
            rows=tuple(
                replace(row, cells=tuple(row.cells[at] for at in kept)) for row in group.rows
            ),
        )
        for group in table.groups
    )
    return replace(table, columns=tuple(table.columns[at] for at in kept), groups=groups)


def listed_told(offer: ListedOffer, order: SheetOrder) -> str:
    """Return that a subscription lists an offer, with the day."""
    return order.words("client_listed_on", day=figures.day(offer.day, order.language))


def _part(key: str, table: Table | None, order: SheetOrder, note: str) -> Part | None:
    if table is None:
        return None
    said = (Text((Sentence(order.words(note)),)),) if note else ()
    return Part(key, order.words(key), (table, *said))


def _days(said: Iterable[Statement], order: SheetOrder) -> str:
    """Return the day of the answers, or the first and the last one."""
    days = sorted({each.day for each in said})
    ends = dict.fromkeys(days[:1] + days[-1:])
    return " – ".join(figures.day(day, order.language) for day in ends)


def _table(
    stub: str, keys: Sequence[str], groups: Iterable[Group], order: SheetOrder
) -> Table | None:
    found = tuple(group for group in groups if group.rows)
    columns = tuple(Column(order.words(key), key in _FIGURES) for key in keys)
    return Table(order.words(stub), columns, found) if found else None


def _row(key: str, label: str, cells: dict[str, Cell], keys: Sequence[str]) -> Row:
    return Row(key, label, tuple(cells[each] for each in keys))


def _deployments(found: Told, order: SheetOrder) -> Table | None:
    """Return the client's own radar: what ends first at the top, in the radar's groups."""
    radar, rows = ChangeWords(order.language), dict[str, list[Row]]()
    for line in found.deployments:
        group = "" if line.ends is None else radar_group((line.ends - order.day).days)
        rows.setdefault(group, []).append(_deployment(line, found, order))
    names = {each: radar(each) for each in ("past", "soon", "half_year", "later")}
    names[""] = order.words("client_no_end")
    groups = (Group(key, name, tuple(rows.get(key, ()))) for key, name in names.items())
    return _table("client_deployment", DEPLOYED, groups, order)


def _deployment(line: DeploymentLine, found: Told, order: SheetOrder) -> Row:
    cells, deployed, soon = order.cells, line.deployed, Mark.NONE
    left = None if line.ends is None else (line.ends - order.day).days
    if left is not None and left <= SOON_DAYS:
        soon = Mark.WARNING
    told = {
        "model": cells.text(_model(deployed)),
        "region": _region(deployed.region, order),
        "client_type": cells.text(
            order.kind_names.get(deployed.deployment_type, "") or deployed.deployment_type
        ),
        "client_capacity": _capacity(line, found, order),
        "client_ends": cells.day(line.ends, mark=soon),
        "client_left": cells.number(left),
        "client_published": answer_cells.cell(line.retirement, order),
        "client_listed_end": cells.day(line.listed_end),
        "client_upgrade": _upgrade(deployed, order),
        "client_default": _default(line, order),
        **_successor(line, found, order),
    }
    return _row(deployment_key(deployed), deployed.name, told, DEPLOYED)


def deployment_key(deployed: Deployed) -> str:
    """Return the key of a deployment's row: no other has it."""
    return "/".join((deployed.subscription, deployed.account, deployed.name))


def _model(deployed: Deployed) -> str:
    return " ".join(filter(None, (deployed.model, deployed.version)))


def _region(region: str | None, order: SheetOrder) -> Cell:
    if region is None:
        return order.cells.unknown()
    return order.cells.text(order.region_names.get(region, region))


def _capacity(line: DeploymentLine, found: Told, order: SheetOrder) -> Cell:
    deployed, language = line.deployed, order.language
    if deployed.capacity is None:
        return order.cells.unknown()
    tpm = found.tpm_of(deployed)
    count = figures.number(tpm or deployed.capacity, language)
    if tpm or found.is_provisioned(deployed):
        return order.cells.text(order.words("client_tpm" if tpm else "client_ptu", count=count))
    return order.cells.text(counted(_UNITS, deployed.capacity, language, count))


def _upgrade(deployed: Deployed, order: SheetOrder) -> Cell:
    if not deployed.upgrade:
        return order.cells.unknown()
    key = f"client_upgrade_{deployed.upgrade}"
    told = order.words(key) if order.words.has(key) else deployed.upgrade
    return order.cells.text(told)


def _default(line: DeploymentLine, order: SheetOrder) -> Cell:
    if line.default is None:
        return order.cells.unknown()
    told = order.words("client_is_default") if line.is_default else line.default.version
    return order.cells.text(told)


def _successor(line: DeploymentLine, found: Told, order: SheetOrder) -> dict[str, Cell]:
    """Return who takes its place, where that can be had, and what the measured load costs then."""
    cells, empty = order.cells, order.cells.text(DASH)
    keys = DEPLOYED[DEPLOYED.index("client_successor") :]
    if line.entry is None or line.today is None:
        return {**dict.fromkeys(keys, empty), "client_successor": cells.unknown()}
    named = answer_cells.cell(who(line.entry, line.today, found.view), order)
    if line.today.successor is None:
        return {**dict.fromkeys(keys, empty), "client_successor": named}
    return {
        "client_successor": named,
        "client_offered": answer_cells.cell(line.successor_offered, order),
        "client_listed": _listed(line, found, order),
        "client_room": _room(line, order),
        **_then(line.load, order),
    }


def _listed(line: DeploymentLine, found: Told, order: SheetOrder) -> Cell:
    if line.successor_listed is not None:
        return order.cells.text(listed_told(line.successor_listed, order))
    region = line.deployed.region
    asked = None if found.listing is None else found.listing.asked.get(region or "")
    if asked is None:
        return order.cells.unknown()
    day = figures.day(asked, order.language)
    return order.cells.text(order.words("client_not_listed_on", day=day), mark=Mark.WARNING)


def _room(line: DeploymentLine, order: SheetOrder) -> Cell:
    if line.room is Room.UNKNOWN:
        return order.cells.unknown()
    short = line.room in {Room.NONE, Room.TOO_LITTLE}
    mark = Mark.WARNING if short else Mark.NONE
    return order.cells.text(order.words(f"client_room_{line.room}"), mark=mark)


def _then(load: LoadLine | None, order: SheetOrder) -> dict[str, Cell]:
    """Return how cost and PTU of the measured load change with the successor."""
    wanted = {"client_then": "then_cost_payg", "client_then_ptu": "then_deployable_ptu"}
    rows: dict[str, Answer] = {}
    if load is not None and load.estimate is not None:
        rows = {each.key: each.answers[0] for each in successor_load(load.estimate).rows}
    return {
        key: answer_cells.cell(rows[name], order) if name in rows else order.cells.text(DASH)
        for key, name in wanted.items()
    }


def _quotas(found: Told, order: SheetOrder) -> Table | None:
    rows = tuple(_quota(line, order) for line in found.quotas)
    return _table("client_counts", QUOTA, (Group("quota", "", rows),), order)


def counts_for(line: QuotaLine, order: SheetOrder) -> str:
    """Return what a counter counts, in words."""
    if line.provisioned:
        return order.words("client_shared")
    versions: dict[str, list[str]] = {}
    for each in line.models:
        model, _, version = each.partition(" ")
        versions.setdefault(model, []).append(version)
    told = (f"{model} {', '.join(names)}".strip() for model, names in versions.items())
    return "; ".join(told) or line.counter.name.split(".", 2)[-1]


def _quota(line: QuotaLine, order: SheetOrder) -> Row:
    cells, counter, words = order.cells, line.counter, order.words
    unit = words("client_unit_ptu") if line.provisioned else ""
    if line.tpm_per_unit is not None:
        count = figures.number(line.tpm_per_unit, order.language)
        unit = words("client_unit_tpm", count=count)
    kind = line.deployment_type or ""
    empty = not counter.limit
    told = {
        "region": _region(counter.region, order),
        "client_type": cells.text(order.kind_names.get(kind, kind)),
        "client_used": cells.number(_count(counter.used)),
        "client_limit": replace(
            cells.number(_count(counter.limit)), mark=Mark.WARNING if empty else Mark.NONE
        ),
        "client_left_units": cells.number(_count(counter.left)),
        "client_left_tpm": cells.text(DASH) if line.provisioned else cells.number(line.tpm_left),
        "client_unit": cells.text(unit or counter.told or DASH),
    }
    return _row(quota_key(line), counts_for(line, order), told, QUOTA)


def quota_key(line: QuotaLine) -> str:
    """Return the key of a counter's row: no other has it."""
    counter = line.counter
    return "/".join((counter.subscription, counter.region or "", counter.name))


def _count(number: float) -> Decimal:
    return Decimal(str(number)).normalize()


def _loads(found: Told, order: SheetOrder) -> Table | None:
    rows = tuple(_load(line, order) for line in found.loads)
    return _table("client_deployment", LOADS, (Group("loads", "", rows),), order)


def _load(line: LoadLine, order: SheetOrder) -> Row:
    measured, cells = line.measured, order.cells
    label = measured.deployment or order.words("client_all_of", account=measured.account)
    told = dict.fromkeys(LOADS, cells.text(DASH))
    told["model"] = cells.unknown() if line.deployed is None else cells.text(_model(line.deployed))
    if line.estimate is None:
        why = "" if line.refusal is None else line.refusal.told(order.language)
        told["client_cheapest"] = cells.unknown(text=why)
    else:
        known = figures_by_key(sizing_sections([line.estimate]))
        requests = count_told(line.estimate.question.deployment.monthly_requests)
        told["client_requests"] = cells.number(requests)
        told |= {
            key: answer_cells.cell(known[name], order)
            for key, name in _COSTS.items()
            if name in known
        }
    return _row(f"{measured.account}/{measured.deployment}", label, told, LOADS)


def _origins(found: Told, order: SheetOrder) -> Table | None:
    rows = tuple(_origin(each, order) for each in found.origins)
    return _table("client_answer", ORIGINS, (Group("origins", "", rows),), order)


def _origin(each: Origin, order: SheetOrder) -> Row:
    cells, words = order.cells, order.words
    regions = ", ".join(order.region_names.get(name, name) for name in each.regions)
    told = {
        "client_subscription": cells.text(each.subscription or words("client_nameless")),
        "client_regions": cells.text(regions or DASH),
        "client_day": cells.day(each.day),
        "client_count": cells.number(each.count),
    }
    key = f"{each.kind}/{each.subscription}/{each.day}"
    return _row(key, words(f"client_{each.kind}_kind"), told, ORIGINS)


def _next_end(found: Told, order: SheetOrder) -> AnswerLine | None:
    if not found.deployments:
        return None
    key, words = "client_next_end", order.words
    ends = [line for line in found.deployments if line.ends is not None]
    if not ends or ends[0].ends is None:
        return AnswerLine(key, words(key), words("unknown"))
    day: date = ends[0].ends
    names = ", ".join(line.deployed.name for line in ends if line.ends == day)
    lead = words("client_next_end_told", day=figures.day(day, order.language), names=names)
    return AnswerLine(key, words(key), lead, warning=(day - order.day).days <= SOON_DAYS)


def _soon(found: Told, order: SheetOrder) -> AnswerLine | None:
    if not found.deployments:
        return None
    left = ((line.ends - order.day).days for line in found.deployments if line.ends is not None)
    count = sum(each <= SOON_DAYS for each in left)
    label = order.words("client_soon", days=SOON_DAYS)
    return _of_all("client_soon", label, count, len(found.deployments), order)


def _tight(found: Told, order: SheetOrder) -> AnswerLine | None:
    shares = [line.share_used for line in found.quotas if line.share_used is not None]
    if not shares:
        return None
    count = sum(each >= TIGHT for each in shares)
    return _of_all("client_tight", order.words("client_tight"), count, len(shares), order)


def _of_all(key: str, label: str, count: int, of: int, order: SheetOrder) -> AnswerLine:
    told = {
        name: figures.number(number, order.language)
        for name, number in (("count", count), ("total", of))
    }
    return AnswerLine(key, label, order.words(f"{key}_told", **told), warning=bool(count))


def _cost(found: Told, order: SheetOrder) -> AnswerLine | None:
    """Return what the measured loads cost together, where every one of them is known."""
    reckoned = [line.estimate for line in found.loads if line.estimate is not None]
    paid = [each.payg_monthly for each in reckoned if each.payg_monthly is not None]
    least = [
        cost
        for each in reckoned
        if each.cheapest is not None and (cost := each.cost_of(each.cheapest)) is not None
    ]
    if not reckoned or len(paid) < len(found.loads):
        return None
    words, currency = order.words, reckoned[0].currency
    lead = words("client_cost_told", paid=order.cells.amount_text(total(paid), currency))
    more: tuple[Sentence, ...] = ()
    if len(least) == len(found.loads):
        told = order.cells.amount_text(total(least), currency)
        more = (Sentence(words("client_cost_least", least=told)),)
    return AnswerLine("client_cost", words("client_cost"), lead, more)


MOST_QUOTAS = 60
"""Counters that a sheet lists: those in use come first."""
TOLD = (FactKind.LIFECYCLE, FactKind.AVAILABILITY, FactKind.PRICES)
"""Kinds of the catalogue's facts that stand beside the answers."""


def client_sheet(told: Told, order: SheetOrder) -> Sheet:
    """Return what the subscriptions tell, beside the catalogue of the order.

    Args:
        told: what the answers tell; read anew for the order's catalogue and day.
        order: language, day and catalogue.
    """
    words = order.words
    found = Told(told.tenant, order.catalog, order.day)
    deployed = tuple(
        {line.entry.key: line.entry for line in found.deployments if line.entry}.values()
    )
    content = Content(
        kind=SheetKind.CLIENT,
        title=words("client_sheet"),
        parts=tuple(_on_paper(part, order) for part in client_parts(found, order)),
        assumptions=(Sentence(words("client_told_by")),),
        remarks=disputed(deployed, order),
        dates=order.dates(deployed, TOLD),
        answer=client_answer(found, order),
    )
    return framed(content, order)


def _on_paper(part: Part, order: SheetOrder) -> Part:
    """Return a part without columns that say nothing, and with the counters that matter."""
    blocks = tuple(
        _shorter(without_silent_columns(block), part.key) if isinstance(block, Table) else block
        for block in part.blocks
    )
    return replace(part, blocks=blocks)


def _shorter(table: Table, key: str) -> Table:
    if key != "client_quota":
        return table
    groups = (Group(each.key, each.heading, each.rows[:MOST_QUOTAS]) for each in table.groups)
    return replace(table, groups=tuple(groups))
