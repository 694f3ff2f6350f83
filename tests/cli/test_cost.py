# SPDX-License-Identifier: MIT
"""`azmodels cost`: each way to pay, break-even, overrides, and prices that are not known."""

import re
from decimal import Decimal
from pathlib import Path

import pytest

from tests.cli.calculator_runs import (
    DATA_ZONE,
    EAST_US_2,
    LOAD,
    Call,
    assert_refused,
    caller,
    ids,
    json_of,
)
from tests.cli.ran import Run

JSON = ("--format", "json")


@pytest.fixture
def cost(run: Run, calculator_file: Path) -> Call:
    return caller(run, calculator_file, "cost")


def usual(*more: object) -> tuple[object, ...]:
    return ("gpt-5.2", *DATA_ZONE, *EAST_US_2, *LOAD, *more)


def test_the_cost_of_each_way_to_pay(cost: Call) -> None:
    told = json_of(cost(*usual("--average", "52", *JSON)))
    assert told["payg_monthly"] == "15783.77"
    assert told["ptu_monthly"] == {"hour": "88330.00", "month": "31460.00", "year": "26730.00"}
    shown = {
        term: str(Decimal(share).quantize(Decimal("0.0001")))
        for term, share in told["break_even_utilization"].items()
    }
    assert shown == {"hour": "2.8011", "month": "0.9977", "year": "0.8477"}
    assert told["break_even_reachable"] == {"hour": False, "month": True, "year": True}
    assert told["break_even_tokens_per_day"]["year"] == 278_982_388
    assert told["cheapest"] == "payg"
    assert (told["month"], told["month_hours"], told["currency"]) == ("730h", 730, "USD")


def test_an_average_of_a_half_is_not_guessed_to_be_half_a_percent(cost: Call) -> None:
    assert_refused(cost(*usual("--average", "0.5")), "a share or a percentage?")
    told = json_of(cost(*usual("--average", "0.5%", *JSON)))
    assert told["average_load"] == "0.005"


def test_a_month_of_30_days(cost: Call) -> None:
    told = json_of(cost(*usual("--month", "30d", *JSON)))
    assert told["payg_monthly"] == "29937.60"
    assert told["ptu_monthly"]["hour"] == "87120.00"


def test_a_chosen_size(cost: Call) -> None:
    told = json_of(cost(*usual("--ptu", "80", *JSON)))
    assert (told["deployable_ptu"], told["ptu_monthly"]["year"]) == (80, "19440.00")
    assert Decimal(told["utilization"]) > 1
    assert "peak_above_ptu" in ids(told["warnings"])


def test_overage_beyond_a_reservation(cost: Call) -> None:
    told = json_of(cost(*usual("--reserved-ptu", "100", *JSON)))
    assert told["ptu_monthly"]["year"] == "32330.00"


def test_a_reservation_beyond_the_deployment_is_paid_for_and_said(cost: Call) -> None:
    told = json_of(cost(*usual("--reserved-ptu", "200", *JSON)))
    assert told["ptu_monthly"]["year"] == "48600.00"
    assert "reserved_above_deployed" in ids(told["warnings"])


@pytest.mark.parametrize("option", ["--ptu", "--reserved-ptu"])
def test_absurdly_many_ptu_are_refused(cost: Call, option: str) -> None:
    assert_refused(cost(*usual(option, "1000005")), "more than the 1,000,000 that are possible")


@pytest.mark.parametrize(
    ("options", "payg", "year"),
    [
        pytest.param(["--discount", "10"], "27318.06", "24057.00", id="on everything"),
        pytest.param(["--discount", "10%"], "27318.06", "24057.00", id="with the sign"),
        pytest.param(["--payg-discount", "10"], "27318.06", "26730.00", id="per token only"),
        pytest.param(
            ["--discount", "10", "--ptu-discount", "0"], "27318.06", "26730.00", id="not on PTU"
        ),
        pytest.param(["--ptu-price", "year=2400"], "30353.40", "22000.00", id="negotiated PTU"),
        pytest.param(
            ["--payg-price", "input=1", "--payg-price", "output=10"],
            "17520.00",
            "26730.00",
            id="negotiated prices per token",
        ),
    ],
)
def test_discounts_and_negotiated_prices_are_told(
    cost: Call, options: list[str], payg: str, year: str
) -> None:
    told = json_of(cost(*usual(*options, *JSON)))
    assert (told["payg_monthly"], told["ptu_monthly"]["year"]) == (payg, year)
    visible = {"payg_discount", "ptu_discount", "payg_price_given", "ptu_price_given"}
    assert visible & set(ids(told["assumptions"]))


@pytest.mark.parametrize(
    ("option", "name"),
    [("--payg-price", "output"), ("--ptu-price", "year"), ("--weight", "output")],
)
def test_two_numbers_for_one_thing_are_refused(cost: Call, option: str, name: str) -> None:
    twice = (option, f"{name}=1", option, f"{name}=2")
    assert_refused(cost(*usual(*twice)), f"{option} is given twice")


def test_a_region_without_prices_has_null_and_reasons(cost: Call) -> None:
    elsewhere = ("gpt-5.2", *DATA_ZONE, "--region", "germanywestcentral", *LOAD, *JSON)
    told = json_of(cost(*elsewhere))
    assert told["payg_monthly"] is None
    assert set(told["ptu_monthly"].values()) == {None}
    assert set(told["break_even_utilization"].values()) == {None}
    assert "price_elsewhere" in ids(told["warnings"])
    assert told["ptu_prices"]["year"]["status"] == "elsewhere"
    assert told["ptu_prices"]["year"]["prices"][0]["regions"] == ["eastus2"]


def test_prices_of_another_region_on_request(cost: Call) -> None:
    germany = ("gpt-5.2", *DATA_ZONE, "--region", "germanywestcentral", *LOAD, *JSON)
    told = json_of(cost(*germany, "--price-region", "East US 2"))
    assert told["ptu_monthly"]["year"] == "26730.00"
    assert "price_region" in ids(told["assumptions"])


def test_a_type_paid_per_token_is_compared_with_its_provisioned_sibling(cost: Call) -> None:
    told = json_of(
        cost("gpt-5.2", "--deployment-type", "DataZoneStandard", *EAST_US_2, *LOAD, *JSON)
    )
    assert told["deployment_type"] == "DataZoneStandard"
    assert told["ptu_monthly"]["year"] == "26730.00"


def test_a_batch_type_has_batch_prices(cost: Call) -> None:
    batch = ("gpt-5.2", "--deployment-type", "DataZoneBatch", *EAST_US_2, *LOAD)
    told = json_of(cost(*batch, *JSON))
    assert (told["processing"], told["payg_monthly"]) == ("batch", "15176.70")
    assert_refused(cost(*batch, "--processing", "priority"), "processed as batch")


def test_the_tier_of_fine_tuned_models_is_not_priced_as_the_standard_one(cost: Call) -> None:
    ran = cost("gpt-5.2", "--deployment-type", "DeveloperTier", *LOAD)
    assert_refused(ran, "hosts fine-tuned models")


def test_a_tier_without_a_price_is_unknown(cost: Call) -> None:
    told = json_of(cost(*usual("--processing", "priority", *JSON)))
    assert told["payg_monthly"] is None
    assert "price_unknown" in ids(told["warnings"])


def test_without_ptu_the_cost_per_token_remains(cost: Call) -> None:
    told = json_of(cost("gpt-plain", *DATA_ZONE, *EAST_US_2, *LOAD, *JSON))
    assert told["payg_monthly"] == "30353.40"
    assert told["deployable_ptu"] is None
    assert told["weights"] == []
    (said,) = (each for each in told["warnings"] if each["id"] == "ptu_not_possible")
    assert "what a PTU carries of gpt-plain 1" in said["text"]["en"]


def test_with_and_without_ptu_the_keys_are_the_same(cost: Call) -> None:
    with_ptu = json_of(cost(*usual(*JSON)))
    without = json_of(cost("gpt-plain", *DATA_ZONE, *EAST_US_2, *LOAD, *JSON))
    assert with_ptu.keys() == without.keys()


def test_only_the_reservation_of_interest_is_warned_about(cost: Call) -> None:
    assert "reservation_outlives_model" in ids(json_of(cost(*usual(*JSON)))["warnings"])
    hourly = json_of(cost(*usual("--reservation", "hour", *JSON)))
    assert "reservation_outlives_model" not in ids(hourly["warnings"])
    assert hourly["ptu_monthly"]["year"] == "26730.00"


def test_the_text_says_never_where_ptu_cannot_pay(cost: Call) -> None:
    out = cost(*usual("--average", "52")).out
    assert "Per token (PAYG)            $15,783.77\n" in out
    assert "PTU, hourly                 never (280.1%)\n" in out
    assert "PTU, one-year reservation   84.8%\n" in out
    assert "PTU, one-year reservation   278,982,388\n" in out


def test_the_text_says_unknown_where_a_price_is(cost: Call) -> None:
    out = cost("gpt-5.2", *DATA_ZONE, "--region", "germanywestcentral", *LOAD).out
    assert "PTU, one-year reservation   unknown\n" in out
    plain = cost("gpt-plain", *DATA_ZONE, *EAST_US_2, *LOAD).out
    assert re.search(r"Deployable PTU +unknown\n", plain)
    assert "reservation" not in plain


@pytest.mark.parametrize(
    ("options", "told"),
    [
        pytest.param(["--average", "0"], "--average must be above zero", id="no load"),
        pytest.param(["--average", "120"], "no percentage from 0 to 100", id="above the peak"),
        pytest.param(["--average", "half"], "is no number", id="average as text"),
        pytest.param(["--ptu", "17"], "nearest: 15, 20", id="no deployable size"),
        pytest.param(["--ptu", "0"], "no whole number above zero", id="no PTU"),
        pytest.param(["--ptu", "-5"], "no whole number above zero", id="negative PTU"),
        pytest.param(["--ptu", "15.5"], "no whole number above zero", id="half a PTU"),
        pytest.param(["--ptu", "9" * 30], "no whole number above zero", id="absurd PTU"),
        pytest.param(["--reserved-ptu", "x"], "no whole number, zero or more", id="reserved text"),
        pytest.param(["--discount", "100"], "leaves nothing to pay", id="all of it off"),
        pytest.param(["--discount", "-1"], "no percentage from 0 to 100", id="negative discount"),
        pytest.param(["--discount", "NaN"], "is no number", id="discount NaN"),
        pytest.param(["--month", "31d"], "invalid choice", id="another month"),
        pytest.param(["--reservation", "decade"], "invalid choice", id="another term"),
        pytest.param(["--ptu-price", "decade=1"], "NAME=NUMBER", id="a price for no term"),
        pytest.param(["--payg-price", "output=x"], "is no number", id="a price as text"),
        pytest.param(["--price-region", "atlantis"], "unknown region", id="prices of nowhere"),
    ],
)
def test_input_that_makes_no_sense_ends_with_a_sentence(
    cost: Call, options: list[str], told: str
) -> None:
    assert_refused(cost(*usual(*options)), told)


def test_no_line_ends_between_a_figure_and_its_sign(cost: Call) -> None:
    lines = cost(*usual("--language", "de")).out.splitlines()
    assert any("$" in line for line in lines)
    assert not [line for line in lines if line.lstrip().startswith(("$", "%"))]
