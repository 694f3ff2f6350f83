# SPDX-License-Identifier: MIT
"""The window's state as JSON and back; whatever cannot be understood is left out."""

from collections.abc import Mapping
from contextlib import suppress
from typing import Any, TypeVar

from msgspec import ValidationError, convert, json
from msgspec.structs import replace

from azmodels_gui.catalog.query import CatalogQuery
from azmodels_gui.catalog.query_text import FilterTextInvalid, parse_query_text, query_text
from azmodels_gui.storage.preferences import JsonValue
from azmodels_gui.views.state import MAX_SAVED_FILTERS, ColumnState, SavedFilter, WindowState
from azmodels_gui.views.theme.theme import ThemeChoice

T = TypeVar("T")
KEY = "window"
"""Under this key of the state file lies all of it."""

_PLAIN: dict[str, Any] = {
    "language": str,
    "theme": ThemeChoice,
    "size_px": tuple[int, int] | None,
    "maximised": bool,
    "columns": tuple[ColumnState, ...],
    "sort_column": str,
    "sort_descending": bool,
    "splitter_px": tuple[int, ...],
    "pinned": tuple[tuple[str, str], ...],
    "selected": tuple[str, str] | None,
    "page": str,
    "pane": str,
    "collapsed": tuple[str, ...] | None,
    "pages": dict[str, dict[str, Any]],
}
"""The state's fields that are read and written as they are, and what each must be."""


def state_to_json(state: WindowState) -> dict[str, JsonValue]:
    """Return the state for the state file; filters are written as their text."""
    plain = {name: json.decode(json.encode(getattr(state, name))) for name in _PLAIN}
    filters: dict[str, JsonValue] = {
        saved.name: query_text(saved.query) for saved in state.saved_filters
    }
    return {KEY: {**plain, "query": query_text(state.query), "saved_filters": filters}}


def state_from_json(values: Mapping[str, JsonValue]) -> WindowState:
    """Return the state that the file holds; each part that is damaged is as at first start."""
    found = values.get(KEY)
    if not isinstance(found, dict):
        return WindowState()
    plain: dict[str, object] = {}
    for name, kind in _PLAIN.items():
        if name in found:
            with suppress(ValidationError):
                plain[name] = convert(found[name], kind)
    state = WindowState(**plain)  # type: ignore[arg-type]
    query = _query(found.get("query", ""))
    return replace(
        state, query=query or CatalogQuery(), saved_filters=_saved(found.get("saved_filters"))
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
