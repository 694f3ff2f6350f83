# SPDX-License-Identifier: MIT
"""What the user wants of a sheet, remembered from one to the next."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields
from datetime import date
from decimal import Decimal, InvalidOperation

from azmodels_gui.reports.conversion import BASE, Conversion
from azmodels_gui.reports.csv_file import CsvStyle
from azmodels_gui.reports.order import MAX_NOTE

FORMATS = ("pdf", "xlsx", "csv", "html", "md")
LANGUAGES, PAPERS = ("de", "en"), ("A4", "Letter")
SEPARATORS = {"semicolon": ";", "comma": ",", "tab": "\t"}
DECIMALS = {"comma": ",", "point": "."}
CODE_LETTERS = 3
_CHOICES = {
    "format": FORMATS,
    "language": ("", *LANGUAGES),
    "paper": PAPERS,
    "separator": ("", *SEPARATORS),
    "decimal": ("", *DECIMALS),
}


@dataclass(frozen=True)
class SheetWishes:
    """Everything of the dialog; texts, so that a half-typed rate is kept as well."""

    kind: str = ""
    """Value of a `SheetKind`; empty or not on offer: the page's first."""
    format: str = "pdf"
    language: str = ""
    """Empty: the window's."""
    client: str = ""
    note: str = ""
    logo: str = ""
    """File with the picture; empty: none."""
    currency: str = BASE
    rate: str = ""
    """So much of `currency` is one US dollar, as typed."""
    rate_day: str = ""
    """Day of the rate as YYYY-MM-DD; empty: the sheet's."""
    paper: str = "A4"
    landscape: bool = False
    separator: str = ""
    """Of a CSV, by name; empty: by the sheet's language."""
    decimal: str = ""
    folder: str = ""
    """Where files went last; empty: the user's documents."""

    @property
    def rate_value(self) -> Decimal | None:
        """The rate; None: none is stated, or it is no number above zero."""
        try:
            value = Decimal(self.rate.strip().replace(",", "."))
        except InvalidOperation:
            return None
        return value if value.is_finite() and value > 0 else None

    @property
    def conversion(self) -> Conversion:
        """The way from the catalogue's currency to the sheet's."""
        if self.currency == BASE:
            return Conversion()
        day = date.fromisoformat(self.rate_day) if self.rate_day else None
        return Conversion(self.currency, self.rate_value, day)

    def csv_style(self, language: str) -> CsvStyle:
        """Return how a CSV is separated; by the language where nothing is chosen."""
        german = language == "de"
        separator = SEPARATORS[self.separator or ("semicolon" if german else "comma")]
        return CsvStyle(separator, DECIMALS[self.decimal or ("comma" if german else "point")])


def wishes_state(wishes: SheetWishes) -> dict[str, object]:
    """Return the wishes as JSON values."""
    return dict(asdict(wishes))


def wishes_from(state: Mapping[str, object]) -> SheetWishes:
    """Return remembered wishes; what does not fit any more is passed over."""
    known = {each.name: type(each.default) for each in fields(SheetWishes)}
    kept = {
        name: value
        for name, value in state.items()
        if name in known and type(value) is known[name] and _fits(name, value)
    }
    return SheetWishes(**kept)  # type: ignore[arg-type]


def _fits(name: str, value: object) -> bool:
    if name in _CHOICES:
        return value in _CHOICES[name]
    if name == "currency":
        return is_currency(str(value))
    if name == "rate_day":
        return not value or _is_day(str(value))
    return not isinstance(value, str) or len(value) <= MAX_NOTE


def is_currency(code: str) -> bool:
    """Tell whether a text is the code of a currency, such as EUR."""
    return len(code) == CODE_LETTERS and code.isascii() and code.isalpha() and code.isupper()


def _is_day(text: str) -> bool:
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True
