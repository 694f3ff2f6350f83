# SPDX-License-Identifier: MIT
"""What the user wants of a sheet, remembered from one to the next."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from decimal import Decimal

from azmodels_gui.answers.viewpoint import Conversion, has_prices_in
from azmodels_gui.catalog.document import BASE, Catalog
from azmodels_gui.catalog.kept_record import read_state
from azmodels_gui.language.figures import read_day, read_plain
from azmodels_gui.language.words import languages
from azmodels_gui.sheets.csv_file import DECIMALS, SEPARATORS, CsvStyle
from azmodels_gui.sheets.formats import FORMATS, PAPERS
from azmodels_gui.sheets.order import MAX_NOTE, Edition

CODE_LETTERS = 3
MONEY = ("currency", "rate", "rate_day", "rate_for")
LEAST_RATE, GREATEST_RATE, RATE_LETTERS = Decimal("0.000001"), Decimal(1_000_000), 16
"""What a rate may be; beyond that somebody slipped."""
_CHOICES = {
    "format": tuple(FORMATS),
    "language": ("", *languages()),
    "paper": PAPERS,
    "separator": ("", *SEPARATORS),
    "decimal": ("", *DECIMALS),
}


@dataclass(frozen=True)
class SheetWishes:
    """Everything of the dialog, as it was typed."""

    kind: str = ""
    """Value of a `SheetKind`; empty or not on offer: the page's first."""
    format: str = "pdf"
    language: str = ""
    """Empty: the window's."""
    title: str = ""
    """Instead of the sheet's own."""
    title_for: str = ""
    """Kind of the sheet that the title was written for: no other one gets it."""
    client: str = ""
    note: str = ""
    logo: str = ""
    """File with the picture; empty: none."""
    brand: str = ""
    """File with the firm's house style; empty: the company's, where it rolled one out."""
    docx_template: str = ""
    pptx_template: str = ""
    """Files of the firm whose look a sheet takes on, by format; empty: none."""
    currency: str = BASE
    rate: str = ""
    """So much of `rate_for` is one US dollar, as typed."""
    rate_day: str = ""
    """Day of the rate, as typed; empty: the sheet's."""
    rate_for: str = ""
    """Currency that the rate was stated for: no other one is converted by it."""
    paper: str = "A4"
    landscape: bool = False
    questions: bool = False
    """Of a fact sheet: with answers to the client's usual questions."""
    separator: str = ""
    """Of a CSV, by name; empty: by the sheet's language."""
    decimal: str = ""
    chapters: tuple[str, ...] = ()
    """Of a dossier, in their order; empty: the usual ones."""
    edition: str = ""
    edition_changed: str = ""
    author: str = ""
    approval: bool = False
    folder: str = ""
    """Where files went last; empty: the user's documents."""

    @property
    def dossier(self) -> Edition:
        """What is said of a dossier itself."""
        return Edition(
            self.edition, self.edition_changed, self.author, self.approval, self.chapters
        )

    @property
    def template(self) -> str:
        """The firm's file for the chosen format; empty: none."""
        files = {"docx": self.docx_template, "pptx": self.pptx_template}
        return files.get(FORMATS[self.format].template, "")

    @property
    def rate_value(self) -> Decimal | None:
        """The rate; None: none is stated for this currency, or it is no sensible number."""
        # Typed in either language and kept for both: a comma or a point, and no groups.
        value = read_plain(self.rate.replace(",", "."))
        sensible = value is not None and LEAST_RATE <= value <= GREATEST_RATE
        return value if sensible and self.rate_for == self.currency else None

    @property
    def conversion(self) -> Conversion:
        """The way from the catalogue's currency to the sheet's."""
        if self.currency == BASE:
            return Conversion()
        return Conversion(self.currency, self.rate_value, read_day(self.rate_day))

    def lacks_rate(self, catalog: Catalog | None) -> bool:
        """Tell whether there is no way to this currency: neither prices in it nor a rate.

        Args:
            catalog: what may have such prices; None: they would not serve.
        """
        if self.currency == BASE or self.rate_value is not None:
            return False
        return catalog is None or not has_prices_in(catalog, self.currency)

    def with_money_of(self, other: "SheetWishes") -> "SheetWishes":
        """Return these wishes with the currency and the rate of others."""
        money = {name: getattr(other, name) for name in MONEY}
        return replace(self, **money)

    def csv_style(self, language: str) -> CsvStyle:
        """Return how a CSV is separated; by the language where nothing is chosen."""
        usual = CsvStyle.of(language)
        return CsvStyle(
            SEPARATORS.get(self.separator, usual.separator),
            DECIMALS.get(self.decimal, usual.decimal),
        )


def wishes_from(state: Mapping[str, object]) -> SheetWishes:
    """Return remembered wishes; what does not fit any more is passed over."""
    kept = read_state(SheetWishes, state, _fits)
    if "rate_for" not in state and kept.currency != BASE:
        return replace(kept, rate_for=kept.currency)  # kept before a rate knew its currency
    return kept


def _fits(name: str, value: object) -> bool:
    if name in _CHOICES:
        return value in _CHOICES[name]
    if name == "currency":
        return is_currency(str(value))
    if name == "rate_day":
        return not value or read_day(str(value)) is not None
    return not isinstance(value, str) or len(value) <= MAX_NOTE


def is_currency(code: str) -> bool:
    """Tell whether a text is the code of a currency, such as EUR."""
    return len(code) == CODE_LETTERS and code.isascii() and code.isalpha() and code.isupper()
