# SPDX-License-Identifier: MIT
"""What a newer catalogue says that this program does not know leaves the rest as it is."""

import gc
import json
from typing import TypeVar

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from azmodels_gui.catalog import terms
from azmodels_gui.catalog.document import SCHEMA_VERSION
from azmodels_gui.catalog.facts import Offer
from azmodels_gui.catalog.faults import UnknownFact, unknown_sentence
from azmodels_gui.catalog.loading import (
    CatalogUnusable,
    SchemaTooNew,
    parse_catalog,
    parse_in_pieces,
    unknown_facts,
)
from azmodels_gui.catalog.offered import in_data_zone, offered_as_ptu
from azmodels_gui.catalog.plain_price import PriceWays, plain_price
from azmodels_gui.catalog.query import CatalogQuery
from azmodels_gui.catalog.terms import (
    Availability,
    Billing,
    ContextBand,
    Coverage,
    PriceTier,
    Scope,
    Stage,
    TokenCategory,
    Word,
    newer_words,
)
from tests.builders import TODAY, catalog, deployment_type, entry, offer, price, version
from tests.future import NEWER, at, every_word, from_the_future, plain, put, words_in, written

DOCUMENT = plain(every_word())
PLACES = dict(words_in(every_word()))
W = TypeVar("W", bound=Word)
words = st.text(st.characters(codec="utf-8"), min_size=1, max_size=terms.LONGEST_WORD).filter(
    lambda word: word.isprintable() and not word.isspace()
)


def newer(kind: type[W], word: str = NEWER) -> W:
    with newer_words():
        return kind(word)


def test_the_sample_has_a_word_of_every_class() -> None:
    assert {type(word) for word in PLACES.values()} == set(Word.__subclasses__())


@settings(deadline=None)
@given(path=st.sampled_from(sorted(PLACES, key=str)), word=words)
def test_any_new_word_is_read_as_it_is_and_everything_else_is_as_before(
    path: tuple[str | int, ...], word: str
) -> None:
    assume(word not in list(type(PLACES[path])))
    data = put(DOCUMENT, path, word)
    read = parse_catalog(data)
    found = at(read, path)
    assert (found, type(found), found.known) == (word, type(PLACES[path]), False)
    assert found not in set(type(PLACES[path]))
    assert put(plain(read), path, PLACES[path]) == json.dumps(DOCUMENT).encode()
    assert unknown_facts(read) == (UnknownFact(written(path), word),)
    assert parse_in_pieces(data) == read


def test_a_document_of_a_newer_minor_version_is_read_and_what_is_new_is_counted() -> None:
    document = from_the_future()
    read = parse_in_pieces(json.dumps(document).encode())
    fields = [fact.place for fact in unknown_facts(read) if fact.word is None]
    assert sorted(fields) == ["models[0].versions[0].colour", "tariffs"]
    assert len(unknown_facts(read)) == len(PLACES) + len(fields)
    assert [str(price.amount) for price in read.models[0].prices] == ["1.25", "10", "2"]
    assert read.notes == ()


def test_a_newer_minor_version_without_anything_new_counts_nothing() -> None:
    major, minor = map(int, SCHEMA_VERSION.split("."))
    read = parse_catalog(put(DOCUMENT, ("schema_version",), f"{major}.{minor + 9}"))
    assert unknown_facts(read) == unknown_facts(parse_catalog(json.dumps(DOCUMENT).encode())) == ()


def test_only_a_newer_major_version_is_refused() -> None:
    with pytest.raises(SchemaTooNew):
        parse_catalog(put(from_the_future(), ("schema_version",), "2.0"))


@pytest.mark.parametrize(
    "word",
    [
        pytest.param("", id="nothing"),
        pytest.param(" ", id="a blank"),
        pytest.param("x" * (terms.LONGEST_WORD + 1), id="a word without end"),
        pytest.param("a\nb", id="two lines"),
        pytest.param("a\u202eb", id="a reversal of direction"),
        pytest.param(7, id="a number"),
        pytest.param(None, id="nothing where something is needed"),
    ],
)
def test_what_is_no_word_is_refused_with_its_place(word: object) -> None:
    path = ("models", 0, "prices", 0, "tier")
    with pytest.raises(CatalogUnusable, match=r"models\[0\]\.prices\[0\]\.tier"):
        parse_catalog(put(DOCUMENT, path, word))


def test_publishers_refuse_unknown_fields_but_no_new_words() -> None:
    path = ("models", 0, "prices", 0, "tier")
    assert parse_catalog(put(DOCUMENT, path, NEWER), strict=True)
    with pytest.raises(CatalogUnusable, match="tariffs: unknown field"):
        parse_catalog(json.dumps(from_the_future()).encode(), strict=True)


def test_outside_of_a_file_a_misspelled_word_is_a_mistake() -> None:
    with pytest.raises(ValueError, match="standart"):
        PriceTier("standart")


def test_a_new_word_is_one_object_and_goes_with_the_last_catalogue_that_has_it() -> None:
    data = put(DOCUMENT, ("models", 0, "prices", 0, "tier"), "short-lived")
    one, other = parse_catalog(data), parse_catalog(data)
    assert one.models[0].prices[0].tier is other.models[0].prices[0].tier
    assert (PriceTier, "short-lived") in terms._newer
    del one, other
    gc.collect()
    assert (PriceTier, "short-lived") not in terms._newer


def test_new_words_come_last_in_every_order() -> None:
    late, later = newer(Stage, "dusk"), newer(Stage, "night")
    assert Stage.of([later, None, late, Stage.RETIRED, late]) == [Stage.RETIRED, late, later]


@pytest.mark.parametrize(
    "changed",
    [
        pytest.param({"tier": newer(PriceTier)}, id="tier"),
        pytest.param({"context_band": newer(ContextBand)}, id="context band"),
        pytest.param({"scope": newer(Scope)}, id="scope"),
        pytest.param({"category": newer(TokenCategory)}, id="category"),
    ],
)
def test_a_price_of_a_new_sort_is_never_taken_for_the_plain_one(changed: dict[str, Word]) -> None:
    odd = price("0.01").but(**changed)
    found = plain_price(
        entry(prices=(odd, price("5"))),
        TokenCategory.INPUT,
        PriceWays(CatalogQuery(), catalog()),
        TODAY,
    ).price
    assert found == price("5")


def test_a_new_word_for_what_is_covered_covers_nothing() -> None:
    made = Offer(deployment_type="Standard", available=("a",), covered=newer(Coverage, "most"))
    assert made.in_region("a") is Availability.OFFERED
    assert made.in_region("m") is Availability.UNKNOWN


def test_an_offer_of_a_new_scope_or_billing_makes_no_no() -> None:
    with newer_words():
        kinds = (
            deployment_type("DataZoneStandard", Billing.PAYG, Scope.DATA_ZONE),
            deployment_type("Standard", Billing.PROVISIONED, Scope.REGIONAL),
            deployment_type("Sovereign", Billing("lease"), Scope("country")),
        )
    offers = [offer("DataZoneStandard"), offer("Standard"), offer("Sovereign", "swedencentral")]
    built, found = catalog(deployment_types=kinds), entry("x", version(offers=offers))
    assert in_data_zone(found, "EU", built) is Availability.UNKNOWN
    assert in_data_zone(found, "US", built) is Availability.NOT_OFFERED
    assert offered_as_ptu(found, built) is Availability.UNKNOWN


@pytest.mark.parametrize(
    ("count", "language", "told"),
    [
        (1, "en", "1 fact this version does not know"),
        (3, "en", "3 facts this version does not know"),
        (1, "de", "1 Angabe, die diese Version nicht kennt"),
        (3, "de", "3 Angaben, die diese Version nicht kennt"),
    ],
)
def test_the_sentence_counts_in_both_languages(count: int, language: str, told: str) -> None:
    assert unknown_sentence(count, language) == told
