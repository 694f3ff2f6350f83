# SPDX-License-Identifier: MIT
"""Cuts the bytes of a catalogue into its models and the rest, without reading them."""

import re

from msgspec import Struct

_STEP = re.compile(rb'(?:[^"{}\[\]]++|"(?:[^"\\]++|\\.)*+")*+[{}\[\]]', re.DOTALL)
"""Up to the next bracket that is not inside a text. Nothing in it is tried twice."""
_MODELS = re.compile(rb'(?<!\\)"models"\s*:\s*\[$')


class Pieces(Struct, frozen=True):
    """A catalogue's bytes in pieces; each is JSON if the whole is."""

    rest: bytes
    """The document with an empty list of models."""
    models: tuple[bytes, ...]


def split_models(data: bytes) -> Pieces | None:
    """Return the document in pieces; None where it is not built as expected.

    None does not mean that it is wrong: a key may be written with escapes, or be there twice.
    """
    found = _model_spans(data)
    if found is None:
        return None
    start, spans, end = found
    places = [start, *(edge for span in spans for edge in span), end]
    gaps = [data[places[at] : places[at + 1]] for at in range(0, len(places), 2)]
    if not _only_commas(gaps):
        return None
    models = tuple(data[first:last] for first, last in spans)
    return Pieces(data[:start] + data[end:], models)


def _model_spans(data: bytes) -> tuple[int, list[tuple[int, int]], int] | None:
    """Return where the list of models begins (behind its bracket), its objects, and its end."""
    depth, start, end = 0, 0, 0
    spans: list[tuple[int, int]] = []
    opened = 0
    # Not `finditer`: where a step does not fit, it would look from every later byte again.
    step = _STEP.match(data)
    while step is not None:
        bracket = data[step.end() - 1]
        inside = bool(start) and not end
        if bracket in b"{[":
            depth += 1
            if depth == 2 and bracket == ord("[") and _MODELS.search(step.group()):
                if start:
                    return None
                start = step.end()
            elif inside and depth == 3:
                opened = step.end() - 1
        else:
            depth -= 1
            if inside and depth == 2:
                spans.append((opened, step.end()))
            elif inside and depth == 1:
                end = step.end() - 1
        step = _STEP.match(data, step.end())
    return (start, spans, end) if end and depth == 0 else None


def _only_commas(gaps: list[bytes]) -> bool:
    """Tell whether between the objects there is one comma each, and before and behind nothing."""
    if len(gaps) == 1:
        return not gaps[0].strip()
    first, *between, last = gaps
    ends = not first.strip() and not last.strip()
    return ends and all(gap.strip() == b"," for gap in between)
