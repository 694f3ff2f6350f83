# SPDX-License-Identifier: MIT
"""What a client's subscriptions tell, as the tables that page and command render."""

import pytest

from azmodels_gui.clients.told import Told
from azmodels_gui.sheets.client_told import client_answer, client_parts
from azmodels_gui.sheets.order import SheetOrder
from azmodels_gui.sheets.sheet import Mark, Part, Table
from tests.builders import TODAY
from tests.clients.answers import account, as_bytes, counter, deployment
from tests.clients.test_loads import ACCOUNTS, DAY, deployed, measured
from tests.clients.test_loads import told as told_of_files
from tests.clients.test_told import GLOBAL, MODELS, USAGE, shown


def parts(found: Told, language: str = "en") -> dict[str, Part]:
    order = SheetOrder(found.view.catalog, found.view.day, language)
    return {part.key: part for part in client_parts(found, order)}


def rows(part: Part) -> list[dict[str, str]]:
    table = part.blocks[0]
    assert isinstance(table, Table)
    heads = [column.title for column in table.columns]
    return [
        {table.stub: row.label, **dict(zip(heads, (c.text for c in row.cells), strict=True))}
        for row in table.rows
    ]


def full() -> Told:
    chat = deployment("chat", "gpt-old", "1", versionUpgradeOption="NoAutoUpgrade")
    return shown([account("contoso-ai", "eastus2")], MODELS, USAGE, [chat])


def test_a_deployment_tells_both_ends_what_happens_then_and_what_to_take() -> None:
    (row,) = rows(parts(full())["client_deployments"])
    assert row["Ends"] == row["End in the subscription's list"] != row["End as published"]
    assert row["Upgrade"] == "none: it stops with its version"
    assert row["Successor"] == "gpt-new 2"
    assert row["Successor offered there in the same way"] == "offered"
    assert row["Successor listed there in the same way"].startswith("listed on ")
    assert row["Quota for it"] == "limit 0: has to be asked for"


@pytest.mark.parametrize(("language", "words"), [("en", "asked for"), ("de", "beantragt")])
def test_quota_of_zero_is_explained_where_there_is_one(language: str, words: str) -> None:
    quota = parts(full(), language)["client_quota"]
    assert isinstance(quota.blocks[0], Table)
    zero = [row for row in quota.blocks[0].rows if row.cells[3].text == "0"]
    assert [row.cells[3].mark for row in zero] == [Mark.WARNING]
    assert words in str(quota.blocks[1])
    some = parts(shown(MODELS, [counter(GLOBAL + "old", 60, 100)]), language)
    assert len(some["client_quota"].blocks) == 1


def test_an_unlisted_successor_is_told_with_the_day_of_the_list() -> None:
    found = shown([account("contoso-ai", "eastus2")], MODELS[:1], [deployment("c", "gpt-old", "1")])
    (row,) = rows(parts(found)["client_deployments"])
    assert row["Successor listed there in the same way"].startswith("not listed on ")
    none = shown([account("contoso-ai", "eastus2")], [deployment("c", "gpt-old", "1")])
    (row,) = rows(parts(none)["client_deployments"])
    assert row["Successor listed there in the same way"] == "unknown"


def test_the_measured_month_is_told_by_deployment_and_in_sum() -> None:
    found = told_of_files(measured(), as_bytes([deployed("chat")]), ACCOUNTS)
    chat, batch = rows(parts(found)["client_loads"])
    assert chat["Per token"] == "$505.89"
    assert batch["Cheapest"] == "No list of deployments names it: its model is unknown."
    order = SheetOrder(found.view.catalog, DAY)
    assert "client_cost" not in {line.key for line in client_answer(found, order)}


def test_at_a_glance_stands_what_ends_next_and_what_quota_is_tight() -> None:
    found = full()
    order = SheetOrder(found.view.catalog, TODAY)
    told = {line.key: line for line in client_answer(found, order)}
    assert told["client_next_end"].lead.endswith(": chat")
    assert told["client_soon"].lead == "1 of 1 deployments"
    assert told["client_soon"].warning
    assert told["client_tight"].lead == "0 of 2 counters with a limit"


def test_nothing_told_has_no_tables() -> None:
    assert not parts(shown())
