# SPDX-License-Identifier: MIT
"""A filter as one line of text, to be sent to a colleague, and back.

    region:germanywestcentral stage:preview context>=128000 "free text"

The free text comes last; whatever a word could be mistaken for is put in quotes.
"""

import re
from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from msgspec import Struct, field
from msgspec.structs import replace

from azmodels_gui.catalog.facets import FACETS
from azmodels_gui.catalog.query import RANGES, CatalogQuery, Facet, Figure, Measure, bounds_asked
from azmodels_gui.language.words import N_, ToldError

KEYS = {
    key: spec.facet
    for spec in FACETS.values()
    for key in (spec.key, *([spec.option] if spec.option else []))
}
"""The word before the colon, and the facet it names."""

SWITCHES = {"newest": "newest_only", "usable": "usable_only", "listed": "listed_only"}
"""Words that stand alone, and the field each of them sets."""

BOUNDS = {
    (spec.key, bound.operator): (spec.measure, bound.field)
    for spec in RANGES.values()
    for bound in spec.bounds
}
"""Key and operator of each bound, with what its figure counts and the field it goes to."""

MAX_LENGTH = 10_000
MAX_DIGITS = 12
SHOWN_CHARACTERS = 60

_QUOTED = r'"(?:[^"\\]|\\.)*"'
_PIECE = re.compile(rf'\s*(?:(?P<key>[\w-]+)(?P<operator>:|>=|<=|>))?(?P<value>{_QUOTED}|[^\s"]+)')
_PLAIN_WORD = re.compile(r"[^\s\"\\:<>=]+")
_PLAIN_VALUE = re.compile(r"[^\s\"\\]+")
_FIGURE = re.compile(r"[0-9]+(\.[0-9]+)?")


class FilterTextInvalid(ToldError):
    """The text is no filter; the message says which `piece` is not understood and why."""


def query_text(query: CatalogQuery) -> str:
    """Return the filter as text; `parse_query_text` gives the equal filter back."""
    return " ".join(_pieces(query))


def parse_query_text(text: str) -> CatalogQuery:
    """Return the filter that `text` describes; blank text is the empty filter.

    Raises:
        FilterTextInvalid: an unknown word before a colon, a bound that is no number,
            an open quotation mark, or more than `MAX_LENGTH` characters.
    """
    if len(text) > MAX_LENGTH:
        raise FilterTextInvalid(
            N_("{piece}: longer than {most} characters"), piece=f"{text[:20]} …", most=MAX_LENGTH
        )
    found = _Found()
    for piece in _split(text):
        found.take(piece)
    return found.query()


def _pieces(query: CatalogQuery) -> Iterator[str]:
    for facet, value in query.chosen():
        yield f"{FACETS[facet].key}:{_quoted_if(value, _PLAIN_VALUE)}"
    for spec, bound, figure in bounds_asked(query):
        told = f"{figure:f}" if isinstance(figure, Decimal) else str(figure)
        yield f"{spec.key}{bound.operator}{told}"
    yield from (word for word, name in SWITCHES.items() if getattr(query, name))
    if query.text:
        yield _free_text(query.text)


def _free_text(text: str) -> str:
    words = text.split(" ")
    plain = all(_PLAIN_WORD.fullmatch(word) and word not in SWITCHES for word in words)
    return text if plain else _quote(text)


def _quoted_if(value: str, plain: re.Pattern[str]) -> str:
    return value if plain.fullmatch(value) else _quote(value)


def _quote(value: str) -> str:
    escaped = value.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def _unquote(value: str) -> str:
    return re.sub(r"\\(.)", r"\1", value[1:-1], flags=re.DOTALL)


class _Piece(Struct, frozen=True):
    key: str
    operator: str
    """`:`, `>=`, `<=`; empty for a free word."""
    value: str
    quoted: bool


def _split(text: str) -> Iterator[_Piece]:
    position, end = 0, len(text.rstrip())
    while position < end:
        match = _PIECE.match(text, position)
        if match is None:
            raise FilterTextInvalid(
                N_("{piece}: not understood"), piece=text[position:].strip()[:SHOWN_CHARACTERS]
            )
        value = match["value"]
        quoted = value.startswith('"')
        yield _Piece(
            match["key"] or "",
            match["operator"] or "",
            _unquote(value) if quoted else value,
            quoted,
        )
        position = match.end()


class _Found(Struct):
    """What the pieces read so far amount to."""

    values: dict[Facet, set[str]] = field(default_factory=dict)
    bounds: dict[str, Figure] = field(default_factory=dict)
    words: list[str] = field(default_factory=list)
    switches: dict[str, bool] = field(default_factory=dict)

    def take(self, piece: _Piece) -> None:
        if piece.operator == ":":
            self.values.setdefault(_facet(piece.key), set()).add(piece.value)
        elif piece.operator:
            self._take_bound(piece)
        elif piece.value in SWITCHES and not piece.quoted:
            self.switches[SWITCHES[piece.value]] = True
        else:
            self.words.append(piece.value)

    def query(self) -> CatalogQuery:
        plain = CatalogQuery(text=" ".join(self.words))
        chosen = {facet.value: frozenset(values) for facet, values in self.values.items()}
        return replace(plain, **chosen, **self.bounds, **self.switches)

    def _take_bound(self, piece: _Piece) -> None:
        found = BOUNDS.get((piece.key, piece.operator))
        if found is None:
            raise FilterTextInvalid(
                N_("{piece} is not a range of this program"),
                piece=f"{piece.key[:SHOWN_CHARACTERS]}{piece.operator}",
            )
        measure, name = found
        self.bounds[name] = (
            _day(piece)
            if measure is Measure.DAY
            else _number(piece, whole=measure is Measure.TOKENS)
        )


def _facet(key: str) -> Facet:
    if key in KEYS:
        return KEYS[key]
    from difflib import get_close_matches  # for a filter that is none, never at a start

    close = get_close_matches(key, KEYS, 1)
    if close:
        hint = N_("{piece} is not a filter; did you mean {near}: ?")
        raise FilterTextInvalid(hint, piece=f"{key[:SHOWN_CHARACTERS]}:", near=close[0])
    hint = N_("{piece} is not a filter; known are {known}")
    raise FilterTextInvalid(hint, piece=f"{key[:SHOWN_CHARACTERS]}:", known=", ".join(KEYS))


def _number(piece: _Piece, *, whole: bool) -> int | Decimal:
    # Written by this program as well, so that `1.000` is one: not `read_plain`.
    fits = _FIGURE.fullmatch(piece.value) and len(piece.value) <= 2 * MAX_DIGITS
    number = Decimal(piece.value) if fits else Decimal("Infinity")
    if number >= 10**MAX_DIGITS or (whole and number != number.to_integral_value()):
        raise FilterTextInvalid(
            N_("{piece}: not a number"), piece=f"{piece.key}{piece.operator}{piece.value[:30]}"
        )
    return int(number) if whole else number


def _day(piece: _Piece) -> date:
    try:
        return date.fromisoformat(piece.value)
    except ValueError as error:
        raise FilterTextInvalid(
            N_("{piece}: not a day such as 2027-07-31"),
            piece=f"{piece.key}{piece.operator}{piece.value[:30]}",
        ) from error
