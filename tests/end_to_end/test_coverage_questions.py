# SPDX-License-Identifier: MIT
"""Questions of a client's meeting, put to the bundled catalogue by commands.

The answers were read by hand from the documents' tables (as of 5 and 8 October 2026).
"""

from collections.abc import Callable
from typing import Any

import pytest

from tests.cli.ran import run_with

Ask = Callable[..., Any]

PTU_IN_EU = [
    "francecentral",
    "germanywestcentral",
    "italynorth",
    "polandcentral",
    "spaincentral",
    "swedencentral",
    "westeurope",
]
"""Check marks of gpt-5.2 in the European table of data zone provisioned deployments."""
STANDARD_IN_EU = sorted([*PTU_IN_EU, "northeurope"])
"""Check marks of gpt-5.4 in the European table of data zone standard deployments."""


@pytest.fixture
def asked(capsys: pytest.CaptureFixture[str]) -> Ask:
    """Return a function that runs a command and returns its JSON."""

    def asked(*arguments: str) -> Any:
        ran = run_with(capsys, *arguments, "--format", "json")
        assert ran.code == 0, ran.err
        assert not ran.err or "--include-unknown" in ran.err
        return ran.json

    return asked


def test_which_models_can_we_run_provisioned_inside_the_eu(asked: Ask) -> None:
    listed = asked("list", "--data-zone", "EU", "--deployment-type", "DataZoneProvisionedManaged")
    names = {entry["model"] for entry in listed["entries"]}
    assert {"gpt-5.2", "gpt-5-mini", "gpt-4.1"} <= names
    assert "gpt-5-nano" not in names

    told = asked(
        "where", "gpt-5.2", "gpt-5-mini", "gpt-4.1", "--data-zone", "EU", "--billing", "provisioned"
    )
    assert [each["region"] for each in told["complete"]] == PTU_IN_EU
    offers = {
        each["model"]: each["deployment_types"]
        for each in told["complete"][PTU_IN_EU.index("germanywestcentral")]["offers"]
    }
    assert offers["gpt-5.2@2025-12-11"] == ["DataZoneProvisionedManaged"]
    assert offers["gpt-4.1@2025-04-14"] == ["DataZoneProvisionedManaged", "ProvisionedManaged"]
    disputed = next(each for each in told["warnings"] if each["id"] == "zone_disputed")
    assert "switzerlandnorth" in disputed["data"]["regions"]


def test_can_gpt_5_2_be_processed_in_germany(asked: Ask) -> None:
    told = asked("where", "gpt-5.2", "--country", "DE")
    assert told["answer"]["de"] == (
        "Keine Region bietet gpt-5.2 2025-12-11 an (Stand 05.10.2026 bis 08.10.2026)."
    )
    assert (told["complete"], told["partial"], told["pairs"]) == ([], [], [])
    warnings = {each["id"]: each["data"] for each in told["warnings"]}
    assert warnings["in_the_zone_instead"]["regions"] == PTU_IN_EU
    assert warnings["in_the_zone_instead"]["data_zone"] == "EU"


def test_norway_and_switzerland_are_kept_apart_inside_the_eu_zone(
    asked: Callable[..., Any],
) -> None:
    told = asked("where", "gpt-5.4", "--data-zone", "EU", "--deployment-type", "DataZoneStandard")
    assert [each["region"] for each in told["complete"]] == STANDARD_IN_EU
    apart = {each["region"]: each["disputed"] for each in told["partial"]}
    asked_for = ["gpt-5.4@2026-03-05"]
    assert apart == {"norwayeast": asked_for, "switzerlandnorth": asked_for}


def test_the_asia_pacific_zone_has_five_regions_and_four_in_dispute(
    asked: Callable[..., Any],
) -> None:
    told = asked("where", "gpt-5.2", "--data-zone", "APAC", "--billing", "provisioned")
    assert {each["region"] for each in told["complete"]} == {
        "australiaeast",
        "japaneast",
        "koreacentral",
        "southeastasia",
        "southindia",
    }
    disputed = next(each for each in told["warnings"] if each["id"] == "zone_disputed")
    assert disputed["data"]["regions"] == ["centralindia", "eastasia", "japanwest", "jioindiawest"]


def test_a_model_that_the_renewed_tables_name_is_a_dated_no_in_germany(
    asked: Callable[..., Any],
) -> None:
    told = asked("where", "gpt-6-astra", "--country", "DE")
    assert told["partial"] == []
    assert told["answer"]["en"] == (
        "No region offers gpt-6-astra 2026-09-03 (as of 5 Oct 2026 to 8 Oct 2026)."
    )


def test_a_model_in_no_table_of_types_is_unknown_in_germany(asked: Ask) -> None:
    told = asked("where", "claude-fable-5", "--country", "DE")
    unknown = {each["region"]: each["unknown"] for each in told["partial"]}
    asked_for = ["claude-fable-5@1"]
    assert unknown == {"germanynorth": asked_for, "germanywestcentral": asked_for}


def test_of_a_service_under_a_condition_only_the_regions_asked_about_are_unknown(
    asked: Callable[..., Any],
) -> None:
    told = asked("where", "azure-speech", "--country", "DE")
    unknown = {each["region"]: each["unknown"] for each in told["partial"]}
    assert set(unknown) == {"germanynorth", "germanywestcentral"}
    assert told["complete"] == []
    free = asked("where", "azure-speech")
    assert "germanywestcentral" in {each["region"] for each in free["complete"]}


def test_a_service_is_not_offered_as_a_deployment_type(asked: Callable[..., Any]) -> None:
    told = asked("where", "azure-speech", "--deployment-type", "GlobalStandard")
    assert (told["complete"], told["partial"]) == ([], [])
    assert told["answer"]["en"] == "No region offers azure-speech."
