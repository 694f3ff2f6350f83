# SPDX-License-Identifier: MIT
"""The words of the field, each with what it means: for who reads them for the first time."""

from azmodels_gui.language.words import N_

FIELD_WORDS = (
    (
        N_("Token"),
        N_("A piece of a word. Models read and write in tokens, and every price counts them; in "
            "German text a word is often two of them."),
    ),
    (
        N_("TPM"),
        N_("Tokens per minute, in and out together. A quota caps them: what goes beyond it is "
            "turned away for that minute."),
    ),
    (
        N_("PTU"),
        N_("Provisioned throughput unit: a share of machines that is yours whether you use it or "
            "not. It is paid by time, not by token, and answers at an even pace."),
    ),
    (
        N_("Normalised tokens"),
        N_("PTU measure everything in input tokens. An output token counts several times, one "
            "from the cache little or nothing: its weight."),
    ),
    (
        N_("Utilisation and break-even"),
        N_("Utilisation is the share of the PTU in use on average. From the break-even on, the "
            "same tokens paid one by one would cost more than the PTU."),
    ),
    (
        N_("Data zone"),
        N_("A group of regions, such as the EU's, inside which a request may be processed. Data "
            "at rest stays in the region you chose. Global deployments may process anywhere, "
            "regional ones only in their region."),
    ),
    (
        N_("Reservation"),
        N_("A promise to pay for PTU for a month or a year, at a lower price. It guarantees no "
            "capacity: deploy first, then reserve. It holds for one deployment type, and for any "
            "model under it."),
    ),
    (
        N_("Spillover"),
        N_("Requests that the PTU cannot take at the moment go to a standard deployment and are "
            "paid per token."),
    ),
)  # fmt: skip
