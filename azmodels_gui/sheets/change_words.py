# SPDX-License-Identifier: MIT
"""Words for what changed between two catalogues, in English and German."""

from collections.abc import Mapping

from azmodels_gui.catalog.fields import VERSION_FIELDS
from azmodels_gui.catalog.labels import STAGES
from azmodels_gui.catalog.terms import Word
from azmodels_gui.language.words import N_, NC_, NN_, Message, in_language, told

GROUPS: Mapping[str, Message] = {
    "added": N_("New models and versions"),
    "removed": N_("Models and versions gone"),
    "dates": N_("Retired or newly dated"),
    "gained": N_("Availability gained"),
    "lost": N_("Availability lost"),
    "other_offers": N_("Other changes of availability"),
    "up": N_("Prices up"),
    "down": N_("Prices down"),
    "other_prices": N_("Other price changes"),
    "ptu": N_("PTU parameters"),
    "quotas": N_("Quotas"),
    "details": N_("Limits and capabilities"),
}
HEADINGS = (
    N_("Model and version"),
    N_("What"),
    N_("Before"),
    N_("Now"),
    N_("Change"),
    N_("Regions"),
    N_("Source"),
)
WORDS: Mapping[str, Message] = {
    **{spec.key: spec.words for spec in VERSION_FIELDS.values()},
    "new_model": N_("new model"),
    "new_version": N_("new version"),
    "gone": N_("no longer in the catalogue"),
    "none": NC_("figure", "none"),
    "unknown": N_("unknown"),
    "yes": N_("yes"),
    "no": N_("no"),
    "offered": N_("offered"),
    "not_offered": N_("not offered"),
    "conflict": N_("conflicting sources"),
    "preview": N_("Preview"),
    "generally_available": N_("Generally available"),
    "legacy": N_("Legacy"),
    "deprecated": N_("Deprecated"),
    "retired": N_("Retired"),
    "fine_tuned": N_("fine-tuned"),
    "secondary": N_("secondary source"),
    "from": N_("from {day}"),
    "until": N_("until {day}"),
    "input_tpm_per_ptu": N_("input TPM per PTU"),
    "ptu_figures": N_("PTU figures"),
    "tier": N_("tier {tier}"),
    "tpm": N_("TPM"),
    "requests": N_("requests per {seconds} s"),
    "enqueued": N_("tokens in the queue"),
    "ptu_price": N_("PTU price"),
    "hour": N_("hourly"),
    "month": N_("1 month"),
    "year": N_("1 year"),
    "global": N_("Global"),
    "data_zone": N_("Data zone"),
    "regional": N_("Regional"),
    "past": STAGES["past_date"],
    "soon": N_("Within 90 days"),
    "half_year": N_("Within 180 days"),
    "later": N_("Later"),
    "not_before": N_("no earlier than {day}"),
    "not_named": N_("not named"),
    "not_usable": N_("retired itself"),
    "not_known": N_("not in the catalogue"),
}
DAYS = NN_("{count} day", "{count} days")
DAYS_AGO = NN_("{count} day ago", "{count} days ago")
RADAR_HEADINGS = (
    N_("Model and version"),
    N_("Days left"),
    N_("Retirement"),
    N_("Stage"),
    N_("Replacement"),
    N_("Source"),
)


class ChangeWords:
    """The words in one language."""

    def __init__(self, language: str) -> None:
        self.language = language

    def __call__(self, key: str, **values: object) -> str:
        """Return one text; an id that is newer than this table as it is."""
        pair = None if isinstance(key, Word) and not key.known else WORDS.get(key)
        return str(key) if pair is None else told(pair, self.language, **values)

    def group(self, key: str) -> str:
        """Return the heading of a group."""
        return in_language(GROUPS[key], self.language)

    def headings(self, pairs: tuple[Message, ...] = HEADINGS) -> tuple[str, ...]:
        """Return the headings of the columns."""
        return tuple(in_language(each, self.language) for each in pairs)
