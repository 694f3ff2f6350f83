# SPDX-License-Identifier: MIT
"""The sentences for warnings, assumptions and refusals, in English and German.

One place for the command line, the window and the sheets. `{name}` is a figure of the
statement, already written as the language does.
"""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal

from azmodels_gui.calculator import figures
from azmodels_gui.calculator.assumption_words import ASSUMPTIONS
from azmodels_gui.calculator.caution_words import (
    CAUTIONS,
    UNDATED_NO,
    UNDATED_NOWHERE,
    WITHOUT_REGION,
)
from azmodels_gui.calculator.profile_csv import BadRow
from azmodels_gui.calculator.refusal_words import REFUSALS, ROW_FAULTS
from azmodels_gui.calculator.statements import (
    AssumptionId,
    CautionId,
    Datum,
    RefusalId,
    Statement,
)
from azmodels_gui.catalog.word_pairs import Pair, in_language

StatementId = CautionId | AssumptionId | RefusalId

_NAMES: Mapping[str, Pair] = {
    "input": ("input", "Eingabe"),
    "cached_input": ("cached input", "Eingabe aus dem Cache"),
    "cache_write": ("cache write", "Schreiben in den Cache"),
    "output": ("output", "Ausgabe"),
    "image_input": ("image input", "Bildeingabe"),
    "image_output": ("image output", "Bildausgabe"),
    "ptu_hour": ("PTU by the hour", "PTU stündlich"),
    "ptu_month": ("PTU reserved for a month", "PTU, Reservierung 1 Monat"),
    "ptu_year": ("PTU reserved for a year", "PTU, Reservierung 1 Jahr"),
    "hour": ("hourly", "stündlich"),
    "month": ("one-month", "1 Monat"),
    "year": ("one-year", "1 Jahr"),
    "global": ("global", "global"),
    "data_zone": ("data zone", "Datenzone"),
    "regional": ("regional", "regional"),
    "short": ("short context", "kurzer Kontext"),
    "long": ("long context", "langer Kontext"),
    "standard": ("standard", "Standard"),
    "batch": ("batch", "Batch"),
    "priority": ("priority", "priorisiert"),
    "flex": ("flex", "Flex"),
    "developer": ("developer", "Entwicklung"),
    "requests_per_minute": ("requests per minute", "Anfragen pro Minute"),
    "input_tokens": ("input tokens", "Eingabe-Token"),
    "cached_tokens": ("cached tokens", "Token aus dem Cache"),
    "cache_write_tokens": ("cache-write tokens", "in den Cache geschriebene Token"),
    "output_tokens": ("output tokens", "Ausgabe-Token"),
    "image_input_tokens": ("image input tokens", "Bildeingabe-Token"),
    "image_output_tokens": ("image output tokens", "Bildausgabe-Token"),
    "deployed_ptu": ("PTU to deploy", "bereitzustellende PTU"),
    "reserved_ptu": ("reserved PTU", "reservierte PTU"),
    "payg_discount_percent": ("discount", "Rabatt"),
    "ptu_discount_percent": ("discount", "Rabatt"),
}  # fmt: skip
"""Words of the field that statements carry by their id."""

_NAMED_FIELDS = frozenset({"what", "field", "category", "band", "scope", "term", "tier"})

_NAMED_LISTS = frozenset({"offered"})
"""Other lists hold what stands in a file or is a name: columns, lines, sizes, zones."""

_LINE: Pair = ("line", "Zeile")
_NOWHERE: Pair = ("anywhere", "an keinem Ort")
_NONE: Pair = ("none", "keine")


def sentence(statement: Statement, language: str) -> str:
    """Return a statement in German ("de") or English (anything else)."""
    written = {name: _written(name, value, language) for name, value in statement.data.items()}
    written["day"] = figures.partial_day(str(statement.data.get("as_of", "")), language)
    if statement.id is CautionId.PTU_NOT_POSSIBLE:
        reason = REFUSALS[RefusalId(str(statement.data["reason"]))]
        written["reason"] = in_language(reason, language).format(**written)
    return in_language(_template(statement), language).format(**written)


def bad_row(row: BadRow, language: str) -> str:
    """Return what is wrong with a row of a load profile."""
    line, fault = in_language(_LINE, language), in_language(ROW_FAULTS[row.fault], language)
    return f"{line} {row.line}: {fault} ({row.given!r})"


def word(name: str, language: str) -> str:
    """Return the word for an id of the field, such as `cached_input`; unknown ids as they are."""
    pair = _NAMES.get(name)
    return name if pair is None else in_language(pair, language)


def _template(statement: Statement) -> Pair:
    which: StatementId = statement.id
    if which is CautionId.NOT_OFFERED_IN_REGION and not statement.data.get("as_of"):
        return UNDATED_NO if statement.data.get("region") else UNDATED_NOWHERE
    if isinstance(which, CautionId):
        if statement.data.get("region") == "" and which in WITHOUT_REGION:
            return WITHOUT_REGION[which]
        return CAUTIONS[which]
    if isinstance(which, AssumptionId):
        return ASSUMPTIONS[which]
    return REFUSALS[which]


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


def _price(listed: str, language: str) -> str:
    """Write the amount of `1.925 USD (eastus2)` as the language does."""
    amount, _, rest = listed.partition(" ")
    return f"{figures.number(Decimal(amount), language)} {rest}"
