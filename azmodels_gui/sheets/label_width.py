# SPDX-License-Identifier: MIT
"""How labels and texts share a width: so that rows are lowest."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from azmodels_gui.sheets.fitting import (
    LABEL_SHARE,
    Setting,
    TablePart,
    lines,
    text_parts,
    word_width,
)

SHARES_FIGURES = (0.6, 0.8, 0.66, 0.5, 0.42, 0.34, 0.27, 0.2)
SHARES_TEXTS = (0.42, 0.5, 0.38, 0.34, 0.3, 0.26)
SHARES_WIDE = (LABEL_SHARE, 0.28, 0.22, 0.17)
"""Of the width, for the labels at most, the wished one first."""
ACROSS_SAVES = 1
"""Lines from which a label stands before its text instead of beside it."""


def low_parts(
    labels: Sequence[str],
    titles: Sequence[str],
    columns: Sequence[Sequence[str]],
    how: Setting,
    *,
    shares: Sequence[float],
    signs: bool,
) -> list[TablePart]:
    """Return the parts of a table, few and low.

    Args:
        labels: before the columns, that of the titles first.
        titles: of the columns.
        columns: their texts.
        how: it is set.
        shares: of the width for the labels at most, the wished one first.
        signs: signs stand for words.
    """
    word = max(word_width(each, how.size) for each in labels) + 2 * how.padding
    wished, *others = shares
    tries = (
        text_parts(labels, titles, columns, replace(how, label_share=share), signs)
        for share in (wished, *(each for each in others if each * how.width >= word))
    )
    texts = [[title, *told] for title, told in zip(titles, columns, strict=True)]
    return min(tries, key=lambda parts: (len(parts), sum(_high(labels, texts, parts, how))))


def _high(
    labels: Sequence[str], texts: Sequence[Sequence[str]], parts: Sequence[TablePart], how: Setting
) -> Iterator[int]:
    """Yield how many lines each row has, in every part."""
    for part in parts:
        for number, name in enumerate(labels):
            told = [texts[at][number] for at in part.columns]
            pairs = zip((name, *told), (part.label, *part.widths), strict=True)
            beside = max(_lines(text, width, how) for text, width in pairs)
            across = _lines_across(name, told[0], how) if len(texts) == 1 else beside
            yield min(beside, across)


def stands_across(label: str, text: str, room: float, how: Setting) -> bool:
    """Tell whether a row is lower with label and text in one over the whole width.

    Args:
        label: of the row.
        text: its only one.
        room: of the label's column, in points.
        how: it is set.
    """
    beside = max(_lines(label, room, how), _lines(text, how.width - room, how))
    return _lines_across(label, text, how) < beside


def _lines(text: str, width: float, how: Setting) -> int:
    return lines(text, width - 2 * how.padding, how.size)


def _lines_across(label: str, text: str, how: Setting) -> int:
    return _lines(f"{label}: {text}", how.width, how) + ACROSS_SAVES - 1
