# SPDX-License-Identifier: MIT
"""Words of the calculator's text output in English and German."""

from collections.abc import Mapping

from azmodels_gui.language.words import N_, Message, told

WORDS: Mapping[str, Message] = {
    "newest_taken": N_("No version was named, so the newest was taken: {version}."),
    "others_offered": N_(
        "It is not offered for certain as {type}; these versions are: {versions}."
    ),
    "load": N_("Load in the busiest minute"),
    "input_tpm": N_("Input TPM"),
    "output_tpm": N_("Output TPM"),
    "normalized_tpm": N_("Normalised TPM"),
    "ptu": N_("PTU"),
    "raw_ptu": N_("Raw PTU"),
    "deployable_ptu": N_("Deployable PTU"),
    "sizes": N_("Minimum, increment"),
    "tpm_per_ptu": N_("Input TPM per PTU"),
    "utilization": N_("Utilisation at the peak"),
    "average_utilization": N_("Utilisation on average"),
    "spare": N_("Spare PTU at the peak"),
    "latency": N_("Latency target"),
    "quota": N_("Quota"),
    "needed": N_("Needed"),
    "tier_of": N_("Tier {tier}"),
    "sufficient_tier": N_("Lowest sufficient tier (known: {known})"),
    "enough": N_("enough"),
    "exceeded": N_("exceeded"),
    "unknown": N_("unknown"),
    "none": N_("none"),
    "never": N_("never ({utilization})"),
    "costs": N_("Cost of a month"),
    "payg": N_("Per token (PAYG)"),
    "hour": N_("PTU by the hour"),
    "month": N_("PTU, one-month reservation"),
    "year": N_("PTU, one-year reservation"),
    "cheapest": N_("Cheapest"),
    "break_even": N_("PTU pay from this utilisation on"),
    "tokens_per_day": N_("{count} tokens a day"),
    "plan": N_("Deployments"),
    "pools": N_("Reserved together"),
    "deployment": N_("Deployment"),
    "type": N_("Deployment type"),
    "region": N_("Region"),
    "reserved": N_("Reserved PTU"),
    "warnings": N_("Warnings"),
    "assumptions": N_("Assumptions"),
    "sources": N_("Sources"),
    "profile": N_("Load profile"),
    "minutes": N_("Minutes"),
    "peak": N_("Requests in the busiest minute"),
    "average": N_("Requests per minute on average"),
    "measured_input": N_("Input tokens of a request, measured"),
    "measured_output": N_("Output tokens of a request, measured"),
    "curve": N_("Cost over the number of PTU"),
    "cost": N_("Cost"),
    "of_which_spill": N_("Spilled"),
    "spilled": N_("Requests spilled"),
    "used": N_("Utilisation"),
    "minimum": N_("Minimum"),
    "minimum_of": N_("{term}: {ptu} PTU, {cost} a month, {share} of requests spill over"),
}


class CalculatorWords:
    """The words of one language."""

    def __init__(self, language: str) -> None:
        self.language = language

    def __call__(self, key: str, **values: object) -> str:
        """Return a word or a sentence with its values filled in."""
        return told(WORDS[key], self.language, **values)
