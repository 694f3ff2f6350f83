# SPDX-License-Identifier: MIT
"""Words for what changed between two catalogues, in English and German."""

from collections.abc import Mapping

from azmodels_gui.catalog.terms import Word

GROUPS: Mapping[str, tuple[str, str]] = {
    "added": ("New models and versions", "Neue Modelle und Versionen"),
    "removed": ("Models and versions gone", "Entfallene Modelle und Versionen"),
    "dates": ("Retired or newly dated", "Abgeschaltet oder neu terminiert"),
    "gained": ("Availability gained", "Verfügbarkeit hinzugekommen"),
    "lost": ("Availability lost", "Verfügbarkeit entfallen"),
    "other_offers": ("Other changes of availability", "Andere Änderungen der Verfügbarkeit"),
    "up": ("Prices up", "Preise gestiegen"),
    "down": ("Prices down", "Preise gesunken"),
    "other_prices": ("Other price changes", "Andere Preisänderungen"),
    "ptu": ("PTU parameters", "PTU-Parameter"),
    "quotas": ("Quotas", "Kontingente"),
    "details": ("Limits and capabilities", "Grenzen und Fähigkeiten"),
}
HEADINGS = (
    ("Model and version", "Modell und Version"),
    ("What", "Was"),
    ("Before", "Vorher"),
    ("Now", "Jetzt"),
    ("Change", "Änderung"),
    ("Regions", "Regionen"),
    ("Source", "Quelle"),
)
WORDS: Mapping[str, tuple[str, str]] = {
    "new_model": ("new model", "neues Modell"),
    "new_version": ("new version", "neue Version"),
    "gone": ("no longer in the catalogue", "nicht mehr im Katalog"),
    "none": ("none", "keine Angabe"),
    "unknown": ("unknown", "unbekannt"),
    "yes": ("yes", "ja"),
    "no": ("no", "nein"),
    "offered": ("offered", "angeboten"),
    "not_offered": ("not offered", "nicht angeboten"),
    "conflict": ("conflicting sources", "widersprüchliche Quellen"),
    "preview": ("Preview", "Vorschau"),
    "generally_available": ("Generally available", "Allgemein verfügbar"),
    "legacy": ("Legacy", "Altbestand"),
    "deprecated": ("Deprecated", "Abgekündigt"),
    "retired": ("Retired", "Abgeschaltet"),
    "stage": ("Stage", "Stand"),
    "retirement_date": ("Retirement date", "Abschaltung am"),
    "retirement_not_before": ("Retirement no earlier than", "Abschaltung nicht vor"),
    "deprecation_date": ("Deprecation date", "Termin der Abkündigung"),
    "replacements": ("Replacement", "Nachfolger"),
    "fine_tuning.training_retirement": ("End of fine-tuning", "Ende des Feinabstimmens"),
    "fine_tuning.training_not_before": (
        "End of fine-tuning no earlier than",
        "Ende des Feinabstimmens nicht vor",
    ),
    "fine_tuning.deployment_retirement": (
        "End of fine-tuned models",
        "Ende feinabgestimmter Modelle",
    ),
    "context_window": ("Context window", "Kontextfenster"),
    "max_input": ("Input limit", "Eingabegrenze"),
    "max_output": ("Max output", "Größte Ausgabe"),
    "long_context_above": ("Long context above", "Langer Kontext über"),
    "training_data": ("Training data until", "Trainingsdaten bis"),
    "capabilities": ("Capabilities", "Fähigkeiten"),
    "fine_tuned": ("fine-tuned", "feinabgestimmt"),
    "secondary": ("secondary source", "Sekundärquelle"),
    "from": ("from {day}", "ab {day}"),
    "until": ("until {day}", "bis {day}"),
    "input_tpm_per_ptu": ("input TPM per PTU", "Eingabe-TPM je PTU"),
    "ptu_figures": ("PTU figures", "PTU-Werte"),
    "tier": ("tier {tier}", "Stufe {tier}"),
    "tpm": ("TPM", "TPM"),
    "requests": ("requests per {seconds} s", "Anfragen je {seconds} s"),
    "enqueued": ("tokens in the queue", "Token in der Warteschlange"),
    "minimum": ("min.", "mind."),
    "steps": ("steps of", "Schritte von"),
    "ptu_price": ("PTU price", "PTU-Preis"),
    "hour": ("hourly", "stündlich"),
    "month": ("1 month", "1 Monat"),
    "year": ("1 year", "1 Jahr"),
    "global": ("Global", "Global"),
    "data_zone": ("Data zone", "Datenzone"),
    "regional": ("Regional", "Regional"),
    "changed": ("changed", "geändert"),
    "past": ("Past its date", "Überfällig"),
    "soon": ("Within 90 days", "Innerhalb von 90 Tagen"),
    "half_year": ("Within 180 days", "Innerhalb von 180 Tagen"),
    "later": ("Later", "Später"),
    "not_before": ("no earlier than {day}", "nicht vor {day}"),
    "not_named": ("not named", "nicht genannt"),
    "not_usable": ("retired itself", "selbst abgeschaltet"),
    "not_known": ("not in the catalogue", "nicht im Katalog"),
    "days": ("{days} days", "{days} Tage"),
    "day_one": ("1 day", "1 Tag"),
    "days_ago": ("{days} days ago", "vor {days} Tagen"),
}
RADAR_HEADINGS = (
    ("Model and version", "Modell und Version"),
    ("Days left", "Tage bis zur Abschaltung"),
    ("Retirement", "Abschaltung"),
    ("Stage", "Stand"),
    ("Replacement", "Nachfolger"),
    ("Source", "Quelle"),
)


class ChangeWords:
    """The words in one language."""

    def __init__(self, language: str) -> None:
        self.language = language
        self._at = 1 if language == "de" else 0

    def __call__(self, key: str, **values: object) -> str:
        """Return one text; an id that is newer than this table as it is."""
        pair = None if isinstance(key, Word) and not key.known else WORDS.get(key)
        return str(key) if pair is None else pair[self._at].format(**values)

    def group(self, key: str) -> str:
        """Return the heading of a group."""
        return GROUPS[key][self._at]

    def headings(self, pairs: tuple[tuple[str, str], ...] = HEADINGS) -> tuple[str, ...]:
        """Return the headings of the columns."""
        return tuple(pair[self._at] for pair in pairs)
