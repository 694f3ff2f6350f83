# SPDX-License-Identifier: MIT
"""The columns of the table of models, in their first order."""

from collections.abc import Callable
from typing import Any

from msgspec import Struct
from msgspec.structs import replace
from PySide6.QtCore import Qt

from azmodels_gui.answers.answer import Answer, Money, Qualifier, known
from azmodels_gui.answers.availability import as_ptu, in_zone, regions_count
from azmodels_gui.answers.lifecycle import days_left, retirement, stage
from azmodels_gui.answers.overview import limit, training_data
from azmodels_gui.answers.prices import entry_price
from azmodels_gui.answers.viewpoint import Viewpoint
from azmodels_gui.catalog import labels
from azmodels_gui.catalog.document import Entry, version_sort_text
from azmodels_gui.catalog.fact_dates import FactKind
from azmodels_gui.catalog.terms import Stage, TokenCategory
from azmodels_gui.language.words import N_, NC_, Message
from azmodels_gui.window.formats import number
from azmodels_gui.window.models import answer_cells as cells
from azmodels_gui.window.models.answer_cells import SortKey
from azmodels_gui.window.models.cell_context import CellContext, Chip
from azmodels_gui.window.widgets.mark_painter import Mark

LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
CENTRE = Qt.AlignmentFlag.AlignCenter


Told = Callable[[Entry, CellContext], str]
Chips = Callable[[Entry, CellContext], tuple[Chip, ...]]


def nothing(_entry: Entry, _context: CellContext) -> str:
    """Return no tooltip or tone."""
    return ""


class Column(Struct, frozen=True, kw_only=True):
    """How one column gets its heading, its texts and its order from an entry."""

    key: str
    """For preferences: stays the same when columns are moved or renamed."""
    header: str
    """English source text, to be translated when shown. `{regions}` stands for the regions
    chosen in the filter."""
    header_tip: str = ""
    """What the figures mean, English source text."""
    text: Told
    sort_key: Callable[[Entry, CellContext], SortKey | None]
    """None: missing, which sorts last in both directions."""
    short: str = ""
    """Heading over the column, where it is shorter; English source text."""
    below: str = ""
    """Second line of the heading; English source text."""
    group: str = ""
    """Neighbours with the same one have one upper heading; English source text. `{place}` stands
    for the place chosen in the filter."""
    narrow: str = ""
    """The upper heading where `group` has no room."""
    anywhere: str = ""
    """The upper heading while no place is chosen; empty: as `group`."""
    letters: bool = False
    """The heading is a letter for each slot of the marks."""
    shown: Told | None = None
    """What is painted of the text where that is shorter: the column says what it is about."""
    note: Told | None = None
    """A second, quieter line."""
    marks: Callable[[Entry, CellContext], tuple[Mark, ...]] | None = None
    """For cells drawn as signs and words; `text` says the same."""
    warns: bool = False
    """A sign stands before what is near or past."""
    chips: Chips | None = None
    """For cells drawn as chips; their texts together are `text`."""
    tooltip: Told = nothing
    """Source and date of what the cell says, plain text."""
    tone: Told = nothing
    """`past`, `soon`, `muted` or nothing."""
    width: int = 12
    """Width to start with, in characters."""
    signs: int = 0
    """So many signs of a fixed size must have room."""
    alignment: Qt.AlignmentFlag = LEFT
    visible: bool = True
    """Shown until the user chooses otherwise."""
    by_place: bool = False
    """True: changes with the regions, data zones and deployment types chosen in the filter."""


Ask = Callable[[Entry, Viewpoint], Answer]


def asking(ask: Ask) -> Callable[[Entry, CellContext], Answer]:
    """Return what asks once for all that a cell tells of one answer."""

    def asked(entry: Entry, context: CellContext) -> Answer:
        kept = context.asked_last.get(ask)
        if kept is None or kept[0] is not entry:
            kept = context.asked_last[ask] = (entry, ask(entry, context.view))
        return kept[1]

    return asked


def column(key: str, header: Message, ask: Ask, kind: FactKind, **more: Any) -> Column:
    """Return a column that shows an answer.

    Args:
        key: of the column.
        header: its heading.
        ask: returns the answer.
        kind: of the fact, for who asks where it was looked for.
        more: fields of the column.
    """
    asked = asking(ask)
    fields: dict[str, Any] = {
        "shown": lambda entry, context: cells.short(asked(entry, context), context),
        "text": lambda entry, context: cells.text(asked(entry, context), context),
        "sort_key": lambda entry, context: cells.sort_key(asked(entry, context)),
        "tooltip": lambda entry, context: cells.tip(asked(entry, context), context, kind),
        "tone": lambda entry, context: cells.tone(asked(entry, context)),
    }
    if "text" in more:
        del fields["shown"]
    return Column(key=key, header=header, **(fields | more))


def figure(key: str, header: Message, ask: Ask, kind: FactKind, **more: Any) -> Column:
    """Return a column of figures, flush right."""
    return column(key, header, ask, kind, alignment=RIGHT, **more)


def yes_no(key: str, header: Message, ask: Ask, width: int = 7, **more: Any) -> Column:
    """Return a column that says of an offer yes, no, unknown or conflicting sources."""

    def word(entry: Entry, context: CellContext) -> str:
        return context.word(labels.YES_NO, str(ask(entry, context.view).value))

    def mark(entry: Entry, context: CellContext) -> tuple[Mark, ...]:
        return (Mark("yes", cells.availability_of(ask(entry, context.view))),)

    fields = {"text": word, "marks": mark, "width": width, "alignment": CENTRE}
    return column(key, header, ask, FactKind.AVAILABILITY, **fields, **more)


def price(key: str, header: Message, short: Message, category: TokenCategory) -> Column:
    """Return a column with the price that stands for an entry in the place chosen."""
    ask = _price_of(category)
    asked = asking(ask)

    def note(entry: Entry, context: CellContext) -> str:
        ended = Qualifier.ENDED in asked(entry, context).qualifiers
        return context.word(labels.FIGURES, "expired") if ended else ""

    heading = {"short": short, "group": PRICE_IN, "narrow": PRICE_IN_SHORT}
    fields = {"anywhere": PRICE_ANYWHERE, "header_tip": PRICE_TIP, "note": note}
    return figure(key, header, ask, FactKind.PRICES, **heading, **fields, width=8, by_place=True)


PRICE_IN, PRICE_IN_SHORT = N_("Price {place} $/1M"), N_("{place} $/1M")
PRICE_ANYWHERE = N_("Lowest price $/1M")
PRICE_TIP = N_(
    "Lowest standard price in force, US dollars per 1M tokens, for any deployment type and region"
)


def _price_of(category: TokenCategory) -> Ask:
    return lambda entry, view: entry_price(entry, category, view)


def _price_since(entry: Entry, view: Viewpoint) -> Answer:
    """Return since when the input price holds."""
    found = entry_price(entry, TokenCategory.INPUT, view)
    since = found.since if isinstance(found.value, Money) else None
    return known(since, *found.sources)


def _in_zone(zone: str) -> Ask:
    return lambda entry, view: in_zone(entry, zone, view)


def _limit(name: str) -> Ask:
    return lambda entry, view: limit(entry, name, view)


def _time_left(entry: Entry, context: CellContext) -> str:
    """Return the tone of the retirement date."""
    retired = entry.version.lifecycle.stage is Stage.RETIRED
    return cells.time_left_tone(days_left(entry, context.view), retired=retired)


def _days_left(entry: Entry, context: CellContext) -> str:
    left = days_left(entry, context.view).value
    if not isinstance(left, int):
        return ""
    return number(left, context.language).replace("-", "\N{MINUS SIGN}")


def _provider(entry: Entry, context: CellContext) -> str:
    return context.provider_names.get(entry.model.provider, entry.model.provider)


def _words_of(chips: Chips) -> Told:
    """Return the function that puts the words of a cell's chips on one line."""
    return lambda entry, context: ", ".join(chip.text for chip in chips(entry, context))


_AT_FIRST = (
    Column(
        key="model",
        header=N_("Model"),
        below=N_("Version · stage"),
        text=lambda entry, _: entry.model.id,
        note=cells.version_and_stage,
        sort_key=lambda entry, _: entry.model.id.casefold(),
        tooltip=cells.title_tip,
        width=22,
    ),
    Column(
        key="use_cases",
        header=N_("Use cases"),
        short=N_("Use case"),
        text=lambda entry, context: context.names(entry.model.use_cases, context.use_case_names),
        chips=cells.first_use_case,
        tooltip=cells.use_cases_tip,
        sort_key=lambda entry, _: len(entry.model.use_cases) or None,
        width=10,
    ),
    Column(
        key="processing",
        header=NC_("heading", "Processing"),
        below=NC_("regional, data zone, global", "RZG"),
        letters=True,
        text=cells.marks_told(cells.processing),
        marks=cells.processing,
        tooltip=cells.marks_tip(cells.processing),
        sort_key=cells.processing_rank,
        width=0,
        signs=len(cells.SLOTS),
        by_place=True,
    ),
    Column(
        key="capacity",
        header=N_("Capacity model"),
        text=cells.marks_told(cells.capacity),
        marks=cells.capacity,
        tooltip=cells.marks_tip(cells.capacity),
        sort_key=cells.capacity_rank,
        width=16,
        by_place=True,
    ),
    price("input_price", N_("Input price"), NC_("heading", "Input"), TokenCategory.INPUT),
    price("output_price", N_("Output price"), NC_("heading", "Output"), TokenCategory.OUTPUT),
    yes_no("eu_data_zone", N_("EU data zone"), _in_zone("EU"), 3, short=NC_("heading", "EU")),
    figure(
        *("retirement", N_("Retirement"), retirement, FactKind.LIFECYCLE),
        shown=cells.month_of_retirement,
        note=cells.time_left,
        tone=_time_left,
        warns=True,
        width=9,
    ),
)
_FURTHER = (
    Column(
        key="version",
        header=N_("Version"),
        text=lambda entry, _: entry.version.version,
        sort_key=lambda entry, _: (
            version_sort_text(entry.version.version) if entry.version.version else None
        ),
    ),
    Column(
        key="provider",
        header=N_("Provider"),
        text=_provider,
        sort_key=lambda entry, context: _provider(entry, context).casefold(),
    ),
    Column(
        key="family",
        header=N_("Family"),
        text=lambda entry, context: context.family_names.get(entry.model.family or "", ""),
        sort_key=lambda entry, context: context.family_names.get(entry.model.family or ""),
    ),
    column(
        *("stage", N_("Stage"), stage, FactKind.LIFECYCLE),
        text=_words_of(cells.stage),
        chips=cells.stage,
        sort_key=cells.stage_key,
        width=18,
    ),
    figure(
        *("retirement_date", N_("Retirement date"), retirement, FactKind.LIFECYCLE),
        tone=_time_left,
    ),
    figure(
        *("days_left", NC_("heading", "Days left"), days_left, FactKind.LIFECYCLE),
        text=_days_left,
        tone=_time_left,
        width=9,
    ),
    figure(
        *("context_window", N_("Context window"), _limit("context_window"), FactKind.LIMITS),
        width=11,
    ),
    figure("max_output", N_("Max output"), _limit("max_output"), FactKind.LIMITS, width=11),
    Column(
        key="deployment_types",
        header=N_("Deployment types"),
        text=_words_of(cells.deployment_types),
        chips=cells.deployment_types,
        tooltip=cells.regions_tip,
        sort_key=cells.deployment_types_count,
        width=36,
    ),
    Column(
        key="offered_here",
        header=N_("Offered in {regions}"),
        text=_words_of(cells.offered_here),
        chips=cells.offered_here,
        tooltip=cells.offered_here_tip,
        sort_key=cells.offered_here_rank,
        width=30,
        by_place=True,
    ),
    figure(
        *("regions_count", N_("Regions"), regions_count, FactKind.AVAILABILITY),
        tooltip=cells.regions_tip,
        width=8,
    ),
    yes_no("us_data_zone", N_("US data zone"), _in_zone("US")),
    figure(
        *("price_since", N_("Input price since"), _price_since, FactKind.PRICES),
        by_place=True,
    ),
    yes_no("ptu", N_("PTU"), as_ptu),
    Column(
        key="capabilities",
        header=N_("Capabilities"),
        text=cells.capabilities,
        tooltip=cells.capabilities_tip,
        sort_key=cells.capabilities_count,
        width=30,
    ),
    column("training_data", N_("Training data until"), training_data, FactKind.LIMITS),
)
COLUMNS: tuple[Column, ...] = (
    *_AT_FIRST,
    *(replace(column, visible=False) for column in _FURTHER),
)
COLUMN_NUMBERS = {column.key: number for number, column in enumerate(COLUMNS)}
"""Place of each column in the model by its key."""
FIRST = "model"
"""Always on show and leftmost: it says whose row it is."""
