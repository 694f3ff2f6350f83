# SPDX-License-Identifier: MIT
"""The columns of the table of models: one record each."""

from collections.abc import Callable
from dataclasses import dataclass, field

from PySide6.QtCore import QT_TRANSLATE_NOOP, Qt

from azmodels_gui.catalog.entry import Entry
from azmodels_gui.catalog.facts import Limits, TokenLimit
from azmodels_gui.catalog.prices import Price
from azmodels_gui.catalog.terms import Availability, TokenCategory
from azmodels_gui.qtmodels import figure_cells as figures
from azmodels_gui.qtmodels import labels
from azmodels_gui.qtmodels import offer_cells as offers
from azmodels_gui.qtmodels.cell_context import CellContext, Chip

CONTEXT = "Columns"
SortKey = str | int | float

LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
CENTER = Qt.AlignmentFlag.AlignCenter


def _nothing(_entry: Entry, _context: CellContext) -> str:
    return ""


@dataclass(frozen=True, kw_only=True)
class Column:
    """How one column gets its heading, its texts and its order from an entry."""

    key: str
    """For preferences: stays the same when columns are moved or renamed."""
    header: str
    """English source text, to be translated when shown. `{regions}` stands for the regions
    chosen in the filter."""
    text: Callable[[Entry, CellContext], str]
    sort_key: Callable[[Entry, CellContext], SortKey | None]
    """None: missing, which sorts last in both directions."""
    chips: Callable[[Entry, CellContext], tuple[Chip, ...]] | None = None
    """For cells drawn as chips; their texts together are `text`."""
    tooltip: Callable[[Entry, CellContext], str] = _nothing
    """Source and date of what the cell says, plain text."""
    tone: Callable[[Entry, CellContext], str] = _nothing
    """`past`, `soon`, `muted` or nothing."""
    width: int = 12
    """Width to start with, in characters."""
    alignment: Qt.AlignmentFlag = field(default=LEFT)
    visible: bool = True
    """Shown until the user chooses otherwise."""
    by_regions: bool = False
    """True: changes with the regions chosen in the filter."""


def _of_chips(
    key: str,
    header: object,
    chips: Callable[[Entry, CellContext], tuple[Chip, ...]],
    sort_key: Callable[[Entry, CellContext], SortKey | None],
    *,
    tooltip: Callable[[Entry, CellContext], str],
    width: int,
    by_regions: bool = False,
) -> Column:
    def text(entry: Entry, context: CellContext) -> str:
        return ", ".join(chip.text for chip in chips(entry, context))

    return Column(
        key=key,
        header=str(header),
        text=text,
        sort_key=sort_key,
        chips=chips,
        tooltip=tooltip,
        width=width,
        by_regions=by_regions,
    )


def _yes_no(
    key: str,
    header: object,
    availability: Callable[[Entry, CellContext], Availability],
    *,
    visible: bool = True,
) -> Column:
    def text(entry: Entry, context: CellContext) -> str:
        return context.word(labels.YES_NO, availability(entry, context).value)

    def tone(entry: Entry, context: CellContext) -> str:
        return "muted" if availability(entry, context) is Availability.UNKNOWN else ""

    return Column(
        key=key,
        header=str(header),
        text=text,
        sort_key=lambda entry, context: offers.YES_FIRST[availability(entry, context)],
        tooltip=offers.offers_tip,
        tone=tone,
        width=9,
        alignment=CENTER,
        visible=visible,
    )


def _limit(
    key: str, header: object, limit: Callable[[Limits], TokenLimit | None], *, visible: bool = True
) -> Column:
    def sort_key(entry: Entry, _context: CellContext) -> int | None:
        found = limit(entry.version.limits)
        return None if found is None else found.tokens

    def tone(entry: Entry, _context: CellContext) -> str:
        return "muted" if limit(entry.version.limits) is None else ""

    return Column(
        key=key,
        header=str(header),
        text=lambda entry, context: figures.limit_text(limit(entry.version.limits), context),
        sort_key=sort_key,
        tooltip=lambda entry, context: figures.limit_tip(limit(entry.version.limits), context),
        tone=tone,
        width=11,
        alignment=RIGHT,
        visible=visible,
    )


def _price(key: str, header: object, category: TokenCategory) -> Column:
    def price(entry: Entry, context: CellContext) -> Price | None:
        return figures.lowest_price(entry, context, category)

    return Column(
        key=key,
        header=str(header),
        text=lambda entry, context: figures.price_text(price(entry, context), context),
        sort_key=lambda entry, context: figures.price_key(price(entry, context)),
        tooltip=lambda entry, context: figures.price_tip(price(entry, context), context),
        tone=lambda entry, context: "muted" if price(entry, context) is None else "",
        width=10,
        alignment=RIGHT,
    )


COLUMNS: tuple[Column, ...] = (
    Column(
        key="model",
        header=str(QT_TRANSLATE_NOOP("Columns", "Model")),
        text=lambda entry, _: entry.model.id,
        sort_key=lambda entry, _: entry.model.id.casefold(),
        width=24,
    ),
    Column(
        key="version",
        header=str(QT_TRANSLATE_NOOP("Columns", "Version")),
        text=lambda entry, _: entry.version.version,
        sort_key=lambda entry, _: entry.version.version or None,
        width=12,
    ),
    Column(
        key="provider",
        header=str(QT_TRANSLATE_NOOP("Columns", "Provider")),
        text=lambda entry, context: context.provider_names.get(
            entry.model.provider, entry.model.provider
        ),
        sort_key=lambda entry, context: context.provider_names.get(
            entry.model.provider, entry.model.provider
        ).casefold(),
    ),
    Column(
        key="family",
        header=str(QT_TRANSLATE_NOOP("Columns", "Family")),
        text=lambda entry, context: context.family_names.get(entry.model.family or "", ""),
        sort_key=lambda entry, context: context.family_names.get(entry.model.family or ""),
        visible=False,
    ),
    _of_chips(
        "stage",
        QT_TRANSLATE_NOOP("Columns", "Stage"),
        figures.stage,
        figures.stage_key,
        tooltip=figures.stage_tip,
        width=18,
    ),
    Column(
        key="retirement_date",
        header=str(QT_TRANSLATE_NOOP("Columns", "Retirement")),
        text=figures.retirement,
        sort_key=figures.retirement_key,
        tooltip=figures.stage_tip,
        tone=figures.retirement_tone,
        alignment=RIGHT,
    ),
    Column(
        key="days_left",
        header=str(QT_TRANSLATE_NOOP("Columns", "Days left")),
        text=figures.days_left,
        sort_key=figures.days_left_key,
        tooltip=figures.stage_tip,
        tone=figures.retirement_tone,
        width=9,
        alignment=RIGHT,
    ),
    _limit(
        "context_window",
        QT_TRANSLATE_NOOP("Columns", "Context window"),
        lambda limits: limits.context_window,
    ),
    _limit(
        "max_output",
        QT_TRANSLATE_NOOP("Columns", "Max output"),
        lambda limits: limits.max_output,
        visible=False,
    ),
    _of_chips(
        "deployment_types",
        QT_TRANSLATE_NOOP("Columns", "Deployment types"),
        offers.deployment_types,
        offers.deployment_types_count,
        tooltip=offers.regions_tip,
        width=36,
    ),
    _of_chips(
        "offered_here",
        QT_TRANSLATE_NOOP("Columns", "Offered in {regions}"),
        offers.offered_here,
        offers.offered_here_rank,
        tooltip=offers.offers_tip,
        width=30,
        by_regions=True,
    ),
    Column(
        key="regions_count",
        header=str(QT_TRANSLATE_NOOP("Columns", "Regions")),
        text=offers.regions_count,
        sort_key=offers.regions_count_key,
        tooltip=offers.regions_tip,
        width=8,
        alignment=RIGHT,
    ),
    _yes_no(
        "eu_data_zone", QT_TRANSLATE_NOOP("Columns", "EU data zone"), offers.zone_availability("EU")
    ),
    _yes_no(
        "us_data_zone",
        QT_TRANSLATE_NOOP("Columns", "US data zone"),
        offers.zone_availability("US"),
        visible=False,
    ),
    _price("input_price", QT_TRANSLATE_NOOP("Columns", "Input price"), TokenCategory.INPUT),
    _price("output_price", QT_TRANSLATE_NOOP("Columns", "Output price"), TokenCategory.OUTPUT),
    _yes_no("ptu", QT_TRANSLATE_NOOP("Columns", "PTU"), offers.ptu_availability),
    Column(
        key="capabilities",
        header=str(QT_TRANSLATE_NOOP("Columns", "Capabilities")),
        text=lambda entry, context: context.names(
            tuple(each.id for each in entry.version.capabilities), context.capability_names
        ),
        sort_key=lambda entry, _: len(entry.version.capabilities) or None,
        width=30,
        visible=False,
    ),
    Column(
        key="use_cases",
        header=str(QT_TRANSLATE_NOOP("Columns", "Use cases")),
        text=lambda entry, context: context.names(entry.model.use_cases, context.use_case_names),
        sort_key=lambda entry, _: len(entry.model.use_cases) or None,
        width=30,
        visible=False,
    ),
    Column(
        key="training_data",
        header=str(QT_TRANSLATE_NOOP("Columns", "Training data until")),
        text=figures.training_data,
        sort_key=lambda entry, _: (
            None
            if entry.version.limits.training_data is None
            else entry.version.limits.training_data.until
        ),
        visible=False,
    ),
)
COLUMN_NUMBERS = {column.key: number for number, column in enumerate(COLUMNS)}
"""Place of each column in the model by its key."""
