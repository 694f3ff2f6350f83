# SPDX-License-Identifier: MIT
"""A view as text: there and back, and nothing but a sound one gets in."""

import base64
import zlib
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from azmodels_gui.catalog.query import CatalogQuery
from azmodels_gui.window.view_link import PREFIX, LinkInvalid, SharedView, link_to, read_link

VIEW = SharedView(
    page="compare",
    filter="region:germanywestcentral gpt",
    pinned=(("gpt-5.2", "2025-12-11"), ("o3", "")),
    pages={"compare": {"regions": ["germanywestcentral"], "chart": False}},
    money={"currency": "EUR", "rate": "0,92"},
    catalog=20261122001,
)
words = st.text(max_size=40)
views = st.builds(
    SharedView,
    page=words,
    filter=st.just(""),
    pinned=st.lists(st.tuples(words, words), max_size=5).map(tuple),
    pages=st.dictionaries(words, st.dictionaries(words, st.integers(-5, 5) | words), max_size=3),
    money=st.dictionaries(words, words, max_size=3),
    catalog=st.integers(0, 2**40),
)


@given(view=views)
def test_every_view_comes_back_as_it_was(view: SharedView) -> None:
    assert read_link(link_to(view)) == view


def test_a_link_is_one_line_of_plain_letters_and_holds_the_filter() -> None:
    link = link_to(VIEW)
    assert link.startswith(f"{PREFIX}1/")
    assert set(link) <= set("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789:/-_")
    assert read_link(link).query == CatalogQuery(
        text="gpt", regions=frozenset({"germanywestcentral"})
    )


@pytest.mark.parametrize(
    "sent",
    [
        pytest.param(lambda link: f"  <{link}>\n", id="in brackets"),
        pytest.param(lambda link: f'"{link}"', id="quoted"),
        pytest.param(
            lambda link: "\r\n".join(link[at : at + 40] for at in range(0, len(link), 40)),
            id="broken into lines by mail",
        ),
    ],
)
def test_what_mail_and_chat_do_to_a_link_does_not_count(sent: Callable[[str], str]) -> None:
    assert read_link(sent(link_to(VIEW))) == VIEW


def packed(data: bytes) -> str:
    return f"{PREFIX}1/{base64.urlsafe_b64encode(zlib.compress(data)).decode()}"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        pytest.param("", "no link", id="nothing"),
        pytest.param("region:germanywestcentral", "no link", id="a filter"),
        pytest.param("https://example.com/azmodels:view/1/", "no link", id="an address"),
        pytest.param(f"{PREFIX}2/abc", "newer", id="of a later program"),
        pytest.param(f"{PREFIX}", "missing", id="the beginning alone"),
        pytest.param(f"{PREFIX}1/", "missing", id="without a view"),
        pytest.param(f"{PREFIX}x/abc", "missing", id="no version"),
        pytest.param(f"{PREFIX}1/ä", "missing", id="letters that no link has"),
        pytest.param(link_to(VIEW)[:-9], "missing", id="cut"),
        pytest.param(link_to(VIEW) + "AAAA", "missing", id="with more behind it"),
        pytest.param(packed(b"[1, 2]"), "missing", id="no record"),
        pytest.param(packed(b'{"pinned": [["a"]]}'), "missing", id="a pin without a version"),
        pytest.param(packed(b'{"filter": "context>=much"}'), "missing", id="no filter"),
        pytest.param(packed(b'{"page": "\xff"}'), "missing", id="no text"),
        pytest.param(packed(b" " * 5_000_000), "missing", id="more than any window holds"),
    ],
)
def test_what_is_no_sound_link_is_refused_with_what_to_do(text: str, told: str) -> None:
    with pytest.raises(LinkInvalid) as refused:
        read_link(text)
    assert told in str(refused.value)
    assert "What is on show stays" in str(refused.value)


@given(at=st.integers(min_value=len(PREFIX) + 2), letter=st.sampled_from("abcXYZ019-_"))
def test_one_wrong_letter_is_noticed_or_means_the_same(at: int, letter: str) -> None:
    link = link_to(VIEW)
    place = len(PREFIX) + 2 + at % (len(link) - len(PREFIX) - 2)
    changed = link[:place] + letter + link[place + 1 :]
    try:
        assert read_link(changed) == VIEW
    except LinkInvalid:
        assert changed != link
