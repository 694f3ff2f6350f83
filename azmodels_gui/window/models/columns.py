# SPDX-License-Identifier: MIT
"""The columns of the table of models, in their first order."""

from azmodels_gui.answers.answer import Answer, Money, known
from azmodels_gui.answers.availability import as_ptu, in_zone, regions_count
from azmodels_gui.answers.lifecycle import days_left, retirement, stage
from azmodels_gui.answers.limits import limit, training_data
from azmodels_gui.answers.prices import entry_price
from azmodels_gui.answers.viewpoint import Viewpoint
from azmodels_gui.catalog.entry import Entry, version_sort_text
from azmodels_gui.catalog.terms import Stage, TokenCategory
from azmodels_gui.language.words import N_, NC_
from azmodels_gui.window.formats import number
from azmodels_gui.window.models import answer_cells as answers
from azmodels_gui.window.models import offer_cells as offers
from azmodels_gui.window.models.answer_cells import column, figure, yes_no
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
    price = entry_price(entry, TokenCategory.INPUT, view)
    since = price.since if isinstance(price.value, Money) else None
    return known(since, *price.sources)


COLUMNS: tuple[Column, ...] = (
    Column(
        key="model",
        header=N_("Model"),
        text=lambda entry, _: entry.model.id,
        sort_key=lambda entry, _: entry.model.id.casefold(),
        width=24,
    ),
    Column(
        key="version",
        header=N_("Version"),
        text=lambda entry, _: entry.version.version,
        sort_key=lambda entry, _: (
            version_sort_text(entry.version.version) if entry.version.version else None
        ),
        width=12,
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
        text=words_of(offers.stage),
        sort_key=offers.stage_key,
        chips=offers.stage,
        width=18,
    ),
    figure(
        "retirement_date",
        N_("Retirement"),
        retirement,
        tone=_time_left,
    ),
    figure(
        "days_left",
        NC_("heading", "Days left"),
        days_left,
        text=_days_left,
        tone=_time_left,
        width=9,
    ),
    figure(
        "context_window",
        N_("Context window"),
        lambda entry, view: limit(entry, "context_window", view),
        width=11,
    ),
    figure(
        "max_output",
        N_("Max output"),
        lambda entry, view: limit(entry, "max_output", view),
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
    ),
    figure(
        "regions_count",
        N_("Regions"),
        regions_count,
        tooltip=offers.regions_tip,
        width=8,
    ),
    yes_no(
        "eu_data_zone",
        N_("EU data zone"),
        lambda entry, view: in_zone(entry, "EU", view),
    ),
    yes_no(
        "us_data_zone",
        N_("US data zone"),
        lambda entry, view: in_zone(entry, "US", view),
        visible=False,
    ),
    figure(
        "input_price",
        N_("Input price"),
        lambda entry, view: entry_price(entry, TokenCategory.INPUT, view),
        header_tip=PRICE_TIP,
        width=10,
        by_place=True,
    ),
    figure(
        "output_price",
        N_("Output price"),
        lambda entry, view: entry_price(entry, TokenCategory.OUTPUT, view),
        header_tip=PRICE_TIP,
        width=10,
        by_place=True,
    ),
    figure(
        "price_since",
        N_("Input price since"),
        _price_since,
        visible=False,
        by_place=True,
    ),
    yes_no("ptu", N_("PTU"), as_ptu),
    Column(
        key="capabilities",
        header=N_("Capabilities"),
        text=offers.capabilities,
        sort_key=offers.capabilities_count,
        tooltip=offers.capabilities_tip,
        width=30,
        visible=False,
    ),
    Column(
        key="use_cases",
        header=N_("Use cases"),
        text=lambda entry, context: context.names(entry.model.use_cases, context.use_case_names),
        sort_key=lambda entry, _: len(entry.model.use_cases) or None,
        width=30,
        visible=False,
    ),
    column(
        "training_data",
        N_("Training data until"),
        training_data,
        visible=False,
    ),
)
COLUMN_NUMBERS = {column.key: number for number, column in enumerate(COLUMNS)}
"""Place of each column in the model by its key."""
