# SPDX-License-Identifier: MIT
"""The difference of two catalogues as lines of text, out of its JSON form."""

from collections.abc import Iterator
from typing import Any

_BESIDE = ("before", "after", "regions", "percent")


def diff_lines(changes: dict[str, Any]) -> Iterator[str]:
    """Yield a heading for each kind of change, and a line for each change."""
    yield f"{changes['old_serial']} -> {changes['new_serial']}"
    kinds = [(name, found) for name, found in changes.items() if isinstance(found, list) and found]
    for name, found in kinds:
        yield ""
        yield f"{name.replace('_', ' ')} ({len(found)})"
        yield from (f"  {_line(change)}" for change in found)
    if not kinds:
        yield "no difference"


def _line(change: Any) -> str:
    if not isinstance(change, dict):
        return str(change)
    told = " ".join(_words({k: v for k, v in change.items() if k not in _BESIDE}))
    if "before" in change:
        told += f": {_state(change['before'])} -> {_state(change['after'])}"
    if change.get("percent") is not None:
        told += f" ({change['percent']} %)"
    if change.get("regions"):
        told += f" in {', '.join(change['regions'])}"
    return told


def _words(value: Any) -> Iterator[str]:
    """Yield the values of nested objects; what is empty, false or unknown says nothing."""
    match value:
        case dict():
            for name, inner in value.items():
                yield from [name] if inner is True else _words(inner)
        case list():
            for inner in value:
                yield from _words(inner)
        case None | False | "":
            return
        case _:
            yield str(value)


def _state(value: Any) -> str:
    match value:
        case None:
            return "(none)"
        case dict():
            named = {name: " ".join(_words(inner)) for name, inner in value.items()}
            return ", ".join(f"{name} {told}" for name, told in named.items() if told)
    return " ".join(_words(value)) or str(value)
