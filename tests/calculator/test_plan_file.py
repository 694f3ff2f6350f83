# SPDX-License-Identifier: MIT
"""A plan written as CSV is the same plan when it is read, whatever its deployments are."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from azmodels_gui.calculator.asking import Asker
from azmodels_gui.calculator.inputs import Inputs, LoadFrom, asked_of
from azmodels_gui.calculator.plan_file import (
    COLUMNS,
    PlanUnreadable,
    names_plan,
    read_plan,
    written_plan,
)
from azmodels_gui.calculator.ways import SPILLING, WAYS
from azmodels_gui.catalog.index import CatalogIndex
from tests.builders import shipped_catalog

ASKER = Asker(CatalogIndex(shipped_catalog(), date(2026, 11, 29)))
ENTRIES = [ASKER.index.entries[row] for row in ASKER.index.first_order]
HEADER = "model,deployment_type,rpm,input,output"
ROW = "gpt-5.2,GlobalProvisionedManaged,10,100,10"

figures = st.decimals("0.001", 1_000, places=3)
shares = st.decimals("0.5", 100, places=4)
tokens = st.decimals(1, 9_000, places=1)
prices = st.sampled_from([Decimal(0), Decimal("12.5")])
regions = st.sampled_from(["", *(region.id for region in ASKER.catalog.regions)])
days = st.tuples(*[st.decimals(0, 100, places=1)] * 24)


@st.composite
def asked(draw: st.DrawFn) -> Inputs:
    entry = draw(st.sampled_from(ENTRIES))
    hidden = asked_of(entry)
    drawn: dict[str, Any] = {
        "load_from": draw(st.sampled_from(LoadFrom)),
        "users": draw(figures), "requests_per_user": draw(figures), "sessions": draw(figures),
        "session_seconds": draw(figures), "working_days": draw(st.decimals(1, 30, places=1)),
        "busy_hours": draw(st.decimals(1, 24, places=1)),
        "peak_factor": draw(st.decimals(1, 9, places=2)),
        "requests_per_minute": draw(figures), "average_percent": draw(shares),
        "working_day": draw(days), "weekend": draw(days),
        "input_tokens": draw(tokens), "output_tokens": draw(tokens),
        "cached_percent": draw(st.decimals(0, 100, places=1)),
        "reasoning": draw(prices), "turns": draw(st.integers(1, 9)),
        "system_prompt": draw(prices), "system_cached": draw(st.booleans()),
        "image_input_tokens": draw(prices), "tool_calls": draw(prices),
        "fine_tuned": draw(st.booleans()), "training_tokens": draw(prices),
        "hosting_hours": draw(prices), "documents": draw(prices),
    }  # fmt: skip
    return Inputs(
        model=entry.model.id,
        version=entry.version.version,
        deployment_type=draw(st.sampled_from([kind.id for kind in ASKER.types])),
        region=draw(regions),
        price_region=draw(regions),
        way=draw(st.sampled_from([*WAYS, *SPILLING])),
        processing=draw(st.sampled_from(["standard", "batch", "priority"])),
        deployed_ptu=draw(st.none() | st.integers(1, 500)),
        reserved_ptu=draw(st.none() | st.integers(1, 500)),
        quota_tier=draw(st.sampled_from(["", "3"])),
        ptu_year_price=draw(prices),
        payg_discount_percent=draw(prices),
        output_weight=draw(prices),
        month=draw(st.sampled_from(["730h", "30d"])),
        long_context=draw(st.booleans()),
        profile_is_example=False,
        **{name: hidden.get(name, value) for name, value in drawn.items()},
    )


@given(st.lists(asked(), min_size=1, max_size=3), st.data())
def test_a_written_plan_is_read_as_it_was(all_: list[Inputs], data: st.DataObject) -> None:
    answers = [ASKER.answer(each) for each in all_]
    assume(all(each.estimate is not None for each in answers))
    names = [data.draw(st.text("aä;,\"' \t", max_size=6)) for _ in all_]
    text = written_plan(ASKER, zip(names, all_, strict=True))
    assert names_plan(text)
    rows = read_plan(text.splitlines(), ASKER)
    assert [row.name for row in rows] == [" ".join(name.split()) for name in names]
    assert [row.inputs.way for row in rows] == [each.way for each in all_]
    for row, before in zip(rows, answers, strict=True):
        found, asked_for = ASKER.answer(row.inputs).estimate, before.estimate
        assert found is not None
        assert asked_for is not None
        assert found.question == asked_for.question
    again = written_plan(ASKER, [(row.name, row.inputs) for row in rows])
    assert again == text


def test_every_column_is_one_that_help_tells() -> None:
    assert len(set(COLUMNS)) == len(COLUMNS)
    assert {"model", "users", "average", "working_day", "training_hours", "note"} <= set(COLUMNS)


@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_a_plan_is_known_by_its_first_line(separator: str) -> None:
    assert names_plan("\ufeff" + HEADER.upper().replace(",", separator) + "\r\n")
    assert not names_plan("time,requests\n")
    assert not names_plan("")


def test_cached_tokens_are_exact_also_where_their_share_has_no_end() -> None:
    (row,) = read_plan([HEADER + ",cached_tokens", ROW.replace("100", "300") + ",100"], ASKER)
    found = ASKER.question(row.inputs)
    assert found is not None
    assert found.deployment.workloads[0].cached_tokens == 100


@pytest.mark.parametrize(
    ("column", "cell", "told"),
    [
        ("working_day", "1 2 3", "working_day needs a value for each of its 24 hours"),
        ("tier", "9", "tier '9' is none of: "),
        ("processing", "later", "processing 'later' is none of: "),
        ("documents", "5", "has no price for documents"),
        ("sessions", "5", "nothing stands under session_seconds"),
        ("turns", "1.5", "turns '1.5' is no whole number"),
        ("input_price", "-1", "input_price '-1' must not be below zero"),
        ("price_region", "mars", "unknown region 'mars'"),
        ("reasoning", "much", "reasoning 'much' is no number"),
    ],
)
def test_a_cell_that_makes_no_sense_is_told(column: str, cell: str, told: str) -> None:
    more = ",weekend" if column == "working_day" else ""
    rpm = "" if column == "sessions" else "10"
    row = f"gpt-5.2,GlobalProvisionedManaged,{rpm},100,10,{cell}" + ("," + "1 " * 24) * bool(more)
    with pytest.raises(PlanUnreadable, match=told) as refused:
        read_plan([f"{HEADER},{column}{more}", row], ASKER)
    assert len(refused.value.rows) == 1


def test_no_more_deployments_than_can_be_taken() -> None:
    with pytest.raises(PlanUnreadable, match="a plan has 1 to 2 deployments; this one has 3"):
        read_plan([HEADER, ROW, ROW, ROW], ASKER, most=2)


def test_a_batch_type_is_read_as_batch_and_written_as_its_type() -> None:
    (row,) = read_plan([HEADER, ROW.replace("GlobalProvisionedManaged", "GlobalBatch")], ASKER)
    assert (row.inputs.processing, row.inputs.way) == ("batch", "payg")
    text = written_plan(ASKER, [("", row.inputs)])
    assert "GlobalBatch" in text
    best = replace(row.inputs, way="best")
    assert read_plan(written_plan(ASKER, [("", best)]).splitlines(), ASKER)[0].inputs == best
