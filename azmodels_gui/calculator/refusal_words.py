# SPDX-License-Identifier: MIT
"""The sentences of refusals in English and German, without a full stop."""

from collections.abc import Mapping

from azmodels_gui.calculator.statements import RefusalId
from azmodels_gui.language.words import N_, Message

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
