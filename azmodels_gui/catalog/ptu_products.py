# SPDX-License-Identifier: MIT
"""Which PTU prices concern a model: price meters name products, not models."""

from azmodels_gui.catalog.document import Catalog
from azmodels_gui.catalog.entry import Entry
from azmodels_gui.catalog.prices import PtuPrice

FIREWORKS_PRODUCT = "Azure Fireworks Models"
PRODUCTS_OF_PROVIDERS = {
    "openai": "Azure OpenAI",
    "deepseek": "Azure Deepseek Models",
    "meta": "Azure Llama Models",
    "xai": "Azure Grok Models",
    "mistral": "Azure Mistral Models",
    "black-forest-labs": "Azure BFL Flux Models",
    "microsoft": "MAI Models",
}
"""Products of the price list for models that Azure itself sells, by provider."""
SHARED_PRODUCTS = frozenset(
    {
        "Azure AI Foundry Provisioned Throughput Reservation",
        "Foundry models (one PTU price for all)",
    }
)
"""Products whose price holds for the models of every publisher."""


def product_of(provider: str, channel: str | None) -> str | None:
    """Return the product a model's PTU are billed under; None: no source says."""
    if channel == "fireworks":
        return FIREWORKS_PRODUCT
    if channel in ("azure_openai", "azure_direct"):
        return PRODUCTS_OF_PROVIDERS.get(provider)
    return None


def ptu_prices_for(entry: Entry, catalog: Catalog) -> tuple[PtuPrice, ...]:
    """Return the PTU prices of the entry's product, and those shared by all products."""
    products = {product_of(entry.model.provider, entry.model.channel), *SHARED_PRODUCTS}
    return tuple(price for price in catalog.ptu_prices if price.product in products)
