# SPDX-License-Identifier: MIT
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from azmodels_gui.catalog.document import (
    Alias,
    CapabilityKind,
    Catalog,
    Family,
    GeneralFact,
    Modalities,
    Model,
    NamedSuccessor,
    Note,
    Provider,
    Recommendation,
    Source,
    UseCase,
)
from azmodels_gui.catalog.facts import (
    Capability,
    Conflict,
    FineTuningLifecycle,
    Lifecycle,
    Limits,
    ModelVersion,
    PtuParameters,
    PtuPrice,
    Quota,
    ScopeSizing,
    TokenLimit,
    TokenWeight,
)
from azmodels_gui.catalog.terms import ContextBand, Scope, Term, TokenCategory
from azmodels_gui.publish.check import Severity, check_catalog
from tests.builders import REGIONS, TODAY, catalog, model, offer, price, text, version

INPUT = TokenWeight(category=TokenCategory.INPUT, weight=Decimal(1))
JANUARY, MARCH, JUNE = date(2026, 1, 1), date(2026, 3, 1), date(2026, 6, 1)


def found(one: Catalog, **more: Any) -> list[tuple[str, str]]:
    """Return severity and place of each fault."""
    return [(fault.severity.value, fault.path) for fault in check_catalog(one, **more)]


def told(one: Catalog) -> list[str]:
    return [str(fault.why) for fault in check_catalog(one)]


def sizing(minimum: int = 15, increment: int = 5) -> ScopeSizing:
    return ScopeSizing(scope=Scope.GLOBAL, minimum_ptu=minimum, scale_increment=increment)


def ptu(**more: Any) -> PtuParameters:
    given: dict[str, Any] = {
        "input_tpm_per_ptu": 10,
        "weights": (INPUT,),
        "sizing": (sizing(),),
    } | more
    return PtuParameters(source="types", **given)


def quota(**more: Any) -> Quota:
    return Quota(**({"deployment_type": "Standard", "tier": "1", "source": "types"} | more))


def with_version(**more: Any) -> Catalog:
    return catalog(model("gpt-x", version("1", **more)))


def with_lifecycle(lifecycle: Lifecycle) -> Catalog:
    return catalog(model("gpt-x", ModelVersion(version="1", lifecycle=lifecycle)))


def with_model(**more: Any) -> Catalog:
    return catalog(model("gpt-x", version("1"), **more))


def general(**more: Any) -> Catalog:
    told: dict[str, Any] = {"answer": text("Yes."), "source": "types"} | more
    return catalog(
        general_facts=(GeneralFact(id="kept", topic="storage", question=text("Kept?"), **told),)
    )


def test_a_sound_catalogue_has_no_faults() -> None:
    sound = catalog(
        model(
            "gpt-x",
            version("1", offers=[offer("Standard", "eastus2", covered=("eastus2",))]),
            prices=(price("1"), price("2", TokenCategory.OUTPUT)),
            quotas=(quota(requests=1),),
            ptu=(ptu(),),
        )
    )
    assert check_catalog(sound, today=TODAY) == []


@pytest.mark.parametrize(
    ("one", "path"),
    [
        pytest.param(
            with_version(offers=[offer("Standard", "atlantis")]),
            "models[0].versions[0].offers[0].available[0]",
            id="a region of an offer",
        ),
        pytest.param(
            with_version(offers=[offer("Standard", covered=("eastus2", "atlantis"))]),
            "models[0].versions[0].offers[0].covered[1]",
            id="a region that is covered",
        ),
        pytest.param(
            with_version(offers=[offer("Standard", disputed=("atlantis",))]),
            "models[0].versions[0].offers[0].disputed[0]",
            id="a region in dispute",
        ),
        pytest.param(
            with_version(capabilities=(Capability(id="flying", source="types"),)),
            "models[0].versions[0].capabilities[0].id",
            id="a capability",
        ),
        pytest.param(
            with_version(named_by=("hearsay",)),
            "models[0].versions[0].named_by[0]",
            id="a source among several",
        ),
        pytest.param(
            with_lifecycle(Lifecycle(source="hearsay")),
            "models[0].versions[0].lifecycle.source",
            id="the source of a fact",
        ),
        pytest.param(
            with_model(use_cases=("chat", "dancing")), "models[0].use_cases[1]", id="a use case"
        ),
        pytest.param(with_model(provider="nobody"), "models[0].provider", id="a provider"),
        pytest.param(with_model(family="none"), "models[0].family", id="a family"),
        pytest.param(
            with_model(quotas=(quota(deployment_type="Cloud", requests=1),)),
            "models[0].quotas[0].deployment_type",
            id="a deployment type",
        ),
        pytest.param(
            with_model(prices=(price("1", data_zone="MARS"),)),
            "models[0].prices[0].data_zone",
            id="a data zone",
        ),
        pytest.param(
            with_model(ptu=(ptu(data_zones=("MARS",)),)),
            "models[0].ptu[0].data_zones[0]",
            id="one of several data zones",
        ),
        pytest.param(
            with_model(prices=(price("1", versions=("1", "9")),)),
            "models[0].prices[0].versions",
            id="a version a price is for",
        ),
        pytest.param(
            catalog(conflicts=(Conflict(about="data_zone", claims=(), regions=("atlantis",)),)),
            "conflicts[0].regions[0]",
            id="a region of a conflict",
        ),
        pytest.param(
            general(source="hearsay"), "general_facts[0].source", id="the source of a general fact"
        ),
        pytest.param(general(source=None), "general_facts[0].source", id="an answer without one"),
        pytest.param(
            general(channels=("azure_openai", "kiosk")),
            "general_facts[0].channels[1]",
            id="a channel",
        ),
        pytest.param(general(providers=("nobody",)), "general_facts[0].providers[0]", id="a maker"),
        pytest.param(general(hosts=("azure", "nobody")), "general_facts[0].hosts[1]", id="a host"),
        pytest.param(
            general(stages=("preview", "soon")), "general_facts[0].stages[1]", id="a stage"
        ),
    ],
)
def test_a_reference_to_nothing_is_an_error(one: Catalog, path: str) -> None:
    assert found(one) == [("error", path)]


def recommending(name: str) -> Catalog:
    use_case = UseCase(
        id="chat",
        name=text("Chat"),
        recommendations=(Recommendation(models=(name,), source="types"),),
    )
    known = model("gpt-x", version("1"), aliases=(Alias(name="GPT X"),))
    return catalog(known, use_cases=(use_case,))


def replaced_by(name: str) -> Catalog:
    lifecycle = Lifecycle(replacements=(name,), source="schedule")
    old = model("old", ModelVersion(version="1", lifecycle=lifecycle))
    return catalog(old, model("gpt-x", version("1"), aliases=(Alias(name="GPT X"),)))


def succeeded_by(name: str) -> Catalog:
    named = NamedSuccessor(model="old", successor=name, reason=text("Newer."), source="types")
    known = model("gpt-x", version("1"), aliases=(Alias(name="GPT X"),))
    return catalog(known, successors=(named,))


@pytest.mark.parametrize(
    ("name", "faults"),
    [
        pytest.param("gpt-x", 0, id="a model"),
        pytest.param("gpt x", 0, id="an alias in other letters"),
        pytest.param("GPT-X (2026-01-01)", 0, id="a model and a version"),
        pytest.param("gpt-xl", 1, id="a longer name is another model"),
        pytest.param("x", 1, id="the end of a name"),
    ],
)
@pytest.mark.parametrize(
    ("place", "made"),
    [
        pytest.param("replacements", replaced_by, id="as a replacement"),
        pytest.param("models", recommending, id="in advice"),
        pytest.param("successor", succeeded_by, id="as our own successor"),
    ],
)
def test_a_model_nobody_knows_is_a_warning(
    name: str, faults: int, place: str, made: Callable[[str], Catalog]
) -> None:
    one = made(name)
    assert [severity for severity, path in found(one) if place in path] == ["warning"] * faults


@pytest.mark.parametrize(
    ("one", "path"),
    [
        pytest.param(
            with_model(prices=(price("1", regions=("atlantis",)),)),
            "models[0].prices[0].regions[0]",
            id="of a price",
        ),
        pytest.param(
            catalog(regions=(REGIONS[0].but(paired_region="atlantis"),)),
            "regions[0].paired_region",
            id="paired with another",
        ),
    ],
)
def test_a_region_that_is_only_shown_may_be_unlisted(one: Catalog, path: str) -> None:
    assert found(one) == [("warning", path)]


@pytest.mark.parametrize(
    ("more", "path"),
    [
        pytest.param(
            {"providers": (Provider(id="openai", name="A"), Provider(id="openai", name="B"))},
            "providers[1].id",
            id="a provider",
        ),
        pytest.param(
            {
                "families": tuple(
                    Family(id="gpt", name=name, provider="openai", summary=text("s"))
                    for name in "ab"
                )
            },
            "families[1].id",
            id="a family",
        ),
        pytest.param(
            {"capabilities": (CapabilityKind(id="vision", name=text("Vision")),) * 2},
            "capabilities[1].id",
            id="a capability",
        ),
        pytest.param(
            {"general_facts": (GeneralFact(id="kept", topic="storage", question=text("?")),) * 2},
            "general_facts[1].id",
            id="a general fact",
        ),
        pytest.param(
            {
                "successors": tuple(
                    NamedSuccessor(model=name, reason=text("None."), source="types")
                    for name in ("gpt-x", "GPT-X")
                )
            },
            "successors[1].model",
            id="two successors of one model",
        ),
    ],
)
def test_an_id_that_comes_twice_is_an_error(more: dict[str, Any], path: str) -> None:
    assert found(catalog(**more)) == [("error", path)]


@pytest.mark.parametrize(
    ("prices", "expected"),
    [
        pytest.param([price("1"), price("2")], ["error"], id="two amounts"),
        pytest.param([price("1"), price("1")], ["warning"], id="the same amount again"),
        pytest.param(
            [price("1", secondary=True), price("2", secondary=True)],
            ["warning"],
            id="two amounts in a list that restates others",
        ),
        pytest.param(
            [price("1", effective_until=JUNE), price("2", effective_from=JUNE)],
            ["error"],
            id="the last day of one is the first of the other",
        ),
        pytest.param(
            [price("1", effective_until=MARCH), price("2", effective_from=JUNE)],
            [],
            id="one after the other",
        ),
        pytest.param(
            [price("1", regions=("eastus2",)), price("2", regions=("japaneast",))],
            [],
            id="elsewhere",
        ),
        pytest.param(
            [price("1", regions=("eastus2", "japaneast")), price("2", regions=("japaneast",))],
            ["error"],
            id="a region in common",
        ),
        pytest.param(
            [price("1", versions=("1",)), price("2", versions=("2",))], [], id="another version"
        ),
        pytest.param(
            [price("1"), price("2", versions=("2",))], [], id="a version against all versions"
        ),
        pytest.param(
            [price("1", context_band=ContextBand.SHORT), price("2", context_band=ContextBand.LONG)],
            [],
            id="another context band",
        ),
        pytest.param(
            [price("1"), price("2").but(source="types")],
            [],
            id="another source",
        ),
    ],
)
def test_one_source_states_one_price_at_a_time(prices: list[Any], expected: list[str]) -> None:
    versions = version("1"), version("2")
    one = catalog(model("gpt-x", *versions, prices=prices))
    assert [severity for severity, _ in found(one)] == expected


@pytest.mark.parametrize(
    ("cheap", "dear", "message"),
    [
        pytest.param(
            TokenCategory.INPUT,
            TokenCategory.OUTPUT,
            "output costs less than input: 1 against 2 in models[0].prices[0]",
            id="output",
        ),
        pytest.param(
            TokenCategory.CACHED_INPUT,
            TokenCategory.INPUT,
            "input costs less than cached input: 1 against 2 in models[0].prices[0]",
            id="cached input",
        ),
        pytest.param(
            TokenCategory.CACHED_AUDIO_INPUT,
            TokenCategory.AUDIO_INPUT,
            "audio input costs less than cached audio input: 1 against 2 in models[0].prices[0]",
            id="cached audio",
        ),
    ],
)
def test_an_unusual_ratio_of_prices_is_a_warning(
    cheap: TokenCategory, dear: TokenCategory, message: str
) -> None:
    one = with_model(prices=(price("2", cheap), price("1", dear)))
    assert told(one) == [message]
    assert found(one) == [("warning", "models[0].prices[1].amount")]


@pytest.mark.parametrize(
    ("name", "more"),
    [
        pytest.param("gpt-x", {"modalities": None}, id="modalities unknown, name says nothing"),
        pytest.param("text-embedding-x", {"modalities": None}, id="by its name"),
        pytest.param(
            "gpt-x",
            {"modalities": Modalities(output=("embedding",), source="types")},
            id="by its output",
        ),
    ],
)
def test_embeddings_may_have_cheap_output(name: str, more: dict[str, Any]) -> None:
    prices = (price("2"), price("1", TokenCategory.OUTPUT))
    one = catalog(model(name, version("1"), prices=prices, **more))
    expected = 1 if name == "gpt-x" and more["modalities"] is None else 0
    assert len(check_catalog(one)) == expected


def hourly(**more: Any) -> Catalog:
    fields = {"product": "P", "scope": Scope.GLOBAL, "term": Term.HOUR, "source": "prices"} | more
    return catalog(ptu_prices=(PtuPrice(**fields),))


@pytest.mark.parametrize(
    ("one", "path"),
    [
        pytest.param(
            with_model(prices=(price("0"),)), "models[0].prices[0].amount", id="a price of zero"
        ),
        pytest.param(hourly(amount=Decimal(0)), "ptu_prices[0].amount", id="PTU for nothing"),
        pytest.param(
            hourly(amount=Decimal(1), effective_from=JUNE, effective_until=MARCH),
            "ptu_prices[0].effective_until",
            id="a price that ends before it begins",
        ),
        pytest.param(
            with_lifecycle(
                Lifecycle(deprecation_date=JUNE, retirement_date=MARCH, source="schedule")
            ),
            "models[0].versions[0].lifecycle.deprecation_date",
            id="deprecated after it is retired",
        ),
        pytest.param(
            with_lifecycle(
                Lifecycle(
                    fine_tuning=FineTuningLifecycle(
                        training_retirement=JUNE, deployment_retirement=MARCH, source="schedule"
                    ),
                    source="schedule",
                )
            ),
            "models[0].versions[0].lifecycle.fine_tuning.training_retirement",
            id="training outlives deployments",
        ),
        pytest.param(
            with_version(offers=[offer("Standard", "eastus2", covered=("japaneast",))]),
            "models[0].versions[0].offers[0].available[0]",
            id="offered where the sources do not look",
        ),
        pytest.param(
            with_model(quotas=(quota(tpm=0),)), "models[0].quotas[0].tpm", id="a quota of zero"
        ),
        pytest.param(
            with_model(quotas=(quota(tpm=1), quota(tpm=2))), "models[0].quotas", id="a quota twice"
        ),
        pytest.param(
            with_model(ptu=(ptu(input_tpm_per_ptu=0),)),
            "models[0].ptu[0].input_tpm_per_ptu",
            id="PTU that carry nothing",
        ),
        pytest.param(
            with_model(ptu=(ptu(weights=()),)),
            "models[0].ptu[0].weights",
            id="input weighs nothing",
        ),
        pytest.param(
            with_model(ptu=(ptu(weights=(INPUT, INPUT)),)),
            "models[0].ptu[0].weights",
            id="a weight twice",
        ),
        pytest.param(
            with_model(ptu=(ptu(sizing=(sizing(), sizing(10))),)),
            "models[0].ptu[0].sizing",
            id="a scope twice",
        ),
        pytest.param(
            with_model(ptu=(ptu(sizing=(sizing(15, 0),)),)),
            "models[0].ptu[0].sizing[0]",
            id="no increment",
        ),
        pytest.param(with_model(ptu=(ptu(), ptu())), "models[0].ptu", id="parameters twice"),
        pytest.param(
            catalog(notes=(Note(text=text("Only English", " "), source="types"),)),
            "notes[0].text",
            id="a text in one language",
        ),
        pytest.param(
            with_version(limits=Limits(max_output=TokenLimit(tokens=0, source="types"))),
            "models[0].versions[0].limits.max_output.tokens",
            id="a limit of zero",
        ),
    ],
)
def test_what_cannot_be_meant_is_an_error(one: Catalog, path: str) -> None:
    assert found(one) == [("error", path)]


@pytest.mark.parametrize(
    ("one", "path"),
    [
        pytest.param(
            with_model(ptu=(ptu(sizing=(sizing(25, 50),)),)),
            "models[0].ptu[0].sizing[0].minimum_ptu",
            id="a minimum between the steps",
        ),
        pytest.param(
            with_model(ptu=(ptu(sizing=()),)), "models[0].ptu[0].sizing", id="PTU nowhere"
        ),
        pytest.param(with_model(quotas=(quota(),)), "models[0].quotas[0]", id="an empty quota"),
        pytest.param(
            with_version(
                limits=Limits(
                    context_window=TokenLimit(tokens=10, source="types"),
                    max_output=TokenLimit(tokens=11, source="types"),
                )
            ),
            "models[0].versions[0].limits.max_output",
            id="an answer longer than the context",
        ),
        pytest.param(catalog(serial=20260101001), "serial", id="a serial of another day"),
        pytest.param(
            catalog(sources=(Source(id="types", title="T", as_of="2027-01"),)),
            "sources[0].as_of",
            id="a source from the future",
        ),
    ],
)
def test_what_is_odd_is_a_warning(one: Catalog, path: str) -> None:
    assert ("warning", path) in found(one)
    assert Severity.ERROR not in {
        fault.severity for fault in check_catalog(one) if fault.path == path
    }


def test_a_quota_that_only_says_not_available_is_no_fault() -> None:
    assert check_catalog(with_model(quotas=(quota(note="N/A"),))) == []


@pytest.mark.parametrize(
    ("today", "faults"),
    [
        pytest.param(None, [], id="no day given"),
        pytest.param(TODAY, [], id="published today"),
        pytest.param(JANUARY, [("error", "published")], id="published in the future"),
    ],
)
def test_publication_is_compared_with_today(
    today: date | None, faults: list[tuple[str, str]]
) -> None:
    assert found(catalog(), today=today) == faults


def test_errors_come_before_warnings() -> None:
    one = catalog(
        model("gpt-x", version("1"), prices=(price("0"),), ptu=(ptu(sizing=(sizing(25, 50),)),)),
        serial=1,
    )
    severities = [severity for severity, _ in found(one)]
    assert severities == ["error", "warning", "warning"]


starts = st.dates(JANUARY, JUNE)
spans = st.tuples(starts, starts).map(sorted)


@given(one=spans, other=spans)
def test_two_prices_clash_exactly_on_days_they_share(one: list[date], other: list[date]) -> None:
    prices = [
        price(amount, effective_from=span[0], effective_until=span[1])
        for amount, span in (("1", one), ("2", other))
    ]
    days = {one[0], other[0]}
    shared = any(all(item.in_force_on(day) for item in prices) for day in days)
    built: Model = model("gpt-x", version("1"), prices=prices)
    assert bool(check_catalog(catalog(built))) == shared


@pytest.mark.parametrize("day", ["0000", "2026-13", "2026-02-30", "2026-00", "0000-01-01"])
def test_a_day_that_is_in_no_calendar_is_an_error(day: str) -> None:
    sound = catalog(model("a", version("1")))
    for told in ("2026", "2026-02", "2026-02-28"):
        as_of = tuple(each.but(as_of=told) for each in sound.sources)
        assert not [path for _, path in found(sound.but(sources=as_of)) if "as_of" in path]
    odd = sound.but(sources=tuple(each.but(as_of=day) for each in sound.sources))
    assert ("error", "sources[0].as_of") in found(odd)
