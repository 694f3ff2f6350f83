# SPDX-License-Identifier: MIT
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from azmodels_gui.publish.editorial_files import EditorialFault, editorial_file
from azmodels_gui.publish.facts import Fact, NamedFact
from azmodels_gui.publish.identity import (
    AliasRule,
    Identity,
    canonical_names,
    load_aliases,
    version_conflicts,
)
from tests.publish.near_duplicates import near_duplicates


def rule(name: str, canonical: str, **more: str) -> AliasRule:
    return AliasRule(name=name, canonical=canonical, reason="for the sake of the test", **more)


IDENTITY = Identity(
    [
        rule("chat-latest", "GPT-chat-latest"),
        rule("gpt-x-turbo", "gpt-x", version="turbo-1"),
        rule("gpt-x", "gpt-x", from_version="2026-01-30", version="2026-01-31"),
        rule("oss-120b", "FW-OSS", channel="fireworks"),
    ],
    ["gpt-x", "gpt-chat-latest", "Acme-R1", "acme-r1", "oss-120b", "gpt-x-2025-12-01"],
)


@pytest.mark.parametrize(
    ("name", "version", "meant"),
    [
        pytest.param("gpt-x", None, ("gpt-x", None), id="a canonical name stays"),
        pytest.param("ACME-r1", "1", ("Acme-R1", "1"), id="case does not matter"),
        pytest.param(" Acme-R1<sup>1</sup> ", None, ("Acme-R1", None), id="nor do footnotes"),
        pytest.param("chat-latest", "2", ("gpt-chat-latest", "2"), id="an alias"),
        pytest.param("gpt-x-turbo", None, ("gpt-x", "turbo-1"), id="an alias with a version"),
        pytest.param("gpt-x-turbo", "3", ("gpt-x", "3"), id="the version of the row counts"),
        pytest.param("gpt-x", "2026-01-30", ("gpt-x", "2026-01-31"), id="a version misdated"),
        pytest.param("gpt-x", "2026-02-01", ("gpt-x", "2026-02-01"), id="another version"),
        pytest.param("gpt-x-2026-01-31", None, ("gpt-x", "2026-01-31"), id="version in the name"),
        pytest.param("gpt-x-2026-01-30", None, ("gpt-x", "2026-01-31"), id="both at once"),
        pytest.param("gpt-x-2025-12-01", None, ("gpt-x", "2025-12-01"), id="though it is a name"),
        pytest.param("new-2026-01-31", None, ("new-2026-01-31", None), id="of an unknown model"),
        pytest.param("never seen", "1", ("never seen", "1"), id="an unknown name stays"),
    ],
)
def test_a_spelling_means_one_model(
    name: str, version: str | None, meant: tuple[str, str | None]
) -> None:
    assert IDENTITY.resolve(name, version) == meant


def test_a_rule_for_one_channel_leaves_others_alone() -> None:
    assert IDENTITY.resolve("oss-120b", "1", "fireworks") == ("FW-OSS", "1")
    assert IDENTITY.resolve("oss-120b", "1", "azure_direct") == ("oss-120b", "1")
    assert IDENTITY.resolve("oss-120b", "1") == ("oss-120b", "1")


@given(name=st.text(min_size=1), version=st.none() | st.text(min_size=1))
def test_what_is_resolved_stays_as_it_is(name: str, version: str | None) -> None:
    once = IDENTITY.resolve(name, version)
    assert IDENTITY.resolve(*once) == once


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        pytest.param("chat-latest", "for the sake of the test", id="an alias"),
        pytest.param("ACME-R1", "differs in upper and lower case only", id="only case"),
        pytest.param("gpt-x-2026-01-31", "the version is written into the name", id="version"),
        pytest.param("gpt-x", "", id="the name itself"),
        pytest.param("never seen", "", id="an unknown name"),
    ],
)
def test_each_other_spelling_has_its_reason(name: str, reason: str) -> None:
    assert IDENTITY.reason(name) == reason


def named(name: str, source: str, version: str | None = None) -> NamedFact:
    return NamedFact(name=name, version=version, source=source, row="row 1")


def test_the_spelling_of_the_preferred_source_comes_first() -> None:
    facts: list[Fact] = [named("acme-r1", "list"), named("Acme-R1", "schedule"), named("b", "a")]
    assert canonical_names(facts, ["schedule"]) == ("Acme-R1", "b", "acme-r1")


def test_a_version_that_sources_date_differently_is_a_conflict() -> None:
    facts: list[Fact] = [
        named("gpt-x", "tables", "2026-01-30"),
        named("gpt-x", "schedule", "2026-01-31"),
        named("gpt-x-turbo", "list"),
        named("Acme-R1", "tables", "1"),
    ]
    found = version_conflicts(facts, IDENTITY, {"schedule": date(2026, 10, 5)})
    assert list(found) == [("gpt-x", "2026-01-31")]
    (conflict,) = found.values()
    assert [(one.value, one.source) for one in conflict.claims] == [
        ("2026-01-31", "schedule"),
        ("2026-01-30", "tables"),
    ]


def test_names_that_look_alike_are_found() -> None:
    names = ["FW-Kimi-K2.5", "Kimi K2.5", "gpt-x", "GPT X", "gpt-y", "R+", "r-plus"]
    assert near_duplicates(names) == [
        ("GPT X", "gpt-x"),
        ("FW-Kimi-K2.5", "Kimi K2.5"),
        ("R+", "r-plus"),
    ]


@pytest.mark.parametrize(
    ("table", "fault"),
    [
        pytest.param(
            '[[alias]]\nname = "a"\nis = "b"\nreason = "long enough"\n' * 2,
            "explained twice",
            id="a name has two meanings",
        ),
        pytest.param(
            '[[alias]]\nname = "a"\nis = "b"\nreason = "long enough"\n'
            '[[alias]]\nname = "b"\nis = "c"\nreason = "long enough"\n',
            "itself an alias",
            id="a chain of aliases",
        ),
        pytest.param(
            '[[alias]]\nname = "a"\nis = "b"\nfrom_version = "1"\nreason = "long enough"\n',
            "needs the version",
            id="a version that means none",
        ),
        pytest.param('[[alias]]\nname = "a"\nis = "b"\n', "reason", id="no reason"),
        pytest.param(
            '[[alias]]\nname = "a"\nto = "b"\nreason = "long enough"\n', "to", id="a misspelled key"
        ),
    ],
)
def test_a_faulty_alias_table_is_refused(tmp_path: Path, table: str, fault: str) -> None:
    path = tmp_path / "aliases.toml"
    path.write_text(table)
    with pytest.raises(EditorialFault, match=fault):
        load_aliases(path)


def test_the_reviewed_aliases_load() -> None:
    table = load_aliases(editorial_file("aliases.toml"))
    assert Identity(table.alias, ()).resolve("grok-4.1-fast-reasoning", None) == (
        "grok-4-1-fast-reasoning",
        None,
    )
