# SPDX-License-Identifier: MIT
"""Raw and deployable PTU: minimum, increment, scopes, the two readings, exactness."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from azmodels_gui.calculator.deployment import (
    check_deployable,
    counted_from_minimum,
    deployable_ptu,
    parameters_of,
    ptu_size,
    sized,
)
from azmodels_gui.calculator.statements import CautionId, RefusalId
from azmodels_gui.calculator.wording import Refusal
from azmodels_gui.catalog.facts import PtuParameters, ScopeSizing
from azmodels_gui.catalog.terms import Scope
from tests.calculator.samples import (
    FIREWORKS,
    GPT_5_2,
    LLAMA,
    REGIONAL_PTU,
    ROUND,
    USUAL_SIZES,
    deployment,
    load,
    ptu,
    ratio_ptu,
    with_ptu,
)

USUAL = ScopeSizing(scope=Scope.GLOBAL, minimum_ptu=15, scale_increment=5)
UNEVEN = ScopeSizing(scope=Scope.REGIONAL, minimum_ptu=25, scale_increment=50)


@pytest.mark.parametrize(
    ("normalized_tpm", "expected_ptu"),
    [
        pytest.param("0", 15, id="idle still needs the minimum"),
        pytest.param("15000", 15, id="exactly the minimum"),
        pytest.param("15001", 20, id="one token over buys a whole increment"),
        pytest.param("20000", 20, id="exactly one increment"),
        pytest.param("20000.000000001", 25, id="the smallest fraction over buys an increment"),
    ],
)
def test_deployable_ptu(normalized_tpm: str, expected_ptu: int) -> None:
    assert deployable_ptu(Decimal(normalized_tpm), 1_000, USUAL) == expected_ptu


def test_a_need_that_is_exact_buys_no_increment_too_many() -> None:
    """600 x (1,500 x 0.3 + 8 x 50) / 3,400 is exactly 150; binary floats buy 200."""
    busy = load(600, 1_500, 50, cached_tokens=Decimal("1050"))
    found = sized(deployment(with_ptu(GPT_5_2), busy, kind=REGIONAL_PTU)).size
    assert found.raw == 150
    assert found.deployable == 150
    assert found.utilization == 1
    assert found.spare_ptu == 0


def test_fractional_weights_stay_exact() -> None:
    parameters = ratio_ptu(1_000, "8.3")
    found = sized(deployment(with_ptu(parameters), load(5, 598, 2_940))).size
    assert found.raw == 125
    assert found.deployable == 125


def test_each_scope_has_its_own_minimum_and_increment() -> None:
    small = Decimal(1)
    sizes = {scope: ptu_size(small, GPT_5_2, scope).deployable for scope in Scope}
    assert sizes == {Scope.GLOBAL: 15, Scope.DATA_ZONE: 15, Scope.REGIONAL: 50}


def test_other_providers_have_their_own_sizes() -> None:
    assert ptu_size(Decimal(8_450 * 101), LLAMA, Scope.GLOBAL).deployable == 200
    assert ptu_size(Decimal(3_000 * 301), FIREWORKS, Scope.GLOBAL).deployable == 450


def test_a_scope_without_provisioned_deployments_is_refused_with_those_there_are() -> None:
    with pytest.raises(Refusal) as refused:
        ptu_size(Decimal(1), LLAMA, Scope.REGIONAL)
    assert refused.value.statement.id is RefusalId.SCOPE_NOT_OFFERED
    assert refused.value.statement.data["offered"] == ("global", "data_zone")


def test_a_model_without_parameters_is_refused_by_name() -> None:
    with pytest.raises(Refusal) as refused:
        parameters_of(with_ptu())
    assert refused.value.statement.id is RefusalId.NO_PTU_PARAMETERS
    assert refused.value.statement.data["model"] == "gpt-x 2026-01-01"


@pytest.mark.parametrize(
    "parameters",
    [
        pytest.param(ptu(1_000, sizes=((Scope.GLOBAL, 15, 0),)), id="increment zero"),
        pytest.param(ptu(0, sizes=USUAL_SIZES), id="no tokens per PTU"),
    ],
)
def test_parameters_of_zero_are_refused(parameters: PtuParameters) -> None:
    with pytest.raises(Refusal) as refused:
        ptu_size(Decimal(1), parameters, Scope.GLOBAL)
    assert refused.value.statement.id is RefusalId.PARAMETERS_UNUSABLE


def test_the_newest_page_goes_before_an_older_one() -> None:
    older = ratio_ptu(500, "4", history=True)
    assert parameters_of(with_ptu(older, ROUND)) is ROUND


def test_an_older_page_is_used_only_with_a_caution() -> None:
    older = ratio_ptu(500, "4", history=True, source="schedule")
    found = sized(deployment(with_ptu(older)))
    assert found.size.input_tpm_per_ptu == 500
    (said,) = (each for each in found.cautions if each.id is CautionId.OLDER_PARAMETERS)
    assert said.data["source"] == "schedule"


@pytest.mark.parametrize(
    ("need", "multiples", "from_minimum"),
    [
        pytest.param(10, 50, 25, id="below the minimum: one increment, or the minimum"),
        pytest.param(25, 50, 25, id="the minimum itself"),
        pytest.param(26, 50, 75, id="above the minimum they part"),
        pytest.param(75, 100, 75, id="minimum plus one increment"),
        pytest.param(100, 100, 125, id="two increments"),
    ],
)
def test_a_minimum_that_is_no_multiple_has_two_readings(
    need: int, multiples: int, from_minimum: int
) -> None:
    """o1 in a region: minimum 25, increment 50."""
    assert deployable_ptu(Decimal(need), 1, UNEVEN) == multiples
    assert counted_from_minimum(Decimal(need), 1, UNEVEN) == from_minimum


def test_the_size_says_that_there_are_two_readings() -> None:
    parameters = ratio_ptu(230, "4", sizes=((Scope.REGIONAL, 25, 50),))
    found = ptu_size(Decimal(230 * 26), parameters, Scope.REGIONAL)
    (said,) = found.cautions
    assert said.id is CautionId.TWO_SIZE_READINGS
    assert (said.data["deployable"], said.data["other"]) == (50, 75)


def test_one_reading_is_not_called_two() -> None:
    found = ptu_size(Decimal(20_001), ROUND, Scope.GLOBAL)
    assert found.other_reading is None
    assert found.cautions == ()


@pytest.mark.parametrize(
    ("size", "allowed"),
    [
        pytest.param(15, True, id="the minimum"),
        pytest.param(20, True, id="one increment more"),
        pytest.param(14, False, id="below the minimum"),
        pytest.param(17, False, id="between two sizes"),
        pytest.param(-5, False, id="negative"),
    ],
)
def test_only_deployable_sizes_are_taken(size: int, allowed: bool) -> None:
    if allowed:
        check_deployable(size, USUAL)
        return
    with pytest.raises(Refusal) as refused:
        check_deployable(size, USUAL)
    assert refused.value.statement.id is RefusalId.SIZE_NOT_DEPLOYABLE


def test_a_refused_size_names_the_nearest_ones() -> None:
    with pytest.raises(Refusal) as refused:
        check_deployable(17, USUAL)
    assert refused.value.statement.data["near"] == ("15", "20")


def test_both_readings_of_an_uneven_minimum_can_be_deployed() -> None:
    for size in (25, 50, 75, 100):
        check_deployable(size, UNEVEN)


def test_a_size_too_small_for_the_peak_says_so_and_is_not_capped() -> None:
    found = ptu_size(Decimal(30_000), ROUND, Scope.GLOBAL, deployed=20)
    assert found.utilization == Decimal("1.5")
    assert found.spare_ptu == -10
    assert [said.id for said in found.cautions] == [CautionId.PEAK_ABOVE_PTU]


tpm = st.decimals(min_value=0, max_value=10**14, places=6)
sizings = st.builds(
    ScopeSizing,
    scope=st.just(Scope.GLOBAL),
    minimum_ptu=st.integers(0, 1_000),
    scale_increment=st.integers(1, 500),
)


@given(need=tpm, more=tpm, tpm_per_ptu=st.integers(1, 400_000), sizing=sizings)
def test_sizes_hold_minimum_and_increments_and_never_shrink_with_load(
    need: Decimal, more: Decimal, tpm_per_ptu: int, sizing: ScopeSizing
) -> None:
    size = deployable_ptu(need, tpm_per_ptu, sizing)
    step, least = sizing.scale_increment, sizing.minimum_ptu
    assert size >= least
    assert size == least or size % step == 0
    assert size * tpm_per_ptu >= need
    assert size == least or (size - step) * tpm_per_ptu < need
    assert deployable_ptu(need + more, tpm_per_ptu, sizing) >= size

    other = counted_from_minimum(need, tpm_per_ptu, sizing)
    assert other >= least
    assert (other - least) % step == 0
    assert other * tpm_per_ptu >= need
    if least % step == 0:
        assert other == size
