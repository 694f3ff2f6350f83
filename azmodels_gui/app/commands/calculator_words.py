# SPDX-License-Identifier: MIT
"""Words of the calculator's text output in English and German."""

from collections.abc import Mapping

from azmodels_gui.catalog.word_pairs import Pair

WORDS: Mapping[str, Pair] = {
    "newest_taken": (
        "No version was named, so the newest was taken: {version}.",
        "Ohne Angabe einer Version gilt die neueste: {version}.",
    ),
    "others_offered": (
        "It is not offered for certain as {type}; these versions are: {versions}.",
        "Als {type} wird sie nicht sicher angeboten, aber diese Versionen: {versions}.",
    ),
    "load": ("Load in the busiest minute", "Last in der stärksten Minute"),
    "input_tpm": ("Input TPM", "Eingabe-TPM"),
    "output_tpm": ("Output TPM", "Ausgabe-TPM"),
    "normalized_tpm": ("Normalised TPM", "Normalisierte TPM"),
    "ptu": ("PTU", "PTU"),
    "raw_ptu": ("Raw PTU", "Rechnerisch nötige PTU"),
    "deployable_ptu": ("Deployable PTU", "Bereitzustellende PTU"),
    "sizes": ("Minimum, increment", "Kleinste Bereitstellung, Schrittweite"),
    "tpm_per_ptu": ("Input TPM per PTU", "Eingabe-TPM je PTU"),
    "utilization": ("Utilisation at the peak", "Auslastung in der Spitze"),
    "average_utilization": ("Utilisation on average", "Auslastung im Durchschnitt"),
    "spare": ("Spare PTU at the peak", "Reserve-PTU in der Spitze"),
    "latency": ("Latency target", "Latenzziel"),
    "quota": ("Quota", "Kontingent"),
    "needed": ("Needed", "Benötigt"),
    "tier_of": ("Tier {tier}", "Stufe {tier}"),
    "sufficient_tier": (
        "Lowest sufficient tier (known: {known})",
        "Niedrigste Stufe, die reicht (bekannt: {known})",
    ),
    "enough": ("enough", "reicht"),
    "exceeded": ("exceeded", "überschritten"),
    "unknown": ("unknown", "unbekannt"),
    "none": ("none", "keine"),
    "never": ("never ({utilization})", "nie ({utilization})"),
    "costs": ("Cost of a month", "Kosten eines Monats"),
    "payg": ("Per token (PAYG)", "Je Token (nutzungsbasiert)"),
    "hour": ("PTU by the hour", "PTU stündlich"),
    "month": ("PTU, one-month reservation", "PTU, Reservierung 1 Monat"),
    "year": ("PTU, one-year reservation", "PTU, Reservierung 1 Jahr"),
    "cheapest": ("Cheapest", "Am günstigsten"),
    "break_even": ("PTU pay from this utilisation on", "PTU lohnen sich ab dieser Auslastung"),
    "tokens_per_day": ("{count} tokens a day", "{count} Token am Tag"),
    "plan": ("Deployments", "Bereitstellungen"),
    "pools": ("Reserved together", "Gemeinsam reserviert"),
    "deployment": ("Deployment", "Bereitstellung"),
    "type": ("Deployment type", "Bereitstellungsart"),
    "region": ("Region", "Region"),
    "reserved": ("Reserved PTU", "Reservierte PTU"),
    "warnings": ("Warnings", "Warnungen"),
    "assumptions": ("Assumptions", "Annahmen"),
    "sources": ("Sources", "Quellen"),
    "profile": ("Load profile", "Lastprofil"),
    "minutes": ("Minutes", "Minuten"),
    "peak": ("Requests in the busiest minute", "Anfragen in der stärksten Minute"),
    "average": ("Requests per minute on average", "Anfragen pro Minute im Durchschnitt"),
    "measured_input": (
        "Input tokens of a request, measured",
        "Eingabe-Token einer Anfrage, gemessen",
    ),
    "measured_output": (
        "Output tokens of a request, measured",
        "Ausgabe-Token einer Anfrage, gemessen",
    ),
    "curve": ("Cost over the number of PTU", "Kosten über der Zahl der PTU"),
    "cost": ("Cost", "Kosten"),
    "of_which_spill": ("Spilled", "Überlauf"),
    "spilled": ("Requests spilled", "Anfragen im Überlauf"),
    "used": ("Utilisation", "Auslastung"),
    "minimum": ("Minimum", "Minimum"),
    "minimum_of": (
        "{term}: {ptu} PTU, {cost} a month, {share} of requests spill over",
        "{term}: {ptu} PTU, {cost} im Monat, {share} der Anfragen laufen über",
    ),
}  # fmt: skip


class CalculatorWords:
    """The words of one language."""

    def __init__(self, language: str) -> None:
        self.language = language
        self._column = 1 if language == "de" else 0

    def __call__(self, key: str, **values: object) -> str:
        """Return a word or a sentence with its values filled in."""
        return WORDS[key][self._column].format(**values)
