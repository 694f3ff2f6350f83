# SPDX-License-Identifier: MIT
"""A load profile as bytes and back, with all that is said of where it comes from.

The counts are planes of bytes, the high ones first: most are zero, and what is left is as
short as counts of their spread can be (a year of minutes: 0.4 to 0.9 MB).
"""

import hashlib
import zlib
from array import array
from contextlib import suppress
from decimal import Decimal
from typing import Annotated

import msgspec

from azmodels_gui.calculator.load_profile import MAX_MINUTES, LoadProfile
from azmodels_gui.calculator.measured_load import MeasuredRequest
from azmodels_gui.calculator.statements import AssumptionId, CautionId, RefusalId, Statement
from azmodels_gui.calculator.wording import Refusal

_PLANES = 8
"""Bytes of a count."""
_LEVEL = 6
_KEY_DIGITS = 32


class _Said(msgspec.Struct, frozen=True):
    id: str
    data: dict[str, int | str | tuple[str, ...]]


class _Head(msgspec.Struct, frozen=True):
    """Everything but the counts."""

    missing_minutes: Annotated[int, msgspec.Meta(ge=0)]
    step_minutes: Annotated[int, msgspec.Meta(ge=1)]
    scale: Annotated[int, msgspec.Meta(ge=1)]
    said: tuple[_Said, ...]
    input_tokens: Decimal | None = None
    output_tokens: Decimal | None = None


def key_of(data: bytes) -> str:
    """Return the name of packed bytes: the same ones have the same."""
    return hashlib.sha256(data).hexdigest()[:_KEY_DIGITS]


def packed(profile: LoadProfile, request: MeasuredRequest | None) -> bytes:
    """Return a profile as bytes, with what its file measured of a request."""
    import numpy as np

    head = _Head(
        profile.missing_minutes,
        profile.step_minutes,
        profile.scale,
        tuple(_Said(each.id.value, dict(each.data)) for each in profile.origin),  # type: ignore[arg-type]
        None if request is None else request.input_tokens,
        None if request is None else request.output_tokens,
    )
    counts = np.frombuffer(profile.requests, dtype=np.int64).astype(">i8")
    planes = counts.view(np.uint8).reshape(-1, _PLANES).T
    return msgspec.json.encode(head) + b"\n" + zlib.compress(planes.tobytes(), _LEVEL)


def unpacked(data: bytes, key: str) -> tuple[LoadProfile, MeasuredRequest | None]:
    """Return the profile, and what its file measured of a request.

    Args:
        data: the packed bytes.
        key: their name.

    Raises:
        Refusal: the bytes are damaged.
    """
    import numpy as np

    if key_of(data) != key:
        raise Refusal(RefusalId.KEPT_DAMAGED)

    text, _, compressed = data.partition(b"\n")
    try:
        head = msgspec.json.decode(text, type=_Head)
        reader = zlib.decompressobj()
        raw = reader.decompress(compressed, _PLANES * MAX_MINUTES)
    except (msgspec.MsgspecError, zlib.error) as error:
        raise Refusal(RefusalId.KEPT_DAMAGED) from error
    if not reader.eof or len(raw) % _PLANES:
        raise Refusal(RefusalId.KEPT_DAMAGED)
    planes = np.frombuffer(raw, dtype=np.uint8).reshape(_PLANES, -1)
    counts = planes.T.copy().view(">i8").astype(np.int64)
    if (counts < 0).any():
        raise Refusal(RefusalId.KEPT_DAMAGED)
    requests = array("q")
    requests.frombytes(counts.tobytes())
    profile = LoadProfile(
        requests,
        head.missing_minutes,
        origin=tuple(filter(None, map(_statement, head.said))),
        step_minutes=head.step_minutes,
        scale=head.scale,
    )
    measured = MeasuredRequest(head.input_tokens, head.output_tokens)
    return profile, None if measured == MeasuredRequest(None, None) else measured


def _statement(said: _Said) -> Statement | None:
    """Return what was said; None: a later version of the program said it."""
    for kind in (CautionId, AssumptionId):
        with suppress(ValueError):
            return Statement(kind(said.id), said.data)
    return None
