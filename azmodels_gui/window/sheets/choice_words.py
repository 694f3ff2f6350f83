# SPDX-License-Identifier: MIT
"""Words for the choices of the sheet dialog."""

from collections.abc import Sequence

from azmodels_gui.language.shown import tr
from azmodels_gui.language.words import N_, languages
from azmodels_gui.sheets.csv_file import DECIMALS, SEPARATORS
from azmodels_gui.sheets.formats import FORMATS, PAPERS

CONTEXT = "SheetChoices"
CHOICE_FIELDS = ("kind", "format", "language", "paper", "separator", "decimal")
_ROWS = {
    "kind": N_("Sheet:"),
    "format": N_("Format:"),
    "language": N_("Language of the sheet:"),
    "title": N_("Title:"),
    "client": N_("Client:"),
    "note": N_("Note:"),
    "logo": N_("Logo:"),
    "currency": N_("Currency, rate, day:"),
    "paper": N_("Paper:"),
    "separator": N_("CSV columns, decimals:"),
    "decimal": N_("Decimal sign:"),
}
_WORDS = {
    "comparison": N_("Comparison"),
    "facts": N_("Fact sheet"),
    "sizing": N_("Sizing and cost"),
    "coverage": N_("Region coverage"),
    "list": N_("Filtered list"),
    "changes": N_("Changes"),
    "retirements": N_("Retirements"),
    "semicolon": N_("Semicolon"),
    "comma": N_("Comma"),
    "tab": N_("Tab"),
    "point": N_("Point"),
}
_OPEN = {
    "language": N_("As the window"),
    "separator": N_("By the sheet's language"),
    "decimal": N_("By the sheet's language"),
}


def row_label(name: str) -> str:
    """Return the words before a field."""
    return tr(_ROWS[name])


def choices(name: str, kinds: Sequence[str]) -> list[tuple[str, str]]:
    """Return the values of a field with their words.

    Args:
        name: the field.
        kinds: sheets that the page offers.
    """
    values: dict[str, Sequence[str]] = {
        "kind": kinds,
        "separator": tuple(SEPARATORS),
        "decimal": tuple(DECIMALS),
    }
    first = [("", tr(_OPEN[name]))] if name in _OPEN else []
    own: dict[str, Sequence[tuple[str, str]]] = {
        "language": tuple(languages().items()),
        "format": tuple((each.suffix, each.name) for each in FORMATS.values()),
        "paper": tuple((each, each) for each in PAPERS),
    }
    if name in own:  # called the same in every language
        return [*first, *own[name]]
    return [*first, *((each, tr(_WORDS[each])) for each in values[name])]
