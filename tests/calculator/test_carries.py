# SPDX-License-Identifier: MIT
"""From PTU back to requests and tokens."""

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from azmodels_gui.calculator.deployment import carried, sized
from tests.calculator.samples import deployment, load
from tests.calculator.test_estimate import gpt_5_2


def test_a_hundred_ptu_in_requests_and_tokens() -> None:
    # 100 x 3,400 normalised tokens a minute; a request has 200 + 20 x 8 = 360.
    told = carried(sized(deployment(gpt_5_2(), load(1, 200, 20), deployed_ptu=100)))
    assert told.normalized_tpm == 340_000
    assert told.requests_per_minute == Decimal("944.44")
    assert (told.input_tpm, told.output_tpm) == (188_888, 18_888)


@given(st.integers(3, 400), st.integers(1, 100_000), st.integers(1, 20_000))
def test_what_ptu_carry_needs_no_more_of_them(fives: int, into: int, out: int) -> None:
    ptu = fives * 5
    told = carried(sized(deployment(gpt_5_2(), load(1, into, out), deployed_ptu=ptu)))
    if not told.requests_per_minute:
        return
    back = sized(deployment(gpt_5_2(), load(told.requests_per_minute, into, out))).size
    assert back.deployable <= ptu
    more = told.requests_per_minute + Decimal("0.01")
    assert sized(deployment(gpt_5_2(), load(more, into, out))).size.raw > ptu
