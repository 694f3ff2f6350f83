# SPDX-License-Identifier: MIT
"""What is reckoned of an estimate once: it never changes, and a page asks at every key."""

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec, TypeVar

About = TypeVar("About")
Asked = ParamSpec("Asked")
Told = TypeVar("Told")

_KEPT = "_kept"


def kept(
    reckon: Callable[Concatenate[About, Asked], Told],
) -> Callable[Concatenate[About, Asked], Told]:
    """Let what a function returns of a frozen value stay with that value, and go with it.

    So of ten deployments, one of which has changed, nine are not reckoned again. What else the
    function is given must be hashable. What it returns is shared, so nobody may change it, and
    must not hold the value, which would outlive its last user.
    """

    @wraps(reckon)
    def known(about: About, /, *asked: Asked.args, **named: Asked.kwargs) -> Told:
        found = about.__dict__.setdefault(_KEPT, {})
        key = (reckon, asked, *named.items())
        if key not in found:
            found[key] = reckon(about, *asked, **named)
        told: Told = found[key]
        return told

    return known
