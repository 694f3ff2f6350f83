# SPDX-License-Identifier: MIT
"""Item models over the catalogue. No widgets."""
