# SPDX-License-Identifier: MIT
"""Names of the steps of a calculation in English and German."""

from collections.abc import Mapping

STEPS: Mapping[str, tuple[str, str]] = {
    "input_tpm": ("Input TPM", "Eingabe-TPM"),
    "output_tpm": ("Output TPM", "Ausgabe-TPM"),
    "normalized_request": (
        "Normalised tokens of a request",
        "Normalisierte Token einer Anfrage",
    ),
    "normalized_tpm": ("Normalised TPM", "Normalisierte TPM"),
    "raw_ptu": ("Raw PTU", "Rechnerisch nötige PTU"),
    "deployable": ("Deployable PTU", "Bereitzustellende PTU"),
    "size_rule": (
        "rounded up to steps of {increment}, at least {minimum}",
        "aufgerundet in Schritten von {increment}, mindestens {minimum}",
    ),
    "size_given": ("your figure", "Ihre Angabe"),
    "utilization": ("Utilisation at the peak", "Auslastung in der Spitze"),
    "payg_request": ("One request, per token", "Eine Anfrage, je Token"),
    "payg_month": ("Per token, a month", "Je Token, im Monat"),
    "ptu_hour": ("PTU by the hour, a month", "PTU stündlich, im Monat"),
    "ptu_month": ("PTU reserved for 1 month, a month", "PTU, Reservierung 1 Monat, im Monat"),
    "ptu_year": ("PTU reserved for 1 year, a month", "PTU, Reservierung 1 Jahr, im Monat"),
    "break_even": (
        "Pays from (cost ÷ the same tokens paid per token at full use)",
        "Lohnt sich ab (Kosten ÷ dieselben Token je Token bei voller Auslastung)",
    ),
}  # fmt: skip
