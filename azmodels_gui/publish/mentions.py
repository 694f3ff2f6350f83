# SPDX-License-Identifier: MIT
"""Which models and versions a table cell names, and the stage it mentions beside them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from azmodels_gui.catalog.terms import Stage
from azmodels_gui.publish.cells import UnreadableCell, bullets, read_day, without_footnotes

STAGES = {
    "preview": Stage.PREVIEW,
    "ga": Stage.GENERALLY_AVAILABLE,
    "generally available": Stage.GENERALLY_AVAILABLE,
    "legacy": Stage.LEGACY,
    "deprecated": Stage.DEPRECATED,
    "retired": Stage.RETIRED,
}
VERSION = re.compile(
    r"(?:version:?\s+)?(\d{1,8}|\d{4}-\d\d-\d\d|turbo-\d{4}-\d\d-\d\d|\w+-preview)", re.IGNORECASE
)
BRACKETS = re.compile(r"\s*\(([^()]*)\)")
PREVIEW_WORD = re.compile(r"\s+Preview$")
MODEL_ID = re.compile(r"[a-z0-9][a-z0-9.]*(-[a-z0-9.]+)+")


@dataclass(frozen=True)
class Mention:
    """A model that a cell names."""

    name: str
    version: str | None = None
    stage: Stage | None = None
    retirement_date: date | None = None


def read_stage(text: str) -> Stage | None:
    """Return the stage a word stands for; None if it is none."""
    return STAGES.get(without_footnotes(text).casefold())


def read_mentions(cell: str) -> tuple[Mention, ...]:
    """Return the models of a cell such as `gpt-x (2026-01-31) / Preview`.

    The first line names a model; a later line names another one if it has a version in
    brackets, sets the stage of the model above it, or repeats its name for people.
    """
    found: list[Mention] = []
    for line in bullets(cell):
        stage, retired = _stage_line(line)
        mention = _mention(line)
        if stage is not None and found:
            found[-1] = replace(found[-1], stage=stage, retirement_date=retired)
        elif not found or mention.version is not None:
            found.append(mention)
    return tuple(found)


def _stage_line(line: str) -> tuple[Stage | None, date | None]:
    """Read `Preview` or `Retired May 13, 2026`."""
    word, _, rest = without_footnotes(line).partition(" ")
    stage = read_stage(word)
    if stage is None or not rest:
        return stage, None
    try:
        return stage, read_day(rest)
    except UnreadableCell:
        return None, None


def _mention(line: str) -> Mention:
    plain = without_footnotes(line)
    mention = Mention(BRACKETS.sub("", plain).strip())
    for inside in BRACKETS.findall(plain):
        version, stage = VERSION.fullmatch(inside.strip()), read_stage(inside)
        if version:
            mention = replace(mention, version=version[1])
        elif stage is not None:
            mention = replace(mention, stage=stage)
    return mention


def read_highlights(cell: str) -> Iterator[Mention]:
    """Yield the models of a list such as `NEW gpt-x-mini, gpt-x Preview`; none of a sentence."""
    listed = [part.removeprefix("NEW").strip() for part in cell.replace("\n", " ").split(",")]
    names = [PREVIEW_WORD.sub("", part) for part in listed]
    if all(MODEL_ID.fullmatch(name) for name in names):
        for name, part in zip(names, listed, strict=True):
            yield Mention(name, stage=Stage.PREVIEW if part != name else None)
