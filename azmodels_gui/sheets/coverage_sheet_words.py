# SPDX-License-Identifier: MIT
"""Words of the coverage sheet and of the matrix on paper, in English and German."""

from azmodels_gui.language.words import N_, Message

COVERAGE_SHEET_WORDS: dict[str, Message] = {
    "coverage": N_("Region coverage: {name}"),
    "coverage_many": N_("Region coverage: {count} models"),
    # the question
    "models_asked": N_("Models: {names}"),
    "processed_in": N_("Processed in: {place}"),
    "processed_anywhere": N_("Processed anywhere: global deployments count as well"),
    "types_asked": N_("Deployment type: {types}"),
    "billing_asked": N_("Billing: {kinds}"),
    "or": N_(" or "),
    # the answer
    "answer": N_("Answer"),
    "complete": N_("Complete: all are offered"),
    "complete_one": N_("Offered"),
    "almost": N_("Almost: one or two are missing"),
    "open": N_("Unknown or disputed"),
    "fewer": N_("More are missing"),
    "complete_in": N_("All of them in: {regions}."),
    "complete_in_one": N_("Offered in: {regions}."),
    "none_in": N_("As of {day} none of them is offered in: {regions}."),
    "nowhere_of": N_("{no} – {regions}."),
    "what_is_missing": N_("What other regions lack"),
    "lacking": N_("{regions}: {counts}"),
    "pairs": N_("Best pairs of regions"),
    "apart": N_(" ({distance} km apart)"),
    "more_pairs": N_("{count} more pairs offer as much (azmodels where --format json)."),
    "to_be_known": N_("To be known"),
    "by_type": N_("{name}: deployment types"),
    "coverage_legend": N_("● offered   – {no}   ? unknown: no source says   ! conflicting sources"),
    "region": N_("Region"),
    "group_Africa": N_("Africa"),
    "group_Asia Pacific": N_("Asia Pacific"),
    "group_Canada": N_("Canada"),
    "group_Europe": N_("Europe"),
    "group_Mexico": N_("Mexico"),
    "group_Middle East": N_("Middle East"),
    "group_South America": N_("South America"),
    "group_UK": N_("United Kingdom"),
    "group_US": N_("United States"),
    # what the answer takes for granted
    "assume_offered": N_(
        "Offered is what published sources state. Quota and free capacity of a subscription are "
        "not looked at."
    ),
    "assume_one_deployment": N_(
        "All conditions are met by one deployment in the region. The developer tier counts only "
        "where it is asked for."
    ),
    "assume_global": N_(
        "Offered in a region is not processed there: global deployments may process anywhere."
    ),
    # the matrix
    "matrix": N_("Models and regions"),
    "matrix_reading": N_(
        "In each cell from top to bottom: {lines}; from left to right: {columns}."
    ),
}
