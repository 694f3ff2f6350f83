# SPDX-License-Identifier: MIT
"""Words of the text output in English and German. JSON and CSV never use them."""

from datetime import date
from decimal import Decimal

_WORDS = {
    # headings of the list
    "model": ("Model", "Modell"),
    "version": ("Version", "Version"),
    "stage": ("Stage", "Stand"),
    "retires": ("Retires", "Abschalt."),
    "days_left": ("Days", "Tage"),
    "context": ("Context", "Kontext"),
    "global": ("Global", "Global"),
    "data_zone": ("Zone", "Zone"),
    "regional": ("Region", "Region"),
    # labels and scopes inside a sentence
    "retirement": ("Retirement", "Abschaltung"),
    "scope_global": ("global", "global"),
    "scope_data_zone": ("data zone", "Datenzone"),
    "scope_regional": ("regional", "regional"),
    # stages
    "preview": ("preview", "Vorschau"),
    "generally_available": ("available", "verfügbar"),
    "legacy": ("legacy", "Altbestand"),
    "deprecated": ("deprecated", "abgekündigt"),
    "retired": ("retired", "abgeschaltet"),
    "unknown": ("unknown", "unbekannt"),
    "past_date": ("past its date", "überfällig"),
    # how it is paid for
    "payg": ("per token", "je Token"),
    "provisioned": ("PTU", "PTU"),
    "batch": ("batch", "Batch"),
    # what is known of a place
    "offered": ("offered", "angeboten"),
    "not_offered": ("not offered", "nicht angeboten"),
    "conflict": ("conflicting sources", "widersprüchliche Quellen"),
    # sentences of the list
    "legend": (
        "Global, data zone, region: T per token, P provisioned (PTU), B batch; ? unknown, "
        "! conflicting.",
        "Global, Datenzone, Region: T je Token, P bereitgestellt (PTU), B Batch; ? unbekannt, "
        "! widersprüchlich.",
    ),
    "legend_asked": (
        "How it is offered in the regions asked about. Global means: may be processed anywhere.",
        "Wie es in den gefragten Regionen angeboten wird. Global: Verarbeitung überall möglich.",
    ),
    "count": (
        "{count} of {total} entries, catalogue as of {published}.",
        "{count} von {total} Einträgen, Katalog mit Stand vom {published}.",
    ),
    "nothing": ("No entry fits all filters.", "Kein Eintrag passt auf alle Filter."),
    # sections and labels of one entry
    "provider": ("Provider", "Anbieter"),
    "family": ("Family", "Familie"),
    "lifecycle": ("Lifecycle", "Lebenszyklus"),
    "replacement": ("Replacement", "Nachfolger"),
    "not_before": ("not before {day}", "nicht vor dem {day}"),
    "in_days": ("{days} days left", "noch {days} Tage"),
    "days_ago": ("{days} days ago", "vor {days} Tagen"),
    "deprecated_on": ("Deprecated on", "Abgekündigt zum"),
    "fine_tuning": ("Fine-tuning", "Feinabstimmung"),
    "training_until": ("training until", "Training bis"),
    "deployment_until": ("deployments until", "Bereitstellungen bis"),
    "limits": ("Limits", "Grenzen"),
    "context_window": ("Context window", "Kontextfenster"),
    "max_input": ("Input limit", "Eingabegrenze"),
    "max_output": ("Max output", "Größte Ausgabe"),
    "training_data": ("Training data until", "Trainingsdaten bis"),
    "tokens": ("{count} tokens", "{count} Token"),
    "capabilities": ("Capabilities", "Fähigkeiten"),
    "availability": ("Offered", "Angeboten"),
    "unknown_in": ("unknown in {count} regions", "unbekannt in {count} Regionen"),
    "disputed_in": ("conflicting sources: {regions}", "widersprüchliche Quellen: {regions}"),
    "unknown_types": ("Unknown: {types}", "Unbekannt: {types}"),
    "nowhere": ("Offered nowhere.", "Nirgends angeboten."),
    "prices": ("Prices", "Preise"),
    "in_force": ("In force", "Gültig"),
    "expired": ("Expired", "Abgelaufen"),
    "future": ("From a later day", "Ab einem späteren Tag"),
    "what": ("What", "Was"),
    "amount": ("Price", "Preis"),
    "per": ("per", "je"),
    "where": ("Where", "Wo"),
    "how": ("How", "Wie"),
    "from": ("From", "Ab"),
    "until": ("Until", "Bis"),
    "source": ("Source", "Quelle"),
    "regions": ("{count} regions", "{count} Regionen"),
    "more": ("and {count} more in the JSON", "und {count} weitere im JSON"),
    "secondary": ("secondary source", "zweitrangige Quelle"),
    "fine_tuned": ("fine-tuned", "feinabgestimmt"),
    "ptu": ("PTU parameters", "PTU-Parameter"),
    "tpm_per_ptu": ("Input TPM per PTU", "Eingabe-TPM je PTU"),
    "token_weights": ("Token weights", "Tokengewichte"),
    "sizing": ("minimum {least}, increment {step}", "mindestens {least}, Schrittweite {step}"),
    "latency": ("Latency target", "Latenzziel"),
    "history": ("older page", "ältere Seite"),
    "quotas": ("Quotas", "Kontingente"),
    "tier": ("tier {tier}", "Stufe {tier}"),
    "requests_per": ("{count} requests per {seconds} s", "{count} Anfragen je {seconds} s"),
    "enqueued": ("{count} tokens in the queue", "{count} Token in der Warteschlange"),
    "use_cases": ("Use cases", "Einsatzzwecke"),
    "recommendations": ("Recommendations", "Empfehlungen"),
    "start_payg": ("start per token", "mit Bezahlung je Token beginnen"),
    "start_provisioned": ("start with PTU", "mit PTU beginnen"),
    "notes": ("Notes", "Anmerkungen"),
    "conflicts": ("Conflicting sources", "Widersprüchliche Quellen"),
    "sources": ("Sources", "Quellen"),
}  # fmt: skip


class Words:
    """The words of one language, and how it writes numbers and days."""

    def __init__(self, language: str) -> None:
        self.language = language
        self._column = 1 if language == "de" else 0

    def __call__(self, key: str, **values: object) -> str:
        """Return a word or a sentence with its values filled in."""
        return _WORDS[key][self._column].format(**values)

    def of(self, pair: tuple[str, str]) -> str:
        """Return the English or the German one of two words."""
        return pair[self._column]

    def count(self, number: int) -> str:
        """Return a whole number with separators: 1,050,000 or 1.050.000."""
        text = f"{number:,}"
        return text.replace(",", ".") if self._column else text

    def decimal(self, number: Decimal) -> str:
        """Return an exact number with at least two places: 2.50 or 2,50."""
        whole, _, places = f"{number:,f}".partition(".")
        places = places.rstrip("0").ljust(2, "0")
        if self._column:
            return f"{whole.replace(',', '.')},{places}"
        return f"{whole}.{places}"

    def ratio(self, number: Decimal) -> str:
        """Return an exact ratio without needless zeros: 0.1 or 0,1."""
        text = f"{number:f}"
        text = text.rstrip("0").rstrip(".") if "." in text else text
        return text.replace(".", ",") if self._column else text

    def day(self, day: date) -> str:
        """Return a day: 2026-11-22 or 22.11.2026."""
        return f"{day:%d.%m.%Y}" if self._column else day.isoformat()
