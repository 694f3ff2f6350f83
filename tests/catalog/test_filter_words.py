# SPDX-License-Identifier: MIT
"""The filter on a list, in the sheet's language and nobody else's."""

from datetime import date
from decimal import Decimal

import pytest

from azmodels_gui.catalog.filter_words import filters_in_words
from azmodels_gui.catalog.index import CatalogIndex
from azmodels_gui.catalog.query import CatalogQuery, Facet
from azmodels_gui.sheets.list_sheet import list_sheet
from tests.sheets.samples import order

CATALOG = order("en").catalog


@pytest.mark.parametrize(
    ("query", "english", "german"),
    [
        pytest.param({"text": " nano "}, "Search: nano", "Suche: nano", id="text"),
        pytest.param(
            *({"use_cases": {"code"}}, "Use case: Code", "Einsatzzweck: Code und Entwicklung"),
            id="a use case",
        ),
        pytest.param(
            *({"stages": {"preview", "past_date"}},),
            *("Stage: Past its date or Preview", "Stand: Überfällig oder Vorschau"),
            id="two stages",
        ),
        pytest.param(
            *(
                {"modalities": {"in:image"}},
                "Modality: Images (Input)",
                "Ein- und Ausgabe: Bilder (Eingabe)",
            ),
            id="a modality",
        ),
        pytest.param(
            *(
                {"modalities": {"out:smell"}},
                "Modality: smell (Output)",
                "Ein- und Ausgabe: smell (Ausgabe)",
            ),
            id="a modality nobody knows",
        ),
        pytest.param(
            *({"min_context_tokens": 128_000},),
            *("Context from 128,000 tokens", "Kontext ab 128.000 Token"),
            id="a least context",
        ),
        pytest.param(
            *({"max_input_price": Decimal("2.5")},),
            *(
                "Input price up to $2.50 per 1M tokens",
                "Eingabepreis bis 2,50\N{NO-BREAK SPACE}$ je 1 Mio. Token",
            ),
            id="a highest price",
        ),
        pytest.param(
            *({"min_output_price": Decimal(8)},),
            *(
                "Output price from $8.00 per 1M tokens",
                "Ausgabepreis ab 8,00\N{NO-BREAK SPACE}$ je 1 Mio. Token",
            ),
            id="a lowest output price",
        ),
        pytest.param(
            *({"retires_after": date(2027, 7, 31)},),
            *("Retires after 31 Jul 2027", "Abschaltung nach dem 31.07.2027"),
            id="a day of retirement",
        ),
        pytest.param(
            *({"newest_only": True}, "Newest version only", "Nur neueste Version"),
            id="the newest",
        ),
        pytest.param(
            *({"usable_only": True}, "Only usable", "Nur nutzbare"),
            id="the usable",
        ),
        pytest.param(
            *({"listed_only": True}, "What we may deploy", "Was wir bereitstellen dürfen"),
            id="what is listed",
        ),
    ],
)
def test_a_filter_is_told_in_the_language_of_the_sheet(
    query: dict[str, object], english: str, german: str
) -> None:
    kept = {name: frozenset(v) if isinstance(v, set) else v for name, v in query.items()}
    asked = CatalogQuery(**kept)  # type: ignore[arg-type]
    assert filters_in_words(asked, CATALOG, "en") == (english,)
    assert filters_in_words(asked, CATALOG, "de") == (german,)


@pytest.mark.parametrize("facet", [each for each in Facet if each is not Facet.REGIONS])
def test_no_facet_is_left_out(facet: Facet) -> None:
    asked = CatalogQuery().with_values(facet, ["anything"])
    (line,) = filters_in_words(asked, CATALOG, "de")
    assert "anything" in line


def test_regions_have_their_own_line() -> None:
    asked = CatalogQuery(regions=frozenset({"germanywestcentral"}))
    wanted = order("de")
    head = list_sheet((), wanted, CatalogIndex(wanted.catalog, wanted.day).run(asked)).head
    assert [line for line in head if "Germany" in line] == ["Regionen: Germany West Central"]
