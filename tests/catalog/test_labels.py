# SPDX-License-Identifier: MIT
import pytest

from azmodels_gui.catalog.labels import KINDS, tier_name
from tests.builders import shipped_catalog


@pytest.mark.parametrize(
    ("tier", "language", "name"),
    [
        pytest.param("3", "en", "tier 3", id="a number"),
        pytest.param("MSDN subscriptions", "de", "MSDN-Abonnements", id="a kind in German"),
        pytest.param("Default", "de", "Standardabonnements", id="subscriptions by default"),
        pytest.param("default", "de", "Standardkontingent", id="the quota by default"),
        pytest.param("Enterprise and MCA-E", "en", "Enterprise and MCA-E", id="in English"),
        pytest.param("a new kind", "de", "a new kind", id="a kind nobody has named yet"),
    ],
)
def test_a_tier_has_a_name(tier: str, language: str, name: str) -> None:
    assert tier_name(tier, language, "tier {tier}") == name


def test_every_kind_of_the_shipped_catalogue_has_a_name() -> None:
    tiers = {quota.tier for model in shipped_catalog().models for quota in model.quotas}
    assert {tier for tier in tiers if not tier.isdigit()} == set(KINDS)
