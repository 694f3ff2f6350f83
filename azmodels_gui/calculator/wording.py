# SPDX-License-Identifier: MIT
"""The sentences for warnings, assumptions and refusals, in English and German.

One place for the command line, the window and the sheets. `{name}` is a figure of the
statement, already written as the language does.
"""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal

from azmodels_gui.calculator.assumption_words import ASSUMPTIONS
from azmodels_gui.calculator.caution_words import (
    CAUTIONS,
    UNDATED_NO,
    UNDATED_NOWHERE,
    WITHOUT_REGION,
)
from azmodels_gui.calculator.refusal_words import REFUSALS
from azmodels_gui.calculator.statements import (
    AssumptionId,
    CautionId,
    Datum,
    RefusalId,
    Statement,
)
from azmodels_gui.catalog.price_words import BANDS, CATEGORIES, TIERS
from azmodels_gui.language import figures
from azmodels_gui.language.words import N_, NC_, Message, in_language

StatementId = CautionId | AssumptionId | RefusalId

_NAMES: Mapping[str, Message] = {
    **{word.value: words for table in (CATEGORIES, TIERS, BANDS) for word, words in table.items()},
    "hour": N_("hourly"),
    "ptu_hour": N_("PTU by the hour"),
    "ptu_month": N_("PTU reserved for a month"),
    "ptu_year": N_("PTU reserved for a year"),
    "month": N_("one-month"),
    "year": N_("one-year"),
    "global": N_("global"),
    "data_zone": N_("data zone"),
    "regional": N_("regional"),
    "standard": N_("standard"),
    "requests_per_minute": N_("requests per minute"),
    "input_tokens": N_("input tokens"),
    "cached_tokens": N_("cached tokens"),
    "cache_write_tokens": N_("cache-write tokens"),
    "output_tokens": N_("output tokens"),
    "image_input_tokens": N_("image input tokens"),
    "image_output_tokens": N_("image output tokens"),
    "deployed_ptu": N_("PTU to deploy"),
    "reserved_ptu": N_("reserved PTU"),
    "payg_discount_percent": N_("discount"),
    "ptu_discount_percent": N_("discount"),
}
"""Words of the field that statements carry by their id."""

_NAMED_FIELDS = frozenset({"what", "field", "category", "band", "scope", "term", "tier"})

_NAMED_LISTS = frozenset({"offered"})
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
