# SPDX-License-Identifier: MIT
from pathlib import Path

from azmodels_gui.publish.fact_tables import read_priority_processing
from azmodels_gui.publish.facts import CapabilityFact, NamedFact, NoteFact
from tests.publish.sample_pages import of, read_text, refusals

TARGETS = """## Latency target

| Model | Latency target value |
| --- | --- |
"""


def test_a_row_names_the_version_and_its_latency_target(tmp_path: Path) -> None:
    facts, _ = read_text(
        read_priority_processing, tmp_path, TARGETS + "| gpt-x, 2026-01-31 | 99% > 80 TPS |"
    )
    assert [(fact.name, fact.version) for fact in of(NamedFact, facts)] == [("gpt-x", "2026-01-31")]
    assert [fact.capabilities for fact in of(CapabilityFact, facts)] == [("priority-processing",)]
    (note,) = of(NoteFact, facts)
    assert "more than 80 tokens per second for 99% of requests" in note.note_en
    assert "99 % der Anfragen mit mehr als 80 Token pro Sekunde" in note.note_de


def test_a_footnote_says_from_which_length_priority_ends(tmp_path: Path) -> None:
    text = (
        f"{TARGETS}| gpt-x, 2026-01-31<sup>1</sup> | 99% > 80 TPS |\n\n"
        "<sup>1</sup> Requests above **128k prompt tokens** are served as standard.\n"
    )
    facts, _ = read_text(read_priority_processing, tmp_path, text)
    assert [note.note_en for note in of(NoteFact, facts)][1:] == [
        "gpt-x 2026-01-31: prompts above 128,000 tokens get no priority; "
        "they are served and billed as standard."
    ]


def test_rows_that_cannot_be_read_and_other_tables_are_refused(tmp_path: Path) -> None:
    text = f"{TARGETS}| gpt-x | 99% > 80 TPS |\n| gpt-x, 1 | fast |\n\n| Issue |\n| --- |\n| x |\n"
    facts, ledger = read_text(read_priority_processing, tmp_path, text)
    assert facts == []
    assert [reason for _, reason in refusals(ledger)] == [
        "model, version or latency target cannot be read",
        "model, version or latency target cannot be read",
        "how requests are served, no fact about a model",
    ]
