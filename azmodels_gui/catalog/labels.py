# SPDX-License-Identifier: MIT
"""Words of the field for the window, marked for translation here and translated when shown.

The catalogue brings its own texts in both languages; these are for the ids the program
itself knows. An id without a label is shown as it is.
"""

from collections.abc import Mapping

from azmodels_gui.language.shown import tr
from azmodels_gui.language.words import N_, NC_, Message

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
USE_CASES_SHORT = {
    "chat-support": NC_("use case", "Chat"),
    "knowledge-chatbot": NC_("use case", "RAG"),
    "document-analysis": NC_("use case", "Docs"),
    "document-extraction": NC_("use case", "OCR"),
    "complex-analysis": NC_("use case", "Analysis"),
    "high-end-reasoning": NC_("use case", "Reasoning"),
    "deep-research": NC_("use case", "Research"),
    "standard-text": NC_("use case", "Text"),
    "fast-frugal": NC_("use case", "Fast"),
    "high-volume-api": NC_("use case", "High volume"),
    "code": NC_("use case", "Code"),
    "agents-tools": NC_("use case", "Agents"),
    "model-routing": NC_("use case", "Routing"),
    "multimodal": NC_("use case", "Images"),
    "realtime-voice": NC_("use case", "Voice"),
    "transcription-tts": NC_("use case", "Speech"),
    "translation": NC_("use case", "Translation"),
    "image-generation": NC_("use case", "Pictures"),
    "video-generation": NC_("use case", "Video"),
    "embeddings-search": NC_("use case", "Search"),
    "creative-writing": NC_("use case", "Writing"),
    "local-open-weights": NC_("use case", "Local"),
    "copilot-integration": NC_("use case", "Copilot"),
}
"""Words of a table cell for the use cases we know; others go by their name."""
BILLING_SHORT = {
    "payg": NC_("capacity model", "Token"),
    "provisioned": NC_("capacity model", "PTU"),
    "batch": NC_("capacity model", "Batch"),
}
"""Words of a table cell."""
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
