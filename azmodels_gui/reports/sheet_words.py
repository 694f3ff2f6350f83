# SPDX-License-Identifier: MIT
"""Words of the sheets in English and German."""

from azmodels_gui.reports.fact_words import FACT_WORDS

_WORDS = FACT_WORDS | {
    # titles
    "comparison": ("Model comparison", "Modellvergleich"),
    "facts": ("Fact sheet: {name}", "Datenblatt: {name}"),
    "facts_many": ("Fact sheets: {count} models", "Datenblätter: {count} Modelle"),
    "sizing_sheet": ("Sizing and cost: {name}", "Bemessung und Kosten: {name}"),
    "sizing_many": (
        "Sizing and cost: {count} models",
        "Bemessung und Kosten: {count} Modelle",
    ),
    "coverage": ("Region coverage: {name}", "Regionen: {name}"),
    "coverage_many": ("Region coverage: {count} models", "Regionen: {count} Modelle"),
    "list": ("List of models", "Modellliste"),
    # head and foot
    "client": ("For {client}", "Für {client}"),
    "in_regions": ("Regions: {regions}", "Regionen: {regions}"),
    "all_regions": ("All regions", "Alle Regionen"),
    "catalog_today": (
        "Catalogue {serial}, as of {published}",
        "Katalog {serial}, Stand {published}",
    ),
    "catalog_one_day": (
        "Catalogue {serial}, as of {published} (1 day old)",
        "Katalog {serial}, Stand {published} (1 Tag alt)",
    ),
    "catalog_days": (
        "Catalogue {serial}, as of {published} ({days} days old)",
        "Katalog {serial}, Stand {published} ({days} Tage alt)",
    ),
    "catalog_later": (
        "Catalogue {serial}, as of {published} (later than this sheet)",
        "Katalog {serial}, Stand {published} (jünger als dieses Blatt)",
    ),
    "page": ("Page {page} of {pages}", "Seite {page} von {pages}"),
    "part": ("part {part} of {parts}", "Teil {part} von {parts}"),
    "continued": ("continued", "Fortsetzung"),
    "no_offer": ("No offer, no legal advice.", "Kein Angebot, keine Rechtsberatung."),
    "made_with": ("Made with azmodels.", "Erstellt mit azmodels."),
    "prices_change": (
        "Prices and availability change; Microsoft's price list and documentation prevail.",
        "Preise und Verfügbarkeit ändern sich; maßgeblich sind Preisliste und Dokumentation von "
        "Microsoft.",
    ),
    "assumptions": ("Assumptions", "Annahmen"),
    "remarks": ("Conflicts and unknowns", "Widersprüche und Unbekanntes"),
    "legend_comparison": (
        "Bold with ▲: best of the values known in the row. ≠: the row differs. "
        "! marks what needs attention. Unknown is not a no: no source says.",
        "Fett mit ▲: bester der bekannten Werte in der Zeile. ≠: Die Zeile ist verschieden. "
        "! weist auf etwas hin. Unbekannt heißt nicht nein: Keine Quelle sagt es.",
    ),
    "best": ("best", "bester Wert"),
    "warning": ("attention", "Achtung"),
    "differs": ("differs", "verschieden"),
    "section": ("Section", "Abschnitt"),
    "date": ("Date", "Datum"),
    "title": ("Title", "Titel"),
    "as_of": ("As of", "Stand"),
    "address": ("Address", "Adresse"),
    "licence": ("Licence", "Lizenz"),
    "number": ("No.", "Nr."),
    "logo": ("Logo", "Logo"),
    # sections and rows
    "overview": ("Overview", "Überblick"),
    "model": ("Model", "Modell"),
    "version": ("Version", "Version"),
    "no_version": ("not named", "nicht benannt"),
    "channel": ("Sold as", "Verkauft als"),
    "azure_openai": ("Azure OpenAI", "Azure OpenAI"),
    "azure_direct": ("sold by Azure", "von Azure verkauft"),
    "fireworks": ("Fireworks on Azure", "Fireworks auf Azure"),
    "marketplace": ("Azure Marketplace", "Azure Marketplace"),
    "managed_compute": ("managed compute", "verwaltete Rechner"),
    "summary": ("Summary", "Kurzbeschreibung"),
    "input_kinds": ("Input", "Eingabe"),
    "output_kinds": ("Output", "Ausgabe"),
    "kind_text": ("text", "Text"),
    "kind_image": ("images", "Bilder"),
    "kind_audio": ("audio", "Audio"),
    "kind_video": ("video", "Video"),
    "kind_code": ("code", "Code"),
    "kind_file": ("files", "Dateien"),
    "kind_document": ("documents", "Dokumente"),
    "kind_speech": ("speech", "Sprache"),
    "kind_pdf": ("PDF", "PDF"),
    "kind_embedding": ("embeddings", "Einbettungen"),
    "kind_embeddings": ("embeddings", "Einbettungen"),
    "stage": ("Stage", "Stand"),
    "generally_available": ("generally available", "allgemein verfügbar"),
    "past_date": ("past its date", "überfällig"),
    "retirement": ("Retirement date", "Abschaltung am"),
    "days_left": ("Days left", "Tage bis zur Abschaltung"),
    "fine_tuning_training": ("Fine-tuning: training until", "Feinabstimmung: Training bis"),
    "fine_tuning_deployment": (
        "Fine-tuning: deployments until",
        "Feinabstimmung: Bereitstellungen bis",
    ),
    "availability": ("Availability", "Verfügbarkeit"),
    "availability_in": ("Offered in {regions}", "Angeboten in {regions}"),
    "availability_anywhere": (
        "Availability (number of regions)",
        "Verfügbarkeit (Zahl der Regionen)",
    ),
    "data_zone_group": ("Processing inside a data zone", "Verarbeitung in einer Datenzone"),
    "zone_inside": ("Inside: {zone}", "Innerhalb: {zone}"),
    "yes": ("yes", "ja"),
    "no": ("no", "nein"),
    "and_unknown": ("{count}, unknown in {unknown}", "{count}, unbekannt in {unknown}"),
    "and_disputed": ("{told}, conflicting in {count}", "{told}, widersprüchlich in {count}"),
    "token_prices": ("Prices per 1M tokens", "Preise je 1 Mio. Token"),
    "other_prices": ("Other prices", "Weitere Preise"),
    "price_row": ("{what}, {scope}", "{what}, {scope}"),
    "price_row_how": ("{what}, {scope}, {how}", "{what}, {scope}, {how}"),
    "price_expired": ("expired {day}: {amount}", "abgelaufen {day}: {amount}"),
    "price_range": ("{low} to {high} by region", "{low} bis {high} je nach Region"),
    "price_secondary": ("{amount} (secondary)", "{amount} (zweitrangig)"),
    "price_conflicting": ("conflicting: {amounts}", "widersprüchlich: {amounts}"),
    "price_elsewhere": (
        "unknown here; elsewhere {amounts}",
        "hier unbekannt; anderswo {amounts}",
    ),
    "amount_per": ("{amount} per {unit}", "{amount} je {unit}"),
    "more_prices": ("and {count} more", "und {count} weitere"),
    "capacity": ("PTU and quota", "PTU und Kontingent"),
    "weight_of": ("Token weight, {what}", "Tokengewicht, {what}"),
    "minimum_of": ("Minimum PTU, {scope}", "Kleinste Bereitstellung (PTU), {scope}"),
    "increment_of": ("Increment PTU, {scope}", "Schrittweite (PTU), {scope}"),
    "quota_of": ("Quota tier {tier}, {kind} (TPM)", "Kontingent Stufe {tier}, {kind} (TPM)"),
    "requests_of": ("Requests", "Anfragen"),
    "enqueued_tokens": ("Tokens in the queue", "Token in der Warteschlange"),
    "ptu_price_of": (
        "One PTU {term}, {scope}",
        "Eine PTU {term}, {scope}",
    ),
    "term_hour": ("by the hour", "stündlich"),
    "term_month": ("for a month", "für 1 Monat"),
    "term_year": ("for a year", "für 1 Jahr"),
    "price_chart": ("Prices and context window", "Preise und Kontextfenster"),
    "context_label": ("Context window", "Kontextfenster"),
    "price_chart_axis": (
        "Lowest price per 1M tokens, standard processing",
        "Niedrigster Preis je 1 Mio. Token, Standardverarbeitung",
    ),
    "input": ("Input", "Eingabe"),
    "output": ("Output", "Ausgabe"),
    # fact sheet
    "offers": ("Offers", "Angebote"),
    "deployment_type": ("Deployment type", "Bereitstellungsart"),
    "offered_in": ("Offered in", "Angeboten in"),
    "disputed_where": ("Conflicting in", "Widersprüchlich in"),
    "unknown_where": ("Unknown in", "Unbekannt in"),
    "nowhere_short": ("not offered", "nicht angeboten"),
    "no_price": ("No source states a price in force.", "Keine Quelle nennt einen gültigen Preis."),
    "tier_name": ("Tier", "Stufe"),
    "quota": ("Quota", "Kontingent"),
    "tpm": ("TPM", "TPM"),
    "ended_price": (
        "One price has ended and is left out.",
        "Ein Preis ist ausgelaufen und weggelassen.",
    ),
    "ended_prices": (
        "{count} prices have ended and are left out.",
        "{count} Preise sind ausgelaufen und weggelassen.",
    ),
    "more_rows": (
        "{count} more prices are in the catalogue (azmodels show).",
        "{count} weitere Preise stehen im Katalog (azmodels show).",
    ),
    "advice_for": ("{use_case}: {advice}", "{use_case}: {advice}"),
    "routes": ("Routes to", "Leitet weiter an"),
    # sizing
    "workload": ("Load", "Last"),
    "sizing_result": ("Result", "Ergebnis"),
    "size": ("Size", "Größe"),
    "costs": ("Cost of a month", "Kosten eines Monats"),
    "pays_from": ("Pays from this utilisation on", "Lohnt sich ab dieser Auslastung"),
    "never": ("never ({share})", "nie ({share})"),
    "input_tpm": ("Input TPM", "Eingabe-TPM"),
    "output_tpm": ("Output TPM", "Ausgabe-TPM"),
    "normalized_tpm": ("Normalised TPM", "Normalisierte TPM"),
    "raw_ptu": ("Raw PTU", "Rechnerisch nötige PTU"),
    "deployable_ptu": ("Deployable PTU", "Bereitzustellende PTU"),
    "utilization": ("Utilisation at the peak", "Auslastung in der Spitze"),
    "average_utilization": ("Utilisation on average", "Auslastung im Durchschnitt"),
    "cost_payg": ("Per token (PAYG)", "Je Token (nutzungsbasiert)"),
    "cost_hour": ("PTU by the hour", "PTU stündlich"),
    "cost_month": ("PTU, one-month reservation", "PTU, Reservierung 1 Monat"),
    "cost_year": ("PTU, one-year reservation", "PTU, Reservierung 1 Jahr"),
    "steps": ("How it was reckoned", "Rechenweg"),
    "step": ("Step", "Schritt"),
    "formula": ("Formula", "Formel"),
    "result": ("Result", "Ergebnis"),
    "cautions": ("Warnings", "Warnungen"),
    "cost_chart": (
        "Cost of a month over the average utilisation of {ptu} PTU",
        "Kosten eines Monats über der durchschnittlichen Auslastung von {ptu} PTU",
    ),
    "cost_chart_summary": (
        "Paid per token the cost grows with the utilisation up to {full} at 100%. {terms}",
        "Je Token wachsen die Kosten mit der Auslastung bis auf {full} bei 100 %. {terms}",
    ),
    "cost_chart_term": (
        "{term}: {cost}, equal at {share}.",
        "{term}: {cost}, gleich bei {share}.",
    ),
    "cost_chart_flat": ("{term}: {cost}.", "{term}: {cost}."),
    "axis_utilization": ("Average utilisation", "Durchschnittliche Auslastung"),
    "no_chart": (
        "No chart: a price is missing.",
        "Kein Diagramm: Ein Preis fehlt.",
    ),
    "requests_a_minute": (
        "{rpm} requests per minute, each {into} tokens in (of which {cached} cached), {out} out",
        "{rpm} Anfragen pro Minute mit je {into} Token Eingabe (davon {cached} aus dem Cache) und "
        "{out} Token Ausgabe",
    ),
    # coverage
    "coverage_legend": (
        "● offered   – not offered   ? unknown: no source says   ! conflicting sources",
        "● angeboten   – nicht angeboten   ? unbekannt: keine Quelle sagt es   "
        "! widersprüchliche Quellen",
    ),
    "region": ("Region", "Region"),
    "group_Africa": ("Africa", "Afrika"),
    "group_Asia Pacific": ("Asia Pacific", "Asien-Pazifik"),
    "group_Canada": ("Canada", "Kanada"),
    "group_Europe": ("Europe", "Europa"),
    "group_Mexico": ("Mexico", "Mexiko"),
    "group_Middle East": ("Middle East", "Naher Osten"),
    "group_South America": ("South America", "Südamerika"),
    "group_UK": ("United Kingdom", "Großbritannien"),
    "group_US": ("United States", "USA"),
    "nowhere_of": ("Not offered in: {regions}.", "Nicht angeboten in: {regions}."),
    "silent_of": (
        "Not offered, or unknown for some deployment types: {regions}.",
        "Nicht angeboten oder für einzelne Bereitstellungsarten unbekannt: {regions}.",
    ),
    # list
    "count_of": ("{count} of {total} entries", "{count} von {total} Einträgen"),
    "nothing_fits": ("No entry fits the filters.", "Kein Eintrag passt auf die Filter."),
    "filter_text": ("Text", "Text"),
    "filter_use_case": ("Use case", "Einsatzzweck"),
    "filter_provider": ("Provider", "Anbieter"),
    "filter_stage": ("Stage", "Stand"),
    "filter_data_zone": ("Data zone", "Datenzone"),
    "filter_modality": ("Modality", "Ein- und Ausgabe"),
    "filter_capability": ("Capability", "Fähigkeit"),
    "filter_deployment_type": ("Deployment type", "Bereitstellungsart"),
    "filter_newest": ("Newest versions only", "Nur die neuesten Versionen"),
    "list_legend": (
        "Prices: the lowest in force, standard processing, short context. ● offered in at least "
        "one region   – not offered   ? unknown   ! conflicting sources",
        "Preise: der niedrigste gültige, Standardverarbeitung, kurzer Kontext. ● in mindestens "
        "einer Region angeboten   – nicht angeboten   ? unbekannt   ! widersprüchliche Quellen",
    ),
    "remark_more": (
        "{count} more conflicts are in the catalogue (azmodels show).",
        "{count} weitere Widersprüche stehen im Katalog (azmodels show).",
    ),
    "price_input": ("Input per 1M ({currency})", "Eingabe je 1 Mio. ({currency})"),
    "price_output": ("Output per 1M ({currency})", "Ausgabe je 1 Mio. ({currency})"),
    # assumptions and remarks
    "assume_day": (
        "Prices, stages and days left as of {day}.",
        "Preise, Stände und verbleibende Tage zum {day}.",
    ),
    "assume_month": (
        "Prices of PTU are for one PTU and the whole term; no month is reckoned here.",
        "PTU-Preise gelten je PTU und ganze Laufzeit; auf einen Monat ist hier nichts gerechnet.",
    ),
    "assume_no_cache": (
        "No cache rate is assumed: prices stand beside each other by token category.",
        "Keine Cache-Rate angenommen: Die Preise stehen je Tokenart nebeneinander.",
    ),
    "assume_cache": ("Cache rate: {share} of the input.", "Cache-Rate: {share} der Eingabe."),
    "assume_no_discount": (
        "List prices without discounts and without tax.",
        "Listenpreise ohne Rabatte und ohne Steuern.",
    ),
    "assume_currency": (
        "Amounts in {currency}, as the price list states them.",
        "Beträge in {currency}, wie die Preisliste sie nennt.",
    ),
    "assume_rate": (
        "Converted at 1 {base} = {rate} {currency}, as stated by the user on {day}. Steps of the "
        "calculation are in {base}.",
        "Umgerechnet mit 1 {base} = {rate} {currency}, Angabe des Nutzers vom {day}. Rechenwege "
        "stehen in {base}.",
    ),
    "assume_standard": (
        "Prices without a remark: standard processing, short context.",
        "Preise ohne Zusatz: Standardverarbeitung, kurzer Kontext.",
    ),
    "remark_conflict": ("{name}, {about}: {note}", "{name}, {about}: {note}"),
    "remark_claims": ("Sources say: {claims}.", "Die Quellen sagen: {claims}."),
    "remark_unknown": (
        "{name}: no source states {what}.",
        "{name}: Keine Quelle nennt {what}.",
    ),
    "remark_past": (
        "{name}: the retirement date {day} has passed, but the source does not call it retired.",
        "{name}: Der Abschalttermin {day} ist verstrichen, die Quelle nennt es nicht abgeschaltet.",
    ),
    "remark_none_conflict": (
        "No conflicts between sources on this sheet.",
        "Keine widersprüchlichen Quellen auf diesem Blatt.",
    ),
    "remark_none": (
        "No conflicts between sources and nothing unknown in this sheet.",
        "Keine widersprüchlichen Quellen und nichts Unbekanntes auf diesem Blatt.",
    ),
}  # fmt: skip

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
        self._column = 1 if language == "de" else 0

    def __call__(self, key: str, **values: object) -> str:
        """Return a word or a sentence with its values filled in."""
        text = _WORDS[key][self._column]
        return text.format(**values) if values else text

    def has(self, key: str) -> bool:
        """Tell whether there is a word of that key."""
        return key in _WORDS

    def fixed(self) -> dict[str, str]:
        """Return the words that the outputs need, still to be filled in."""
        return {key: self(key) for key in FIXED}
