# SPDX-License-Identifier: MIT
"""The sheet of a client: what the subscriptions tell, with the day of each answer."""

from msgspec.structs import replace

from azmodels_gui.catalog.fact_dates import FactKind
from azmodels_gui.clients.told import Told
from azmodels_gui.sheets.client_told import client_answer, client_parts, without_silent_columns
from azmodels_gui.sheets.frame import Content, framed
from azmodels_gui.sheets.order import SheetOrder
from azmodels_gui.sheets.remarks import disputed
from azmodels_gui.sheets.sheet import Group, Part, Sentence, Sheet, SheetKind, Table

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
