# SPDX-License-Identifier: MIT
"""What the figures of a sizing are called: in tables, steps, cards, commands and cautions.

Apart from the sentences, since the window knows these words before it reckons anything.
"""

from collections.abc import Mapping

from azmodels_gui.calculator.counted import BESIDE_REQUESTS
from azmodels_gui.language.words import N_, Message

FIGURES: Mapping[str, Message] = {
    "peak_rpm": N_("Requests in the busiest minute"),
    "monthly_requests": N_("Requests a month"),
    "input_tpm": N_("Input TPM"),
    "output_tpm": N_("Output TPM"),
    "normalized_tpm": N_("Normalised TPM"),
    "raw_ptu": N_("Raw PTU"),
    "deployable_ptu": N_("Deployable PTU"),
    "utilization": N_("Utilisation at the peak"),
    "cost_payg": N_("Per token (PAYG)"),
    "cost_hour": N_("PTU, hourly"),
    "cost_month": N_("PTU, one-month reservation"),
    "cost_year": N_("PTU, one-year reservation"),
    "cost_hour_spill": N_("PTU and spillover, hourly"),
    "cost_month_spill": N_("PTU and spillover, one-month reservation"),
    "cost_year_spill": N_("PTU and spillover, one-year reservation"),
    **{f"beside_{count}": counted.words for count, counted in BESIDE_REQUESTS.items()},
}
"""Names of the figures, for tables, steps and sentences alike."""

PRESET_NAMES: Mapping[str, Message] = {
    "internal-assistant": N_("internal assistant"),
    "customer-chat": N_("customer chat"),
    "batch-at-night": N_("batch at night"),
}
"""Names of the loads to begin with."""

HEADINGS: Mapping[str, Message] = {
    "steps": N_("How it was reckoned"),
    "checks": N_("Checked, and in order"),
}
