# SPDX-License-Identifier: MIT
"""The features sheet: what models can do, side by side, with levels, sources and dates."""

from collections.abc import Sequence

from azmodels_gui.answers.overview import Feature, feature, features, says_anything
from azmodels_gui.catalog.document import Entry
from azmodels_gui.catalog.fact_dates import FactKind
from azmodels_gui.sheets.answer_cells import cell, label
from azmodels_gui.sheets.frame import Content, framed
from azmodels_gui.sheets.order import SheetOrder
from azmodels_gui.sheets.sheet import (
    Column,
    Group,
    Part,
    Row,
    Sentence,
    Sheet,
    SheetKind,
    Table,
    Text,
)


def features_sheet(entries: Sequence[Entry], asked: Sequence[Feature], order: SheetOrder) -> Sheet:
    """Return what some entries can do; nothing is left out but what no source speaks of.

    Args:
        entries: what is compared, in their order.
        asked: what all of them can do, for the head.
        order: what the user asks for.
    """
    words = order.words
    told = [entry for entry in entries if says_anything(entry)]
    head = []
    if asked:
        names = ", ".join(named(each, order) for each in asked)
        head.append(words("features_asked", features=names))
    silent = len(entries) - len(told)
    if silent:
        head.append(words("features_silent", count=silent))
    block = _table(told, order) if told else Text((Sentence(words("nothing_fits")),))
    content = Content(
        kind=SheetKind.FEATURES,
        title=words("features_title"),
        parts=(Part("features", "", (block,)),),
        head=tuple(head),
        assumptions=(Sentence(words("features_batch")),),
        remarks=(Sentence(words("features_unknown")),),
        dates=order.dates(told, (FactKind.CAPABILITIES,)),
        priced=False,
    )
    return framed(content, order)


def named(asked: Feature, order: SheetOrder) -> str:
    """Return the name of a feature, with its level."""
    name = label(asked.name, order)
    return f"{name}: {asked.level}" if asked.level else name


def _table(entries: Sequence[Entry], order: SheetOrder) -> Table:
    columns = features(entries, order.view, by_level=False)
    rows = tuple(
        Row(
            entry.title,
            entry.title,
            tuple(cell(feature(entry, each, order.view), order) for each in columns),
        )
        for entry in entries
    )
    return Table(
        order.words("model"),
        tuple(Column(label(each.name, order)) for each in columns),
        (Group("features", "", rows),),
        by_column=True,
    )
