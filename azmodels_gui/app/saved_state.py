# SPDX-License-Identifier: MIT
"""The window's state as JSON and back; whatever cannot be understood is left out."""

from collections.abc import Mapping

from msgspec import ValidationError, convert, json
from msgspec.structs import fields, replace

from azmodels_gui.catalog.query import CatalogQuery
from azmodels_gui.catalog.query_text import FilterTextInvalid, parse_query_text, query_text
from azmodels_gui.storage.preferences import JsonValue
from azmodels_gui.window.state import (
    FIRST_FILTER,
    MAX_SAVED_FILTERS,
    ModelsState,
    SavedFilter,
    WindowState,
    read_state,
)

KEY = "window"
"""Under this key of the state file lies all of it."""

FLAT = {each.name for each in fields(ModelsState)}
"""Parts of the page of models that older files hold beside the pages."""


def state_to_json(state: WindowState) -> dict[str, JsonValue]:
    """Return the state for the state file; filters are written as their text."""
    plain = json.decode(json.encode(replace(state, query=CatalogQuery(), saved_filters=())))
    filters: dict[str, JsonValue] = {
        saved.name: query_text(saved.query) for saved in state.saved_filters
    }
    return {KEY: {**plain, "query": query_text(state.query), "saved_filters": filters}}


def state_from_json(values: Mapping[str, JsonValue]) -> WindowState:
    """Return the state that the file holds; each part that is damaged is as at first start."""
    found = values.get(KEY)
    if not isinstance(found, dict):
        return WindowState()
    texts = {"query", "saved_filters"}
    state = read_state(WindowState, {name: found[name] for name in found if name not in texts})
    flat = {name: found[name] for name in FLAT if name in found}
    pages = state.pages if "models" in state.pages or not flat else {**state.pages, "models": flat}
    query = _query(found.get("query"))
    return replace(
        state,
        query=FIRST_FILTER if query is None else query,
        saved_filters=_saved(found.get("saved_filters")),
        pages=pages,
    )


def _saved(value: JsonValue) -> tuple[SavedFilter, ...]:
    try:
        texts = convert(value or {}, dict[str, str])
    except ValidationError:
        return ()
    queries = ((name, _query(text)) for name, text in texts.items())
    saved = tuple(SavedFilter(name, query) for name, query in queries if query is not None)
    return saved[:MAX_SAVED_FILTERS]


def _query(text: JsonValue) -> CatalogQuery | None:
    try:
        return parse_query_text(text) if isinstance(text, str) else None
    except FilterTextInvalid:
        return None
