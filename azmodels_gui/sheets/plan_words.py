# SPDX-License-Identifier: MIT
"""Words of a plan, and of a sizing that a spreadsheet reckons anew."""

from azmodels_gui.language.words import N_, Message

PLAN_WORDS: dict[str, Message] = {
    "plan_sheet": N_("{count} deployments together"),
    "plan": N_("Deployments"),
    "deployment": N_("Deployment"),
    "plan_pools": N_("Reserved together"),
    "plan_pool": N_("Deployment type and region"),
    "plan_place": N_("Type and region"),
    "plan_way": N_("Paid"),
    "plan_cost": N_("A month"),
    "plan_beside": N_("Beside, a month"),
    "plan_once": N_("Once"),
    "plan_needed": N_("PTU needed"),
    "plan_ptu": N_("PTU"),
    "plan_peak": N_("Peak"),
    "plan_reserved": N_("Reserved PTU"),
    "plan_overage": N_("PTU by the hour"),
    "plan_difference": N_("To the plan"),
    "plan_left_out": N_("Without an answer"),
    "plan_per_token": N_("Per token"),
    "plan_on_ptu": N_("On PTU"),
    "plan_total": N_("All together"),
    "plan_all_payg": N_("If all per token"),
    "plan_all_hour": N_("If all on PTU, by the hour"),
    "plan_all_month": N_("If all on PTU, reserved by the month"),
    "plan_all_year": N_("If all on PTU, reserved for a year"),
    "plan_payg": N_("per token"),
    "plan_hour": N_("PTU by the hour"),
    "plan_month": N_("PTU reserved by the month"),
    "plan_year": N_("PTU reserved for a year"),
    "plan_hour_spill": N_("PTU by the hour, spillover per token"),
    "plan_month_spill": N_("PTU reserved by the month, spillover per token"),
    "plan_year_spill": N_("PTU reserved for a year, spillover per token"),
    "plan_unknown_of": N_("unknown: {who}"),
    "plan_reserved_for": N_("{ptu} {term}"),
    # the sentence
    "plan_take": N_("All {count} together: {cost} a month."),
    "plan_take_one": N_("One deployment: {cost} a month."),
    "plan_known_least_one": N_("One deployment, as far as prices are known: {cost} a month."),
    "plan_known_least": N_("All {count} together, as far as prices are known: {cost} a month."),
    "plan_unknown": N_(
        "No total, as a price or a size is unknown: {why}. What is known costs {cost} a month."
    ),
    "plan_why": N_("{who} ({why})"),
    "plan_point": N_("{who}: {why}"),
    "plan_some": N_("{who} and {count} more"),
    "plan_many": N_("{count} deployments"),
    "plan_part_payg": N_("{who}: per token, {cost}."),
    "plan_part_spill": N_("{who}: what spills over per token, {cost}."),
    "plan_part_pool": N_("{who}: {ptu} PTU {place}, {how}, {cost}."),
    "plan_part_beside": N_("{who}: {items}, {cost} a month."),
    "plan_part_once": N_("Once, in no month: {items} ({who}), {cost}."),
    "plan_paid_hour": N_("by the hour"),
    "plan_paid_month": N_("reserved by the month"),
    "plan_paid_year": N_("reserved for a year"),
    "plan_paid_in_parts": N_("paid as {parts}"),
    "plan_prices_differ": N_("prices differ within one reservation"),
    "plan_shared_less": N_("Reservations with room for others save {cost} a month."),
    "plan_shared_more": N_(
        "With the stated reservation it costs {cost} a month more than with one for all that is "
        "deployed."
    ),
    "plan_if_payg": N_("All per token would cost {cost}."),
    "plan_if_ptu": N_("All on PTU ({term}) would cost {cost}."),
    "plan_if_ptu_but_batch": N_("All but batch on PTU ({term}) would cost {cost}."),
    "plan_dearer": N_("{who} would cost {cost} less: {way}."),
    "plan_dearer_many": N_("Paid otherwise it would cost {cost} less: {who}."),
    "plan_turns": N_(
        "With more load {who} is the first to change: to PTU ({term}) from {times} times its load."
    ),
    # points against a way that was chosen
    "verdict_ended": N_("the model has ended and can no longer be taken"),
    "verdict_carries_in_part": N_("the PTU do not carry the whole load"),
    "verdict_outlives": N_("the reservation runs beyond the model's end"),
    "verdict_why_not_offered": N_("not offered there"),
}


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
