# SPDX-License-Identifier: MIT
"""Words of a plan: deployments that run together, what they reserve, what all of it costs."""

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
