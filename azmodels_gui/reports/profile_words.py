# SPDX-License-Identifier: MIT
"""Words of the load profile on a sizing sheet, in English and German."""

PROFILE_WORDS: dict[str, tuple[str, str]] = {
    "profile": ("Load profile", "Lastprofil"),
    "load_chart": (
        "Requests per minute, and what {ptu} PTU carry",
        "Anfragen pro Minute, und was {ptu} PTU tragen",
    ),
    "load_chart_plain": ("Requests per minute", "Anfragen pro Minute"),
    "working_day": ("Working day", "Werktag"),
    "weekend": ("Weekend", "Wochenende"),
    "axis_hour": ("hour of the day", "Stunde des Tages"),
    "axis_days": ("days since the beginning", "Tage seit dem Beginn"),
    "axis_hours": ("hours since the beginning", "Stunden seit dem Beginn"),
    "axis_minutes": ("minutes since the beginning", "Minuten seit dem Beginn"),
    "carried": ("on PTU", "auf PTU"),
    "spilled": ("spills over, paid per token", "Überlauf, je Token bezahlt"),
    "capacity_line": (
        "{ptu} PTU: {requests} requests per minute",
        "{ptu} PTU: {requests} Anfragen pro Minute",
    ),
    "load_summary": (
        "Peak {peak}, average {average} requests per minute. {ptu} PTU carry {share} of the "
        "requests; in {minutes} of the minutes something spills over.",
        "Spitze {peak}, Durchschnitt {average} Anfragen pro Minute. {ptu} PTU tragen {share} der "
        "Anfragen; in {minutes} der Minuten läuft etwas über.",
    ),
    "load_summary_plain": (
        "Peak {peak}, average {average} requests per minute. All of them are paid per token.",
        "Spitze {peak}, Durchschnitt {average} Anfragen pro Minute. Alle werden je Token bezahlt.",
    ),
    "load_slices": (
        "Each bar is the average of {minutes} minutes; what spills over is counted by minute.",
        "Jeder Balken ist der Durchschnitt von {minutes} Minuten; der Überlauf ist je Minute "
        "gezählt.",
    ),
    "curve_chart": (
        "Cost of a month over the base load on PTU",
        "Kosten eines Monats über der Grundlast auf PTU",
    ),
    "axis_ptu": ("PTU for the base load", "PTU für die Grundlast"),
    "curve_summary": (
        "Least: {ptu} PTU ({term}), {cost} a month.",
        "Am günstigsten: {ptu} PTU ({term}), {cost} im Monat.",
    ),
    "curve_shown": ("The dotted line marks {ptu} PTU.", "Die gepunktete Linie zeigt {ptu} PTU."),
    "no_curve": (
        "No cost curve: a price is missing.",
        "Keine Kostenkurve: Ein Preis fehlt.",
    ),
    "cheapest_sizes": ("Cheapest base load", "Günstigste Grundlast"),
    "way_to_pay": ("How PTU are paid", "Bezahlung der PTU"),
    "base_load": ("Base load (PTU)", "Grundlast (PTU)"),
    "cost_of_month": ("Cost of a month", "Kosten im Monat"),
    "share_spilled": ("Spills over", "Überlauf"),
    "used": ("Utilisation", "Auslastung"),
    "all_per_token": ("No PTU, all per token", "Keine PTU, alles je Token"),
    "shown_size": ("Shown: {term}", "Gezeigt: {term}"),
}  # fmt: skip
