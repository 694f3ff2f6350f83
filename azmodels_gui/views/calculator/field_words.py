# SPDX-License-Identifier: MIT
"""The words a client may hear for the first time, explained in a sentence or two."""

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

CONTEXT = "FieldWords"

_WORDS = (
    (
        QT_TRANSLATE_NOOP("FieldWords", "Token"),
        QT_TRANSLATE_NOOP(
            "FieldWords",
            "A piece of a word. Models read and write in tokens, and every price counts them; in "
            "German text a word is often two of them.",
        ),
    ),
    (
        QT_TRANSLATE_NOOP("FieldWords", "TPM"),
        QT_TRANSLATE_NOOP(
            "FieldWords",
            "Tokens per minute, in and out together. A quota caps them: what goes beyond it is "
            "turned away for that minute.",
        ),
    ),
    (
        QT_TRANSLATE_NOOP("FieldWords", "PTU"),
        QT_TRANSLATE_NOOP(
            "FieldWords",
            "Provisioned throughput unit: a share of machines that is yours whether you use it or "
            "not. It is paid by time, not by token, and answers at an even pace.",
        ),
    ),
    (
        QT_TRANSLATE_NOOP("FieldWords", "Normalised tokens"),
        QT_TRANSLATE_NOOP(
            "FieldWords",
            "PTU measure everything in input tokens. An output token counts several times, one "
            "from the cache little or nothing: its weight.",
        ),
    ),
    (
        QT_TRANSLATE_NOOP("FieldWords", "Utilisation and break-even"),
        QT_TRANSLATE_NOOP(
            "FieldWords",
            "Utilisation is the share of the PTU in use on average. From the break-even on, the "
            "same tokens paid one by one would cost more than the PTU.",
        ),
    ),
    (
        QT_TRANSLATE_NOOP("FieldWords", "Data zone"),
        QT_TRANSLATE_NOOP(
            "FieldWords",
            "A group of regions, such as the EU's, inside which a request may be processed. Data "
            "at rest stays in the region you chose. Global deployments may process anywhere, "
            "regional ones only in their region.",
        ),
    ),
    (
        QT_TRANSLATE_NOOP("FieldWords", "Reservation"),
        QT_TRANSLATE_NOOP(
            "FieldWords",
            "A promise to pay for PTU for a month or a year, at a lower price. It guarantees no "
            "capacity: deploy first, then reserve. It holds for one deployment type, and for any "
            "model under it.",
        ),
    ),
    (
        QT_TRANSLATE_NOOP("FieldWords", "Spillover"),
        QT_TRANSLATE_NOOP(
            "FieldWords",
            "Requests that the PTU cannot take at the moment go to a standard deployment and are "
            "paid per token.",
        ),
    ),
)  # fmt: skip


def field_words() -> tuple[tuple[str, str], ...]:
    """Return each word with its explanation, in the language on show."""
    translate = QCoreApplication.translate
    return tuple((translate(CONTEXT, str(a)), translate(CONTEXT, str(b))) for a, b in _WORDS)
