# SPDX-License-Identifier: MIT
"""Sheets on paper: laid out in strips, put on pages, painted by Qt."""
