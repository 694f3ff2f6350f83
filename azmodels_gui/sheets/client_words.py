# SPDX-License-Identifier: MIT
"""Words of what a client's subscriptions tell."""

from azmodels_gui.language.words import N_, NC_, Message

CLIENT_WORDS: dict[str, Message] = {
    "client_sheet": N_("What the subscriptions tell"),
    "client_told_by": N_(
        "Quota, deployments and listed models as the client's subscriptions answered on the days "
        "named; prices, ends and offers beside them as the catalogue states them."
    ),
    "client_as_of": N_("{name}, as of {day}"),
    # deployments
    "client_deployments": N_("Deployments"),
    "client_deployment": N_("Deployment"),
    "client_type": N_("Deployment type"),
    "client_capacity": N_("Capacity"),
    "client_ptu": N_("{count} PTU"),
    "client_tpm": N_("{count} TPM"),
    "client_ends": N_("Ends"),
    "client_left": N_("Days left"),
    "client_published": N_("End as published"),
    "client_listed_end": N_("End in the subscription's list"),
    "client_upgrade": N_("Upgrade"),
    "client_upgrade_OnceNewDefaultVersionAvailable": N_("when the default version changes"),
    "client_upgrade_OnceCurrentVersionExpired": N_("when the version is retired"),
    "client_upgrade_NoAutoUpgrade": N_("none: it stops with its version"),
    "client_default": N_("Default version"),
    "client_is_default": N_("yes, this one"),
    "client_successor": N_("Successor"),
    "client_offered": N_("Successor offered there in the same way"),
    "client_listed": N_("Successor listed there in the same way"),
    "client_listed_on": N_("listed on {day}"),
    "client_not_listed_on": N_("not listed on {day}"),
    "client_room": N_("Quota for it"),
    "client_room_beside": N_("enough beside the old one"),
    "client_room_after": N_("enough once the old one is gone"),
    "client_room_too_little": N_("not enough"),
    "client_room_none": N_("limit 0: has to be asked for"),
    "client_then": N_("Month, per token → successor"),
    "client_then_ptu": N_("PTU → successor"),
    "client_no_end": N_("End unknown"),
    "client_ends_how": N_(
        "The end is the earlier one of what the catalogue and the subscription's own list state."
    ),
    # quota
    "client_quota": N_("Quota"),
    "client_counts": N_("Counts for"),
    "client_used": N_("Used"),
    "client_limit": N_("Limit"),
    "client_left_units": N_("Left"),
    "client_left_tpm": N_("TPM left"),
    "client_unit": N_("Unit"),
    "client_unit_ptu": N_("PTU"),
    "client_unit_tpm": N_("{count} TPM"),
    "client_zero": N_(
        "A limit of zero means that this subscription has no quota there: it has to be asked for, "
        "or another region or deployment type taken."
    ),
    "client_shared": N_("all models together"),
    # the measured month
    "client_loads": N_("Measured load, a month"),
    "client_all_of": N_("all of {account}"),
    "client_requests": N_("Requests"),
    "client_per_token": N_("Per token"),
    "client_cheapest": N_("Cheapest"),
    "client_hour": N_("PTU by the hour"),
    "client_month": N_("PTU, 1 month"),
    "client_year": N_("PTU, 1 year"),
    "client_reckoned": N_("PTU needed"),
    "client_loads_how": N_(
        "What was measured stands for every month; at list prices in force, without discounts."
    ),
    # where it comes from
    "client_origins": N_("Where the answers come from"),
    "client_answer": N_("Answer"),
    "client_listed_kind": N_("Listed models"),
    "client_counters_kind": N_("Quota counters"),
    "client_deployed_kind": N_("Deployments"),
    "client_accounts_kind": N_("Resources"),
    "client_measured_kind": N_("Measured loads"),
    "client_subscription": N_("Subscription"),
    "client_nameless": NC_("subscription", "not told"),
    "client_regions": N_("Regions"),
    "client_day": N_("Day"),
    "client_count": N_("Lines"),
    "client_not_capacity": N_(
        "That a subscription lists a model says neither that there is capacity nor that others may "
        "deploy it. It stands beside the public catalogue and changes nothing in it."
    ),
    # what the calculator holds a load against
    "own_tpm": N_("Left in the client's subscription, per token"),
    "own_ptu": N_("Left in the client's subscription, PTU"),
    "own_enough": N_("enough: {left} of {limit} {unit} left in {place} ({day})"),
    "own_short": N_("not enough: {left} of {limit} {unit} left in {place} ({day})"),
    "own_none": N_("no quota in {place} (limit 0, {day}): has to be asked for"),
    # at a glance
    "client_next_end": N_("Next end"),
    "client_next_end_told": N_("{day}: {names}"),
    "client_soon": N_("Ending within {days} days"),
    "client_soon_told": N_("{count} of {total} deployments"),
    "client_tight": N_("Quota used to 80 percent or more"),
    "client_tight_told": N_("{count} of {total} counters with a limit"),
    "client_cost": N_("Measured month"),
    "client_cost_told": N_("{paid} per token"),
    "client_cost_least": N_("{least} in the cheapest way"),
}
