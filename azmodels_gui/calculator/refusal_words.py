# SPDX-License-Identifier: MIT
"""The sentences of refusals in English and German, without a full stop."""

from collections.abc import Mapping

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
        "{count} sizes from nothing to the peak are more than {largest}; is the load right?",
        "{count} Größen bis zur Spitze sind mehr als {largest}; stimmt die Last?",
    ),
    RefusalId.BAD_ROWS: (
        "{count} rows cannot be read: {rows}",
        "{count} Zeilen sind nicht lesbar: {rows}",
    ),
    RefusalId.PRICE_MISSING: (
        "without the price of {what} there is no cost curve",
        "ohne Preis gibt es keine Kostenkurve: {what}",
    ),
    RefusalId.DISCOUNT_OUT_OF_RANGE: (
        "a discount of {given}% leaves nothing to pay; it must be below 100%",
        "ein Rabatt von {given} % lässt nichts übrig; er muss unter 100 % liegen",
    ),
}  # fmt: skip
