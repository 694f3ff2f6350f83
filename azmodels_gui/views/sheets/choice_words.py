# SPDX-License-Identifier: MIT
"""Words for the choices of the sheet dialog."""

from collections.abc import Sequence

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from azmodels_gui.views.sheets.wishes import DECIMALS, FORMATS, LANGUAGES, PAPERS, SEPARATORS

CONTEXT = "SheetChoices"
CHOICE_FIELDS = ("kind", "format", "language", "paper", "separator", "decimal")
_ROWS = {
    "kind": QT_TRANSLATE_NOOP("SheetChoices", "Sheet:"),
    "format": QT_TRANSLATE_NOOP("SheetChoices", "Format:"),
    "language": QT_TRANSLATE_NOOP("SheetChoices", "Language of the sheet:"),
    "title": QT_TRANSLATE_NOOP("SheetChoices", "Title:"),
    "client": QT_TRANSLATE_NOOP("SheetChoices", "Client:"),
    "note": QT_TRANSLATE_NOOP("SheetChoices", "Note:"),
    "logo": QT_TRANSLATE_NOOP("SheetChoices", "Logo:"),
    "currency": QT_TRANSLATE_NOOP("SheetChoices", "Currency, rate, day:"),
    "paper": QT_TRANSLATE_NOOP("SheetChoices", "Paper:"),
    "separator": QT_TRANSLATE_NOOP("SheetChoices", "CSV columns, decimals:"),
    "decimal": QT_TRANSLATE_NOOP("SheetChoices", "Decimal sign:"),
}
_WORDS = {
    "comparison": QT_TRANSLATE_NOOP("SheetChoices", "Comparison"),
    "facts": QT_TRANSLATE_NOOP("SheetChoices", "Fact sheet"),
    "sizing": QT_TRANSLATE_NOOP("SheetChoices", "Sizing and cost"),
    "coverage": QT_TRANSLATE_NOOP("SheetChoices", "Region coverage"),
    "list": QT_TRANSLATE_NOOP("SheetChoices", "Filtered list"),
    "changes": QT_TRANSLATE_NOOP("SheetChoices", "Changes"),
    "retirements": QT_TRANSLATE_NOOP("SheetChoices", "Retirements"),
    "pdf": "PDF",
    "xlsx": "Excel (XLSX)",
    "csv": "CSV",
    "html": "HTML",
    "md": "Markdown",
    "de": "Deutsch",
    "en": "English",
    "A4": "A4",
    "Letter": "Letter",
    "semicolon": QT_TRANSLATE_NOOP("SheetChoices", "Semicolon"),
    "comma": QT_TRANSLATE_NOOP("SheetChoices", "Comma"),
    "tab": QT_TRANSLATE_NOOP("SheetChoices", "Tab"),
    "point": QT_TRANSLATE_NOOP("SheetChoices", "Point"),
}
_OPEN = {
    "language": QT_TRANSLATE_NOOP("SheetChoices", "As the window"),
    "separator": QT_TRANSLATE_NOOP("SheetChoices", "By the sheet's language"),
    "decimal": QT_TRANSLATE_NOOP("SheetChoices", "By the sheet's language"),
}


def row_label(name: str) -> str:
    """Return the words before a field."""
    return _words(_ROWS[name])


def choices(name: str, kinds: Sequence[str]) -> list[tuple[str, str]]:
    """Return the values of a field with their words.

    Args:
        name: the field.
        kinds: sheets that the page offers.
    """
    values: dict[str, Sequence[str]] = {
        "kind": kinds,
        "format": FORMATS,
        "language": LANGUAGES,
        "paper": PAPERS,
        "separator": tuple(SEPARATORS),
        "decimal": tuple(DECIMALS),
    }
    first = [("", _words(_OPEN[name]))] if name in _OPEN else []
    return [*first, *((each, _words(_WORDS[each])) for each in values[name])]


def _words(source: object) -> str:
    return QCoreApplication.translate(CONTEXT, str(source))
