# SPDX-License-Identifier: MIT
"""The columns of the table of models, in their first order."""

from azmodels_gui.catalog.terms import TokenCategory
from azmodels_gui.catalog.version_order import version_sort_text
from azmodels_gui.language.words import N_, NC_
from azmodels_gui.qtmodels import figure_cells as figures
from azmodels_gui.qtmodels import offer_cells as offers
from azmodels_gui.qtmodels import price_cells as prices
from azmodels_gui.qtmodels.column import RIGHT, Column
from azmodels_gui.qtmodels.column_kinds import limit_column, price_column, words_of, yes_no

CONTEXT = "Columns"

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
    Column(
        key="stage",
        header=N_("Stage"),
        text=words_of(figures.stage),
        sort_key=figures.stage_key,
        chips=figures.stage,
        tooltip=figures.stage_tip,
        width=18,
    ),
    Column(
        key="retirement_date",
        header=N_("Retirement"),
        text=figures.retirement,
        sort_key=figures.retirement_key,
        tooltip=figures.stage_tip,
        tone=figures.retirement_tone,
        alignment=RIGHT,
    ),
    Column(
        key="days_left",
        header=NC_("heading", "Days left"),
        text=figures.days_left,
        sort_key=figures.days_left_key,
        tooltip=figures.stage_tip,
        tone=figures.retirement_tone,
        width=9,
        alignment=RIGHT,
    ),
    limit_column(
        "context_window",
        N_("Context window"),
        lambda limits: limits.context_window,
    ),
    limit_column(
        "max_output",
        N_("Max output"),
        lambda limits: limits.max_output,
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
        by_regions=True,
    ),
    Column(
        key="regions_count",
        header=N_("Regions"),
        text=offers.regions_count,
        sort_key=offers.regions_count_key,
        tooltip=offers.regions_tip,
        width=8,
        alignment=RIGHT,
    ),
    yes_no(
        "eu_data_zone",
        N_("EU data zone"),
        offers.zone_availability("EU"),
        offers.in_zone,
    ),
    yes_no(
        "us_data_zone",
        N_("US data zone"),
        offers.zone_availability("US"),
        offers.in_zone,
        visible=False,
    ),
    price_column("input_price", N_("Input price"), TokenCategory.INPUT),
    price_column("output_price", N_("Output price"), TokenCategory.OUTPUT),
    Column(
        key="price_since",
        header=N_("Input price since"),
        text=prices.start_text,
        sort_key=prices.start_key,
        tooltip=prices.start_tip,
        tone=prices.start_tone,
        alignment=RIGHT,
        visible=False,
    ),
    yes_no("ptu", N_("PTU"), offers.ptu_availability, offers.as_ptu),
    Column(
        key="capabilities",
        header=N_("Capabilities"),
        text=figures.capabilities,
        sort_key=figures.capabilities_count,
        tooltip=figures.capabilities_tip,
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
    Column(
        key="training_data",
        header=N_("Training data until"),
        text=figures.training_data,
        sort_key=figures.training_data_key,
        tooltip=figures.training_data_tip,
        tone=figures.training_data_tone,
        visible=False,
    ),
)
COLUMN_NUMBERS = {column.key: number for number, column in enumerate(COLUMNS)}
"""Place of each column in the model by its key."""
