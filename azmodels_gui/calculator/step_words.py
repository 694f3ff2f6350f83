# SPDX-License-Identifier: MIT
"""Names of the steps of a calculation in English and German."""

from collections.abc import Mapping

from azmodels_gui.language.words import N_, Message

STEPS: Mapping[str, Message] = {
    "input_tpm": N_("Input TPM"),
    "output_tpm": N_("Output TPM"),
    "normalized_request": N_("Normalised tokens of a request"),
    "normalized_tpm": N_("Normalised TPM"),
    "raw_ptu": N_("Raw PTU"),
    "deployable": N_("Deployable PTU"),
    "size_rule": N_("rounded up to steps of {increment}, at least {minimum}"),
    "size_given": N_("your figure"),
    "utilization": N_("Utilisation at the peak"),
    "payg_request": N_("One request, per token"),
    "payg_month": N_("Per token, a month"),
    "ptu_hour": N_("PTU by the hour, a month"),
    "ptu_month": N_("PTU reserved for 1 month, a month"),
    "ptu_year": N_("PTU reserved for 1 year, a month"),
    "break_even": N_("Pays from (cost ÷ the same tokens paid per token at full use)"),
}
