# SPDX-License-Identifier: MIT
"""Sheets for clients: one content model, and what makes files and pages of it."""
