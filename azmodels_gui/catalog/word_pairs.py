# SPDX-License-Identifier: MIT
"""Words that stand in the program in English and German, of which one is told."""

Pair = tuple[str, str]
"""English, German; `{name}` is filled in."""


def in_language(pair: Pair, language: str) -> str:
    """Return the German words for "de", the English ones for anything else."""
    return pair[1 if language == "de" else 0]
