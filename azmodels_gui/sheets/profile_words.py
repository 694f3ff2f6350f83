# SPDX-License-Identifier: MIT
"""Words of the load profile on a sizing sheet, in English and German."""

from azmodels_gui.language.words import N_, Message

PROFILE_WORDS: dict[str, Message] = {
    "profile": N_("Load profile"),
    "no_curve": N_("No cost curve: a price is missing."),
    "cheapest_sizes": N_("Cheapest base load"),
    "way_to_pay": N_("How PTU are paid"),
    "base_load": N_("Base load (PTU)"),
    "cost_of_month": N_("Cost of a month"),
    "share_spilled": N_("Spills over"),
    "used": N_("Utilisation"),
    "all_per_token": N_("No PTU, all per token"),
    "shown_size": N_("Shown: {term}"),
}
