# SPDX-License-Identifier: MIT
"""Between the window's state and a client's file: what belongs to whom.

Pins, filters, what pages tell of a view, and the wishes for sheets are the client's. Look, size,
language, columns and widths are the user's, whichever client is open.
"""

import base64
from collections.abc import Callable, Iterator, Mapping
from typing import TYPE_CHECKING, Any, NamedTuple

from msgspec.structs import replace

from azmodels_gui.calculator.kept_load import key_of
from azmodels_gui.catalog.kept_record import written_state
from azmodels_gui.catalog.query import CatalogQuery
from azmodels_gui.catalog.query_text import FilterTextInvalid, parse_query_text, query_text
from azmodels_gui.language.words import ToldError
from azmodels_gui.window.page import KeepLoad, KeptLoad
from azmodels_gui.window.page_stack import shared_names
from azmodels_gui.window.sheets.kept_wishes import STATE_KEY
from azmodels_gui.window.sheets.wishes import MONEY
from azmodels_gui.window.state import FIRST_FILTER, SavedFilter, WindowState

if TYPE_CHECKING:
    from azmodels_gui.clients.client import Client, View

FILES_OF_SHEETS = ("logo", "brand", "docx_template", "pptx_template")
"""Wishes that are paths, which another computer may not have."""
OF_SHEETS = frozenset(
    {
        *("kind", "title", "title_for", "client", "note", "language", "questions"),
        *FILES_OF_SHEETS,
        *("chapters", "edition", "edition_changed", "author", "approval"),
    }
)
"""Wishes for sheets that are the client's, beside the money; paper and folder are the user's."""

Record = dict[str, Any]
IsThere = Callable[[str], bool]


class Here(NamedTuple):
    """What this computer has of what a client's file names."""

    kept_load: KeptLoad
    is_there: IsThere
    """Tells whether there is a file at a path."""
    read_logo: Callable[[str], bytes | None]
    """Returns a picture; None: it cannot be had, or is too large to travel in the file."""


def clients_names() -> dict[str, frozenset[str]]:
    """Return which of the remembered values are the client's, by the key they stand under."""
    return {**shared_names(), STATE_KEY: OF_SHEETS | set(MONEY)}


def state_of(client: "Client", own: WindowState, is_there: IsThere) -> WindowState:
    """Return the state of a window that shows a client.

    Args:
        client: whose pins, filters, scenarios and wishes it has; what is not told is as at first.
        own: the user's state, of which all the rest is.
        is_there: tells whether this computer has a file; sheets are made without one it has not.
    """
    told = _told(client.view, client.name)
    for name in _missing(client.view, is_there):
        del told[STATE_KEY][name]
    pages = _without(own, clients_names())
    for key, record in told.items():
        pages[key] = {**pages.get(key, {}), **record}
    return replace(
        own,
        query=query_of(client.view.filter),
        saved_filters=tuple(_saved(client)),
        pinned=client.pinned,
        page=client.view.page,
        pages={key: record for key, record in pages.items() if record},
    )


def own_state(shown: WindowState, own: WindowState) -> WindowState:
    """Return the user's state, of a window that shows a client.

    Args:
        shown: its state.
        own: the user's, as it was before the client was opened.
    """
    names = clients_names()
    pages = _without(shown, names)
    for key, mine in names.items():
        kept = {name: value for name, value in own.pages.get(key, {}).items() if name in mine}
        pages[key] = {**pages.get(key, {}), **kept}
    return replace(
        shown,
        query=own.query,
        saved_filters=own.saved_filters,
        pinned=own.pinned,
        page=own.page,
        pages={key: record for key, record in pages.items() if record},
    )


def client_shown(client: "Client", shown: WindowState, here: Here) -> "Client":
    """Return a client with what a window shows of it.

    Args:
        client: as it is; what only a later version of the program knows of it stays.
        shown: the window's state.
        here: load profiles and files; those that only another computer has stay named.
    """
    names = clients_names()
    plain = {key: written_state(record) for key, record in shown.pages.items()}
    told = {key: _only(plain.get(key, {}), mine) for key, mine in names.items()}
    missing = _missing(client.view, here.is_there)
    sheet = {**{name: client.view.sheet[name] for name in missing}, **told.pop(STATE_KEY)}
    pages = {**client.view.pages, **{key: record for key, record in told.items() if record}}
    for key in told:
        if not told[key]:
            pages.pop(key, None)
    view = client.view.model_copy(
        update={
            "page": shown.page,
            "filter": query_text(shown.query),
            "pages": pages,
            "money": {name: sheet.pop(name) for name in MONEY if name in sheet},
            "sheet": sheet,
        }
    )
    unread = {
        name: text for name, text in client.saved_filters.items() if _query_or_none(text) is None
    }
    saved = {each.name: query_text(each.query) for each in shown.saved_filters}
    return client.but(
        view=view,
        pinned=shown.pinned,
        saved_filters={**unread, **saved},
        loads=_loads(pages, client.loads, here.kept_load),
        logo=_logo(str(sheet.get("logo") or ""), client, here),
    )


def keep_loads(client: "Client", keep: KeepLoad) -> None:
    """Have a client's load profiles on this computer; damaged ones are passed over.

    Raises:
        ToldError: there is no room for them.
    """
    from azmodels_gui.clients.client import decoded

    for key, letters in client.loads.items():
        data = decoded(letters)
        if key_of(data) == key:
            keep(key, data)


def query_of(text: str | None) -> CatalogQuery:
    """Return a client's filter; None, and what a later version wrote, is as at first."""
    found = None if text is None else _query_or_none(text)
    return FIRST_FILTER if found is None else found


def _query_or_none(text: str) -> CatalogQuery | None:
    try:
        return parse_query_text(text)
    except FilterTextInvalid:
        return None


def _saved(client: "Client") -> Iterator[SavedFilter]:
    for name, text in client.saved_filters.items():
        query = _query_or_none(text)
        if query is not None:
            yield SavedFilter(name, query)


def _told(view: "View", name: str) -> dict[str, Record]:
    """Return what a file tells, as the window remembers it; sheets are made out to the client."""
    sheet = {"client": name, **view.sheet, **view.money}
    pages = {key: _without_paths(dict(record)) for key, record in view.pages.items()}
    return {**pages, STATE_KEY: sheet}


def _without_paths(record: Any) -> Any:
    """Return a record that names no load profile but by its hash.

    Older programs kept its path, and read it again: a file from elsewhere could have any file of
    this computer opened.
    """
    if isinstance(record, dict):
        bare = bool(record.get("profile_file")) and not record.get("profile_key")
        return {
            name: _without_paths(value)
            for name, value in record.items()
            if not (bare and name == "profile_file")
        }
    return [_without_paths(each) for each in record] if isinstance(record, list) else record


def _missing(view: "View", is_there: IsThere) -> list[str]:
    """Return which files of sheets a client's file names that this computer does not have."""
    named = ((name, view.sheet.get(name)) for name in FILES_OF_SHEETS)
    return [name for name, path in named if path and not is_there(str(path))]


def _without(state: WindowState, names: Mapping[str, frozenset[str]]) -> dict[str, Record]:
    """Return what is remembered but for the client's."""
    return {
        key: {name: value for name, value in record.items() if name not in names.get(key, ())}
        for key, record in state.pages.items()
    }


def _only(record: Record, names: frozenset[str]) -> Record:
    return {name: value for name, value in record.items() if name in names}


def _loads(
    pages: Mapping[str, Mapping[str, Any]], known: Mapping[str, str], kept_load: KeptLoad
) -> dict[str, str]:
    """Return the load profiles that records name, each packed already; one that is lost is not."""
    found = {}
    for key in _profile_keys(pages):
        if key in known:
            found[key] = known[key]
            continue
        try:
            found[key] = base64.b64encode(kept_load(key)).decode()
        except ToldError:
            continue  # the page says that it cannot be had any more
    return found


def _logo(path: str, client: "Client", here: Here) -> str:
    """Return the picture that sheets have, as it travels in the file."""
    if not path:
        return ""
    found = here.read_logo(path)
    return client.logo if found is None else base64.b64encode(found).decode()


def _profile_keys(value: object) -> Iterator[str]:
    """Yield the hashes of load profiles wherever a record names one."""
    if isinstance(value, Mapping):
        for name, inside in value.items():
            if name == "profile_key" and isinstance(inside, str) and inside:
                yield inside
            else:
                yield from _profile_keys(inside)
    elif isinstance(value, list | tuple):
        for inside in value:
            yield from _profile_keys(inside)
