# SPDX-License-Identifier: MIT
from azmodels_gui.publish.facts import LimitFact, NamedFact
from azmodels_gui.publish.ground import group_facts
from azmodels_gui.publish.identity import AliasRule, Identity

RULE = {"name": "Old-Name", "is": "new-name", "version": "1", "reason": "renamed in June"}
ONE_ALIAS = Identity([AliasRule.model_validate(RULE)], ())


def named(name: str, version: str | None, source: str = "page") -> NamedFact:
    return NamedFact(name=name, version=version, source=source, row="1")


def test_other_spellings_are_one_model_and_are_remembered() -> None:
    (group,) = group_facts([named("new-name", "2"), named("Old-Name", None, "list")], ONE_ALIAS)
    assert group.id == "new-name"
    assert group.versions() == ["1", "2"]
    assert group.spellings == {"Old-Name": "list"}


def test_a_model_without_any_version_has_one_empty_version() -> None:
    (group,) = group_facts([named("a", None)], ONE_ALIAS)
    assert group.versions() == [""]


def test_a_fact_without_version_counts_for_every_version() -> None:
    limit = LimitFact(name="a", source="limits", row="1", context_window=10)
    (group,) = group_facts([named("a", "1"), named("a", "2"), limit], ONE_ALIAS)
    assert group.of(LimitFact, "2") == [limit]
    assert group.named_by("1") == ("limits", "page")
    assert [fact.version for fact in group.of(NamedFact, "2")] == ["2"]


def test_models_are_sorted_by_name_whatever_the_case() -> None:
    groups = group_facts([named("b", "1"), named("C", "1"), named("A", "1")], ONE_ALIAS)
    assert [group.id for group in groups] == ["A", "b", "C"]


def test_a_source_without_version_proves_nothing_about_one_of_several() -> None:
    facts = [named("a", "1"), named("a", "2", "new page"), named("a", None, "old page")]
    (group,) = group_facts(facts, ONE_ALIAS)
    assert group.surely_named_by("2") == ("new page",)


def test_a_source_without_version_means_the_only_one() -> None:
    facts = [named("a", "1"), named("a", None, "old page")]
    (group,) = group_facts(facts, ONE_ALIAS)
    assert group.surely_named_by("1") == ("old page", "page")
