# SPDX-License-Identifier: MIT
"""What only commands say, in every language. JSON and CSV never use it."""

from decimal import Decimal

from azmodels_gui.language import figures
from azmodels_gui.language.words import N_, Message, told
from azmodels_gui.sheets.sheet_words import SheetWords

WORDS: dict[str, Message] = {
    # the list
    "retires": N_("Retires"),
    "days": N_("Days"),
    "context": N_("Context"),
    "global": N_("Global"),
    "data_zone": N_("Zone"),
    "regional": N_("Region"),
    "available": N_("available"),
    "legend": N_(
        "Global, data zone, region: T per token, P provisioned (PTU), B batch; ? unknown, "
        "! conflicting."
    ),
    "legend_asked": N_(
        "How it is offered in the regions asked about. Global means: may be processed anywhere."
    ),
    "count": N_("{count} of {total} entries"),
    "include_unknown": N_("{told}: to be seen with --include-unknown."),
    "nothing": N_("No entry fits all filters."),
    "similar": N_("Nothing is called “{text}”; what is called alike:"),
    # one entry
    "offered_as": N_("Offered"),
    "more": N_("and {count} more in the JSON"),
    # where models are offered
    "where_models": N_("Models"),
    "where_place": N_("Processed in"),
    "where_types": N_("Deployment type"),
    "where_billing": N_("Billing"),
    "where_or": N_(" or "),
    "where_complete": N_("Complete"),
    "where_almost": N_("Almost: one or two are missing"),
    "where_open": N_("Unknown or disputed"),
    "where_pairs": N_("Best pairs of regions"),
    "where_more": N_("further pairs that offer as much: {count}; the JSON has all of them"),
    "where_apart": N_("{distance} km apart"),
    "where_notes": N_("To be known"),
    # what a catalogue holds
    "info_title": N_("Catalogue {serial}, published {day}"),
    "info_dates": N_("How old the facts are"),
    "info_most": N_("{main} (from {span})"),
    "info_counts": N_("What it holds"),
    "info_models": N_("models"),
    "info_entries": N_("versions"),
    "info_offers": N_("places with an offer"),
    "info_prices": N_("prices"),
    "info_unknowns": N_("places with an unknown offer"),
    "info_doubts": N_("doubts"),
    # the calculator
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


class Words(SheetWords):
    """The words of one language: those of the sheets, and what only commands say."""

    def __call__(self, key: str, **values: object) -> str:
        """Return a word or a sentence with its values filled in."""
        if key in WORDS:
            return told(WORDS[key], self.language, **values)
        return super().__call__(key, **values)

    def money(self, amount: Decimal | None, currency: str) -> str:
        """Return an amount; None is unknown."""
        return self("unknown") if amount is None else figures.money(amount, currency, self.language)
