# SPDX-License-Identifier: MIT
"""Names of quota tiers: numbered ones, and the kinds of subscription batch quota goes by."""

from azmodels_gui.language.words import N_, in_language

KINDS = {
    "default": N_("default quota"),
    "Default": N_("default subscriptions"),
    "Enterprise and MCA-E": N_("Enterprise and MCA-E"),
    "Monthly credit card-based subscriptions": N_("credit card, monthly"),
    "MSDN subscriptions": N_("MSDN subscriptions"),
    "Azure for Students, free trials": N_("Azure for Students, free trials"),
}
"""Kind as the source spells it; its names in English and German."""


def tier_name(tier: str, language: str, numbered: str) -> str:
    """Return what a tier is called.

    Args:
        tier: as the source spells it: a number, or a kind of subscription.
        language: "en" or "de".
        numbered: how a tier with a number is called in that language: `tier {tier}`.
    """
    names = KINDS.get(tier)
    if names is not None:
        return in_language(names, language)
    return numbered.format(tier=tier) if tier.isdigit() else tier
