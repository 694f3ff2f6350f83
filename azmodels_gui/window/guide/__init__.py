# SPDX-License-Identifier: MIT
"""Parts of the guide: its questions, the short list, what stands beside it."""
