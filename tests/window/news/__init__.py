# SPDX-License-Identifier: MIT
"""Tests of refreshing in the window and of the page "What's new"."""
