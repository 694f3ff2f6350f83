# SPDX-License-Identifier: MIT
"""A small, safe part of Markdown as paragraphs: bold, italics, lists, links by http and https."""

from collections.abc import Iterable, Iterator
from functools import cache
from typing import TYPE_CHECKING

from azmodels_gui.sheets.sheet import Paragraph, Run

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_block import StateBlock
    from markdown_it.token import Token

_RULES = ("list", "emphasis", "link", "escape", "newline")
"""Nothing else of Markdown means anything: it stands there as it was typed."""
_SAFE = ("http://", "https://")
DEEPEST_LISTS = 9
"""A point in as many lists begins none: its marker stays. The parser drops what is too deep."""
DOT = "•"


def rich_text(text: str) -> tuple[Paragraph, ...]:
    """Return the paragraphs of a text; what is no mark-up that is known stays as it is."""
    told = text.strip()
    return tuple(_paragraphs(_parser().parse(told))) if told else ()


@cache
def _parser() -> "MarkdownIt":
    from markdown_it import MarkdownIt  # late: most sheets have no such text
    from markdown_it.rules_block import list_block

    def bearable_list(state: "StateBlock", line: int, end: int, silent: bool) -> bool:
        deep = state.level >= 2 * DEEPEST_LISTS  # a list and its point are a level each
        return (silent or not deep) and list_block(state, line, end, silent)

    parser = MarkdownIt("zero").enable(_RULES)
    parser.block.ruler.at("list", bearable_list, {"alt": ["paragraph"]})
    parser.validateLink = lambda url: url.lower().startswith(_SAFE)  # type: ignore[method-assign]
    return parser


def _paragraphs(tokens: "Iterable[Token]") -> Iterator[Paragraph]:
    lists: list[str] = []
    """The marker of the next point of each list that is open."""
    marker = ""
    for token in tokens:
        match token.type:
            case "bullet_list_open":
                lists.append(DOT)
            case "ordered_list_open":
                lists.append(f"{token.attrGet('start') or 1}.")
            case "bullet_list_close" | "ordered_list_close":
                lists.pop()
            case "list_item_open":
                marker = lists[-1]
                if marker != DOT:
                    lists[-1] = f"{int(marker[:-1]) + 1}."
            case "inline":
                yield Paragraph(tuple(_runs(token.children or ())), len(lists), marker)
                marker = ""  # a second paragraph of a point has none


def _runs(tokens: "Iterable[Token]") -> Iterator[Run]:
    bold = italic = 0
    url = title = bare = ""
    for token in tokens:
        match token.type:
            case "strong_open" | "strong_close":
                bold += token.nesting
            case "em_open" | "em_close":
                italic += token.nesting
            case "link_open":
                url = bare = str(token.attrGet("href") or "")
                title = str(token.attrGet("title") or "")
            case "link_close":
                yield from (Run(each, url=url) for each in (bare, title and f" ({title})") if each)
                url = bare = ""
            case "softbreak" | "hardbreak":
                yield Run("\n")
            case _ if token.content:
                bare = ""  # the link has a text
                yield Run(token.content, bold > 0, italic > 0, url)
