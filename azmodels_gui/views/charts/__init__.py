# SPDX-License-Identifier: MIT
"""Charts: what they show is a frozen value, how they draw it is pyqtgraph's."""
