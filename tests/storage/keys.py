# SPDX-License-Identifier: MIT
"""Keys that are the same in every run, so that failures can be repeated."""

from azmodels_gui.publish.secret_key import SecretKey

KEY = SecretKey(b"AZMODELS", bytes(range(32)))
OTHER_KEY = SecretKey(b"STRANGER", bytes(range(1, 33)))


def signature(data: bytes, key: SecretKey = KEY) -> bytes:
    return key.sign(data, "timestamp:1795000000\tfile:catalog.json").text.encode()
