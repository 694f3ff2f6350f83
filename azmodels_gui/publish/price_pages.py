# SPDX-License-Identifier: MIT
"""Answers of the Azure Retail Prices API: one service in one region and currency, all its pages."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from urllib.parse import parse_qsl, quote, urlencode, urlsplit

from azmodels_gui.language.words import N_, Phrase
from azmodels_gui.publish.asking import Asker, unexpected
from azmodels_gui.publish.sources import PriceService
from azmodels_gui.storage.fetch import Validators

MOST_PAGES = 200
"""Of a thousand items each; the largest region had 1,525 items in August 2026."""
BASE_CURRENCY = "USD"
"""Microsoft prices in it; the API answers in it where no currency is named."""


@dataclass(frozen=True)
class PriceQuestion:
    """Whose prices, where, in which currency."""

    service: PriceService
    region: str
    currency: str = BASE_CURRENCY

    @property
    def file_name(self) -> str:
        """Name of the file, as `westeurope.json` or `speech-westeurope-eur.json`."""
        money = "" if self.currency == BASE_CURRENCY else f"-{self.currency.lower()}"
        return f"{self.service.prefix}{self.region}{money}.json"

    def url(self, base: str, query: str) -> str:
        """Return the address of the first page.

        Args:
            base: of the host.
            query: path and version.
        """
        asked = {
            "$filter": f"serviceName eq '{self.service.name}' and armRegionName eq '{self.region}'"
        }
        if self.currency != BASE_CURRENCY:
            asked["currencyCode"] = f"'{self.currency}'"
        return f"{base}/{query}&{urlencode(asked, quote_via=quote, safe=SPELLED)}"


SPELLED = "$'"
"""Characters that stand in the API's own addresses as they are."""


@dataclass(frozen=True)
class Prices:
    """What the API answered."""

    data: bytes | None
    """All pages as one answer; empty: it states no price; None: it is as it was."""
    count: int
    validators: Validators
    """Empty where there is more than one page: what is said of the first is not said of all."""


def fetch_prices(
    question: PriceQuestion, base: str, query: str, asker: Asker, known: Validators
) -> Prices:
    """Return the prices.

    Raises:
        NotFetched: a page did not come, or is not an answer to the question.
    """
    items: list[dict[str, Any]] = []
    validators, pages, seen = Validators(), 0, set[str]()
    url = question.url(base, query)
    while url:
        if url in seen or pages == MOST_PAGES:
            raise unexpected(url, N_("its pages have no end"))
        seen.add(url)
        fetched, answer = asker.get_json(url, known if pages == 0 else None)
        if answer is None:
            return Prices(None, 0, fetched.validators)
        items += _items(answer, question, url)
        pages += 1
        validators = fetched.validators
        url = _next_page(answer.get("NextPageLink"), base)
    kept = [item for item in items if item["productName"].startswith(question.service.products)]
    return Prices(
        _as_one(kept, question) if kept else b"",
        len(kept),
        validators if pages == 1 else Validators(),
    )


def _items(answer: Any, question: PriceQuestion, url: str) -> Iterator[dict[str, Any]]:
    """Yield the items of a page.

    Raises:
        NotFetched: it is no page of prices, or of other ones than were asked for.
    """
    try:
        items, count = answer["Items"], answer["Count"]
        if count != len(items):
            told = N_("it announces {count} prices and has {found}")
            raise unexpected(url, Phrase(told, count=count, found=len(items)))
        for item in items:
            found = item["serviceName"], item["armRegionName"], item["currencyCode"]
            asked = question.service.name, question.region, question.currency
            if found != asked:
                told = N_("it has prices of {found}, asked for were those of {asked}")
                raise unexpected(url, Phrase(told, found=", ".join(found), asked=", ".join(asked)))
            yield item
    except (KeyError, TypeError, AttributeError) as error:
        raise unexpected(url, N_("it is no page of prices")) from error


def _next_page(link: object, base: str) -> str:
    """Return the address of the next page at the host that was asked; empty: there is none.

    The API names itself with its port, which a company's mirror or a test does not have, and
    some links carry a `$top` of nothing or less, which it then refuses.
    """
    if not isinstance(link, str) or not link:
        return ""
    parts = urlsplit(link)
    asked = [
        (name, value)
        for name, value in parse_qsl(parts.query)
        if name != "$top" or (value.isdecimal() and int(value) > 0)
    ]
    return f"{base}{parts.path}?{urlencode(asked, quote_via=quote, safe=SPELLED)}"


def _as_one(items: list[dict[str, Any]], question: PriceQuestion) -> bytes:
    answer = {
        "BillingCurrency": question.currency,
        "Items": items,
        "NextPageLink": None,
        "Count": len(items),
    }
    return json.dumps(answer, ensure_ascii=False, separators=(",", ":")).encode()
