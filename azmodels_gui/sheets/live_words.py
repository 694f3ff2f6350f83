# SPDX-License-Identifier: MIT
"""Words of the sizing that a spreadsheet reckons anew."""

from azmodels_gui.language.words import N_, Message

LIVE_WORDS: dict[str, Message] = {
    "live": N_("Reckon anew"),
    "live_inputs": N_("To be changed: the load"),
    "live_prices": N_("To be changed as well: prices and PTU parameters"),
    "live_average": N_("Average of the month as a share of the peak"),
    "live_hours": N_("Hours of a month"),
    "live_price": N_("{what}, for {unit}"),
    "live_weight": N_("Weight on PTU: {what}"),
    "live_rate": N_("One PTU, {term}"),
    "live_reserved": N_("PTU reserved"),
    "live_request": N_("Normalised tokens of a request"),
    "live_payg": N_("One request, per token"),
    "live_shape": N_("Load {number}: {what}"),
    "live_base": N_("Base load on PTU, the rest per token"),
    "live_base_ptu": N_("{way}: PTU"),
    "live_base_share": N_("{way}: share of the requests that spills over"),
    "live_times": N_("The load below, so many times"),
    "live_series": N_("Requests of the load below"),
    "live_more": N_("needs more sizes than stand below"),
    "live_levels": N_("To be changed as well: levels of the load, requests a minute"),
    "live_minutes": N_("To be changed as well: minutes at each level"),
    "live_sizes": N_("Sizes that are tried: PTU"),
    "live_carried": N_("Sizes that are tried: whole requests a minute that they carry"),
    "live_spilled": N_("Sizes that are tried: requests that spill over"),
    "live_costs_hour": N_("Sizes that are tried: cost of a month, hourly"),
    "live_costs_month": N_("Sizes that are tried: cost of a month, one-month reservation"),
    "live_costs_year": N_("Sizes that are tried: cost of a month, one-year reservation"),
    "live_level": N_("Level {number}"),
    "live_size": N_("Size {number}"),
    "live_legend": N_(
        "Change the cells with a frame: all else follows. Limits, quotas and thresholds do not; a "
        "prompt above the threshold for long context has other prices."
    ),
    "live_no_base": N_(
        "A base load on PTU with the rest per token does not follow: the load has more than "
        "{levels} levels or more than {sizes} sizes, which a spreadsheet would take "
        "long to reckon."
    ),
    "live_plan": N_(
        "Each deployment by itself: what they reserve together, and what that saves, does not "
        "follow."
    ),
}
