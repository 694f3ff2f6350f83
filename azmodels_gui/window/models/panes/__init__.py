# SPDX-License-Identifier: MIT
"""The tabs of the details: one file each."""
