# SPDX-License-Identifier: MIT
"""The sentences of assumptions in English and German."""

from collections.abc import Mapping

from azmodels_gui.calculator.statements import AssumptionId
from azmodels_gui.language.words import N_, Message

ASSUMPTIONS: Mapping[AssumptionId, Message] = {
    AssumptionId.BUSIEST_MINUTE: N_("PTU are sized for the busiest minute, not for the average."),
    AssumptionId.TOKENS_ONCE: N_(
        "Each token counts once: cached and cache-write tokens are part of the input."
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
    AssumptionId.AVERAGE_IS_PEAK: N_(
        "No average load was given: costs per token assume the peak all month."
    ),
    AssumptionId.MONTH: N_("A month has {hours} hours."),
    AssumptionId.YEAR_IN_TWELFTHS: N_("A one-year reservation is shown as a twelfth a month."),
    AssumptionId.PROCESSING_TIER: N_("Per token: {tier} processing."),
    AssumptionId.PAYG_DISCOUNT: N_("Discount on list prices per token: {percent}%."),
    AssumptionId.PTU_DISCOUNT: N_("Discount on list prices of PTU: {percent}%."),
    AssumptionId.PAYG_PRICE_GIVEN: N_("Negotiated price for 1M tokens of {what}: {amount}."),
    AssumptionId.PTU_PRICE_GIVEN: N_("Negotiated price, {what}: {amount}."),
    AssumptionId.PRICE_REGION: N_("Reckoned with the prices of {region}, as you asked."),
    AssumptionId.SIZE_GIVEN: N_("{ptu} PTU are deployed, as you asked."),
    AssumptionId.RESERVED_PART: N_(
        "{ptu} PTU are reserved; what is deployed beyond them is billed by the hour."
    ),
    AssumptionId.RESERVED_BY_TYPE: N_(
        "Each deployment is rounded by itself; deployments of one type in one region share a "
        "reservation, those of other types do not."
    ),
    AssumptionId.WHOLE_REQUESTS_SPILL: N_(
        "What the PTU cannot carry in a minute spills over to standard as whole requests."
    ),
    AssumptionId.SAME_REQUEST_SHAPE: N_(
        "All requests have the average size; inside a minute they spread evenly."
    ),
    AssumptionId.SERIES_SCALED: N_("The {minutes} minutes of the series stand for every month."),
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
