# SPDX-License-Identifier: MIT
"""Words of the load profile on a sizing sheet, in English and German."""

from azmodels_gui.language.words import N_, Message

PROFILE_WORDS: dict[str, Message] = {
    "profile": N_("Load profile"),
    "load_chart": N_("Requests per minute, and what {ptu} PTU carry"),
    "load_chart_plain": N_("Requests per minute"),
    "working_day": N_("Working day"),
    "weekend": N_("Weekend"),
    "axis_hour": N_("hour of the day"),
    "axis_days": N_("days since the beginning"),
    "axis_hours": N_("hours since the beginning"),
    "axis_minutes": N_("minutes since the beginning"),
    "carried": N_("on PTU"),
    "spilled": N_("spills over, paid per token"),
    "capacity_line": N_("{ptu} PTU: {requests} requests per minute"),
    "load_summary": N_(
        "Peak {peak}, average {average} requests per minute. {ptu} PTU carry {share} of the "
        "requests; in {minutes} of the minutes something spills over."
    ),
    "load_summary_plain": N_(
        "Peak {peak}, average {average} requests per minute. All of them are paid per token."
    ),
    "load_slices": N_(
        "Each bar is the average of {minutes} minutes; what spills over is counted by minute."
    ),
    "curve_chart": N_("Cost of a month over the base load on PTU"),
    "axis_ptu": N_("PTU for the base load"),
    "curve_summary": N_("Least: {ptu} PTU ({term}), {cost} a month."),
    "curve_shown": N_("The dotted line marks {ptu} PTU."),
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
