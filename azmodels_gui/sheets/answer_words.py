# SPDX-License-Identifier: MIT
"""Words of what a sheet answers first: where and how, what it costs, until when."""

from azmodels_gui.language.words import N_, NN_, Message, Plural

ANSWER_WORDS: dict[str, Message] = {
    "answer_where": N_("Where and how"),
    "answer_cost": N_("Cost"),
    "answer_below": N_("What is known of the other models ({count}) stands below."),
    "answer_until": N_("Until when"),
    "answer_next": N_("Nearly all"),
    "answer_pair": N_("Two regions"),
    "answer_smallest_ptu": N_("PTU from"),
    # where
    "answer_offered": N_("Offered {place}"),
    "answer_not_offered": N_("Not offered {place}"),
    "answer_conflict": N_("Sources disagree on whether it is offered {place}"),
    "answer_unknown": N_("Unknown whether it is offered {place}"),
    "answer_all_offered": N_("All {total} models are offered {place}"),
    "answer_both_offered": N_("Both models are offered {place}"),
    "answer_some_offered": N_("{count} of {total} models are offered {place}"),
    "answer_way": N_("{scope} ({ways})"),
    "answer_count": N_("{scope} {count} of {total}"),
    "answer_count_open": N_("{scope} {count} of {total} (open for {open})"),
    "answer_rest_not_offered": N_("not offered: {names}"),
    "answer_rest_conflict": N_("conflicting sources: {names}"),
    "answer_rest_unknown": N_("unknown: {names}"),
    "answer_in": N_("in {places}"),
    "answer_inside": N_("{place}, processed {zone}"),
    "answer_zone_regions": N_("{place}, there {regions}"),
    "answer_anywhere": N_("in any region"),
    "answer_and_more": N_("{names} and {count} more"),
    # cost
    "answer_price": N_("{price} {what}"),
    "answer_per": N_("per 1M tokens"),
    "answer_per_in": N_("per 1M tokens, {scope}"),
    "answer_copied": N_("from a secondary source"),
    "answer_no_price": N_("No price per token is known"),
    "answer_ptu": N_("PTU from: {told}"),
    "answer_from": N_("{what} from {price}"),
    "answer_known_least": N_("per 1M tokens, the lowest known prices"),
    "answer_whose": N_("{what}: {names}"),
    "answer_whose_in": N_("{what}: {names} ({scope})"),
    "answer_unpriced": N_("{what} unknown or in doubt: {names}"),
    # until when
    "answer_no_end": N_("No retirement date is known"),
    "answer_end_disputed": N_("the sources disagree on the date"),
    "answer_days_left": N_("{days} left"),
    "answer_days_past": N_("past its date ({days})"),
    "answer_successor": N_("successor: {told}"),
    "answer_no_successor": N_("no source names a successor"),
    "answer_first_end": N_("First {names}: {day}"),
    "answer_last_end": N_("last {name}: {day}"),
    "answer_undated": N_("no date known: {names}"),
}

ANSWER_COUNTS: dict[str, Plural] = {
    "answer_regions": NN_("in {count} region", "in {count} regions"),
}
