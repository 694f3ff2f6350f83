# SPDX-License-Identifier: MIT
"""Dialogs: a value in, a new value or None out."""
