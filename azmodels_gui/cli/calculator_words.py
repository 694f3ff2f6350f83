# SPDX-License-Identifier: MIT
"""Words of the calculator's text output in English and German."""

from collections.abc import Mapping
from decimal import Decimal

from azmodels_gui.language import figures
from azmodels_gui.language.words import N_, Message, told
from azmodels_gui.sheets.sheet_words import SheetWords

WORDS: Mapping[str, Message] = {
    "newest_taken": N_("No version was named, so the newest was taken: {version}."),
    "others_offered": N_(
        "It is not offered for certain as {type}; these versions are: {versions}."
    ),
    "needed": N_("Needed"),
    "tier_of": N_("Tier {tier}"),
    "sufficient_tier": N_("Lowest sufficient tier (known: {known})"),
    "enough": N_("enough"),
    "exceeded": N_("exceeded"),
    "none": N_("none"),
    "pools": N_("Reserved together with all on PTU"),
    "minutes": N_("Minutes"),
    "peak": N_("Requests in the busiest minute"),
    "average": N_("Requests per minute on average"),
    "monthly": N_("Requests a month"),
    "measured_input": N_("Input tokens of a request, measured"),
    "measured_output": N_("Output tokens of a request, measured"),
    "curve": N_("Cost over the number of PTU"),
    "models_way": N_("Best way"),
    "models_ptu": N_("PTU"),
    "models_more": N_("To the first"),
    "models_more_ptu": N_("PTU to the first"),
    "models_no": N_("not known"),
    "models_ended": N_("ended"),
    "models_legend": N_(
        "▲ costs least   △ costs least of what lasts half a year and more   ? least of the known "
        "prices, others are missing"
    ),
    "models_refused": N_("Not reckoned"),
    "accepting": N_("Smallest size with at most {share} spilling over: {ptu} PTU"),
    "spilled": N_("Requests spilled"),
}


class CalculatorWords(SheetWords):
    """The words of one language: those of the sheets, and what only commands say."""

    def __call__(self, key: str, **values: object) -> str:
        """Return a word or a sentence with its values filled in."""
        if key in WORDS:
            return told(WORDS[key], self.language, **values)
        return super().__call__(key, **values)

    def money(self, amount: Decimal | None, currency: str) -> str:
        """Return an amount; None is unknown."""
        return self("unknown") if amount is None else figures.money(amount, currency, self.language)
