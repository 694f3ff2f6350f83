# SPDX-License-Identifier: MIT
"""Names of quota tiers: numbered ones, and the kinds of subscription batch quota goes by."""

KINDS = {
    "default": ("default quota", "Standardkontingent"),
    "Default": ("default subscriptions", "Standardabonnements"),
    "Enterprise and MCA-E": ("Enterprise and MCA-E", "Enterprise und MCA-E"),
    "Monthly credit card-based subscriptions": (
        "credit card, monthly",
        "Kreditkarte, monatlich",
    ),
    "MSDN subscriptions": ("MSDN subscriptions", "MSDN-Abonnements"),
    "Azure for Students, free trials": (
        "Azure for Students, free trials",
        "Azure for Students, kostenlose Testversionen",
    ),
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
        return names[language == "de"]
    return numbered.format(tier=tier) if tier.isdigit() else tier
