# SPDX-License-Identifier: MIT
"""What contradicting sources say, each with its title and date."""

from azmodels_gui.catalog.fact_told import claims_told
from azmodels_gui.catalog.part import Conflict
from azmodels_gui.window import formats
from azmodels_gui.window.models.cell_context import CellContext


def dated_claims(conflict: Conflict, context: CellContext) -> list[str]:
    """Return what each source says, with its title and date."""
    told = []
    texts = claims_told(conflict, context.language)
    for claim, text in zip(conflict.claims, texts, strict=True):
        source = context.sources.get(claim.source)
        dated = formats.partial_day(source.as_of, context.language) if source else ""
        origin = f"{source.title}, {dated}" if source else claim.source
        told.append(f"{text} ({origin})")
    return told
