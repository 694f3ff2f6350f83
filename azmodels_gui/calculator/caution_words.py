# SPDX-License-Identifier: MIT
"""The sentences of warnings, and of checks that found nothing to warn of."""

from collections.abc import Mapping

from azmodels_gui.calculator.statements import CautionId, CheckId
from azmodels_gui.language.words import N_, Message

CAUTIONS: Mapping[CautionId, Message] = {
    CautionId.PRICE_UNKNOWN: N_(
        "Price unknown: {what}. No source states one, so nothing is reckoned with it."
    ),
    CautionId.PRICE_EXPIRED: N_(
        "Price expired: {what}, {prices}, ended on {until}. What holds now is unknown."
    ),
    CautionId.PRICE_SECONDARY: N_("Price from a secondary source: {what}, {prices}."),
    CautionId.PRICE_PROMISED: N_(
        "A promotion, promised until {until} at least: {what}, {prices}. What holds then is "
        "unknown."
    ),
    CautionId.PRICE_CONFLICTING: N_(
        "Conflicting sources for the price of {what}: {prices}. None is reckoned with."
    ),
    CautionId.PRICE_BY_REGION: N_(
        "The price of {what} depends on the region: {prices}. Choose a region."
    ),
    CautionId.PRICE_ELSEWHERE: N_(
        "Price unknown for {region}: {what}. Stated elsewhere: {prices}."
    ),
    CautionId.PRICE_FROM_OTHER_REGION: N_(
        "No source names {region} for the price of {what}; reckoned with {prices}, "
        "as the deployment is global."
    ),
    CautionId.PRICE_NEWER_ELSEWHERE: N_(
        "In other regions a newer price holds for {what}: {prices}. Check this one."
    ),
    CautionId.PRICE_WITHOUT_REGION: N_(
        "No region was chosen; the price of {what} is stated for these only: {prices}. Choose a "
        "region."
    ),
    CautionId.RESERVATION_OUTLIVES_MODEL: N_(
        "A {term} reservation from today ends on {end}; {model} retires on {retirement}."
    ),
    CautionId.MODEL_PAST_RETIREMENT: N_("{model} is past its retirement date ({retirement})."),
    CautionId.PEAK_ABOVE_QUOTA: N_(
        "The peak ({needed_tpm} TPM, {needed_rpm} RPM) is above the quota of tier {tier} for "
        "{deployment_type}. Lowest tier that would do, of those known ({known_tiers}): "
        "{sufficient_tier}."
    ),
    CautionId.QUOTA_UNKNOWN: N_("The quota of tier {tier} for {deployment_type} is unknown."),
    CautionId.PEAK_ABOVE_PTU: N_(
        "The peak needs {raw} PTU, only {deployable} are deployed: the rest is turned away "
        "or spills over, at a cost that is not in that of the PTU."
    ),
    CautionId.RESERVED_ABOVE_DEPLOYED: N_(
        "{reserved} PTU are reserved, but only {deployed} are deployed: the rest of the "
        "reservation is paid for unused, unless another deployment of the type takes it."
    ),
    CautionId.PROMPT_ABOVE_PTU: N_(
        "PTU of this model do not serve prompts above {limit} tokens; these have {tokens}. "
        "They spill over or fail."
    ),
    CautionId.PROMPT_ABOVE_CONTEXT: N_(
        "A request of {tokens} tokens does not fit into the context window of {limit}."
    ),
    CautionId.PROMPT_ABOVE_INPUT_LIMIT: N_(
        "A prompt of {tokens} tokens is above the input limit of {limit}."
    ),
    CautionId.ANSWER_ABOVE_OUTPUT_LIMIT: N_(
        "An answer of {tokens} tokens is above the largest output of {limit}."
    ),
    CautionId.CONTEXT_UNKNOWN: N_(
        "The context window of {model} is unknown, so the length was not checked."
    ),
    CautionId.LONG_CONTEXT_UNDECLARED: N_(
        "Prompts of {tokens} tokens may be billed as long context; the threshold is unknown. "
        "Reckoned as short context."
    ),
    CautionId.PROMPT_ABOVE_LONG_CONTEXT: N_(
        "Prompts of {tokens} tokens are billed as long context, which begins above {limit} "
        "according to {source}. Reckoned as short context: choose long context."
    ),
    CautionId.PROMPT_BELOW_LONG_CONTEXT: N_(
        "Prompts of {tokens} tokens are reckoned as long context, which begins above {limit} "
        "according to {source}."
    ),
    CautionId.NOT_OFFERED_IN_REGION: N_("As of {day} {deployment_type} is not offered: {region}."),
    CautionId.OFFER_UNKNOWN: N_("It is unknown whether {deployment_type} is offered: {region}."),
    CautionId.OFFER_DISPUTED: N_(
        "Sources conflict on whether {deployment_type} is offered: {region}."
    ),
    CautionId.REGION_OUTSIDE_DATA_ZONE: N_(
        "{region} lies in no data zone that is known, so no data zone keeps its data."
    ),
    CautionId.REGION_ZONE_DISPUTED: N_(
        "Sources conflict on whether the {data_zone} data zone contains {region}."
    ),
    CautionId.ZONE_NOT_SERVED: N_(
        "On PTU this model is served in the data zone {served} only, not in {data_zone}."
    ),
    CautionId.TWO_SIZE_READINGS: N_(
        "The minimum ({minimum}) is no multiple of the increment ({increment}): {deployable} PTU "
        "in multiples of the increment, {other} PTU counted from the minimum."
    ),
    CautionId.OLDER_PARAMETERS: N_(
        "The newest sizing page no longer lists this model; the figures are those of {source}."
    ),
    CautionId.PTU_NOT_POSSIBLE: N_("No PTU can be reckoned: {reason}."),
    CautionId.MINUTES_MISSING: N_(
        "{missing} minutes between the first and the last are missing; missing is not zero, "
        "so the month is projected from the {present} that are there."
    ),
    CautionId.METRICS_NOT_SPLIT: N_(
        "The metrics are not split by ModelDeploymentName: they may hold requests of several "
        "deployments and models."
    ),
    CautionId.DEPLOYMENTS_ADDED: N_("Requests of several deployments are added: {deployments}."),
    CautionId.POOL_PRICES_DIFFER: N_(
        "The models of {deployment_type} have different prices ({what}); no cost is reckoned for "
        "them together."
    ),
}

UNDATED_NO = N_("{deployment_type} is not offered: {region}.")
UNDATED_NOWHERE = N_("{deployment_type} is offered in no region.")
"""A "no" begins with its date, which is often old; these are for one whose age is not known."""

WITHOUT_REGION: Mapping[CautionId, Message] = {
    CautionId.NOT_OFFERED_IN_REGION: N_("As of {day} no region offers {deployment_type}."),
    CautionId.OFFER_UNKNOWN: N_(
        "It is unknown whether {deployment_type} is offered in any region."
    ),
    CautionId.OFFER_DISPUTED: N_(
        "Sources conflict on whether {deployment_type} is offered in any region."
    ),
}
"""Where no region was chosen."""

CHECKS: Mapping[CheckId, Message] = {
    CheckId.OFFERED_IN_REGION: N_("{deployment_type} is offered in {region}."),
    CheckId.WITHIN_CONTEXT: N_("A request has {tokens} of {limit} tokens of the context window."),
    CheckId.QUOTA_ENOUGH: N_("The quota of tier {tier} is enough ({deployment_type})."),
    CheckId.LOWEST_TIER: N_(
        "Lowest quota tier that would do per token: {tier} ({deployment_type})."
    ),
    CheckId.OUTLIVES_RESERVATIONS: N_(
        "The model outlives every reservation looked at: it retires on {retirement}."
    ),
    CheckId.OUTLIVES_RESERVATIONS_AT_LEAST: N_(
        "The model outlives every reservation looked at: it retires on {retirement} at the "
        "earliest."
    ),
}
