# SPDX-License-Identifier: MIT
from datetime import date
from typing import Any

import pytest

from azmodels_gui.publish.facts import CapabilityFact, ConflictFact, LimitFact
from azmodels_gui.publish.limits_assembly import capabilities_of, limits_of, modalities_of
from azmodels_gui.publish.statements import Standing

STANDING = Standing(
    {"new": date(2026, 10, 5), "old": date(2026, 4, 1), "list": date(2026, 11, 1)},
    secondary=frozenset({"list"}),
)


def limits(source: str, **more: Any) -> LimitFact:
    more.setdefault("version", "1")
    return LimitFact(name="x", source=source, row="row 1", **more)


def able(source: str, *names: str, into: str = "", out: str = "") -> CapabilityFact:
    return CapabilityFact(
        name="x",
        source=source,
        row="row 1",
        capabilities=names,
        input_modalities=tuple(into.split()),
        output_modalities=tuple(out.split()),
    )


def test_each_limit_comes_from_the_newest_source_that_states_it() -> None:
    facts = [
        limits("old", context_window=128_000, max_output=4_096),
        limits("new", context_window=400_000),
        limits("list", max_input=272_000, max_output=8_192),
    ]
    found, conflicts = limits_of(facts, STANDING)
    assert found.context_window is not None
    assert (found.context_window.tokens, found.context_window.source) == (400_000, "new")
    assert found.max_output is not None
    assert (found.max_output.tokens, found.max_output.source) == (4_096, "old")
    assert found.max_input is not None
    assert (found.max_input.tokens, found.max_input.source) == (272_000, "list")
    assert [conflict.about for conflict in conflicts] == ["context_window", "max_output"]


def test_of_two_figures_of_one_source_the_smaller_counts() -> None:
    found, (conflict,) = limits_of(
        [limits("new", max_input=32_000), limits("new", max_input=16_000)], STANDING
    )
    assert found.max_input is not None
    assert found.max_input.tokens == 16_000
    assert [claim.value for claim in conflict.claims] == ["16,000", "32,000"]


def test_a_default_of_the_model_yields_to_the_figure_of_the_version() -> None:
    facts = [limits("list", max_output=16_384, version=None), limits("list", max_output=4_096)]
    found, conflicts = limits_of(facts, STANDING)
    assert found.max_output is not None
    assert (found.max_output.tokens, conflicts) == (4_096, ())


def test_a_mistyped_cell_is_shown_beside_the_figure_to_go_by() -> None:
    fault = ConflictFact(
        name="x",
        version="1",
        source="old",
        row="row 1",
        about="max_input",
        values=("128,00",),
        note_en="Typed wrongly.",
        note_de="Falsch geschrieben.",
    )
    found, (conflict,) = limits_of([limits("new", max_input=128_000)], STANDING, faults=[fault])
    assert found.max_input is not None
    assert [(claim.value, claim.source) for claim in conflict.claims] == [
        ("128,000", "new"),
        ("128,00", "old"),
    ]
    assert conflict.note is not None


def test_a_mistyped_cell_alone_leaves_the_limit_unknown() -> None:
    fault = ConflictFact(name="x", source="old", row="row 1", about="max_input", values=("128,00",))
    found, (conflict,) = limits_of([], STANDING, faults=[fault])
    assert found.max_input is None
    assert [claim.value for claim in conflict.claims] == ["128,00"]


@pytest.mark.parametrize(
    ("older", "disagree"),
    [
        pytest.param("2024-09-30", False, id="more exact"),
        pytest.param("2024", False, id="less exact"),
        pytest.param("2024-05-31", True, id="another month"),
    ],
)
def test_training_data_disagrees_only_about_another_time(older: str, disagree: bool) -> None:
    facts = [limits("new", training_data="2024-09"), limits("old", training_data=older)]
    found, conflicts = limits_of(facts, STANDING)
    assert found.training_data is not None
    assert (found.training_data.until, found.training_data.source) == ("2024-09", "new")
    assert bool(conflicts) is disagree


def test_capabilities_add_up_each_with_its_newest_source() -> None:
    facts = [able("list", "vision", "streaming"), able("old", "vision"), able("new", "reasoning")]
    assert [(one.id, one.source) for one in capabilities_of(facts, STANDING)] == [
        ("reasoning", "new"),
        ("streaming", "list"),
        ("vision", "old"),
    ]


def test_modalities_come_from_one_source_that_states_both_sides() -> None:
    facts = [
        able("new", into="image"),
        able("old", into="text", out="text"),
        able("old", into="image"),
        able("list", into="audio", out="audio"),
    ]
    found = modalities_of(facts, STANDING)
    assert found is not None
    assert (found.input, found.output, found.source) == (("image", "text"), ("text",), "old")


def test_modalities_nobody_states_are_unknown() -> None:
    assert modalities_of([able("new", "vision")], STANDING) is None
