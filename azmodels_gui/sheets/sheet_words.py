# SPDX-License-Identifier: MIT
"""Words of the sheets in English and German."""

from azmodels_gui.catalog.terms import Word
from azmodels_gui.language.words import N_, NC_, in_language, told
from azmodels_gui.sheets.coverage_sheet_words import COVERAGE_SHEET_WORDS
from azmodels_gui.sheets.fact_words import FACT_WORDS
from azmodels_gui.sheets.profile_words import PROFILE_WORDS
from azmodels_gui.sheets.section_words import SECTION_WORDS

WORDS = (
    FACT_WORDS
    | SECTION_WORDS
    | COVERAGE_SHEET_WORDS
    | PROFILE_WORDS
    | {
        # titles
        "comparison": N_("Model comparison"),
        "facts": N_("Fact sheet: {name}"),
        "facts_many": N_("Fact sheets: {count} models"),
        "sizing_sheet": N_("Sizing and cost: {name}"),
        "sizing_many": N_("Sizing and cost: {count} models"),
        "list": N_("List of models"),
        "changes_sheet": N_("What is new"),
        "retirements_sheet": N_("Retirement radar"),
        # what lines of news were narrowed to
        "compared_with": N_("Compared with catalogue {serial}, published {day}"),
        "not_compared": N_(
            "Texts, notes and conflicts other than those of availability are not compared. A "
            "figure "
            "that another document now states is no change."
        ),
        "as_stated": N_("Prices stand in the currency and for the time for which they are stated."),
        "counted_from": N_("Days are counted from {day}."),
        "undated": N_(
            "Entries without a published retirement date, which are not listed: {count}. That does "
            "not say that they stay."
        ),
        "day_unknown": N_("unknown"),
        "narrowed_pinned": N_("Pinned models only"),
        "narrowed_filter": N_("Only models of the filter"),
        "searched": N_("Lines with: {text}"),
        # head and foot
        "client": N_("For {client}"),
        "in_regions": N_("Regions: {regions}"),
        "all_regions": N_("All regions"),
        "facts_as_of": N_("As of: {dates}"),
        "catalog_line": N_("Catalogue {serial}, published {published}"),
        "page": N_("Page {page} of {pages}"),
        "part": N_("part {part} of {parts}"),
        "continued": N_("continued"),
        "no_offer": N_("No offer, no legal advice."),
        "made_with": N_("Made with azmodels."),
        "prices_change": N_(
            "Prices and availability change; Microsoft's price list and documentation prevail."
        ),
        "assumptions": N_("Assumptions"),
        "remarks": N_("Conflicts and unknowns"),
        "legend_comparison": N_(
            "Bold with ▲: best of the values known in the row. ≠: the row differs. "
            "! marks what needs attention. Unknown is not a no: no source says."
        ),
        "best": N_("best"),
        "warning": N_("attention"),
        "differs": N_("differs"),
        "section": N_("Section"),
        "date": N_("Date"),
        "title": N_("Title"),
        "as_of": N_("As of"),
        "address": N_("Address"),
        "licence": N_("Licence"),
        "number": N_("No."),
        "logo": N_("Logo"),
        # assumptions and remarks
        "assume_day": N_("Prices in force, stages and days left are reckoned for {day}."),
        "assume_month": N_(
            "Prices of PTU are for one PTU and the whole term; no month is reckoned here."
        ),
        "assume_no_cache": N_(
            "No cache rate is assumed: prices stand beside each other by token category."
        ),
        "assume_cache": N_("Cache rate: {share} of the input."),
        "assume_no_discount": N_("List prices without discounts and without tax."),
        "assume_currency": N_("Amounts in {currency}, as the price list states them."),
        "assume_rate": N_(
            "Converted at 1 {base} = {rate} {currency}, as stated by the user on {day}. Steps of "
            "the "
            "calculation are in {base}."
        ),
        "assume_standard": N_("Prices without a remark: standard processing, short context."),
        "conflict_note": N_("{name}, {about}: {note}"),
        "conflict_claims": N_("{name}, {about}. Sources say: {claims}."),
        "conflict_both": N_("{name}, {about}: {note} Sources say: {claims}."),
        "conflict_bare": N_("{name}, {about}: the sources disagree."),
        "retirement_of": NC_("what is disputed", "Retirement date"),
        "remark_unknown": N_("{name}: no source states {what}."),
        "remark_past": N_(
            "{name}: the retirement date {day} has passed, but the source does not call it retired."
        ),
        "remark_zone_disputed": N_("Which regions belong to the data zone is disputed; see above."),
        "remark_none_conflict": N_("No conflicts between sources on this sheet."),
        "remark_none": N_("No conflicts between sources and nothing unknown in this sheet."),
    }
)

FIXED = (
    *("page", "part", "continued", "assumptions", "remarks", "sources", "section", "date"),
    *("title", "as_of", "address", "licence", "number", "secondary", "best", "warning"),
    *("differs", "client", "logo", "source"),
)
"""Words that the outputs need beside the content."""


class SheetWords:
    """The words of one language."""

    def __init__(self, language: str) -> None:
        self.language = language

    def __call__(self, key: str, **values: object) -> str:
        """Return a word or a sentence with its values filled in."""
        if values:
            return told(WORDS[key], self.language, **values)
        return in_language(WORDS[key], self.language)

    def named(self, word: Word, prefix: str = "") -> str:
        """Return what a word of the file is called; one newer than this program as it is."""
        return self(f"{prefix}{word}") if word.known else word.value

    def has(self, key: str) -> bool:
        """Tell whether there is a word of that key."""
        return key in WORDS

    def fixed(self) -> dict[str, str]:
        """Return the words that the outputs need, still to be filled in."""
        return {key: self(key) for key in FIXED}
