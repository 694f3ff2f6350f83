# SPDX-License-Identifier: MIT
"""The sentences of warnings in English and German."""

from collections.abc import Mapping

from azmodels_gui.calculator.statements import CautionId

CAUTIONS: Mapping[CautionId, tuple[str, str]] = {
    CautionId.PRICE_UNKNOWN: (
        "Price unknown: {what}. No source states one, so nothing is reckoned with it.",
        "Preis unbekannt: {what}. Keine Quelle nennt einen; es wird nicht damit gerechnet.",
    ),
    CautionId.PRICE_EXPIRED: (
        "Price expired: {what}, {prices}, ended on {until}. What holds now is unknown.",
        "Preis abgelaufen: {what}, {prices}, galt bis {until}. Was jetzt gilt, ist unbekannt.",
    ),
    CautionId.PRICE_SECONDARY: (
        "Price from a secondary source: {what}, {prices}.",
        "Preis aus einer zweitrangigen Quelle: {what}, {prices}.",
    ),
    CautionId.PRICE_PROMISED: (
        "A promotion, promised until {until} at least: {what}, {prices}. What holds then is "
        "unknown.",
        "Ein Aktionspreis, zugesagt mindestens bis {until}: {what}, {prices}. Was dann gilt, ist "
        "unbekannt.",
    ),
    CautionId.PRICE_CONFLICTING: (
        "Conflicting sources for the price of {what}: {prices}. None is reckoned with.",
        "Widersprüchliche Quellen zum Preis: {what}, {prices}. Mit keinem wird gerechnet.",
    ),
    CautionId.PRICE_BY_REGION: (
        "The price of {what} depends on the region: {prices}. Choose a region.",
        "Der Preis hängt von der Region ab: {what}, {prices}. Wählen Sie eine Region.",
    ),
    CautionId.PRICE_ELSEWHERE: (
        "Price unknown for {region}: {what}. Stated elsewhere: {prices}.",
        "Preis für {region} unbekannt: {what}. Genannt für andere Orte: {prices}.",
    ),
    CautionId.PRICE_FROM_OTHER_REGION: (
        "No source names {region} for the price of {what}; reckoned with {prices}, "
        "as the deployment is global.",
        "Keine Quelle nennt {region} beim Preis: {what}. Gerechnet wird mit {prices}, "
        "weil die Bereitstellung global ist.",
    ),
    CautionId.PRICE_NEWER_ELSEWHERE: (
        "In other regions a newer price holds for {what}: {prices}. Check this one.",
        "In anderen Regionen gilt ein neuerer Preis: {what}, {prices}. Prüfen Sie diesen.",
    ),
    CautionId.PRICE_WITHOUT_REGION: (
        "No region was chosen; the price of {what} is stated for these only: {prices}. Choose a "
        "region.",
        "Keine Region gewählt; der Preis ist nur für diese genannt: {what}, {prices}. Wählen Sie "
        "eine Region.",
    ),
    CautionId.RESERVATION_OUTLIVES_MODEL: (
        "A {term} reservation from today ends on {end}; {model} retires on {retirement}.",
        "Eine Reservierung für {term} ab heute endet am {end}; {model} wird am {retirement} "
        "abgeschaltet.",
    ),
    CautionId.MODEL_PAST_RETIREMENT: (
        "{model} is past its retirement date ({retirement}).",
        "{model} ist überfällig (Abschaltung am {retirement}).",
    ),
    CautionId.PEAK_ABOVE_QUOTA: (
        "The peak ({needed_tpm} TPM, {needed_rpm} RPM) is above the quota of tier {tier} for "
        "{deployment_type}. Lowest tier that would do, of those known ({known_tiers}): "
        "{sufficient_tier}.",
        "Die Spitze ({needed_tpm} TPM, {needed_rpm} RPM) liegt über dem Kontingent der Stufe "
        "{tier} für {deployment_type}. Niedrigste Stufe, die reicht, von den bekannten "
        "({known_tiers}): {sufficient_tier}.",
    ),
    CautionId.QUOTA_UNKNOWN: (
        "The quota of tier {tier} for {deployment_type} is unknown.",
        "Das Kontingent der Stufe {tier} für {deployment_type} ist unbekannt.",
    ),
    CautionId.PEAK_ABOVE_PTU: (
        "The peak needs {raw} PTU, only {deployable} are deployed: the rest is turned away "
        "or spills over, at a cost that is not in that of the PTU.",
        "Die Spitze braucht {raw} PTU, bereitgestellt sind nur {deployable}: Der Rest wird "
        "abgewiesen oder läuft über; was das kostet, ist in den Kosten der PTU nicht enthalten.",
    ),
    CautionId.RESERVED_ABOVE_DEPLOYED: (
        "{reserved} PTU are reserved, but only {deployed} are deployed: the rest of the "
        "reservation is paid for unused, unless another deployment of the type takes it.",
        "Reserviert sind {reserved} PTU, bereitgestellt nur {deployed}: Der Rest der Reservierung "
        "wird ungenutzt bezahlt, falls keine andere Bereitstellung der Art ihn nutzt.",
    ),
    CautionId.PROMPT_ABOVE_PTU: (
        "PTU of this model do not serve prompts above {limit} tokens; these have {tokens}. "
        "They spill over or fail.",
        "PTU dieses Modells bedienen keine Eingaben über {limit} Token; diese haben {tokens}. "
        "Sie laufen über oder schlagen fehl.",
    ),
    CautionId.PROMPT_ABOVE_CONTEXT: (
        "A request of {tokens} tokens does not fit into the context window of {limit}.",
        "Eine Anfrage mit {tokens} Token passt nicht in das Kontextfenster von {limit}.",
    ),
    CautionId.PROMPT_ABOVE_INPUT_LIMIT: (
        "A prompt of {tokens} tokens is above the input limit of {limit}.",
        "Eine Eingabe von {tokens} Token liegt über der Eingabegrenze von {limit}.",
    ),
    CautionId.ANSWER_ABOVE_OUTPUT_LIMIT: (
        "An answer of {tokens} tokens is above the largest output of {limit}.",
        "Eine Antwort von {tokens} Token liegt über der größten Ausgabe von {limit}.",
    ),
    CautionId.CONTEXT_UNKNOWN: (
        "The context window of {model} is unknown, so the length was not checked.",
        "Das Kontextfenster von {model} ist unbekannt; die Länge wurde nicht geprüft.",
    ),
    CautionId.LONG_CONTEXT_UNDECLARED: (
        "Prompts of {tokens} tokens may be billed as long context; the threshold is unknown. "
        "Reckoned as short context.",
        "Eingaben von {tokens} Token werden vielleicht als langer Kontext abgerechnet; die "
        "Schwelle ist unbekannt. Gerechnet als kurzer Kontext.",
    ),
    CautionId.PROMPT_ABOVE_LONG_CONTEXT: (
        "Prompts of {tokens} tokens are billed as long context, which begins above {limit} "
        "according to {source}. Reckoned as short context: choose long context.",
        "Eingaben von {tokens} Token werden als langer Kontext abgerechnet, der laut {source} "
        "über {limit} beginnt. Gerechnet als kurzer Kontext: Wählen Sie langen Kontext.",
    ),
    CautionId.PROMPT_BELOW_LONG_CONTEXT: (
        "Prompts of {tokens} tokens are reckoned as long context, which begins above {limit} "
        "according to {source}.",
        "Eingaben von {tokens} Token sind als langer Kontext gerechnet, der laut {source} erst "
        "über {limit} beginnt.",
    ),
    CautionId.NOT_OFFERED_IN_REGION: (
        "As of {day} {deployment_type} is not offered: {region}.",
        "Stand {day} wird {deployment_type} nicht angeboten: {region}.",
    ),
    CautionId.OFFER_UNKNOWN: (
        "It is unknown whether {deployment_type} is offered: {region}.",
        "Unbekannt ist, ob {deployment_type} angeboten wird: {region}.",
    ),
    CautionId.OFFER_DISPUTED: (
        "Sources conflict on whether {deployment_type} is offered: {region}.",
        "Widersprüchliche Quellen dazu, ob {deployment_type} angeboten wird: {region}.",
    ),
    CautionId.REGION_OUTSIDE_DATA_ZONE: (
        "{region} lies in no data zone that is known, so no data zone keeps its data.",
        "{region} liegt in keiner bekannten Datenzone; keine hält die Daten dort.",
    ),
    CautionId.REGION_ZONE_DISPUTED: (
        "Sources conflict on whether the {data_zone} data zone contains {region}.",
        "Widersprüchliche Quellen dazu, ob die Datenzone {data_zone} {region} enthält.",
    ),
    CautionId.ZONE_NOT_SERVED: (
        "On PTU this model is served in the data zone {served} only, not in {data_zone}.",
        "Auf PTU gibt es dieses Modell nur in der Datenzone {served}, nicht in {data_zone}.",
    ),
    CautionId.TWO_SIZE_READINGS: (
        "The minimum ({minimum}) is no multiple of the increment ({increment}): {deployable} PTU "
        "in multiples of the increment, {other} PTU counted from the minimum.",
        "Das Minimum ({minimum}) ist kein Vielfaches der Schrittweite ({increment}): "
        "{deployable} PTU in Vielfachen der Schrittweite, {other} PTU vom Minimum aus gezählt.",
    ),
    CautionId.OLDER_PARAMETERS: (
        "The newest sizing page no longer lists this model; the figures are those of {source}.",
        "Die neueste Seite zur Dimensionierung führt dieses Modell nicht mehr; die Werte stammen "
        "aus {source}.",
    ),
    CautionId.PTU_NOT_POSSIBLE: (
        "No PTU can be reckoned: {reason}.",
        "PTU lassen sich nicht berechnen: {reason}.",
    ),
    CautionId.MINUTES_MISSING: (
        "{missing} minutes between the first and the last are missing; missing is not zero, "
        "so the month is projected from the {present} that are there.",
        "{missing} Minuten zwischen der ersten und der letzten fehlen; fehlend heißt nicht null, "
        "der Monat wird aus den {present} vorhandenen hochgerechnet.",
    ),
    CautionId.METRICS_NOT_SPLIT: (
        "The metrics are not split by ModelDeploymentName: they may hold requests of several "
        "deployments and models.",
        "Die Metriken sind nicht nach ModelDeploymentName aufgeteilt: Sie können Anfragen "
        "mehrerer Bereitstellungen und Modelle enthalten.",
    ),
    CautionId.DEPLOYMENTS_ADDED: (
        "Requests of several deployments are added: {deployments}.",
        "Anfragen mehrerer Bereitstellungen sind addiert: {deployments}.",
    ),
    CautionId.POOL_PRICES_DIFFER: (
        "The models of {deployment_type} have different prices ({what}); no cost is reckoned for "
        "them together.",
        "Die Modelle von {deployment_type} haben verschiedene Preise ({what}); gemeinsame Kosten "
        "werden nicht berechnet.",
    ),
}  # fmt: skip

UNDATED_NO = (
    "{deployment_type} is not offered: {region}.",
    "{deployment_type} wird nicht angeboten: {region}.",
)
UNDATED_NOWHERE = (
    "{deployment_type} is offered in no region.",
    "{deployment_type} wird in keiner Region angeboten.",
)
"""A "no" begins with its date, which is often old; these are for one whose age is not known."""

WITHOUT_REGION: Mapping[CautionId, tuple[str, str]] = {
    CautionId.NOT_OFFERED_IN_REGION: (
        "As of {day} no region offers {deployment_type}.",
        "Stand {day} bietet keine Region {deployment_type} an.",
    ),
    CautionId.OFFER_UNKNOWN: (
        "It is unknown whether {deployment_type} is offered in any region.",
        "Unbekannt ist, ob {deployment_type} in irgendeiner Region angeboten wird.",
    ),
    CautionId.OFFER_DISPUTED: (
        "Sources conflict on whether {deployment_type} is offered in any region.",
        "Widersprüchliche Quellen dazu, ob {deployment_type} in irgendeiner Region angeboten wird.",
    ),
}
"""Where no region was chosen."""
