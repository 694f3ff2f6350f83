# SPDX-License-Identifier: MIT
"""Sheets for clients, asked for in the window."""
