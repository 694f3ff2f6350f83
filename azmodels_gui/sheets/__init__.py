# SPDX-License-Identifier: MIT
"""Sheets and tables for clients: one content model, and what makes files and pages of it."""
