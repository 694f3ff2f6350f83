# SPDX-License-Identifier: MIT
"""Pinned entries side by side."""
