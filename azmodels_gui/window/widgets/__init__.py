# SPDX-License-Identifier: MIT
"""Small parts that several pages use."""
