# SPDX-License-Identifier: MIT
"""The sentences of refusals in English and German, without a full stop."""

from collections.abc import Mapping

from azmodels_gui.calculator.profile_csv import RowFault
from azmodels_gui.calculator.statements import RefusalId

REFUSALS: Mapping[RefusalId, tuple[str, str]] = {
    RefusalId.NOT_A_NUMBER: (
        "{field}: {given} is no number",
        "{field}: {given} ist keine Zahl",
    ),
    RefusalId.NEGATIVE: (
        "{field}: {given} is below zero",
        "{field}: {given} ist kleiner als null",
    ),
    RefusalId.ZERO: (
        "{field} must be above zero",
        "{field} muss größer als null sein",
    ),
    RefusalId.TOO_LARGE: (
        "{field}: {given} is more than the {largest} that are possible",
        "{field}: {given} ist mehr als die möglichen {largest}",
    ),
    RefusalId.TOO_MANY_PLACES: (
        "{field}: more than {places} decimal places",
        "{field}: mehr als {places} Nachkommastellen",
    ),
    RefusalId.PARTS_ABOVE_INPUT: (
        "cached and cache-write tokens ({parts}) are more than the input ({input_tokens}) "
        "they are part of",
        "Token aus dem Cache und in den Cache geschriebene ({parts}) sind mehr als die Eingabe "
        "({input_tokens}), deren Teil sie sind",
    ),
    RefusalId.EMPTY_REQUEST: (
        "a request without any token",
        "eine Anfrage ohne ein einziges Token",
    ),
    RefusalId.NO_PTU_PARAMETERS: (
        "no source states what a PTU carries of {model}",
        "keine Quelle nennt, was eine PTU von {model} trägt",
    ),
    RefusalId.SCOPE_NOT_OFFERED: (
        "the model has no provisioned deployment in the scope {scope}; it has: {offered}",
        "das Modell hat keine bereitgestellte Kapazität im Geltungsbereich {scope}; es hat: "
        "{offered}",
    ),
    RefusalId.WEIGHT_UNKNOWN: (
        "no source states how much a token of {category} ({band}) counts on PTU for this model",
        "keine Quelle nennt, wie viel ein Token ({category}, {band}) bei diesem Modell auf PTU "
        "zählt",
    ),
    RefusalId.PARAMETERS_UNUSABLE: (
        "the PTU parameters in the catalogue are zero for the scope {scope}",
        "die PTU-Parameter im Katalog sind für den Geltungsbereich {scope} null",
    ),
    RefusalId.SIZE_NOT_DEPLOYABLE: (
        "{given} PTU cannot be deployed: minimum {minimum}, increment {increment}; nearest: {near}",
        "{given} PTU lassen sich nicht bereitstellen: kleinste Bereitstellung {minimum}, "
        "Schrittweite {increment}; am nächsten: {near}",
    ),
    RefusalId.CURRENCIES_MIXED: (
        "the prices are in several currencies ({currencies}), which are not added",
        "die Preise sind in mehreren Währungen ({currencies}), die nicht addiert werden",
    ),
    RefusalId.NO_LOAD: (
        "the load profile holds no request",
        "das Lastprofil enthält keine Anfrage",
    ),
    RefusalId.TOO_MANY_SIZES: (
        "{count} sizes from nothing to the peak are more than {largest}; check the load",
        "{count} Größen bis zur Spitze sind mehr als {largest}; prüfen Sie die Last",
    ),
    RefusalId.PROMPT_NOT_SERVED: (
        "PTU of this model do not serve prompts above {limit} tokens; these have {tokens}, so "
        "everything would spill over",
        "PTU dieses Modells bedienen keine Eingaben über {limit} Token; diese haben {tokens}, "
        "alles liefe über",
    ),
    RefusalId.BAD_ROWS: (
        "rows of the load profile that cannot be read: {count}; lines {lines}",
        "nicht lesbare Zeilen des Lastprofils: {count}; Zeilen {lines}",
    ),
    RefusalId.NOT_24_HOURS: (
        "a day needs a value for each of its 24 hours; there are {given}",
        "ein Tag braucht einen Wert für jede seiner 24 Stunden; es sind {given}",
    ),
    RefusalId.COLUMNS_MISSING: (
        "the first line must name the columns {wanted}; it lacks {lacking}",
        "die erste Zeile muss die Spalten {wanted} nennen; es fehlen {lacking}",
    ),
    RefusalId.COLUMNS_TWICE: (
        "the first line names columns twice: {doubled}",
        "die erste Zeile nennt Spalten doppelt: {doubled}",
    ),
    RefusalId.NO_JSON: (
        "the metrics are no JSON document",
        "die Metriken sind kein JSON-Dokument",
    ),
    RefusalId.NO_METRICS: (
        "this is no answer of Azure Monitor (az monitor metrics list): {place} is missing or of "
        "another form",
        "das ist keine Antwort von Azure Monitor (az monitor metrics list): {place} fehlt oder "
        "hat eine andere Form",
    ),
    RefusalId.NOT_BY_MINUTE: (
        "the metrics are by {interval}, a load profile needs them by minute (--interval PT1M)",
        "die Metriken sind je {interval}, ein Lastprofil braucht sie je Minute (--interval PT1M)",
    ),
    RefusalId.METRIC_FAILED: (
        "Azure Monitor reports {code} for {metric}",
        "Azure Monitor meldet {code} für {metric}",
    ),
    RefusalId.METRIC_MISSING: (
        "the metrics hold no requests; one of these is needed: {metrics}",
        "die Metriken enthalten keine Anfragen; nötig ist eine von diesen: {metrics}",
    ),
    RefusalId.METRICS_TWICE: (
        "the metrics count the requests twice ({metrics}); ask for one of them",
        "die Metriken zählen die Anfragen doppelt ({metrics}); fragen Sie eine davon ab",
    ),
    RefusalId.MINUTES_TWICE: (
        "{metric}: the minute {minute} comes twice for one series",
        "{metric}: Die Minute {minute} kommt in einer Reihe doppelt vor",
    ),
    RefusalId.SERIES_UNKNOWN: (
        "no series of requests has {series}; there are: {known}",
        "keine Reihe von Anfragen hat {series}; es gibt: {known}",
    ),
    RefusalId.NO_TOTALS: (
        "{metric}: no minute has a total in all series (--aggregation Total)",
        "{metric}: Keine Minute hat in allen Reihen eine Summe (--aggregation Total)",
    ),
    RefusalId.BAD_POINTS: (
        "points of the metrics that cannot be read: {count}; {points}",
        "nicht lesbare Punkte der Metriken: {count}; {points}",
    ),
    RefusalId.RESERVATION_WITHOUT_DEPLOYMENT: (
        "a reservation is for {deployment_type} ({region}), but no deployment of the plan is",
        "eine Reservierung gilt für {deployment_type} ({region}), aber keine Bereitstellung des "
        "Plans",
    ),
    RefusalId.DISCOUNT_OUT_OF_RANGE: (
        "a discount of {given}% leaves nothing to pay; it must be below 100%",
        "ein Rabatt von {given} % lässt nichts übrig; er muss unter 100 % liegen",
    ),
}  # fmt: skip

ROW_FAULTS: Mapping[RowFault, tuple[str, str]] = {
    RowFault.COLUMNS: (
        "not as many cells as the first line",
        "nicht so viele Zellen wie die erste Zeile",
    ),
    RowFault.TIME: (
        "no time such as 2026-03-01T09:15",
        "keine Zeit wie 2026-03-01T09:15",
    ),
    RowFault.PART_OF_A_MINUTE: (
        "not a whole minute",
        "keine ganze Minute",
    ),
    RowFault.ZONES_MIXED: (
        "with a time zone while others have none, or the reverse",
        "mit Zeitzone, während andere keine haben, oder umgekehrt",
    ),
    RowFault.TWICE: (
        "comes twice",
        "kommt doppelt vor",
    ),
    RowFault.COUNT: (
        "no possible whole number of requests",
        "keine mögliche ganze Zahl von Anfragen",
    ),
    RowFault.RATE: (
        "no possible number of requests per minute",
        "keine mögliche Zahl von Anfragen pro Minute",
    ),
    RowFault.HOUR: (
        "no hour from 0 to 23",
        "keine Stunde von 0 bis 23",
    ),
}  # fmt: skip
