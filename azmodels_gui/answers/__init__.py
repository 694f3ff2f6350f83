# SPDX-License-Identifier: MIT
"""Everything that may be said of an entry, formed once as typed rows; no words, no Qt."""
