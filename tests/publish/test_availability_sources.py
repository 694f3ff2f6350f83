# SPDX-License-Identifier: MIT
"""What the rules make of the real matrices."""

from datetime import date
from pathlib import Path

import pytest

from azmodels_gui.catalog.facts import Conflict, Offer
from azmodels_gui.catalog.terms import Availability
from azmodels_gui.publish.availability import Matrices, Subject, offers_of
from azmodels_gui.publish.facts import AnyFact, MatrixFact, OfferFact
from azmodels_gui.publish.ledger import Ledger
from azmodels_gui.publish.lifecycle import version_date
from azmodels_gui.publish.region_matrices import read_region_matrix
from tests.publish.headings import HEADINGS

OFFERED, NOT_OFFERED = Availability.OFFERED, Availability.NOT_OFFERED
CONFLICT, UNKNOWN = Availability.CONFLICT, Availability.UNKNOWN


@pytest.fixture(scope="module")
def facts(sources_dir: Path) -> list[AnyFact]:
    folder = sources_dir / "azure-ai-docs/articles/foundry/foundry-models/includes/model-matrix"
    found: list[AnyFact] = []
    for path in sorted(folder.glob("*.md")):
        found.extend(read_region_matrix(path, path.stem, Ledger(), types=HEADINGS))
    return found


def decided(
    facts: list[AnyFact],
    model: str,
    version: str,
    *,
    channel: str | None = "azure_openai",
    only_version: bool = False,
) -> tuple[dict[str, Offer], tuple[Conflict, ...]]:
    about = Subject(
        model=model,
        version=version,
        channel=channel,
        known_since=version_date(version),
        only_version=only_version,
    )
    offers, conflicts = offers_of(
        about,
        [fact for fact in facts if isinstance(fact, OfferFact)],
        Matrices([fact for fact in facts if isinstance(fact, MatrixFact)], {}),
    )
    return {offer.deployment_type: offer for offer in offers}, conflicts


@pytest.mark.parametrize(
    ("sku", "region", "expected"),
    [
        ("GlobalStandard", "germanywestcentral", OFFERED),
        ("DataZoneStandard", "germanywestcentral", OFFERED),
        ("DataZoneStandard", "norwayeast", OFFERED),
        ("DataZoneStandard", "uksouth", NOT_OFFERED),
        ("DataZoneStandard", "japaneast", OFFERED),
        ("DataZoneStandard", "northeurope", OFFERED),
        ("Standard", "germanywestcentral", NOT_OFFERED),
        ("Standard", "swedencentral", NOT_OFFERED),
        ("ProvisionedManaged", "uksouth", OFFERED),
        ("ProvisionedManaged", "germanywestcentral", OFFERED),
        ("ProvisionedManaged", "uaenorth", NOT_OFFERED),
        ("DataZoneBatch", "eastus2", OFFERED),
        ("DataZoneBatch", "germanywestcentral", NOT_OFFERED),
    ],
)
def test_gpt_5_4(facts: list[AnyFact], sku: str, region: str, expected: Availability) -> None:
    offers, conflicts = decided(facts, "gpt-5.4", "2026-03-05")
    assert offers[sku].in_region(region) is expected
    assert conflicts == ()


def test_a_model_newer_than_all_matrices_is_unknown_everywhere(facts: list[AnyFact]) -> None:
    offers, _ = decided(facts, "gpt-newer", "2026-10-22")
    assert offers == {}


def test_a_model_between_two_matrices_is_unknown_only_where_the_matrix_is_older(
    facts: list[AnyFact],
) -> None:
    offers, _ = decided(facts, "gpt-between", "2026-09-09")
    assert "GlobalBatch" not in offers
    assert offers["GlobalStandard"].in_region("swedencentral") is NOT_OFFERED


def test_a_retired_model_that_no_matrix_lists_is_not_offered(facts: list[AnyFact]) -> None:
    offers, _ = decided(facts, "gpt-4", "turbo-2024-04-09")
    assert len(offers) == 8
    assert all(offer.covered == "all" and not offer.available for offer in offers.values())


def test_whisper_is_regional_only_as_far_as_its_page_tells(facts: list[AnyFact]) -> None:
    offers, _ = decided(facts, "whisper", "001")
    assert offers["Standard"].in_region("norwayeast") is OFFERED
    assert offers["GlobalStandard"].in_region("norwayeast") is NOT_OFFERED
    assert "GlobalBatch" not in offers


def test_other_providers_have_tables_of_their_own(facts: list[AnyFact]) -> None:
    offers, _ = decided(facts, "Mistral-Large-3", "1", channel="azure_direct", only_version=True)
    assert offers["DataZoneStandard"].in_region("germanywestcentral") is OFFERED
    assert offers["DataZoneStandard"].in_region("switzerlandnorth") is NOT_OFFERED
    assert offers["DataZoneStandard"].as_of == "2026-10-05"


def test_the_router_is_where_the_newest_matrix_ticks_it(facts: list[AnyFact]) -> None:
    offers, conflicts = decided(facts, "model-router", "2025-11-18")
    states = {offers["GlobalStandard"].in_region(each) for each in ("westus3", "australiaeast")}
    assert (states, conflicts) == ({OFFERED}, ())


def test_marketplace_models_in_another_deployment_type_of_their_page(
    facts: list[AnyFact],
) -> None:
    offers, _ = decided(facts, "claude-opus-4-8", "2", channel="marketplace")
    older, _ = decided(facts, "claude-opus-4-8", "1", channel="marketplace")
    assert offers["DataZoneStandard"].in_region("eastus2") is OFFERED
    assert offers["GlobalStandard"].in_region("swedencentral") is OFFERED
    assert older["DataZoneStandard"].in_region("eastus2") is NOT_OFFERED
    assert "GlobalBatch" not in offers


def test_every_matrix_is_dated_in_2026(facts: list[AnyFact]) -> None:
    days = {fact.source: fact.as_of for fact in facts if isinstance(fact, MatrixFact)}
    assert days["deployments-standard"] == date(2026, 10, 5)
    assert days["deployments-provisioned"] == date(2026, 10, 8)
