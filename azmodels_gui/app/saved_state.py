# SPDX-License-Identifier: MIT
"""The window's state as JSON and back; whatever cannot be understood is left out."""

from collections.abc import Mapping
from contextlib import suppress

from msgspec import ValidationError, convert, json
from msgspec.structs import fields, replace

from azmodels_gui.catalog.document import EntryKey
from azmodels_gui.catalog.kept_record import read_state
from azmodels_gui.catalog.query import CatalogQuery
from azmodels_gui.catalog.query_text import FilterTextInvalid, parse_query_text, query_text
from azmodels_gui.storage.preferences import JsonValue
from azmodels_gui.window.state import (
    FIRST_FILTER,
    MAX_SAVED_FILTERS,
    ModelsState,
    SavedFilter,
    WindowState,
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
    if not state.pinned:
        state = replace(state, pinned=_pins(found.get("pinned")))
    written = found.get("pages")
    if isinstance(written, dict) and not state.pages:
        sound = {name: page for name, page in written.items() if isinstance(page, dict)}
        state = replace(state, pages=sound)
    flat = {name: found[name] for name in FLAT if name in found}
    pages = state.pages if "models" in state.pages or not flat else {**state.pages, "models": flat}
    query = _query(found.get("query"))
    return replace(
        state,
        query=FIRST_FILTER if query is None else query,
        saved_filters=_saved(found.get("saved_filters")),
        pages=pages,
    )


def changed_state(
    values: Mapping[str, JsonValue], before: WindowState, after: WindowState
) -> dict[str, JsonValue]:
    """Return the state for the file: what it holds, with what this window changed.

    Another window may have written meanwhile, a newer version what this one does not know, and
    a part may be damaged: whatever was not changed here stays as it is there.

    Args:
        values: what the file holds now.
        before: the state of this window when it was written last, or at its start.
        after: its state now.
    """
    own = _plain(after)
    found = values.get(KEY)
    if not isinstance(found, dict):
        return {KEY: own}
    known = _plain(state_from_json(values))
    theirs: Json = {name: found[name] for name in found if name not in FLAT} | known
    for name in ("pages", "saved_filters"):
        raw = found.get(name)
        theirs[name] = _overlaid(raw if isinstance(raw, dict) else {}, known[name])
    return {KEY: _merged(theirs, _plain(before), own, depth=DEPTH)}


DEPTH = 3
"""State, pages, fields of one: a field is written as a whole."""
Json = dict[str, JsonValue]


def _plain(state: WindowState) -> Json:
    found = state_to_json(state)[KEY]
    return found if isinstance(found, dict) else {}


def _overlaid(raw: Json, known: JsonValue) -> Json:
    """Return what is known over what is there, so that the unknown parts of both stay."""
    both = dict(raw)
    for name, value in known.items() if isinstance(known, dict) else ():
        inner = raw.get(name)
        both[name] = {**inner, **value} if _are_dicts(inner, value) else value  # type: ignore[dict-item]
    return both


def _merged(theirs: Json, before: Json, own: Json, depth: int) -> Json:
    merged = dict(theirs)
    for name in {*before, *own}:
        old, new, their = before.get(name), own.get(name), theirs.get(name)
        if name in before and name in own and old == new:
            continue
        if name not in own:
            merged.pop(name, None)
        elif their == old:
            merged[name] = new
        elif name == "pinned" and isinstance(their, list):
            merged[name] = _merged_list(their, old, new)
        elif depth > 1 and _are_dicts(old, new) and isinstance(their, dict):
            merged[name] = _merged(their, old, new, depth - 1)  # type: ignore[arg-type]
        else:
            merged[name] = new
    return merged


def _merged_list(theirs: list[JsonValue], old: JsonValue, new: JsonValue) -> list[JsonValue]:
    before = old if isinstance(old, list) else []
    own = new if isinstance(new, list) else []
    kept = [each for each in theirs if each in own or each not in before]
    return [*kept, *(each for each in own if each not in before and each not in kept)]


def _are_dicts(*values: JsonValue) -> bool:
    return all(isinstance(value, dict) for value in values)


def _saved(value: JsonValue) -> tuple[SavedFilter, ...]:
    texts = value if isinstance(value, dict) else {}
    queries = ((name, _query(text)) for name, text in texts.items())
    saved = tuple(SavedFilter(name, query) for name, query in queries if query is not None)
    return saved[:MAX_SAVED_FILTERS]


def _pins(value: JsonValue) -> tuple[EntryKey, ...]:
    pins: list[EntryKey] = []
    for each in value if isinstance(value, list) else ():
        with suppress(ValidationError):
            pins.append(convert(each, EntryKey))
    return tuple(pins)


def _query(text: JsonValue) -> CatalogQuery | None:
    try:
        return parse_query_text(text) if isinstance(text, str) else None
    except FilterTextInvalid:
        return None
