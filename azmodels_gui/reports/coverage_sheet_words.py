# SPDX-License-Identifier: MIT
"""Words of the coverage sheet and of the matrix on paper, in English and German."""

COVERAGE_SHEET_WORDS: dict[str, tuple[str, str]] = {
    "coverage": ("Region coverage: {name}", "Regionen: {name}"),
    "coverage_many": ("Region coverage: {count} models", "Regionen: {count} Modelle"),
    # the question
    "models_asked": ("Models: {names}", "Modelle: {names}"),
    "processed_in": ("Processed in: {place}", "Verarbeitet in: {place}"),
    "processed_anywhere": (
        "Processed anywhere: global deployments count as well",
        "Verarbeitung an jedem Ort: auch globale Bereitstellungen zählen",
    ),
    "types_asked": ("Deployment type: {types}", "Bereitstellungsart: {types}"),
    "billing_asked": ("Billing: {kinds}", "Bezahlung: {kinds}"),
    "or": (" or ", " oder "),
    # the answer
    "answer": ("Answer", "Antwort"),
    "complete": ("Complete: all are offered", "Vollständig: alle werden angeboten"),
    "complete_one": ("Offered", "Angeboten"),
    "almost": ("Almost: one or two are missing", "Fast: ein oder zwei fehlen"),
    "open": ("Unknown or disputed", "Unbekannt oder strittig"),
    "fewer": ("More are missing", "Mehr fehlen"),
    "complete_in": ("All of them in: {regions}.", "Alle zusammen in: {regions}."),
    "complete_in_one": ("Offered in: {regions}.", "Angeboten in: {regions}."),
    "none_in": (
        "As of {day} none of them is offered in: {regions}.",
        "Stand {day} wird keines davon angeboten in: {regions}.",
    ),
    "nowhere_of": ("{no} – {regions}.", "{no} – {regions}."),
    "what_is_missing": ("What other regions lack", "Was anderen Regionen fehlt"),
    "lacking": ("{regions}: {counts}", "{regions}: {counts}"),
    "pairs": ("Best pairs of regions", "Beste Paare von Regionen"),
    "apart": (" ({distance} km apart)", " ({distance} km voneinander entfernt)"),
    "more_pairs": (
        "{count} more pairs offer as much (azmodels where --format json).",
        "{count} weitere Paare bieten ebenso viel (azmodels where --format json).",
    ),
    "to_be_known": ("To be known", "Zu beachten"),
    "by_type": ("{name}: deployment types", "{name}: Bereitstellungsarten"),
    "coverage_legend": (
        "● offered   – {no}   ? unknown: no source says   ! conflicting sources",
        "● angeboten   – {no}   ? unbekannt: keine Quelle sagt es   "
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
    # what the answer takes for granted
    "assume_offered": (
        "Offered is what published sources state. Quota and free capacity of a subscription are "
        "not looked at.",
        "Angeboten ist, was veröffentlichte Quellen nennen. Kontingent und freie Kapazität eines "
        "Abonnements sind nicht betrachtet.",
    ),
    "assume_one_deployment": (
        "All conditions are met by one deployment in the region. The developer tier counts only "
        "where it is asked for.",
        "Alle Bedingungen erfüllt eine einzige Bereitstellung in der Region. Die Entwicklerstufe "
        "zählt nur, wo nach ihr gefragt ist.",
    ),
    "assume_global": (
        "Offered in a region is not processed there: global deployments may process anywhere.",
        "In einer Region angeboten heißt nicht dort verarbeitet: Globale Bereitstellungen dürfen "
        "überall verarbeiten.",
    ),
    # the matrix
    "matrix": ("Models and regions", "Modelle und Regionen"),
    "matrix_reading": (
        "In each cell from top to bottom: {lines}; from left to right: {columns}.",
        "In jedem Feld von oben nach unten: {lines}; von links nach rechts: {columns}.",
    ),
}  # fmt: skip
