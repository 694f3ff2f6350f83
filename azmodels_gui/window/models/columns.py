# SPDX-License-Identifier: MIT
"""The columns of the table of models, in their first order."""

from azmodels_gui.answers.answer import Answer, Money, Qualifier, known
from azmodels_gui.answers.availability import as_ptu, in_zone, regions_count
from azmodels_gui.answers.lifecycle import days_left, retirement, stage
from azmodels_gui.answers.limits import limit, training_data
from azmodels_gui.answers.prices import entry_price
from azmodels_gui.answers.viewpoint import Viewpoint
from azmodels_gui.catalog import labels
from azmodels_gui.catalog.entry import Entry, version_sort_text
from azmodels_gui.catalog.fact_dates import FactKind
from azmodels_gui.catalog.terms import Stage, TokenCategory
from azmodels_gui.language.words import N_, NC_, Message
from azmodels_gui.window.formats import number
from azmodels_gui.window.models import answer_cells as answers
from azmodels_gui.window.models import offer_cells as offers
from azmodels_gui.window.models.answer_cells import Ask, asking, column, figure, yes_no
from azmodels_gui.window.models.cell_context import CellContext
from azmodels_gui.window.models.column import Column, words_of

CONTEXT = "Columns"
PRICE_TIP = N_(
    "Lowest standard price in force, US dollars per 1M tokens, for any deployment type and region"
)


def _time_left(entry: Entry, context: CellContext) -> str:
    """Return the tone of the retirement date."""
    retired = entry.version.lifecycle.stage is Stage.RETIRED
    return answers.time_left_tone(days_left(entry, context.view), retired=retired)


def _days_left(entry: Entry, context: CellContext) -> str:
    left = days_left(entry, context.view).value
    if not isinstance(left, int):
        return ""
    return number(left, context.language).replace("-", "\N{MINUS SIGN}")


def _price_since(entry: Entry, view: Viewpoint) -> Answer:
    """Return since when the input price holds."""
    price = _input_price(entry, view)
    since = price.since if isinstance(price.value, Money) else None
    return known(since, *price.sources)


PRICE_IN, PRICE_IN_SHORT = N_("Price {place} $/1M"), N_("{place} $/1M")
PRICE_ANYWHERE = N_("Lowest price $/1M")


def _input_price(entry: Entry, view: Viewpoint) -> Answer:
    return entry_price(entry, TokenCategory.INPUT, view)


def _output_price(entry: Entry, view: Viewpoint) -> Answer:
    return entry_price(entry, TokenCategory.OUTPUT, view)


def _price(key: str, header: Message, short: Message, ask: Ask) -> Column:
    """Return a column with the price that stands for an entry in the place chosen."""
    asked = asking(ask)

    def note(entry: Entry, context: CellContext) -> str:
        ended = Qualifier.ENDED in asked(entry, context).qualifiers
        return context.word(labels.FIGURES, "expired") if ended else ""

    return figure(
        key,
        header,
        ask,
        FactKind.PRICES,
        short=short,
        note=note,
        width=8,
        by_place=True,
        group=PRICE_IN,
        narrow=PRICE_IN_SHORT,
        anywhere=PRICE_ANYWHERE,
        header_tip=PRICE_TIP,
    )


COLUMNS: tuple[Column, ...] = (
    Column(
        key="model",
        header=N_("Model"),
        below=N_("Version · stage"),
        text=lambda entry, _: entry.model.id,
        note=offers.version_and_stage,
        sort_key=lambda entry, _: entry.model.id.casefold(),
        tooltip=offers.title_tip,
        width=22,
    ),
    Column(
        key="use_cases",
        header=N_("Use cases"),
        short=N_("Use case"),
        text=lambda entry, context: context.names(entry.model.use_cases, context.use_case_names),
        chips=offers.first_use_case,
        tooltip=offers.use_cases_tip,
        sort_key=lambda entry, _: len(entry.model.use_cases) or None,
        width=10,
    ),
    Column(
        key="processing",
        header=NC_("heading", "Processing"),
        below=NC_("regional, data zone, global", "RZG"),
        letters=True,
        text=offers.processing_told,
        marks=offers.processing,
        tooltip=offers.processing_tip,
        sort_key=offers.processing_rank,
        width=0,
        signs=len(offers.SLOTS),
        by_place=True,
    ),
    Column(
        key="capacity",
        header=N_("Capacity model"),
        text=offers.capacity_told,
        marks=offers.capacity,
        tooltip=offers.capacity_tip,
        sort_key=offers.capacity_rank,
        width=16,
        by_place=True,
    ),
    _price("input_price", N_("Input price"), NC_("heading", "Input"), _input_price),
    _price("output_price", N_("Output price"), NC_("heading", "Output"), _output_price),
    yes_no(
        "eu_data_zone",
        N_("EU data zone"),
        lambda entry, view: in_zone(entry, "EU", view),
        FactKind.AVAILABILITY,
        short=NC_("heading", "EU"),
        width=3,
    ),
    figure(
        "retirement",
        N_("Retirement"),
        retirement,
        FactKind.LIFECYCLE,
        shown=offers.month_of_retirement,
        note=offers.time_left,
        tone=_time_left,
        warns=True,
        width=9,
    ),
    Column(
        key="version",
        header=N_("Version"),
        text=lambda entry, _: entry.version.version,
        sort_key=lambda entry, _: (
            version_sort_text(entry.version.version) if entry.version.version else None
        ),
        width=12,
        visible=False,
    ),
    Column(
        key="provider",
        header=N_("Provider"),
        text=lambda entry, context: context.provider_names.get(
            entry.model.provider, entry.model.provider
        ),
        sort_key=lambda entry, context: context.provider_names.get(
            entry.model.provider, entry.model.provider
        ).casefold(),
        visible=False,
    ),
    Column(
        key="family",
        header=N_("Family"),
        text=lambda entry, context: context.family_names.get(entry.model.family or "", ""),
        sort_key=lambda entry, context: context.family_names.get(entry.model.family or ""),
        visible=False,
    ),
    column(
        "stage",
        N_("Stage"),
        stage,
        FactKind.LIFECYCLE,
        text=words_of(offers.stage),
        sort_key=offers.stage_key,
        chips=offers.stage,
        width=18,
        visible=False,
    ),
    figure(
        "retirement_date",
        N_("Retirement date"),
        retirement,
        FactKind.LIFECYCLE,
        tone=_time_left,
        visible=False,
    ),
    figure(
        "days_left",
        NC_("heading", "Days left"),
        days_left,
        FactKind.LIFECYCLE,
        text=_days_left,
        tone=_time_left,
        width=9,
        visible=False,
    ),
    figure(
        "context_window",
        N_("Context window"),
        lambda entry, view: limit(entry, "context_window", view),
        FactKind.LIMITS,
        width=11,
        visible=False,
    ),
    figure(
        "max_output",
        N_("Max output"),
        lambda entry, view: limit(entry, "max_output", view),
        FactKind.LIMITS,
        width=11,
        visible=False,
    ),
    Column(
        key="deployment_types",
        header=N_("Deployment types"),
        text=words_of(offers.deployment_types),
        sort_key=offers.deployment_types_count,
        chips=offers.deployment_types,
        tooltip=offers.regions_tip,
        width=36,
        visible=False,
    ),
    Column(
        key="offered_here",
        header=N_("Offered in {regions}"),
        text=words_of(offers.offered_here),
        sort_key=offers.offered_here_rank,
        chips=offers.offered_here,
        tooltip=offers.offered_here_tip,
        width=30,
        by_place=True,
        visible=False,
    ),
    figure(
        "regions_count",
        N_("Regions"),
        regions_count,
        FactKind.AVAILABILITY,
        tooltip=offers.regions_tip,
        width=8,
        visible=False,
    ),
    yes_no(
        "us_data_zone",
        N_("US data zone"),
        lambda entry, view: in_zone(entry, "US", view),
        FactKind.AVAILABILITY,
        visible=False,
    ),
    figure(
        "price_since",
        N_("Input price since"),
        _price_since,
        FactKind.PRICES,
        visible=False,
        by_place=True,
    ),
    yes_no("ptu", N_("PTU"), as_ptu, FactKind.AVAILABILITY, visible=False),
    Column(
        key="capabilities",
        header=N_("Capabilities"),
        text=offers.capabilities,
        sort_key=offers.capabilities_count,
        tooltip=offers.capabilities_tip,
        width=30,
        visible=False,
    ),
    column(
        "training_data",
        N_("Training data until"),
        training_data,
        FactKind.LIMITS,
        visible=False,
    ),
)
COLUMN_NUMBERS = {column.key: number for number, column in enumerate(COLUMNS)}
"""Place of each column in the model by its key."""
FIRST = "model"
"""Always on show and leftmost: it says whose row it is."""
