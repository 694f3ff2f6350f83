# SPDX-License-Identifier: MIT
"""The sentences of assumptions in English and German."""

from collections.abc import Mapping

from azmodels_gui.calculator.statements import AssumptionId

ASSUMPTIONS: Mapping[AssumptionId, tuple[str, str]] = {
    AssumptionId.BUSIEST_MINUTE: (
        "PTU are sized for the busiest minute, not for the average.",
        "PTU werden für die stärkste Minute bemessen, nicht für den Durchschnitt.",
    ),
    AssumptionId.TOKENS_ONCE: (
        "Each token counts once: cached and cache-write tokens are part of the input.",
        "Jedes Token zählt einmal: Token aus dem Cache und in den Cache geschriebene sind Teil "
        "der Eingabe.",
    ),
    AssumptionId.WEIGHTS: (
        "One token of {what} counts as {weight} on PTU.",
        "Ein Token ({what}) zählt auf PTU {weight}-fach.",
    ),
    AssumptionId.WEIGHT_GIVEN: (
        "One token of {what} counts as {weight} on PTU: your figure, not a source's.",
        "Ein Token ({what}) zählt auf PTU {weight}-fach: Ihre Angabe, nicht die einer Quelle.",
    ),
    AssumptionId.LONG_CONTEXT: (
        "Requests are long context as a whole, also for the part below the threshold.",
        "Anfragen gelten ganz als langer Kontext, auch der Teil unter der Schwelle.",
    ),
    AssumptionId.LATENCY_TARGET: (
        "Latency target: {target}.",
        "Latenzziel: {target}.",
    ),
    AssumptionId.AVERAGE_LOAD: (
        "The average load is {percent}% of the peak.",
        "Die durchschnittliche Last beträgt {percent} % der Spitze.",
    ),
    AssumptionId.AVERAGE_IS_PEAK: (
        "No average load was given: costs per token assume the peak all month.",
        "Ohne Angabe zur durchschnittlichen Last: Kosten je Token nehmen die Spitze den ganzen "
        "Monat an.",
    ),
    AssumptionId.MONTH: (
        "A month has {hours} hours.",
        "Ein Monat hat {hours} Stunden.",
    ),
    AssumptionId.YEAR_IN_TWELFTHS: (
        "A one-year reservation is shown as a twelfth a month.",
        "Eine Reservierung für 1 Jahr ist je Monat mit einem Zwölftel angesetzt.",
    ),
    AssumptionId.PROCESSING_TIER: (
        "Per token: {tier} processing.",
        "Je Token: Verarbeitung {tier}.",
    ),
    AssumptionId.PAYG_DISCOUNT: (
        "Discount on list prices per token: {percent}%.",
        "Rabatt auf die Listenpreise je Token: {percent} %.",
    ),
    AssumptionId.PTU_DISCOUNT: (
        "Discount on list prices of PTU: {percent}%.",
        "Rabatt auf die Listenpreise für PTU: {percent} %.",
    ),
    AssumptionId.PAYG_PRICE_GIVEN: (
        "Negotiated price for 1M tokens of {what}: {amount}.",
        "Vereinbarter Preis für 1 Mio. Token ({what}): {amount}.",
    ),
    AssumptionId.PTU_PRICE_GIVEN: (
        "Negotiated price, {what}: {amount}.",
        "Vereinbarter Preis, {what}: {amount}.",
    ),
    AssumptionId.PRICE_REGION: (
        "Reckoned with the prices of {region}, as you asked.",
        "Gerechnet mit den Preisen von {region}, wie von Ihnen gewählt.",
    ),
    AssumptionId.SIZE_GIVEN: (
        "{ptu} PTU are deployed, as you asked.",
        "Bereitgestellt sind {ptu} PTU, wie von Ihnen gewählt.",
    ),
    AssumptionId.RESERVED_PART: (
        "{ptu} PTU are reserved; what is deployed beyond them is billed by the hour.",
        "{ptu} PTU sind reserviert; was darüber hinaus bereitgestellt ist, wird stündlich "
        "abgerechnet.",
    ),
    AssumptionId.RESERVED_BY_TYPE: (
        "Each deployment is rounded by itself; deployments of one type in one region share a "
        "reservation, those of other types do not.",
        "Jede Bereitstellung wird für sich gerundet; Bereitstellungen einer Art in einer Region "
        "teilen sich eine Reservierung, die anderer Arten nicht.",
    ),
    AssumptionId.WHOLE_REQUESTS_SPILL: (
        "What the PTU cannot carry in a minute spills over to standard as whole requests.",
        "Was die PTU in einer Minute nicht tragen, läuft als ganze Anfragen auf Standard über.",
    ),
    AssumptionId.SAME_REQUEST_SHAPE: (
        "All requests have the average size; inside a minute they spread evenly.",
        "Alle Anfragen haben die durchschnittliche Größe und verteilen sich gleichmäßig in der "
        "Minute.",
    ),
    AssumptionId.SERIES_SCALED: (
        "The {minutes} minutes of the series stand for every month.",
        "Die {minutes} Minuten der Reihe stehen für jeden Monat.",
    ),
    AssumptionId.METRIC_SERIES: (
        "Requests as Azure Monitor measured them ({metric}); series: {series}.",
        "Anfragen, wie Azure Monitor sie gemessen hat ({metric}); Reihen: {series}.",
    ),
    AssumptionId.EVERY_STATUS: (
        "Measured requests count whatever their status, also those that were turned away (429).",
        "Gemessene Anfragen zählen mit jedem Status, auch abgewiesene (429).",
    ),
    AssumptionId.MEASURED_TOKENS: (
        "Measured on average of a request ({field}): {amount}.",
        "Im Durchschnitt einer Anfrage gemessen ({field}): {amount}.",
    ),
    AssumptionId.WEEK_OF_FIVE_AND_TWO: (
        "Every week has five working days and two of the weekend; holidays are not considered.",
        "Jede Woche hat fünf Werktage und zwei Tage Wochenende; Feiertage sind nicht "
        "berücksichtigt.",
    ),
    AssumptionId.NET_OF_TAX: (
        "List prices in {currency}, without tax. No offer.",
        "Listenpreise in {currency}, ohne Steuern. Kein Angebot.",
    ),
}  # fmt: skip
