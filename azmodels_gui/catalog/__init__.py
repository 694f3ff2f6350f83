# SPDX-License-Identifier: MIT
"""The catalogue, its facts, and the questions asked of it. No Qt, no network.

What stands here is meant for other programs (docs/library.md) and stays within a major version;
what stands in the files below may change.
"""

from azmodels_gui.catalog.differences import Changes, changes
from azmodels_gui.catalog.document import Catalog, Entry, entries
from azmodels_gui.catalog.index import CatalogIndex, QueryResult
from azmodels_gui.catalog.loading import CatalogUnusable, load_catalog
from azmodels_gui.catalog.names import NameUnknown, entry_named
from azmodels_gui.catalog.offered import as_on
from azmodels_gui.catalog.price_lookup import PriceAnswer, PriceQuestion, PriceStatus, price_of
from azmodels_gui.catalog.query import CatalogQuery
from azmodels_gui.catalog.terms import Availability, Billing, Scope, Stage, TokenCategory

__all__ = [
    "Availability",
    "Billing",
    "Catalog",
    "CatalogIndex",
    "CatalogQuery",
    "CatalogUnusable",
    "Changes",
    "Entry",
    "NameUnknown",
    "PriceAnswer",
    "PriceQuestion",
    "PriceStatus",
    "QueryResult",
    "Scope",
    "Stage",
    "TokenCategory",
    "as_on",
    "changes",
    "entries",
    "entry_named",
    "load_catalog",
    "price_of",
]
