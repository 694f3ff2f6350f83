# SPDX-License-Identifier: MIT
"""Documents that are set one after the other, as quickly as they can be."""

from collections.abc import Iterator

import pytest

from azmodels_gui.sheets import setting


@pytest.fixture(scope="package", autouse=True)
def forgotten_in_time() -> Iterator[None]:
    """Let Typst drop a document after ten others, as it does itself.

    To drop each before the next takes as long as to set a short one; that it is dropped is asked
    in a process of its own.
    """
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(setting, "_AGES", 0)
        yield
