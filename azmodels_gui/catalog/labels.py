# SPDX-License-Identifier: MIT
"""Words of the field for the window, marked for translation here and translated when shown.

The catalogue brings its own texts in both languages; these are for the ids the program
itself knows. An id without a label is shown as it is.
"""

from collections.abc import Mapping

from azmodels_gui.language.shown import tr
from azmodels_gui.language.words import N_, Message

PAST_DATE = N_("past its date")
"""Inside a sentence or a cell; `STAGES` has it as a heading."""
STAGES = {
    "preview": N_("Preview"),
    "generally_available": N_("Generally available"),
    "legacy": N_("Legacy"),
    "deprecated": N_("Deprecated"),
    "retired": N_("Retired"),
    "unknown": N_("Unknown stage"),
    "past_date": N_("Past its date"),
}
STAGE_CHIPS = {
    **STAGES,
    "generally_available": N_("Available"),
    "unknown": N_("Unknown"),
    "past_date": N_("Overdue"),
}
"""Short forms for cells of the table."""
BILLING = {
    "payg": N_("Pay as you go"),
    "provisioned": N_("Provisioned (PTU)"),
    "batch": N_("Batch"),
}
SCOPES = {
    "global": N_("Global"),
    "data_zone": N_("Data zone"),
    "regional": N_("Regional"),
}
AVAILABILITY = {
    "offered": N_("offered"),
    "not_offered": N_("not offered"),
    "conflict": N_("conflicting sources"),
    "unknown": N_("unknown"),
    "does_not_apply": N_("does not apply"),
}
YES_NO = {
    "offered": N_("yes"),
    "not_offered": N_("no"),
    "conflict": N_("conflicting sources"),
    "unknown": N_("unknown"),
}
FIGURES = {
    "unknown": N_("unknown"),
    "expired": N_("expired"),
    "conflict": N_("conflicting sources"),
}
GEOGRAPHY_GROUPS = {
    "Africa": N_("Africa"),
    "Asia Pacific": N_("Asia Pacific"),
    "Canada": N_("Canada"),
    "Europe": N_("Europe"),
    "Mexico": N_("Mexico"),
    "Middle East": N_("Middle East"),
    "South America": N_("South America"),
    "UK": N_("United Kingdom"),
    "US": N_("United States"),
}
MODALITY_SIDES = {
    "in": N_("Input"),
    "out": N_("Output"),
}
MODALITIES = {
    "audio": N_("Audio"),
    "code": N_("Code"),
    "document": N_("Documents"),
    "embedding": N_("Embeddings"),
    "embeddings": N_("Embeddings"),
    "file": N_("Files"),
    "image": N_("Images"),
    "pdf": N_("PDF"),
    "speech": N_("Speech"),
    "text": N_("Text"),
    "video": N_("Video"),
}


def label(table: Mapping[str, Message], name: str) -> str:
    """Return the word for an id in the language on show; an unknown id as it is."""
    source = table.get(name)
    return name if source is None else tr(source)
