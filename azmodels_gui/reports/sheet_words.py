# SPDX-License-Identifier: MIT
"""Words of the sheets in English and German."""

from azmodels_gui.catalog.terms import Word
from azmodels_gui.reports.coverage_sheet_words import COVERAGE_SHEET_WORDS
from azmodels_gui.reports.fact_words import FACT_WORDS
from azmodels_gui.reports.profile_words import PROFILE_WORDS
from azmodels_gui.reports.section_words import SECTION_WORDS

WORDS = FACT_WORDS | SECTION_WORDS | COVERAGE_SHEET_WORDS | PROFILE_WORDS | {
    # titles
    "comparison": ("Model comparison", "Modellvergleich"),
    "facts": ("Fact sheet: {name}", "Datenblatt: {name}"),
    "facts_many": ("Fact sheets: {count} models", "Datenblätter: {count} Modelle"),
    "sizing_sheet": ("Sizing and cost: {name}", "Bemessung und Kosten: {name}"),
    "sizing_many": (
        "Sizing and cost: {count} models",
        "Bemessung und Kosten: {count} Modelle",
    ),
    "list": ("List of models", "Modellliste"),
    "changes_sheet": ("What is new", "Neuigkeiten"),
    "retirements_sheet": ("Retirement radar", "Abschaltungen"),
    # what lines of news were narrowed to
    "compared_with": (
        "Compared with catalogue {serial}, published {day}",
        "Verglichen mit Katalog {serial}, veröffentlicht {day}",
    ),
    "not_compared": (
        "Texts, notes and conflicts other than those of availability are not compared. A figure "
        "that another document now states is no change.",
        "Texte, Hinweise und Widersprüche außer denen der Verfügbarkeit werden nicht verglichen. "
        "Eine Angabe, die nun ein anderes Dokument macht, ist keine Änderung.",
    ),
    "as_stated": (
        "Prices stand in the currency and for the time for which they are stated.",
        "Preise stehen in der Währung und für die Zeit, für die sie angegeben sind.",
    ),
    "counted_from": ("Days are counted from {day}.", "Tage zählen ab dem {day}."),
    "undated": (
        "Entries without a published retirement date, which are not listed: {count}. That does "
        "not say that they stay.",
        "Einträge ohne veröffentlichtes Datum der Abschaltung, die hier nicht stehen: {count}. "
        "Das heißt nicht, dass sie bleiben.",
    ),
    "day_unknown": ("unknown", "unbekannt"),
    "narrowed_pinned": ("Pinned models only", "Nur gemerkte Modelle"),
    "narrowed_filter": ("Only models of the filter", "Nur Modelle des Filters"),
    "searched": ("Lines with: {text}", "Zeilen mit: {text}"),
    # head and foot
    "client": ("For {client}", "Für {client}"),
    "in_regions": ("Regions: {regions}", "Regionen: {regions}"),
    "all_regions": ("All regions", "Alle Regionen"),
    "facts_as_of": ("As of: {dates}", "Stand: {dates}"),
    "catalog_line": (
        "Catalogue {serial}, published {published}",
        "Katalog {serial}, veröffentlicht {published}",
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
    # assumptions and remarks
    "assume_day": (
        "Prices in force, stages and days left are reckoned for {day}.",
        "Geltende Preise, Stände und verbleibende Tage sind auf den {day} gerechnet.",
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
    "conflict_note": ("{name}, {about}: {note}", "{name}, {about}: {note}"),
    "conflict_claims": (
        "{name}, {about}. Sources say: {claims}.",
        "{name}, {about}. Die Quellen sagen: {claims}.",
    ),
    "conflict_both": (
        "{name}, {about}: {note} Sources say: {claims}.",
        "{name}, {about}: {note} Die Quellen sagen: {claims}.",
    ),
    "conflict_bare": (
        "{name}, {about}: the sources disagree.",
        "{name}, {about}: Die Quellen widersprechen sich.",
    ),
    "retirement_of": ("Retirement date", "Abschaltung"),
    "remark_unknown": (
        "{name}: no source states {what}.",
        "{name}: Keine Quelle nennt {what}.",
    ),
    "remark_past": (
        "{name}: the retirement date {day} has passed, but the source does not call it retired.",
        "{name}: Der Abschalttermin {day} ist verstrichen, die Quelle nennt es nicht abgeschaltet.",
    ),
    "remark_zone_disputed": (
        "Which regions belong to the data zone is disputed; see above.",
        "Welche Regionen zur Datenzone gehören, ist strittig; siehe oben.",
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


def capitalized(text: str) -> str:
    """Return words as they begin a line; what follows the first letter stays as it is."""
    return text[:1].upper() + text[1:]


class SheetWords:
    """The words of one language."""

    def __init__(self, language: str) -> None:
        self.language = language
        self._column = 1 if language == "de" else 0

    def __call__(self, key: str, **values: object) -> str:
        """Return a word or a sentence with its values filled in."""
        text = WORDS[key][self._column]
        return text.format(**values) if values else text

    def named(self, word: Word, prefix: str = "") -> str:
        """Return what a word of the file is called; one newer than this program as it is."""
        return self(f"{prefix}{word}") if word.known else word.value

    def has(self, key: str) -> bool:
        """Tell whether there is a word of that key."""
        return key in WORDS

    def fixed(self) -> dict[str, str]:
        """Return the words that the outputs need, still to be filled in."""
        return {key: self(key) for key in FIXED}
