# SPDX-License-Identifier: MIT
"""Words of the verdict on a sizing: what to buy, when that changes, what speaks against it."""

from azmodels_gui.language.words import N_, Message

VERDICT_WORDS: dict[str, Message] = {
    "verdict": N_("Recommendation"),
    # what to buy
    "verdict_take": N_("Take {what}: {cost} a month."),
    "verdict_known_least": N_("Least of what is known: {what}, {cost} a month."),
    "verdict_payg": N_("{model} per token {place}"),
    "verdict_hour": N_("{ptu} PTU for {model} {place}, by the hour"),
    "verdict_month": N_("{ptu} PTU for {model} {place}, reserved by the month"),
    "verdict_year": N_("{ptu} PTU for {model} {place}, reserved for a year"),
    "verdict_hour_spill": N_(
        "{ptu} PTU for {model} {place}, by the hour, and what spills over per token"
    ),
    "verdict_month_spill": N_(
        "{ptu} PTU for {model} {place}, reserved by the month, and what spills over per token"
    ),
    "verdict_year_spill": N_(
        "{ptu} PTU for {model} {place}, reserved for a year, and what spills over per token"
    ),
    "verdict_payg_alone": N_("{model} per token"),
    "verdict_hour_alone": N_("{ptu} PTU for {model}, by the hour"),
    "verdict_month_alone": N_("{ptu} PTU for {model}, reserved by the month"),
    "verdict_year_alone": N_("{ptu} PTU for {model}, reserved for a year"),
    "verdict_hour_spill_alone": N_(
        "{ptu} PTU for {model}, by the hour, and what spills over per token"
    ),
    "verdict_month_spill_alone": N_(
        "{ptu} PTU for {model}, reserved by the month, and what spills over per token"
    ),
    "verdict_year_spill_alone": N_(
        "{ptu} PTU for {model}, reserved for a year, and what spills over per token"
    ),
    "verdict_global": N_("as a global deployment"),
    "verdict_in": N_("in the {where}"),
    "verdict_any_zone": N_("in a data zone"),
    "verdict_in_region": N_("in {region}"),
    "verdict_any_region": N_("in one region"),
    "verdict_processed": N_("{place} ({tier})"),
    "verdict_nothing": N_("Nothing can be advised for {model} {place}."),
    "verdict_past": N_("{model} ended on {day} and can no longer be taken."),
    "verdict_retired": N_("{model} is retired and can no longer be taken."),
    "verdict_successor": N_("Its successor is {model}."),
    "verdict_no_successor": N_("No source names a successor that can be taken."),
    # what is paid beside the requests
    "verdict_beside_month": N_("With {items} ({cost} a month) it is {whole} a month in all."),
    "verdict_beside_once": N_("Once: {cost} ({items})."),
    "verdict_beside_unknown": N_("Price unknown, and so not added: {items} ({why})."),
    "verdict_alone": N_("{model} {place}: {costs}."),
    "verdict_alone_once": N_("{cost} once ({items})"),
    "verdict_alone_month": N_("{cost} a month ({items})"),
    "verdict_of_embedded_tokens": N_("documents"),
    "verdict_of_embedded_anew_tokens": N_("updates of documents"),
    "verdict_of_training_tokens": N_("fine-tuning"),
    "verdict_of_training_hours": N_("fine-tuning"),
    "verdict_of_hosting_hours": N_("hosting"),
    # prices of another place
    "price_place": N_("Stated for {region}: {ways}. Its prices can be taken as an assumption."),
    "price_place_zone": N_(
        "Stated for {region} in the same data zone, {distance} km away: {ways}. Its prices can be "
        "taken as an assumption."
    ),
    "price_place_far": N_(
        "Stated for {region}, {distance} km away: {ways}. Its prices can be taken as an assumption."
    ),
    # what if
    "what_if": N_("What if"),
    "what_if_load": N_("Load × {at}"),
    "what_if_output": N_("Output × {at}"),
    "what_if_cache": N_("{at} of the input from the cache"),
    # when that changes
    "verdict_payg_below": N_(
        "Below {share} average utilisation paying per token costs less; yours is {yours}."
    ),
    "verdict_ptu_from": N_(
        "{ptu} PTU ({term}) pay from {share} utilisation, at {times} times this load; yours is "
        "{yours}."
    ),
    "verdict_ptu_hardly": N_(
        "{ptu} PTU ({term}) pay only from {share} utilisation, yours is {yours}; more of this "
        "load changes nothing."
    ),
    "verdict_ptu_hardly_users": N_(
        "{ptu} PTU ({term}) pay only from {share} utilisation, yours is {yours}; more users change "
        "nothing."
    ),
    "verdict_ptu_never": N_(
        "{ptu} PTU ({term}) never pay, not even at full use; yours is {yours}."
    ),
    "verdict_spill_below": N_("Below {times} times this load all per token costs less."),
    "verdict_spill_whole": N_("{ptu} PTU, enough for the busiest minute, would cost {cost}."),
    "verdict_spill_from": N_(
        "PTU ({term}) for the base load and spillover pay from {times} times this load, in use to "
        "{share} then."
    ),
    "verdict_spill_never": N_(
        "PTU ({term}) for the base load pay only from {share} utilisation, which more of this load "
        "does not reach."
    ),
    "verdict_no_base": N_("PTU for a base load with spillover are not compared: {reason}."),
    "verdict_too_long": N_(
        "PTU {term} would cost {cost} a month, but run beyond the model's end on {day}; a "
        "reservation is bound to type and region, not to a model."
    ),
    "verdict_end_unknown": N_(
        "PTU {term} would cost {cost} a month, but no source says how long the model stays."
    ),
    "verdict_unknown": N_("Price unknown, and so not compared: {ways} ({why})."),
    "verdict_why_unknown": N_("no source states one"),
    "verdict_why_expired": N_("the last known one ended on {day}"),
    "verdict_why_elsewhere": N_("stated for other places only"),
    "verdict_why_by_region": N_("it depends on the region"),
    "verdict_why_conflicting": N_("the sources conflict"),
    "verdict_no_ptu": N_("No PTU to compare with: {reason}."),
    "verdict_size_unknown": N_("How many PTU it takes is unknown: {reason}."),
    "verdict_in_part": N_("{ptu} PTU do not carry the whole load, so they are not compared."),
    "verdict_not_offered": N_("Not offered there: {kind}."),
    "verdict_not_offered_on": N_("As of {day} not offered there: {kind}."),
    # what speaks against it
    "verdict_against": N_("What speaks against it: {points}."),
    "verdict_ends_alone": N_("{end} (no successor is named)"),
    "verdict_ends_successor": N_("{end} (successor: {model})"),
    "verdict_ends_instead": N_("{end} (what lasts: {what}, {cost} a month)"),
    "verdict_existing_only": N_("only subscriptions that have deployed it before may take it"),
    "verdict_above_quota": N_(
        "the quota of tier {tier} is not enough, that of tier {sufficient_tier} is"
    ),
    "verdict_above_every_quota": N_("the quota of tier {tier} is not enough, nor any known one"),
    "verdict_above_own": N_("the client's subscription has only {left} {unit} left in {region}"),
    "verdict_no_own": N_("the client's subscription has no quota for it in {region} (limit 0)"),
    "verdict_quota_unknown": N_("the quota of tier {tier} is unknown"),
    "verdict_offer_unknown": N_("whether it is offered there is unknown"),
    "verdict_offer_disputed": N_("sources conflict on whether it is offered there"),
    "verdict_no_zone": N_("{region} lies in no known data zone"),
    "verdict_zone_disputed": N_("whether {region} belongs to the data zone is disputed"),
    "verdict_zone_not_served": N_("its PTU are not served in this data zone"),
    "verdict_secondary": N_("its price is from a secondary source"),
    "verdict_promised": N_("its price is promised until {until} only"),
    "verdict_elsewhere": N_("no source names {region} for its price"),
    "verdict_newer": N_("elsewhere a newer price holds"),
    "verdict_no_region": N_("its price is stated for some regions, and none was chosen"),
    "verdict_undated": N_("no source says that its price held on that day"),
    "verdict_old": N_("the prices are more than a year older than that day"),
    "verdict_above_limits": N_("a request exceeds the limits of the model"),
    "verdict_assumed": N_("the price of {region} is assumed"),
    "verdict_ptu_assumed": N_("the PTU price of {region} is assumed"),
    "verdict_payg_assumed": N_("the price per token of {region} is assumed"),
}
