# SPDX-License-Identifier: MIT
"""No message tells what may be a password or a token of an address."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from azmodels_gui.language.addresses import as_told, told_of, without_secrets

SECRET = st.text("Z@/:?#\\%;=&'\"[]. \n", min_size=1)
"""Its letter is in nothing else of an address."""
SCHEMES = st.sampled_from(
    (
        *("https://", "http://", "HTTPS://", "https:/", "https:", "https:\\\\", "https:///"),
        *("", "//", "\\\\", "htps://", "ftp://", "https//", "://", " https://", "hhttps:"),
    )
)


@given(SCHEMES, SECRET, SECRET, SECRET, st.sampled_from("?#"))
def test_nothing_secret_is_told_of_any_address(
    scheme: str, user: str, password: str, token: str, sign: str
) -> None:
    host = "host.example/c.json"
    for address in (
        f"{scheme}{user}:{password}@{host}{sign}sig={token}",
        f"{scheme}{user}:{password}@{host}",
        f"{scheme}{user}@{host}{sign}{token}",
        f"{scheme}{host}{sign}sig={token}",
    ):
        assert "Z" not in without_secrets(address), address


@pytest.mark.parametrize(
    ("address", "told"),
    [
        ("https://host/c.json", "https://host/c.json"),
        ("https://host:8443/c.json?sig=Z#Z", "https://host:8443/c.json"),
        ("https://me:Z@host/c.json?sig=Z", "https://host/c.json"),
        ("me:Z@host/c.json", "host/c.json"),
        ("https:/me:Z@host/x", "https:/host/x"),
        ("https:me:Z@host/x", "https:host/x"),
        ("https:\\\\me:Z@host\\c.json", "https:\\\\host\\c.json"),
        ("https://me:Z/Z@host/x", "https://host/x"),
        ("https://me:Z?Z@host/x", "https://…"),
        ("https://host/c.json?sig=Z@Z", "https://…"),
        ("ftp://localhost/c", "ftp://localhost/c"),
        ("catalog.json", "catalog.json"),
    ],
)
def test_what_is_no_secret_is_told(address: str, told: str) -> None:
    assert without_secrets(address) == told


@pytest.mark.parametrize(
    "given",
    [
        *("catalog.json", "/home/me@work/a:b@c/c.json", "C:\\Users\\me@work\\c.json?", "gpt-5.2"),
        *("a?b#c.json", "me@example.com", "c:/me@work/c.json", "region:eu", "", "--", "x=y@z"),
    ],
)
def test_what_does_not_look_like_an_address_is_told_as_it_is(given: str) -> None:
    assert as_told(given) == given
    assert told_of([given], f"odd: {given!r} {given}") == f"odd: {given!r} {given}"


@pytest.mark.parametrize(
    "given",
    [
        *("https://me:Z@host/x?sig=Z", "--file=https://host/x?sig=Z", "https:/me:Z@host/x"),
        *("me:Z@host/x", "//me:Z@host/x", "https:\\\\me:Z@host\\x?Z", "https://me:Z 'Z@host/x"),
    ],
)
def test_what_was_given_is_told_without_secrets_in_every_form(given: str) -> None:
    others = ["https://me:Z@host", "https://host/x?"]
    message = told_of([*others, given], f"{given} {given!r} {' '.join((*others, given))}")
    assert "Z" not in message
    assert "host" in message
