# SPDX-License-Identifier: MIT
"""The sentences for warnings, assumptions and refusals, the words in them, and refusals as errors.

One place for the command line, the window and the sheets. `{name}` is a figure of the
statement, already written as the language does."""

import re
from collections.abc import Mapping
from datetime import date
from decimal import Decimal

from azmodels_gui.calculator.counted import BESIDE_REQUESTS, EVERYTHING
from azmodels_gui.calculator.statements import (
    AssumptionId,
    CautionId,
    CheckId,
    Datum,
    RefusalId,
    Statement,
)
from azmodels_gui.catalog.labels import BANDS, CATEGORIES, TIERS, unit
from azmodels_gui.catalog.terms import Term, Unit
from azmodels_gui.language import figures
from azmodels_gui.language.words import N_, NC_, Message, ToldError, in_language

FIGURES: Mapping[str, Message] = {
    "peak_rpm": N_("Requests in the busiest minute"),
    "monthly_requests": N_("Requests a month"),
    "input_tpm": N_("Input TPM"),
    "output_tpm": N_("Output TPM"),
    "normalized_tpm": N_("Normalised TPM"),
    "raw_ptu": N_("Raw PTU"),
    "deployable_ptu": N_("Deployable PTU"),
    "utilization": N_("Utilisation at the peak"),
    "cost_payg": N_("Per token (PAYG)"),
    "cost_hour": N_("PTU, hourly"),
    "cost_month": N_("PTU, one-month reservation"),
    "cost_year": N_("PTU, one-year reservation"),
    "cost_hour_spill": N_("PTU and spillover, hourly"),
    "cost_month_spill": N_("PTU and spillover, one-month reservation"),
    "cost_year_spill": N_("PTU and spillover, one-year reservation"),
    **{f"beside_{count}": counted.words for count, counted in BESIDE_REQUESTS.items()},
}
"""Names of the figures, for tables, steps and sentences alike."""

PRESET_NAMES: Mapping[str, Message] = {
    "internal-assistant": N_("internal assistant"),
    "customer-chat": N_("customer chat"),
    "batch-at-night": N_("batch at night"),
}
"""Names of the loads to begin with."""

HEADINGS: Mapping[str, Message] = {
    "steps": N_("How it was reckoned"),
    "checks": N_("Checked, and in order"),
}


REFUSALS: Mapping[RefusalId, Message] = {
    RefusalId.NOT_A_NUMBER: N_("{field}: {given} is no number"),
    RefusalId.NEGATIVE: N_("{field}: {given} is below zero"),
    RefusalId.ZERO: N_("{field} must be above zero"),
    RefusalId.BELOW_ONE: N_("{field} must not be below one"),
    RefusalId.NOT_WHOLE: N_("{field}: {given} is no whole number"),
    RefusalId.MORE_THAN_A_MONTH: N_(
        "{requests} requests do not fit into a month of {hours} hours with {peak} of them in the "
        "busiest minute"
    ),
    RefusalId.NO_PROFILE: N_(
        "There is no load profile yet: read a file, or set the hours of a day in the chart"
    ),
    RefusalId.TOO_LARGE: N_("{field}: {given} is more than the {largest} that are possible"),
    RefusalId.TOO_MANY_PLACES: N_("{field}: more than {places} decimal places"),
    RefusalId.PARTS_ABOVE_INPUT: N_(
        "cached and cache-write tokens ({parts}) are more than the input ({input_tokens}) "
        "they are part of"
    ),
    RefusalId.EMPTY_REQUEST: N_("a request without any token"),
    RefusalId.NOT_STATED: N_(
        "{model}: a request must say how much it has of {counts}; the price of text does not "
        "stand in for it"
    ),
    RefusalId.STATED_TWICE: N_(
        "{model}: {counts} measure the same thing in several ways; state one of them"
    ),
    RefusalId.NO_EMBEDDINGS: N_("{model} answers in text; documents are embedded by other models"),
    RefusalId.NO_PTU_PARAMETERS: N_("no source states what a PTU carries of {model}"),
    RefusalId.SCOPE_NOT_OFFERED: N_(
        "the model has no provisioned deployment in the scope {scope}; it has: {offered}"
    ),
    RefusalId.WEIGHT_UNKNOWN: N_(
        "no source states how much a token of {category} ({band}) counts on PTU for this model"
    ),
    RefusalId.PARAMETERS_UNUSABLE: N_(
        "the PTU parameters in the catalogue are zero for the scope {scope}"
    ),
    RefusalId.SIZE_NOT_DEPLOYABLE: N_(
        "{given} PTU cannot be deployed: minimum {minimum}, increment {increment}; nearest: {near}"
    ),
    RefusalId.CURRENCIES_MIXED: N_(
        "the prices are in several currencies ({currencies}), which are not added"
    ),
    RefusalId.NO_MODEL: N_("the catalogue has no such model"),
    RefusalId.MONTHS_MIXED: N_("months of different lengths are not added"),
    RefusalId.NO_LOAD: N_("the load profile holds no request"),
    RefusalId.TOO_MANY_SIZES: N_(
        "{count} sizes from nothing to the peak are more than {largest}; check the load"
    ),
    RefusalId.NO_SPILL: N_(
        "PTU spill over to a standard deployment only, never to {tier}: ask with standard or "
        "priority processing"
    ),
    RefusalId.PROMPT_NOT_SERVED: N_(
        "PTU of this model do not serve prompts above {limit} tokens; these have {tokens}, so "
        "everything would spill over"
    ),
    RefusalId.EMPTY_FILE: N_("the file is empty"),
    RefusalId.NO_TEXT: N_("the file is no text; save the table as CSV"),
    RefusalId.KEPT_DAMAGED: N_(
        "the load profile kept from it is gone or damaged; load the file again"
    ),
    RefusalId.DAY_OR_MONTH: N_(
        "{given} can be day and month or month and day, and no row of the file tells which; "
        "write the times as 2026-03-01 09:15"
    ),
    RefusalId.ONE_TIME: N_(
        "the load profile has one time only, which does not tell how long a row stands for"
    ),
    RefusalId.STEP_UNUSABLE: N_(
        "most rows are {minutes} minutes apart; they must stand for a minute, an hour, a day or "
        "another part that a day can be divided into"
    ),
    RefusalId.STEP_UNEVEN: N_(
        "most rows are {minutes} minutes apart, but {count} do not stand in that step: {times}"
    ),
    RefusalId.TOO_LONG: N_("the load profile has {days} days; ten years are possible"),
    RefusalId.BAD_ROWS: N_(
        "rows of the load profile that cannot be read: {count}; first in lines {lines}"
    ),
    RefusalId.NOT_24_HOURS: N_("a day needs a value for each of its 24 hours; there are {given}"),
    RefusalId.COLUMNS_MISSING: N_(
        "the first line must name the columns {wanted}; it lacks {lacking}"
    ),
    RefusalId.COLUMNS_TWICE: N_("the first line names columns twice: {doubled}"),
    RefusalId.NO_JSON: N_("the metrics are no JSON document"),
    RefusalId.NO_METRICS: N_(
        "this is no answer of Azure Monitor (az monitor metrics list): {place} is missing or of "
        "another form"
    ),
    RefusalId.METRIC_FAILED: N_("Azure Monitor reports {code} for {metric}"),
    RefusalId.METRIC_MISSING: N_("the metrics hold no requests; one of these is needed: {metrics}"),
    RefusalId.METRICS_TWICE: N_(
        "the metrics count the requests twice ({metrics}); ask for one of them"
    ),
    RefusalId.MINUTES_TWICE: N_("{metric}: the minute {minute} comes twice for one series"),
    RefusalId.SERIES_UNKNOWN: N_("no series of requests has {series}; there are: {known}"),
    RefusalId.NO_TOTALS: N_("{metric}: no minute has a total in all series (--aggregation Total)"),
    RefusalId.BAD_POINTS: N_(
        "points of the metrics that cannot be read: {count}; first at {points}"
    ),
    RefusalId.RESERVATION_WITHOUT_DEPLOYMENT: N_(
        "a reservation is for {deployment_type} ({region}), but no deployment of the plan is"
    ),
    RefusalId.MAX_OUTPUT_BELOW_OUTPUT: N_(
        "the largest output of a request ({given} tokens) is below its average one ({output})"
    ),
    RefusalId.DISCOUNT_OUT_OF_RANGE: N_(
        "a discount of {given}% leaves nothing to pay; it must be below 100%"
    ),
}


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
    CautionId.PRICE_BY_VARIANT: N_(
        "The price of {what} depends on the variant: {variants}. Choose one ({option})."
    ),
    CautionId.PRICE_IN_OTHER_UNIT: N_(
        "{counted}: no price. The price of {what} is stated by another unit; state {counts} "
        "({options})."
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
    CautionId.PRICE_BEFORE_SOURCE: N_(
        "The source of {read}, {source}, does not say since when its price holds ({what}): whether "
        "it did on {asked} is unknown."
    ),
    CautionId.PRICES_OLD: N_(
        "The newest of the prices is of {read}: what holds on {asked}, more than a year later, is "
        "unknown."
    ),
    CautionId.PRICE_WITHOUT_REGION: N_(
        "No region was chosen; the price of {what} is stated for these only: {prices}. Choose a "
        "region."
    ),
    CautionId.RESERVATION_OUTLIVES_MODEL: N_(
        "A {term} reservation from today ends on {end}; {model} retires on {retirement}. It is "
        "bound to type and region, not to a model: another one may use the rest, but needs other "
        "PTU."
    ),
    CautionId.MODEL_PAST_RETIREMENT: N_("{model} is past its retirement date ({retirement})."),
    CautionId.PEAK_ABOVE_QUOTA: N_(
        "The peak ({needed_tpm} TPM, {needed_rpm} RPM) is above the quota of tier {tier} for "
        "{deployment_type}. Lowest tier that would do, of those known ({known_tiers}): "
        "{sufficient_tier}."
    ),
    CautionId.QUOTA_UNKNOWN: N_("The quota of tier {tier} for {deployment_type} is unknown."),
    CautionId.OWN_QUOTA_EXCEEDED: N_(
        "The client's subscription has {left} of {limit} {unit} left for {deployment_type} in "
        "{region} ({on}); {needed} are needed."
    ),
    CautionId.OWN_QUOTA_NONE: N_(
        "The client's subscription has no quota for {deployment_type} in {region} (limit 0 on "
        "{on}): it has to be asked for, or another region or deployment type taken."
    ),
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
    CautionId.REASONING_NOT_KNOWN: N_(
        "No source says that {model} reasons; its reasoning tokens are reckoned as you asked."
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
    CautionId.GAPS: N_("The load profile has gaps: {count}; first after lines {lines}."),
    CautionId.INTERVAL_CONTRADICTED: N_(
        "The metrics say {interval} of themselves, but their rows are {minutes} minutes apart; "
        "the rows decide."
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

ONE_MINUTE_MISSING = N_(
    "One minute between the first and the last is missing; missing is not zero, so the month is "
    "projected from the {present} that are there."
)
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
    CheckId.OWN_QUOTA_ENOUGH: N_(
        "The client's subscription has {left} of {limit} {unit} left for {deployment_type} in "
        "{region} ({on}): enough for {needed}."
    ),
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


ASSUMPTIONS: Mapping[AssumptionId, Message] = {
    AssumptionId.BUSIEST_MINUTE: N_("PTU are sized for the busiest minute, not for the average."),
    AssumptionId.TOKENS_ONCE: N_(
        "Each token counts once: cached and cache-write tokens are part of the input."
    ),
    AssumptionId.CACHE_RATE: N_("Cache rate: {percent}% of the input."),
    AssumptionId.IMAGE_TOKENS_GIVEN: N_(
        "The tokens of an image are your figure: no source here states how {model} counts pixels."
    ),
    AssumptionId.IMAGES_AS_PROMPT: N_(
        "Image tokens are part of the prompt and cost what its text costs: no source states a "
        "price of their own."
    ),
    AssumptionId.REASONING_IS_OUTPUT: N_(
        "{model} reasons: its reasoning tokens are billed as output and must be part of it."
    ),
    AssumptionId.WEIGHTS: N_("One token of {what} counts as {weight} on PTU."),
    AssumptionId.WEIGHT_GIVEN: N_(
        "One token of {what} counts as {weight} on PTU: your figure, not a source's."
    ),
    AssumptionId.LONG_CONTEXT: N_(
        "Requests are long context as a whole, also for the part below the threshold."
    ),
    AssumptionId.LATENCY_TARGET: N_("Latency target: {target}."),
    AssumptionId.AVERAGE_LOAD: N_("The average load is {percent}% of the peak."),
    AssumptionId.AVERAGE_IS_PEAK: N_("No average load was given: the peak is assumed all month."),
    AssumptionId.LOAD_OF_USERS: N_(
        "Load of {users} users with {requests_per_user} requests each on {working_days} working "
        "days a month; the busiest minute is {peak_factor} times the average of {busy_hours} busy "
        "hours a day."
    ),
    AssumptionId.LOAD_IN_BUSY_HOURS: N_(
        "Requests come on {working_days} working days a month in {busy_hours} busy hours a day; "
        "the busiest minute is {peak_factor} times their average."
    ),
    AssumptionId.TOKENS_OF_WORDS: N_(
        "A word has {tokens} tokens: an assumption. OpenAI's rule of thumb for English is 100 "
        "tokens for 75 words; German and code have more."
    ),
    AssumptionId.WORDS_OF_PAGES: N_("A page has {words} words: an assumption."),
    AssumptionId.WORDS_OF_SPEECH: N_(
        "A minute of speech has {words} words, which the model gets or gives as text: an "
        "assumption."
    ),
    AssumptionId.HISTORY_GROWS: N_(
        "A conversation has {turns} questions; each prompt holds those before it with their "
        "answers, without the reasoning."
    ),
    AssumptionId.SYSTEM_PROMPT_CACHED: N_(
        "Every request begins with the same {tokens} tokens, which are read from the cache."
    ),
    AssumptionId.REASONING: N_(
        "Reasoning: {times} tokens for one of the visible answer, billed as output. Nobody states "
        "such a figure; measure it."
    ),
    AssumptionId.LOAD_PRESET: N_(
        "What was not stated of the load is taken from the preset {preset}: assumptions, which "
        "nobody measured."
    ),
    AssumptionId.LOAD_OF_PROFILE: N_("Peak and average of the load are those of its profile."),
    AssumptionId.MONTH: N_("A month has {hours} hours."),
    AssumptionId.YEAR_IN_TWELFTHS: N_("A one-year reservation is shown as a twelfth a month."),
    AssumptionId.PROCESSING_TIER: N_("Per token: {tier} processing."),
    AssumptionId.PAYG_DISCOUNT: N_("Discount on list prices per token: {percent}%."),
    AssumptionId.PTU_DISCOUNT: N_("Discount on list prices of PTU: {percent}%."),
    AssumptionId.NO_DISCOUNT: N_("List prices without discounts."),
    AssumptionId.AGREED: N_(
        "Discounts and negotiated prices are those of the client, as of {agreed_on}."
    ),
    AssumptionId.PAYG_PRICE_GIVEN: N_("Negotiated price for 1M tokens of {what}: {amount}."),
    AssumptionId.PTU_PRICE_GIVEN: N_("Negotiated price, {what}: {amount}."),
    AssumptionId.PRICE_REGION: N_("Reckoned with the prices of {region}, as you asked."),
    AssumptionId.PTU_PRICE_REGION: N_("Reckoned with the PTU prices of {region}, as you asked."),
    AssumptionId.PRICE_VARIANT: N_("Price of {what}: {variant}."),
    AssumptionId.FINE_TUNED: N_(
        "Requests go to a fine-tuned model, at its prices per token; PTU are those of the base "
        "model, as no source states others."
    ),
    AssumptionId.BESIDE_APART: N_(
        "What is paid for beside requests is in none of the ways to pay."
    ),
    AssumptionId.SIZE_GIVEN: N_("{ptu} PTU are deployed, as you asked."),
    AssumptionId.FIRST_MONTH: N_(
        "The first month begins on {first} and has {days} of {of} days: what is paid per token or "
        "by the hour follows them, a reservation is paid for whole."
    ),
    AssumptionId.QUOTA_BY_OUTPUT: N_(
        "Quota counts a request on arrival, with the largest output it allows; none was stated, so "
        "the average output was taken."
    ),
    AssumptionId.QUOTA_ON_ARRIVAL: N_(
        "Quota counts a request on arrival, with its prompt and the largest output it allows: "
        "{tokens} tokens."
    ),
    AssumptionId.QUOTA_HEADROOM: N_("Head-room above the peak, for quota: {percent}%."),
    AssumptionId.RESERVED_PART: N_(
        "{ptu} PTU are reserved; what is deployed beyond them is billed by the hour."
    ),
    AssumptionId.BATCH_PER_TOKEN: N_(
        "Batch jobs are paid per token at the batch price whatever the others are; they have no "
        "PTU, and nothing spills over to them."
    ),
    AssumptionId.RESERVED_BY_TYPE: N_(
        "Each deployment is rounded by itself; deployments of one type in one region share a "
        "reservation, those of other types do not."
    ),
    AssumptionId.WHOLE_REQUESTS_SPILL: N_(
        "What the PTU cannot carry in a minute spills over to standard as whole requests."
    ),
    AssumptionId.PARTS_OF_REQUESTS_SPILL: N_(
        "What the PTU cannot carry in a minute spills over to standard; the load has fractions of "
        "a request, as averages do, and so has what spills over."
    ),
    AssumptionId.SAME_REQUEST_SHAPE: N_(
        "All requests have the average size; inside a minute they spread evenly."
    ),
    AssumptionId.SERIES_SCALED: N_("The {minutes} minutes of the series stand for every month."),
    AssumptionId.CLOCKS_PUT_BACK: N_(
        "Times that come twice are the hour in which clocks are put back ({days}); both count."
    ),
    AssumptionId.SPREAD_EVENLY: N_(
        "The load profile has a row every {minutes} minutes; its requests are spread evenly over "
        "them, so what is busier within is not seen."
    ),
    AssumptionId.SPREAD_OVER_DAY: N_(
        "The load profile has a row a day; its requests are spread evenly over 24 hours, so busy "
        "hours are not seen and the real peak is higher."
    ),
    AssumptionId.SILENCE_IS_ZERO: N_(
        "Where some series report and others are silent, the silent ones count as zero: {count} "
        "times."
    ),
    AssumptionId.METRIC_SERIES: N_(
        "Requests as Azure Monitor measured them ({metric}); series: {series}."
    ),
    AssumptionId.EVERY_STATUS: N_(
        "Measured requests count whatever their status, also those that were turned away (429)."
    ),
    AssumptionId.MEASURED_TOKENS: N_("Measured on average of a request ({field}): {amount}."),
    AssumptionId.WEEK_OF_FIVE_AND_TWO: N_(
        "Every week has five working days and two of the weekend; holidays are not considered."
    ),
    AssumptionId.NET_OF_TAX: N_("List prices in {currency}, without tax. No offer."),
}


StatementId = CautionId | AssumptionId | CheckId | RefusalId

_NAMES: Mapping[str, Message] = {
    **{word.value: words for table in (CATEGORIES, TIERS, BANDS) for word, words in table.items()},
    **PRESET_NAMES,
    "hour": N_("hourly"),
    **{f"ptu_{term.value}": FIGURES[f"cost_{term.value}"] for term in Term},
    "month": N_("one-month"),
    "year": N_("one-year"),
    "global": N_("global"),
    "data_zone": N_("data zone"),
    "regional": N_("regional"),
    "standard": N_("standard"),
    "requests_per_minute": N_("requests per minute"),
    "average_load": N_("average load"),
    "users": N_("users"),
    "requests_per_user": N_("requests per user"),
    "sessions": N_("sessions"),
    "words": N_("words"),
    "pages": N_("pages"),
    "speech_minutes": N_("minutes of speech"),
    "tokens": N_("tokens"),
    "tokens_per_word": N_("tokens per word"),
    "words_per_page": N_("words per page"),
    "words_per_minute": N_("words per minute of speech"),
    "system_prompt": N_("system prompt"),
    "turns": N_("questions of a conversation"),
    "reasoning": N_("reasoning"),
    "session_seconds": N_("seconds between the requests of a session"),
    "working_days": N_("working days"),
    "busy_hours": N_("busy hours"),
    "peak_factor": N_("peak factor"),
    **{count.value: counted.words for count, counted in EVERYTHING.items()},
    "max_output": N_("largest output"),
    "quota_headroom": N_("head-room"),
    "deployed_ptu": N_("PTU to deploy"),
    "reserved_ptu": N_("reserved PTU"),
    "payg_discount_percent": N_("discount"),
    "ptu_discount_percent": N_("discount"),
}
"""Words of the field that statements carry by their id."""

_NAMED_FIELDS = frozenset(
    {"what", "counted", "field", "category", "band", "scope", "term", "tier", "preset"}
)

_NAMED_LISTS = frozenset({"offered", "counts"})
"""Other lists hold what stands in a file or is a name: columns, lines, sizes, zones."""

_NOWHERE = NC_("not offered", "anywhere")
_NONE = N_("none")


def sentence(statement: Statement, language: str) -> str:
    """Return a statement in German ("de") or English (anything else)."""
    written = {name: _written(name, value, language) for name, value in statement.data.items()}
    written["day"] = figures.partial_day(str(statement.data.get("as_of", "")), language)
    if statement.id is CautionId.PTU_NOT_POSSIBLE:
        reason = REFUSALS[RefusalId(str(statement.data["reason"]))]
        written["reason"] = in_language(reason, language).format(**written)
    return in_language(_template(statement), language).format(**written)


def word(name: str, language: str) -> str:
    """Return the word for an id of the field, such as `cached_input`; unknown ids as they are."""
    pair = _NAMES.get(name)
    return name if pair is None else in_language(pair, language)


def _template(statement: Statement) -> Message:
    which: StatementId = statement.id
    if which is CautionId.NOT_OFFERED_IN_REGION and not statement.data.get("as_of"):
        return UNDATED_NO if statement.data.get("region") else UNDATED_NOWHERE
    if which is CautionId.MINUTES_MISSING and statement.data["missing"] == 1:
        return ONE_MINUTE_MISSING
    if isinstance(which, CautionId):
        if statement.data.get("region") == "" and which in WITHOUT_REGION:
            return WITHOUT_REGION[which]
        return CAUTIONS[which]
    if isinstance(which, AssumptionId):
        return ASSUMPTIONS[which]
    return CHECKS[which] if isinstance(which, CheckId) else REFUSALS[which]


def _written(name: str, value: Datum, language: str) -> str:
    match value:
        case tuple():
            return _listed(name, value, language)
        case date():
            return figures.day(value, language)
        case int():
            return figures.number(value, language)
        case Decimal():
            return figures.number(value, language, 2 if name == "raw" else None)
        case "":
            return in_language(_NOWHERE if name == "region" else _NONE, language)
    return word(value, language) if name in _NAMED_FIELDS else value


def _listed(name: str, values: tuple[str, ...], language: str) -> str:
    if name == "prices":
        return ", ".join(_price(each, language) for each in values)
    words = [word(each, language) if name in _NAMED_LISTS else each for each in values]
    told = ", ".join(words)
    return told or in_language(_NONE, language)


_UNIT = re.compile(r"(?<=[A-Z]{3})/([^(]+?)(?= \(|$)")


def _price(listed: str, language: str) -> str:
    """Write amount, currency and unit of `0.36 USD/hour (East US 2)` as the language does."""
    amount, _, rest = listed.partition(" ")
    rest = _UNIT.sub(lambda found: f" / {unit(Unit(found[1]), language)}", rest)
    return figures.unit_price(Decimal(amount), rest[:3], language) + rest[3:]


class Refusal(ToldError):
    """There is no result; `statement` says why and what would be possible."""

    def __init__(self, refusal: RefusalId, **data: Datum) -> None:
        super().__init__(REFUSALS[refusal], **data)
        self.statement = Statement(refusal, data)

    def told(self, language: str) -> str:
        """Return the sentence, its figures written as the language does, with a full stop."""
        return f"{sentence(self.statement, language)}."
