# SPDX-License-Identifier: MIT
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from azmodels_gui.publish.cells import UnreadableCell
from azmodels_gui.publish.facts import AnyFact, NoteFact, QuotaFact
from azmodels_gui.publish.ledger import Ledger
from azmodels_gui.publish.quotas import read_quotas, read_rate, read_scaled

TIER = """
# [Tier 0](#tab/tier0)
### Tier 0

| Model Name | Deployment Type | Requests Per Minute (RPM) | Tokens Per Minute (TPM) |
| --- | --- | --- | --- |
"""
LIMITS = """
| Limit name | Limit value |
| --- | --- |
"""


def read(folder: Path, text: str) -> tuple[list[AnyFact], list[str]]:
    """Return the facts of a page and the reasons of the rows that gave none."""
    page = folder / "page.md"
    page.write_text(text, encoding="utf-8")
    ledger = Ledger()
    facts = list(read_quotas(page, "quotas", ledger))
    ledger.close()
    return facts, [row.reason for row in ledger.refused()]


def quotas(facts: list[AnyFact]) -> list[QuotaFact]:
    return [fact for fact in facts if isinstance(fact, QuotaFact)]


@pytest.mark.parametrize(
    ("cell", "requests", "period_s"),
    [
        pytest.param("1,000", 1000, 60, id="a plain number is per minute"),
        pytest.param("300 / 10s", 300, 10, id="another period is named"),
        pytest.param("30000 / 10s", 30000, 10, id="thousands may come without a comma"),
        pytest.param("2^1^", 2, 60, id="a footnote mark is no digit"),
        pytest.param("-", None, 60, id="a dash states nothing"),
    ],
)
def test_requests_keep_the_period_they_are_counted_in(
    cell: str, requests: int | None, period_s: int
) -> None:
    assert read_rate(cell) == (requests, period_s)


@pytest.mark.parametrize(
    ("cell", "number"),
    [
        pytest.param("5B", 5_000_000_000, id="billions"),
        pytest.param("1.5B", 1_500_000_000, id="a fraction of billions"),
        pytest.param("5 M", 5_000_000, id="with a space"),
        pytest.param("90K", 90_000, id="thousands"),
        pytest.param("N/A", None, id="nothing stated"),
    ],
)
def test_short_numbers_are_written_out(cell: str, number: int | None) -> None:
    assert read_scaled(cell) == number


@given(thousands=st.integers(1, 10**6))
def test_a_short_number_is_exact(thousands: int) -> None:
    assert read_scaled(f"{thousands}K") == thousands * 1000


@pytest.mark.parametrize("cell", ["0.0001K", "many", "5G"])
def test_what_is_no_whole_number_is_an_error(cell: str) -> None:
    with pytest.raises(UnreadableCell):
        read_scaled(cell)


def test_a_tier_row_is_a_quota(tmp_path: Path) -> None:
    facts, refused = read(tmp_path, TIER + "| gpt-x-image | DataZoneStandard | 1000 / 10s | - |")
    assert facts == [
        QuotaFact(
            name="gpt-x-image",
            source="quotas",
            row="Tier 0, row 1",
            deployment_type="DataZoneStandard",
            tier="0",
            requests=1000,
            request_period_s=10,
        )
    ]
    assert refused == []


@pytest.mark.parametrize("style", ["^{}^", "<sup>{}</sup>"])
def test_footnotes_tell_versions_apart(style: str, tmp_path: Path) -> None:
    one, two = style.format(1), style.format(2)
    text = (
        f"Versions `2026-01-01`, and `2026-02-01`{one} of `gpt-x` are slow. "
        f"Version `2026-03-01`{two} is not.\n{TIER}"
        f"| gpt-x{one} | GlobalStandard | 10 | 1,000 |\n"
        f"| gpt-x{two} | GlobalStandard | 20 | 1,000 |\n"
    )
    facts, refused = read(tmp_path, text)
    assert [(fact.version, fact.requests) for fact in quotas(facts)] == [
        ("2026-01-01", 10),
        ("2026-02-01", 10),
        ("2026-03-01", 20),
    ]
    assert refused == []


@pytest.mark.parametrize(
    ("rows", "given", "reason"),
    [
        pytest.param(
            "| gpt-x | Standard | 9 | 128,00 |",
            0,
            "unreadable figure '128,00'",
            id="a number grouped wrongly is not repaired",
        ),
        pytest.param(
            "| gpt-x^1^ | Standard | 9 | 1,000 |",
            0,
            "a footnote tells versions apart, and this page does not explain it",
            id="a footnote without explanation",
        ),
        pytest.param(
            "| gpt-x | Standard | 9 | 1,000 |\n| gpt-x | Standard | 9 | 1,000 |",
            1,
            "repeats the row at Tier 0, row 1",
            id="the same row again",
        ),
    ],
)
def test_a_tier_row_that_says_nothing_new_is_refused(
    rows: str, given: int, reason: str, tmp_path: Path
) -> None:
    facts, refused = read(tmp_path, TIER + rows)
    assert len(facts) == given
    assert refused == [reason]


def test_a_row_that_contradicts_an_earlier_one_is_kept(tmp_path: Path) -> None:
    rows = "| gpt-x | Standard | 9 | 1,000 |\n| gpt-x | Standard | 8 | 1,000 |"
    facts, refused = read(tmp_path, TIER + rows)
    assert [fact.requests for fact in quotas(facts)] == [9, 8]
    assert refused == []


def test_batch_quotas_go_by_subscription(tmp_path: Path) -> None:
    text = (
        "## Batch quota\n\n### Data zone batch\n\n"
        "| Model | Enterprise | Free trials |\n| --- | --- | --- |\n| `gpt-x` | 1.5B | N/A |\n"
    )
    facts, _ = read(tmp_path, text)
    assert [
        (fact.deployment_type, fact.tier, fact.enqueued_tokens, fact.note) for fact in quotas(facts)
    ] == [
        ("DataZoneBatch", "Enterprise", 1_500_000_000, ""),
        ("DataZoneBatch", "Free trials", None, "N/A"),
    ]


def test_a_table_without_deployment_types_leaves_them_open(tmp_path: Path) -> None:
    text = (
        "| Model | Tokens per minute (TPM) | Requests per minute (RPM) |\n"
        "| --- | --- | --- |\n| `oss-x` | 5 M | 5 K |\n"
    )
    (fact,) = quotas(read(tmp_path, text)[0])
    assert (fact.deployment_type, fact.tier) == (None, "default")
    assert (fact.tpm, fact.requests) == (5_000_000, 5_000)


@pytest.mark.parametrize(
    ("row", "name", "requests", "note"),
    [
        pytest.param(
            "| Default GPT-image-9 quota limits | 9 requests per minute |",
            "GPT-image-9",
            9,
            "",
            id="a default quota",
        ),
        pytest.param(
            "| Default Film 2 quota limits | 2 job requests^1^ per minute. |",
            "Film 2",
            2,
            "job requests",
            id="only jobs count",
        ),
    ],
)
def test_a_default_limit_of_a_model_is_a_quota(
    row: str, name: str, requests: int, note: str, tmp_path: Path
) -> None:
    (fact,) = quotas(read(tmp_path, LIMITS + row)[0])
    assert (fact.name, fact.tier, fact.deployment_type) == (name, "default", None)
    assert (fact.requests, fact.note) == (requests, note)


@pytest.mark.parametrize(
    ("row", "about"),
    [
        pytest.param(
            "| `GPT-x` and `GPT-y` maximum images per request (of a chat) | 50. |",
            [("GPT-x", None), ("GPT-y", None)],
            id="images per request",
        ),
        pytest.param(
            "| `GPT-x sees` and `GPT-x turbo` default maximum tokens "
            "| 16. Set `max_tokens`. `GPT-y` maximum tokens defaults to 4,096. |",
            [("GPT-x", "sees"), ("GPT-x", "turbo"), ("GPT-y", None)],
            id="default length of answers",
        ),
    ],
)
def test_other_limits_of_models_become_notes(
    row: str, about: list[tuple[str, str | None]], tmp_path: Path
) -> None:
    facts, refused = read(tmp_path, LIMITS + row)
    notes = [fact for fact in facts if isinstance(fact, NoteFact)]
    assert [(fact.name, fact.version) for fact in notes] == about
    assert refused == []


def test_numbers_in_german_notes_are_written_the_german_way(tmp_path: Path) -> None:
    row = (
        "| `GPT-x a` and `GPT-x b` default maximum tokens "
        "| 16. `GPT-y` maximum tokens defaults to 4,096. |"
    )
    notes = [fact for fact in read(tmp_path, LIMITS + row)[0] if isinstance(fact, NoteFact)]
    assert "4,096" in notes[-1].note_en
    assert "4.096" in notes[-1].note_de


def test_a_usage_tier_counts_models_named_together(tmp_path: Path) -> None:
    text = (
        "| Model | Usage tiers per month |\n| --- | --- |\n"
        "| `gpt-x` + `gpt-x-32k` (all versions) | 6 billion tokens |\n| `gpt-y` | lots |\n"
    )
    facts, refused = read(tmp_path, text)
    notes = [fact for fact in facts if isinstance(fact, NoteFact)]
    assert [fact.name for fact in notes] == ["gpt-x", "gpt-x-32k"]
    assert all("6 billion tokens (gpt-x and gpt-x-32k together)" in fact.note_en for fact in notes)
    assert refused == ["unreadable figure 'lots'"]


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        pytest.param(
            LIMITS + "| Messages | 2,048. |",
            "limit of the service, not of a model",
            id="a limit of the service",
        ),
        pytest.param(
            LIMITS + "| Default Film quota limits | plenty |",
            "unreadable figure 'plenty'",
            id="a default quota in unknown words",
        ),
        pytest.param(
            LIMITS + "| `GPT-x a` and `GPT-x b` default maximum tokens | 16. |",
            "unreadable figure '16.'",
            id="half of the defaults is missing",
        ),
        pytest.param(
            "| Colour | Taste |\n| --- | --- |\n| red | sweet |",
            "not a quota table",
            id="a table about something else",
        ),
    ],
)
def test_a_row_about_no_model_is_refused(text: str, reason: str, tmp_path: Path) -> None:
    facts, refused = read(tmp_path, text)
    assert facts == []
    assert refused == [reason]


TIER_ROWS = 6 * 79 + 4


def test_the_real_quota_page_is_read_to_the_last_row(sources_dir: Path) -> None:
    """The two gpt-chat-latest rows of a tier stand for four versions."""
    ledger = Ledger()
    path = sources_dir / "azure-ai-docs/rendered/quotas-limits.learn-2026-08-20.md"
    facts = list(read_quotas(path, "quotas", ledger))
    tiers = [fact for fact in quotas(facts) if fact.tier.isdigit()]
    assert ledger.totals() == {"quotas": (568, 536, 32)}
    assert len(tiers) == TIER_ROWS + 6 * 2
    assert {fact.tier for fact in tiers} == {"0", "1", "2", "3", "4", "5", "6"}
    assert len([fact for fact in quotas(facts) if fact.enqueued_tokens]) == (16 + 10) * 4 - 6
    assert {row.reason for row in ledger.refused()} == {"limit of the service, not of a model"}


def test_the_real_tier_1_page_loses_only_rows_with_unexplained_footnotes(
    sources_dir: Path,
) -> None:
    ledger = Ledger()
    folder = sources_dir / "azure-ai-docs/articles/foundry/openai/includes/quota-tier"
    facts = quotas(list(read_quotas(folder / "tier-1.md", "tier-1", ledger)))
    assert ledger.totals() == {"tier-1": (87, 85, 2)}
    assert {fact.tier for fact in facts} == {"1"}
    assert {fact.name for fact in facts} >= {"gpt-6-astra", "gpt-6-luna", "gpt-6-sol"}
