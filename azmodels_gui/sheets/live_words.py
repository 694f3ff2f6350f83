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
    "live_legend": N_(
        "Change the cells with a frame: all else follows. Limits, quotas and thresholds do not; a "
        "prompt above the threshold for long context has other prices."
    ),
}
