# SPDX-License-Identifier: MIT
"""An independent reckoner: plain fractions from the catalogue's raw JSON, no code of the program.

It is written from the documented rules alone (decisions 21 and 22, the sizing page), so that an
error in the program's price search, exact arithmetic or rounding is not made here, too.
"""

import json
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path
from typing import Any

Raw = Mapping[str, Any]
FIRST_DAY = "0001-01-01"
MINUTES = 730 * 60
SHARED = {
    "Azure AI Foundry Provisioned Throughput Reservation",
    "Foundry models (one PTU price for all)",
}
PRODUCTS = {
    "openai": "Azure OpenAI",
    "deepseek": "Azure Deepseek Models",
    "meta": "Azure Llama Models",
    "xai": "Azure Grok Models",
    "mistral": "Azure Mistral Models",
    "black-forest-labs": "Azure BFL Flux Models",
    "microsoft": "MAI Models",
}


@dataclass(frozen=True, kw_only=True)
class Asked:
    """A load on a model at a place."""

    model: str
    version: str
    scope: str
    region: str | None
    day: str
    peak_rpm: Fraction
    monthly_requests: Fraction
    tokens: Mapping[str, Fraction]
    """Of one request by category: `input` without what is cached, `cached_input`, `output`."""
    long: bool = False
    tier: str = "standard"


@dataclass(frozen=True)
class Reckoned:
    """None: not known, or not possible."""

    per_request: Fraction | None
    payg: Fraction | None
    ptu: int | None
    raw_ptu: Fraction | None
    by_term: Mapping[str, Fraction | None]
    pays_from: Mapping[str, Fraction | None]
    """Average share of the deployed PTU in use from which they cost less than tokens do."""


class Reckoner:
    """Reckons from one catalogue file."""

    def __init__(self, file: Path) -> None:
        raw = json.loads(file.read_bytes(), parse_float=str)
        self.models = {model["id"]: model for model in raw["models"]}
        self.zones = {region["id"]: region.get("data_zone") for region in raw["regions"]}
        self.ptu_prices: Sequence[Raw] = raw["ptu_prices"]
        self.read = {each["id"]: each["as_of"] for each in raw["sources"]}
        self.secondary = {each["id"] for each in raw["sources"] if each.get("secondary")}

    def reckon(self, asked: Asked) -> Reckoned:
        """Return size and cost of a month."""
        per_request = self._per_request(asked)
        raw_ptu, ptu = self._size(asked)
        payg = None if per_request is None else per_request * asked.monthly_requests
        by_term = {
            term: None if ptu is None else _times(ptu, self._ptu_month(asked, term))
            for term in ("hour", "month", "year")
        }
        pays_from = {
            term: None
            if cost is None or not per_request or not raw_ptu or ptu is None
            # requests of a month that cost as much, over those that the PTU carry in a month
            else cost / per_request / (asked.peak_rpm / raw_ptu * ptu * MINUTES)
            for term, cost in by_term.items()
        }
        return Reckoned(per_request, payg, ptu, raw_ptu, by_term, pays_from)

    def _per_request(self, asked: Asked) -> Fraction | None:
        whole = Fraction(0)
        for category, tokens in asked.tokens.items():
            price = self._price(asked, category)
            if price is None:
                return None
            whole += tokens * price / 1_000_000
        return whole

    def _price(self, asked: Asked, category: str) -> Fraction | None:
        """Return the price of 1M tokens; None unless exactly one amount holds."""
        band = "long" if asked.long else "short"
        fitting = [
            price
            for price in self._of_version(asked, "prices")
            if price["category"] == category
            and price.get("tier", "standard") == asked.tier
            and not price.get("fine_tuned")
            and not price.get("variant")
            and price.get("context_band", band) == band
            and price.get("scope", "global") == asked.scope
            and self._here(price, asked)
            and _holds(price, asked.day)
        ]
        primary = [price for price in fitting if not price.get("secondary")]
        candidates = primary or fitting
        if not candidates:
            return None
        exactness = max(map(_exactness, candidates))
        candidates = [price for price in candidates if _exactness(price) == exactness]
        amounts = {
            (price["amount"], price["unit"], price.get("currency", "USD"))
            for price in _latest(candidates, asked)
        }
        if len({(Fraction(amount), unit, money) for amount, unit, money in amounts}) != 1:
            return None
        amount, unit, _ = amounts.pop()
        return Fraction(amount) if unit == "1M tokens" else None

    def _here(self, price: Raw, asked: Asked) -> bool:
        if asked.region is None or price.get("scope", "global") == "global":
            return True
        if price.get("regions"):
            return asked.region in price["regions"]
        zone = price.get("data_zone")
        return zone is not None and zone == self.zones[asked.region]

    def _size(self, asked: Asked) -> tuple[Fraction | None, int | None]:
        stated = self._of_version(asked, "ptu")
        current = [each for each in stated if not each.get("history")] or stated
        if not current:
            return None, None
        page = current[0]
        sizes = [each for each in page["sizing"] if each["scope"] == asked.scope]
        if not sizes:
            return None, None
        band = "long" if asked.long else "short"
        normalized = Fraction(0)
        for category, tokens in asked.tokens.items():
            weights = {
                each.get("context_band"): Fraction(each["weight"])
                for each in page["weights"]
                if each["category"] == category
            }
            weight = weights.get(band, weights.get(None))
            if weight is None:
                return None, None
            normalized += tokens * weight
        raw = normalized * asked.peak_rpm / page["input_tpm_per_ptu"]
        step, least = sizes[0]["scale_increment"], sizes[0]["minimum_ptu"]
        return raw, max(least, math.ceil(raw / step) * step)

    def _ptu_month(self, asked: Asked, term: str) -> Fraction | None:
        """Return what one PTU costs in a month of 730 hours; None: not known."""
        product = self._product(self.models[asked.model])
        named = [
            price
            for price in self.ptu_prices
            if price["product"] in {product, *SHARED}
            and price["scope"] == asked.scope
            and price["term"] == term
            and not price.get("superseded")
        ]
        holding = [
            price for price in named if _holds(price, asked.day) and self._stated(price, asked.day)
        ]
        regional = [price for price in holding if price.get("regions")]
        if asked.region is None:
            found = self._everywhere(regional) or self._newest(holding)
        else:
            here = [price for price in regional if asked.region in price["regions"]]
            if here:
                found = self._newest(here)
            elif asked.scope != "global":
                found = set()  # another region's price is not this one's
            else:
                found = self._everywhere(regional) or self._newest(holding)
        if len(found) != 1:
            return None
        amount = found.pop()
        return {"hour": amount * 730, "month": amount, "year": amount / 12}[term]

    def _stated(self, price: Raw, day: str) -> bool:
        """Tell whether a price without a first day stood in a document by then."""
        documents = (price["source"], *price.get("also", ()))
        earliest = min(f"{self.read[each]}-01-01"[:10] for each in documents)
        return "effective_from" in price or earliest <= day

    def _everywhere(self, prices: Sequence[Raw]) -> set[Fraction]:
        """Return the amounts that hold now in any region."""
        regions = {region for price in prices for region in price["regions"]}
        return {
            amount
            for region in regions
            for amount in self._newest([each for each in prices if region in each["regions"]])
        }

    def _newest(self, prices: Sequence[Raw]) -> set[Fraction]:
        """Return the amounts of the newest primary prices; what has no date may be newer."""
        primary = [price for price in prices if price["source"] not in self.secondary] or prices
        last = max((price.get("effective_from", FIRST_DAY) for price in primary), default="")
        return {
            Fraction(price["amount"])
            for price in primary
            if price.get("effective_from", last) == last
        }

    @staticmethod
    def _product(model: Raw) -> str | None:
        channel = model.get("channel")
        if channel == "fireworks":
            return "Azure Fireworks Models"
        if channel in ("azure_openai", "azure_direct"):
            return PRODUCTS.get(model["provider"])
        return None

    def _of_version(self, asked: Asked, name: str) -> Sequence[Raw]:
        return [
            each
            for each in self.models[asked.model].get(name, ())
            if not each.get("versions") or asked.version in each["versions"]
        ]


def _holds(price: Raw, day: str) -> bool:
    return bool(price.get("effective_from", day) <= day <= price.get("effective_until", day))


def _exactness(price: Raw) -> tuple[bool, bool, bool]:
    return ("scope" in price, "context_band" in price, bool(price.get("versions")))


def _latest(prices: Sequence[Raw], asked: Asked) -> Sequence[Raw]:
    """Return what no later price took over: worldwide if global, else place by place."""

    def start(price: Raw) -> str:
        return str(price.get("effective_from", FIRST_DAY))

    def places(price: Raw) -> set[str]:
        return set(price.get("regions") or [price.get("data_zone", "")])

    def left(price: Raw) -> set[str]:
        later = [other for other in prices if start(other) > start(price)]
        if asked.scope == "global" and any(
            Fraction(other["amount"]) != Fraction(price["amount"]) for other in later
        ):
            return set()
        return places(price) - {place for other in later for place in places(other)}

    here = [price for price in prices if asked.region in left(price)]
    return here or [price for price in prices if left(price)]


def _times(ptu: int, each: Fraction | None) -> Fraction | None:
    return None if each is None else ptu * each
