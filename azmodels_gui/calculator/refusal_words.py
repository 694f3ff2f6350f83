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
